"""What changed since an earlier state, in sentences: the first thing that a returning reader wants."""

from collections.abc import Iterator

from ..case import Changes, Move, Turn
from ..record import Relation
from ..talks import Day, Meeting, Position
from .context import Context
from .english import counted, day, listed, sentence
from .english.wording import inside
from .outline import Bullets, Line, Note, Section
from .questions import RELATIONS, question
from .sections.meeting_words import met
from .sections.next_words import next_lines, next_steps
from .sections.result_words import result_lines
from .sections.stand_words import PAST, act, teller

_GRAVE = (Relation.CONTRADICTS, Relation.DIFFERS_QUALIFIER, Relation.LATER_REPORT)


def changed(context: Context) -> Section:
    """What changed, the most consequential first: contradictions and conclusions, then positions, events, new claims."""
    changes = context.changes
    since = since_words(changes) if changes is not None else "then"
    if not changes:
        return Section("changed", f"What changed since {since}", (Note("Nothing changed."),))
    lines = (*_turns(context, changes), *_touched(context, changes), *_moves(context, changes, since),
             *_events(context, changes), *_claims(context, changes))  # fmt: skip
    return Section("changed", f"What changed since {since}", (Bullets(lines),))


def since_words(changes: Changes) -> str:
    """The day since when, in words; of an earlier brief its file's name."""
    try:
        return day(Day.parse(changes.since))
    except ValueError:
        return changes.since


def _turns(context: Context, changes: Changes) -> Iterator[Line]:
    """What turned grave, or ceased to be, one by one; turns between harmless relations are only counted."""
    grave = [t for t in changes.turns if t.before in _GRAVE or t.now in _GRAVE]
    for turn in grave:
        pairs = context.case.comparison.slots.get(turn.slot, ())
        claims = tuple(x for p in pairs if p.relation is turn.now for x in (p.a, p.b))
        differs = claims if turn.now is Relation.CONTRADICTS else ()
        yield context.lines.line(_turn(context, turn), claims, differs=differs)
    if more := len(changes.turns) - len(grave):
        yield Line(f"On {counted(more, 'more question')} the accounts differ otherwise than before, harmlessly.")


def _turn(context: Context, turn: Turn) -> str:
    now = f"the accounts now {RELATIONS[turn.now]}" if turn.now else "only one account now tells it"
    before = f"before, they {_did(turn.before)}" if turn.before else f"before, {_nobody(context, turn)} had told it"
    return sentence(f"on {question(context, turn.slot)} {now}; {before}")


def _nobody(context: Context, turn: Turn) -> str:
    """Who had told a thing on which no two accounts were compared: one, or nobody whom the record had."""
    pairs = context.case.comparison.slots.get(turn.slot, ())
    new = set(context.changes.claims) if context.changes else set()
    return "nobody in the record" if {claim for p in pairs for claim in (p.a, p.b)} <= new else "only one"


def _did(relation: Relation) -> str:
    """The relation in the past: `contradicted each other`."""
    verb, _, rest = RELATIONS[relation].partition(" ")
    past = {"agree": "agreed", "differ": "differed", "contradict": "contradicted", "were": "were"}[verb]
    return f"{past} {rest}".strip()


def _touched(context: Context, changes: Changes) -> Iterator[Line]:
    for touched in changes.touched:
        if touched.contradicted:
            text = f"{_entry(context, touched.where)} rests on accounts that now contradict each other"
            # What contradicts it need not be a claim of its own: it then rests on those that it had.
            claims = touched.claims or getattr(_at(context, touched.where), "claims", ())
            yield context.lines.line(sentence(text), claims, differs=claims)
    if more := [t for t in changes.touched if not t.contradicted]:
        claims = [c for t in more for c in t.claims]
        told = "one entry of the talks rests" if len(more) == 1 else f"{len(more)} entries of the talks rest"
        yield context.lines.line(sentence(f"{told} on more claims than before"), claims)


def _entry(context: Context, where: str) -> str:
    """An entry as words: its text or title; else what kind of entry it is."""
    value = _at(context, where)
    if isinstance(value, Meeting):
        return f"what is told of {context.phrases.the_meeting(where.split('/')[1])}"
    if isinstance(value, Position):
        return f"that {context.phrases.the(value.party)} {act(context, value)}"
    named = next((str(t) for name in ("text", "title", "name") if (t := getattr(value, name, None))), "")
    kind = where.split("/")[0].replace("_", " ")
    return f"“{named}”" if named else f"an entry of the {kind}"


def _at(context: Context, where: str) -> object:
    value: object = context.case.talks
    for step in where.split("/"):
        if isinstance(value, dict):
            value = value[step]
        elif isinstance(value, tuple):
            value = value[int(step)]
        else:
            value = getattr(value, step)
    return value


def _moves(context: Context, changes: Changes, since: str) -> Iterator[Line]:
    """`Russia now demands no renewal; until 1 May 2023 it accepted renewal for 60 days (harder).`"""
    positions = {p.id: p for p in context.case.talks.positions}
    for move in changes.moves:
        yield _moved(context, move, positions, since)
    for key in changes.positions:
        position = positions[key]
        others = [
            p
            for p in positions.values()
            if (p.party, p.issue) == (position.party, position.issue) and p is not position
        ]
        it = "they" if context.phrases.plural(position.party) else "it"
        known = any(p.id not in changes.positions for p in others)
        before = "" if known else f"; until {since} the record did not tell where {it} stood on this"
        text = f"{context.phrases.the(position.party)} now {'also ' if known else ''}{_act(context, position)}{before}"
        yield context.lines.line(sentence(text), position)


def _moved(context: Context, move: Move, positions: dict[str, Position], since: str) -> Line:
    position, earlier = positions[move.now], positions.get(move.before)
    way = f" ({move.direction}{_scale(context, position)})" if move.direction in ("harder", "softer") else ""
    same = earlier is None or earlier is position
    it = "they" if context.phrases.plural(position.party) else "it"
    # What came and went since then was not so until then.
    until = "before that" if context.changes and move.before in _new(context.changes) else f"until {since}"
    before = "" if same or earlier is None else f"; {until} {it} {act(context, earlier, PAST[earlier.stance])}"
    text = f"{context.phrases.the(position.party)} now {_act(context, position)}{before}{way}"
    return context.lines.line(sentence(text), position)


def _new(changes: Changes) -> set[str]:
    return {*changes.positions, *(move.now for move in changes.moves)}


def _act(context: Context, position: Position) -> str:
    return act(context, position) + teller(context, position).removesuffix(" *")


def _scale(context: Context, position: Position) -> str:
    """What is the hardest for a party, without which `harder` says little."""
    hardest = context.phrases.hardest(position.issue, position.party)
    return f"; hardest for {context.phrases.the(position.party)}: {inside(hardest, context.proper)}" if hardest else ""


def _events(context: Context, changes: Changes) -> Iterator[Line]:
    """Meetings, results and next steps that rest on new claims alone."""
    new = set(changes.claims)
    for key in context.meetings:
        if _is_new(context.case.talks.meetings[key].claims, new):
            yield met(context, key)
    outcome = context.case.talks.outcome
    for result in (*outcome.not_agreed, *outcome.agreed):
        if _is_new(result.claims, new):
            yield from result_lines(context, result)
    for steps in next_steps(context):
        if all(_is_new(step.claims, new) for step in steps):
            yield from next_lines(context, steps)


def _is_new(claims: tuple[str, ...], new: set[str]) -> bool:
    return bool(claims) and set(claims) <= new


def _claims(context: Context, changes: Changes) -> Iterator[Line]:
    if changes.claims:
        sources = dict.fromkeys(context.case.claims[c].source for c in changes.claims)
        are = "claim is" if len(changes.claims) == 1 else "claims are"
        named = listed([context.phrases.publisher(s) for s in [*sources][:3]] + ["others"] * (len(sources) > 3))
        # Unmarked: that some of these claims are contradicted elsewhere is told where it happens.
        yield Line(f"{len(changes.claims)} {are} new, from {named}.", changes.claims)
    if changes.gone:
        gone = "claim that was there before is" if len(changes.gone) == 1 else "claims that were there before are"
        yield Line(f"{len(changes.gone)} {gone} gone.")
