"""What came of the talks, and what is next: planned until a source says that it was held."""

from collections.abc import Iterable

from ...case.called_off import calling_off
from ...talks import NextStep
from ..context import Context
from ..outline import Block, Bullets, Line, Note, Section
from .next_words import next_lines, next_steps
from .result_words import latest_first, result_lines, signed, told_first, told_lines, told_results


def outcome(context: Context) -> Section:
    """What was agreed and what was not, first what the glance has told, then the latest first; what was signed."""
    latest, first = latest_first(context), told_first(context)
    results = [*first, *(result for result in latest if result not in first)]
    lines = [line for result in results for line in result_lines(context, result)]
    lines += [line for group in next_steps(context) if _passed(context, group) for line in next_lines(context, group)]
    lines += [line for remark in told_results(context.case) for line in told_lines(context, remark)]
    papers = [line for paper in context.case.talks.instruments.values() for line in signed(context, paper)]
    blocks = _bullets((lines, ""), (papers, "Signed"))
    return Section("outcome", "What came of it", blocks or (Note(_nothing(context, "what came of it")),))


def ahead(context: Context) -> Section:
    """What is still to come first, then what was called off; what was planned at an earlier meeting is told as that."""
    latest_first = next_steps(context)[::-1]
    groups = sorted(latest_first, key=lambda group: (context.overtaken(group[0]), context.met_since(group[0])))
    lines = [line for group in groups if not _passed(context, group) for line in next_lines(context, group)]
    return Section("next", "What is next", _bullets((lines, "")) or (Note(_nothing(context, "what is next")),))


def _passed(context: Context, group: list[NextStep]) -> bool:
    """Whether a step was called off whose day has passed: what did not come about is no longer ahead."""
    return all(calling_off(context.case, step) and context.met_since(step) for step in group)


def _nothing(context: Context, what: str) -> str:
    if context.draft:
        return f"Not recognised in the reports: {what}."
    return f"Not recorded yet: {what}." if context.unsettled else f"No report tells {what}."


def _bullets(*lists: tuple[Iterable[Line], str]) -> tuple[Block, ...]:
    return tuple(Bullets(once, title) for lines, title in lists if (once := tuple(dict.fromkeys(lines))))
