"""An exercise: who sits where, what the day brings, what each seat may accept, what happens when.

Seats bear roles, never persons' names: who sits there is nobody's business but the trainer's. What a party would accept stands
here only where the author of an invented exercise wrote it.
"""

from dataclasses import field
from typing import Literal

from .entry import IssueId, MeetingId, PartyId, entry
from .meetings import Format
from .number import Exact

Part = Literal["chair", "mediator", "head", "adviser", "note-taker", "principal", "supporter", "press", "observer"]
"""What a seat is: `chair` leads the mediation team, `mediator` is another of it, `principal` instructs a delegation."""
PhaseKind = Literal["preparation", "opening", "meeting", "caucus", "drafting", "deadline", "debriefing"]
Shown = Literal["points", "mandates", "known"]
"""What the debriefing has at hand: a poster of all sides' points, one of their mandates; what each seat alone knew."""
MARK = "EXERCISE"
"""What stands on every page, form and file that is made of an exercise; it is translated nowhere."""
TRAINER = "trainer"
"""Who runs the exercise; no seat of an exercise has this id."""

SeatId = str
"""The id of a seat of the exercise."""


@entry
class Price:
    """A package that the words of a sheet name as what its side would say yes to."""

    answers: dict[IssueId, tuple[str, ...]]
    """Of an issue the option, or several of which any would do. On an issue that is not named today's answer is counted (where
    `status_quo` has none, the worst); `check` tells where the whole is worth less to the side than no agreement."""


@entry
class Seat:
    """One place at the table, which one or several people take together."""

    role: str
    """What stands on the packet and on every page: `Head of delegation, Upper Tavnis`. Never a person's name."""
    part: Part
    """chair, mediator, head, adviser, note-taker, principal, supporter, press or observer."""
    of: PartyId | None = None
    """The party or third party for which it sits there."""
    people: tuple[int, int] = (1, 1)
    """How many people may take it together, at least and at most; nought at least where it may stay empty."""
    who: str = ""
    """Who you are: a paragraph of the role sheet."""
    wants: tuple[str, ...] = ()
    """What you want."""
    knows: tuple[str, ...] = ()
    """What only you know."""
    if_empty: tuple[str, ...] = ()
    """Where the seat may stay empty: what then goes on a slip to the head of its party (of a mediator, to the chair), in
    words that fit that seat."""
    places: dict[str, str] = field(default_factory=dict)
    """For a phase, by its id, where this seat is then and what it does; without it the packets say what fits its part."""
    prices: tuple[Price, ...] = ()
    """What the words of `wants` ask for, as answers, so that `check` can add them up; the trainer's plan alone shows it."""


@entry
class SeatedMeeting:
    """A meeting of the case, and who sits in it. What is not said here is as in the case."""

    seats: tuple[SeatId, ...]
    """The seats that sit in it: what is said there they alone hear."""
    title: str | None = None
    """A short title."""
    format: Format | None = None
    """Who sits together, and how."""
    after: tuple[MeetingId, ...] | None = None
    """Meetings of the programme that come before."""


@entry
class Phase:
    """A stretch of the day."""

    kind: PhaseKind
    """preparation, opening, meeting, caucus, drafting, deadline or debriefing."""
    minutes: int
    """How long it lasts by the plan."""
    title: str | None = None
    """What the clock shows; without it its kind."""
    meetings: tuple[MeetingId, ...] = ()
    """Meetings of the programme that are due in it, in their order."""


@entry
class Few:
    """The same day with few people: other minutes, so that each time on each sheet is right for them too."""

    people: int
    """With at most so many people it is held by these minutes."""
    minutes: dict[str, int]
    """The length of a phase, by its id; of one that is not named it stays as it is."""


@entry
class Charter:
    """The rules that all know from the beginning."""

    deciding: Literal["unanimity"] = "unanimity"
    """A point is agreed when every party has confirmed it."""
    partial: bool = True
    """Whether an agreement on some of the issues counts."""
    secret_meetings: bool = False
    """Whether a meeting may be held of which only those in it know."""
    revealed: tuple[str, ...] = ()
    """What is shown to all in the debriefing, told beforehand."""
    shown: tuple[Shown, ...] = ()
    """What of it is at hand in the debriefing: `points` and `mandates` as a poster, `known` read out by each from its own sheet."""


@entry
class MandateOn:
    """What a delegation may do on one issue. An option in neither list is beyond the mandate."""

    may_accept: tuple[str, ...] = ()
    """Options that it may accept by itself."""
    must_refer: tuple[str, ...] = ()
    """Options on which it must ask its principal."""


@entry
class Trigger:
    """On what an injection waits: an act on an issue. What is not said may be any."""

    act: Literal["propose", "accept", "refuse", "refer", "caucus", "carry", "read back"]
    """The act."""
    issue: IssueId | None = None
    """The issue it concerns."""
    by: PartyId | None = None
    """The party or third party whose seat does it."""


@entry
class Moment:
    """A moment of the plan: minutes after the beginning of a phase."""

    phase: str
    """The phase."""
    minute: int = 0
    """Minutes after it began."""


@entry
class Injection:
    """News that reaches some seats during the day."""

    text: str
    """What they read."""
    source: str
    """From whom it comes: `The weather office`."""
    to: tuple[SeatId, ...] = ()
    """The seats that get it; without them all."""
    at: Moment | None = None
    """When it is due; exactly one of `at` and `when` is given."""
    when: Trigger | None = None
    """On what it waits."""
    expected: str = ""
    """What it is meant to bring about, for the trainer."""


@entry
class PartyPoints:
    """What each option is worth to an invented party, as the author wrote it; the seat's packet shows it."""

    points: dict[IssueId, dict[str, Exact]]
    """Points of every option of every issue, on any scale."""
    no_deal: Exact
    """What the party has if nothing is agreed, in the same unit."""
    why_no_deal: str = ""
    """Why it has that; stands beside the number on the sheets of its side and in the trainer's plan."""
    red_lines: dict[IssueId, tuple[str, ...]] = field(default_factory=dict)
    """Options that the party accepts in no package, whatever it gets for them."""


@entry
class Exercise:
    """The file exercise.yaml: how a day of these talks is held."""

    format: Literal["exercise/1"]
    """The format of this file: exercise/1."""
    title: str
    """The title of the exercise."""
    briefing: str
    """What everybody reads beforehand."""
    seats: dict[str, Seat]
    """The seats, by id."""
    meetings: dict[MeetingId, SeatedMeeting] = field(default_factory=dict)
    """The programme: meetings of the case, with who sits in them."""
    phases: dict[str, Phase] = field(default_factory=dict)
    """The day, in its order."""
    few: Few | None = None
    """Other minutes for few people."""
    charter: Charter = Charter()
    """How it is decided, what counts, what is revealed at the end."""
    mandates: dict[PartyId, dict[IssueId, MandateOn]] = field(default_factory=dict)
    """For each party's delegation what it may accept and what it must refer; without an entry it must refer nothing."""
    injections: dict[str, Injection] = field(default_factory=dict)
    """News that comes in during the day."""
    points: dict[PartyId, PartyPoints] = field(default_factory=dict)
    """What each option is worth to an invented party."""
    priorities: dict[PartyId, tuple[IssueId, ...]] = field(default_factory=dict)
    """The issues in the order in which they matter to an invented party, the weightiest first."""
    reasons: dict[PartyId, dict[IssueId, str]] = field(default_factory=dict)
    """What a delegation may say to whoever asks why it wants something, issue by issue; what it likes best to say comes first."""
    debriefing: tuple[str, ...] = ()
    """Questions that the trainer asks at the end."""
    hints: tuple[str, ...] = ()
    """What the trainer should know and watch for; it stands on the trainer's plan alone."""
