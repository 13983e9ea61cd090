"""The one interface of extraction: a text goes in, proposed claims come out. A person decides.

A proposal is a claim like any other, with status `proposed`, a `confidence`, and the program's name and version in `entered_by`.
It speaks in the report's own terms: names as printed, meetings as `M1`, `M2`; whoever enters it into a case gives it ids.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol

from ..record import Claim
from .roster import NOTHING, Said


@dataclass(frozen=True, slots=True)
class Text:
    """A report's text as an extractor sees it."""

    source: str
    """The id of its source; the proposals carry it."""
    text: str
    """The text; offsets are code points in it."""
    language: str | None = None
    """Its language code, where it is known."""
    said: Said = NOTHING
    """Who talks, as far as a person says it."""


class Extractor(Protocol):
    """Proposes claims. It never guesses meaning beyond the words, and never sees another report."""

    @property
    def name(self) -> str:
        """Its name, as `--extractor` takes it."""

    @property
    def version(self) -> str:
        """Its version; with the name it stands in `entered_by`."""

    def propose(self, text: Text) -> Sequence[Claim]:
        """The claims that the text makes, in the order of their words, each with `text.text[start:end] == words`."""


def signed(extractor: Extractor, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The proposals in the order of their words, numbered, with the extractor's name and version."""
    by = f"{extractor.name} {extractor.version}"
    ordered = sorted(claims, key=lambda c: (c.start or 0, c.end or 0, c.type, c.predicate, str(c.value)))
    return tuple(replace(c, id=f"P{number}", entered_by=by, status="proposed") for number, c in enumerate(ordered, 1))


def sure(share: float) -> Decimal:
    """A confidence as it is written: two places."""
    return Decimal(str(round(share, 2)))
