"""What every section of a brief is built from."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..case import Case, Changes, order_of
from ..talks import Meeting, NextStep, Position
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

    def sides(self, meeting: Meeting) -> int:
        """How many of the parties sat in a meeting."""
        return len(set(self.phrases.participants(meeting)) & set(self.case.talks.parties))

    def overtaken(self, step: NextStep) -> bool:
        """Whether a next step is none any more: as many parties met again after it was announced, or after its own day."""
        told = self.case.talks.meetings.get(step.meeting or "")
        order, day = self._latest.get(self.sides(told) if told else len(self.case.talks.parties), (0, date.min))
        since = self.order[step.meeting or ""] if told else None
        return (since is not None and order > since) or (step.date.last is not None and day > step.date.last)

    @cached_property
    def _latest(self) -> dict[int, tuple[int, date]]:
        """By how many parties sat at least: the last place in the order and the last day of such meetings."""
        last: dict[int, tuple[int, date]] = {}
        for key, meeting in self.case.talks.meetings.items():
            for least in range(self.sides(meeting) + 1):
                order, day = last.get(least, (0, date.min))
                last[least] = max(order, self.order[key] or 0), max(day, meeting.date.first or date.min)
        return last

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
