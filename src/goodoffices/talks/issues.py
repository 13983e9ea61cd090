"""What is talked about: issues and options, positions on them, conditions, proposals, statements, support from outside."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Literal, get_args

from .day import UNSAID, Day
from .entry import ActorId, ClaimId, IssueId, MeetingId, PartyId, PositionId, Readers, RoundId, Sourced, TellerId, entry

Stance = Literal["demands", "calls_for", "proposes", "supports", "accepts", "opposes", "refuses"]
STANCES: tuple[Stance, ...] = get_args(Stance)
"""All stances, in the order in which they are listed."""
WANTING: frozenset[Stance] = frozenset({"demands", "calls_for", "proposes", "supports", "accepts"})
"""Stances that want the option; the others do not."""
FIRMER: tuple[tuple[Stance, Stance], ...] = (
    ("accepts", "supports"),
    ("supports", "calls_for"),
    ("calls_for", "demands"),
)
"""Pairs (weaker, stronger): whoever demands a thing calls for it, whoever calls for it supports it. The one place that says so.

To propose is another act, neither weaker nor stronger.
"""


@entry
class Issue:
    """A question of the talks and the answers that are on the table."""

    options: dict[str, str]
    """Option id and label: `30-day: a 30-day ceasefire`."""
    title: str | None = None
    """The question as the brief prints it; without it the id is used."""
    ordered: bool = False
    """Whether the options stand from the softest to the hardest; only then a move is called harder or softer."""
    reversed_for: tuple[PartyId, ...] = ()
    """Parties for which an ordered list runs the other way: for them the first option is the hardest."""
    pax: str | None = None
    """The PA-X category that fits, such as `Ce` for a ceasefire."""
    readers: Readers = ()
    """Who may read it: team, public, parties, third parties; without it whoever may read what names it."""


@entry
class Position(Sourced):
    """What a party wants on an issue, how firmly, and who tells it."""

    id: str
    """The position's own id."""
    party: PartyId
    """Whose position it is (also a third party's)."""
    issue: IssueId
    """The question."""
    option: str
    """The answer wanted: an option of that issue."""
    stance: Stance
    """demands, calls_for, proposes, supports, accepts, opposes or refuses."""
    told_by: TellerId | None = None
    """Who tells it; `?` at the end where the source leaves it open. Without it: the source itself, or whom it quotes."""
    said_on: Day = UNSAID
    """The day it was told."""
    meeting: MeetingId | None = None
    """Where it was told."""
    round: RoundId | None = None
    """The round it belongs to, where no meeting says it."""
    supersedes: PositionId | None = None
    """An earlier position of the same party on the same issue that this one replaces."""


@entry
class Condition(Sourced):
    """Something that somebody makes depend on something else."""

    id: str
    """The condition's own id."""
    by: ActorId
    """Who makes it."""
    what: str
    """What depends: `significant progress`."""
    only_if: str
    """On what it depends: `he meets the other president in person`."""
    issue: IssueId | None = None
    """The issue concerned."""


@entry
class Proposal(Sourced):
    """Something put on the table by somebody."""

    id: str
    """The proposal's own id."""
    by: ActorId
    """Who proposes."""
    text: str
    """What is proposed, in our own words."""
    made_on: Day = UNSAID
    """The day."""
    meeting: MeetingId | None = None
    """Where it was made."""
    issue: IssueId | None = None
    """The issue concerned."""
    option: str | None = None
    """The option proposed."""


@entry
class Statement(Sourced):
    """Something said that is no position."""

    id: str
    """The statement's own id."""
    by: ActorId
    """Who said it."""
    text: str
    """What was said, in our own words."""
    said_on: Day = UNSAID
    """The day."""
    meeting: MeetingId | None = None
    """Where, or about which meeting."""


@entry
class Support(Sourced):
    """Somebody outside the room backs an option, or the talks themselves."""

    by: ActorId
    """Who supports."""
    issue: IssueId | None = None
    """The issue, where it is one of the talks."""
    option: str | None = None
    """The option supported."""
    text: str | None = None
    """What is supported, where it is no option."""


@entry
class Assessment(Sourced):
    """A judgement about the talks. It is kept apart from what happened, and signed."""

    by: str
    """Whose judgement: an id, or words such as `international observers`."""
    text: str
    """The judgement in our own words."""
    meeting: MeetingId | None = None
    """The meeting judged."""


@entry
class Background(Sourced):
    """What a source tells besides the talks."""

    text: str
    """In our own words."""
    about: str | None = None
    """An id or words: `the war`."""


@entry
class Link:
    """A tie between issues: all of `if` together imply at least one of `then`; an empty `then` forbids the combination."""

    if_: dict[IssueId, tuple[str, ...]] = field(metadata={"alias": "if"})
    """Issue and options that together trigger the link."""
    then: dict[IssueId, tuple[str, ...]]
    """Issue and options of which at least one must hold."""
    why: str | None = None
    """The reason."""
    claims: tuple[ClaimId, ...] = ()
    """Claims that tell of the tie."""
    readers: Readers = ()
    """Who may read it: team, public, parties, third parties; without it whoever may read what names it."""


def met(link: Link, taken: Mapping[IssueId, str]) -> bool:
    """Whether a package meets a link: all of `if` imply at least one of `then`. It answers every issue that the link names."""
    if not all(taken[issue] in options for issue, options in link.if_.items()):
        return True
    return any(taken[issue] in options for issue, options in link.then.items())


def broken(links: Iterable[Link], package: Mapping[IssueId, str]) -> Link | None:
    """The first link that a package breaks; one of which it leaves an issue open it does not break."""
    return next((link for link in links if package.keys() >= {*link.if_, *link.then} and not met(link, package)), None)
