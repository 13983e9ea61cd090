"""The sides of a meeting, what each of them may read, and the case as all of them may read it.

Everything on the minutes but the list of the sides is made from that: which points there are, their words, their marks, the title.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ...case import Case
from ...case.entries import Steps
from ...case.kinds import kind_at
from ...case.minutes import sides_of
from ...case.rights import TEAM, Rights, allows, names_him
from ...case.seen.mixed import NAMED_ONLY
from ...case.seen.rules import shown
from ...case.seen.sift import sifted
from ...case.seen.view import View
from ...record import Claim
from ...talks import Instrument, Meeting, NextStep, Position, Proposal, Result, Sourced
from ..context import Context
from ..sections.wanted import all_conditions

_OF_A_MEETING = (Result, Instrument, NextStep, Position, Proposal)


@dataclass(frozen=True)
class Sides:
    """Who gets the minutes of a meeting, of a case as the team has it."""

    context: Context
    meeting: str

    @cached_property
    def all(self) -> tuple[str, ...]:
        """The parties that sat there."""
        return sides_of(self.context.case.talks, self.meeting)

    @cached_property
    def rights(self) -> Rights:
        """Who may read which claim."""
        case = self.context.case
        return Rights.of(case.record, case.texts, case.anchors)

    @cached_property
    def shared(self) -> Context:
        """The case as all of them may read it, under the ids of the whole."""
        return Context.of(_shared(self))

    def reads(self, claim: Claim, side: str) -> bool:
        """Whether a side may read a claim with the name of who speaks: minutes have no speaker who is not named."""
        return self.rights.attribution(claim) == "named" and self.rights.reads(claim, side)

    def kept_from(self, entry: Sourced) -> tuple[str, ...]:
        """The sides that may not read all of an entry, or of a condition that is told with it."""
        return tuple(
            side for side in self.all if any(self._hides(one, side) for one in (entry, *self._told_with(entry)))
        )

    def goes(self, entry: Sourced, steps: Steps) -> bool:
        """Whether nothing of an entry is told: nothing that all read makes it, or it stands with what one of them may not read.

        A position without its condition would be told as more than it is.
        """
        if any(self._hides(one, side) for one in self._told_with(entry) for side in self.all):
            return True
        if not all(allows(bound, self.all) for bound in (self.context.case.talks.readers, entry.readers)):
            return True
        kind = kind_at(entry, steps)
        if not any(self._hides(entry, side) for side in self.all):
            return False
        return not any(kind is None or kind.makes(claim) for claim in self._read_by_all(entry.claims))

    def _read_by_all(self, claims: Iterable[str]) -> list[Claim]:
        known = (self.context.shown[key] for key in claims if key in self.context.shown)
        return [claim for claim in known if all(self.reads(claim, side) for side in self.all)]

    def _told_with(self, entry: Sourced) -> list[Any]:
        return all_conditions(self.context, entry) if isinstance(entry, Position) else []

    def _hides(self, entry: Sourced, side: str) -> bool:
        claims = [self.context.shown.get(key) for key in entry.claims]
        hidden = any(claim is None or not self.reads(claim, side) for claim in claims)
        bounds = (self.context.case.talks.readers, entry.readers)
        # A person may show an entry by name, and not a speaker who is not named.
        masked = any(claim is not None and self.rights.attribution(claim) != "named" for claim in claims)
        shown_by_name = names_him(entry.readers, side) and not masked
        return not all(allows(bound, side) for bound in bounds) or (hidden and not shown_by_name)


def _shared(sides: Sides) -> Case:
    """What nobody may name is for the team alone; what rests on nothing and is of the meeting is for those who sat there."""
    case = sides.context.case

    def judge(entry: Any, steps: Steps) -> Any:
        if not isinstance(entry, _OF_A_MEETING) or entry.meeting != sides.meeting:
            return entry
        if sides.goes(entry, steps):
            return replace(entry, readers=(TEAM,))
        return entry if entry.claims or entry.readers else replace(entry, readers=sides.all)

    named = (c if sides.rights.attribution(c) == "named" else replace(c, readers=(TEAM,)) for c in case.record.claims)
    talks = sifted(case.talks, judge)
    found = shown(View(replace(case, talks=talks, record=replace(case.record, claims=tuple(named))), sides.all))
    # That they met all of them know, and nothing else of a meeting of which they read nothing.
    held = found.talks.meetings.get(sides.meeting, Meeting(unsourced=NAMED_ONLY))
    there_too = tuple(dict.fromkeys((*held.participants, *sides.all)))
    there = {**found.talks.meetings, sides.meeting: replace(held, participants=there_too)}
    return replace(found, talks=replace(found.talks, meetings=there))
