"""Papers: which paper went from whom to whom, by whose hand, and which answer is due."""

from dataclasses import field
from typing import Annotated, Literal

from .day import UNSAID, Day
from .entry import Readers, Ref, entry

SourceKey = Annotated[str, Ref(("sources",))]


@entry
class Paper:
    """One paper that was handed over."""

    id: str
    """The paper's own id."""
    title: str
    """What it is called."""
    version: str | None = None
    """Which version of it."""
    from_: str = field(metadata={"alias": "from"})
    """Whose paper it is: a party, third party or person, or team."""
    to: tuple[str, ...]
    """Who got it."""
    day: Day = UNSAID
    """The day on which it was handed over."""
    handed_over_by: str | None = None
    """By whose hand, where it is another's than its giver's."""
    awaits_answer: bool = False
    """Whether an answer is awaited though no day is set for it."""
    answer_due: Day = UNSAID
    """The day by which those who got it are to answer."""
    answers: str | None = None
    """The earlier paper to which this one is the answer."""
    settled: Day = UNSAID
    """The day from which no answer is awaited any more, though there is no paper of it."""
    source: SourceKey | None = None
    """The source that holds its text."""
    note: str | None = None
    """A remark of the team."""
    readers: Readers = ()
    """Who of those who gave or got it may see that it stands here; without it all of them. The team sees all."""


@entry
class Papers:
    """The file papers.yaml: the register of papers."""

    format: Literal["papers/1"]
    """The format of this file: papers/1."""
    papers: tuple[Paper, ...] = ()
    """The papers, in the order in which they were handed over."""
