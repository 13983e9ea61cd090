"""What came of it: proposals that every party accepted, points that were read back with how they stood at the end.

1. Agreed is what every party has confirmed or accepted, and nothing else; ad referendum is said with it.
2. A point that was not confirmed by all is told as read, and who objected in which words.
3. A point that was read as not agreed, and whose issue was settled in the end, is told as read, and not as what came of it.
4. An issue on which something was proposed and nothing is agreed when the talks are over was not agreed: the trainer tells so, and
   a head, without whose word nothing is agreed; nobody else.
5. The words of a point stay as they were read, whatever they deny: `no weapons at the weir` can be agreed.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal

from ...proceedings import SeenEvent
from ...proceedings import events as e
from ...proceedings.facts import PointFacts
from ...record import Claim, polarity
from ...talks.exercise import TRAINER
from .course import clock
from .meetings import Held, Meetings
from .paper import Entered, Paper, Told, line_of

PENDING = " (ad referendum)"
_PREDICATES: dict[str, Literal["agreed", "not_agreed", "next"]] = {
    "agreed": "agreed", "not agreed": "not_agreed", "next": "next"
}  # fmt: skip


def agreed(meetings: Meetings, held: Held) -> Iterator[Entered]:
    """The proposals of a meeting that every party has accepted; an answer that two of them give is agreed once."""
    view, who, told = meetings.view, meetings.who, set[tuple[str, str]]()
    for id_, one in view.facts.proposals.items():
        if one.made.meeting == held.opened.meeting and id_ in view.outcome.proposals:
            pending = PENDING if id_ in view.outcome.ad_referendum else ""
            new = [answer for answer in one.whole.items() if answer not in told]
            told.update(new)
            claims = tuple(claim for answer in new for claim in _answer(meetings, held, answer, pending))
            at = _last(meetings)
            yield Entered(
                f"Accepted by every party: {who.package(one.whole)}{pending}.", "the trainer", at, claims, clock(at)
            )


def _answer(meetings: Meetings, held: Held, answer: tuple[str, str], pending: str) -> Iterator[Told]:
    words, (issue, option) = meetings.who.package(dict([answer])), answer
    return _outcome(held, "agreed", words + pending, words=words, issue=issue, option=option)


def left_open(meetings: Meetings, held: Held) -> Iterator[Entered]:
    """On which issues something was proposed and nothing agreed, at the end of the last meeting in which all parties sat."""
    view, who = meetings.view, meetings.who
    knows = view.seat == TRAINER or who.public.part(view.seat) == "head"
    ended = view.facts.status in ("ended", "debriefing", "revealed")
    joint = [one for one in meetings.held.values() if {*who.public.parties} <= {*who.all_sides(one.opened.seats)}]
    if not knows or not ended or not joint or joint[-1] is not held:
        return
    proposed = dict.fromkeys(issue for one in view.facts.proposals.values() for issue in one.whole)
    read = {one.read.issue for id_, one in view.facts.points.items() if id_ in view.outcome.points}
    left = [issue for issue in proposed if issue not in view.outcome.settled and issue not in read]
    titles = {issue: line_of(who.public.issues[issue].title) for issue in left}
    if titles:
        claims = tuple(
            claim for issue, title in titles.items() for claim in _outcome(held, "not_agreed", title, issue=issue)
        )
        at = _last(meetings)
        yield Entered(f"Nothing was agreed on: {', '.join(titles.values())}.", "the trainer", at, claims, clock(at))


def _last(meetings: Meetings) -> datetime:
    """The moment up to which the seat knows how things stand."""
    return meetings.view.feed[-1][1].at


def read_backs(meetings: Meetings) -> Iterator[Paper]:
    """For each meeting in which points were read back the source with them: the host's communiqué, for those who heard it."""
    for id_, held in meetings.held.items():
        points = {key: one for key, one in meetings.view.facts.points.items() if one.meeting == id_}
        if not points:
            continue
        lines = [line for _, seen in meetings.view.feed for line in _lines(meetings, held, points, seen)]
        lines += [line for one in points.values() for line in _standing(meetings, held, one)]
        publisher = " and ".join(map(meetings.who.side, meetings.who.mediation)) or "The mediation"
        title = f"Communiqué: points read back in {held.title}"
        yield Paper(f"{held.key}-points", publisher, title, "mediator", held.readers, "after", lines)


def _lines(meetings: Meetings, held: Held, points: dict[str, PointFacts], seen: SeenEvent) -> Iterator[Entered]:
    what, who = seen.what, meetings.who
    match what:
        case e.PointsRead() if what.meeting == held.opened.meeting:
            for point in what.points:
                text = f"{who.name(what.by)} reads as {point.kind}: “{line_of(point.words)}”"
                yield Entered(text, who.name(what.by), seen.at, (), clock(seen.at))
        case e.PointConfirmed() if what.point in points:
            pending = ", ad referendum" if what.ad_referendum else ""
            text = f"{who.name(what.by)} confirms{pending}: “{line_of(points[what.point].read.words)}”"
            yield Entered(text, who.name(what.by), seen.at, (), clock(seen.at))
        case e.PointObjected() if what.point in points:
            yield _objected(meetings, held, points[what.point], what, seen.at)
        case e.Settled() if what.about in points:
            does = "confirms" if what.confirmed else "does not confirm"
            text = f"The principal of {who.side(what.party)} {does}: “{line_of(points[what.about].read.words)}”"
            yield Entered(text, who.side(what.party), seen.at, (), clock(seen.at))


def _objected(meetings: Meetings, held: Held, point: PointFacts, what: e.PointObjected, at: datetime) -> Entered:
    who = meetings.who
    text = f"{who.name(what.by)} objects to “{line_of(point.read.words)}”: “{line_of(what.words)}”"
    return Entered(text, who.name(what.by), at, (_told(held, text),), clock(at))


def _told(held: Held, text: str) -> Told:
    """A claim on the read-back alone, with which no other source's can be at odds."""
    about = f"Points read back in {held.title}"
    return Told({"type": "context", "subject": about, "predicate": "told", "value": text})


def _standing(meetings: Meetings, held: Held, point: PointFacts) -> Iterator[Entered]:
    stands = point.standing(meetings.who.public.parties)
    words, kind, at = line_of(point.read.words).removesuffix("."), point.read.kind, _last(meetings)
    if stands not in ("confirmed", "ad referendum"):
        claims: Iterator[Told] = iter(())
        text = f"Read as {kind}, and not confirmed by every party: {words}."
    elif kind == "not agreed" and point.read.issue in meetings.view.outcome.settled:
        text = f"Read as not agreed, and settled in the end: {words}."
        claims = iter((_told(held, text),))
    else:
        pending = PENDING if stands == "ad referendum" else ""
        text = f"{kind.capitalize()}: {words}{pending}, confirmed by every party."
        claims = (
            _confirmed(meetings, held, point, words, pending) if kind in _PREDICATES else iter((_told(held, text),))
        )
    yield Entered(text, " and ".join(map(meetings.who.side, meetings.who.mediation)), at, tuple(claims), clock(at))


def _confirmed(meetings: Meetings, held: Held, point: PointFacts, words: str, pending: str) -> Iterator[Told]:
    """The claims of a point; of one that reads a proposal back in its own words a claim for each answer."""
    proposal = meetings.view.facts.proposals.get(point.read.proposal or "")
    if point.read.kind == "agreed" and proposal is not None and words == meetings.who.package(proposal.whole):
        for answer in proposal.whole.items():
            yield from _answer(meetings, held, answer, pending)
        return
    yield from _outcome(held, _PREDICATES[point.read.kind], words + pending, **_on(point))


def _on(point: PointFacts) -> dict[str, str]:
    """On which issue a point is, and which answer it takes, as far as it is one."""
    return {key: value for key in ("issue", "option") if (value := getattr(point.read, key, None))}


def _outcome(
    held: Held, predicate: Literal["agreed", "not_agreed", "next"], value: str, *, words: str = "", **given: str
) -> Iterator[Told]:
    """The claim, in a form that is read as what it says; `words`: those of the line on which it stands, if not its value."""
    for told in (_inside(value), f"the point “{value}”"):
        claim: dict[str, Any] = {"type": "outcome", "subject": held.key, "predicate": predicate, "value": told, **given}
        said = polarity(Claim(id="x", source="x", words=value, entered_by="x", **claim))
        if said.denies == (predicate == "not_agreed") and said.sign != "open" and not said.general:
            yield Told(claim, words or value)
            return


_SMALL = frozenset({"The", "A", "An", "They", "Both", "We", "It", "Each", "All"})


def _inside(value: str) -> str:
    """The words as they stand within a sentence: `They meet again` follows on `Next,`."""
    first = value.split(" ", 1)[0]
    return value[:1].lower() + value[1:] if first in _SMALL else value
