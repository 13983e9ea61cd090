"""What one reader decided on the claims of a record, by himself: the file decisions/NAME.yaml. No other reader is shown it."""

from dataclasses import field
from decimal import Decimal
from typing import Literal

from ..talks import UNSAID, Day, entry
from ..talks.entry import ClaimId
from .claim import Claim

Decided = Literal["accepted", "edited", "rejected"]


@entry
class OneDecision:
    """What the reader decided on one claim."""

    status: Decided
    """accepted, edited or rejected."""
    on: Day = UNSAID
    """The day."""
    values: dict[str, str | int | Decimal | bool | tuple[str, ...] | dict[str, str | int | Decimal | bool] | None] = (
        field(default_factory=dict)
    )
    """Of a claim that was edited: the values set, by their keys."""


@entry
class Decisions:
    """The file decisions/NAME.yaml: the decisions of one reader who marked without seeing those of others."""

    format: Literal["decisions/1"]
    """The format of this file: decisions/1."""
    by: str
    """The reader."""
    decisions: dict[ClaimId, OneDecision] = field(default_factory=dict)
    """The decisions, by the ids of the claims."""
    added: tuple[Claim, ...] = ()
    """Claims that the reader recorded; they are no part of the record."""
