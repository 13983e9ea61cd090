"""Proposals held against facts that a person wrote down: which of them are the same, and how good that is.

A proposal fits a fact (lenient) if type, predicate, subject and value say the same and the anchors overlap; strictly, if
attribution and modality are right as well. Each proposal fits one fact at most. Words of free verbs (said, stressed) count
as one predicate, as do the ways of being for something; a denial counts as the same in each of its forms, and as another
thing than what it denies; who heads and who represents do not count as one. Meetings are numbered by each side
as it likes: they are mapped one to one so that the most proposals fit.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from goodoffices.language.folding import fold
from goodoffices.language.wording import shared, wording
from goodoffices.record import Claim, Polarity, Relation, polarity
from goodoffices.record.claim import ClaimType, Modality
from goodoffices.record.values import posts

FREE = frozenset({"statement", "decision", "context", "assessment"})
ALIKE = 0.5
"""Share of meaningful stems of the shorter text from which two texts of one anchor count as one value."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as a person wrote it down."""

    id: str
    type: str
    subject: str
    predicate: str
    value: str | tuple[str, ...]
    attributed_to: str
    modality: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its facts and the names that mean one thing."""

    id: str
    text: str
    facts: tuple[Fact, ...]
    names: Mapping[str, str]


@dataclass(slots=True)
class Scored:
    """What came of one document: which proposal fits which fact."""

    document: str
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    lenient: list[tuple[Fact, Claim]] = field(default_factory=list)
    strict: list[tuple[Fact, Claim]] = field(default_factory=list)

    def counts(self, types: Iterable[str] | None, strict: bool = False) -> tuple[int, int, int]:
        """Facts, proposals and fits of some kinds of fact (`meeting.date` or `position`), or of all."""
        wanted = None if types is None else set(types)
        facts = [f for f in self.facts if wanted is None or kind(f) in wanted]
        claims = [c for c in self.claims if wanted is None or kind(c) in wanted]
        pairs = self.strict if strict else self.lenient
        return len(facts), len(claims), sum(wanted is None or kind(f) in wanted for f, _ in pairs)


def kind(of: Fact | Claim) -> str:
    """The row of the table to which a fact belongs: its type, for meetings and delegations with the predicate."""
    if of.type == "meeting":
        return f"meeting.{of.predicate}"
    if of.type == "delegation":
        return "delegation.heads" if of.predicate == "heads" else "delegation.other"
    return of.type


def score(marked: Marked, claims: Sequence[Claim]) -> Scored:
    """Fit proposals to facts, each once: the surest fit (largest overlap) first."""
    mapping = _meetings(marked, claims)
    fits = []
    for fact in marked.facts:
        for claim in claims:
            common = min(fact.end, claim.end or 0) - max(fact.start, claim.start or 0)
            if common > 0 and _same(fact, claim, mapping, marked.names):
                strictly = _told(fact, claim, marked.names)
                # Where two fit, the one told rightly, then the nearest stretch of words.
                apart = abs(fact.start - (claim.start or 0)) + abs(fact.end - (claim.end or 0))
                fits.append((not strictly, apart, fact.id, claim.id, fact, claim, strictly))
    done = Scored(marked.id, marked.facts, tuple(claims))
    facts: set[str] = set()
    used: set[str] = set()
    for _, _, fact_id, claim_id, fact, claim, strictly in sorted(fits, key=lambda fit: fit[:4]):
        if fact_id not in facts and claim_id not in used:
            facts.add(fact_id)
            used.add(claim_id)
            done.lenient.append((fact, claim))
            if strictly:
                done.strict.append((fact, claim))
    return done


def _meetings(marked: Marked, claims: Sequence[Claim]) -> dict[str, str]:
    votes: Counter[tuple[str, str]] = Counter()
    for fact in marked.facts:
        for claim in claims:
            if fact.type == claim.type and min(fact.end, claim.end or 0) > max(fact.start, claim.start or 0):
                votes.update(_vote(fact, claim, marked.names))
    mapping: dict[str, str] = {}
    for (theirs, ours), _ in sorted(votes.items(), key=lambda item: (-item[1], item[0])):
        if ours not in mapping and theirs not in mapping.values():
            mapping[ours] = theirs
    return mapping


def _vote(fact: Fact, claim: Claim, names: Mapping[str, str]) -> list[tuple[str, str]]:
    if fact.predicate != claim.predicate:
        return []
    if _is_meeting(fact.subject) and _is_meeting(claim.subject) and _value(fact, claim, {}, names):
        return [(fact.subject, claim.subject)]
    value = fact.value
    if isinstance(value, str) and _is_meeting(value) and _is_meeting(str(claim.value)):
        return [(value, str(claim.value))] if _name(fact.subject, names) == _name(claim.subject, names) else []
    return []


def _is_meeting(word: str) -> bool:
    return word[:1] == "M" and word[1:].isdigit()


def _same(fact: Fact, claim: Claim, mapping: Mapping[str, str], names: Mapping[str, str]) -> bool:
    return (
        fact.type == claim.type
        and _predicate(fact, claim)
        and _subject(fact, claim, mapping, names)
        and _value(fact, claim, mapping, names)
    )


def _predicate(fact: Fact, claim: Claim) -> bool:
    if fact.type in FREE:
        return True
    said, told = _said(fact), polarity(claim)
    if fact.type == "position":
        return said.sign == told.sign
    if fact.type == "outcome":
        return (fact.predicate == "next") == (claim.predicate == "next") and said.sign == told.sign
    return said.predicate == told.predicate


def _said(fact: Fact) -> Polarity:
    """What a fact asserts or denies, whichever form it was written down in."""
    return polarity(
        Claim(
            id=fact.id, source="", type=cast(ClaimType, fact.type), subject=fact.subject, predicate=fact.predicate,
            value=fact.value, modality=cast(Modality, fact.modality), words="", entered_by="",
        )
    )  # fmt: skip


def _subject(fact: Fact, claim: Claim, mapping: Mapping[str, str], names: Mapping[str, str]) -> bool:
    if fact.type in ("assessment", "context") or (fact.type == "outcome" and not _is_meeting(fact.subject)):
        # Whose assessment it is stands in the words; an outcome may be told of the meeting or of those who met.
        return True
    if fact.type == "outcome":
        return not _is_meeting(claim.subject) or mapping.get(claim.subject, claim.subject) == fact.subject
    if _is_meeting(fact.subject):
        return mapping.get(claim.subject, claim.subject) == fact.subject
    return _same_name(fact.subject, claim.subject, names)


def _value(fact: Fact, claim: Claim, mapping: Mapping[str, str], names: Mapping[str, str]) -> bool:
    if fact.predicate == "parties":
        return _same_parties(fact.value, claim.value, names)
    wanted = fact.value if isinstance(fact.value, str) else "; ".join(fact.value)
    told = claim.value if isinstance(claim.value, str) else "; ".join(map(str, claim.value)) if isinstance(
        claim.value, tuple) else str(claim.value)  # fmt: skip
    if _is_meeting(told):
        return mapping.get(told, told) in wanted.split("; ") or (fact.predicate == "before" and "M" in wanted)
    if fact.predicate == "date":
        return wanted == told
    if fact.predicate == "post":
        return posts(wanted, told) in (Relation.AGREE, Relation.REFINES, Relation.VARIANT_SPELLING)
    if fact.predicate == "format":
        return fold(wanted) == fold(told)
    if fact.type in ("delegation", "mediation", "attendance", "absence") or fact.predicate in ("place", "venue"):
        return _same_name(wanted, told, names)
    return _alike(wanted, told)


def _alike(a: str, b: str) -> bool:
    if fold(a) == fold(b):
        return True
    left, right = wording(a).stems, wording(b).stems
    smaller = min(len(left), len(right))
    return bool(smaller) and shared(left, right) / smaller >= ALIKE


def _name(name: str, names: Mapping[str, str]) -> str:
    folded = fold(name).removeprefix("the ").removesuffix("'s")
    return names.get(folded, folded)


def _same_name(a: str, b: str, names: Mapping[str, str]) -> bool:
    left, right = _name(a, names), _name(b, names)
    if left == right:
        return True
    if left in names.values() and right in names.values():
        return False
    return _alike(a, b)


def _same_parties(a: Any, b: Any, names: Mapping[str, str]) -> bool:
    left, right = (list(v) if isinstance(v, tuple) else [p.strip() for p in str(v).split(";")] for v in (a, b))
    if len(left) != len(right):
        return False
    rest = list(right)
    for part in left:
        found = next((r for r in rest if _same_name(part, r, names) or (" " in part and _alike(part, r))), None)
        if found is None:
            return False
        rest.remove(found)
    return True


def _told(fact: Fact, claim: Claim, names: Mapping[str, str]) -> bool:
    doubt = fact.attributed_to.endswith("?") == claim.attributed_to[-1].endswith("?")
    teller = _same_name(fact.attributed_to.rstrip("?"), claim.attributed_to[-1].rstrip("?"), names)
    said, told = _said(fact), polarity(claim)
    return doubt and teller and (said.sign, said.modality) == (told.sign, told.modality)


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 with counts."""

    facts: int
    claims: int
    fits: int

    @property
    def precision(self) -> float:
        """Share of the proposals that fit a fact."""
        return self.fits / self.claims if self.claims else 0.0

    @property
    def recall(self) -> float:
        """Share of the facts that a proposal fits."""
        return self.fits / self.facts if self.facts else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.fits / (self.facts + self.claims) if self.facts + self.claims else 0.0


def figures(scored: Sequence[Scored], types: Iterable[str] | None = None, strict: bool = False) -> Figures:
    """The figures of several documents together."""
    wanted = None if types is None else tuple(types)
    counts = [s.counts(wanted, strict) for s in scored]
    return Figures(*(sum(column) for column in zip(*counts, strict=True))) if counts else Figures(0, 0, 0)


def interval(
    scored: Sequence[Scored], measure: Callable[[Figures], float], types: Iterable[str] | None = None,
    strict: bool = False, draws: int = 1000, seed: int = 20250516,
) -> tuple[float, float]:  # fmt: skip
    """The middle 95 % of a figure over documents drawn with replacement."""
    rng = random.Random(seed)
    wanted = None if types is None else tuple(types)
    counts = [s.counts(wanted, strict) for s in scored]
    values = []
    for _ in range(draws):
        drawn = rng.choices(counts, k=len(counts))
        values.append(measure(Figures(*(sum(column) for column in zip(*drawn, strict=True)))))
    values.sort()
    return values[int(draws * 0.025)], values[int(draws * 0.975) - 1]
