"""Who may see what of an act, by the acts alone, written apart from the program: names of seats, no audiences.

It keeps a book of its own: who sits in which meeting, in which meeting a proposal or point came up, who saw what was referred,
what each party's principal has allowed, and what still stands ad referendum.
"""

from dataclasses import dataclass, field
from typing import Any

from goodoffices.proceedings import acts as a
from goodoffices.talks.exercise import TRAINER

from .valley_talks import EXERCISE, SEATS

Sights = dict[str, set[str]]
"""A kind of event, and the seats that see it."""

ALL = set(SEATS)
MEDIATION = {"chair", "mediator"}
SIDES = {
    "upper": {"upper-head", "upper-adviser", "upper-scribe"},
    "lower": {"lower-head", "lower-adviser"},
    "saltmoor": MEDIATION,
    "lake-union": {"union"},
    "kelmarsk": {"town"},
}
TABLE = {
    "session": {"chair", "upper-head", "upper-adviser", "lower-head", "observer"},
    "upper-alone": {"chair", "mediator", "upper-head"},
}
ALLOWED = {"upper": {"mill": {"closed"}}, "lower": {"water": {"half"}}}
"""By the exercise; an issue that is not named is free."""
TO_ALL = {
    a.Begin: "Begun", a.Freeze: "Frozen", a.Resume: "Resumed", a.Extend: "Extended", a.Advance: "PhaseEntered",
    a.End: "Ended", a.OpenDebriefing: "DebriefingOpened", a.Reveal: "Revealed", a.PressLine: "PressLineGiven",
}  # fmt: skip
IN_A_MEETING = {
    a.Say: "Said", a.Note: "Said", a.TakePosition: "PositionTaken", a.ReadBack: "PointsRead",
}  # fmt: skip


def party(seat: str) -> str | None:
    """The party for which a seat speaks."""
    return next((side for side in ("upper", "lower") if seat in SIDES[side]), None)


def side_of(seat: str) -> str | None:
    """The party or third party of a seat, principals and listeners too."""
    return SEATS[seat].of if seat in SEATS else None


@dataclass
class Meeting:
    """Who sits there, and who knows that it is held."""

    seats: set[str]
    known_to: set[str]


@dataclass
class Oracle:
    """The book."""

    meetings: dict[str, Meeting] = field(default_factory=dict)
    where: dict[str, set[str]] = field(default_factory=dict)
    """Proposal or point, and who was there when it came up."""
    content: dict[str, dict[str, str]] = field(default_factory=dict)
    """Proposal or point, and the options to which it binds."""
    proposer: dict[str, str | None] = field(default_factory=dict)
    referrals: dict[str, tuple[str, set[str], str | None, dict[str, str]]] = field(default_factory=dict)
    """Whose, who saw it, about what, with which content."""
    messages: dict[str, a.HandOver] = field(default_factory=dict)
    allowed: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: {"upper": set(), "lower": set()})
    confirmed: dict[str, list[dict[str, str]]] = field(default_factory=lambda: {"upper": [], "lower": []})
    pending: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    """What stands ad referendum: proposal or point, and party."""

    # What each act shows to whom, before it is noted.

    def sights(self, act: Any) -> Sights:
        """The kinds of events that come of the act, and the seats that see each."""
        if kind := TO_ALL.get(type(act)):
            return {kind: ALL}
        if kind := IN_A_MEETING.get(type(act)):
            return {kind: self.meetings[act.meeting].seats}
        found = getattr(self, f"_{type(act).__name__.lower()}")(act)
        assert isinstance(found, dict)
        return {kind: set(seats) for kind, seats in found.items()}

    def _openmeeting(self, act: a.OpenMeeting) -> Sights:
        if act.meeting in self.meetings:
            return {"MeetingOpened": self.meetings[act.meeting].known_to}
        if act.meeting in TABLE or not act.secret:
            return {"MeetingOpened": ALL}
        return {"MeetingOpened": {*act.seats, act.by} - {TRAINER}}

    def _adjourn(self, act: a.Adjourn) -> Sights:
        return {"MeetingAdjourned": self.meetings[act.meeting].known_to}

    def _closemeeting(self, act: a.CloseMeeting) -> Sights:
        return {"MeetingClosed": self.meetings[act.meeting].known_to}

    def apart(self, act: a.CallCaucus) -> set[str]:
        """The seats of a caucus."""
        side = SIDES.get(act.of or side_of(act.by) or "", set())
        return {
            "side": side, "chair and side": side | MEDIATION, "heads": {"upper-head", "lower-head"},
            "supporters": {"union", "town"},
        }[act.caucus]  # fmt: skip

    def _callcaucus(self, act: a.CallCaucus) -> Sights:
        seats = self.apart(act)
        if act.by not in seats | MEDIATION | {TRAINER}:
            return {"CaucusAsked": {act.by} | MEDIATION}
        return {"MeetingOpened": (seats | {act.by}) - {TRAINER} if act.secret else ALL}

    def beyond(self, by: str, package: dict[str, str]) -> bool:
        """Whether a delegation may not accept this by itself."""
        who = party(by)
        if who is None or package in self.confirmed[who]:
            return False
        limits = ALLOWED[who]
        return any(
            option not in limits[issue] and (issue, option) not in self.allowed[who]
            for issue, option in package.items()
            if issue in limits
        )

    def referral_seen_by(self, by: str, there: set[str]) -> set[str]:
        who = party(by)
        assert who is not None
        return {f"{who}-head", f"{who}-council"} | (SIDES[who] & (there | {by}))

    def _with_warning(self, found: Sights, by: str, package: dict[str, str], there: set[str]) -> Sights:
        if self.beyond(by, package):
            found |= {"Warned": {f"{party(by)}-head"}, "Referred": self.referral_seen_by(by, there)}
        return found

    def _propose(self, act: a.Propose) -> Sights:
        there = self.meetings[act.meeting].seats
        return self._with_warning({"Proposed": there}, act.by, {**act.package, **act.only_if}, there)

    def _amend(self, act: a.Amend) -> Sights:
        there = self.where[act.proposal]
        return self._with_warning({"Amended": there}, act.by, {**act.package, **act.only_if}, there)

    def _counter(self, act: a.Counter) -> Sights:
        there = self.where[act.proposal]
        found = {"Answered": there, "Proposed": there}
        return self._with_warning(found, act.by, {**act.package, **act.only_if}, there)

    def _accept(self, act: a.Accept) -> Sights:
        there = self.where[act.proposal]
        return self._with_warning({"Answered": there}, act.by, self.content[act.proposal], there)

    def _confirm(self, act: a.Confirm) -> Sights:
        there = self.where[act.point]
        return self._with_warning({"PointConfirmed": there}, act.by, self.binding(act.point), there)

    def binding(self, point: str) -> dict[str, str]:
        """The options of a point that is read as agreed; of a proposal those that it had then."""
        return self.content[point]

    def _object(self, act: a.Object) -> Sights:
        return {"PointObjected": self.where[act.point]}

    def _withdraw(self, act: a.Withdraw) -> Sights:
        return {"Withdrawn": self.where[act.proposal]}

    def _refuse(self, act: a.Refuse) -> Sights:
        return {"Answered": self.where[act.proposal]}

    def _refer(self, act: a.Refer) -> Sights:
        if act.proposal is None:
            return {"Referred": self.referral_seen_by(act.by, set())}
        there = self.where[act.proposal]
        return {"Answered": there, "Referred": self.referral_seen_by(act.by, there)}

    def _handover(self, act: a.HandOver) -> Sights:
        if act.by in MEDIATION:
            return {"Carried": MEDIATION, "Received": SIDES[act.to]}
        return {"HandedOver": MEDIATION | {act.by} | SIDES.get(side_of(act.by) or "", set())}

    def _carry(self, act: a.Carry) -> Sights:
        return {"Carried": MEDIATION, "Received": SIDES[self.messages[act.message].to]}

    def _instruct(self, act: a.Instruct) -> Sights:
        if act.answer == "widen":
            side = side_of(act.by) or act.party or ""
            return {"Instructed": SIDES[side] | {f"{side}-council"}}
        who, seen_by, about, package = self.referrals[act.referral or ""]
        if about and self.pending.get((about, who)) == package:
            return {"Instructed": seen_by, "Settled": self.where[about]}
        return {"Instructed": seen_by}

    def _inject(self, act: a.Inject) -> Sights:
        return {"NewsCame": set(EXERCISE.injections[act.injection].to) or ALL, "Injected": set()}

    def _editinjection(self, act: a.EditInjection) -> Sights:
        return {"InjectionEdited": set()}

    def _holdback(self, act: a.HoldBack) -> Sights:
        return {"InjectionHeldBack": set()}

    def _reflect(self, act: a.Reflect) -> Sights:
        return {"Reflected": {act.by}}

    # What is written into the book after it.

    def note(self, act: Any, new: set[str]) -> None:
        """Write an act down, with the ids of what came up with it."""
        kinds = {id_.partition(".")[0]: id_ for id_ in new}
        match act:
            case a.OpenMeeting() | a.CallCaucus():
                self._note_meeting(act, new)
            case a.Propose():
                self._note_proposal(kinds["proposal"], act, self.meetings[act.meeting].seats)
            case a.Amend():
                self._note_proposal(act.proposal, act, self.where[act.proposal], self.proposer[act.proposal])
            case a.Counter():
                self.pending.pop((act.proposal, party(act.by) or ""), None)
                self._note_proposal(kinds["proposal"], act, self.where[act.proposal])
            case a.Withdraw():
                self._forget(act.proposal)
            case a.Accept():
                self._note_word(act.by, act.proposal, self.content[act.proposal])
            case a.Confirm():
                self._note_word(act.by, act.point, self.binding(act.point))
            case a.Refuse():
                self.pending.pop((act.proposal, party(act.by) or ""), None)
            case a.Object():
                self.pending.pop((act.point, party(act.by) or ""), None)
            case a.Refer() if act.proposal:
                self.pending.pop((act.proposal, party(act.by) or ""), None)
            case a.ReadBack():
                self._note_points(act, new)
            case a.HandOver() if act.by not in MEDIATION:
                self.messages[kinds["message"]] = act
            case a.Instruct():
                self._note_instruction(act)
        if "referral" in kinds:
            self._note_referral(act, kinds)

    def _note_meeting(self, act: a.OpenMeeting | a.CallCaucus, new: set[str]) -> None:
        for id_ in new:  # none where it goes on, or was only asked for
            seats = self.apart(act) if isinstance(act, a.CallCaucus) else TABLE.get(id_, set(act.seats))
            secret = act.secret and id_ not in TABLE
            self.meetings[id_] = Meeting(seats, (seats | {act.by}) - {TRAINER} if secret else ALL)

    def _note_proposal(self, id_: str, act: Any, there: set[str], proposer: str | None = None) -> None:
        self._forget(id_)
        self.where[id_], self.content[id_] = there, {**act.package, **act.only_if}
        self.proposer[id_] = proposer or side_of(act.by)
        self._note_word(act.by, id_, self.content[id_])

    def _note_word(self, by: str, about: str, package: dict[str, str]) -> None:
        key = (about, party(by) or "")
        self.pending.pop(key, None)
        if self.beyond(by, package):
            self.pending[key] = package

    def _forget(self, about: str) -> None:
        self.pending = {key: value for key, value in self.pending.items() if key[0] != about}

    def _note_points(self, act: a.ReadBack, new: set[str]) -> None:
        for id_ in new:
            point = act.points[int(id_.rpartition(".")[2]) - 1]
            self.where[id_] = self.meetings[act.meeting].seats
            self.content[id_] = {}
            if point.kind == "agreed" and point.proposal:
                self.content[id_] = dict(self.content[point.proposal])
            elif point.kind == "agreed" and point.issue and point.option:
                self.content[id_] = {point.issue: point.option}

    def _note_instruction(self, act: a.Instruct) -> None:
        if act.answer == "widen":
            self.allowed[side_of(act.by) or act.party or ""] |= {(act.issue or "", option) for option in act.options}
            return
        who, _, about, package = self.referrals[act.referral or ""]
        if act.answer == "confirm":
            self.confirmed[who].append(package)
        if about and self.pending.get((about, who)) == package:
            del self.pending[about, who]

    def _note_referral(self, act: Any, kinds: dict[str, str]) -> None:
        about = getattr(act, "point", None) or kinds.get("proposal") or getattr(act, "proposal", None)
        there = self.where[about] if about else set()
        package = (
            self.binding(about)
            if about in self.content and about.startswith("point")
            else self.content.get(about or "", {})
        )
        self.referrals[kinds["referral"]] = (party(act.by) or "", self.referral_seen_by(act.by, there), about, package)
