"""The marks of the drawings. What they mean is told by their shape and by the legend, never by colour."""

from collections.abc import Callable

from .canvas import Canvas

Mark = Callable[[Canvas, float, float], None]
"""Draws a mark around a point."""


def dot(canvas: Canvas, x: float, y: float) -> None:
    """Sat at the table; of a meeting: was held."""
    canvas.circle("side", x, y, 5)


def ring(canvas: Canvas, x: float, y: float) -> None:
    """Is to sit at the table, of a meeting that is only announced."""
    canvas.circle("third", x, y, 5)


def square(canvas: Canvas, x: float, y: float) -> None:
    """Host, mediator, facilitator or chair."""
    canvas.shape("third", f"M{x - 7:g} {y - 7:g}h14v14h-14z")


def diamond(canvas: Canvas, x: float, y: float) -> None:
    """Another part; on the timeline: announced at the time."""
    canvas.shape("third", f"M{x:g} {y - 8:g}l8 8l-8 8l-8 -8z")


def seated_square(canvas: Canvas, x: float, y: float) -> None:
    """At the table, and host, mediator, facilitator or chair."""
    square(canvas, x, y)
    canvas.circle("side", x, y, 4)


def seated_diamond(canvas: Canvas, x: float, y: float) -> None:
    """At the table, and in another part."""
    diamond(canvas, x, y)
    canvas.circle("side", x, y, 3)


def harder(canvas: Canvas, x: float, y: float) -> None:
    """A position harder than the one before."""
    canvas.shape("side", f"M{x:g} {y - 7:g}l7 12h-14z")


def softer(canvas: Canvas, x: float, y: float) -> None:
    """A position softer than the one before."""
    canvas.shape("side", f"M{x:g} {y + 7:g}l7 -12h-14z")


def bar(canvas: Canvas, x: float, y: float) -> None:
    """Another position: told first, or neither harder nor softer."""
    canvas.shape("third", f"M{x - 5:g} {y - 5:g}h10v10h-10z")


def joined(canvas: Canvas, x: float, y: float) -> None:
    """Who met with whom."""
    canvas.shape("met", f"M{x - 10:g} {y:g}h20")


def ahead(canvas: Canvas, x: float, y: float) -> None:
    """Who is to meet with whom."""
    canvas.shape("meets", f"M{x - 10:g} {y:g}h20")
