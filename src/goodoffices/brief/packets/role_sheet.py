"""The role sheet: who a seat is, what it wants, what it may accept, what only it knows. Two pages at most."""

from collections.abc import Iterator
from fractions import Fraction

from ...case.seating import NOBODY
from ...talks import MandateOn, Seat
from ..english import capital, counted, listed
from ..outline import Block, Bullets, Cell, Line, Outline, Paragraph, Section, Table
from .briefing import cell, paragraphs
from .duties import duties
from .held import Held
from .places import places
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
    return Sheet(outline, pages=PAGES, name=role, full=True)


def _sections(held: Held, key: str) -> Iterator[Section]:
    seat, side = held.exercise.seats[key], held.side(key)
    if seat.who:
        yield Section("who", "Who you are", tuple(paragraphs(seat.who)))
    yield Section("do", "What you do", (_bullets(tuple(duties(held, key))),))
    if seat.wants or side in held.exercise.priorities:
        yield Section("want", "What you want", tuple(_wants(held, seat, side)))
    if side is not None and side in held.exercise.points:
        yield Section("worth", "What it is worth to your side", tuple(_points(held, side, _at_home(held, seat))))
    if side is not None and held.exercise.mandates.get(side):
        yield Section("mandate", _mandate_title(seat), tuple(_mandate(held, seat, side)))
    if seat.knows:
        yield Section("know", "What only you know", (_bullets(seat.knows),))
    if seat.people == NOBODY:
        return  # the trainer answers from it, and is elsewhere
    if rows := tuple((cell(clock), cell(phase), cell(*told)) for clock, phase, told in places(held, key)):
        yield Section("sit", "Where you are, and when", (_by_clock(rows),))
    elif sits := tuple(held.meeting(m) for m, seated in held.exercise.meetings.items() if key in seated.seats):
        yield Section("sit", "Where you sit", (_bullets(sits),))


def said(text: str, lead: str = "") -> Paragraph:
    """A sentence that weighs: in the ink of all others."""
    return Paragraph((Line(text, lead=lead),))


def _bullets(texts: tuple[str, ...]) -> Bullets:
    return Bullets(tuple(Line(" ".join(text.split())) for text in texts))


def _wants(held: Held, seat: Seat, side: str | None) -> Iterator[Block]:
    if seat.wants:
        yield _bullets(seat.wants)
    if order := held.exercise.priorities.get(side or ""):
        yield said(f"What weighs most comes first: {listed(map(held.phrases.about, order))}.")


def _points(held: Held, side: str, other: str) -> Iterator[Block]:
    worth = held.exercise.points[side]
    rows = tuple(
        (
            cell(held.phrases.issue(issue)),
            cell(*(f"{_number(points)}  {held.option(issue, option)}" for option, points in given.items())),
        )
        for issue, given in worth.points.items()
    )
    yield Table(("Issue", "Points of each answer"), rows)
    yield Bullets(tuple(Line(" ".join(told.split())) for told in without(held, side, other)))
    never = [held.phrases.option(issue, option) for issue, options in worth.red_lines.items() for option in options]
    if never:
        yield said(f"whatever you get for it, you accept no agreement with {listed(never, 'or')}.", "Red line")


def _at_home(held: Held, seat: Seat) -> str:
    """Whom a seat has to move on its own side."""
    if seat.part == "principal":
        return "those at home"
    return "your principal" if held.principal_of(seat.of) else "your own side"


def without(held: Held, side: str, other: str) -> Iterator[str]:
    """What a side has without an agreement, beside what today's answers come to; `other` is whom it has to move at home."""
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
    yield (
        "Points count answers alone: reasons, and words that are added to an answer, change none of them. They are what moves "
        f"people, {other} too, and may be worth more to you than a number, but never so much that you take a whole of less than "
        f"{_number(worth.no_deal)}."
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
    yield said(_mandate_words(held, seat, side))
    free = [held.phrases.about(issue) for issue in held.case.talks.issues if issue not in given]
    if free:
        yield said(f"On {listed(free)} nothing needs to be asked.")


def _mandate_words(held: Held, seat: Seat, side: str) -> str:
    points = held.exercise.points.get(side)
    if seat.part == "principal":
        enough = (
            f"the whole comes to {_number(points.no_deal)} or more"
            if points
            else "you can answer for the whole at home"
        )
        never = ", and never across a red line" if points and points.red_lines else ""
        return (
            "On the middle answers you are ready to be asked. Those beyond the mandate no reason buys: say yes to one only where "
            f"there would be no agreement without it and {enough}{never}."
        )
    who = "your principal" if seat.part == "head" else "the principal"
    return (
        f"On the middle answers {who} is ready to be asked. Those beyond the mandate were refused so far: ask only where there "
        f"would be no agreement without one. Both go to {who}, and stand only once they are confirmed."
    )


def _options(held: Held, issue: str, mandate: MandateOn, which: str) -> tuple[Line, ...]:
    lists = {"may": mandate.may_accept, "must": mandate.must_refer}
    known = {*mandate.may_accept, *mandate.must_refer}
    options = lists.get(which, tuple(o for o in held.case.talks.issues[issue].options if o not in known))
    return cell(*(capital(held.phrases.option(issue, option)) for option in options)) or cell("-")


def _by_clock(rows: tuple[tuple[Cell, ...], ...]) -> Table:
    return Table(("Clock", "Phase", "Where you are, what you do"), rows)
