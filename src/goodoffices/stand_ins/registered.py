"""Which program takes which seat. A new one is a file of its own and a line here.

Tempers differ: the constants of a delegation are drawn from the ranges that Faratin, Sierra and Jennings tried, between the tough
and the yielding ends.
"""

from collections.abc import Callable, Mapping

from numpy.random import Generator

from goodoffices.proceedings import Public
from goodoffices.talks.exercise import Part

from .chair import Chair
from .concession import Tactic
from .delegation import Delegation
from .delegation.adviser import Adviser, NoteTaker
from .others import Listener, Supporter
from .principal import Principal
from .program import Program


def _delegation(rng: Generator) -> Program:
    family, beta, k = ("polynomial", "exponential")[rng.integers(2)], rng.uniform(0.4, 2.0), rng.uniform(0.02, 0.15)
    return Delegation(Tactic(family=family, beta=float(beta), k=float(k)))  # type: ignore[arg-type]


PROGRAMS: Mapping[Part, Callable[[Generator], Program]] = {
    "chair": lambda rng: Chair(),
    "mediator": lambda rng: Listener(),
    "head": _delegation,
    "adviser": lambda rng: Adviser(),
    "note-taker": lambda rng: NoteTaker(),
    "principal": lambda rng: Principal(),
    "supporter": lambda rng: Supporter(),
    "press": lambda rng: Listener(),
    "observer": lambda rng: Listener(),
}
"""For each part of a seat the program that can take it."""


def program_for(public: Public, seat: str, rng: Generator) -> Program:
    """The program for a seat; where there is no chair the first mediator leads."""
    part = public.seats[seat].part
    leads = part == "mediator" and not public.of_part("chair") and seat == _first_mediator(public)
    return Chair() if leads else PROGRAMS[part](rng)


def _first_mediator(public: Public) -> str:
    return next(seat for seat in public.seats if seat in public.mediation)
