"""Where the accounts agree, differ, or stand alone: the gravest first, findings set apart and signed."""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from ..record import GRAVITY, Finding, Relation, witnesses
from .changed import question, relation_words
from .context import Context
from .outline import Block, Bullets, Line, Note, Section, Table
from .phrases import counted, day, value_tells

_TITLES = {
    Relation.CONTRADICTS: "They contradict each other",
    Relation.DIFFERS_QUALIFIER: "They differ in a qualifier; both can hold",
    Relation.LATER_REPORT: "One was written before it could be known",
    Relation.REFINES: "One is more exact than the other",
}
Found = list[tuple[str, str, str]]
"""Slot and the two claims of each pair."""


def accounts(context: Context) -> Section:
    """The third section."""
    sources = context.case.record.sources
    if len(set(witnesses(sources).values())) < 2:
        return Section(
            "accounts", "Where the accounts agree and differ", (Note("There is one account only: nothing to compare."),)
        )
    if not any(claim.counts for claim in context.case.record.claims):
        note = "Nothing is compared yet: proposed claims are, once a person has accepted them."
        return Section("accounts", "Where the accounts agree and differ", (Note(note),))
    blocks: list[Block] = []
    found = pairs_by_relation(context)
    judged: dict[str, list[Finding]] = {}
    for finding in context.case.record.findings:
        judged.setdefault(finding.slot, []).append(finding)
    for relation, title in _TITLES.items():
        lines = tuple(_pairs(context, found[relation], judged))
        if lines:
            blocks.append(Bullets(lines, title))
    rest = (*_judgements(context, *judged.values()), _agreement(context, found), *_alone(context))
    blocks.append(Bullets(rest, "What agrees, and what only one account tells"))
    return Section("accounts", "Where the accounts agree and differ", tuple(blocks))


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


def _pairs(context: Context, found: Found, judged: dict[str, list[Finding]]) -> Iterator[Line]:
    """The pairs of one relation; what a person judges of a question follows its gravest pairs, and leaves `judged`."""
    for slot, pairs in groupby(found, key=lambda pair: pair[0]):
        for _, a, b in pairs:
            yield context.lines.line(f"{told(context, a)}; {told(context, b)}.", (a, b), lead=question(context, slot))
        yield from _judgements(context, judged.pop(slot, []))


def told(context: Context, key: str) -> str:
    """What one source tells: `PUBLISHER: 60 days`."""
    claim = context.case.claims[key]
    short = claim.type in ("meeting", "person_post", "position", "outcome") and value_tells(claim)
    # A position that another tells of a party is told with that, never as the party's own.
    says = context.phrases.value if short and not context.phrases.foreign(claim) else context.phrases.says
    printed = f" (printed: {claim.as_printed})" if claim.as_printed and claim.as_printed != claim.value else ""
    return f"{context.phrases.publisher(claim.source)}: {says(claim)}{printed}"


def _judgements(context: Context, *findings: Iterable[Finding]) -> Iterator[Line]:
    for finding in chain(*findings):
        yield context.lines.line(
            _finding(context, finding), finding.claims, lead="Judgement", signed=_signature(finding)
        )


def _finding(context: Context, finding: Finding) -> str:
    return f"{question(context, finding.slot)}: {', '.join(finding.claims)} {finding.verdict}; {finding.reason}"


def _signature(finding: Finding) -> str:
    return f"{finding.by}, {day(finding.on)}" if finding.on.said else finding.by


def _agreement(context: Context, found: dict[Relation, Found]) -> Line:
    """How many pairs agree, and how many differ in letters or words only."""
    like = (Relation.AGREE, Relation.VARIANT_SPELLING, Relation.VARIANT_WORDING)
    parts = [f"{len(found[r])} {relation_words(r)}" for r in like if found[r]]
    if parts:
        number, _, words = parts[0].partition(" ")
        parts[0] = f"{counted(int(number), 'pair')} of statements {words}"
    claims = [x for r in like for _, a, b in found[r] for x in (a, b)]
    text = f"{', '.join(parts)}." if parts else "No pair of statements agrees."
    # Unmarked: that some of these claims are contradicted elsewhere is told where it happens.
    return Line(text, tuple(dict.fromkeys(claims)))


def _alone(context: Context) -> Iterator[Line]:
    for source, claims in context.case.comparison.only.items():
        if claims:
            some = [context.phrases.says(context.case.claims[c]) for c in _weightiest(context, claims)]
            among = "claims, among them" if len(claims) > len(some) else "claims" if len(claims) > 1 else "claim"
            text = f"{len(claims)} {among}: {'; '.join(some)}."
            yield context.lines.line(text, claims, lead=f"Only {context.phrases.publisher(source)} tells")


_WEIGHT = ("outcome", "position", "signature", "meeting", "mediation", "statement")


def _weightiest(context: Context, claims: tuple[str, ...]) -> list[str]:
    """Two of the claims that say most: results and positions before posts and context."""
    types = {c: context.case.claims[c].type for c in claims}
    return sorted(claims, key=lambda c: _WEIGHT.index(types[c]) if types[c] in _WEIGHT else len(_WEIGHT))[:2]


def all_pairs(context: Context) -> Table:
    """Every pair, the gravest first, for the annex."""
    rows = []
    for relation, pairs in pairs_by_relation(context).items():
        for slot, a, b in pairs:
            cells = (context.lines.line(told(context, x), (x,)) for x in (a, b))
            rows.append(
                (
                    (Line(question(context, slot)),),
                    *((cell,) for cell in cells),
                    (Line(relation.value.replace("_", " ")),),
                )
            )
    return Table(("Question", "One account", "The other", "Relation"), tuple(rows))
