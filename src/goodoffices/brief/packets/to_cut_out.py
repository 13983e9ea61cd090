"""What the trainer cuts out: a card for each seat, the news, and what empty seats leave to others.

A slip says for whom it is and when; what it is meant to bring about stands in the plan alone, on no page that is cut.
"""

from collections.abc import Iterator

from ...case.seating import NOBODY, heirs
from ...talks import Injection, Trigger
from ..outline import Note, Outline, Section
from .held import Held, at
from .sheets import Blank, Packet, Sheet

_MANY = 50
"""Pages that they may take: no smaller letters, however many there are."""


def to_cut_out(held: Held) -> Packet:
    """Cards, news, what is left of empty seats."""
    return Packet("trainer-to-cut-out", "To cut out", tuple(_sheets(held)))


def _sheets(held: Held) -> Iterator[Sheet]:
    cards = [
        Blank(seat.role, "", (), cut=True, large=True) for seat in held.exercise.seats.values() if seat.people != NOBODY
    ]
    yield _sheet(held, "Seat cards", "Fold them and stand them on the table.", cards)
    if news := [slip for n, one in enumerate(held.exercise.injections.values(), 1) for slip in _news(held, n, one)]:
        yield _sheet(held, "News", "Fold each. The plan says when it is due.", news)
    if left := [_left(held, key, to) for key, to in heirs(held.exercise).items()]:
        yield _sheet(held, "For empty seats", "Only of a seat that nobody takes today. Put it into the envelope.", left)


def _sheet(held: Held, title: str, note: str, blanks: list[Blank]) -> Sheet:
    sections = (Section("cut", "Before you cut", (Note(note),)),)
    outline = Outline(
        held.case.name, title, held.exercise.title, sections, (), {}, label=held.label("For the trainer only")
    )
    return Sheet(outline, tuple(blanks), pages=_MANY, name=title)


def _left(held: Held, key: str, to: str) -> Blank:
    text = "\n\n".join(" ".join(one.split()) for one in held.exercise.seats[key].if_empty)
    return Blank(
        "Only you know this", text, (), cut=True, head=f"For: {held.role(to)} (nobody sits as {held.role(key)})"
    )


def _news(held: Held, number: int, injection: Injection) -> Iterator[Blank]:
    """A slip for each who gets it, who does not learn from it who else does."""
    due = f" · {when(held, injection)}"
    text = " ".join(injection.text.split())
    for whom in map(held.role, injection.to) if injection.to else ("everybody, read aloud",):
        yield Blank(f"From: {injection.source}", text, (), cut=True, head=f"News {number} · For: {whom}{due}")


def due_at(held: Held, injection: Injection) -> int | None:
    """The minute of the plan at which news is due; None where it waits for something."""
    if injection.at is None:
        return None
    begins = {key: minute for key, _, minute in held.clock()}
    return begins[injection.at.phase] + injection.at.minute


def when(held: Held, injection: Injection) -> str:
    """`at 0:53`, `as soon as Lower Tavnis refers to its principal (on summer water)`."""
    if injection.when is not None:
        return f"as soon as {_trigger(held, injection.when)}"
    return f"at {at(due_at(held, injection) or 0)}"


_ACTS = {
    "propose": "proposes", "accept": "accepts", "refuse": "refuses", "refer": "refers to its principal",
    "caucus": "asks for a meeting apart", "carry": "carries a message", "read back": "reads back",
}  # fmt: skip


def _trigger(held: Held, trigger: Trigger) -> str:
    who = held.phrases.the(trigger.by) if trigger.by else "somebody"
    return f"{who} {_ACTS[trigger.act]}" + (f" (on {held.phrases.about(trigger.issue)})" if trigger.issue else "")
