"""The claims of the pieces of a text made one report: what is told twice is kept once, and a meeting keeps one id."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from ...language.folding import fold
from ...record import Claim
from .proof.closed_words import MEETING


class Merger:
    """Joins the claims of the pieces: doubles become one, and a meeting keeps one id where a double proves that it is one."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.merged = 0
        self._taken: set[str] = set()

    def add(self, claims: list[Claim]) -> None:
        """Take the claims of one more piece."""
        for claim in numbered(claims, self._meetings(claims) if self.claims else {}):
            self._taken |= _meetings_of(claim)
            self._add(claim)

    def _add(self, claim: Claim) -> None:
        for number, other in enumerate(self.claims):
            if _meet(claim, other) and _says(claim) == _says(other):
                self.merged += 1
                if (claim.confidence or 0) > (other.confidence or 0):
                    self.claims[number] = claim
                return
        self.claims.append(claim)

    def _meetings(self, claims: list[Claim]) -> dict[str, str]:
        """What the meetings of a further piece are called: M1 there need not be M1 here."""
        same: dict[str, str] = {}
        for claim in claims:
            for other in self.claims:
                if _meet(claim, other) and _says(claim, blind=True) == _says(other, blind=True):
                    for mine, known in zip(_ids(claim), _ids(other), strict=True):
                        same.setdefault(mine, known)
        free = (f"M{number}" for number in count(1) if f"M{number}" not in self._taken)
        for meeting in sorted(set().union(*map(_meetings_of, claims)) - same.keys(), key=lambda m: int(m[1:])):
            same[meeting] = next(free)
        return same


def numbered(claims: list[Claim], meetings: dict[str, str]) -> Iterator[Claim]:
    """The claims with the ids of their meetings exchanged."""
    for claim in claims:
        value = meetings.get(claim.value, claim.value) if isinstance(claim.value, str) else claim.value
        meeting = meetings.get(claim.meeting, claim.meeting) if claim.meeting else None
        yield replace(claim, subject=meetings.get(claim.subject, claim.subject), value=value, meeting=meeting)


def _meet(one: Claim, other: Claim) -> bool:
    return (one.start or 0) < (other.end or 0) and (other.start or 0) < (one.end or 0)


def _ids(claim: Claim) -> tuple[str, ...]:
    """The meetings of a claim, in a fixed order of its keys."""
    return tuple(v for v in (claim.subject, claim.value, claim.meeting) if isinstance(v, str) and MEETING.fullmatch(v))


def _meetings_of(claim: Claim) -> set[str]:
    return set(_ids(claim))


def _says(claim: Claim, *, blind: bool = False) -> tuple[object, ...]:
    """What a claim asserts, folded; `blind`: whichever meeting it is of."""

    def plain(value: object) -> object:
        if isinstance(value, tuple):
            return frozenset(map(plain, value))
        return "M" if blind and isinstance(value, str) and MEETING.fullmatch(value) else fold(str(value))

    return (
        claim.type, claim.predicate, plain(claim.subject), plain(claim.value), plain(claim.meeting), plain(claim.for_party),
        claim.modality, tuple(map(fold, claim.attributed_to)),
    )  # fmt: skip
