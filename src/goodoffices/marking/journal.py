"""What was written in this session, in its order, and what takes it back. It is only ever added to; it lives in memory."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .record_text import Splice


@dataclass(frozen=True, slots=True)
class Written:
    """One stretch of one file exchanged by a step, or, with `undoes`, by taking it back."""

    file: str
    splice: Splice
    step: int
    undoes: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One decision or offer, told in words, and the claim concerned."""

    number: int
    told: str
    claim: str | None


@dataclass(slots=True)
class Journal:
    """All stretches exchanged since the case was opened. Steps are taken back in turn, the last one first."""

    _written: list[Written] = field(default_factory=list)
    _steps: list[Step] = field(default_factory=list)
    _open: list[int] = field(default_factory=list)

    def begin(self, told: str, claim: str | None = None) -> int:
        """The number of a new step, told in words; once something of it is noted it can be taken back."""
        self._steps.append(Step(len(self._steps) + 1, told, claim))
        return len(self._steps)

    def note(self, file: str, splice: Splice, step: int, *, undoes: bool = False) -> None:
        """Note an exchange that is on the disk by now."""
        self._written.append(Written(file, splice, step, undoes))
        if not undoes and step not in self._open:
            self._open.append(step)

    def last(self) -> Step | None:
        """The last step that stands."""
        return self._steps[self._open[-1] - 1] if self._open else None

    def close(self, step: int) -> None:
        """The step was taken back."""
        self._open.remove(step)

    def close_all(self) -> None:
        """Somebody else changed the files: where a stretch stands by now can no longer be known for certain."""
        self._open.clear()

    def reverse(self, step: int) -> Iterator[tuple[str, Splice]]:
        """What takes the last step back, its last exchange first.

        All later steps were taken back before: each stretch stands where it was put.
        """
        undone = sum(one.undoes and one.step == step for one in self._written)
        mine = [one for one in self._written if one.step == step and not one.undoes]
        for one in reversed(
            mine[: len(mine) - undone]
        ):  # a disk that filled up may have let a part of it through before
            yield one.file, Splice(one.splice.start, one.splice.new, one.splice.old)
