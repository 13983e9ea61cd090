"""The exercise as its packets tell it: the names that the case prints, and what the plan's times come to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ...case import Case
from ...case.rights import allows
from ...case.seating import NOBODY, bounds, seated
from ...case.seats import known_to, side_of
from ...talks import EVERYBODY, MARK, Exercise, Part, Phase, Seat
from ..english import capital, counted, listed
from ..phrases import Phrases

_KINDS = {
    "preparation": "Preparation", "opening": "Opening", "meeting": "Meetings", "caucus": "Corridors", "drafting": "Drafting",
    "deadline": "Deadline: read-back", "debriefing": "Debriefing",
}  # fmt: skip
_TOGETHER = {
    "bilateral": "two sides with each other", "trilateral": "three together", "multilateral": "several together",
    "plenary": "all together", "working group": "a small group", "separate meeting": "one side alone",
    "proximity": "in rooms of their own, with somebody who goes between them", "consultation": "those who are no party",
}  # fmt: skip
ANSWERED_IN = 5
"""Minutes that a principal takes for an answer."""


@dataclass(frozen=True)
class Held:
    """The case, and of its exercise what somebody may know."""

    case: Case
    exercise: Exercise
    come: int | None = None
    """How many people have come, where it is printed for that number."""
    control: bool = False
    """Whether one of them sits for all principals."""
    empty: tuple[str, ...] = ()
    """Roles that nobody takes with so many people."""

    def with_people(self, people: int) -> "Held":
        """The same with so many people: who then sits where, and by which clock."""
        now = seated(self.exercise, people)
        return replace(self, exercise=now.exercise, come=people, control=now.control, empty=now.empty)

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
        return self.has("chair")

    def side(self, seat: str) -> str | None:
        """The party for which a seat speaks."""
        return side_of(self.exercise, seat)

    def role(self, seat: str) -> str:
        """What a seat is called."""
        return self.exercise.seats[seat].role

    def speaks_for(self, seat: str) -> str:
        """From whom a form of a seat comes: a note-taker fills in those of the side."""
        held = self.exercise.seats[seat]
        return self.name(held.of) if held.part == "note-taker" and held.of else held.role

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
        return _TOGETHER.get(said, "")

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

    def held_at(self) -> dict[str, tuple[int, int]]:
        """For each meeting that is due when it begins and ends. Those of a phase that share a seat come one after the other."""
        return {
            meeting: slot for _, phase, minute in self.clock() for meeting, slot in self._slots(phase, minute).items()
        }

    def _slots(self, phase: Phase, begins: int) -> dict[str, tuple[int, int]]:
        turn: dict[str, int] = {}
        for key in phase.meetings:
            turn[key] = max((turn[one] + 1 for one in turn if self._after(key, one)), default=0)
        each = phase.minutes / (max(turn.values(), default=0) + 1)
        return {key: (begins + round(each * n), begins + round(each * (n + 1))) for key, n in turn.items()}

    def _after(self, key: str, earlier: str) -> bool:
        here, there = self.exercise.meetings[key], self.exercise.meetings[earlier]
        return earlier in (here.after or ()) or not {*here.seats}.isdisjoint(there.seats)

    @cached_property
    def talks_end(self) -> int:
        """The minute at which the talks end and the debriefing begins."""
        return next((minute for _, phase, minute in self.clock() if phase.kind == "debriefing"), self.minutes)

    @cached_property
    def last_referral(self) -> int:
        """The minute after which no referral is answered before points are read back, or, without that, before the talks end."""
        ends = [minute for _, phase, minute in self.clock() if phase.kind in ("deadline", "debriefing")]
        return max(0, (ends[0] if ends else self.minutes) - ANSWERED_IN)

    def has(self, *parts: Part) -> bool:
        """Whether there is a seat of one of these parts."""
        return any(seat.part in parts for seat in self.exercise.seats.values())

    @cached_property
    def today(self) -> Mapping[str, str]:
        """The answers that hold today, where the case says so of every issue and everybody may know it."""
        wants = self.case.preferences
        told = wants.status_quo if wants is not None and allows(wants.readers, EVERYBODY) else {}
        return told if set(told) == set(self.case.talks.issues) else {}

    def option(self, issue: str, option: str) -> str:
        """An answer as a list shows it; the one that holds today says so."""
        return capital(self.phrases.option(issue, option)) + (" (today)" if self.today.get(issue) == option else "")

    @cached_property
    def minutes(self) -> int:
        """How long the day is."""
        return sum(phase.minutes for phase in self.exercise.phases.values())

    @cached_property
    def people(self) -> tuple[int, int]:
        """How many may take part, at least and at most."""
        return (self.come, self.come) if self.come is not None else bounds(self.exercise)

    @property
    def people_words(self) -> str:
        """`4 to 13 people`, `4 people`."""
        least, most = self.people
        return f"{least} to {most} people" if least < most else counted(most, "person").replace("persons", "people")

    @cached_property
    def instructed(self) -> bool:
        """Whether somebody sits as a principal, or may; else the trainer answers for all of them."""
        return any(seat.part == "principal" and seat.people != NOBODY for seat in self.exercise.seats.values())

    def answered(self, seat: Seat) -> bool:
        """Whether the trainer answers from the seat's sheet, since nobody sits there."""
        return seat.part == "principal" and seat.people[0] == 0

    def label(self, whom: str) -> str:
        """What stands on each page."""
        return f"{MARK} · {whom}"


def several(seat: Seat) -> str:
    """How many people may take a seat: `1`, `0 or 1`, `1 to 4`; of a principal's that nobody takes `the trainer`."""
    least, most = seat.people
    if seat.people == NOBODY:
        return "the trainer"
    if least == most:
        return str(most)
    return f"{least} or {most}" if most - least == 1 else f"{least} to {most}"


def at(minute: int) -> str:
    """A minute of the plan as the clock shows it: `1:05`."""
    return f"{minute // 60}:{minute % 60:02}"
