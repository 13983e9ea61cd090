"""What the page shows of who is who: meetings, people, parties, third parties, and who of them may be one."""

from dataclasses import dataclass

from ..brief.phrases import Phrases
from ..case import Case
from .passages import harmless

_KINDS = (
    ("meetings", "Meetings"),
    ("people", "People"),
    ("parties", "Parties"),
    ("third_parties", "Third parties"),
)


@dataclass(frozen=True, slots=True)
class One:
    """A meeting, a person, a party or a third party."""

    key: str
    name: str
    what: str
    """What tells it apart, in words; empty where nothing does."""


@dataclass(frozen=True, slots=True)
class Group:
    """All of a kind."""

    place: str
    title: str
    all: tuple[One, ...]

    @property
    def names(self) -> str:
        """The list of names that may be typed in its forms; sides share one."""
        return "sides" if self.place in ("parties", "third_parties") else self.place


@dataclass(frozen=True, slots=True)
class Same:
    """Two meetings of which talks.yaml says that they may be one."""

    gone: One
    kept: One
    certainty: str
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class WhoView:
    """The page on which two are made one."""

    same: tuple[Same, ...]
    groups: tuple[Group, ...]


def who_view(case: Case) -> WhoView:
    """All of whom one may be another."""
    phrases = Phrases(case)
    groups = tuple(
        Group(place, title, tuple(_one(case, phrases, place, key) for key in getattr(case.talks, place)))
        for place, title in _KINDS
    )
    meetings = {one.key: one for one in groups[0].all}
    same = tuple(
        Same(meetings[key], meetings[told.meeting], told.certainty, harmless(told.by), harmless(told.why))
        for key, meeting in case.talks.meetings.items()
        if (told := meeting.same_as) is not None and told.meeting in meetings and told.meeting != key
    )
    return WhoView(same, groups)


def _one(case: Case, phrases: Phrases, place: str, key: str) -> One:
    name = case.names.label(key)
    if place == "meetings":
        what = phrases.meeting(key)
    elif place == "people":
        what = phrases.person(key)
    else:
        what = getattr(case.talks, place)[key].kind
    line = harmless(what).replace("\n", " ")
    return One(key, harmless(name).replace("\n", " "), "" if line in (name, "not said") else line)
