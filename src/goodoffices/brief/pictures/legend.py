"""The legend of a drawing: what each mark that occurs in it means."""

from collections.abc import Sequence
from dataclasses import dataclass

from .canvas import SOFT, Canvas, Label
from .marks import Mark

_MARK, _GAP = 26, 18


@dataclass(frozen=True, slots=True)
class Meaning:
    """A mark and what it means; without a mark a remark on the drawing."""

    words: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Legend:
    """Meanings beside each other, as many in a line as fit."""

    places: tuple[tuple[float, float, Meaning, Label], ...]
    height: float

    @classmethod
    def of(cls, meanings: Sequence[Meaning], width: float) -> "Legend":
        """The legend of a drawing of this width."""
        places, x, y, high = [], 0.0, 12.0, 0
        for meaning in meanings:
            start = _MARK if meaning.mark else 0
            label = Label.of(meaning.words, width - start, SOFT)
            if x and x + start + label.width > width:
                x, y, high = 0.0, y + high + 4, 0
            places.append((x, y, meaning, label))
            x += start + label.width + _GAP
            high = max(high, label.height)
        return cls(tuple(places), y + high + 2)

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw it below everything else."""
        canvas.shape("edge", f"M0 {top + 4:g}H{canvas.width:g}")
        for x, y, meaning, label in self.places:
            if meaning.mark:
                meaning.mark(canvas, x + 10, top + y + SOFT.line / 2)
            canvas.label(x + (_MARK if meaning.mark else 0), top + y, label)
