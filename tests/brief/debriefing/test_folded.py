"""A long day on the screen: folded by phase, nothing left out, what turned in the open; a short one as it was."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from goodoffices.brief.debriefing import HeldTable, debriefing_outline
from goodoffices.brief.debriefing.course import course
from goodoffices.brief.forms import outline_bytes
from goodoffices.brief.outline import Bullets, Figure, Outline, Table
from goodoffices.case import read_case
from goodoffices.case.held import setting_of
from goodoffices.proceedings import acts as a
from goodoffices.proceedings import events as e
from goodoffices.stand_ins import hold_day
from goodoffices.synthesis.export import Sides

from ...case.cases import TWO_VALLEYS
from ...proceedings.valley_talks import Day
from ...synthesis.export.held import a_day
from .held_tables import ended, section, table, words

FOLDED = ("course-1", "proposed-1", "known-1", "messages-1")


@cache
def long_day() -> HeldTable:
    """A day of the two valleys by programs alone."""
    case = read_case(TWO_VALLEYS)
    talks, setting = case.talks, setting_of(case)
    return HeldTable(1, setting, Sides(talks.parties, talks.third_parties), hold_day(setting, seed=3).events)


@cache
def long_pages() -> Outline:
    return debriefing_outline([long_day()])


def phases() -> list[str]:
    return [phase.title or phase.kind for phase in long_day().public.phases.values()]


@pytest.mark.parametrize("id_", FOLDED)
def test_a_long_section_is_folded_by_phase_in_their_order(id_: str) -> None:
    blocks = [one for one in section(long_pages(), id_).blocks if isinstance(one, Bullets | Table) and one.fold]
    titles = [re.sub(r", \d+:\d\d to \d+:\d\d$", "", one.title) for one in blocks]
    assert len(titles) > 1
    assert titles == [name for name in phases() if name in titles]


def test_nothing_of_the_course_is_left_out_and_each_line_lies_within_its_phase() -> None:
    day = long_day()
    folded = [one for one in course(day, 1).blocks if isinstance(one, Bullets) and one.fold]
    told = [line for block in folded for line in block.lines]
    kinds = (
        e.Proposed,
        e.Amended,
        e.Withdrawn,
        e.Answered,
        e.Settled,
        e.NewsCame,
        e.PointsRead,
        e.PointObjected,
        e.MeetingOpened,
    )
    happened = [event for event in day.events if isinstance(event.what, (*kinds, e.Begun, e.PhaseEntered, e.Ended))]
    assert [line.lead for line in told] == [day.clock(event.at) for event in happened]
    for block in folded:
        start, end = (_minutes(clock) for clock in re.findall(r"\d+:\d\d", block.title)[-2:])
        assert all(start <= _minutes(line.lead) <= end for line in block.lines)


def _minutes(clock: str) -> int:
    hours, minutes = map(int, clock.split(":"))
    return hours * 60 + minutes


def test_what_turned_is_open() -> None:
    [turned] = [one for one in section(long_pages(), "course-1").blocks if isinstance(one, Bullets) and not one.fold]
    assert turned.title == "Where it turned"
    assert sum("; with that all have accepted it" in line.text for line in turned.lines) == len(
        long_day().outcome.proposals
    )
    tables = [one for one in section(long_pages(), "proposed-1").blocks if isinstance(one, Table)]
    agreed = [any("agreed by all" in cell[0].text for row in one.rows for cell in row) for one in tables]
    assert [one.fold == "open" for one in tables] == agreed
    assert any(agreed)


def test_a_short_day_is_not_folded() -> None:
    pages = debriefing_outline([table(ended(a_day(), {}))])
    folds = {
        block.fold for one in pages.sections for block in one.blocks if isinstance(block, Bullets | Table | Figure)
    }
    assert folds == {""}


def test_who_accepts_what_it_had_refused_turned() -> None:
    day = Day().session()
    other = day.proposal("lower-head", mill="sold")
    proposal = day.proposal("lower-head", mill="closed")
    day.do(a.Refuse(by="upper-head", proposal=proposal))
    day.do(a.Accept(by="upper-head", proposal=proposal))
    day.do(a.Refuse(by="upper-head", proposal=other))
    found = words([section(debriefing_outline([table(ended(day, {}))]), "course-1")])
    turned = found[found.index("Where it turned") + 1 : found.index("What happened, by hours and minutes")]
    assert [one.partition(": ")[2] for one in turned] == [
        "Head of Upper Tavnis accepts proposal 2, which it had refused; with that all have accepted it"
    ]


def test_without_phases_by_when_meetings_began() -> None:
    day = long_day()
    bare = [one for one in day.events if not isinstance(one.what, e.PhaseEntered)]
    bare = [replace(one, what=replace(one.what, phase=None)) if isinstance(one.what, e.Begun) else one for one in bare]
    found = course(HeldTable(1, day.setting, day.sides, tuple(bare)), 1)
    titles = [one.title.rpartition(", ")[0] for one in found.blocks if isinstance(one, Bullets) and one.fold]
    opened = [one.what.meeting for one in bare if isinstance(one.what, e.MeetingOpened)]
    assert len(titles) > 3
    assert {*titles} <= {day.meetings.held[meeting].title for meeting in opened}


@pytest.mark.browser
def test_the_page_folds_without_a_script_and_a_browser_prints_all_of_it(browser: Browser, tmp_path: Path) -> None:
    html = outline_bytes(".html", long_pages()).decode()
    assert "<script" not in html
    file = tmp_path / "day.html"
    file.write_text(html, "utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 700}, java_script_enabled=False)
    try:
        page.goto(file.as_uri())
        first = page.locator("#course-1 details.fold:has(ul li .lead)").nth(3)
        last = first.locator("li").last
        assert not last.is_visible()
        first.locator("summary").click()
        assert last.is_visible()
        first.locator("summary").click()
        page.emulate_media(media="print")
        assert all(one.is_visible() for one in page.locator("#course-1 li").all())
        assert page.locator("#course-1").bounding_box()["width"] <= 360  # type: ignore[index]
    finally:
        page.close()
