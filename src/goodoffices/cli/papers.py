"""`goodoffices papers`."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import typer

from ..brief.english import capital, counted, day, listed
from ..brief.phrases import Phrases
from ..case import Case, read_case
from ..case.papers import OpenPaper, given_by, kept_from, open_papers, seen_papers, sides
from ..case.rights import TEAM
from ..documents import json_text, visible
from ..talks import EVERYBODY, MARK, OWN, Day, Paper, Papers
from .days import read_day
from .failures import say
from .papers_entered import Wanted, enter
from .readers import require_reader

_NONE = Papers(format="papers/1")


def run(folder: Path, as_of: str | None, reader: str, wanted: Wanted, as_json: bool) -> None:
    """Write what is to be written; print what is open, then the other papers."""
    when = read_day("--as-of", as_of) if as_of is not None else date.today()
    case = read_case(folder)
    require_reader(case, reader)
    if (written := enter(case, wanted, when)) is not None:
        say(written)
        case = read_case(folder)
    own = sides(case.talks)
    papers = seen_papers(case.papers or _NONE, reader, own, kept_from(case.talks, reader))
    found = open_papers(papers, when, own)
    if as_json:
        typer.echo(json_text({"exercise": case.talks.exercise, **_data(case, papers, found, when, reader)}))
        return
    if case.talks.exercise:
        typer.echo(MARK)
    for line in _lines(case, papers, found, when, reader):
        typer.echo(visible(line))


def _lines(case: Case, papers: Papers, found: tuple[OpenPaper, ...], when: date, reader: str) -> Iterator[str]:
    phrases = Phrases(case)
    whom = {TEAM: "the team only", EVERYBODY: "everybody"}.get(reader, phrases.name(reader))
    yield f"Papers: {case.talks.title}. As of {_day(when)}. For {whom}.{f' {case.talks.stamp}' if case.talks.stamp else ''}"
    yield ""
    yield from (f"{capital(_due(one))}: {_told(phrases, one.paper)}. {_awaiting(phrases, one)}" for one in found)
    if not found:
        yield "No answer is awaited."
    open_ids = {one.paper.id for one in found}
    rest = [paper for paper in given_by(papers, when) if paper.id not in open_ids]
    if rest:
        yield ""
        yield f"No answer awaited to {counted(len(rest), 'paper')}:"
        by_id = {paper.id: paper for paper in papers.papers}
        yield from (f"  {_told(phrases, paper)}{_answers(by_id, paper)}." for paper in rest)


def _due(one: OpenPaper) -> str:
    match one.overdue:
        case None:
            return "no day set"
        case 0:
            return "due today"
        case late if late > 0:
            return f"overdue by {counted(late, 'day')}"
        case early:
            return f"due in {counted(-early, 'day')}"


def _told(phrases: Phrases, paper: Paper) -> str:
    """`Draft protocol (version 2), from the Saltmoor Office to Upper Tavnis, 15 May 2031, by the hand of Ilka Berend`."""
    version = f" (version {paper.version})" if paper.version else ""
    when = f", {day(paper.day)}" if paper.day.said else ""
    hand = f", by the hand of {_name(phrases, paper.handed_over_by)}" if paper.handed_over_by else ""
    to = listed(_name(phrases, key) for key in paper.to)
    return f"{paper.title}{version}, from {_name(phrases, paper.from_)} to {to}{when}{hand}"


def _awaiting(phrases: Phrases, one: OpenPaper) -> str:
    who = listed(_name(phrases, key) for key in one.awaiting)
    due = f"; due {day(one.paper.answer_due)}" if one.paper.answer_due.said else ""
    return f"Not answered by {who}{due}"


def _answers(by_id: Mapping[str, Paper], paper: Paper) -> str:
    earlier = by_id.get(paper.answers or "")
    version = f" (version {earlier.version})" if earlier and earlier.version else ""
    return f"; answers {earlier.title}{version}" if earlier else ""


def _name(phrases: Phrases, key: str) -> str:
    return "the team" if key == OWN else phrases.the(key)


def _day(when: date) -> str:
    return day(Day.parse(when.isoformat()))


def _data(case: Case, papers: Papers, found: tuple[OpenPaper, ...], when: date, reader: str) -> dict[str, Any]:
    """For others than the team with names in place of ids: the words of an id are the team's own."""
    late = {one.paper.id: one for one in found}
    phrases = Phrases(case)

    def called(key: str) -> str:
        return key if key in (OWN, EVERYBODY) or reader == TEAM else phrases.name(key)

    return {
        "as_of": when.isoformat(),
        "for": called(reader),
        "papers": [_paper(paper, late.get(paper.id), called) for paper in given_by(papers, when)],
    }


def _paper(paper: Paper, one: OpenPaper | None, called: Callable[[str], str]) -> dict[str, Any]:
    days = {"day": paper.day, "answer_due": paper.answer_due, "settled": paper.settled}
    return {
        "id": paper.id, "title": paper.title, "version": paper.version,
        "from": called(paper.from_), "to": [called(key) for key in paper.to],
        "handed_over_by": called(paper.handed_over_by) if paper.handed_over_by else None, "answers": paper.answers,
        **{key: value.text if value.said else None for key, value in days.items()},
        "not_answered_by": [called(key) for key in one.awaiting] if one is not None else [],
        "overdue_days": one.overdue if one is not None else None,
    }  # fmt: skip
