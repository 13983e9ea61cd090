"""What a seat of an exercise may know before the day begins; whatever is printed or shown for it is made from this alone.

1. Everybody knows the title, the briefing, who sits where under which role, the programme, the phases, the rules, the questions.
2. Who a seat is, what it wants, where the author sends it in a phase and what only it knows, it alone knows.
3. What a delegation may accept, what each option is worth to its side, what matters to it most and what it may say of it when it is
   asked why, the seats of that side know.
4. What the day brings, what an empty seat leaves to another, what the words of a price come to, and what the trainer should watch
   for, no seat knows.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from ..talks import Exercise
from .exercise import OF_A_PARTY

EVERYBODY = ""
"""The seat of nobody: what all know."""
T = TypeVar("T")
Rule = Callable[[Exercise, str], Exercise]


def side_of(exercise: Exercise, seat: str) -> str | None:
    """The party for which a seat speaks, instructs or writes; None for all others."""
    found = exercise.seats.get(seat)
    return found.of if found is not None and found.part in OF_A_PARTY else None


def _who(exercise: Exercise, seat: str) -> Exercise:
    return replace(exercise, seats={k: s if k == seat else replace(s, who="") for k, s in exercise.seats.items()})


def _wants(exercise: Exercise, seat: str) -> Exercise:
    return replace(exercise, seats={k: s if k == seat else replace(s, wants=()) for k, s in exercise.seats.items()})


def _knows(exercise: Exercise, seat: str) -> Exercise:
    return replace(exercise, seats={k: s if k == seat else replace(s, knows=()) for k, s in exercise.seats.items()})


def _if_empty(exercise: Exercise, seat: str) -> Exercise:
    return replace(exercise, seats={k: replace(s, if_empty=()) for k, s in exercise.seats.items()})


def _places(exercise: Exercise, seat: str) -> Exercise:
    return replace(exercise, seats={k: s if k == seat else replace(s, places={}) for k, s in exercise.seats.items()})


def _prices(exercise: Exercise, seat: str) -> Exercise:
    return replace(exercise, seats={k: replace(s, prices=()) for k, s in exercise.seats.items()})


def _own(given: dict[str, T], side: str | None) -> dict[str, T]:
    return {party: value for party, value in given.items() if party == side}


def _mandates(exercise: Exercise, seat: str) -> Exercise:
    return replace(exercise, mandates=_own(exercise.mandates, side_of(exercise, seat)))


def _points(exercise: Exercise, seat: str) -> Exercise:
    return replace(exercise, points=_own(exercise.points, side_of(exercise, seat)))


def _priorities(exercise: Exercise, seat: str) -> Exercise:
    return replace(exercise, priorities=_own(exercise.priorities, side_of(exercise, seat)))


def _reasons(exercise: Exercise, seat: str) -> Exercise:
    return replace(exercise, reasons=_own(exercise.reasons, side_of(exercise, seat)))


def _injections(exercise: Exercise, seat: str) -> Exercise:
    return replace(exercise, injections={})


def _hints(exercise: Exercise, seat: str) -> Exercise:
    return replace(exercise, hints=())


RULES: dict[str, Rule] = {
    "who": _who, "wants": _wants, "knows": _knows, "if_empty": _if_empty, "places": _places, "prices": _prices,
    "mandates": _mandates, "points": _points, "priorities": _priorities, "reasons": _reasons, "injections": _injections,
    "hints": _hints,
}  # fmt: skip


def known_to(exercise: Exercise, seat: str = EVERYBODY) -> Exercise:
    """The exercise as a seat knows it beforehand; without a seat what everybody knows."""
    for keep in RULES.values():
        exercise = keep(exercise, seat)
    return exercise
