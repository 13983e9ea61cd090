"""What the procedure needs to know of a case and its exercise, and what of it each seat knows beforehand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from goodoffices.documents import harmless
from goodoffices.talks import EVERYBODY, Link, Talks
from goodoffices.talks.exercise import TRAINER, Charter, Exercise, Injection, MandateOn, Part, PartyPoints, Phase
from goodoffices.talks.meetings import Format

T = TypeVar("T")

MEDIATION: frozenset[Part] = frozenset({"chair", "mediator"})
DELEGATION: frozenset[Part] = frozenset({"head", "adviser", "note-taker"})
"""Who speaks and writes for a party; its principal is not among them."""
SPEAKING: frozenset[Part] = MEDIATION | DELEGATION | {"supporter"}
"""Who speaks in a meeting; observers and press listen."""


@dataclass(frozen=True, kw_only=True)
class SeatFacts:
    """What all know of a seat."""

    role: str
    part: Part
    of: str | None


@dataclass(frozen=True, kw_only=True)
class IssueFacts:
    """A question and its answers."""

    title: str
    options: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class ProgrammeMeeting:
    """A meeting of the programme."""

    title: str
    format: Format
    seats: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Public:
    """What everybody knows beforehand."""

    title: str
    briefing: str
    parties: Mapping[str, str]
    """The sides of the dispute: id and name."""
    third_parties: Mapping[str, str]
    seats: Mapping[str, SeatFacts]
    issues: Mapping[str, IssueFacts]
    programme: Mapping[str, ProgrammeMeeting]
    phases: Mapping[str, Phase]
    charter: Charter
    questions: tuple[str, ...]
    """What is asked in the debriefing besides what each seat is asked always."""
    ties: tuple[Link, ...] = ()
    """What cannot be had without something else, as the case tells everybody."""

    @cached_property
    def everybody(self) -> frozenset[str]:
        """All seats."""
        return frozenset(self.seats)

    @cached_property
    def mediation(self) -> frozenset[str]:
        """The seats of the mediation team."""
        return frozenset(seat for seat, facts in self.seats.items() if facts.part in MEDIATION)

    def part(self, seat: str) -> Part | None:
        """What a seat is in the talks; nothing for the trainer."""
        return self.seats[seat].part if seat in self.seats else None

    def side(self, seat: str) -> str | None:
        """The party or third party for which a seat sits there."""
        return self.seats[seat].of if seat in self.seats else None

    def party(self, seat: str) -> str | None:
        """The party that a seat of its delegation speaks for; nothing for all others."""
        facts = self.seats.get(seat)
        return facts.of if facts and facts.of in self.parties and facts.part in DELEGATION else None

    def delegation(self, party: str | None) -> frozenset[str]:
        """Who speaks and writes for a party, without its principal; of a third party also who mediates or supports."""
        parts = DELEGATION if party in self.parties else SPEAKING
        return frozenset(
            seat
            for seat, facts in self.seats.items()
            if party is not None and facts.of == party and facts.part in parts
        )

    def of_part(self, part: Part, party: str | None = None) -> frozenset[str]:
        """The seats of a part, of one party or of all."""
        return frozenset(
            seat
            for seat, facts in self.seats.items()
            if facts.part == part and (party is None or facts.of == party)
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Known:
    """What one seat knows before the day begins."""

    seat: str
    public: Public
    who: str = ""
    wants: tuple[str, ...] = ()
    knows: tuple[str, ...] = ()
    mandates: Mapping[str, Mapping[str, MandateOn]]
    """For its own party; for the trainer all."""
    points: Mapping[str, PartyPoints]
    """As `mandates`."""
    priorities: Mapping[str, tuple[str, ...]]
    """As `mandates`."""
    reasons: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """As `mandates`: what it may say when it is asked why."""
    injections: Mapping[str, Injection]
    """Prepared news: for the trainer alone."""


@dataclass(frozen=True, kw_only=True)
class Setting:
    """The case and its exercise as the procedure needs them."""

    public: Public
    sheets: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]]
    """For each seat who it is, what it wants, what only it knows."""
    mandates: Mapping[str, Mapping[str, MandateOn]]
    points: Mapping[str, PartyPoints]
    priorities: Mapping[str, tuple[str, ...]]
    injections: Mapping[str, Injection]
    reasons: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, talks: Talks, exercise: Exercise) -> "Setting":
        """The setting of an exercise. `talks` is the case as everybody may see it: its issues and names stand before all."""
        return cls(
            public=_public(talks, exercise),
            sheets={id_: (seat.who, seat.wants, seat.knows) for id_, seat in exercise.seats.items()},
            mandates=exercise.mandates,
            points=exercise.points,
            priorities=exercise.priorities,
            injections=exercise.injections,
            reasons=exercise.reasons,
        )

    def seen_by(self, seat: str) -> Known:
        """What a seat knows beforehand: nothing of another's sheet, mandate or points, and no news to come."""
        if seat == TRAINER:
            return Known(
                seat=seat, public=self.public, mandates=self.mandates, points=self.points,
                priorities=self.priorities, injections=self.injections, reasons=self.reasons,
            )  # fmt: skip
        who, wants, knows = self.sheets[seat]
        return Known(
            seat=seat, public=self.public, who=who, wants=wants, knows=knows, mandates=self._own(seat, self.mandates),
            points=self._own(seat, self.points), priorities=self._own(seat, self.priorities), injections={},
            reasons=self._own(seat, self.reasons),
        )  # fmt: skip

    def _own(self, seat: str, by_party: Mapping[str, T]) -> Mapping[str, T]:
        facts = self.public.seats[seat]
        own = facts.part in DELEGATION or facts.part == "principal"
        return {party: value for party, value in by_party.items() if own and party == facts.of}


def _public(talks: Talks, exercise: Exercise) -> Public:
    return Public(
        title=exercise.title,
        briefing=exercise.briefing,
        parties={id_: party.name for id_, party in talks.parties.items()},
        third_parties={id_: party.name for id_, party in talks.third_parties.items()},
        seats={id_: SeatFacts(role=s.role, part=s.part, of=s.of) for id_, s in exercise.seats.items()},
        issues={
            id_: IssueFacts(title=issue.title or id_, options=issue.options) for id_, issue in talks.issues.items()
        },
        programme={id_: _meeting(talks, exercise, id_) for id_ in exercise.meetings},
        phases=exercise.phases,
        charter=exercise.charter,
        questions=exercise.debriefing,
        ties=tuple(link for link in talks.links if not link.readers or EVERYBODY in link.readers),
    )


def _meeting(talks: Talks, exercise: Exercise, id_: str) -> ProgrammeMeeting:
    """A meeting of the programme; what the exercise does not say is as in the case."""
    seated, told = exercise.meetings[id_], talks.meetings.get(id_)
    after = seated.after if seated.after is not None else told.after if told else ()
    return ProgrammeMeeting(
        title=harmless(seated.title or (told.title if told else None) or id_),
        format=seated.format or (told.format if told else "not said"),
        # A principal never sits in a meeting, whatever the file says.
        seats=tuple(one for one in seated.seats if one in exercise.seats and exercise.seats[one].part != "principal"),
        after=tuple(one for one in after if one in exercise.meetings),
    )
