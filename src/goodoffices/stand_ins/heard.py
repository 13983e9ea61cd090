"""What a seat heard, in the order in which it heard it: the questions of programs about their own feed."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import TypeVar

from goodoffices.language.folding import Folded
from goodoffices.proceedings import Happening, Package, Public, SeatView
from goodoffices.proceedings.events import Amended, MeetingOpened, PositionTaken, Proposed
from goodoffices.proceedings.facts import MeetingFacts, ProposalFacts
from goodoffices.talks.issues import WANTING

T = TypeVar("T", bound=Happening)


def heard(view: SeatView, kind: type[T]) -> Iterator[tuple[datetime, T]]:
    """All of one kind that a seat saw, with the moment."""
    return ((seen.at, seen.what) for _, seen in view.feed if isinstance(seen.what, kind))


def opened(view: SeatView, meeting: str) -> tuple[datetime, ...]:
    """When a meeting was opened, and opened again."""
    return tuple(at for at, what in heard(view, MeetingOpened) if what.meeting == meeting)


def parties_in(public: Public, meeting: MeetingFacts) -> tuple[str, ...]:
    """The parties whose delegations sit in a meeting."""
    return tuple(one for one in public.parties if public.delegation(one) & set(meeting.opened.seats))


def mediated(public: Public, meeting: MeetingFacts) -> bool:
    """Whether somebody of the mediation sits in a meeting."""
    return bool(public.mediation & set(meeting.opened.seats))


def tables(view: SeatView) -> tuple[str, ...]:
    """The open meetings in which the seat sits with more than one party, the last one opened first."""
    found = [id_ for id_, there in view.here.items() if len(parties_in(view.known.public, there)) > 1]
    return tuple(reversed(found))


def together(view: SeatView, *states: str) -> bool:
    """Whether there is a meeting of several parties that is open, or adjourned."""
    public = view.known.public
    return any(there.state in states and len(parties_in(public, there)) > 1 for there in view.facts.meetings.values())


def _names(text: Folded, name: str) -> bool:
    return next(text.find(name), None) is not None


def named_options(public: Public, words: str) -> tuple[tuple[str, str], ...]:
    """Issues and options that a text names: an issue by its title and an option of it by its label."""
    text = Folded.of(words)
    return tuple(
        (id_, option)
        for id_, issue in public.issues.items()
        if _names(text, issue.title)
        for option, label in issue.options.items()
        if _names(text, label)
    )


def wanted(view: SeatView, parties: Iterable[str], *, brought: bool = False) -> dict[str, frozenset[str]]:
    """For each issue the options that these parties asked for, proposed or accepted, as far as the seat heard it.

    `brought`: also those that a message of the mediation names: whoever sent word, or had the idea, could take them.
    """
    found: dict[str, set[str]] = {}
    sides = frozenset(parties)
    for position in view.facts.positions:
        if position.side in sides and position.stance in WANTING:
            found.setdefault(position.issue, set()).add(position.option)
    for proposal in view.facts.proposals.values():
        if any(_takes(proposal, side) for side in sides):
            for issue, option in proposal.whole.items():
                found.setdefault(issue, set()).add(option)
    for one in view.facts.received if brought else ():
        for issue, option in named_options(view.known.public, one.words):
            found.setdefault(issue, set()).add(option)
    return {issue: frozenset(options) for issue, options in found.items()}


def calls(view: SeatView, side: str) -> dict[str, str]:
    """What a side asked for last on each issue, as far as the seat heard it: by a position, or in a proposal of its own."""
    found: dict[str, str] = {}
    for _, what in asked_by(view, side):
        found |= wish(what)
    return found


def asked_by(view: SeatView, side: str) -> Iterator[tuple[frozenset[str], PositionTaken | Proposed | Amended]]:
    """The positions that a side took, and its proposals in each of their forms, each with who sat there at that moment."""
    seats: dict[str, frozenset[str]] = {}
    where: dict[str, str] = {}
    for _, seen in view.feed:
        match seen.what:
            case MeetingOpened() as what:
                seats[what.meeting] = frozenset(what.seats)
            case PositionTaken() | Proposed() as what if what.side == side:
                if isinstance(what, Proposed):
                    where[what.proposal] = what.meeting
                yield seats.get(what.meeting, frozenset()), what
            case Amended() as what if what.proposal in where:
                yield seats.get(where[what.proposal], frozenset()), what


def wish(what: PositionTaken | Proposed | Amended) -> dict[str, str]:
    """The answers that it asks for; none where a position refuses one."""
    if isinstance(what, PositionTaken):
        return {what.issue: what.option} if what.stance in WANTING else {}
    return {**what.package, **what.only_if}


def _takes(proposal: ProposalFacts, side: str) -> bool:
    given = proposal.answers.get(side)
    return given is not None and given.answer == "accept"


def refused(view: SeatView, meeting: str, since: datetime | None = None) -> int:
    """How many proposals in a meeting a party has refused; with `since` of those made from then on."""
    return sum(
        one.made.meeting == meeting
        and (since is None or one.at >= since)
        and any(given.answer == "refuse" for given in one.answers.values())
        for one in view.facts.proposals.values()
    )


def own(view: SeatView) -> dict[str, ProposalFacts]:
    """The proposals of the seat's own party that stand, in the order in which they were made."""
    return {id_: one for id_, one in view.facts.proposals.items() if one.made.side == view.party and not one.withdrawn}


def put_before(view: SeatView, meeting: str) -> Iterator[dict[str, str]]:
    """Every package that the seat's own party has put before a meeting, also in a form that it changed since."""
    mine = {
        id_ for id_, one in view.facts.proposals.items() if one.made.side == view.party and one.made.meeting == meeting
    }
    for _, seen in view.feed:
        if isinstance(seen.what, Proposed | Amended) and seen.what.proposal in mine:
            yield {**seen.what.package, **seen.what.only_if}


def same(one: Package, other: Package) -> bool:
    """Whether two packages are the same."""
    return dict(one) == dict(other)


def long_ago(then: datetime, now: datetime, minutes: float) -> bool:
    """Whether so many minutes have gone since then."""
    return now - then >= timedelta(minutes=minutes)
