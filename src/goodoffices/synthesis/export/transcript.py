"""What was said, taken as position, proposed and answered in a meeting, act by act, with the claims that each act makes.

1. A position is told by the seat that took it; its claim stands on the words of the act, never on what else was said with it.
2. A proposal is of each issue that it names what its side proposes; what is proposed only with something else is a condition.
3. What somebody answers is told of the meeting; it is no sentence of his, to be held against what he says elsewhere.
4. Of an answer to one issue alone a position comes; of an answer to several no one can say which of them was meant.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ...proceedings import Happening
from ...proceedings import events as e
from .course import clock, of_meeting
from .meetings import Held, Meetings
from .paper import Entered, Paper, Told, line_of
from .results import agreed, left_open
from .who import Who


@dataclass
class Proposals:
    """The proposals that came up so far, as they stand, by their ids in the ledger: of which meeting, how they are called."""

    meeting: dict[str, str] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    whole: dict[str, dict[str, str]] = field(default_factory=dict)

    def take(self, who: Who, what: e.Proposed | e.Amended) -> None:
        """A proposal, or its new form."""
        self.whole[what.proposal] = {**what.package, **what.only_if}
        if isinstance(what, e.Proposed):
            self.meeting[what.proposal] = what.meeting
            self.called[what.proposal] = f"the proposal of {who.name(what.by)}"


@dataclass(frozen=True, slots=True)
class At:
    """Where an act stands."""

    who: Who
    held: Held
    at: datetime
    proposals: Proposals

    def told(self, by: str, **given: Any) -> dict[str, Any]:
        """The fields that all claims of an act share."""
        return {"subject": self.who.id(by), "for_party": self.who.of(by), "meeting": self.held.key, **given}

    def done(self, text: str) -> Told:
        """That something was done in the meeting: a claim on it alone, with which no other source's can be at odds."""
        return Told({"type": "context", "subject": self.held.key, "predicate": "told", "value": text})

    def line(self, by: str, text: str, words: str, *claims: Told, ad_referendum: bool = False) -> Entered:
        """A line: who does what, with the words that were given with it."""
        pending = ", ad referendum" if ad_referendum else ""
        quoted = f" “{line_of(words)}”" if words else ""
        return Entered(
            f"{self.who.name(by)} {text}{pending}.{quoted}", self.who.name(by), self.at, claims, clock(self.at)
        )


def transcripts(meetings: Meetings) -> Iterator[Paper]:
    """For each meeting the source with what was said in it, where anything was."""
    proposals = Proposals()
    lines: dict[str, list[Entered]] = {key: [] for key in meetings.held}
    for _, seen in meetings.view.feed:
        if isinstance(seen.what, e.Proposed | e.Amended):
            proposals.take(meetings.who, seen.what)
        held = meetings.held.get(_meeting(seen.what, proposals))
        if held is None:
            continue
        lines[held.opened.meeting] += _lines(meetings, At(meetings.who, held, seen.at, proposals), seen.what)
    for id_, held in meetings.held.items():
        told = [*lines[id_], *agreed(meetings, held), *left_open(meetings, held)]
        if told:
            yield _paper(meetings, held, told)


def _paper(meetings: Meetings, held: Held, lines: list[Entered]) -> Paper:
    mediated = meetings.who.public.mediation & {*held.seats}
    side = "mediator" if mediated else held.readers[0] if len(held.readers) == 1 else "press"
    publisher = " and ".join(map(meetings.who.side, meetings.who.mediation)) if mediated else ""
    return Paper(
        held.key, publisher or "Note-takers of the meeting", f"Transcript: {held.title}",
        side if side != "team" else "press", held.readers, lines=lines,
    )  # fmt: skip


def _meeting(what: Happening, proposals: Proposals) -> str:
    found = getattr(what, "meeting", None)
    about = getattr(what, "proposal", None) or getattr(what, "about", None)
    if isinstance(what, e.PointsRead):
        return ""
    return found or (proposals.meeting.get(about, "") if isinstance(about, str) else "")


def _lines(meetings: Meetings, at: At, what: Happening) -> Iterator[Entered]:
    if isinstance(what, e.MeetingOpened | e.MeetingAdjourned | e.MeetingClosed):
        if at.held.opened.secret:
            yield of_meeting(meetings, at.held, what, at.at)
    elif (write := _WRITE.get(type(what))) is not None:
        yield write(at, what)


def _said(at: At, what: e.Said) -> Entered:
    noted, words = what.noted_by, line_of(what.words)
    value = f"as {at.who.name(noted)} noted: {words}" if noted else words
    # What another wrote down is no quotation.
    claim = at.told(what.by, type="statement", predicate="said", value=value, direct=noted is None)
    by = f"{at.who.name(what.by)} (noted by {at.who.name(noted)})" if noted else at.who.name(what.by)
    told = Told(claim, words)
    return Entered(f"{by}: “{words}”", at.who.name(noted or what.by), at.at, (told,), clock(at.at))


def _position(at: At, what: e.PositionTaken) -> Entered:
    option = at.who.option(what.issue, what.option)
    text = f"{what.stance.replace('_', ' ')} “{option}” on {at.who.issues[what.issue].title}"
    return at.line(what.by, text, what.words, *_on(at, what.by, what.stance, {what.issue: what.option}, text))


def _on(at: At, by: str, stance: str, package: Mapping[str, str], words: str) -> Iterator[Told]:
    side = at.who.of(by)
    for issue, option in package.items() if side else ():
        claim = {
            "type": "position", "subject": side, "predicate": stance, "value": at.who.option(issue, option), "issue": issue,
            "option": option, "meeting": at.held.key, "attributed_to": ("narrator", at.who.id(by)),
        }  # fmt: skip
        yield Told(claim, words)


def _proposed(at: At, what: e.Proposed | e.Amended) -> Entered:
    who = at.who
    text = f"proposes: {who.package(what.package)}" if isinstance(what, e.Proposed) else _amends(at, what)
    only = f" only if {who.package(what.only_if)}" if what.only_if else ""
    until = f", until {what.until:%H:%M}" if what.until else ""
    counters = at.proposals.called.get(getattr(what, "counters", None) or "")
    answer = f", in place of {counters}" if counters else ""
    return at.line(
        what.by, f"{text}{only}{until}{answer}", what.words, *_on(at, what.by, "proposes", what.package, text),
        *_only_if(at, what, f"{text}{only}"), ad_referendum=what.ad_referendum,
    )  # fmt: skip


def _amends(at: At, what: e.Amended) -> str:
    return f"changes {at.proposals.called.get(what.proposal, 'a proposal')} to: {at.who.package(what.package)}"


def _only_if(at: At, what: e.Proposed | e.Amended, words: str) -> Iterator[Told]:
    side = at.who.of(what.by)
    if what.only_if and side:
        value = f"{at.who.points(what.package)} only if {at.who.points(what.only_if)}"
        claim = at.told(what.by, type="position", predicate="only_if", value=value)
        yield Told({**claim, "subject": side, "attributed_to": ("narrator", at.who.id(what.by))}, words)


def _withdrawn(at: At, what: e.Withdrawn) -> Entered:
    text = f"withdraws {_named(at, what.proposal)}"
    return at.line(what.by, text, what.words, at.done(f"{at.who.name(what.by)} {text}"))


def _named(at: At, proposal: str) -> str:
    """A proposal, and what it proposes by now."""
    called, whole = at.proposals.called.get(proposal, "a proposal"), at.proposals.whole.get(proposal, {})
    return f"{called} ({at.who.package(whole)})"


_ANSWERS = {"accept": "accepts", "refuse": "refuses", "refer": "refers to its principal"}


def _answered(at: At, what: e.Answered) -> Entered:
    does, whole = _ANSWERS[what.answer], at.proposals.whole.get(what.proposal, {})
    text = f"{does} {_named(at, what.proposal)}"
    pending = ", ad referendum" if what.ad_referendum else ""
    claims = [at.done(f"{at.who.name(what.by)} {text}{pending}")]
    if len(whole) == 1 and what.answer != "refer" and not what.ad_referendum:
        claims += _on(at, what.by, does, whole, text)
    return at.line(what.by, text, what.words, *claims, ad_referendum=what.ad_referendum)


def _settled(at: At, what: e.Settled) -> Entered:
    does = "confirms" if what.confirmed else "does not confirm"
    text = f"The principal of {at.who.side(what.party)} {does} {_named(at, what.about)}."
    return Entered(text, at.who.side(what.party), at.at, (at.done(text),), clock(at.at))


_WRITE: Mapping[type[Happening], Callable[[At, Any], Entered]] = {
    e.Said: _said,
    e.PositionTaken: _position,
    e.Proposed: _proposed,
    e.Amended: _proposed,
    e.Withdrawn: _withdrawn,
    e.Answered: _answered,
    e.Settled: _settled,
}
"""How each kind of act is written; a kind that is not here does not stand in a transcript."""
