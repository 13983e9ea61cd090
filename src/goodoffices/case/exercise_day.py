"""What must hold of an exercise's places, prices and of its day with few people; beside the rules of `exercise.py`.

1. Where a seat is sent in a phase is said of a phase of the day, in words.
2. The day with few people changes the minutes of its phases, a minute at least; news is due before the end of its phase then, too.
   It is for as many people as must be there, or more.
3. What a price asks for are answers of issues of the case, on a seat of a party that has points.
"""

from collections.abc import Iterator

from ..documents import Document, excerpt
from ..errors import Problem
from ..talks import Exercise, Few, Seat, Talks
from .entries import Steps
from .rules import unknown_option
from .validate import nearest, problem, problem_at_key

LONGEST_PHASE = 24 * 60
_OF_A_PARTY = ("head", "adviser", "note-taker", "principal")


def broken_day(document: Document, exercise: Exercise, talks: Talks) -> Iterator[Problem]:
    """A problem for each of these rules that is broken."""
    for key, seat in exercise.seats.items():
        yield from _places(document, exercise, seat, ("seats", key, "places"))
        yield from _prices(document, exercise, talks, seat, ("seats", key, "prices"))
    if exercise.few is not None:
        yield from _few(document, exercise, exercise.few)


def _places(document: Document, exercise: Exercise, seat: Seat, steps: Steps) -> Iterator[Problem]:
    for phase, words in seat.places.items():
        if phase not in exercise.phases:
            yield _no_phase(document, exercise, phase, (*steps, phase))
        elif not words.strip():
            yield problem(document, (*steps, phase), "no words", "where the seat is then, and what it does")


def _no_phase(document: Document, exercise: Exercise, phase: str, steps: Steps) -> Problem:
    near = nearest(phase, exercise.phases)
    return problem_at_key(document, steps, excerpt(phase), "an id of phases", nearest=near)


def _prices(document: Document, exercise: Exercise, talks: Talks, seat: Seat, steps: Steps) -> Iterator[Problem]:
    if seat.prices and (seat.part not in _OF_A_PARTY or seat.of not in exercise.points):
        yield problem(document, steps, "a price of a side without points", "a seat of a party that has `points`")
        return
    for index, price in enumerate(seat.prices):
        here = (*steps, index, "answers")
        if not price.answers:
            yield problem(document, here, "no answer", "answers of issues")
        for issue, options in price.answers.items():
            if not options:
                yield problem(document, (*here, issue), "no option", "an option of the issue, or several")
            for number, option in enumerate(options):
                if issue in talks.issues:
                    yield from unknown_option(document, talks, issue, option, (*here, issue, number))


def _few(document: Document, exercise: Exercise, few: Few) -> Iterator[Problem]:
    least = sum(seat.people[0] for seat in exercise.seats.values())
    if few.people < max(1, least):
        expected = f"{max(1, least)} or more: so many people the seats that may not stay empty take"
        yield problem(document, ("few", "people"), f"the number {few.people}", expected)
    for phase, minutes in few.minutes.items():
        if phase not in exercise.phases:
            yield _no_phase(document, exercise, phase, ("few", "minutes", phase))
        elif not 1 <= minutes <= LONGEST_PHASE:
            found, expected = f"the number {minutes}", f"minutes from 1 to {LONGEST_PHASE}"
            yield problem(document, ("few", "minutes", phase), found, expected)
    for key, injection in exercise.injections.items():
        at = injection.at
        if at is not None and at.minute > (most := few.minutes.get(at.phase, at.minute)) >= 1:
            expected = f"minutes from 0 to {most}, as long as the phase {at.phase} is with few people"
            yield problem(document, ("injections", key, "at", "minute"), f"the number {at.minute}", expected)
