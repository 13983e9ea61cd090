"""The frontier: the packages that no other one dominates (as good for all parties and better for one). Read `merge.py` first."""

from .find import DEADLINE, MOST, frontier
from .result import Frontier, Point, named

__all__ = ["DEADLINE", "MOST", "Frontier", "Point", "frontier", "named"]
