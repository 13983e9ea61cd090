"""What passes between a delegation and its principal, and between a side and the mediation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ..acts import Instruction, Passing
from .envelope import Happening


@dataclass(frozen=True, kw_only=True)
class Beyond:
    """An option that the delegation may not accept by itself."""

    issue: str
    option: str
    why: Literal["must be referred", "not in the mandate"]


@dataclass(frozen=True, kw_only=True)
class Warned(Happening):
    """The head is told that an act of the delegation goes beyond the mandate."""

    by: str
    about: str
    """The proposal or point."""
    beyond: tuple[Beyond, ...]


@dataclass(frozen=True, kw_only=True)
class Referred(Happening):
    """Something lies before the principal: a proposal or point to be confirmed, or words of its delegation."""

    referral: str
    by: str
    party: str
    about: str | None = None
    """The proposal or point."""
    package: Mapping[str, str] = field(default_factory=dict)
    words: str = ""
    ad_referendum: bool = False
    """The delegation has accepted already."""


@dataclass(frozen=True, kw_only=True)
class Instructed(Happening):
    """What the principal told its delegation."""

    by: str
    party: str
    answer: Instruction
    referral: str | None = None
    issue: str | None = None
    options: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Settled(Happening):
    """A principal confirmed what stood ad referendum, or did not."""

    about: str
    party: str
    confirmed: bool


@dataclass(frozen=True, kw_only=True)
class HandedOver(Happening):
    """The mediation was given a message."""

    message: str
    by: str
    side: str | None
    to: str
    words: str
    rule: Passing


@dataclass(frozen=True, kw_only=True)
class Carried(Happening):
    """The mediation passed a message on, or gave one of its own (then `message` is none that was handed over)."""

    message: str | None
    by: str
    to: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Received(Happening):
    """What a party was brought by the mediation."""

    by: str
    to: str
    words: str
    source: str | None = None
    """From whom it is; nothing where it came as the mediator's own idea, or is."""
    word_for_word: bool = False
