"""What the trainer prepares: people, rooms, what hangs on the wall, and how often each packet is printed."""

from collections.abc import Iterator

from ...case.seating import NOBODY, heirs
from ...talks import Seat
from ..english import listed
from ..outline import Table
from .briefing import cell
from .held import Held, several


def before(held: Held) -> Iterator[str]:
    """What to do before the day."""
    yield f"For {held.people_words}, {held.minutes} minutes. Everybody reads the briefing the day before: bring it to the day, too."
    yield from _who_comes(held)
    yield _rooms(held)
    poster = ", and at the end the poster that shows both sides" if held.exercise.charter.shown else ""
    yield (
        f"On the wall: the two posters, enlarged to A3 or A2{poster}; a clock that shows the time since the beginning, room for "
        "one list of points and for press lines. On the tables: the seat cards, scissors and pins in each corner, pens, a bell."
    )
    yield from _empty(held)
    yield (
        "Say at the beginning that people play roles, what will be shown at the end, and that confidential talks do "
        "not belong in an exercise."
    )


def _who_comes(held: Held) -> Iterator[str]:
    write = "Write on “Who sits where today” who plays what; it is yours, and nothing is stored."
    if held.come is not None:
        gone = f" Nobody plays: {listed(held.empty)}." if held.empty else ""
        cell_ = " One person sits for all principals (the control cell)." if held.control else ""
        yield f"Printed for {held.people_words}: seats, times and sheets are right for that number.{cell_}{gone} {write}"
        return
    least, most = held.people
    yield (
        f"You know how many will come? “packets ... --people N” ({least} to {most}) prints seats, times and sheets for that "
        f"number. Else give the seats that may not stay empty first, then fill each side alike. {write}"
    )


def _empty(held: Held) -> Iterator[str]:
    principals = [seat for seat in held.exercise.seats.values() if held.answered(seat)]
    if held.come is not None and principals:
        yield (
            "You answer what is referred to the principals, each from its own sheet, within five minutes; read both sheets before, "
            "and add up the package by its points."
        )
    elif principals:
        yield "Where a principal's seat stays empty, you answer what is referred, from that seat's sheet: print one for yourself."
    if heirs(held.exercise) and held.come is None:
        yield (
            "Where another seat stays empty, its slip among those to cut out goes into the envelope of the seat named "
            "on it. What a principal knows goes to nobody."
        )
    if held.come is not None and not held.has("observer"):
        yield "Nobody observes, so you do: write down three moments with their clock and their words."


def _rooms(held: Held) -> str:
    parties = [held.phrases.the(party) for party in held.case.talks.parties]
    apart = (
        "one for a side that sits alone with the chair, or by itself" if held.chaired else "one for a side by itself"
    )
    rooms = [f"one with a table for all and a corner for each of {listed(parties)}", apart]
    if held.instructed:
        rooms.append("one for the principals (the control cell), out of hearing of the others")
    return f"Rooms: {listed(rooms)}. Without a {'third' if len(rooms) > 2 else 'second'}, a table at the end of a corridor will do."


def copies(held: Held) -> Table:
    """How often each packet is printed, and when it is handed out."""
    most = f"up to {held.people[1]}" if held.come is None else f"{held.come}"
    rows = [
        (cell("For all: briefing"), cell(most), cell("the day before")),
        (cell("For the wall"), cell("1, enlarged to A3 or A2"), cell("hangs at the beginning")),
    ]
    rows += [
        (cell(seat.role), cell(_number(held, seat)), cell("yours" if seat.people == NOBODY else "in its envelope"))
        for seat in held.exercise.seats.values()
    ]
    rows += [
        (
            cell("Blank forms"),
            cell("5; more are copied"),
            cell("on your table; of “What came of it” one for each table"),
        ),
        (cell("Debriefing"), cell(f"{most}, the page that fits the seat"), cell("when the debriefing begins")),
        (cell("To cut out"), cell("1"), cell("cut before; yours until it is due")),
    ]
    if held.exercise.charter.shown:
        rows.append(
            (cell("Shown at the end"), cell("1, enlarged to A3 or A2"), cell("hangs when the debriefing says so"))
        )
    return Table(("What", "Copies", "When"), tuple(rows))


def _number(held: Held, seat: Seat) -> str:
    if seat.people == NOBODY:
        return "1"
    return f"{max(1, seat.people[1])}: yours if nobody sits there" if held.answered(seat) else several(seat)
