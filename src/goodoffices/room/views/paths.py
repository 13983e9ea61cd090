"""Which page stands at which path: one table for seats, one for the trainer.

1. A path that leads nowhere and one that leads to what is not this seat's get the same answer.
"""

import re
from collections.abc import Callable
from typing import Any

from ...talks.exercise import TRAINER
from ..pages import render
from . import chair, debriefing, proposals, seat, trainer
from .ask import Ask, Values, frame

Page = Callable[..., Values | None]
_ID = "([A-Za-z0-9._-]{1,200})"


def _table(*rows: tuple[str, str, Page]) -> list[tuple[re.Pattern[str], str, Page]]:
    return [(re.compile(path, re.ASCII), template, page) for path, template, page in rows]


SEATS = _table(
    ("/", "seat", seat.my_seat),
    ("/all(?:/([0-9]{1,4}))?", "all", seat.everything),
    (f"/meeting/{_ID}", "meeting", seat.meeting),
    (f"/meeting/{_ID}/all(?:/([0-9]{{1,4}}))?", "all", seat.meeting_whole),
    ("/proposals", "proposals", proposals.proposals),
    (f"/proposal/{_ID}", "proposal", proposals.proposal),
    ("/side", "side", seat.side),
    ("/chair", "chair", chair.chair),
    ("/debriefing", "debriefing", debriefing.debriefing),
    ("/day", "day", debriefing.day),
)
TRAINERS = _table(
    ("/", "board", trainer.board),
    ("/table/([0-9]{1,4})", "table", trainer.table),
    ("/table/([0-9]{1,4})/all(?:/([0-9]{1,4}))?", "all", trainer.everything),
    ("/table/([0-9]{1,4})/links", "links", trainer.links),
    ("/delete", "delete", trainer.delete),
    ("/day", "day", debriefing.day),
)


def html(ask: Ask) -> str | None:
    """The page at a path as this seat gets it; None where it has none there."""
    for pattern, template, page in TRAINERS if ask.seat == TRAINER else SEATS:
        if found := pattern.fullmatch(ask.path):
            values: Any = page(ask, *found.groups(""))
            own = {} if ask.seat == TRAINER else seat.seat_frame(ask)
            return None if values is None else render(template, **frame(ask), **{**own, **values})
    return None
