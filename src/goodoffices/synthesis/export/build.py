"""Puts the sources, the claims and the talks of a case together from what one seat knows.

1. What is made comes of the seat's view alone: what that seat did not see is in no word, no number, no gap of it.
2. Sources that a reader may not have are left out before anything is numbered, and before anything is built.
3. The talks are built from the claims by the table of kinds; there is no second builder.
4. It is an exercise, and says so in its title and in every text.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

from ...case.seen.numbering import letters
from ...case.validate import from_plain
from ...case.write import document_text, entry_data
from ...documents import sha256_of
from ...proceedings import SeatView
from ...record import Record
from ...talks import MARK, OWN, TRAINER, Based, Judgement, Link, NoDeal, PartyPreferences, Preferences, Talks
from ..changes import Change
from ..index import Index
from ..offers import build
from .beside import others, press_lines
from .course import course
from .meetings import Meetings, may_read
from .paper import Paper, line_of
from .results import read_backs
from .transcript import transcripts
from .who import Sides, Who

AUTHOR = "the author of the exercise"


def export(view: SeatView, sides: Sides, reader: str = OWN) -> dict[str, bytes]:
    """The files of the case that a seat saw, or of it what a reader may have; path within the folder and contents."""
    who = Who(view.known.public, sides)
    meetings = Meetings(view, who, reader)
    papers = [one for one in _papers(meetings) if may_read(one.readers, reader)]
    texts = {one.file: one.text.encode() for one in papers}
    claims = [claim for number, one in enumerate(papers, 1) for claim in one.claims(letters(number))]
    sources = {one.key: one.source(sha256_of(texts[one.file])) for one in papers}
    record = Record(format="record/1", sources=sources, claims=tuple(claims))
    index = Index(_named(who), {claim.id: claim for claim in claims})
    build(index, claims)
    for held in meetings.held.values():  # what a meeting is called is no claim of anybody
        if index.at("meetings", held.key) is not None:
            index.make(Change("put", ("meetings", held.key, "title"), held.title))
    # Where one party has no points, its wishes would have to be invented.
    with_points = view.seat == TRAINER and reader == OWN and view.known.points.keys() == sides.parties.keys()
    talks = from_plain(Talks, index.plain)
    ties = tuple(Link(if_=tie.if_, then=tie.then, why=tie.why or TIED) for tie in view.known.public.ties)
    talks = replace(talks, links=(*ties, *(_red_lines(view, who) if with_points else ())))
    files = {"talks.yaml": document_text(_TALKS, entry_data(talks)).encode()}
    files["record.yaml"] = document_text(_RECORD, entry_data(record)).encode()
    if with_points:
        files["preferences.yaml"] = document_text(_POINTS, _exact(entry_data(_preferences(view)))).encode()
    return {**files, **texts}


TIED = "as the case says from the beginning"


def _papers(meetings: Meetings) -> Iterator[Paper]:
    yield from course(meetings)
    yield from transcripts(meetings)
    yield from read_backs(meetings)
    yield from press_lines(meetings)
    yield from others(meetings)


def _named(who: Who) -> Talks:
    """The talks of which nothing is told yet but who is who, and what is talked about."""
    title = line_of(who.public.title)
    return Talks(
        format="talks/1", title=title if MARK in title else f"{MARK}: {title}", exercise=True, parties=dict(who.sides.parties),
        third_parties=dict(who.sides.third_parties), people=who.people, issues=who.issues,
    )  # fmt: skip


def _red_lines(view: SeatView, who: Who) -> Iterator[Link]:
    """Beside points a red line has no place in preferences: what a party accepts in no package is tied to nothing."""
    for party, points in view.known.points.items():
        for issue, options in points.red_lines.items():
            for option in options:
                why = f"a red line of {who.side(party)}, as {AUTHOR} wrote it"
                yield Link(if_={issue: (option,)}, then={}, why=why)


def _preferences(view: SeatView) -> Preferences:
    """The points as the author wrote them, assumed by the author."""
    ground = Based(assumed=Judgement(by=AUTHOR, why="the points of the exercise"))
    return Preferences(
        format="preferences/1",
        parties={
            party: PartyPreferences(points=one.points, no_deal=NoDeal(value=one.no_deal), basis=ground)
            for party, one in view.known.points.items()
        },
    )


def _exact(value: Any) -> Any:
    """Exact numbers as a file has them: 3, or 1/2."""
    if isinstance(value, dict):
        return {key: _exact(inner) for key, inner in value.items()}
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else str(value)
    return value


_TALKS = f"""{MARK}: talks that were held to learn. The synthesis, built from the claims of record.yaml."""
_RECORD = f"""{MARK}: talks that were held to learn. The evidence: what was entered during the day, act by act, with its words."""
_POINTS = f"""{MARK}: what each option is worth to each party, as the author of the exercise wrote it."""
