"""Minutes of a meeting as a page to read back: its points, and a column for each side. Read `points.py` first."""

from .changes import changes_between
from .data import minutes_data
from .page import Page, minutes_outline
from .points import Points, points_of

__all__ = ["Page", "Points", "changes_between", "minutes_data", "minutes_outline", "points_of"]
