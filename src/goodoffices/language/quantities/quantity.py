"""Quantities in short texts: numbers with a unit, as intervals, so that `about 500` and `512` do not conflict.

Words become digits by `text2num`; the words around a number widen it. English only: values are entered in English, and a
number that is not understood is simply not compared.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from text_to_num import alpha2digit

from .stems import meaning

INFINITY = float("inf")
_NUMBER = re.compile(r"(?<![\w.,])(\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\w|[.,]\d)")
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "m": 1e6,
    "dozen": 12.0,
    "dozens": 12.0,
}
_ABOUT = frozenset("about around some roughly approximately nearly almost circa estimated".split())
_AT_LEAST = {"over", "above", "exceeding", "beyond"}
_AT_MOST = {"under", "below"}
_PAIRS = {
    ("more", "than"): (1.0, INFINITY),
    ("at", "least"): (1.0, INFINITY),
    ("less", "than"): (0.0, 1.0),
    ("fewer", "than"): (0.0, 1.0),
    ("at", "most"): (0.0, 1.0),
    ("up", "to"): (0.0, 1.0),
    ("close", "to"): (0.9, 1.1),
}
# Calendar units differ in length; an interval says how much.
_DAYS = {"day": (1.0, 1.0), "week": (7.0, 7.0), "month": (28.0, 31.0), "year": (365.0, 366.0)}
_NO_UNIT = frozenset("for of and to in on at from by or the a an with between were was had have".split())
MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)\b(?:,? \d{{4}})?"
    r"|\b\d{4}-(?P<m3>\d{2})-(?P<d3>\d{2})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number between `low` and `high`, of any of the words in `units` (empty: the text names none)."""

    low: float
    high: float
    units: frozenset[str]

    def comparable(self, other: "Quantity") -> bool:
        """Whether both count the same kind of thing."""
        return bool(self.units & other.units) or not (self.units or other.units)

    def meets(self, other: "Quantity") -> bool:
        """Whether both can be the same number."""
        return self.low <= other.high and other.low <= self.high

    def within(self, other: "Quantity") -> bool:
        """Whether this is at least as exact as the other, and fits it."""
        return other.low <= self.low and self.high <= other.high


@lru_cache(maxsize=65536)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities in a text, in its order; a day of a month counts as one of the unit `date`.

    >>> [(q.low, q.high, sorted(q.units)) for q in quantities("a thousand prisoners on 14 February")]
    [(214.0, 214.0, ['date']), (1000.0, 1000.0, ['prisoner'])]
    """
    if not any(c.isdigit() for c in text) and not _may_hold_number_words(text):
        return ()
    dates = tuple(map(_date, _DATE.finditer(text)))
    return dates + tuple(_numbers(_digits(_DATE.sub(" ; ", text))))


def without_quantities(text: str) -> str:
    """The text with its dates and numbers taken out, for comparing the rest."""
    return _NUMBER.sub(" ", _digits(_DATE.sub(" ", text)))


_HALF = re.compile(r"\b(\d+) and a half\b")
# `hundreds of people` is no number: read as 100 it would contradict `512 people`.
_VAGUE = re.compile(r"\b(?:(?:tens|dozens|hundreds|thousands|millions|billions) of )+", re.I)
_HYPHEN = re.compile(r"(?<=[a-z])-(?=(?:day|week|month|year|hour|minute)s?\b)", re.I)


def _digits(text: str) -> str:
    """Number words as digits: `two and a half thousand` becomes `2.5 1000`."""
    digits: str = alpha2digit(_HYPHEN.sub(" ", _VAGUE.sub(" ", text)), "en", 1.0)
    return _HALF.sub(r"\1.5", digits).replace("per cent", "percent").replace("%", " percent")


def conflict(a: str, b: str) -> bool:
    """Whether two texts give numbers of the same thing that cannot be the same."""
    left, right = quantities(a), quantities(b)
    for q in left:
        rivals = [r for r in right if q.comparable(r)]
        if rivals and not any(q.meets(r) for r in rivals):
            # `1,000 of 1,200` against `1,200`: a number that the other text also names elsewhere is no conflict.
            if all(any(r.meets(p) for p in left if p.comparable(r)) for r in rivals):
                continue
            return True
    return False


_NUMBER_WORDS = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|million|billion|dozen)",
    re.I,
)


def is_month(word: str) -> bool:
    """Whether a word is the English name of a month."""
    return word.lower() in MONTHS


def _may_hold_number_words(text: str) -> bool:
    return _NUMBER_WORDS.search(text) is not None


def _date(match: re.Match[str]) -> Quantity:
    month = match["m1"] or match["m2"]
    number = MONTHS[month.lower()] if month else int(match["m3"])
    day = int(match["d1"] or match["d2"] or match["d3"])
    return Quantity(number * 100.0 + day, number * 100.0 + day, frozenset({"date"}))


_N = r"(\d+(?:\.\d+)?)"
_RANGE = re.compile(rf"\b(?:(?:between )?{_N} ?[-–] ?{_N}|between {_N} and {_N}|{_N} to {_N})\b")


def _ranges(text: str) -> Iterator[Quantity]:
    """`10-15 people`, `between 10 and 15 people`, `5 to 10 days`."""
    for match in _RANGE.finditer(text):
        low, high = sorted(float(n) for n in match.groups() if n)
        after = re.findall(r"[\w%]+", text[match.end() :].lower())[:4]
        least, most = _quantity(low, [], after), _quantity(high, [], after)
        yield Quantity(least.low, most.high, least.units)


def _numbers(text: str) -> list[Quantity]:
    found = list(_ranges(text))
    text = _RANGE.sub(" ; ", text)
    for match in _NUMBER.finditer(text):
        before = [w for w in re.findall(r"[a-z]+", text[: match.start()].lower()) if w != "a"][-3:]
        after = re.findall(r"[\w%]+", text[match.end() :].lower())[:4]
        if len(after) and after[0].isdigit() and float(after[0]) in _SCALES.values():
            after[0] = next(name for name, scale in _SCALES.items() if scale == float(after[0]))
        if text[: match.start()].rstrip().endswith(tuple(_SCALES)) or _is_scale_of_previous(text, match):
            continue
        found.append(_quantity(float(re.sub(r"[, \u00a0\u202f]", "", match[0])), before, after))
    return found


def _is_scale_of_previous(text: str, match: re.Match[str]) -> bool:
    # text2num writes `2 million` as `2 1000000`: the second is a scale, not a number of its own.
    return (
        match[0] in {"100", "1000", "1000000", "1000000000"} and re.search(r"\d $", text[: match.start()]) is not None
    )


def _quantity(number: float, before: list[str], after: list[str]) -> Quantity:
    if after and after[0] in _SCALES:
        number, after = number * _SCALES[after[0]], after[1:]
    low, high = _widened(number, before)
    units = _units(after)
    for unit in units & _DAYS.keys():
        least, most = _DAYS[unit]
        return Quantity(low * least, high * most, frozenset({"day"}))
    return Quantity(low, high, units)


def _widened(number: float, before: list[str]) -> tuple[float, float]:
    pair = tuple(before[-2:])
    if pair in _PAIRS:
        low, high = _PAIRS[pair]
        if before[0] in ("no", "not"):  # `no more than` is at most, `not less than` at least
            low, high = (0.0, 1.0) if high == INFINITY else (1.0, INFINITY)
        return number * low, number * high if high < INFINITY else INFINITY
    word = before[-1] if before else ""
    if word in _ABOUT:
        return number * 0.9, number * 1.1
    if word in _AT_LEAST:
        return number, INFINITY
    if word in _AT_MOST:
        return 0.0, number
    return number, number


def _units(after: list[str]) -> frozenset[str]:
    """The words that may name what is counted: the next two, up to a word that ends the phrase."""
    units = []
    if after[:1] == ["of"]:  # `58 of the prisoners` counts prisoners
        after = [w for w in after[1:] if w not in {"the", "its", "their", "his", "her"}]
    for word in after[:2]:
        if word in _NO_UNIT or word.isdigit():
            break
        units.append(meaning(word))
    return frozenset(units)
