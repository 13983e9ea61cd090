"""What the day was, on the screen and as a file for all: the same pages that `debriefing` prints, once the trainer has shown them.

1. A seat gets them when its own table has been shown everything, and then of all tables of which that is so.
2. The trainer gets them at any time.
3. The file is to be kept, and is no page of the room: what is in it is not under the room's policy. The same on the screen is one,
   with a style of its own from the room itself.
"""

from ..brief.debriefing import HeldTable, debriefing_outline
from ..brief.forms import outline_bytes
from ..brief.html import sections_text, within
from ..talks.exercise import TRAINER
from .hall import Hall

KINDS = {"pdf": "application/pdf", "html": "text/html; charset=utf-8"}


def held(hall: Hall, table: int, seat: str) -> list[HeldTable]:
    """The tables of which this seat may see everything; none before the trainer has shown it."""
    if hall.sides is None:
        return []
    shown = {number: one for number, one in hall.tables.items() if one.state.facts.status == "revealed"}
    if seat != TRAINER and table not in shown:
        return []
    tables = hall.tables if seat == TRAINER else shown
    return [
        HeldTable(number, one.setting, hall.sides, tuple(one.events)) for number, one in tables.items() if one.events
    ]


def style() -> str:
    """The style of the pages on the screen."""
    return within("day")


def on_screen(tables: list[HeldTable], *, trainer: bool) -> bytes:
    """The pages as a part of a page of the room; it takes a while."""
    return sections_text(debriefing_outline(tables, trainer=trainer)).encode()


def file(tables: list[HeldTable], kind: str, *, trainer: bool) -> bytes:
    """The pages as a file; it takes a while."""
    return outline_bytes(f".{kind}", debriefing_outline(tables, trainer=trainer))
