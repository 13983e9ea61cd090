"""The exercise as its packets tell it: the names that the case prints, and what the plan's times come to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ...case import Case
from ...case.seats import known_to, side_of
from ...talks import MARK, Exercise, Phase, Seat
from ..english import capital, listed
from ..phrases import Phrases

_KINDS = {
    "preparation": "Preparation", "opening": "Opening", "meeting": "Meetings", "caucus": "Corridors", "drafting": "Drafting",
    "deadline": "Deadline: read-back", "debriefing": "Debriefing",
}  # fmt: skip


@dataclass(frozen=True)
class Held:
    """The case, and of its exercise what somebody may know."""

    case: Case
    exercise: Exercise

    def seen_by(self, seat: str) -> "Held":
        """The same as a seat knows it."""
        return replace(self, exercise=known_to(self.exercise, seat))

    @cached_property
    def phrases(self) -> Phrases:
        """The case's words."""
        return Phrases(self.case)

    @cached_property
    def chaired(self) -> bool:
        """Whether somebody leads the talks."""
        return any(seat.part == "chair" for seat in self.exercise.seats.values())

    def side(self, seat: str) -> str | None:
        """The party for which a seat speaks."""
        return side_of(self.exercise, seat)

    def role(self, seat: str) -> str:
        """What a seat is called."""
        return self.exercise.seats[seat].role

    def roles(self, seats: tuple[str, ...]) -> str:
        """Some seats as a list."""
        return listed(self.role(seat) for seat in seats)

    def principal_of(self, party: str | None) -> str | None:
        """The seat that instructs a party's delegation."""
        return next((k for k, s in self.exercise.seats.items() if s.part == "principal" and s.of == party), None)

    def name(self, key: str) -> str:
        """A party or third party at the beginning of a line."""
        return capital(self.phrases.name(key))

    def meeting(self, key: str) -> str:
        """A meeting's title: the exercise's, else the case's."""
        return self.exercise.meetings[key].title or capital(self.phrases.meeting(key))

    def format(self, key: str) -> str:
        """Who sits together, and how; nothing where it is not said."""
        said = self.exercise.meetings[key].format or self.case.talks.meetings[key].format
        return "" if said == "not said" else said

    def phase(self, key: str) -> str:
        """What the clock shows."""
        phase = self.exercise.phases[key]
        return phase.title or _KINDS[phase.kind]

    def clock(self) -> Iterator[tuple[str, Phase, int]]:
        """Each phase with the minute at which it begins."""
        at = 0
        for key, phase in self.exercise.phases.items():
            yield key, phase, at
            at += phase.minutes

    @cached_property
    def minutes(self) -> int:
        """How long the day is."""
        return sum(phase.minutes for phase in self.exercise.phases.values())

    @cached_property
    def people(self) -> tuple[int, int]:
        """How many may take part, at least and at most."""
        seats = self.exercise.seats.values()
        return sum(seat.people[0] for seat in seats), sum(seat.people[1] for seat in seats)

    def label(self, whom: str) -> str:
        """What stands on each page."""
        return f"{MARK} · {whom}"


def several(seat: Seat) -> str:
    """How many people may take a seat: `1`, `0 or 1`, `1 to 4`."""
    least, most = seat.people
    if least == most:
        return str(most)
    return f"{least} or {most}" if most - least == 1 else f"{least} to {most}"


def at(minute: int) -> str:
    """A minute of the plan as the clock shows it: `1:05`."""
    return f"{minute // 60}:{minute % 60:02}"
