"""Who talks, with whom, about what: the shared vocabulary, as plain data. Read this one first.

    parties, third parties      a side of the dispute; everyone else
    people, delegations         who they are, whom they speak for, under which mandate
    meetings, rounds            who sat down with whom, where, when, in which order and format
    issues, positions           the questions, the answers wanted, and who tells it
    outcome, instruments        what was agreed, what was not, what is next, what was signed
    preferences, conflict       what each side is known to want; who can change what (files of their own)
    exercise                    who sits where and what the day brings, where the talks are held to learn (a file of its own)

An entry lists the claims that it rests on (`goodoffices.record` holds them) or says why it has none. Nothing here computes:
`Talks` is the file talks.yaml, field for field, and the text under each field is its documentation; so are `Preferences` and
`Conflict` for theirs.
"""

from .actors import Delegation, Dispute, Mandate, Named, Party, Person, Post
from .conflict import Conflict, Option
from .conflict import Statement as PreferenceStatement
from .day import NOT_SAID, UNSAID, Day
from .entry import ACTORS, EVERYBODY, OWN, RESERVED, VOICES, Attribution, Readers, Ref, Sourced, entry, without_doubt
from .exercise import (
    MARK,
    TRAINER,
    Charter,
    Exercise,
    Few,
    Injection,
    MandateOn,
    Moment,
    Part,
    PartyPoints,
    Phase,
    PhaseKind,
    Price,
    Seat,
    SeatedMeeting,
    Shown,
    Trigger,
)
from .issues import (
    FIRMER,
    STANCES,
    WANTING,
    Assessment,
    Background,
    Condition,
    Issue,
    Link,
    Position,
    Proposal,
    Stance,
    Statement,
    Support,
    broken,
    met,
)
from .meetings import Absence, Meeting, Remark, RoleHeld, Round, SameAs
from .minutes import (
    Answered,
    AnsweredPoint,
    AnswerForm,
    Minutes,
    MinutesAnswer,
    MinutesPoint,
    MinutesState,
    MinutesVersion,
    PointKind,
    Reply,
)
from .model import Talks
from .number import Exact, exact
from .outcome import Instrument, NextStep, Outcome, Result, Signature
from .papers import Paper, Papers
from .preferences import (
    Based,
    BasisKind,
    Importance,
    Judgement,
    NoDeal,
    Order,
    PackageStatement,
    PartyPreferences,
    Preferences,
    RedLine,
)

__all__ = [
    "ACTORS", "EVERYBODY", "FIRMER", "MARK", "NOT_SAID", "OWN", "RESERVED", "STANCES", "TRAINER", "UNSAID", "VOICES",
    "WANTING", "Absence", "AnswerForm", "Answered", "AnsweredPoint", "Assessment", "Attribution", "Background",
    "Based", "BasisKind", "Charter", "Condition", "Conflict", "Day", "Delegation", "Dispute", "Exact", "Exercise",
    "Few", "Importance", "Injection", "Instrument", "Issue", "Judgement", "Link", "Mandate", "MandateOn", "Meeting",
    "Minutes", "MinutesAnswer", "MinutesPoint", "MinutesState", "MinutesVersion", "Moment", "Named", "NextStep",
    "NoDeal", "Option", "Order", "Outcome", "PackageStatement", "Paper", "Papers", "Part", "Party", "PartyPoints",
    "PartyPreferences", "Person", "Phase", "PhaseKind", "PointKind", "Position", "Post", "PreferenceStatement",
    "Preferences", "Price", "Proposal", "Readers", "RedLine", "Ref", "Remark", "Reply", "Result", "RoleHeld", "Round",
    "SameAs", "Seat", "SeatedMeeting", "Shown", "Signature", "Sourced", "Stance", "Statement", "Support", "Talks", "Trigger",
    "broken", "entry", "exact", "met", "without_doubt",
]  # fmt: skip
