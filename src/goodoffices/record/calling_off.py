"""That a meeting was called off: which claims say so, and whether a meeting was held after all.

1. A claim calls a meeting off by its predicate (`called_off`, `postponed` and others), said to be so and not denied.
2. `type: decision` has who called it off as its subject, and the meeting or its name as its value; `type: meeting`, where
   nobody is named, has the meeting as its subject.
3. What is told to be so of a meeting (its day, its place, who met) says that it was held. The two contradict each other.
"""

import re

from .claim import Claim
from .denial import polarity

_OFF, _LATER, _FELL = "called off", "postponed", "fell through"
CALLED_OFF: dict[str, str] = {
    "called_off": _OFF, "cancelled": _OFF, "canceled": _OFF, "calls_off": _OFF, "cancels": _OFF,
    "postponed": _LATER, "postpones": _LATER, "put_off": _LATER, "fell_through": _FELL, "fallen_through": _FELL,
}  # fmt: skip
"""Predicates that call a meeting off, with the words for each; the first of the same words is the one to write."""
_SAID = frozenset({"asserted", "presupposed", "hedged"})
_HELD = frozenset({"date", "place", "venue", "parties", "format", "lasted", "size"})
_MEETING = re.compile(
    r"\b(?:meetings?|talks|rounds?|sessions?|negotiations?|consultations?|summits?|conferences?|hearings?)\b",
    re.IGNORECASE,
)


def calls_off(claim: Claim) -> bool:
    """Whether a claim says that something was called off."""
    if claim.predicate not in CALLED_OFF:
        return False
    said = polarity(claim)
    return said.asserts and said.modality in _SAID


def calls_off_a_meeting(claim: Claim) -> bool:
    """Whether that something is a meeting, by its type or its words."""
    return calls_off(claim) and (claim.type == "meeting" or _MEETING.search(str(claim.value)) is not None)


def says_held(claim: Claim) -> bool:
    """Whether a claim tells something of a meeting that it can have only if it was held."""
    said = polarity(claim)
    return claim.type == "meeting" and claim.predicate in _HELD and said.asserts and said.modality in _SAID
