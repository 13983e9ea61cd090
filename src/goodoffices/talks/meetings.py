"""Meetings: their order, their format, who sat there in which role, who stayed away."""

from typing import Literal

from .day import UNSAID, Day
from .entry import ActorId, DelegationId, MeetingId, PartyId, PersonId, Readers, RoundId, Sourced, entry

Format = Literal[
    "bilateral",
    "trilateral",
    "multilateral",
    "plenary",
    "working group",
    "separate meeting",
    "proximity",
    "consultation",
    "not said",
]
Role = Literal[
    "host",
    "mediator",
    "facilitator",
    "chair",
    "observer",
    "guarantor",
    "witness",
    "supporter",
    "participant",
    "signatory",
]
Certainty = Literal["certain", "probable", "possible"]


@entry
class Round:
    """A series of meetings that belong together; rounds follow each other as they stand in the file."""

    title: str
    """The round as the brief prints it."""
    start: Day = UNSAID
    """First day."""
    end: Day = UNSAID
    """Last day."""
    readers: Readers = ()
    """Who may read it: team, public, parties, third parties; without it whoever may read what names it."""


@entry
class RoleHeld(Sourced):
    """A role that somebody has in one meeting."""

    who: ActorId
    """A party, third party or person."""
    role: Role
    """host, mediator, facilitator, chair, observer, guarantor, witness, supporter, participant or signatory."""
    of: PartyId | None = None
    """The party or third party on whose behalf a person holds it."""


@entry
class Absence(Sourced):
    """Somebody who was expected, or is said, to be absent."""

    who: ActorId
    """Who was absent."""
    sent: PersonId | None = None
    """Whom he sent instead."""


@entry
class SameAs:
    """A judgement that another entry tells of the same meeting."""

    meeting: MeetingId
    """The other entry."""
    certainty: Certainty
    """certain (compared as one meeting), probable or possible (shown as a doubt)."""
    by: str
    """Who judges so."""
    why: str
    """The reason."""


@entry
class Remark(Sourced):
    """Something said of a meeting that has no field of its own: its aim, that it was the first in years."""

    text: str
    """The remark in our own words."""


@entry
class Meeting(Sourced):
    """One meeting: who met whom, where, when, in which format."""

    title: str | None = None
    """A short title; without it the brief names the participants."""
    format: Format = "not said"
    """Who sat together, and how: a `separate meeting` is the mediator with one side, a `consultation` is among supporters."""
    participants: tuple[PartyId, ...] = ()
    """The parties and third parties that took part; those of the delegations need not be repeated."""
    delegations: tuple[DelegationId, ...] = ()
    """The delegations that sat there."""
    roles: tuple[RoleHeld, ...] = ()
    """Who was host, mediator and so on."""
    absent: tuple[Absence, ...] = ()
    """Who was absent."""
    after: tuple[MeetingId, ...] = ()
    """Meetings that took place earlier; from these the order is computed."""
    date: Day = UNSAID
    """The day."""
    place: str | None = None
    """The town."""
    venue: str | None = None
    """The house."""
    round: RoundId | None = None
    """The round that it belongs to."""
    same_as: SameAs | None = None
    """Another entry that may be the same meeting."""
    remarks: tuple[Remark, ...] = ()
    """Aim, precedence and whatever else sources say of it."""
