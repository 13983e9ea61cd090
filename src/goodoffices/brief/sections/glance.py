"""At a glance: who met where and under whom, what was new, who was missing, what came of it, where the sides stand.

At most 110 words: each sentence has a weight, and the lightest are left out first; every one of them is told again below.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

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


@dataclass(frozen=True, slots=True)
class _Room:
    """How much each sentence tells; by default the least that it may."""

    issues: int = 1
    """On how many issues each side's positions are told; of none one position alone."""
    hearsay: bool = True
    """Whether of a side that is not heard itself anything is told that another tells of it."""
    foreign: bool = False
    """Whether of a side that is not heard itself all is told that another tells of it."""
    everyone: bool = False
    """Whether those are told who took part, and did not lead the talks."""
    people: People = "none"
    setting: bool = False
    """Whether the house is named where the town is, and of how many meetings it was the latest."""
    brackets: bool = False
    """Whether who tells which of two things stands in brackets."""
    ahead: bool = True
    """Whether what is next is told."""
    sources: bool = False
    """Whether it is told how many report what came of the talks, and why others do not."""
    papers: bool = False
    """Whether of a party's own paper it is told that it is that, where accounts differ."""
    posts: bool = False
    """Whether the heads of the delegations have their posts."""
    weaker: bool = False
    """Whether it is told who says only that somebody represented a side whom others say to have led it."""
    dispute: int = 0
    """Whether it is told who disputes a mandate (1), and what he says (2)."""
    before: int = 0
    """Whether the meetings just before are told (1), and who met in them (2)."""


_MORE: tuple[dict[str, Any], ...] = (
    {"everyone": True}, {"setting": True}, {"dispute": 1}, {"before": 1}, {"weaker": True}, {"sources": True}, {"people": "guests"},
    {"foreign": True}, {"people": "posts"}, {"dispute": 2}, {"posts": True}, {"issues": 2}, {"before": 2}, {"papers": True},
    {"issues": 3},
)  # fmt: skip
"""What is told as long as there is room, in this order."""
_KINDS = frozenset(("bilateral", "trilateral", "multilateral", "separate"))
"""Formats whose name may stand before `meeting`."""
NOBODY = Paragraph((Line("Not recognised in these reports: who met (name them with --party)."),))
"""Of a draft that tells nobody who met for certain."""


def glance(context: Context) -> Section:
    """The first section of every brief."""
    lines = tuple(_lines(context, _fitting(context)))
    nothing = NOBODY if context.draft else Paragraph((Line("No meeting is recorded yet."),))
    key = main_meeting(context)
    unsaid = context.draft and key is not None and not context.phrases.participants(context.case.talks.meetings[key])
    rest = (NOBODY,) if lines and unsaid else ()
    return Section("glance", "At a glance", (Paragraph(lines) if lines else nothing, *rest))


def _fitting(context: Context) -> list[Unit]:
    """The sentences that fit: of the shortest as many as there is room for, the weightiest first, then these with more."""
    most = min(MOST, most_words(context.case) // 2)  # of short reports the rest needs room, too
    room, told = _least(context, most)
    kept = {weight for weight, _ in told}
    for more in _MORE:
        fuller = replace(room, **more)
        if fuller.issues > 1 and not room.issues:
            continue
        units = [unit for unit in _told(context, fuller) if unit[0] in kept or unit[0] > _MUST]
        if _words(context, units) <= most:
            room, told = fuller, units
    return told


_FIRST, _MUST = 2, 4
"""Up to the first weight a sentence is always told if any way of telling it has room, before all others; up to the second it should
be, and what weighs more is an extra."""
_SHORTER = (_Room(issues=0), _Room(issues=0, brackets=True), _Room(issues=0, brackets=True, hearsay=False))
"""Ways of telling what comes first, each with fewer words."""


def _least(context: Context, most: int) -> tuple[_Room, list[Unit]]:
    """The fullest way of telling in which all fits, else in which all that comes first does; else as much of that as fits.

    What an editor puts first: who met, what came of it and what is next, where all sides stand, who led the talks.
    """
    told = _told(context, _Room())
    if _words(context, told) <= most:
        return _Room(), told
    for room in _SHORTER:
        told = _told(context, room)
        if _words(context, [unit for unit in told if unit[0] <= _FIRST]) <= most:
            return room, _greedy(context, told, most)
    # What is next has a section of its own; who led the talks has none.
    rooms = (replace(room, ahead=ahead) for room in _SHORTER for ahead in (True, False))
    ways = [(room, _greedy(context, _told(context, room), most)) for room in rooms]
    return max(ways, key=lambda way: sum(unit[0] <= _FIRST for unit in way[1]) + way[0].ahead)


def _told(context: Context, room: _Room) -> list[Unit]:
    return [unit for unit in _sentences(context, room) if unit[1]]


def _greedy(context: Context, told: list[Unit], most: int) -> list[Unit]:
    kept: list[Unit] = []
    for unit in sorted(told, key=lambda unit: unit[0]):
        more = [one for one in told if one in kept or one is unit]
        kept += [unit] if not kept or _words(context, more) <= most else []
    return [unit for unit in told if unit in kept]


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
        yield 3, tuple(meeting_words.third_parties(context, meeting, people=room.people, all_=room.everyone))
        yield 6, tuple(before_it(context, meeting, who=room.before > 1) if room.before else ())
        yield _FIRST, tuple(meeting_words.heads(context, key, posts=room.posts, weaker=room.weaker))
        yield _MUST, tuple(meeting_words.absent(context, meeting))
    results = result_words.last(
        context, key, sources=room.sources, papers=room.papers, next_=room.ahead, brackets=room.brackets
    )
    yield 1, tuple(_without_year(line, meeting) for line in results)
    yield 1, tuple(stand_words.briefly(context, room.issues, foreign=room.foreign, hearsay=room.hearsay))
    if meeting is not None and room.dispute:
        yield 5, tuple(meeting_words.disputes(context, meeting, why=room.dispute > 1))


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


def before_it(context: Context, meeting: Meeting, *, who: bool = False) -> Iterator[Line]:
    """The meetings just before, in the same round; with `who`, also who met in each: `Turkey with both sides`."""
    meetings = context.case.talks.meetings
    before = [k for k in _all_before(context, meeting) if meetings[k].round == meeting.round]
    if not before:
        return
    formats = {meetings[k].format for k in before}
    kind = f"{min(formats)} " if len(formats) == 1 and formats <= _KINDS else ""
    this = "the direct talks" if _are_direct(context, meeting) else "this meeting"
    told = f"a {kind}meeting" if len(before) == 1 else f"{number(len(before))} {kind}meetings"
    told += f" preceded {this}"
    named = [_who(context, meetings[k]) for k in before] if who else []
    told += f": {', then '.join(named)}" if named and all(named) else ""
    yield context.lines.line(sentence(told), [meetings[k] for k in before])


def _are_direct(context: Context, meeting: Meeting) -> bool:
    """Whether the first sentence has told of direct talks."""
    return "direct talks" in meeting_words.new(context, meeting)[0]


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
