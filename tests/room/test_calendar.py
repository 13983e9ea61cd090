"""One calendar, that of the exercise: where it begins, and how it goes on."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.case import read_case
from goodoffices.room.calendar import first_day, of_the_exercise

from ..case.cases import ROOT
from .cases import make

NOW = datetime(2026, 11, 29, 14, 30, tzinfo=UTC)


VALLEYS = read_case(ROOT / "examples" / "two-valleys")


def test_a_day_begins_on_the_day_of_the_exercise_at_the_hour_that_it_is() -> None:
    assert str(first_day(VALLEYS)) == "2031-05-14"
    assert of_the_exercise(VALLEYS, (), lambda: NOW)() == datetime(2031, 5, 14, 14, 30, tzinfo=UTC)


def test_where_no_meeting_has_a_day_it_is_today(tmp_path: Path) -> None:
    case = read_case(make(tmp_path / "case"))
    assert first_day(case) is None
    assert of_the_exercise(case, (), lambda: NOW)() == NOW


@pytest.mark.parametrize(
    ("last", "then"),
    [
        (datetime(2031, 5, 14, 9, tzinfo=UTC), datetime(2031, 5, 14, 14, 30, tzinfo=UTC)),
        (datetime(2031, 5, 14, 16, tzinfo=UTC), datetime(2031, 5, 15, 14, 30, tzinfo=UTC)),
        # Begun before there was a calendar of its own.
        (datetime(2026, 11, 29, 14, tzinfo=UTC), NOW),
    ],
)
def test_what_was_begun_goes_on_by_its_own_calendar(last: datetime, then: datetime) -> None:
    assert of_the_exercise(VALLEYS, (last,), lambda: NOW)() == then


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)), st.integers(0, 10**6))
def test_it_never_goes_back_and_leaves_out_a_day_at_most(last: datetime, seconds: int) -> None:
    wall = [NOW]
    clock = of_the_exercise(VALLEYS, (last,), lambda: wall[0])
    assert last <= clock() < last + timedelta(days=1)
    before = clock()
    wall[0] += timedelta(seconds=seconds)
    assert clock() - before == timedelta(seconds=seconds)
