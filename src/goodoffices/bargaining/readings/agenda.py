"""What is to be settled and between whom: issues, options, links, the status quo, and every package that the links allow.

Options of all issues stand one after the other and have one number each; a package is a row of such numbers, one of each issue.
Issues, options and parties are counted by their ids in alphabetical order, so that no result hangs on the order of lines in a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, reduce

import numpy as np
from numpy.typing import NDArray

from ...errors import DataError, Problem
from ...talks import Link, Preferences, Talks
from ..blocks import Block, blocks, count
from ..grid import Ints

FILE = "preferences.yaml"
"""Named in messages about entries of it."""

Row = tuple[int, ...]
"""A package: the number of the option taken of each issue, counted through all issues."""


@dataclass(frozen=True)
class Agenda:
    """The issues with their options, and who has to accept a package; all sorted by id."""

    issues: Mapping[str, tuple[str, ...]]
    parties: tuple[str, ...]
    """The sides of the dispute, then the third parties that the preferences name: their consent counts, too."""
    links: tuple[Link, ...]
    status_quo: Row | None
    """What holds today; None where nobody's preferences need it."""

    @classmethod
    def of(cls, talks: Talks, preferences: Preferences) -> "Agenda":
        """From a case; DataError where there is nothing to settle, or the status quo leaves an issue out."""
        issues = {key: tuple(sorted(talks.issues[key].options)) for key in sorted(talks.issues)}
        if problems := _problems(issues, preferences):
            raise DataError(problems)
        parties = sorted({*talks.parties, *preferences.parties})
        plain = cls(issues, tuple(parties), talks.links, None)
        quo = preferences.status_quo
        return cls(issues, plain.parties, talks.links, plain.row(quo) if quo else None)

    @cached_property
    def starts(self) -> Ints:
        """Where the options of each issue begin; shape (issues + 1,)."""
        return np.cumsum([0, *map(len, self.issues.values())], dtype=np.int64)

    @cached_property
    def numbers(self) -> dict[tuple[str, str], int]:
        """The number of each option of each issue."""
        pairs = [(issue, option) for issue, options in self.issues.items() for option in options]
        return {pair: number for number, pair in enumerate(pairs)}

    @cached_property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Issue and option of each number."""
        return tuple(self.numbers)

    @property
    def size(self) -> int:
        """How many options there are in all."""
        return len(self.numbers)

    def row(self, package: Mapping[str, str]) -> Row:
        """A package as a row; issues that it does not name are as in the status quo."""
        return tuple(
            self.numbers[issue, package[issue]] if issue in package else self._quo(number, issue)
            for number, issue in enumerate(self.issues)
        )

    def _quo(self, number: int, issue: str) -> int:
        if self.status_quo is None:
            expected = "a status_quo that names every issue"
            raise DataError([Problem(FILE, 0, 0, f"no status quo for {issue}", expected)])
        return self.status_quo[number]

    def package(self, row: Row) -> dict[str, str]:
        """A row as issue and option."""
        return dict(self.names[int(number)] for number in row)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Issues that links tie together, and each other issue by itself."""
        return blocks(FILE, self.issues, self.links)

    @cached_property
    def packages(self) -> int:
        """How many packages the links allow."""
        return count(self.blocks)

    def rows(self) -> Ints:
        """Every package (the last issue turns fastest); shape (packages, issues)."""
        parts = reduce(_crossed, [(block.issues, block.choices) for block in self.blocks])
        columns = np.empty_like(parts[1])
        columns[:, list(parts[0])] = parts[1]
        ordered = columns[np.lexsort(columns.T[::-1])]
        return np.asarray(ordered + self.starts[:-1], dtype=np.int64)


Part = tuple[tuple[int, ...], NDArray[np.int64]]


def _crossed(a: Part, b: Part) -> Part:
    left = np.repeat(a[1], len(b[1]), axis=0)
    right = np.tile(b[1], (len(a[1]), 1))
    return (*a[0], *b[0]), np.hstack([left, right])


def _problems(issues: Mapping[str, tuple[str, ...]], preferences: Preferences) -> list[Problem]:
    if not issues:
        return [
            Problem("talks.yaml", 0, 0, "no issues", "at least one issue with options, to know what could be agreed")
        ]
    found = [
        Problem("talks.yaml", 0, 0, f"the issue {key} without options", "at least one option")
        for key, options in issues.items()
        if not options
    ]
    quo = preferences.status_quo
    if quo:
        found += [
            Problem(FILE, 0, 0, f"a status quo without {key}", f"one of: {', '.join(options)}")
            for key, options in issues.items()
            if quo.get(key) not in options
        ]
    return found
