"""The questions that several accounts answer, in words, and what each account says to them."""

from collections.abc import Iterable

from ..record import GRAVITY, Claim, Relation
from ..record.predicates import HOLDERS
from ..record.slots import Slot
from .context import Context
from .english import capital, listed
from .outline import Line, Table
from .phrases import value_tells

ROLES_HELD = frozenset(family.name for family in HOLDERS)
"""Roles of which the question is who held them."""
_QUESTIONS = {
    "date": "the day of {meeting}", "place": "the place of {meeting}", "venue": "the house in which {meeting} took place",
    "parties": "who took part in {meeting}", "format": "the format of {meeting}", "precedence": "what {meeting} was the first of",
    "aim": "the aim of {meeting}", "lasted": "how long {meeting} lasted", "size": "how many took part in {meeting}",
    "topic": "what was spoken of at {meeting}", "begins": "when {meeting} began", "ends": "when {meeting} ended",
    "sequence": "which meeting came first, or is a part of the other", "seat": "the part of {about}",
    "hosts": "who hosted {meeting}",
    "mediates": "who mediated {meeting}", "facilitates": "who facilitated {meeting}", "chairs": "who chaired {meeting}",
    "convenes": "who convened {meeting}", "heads": "who led {whose} delegation",
    "invited": "whether {about} was invited", "accompanies": "whom {about} accompanied",
    "numbers": "the size of {whose} delegation", "only_if": "on what {about} makes {issue} depend",
    "in_exchange_for": "what {about} wants in exchange on {issue}", "changed": "what has changed with {about}",
    "signed": "who signed {about}", "post": "the post of {about}",
    "position": "where {about} stands on {issue}", "result": "what came of {meeting}", "next": "what comes after {meeting}",
    "term": "how long {about} runs", "said": "what {about} said", "did": "what {about} did", "told": "what is told of {about}",
}  # fmt: skip
Found = list[tuple[str, str, str]]
"""Slot and the two claims of each pair."""


def pairs_by_relation(context: Context) -> dict[Relation, Found]:
    """Slot and the two claims of each pair, each pair once under its gravest relation, in the order of the slots."""
    kept = {(a, b): relation for a, b, relation in context.case.comparison.pairs()}
    found: dict[Relation, Found] = {relation: [] for relation in GRAVITY}
    for slot, pairs in context.case.comparison.slots.items():
        for pair in pairs:
            if kept.get((pair.a, pair.b)) is pair.relation:
                found[pair.relation].append((slot, pair.a, pair.b))
                del kept[pair.a, pair.b]
    return found


def said(context: Context, claim: Claim) -> str:
    """What one claim says, in a few words; a position that another tells of a party is told with that."""
    if claim.predicate in ROLES_HELD and value_tells(claim):
        return context.phrases.the(context.case.names.id(claim.subject))
    short = claim.type in ("meeting", "person_post", "position", "outcome") and value_tells(claim)
    foreign = context.phrases.foreign(claim)
    return context.phrases.value(claim) if short and not foreign else context.phrases.says(claim)


def by_answer(context: Context, claims: Iterable[str]) -> list[str]:
    """What some claims say, each answer once with all who give it: `11 March (Hask Ledger and the company)`."""
    told: dict[str, list[str]] = {}
    for key in claims:
        claim = context.case.claims[key]
        told.setdefault(said(context, claim), []).append(context.phrases.publisher(claim.source))
    return [f"{answer} ({listed(dict.fromkeys(publishers))})" for answer, publishers in told.items()]


def question(context: Context, slot: str) -> str:
    """A slot as the subject of a sentence: `who led Russia's delegation`; an earlier slot that is gone keeps its name."""
    known = context.case.comparison.questions.get(slot)
    return slot if known is None else _question(context, known)


def _question(context: Context, slot: Slot) -> str:
    phrases, about = context.phrases, [x for x in slot.about if x]
    names = [phrases.the_thing(x) for x in about]
    first = names[0] if names else "it"
    form = _QUESTIONS.get(slot.family.name, slot.family.name.replace("_", " ") + " of {about}")
    issue = phrases.about(about[-1]) if len(about) > 1 else "that"
    return form.format(about=first, meeting=first, whose=phrases.whose(about[0]) if about else "its", issue=issue)


def told(context: Context, key: str) -> str:
    """What one source tells: `Lenn Courier: 60 days`."""
    claim = context.case.claims[key]
    printed = f" (printed: {claim.as_printed})" if claim.as_printed and claim.as_printed != claim.value else ""
    return f"{context.phrases.publisher(claim.source)}: {said(context, claim)}{printed}"


def all_pairs(context: Context) -> Table:
    """Every pair, the gravest first, for the annex."""
    rows = []
    for relation, pairs in pairs_by_relation(context).items():
        for slot, a, b in pairs:
            cells = (context.lines.line(told(context, x), (x,)) for x in (a, b))
            asked = capital(question(context, slot))
            rows.append(((Line(asked),), *((cell,) for cell in cells), (Line(relation.value.replace("_", " ")),)))
    return Table(("Question", "One account", "The other", "Relation"), tuple(rows))
