"""What changed since an earlier state: the first thing that a returning reader wants."""

from collections.abc import Iterator

from ..case import Changes, Move, Turn
from ..record import Relation
from ..talks import Position
from .context import Context
from .outline import Bullets, Line, Note, Section
from .phrases import capital, clean, counted

_NAMES = {
    Relation.AGREE: "agree", Relation.VARIANT_SPELLING: "differ in spelling", Relation.VARIANT_WORDING: "differ in wording",
    Relation.REFINES: "differ in how exact they are", Relation.DIFFERS_QUALIFIER: "differ in a qualifier",
    Relation.CONTRADICTS: "contradict each other", Relation.LATER_REPORT: "were written before and after it was known",
}  # fmt: skip


def changed(context: Context) -> Section:
    """What changed, the most consequential first: contradictions and conclusions, then positions, then new claims."""
    changes = context.changes
    if changes is None or not changes:
        since = "then" if changes is None else changes.since
        return Section("changed", f"What changed since {since}", (Note("Nothing changed."),))
    lines = [*_turns(context, changes), *_touched(context, changes), *_moves(context, changes), *_new(context, changes)]
    return Section("changed", f"What changed since {changes.since}", (Bullets(tuple(lines)),))


def relation_words(relation: Relation) -> str:
    """A relation as a sentence ends: `contradict each other`."""
    return _NAMES[relation]


_GRAVE = (Relation.CONTRADICTS, Relation.DIFFERS_QUALIFIER, Relation.LATER_REPORT)


def _turns(context: Context, changes: Changes) -> Iterator[Line]:
    """What turned grave, or ceased to be, one by one; turns between harmless relations are only counted."""
    grave = [t for t in changes.turns if t.before in _GRAVE or t.now in _GRAVE]
    for turn in grave:
        pairs = context.case.comparison.slots.get(turn.slot, ())
        claims = [x for p in pairs if p.relation is turn.now for x in (p.a, p.b)]
        yield context.lines.line(_turn(context, turn), claims, lead="Accounts turned")
    if len(changes.turns) > len(grave):
        yield Line(f"{counted(len(changes.turns) - len(grave), 'more question')}, harmlessly.", lead="Accounts turned")


def _turn(context: Context, turn: Turn) -> str:
    before = f"the accounts {_NAMES[turn.before]}" if turn.before else "only one account told it"
    now = f"now the accounts {_NAMES[turn.now]}" if turn.now else "now only one tells it"
    return f"{question(context, turn.slot)}: before, {before}; {now}."


_LABELS = {
    "date": "Day", "place": "Town", "venue": "House", "parties": "Who met", "format": "Format", "precedence": "First of its kind",
    "aim": "Aim", "lasted": "Length", "size": "Size", "sequence": "Order", "seat": "Part", "hosts": "Host", "mediates": "Mediator",
    "facilitates": "Facilitator", "chairs": "Chair", "heads": "Head of delegation", "signed": "Signatory", "post": "Post",
    "position": "Position", "result": "Result", "next": "What comes next", "term": "Term", "said": "Words",
    "did": "Deeds", "told": "Besides",
}  # fmt: skip


def question(context: Context, slot: str) -> str:
    """A slot in words of the case: `Town (Direct talks)`; an earlier slot that is gone keeps its name."""
    known = context.case.comparison.questions.get(slot)
    if known is None:
        return slot
    phrases = context.phrases
    about = [phrases.issue(x) if x in phrases.talks.issues else phrases.meeting(x) for x in known.about if x]
    label = _LABELS.get(known.family.name, capital(known.family.name.replace("_", " ")))
    return f"{label} ({', '.join(about)})"


def _touched(context: Context, changes: Changes) -> Iterator[Line]:
    for touched in changes.touched:
        if touched.contradicted:
            yield context.lines.line(f"{_entry(context, touched.where)} rests on accounts that now contradict each other.",
                                     touched.claims, lead="Conclusion touched")  # fmt: skip
    more = [t for t in changes.touched if not t.contradicted]
    if more:
        claims = [c for t in more for c in t.claims]
        yield context.lines.line(
            f"{len(more)} entries of the talks rest on more claims than before.", claims, lead="Support"
        )


def _entry(context: Context, where: str) -> str:
    """An entry's place in the file as words: its text, where it has one."""
    steps = where.split("/")
    value: object = context.case.talks
    for step in steps:
        if isinstance(value, dict):
            value = value[step]
        elif isinstance(value, tuple):
            value = value[int(step)]
        else:
            value = getattr(value, step)
    text = getattr(value, "text", None) or getattr(value, "title", None) or where
    return f"{clean(str(text))} ({where})" if text != where else where


def _moves(context: Context, changes: Changes) -> Iterator[Line]:
    positions = {p.id: p for p in context.case.talks.positions}
    explained: set[tuple[str, str]] = set()
    for move in changes.moves:
        position = positions[move.now]
        earlier = positions.get(move.before)
        was = f", before: {context.phrases.stance(earlier)}" if earlier and earlier is not position else ""
        scale = ""
        if move.direction in ("harder", "softer") and (position.party, position.issue) not in explained:
            explained.add((position.party, position.issue))
            scale = context.phrases.scale(position.issue, position.party)
        text = f"{_whose(context, position, scale)} {context.phrases.stance(position)}{was}{_direction(move)}."
        yield context.lines.line(text, position, lead="Position moved")
    for key in changes.positions:
        position = positions[key]
        text = f"{_whose(context, position)} {context.phrases.stance(position)}."
        yield context.lines.line(text, position, lead="New position")


def _whose(context: Context, position: Position, scale: str = "") -> str:
    told = context.phrases.told_by(position)
    about = f"{context.phrases.name(position.party)} on {context.phrases.issue(position.issue)}{scale}"
    return f"{about}{f' ({told})' if told else ''}"


def _direction(move: Move) -> str:
    return {
        "harder": " (harder)",
        "softer": " (softer)",
        "stance": " (the same option, another firmness)",
        "other": "",
    }[move.direction]


def _new(context: Context, changes: Changes) -> Iterator[Line]:
    if changes.claims:
        sources = {context.case.claims[c].source for c in changes.claims}
        # Unmarked: that some of these claims are contradicted elsewhere is told where it happens.
        yield Line(f"{len(changes.claims)} from {counted(len(sources), 'source')}.", changes.claims, lead="New claims")
    if changes.gone:
        yield Line(f"{len(changes.gone)} that were there before: {', '.join(changes.gone[:6])}.", lead="Claims gone")
