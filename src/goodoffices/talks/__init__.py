"""Who talks, with whom, about what: the shared vocabulary, as plain data. Read this one first.

    parties, third parties      a side of the dispute; everyone else
    people, delegations         who they are, whom they speak for, under which mandate
    meetings, rounds            who sat down with whom, where, when, in which order and format
    issues, positions           the questions, the answers wanted, and who tells it
    outcome, instruments        what was agreed, what was not, what is next, what was signed

An entry lists the claims that it rests on (`goodoffices.record` holds them) or says why it has none. Nothing here computes:
`Talks` is the file talks.yaml, field for field, and the text under each field is its documentation.
"""

from .actors import Delegation, Dispute, Mandate, Named, Party, Person, Post
from .day import NOT_SAID, UNSAID, Day
from .entry import ACTORS, Ref, Sourced, entry, without_doubt
from .issues import (
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
)
from .meetings import Absence, Meeting, Remark, RoleHeld, Round, SameAs
from .model import Talks
from .outcome import Instrument, NextStep, Outcome, Result, Signature

__all__ = [
    "ACTORS", "NOT_SAID", "UNSAID", "Absence", "Assessment", "Background", "Condition", "Day", "Delegation", "Dispute",
    "Instrument", "Issue", "Link", "Mandate", "Meeting", "Named", "NextStep", "Outcome", "Party", "Person", "Position",
    "Post", "Proposal", "Ref", "Remark", "Result", "RoleHeld", "Round", "SameAs", "Signature", "Sourced", "Stance",
    "Statement", "Support", "Talks", "entry", "without_doubt",
]  # fmt: skip
