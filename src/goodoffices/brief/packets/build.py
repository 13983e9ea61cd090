"""The packets of an exercise: which sheets and forms each seat gets, and what all and the trainer get."""

from collections.abc import Iterator
from dataclasses import replace

from ...case import Case
from ...case.seating import NOBODY, bounds
from ...errors import UsageError
from ...talks import Exercise, Seat
from ..outline import Outline, Section
from ..shown import harmless_throughout
from .blanks import (
    carried_slip,
    instruction_slip,
    lines_of_the_day,
    message_slip,
    press_line,
    proposal_form,
    proposed,
    read_back,
    record,
    referral_slip,
    watched,
)
from .briefing import briefing
from .chair_day import chair_section
from .debriefing_sheet import debriefing_packet
from .duties import WATCH
from .held import Held
from .role_sheet import role_sheet
from .room import forms_packet, wall_packet
from .sheets import Blank, Packet, Sheet
from .shown_at_the_end import shown_packet
from .to_cut_out import to_cut_out
from .trainer import trainer_sheets


def packets(case: Case, people: int | None = None) -> tuple[Packet, ...]:
    """What all get, a packet for each seat in the order of the file, what the trainer gets; for so many people, if it is said."""
    if case.exercise is None:
        raise UsageError(f"{case.name}: found no exercise.yaml, expected the seats of an exercise")
    held = Held(case, case.exercise)
    if people is not None:
        require_seats(case.exercise, people)
        held = held.with_people(people)
    made = (*_for_all(held), *(_of_seat(held, key) for key in held.exercise.seats), *_trainer(held))
    return tuple(map(harmless_throughout, made))


def require_seats(exercise: Exercise, people: int) -> None:
    """UsageError where there are no seats for so many people, or not enough people for those that may not stay empty."""
    least, most = bounds(exercise)
    if not max(1, least) <= people <= most:
        found = (
            f"{people}, for seats of {least} to {most} people"
            if least < most
            else f"{people}, for seats of {most} people"
        )
        raise UsageError(f"--people: found {found}, expected a number from {max(1, least)} to {most}")


def _for_all(held: Held) -> Iterator[Packet]:
    yield Packet("for-all", "Briefing", (briefing(held),))
    yield wall_packet(held)
    yield forms_packet(held)
    yield debriefing_packet(held)


def _trainer(held: Held) -> Iterator[Packet]:
    yield Packet("trainer", "The trainer's plan", tuple(trainer_sheets(held)))
    yield to_cut_out(held)
    if (poster := shown_packet(held)) is not None:
        yield poster


def _of_seat(held: Held, key: str) -> Packet:
    """All that a seat gets; from here on nothing is looked at but what it may know."""
    held = held.seen_by(key)
    return Packet(f"seat-{key}", held.role(key), (role_sheet(held, key), *_forms(held, key)))


def _forms(held: Held, key: str) -> Iterator[Sheet]:
    """The sheets after the first, by what the seat is in the talks."""
    seat = held.exercise.seats[key]
    if seat.part in ("chair", "mediator"):
        yield _sheet(held, key, "The chair's sheet", sections=(chair_section(held),))
        yield _sheet(held, key, "What was proposed", proposed())
        yield replace(_sheet(held, key, "Messages", carried_slip()), pages=1)
        yield _sheet(held, key, "Read-back", read_back(held))
        yield _sheet(held, key, "Proposal", proposal_form(held, ""))
    if seat.part == "observer":
        yield _sheet(held, key, "The observer's sheet", watched(WATCH))
    if seat.part == "press":
        yield _sheet(held, key, "Lines of the day", lines_of_the_day(held))
    if seat.part == "note-taker":
        yield _sheet(held, key, "Record", record())
    if slips := tuple(_slips(held, key, seat)):
        yield _sheet(held, key, "Slips to cut out", *slips)
    if seat.part in ("head", "note-taker"):
        name = held.speaks_for(key)
        yield _sheet(held, key, "Proposal, press line", proposal_form(held, name), press_line(name))


def _slips(held: Held, key: str, seat: Seat) -> Iterator[Blank]:
    name = held.speaks_for(key)
    if held.chaired and seat.part in ("head", "adviser", "note-taker", "supporter"):
        yield message_slip(name, 2 if seat.part == "supporter" else 3)
    if seat.part in ("head", "note-taker") and held.principal_of(held.side(key)):
        yield referral_slip(name)
    if seat.part == "principal" and seat.people != NOBODY:
        yield instruction_slip(name)
    if seat.part == "supporter":
        yield press_line(name)


def _sheet(held: Held, key: str, title: str, *blanks: Blank, sections: tuple[Section, ...] = ()) -> Sheet:
    role = held.role(key)
    label = held.label(f"Only for: {role}")
    return Sheet(Outline(held.case.name, title, role, sections, (), {}, label=label), blanks, name=f"{role}: {title}")
