"""Outcome and next dates; instruments signed; judgements of the talks, set apart and signed."""

from collections.abc import Iterator

from ..case import Case
from ..talks import Instrument, Remark, Result
from .context import Context
from .outline import Block, Bullets, Line, Note, Section
from .phrases import clean, day, joined


def results(context: Context) -> Section:
    """The fourth section."""
    outcome = context.case.talks.outcome
    blocks: list[Block] = []
    for title, lines in (
        ("What came of it", [context.lines.line(f"{clean(one.text)}.", one) for one in told_results(context.case)]),
        ("Agreed", [_result(context, r) for r in reversed(outcome.agreed)]),
        ("Not agreed", [_result(context, r) for r in reversed(outcome.not_agreed)]),
        ("Next", list(_next(context))),
        ("Signed", [_instrument(context, i) for i in context.case.talks.instruments.values()]),
        ("How it is judged", list(_assessments(context))),
    ):
        if lines:
            blocks.append(Bullets(tuple(lines), title))
    return Section("outcome", "Outcome and next dates", tuple(blocks) or (Note("No source tells of a result."),))


def told_results(case: Case) -> list[Remark]:
    """What is told to have come of a meeting that is neither agreed nor denied: `a joint statement`."""
    remarks = (remark for meeting in case.talks.meetings.values() for remark in meeting.remarks)
    return [
        one for one in remarks if any(case.claims[key].type == "outcome" for key in one.claims if key in case.claims)
    ]


def _result(context: Context, result: Result) -> Line:
    meeting = context.case.talks.meetings.get(result.meeting or "")
    when = result.date if result.date.said or meeting is None else meeting.date
    between = f" between {context.phrases.names(result.between)}" if result.between else ""
    about = "; ".join(x for x in (between.strip(), day(when) if when.said else "") if x)
    return context.lines.line(f"{clean(result.text)}{f' ({about})' if about else ''}.", result)


def _next(context: Context) -> Iterator[Line]:
    """What is still ahead first, then what was announced before a later meeting, told as such."""
    latest_first = tuple(reversed(context.case.talks.outcome.next))
    for step in sorted(latest_first, key=context.overtaken):
        where = f" in {step.place}" if step.place else ""
        when = f": {day(step.date)}" if step.date.said else " (day not said)"
        since = "; they have met again since" if context.overtaken(step) else ""
        yield context.lines.line(f"{clean(step.text)}{where}{when}{since}.", step)


def _instrument(context: Context, instrument: Instrument) -> Line:
    signed = [
        context.phrases.name(s.who) + (f" for {context.phrases.name(s.of)}" if s.of else "")
        for s in instrument.signatures
    ]
    parts = [
        day(instrument.date) if instrument.date.said else "",
        f"signed by {joined(signed)}"
        if signed
        else f"between {context.phrases.names(instrument.between)}"
        if instrument.between
        else "",
        f"term: {clean(instrument.term)}" if instrument.term else "",
        f"mirrors {joined(context.phrases.name(m) for m in instrument.mirrors)}" if instrument.mirrors else "",
        f"ended {day(instrument.ends)}" if instrument.ends.said else "",
    ]
    claims = [*instrument.claims, *(c for s in instrument.signatures for c in s.claims)]
    return context.lines.line(f"{'; '.join(p for p in parts if p)}.", claims, lead=instrument.title)


def _assessments(context: Context) -> Iterator[Line]:
    for assessment in context.case.talks.assessments:
        yield context.lines.line(f"{clean(assessment.text)}.", assessment, signed=context.phrases.name(assessment.by))
