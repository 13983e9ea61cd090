"""The chair in a meeting of the programme in which it sits, from the first question to the end.

1. First it asks for positions, and waits some minutes for them.
2. When all is agreed, or little time is left, it reads back, waits for the answers, and closes.
3. When the meeting is stuck it pauses.
4. It tables what serves the worse-off best when some time has gone, and none of its proposals waits for an answer; later also what
   all could accept on a part of the issues, where that counts.
5. A meeting with one side alone it closes when that has answered.
"""

from dataclasses import dataclass
from datetime import datetime

from numpy.random import Generator

from goodoffices.proceedings import Act, CloseMeeting, Propose, Say, SeatView
from goodoffices.proceedings.facts import ProposalFacts

from .. import sentences
from ..heard import long_ago, opened, parties_in
from ..plan import Slot, position
from ..questions import asked_of
from . import apart, reading_back
from .maximin import best, common

POSITIONS, BETWEEN, ANSWERS, TABLED, FIRST = 4.0, 3.0, 6.0, 8, 0.35
"""Minutes for positions, between two proposals of the chair, and for the answers; the most proposals of the chair in a meeting; the
share of the meeting before the first."""
WRAP, SHARE, LAST, LEFT, LATE = 6.0, 0.15, 1.0, 0.25, 0.4
"""Minutes, or share of the meeting if that is more, for the end of it; minutes before its end when it is closed in any case; the
share that must be left for a pause, and with which what all could accept is tabled."""


@dataclass(frozen=True)
class Session:
    """A meeting at a moment."""

    view: SeatView
    meeting: str
    slot: Slot
    now: datetime
    rng: Generator

    @property
    def left(self) -> float:
        """Minutes of the plan that are left of it."""
        return self.slot.ends - position(self.view, self.now)

    @property
    def length(self) -> float:
        """Its minutes by the plan."""
        return max(self.slot.ends - self.slot.begins, 1.0)

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties that sit in it."""
        return parties_in(self.view.known.public, self.view.facts.meetings[self.meeting])

    def act(self) -> Act | None:
        """What the chair does in it now."""
        if not self._mediated():
            return self._ask()
        if self._unanswered():
            return None
        if len(self.parties) < 2:
            return self._close()
        if self.view.outcome.kind == "whole" or self.left <= min(max(WRAP, SHARE * self.length), self.length / 2):
            return self._end()
        if self.left >= LEFT * self.length and apart.stuck(self.view, self.meeting, self.now):
            return apart.pause(self.view, self.meeting)
        return self._table()

    def _mediated(self) -> bool:
        mediation = self.view.known.public.mediation
        return any(one.by in mediation for one in self.view.words.get(self.meeting, ()))

    def _ask(self) -> Act:
        public = self.view.known.public
        return Say(by=self.view.seat, meeting=self.meeting, words=sentences.asked(public, public.issues))

    def _unanswered(self) -> bool:
        since = opened(self.view, self.meeting)[0]
        asked = any(asked_of(self.view, self.meeting, party).issues for party in self.parties)
        return asked and not long_ago(since, self.now, POSITIONS) and self.left > LAST

    def _end(self) -> Act | None:
        if self.left <= LAST:
            return self._close()
        if act := reading_back.read(self.view, self.meeting, self.now):
            return act
        return None if reading_back.waits(self.view, self.meeting, self.now) else self._close()

    def _close(self) -> Act:
        return CloseMeeting(by=self.view.seat, meeting=self.meeting)

    def _table(self) -> Act | None:
        mine = [one for one in self.view.facts.proposals.values() if self._is_mine(one)]
        early = self.length - self.left < FIRST * self.length
        if early or len(mine) >= TABLED or any(self._waits(one) for one in mine):
            return None
        package = self._common() or best(self.view, self.parties, self.rng)
        if package is None:
            return None
        words = sentences.tabled(self.view.known.public, package)
        return Propose(by=self.view.seat, meeting=self.meeting, package=package, words=words)

    def _common(self) -> dict[str, str] | None:
        """When not much time is left, what all could accept, where an agreement on a part counts."""
        late = self.left <= LATE * self.length
        return common(self.view, self.parties) if late and self.view.known.public.charter.partial else None

    def _is_mine(self, proposal: ProposalFacts) -> bool:
        return proposal.made.by == self.view.seat and proposal.made.meeting == self.meeting

    def _waits(self, proposal: ProposalFacts) -> bool:
        """Whether it is too early for another."""
        answered = set(proposal.answers) >= set(self.parties)
        return not long_ago(proposal.at, self.now, BETWEEN if answered else ANSWERS)
