"""Who can change what, and who prefers which state: the file conflict.yaml, for the question whether a state would hold.

Two forms: options (each is taken up or not; a state is one choice of all) or a graph (states and moves between them).
"""

from dataclasses import field
from typing import Literal

from .entry import Readers, entry
from .preferences import Based


@entry
class Option:
    """Something that one decision maker can do or leave."""

    of: str
    """The decision maker."""
    moves: Literal["both", "up", "down"] = "both"
    """Whether it can be taken up and dropped, only taken up, or only dropped."""
    title: str | None = None
    """What it is, in words for people."""


@entry
class Statement:
    """A condition on options, the most important first: states in which it holds are preferred to those in which it does not."""

    options: dict[str, bool]
    """Options and whether they are taken up; all of them together are the condition."""
    if_: dict[str, bool] = field(default_factory=dict, metadata={"alias": "if"})
    """Only where this holds; elsewhere the statement counts as met."""
    iff: dict[str, bool] = field(default_factory=dict)
    """Together with this or not at all: the statement is met where both hold, or neither."""


@entry
class Conflict:
    """The file conflict.yaml: decision makers, options or states, moves, and what each prefers."""

    format: Literal["conflict/1"] = "conflict/1"
    """The format of this file: conflict/1."""
    title: str | None = None
    """The title."""
    source: str | None = None
    """Where it is from."""
    readers: Readers = ()
    """Who may read it: team, public, parties, third parties; without it the team alone."""
    decision_makers: dict[str, str]
    """Who decides: an id (a party of talks.yaml keeps its id) and a name."""
    options: dict[str, Option] = field(default_factory=dict)
    """Option form: what each can do."""
    infeasible: tuple[dict[str, bool], ...] = ()
    """Option form: combinations that cannot be; options that are not named are open."""
    states: dict[int, str] = field(default_factory=dict)
    """Graph form: states by whole numbers, with what they are."""
    moves: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """Graph form: for each decision maker the moves, each from a state to another."""
    preferences: dict[str, tuple[int | str | tuple[int | str, ...], ...]] = field(default_factory=dict)
    """For each decision maker the states, best first; an inner list holds states that are equally good. In option form a state
    is a letter Y or N for each option, in their order."""
    statements: dict[str, tuple[Statement, ...]] = field(default_factory=dict)
    """Option form, instead of a ranking: what each wants of the options, the most important first."""
    status_quo: int | str | None = None
    """The state of today."""
    basis: dict[str, Based] = field(default_factory=dict)
    """On what ground each ranking stands."""
