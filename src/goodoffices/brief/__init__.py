"""What people read: one outline of a case, printed in six forms. Read `build.py` first, then `outline.py`.

Everything is built from the case by small functions, one file for each section; the forms know nothing but the outline.
No figure and no sentence stands in a brief that the record does not hold: silence is shown as silence, judgement is signed.
"""

from .build import build_outline
from .data import brief_data, compare_data
from .forms import ENDINGS, brief_bytes
from .outline import Outline
from .talking_points import build_talking_points, talking_points_bytes, talking_points_data

__all__ = [
    "ENDINGS", "Outline", "brief_bytes", "brief_data", "build_outline", "build_talking_points", "compare_data",
    "talking_points_bytes", "talking_points_data",
]  # fmt: skip
