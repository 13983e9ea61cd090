"""At a glance: who met where and under whom, what was new, who was missing, what came of it, where the sides stand.

At most 110 words: each sentence has a weight, and the lightest are left out first; every one of them is told again below.
"""

from collections.abc import Iterator

from ...talks import Meeting
from ..context import Context
from ..english import listed, number, words_of
from ..outline import Line, Paragraph, Section
from . import meeting_words, result_words, stand_words

MOST = 110
"""Words."""
Unit = tuple[int, tuple[Line, ...]]
"""Sentences that stand or fall together, with their weight: the smaller, the later they are left out."""
_MUST = 4
"""Up to this weight a sentence should be told."""


def glance(context: Context) -> Section:
    """The first section of every brief."""
    lines = tuple(line for _, unit in _fitting(context) for line in unit)
    return Section("glance", "At a glance", (Paragraph(lines or (Line("No meeting is recorded yet."),)),))


def _fitting(context: Context) -> list[Unit]:
    """The sentences that fit, the weightiest first; of issues as many as leave room for all that must be told."""
    kept: list[Unit] = []
    for issues in (3, 2, 1, 0):
        told = [unit for unit in _sentences(context, issues) if unit[1]]
        kept = []
        for unit in sorted(told, key=lambda unit: unit[0]):
            kept += [unit] if not kept or _words([*kept, unit]) <= MOST else []
        if all(unit in kept for unit in told if unit[0] <= _MUST):
            break
    return [unit for unit in told if unit in kept]


def _words(told: list[Unit]) -> int:
    return sum(words_of(line.text) for _, unit in told for line in unit)


def main_meeting(context: Context) -> str | None:
    """The meeting that the brief is about: the latest in which most of the parties sat."""
    meetings = context.case.talks.meetings
    if not meetings:
        return None
    ranked = {key: index for index, key in enumerate(context.meetings)}
    return max(meetings, key=lambda k: (context.sides(meetings[k]), context.order[k] is not None, ranked[k]))


def _sentences(context: Context, issues: int) -> Iterator[Unit]:
    key = main_meeting(context)
    if key is not None:
        meeting = context.case.talks.meetings[key]
        yield 0, (meeting_words.met(context, key, _one_of(context)),)
        yield 4, tuple(meeting_words.third_parties(context, meeting))
        yield 7, tuple(_before(context, meeting))
        yield 2, tuple(meeting_words.heads(context, key))
        yield 3, tuple(meeting_words.absent(context, meeting))
    yield 1, tuple(result_words.last(context, sources=issues > 0))
    yield 1, tuple(stand_words.briefly(context, issues))


def _one_of(context: Context) -> str:
    """Of how many meetings it is the last, where the brief is of more than one round."""
    talks = context.case.talks
    many = len(talks.rounds) > 1 and len(talks.meetings) > 1
    return f"in the last of {number(len(talks.meetings))} meetings, " if many else ""


def _before(context: Context, meeting: Meeting) -> Iterator[Line]:
    """The meetings just before, in the same round, by their format."""
    meetings = context.case.talks.meetings
    before = [k for k in _all_before(context, meeting) if meetings[k].round == meeting.round]
    if not before:
        return
    kinds = [meetings[k].format for k in before]
    told = [
        f"{number(kinds.count(kind))} {'' if kind == 'not said' else kind + ' '}".replace(" meeting ", " ")
        + ("meeting" if kinds.count(kind) == 1 else "meetings")
        for kind in dict.fromkeys(kinds)
    ]
    yield context.lines.line(
        f"{listed(told).capitalize()} came first.",
        [c for k in before for c in meetings[k].claims],
        of=[meetings[k] for k in before],
    )


def _all_before(context: Context, meeting: Meeting) -> list[str]:
    meetings, found, ahead = context.case.talks.meetings, [], [*meeting.after]
    while ahead:
        key = ahead.pop()
        if key in meetings and key not in found:
            found.append(key)
            ahead += meetings[key].after
    return [key for key in context.meetings if key in found]
