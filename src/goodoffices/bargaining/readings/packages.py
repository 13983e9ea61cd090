"""The packages that are judged: all where they are few; else the frontier is merged issue by issue, and a few are watched."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..batch import Readings, frontier_of_each
from ..blocks import Block, count
from ..grid import Ints
from ._kernels import judge, larger, on_frontiers
from .agenda import Agenda

Bytes = NDArray[np.uint8]
LARGEST = 5_000
"""The most packages that are looked at one by one in every reading."""
WATCHED = 500
"""Of more packages so many are watched: those most often on the frontier of some readings drawn beforehand."""
UNIT = 1 << 30
"""Shares of one reading are whole numbers of this part of it, so that sums do not depend on how the work is divided."""


@dataclass(frozen=True)
class Verdict:
    """What some readings make of the packages."""

    beats: Bytes
    """Whether all have more than without a deal; shape (readings, packages)."""
    front: Bytes
    """Whether all have no less than without a deal, and no other such package dominates it; shape (readings, packages), or
    (readings, 0) where it is not wanted."""
    nash: Ints
    """The share of the Nash packages that hold an option, in units; shape (readings, options)."""
    gains: Ints
    """What each party gains by the Nash packages; -1 where there is none; shape (readings, parties)."""

    def larger_than(self, other: "Verdict", slack: Ints) -> NDArray[np.bool_]:
        """In which readings the Nash product is larger than another; shape (readings,)."""
        return np.asarray(larger(self.gains, other.gains, bool(slack.any())), dtype=np.bool_)


@dataclass(frozen=True)
class Packages:
    """The packages that some options leave, where others are excluded."""

    rows: Ints
    """All packages where they are few, else those that are watched; shape (packages, issues)."""
    starts: Ints
    """Where the options of each issue begin; shape (issues + 1,)."""
    blocks: tuple[Block, ...] = ()
    """Of many packages the blocks that they are made of; empty where all are listed."""
    size: int = 0
    """How many packages there are."""

    @property
    def listed(self) -> bool:
        """Whether `rows` holds every package."""
        return not self.blocks

    def options(self, issue: int) -> Ints:
        """The options of an issue that some package holds, each at least once."""
        if self.listed:
            return self.rows[:, issue]
        (own,) = (block.choices[:, block.issues.index(issue)] for block in self.blocks if issue in block.issues)
        return np.asarray(own + self.starts[issue], dtype=np.int64)

    def holds(self, row: Ints, block: Block) -> bool:
        """Whether a package settles the issues of a block in a way that is left."""
        own = row[list(block.issues)] - self.starts[list(block.issues)]
        return bool((block.choices == own).all(axis=1).any())

    def judge(self, readings: Readings, front: bool) -> Verdict:
        """What readings make of the packages.

        The Nash package is the one with the largest product of gains among those by which nobody loses (Nash 1950); where every
        product is zero, the one by which most parties gain, then the one with the largest product over these. Several that are
        equal in this share the reading evenly.
        """
        listed = _listed(readings, self.rows, self.starts, front and (self.listed or not self.size))
        if self.listed or not self.size:
            return listed
        merged = frontier_of_each(readings, self.starts, self.blocks, front="vectors" if front else "no")
        nash = np.rint(merged.nash * UNIT).astype(np.int64)
        found = np.zeros((len(nash), len(self.rows) if front else 0), dtype=np.uint8)
        if front:
            on_frontiers(readings.values, self.rows, merged.vectors, merged.sizes, found)
        return Verdict(listed.beats, found, nash, merged.gains)


def packages_of(agenda: Agenda, red: Iterable[int], need: int | None = None) -> Packages:
    """The packages without the red options; with `need`, only those that hold this one."""
    excluded = set(red)
    if agenda.packages <= LARGEST:
        rows = agenda.rows()
        keep = np.asarray(~np.isin(rows, list(excluded)).any(axis=1), dtype=np.bool_)
        if need is not None:
            keep = np.asarray(keep & (rows == need).any(axis=1), dtype=np.bool_)
        return Packages(rows[keep], agenda.starts, size=int(keep.sum()))
    blocks = tuple(_left(agenda, block, excluded, need) for block in agenda.blocks)
    return Packages(np.zeros((0, len(agenda.issues)), dtype=np.int64), agenda.starts, blocks, count(blocks))


def _left(agenda: Agenda, block: Block, red: set[int], need: int | None) -> Block:
    options = block.choices + agenda.starts[list(block.issues)]
    keep = np.asarray(~np.isin(options, list(red)).any(axis=1), dtype=np.bool_)
    if need is not None and any(agenda.starts[i] <= need < agenda.starts[i + 1] for i in block.issues):
        keep = np.asarray(keep & (options == need).any(axis=1), dtype=np.bool_)
    return Block(block.issues, block.choices[keep])


def watched(packages: Packages, drawn: Iterable[Readings]) -> Packages:
    """Many packages with those that some readings put on the frontier most often."""
    if packages.listed or not packages.size:
        return packages
    found = [_frontiers(packages, readings) for readings in drawn]
    rows, times = np.unique(np.concatenate(found), axis=0, return_counts=True)
    best = np.argsort(-times, kind="stable")[:WATCHED]
    return Packages(rows[np.sort(best)], packages.starts, packages.blocks, packages.size)


def _frontiers(packages: Packages, readings: Readings) -> Ints:
    """The packages on the frontiers of some readings; shape (packages, issues)."""
    found = frontier_of_each(readings, packages.starts, packages.blocks, front="packages")
    return np.asarray(found.packages[:, 1:] + packages.starts[:-1], dtype=np.int64)


def _listed(readings: Readings, rows: Ints, starts: Ints, front: bool) -> Verdict:
    """Every package of a list, looked at."""
    number, parties, packages = len(readings.values), readings.values.shape[2], len(rows)
    beats = np.zeros((number, packages), dtype=np.uint8)
    on_front = np.zeros((number, packages if front else 0), dtype=np.uint8)
    nash, gains = np.zeros((number, int(starts[-1])), dtype=np.int64), np.full((number, parties), -1, dtype=np.int64)
    turned = np.zeros(packages, dtype=np.int64)
    turned[1:] = (rows[1:] != rows[:-1]).argmax(axis=1)
    limits = (readings.no_deal, readings.slack, front, UNIT)
    judge(readings.values, limits, rows, turned, (beats, on_front, nash, gains))
    return Verdict(beats, on_front, nash, gains)
