"""How things are called on the pages of one seat: from what all know, and from what that seat saw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import groupby

from ...language.listing import listed
from ...proceedings import Happening, SeatView
from ...proceedings import events as e
from ...proceedings.acts import CaucusKind
from ...proceedings.rules.ties import tie_words
from ...talks import Link
from ...talks.exercise import TRAINER

PARTS = {
    "chair": "chair", "mediator": "mediation", "head": "head of delegation", "adviser": "adviser", "note-taker": "note-taker",
    "principal": "principal", "supporter": "supporter", "press": "press", "observer": "observer",
}  # fmt: skip
CAUCUSES = {
    "side": "a side alone",
    "heads": "the heads alone",
    "supporters": "the supporters",
    "chair and side": "the mediation with one side",
}
RULES = {
    "word for word": "word for word",
    "gist": "its sense, in the mediation's words",
    "own idea": "as the mediation's own idea",
    "keep": "not at all: for the mediation alone",
}


@dataclass(frozen=True)
class Names:
    """The names on one seat's pages; what it does not know has none."""

    view: SeatView
    now: datetime

    def seat(self, id_: str) -> str:
        """The role of a seat."""
        seats = self.view.known.public.seats
        return "The trainer" if id_ == TRAINER else seats[id_].role if id_ in seats else id_

    def side(self, id_: str | None) -> str:
        """The name of a party or a third party."""
        public = self.view.known.public
        return public.parties.get(id_ or "") or public.third_parties.get(id_ or "") or id_ or "nobody's side"

    def acting(self, seat: str) -> str:
        """Who does something: the side for which a seat sits there, or the seat itself."""
        side = self.view.known.public.side(seat)
        return self.side(side) if side else self.seat(seat)

    def issue(self, id_: str) -> str:
        """The title of an issue."""
        issues = self.view.known.public.issues
        return issues[id_].title if id_ in issues else id_

    def option(self, issue: str, option: str) -> str:
        """What an option says."""
        issues = self.view.known.public.issues
        return issues[issue].options.get(option, option) if issue in issues else option

    def package(self, package: Mapping[str, str]) -> str:
        """A package in one line."""
        return "; ".join(f"{self.issue(issue)}: {self.option(issue, option)}" for issue, option in package.items())

    def tie(self, tie: Link) -> str:
        """What cannot be had without something else, in one line."""
        return tie_words(self.view.known.public, tie)

    def phase(self, id_: str | None) -> str:
        """What the clock shows."""
        phase = self.view.known.public.phases.get(id_ or "")
        return (phase.title or phase.kind.capitalize()) if phase else "No phase"

    def time(self, at: datetime) -> str:
        """The time of day, as the clock on the wall shows it."""
        return f"{at.astimezone(self.now.tzinfo):%H:%M}"

    def meeting(self, id_: str) -> str:
        """The title of a meeting that was held or is planned."""
        there = self.view.facts.meetings.get(id_)
        if there is None:
            planned = self.view.known.public.programme.get(id_)
            return self._titled(id_, planned.title, planned.format, planned.seats) if planned else id_
        opened = there.opened
        if opened.caucus:
            return f"Caucus, {self.caucus(opened.caucus, opened.of)}"
        return self._titled(id_, opened.title, opened.format, opened.seats)

    def caucus(self, kind: CaucusKind, of: str | None) -> str:
        """Who is apart, and of which side."""
        return f"{CAUCUSES[kind]}{f': {self.side(of)}' if of else ''}"

    def _titled(self, id_: str, title: str, format_: str, seats: Sequence[str]) -> str:
        """A meeting's title; of one that has none, who sits together."""
        if title and title != id_:
            return title
        public = self.view.known.public
        there = [public.side(seat) for seat in seats if public.part(seat) not in ("observer", "press")]
        sides = [self.side(side) for side in dict.fromkeys(there) if side in public.parties or format_ != "bilateral"]
        what = "Meeting" if format_ in ("not said", "separate meeting") else f"{format_.capitalize()} meeting"
        if format_ in ("plenary", "consultation", "working group"):
            what = format_.capitalize()
        return f"{what} of {' and '.join(filter(None, (', '.join(sides[:-1]), sides[-1])))}" if sides else what

    def proposal(self, id_: str) -> str:
        """Its number among those that this seat saw, and whose it is: so a number tells of no other."""
        made = self.view.facts.proposals.get(id_)
        return f"proposal {self._numbers[id_]} of {self.acting(made.made.by)}" if made else "a proposal"

    def headed(self, id_: str) -> str:
        """The same, as a heading begins."""
        name = self.proposal(id_)
        return name[0].upper() + name[1:]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {id_: number for number, id_ in enumerate(self.view.facts.proposals, 1)}

    def answer(self, what: e.PositionTaken) -> tuple[e.PositionTaken, ...]:
        """All the positions that were taken in one answer with this one; itself alone where this seat saw no other."""
        return self._answers.get(id(what), (what,))

    @cached_property
    def _answers(self) -> dict[int, tuple[e.PositionTaken, ...]]:
        positions = ((seen.at, seen.what) for _, seen in self.view.feed if isinstance(seen.what, e.PositionTaken))
        groups = [tuple(what for _, what in group) for _, group in groupby(positions, key=lambda pair: pair[0])]
        return {id(what): group for group in groups for what in group}

    def reached(self, what: Happening) -> str:
        """Of an answer with which all sides agree to something, to what; of any other event nothing."""
        about = _answers_to(what)
        if about is None or self._last_answers.get(about) is not what:
            return ""
        return self._agreed(about)

    @cached_property
    def _last_answers(self) -> dict[str, Happening]:
        return {about: seen.what for _, seen in self.view.feed if (about := _answers_to(seen.what)) is not None}

    def _agreed(self, about: str) -> str:
        facts, outcome, public = self.view.facts, self.view.outcome, self.view.known.public
        point = facts.points.get(about)
        if about not in (*outcome.proposals, *outcome.points) or (point and point.read.kind != "agreed"):
            return ""
        on = point.binds if point else facts.proposals[about].whole
        issues = "all issues" if public.issues.keys() <= on.keys() else listed([self.issue(issue) for issue in on])
        return f"agreed{' ad referendum' if about in outcome.ad_referendum else ''}{f' on {issues}' if issues else ''}"

    def about(self, id_: str) -> str:
        """A proposal, or the words of a point."""
        point = self.view.facts.points.get(id_)
        return f"the point “{point.read.words}”" if point else self.proposal(id_)


def _answers_to(what: Happening) -> str | None:
    """The proposal or point to which an event is an answer."""
    if isinstance(what, e.Settled):
        return what.about
    if isinstance(what, e.Answered):
        return what.proposal
    return what.point if isinstance(what, e.PointConfirmed | e.PointObjected) else None
