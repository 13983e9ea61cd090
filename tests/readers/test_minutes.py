"""Minutes are made of what all who get them may read, and of nothing else: points, marks, title, and what was read back."""

from goodoffices.brief.context import Context
from goodoffices.brief.forms import outline_bytes
from goodoffices.brief.minutes import Page, minutes_data, minutes_outline, points_of
from goodoffices.case import Case
from goodoffices.case.minutes import digest, sides_of
from goodoffices.documents import json_text
from goodoffices.talks import Day, MinutesVersion

from ..amount import Cases
from .generated import pair
from .said import READER


def page_of(case: Case, meeting: str, version: MinutesVersion | None = None) -> str:
    """The page of a meeting, in words and as data."""
    context = Context.of(case)
    page = Page(context, meeting, version.points if version else points_of(context, meeting).all, version)
    outline = minutes_outline(page)
    return outline_bytes(".md", outline).decode() + json_text(minutes_data(page, outline))


def read_back(case: Case, meeting: str) -> MinutesVersion:
    points = points_of(Context.of(case), meeting).all
    day = Day.parse("2031-06-21")
    return MinutesVersion(version=1, state="read back", read_back=day, sha256=digest(points), points=points)


def test_nothing_on_minutes_comes_of_what_one_of_their_readers_may_not_read(cases: Cases) -> None:
    compared = 0
    for seed in range(cases(60, 1000)):
        made = pair(seed)
        for meeting in made.base.talks.meetings:
            sides = sides_of(made.base.talks, meeting)
            if READER in sides and sides == sides_of(made.full.talks, meeting):
                for version in (None, read_back(made.base, meeting)):
                    assert page_of(made.base, meeting, version) == page_of(made.full, meeting, version), (seed, meeting)
                compared += 1
    assert compared > 20
