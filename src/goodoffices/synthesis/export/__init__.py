"""A case made of talks that were held: what one seat saw, and nothing else. Read `build.py` first.

    view = seat_view(setting, events, "upper-head")
    files = export(view, sides)                what that seat saw, as the files of a case
    files = export(view, sides, "lower")       and of it what one reader may have
    files = export(trainer_view, sides)        the whole record, with the points of the exercise as preferences

The sources are the course of the day, each meeting's transcript, the points read back in it, each side's press line, messages and
instructions; the claims come of the acts with their words, and the talks are built from the claims as anywhere else.
"""

from .build import export
from .who import Sides

__all__ = ["Sides", "export"]
