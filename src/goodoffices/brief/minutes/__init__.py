"""Minutes of a meeting as a page to read back: its points, and a column for each side. Read `points.py` first."""

from .changes import changes_between
from .data import minutes_data
from .page import Page, minutes_outline
from .points import Points, points_of
from .sides import Sides
from .withheld import changes_told, told_again

__all__ = [
    "Page", "Points", "Sides", "changes_between", "changes_told", "minutes_data", "minutes_outline", "points_of", "told_again",
]  # fmt: skip
