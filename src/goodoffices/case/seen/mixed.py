"""An entry as the claims give it that a reader sees: fields that one of them tells, their own words for the team's.

For each kind of `case.kinds` one function. Where the claims that are seen tell two things, the field is left open: which of the
two the team took, it may have taken for what he does not see.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import is_dataclass, replace
from typing import Any

from ...record import Claim
from ...talks import Day, Delegation, Instrument, Meeting
from ..entries import Steps, fields_of
from ..kinds import kind_at
from ..model import Case
from . import given_meetings as at
from . import given_words as of
from .carried import carried
from .given import Seen

NAMED_ONLY = "named by what is shown"
"""Why an entry of which nothing but its name is seen has no claim."""


def makers(entry: Any, steps: Steps, seen: Sequence[Claim]) -> list[Claim]:
    """Those of some claims that make the entry."""
    kind = kind_at(entry, steps)
    return [claim for claim in seen if kind is not None and kind.makes(claim)]


def narrowed(entry: Any, steps: Steps, seen: Sequence[Claim], case: Case) -> Any:
    """The entry with only what the claims give that are seen; None where they give none."""
    kind, making = kind_at(entry, steps), makers(entry, steps, seen)
    if kind is None or not making:
        return replace(entry, claims=tuple(claim.id for claim in seen))
    key = steps[1] if isinstance(steps[1], str) else ""
    made = _BY_KIND[kind.name](entry, Seen(key, seen, making, case))
    return made and replace(carried(entry, made, seen), claims=tuple(claim.id for claim in seen))


def lost(entry: Any, steps: Steps, seen: Sequence[Claim], case: Case) -> list[str]:
    """The keys of an entry of which a reader who sees only these of its claims does not have the team's words."""
    made = narrowed(entry, steps, seen, case) if makers(entry, steps, seen) else bare(entry)
    if made is None:
        return []
    return [
        field.key for field in fields_of(type(entry)) if field.key not in _BESIDE and _changed(entry, made, field.name)
    ]


def _changed(entry: Any, made: Any, name: str) -> bool:
    """Whether a value of the entry itself is not told; what stands inside it has claims of its own."""
    value = getattr(entry, name)
    inside = is_dataclass(value) and not isinstance(value, Day)
    listed = isinstance(value, tuple) and any(map(is_dataclass, value))
    return not inside and not listed and value != getattr(made, name)


def bare(entry: Any) -> Any:
    """An entry of which a reader knows that there is one, for something that he sees names it: without anything of its own."""
    match entry:
        case Meeting():
            return replace(entry, **at.UNTOLD, claims=(), unsourced=NAMED_ONLY)
        case Delegation():
            return Delegation(of=entry.of, unsourced=NAMED_ONLY)
        case Instrument():
            return Instrument(title="A text", kind="text", signatures=entry.signatures, unsourced=NAMED_ONLY)
        case _:
            return None


_BESIDE = ("claims", "unsourced", "readers", "id")


_BY_KIND: Mapping[str, Callable[[Any, Seen], Any]] = {
    "meeting": at.meeting, "remark": at.remark, "role": at.role, "absence": at.absence, "post": at.post,
    "delegation": at.delegation, "dispute": at.dispute,
    "position": of.position, "objection": of.position, "support": of.support, "condition": of.condition,
    "proposal": of.proposal, "statement": of.statement, "agreed": of.result, "not_agreed": of.result, "next": of.next_step,
    "planned": of.next_step, "instrument": of.instrument, "signature": of.signature, "assessment": of.assessment,
    "background": of.background,
}  # fmt: skip
