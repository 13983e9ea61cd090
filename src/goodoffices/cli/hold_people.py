"""`goodoffices hold --people`: the exercise with so many people, as `packets --people` prints it."""

from collections.abc import Iterator
from dataclasses import replace

from ..brief.packets import require_seats
from ..case import Case
from ..case.seating import NOBODY, Seating, seated
from ..language.listing import listed
from .failures import say


def for_people(case: Case, people: int) -> Case:
    """The case with the seats, meetings, news and minutes for so many people, who sits where being said; UsageError where there
    are no seats for them."""
    assert case.exercise is not None, "who calls has looked"
    require_seats(case.exercise, people)
    now = seated(case.exercise, people)
    for line in _lines(now):
        say(line, err=False)
    return replace(case, exercise=now.exercise)


def _lines(now: Seating) -> Iterator[str]:
    again = f"say --people {now.people} again when you go on with the day"
    yield f"A table is for {now.people} people, as packets --people {now.people} prints it; {again}."
    if now.empty:
        yield f"Nobody sits as {listed(now.empty)}."
    if now.control:
        yield "One person sits for all principals."
    if any(seat.people == NOBODY for seat in now.exercise.seats.values()):
        yield "You answer for principals whose seat nobody takes, each from its own sheet."


def answered(case: Case) -> frozenset[str]:
    """Seats of principals for whom the trainer answers, since so few people have come."""
    seats = case.exercise.seats if case.exercise else {}
    return frozenset(key for key, seat in seats.items() if seat.people == NOBODY)
