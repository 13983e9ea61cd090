"""Raw texts side by side: where two reports tell one thing differently, and what one alone tells. Texts only: no claim, no case.

    found = side_by_side({"courier": text, "post": other_text})
    found.pairs[0].differences[0].kind        "day"
    found.pairs[0].a                          Side("courier", start, end): one sentence
    found.only["post"]                        the sentences that it alone tells

Read `side_by_side.py` first. `reading` takes a report apart, `kinds` has the kinds of difference, `words` the classes of words on which
they rest.
"""

from .as_data import as_data
from .differences import differences
from .model import ABOUT, KINDS, ONLY, Difference, Kind, Pair, Side, SideBySide
from .side_by_side import Telling, side_by_side

__all__ = [
    "ABOUT",
    "KINDS",
    "ONLY",
    "Difference",
    "Kind",
    "Pair",
    "Side",
    "SideBySide",
    "Telling",
    "as_data",
    "differences",
    "side_by_side",
]
