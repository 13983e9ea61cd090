"""Days as sources give them: what is read, how far it reaches, and what is refused."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from goodoffices.talks import NOT_SAID, UNSAID, Day

READ = {
    "2025-05-16": ("2025-05-16", "2025-05-16"),
    "2025-05": ("2025-05-01", "2025-05-31"),
    "2025": ("2025-01-01", "2025-12-31"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2025-02": ("2025-02-01", "2025-02-28"),
    "1900-02": ("1900-02-01", "1900-02-28"),
    "2000-02": ("2000-02-01", "2000-02-29"),
    "2024-02-29": ("2024-02-29", "2024-02-29"),
    "2025-04": ("2025-04-01", "2025-04-30"),
    "2025-12": ("2025-12-01", "2025-12-31"),
    "0001": ("0001-01-01", "0001-12-31"),
    "9999": ("9999-01-01", "9999-12-31"),
    "9999-12-31": ("9999-12-31", "9999-12-31"),
    "about 2025-05-16": ("2025-05-13", "2025-05-19"),
    "about 2025-01-01": ("2024-12-29", "2025-01-04"),
    "about 2024-03-01": ("2024-02-27", "2024-03-04"),
    "about 2025-05": ("2025-03-31", "2025-07-01"),
    "about 2025": ("2024-01-01", "2027-01-01"),
    "about 0003": ("0001-12-31", "0004-12-31"),
    "about 9998-12-28": ("9998-12-25", "9998-12-31"),
    "2025-05-16T13:30+03:00": ("2025-05-16", "2025-05-16"),
    "2025-05-16T13:30Z": ("2025-05-16", "2025-05-16"),
    "2025-05-16T00:00-11:30": ("2025-05-16", "2025-05-16"),
    "2025-05-16T23:59+14:00": ("2025-05-16", "2025-05-16"),
    "about 2025-05-16T13:30Z": ("2025-05-13", "2025-05-19"),
}
FORM = "a day as 2025-05-16"
CALENDAR = "a day of the calendar"
TIME = "a time of day"
REFUSED = {
    "": FORM,
    " ": FORM,
    " 2025-05-16": FORM,
    "2025-05-16 ": FORM,
    "2025-05-16\n": FORM,
    "2025-5-16": FORM,
    "2025-05-1": FORM,
    "25-05-16": FORM,
    "20250516": FORM,
    "2025/05/16": FORM,
    "16.05.2025": FORM,
    "05-16-2025": FORM,
    "16 May 2025": FORM,
    "2025\u201305\u201316": FORM,
    "-2025": FORM,
    "+2025": FORM,
    "12025": FORM,
    "12025-05-16": FORM,
    "2025-W20": FORM,
    "2025-136": FORM,
    "today": FORM,
    "Not said": FORM,
    "not  said": FORM,
    "not said ": FORM,
    "unknown": FORM,
    "about": FORM,
    "about ": FORM,
    "About 2025": FORM,
    "about  2025": FORM,
    "about about 2025": FORM,
    "about not said": FORM,
    "c. 2025": FORM,
    "2025-05-16/2025-05-18": FORM,
    "2025-05T13:30Z": FORM,
    "2025-05-16T13:30": FORM,
    "2025-05-16 13:30Z": FORM,
    "2025-05-16T13Z": FORM,
    "2025-05-16T13:30:00Z": FORM,
    "2025-05-16t13:30z": FORM,
    "2025-05-16T13:30+3:00": FORM,
    "2025-05-16T13:30+0300": FORM,
    "٢٠٢٥-٠٥-١٦": FORM,
    "٢٠٢٥": FORM,
    "۲۰۲۵-۰۵-۱۶": FORM,
    "२०२५-०५-१६": FORM,
    "２０２５-０５-１６": FORM,
    "2025-05-1٦": FORM,
    "²025": FORM,
    "2025-05-16T1٣:30Z": FORM,
    "2025-05-16T13:30+0٣:00": FORM,
    "0000": CALENDAR,
    "0000-01-01": CALENDAR,
    "2025-00": CALENDAR,
    "2025-13": CALENDAR,
    "2025-99-01": CALENDAR,
    "2025-05-00": CALENDAR,
    "2025-05-32": CALENDAR,
    "2025-04-31": CALENDAR,
    "2025-02-29": CALENDAR,
    "1900-02-29": CALENDAR,
    "2025-16-05": CALENDAR,
    "about 2025-02-30": CALENDAR,
    "2025-05-16T24:00Z": TIME,
    "2025-05-16T25:00Z": TIME,
    "2025-05-16T13:60Z": TIME,
    "2025-05-16T13:30+24:00": TIME,
    "2025-05-16T13:30+03:60": TIME,
    "about 0001": "a year from 0002 to 9998",
    "about 0001-01-03": "a year from 0002 to 9998",
    "about 9999": "a year from 0002 to 9998",
    "about 9999-12": "a year from 0002 to 9998",
    "about 9999-12-31": "a year from 0002 to 9998",
}


@pytest.mark.parametrize(("text", "span"), READ.items(), ids=READ)
def test_a_day_lies_between_its_first_and_its_last(text: str, span: tuple[str, str]) -> None:
    day = Day.parse(text)
    assert (str(day.first), str(day.last)) == span
    assert day.said
    assert day.exact == (span[0] == span[1])


@pytest.mark.parametrize("text", [*READ, NOT_SAID])
def test_a_day_is_written_back_as_it_was_written(text: str) -> None:
    assert str(Day.parse(text)) == Day.parse(text).text == text
    adapter = TypeAdapter(Day)
    assert adapter.dump_python(adapter.validate_python(text), mode="json") == text
    assert adapter.validate_json(adapter.dump_json(Day.parse(text))) == Day.parse(text)


@pytest.mark.parametrize(("text", "sentence"), REFUSED.items(), ids=[ascii(text) for text in REFUSED])
def test_what_is_no_day_is_refused_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{sentence}"):
        Day.parse(text)
    with pytest.raises(ValidationError):
        TypeAdapter(Day).validate_python(text)


@pytest.mark.parametrize("value", [2025, 2025.5, None, True, date(2025, 5, 16), ["2025"]])
def test_only_text_is_a_day(value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Day).validate_python(value)


def test_a_day_not_said_has_no_span_and_is_by_no_day() -> None:
    day = Day.parse(NOT_SAID)
    assert day == UNSAID
    assert (day.first, day.last) == (None, None)
    assert not day.said
    assert not day.exact
    assert not day.by(date.max)


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("2025-05-16", "2025-05-16", True),
        ("2025-05-16", "2025-05-15", False),
        ("2025-05", "2025-05-30", False),
        ("2025-05", "2025-05-31", True),
        ("2025", "2025-12-30", False),
        ("2025", "2025-12-31", True),
        ("about 2025-05-16", "2025-05-18", False),
        ("about 2025-05-16", "2025-05-19", True),
        ("2025-05-16T23:59-11:00", "2025-05-16", True),
    ],
)
def test_a_day_is_by_another_only_when_it_lies_wholly_before_its_end(text: str, day: str, expected: bool) -> None:
    assert Day.parse(text).by(date.fromisoformat(day)) is expected


def test_months_follow_each_other_without_gap_or_overlap() -> None:
    months = [Day.parse(f"{year:04}-{month:02}") for year in (1899, 1900, 2023, 2024, 2025) for month in range(1, 13)]
    for now, then in pairwise(months):
        assert now.last is not None
        assert then.first is not None
        if then.first.year - now.last.year <= 1:
            assert then.first == now.last + timedelta(days=1)


@given(st.dates())
def test_every_day_of_the_calendar_is_read_and_lies_in_its_month_and_year(day: date) -> None:
    exact = Day.parse(day.isoformat())
    assert exact.first == exact.last == day
    for wider in (Day.parse(day.isoformat()[:7]), Day.parse(day.isoformat()[:4])):
        assert wider.first is not None
        assert wider.last is not None
        assert wider.first <= day <= wider.last
        assert not wider.exact


@given(st.dates(min_value=date(3, 1, 1), max_value=date(9997, 12, 31)), st.sampled_from([10, 7, 4]))
def test_about_reaches_to_both_sides(day: date, length: int) -> None:
    plain, about = Day.parse(day.isoformat()[:length]), Day.parse(f"about {day.isoformat()[:length]}")
    assert plain.first is not None
    assert plain.last is not None
    assert about.first is not None
    assert about.last is not None
    assert about.first < plain.first <= plain.last < about.last
    assert plain.first - about.first == about.last - plain.last


@given(st.text(max_size=24))
def test_any_text_is_read_or_refused_but_never_changed(text: str) -> None:
    told = ""
    try:
        read = Day.parse(text).text
    except ValueError as error:
        read, told = text, str(error)
    assert read == text
    assert told == "" or told.startswith(("a day", "a time", "a year"))
