"""What one report proposes, in its own terms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ...record import Claim
from ..roster import Side

_LOCAL = re.compile(r"M\d{1,6}")
OF_MEETINGS = frozenset({"mediation", "attendance", "absence"})
"""Types whose value is a meeting."""


@dataclass(frozen=True)
class Account:
    """The proposals of one report, already numbered for the case; names as printed, meetings as M1, M2, ..."""

    source: str
    claims: tuple[Claim, ...] = field(repr=False)
    sides: tuple[Side, ...] = ()
    """Who talks by it, and who helps, as far as its words tell."""

    @cached_property
    def meetings(self) -> dict[str, list[Claim]]:
        """The meetings it speaks of, each with the claims that name it."""
        declared = dict.fromkeys(key for claim in self.claims for key in _declared(claim))
        found: dict[str, list[Claim]] = {key: [] for key in declared}
        for claim in self.claims:
            for key in dict.fromkeys((claim.subject, claim.meeting, *map(str, values_of(claim)))):
                if key in found:
                    found[key].append(claim)
        return found


def _declared(claim: Claim) -> Iterator[str]:
    """The local meetings that a claim speaks of by its type: `M23` may also be the name of a movement."""
    named = [claim.meeting]
    if claim.type in ("meeting", "outcome"):
        named.append(claim.subject)
    if claim.type in OF_MEETINGS or claim.predicate in ("before", "after", "part_of"):
        named += map(str, values_of(claim))
    return (key for key in named if key is not None and _LOCAL.fullmatch(key))


def values_of(claim: Claim) -> tuple[object, ...]:
    """A claim's value as a list of values."""
    return claim.value if isinstance(claim.value, tuple) else (claim.value,)
