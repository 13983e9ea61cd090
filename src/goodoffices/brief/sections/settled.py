"""Results that say no more than which answer was taken to which question: those of one meeting are told in one sentence.

`Patrol: no patrol` and `Water fee: a fixed fee each year` become `patrol (no patrol) and water fee (a fixed fee each year)`.
A result in words of its own stays a sentence of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from ...talks import Issue, Result
from ..context import Context
from ..english import listed
from ..english.wording import inside


def one_sentence(context: Context, results: Iterable[Result]) -> list[Result]:
    """The results, those of one meeting that name only question and answer as one, where the first of them stands."""
    alike: dict[object, list[Result]] = {}
    for number, result in enumerate(results):
        alike.setdefault(_with(context, result) or number, []).append(result)
    return [_as_one(context, group) if len(group) > 1 else group[0] for group in alike.values()]


@dataclass(frozen=True, kw_only=True)
class Several(Result):
    """Results as one."""

    of: tuple[Result, ...]
    short: str
    """The questions alone."""


def in_short(result: Result) -> Result:
    """Of many questions the questions alone, where there is little room: their answers stand below."""
    return replace(result, text=result.short) if isinstance(result, Several) and len(result.of) > _FEW else result


_FEW = 3


def denied(context: Context, result: Result) -> bool:
    """Whether it was not agreed."""
    return (result.of[0] if isinstance(result, Several) else result) in context.case.talks.outcome.not_agreed


def _with(context: Context, result: Result) -> object:
    """What results must share to be told together; nothing where one says more than its question and answer."""
    if not _bare(context, result) or context.unread(result.claims):
        return None
    tellers = frozenset(context.told_by(result.claims))
    return result.meeting, result.between, result.date, denied(context, result), tellers


def _bare(context: Context, result: Result) -> bool:
    issue = context.case.talks.issues.get(result.issue or "")
    if issue is None or not issue.title or result.by or result.due.said:
        return False
    words = f"{issue.title}: {answer}" if (answer := _answer(issue, result)) else issue.title
    return result.text.removesuffix(".").casefold() == words.casefold()


def _answer(issue: Issue, result: Result) -> str:
    return (issue.options.get(result.option or "") or "").removesuffix(".")


def _as_one(context: Context, group: list[Result]) -> Result:
    order = [*context.case.talks.issues]
    group = sorted(group, key=lambda one: order.index(one.issue or ""))
    text = listed([_named(context, one) for one in group])
    short = listed([_title(context, one) for one in group])
    first = {one.name: getattr(group[0], one.name) for one in fields(Result)}
    claims = tuple(dict.fromkeys(c for one in group for c in one.claims))
    return Several(**{**first, "text": text, "claims": claims}, of=tuple(group), short=short)


def _named(context: Context, result: Result) -> str:
    title, answer = _title(context, result), _answer(context.case.talks.issues[result.issue or ""], result)
    return f"{title} ({inside(answer, context.proper)})" if answer else title


def _title(context: Context, result: Result) -> str:
    return inside(context.case.talks.issues[result.issue or ""].title or "", context.proper)
