"""The clock, the news and the debriefing."""

from collections.abc import Mapping
from dataclasses import dataclass

from .envelope import Happening


@dataclass(frozen=True, kw_only=True)
class Begun(Happening):
    """The day began, with this phase."""

    phase: str | None


@dataclass(frozen=True, kw_only=True)
class Frozen(Happening):
    """Everything stands still."""


@dataclass(frozen=True, kw_only=True)
class Resumed(Happening):
    """It goes on."""


@dataclass(frozen=True, kw_only=True)
class Extended(Happening):
    """The phase lasts so many minutes longer."""

    minutes: int


@dataclass(frozen=True, kw_only=True)
class PhaseEntered(Happening):
    """Another phase began."""

    phase: str


@dataclass(frozen=True, kw_only=True)
class Ended(Happening):
    """The talks are over."""


@dataclass(frozen=True, kw_only=True)
class Injected(Happening):
    """The trainer sent prepared news; seats see the news (`NewsCame`), not this."""

    injection: str


@dataclass(frozen=True, kw_only=True)
class NewsCame(Happening):
    """News reached a seat."""

    source: str
    text: str


@dataclass(frozen=True, kw_only=True)
class InjectionEdited(Happening):
    """The trainer changed prepared news."""

    injection: str
    text: str


@dataclass(frozen=True, kw_only=True)
class InjectionHeldBack(Happening):
    """The trainer holds prepared news back, or no longer."""

    injection: str
    held: bool


@dataclass(frozen=True, kw_only=True)
class DebriefingOpened(Happening):
    """Each seat may answer for itself."""


@dataclass(frozen=True, kw_only=True)
class Reflected(Happening):
    """What a seat answered."""

    by: str
    answers: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Revealed(Happening):
    """All may now see what happened."""
