"""Days as sentences print them: one way for all."""

from functools import lru_cache

from babel.dates import format_date

from ...talks import Day

_FORMS = {3: "d MMMM y", 2: "MMMM y", 1: "y"}


@lru_cache(maxsize=4096)
def day(when: Day) -> str:
    """A day in words: `16 May 2025`, `May 2025`, `about 16 May 2025`, `16 May 2025, 13:30+03:00`; `day not said`."""
    if when.first is None or when.last is None:
        return "day not said"
    about = "about " if when.text.startswith("about ") else ""
    date, _, time = when.text.removeprefix("about ").partition("T")
    middle = when.first + (when.last - when.first) / 2  # of `about`, whose span reaches to both sides
    form = _FORMS[len(date.split("-"))]
    return about + str(format_date(middle, form, "en_GB")) + (f", {time}" if time else "")


def on(when: Day) -> str:
    """A day as something happens on it: `on 16 May 2025`, `in May 2025`, `about 16 May 2025`; empty where it is not said."""
    if not when.said:
        return ""
    if when.text.startswith("about "):
        return day(when)
    return f"{'on' if when.exact else 'in'} {day(when)}"
