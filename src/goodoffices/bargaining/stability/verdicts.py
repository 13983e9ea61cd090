"""Who could leave a state and to where, and what keeps them from leaving.

A state *holds* where it is stable for all in the sense SEQ: nobody gains by leaving, or every gain can be answered by moves that
those who answer want to make themselves. It holds *by threats* where every gain can be answered for good, but some only by moves
by which who answers gains nothing (SMR), and by *threats that can be evaded* where who left could go on to something better
(GMR). Else nothing holds somebody back.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from .concepts import Concept, Tables, reached
from .model import Model

Ints = NDArray[np.int32]
Standing = Literal["nobody gains", "answered", "threats", "evaded", "open"]
"""Nash for all; SEQ for all; SMR for all; GMR for all; none of these."""
SHOWN = 3
"""So many ways to leave are told for each decision maker, those that nothing answers first."""


@dataclass(frozen=True, slots=True)
class Step:
    """One move of an answer."""

    maker: int
    to: int
    gains: bool
    """Whether it is an improvement for who makes it."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A move by which a decision maker leaves for a state that he prefers, and what the others can do then."""

    maker: int
    to: int
    answer: tuple[Step, ...] = ()
    """A shortest answer of the strongest kind that there is; empty where there is none."""
    kind: Concept | None = None
    """seq: each step a gain for who makes it; smr: some at a cost, and no way out for who left; gmr: with a way out."""
    escape: int | None = None
    """For gmr: where who left can go on to, and be better off than before."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What there is to say of one state."""

    state: int
    standing: Standing
    departures: tuple[Departure, ...]
    more: tuple[int, ...]
    """(maker) How many further ways to leave he has that are not told."""

    @property
    def holds(self) -> bool:
        """Whether it would hold: nobody gains, or every gain is answered by moves that who answers wants to make."""
        return self.standing in ("nobody gains", "answered")


def verdicts(model: Model, tables: Tables, states: list[int]) -> tuple[Verdict, ...]:
    """A verdict on each of these states."""
    improved = model.moves.improved(model.ranks)
    departures: dict[int, list[Departure]] = {state: [] for state in states}
    more: dict[int, list[int]] = {state: [] for state in states}
    for maker in range(len(model.makers)):
        worst = dict(reached(model, improved, maker))
        for state in states:
            found = _improvements(model, maker, state, worst)
            departures[state] += [_departure(model, maker, state, end, worst) for end in found[:SHOWN]]
            more[state].append(max(0, len(found) - SHOWN))
    return tuple(Verdict(s, standing(tables, s), tuple(departures[s]), tuple(more[s])) for s in states)


def standing(tables: Tables, state: int) -> Standing:
    """In which way a state stands."""
    names: tuple[tuple[Concept, Standing], ...] = (
        ("nash", "nobody gains"), ("seq", "answered"), ("smr", "threats"), ("gmr", "evaded"),
    )  # fmt: skip
    return next((name for concept, name in names if tables.stable[concept][:, state].all()), "open")


def _improvements(model: Model, maker: int, state: int, worst: dict[Concept, Ints]) -> list[int]:
    """The improvements from a state: those that are answered least first, then those that are worth most."""
    ranks = model.ranks[maker]
    kinds: tuple[Concept, ...] = ("gmr", "smr", "seq")

    def order(end: int) -> tuple[int, int]:
        return sum(bool(worst[kind][end] >= ranks[state]) for kind in kinds), int(ranks[end])

    return sorted((t for t in model.moves.moves(maker, state) if ranks[t] < ranks[state]), key=order)


def _departure(model: Model, maker: int, state: int, end: int, worst: dict[Concept, Ints]) -> Departure:
    ranks = model.ranks[maker]
    kinds: tuple[Concept, ...] = ("seq", "smr", "gmr")
    kind = next((k for k in kinds if worst[k][end] >= ranks[state]), None)
    if kind is None:
        return Departure(maker, end)

    def escape(at: int) -> int | None:
        better = [t for t in model.moves.moves(maker, at) if ranks[t] < ranks[state]]
        return min(better, key=lambda t: int(ranks[t]), default=None)

    def answers(at: int) -> bool:
        return bool(ranks[at] >= ranks[state]) and (kind != "smr" or escape(at) is None)

    path = _shortest(model, maker, end, answers, improving=kind == "seq")
    return Departure(maker, end, path, kind, escape(path[-1].to) if kind == "gmr" else None)


def _shortest(
    model: Model, maker: int, start: int, wanted: Callable[[int], bool], *, improving: bool
) -> tuple[Step, ...]:
    """A shortest sequence of the others' moves to a wanted state, nobody moving twice in a row; there must be one."""
    before: dict[tuple[int, int], tuple[int, int]] = {}
    frontier = [(start, maker)]
    while frontier:
        new: list[tuple[int, int]] = []
        for place in frontier:
            for step in _next(model, maker, place, improving=improving):
                if step in before:
                    continue
                before[step] = place
                if wanted(step[0]):
                    return _path(model, before, step, (start, maker))
                new.append(step)
        frontier = new
    raise AssertionError("the tables say that an answer exists, and none was found")


def _next(model: Model, maker: int, place: tuple[int, int], *, improving: bool) -> Iterator[tuple[int, int]]:
    state, last = place
    for mover in range(len(model.makers)):
        if mover not in (maker, last):
            for end in model.moves.moves(mover, state):
                if not improving or model.ranks[mover, end] < model.ranks[mover, state]:
                    yield end, mover


def _path(
    model: Model, before: dict[tuple[int, int], tuple[int, int]], end: tuple[int, int], start: tuple[int, int]
) -> tuple[Step, ...]:
    steps: list[Step] = []
    place = end
    while place != start:
        previous = before[place]
        state, mover = place
        gains = bool(model.ranks[mover, state] < model.ranks[mover, previous[0]])
        steps.append(Step(mover, state, gains))
        place = previous
    return tuple(reversed(steps))
