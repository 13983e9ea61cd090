"""What the day was, on the screen and as a file for all: the same pages that `debriefing` prints, once the trainer has shown them.

1. A seat gets them when its own table has been shown everything, and then of all tables of which that is so.
2. The trainer gets them at any time.
3. The files are to be kept, and are no pages of the room: what is in them is not under the room's policy. The same on the screen is
   one, with a style of its own from the room itself.
4. As HTML and on the screen a long day is in parts; what is too long for a PDF is told so, with the way to the parts.
"""

import re
from collections.abc import AsyncIterator
from urllib.parse import quote

from starlette.responses import HTMLResponse, Response, StreamingResponse

from ..brief.debriefing import HeldTable
from ..brief.debriefing.apart import Kind, Printed
from ..brief.html import within
from ..errors import DataError
from ..talks.exercise import TRAINER
from .hall import Hall
from .pages import render
from .prints import BusyError, Wanted

_TYPES: dict[Kind, str] = {"pdf": "application/pdf", "html": "text/html; charset=utf-8"}
_FILE = re.compile(r"(?:([1-9][0-9]{0,3})\.)?(pdf|html)", re.ASCII)
PIECE = 64 * 1024
"""Bytes of a file that are handed over before its reader has taken those before."""
AGAIN = 10
"""Seconds after which to come again."""


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


async def answer(hall: Hall, table: int, seat: str, name: str) -> Response | None:
    """The file `day.NAME`, or what is said in its place; None where there is none for this seat."""
    found = _FILE.fullmatch(name)
    if found is None or (found[1] and found[2] == "pdf"):
        return None
    kind: Kind = "pdf" if found[2] == "pdf" else "html"
    made = await _made(hall, table, seat, kind, int(found[1] or 1))
    if made is None or isinstance(made, Response):
        return made
    if not found[1] and made.parts > 1:
        return _in_parts(made.parts, "/day.{}.html")
    file = f"{hall.stem}-debriefing{f'-{found[1]}' if found[1] else ''}.{kind}"
    headers = {"Content-Disposition": attachment(file), "Content-Length": str(len(made.data))}
    return StreamingResponse(_pieces(made.data), media_type=_TYPES[kind], headers=headers)


async def on_screen(hall: Hall, table: int, seat: str, part: int | None) -> str | Response | None:
    """The pages, or a part of them, as a part of a page of the room, or what is said in their place."""
    made = await _made(hall, table, seat, "screen", part or 1)
    if made is None or isinstance(made, Response):
        return made
    return _in_parts(made.parts, "/day/{}") if part is None and made.parts > 1 else made.data.decode()


async def _made(hall: Hall, table: int, seat: str, kind: Kind, part: int) -> Printed | Response | None:
    """The part, or what is said in its place; None where there is none for this seat."""
    tables = held(hall, table, seat)
    if not tables:
        return None
    try:
        made = await hall.prints.file(tables, Wanted(kind, part, seat == TRAINER, f"{table}/{seat}"))
    except BusyError:
        text = "Another file of the day is being made just now. Come again in a moment."
        return HTMLResponse(render("says", title="Come again", text=text), 503, {"Retry-After": str(AGAIN)})
    except DataError as error:
        return HTMLResponse(render("parts", title=f"Too long for {'a PDF' if kind == 'pdf' else 'a page'}", ways=(),
                                   text=f"Found {error.problems[0].found}.", pdf=kind == "pdf"), 422)  # fmt: skip
    return made if part <= made.parts else None


def _in_parts(parts: int, way: str) -> Response:
    text = f"The day is long: it stands in {parts} parts, one after the other."
    ways = [way.format(number) for number in range(1, parts + 1)]
    return HTMLResponse(render("parts", title="What happened", ways=ways, text=text, pdf=False))


async def _pieces(data: bytes) -> AsyncIterator[bytes]:
    # A whole file would be copied for each who asks and does not read: hundreds of megabytes for one seat's connections.
    for start in range(0, len(data), PIECE):
        yield data[start : start + PIECE]


def attachment(file: str) -> str:
    """The header for a file of this name (RFC 6266): the case's folder may be called whatever it likes."""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "_", file)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file, safe='', errors='replace')}"


def style() -> str:
    """The style of the pages on the screen."""
    return within("day")
