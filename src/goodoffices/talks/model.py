"""The whole of one case's talks: what the team takes to be so."""

from dataclasses import field
from typing import Literal

from .actors import Delegation, Party, Person
from .entry import Readers, entry
from .issues import Assessment, Background, Condition, Issue, Link, Position, Proposal, Statement, Support
from .meetings import Meeting, Round
from .outcome import Instrument, Outcome


@entry
class Talks:
    """The file talks.yaml: the synthesis of the sources, each entry with the claims it rests on."""

    format: Literal["talks/1"]
    """The format of this file: talks/1."""
    title: str
    """The title of the case."""
    draft: bool = False
    """A draft may also rest on claims that nobody has accepted yet; such lines are marked."""
    exercise: bool = False
    """An exercise: EXERCISE stands on everything that is made of it, and no command takes this away."""
    readers: Readers = ()
    """Who may read anything of the case: team, public, parties, third parties; without it everybody. The team reads all."""
    stamp: str | None = None
    """A line that stands on each page beside whom it is for: `TLP:AMBER`."""
    parties: dict[str, Party]
    """The sides of the dispute."""
    third_parties: dict[str, Party] = field(default_factory=dict)
    """Everyone else: hosts, mediators, supporters, observers."""
    people: dict[str, Person] = field(default_factory=dict)
    """People, by id."""
    delegations: dict[str, Delegation] = field(default_factory=dict)
    """Who speaks for whom in which meetings."""
    rounds: dict[str, Round] = field(default_factory=dict)
    """Rounds, in their order."""
    meetings: dict[str, Meeting] = field(default_factory=dict)
    """Meetings and consultations."""
    issues: dict[str, Issue] = field(default_factory=dict)
    """The questions and their options."""
    positions: tuple[Position, ...] = ()
    """Where the sides stand."""
    conditions: tuple[Condition, ...] = ()
    """What is made to depend on what."""
    proposals: tuple[Proposal, ...] = ()
    """What was put on the table."""
    statements: tuple[Statement, ...] = ()
    """What was said besides."""
    support: tuple[Support, ...] = ()
    """Who outside the room backs what."""
    instruments: dict[str, Instrument] = field(default_factory=dict)
    """Texts that were signed."""
    outcome: Outcome = Outcome()
    """Agreed, not agreed, next."""
    assessments: tuple[Assessment, ...] = ()
    """Judgements, apart from facts."""
    background: tuple[Background, ...] = ()
    """What sources tell besides the talks."""
    links: tuple[Link, ...] = ()
    """Ties between issues."""
