"""One act on its way to its events: who acts, when, and what of the talks that seat can see.

1. What a seat may not see and what does not exist get the same answer.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from goodoffices.talks.exercise import TRAINER

from ..acts import Act
from ..events import Event, Happening, Refusal
from ..facts import Facts, MeetingFacts, PointFacts, ProposalFacts
from ..setting import Public, Setting
from ..state import State
from ..visibility import Around, audience

NOT_HERE = "There is nothing of this name here on which this seat can act."


class Refused(Exception):
    """Ends a rule; `decide` hands the refusal over."""

    def __init__(self, why: str = NOT_HERE) -> None:
        self.refusal = Refusal(why)
        super().__init__(why)


@dataclass(frozen=True)
class Turn:
    """What a rule may use."""

    state: State
    act: Act
    at: datetime

    @property
    def setting(self) -> Setting:
        """The exercise."""
        return self.state.setting

    @property
    def public(self) -> Public:
        """What all know of the exercise."""
        return self.state.setting.public

    @property
    def mine(self) -> Facts:
        """What the acting seat has seen: the only place where what it names is looked up."""
        return self.state.of(self.act.by)

    @property
    def by_trainer(self) -> bool:
        """Whether the trainer acts."""
        return self.act.by == TRAINER

    @property
    def side(self) -> str | None:
        """The party or third party for which the seat sits there."""
        return self.public.side(self.act.by)

    @property
    def party(self) -> str:
        """The party for which the seat speaks; refused where it speaks for none."""
        party = self.public.party(self.act.by)
        if party is None:
            raise Refused
        return party

    def id(self, kind: str) -> str:
        """A name for what comes up with this act: the moment, since a number would tell how many came before."""
        return f"{kind}.{self.at.astimezone(UTC):%Y%m%dT%H%M%S%f}"

    def meeting(self, id_: str) -> MeetingFacts:
        """An open meeting in which the seat sits."""
        found = self.mine.meetings.get(id_)
        if found is None or found.state != "open" or self.act.by not in found.opened.seats:
            raise Refused
        return found

    def proposal(self, id_: str | None) -> ProposalFacts:
        """A proposal that the seat has seen."""
        found = self.mine.proposals.get(id_) if id_ else None
        if found is None:
            raise Refused
        return found

    def point(self, id_: str) -> PointFacts:
        """A point that was read to the seat."""
        found = self.mine.points.get(id_)
        if found is None:
            raise Refused
        return found

    def members(self, meeting: str) -> frozenset[str]:
        """Who sits in a meeting."""
        found = self.state.facts.meetings.get(meeting)
        return frozenset(found.opened.seats) if found else frozenset()

    def around(self, *, side: str | None = None, meeting: str | None = None, by: str | None = None) -> Around:
        """What decides who sees an event of this act."""
        members = self.members(meeting) if meeting else frozenset()
        return Around(public=self.public, by=by or self.act.by, side=side, members=members)

    def event(self, what: Happening, to: str, around: Around | None = None) -> Event:
        """An event for one of the audiences."""
        return Event(self.at, audience(to, around or self.around()), what)
