"""The frontier: which packages no other package beats for all parties at once. Read `merge.py` first."""

from .find import DEADLINE, MOST, frontier
from .result import Frontier, Point, named

__all__ = ["DEADLINE", "MOST", "Frontier", "Point", "frontier", "named"]
