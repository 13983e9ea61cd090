"""Days as printed, and as the text of a `Day`."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.extraction.plain.story import report_day
from goodoffices.language.days.reading import days
from goodoffices.talks import Day

OWN = date(2031, 3, 14)  # a Friday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 3 May 2031", ["2031-05-03"]),
        ("on May 3, 2031", ["2031-05-03"]),
        ("on Saturday, 3 May 2031", ["2031-05-03"]),
        ("the 3rd of May, 2031", ["2031-05-03"]),
        ("2031-05-03", ["2031-05-03"]),
        ("03.05.2031", ["2031-05-03"]),
        ("from 7 to 9 October 2032", ["2032-10-07"]),
        ("in May 2031", ["2031-05"]),
        ("on 31 February 2031", []),
        ("in the spring", []),
        ("He may come.", []),
        ("May did not resign.", []),
    ],
)
def test_full_days_need_no_report_day(text, expected):
    assert [d.day for d in days(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Friday.", ["2031-03-14"]),
        ("They met on Thursday.", ["2031-03-13"]),
        ("They will meet on Monday.", ["2031-03-17"]),
        ("They met yesterday.", ["2031-03-13"]),
        ("They met on 2 March.", ["2031-03-02"]),
        ("The next round is due on 20 March.", ["2031-03-20"]),
        ("The next round is planned for January.", ["2032-01"]),
    ],
)
def test_days_without_a_year_are_read_from_the_report_day(text, expected):
    assert [d.day for d in days(text, OWN)] == expected


def test_a_weekday_without_a_report_day_stays_open():
    assert days("They met on Friday.") == []


def test_the_dateline_is_the_first_full_day():
    assert report_day("LOMÉ, 14 March 2031 (SP) — The two sides met.") == OWN
    assert report_day("The two sides met.") is None


@given(
    st.dates(date(1600, 1, 1), date(2199, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A, %d %B %Y"]),
)
def test_every_day_of_the_calendar_is_read_in_every_form(day, form):
    assert [d.day for d in days(day.strftime(form))] == [f"{day:%Y-%m-%d}"]


@given(st.text(max_size=200))
def test_whatever_is_found_is_a_day_and_stands_in_the_text(text):
    for found in days(text, OWN):
        assert Day.parse(found.day).said
        assert 0 <= found.start < found.end <= len(text)
