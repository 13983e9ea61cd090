"""The role sheet: who a seat is, what it wants, what it may accept, what only it knows. Two pages at most."""

from collections.abc import Iterator
from fractions import Fraction

from ...talks import MandateOn, Part, Seat
from ..english import capital, counted, listed
from ..outline import Block, Bullets, Line, Note, Outline, Section, Table
from .briefing import cell, paragraphs
from .duties import DUTIES
from .held import Held, at
from .sheets import Sheet

PAGES = 2


def role_sheet(held: Held, seat: str) -> Sheet:
    """The sheet of one seat."""
    held = held.seen_by(seat)
    role = held.role(seat)
    outline = Outline(
        held.case.name, role, held.exercise.title, tuple(_sections(held, seat)), (), {}, pages=PAGES,
        label=held.label(f"Only for: {role}"), notices=("Do not show this sheet and do not swap it.",),
    )  # fmt: skip
    return Sheet(outline, pages=PAGES, name=role)


def _sections(held: Held, key: str) -> Iterator[Section]:
    seat, side = held.exercise.seats[key], held.side(key)
    if seat.who:
        yield Section("who", "Who you are", tuple(paragraphs(seat.who)))
    yield Section("do", "What you do", (_bullets(DUTIES[seat.part]),))
    if seat.wants or side in held.exercise.priorities:
        yield Section("want", "What you want", tuple(_wants(held, seat, side)))
    if side is not None and held.exercise.reasons.get(side):
        yield Section("say", "What you may say when you are asked why", (_reasons(held, side),))
    if side is not None and side in held.exercise.points:
        yield Section("worth", "What it is worth to your side", tuple(_points(held, side)))
    if side is not None and held.exercise.mandates.get(side):
        yield Section("mandate", _mandate_title(seat), tuple(_mandate(held, seat, side)))
    if seat.knows:
        yield Section("know", "What only you know", (_bullets(seat.knows),))
    if sits := tuple(_sits(held, key)):
        yield Section("sit", "Where you sit", (_bullets(sits),))


def _bullets(texts: tuple[str, ...]) -> Bullets:
    return Bullets(tuple(Line(" ".join(text.split())) for text in texts))


def _wants(held: Held, seat: Seat, side: str | None) -> Iterator[Block]:
    if seat.wants:
        yield _bullets(seat.wants)
    if order := held.exercise.priorities.get(side or ""):
        yield Note(f"What weighs most comes first: {listed(map(held.phrases.about, order))}.")


def _reasons(held: Held, side: str) -> Bullets:
    given = held.exercise.reasons[side].items()
    return Bullets(tuple(Line(f"{held.phrases.issue(issue)}: {' '.join(words.split())}") for issue, words in given))


def _points(held: Held, side: str) -> Iterator[Block]:
    worth = held.exercise.points[side]
    rows = tuple(
        (
            cell(held.phrases.issue(issue)),
            cell(*(f"{_number(points)}  {held.option(issue, option)}" for option, points in given.items())),
        )
        for issue, given in worth.points.items()
    )
    yield Table(("Issue", "Points of each answer"), rows)
    yield Bullets(tuple(Line(" ".join(told.split())) for told in without(held, side)))
    never = [held.phrases.option(issue, option) for issue, options in worth.red_lines.items() for option in options]
    if never:
        yield Note(f"Whatever you get for it, you accept no agreement with {listed(never)}.")


def without(held: Held, side: str) -> Iterator[str]:
    """What a side has without an agreement, beside what the answers that hold today come to."""
    worth = held.exercise.points[side]
    today = sum((worth.points[issue][option] for issue, option in held.today.items()), Fraction(0))
    has = f"Without an agreement your side has {counted_points(worth.no_deal)}"
    besides = worth.no_deal - today
    if not held.today:
        yield f"{has}."
    elif besides == 0:
        yield f"{has}: the answers that hold today come to that."
    elif besides > 0:
        also = ", also one on some of the issues" if held.exercise.charter.partial else ""
        yield (
            f"{has}: {_number(today)} that the answers of today come to, and {_number(besides)} besides, which any agreement "
            f"takes from you{also}."
        )
    else:
        yield (
            f"{has}: the answers that hold today come to {_number(today)}, and if nothing is agreed {_number(-besides)} of "
            f"that are lost."
        )
    if worth.why_no_deal:
        yield worth.why_no_deal
    left = "that holds today" if held.today else "that then holds"
    yield (
        f"An agreement that comes to less than {_number(worth.no_deal)} is worse for you than none. Add up one answer of "
        f"each issue; on what an agreement leaves open count the answer {left}."
    )


def counted_points(worth: Fraction) -> str:
    """`58 points`, `1/2 points`."""
    return counted(int(worth), "point") if worth.denominator == 1 else f"{worth} points"


def _number(worth: Fraction) -> str:
    """A number of points; a decimal fraction as one."""
    decimal = float(worth)
    return str(worth) if worth.denominator == 1 or Fraction(str(decimal)) != worth else str(decimal)


def _mandate_title(seat: Seat) -> str:
    return "What you may accept" if seat.part == "head" else "What your delegation may accept"


def _mandate(held: Held, seat: Seat, side: str) -> Iterator[Block]:
    given = held.exercise.mandates[side]
    rows = (
        (cell(held.phrases.issue(issue)), *(_options(held, issue, mandate, which) for which in ("may", "must", "not")))
        for issue, mandate in given.items()
    )
    mine = "by yourself" if seat.part == "head" else "by itself"
    asks = {"principal": "it must ask you", "head": "you must ask your principal"}
    asked = asks.get(seat.part, "it must ask its principal")
    yield Table(("Issue", capital(mine), capital(asked), "Beyond the mandate"), tuple(rows))
    free = [held.phrases.about(issue) for issue in held.case.talks.issues if issue not in given]
    if free:
        yield Note(f"On {listed(free)} nothing needs to be asked.")


def _options(held: Held, issue: str, mandate: MandateOn, which: str) -> tuple[Line, ...]:
    lists = {"may": mandate.may_accept, "must": mandate.must_refer}
    known = {*mandate.may_accept, *mandate.must_refer}
    options = lists.get(which, tuple(o for o in held.case.talks.issues[issue].options if o not in known))
    return cell(*(capital(held.phrases.option(issue, option)) for option in options)) or cell("-")


def _sits(held: Held, key: str) -> Iterator[str]:
    due = held.held_at()
    for meeting, seated in held.exercise.meetings.items():
        if key in seated.seats:
            slot = f", {at(due[meeting][0])} to {at(due[meeting][1])}" if meeting in due else ""
            yield f"{held.meeting(meeting)}{slot}"
    if (does := _WAITS.get(held.exercise.seats[key].part)) and (idle := tuple(_idle(held, key))):
        yield f"{listed(f'{at(begins)} to {at(ends)}' for begins, ends in idle)} you wait: {does}."


_WAITS: dict[Part, str] = {
    "head": "with your side, write your first package on a proposal form, and one question to the other side",
    "adviser": "with your side; say what you know that the head does not",
    "note-taker": "with your side; write down what it would like to have said of this day",
    "supporter": "speak to whoever waits, too",
}


def _idle(held: Held, key: str) -> Iterator[tuple[int, int]]:
    """When others sit in a meeting of the programme and this seat in none."""
    due = held.held_at()
    busy = {due[m] for m, seated in held.exercise.meetings.items() if m in due and key in seated.seats}
    joined: list[tuple[int, int]] = []
    for begins, ends in sorted({*due.values()} - busy):
        if joined and joined[-1][1] >= begins:
            begins = joined.pop()[0]
        joined.append((begins, ends))
    yield from joined
