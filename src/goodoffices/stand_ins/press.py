"""The line for the press that a side, or the host, gives after the end."""

from goodoffices.proceedings import Act, PressLine, SeatView

from . import sentences


def press_line(view: SeatView) -> Act | None:
    """One line, of what the seat itself saw agreed; nothing where it gave one."""
    if any(line.by == view.seat for line in view.facts.press):
        return None
    points = (view.facts.points[id_].read.kind for id_ in view.outcome.points)
    return PressLine(by=view.seat, words=sentences.press(view.known.public, view.outcome, "next" in points))
