"""What a sentence says in answer to one kind of question - a day, a number, a place - and how two answers stand to each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from ..language.folding import Span
from .align import Aligned
from .model import Kind
from .passages import Account, Passage


@dataclass(frozen=True, slots=True)
class Value:
    """An answer: where it stands and what it is; what `said` means is known to the kind."""

    passage: Passage
    span: Span
    said: Any

    @property
    def place(self) -> tuple[int, int, int]:
        """For one order."""
        return self.passage.number, self.span.start, self.span.end


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two answers stand to each other."""

    same: bool
    bonus: float = 0.0
    """What speaks for (or against) their being answers to one question, beside the words around them."""
    a: Span | None = None
    """The differing words, where they are not those of the answers."""
    b: Span | None = None


class Kinded(Protocol):
    """A kind of difference: what it reads in a report, and how it compares two of them."""

    kind: Kind

    def values(self, account: Account) -> Sequence[Value]:
        """The answers in a report."""

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """How two answers stand to each other; None where they answer different questions."""


Compare = Callable[[Aligned, Value, Value], Verdict | None]
