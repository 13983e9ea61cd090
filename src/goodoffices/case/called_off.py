"""Next steps that were called off: announced, and never held. The claims say so.

1. A step is called off by a claim that it lists and that calls a meeting off, or has the step's own words.
2. So is it by one that it does not list, where that has all of the step's words, and its very day: nobody may read of a
   meeting as planned because an entry was not brought up to date.
3. A source that tells of it as planned on the day on which another tells that it was called off, or later, tells it
   differently. One that did so before was right when it was printed.
"""

from calendar import month_name
from collections.abc import Iterable
from datetime import date

from ..language.wording import says_all
from ..record import Claim
from ..record.calling_off import calls_off, calls_off_a_meeting, says_held
from ..talks import Day, NextStep
from .kinds import HOPED
from .model import Case


def calls_off_step(claim: Claim, step: NextStep) -> bool:
    """Whether a claim that a step lists calls that step off."""
    return calls_off_a_meeting(claim) or (calls_off(claim) and says_all(f"{claim.value} {claim.words}", step.text))


def calling_off(case: Case, step: NextStep) -> tuple[Claim, ...]:
    """The claims by which a step was called off, those that count; in a draft also what is proposed."""
    listed = [claim for claim in _shown(case, step) if calls_off_step(claim, step)]
    found = [c for c in case.calling_off if c.id not in step.claims and _names_step(c, step)]
    return (*listed, *found)


def holding(case: Case, step: NextStep) -> tuple[Claim, ...]:
    """The claims of a step that tell it as held."""
    return tuple(claim for claim in _shown(case, step) if says_held(claim))


def still_planning(case: Case, step: NextStep) -> tuple[Claim, ...]:
    """The claims of a step that tell it as planned, though others had told that it was called off, or did so that day."""
    off = calling_off(case, step)
    days = [day for day in _printed(case, off) if day is not None]
    sources = {claim.source for claim in off}
    told = [c for c in _shown(case, step) if days and c.source not in sources and _plans(c)]
    return tuple(c for c, day in zip(told, _printed(case, told), strict=True) if day is not None and day >= min(days))


def _printed(case: Case, claims: Iterable[Claim]) -> list[date | None]:
    return [case.record.sources[claim.source].printed.first for claim in claims]


def _plans(claim: Claim) -> bool:
    return claim.modality in HOPED or (claim.predicate == "next" and not calls_off(claim))


def _names_step(claim: Claim, step: NextStep) -> bool:
    """Whether a claim that calls off a meeting has all of a step's words, and its day."""
    told = f"{claim.value} {claim.words}"
    return says_all(told, step.text) and _has_day(told, step.date)


def _has_day(told: str, when: Day) -> bool:
    first = when.first
    if first is None or first != when.last:
        return False
    words = f"{first.day} {month_name[first.month]}"
    return first.isoformat() in told or says_all(told, words)


def _shown(case: Case, step: NextStep) -> list[Claim]:
    known = (case.claims[key] for key in step.claims if key in case.claims)
    return [claim for claim in known if claim.counts or (case.talks.draft and claim.status == "proposed")]
