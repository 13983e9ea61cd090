"""Who sits where when so many people have come: the exercise as it is then held, with every line of it right for that number.

1. Seats that may not stay empty are taken first, then the chair's, then those of all sides alike: heads, principals, advisers,
   note-takers; then a second mediator, supporters, press, observers; then a second person sits down where a seat takes several.
2. Where one more person is needed to fill all sides alike, or to fill all seats, one person sits for all principals: the
   control cell.
3. A principal's seat that nobody takes is answered by the trainer, from that seat's sheet; it stays. Any other that nobody takes
   is gone, from meetings and news too; and so is a meeting in which one would be left alone.
4. What an adviser, a note-taker or a mediator leaves where the seat is empty stands on the sheet of the seat that leads it.
5. With as few people as `few` says, or fewer, phases have its minutes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..talks import Exercise, Injection, Part, Phase, Seat
from .exercise import LEAVES

_ORDER: tuple[Part, ...] = (
    "chair",
    "head",
    "principal",
    "adviser",
    "note-taker",
    "mediator",
    "supporter",
    "press",
    "observer",
)
"""In which seats are filled that may stay empty."""
_SIDES: tuple[Part, ...] = ("head", "principal", "adviser", "note-taker")
"""Filled for all sides at once, or for none."""
NOBODY = (0, 0)
"""`people` of a principal's seat for which the trainer answers."""


@dataclass(frozen=True)
class Seating:
    """The exercise with so many people."""

    exercise: Exercise
    """What is held: seats that are taken, and principals; its phases have the minutes of that number."""
    people: int
    control: bool
    """Whether one person sits for all principals."""
    empty: tuple[str, ...]
    """Roles of the seats that nobody takes and that are gone."""


@dataclass(frozen=True)
class _Filled:
    people: dict[str, int]
    control: bool
    left: int
    """People for whom there is no seat, or none without favouring a side."""

    @property
    def taken(self) -> int:
        return sum(amount > 0 for amount in self.people.values())


def heirs(exercise: Exercise) -> dict[str, str]:
    """Seats that leave something behind where they stay empty, each with the seat that gets it."""
    return {
        key: to
        for key, seat in exercise.seats.items()
        if seat.part in LEAVES and seat.if_empty and (to := _heir(exercise, seat)) is not None
    }  # fmt: skip


def _heir(exercise: Exercise, seat: Seat) -> str | None:
    part, of = ("chair", None) if seat.part == "mediator" else ("head", seat.of)
    return next((k for k, s in exercise.seats.items() if s.part == part and of in (None, s.of)), None)


def bounds(exercise: Exercise) -> tuple[int, int]:
    """How many people may take part, at least and at most."""
    seats = exercise.seats.values()
    return sum(seat.people[0] for seat in seats), sum(seat.people[1] for seat in seats)


def seated(exercise: Exercise, people: int) -> Seating:
    """The exercise with so many people, who are within its bounds."""
    least, most = bounds(exercise)
    assert least <= people <= most, "the caller asks for a number that there are seats for"
    filled = min((_filled(exercise, people, control) for control in (False, True)), key=lambda f: (
        f.left, f.taken < len(exercise.seats), f.control,
    ))  # fmt: skip
    taken = filled.people
    kept = {k: s for k, s in exercise.seats.items() if taken[k] or s.part == "principal"}
    seats = {k: replace(_inherits(exercise, k, s, taken), people=(taken[k],) * 2) for k, s in kept.items()}
    empty = tuple(s.role for k, s in exercise.seats.items() if k not in kept)
    return Seating(_held(exercise, seats, people), people, filled.control, empty)


def _filled(exercise: Exercise, people: int, control: bool) -> _Filled:
    """Seats filled in the order of the rules, until the next cannot be filled alike; who is then left sits where there is room."""
    taken = {key: seat.people[0] for key, seat in exercise.seats.items()}
    left, used = people - sum(taken.values()), False
    groups = [[key for key in group if not taken[key]] for group in _groups(exercise)]
    while groups and (needed := 1 if (cell := control and _instruct(exercise, groups[0])) else len(groups[0])) <= left:
        left, used = left - needed, used or cell
        taken |= dict.fromkeys(groups.pop(0), 1)
    _anywhere(exercise, groups, taken, left)
    return _Filled(taken, used, left)


def _instruct(exercise: Exercise, group: list[str]) -> bool:
    """Whether these are the seats of several principals."""
    return len(group) > 1 and exercise.seats[group[0]].part == "principal"


def _groups(exercise: Exercise) -> Iterator[list[str]]:
    for part in _ORDER:
        group = [key for key, seat in exercise.seats.items() if seat.part == part]
        yield from [group] if part in _SIDES else [[key] for key in group]


def _anywhere(exercise: Exercise, groups: Iterable[list[str]], taken: dict[str, int], left: int) -> None:
    """Rather one side more than somebody without a seat: whole groups first, then beside others, then any seat."""
    for group in groups:
        if len(group) <= left:
            taken |= dict.fromkeys(group, 1)
            left -= len(group)
    for key, seat in sorted(exercise.seats.items(), key=lambda one: taken[one[0]] == 0):
        more = min(left, seat.people[1] - taken[key])
        taken[key] += more
        left -= more


def _inherits(exercise: Exercise, key: str, seat: Seat, taken: dict[str, int]) -> Seat:
    left = [exercise.seats[one].if_empty for one, to in heirs(exercise).items() if to == key and not taken[one]]
    return replace(seat, knows=(*seat.knows, *(text for texts in left for text in texts)), if_empty=())


def _held(exercise: Exercise, seats: dict[str, Seat], people: int) -> Exercise:
    few = exercise.few is not None and people <= exercise.few.people
    minutes = exercise.few.minutes if few and exercise.few is not None else {}
    met = {
        key: replace(meeting, seats=still) for key, meeting in exercise.meetings.items()
        if len(still := _still(meeting.seats, seats)) >= min(2, len(meeting.seats))
    }  # fmt: skip
    met = {key: replace(m, after=_still(m.after, met) if m.after is not None else None) for key, m in met.items()}
    phases = {key: _phase(phase, minutes.get(key), met) for key, phase in exercise.phases.items()}
    news = {key: one for key, i in exercise.injections.items() if (one := _news(i, seats)) is not None}
    return replace(exercise, seats=seats, meetings=met, phases=phases, injections=news, few=None)


def _phase(phase: Phase, minutes: int | None, met: Iterable[str]) -> Phase:
    return replace(phase, minutes=minutes or phase.minutes, meetings=_still(phase.meetings, met))


def _news(injection: Injection, seats: Iterable[str]) -> Injection | None:
    """News for those who sit there; None where it was for nobody else than those who do not."""
    to = _still(injection.to, seats)
    return replace(injection, to=to) if to or not injection.to else None


def _still(keys: Iterable[str], there: Iterable[str]) -> tuple[str, ...]:
    known = {*there}
    return tuple(key for key in keys if key in known)
