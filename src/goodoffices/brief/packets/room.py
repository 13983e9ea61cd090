"""What all may see besides the briefing: the poster for the wall, and blank forms to copy."""

from collections.abc import Iterator

from ..outline import Block, Cell, Outline, Section, Table
from .blanks import carried_slip, instruction_slip, message_slip, outcome, proposal_form, referral_slip
from .briefing import answers, cell, ties
from .held import Held, at
from .sheets import Blank, Packet, Sheet

CARRIED = 4
"""Slips for messages that were carried, on a page; a few sets of the forms have what a day takes."""


def wall_packet(held: Held) -> Packet:
    """The issues with their answers, and the clock, in letters to be read from a wall."""
    held = held.seen_by("")
    return Packet("wall", "For the wall", tuple(_posters(held)))


def _posters(held: Held) -> Iterator[Sheet]:
    if held.case.talks.issues:
        yield _poster(
            held,
            "What is talked about",
            "The issues, and the answers that are on the table",
            answers(held),
            *ties(held),
        )
    if held.exercise.phases:
        yield _poster(held, "The day", "What begins when", Table(("Clock", "What"), tuple(_times(held))))


def _times(held: Held) -> Iterator[tuple[Cell, ...]]:
    """What begins when; among it until when a referral is taken."""
    last = held.last_referral if held.has("principal") else None
    for key, phase, minute in held.clock():
        yield cell(at(minute)), cell(held.phase(key))
        if last is not None and minute < last <= minute + phase.minutes:
            yield cell(at(last)), cell("Last referral")
            last = None
    yield cell(at(held.minutes)), cell("End")


def forms_packet(held: Held) -> Packet:
    """Blank forms: every seat has some, and a day that goes well takes more."""
    held = held.seen_by("")
    return Packet("forms", "Blank forms to copy", tuple(_forms(held)))


def _forms(held: Held) -> Iterator[Sheet]:
    yield _copied(held, "Proposals", proposal_form(held, "", copies=2), pages=1)
    if held.has("principal"):
        yield _copied(held, "Referrals", referral_slip(""), pages=1)
    if held.instructed:
        yield _copied(held, "Instructions", instruction_slip("", copies=3), pages=1)
    if held.chaired:
        yield _copied(held, "Message slips", message_slip(""), pages=1)
        yield _copied(held, "Messages carried", carried_slip(CARRIED), pages=1)
    yield _copied(held, "What came of it", outcome(held), pages=1)


def _copied(held: Held, title: str, blank: Blank, pages: int = 4) -> Sheet:
    outline = Outline(held.case.name, title, "To copy", (), (), {}, label=held.label("Blank form"))
    return Sheet(outline, (blank,), pages=pages, name=title)


def _poster(held: Held, title: str, heading: str, *blocks: Block) -> Sheet:
    return poster(held, title, Section("wall", heading, blocks), "For everybody")


def poster(held: Held, title: str, section: Section, whom: str) -> Sheet:
    """A page to be enlarged; `whom`: for whom it is."""
    outline = Outline(held.case.name, title, held.exercise.title, (section,), (), {}, label=held.label(whom))
    return Sheet(outline, pages=1, name=f"{title} · enlarge to A3 or A2", large=True)
