"""What did not happen in a meeting: press lines, messages through the mediation, what went to and from a principal, news."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from ...proceedings import Happening
from ...proceedings import events as e
from ...talks import EVERYBODY
from .course import clock
from .meetings import TEAM, Meetings
from .paper import Entered, Paper, Told, line_of

_BY_RULE = {
    "word for word": "word for word",
    "gist": "in its sense",
    "own idea": "as its own idea",
    "keep": "for itself",
}


def press_lines(meetings: Meetings) -> Iterator[Paper]:
    """For each side what it told the public, as it told it."""
    who = meetings.who
    lines: dict[str, list[Entered]] = {}
    for _, seen in meetings.view.feed:
        if isinstance(seen.what, e.PressLineGiven):
            side = who.of(seen.what.by)
            by = side or who.id(seen.what.by) or "trainer"
            lines.setdefault(by, []).extend(_press(meetings, side, seen.what, seen.at))
    for by, told in lines.items():
        mediates, publisher = by in who.mediation, who.side(by) or told[0].by
        title = "Communiqué of the mediation" if mediates else "Press line"
        side = "mediator" if mediates else by if who.side(by) else "press"
        yield Paper(f"press-{by}", publisher, title, side, (EVERYBODY,), "after", told)


def _press(meetings: Meetings, side: str | None, what: e.PressLineGiven, at: datetime) -> Iterator[Entered]:
    who = meetings.who
    for paragraph in filter(None, map(line_of, what.words.splitlines())):
        claim = {
            "type": "statement",
            "predicate": "said",
            "value": paragraph,
            "subject": side or who.id(what.by),
            "direct": True,
        }
        yield Entered(paragraph, who.name(what.by), at, (Told(claim),) if claim["subject"] else ())


def others(meetings: Meetings) -> Iterator[Paper]:
    """Messages, instructions and news, a source for all who share them."""
    papers: dict[str, Paper] = {}
    for _, seen in meetings.view.feed:
        if (write := _WRITE.get(type(seen.what))) is not None:
            empty, line = write(meetings, seen.what, seen.at)
            papers.setdefault(empty.key, empty).lines.append(line)
    yield from papers.values()


Written = tuple[Paper, Entered]


def _between(meetings: Meetings, side: str | None) -> tuple[str, ...]:
    """A side and the mediation."""
    return meetings.who.ordered({*meetings.who.mediation, *([side] if side else [])}) or TEAM


def _told(meetings: Meetings, paper: Paper, by: str, text: str, at: datetime) -> Written:
    """A line of a paper, with a claim on what the paper is about alone: no other source's can be at odds with it."""
    name = meetings.who.name(by)
    about = f"{paper.title}, {paper.publisher}"
    claim = {"type": "context", "subject": about, "predicate": "told", "value": f"{name} {text}"}
    return paper, Entered(f"{name} {text}", name, at, (Told(claim),), clock(at))


def _handed(meetings: Meetings, what: e.HandedOver, at: datetime) -> Written:
    who, words, side = meetings.who, line_of(what.words), meetings.who.of(what.by)
    paper = Paper(
        f"messages-{side or 'others'}", who.side(side) or "Seats without a side", "Messages given to the mediation",
        side or "press", _between(meetings, side),
    )  # fmt: skip
    text = f"gives a message to the mediation for {who.side(what.to)}, to be passed on {_BY_RULE[what.rule]}: {words}"
    return _told(meetings, paper, what.by, text, at)


def _carried(meetings: Meetings, what: e.Carried, at: datetime) -> Written:
    who, words = meetings.who, line_of(what.words)
    publisher = " and ".join(map(who.side, who.mediation)) or "The mediation"
    paper = Paper("carried", publisher, "What the mediation carried", "mediator", who.mediation or TEAM)
    return _told(meetings, paper, what.by, f"carries to {who.side(what.to)}: {words}", at)


def _received(meetings: Meetings, what: e.Received, at: datetime) -> Written:
    who, words = meetings.who, line_of(what.words)
    paper = Paper(
        f"received-{what.to}", who.side(what.to), "What the mediation brought", what.to, _between(meetings, what.to)
    )
    source = who.side(what.source) or (who.names.get(what.source or "") or "")
    from_ = f"from {source}{', word for word' if what.word_for_word else ''}" if source else "as an idea of its own"
    return _told(meetings, paper, what.by, f"brings to {who.side(what.to)} {from_}: {words}", at)


def _with_principal(meetings: Meetings, party: str) -> Paper:
    who = meetings.who
    readers = who.ordered({party}) or TEAM
    return Paper(f"instructions-{party}", who.side(party), "The delegation and its principal", party, readers)


def _referred(meetings: Meetings, what: e.Referred, at: datetime) -> Written:
    who = meetings.who
    package = f"{who.package(what.package)}{', accepted ad referendum' if what.ad_referendum else ''}"
    value = ". ".join(filter(None, (package if what.package else "", line_of(what.words))))
    return _told(meetings, _with_principal(meetings, what.party), what.by, f"lays before the principal: {value}", at)


def _instructed(meetings: Meetings, what: e.Instructed, at: datetime) -> Written:
    who, words = meetings.who, line_of(what.words)
    wider = "; ".join(who.option(what.issue, one) for one in what.options) if what.issue else ""
    about = f" ({who.issues[what.issue].title}: {wider})" if what.issue else _about(meetings, what.referral)
    does = {"confirm": "confirms", "refuse": "does not confirm", "widen": "widens the mandate"}[what.answer]
    text = f"{does}{about}" + (f": {words}" if words else "")
    return _told(meetings, _with_principal(meetings, what.party), what.by, text, at)


def _about(meetings: Meetings, referral: str | None) -> str:
    there = meetings.view.facts.referrals.get(referral or "")
    return f" ({meetings.who.package(there.referred.package)})" if there and there.referred.package else ""


def _warned(meetings: Meetings, what: e.Warned, at: datetime) -> Written:
    who = meetings.who
    beyond = "; ".join(f"{who.package({one.issue: one.option})}: {one.why}" for one in what.beyond)
    text = f"Warning: {who.name(what.by)} went beyond the mandate ({beyond})."
    party = who.of(what.by) or ""
    return _with_principal(meetings, party), Entered(text, "the trainer", at, (), clock(at))


def _news(meetings: Meetings, what: e.NewsCame, at: datetime) -> Written:
    who, words, source = meetings.who, line_of(what.text), line_of(what.source)
    # Who else got it the seat does not know.
    readers = who.all_sides((meetings.view.seat,)) if meetings.view.seat in who.names else ()
    paper = Paper("news", PUBLISHER_OF_NEWS, "News that came in", "press", readers or TEAM)
    claim = {"type": "context", "subject": f"News from {source}", "predicate": "told", "value": words}
    return paper, Entered(f"{source}: {words}", "the trainer", at, (Told(claim, words),), clock(at))


PUBLISHER_OF_NEWS = "Record of the news"
_WRITE: dict[type[Happening], Callable[[Meetings, Any, datetime], Written]] = {
    e.HandedOver: _handed,
    e.Carried: _carried,
    e.Received: _received,
    e.Referred: _referred,
    e.Instructed: _instructed,
    e.Warned: _warned,
    e.NewsCame: _news,
}
