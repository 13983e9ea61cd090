"""Messages that go through the mediation.

1. A message is handed to the mediation for a party, with the rule by which it may be passed on.
2. Word for word it is carried in its words; as gist or own idea in the carrier's; one to be kept is not carried.
3. One that is carried as the mediator's own idea does not show where it came from, and looks as one that is the mediator's own.
4. The mediation may bring a party a message of its own.
"""

from .. import acts as a
from .. import events as e
from .bounds import required
from .turn import Refused, Turn

KEPT = "This message was given to be kept."
ITS_WORDS = "This message is to be carried word for word."
TO_ITSELF = "A message is for another party."


def hand_over(turn: Turn, act: a.HandOver) -> tuple[e.Event, ...]:
    """The mediation is given a message, or brings one of its own."""
    if act.to not in turn.public.parties:
        raise Refused
    words = required(act.words)
    if act.by in turn.public.mediation:
        carried = e.Carried(message=None, by=act.by, to=act.to, words=words)
        return _brought(turn, carried, e.Received(by=act.by, to=act.to, words=words))
    if act.to == turn.side:
        raise Refused(TO_ITSELF)
    what = e.HandedOver(message=turn.id("message"), by=act.by, side=turn.side, to=act.to, words=words, rule=act.rule)
    return (turn.event(what, "a message handed over", turn.around(side=turn.side)),)


def carry(turn: Turn, act: a.Carry) -> tuple[e.Event, ...]:
    """A message reaches the party for which it is meant."""
    there = turn.mine.messages.get(act.message)
    if there is None:
        raise Refused
    handed = there.handed
    words = _words(handed, act.words)
    received = e.Received(
        by=act.by,
        to=handed.to,
        words=words,
        source=source(handed),
        word_for_word=handed.rule == "word for word",
    )
    return _brought(turn, e.Carried(message=act.message, by=act.by, to=handed.to, words=words), received)


def source(handed: e.HandedOver) -> str | None:
    """From whom a message is, as far as the other side is told."""
    return None if handed.rule == "own idea" else handed.side or handed.by


def _words(handed: e.HandedOver, words: str) -> str:
    if handed.rule == "keep":
        raise Refused(KEPT)
    if handed.rule != "word for word":
        return required(words)
    if words not in ("", handed.words):
        raise Refused(ITS_WORDS)
    return handed.words


def _brought(turn: Turn, carried: e.Carried, received: e.Received) -> tuple[e.Event, ...]:
    around = turn.around(side=received.to)
    return (
        turn.event(carried, "a message carried", around),
        turn.event(received, "a message received", around),
    )
