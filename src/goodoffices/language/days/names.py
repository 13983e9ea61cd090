"""The names of months and weekdays, and the words for days near today, in English, Ukrainian, Russian and Turkish.

English stands here: the names of CLDR (a test holds the two together) with the short forms that newspapers print besides;
loading `babel` for them would make every brief begin a twentieth of a second later. The others come from CLDR by `babel`, with
their cases, and the words for days near today from `dateparser`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import cast

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip
"""English names of months in small letters, with their numbers."""
WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
"""English names of weekdays in small letters; Monday is 0."""
SHIFTS = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "yesterday": -1, "last night": -1,
    "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip
"""English words for days near today, in days from today."""


# CLDR's names by context and width, of months and of weekdays.
_Widths = Mapping[str, Mapping[str, Mapping[int, str]]]
_Calendar = tuple[_Widths, _Widths]


@dataclass(frozen=True, slots=True)
class Names:
    """What one language calls months, weekdays, and days near today; all in small letters with plain apostrophes."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    shifts: Mapping[str, int]


def is_month(word: str) -> bool:
    """Whether a word is the English name of a month."""
    return word.lower() in MONTHS


@lru_cache(maxsize=8)
def names_of(language: str) -> Names:
    """The names in a language; KeyError for a language that is not known here."""
    if language == "en":
        return Names(MONTHS, WEEKDAYS, SHIFTS)
    cases = _CASES[language]
    from babel import Locale  # only for other languages: a twentieth of a second

    locale = Locale(language)
    calendar = cast("_Calendar", (locale.months, locale.days))
    months: dict[str, int] = {}
    for context in ("stand-alone", "format"):
        for number, name in calendar[0][context]["wide"].items():
            months |= dict.fromkeys(cases(name.lower()), number)
    # A short form that is also a word (`бер`, `Mar`) would be read into other words; with its stop it is one.
    short = calendar[0]["format"]["abbreviated"].items()
    months |= {name.lower(): number for number, name in short if name.endswith(".")}
    weekdays = {form: number for number, name in calendar[1]["format"]["wide"].items() for form in cases(name.lower())}
    return Names(months, {_plain(name): number for name, number in weekdays.items()}, _shifts(language))


def _plain(name: str) -> str:
    return name.replace("\u02bc", "'").replace("’", "'")


_SHIFT = re.compile(r"(?P<ago>\d) day ago|in (?P<ahead>\d) day")


def _shifts(language: str) -> dict[str, int]:
    # Only for other languages: a tenth of a second.
    listed = import_module(f"dateparser.data.date_translation_data.{language}").info["relative-type"]
    matches = ((_SHIFT.fullmatch(when), words) for when, words in listed.items())
    # `geçen gün` is the other day as often as yesterday.
    return {
        w: -int(m["ago"]) if m["ago"] else int(m["ahead"]) for m, words in matches if m for w in words if " " not in w
    }


def _slavic(name: str) -> set[str]:
    """A name in the cases in which reports print days: травень, травня, травні; пятница, пятницу, пятницы."""
    last = name[-1]
    forms = {name, _plain(name)}
    endings = {"а": "а у и і ы", "я": "я ю і и", "ь": "ь я і е", "й": "й я е", "е": "е я"}
    base = _plain(name)
    if last in endings:
        forms |= {base[:-1] + ending for ending in endings[last].split()}
    elif base.endswith("ок"):
        forms |= {base[:-2] + ending for ending in "ок ка ку кі ки".split()}
    else:
        forms |= {base + ending for ending in ("", "а", "у", "і", "е")}
    if base.endswith("ого"):  # лютого
        forms |= {base[:-3] + ending for ending in ("ий", "ого", "ому", "им")}
    return forms


_CASES: Mapping[str, Callable[[str], set[str]]] = {"uk": _slavic, "ru": _slavic, "tr": lambda name: {name}}
LANGUAGES = ("en", *_CASES)
"""The languages whose days are read."""
