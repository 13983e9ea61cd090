"""One page for the mediator: for each issue what each side said, what others said of it, and what to ask. Read `points.py` first.

Nothing is asked for its own sake: every question stands on something that the record leaves open, and on the same rules for
each side. No preference of anybody is assumed.
"""

from .build import build_talking_points
from .data import talking_points_bytes, talking_points_data

__all__ = ["build_talking_points", "talking_points_bytes", "talking_points_data"]
