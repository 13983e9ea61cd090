"""The forms in which days are printed, as patterns made from a language's names. The named groups are what `reading` reads:

day, month, number (a month in digits), worded (a day as a word), year, short (a year of two digits), last (the end of a range within one month, or after `both` a second day), first and second (of a date with slashes,
whose order is not known), weekday, ordinal, only (a month alone), shift, ago.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from .names import names_of

_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)"
_NUMERIC = (
    rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)",
    rf"(?<!/)(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{_YEAR}(?!/)",
    rf"(?P<day>\d{{1,2}})\.(?P<number>\d{{1,2}})\.{_YEAR}",
)


@dataclass(frozen=True, slots=True)
class Forms:
    """The patterns of one language: days in the order in which they are tried, what announces, and what joins two into a range."""

    days: tuple[re.Pattern[str], ...]
    coming: re.Pattern[str]
    """Words by which what is told lies ahead."""
    joins: re.Pattern[str]
    """All that stands between the two days of a range."""
    opens: re.Pattern[str]
    """What may stand before a range; a join of `and` needs it."""


@lru_cache(maxsize=8)
def forms_of(language: str) -> Forms:
    """The patterns of a language; KeyError for one that is not known here."""
    patterns = _english() if language == "en" else _other(language)
    days = tuple(re.compile(rf"(?<![\w.-]){pattern}(?!\w)", flags) for pattern, flags in patterns)
    coming, joins, opens = (re.compile(table[language]) for table in (_COMING, _JOINS, _OPENS))
    return Forms(days, coming, joins, opens)


def _names(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
        " seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth"
        " twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(), 1)
}  # fmt: skip
"""Days of a month as words: `the eighth of August`."""
_SHORT = r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?"


def _english() -> list[tuple[str, int]]:
    names = names_of("en")
    full = _names(name.title() for name in names.months if len(name) > 4 or name in ("may", "june", "july"))
    month = rf"(?P<month>{full}|{_SHORT})"
    capitals = rf"(?P<month>{_names(name.upper() for name in names.months)})"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    weekday = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    week = rf"(?:(?:on )?{weekday},? (?:the )?)?"
    span = r"(?:\s?(?:-|–|to|until|through|(?P<both>and)) ?(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
    shifts = _names(names.shifts)
    return [
        *((numeric, 0) for numeric in _NUMERIC[:2]),
        (rf"{week}{day}{span} (?:of )?{month},? {_YEAR}", 0),
        (rf"{week}{month} {day}{span},? {_YEAR}", 0),
        (rf"{week}{day}{span} (?:of )?{month}", 0),
        (rf"{week}{month} {day}{span}", 0),
        (rf"{week}{day} {capitals},? {_YEAR}", 0),
        (rf"{week}{capitals} {day},? {_YEAR}", 0),
        # The date-time group of a cable: day, hour and minute, zone, month, year.
        (rf"(?P<day>\d\d)\d{{4}}[A-Z]? {capitals} (?P<short>\d\d)", 0),
        (rf"{week}(?:the )?(?P<worded>{_names(ORDINALS)})(?: day)? of {month}(?:,? {_YEAR})?", re.I),
        (rf"{month},? {_YEAR}", 0),
        (_NUMERIC[2], 0),
        (rf"(?P<weekday>{weekday})", 0),
        (r"the (?P<ordinal>\d{1,2})(?:st|nd|rd|th)", 0),
        (rf"(?:in|late|early|mid|for|by|until|since|of|end of|next|last)[ -](?P<only>{full}|{_SHORT})", 0),
        (rf"(?P<shift>{shifts})", re.I),
        (r"(?P<ago>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) days ago", re.I),
    ]


_AFTER_YEAR = {"uk": r"(?:\s(?:року|рр?\.))?", "ru": r"(?:\s(?:года|гг?\.))?", "tr": ""}
_AFTER_DAY = {"uk": r"(?:-?(?:го|ого|е))?", "ru": r"(?:-?(?:го|ого|е))?", "tr": ""}
_ONLY = {"uk": "у|в|до|з|наприкінці|на початку", "ru": "в|до|с|к|в конце|в начале", "tr": ""}
_AGO = {
    "uk": r"(?P<ago>\d{1,3}) д(?:ні|нів|ень) тому",
    "ru": r"(?P<ago>\d{1,3}) д(?:ня|ней|ень) назад",
    "tr": r"(?P<ago>\d{1,3}) gün önce",
}


def _other(language: str) -> list[tuple[str, int]]:
    names = names_of(language)
    month = rf"(?P<month>{_names(names.months)})"
    day = rf"(?P<day>\d{{1,2}}){_AFTER_DAY[language]}"
    weekdays = _names(names.weekdays).replace("'", "['’\u02bc]")
    year = _YEAR + _AFTER_YEAR[language]
    span = rf"(?:\s?(?:-|–|—|по|до|(?P<both>и|і|й|та|ve|ile)) ?(?P<last>\d{{1,2}}){_AFTER_DAY[language]})?"
    alone = (
        rf"(?:{_ONLY[language]}) (?P<only>{_names(names.months)})"
        if _ONLY[language]
        else rf"(?P<only>{_names(names.months)}) ayı\w*"
    )
    # `pazar` is a market and `salı` no name in small letters: in Turkish a weekday has its capital, or `günü` after it.
    week = (
        rf"(?P<weekday>{weekdays})"
        if language != "tr"
        else rf"(?P<weekday>(?:{weekdays})(?= gün)|(?-i:{_names(n.title() for n in names.weekdays)}))"
    )
    return [
        *((numeric, 0) for numeric in (_NUMERIC[0], _NUMERIC[2])),
        (rf"{day}{span} {month},? {year}", re.I),
        (rf"{day}{span} {month}", re.I),
        (rf"{month},? {year}", re.I),
        (week, re.I),
        (alone, re.I),
        (rf"(?P<shift>{_names(names.shifts)})", re.I),
        (_AGO[language], re.I),
    ]


# English is read as printed: `May` announces nothing.
_COMING = {
    "en": r"\b(?:will|shall|due|next|to be|expected|scheduled|planned|could|may|might|pencilled|set for|again|is to|are to)\b"
    r"|\b(?:by|until|before|from)(?: the)?(?: night of)? $",
    "uk": r"(?i)\b(?:буд(?:е|уть)|відбуд\w+|зустрінуться|заплан\w+|планує\w*|очіку\w+|наступн\w+|ма(?:є|ють) відбутися)\b",
    "ru": r"(?i)\b(?:буд(?:ет|ут)|состо(?:ится|ятся)|пройд[её]т|встретятся|заплан\w+|планиру\w+|ожида\w+|следующ\w+|намечен\w*)\b",
    "tr": r"(?i)\b(?:gelecek|önümüzdeki|planlan\w+|beklen\w+|\w+[ae]ca[kğ]\w*)\b",
}
_JOINS = {
    "en": r"\s?(?:-|–|—|to|until|till|through)\s?|(?P<both> and )",
    "uk": r"\s?(?:-|–|—|по|до)\s?|(?P<both> (?:і|й|та) )",
    "ru": r"\s?(?:-|–|—|по|до)\s?|(?P<both> и )",
    "tr": r"\s?(?:-|–|—)\s?|['’](?:dan|den|tan|ten)\s|(?P<both>['’]?\s?(?:ile|ve)\s)",
}
_OPENS = {
    "en": r"(?i)\bbetween (?:the )?$",
    "uk": r"(?i)\bміж $",
    "ru": r"(?i)\bмежду $",
    "tr": r"(?!)",  # in Turkish the word for `between` comes after both
}
