"""What every section of a brief is built from."""

from dataclasses import dataclass
from functools import cached_property

from ..case import Case, Changes, order_of
from ..talks import Position
from .phrases import Phrases
from .statements import Lines


@dataclass(frozen=True)
class Context:
    """The case with its words and lines, and what changed, where that was asked."""

    case: Case
    phrases: Phrases
    lines: Lines
    changes: Changes | None = None

    @classmethod
    def of(cls, case: Case, changes: Changes | None = None) -> "Context":
        """The context of a case."""
        return cls(case, Phrases(case), Lines(case), changes)

    @cached_property
    def order(self) -> dict[str, int | None]:
        """The place of each meeting in the order, or null."""
        return order_of(self.case.talks.meetings)

    @cached_property
    def meetings(self) -> list[str]:
        """The meetings in their order; those without a place come last, as they stand in the file."""
        return sorted(self.case.talks.meetings, key=lambda k: (self.order[k] is None, self.order[k] or 0))

    @cached_property
    def standing(self) -> list[Position]:
        """The positions that no later one replaces."""
        replaced = {p.supersedes for p in self.case.talks.positions}
        return [p for p in self.case.talks.positions if p.id not in replaced]

    @cached_property
    def silent(self) -> list[tuple[str, str]]:
        """Party and issue of which no source tells a position."""
        told = {(p.party, p.issue) for p in self.case.talks.positions}
        return [(p, i) for i in self.case.talks.issues for p in self.case.talks.parties if (p, i) not in told]
