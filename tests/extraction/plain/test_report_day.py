"""The report's own day, from which weekdays and days without a year are read."""

from datetime import date

import pytest

from goodoffices.extraction.roster.reading import report_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LOMÉ, 14 March 2031 (SP) — The two sides met.", date(2031, 3, 14)),
        ("The two sides met on 14 March 2031.", date(2031, 3, 14)),
        ("Talks end\nPublished: March 14, 2031", date(2031, 3, 14)),
        ("The two sides met on 14 March.", None),
        ("The two sides met.", None),
        (f"{'word ' * 40}on 14 March 2031", None),
        ("", None),
    ],
)
def test_it_is_the_first_full_day_of_the_first_lines(text: str, day: date | None) -> None:
    assert report_day(text) == day
