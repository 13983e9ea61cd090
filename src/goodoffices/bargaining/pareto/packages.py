"""The packages behind vectors of utilities: listed, or traced back through a merge (`trace.py`)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from ..grid import Ints

Options = tuple[int, ...]
"""The option taken of each issue, by its number within the issue, in the order of the file."""


class Packages(Protocol):
    """The packages behind vectors of utilities: one or more for each vector."""

    def of(self, vector: int) -> Iterator[Options]:
        """All packages of one vector, in the order of the file as far as blocks follow each other in it."""
        ...

    def of_each(self, vectors: int) -> Iterator[tuple[int, Options]]:
        """All packages of the first so many vectors, each with the number of its vector."""
        ...

    def count(self, vector: int) -> int:
        """How many packages one vector has."""
        ...

    def first(self, vectors: Sequence[int]) -> Options:
        """The first package of some vectors in the order of the file."""
        ...


@dataclass(frozen=True)
class Listed:
    """Packages that were listed, those of each vector one after the other."""

    options: Ints
    """Shape (packages, issues)."""
    begins: Ints | None = None
    """Where those of each vector begin; shape (vectors + 1,). None: one for each vector."""

    def of(self, vector: int) -> Iterator[Options]:
        """The packages of one vector."""
        first, last = (vector, vector + 1) if self.begins is None else self.begins[vector : vector + 2]
        yield from map(tuple, self.options[first:last].tolist())

    def of_each(self, vectors: int) -> Iterator[tuple[int, Options]]:
        """All packages of the first vectors."""
        return ((vector, options) for vector in range(vectors) for options in self.of(vector))

    def count(self, vector: int) -> int:
        """How many packages one vector has."""
        return 1 if self.begins is None else int(self.begins[vector + 1] - self.begins[vector])

    def first(self, vectors: Sequence[int]) -> Options:
        """The first package of some vectors in the order of the file."""
        return min(options for vector in vectors for options in self.of(vector))
