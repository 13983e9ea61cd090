"""Who may see what. Each event says so itself from the moment it happens; this is where that is worked out, and kept to.

1. The clock, the opening of the debriefing and press lines are for all.
2. That a meeting is held, paused or ended is seen by all; of a secret one by those in it and who opened it.
3. What is said, taken as a position, proposed, answered and read back in a meeting is seen by those who sit in it, and by
   no one else.
4. A seat that asks for a caucus sees that it asked; so does the mediation.
5. That an act goes beyond the mandate only the head is told.
6. What is referred is seen by the seat that refers it, its head, its principal, and those of the delegation who sat in
   the meeting it comes from.
7. An instruction is seen by those who saw what was referred; one that widens the mandate by the whole delegation.
8. A message that is handed over is seen by its sender's side and by the mediation.
9. What was carried, and in which words, is seen by the mediation; the side to which it was brought sees what it was
   brought; the sender sees neither.
10. News is seen by the seats for which it is meant; what the trainer prepares, changes or holds back by nobody else.
11. What a seat answers in the debriefing only that seat sees, until all may see what happened.
12. An event is seen by the seats named in it and by the trainer; one of a kind that is not in the list of kinds by
    nobody.
13. Each seat's feed is numbered 1, 2, 3 ... by what that seat saw, and an id tells when a thing came up, not how many
    there are.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from goodoffices.talks.exercise import TRAINER

from .events import HAPPENINGS, Event, SeenEvent
from .setting import Public

NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Around:
    """What may decide who sees an event: who acts, for which side, in which meeting, for whom it is meant."""

    public: Public
    by: str
    side: str | None = None
    members: frozenset[str] = NOBODY
    """The seats of the meeting."""
    secret: bool = False
    meant_for: frozenset[str] = NOBODY
    """Seats that news is meant for."""


Audience = Callable[[Around], frozenset[str]]


def _everybody(a: Around) -> frozenset[str]:
    return a.public.everybody


def _meeting(a: Around) -> frozenset[str]:
    return a.members | {a.by} if a.secret else a.public.everybody


def _members(a: Around) -> frozenset[str]:
    return a.members


def _asked(a: Around) -> frozenset[str]:
    return a.public.mediation | {a.by}


def _warned(a: Around) -> frozenset[str]:
    # A delegation without a head has nobody else to warn than who acted.
    return (a.public.of_part("head", a.side) if a.side else NOBODY) or frozenset({a.by})


def _referred(a: Around) -> frozenset[str]:
    if a.side is None:
        return NOBODY
    above = a.public.of_part("head", a.side) | a.public.of_part("principal", a.side)
    return above | (a.public.delegation(a.side) & (a.members | {a.by}))


def _widened(a: Around) -> frozenset[str]:
    return a.public.delegation(a.side) | (a.public.of_part("principal", a.side) if a.side else NOBODY)


def _handed(a: Around) -> frozenset[str]:
    return a.public.delegation(a.side) | a.public.mediation | {a.by}


def _mediation(a: Around) -> frozenset[str]:
    return a.public.mediation


def _received(a: Around) -> frozenset[str]:
    return a.public.delegation(a.side)


AUDIENCES: dict[str, Audience] = {
    "the clock": _everybody,
    "a press line": _everybody,
    "a meeting": _meeting,
    "words": _members,
    "a position": _members,
    "a proposal": _members,
    "points": _members,
    "a caucus asked for": _asked,
    "a warning": _warned,
    "a referral": _referred,
    "an instruction": _referred,
    "a wider mandate": _widened,
    "a message handed over": _handed,
    "a message carried": _mediation,
    "a message received": _received,
    "news": lambda a: a.meant_for,
    "the trainer's own": lambda a: NOBODY,
    "an answer in the debriefing": lambda a: frozenset({a.by}),
}
"""Every audience by its name; an event is written for one of them."""


def audience(name: str, around: Around) -> frozenset[str]:
    """The seats that see an event of this audience; never the trainer, who sees all, nor anybody who has no seat."""
    return AUDIENCES[name](around) & around.public.everybody


def addressed(event: Event, seat: str) -> bool:
    """Whether the event was written for this seat."""
    return seat == TRAINER or seat in event.to


def listed(event: Event, seat: str) -> bool:
    """Whether its kind is one that may be seen at all."""
    return type(event.what) in HAPPENINGS


VIEW: dict[str, Callable[[Event, str], bool]] = {"addressed": addressed, "listed": listed}
"""What all has to hold of an event and a seat that sees it."""


def view(event: Event, seat: str) -> SeenEvent | None:
    """The event as this seat may see it, or nothing."""
    return SeenEvent(event.at, event.what) if all(rule(event, seat) for rule in VIEW.values()) else None


def feed(events: Iterable[Event], seat: str, after: int = 0) -> tuple[tuple[int, SeenEvent], ...]:
    """What a seat saw, numbered 1, 2, 3 ...; with `after` only what comes behind that number."""
    seen = (one for event in events if (one := view(event, seat)) is not None)
    return tuple((number, one) for number, one in enumerate(seen, 1) if number > after)


KINDS: Mapping[str, type] = {kind.__name__: kind for kind in HAPPENINGS}
"""Every kind of event by its name."""
