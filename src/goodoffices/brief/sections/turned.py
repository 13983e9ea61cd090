"""In what the accounts differ now and did not before, and what rests on that."""

from collections.abc import Iterator

from ...case import Changes, Turn
from ...record import Relation
from ...talks import Meeting, Position
from ..context import Context
from ..english import listed, sentence
from ..outline import Line
from ..posts import change_of_post, titles
from ..questions import by_answer, question
from .stand_words import act

_GRAVE = (Relation.CONTRADICTS, Relation.DIFFERS_QUALIFIER, Relation.LATER_REPORT)


def turns(context: Context, changes: Changes, until: str) -> Iterator[Line]:
    """`On how long it runs, the accounts now contradict each other: 60 days (X) or 120 days (Y); until 1 May only one told it.`"""
    for turn in changes.turns:
        if _is_grave(turn) and not _post(context, turn):
            claims = _claims(context, turn)
            differs = claims if turn.now is Relation.CONTRADICTS else ()
            yield context.lines.line(_turn(context, turn, claims, until), claims, differs=differs)


def posts(context: Context, changes: Changes) -> Iterator[Line]:
    """`Oleksandr Kubrakov is now told as Infrastructure Minister, later Deputy Prime Minister.`"""
    for turn in changes.turns:
        if _is_grave(turn) and (person := _post(context, turn)):
            told = titles(context.case, context.case.talks.people[person])
            text = f"{context.phrases.the(person)} is now told as {told}"
            yield context.lines.line(sentence(text), _claims(context, turn))


def entries(context: Context, changes: Changes) -> Iterator[Line]:
    """Entries that rest on accounts which contradict each other now, where no sentence of `turns` has told in what."""
    told = {claim for turn in changes.turns if turn.now is Relation.CONTRADICTS for claim in _claims(context, turn)}
    for touched in changes.touched:
        # What contradicts it need not be a claim of its own: it then rests on those that it had.
        claims = touched.claims or getattr(_at(context, touched.where), "claims", ())
        if touched.contradicted and not told & set(getattr(_at(context, touched.where), "claims", claims)):
            text = f"on {_entry(context, touched.where)}, the accounts now contradict each other"
            yield context.lines.line(sentence(text), claims, differs=claims)


def harmless(context: Context, changes: Changes) -> int:
    """On how many questions the accounts differ otherwise than before, without harm."""
    return sum(not _is_grave(turn) for turn in changes.turns)


def _is_grave(turn: Turn) -> bool:
    return turn.before in _GRAVE or turn.now in _GRAVE


def _claims(context: Context, turn: Turn) -> tuple[str, ...]:
    pairs = context.case.comparison.slots.get(turn.slot, ())
    return tuple(dict.fromkeys(x for p in pairs if p.relation is turn.now for x in (p.a, p.b)))


def _turn(context: Context, turn: Turn, claims: tuple[str, ...], until: str) -> str:
    about = f"on {question(context, turn.slot)},"
    if turn.now not in _GRAVE:
        how = "no longer contradict each other" if turn.before is Relation.CONTRADICTS else "no longer differ"
        return sentence(f"{about} the accounts {how}" if turn.now else f"{about} only one account is left")
    how = "contradict each other" if turn.now is Relation.CONTRADICTS else "differ"
    now = f"the accounts now {how}: {listed(by_answer(context, claims), 'or')}"
    return sentence(f"{about} {now}{_before(context, turn, until)}")


def _before(context: Context, turn: Turn, until: str) -> str:
    if not until:
        return ""
    if turn.before is None:
        pairs = context.case.comparison.slots.get(turn.slot, ())
        new = set(context.changes.claims) if context.changes else set()
        known = not {claim for p in pairs for claim in (p.a, p.b)} <= new
        return f"; {until} {'only one' if known else 'no report'} told it"
    if turn.before not in _GRAVE:
        return f"; {until} they did not"
    return (
        f"; {until} they {'contradicted each other' if turn.before is Relation.CONTRADICTS else 'differed otherwise'}"
    )


def _post(context: Context, turn: Turn) -> str | None:
    """The person whose posts it is about, where all the accounts together tell one after the other."""
    key, claims = turn.slot.removeprefix("post:"), _claims(context, turn)
    if key == turn.slot or key not in context.case.talks.people or turn.now is not Relation.DIFFERS_QUALIFIER:
        return None
    pairs = [p for p in context.case.comparison.slots[turn.slot] if p.relation is turn.now]
    return key if claims and all(change_of_post(context.case, p.a, p.b) for p in pairs) else None


def _entry(context: Context, where: str) -> str:
    """An entry as words: its text or title; else what kind of entry it is."""
    value = _at(context, where)
    if isinstance(value, Meeting):
        return f"what is told of {context.phrases.the_meeting(where.split('/')[1])}"
    if isinstance(value, Position):
        return f"whether {context.phrases.the(value.party)} {act(context, value)}"
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
