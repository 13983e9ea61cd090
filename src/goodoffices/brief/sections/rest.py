"""Of a draft, what the reports tell besides and nobody has accepted: in their own words, under no heading of ours."""

from collections.abc import Iterable

from ..context import Context
from ..outline import Bullets, Line, Section, lines_of
from ..passages import passages

MOST = 6
"""Passages in the main part; the annex has every claim."""
_BESIDES = ("mediation", "attendance", "absence", "decision", "statement", "signature", "meeting", "delegation", "position",
            "outcome", "assessment", "context")  # fmt: skip


def rest(context: Context, above: Iterable[Section]) -> Section | None:
    """The passages of proposed claims that stand in no section above; where the reports were read, what is shown was chosen."""
    if context.case.reading is not None:
        return None
    shown = [line for section in above for line in lines_of(section)]
    told = {claim for line in shown for claim in line.claims}
    left = [
        key for key, claim in context.shown.items() if key not in told and not claim.counts and claim.type in _BESIDES
    ]
    places = {place for line in shown for place in line.passages}
    lines: list[Line] = [line for line in passages(context, left) if line.passages[0] not in places]
    return Section("rest", "Also in the reports", (Bullets(tuple(lines)),)) if lines else None
