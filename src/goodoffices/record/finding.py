"""Findings: a person's judgement on a slot. Programs make none."""

from typing import Literal

from ..talks import UNSAID, Day, Readers, entry
from ..talks.entry import ClaimId

Verdict = Literal["preferred", "disputed", "deprecated"]


@entry
class Finding:
    """What a person judges of the accounts in one slot."""

    slot: str
    """The slot, as `compare` names it: `result:direct`."""
    verdict: Verdict
    """preferred (the claims named are taken to be right), disputed, or deprecated (they are taken to be wrong)."""
    claims: tuple[ClaimId, ...]
    """The claims judged."""
    by: str
    """Who judges."""
    on: Day = UNSAID
    """The day of the judgement."""
    reason: str
    """Why."""
    readers: Readers = ()
    """Who may read it: team, public, parties, third parties; without it whoever reads all the claims judged."""
