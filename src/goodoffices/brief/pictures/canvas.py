"""One drawing while it is made: labels, lines and marks become SVG, their texts escaped. Looks are in the page's style sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil

from ..outline import Line
from .measure import LONGEST, backwards, told, width_of, wrapped

PAGE = 860
"""How high a drawing is at most: a page of A4 with the title above it, at 96 units to the inch."""
WIDEST = 680
"""How wide it is at most: the text of a printed page."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a label is set: its class in the style sheet, its size, whether it is bold."""

    kind: str
    size: int = 12
    bold: bool = False

    @property
    def line(self) -> int:
        """From one line of text to the next: room enough for scripts that are written high."""
        return round(self.size * 1.42)


WHAT, SAID, SOFT = Look("what", 12, True), Look("said"), Look("where", 11)


@dataclass(frozen=True, slots=True)
class Label:
    """Some words in lines that fit a width."""

    lines: tuple[str, ...]
    look: Look
    rightward: bool = True
    """Whether it runs from left to right, as its first letter does: all its lines do, whatever they begin with."""

    @classmethod
    def of(cls, text: str, width: float, look: Look, instead: str = "") -> "Label":
        """A text of a case; where it is too long for a drawing, `instead` stands in its place."""
        words = told(text)
        if len(words) > LONGEST:
            words = (
                told(instead)
                if instead and len(instead) <= LONGEST
                else "(too long for a drawing: see the words below)"
            )
        return cls(wrapped(words, width, look.size, bold=look.bold), look, not backwards(words))

    @property
    def height(self) -> int:
        """The height of its lines."""
        return len(self.lines) * self.look.line

    @property
    def width(self) -> float:
        """The width of its widest line."""
        return max((width_of(line, self.look.size, bold=self.look.bold) for line in self.lines), default=0)


class Canvas:
    """Collects the parts of a drawing."""

    def __init__(self, width: float) -> None:
        self.width = width
        self._parts: list[str] = []

    def shape(self, kind: str, path: str) -> None:
        """A line or an outline, as a path of SVG."""
        self._parts.append(f'<path class="{kind}" d="{path}"/>')

    def circle(self, kind: str, x: float, y: float, radius: float) -> None:
        """A circle."""
        self._parts.append(f'<circle class="{kind}" cx="{x:g}" cy="{y:g}" r="{radius:g}"/>')

    def label(self, x: float, top: float, label: Label) -> None:
        """A label whose left upper corner is here."""
        for number, line in enumerate(label.lines):
            y = top + (number + 0.74) * label.look.line
            weight = ' font-weight="600"' if label.look.bold else ""
            # What runs from right to left ends on the left.
            way = "" if label.rightward else ' direction="rtl" text-anchor="end"'
            self._parts.append(
                f'<text class="{label.look.kind}" x="{x:g}" y="{y:g}" font-size="{label.look.size}"{weight}{way}>'
                f"{escape(line)}</text>"
            )

    def stack(self, x: float, top: float, labels: Sequence[Label]) -> None:
        """Labels one under the other."""
        for label in labels:
            self.label(x, top, label)
            top += label.height

    def svg(self, key: str, title: str, description: str, height: float) -> str:
        """The whole drawing; `key` is its own on the page."""
        width, high = ceil(self.width), ceil(height)
        return (
            f'<svg viewBox="0 0 {width} {high}" width="{width}" height="{high}" role="img" '
            f'aria-labelledby="{key}-title" aria-describedby="{key}-desc" xmlns="http://www.w3.org/2000/svg">'
            f'<title id="{key}-title">{escape(title)}</title><desc id="{key}-desc">{escape(description)}</desc>'
            f"{''.join(self._parts)}</svg>"
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of a drawing from its left to its right edge, which stays whole."""

    height: float
    draw: Callable[[Canvas, float], None]
    key: str = ""
    """What it shows, where something may be joined to it."""
    lines: tuple[Line, ...] = ()
    """The same in sentences."""
    heads: bool = False
    """It is the heading of the row below, and never the last on a page."""
    under: "Row | None" = None
    """The heading that stands again where a page begins with this row."""


def stacked(labels: Sequence[Label]) -> float:
    """The height of labels one under the other."""
    return sum(label.height for label in labels)


def paged(rows: Sequence[Row], room: float) -> list[list[Row]]:
    """The rows in parts that have room on a page; a part has at least one row."""
    parts: list[list[Row]] = [[]]
    used = 0.0
    for group in _whole(rows):
        height = sum(row.height for row in group)
        if parts[-1] and used + height > room:
            again = [group[0].under] if group[0].under else []
            parts.append(again)
            used = sum(row.height for row in again)
        parts[-1] += group
        used += height
    return [part for part in parts if part]


def _whole(rows: Sequence[Row]) -> list[list[Row]]:
    """Each row with the headings that stand above it."""
    groups: list[list[Row]] = [[]]
    for row in rows:
        groups[-1].append(row)
        if not row.heads:
            groups.append([])
    return [group for group in groups if group]


def band(words: str, width: float) -> Row:
    """A heading across the drawing, on a ground of its own."""
    label = Label.of(words, width - 12, WHAT)

    def draw(canvas: Canvas, top: float) -> None:
        canvas.shape("band", f"M0 {top:g}h{width:g}v{label.height + 6:g}h{-width:g}z")
        canvas.label(6, top + 3, label)

    return Row(label.height + 6, draw, heads=True)
