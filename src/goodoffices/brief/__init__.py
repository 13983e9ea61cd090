"""What people read: one outline of a case, printed in six forms. Read `build.py` first, then `outline.py`.

Everything is built from the case by small functions, one file for each section; the forms know nothing but the outline.
No figure and no sentence stands in a brief that the record does not hold: silence is shown as silence, judgement is signed.
"""

from .build import build_outline
from .data import brief_data, compare_data
from .forms import ENDINGS, brief_bytes
from .outline import Outline

__all__ = ["ENDINGS", "Outline", "brief_bytes", "brief_data", "build_outline", "compare_data"]
