"""The best packages by one aim where there are too many to list: a bound, a guess, and a merge of what lies between.

1. A relaxation gives weights of the parties under which no package is worth more than a bound (`relaxation.py`).
2. Exchanging options gives a good package. Its worth is a cut: by the same weights, a partial sum that cannot reach it any more is
   dropped, and so is a dominated one (`pareto/merge.py`).
3. A merge that keeps only the most promising states of each level finds better packages, which make the cut sharper. More and more
   are kept, until a merge drops none for want of room. Then what is left holds all best packages, for certain.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from time import monotonic

import numpy as np

from ..blocks import Block
from ..grid import Ints, Numbers
from ..pareto.merge import Keep, Limits, merge
from ..pareto.packages import Listed, Packages
from ..pareto.trace import Traced
from . import _kernels as kernel
from .cuts import keeping
from .relaxation import Aim, Floats, Relaxed, relaxed

_WIDTHS = (1_000, 10_000, 100_000, 1_000_000)
"""States kept on a level, merge after merge."""
_ALIVE = 400
"""Alternatives that are exchanged two at a time, at most."""


@dataclass(frozen=True)
class Table:
    """The alternatives of all blocks that are worth a look."""

    blocks: Sequence[Block]
    ways: Sequence[Ints]
    """What they add, in steps: (alternatives, parties) for each block."""
    numbers: Sequence[Numbers]
    """Their numbers in the block."""
    floor: Ints
    """No deal, in steps; shape (parties,)."""


@dataclass(frozen=True)
class Found:
    """What is known when the work ends."""

    sums: Ints
    """Of the packages that are left, in steps; shape (vectors, parties). All best ones are among them if `proven`."""
    packages: Packages
    bound: Fraction
    """No package is worth more, in the units of the aim."""
    proven: bool
    worth: float
    """What the best of them is worth, in scaled gains; -inf where there is none."""


def search(table: Table, aim: Aim, until: float) -> Found | None:
    """The best packages by an aim, by a time of `time.monotonic`; None where no package can have every party at no deal."""
    relaxation = relaxed(table.ways, table.floor, aim)
    if relaxation is None:
        return None
    best = _alone(table, aim, relaxation, *_guess(relaxation, aim.kind))
    for width in _WIDTHS:
        found = _merged(table, aim, relaxation, best.worth, Limits(until, width))
        if found.proven:
            return found
        # A merge that drops states may also drop the package that is known already.
        best = max(best, found, key=lambda f: f.worth)
        if monotonic() > until:
            break
    return best


def _guess(relaxation: Relaxed, kind: int) -> tuple[Ints, float]:
    """A package that the mixture leads to, after exchanges, and what it is worth; -inf where not every party is at no deal."""
    values, begins, short = relaxation.scaled.values, relaxation.scaled.begins, relaxation.scaled.short
    sizes = np.diff(begins)
    pick = np.array([b + relaxation.mix[b : b + n].argmax() for b, n in zip(begins, sizes, strict=False)])
    lower = float(kernel.improve(values, begins, short, kind, relaxation.scaled.weights, pick))
    if kind == kernel.LEAST and lower < relaxation.bound:
        losses = relaxation.losses
        alive = np.argsort(losses, kind="stable")[:_ALIVE]
        alive = np.sort(alive[losses[alive] <= 2 * max(relaxation.bound - lower, 0)])
        spread = max(relaxation.bound - lower, 1e-12 * abs(relaxation.bound), 1e-300)
        block_of = np.repeat(np.arange(len(sizes)), sizes)
        lower = float(kernel.level_out(values, block_of, short, alive, pick, relaxation.bound, spread))
    return pick, lower


def _merged(table: Table, aim: Aim, relaxation: Relaxed, lower: float, limits: Limits) -> Found:
    keep = keeping(table.floor, aim, relaxation, lower)
    left = _left(table.ways, keep)
    settled = {b: int(rows[0]) for b, rows in enumerate(left) if len(rows) == 1}
    # The blocks whose other alternatives cost least come last: with them the sums are levelled out.
    core = sorted((b for b, rows in enumerate(left) if len(rows) > 1), key=lambda b: relaxation.second_loss(b))
    offset = sum((table.ways[b][way] for b, way in settled.items()), np.zeros_like(table.floor))
    ways = [np.ascontiguousarray(table.ways[b][left[b]]) for b in core]
    inner = Keep(keep.floor - offset, keep.cuts, keep.needs - keep.cuts @ offset)
    rank = _rank(aim.kind, relaxation, ways, core, left, offset)
    merged = merge(ways, inner, Limits(limits.until, limits.states, rank))
    sums = merged.sums + offset
    states = np.flatnonzero((sums >= table.floor).all(axis=1) | aim.free).astype(np.int32)
    packages = Traced(
        [table.blocks[b] for b in core],
        [table.numbers[b][left[b]] for b in core],
        merged.levels,
        states,
        _settled(table, settled),
    )
    worth = float(kernel.best_worth(relaxation.scaled.gains(sums[states]), aim.kind, relaxation.scaled.weights))
    return Found(sums[states], packages, relaxation.told, merged.complete, worth)


def _left(ways: Sequence[Ints], keep: Keep) -> list[Ints]:
    """The alternatives of each block with which a package can still keep all cuts, if all others do their best."""
    sums = [way @ keep.cuts.T for way in ways]
    room = keep.needs - np.sum([s.max(axis=0) for s in sums], axis=0)
    left = [np.flatnonzero((s - s.max(axis=0) >= room).all(axis=1)) for s in sums]
    # Where nothing is left, nothing is worth as much as the cut: one alternative keeps the shape, and the floor drops it.
    return [rows if len(rows) else np.array([0]) for rows in left]


def _rank(
    kind: int, relaxation: Relaxed, ways: Sequence[Ints], core: Sequence[int], left: Sequence[Ints], offset: Ints
) -> Callable[[Ints, int], Floats]:
    """How promising a partial sum is: what it would be worth if the blocks to come were mixed as in the relaxation."""
    mixed = [relaxation.mixed(b, left[b], way) for b, way in zip(core, ways, strict=True)]
    rest = np.cumsum([offset.astype(float), *mixed], axis=0)
    target = relaxation.bound
    sharpness = 20.0 / max(1e-12, np.sqrt(np.square(relaxation.scaled.values).mean()))

    def rank(sums: Ints, to_come: int) -> Floats:
        expected = relaxation.scaled.gains(sums + rest[to_come])
        if kind == kernel.NASH:
            return np.asarray(np.log(np.maximum(expected, 1e-9)).sum(axis=1))
        if kind == kernel.LEAST:
            return np.asarray(-np.exp(np.minimum(700, -sharpness * (expected - target))).sum(axis=1))
        return np.asarray(expected @ relaxation.duals + 10 * np.minimum(expected, 0).sum(axis=1))

    return rank


def _settled(table: Table, settled: dict[int, int]) -> dict[int, int]:
    options: dict[int, int] = {}
    for b, way in settled.items():
        block = table.blocks[b]
        options |= dict(zip(block.issues, block.choices[table.numbers[b][way]].tolist(), strict=True))
    return options


def _alone(table: Table, aim: Aim, relaxation: Relaxed, pick: Ints, worth: float) -> Found:
    """The guess, if every party is at no deal with it: also one that does not count in the aim."""
    options = _settled(table, dict(enumerate((pick - relaxation.scaled.begins[:-1]).tolist())))
    row = np.array([[options[issue] for issue in sorted(options)]])
    sums = _sums(table, relaxation, pick)[None, :]
    if not aim.free and (sums < table.floor).any():
        sums, row, worth = sums[:0], row[:0], -np.inf
    return Found(sums, Listed(row), relaxation.told, False, worth)


def _sums(table: Table, relaxation: Relaxed, pick: Ints) -> Ints:
    """The sums of a package, in steps; shape (parties,)."""
    ways = pick - relaxation.scaled.begins[:-1]
    return np.asarray(sum(adds[way] for adds, way in zip(table.ways, ways, strict=True)), np.int64)
