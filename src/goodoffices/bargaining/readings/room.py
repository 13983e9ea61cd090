"""The packages that are judged: all where they are few; else the frontier is merged issue by issue, and a few are watched."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..batch import Batch, frontier_of_each
from ..blocks import Block, count
from ..grid import Ints
from ._kernels import judge
from .agenda import Agenda

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float64]
LARGEST = 5_000
"""The most packages that are looked at one by one in every reading."""
WATCHED = 500
"""Of more packages so many are watched: those most often on the frontier of some readings drawn beforehand."""
_NUMBERED = 1 << 62
"""More packages than this have no numbers: then only the Nash package of a reading is known to be on its frontier."""


@dataclass(frozen=True)
class Verdict:
    """What some readings make of the packages."""

    beats: Bytes
    """Whether all have more than without a deal; shape (readings, packages)."""
    front: Bytes
    """Whether all have no less than without a deal, and no other such package dominates it; shape (readings, packages), or
    (readings, 0) where it is not wanted."""
    nash: Ints
    """The options of the Nash package, -1 where there is none; shape (readings, issues)."""
    rank: Floats
    """How many parties gain by it, and the product of their gains; -1 where there is none; shape (readings, 2)."""


@dataclass(frozen=True)
class Room:
    """The packages that some options leave, where others are excluded."""

    rows: Ints
    """All packages where they are few, else those that are watched; shape (packages, issues)."""
    blocks: tuple[Block, ...] = ()
    """Of many packages the blocks that they are made of; empty where all are listed."""
    starts: Ints | None = None
    """Of many packages where the options of each issue begin."""
    size: int = 0
    """How many packages there are."""

    @property
    def listed(self) -> bool:
        """Whether `rows` holds every package."""
        return not self.blocks

    def judge(self, values: Ints, no_deal: Ints, front: bool) -> Verdict:
        """What readings make of the packages. values: (readings, options, parties); no_deal: (readings, parties).

        The Nash package is the one with the largest product of gains among those by which nobody loses (Nash 1950); where every
        product is zero, the one by which most parties gain, then the one with the largest product over these; the first of equals.
        Products are compared in floating point: to 1 part in 10^15.
        """
        listed = _listed(values, no_deal, self.rows, front and (self.listed or not self.size))
        if self.listed or self.starts is None or not self.size:
            return listed
        merged = frontier_of_each(values, no_deal, self.starts, self.blocks, front=front)
        nash = np.where(merged.nash < 0, -1, merged.nash + self.starts[:-1])
        on_front = self._on_front(merged, nash) if front else listed.front
        return Verdict(listed.beats, on_front, nash, _rank(values, no_deal, nash))

    def _on_front(self, merged: Batch, nash: Ints) -> Bytes:
        """Which watched packages lie on the frontier of each reading."""
        found = np.zeros((len(nash), len(self.rows)), dtype=np.uint8)
        if self.size >= _NUMBERED:
            for number, row in enumerate(self.rows):
                found[:, number] = (nash == row).all(axis=1)
            return found
        reading = np.repeat(np.arange(len(nash)), merged.sizes)
        own = self.numbers()
        order = np.argsort(own)
        place = np.searchsorted(own, merged.front, sorter=order).clip(max=max(len(own) - 1, 0))
        if len(own):
            hit = own[order[place]] == merged.front
            found[reading[hit], order[place[hit]]] = 1
        return found

    def numbers(self) -> Ints:
        """The number of each row, the last block turning fastest; shape (packages,)."""
        found = np.zeros(len(self.rows), dtype=np.int64)
        for block in self.blocks:
            own = (
                self.rows[:, list(block.issues)]
                - (self.starts if self.starts is not None else np.zeros(1))[list(block.issues)]
            )
            same = (own[:, None, :] == block.choices[None, :, :]).all(axis=2)
            found = found * len(block.choices) + same.argmax(axis=1)
        return found

    def rows_of(self, numbers: Ints) -> Ints:
        """The packages with some numbers; shape (numbers, issues)."""
        found = np.zeros((len(numbers), self.rows.shape[1]), dtype=np.int64)
        for block in reversed(self.blocks):
            numbers, ways = np.divmod(numbers, len(block.choices))
            found[:, list(block.issues)] = block.choices[ways]
        return found + (self.starts[:-1] if self.starts is not None else 0)


def room_of(agenda: Agenda, red: Iterable[int], need: int | None = None) -> Room:
    """The packages without the red options; with `need`, only those that hold this one."""
    excluded = set(red)
    if agenda.packages <= LARGEST:
        rows = agenda.rows()
        keep = np.asarray(~np.isin(rows, list(excluded)).any(axis=1), dtype=np.bool_)
        if need is not None:
            keep = np.asarray(keep & (rows == need).any(axis=1), dtype=np.bool_)
        return Room(rows[keep], size=int(keep.sum()))
    blocks = tuple(_left(agenda, block, excluded, need) for block in agenda.blocks)
    return Room(np.zeros((0, len(agenda.issues)), dtype=np.int64), blocks, agenda.starts, count(blocks))


def _left(agenda: Agenda, block: Block, red: set[int], need: int | None) -> Block:
    options = block.choices + agenda.starts[list(block.issues)]
    keep = np.asarray(~np.isin(options, list(red)).any(axis=1), dtype=np.bool_)
    if need is not None and any(agenda.starts[i] <= need < agenda.starts[i + 1] for i in block.issues):
        keep = np.asarray(keep & (options == need).any(axis=1), dtype=np.bool_)
    return Block(block.issues, block.choices[keep])


def watched(room: Room, drawn: Sequence[tuple[Ints, Ints]]) -> Room:
    """A room of many packages with those that some readings (values, no deal) put on the frontier most often."""
    if room.listed or not room.size or room.starts is None:
        return room
    found = [_frontiers(room, room.starts, values, no_deal) for values, no_deal in drawn]
    rows, times = np.unique(np.concatenate(found), axis=0, return_counts=True)
    best = np.argsort(-times, kind="stable")[:WATCHED]
    return Room(rows[np.sort(best)], room.blocks, room.starts, room.size)


def _frontiers(room: Room, starts: Ints, values: Ints, no_deal: Ints) -> Ints:
    """The packages on the frontiers of some readings; only their Nash packages where packages have no numbers."""
    found = frontier_of_each(values, no_deal, starts, room.blocks, front=True)
    if room.size < _NUMBERED:
        return room.rows_of(found.front)
    return np.asarray(found.nash[found.nash[:, 0] >= 0] + starts[:-1], dtype=np.int64)


def _listed(values: Ints, no_deal: Ints, rows: Ints, front: bool) -> Verdict:
    """Every package of a list, looked at."""
    number, packages = len(values), len(rows)
    beats = np.zeros((number, packages), dtype=np.uint8)
    on_front = np.zeros((number, packages if front else 0), dtype=np.uint8)
    best, rank = np.full(number, -1, dtype=np.int64), np.full((number, 2), -1.0)
    turned = np.zeros(packages, dtype=np.int64)
    turned[1:] = (rows[1:] != rows[:-1]).argmax(axis=1)
    judge(values, no_deal, rows, turned, front, (beats, on_front, best, rank))
    nash = np.full((number, rows.shape[1]), -1, dtype=np.int64)
    nash[best >= 0] = rows[best[best >= 0]]
    return Verdict(beats, on_front, nash, rank)


def _rank(values: Ints, no_deal: Ints, nash: Ints) -> Floats:
    """How many parties gain by a package, and the product of their gains."""
    sums = np.take_along_axis(values, nash.clip(min=0)[:, :, None], axis=1).sum(axis=1) - no_deal
    gains = np.where(sums > 0, sums, 1).astype(np.float64)
    rank = np.stack([(sums > 0).sum(axis=1).astype(np.float64), gains.prod(axis=1)], axis=1)
    rank[nash[:, 0] < 0] = -1.0
    return rank
