"""At a glance: who met where and under whom, what was new, who was missing, what came of it, where the sides stand.

At most 110 words: each sentence has a weight, and the lightest are left out first; every one of them is told again below.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from ...talks import Meeting
from ..context import Context
from ..english import number, sentence, words_of
from ..fit import most_words
from ..outline import Line, Paragraph, Section
from . import meeting_words, result_words, stand_words
from .meeting_words import People
from .surnames import shorter

MOST = 110
"""Words."""
Unit = tuple[int, tuple[Line, ...]]
"""Sentences that stand or fall together, with their weight: the smaller, the later they are left out."""


class _Room(NamedTuple):
    """On how many issues each side's positions are told; who of those that came for third parties is named."""

    issues: int
    people: People
    setting: bool = True
    """Whether the house is named where the town is, and of how many meetings it was the latest."""


_ROOMS = (
    _Room(3, "all"), _Room(2, "all"), _Room(2, "none"), _Room(1, "all"), _Room(1, "guests"), _Room(1, "none"), _Room(0, "none"),
    _Room(0, "none", setting=False),
)  # fmt: skip
"""What is told, the fullest first."""
_KINDS = frozenset(("bilateral", "trilateral", "multilateral", "separate"))
"""Formats whose name may stand before `meeting`."""
NOBODY = Paragraph((Line("Not recognised in these reports: who met (name them with --party)."),))
"""Of a draft that tells nobody who met for certain."""
_BEFORE = _MUST = 6
"""Up to this weight a sentence should be told; the last of these is on the meetings just before."""


def glance(context: Context) -> Section:
    """The first section of every brief."""
    lines = tuple(_lines(context, _fitting(context)))
    nothing = NOBODY if context.draft else Paragraph((Line("No meeting is recorded yet."),))
    key = main_meeting(context)
    unsaid = context.draft and key is not None and not context.phrases.participants(context.case.talks.meetings[key])
    rest = (NOBODY,) if lines and unsaid else ()
    return Section("glance", "At a glance", (Paragraph(lines) if lines else nothing, *rest))


def _fitting(context: Context) -> list[Unit]:
    """The sentences that fit, the weightiest first; of issues as many as leave room for all that must be told."""
    kept: list[Unit] = []
    most = min(MOST, most_words(context.case) // 2)  # of short reports the rest needs room, too
    for room in _ROOMS:
        told = [unit for unit in _sentences(context, room) if unit[1]]
        kept = []
        for unit in sorted(told, key=lambda unit: unit[0]):
            more = [one for one in told if one in kept or one is unit]
            kept += [unit] if not kept or _words(context, more) <= most else []
        if all(unit in kept for unit in told if unit[0] <= _MUST):
            break
    kept = [unit for unit in told if unit in kept]
    fuller = [_with_names(context, unit) if unit[0] == _BEFORE else unit for unit in kept]
    return fuller if _words(context, fuller) <= most else kept


def _with_names(context: Context, unit: Unit) -> Unit:
    """The sentence on the meetings just before, with who met in them."""
    key = main_meeting(context)
    return (unit[0], tuple(_before(context, context.case.talks.meetings[key], who=True))) if key is not None else unit


def _lines(context: Context, told: list[Unit]) -> list[Line]:
    return shorter(context, [line for _, unit in told for line in unit])


def _words(context: Context, told: list[Unit]) -> int:
    return sum(words_of(line.text) for line in _lines(context, told))


def main_meeting(context: Context) -> str | None:
    """The meeting that the brief is about: the latest in which most of the parties sat."""
    meetings = context.case.talks.meetings
    if not meetings:
        return None
    ranked = {key: index for index, key in enumerate(context.meetings)}
    return max(meetings, key=lambda k: (context.sides(meetings[k]), context.order[k] is not None, ranked[k]))


def _sentences(context: Context, room: _Room) -> Iterator[Unit]:
    key = main_meeting(context)
    meeting = context.case.talks.meetings[key] if key is not None else None
    if key is not None and meeting is not None:
        before = _one_of(context) if room.setting else ""
        yield 0, (meeting_words.met(context, key, before, house=room.setting),)
        yield 2, tuple(meeting_words.third_parties(context, meeting, people=room.people, all_=room.issues > 0))
        yield _BEFORE, tuple(_before(context, meeting))
        yield 4, tuple(meeting_words.heads(context, key))
        yield 3, tuple(meeting_words.absent(context, meeting))
    results = result_words.last(context, key, sources=room.issues > 0)
    yield 1, tuple(_without_year(line, meeting) for line in results)
    yield 1, tuple(stand_words.briefly(context, room.issues))
    if meeting is not None:
        yield 5, tuple(meeting_words.disputes(context, meeting))


def _without_year(line: Line, meeting: Meeting | None) -> Line:
    """The sentence with days of the meeting's own year as `2 June`: the first sentence has told the year."""
    if meeting is None or not meeting.date.said or line.words == "report":
        return line
    spans = re.split(r"(\([^()]*\))", line.text)  # publishers, in brackets, keep the days in their names
    short = [re.sub(rf"\b(\d{{1,2}} [A-Z][a-z]+) {meeting.date.text[:4]}\b", r"\1", span) for span in spans[::2]]
    return replace(line, text="".join(a + b for a, b in zip_longest(short, spans[1::2], fillvalue="")))


def _one_of(context: Context) -> str:
    """Of how many meetings it is the last, where the brief is of more than one round."""
    talks = context.case.talks
    many = len(talks.rounds) > 1 and len(talks.meetings) > 1
    return f"in the latest of {number(len(talks.meetings))} meetings, " if many else ""


def _before(context: Context, meeting: Meeting, *, who: bool = False) -> Iterator[Line]:
    """The meetings just before, in the same round; with `who`, also who met in each: `Turkey with both sides`."""
    meetings = context.case.talks.meetings
    before = [k for k in _all_before(context, meeting) if meetings[k].round == meeting.round]
    if not before:
        return
    formats = {meetings[k].format for k in before}
    kind = f"{min(formats)} " if len(formats) == 1 and formats <= _KINDS else ""
    told = f"a {kind}meeting came first" if len(before) == 1 else f"{number(len(before))} {kind}meetings came first"
    named = [_who(context, meetings[k]) for k in before] if who else []
    told += f": {', then '.join(named)}" if named and all(named) else ""
    yield context.lines.line(sentence(told), [meetings[k] for k in before])


def _who(context: Context, meeting: Meeting) -> str:
    """`Turkey and the United States with Ukraine`; nothing where no third party met a side."""
    present, parties = context.phrases.participants(meeting), context.parties
    others = context.by_name(p for p in present if p not in parties)
    sides = context.by_name(p for p in present if p in parties)
    all_ = f"{'both' if len(parties) == 2 else 'all'} sides" if len(sides) == len(parties) > 1 else ""
    return f"{context.phrases.the_names(others)} with {all_ or context.phrases.the_names(sides)}" * bool(
        others and sides
    )


def _all_before(context: Context, meeting: Meeting) -> list[str]:
    meetings, found, ahead = context.case.talks.meetings, [], [*meeting.after]
    while ahead:
        key = ahead.pop()
        if key in meetings and key not in found:
            found.append(key)
            ahead += meetings[key].after
    return [key for key in context.meetings if key in found]
