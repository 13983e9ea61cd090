"""A comparison of the typed questions (days, lists of actors, order, parts) that looks at every pair of claims in turn.

Written from the published sentences (`DEFINITIONS`, the docstrings of the table) and from the data of `FAMILIES`; it shares no
code with the comparison that it checks. Slow on purpose. It knows ids only: no spellings, no qualifiers, no prints.
"""

from calendar import monthrange
from datetime import date, timedelta
from itertools import combinations, product

from goodoffices.record import FAMILIES, Claim, Record, Relation, Source

SIDES = {"heads", "represents", "member_of"}
HELD = {"hosts", "mediates", "facilitates", "chairs", "heads"}
UNREAL = {"future", "conditional", "possible", "aim"}
(SEAT,) = (family for family in FAMILIES if family.name == "seat")
GRAVEST_FIRST = "contradicts differs_qualifier later_report refines variant_wording variant_spelling agree".split()

Question = tuple[str, ...]


class Oracle:
    """The relations of one record, pair by pair."""

    def __init__(self, record: Record, meetings: set[str], party: dict[str, str]) -> None:
        self.record = record
        self.meetings = meetings
        self.party = party

    def pairs(self) -> set[tuple[frozenset[str], str]]:
        """Every pair of claims that answer one question, with the gravest relation."""
        found: dict[frozenset[str], str] = {}
        for one, other in combinations(self.record.sources, 2):
            if self.root(one) != self.root(other):
                for question in self.questions(one) & self.questions(other):
                    for a, b in self.candidates(question, one, other):
                        key, relation = frozenset((a.id, b.id)), str(self.relation(question, a, b))
                        if key not in found or GRAVEST_FIRST.index(relation) < GRAVEST_FIRST.index(found[key]):
                            found[key] = relation
        return set(found.items())

    def root(self, key: str) -> str:
        origin = self.record.sources[key].derived_from
        return self.root(origin) if origin else key

    def source(self, claim: Claim) -> Source:
        return self.record.sources[claim.source]

    def of(self, claim: Claim) -> set[Question]:
        """The questions that a claim answers."""
        if claim.predicate in ("before", "after"):
            return {("sequence", *sorted((claim.subject, str(claim.value))))}
        if claim.predicate in ("date", "parties"):
            return {(claim.predicate, claim.subject)}
        questions: set[Question] = {("seat", claim.subject)}
        if claim.predicate == "heads":
            questions.add(("heads", str(claim.value)))
        elif claim.predicate in HELD:
            questions.add((claim.predicate, str(claim.value)))
        return questions

    def questions(self, source: str) -> set[Question]:
        return {q for claim in self.record.claims if claim.source == source and claim.counts for q in self.of(claim)}

    def answers(self, question: Question, source: str) -> list[Claim]:
        return [c for c in self.record.claims if c.source == source and c.counts and question in self.of(c)]

    def event(self, claim: Claim) -> str | None:
        """The meeting of a part; the other questions name theirs themselves."""
        return claim.meeting or (str(claim.value) if claim.value in self.meetings and claim.type != "meeting" else None)

    def for_party(self, claim: Claim) -> str | None:
        return claim.for_party or self.party.get(claim.subject)

    def candidates(self, question: Question, one: str, other: str) -> list[tuple[Claim, Claim]]:
        """Each answer with the nearest of the other source; a holder whom both name is nobody's rival."""
        left, right = self.answers(question, one), self.answers(question, other)
        ids = {c.id: c for c in left + right}
        pairs = {(a.id, b.id) for a in left for b in self.nearest(a, right)} | {
            (a.id, b.id) for b in right for a in self.nearest(b, left)
        }
        found = [(ids[a], ids[b]) for a, b in pairs]
        both = {c.subject for c in left} & {c.subject for c in right}
        if question[0] in HELD:
            found = [
                (a, b) for a, b in found if a.subject == b.subject or (a.subject not in both and b.subject not in both)
            ]
        return found

    def nearest(self, claim: Claim, others: list[Claim]) -> list[Claim]:
        """Same subject, then same side, same value, same verb, like values; then the lower id."""
        near = [c for c in others if None in (self.event(c), self.event(claim)) or self.event(c) == self.event(claim)]
        for nearer in (
            lambda c: c.subject == claim.subject,
            lambda c: self.for_party(c) == self.for_party(claim),
            lambda c: c.value == claim.value,
            lambda c: c.predicate == claim.predicate,
        ):
            near = [c for c in near if nearer(c)] or near
        most = max((likeness(claim, c) for c in near), default=0.0)
        near = [c for c in near if likeness(claim, c) == most]
        return sorted(near, key=lambda c: (len(c.id), c.id))[:1]

    def relation(self, question: Question, a: Claim, b: Claim) -> Relation:
        found = self.value_relation(question, a, b)
        if found is not Relation.CONTRADICTS:
            return found
        # What was still to come when one was written, or was only planned, is contradicted by no fact.
        early = [c for c in (a, b) if self.source(c).written in ("before", "during")]
        if len(early) == 1 and early[0].modality in UNREAL:
            return Relation.LATER_REPORT
        return Relation.VARIANT_WORDING if (a.modality in UNREAL) != (b.modality in UNREAL) else found

    def value_relation(self, question: Question, a: Claim, b: Claim) -> Relation:
        if question[0] == "seat":
            return self.parts(a, b)
        if question[0] in HELD:
            return self.holders(a, b)
        compare = {"date": days, "parties": lists, "sequence": order}[question[0]]
        found = compare(a, b)
        if (a.modality == "negated") != (b.modality == "negated"):
            return Relation.CONTRADICTS if found is Relation.AGREE else Relation.VARIANT_WORDING
        return found

    def parts(self, a: Claim, b: Claim) -> Relation:
        without = [c for c in (a, b) if away(c)]
        apart = {a.predicate, b.predicate} <= SIDES and a.value != b.value
        if len(without) == 1:
            (having,) = (c for c in (a, b) if not away(c))
            # Whoever has a part has all weaker ones, of the same side.
            held = {part(having)} | {low for low, high in closure() if high == part(having)}
            return Relation.CONTRADICTS if part(without[0]) in held and not apart else Relation.VARIANT_WORDING
        if without and (apart or part(a) != part(b)):
            linked = {(part(a), part(b)), (part(b), part(a))} & closure()
            return Relation.REFINES if linked and not apart else Relation.VARIANT_WORDING
        if part(a) == part(b):
            sides = {str(c.value) if c.predicate in SIDES else self.for_party(c) for c in (a, b)} - {None}
            return Relation.CONTRADICTS if len(sides) == 2 else Relation.AGREE
        verbs = (part(a), part(b))
        if (
            (verbs in SEAT.excludes or verbs[::-1] in SEAT.excludes)
            and not self.own_side(a, b)
            and not self.own_side(b, a)
        ):
            return Relation.CONTRADICTS
        return Relation.REFINES if verbs in closure() or verbs[::-1] in closure() else Relation.VARIANT_WORDING

    def own_side(self, speaker: Claim, neutral: Claim) -> bool:
        """Who is neutral may speak for those on whose behalf he is there."""
        return (
            speaker.predicate in SIDES and neutral.predicate not in SIDES and speaker.value == self.for_party(neutral)
        )

    def holders(self, a: Claim, b: Claim) -> Relation:
        if a.subject == b.subject:
            return Relation.CONTRADICTS if away(a) != away(b) else Relation.AGREE
        if away(a) or away(b):
            return Relation.VARIANT_WORDING
        stands_for = [{c.for_party or self.party.get(c.subject), self.party.get(c.subject)} for c in (a, b)]
        return Relation.REFINES if a.subject in stands_for[1] or b.subject in stands_for[0] else Relation.CONTRADICTS


def away(claim: Claim) -> bool:
    """Whether a claim says that somebody had no such part."""
    return (claim.predicate == "absent_from") != (claim.modality == "negated")


def part(claim: Claim) -> str:
    """The part that a claim says somebody had, or had not."""
    return "attends" if claim.predicate == "absent_from" else claim.predicate


def closure() -> set[tuple[str, str]]:
    """The order of parts with all that follows from it: weaker and stronger."""
    known = set(SEAT.order)
    while more := {(a, d) for (a, b), (c, d) in product(known, known) if b == c} - known:
        known |= more
    return known


def likeness(a: Claim, b: Claim) -> float:
    """The share of the shorter list's actors that stand in the other; of single ids and days, none or all."""
    if not (isinstance(a.value, tuple) and isinstance(b.value, tuple)):
        return 0.0
    return len(set(a.value) & set(b.value)) / min(len(a.value), len(b.value))


def span(text: str) -> tuple[date, date] | None:
    """First and last day of a day, a month or a year, `about` some days or the neighbours more."""
    if text == "not said":
        return None
    year, *rest = map(int, text.removeprefix("about ").split("-"))
    month = rest[0] if rest else None
    day = rest[1] if len(rest) == 2 else None
    first = date(year, month or 1, day or 1)
    last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    reach = timedelta(days={0: 366, 1: 31, 2: 3}[len(rest)] if text.startswith("about ") else 0)
    return first - reach, last + reach


def days(a: Claim, b: Claim) -> Relation:
    left, right = span(str(a.value)), span(str(b.value))
    if left == right:
        return Relation.AGREE
    if left is None or right is None or (left[0] <= right[1] and right[0] <= left[1]):
        return Relation.REFINES
    return Relation.CONTRADICTS


def lists(a: Claim, b: Claim) -> Relation:
    left, right = (set(c.value) if isinstance(c.value, tuple) else {c.value} for c in (a, b))
    if left == right:
        return Relation.AGREE
    return Relation.REFINES if left <= right or right <= left else Relation.CONTRADICTS


def order(a: Claim, b: Claim) -> Relation:
    first = [c.subject if c.predicate == "before" else c.value for c in (a, b)]
    return Relation.AGREE if first[0] == first[1] else Relation.CONTRADICTS
