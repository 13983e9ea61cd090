"""The register of papers: what is open on a day, what a reader may see of it, and what must hold.

1. A paper is open for each who got it, from its day on, if an answer is awaited, until he hands over a paper that `answers` it,
   or it is `settled`. It is overdue from the day after the last on which it was due.
2. The team sees all. Anybody else sees a paper that he gave or got, unless its `readers` leave him out. Whoever got it does not
   see who else did; nobody sees the team's remarks, or an id that is not of what he sees.
3. Whom the talks keep from him no paper names to him: not as its bearer, not among those who got it; nor is one seen of which such
   a one is the giver, or the only one who got it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..documents import Document, excerpt
from ..errors import Problem
from ..record import Names
from ..talks import OWN, Paper, Papers, Talks
from .rights import TEAM, allows
from .validate import nearest, problem


@dataclass(frozen=True, slots=True)
class OpenPaper:
    """A paper to which somebody has not answered."""

    paper: Paper
    awaiting: tuple[str, ...]
    """Who has not."""
    overdue: int | None
    """Days since it was due, below nought where it is still to come; None where no day is set."""


def sides(talks: Talks) -> dict[str, str]:
    """For each person the party or third party for which he speaks."""
    names = Names.of(talks)
    return {key: side for key in talks.people if (side := names.party_of(key)) is not None}


def kept_from(talks: Talks, reader: str) -> frozenset[str]:
    """The parties, third parties and people of whom a reader is not to know."""
    known = {**talks.parties, **talks.third_parties, **talks.people}
    return frozenset(key for key, named in known.items() if not allows(named.readers, reader))


def seen_papers(
    papers: Papers, reader: str, speaks_for: Mapping[str, str] | None = None, hidden: frozenset[str] = frozenset()
) -> Papers:
    """The register as somebody may see it. `speaks_for`: for each person his side; what he gave or got, it did.

    `hidden`: whom the talks keep from him. For others than the team papers are numbered anew, so that no id and no gap tells of
    one that is not theirs.
    """
    if reader == TEAM:
        return papers
    own = speaks_for or {}
    shown = filter(None, (_without(paper, hidden) for paper in papers.papers))
    theirs = [paper for paper in shown if _holds(paper, reader, own) and allows(paper.readers, reader)]
    numbers = {paper.id: str(number) for number, paper in enumerate(theirs, 1)}
    return replace(papers, papers=tuple(_seen(paper, reader, own, numbers) for paper in theirs))


def _without(paper: Paper, hidden: frozenset[str]) -> Paper | None:
    """A paper without those who are kept from a reader; None where it cannot be told without them."""
    to = tuple(key for key in paper.to if key not in hidden)
    bearer = paper.handed_over_by if paper.handed_over_by not in hidden else None
    return None if paper.from_ in hidden or not to else replace(paper, to=to, handed_over_by=bearer)


def _holds(paper: Paper, reader: str, own: Mapping[str, str]) -> bool:
    return any(reader in (key, own.get(key)) for key in (paper.from_, *paper.to))


def _seen(paper: Paper, reader: str, own: Mapping[str, str], numbers: Mapping[str, str]) -> Paper:
    gave = reader in (paper.from_, own.get(paper.from_))
    to = paper.to if gave else tuple(key for key in paper.to if reader in (key, own.get(key)))
    return replace(
        paper, id=numbers[paper.id], to=to, answers=numbers.get(paper.answers or ""), source=None, note=None, readers=()
    )


def given_by(papers: Papers, day: date) -> tuple[Paper, ...]:
    """The papers that were handed over by a day; of which no day is said, were."""
    return tuple(paper for paper in papers.papers if paper.day.first is None or paper.day.first <= day)


def open_papers(papers: Papers, day: date, speaks_for: Mapping[str, str] | None = None) -> tuple[OpenPaper, ...]:
    """What is open on a day, the longest overdue first, then by the day it is due; what has no day comes last."""
    given = given_by(papers, day)
    found = [one for paper in given if (one := _open(paper, given, day, speaks_for or {})) is not None]
    return tuple(sorted(found, key=lambda one: (one.overdue is None, -(one.overdue or 0))))


def _open(paper: Paper, given: Sequence[Paper], day: date, own: Mapping[str, str]) -> OpenPaper | None:
    awaited = paper.awaits_answer or paper.answer_due.said
    if not awaited or (paper.settled.first is not None and paper.settled.first <= day):
        return None
    answered = {own.get(one.from_, one.from_) for one in given if one.answers == paper.id}
    awaiting = tuple(key for key in paper.to if own.get(key, key) not in answered)
    due = paper.answer_due.last
    return OpenPaper(paper, awaiting, (day - due).days if due is not None else None) if awaiting else None


def broken_papers(document: Document, papers: Papers, talks: Talks) -> Iterator[Problem]:
    """A problem for each id that stands twice or is none, each answer to nothing, and each day out of its order."""
    holders = {OWN, *talks.parties, *talks.third_parties, *talks.people}
    by_id = {paper.id: paper for paper in papers.papers}
    seen: set[str] = set()
    for index, paper in enumerate(papers.papers):
        steps = ("papers", index)
        if paper.id in seen:
            yield problem(document, (*steps, "id"), f"the id {excerpt(paper.id)} a second time", "each id once")
        seen.add(paper.id)
        yield from _holders(document, steps, paper, holders)
        if paper.answers is not None and (earlier := by_id.get(paper.answers)) is None:
            near = nearest(paper.answers, by_id)
            yield problem(document, (*steps, "answers"), excerpt(paper.answers), "an id of papers", nearest=near)
        elif paper.answers is not None and (paper.answers == paper.id or _before(paper, earlier)):
            found = f"an answer to {paper.answers}, handed over {earlier.day if earlier else ''}"
            yield problem(document, (*steps, "answers"), found, "an earlier paper")
        yield from _days(document, steps, paper)


def _before(paper: Paper, earlier: Paper | None) -> bool:
    if earlier is None or paper.day.last is None or earlier.day.first is None:
        return False
    return paper.day.last < earlier.day.first


def _holders(document: Document, steps: tuple[str, int], paper: Paper, holders: set[str]) -> Iterator[Problem]:
    named: list[tuple[tuple[str | int, ...], str]] = [(("from",), paper.from_)]
    named += [(("to", place), key) for place, key in enumerate(paper.to)]
    named += [(("handed_over_by",), paper.handed_over_by)] if paper.handed_over_by is not None else []
    for place, key in named:
        if key not in holders:
            expected = "team, or an id of parties, third_parties or people"
            yield problem(document, (*steps, *place), excerpt(key), expected, nearest=nearest(key, holders))
    if not paper.to:
        yield problem(document, (*steps, "to"), "nobody", "who got it")


def _days(document: Document, steps: tuple[str, int], paper: Paper) -> Iterator[Problem]:
    for key in ("answer_due", "settled"):
        day = getattr(paper, key)
        if day.last is not None and paper.day.first is not None and day.last < paper.day.first:
            found = f"{day}, before it was handed over ({paper.day})"
            yield problem(document, (*steps, key), found, "a day on or after that")
