"""A case: the folder as it was read, cross-checked whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ..errors import Problem
from ..language.ids import slug
from ..record import Claim, Comparison, Names, Reading, Record, compare
from ..record.calling_off import calls_off_a_meeting
from ..talks import MARK, Conflict, Exercise, Minutes, Papers, Preferences, Talks


@dataclass(frozen=True)
class Anchor:
    """Where a claim's words stand in its source's text: code points, the end excluded."""

    start: int
    end: int


@dataclass(frozen=True)
class Case:
    """The talks, the record they rest on, the texts, where each claim stands in them, and what the sides want."""

    name: str
    """The folder's name."""
    folder: Path
    talks: Talks
    record: Record
    texts: Mapping[str, str]
    """The text of each source in the case folder."""
    anchors: Mapping[str, Anchor]
    """Where each claim's words stand."""
    originals: Mapping[str, str] = field(default_factory=dict)
    """The publisher's own text of each source, where it is at hand."""
    warnings: tuple[Problem, ...] = ()
    """What is odd but usable."""
    preferences: Preferences | None = None
    """What each side is known to want, where the case has a file of it."""
    conflict: Conflict | None = None
    """What each side can change and how it ranks the states, where the case has a file of it."""
    reading: Reading | None = None
    """What a program read in the texts and nobody has decided, where the case has a file of it."""
    in_our_words: frozenset[str] = frozenset()
    """Sources whose text is told in lines of the program's own, for somebody in them may not be named: no words of a report."""
    audience: str = ""
    """For whom it is, where it is not the whole: `For everybody`."""
    minutes: Minutes | None = None
    """What was read back to the sides and what they answered, where the case has a file of it."""
    papers: Papers | None = None
    """Which paper went to whom, where the case has a file of it."""
    exercise: Exercise | None = None
    """How a day of these talks is held, where the case has a file of it."""

    @property
    def stem(self) -> str:
        """With which the names of files begin that are made of it: they say that it is an exercise, and for whom they are."""
        parts = (self.name, MARK if self.talks.exercise else "", slug(self.audience))
        return "-".join(part for part in parts if part)

    @property
    def is_for_others(self) -> bool:
        """Whether it is made for others than the team, who are not told what the team means to ask."""
        return bool(self.audience)

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.record.claims}

    @cached_property
    def calling_off(self) -> tuple[Claim, ...]:
        """Claims that count and call a meeting off."""
        return tuple(claim for claim in self.record.claims if claim.counts and calls_off_a_meeting(claim))

    @cached_property
    def names(self) -> Names:
        """The registry of names."""
        return Names.of(self.talks)

    @cached_property
    def comparison(self) -> Comparison:
        """What the accounts agree on, differ in, and tell alone."""
        return compare(self.record, self.names, self.talks.meetings, same_meetings(self.talks))


def same_meetings(talks: Talks) -> dict[str, str]:
    """For each meeting that is certainly another one, that other; chains are followed, doubts are not."""
    direct = {
        key: meeting.same_as.meeting
        for key, meeting in talks.meetings.items()
        if meeting.same_as is not None and meeting.same_as.certainty == "certain"
    }
    return {key: _last(direct, key) for key in direct}


def _last(direct: Mapping[str, str], key: str) -> str:
    seen = [key]
    while (key := direct.get(key, key)) not in seen:
        seen.append(key)
    # Entries that name each other are one meeting too: the smallest id in the circle stands for all, whatever led there.
    return min(seen[seen.index(key) :])
