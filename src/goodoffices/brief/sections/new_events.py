"""What happened since an earlier state: results, papers, meetings, acts and next steps that rest on new claims alone."""

from collections.abc import Collection, Iterator
from datetime import date

from ...case.called_off import calling_off
from ...talks import Instrument, Statement
from ..context import Context
from ..outline import Line
from .meeting_words import met
from .next_words import next_lines, next_steps
from .off_words import called_off_line
from .result_words import latest_first, result_lines, signed
from .said import statement_lines


def results(context: Context, new: Collection[str]) -> Iterator[Line]:
    """What was and was not agreed, the latest first."""
    for result in latest_first(context, lambda one: _is_new(one.claims, new)):
        yield from result_lines(context, result)


def papers(context: Context, new: Collection[str]) -> Iterator[Line]:
    """What was signed."""
    for paper in context.case.talks.instruments.values():
        if _is_new(_all_claims(paper), new):
            yield from signed(context, paper)


def called_off(context: Context, new: Collection[str]) -> Iterator[Line]:
    """Planned meetings of which a new claim says that they were called off."""
    for step in context.case.talks.outcome.next:
        if any(claim.id in new for claim in calling_off(context.case, step)) and not context.unread(step.claims):
            yield called_off_line(context, step)


def meetings(context: Context, new: Collection[str]) -> Iterator[Line]:
    """Who met, the latest first."""
    for key in reversed(context.meetings):
        if _is_new(context.case.talks.meetings[key].claims, new):
            yield met(context, key)


def acts(context: Context, new: Collection[str]) -> Iterator[Line]:
    """What somebody decided or did, and did not only say, the latest first."""
    told = [one for one in context.case.talks.statements if _is_new(one.claims, new) and _decided(context, one)]
    for statement in sorted(told, key=lambda one: one.said_on.last or date.min, reverse=True):
        yield from statement_lines(context, statement)


def ahead(context: Context, new: Collection[str]) -> Iterator[Line]:
    """What is next, and not yet behind."""
    for steps in next_steps(context):
        planned = [step for step in steps if not context.overtaken(step)]
        if any(_is_new(step.claims, new) for step in planned):
            yield from next_lines(context, planned)


def _decided(context: Context, statement: Statement) -> bool:
    return any(context.case.claims[c].type == "decision" for c in statement.claims if c in context.case.claims)


def _all_claims(paper: Instrument) -> tuple[str, ...]:
    return (*paper.claims, *(claim for signature in paper.signatures for claim in signature.claims))


def _is_new(claims: tuple[str, ...], new: Collection[str]) -> bool:
    return bool(claims) and set(claims) <= set(new)
