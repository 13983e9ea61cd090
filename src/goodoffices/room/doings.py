"""What the trainer does beside the talks: links are given and taken back, programs sit down, all is deleted."""

import asyncio
from collections.abc import Mapping

from .admission import holder
from .hall import Hall

NOTHING = "There is nothing of this name here."


async def do(hall: Hall, form: Mapping[str, str]) -> str:
    """Why something cannot be done; nothing where it was."""
    if form.get("what") == "delete":
        return await _delete(hall, form)
    table = int(form["table"]) if form.get("table", "").isdecimal() and len(form["table"]) < 5 else 0
    if table not in hall.tables:
        return NOTHING
    if form.get("what") == "news":
        (hall.automatic.add if form.get("on") == "yes" else hall.automatic.discard)(table)
        return ""
    seat = form.get("seat", "")
    if seat not in hall.tables[table].setting.public.seats:
        return NOTHING
    return _seat(hall, form.get("what", ""), table, seat, form.get("on") == "yes")


def _seat(hall: Hall, what: str, table: int, seat: str, on: bool) -> str:
    if what == "give":
        hall.admission.give(holder(table, seat))
    elif what == "take back":
        hall.admission.take_back(holder(table, seat))
    elif what == "program" and hall.programs is not None:
        return hall.programs.sit(table, seat, on)
    else:
        return NOTHING
    return ""


async def _delete(hall: Hall, form: Mapping[str, str]) -> str:
    if form.get("yes") != "yes":
        return "Tick the box first: what is deleted cannot be brought back."
    await hall.closed()
    await asyncio.to_thread(hall.delete)
    hall.deleted = True
    for link in hall.admission.links.all():
        if link.holder != "trainer":
            hall.admission.links.take_back(link)
    hall.end()
    return ""
