"""What stands side by side: two sentences, how they differ, and what one report alone tells. Plain frozen data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..language.folding import Span

Kind = Literal["day", "number", "place", "who", "agent", "polarity", "degree", "certainty"]
KINDS: Mapping[Kind, str] = {
    "day": "the two give another day, month or time for one event",
    "number": "the two give numbers of one thing, in one unit, that cannot be the same",
    "place": "the two give another place of one kind, a town or a room, for one event",
    "who": "the two name another person or body in one role, or give one person another role, post or rank",
    "agent": "the two tell of one deed, but who did it, or to whom, is another",
    "polarity": "the one tells what the other denies, accepts what the other says was refused, or has present who was absent",
    "degree": "the one tells of all, of the full, of what was agreed or has happened, the other of some, of a part, of what was only "
    "discussed or is yet to happen",
    "certainty": "the one tells as a fact what the other tells as alleged, possible, planned or supposed",
}
"""The kinds of difference, each in one sentence."""
ABOUT: Mapping[Kind, str] = {
    "day": "when it was",
    "number": "a number",
    "place": "the place",
    "who": "who it was",
    "agent": "who did it, or to whom",
    "polarity": "whether it was so",
    "degree": "how far it went",
    "certainty": "how sure it is",
}
"""What two sentences tell differently, as it is called beside them: what a kind is about, never that the one denies the other."""
ONLY = (
    "it was found in one report alone, and another one could have told it; there it may stand in other words; it never stands among "
    "the pairs"
)
"""What else is told of reports side by side."""


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence of one report."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """How two sentences differ, and in which words."""

    kind: Kind
    a: Span
    b: Span
    weight: float = 0.0
    """How sure it is and how grave; for the order only."""
    by: str | None = None
    """The language model whose judgement it is; None where the rules found it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences about one thing, and how they differ, the heaviest difference first."""

    a: Side
    b: Side
    differences: tuple[Difference, ...]

    @property
    def weight(self) -> float:
        """That of its heaviest difference, and a little of the others."""
        first, *others = (d.weight for d in self.differences)
        return first + sum(others) / 4

    @property
    def by(self) -> str | None:
        """The language model whose judgement it is that the two differ."""
        return next((d.by for d in self.differences if d.by is not None), None)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Reports side by side."""

    sources: tuple[str, ...]
    texts: Mapping[str, str]
    languages: Mapping[str, str | None]
    pairs: tuple[Pair, ...]
    """Heaviest first."""
    only: Mapping[str, tuple[Side, ...]]
    """Of each report the sentences that it alone tells, in their order; those of a report taken from another one are not listed."""
    copied: Mapping[str, str]
    """Of a report that is taken from another one: which. The two are one witness and are not compared."""
    across: bool = False
    """Whether reports in different languages were compared, by names, days and numbers alone."""
