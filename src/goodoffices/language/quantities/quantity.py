"""Quantities in texts: numbers with a unit, as intervals, so that `about 500` and `512` do not conflict.

The words around a number widen it. Of Ukrainian, Russian and Turkish the digits are read with their scales and units, and what
`numerals` knows of words. A number that is not understood is simply not compared.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ..days.names import MONTHS
from ..folding import Span
from .numerals import Traced, digits
from .units import DAYS, MONEY, SCALES, SIGN, SIGN_AFTER, scale, units

INFINITY = float("inf")
_NUMBER = re.compile(r"(?<![\w.,])(\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\w|[.,]\d)")
# Elsewhere than in English a comma opens the decimals, and a full stop or a space parts the thousands.
_NUMBER_ELSEWHERE = re.compile(r"(?<![\w.,])(\d{1,3}(?:[. \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?!\w|[.,]\d)")
_ABOUT = frozenset("about around some roughly approximately nearly almost circa estimated".split())
_AT_LEAST = {"over", "above", "exceeding", "beyond"}
_HANDS = re.compile(r"(?:hand|turn|tak|took|giv|gave|sign|made?|mak)(?:e|s|ed|ing|en)?$", re.I)
"""Verbs that `over` is a part of: `they hand over 40 sheep`."""
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
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)\b(?:,? \d{{4}})?"
    r"|\b\d{4}-(?P<m3>\d{2})-(?P<d3>\d{2})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number between `low` and `high`, of any of the words in `units` (empty: the text names none), and where it stands."""

    low: float
    high: float
    units: frozenset[str]
    start: int = field(default=0, compare=False)
    """The first code point of the number in the text."""
    end: int = field(default=0, compare=False)
    """One past the last of the number and its scale."""

    def comparable(self, other: "Quantity") -> bool:
        """Whether both count the same kind of thing."""
        return bool(self.units & other.units) or not (self.units or other.units)

    def meets(self, other: "Quantity") -> bool:
        """Whether both can be the same number."""
        return self.low <= other.high and other.low <= self.high


@lru_cache(maxsize=65536)
def quantities(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """The quantities in a text, the ranges among them before the rest; in English a day of a month is one of the unit `date`.

    >>> [(q.low, q.high, sorted(q.units)) for q in quantities("a thousand prisoners on 14 February")]
    [(214.0, 214.0, ['date']), (1000.0, 1000.0, ['prison'])]
    >>> [(q.low, sorted(q.units), q.start, q.end) for q in quantities("2,5 млн гривень", "uk")]
    [(2500000.0, ['hryvnia'], 0, 7)]
    """
    if not any(c.isdigit() for c in text) and not (_NUMBER_WORDS.search(text) or language in ("uk", "ru")):
        return ()
    if language != "en":
        return tuple(_numbers(digits(_without_days(text, language), language), language))
    dates = tuple(map(_date, _DATE.finditer(text)))
    return dates + tuple(_numbers(_without_dates(text), language))


def _without_days(text: str, language: str) -> Traced:
    """Days are no numbers; who wants them asks for them."""
    from ..days.reading import days  # only for other languages: its patterns take their time

    found = days(text, language=language)
    return Traced.of(text).exchanged((d.start, d.end, " ; ") for d in found)


def without_quantities(text: str) -> str:
    """The English text with its dates and numbers taken out, for comparing the rest."""
    if not any(c.isdigit() for c in text) and not _NUMBER_WORDS.search(text):
        return text.replace("per cent", "percent")
    return _NUMBER.sub(" ", _without_dates(text).letters)


@lru_cache(maxsize=4096)
def _without_dates(text: str) -> Traced:
    """An English text without its dates, its numbers in digits; asked for twice, by words and by numbers, shortly after each other."""
    return digits(Traced.of(text).sub(_DATE, " ; ").sub(_SHORT, _written_out))


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
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|million|billion|dozen)|%",
    re.I,
)
# `$4.2m`; without the sign of money it might be metres.
_SHORT = re.compile(r"(?P<sign>[$€£₴₽₺]\s?\d+(?:[.,]\d+)*)\s?(?P<scale>m|mn|bn|k)\b")
_SCALE_OF = {"m": "million", "mn": "million", "bn": "billion", "k": "thousand"}


def _written_out(match: re.Match[str]) -> str:
    return f"{match['sign']} {_SCALE_OF[match['scale']]}"


def _date(match: re.Match[str]) -> Quantity:
    month = match["m1"] or match["m2"]
    number = MONTHS[month.lower()] if month else int(match["m3"])
    day = int(match["d1"] or match["d2"] or match["d3"])
    return Quantity(number * 100.0 + day, number * 100.0 + day, frozenset({"date"}), *match.span())


_N = r"(\d+(?:\.\d+)?)"
_RANGE = re.compile(rf"\b(?:(?:between )?{_N} ?[-–] ?{_N}|between {_N} and {_N}|{_N} to {_N})\b")
_AROUND = 80
"""Letters before and after a number among which the words that tell of it are looked for."""


def _numbers(text: Traced, language: str) -> Iterator[Quantity]:
    """Ranges first (`10-15 people`, `between 10 and 15 people`, `5 to 10 days`), then what is left."""
    for match in _RANGE.finditer(text.letters):
        low, high = sorted(float(n) for n in match.groups() if n)
        least, most = (_quantity(text, n, (match.start(), match.end()), language, bare=True) for n in (low, high))
        yield Quantity(least.low, most.high, least.units, least.start, least.end)
    rest = text.sub(_RANGE, " ; ")
    for match in (_NUMBER if language == "en" else _NUMBER_ELSEWHERE).finditer(rest.letters):
        if not _multiplies(rest.letters, match):
            yield _quantity(rest, _number(match[0], language), match.span(), language)


def _number(printed: str, language: str) -> float:
    if language == "en":
        return float(re.sub(r"[, \u00a0\u202f]", "", printed))
    return float(re.sub(r"[. \u00a0\u202f]", "", printed).replace(",", "."))


def _multiplies(text: str, match: re.Match[str]) -> bool:
    """Whether a number is the scale of the one before it: `text2num` writes `2 million` as `2 1000000`."""
    before = text[max(match.start() - 2, 0) : match.start()]
    return match[0] in {"100", "1000", "1000000", "1000000000"} and re.fullmatch(r"\d ", before) is not None


def _quantity(text: Traced, number: float, place: tuple[int, int], language: str, *, bare: bool = False) -> Quantity:
    """A number with the words around it; a `bare` one is not widened."""
    start, end = place
    before = text.letters[max(start - _AROUND, 0) : start]
    after = list(re.finditer(r"[\w%]+", text.letters[end : end + _AROUND]))[:4]
    words = [m[0].lower() for m in after]
    if words and words[0].isdigit() and float(words[0]) in SCALES.values():
        words[0] = next(name for name, by in SCALES.items() if by == float(words[0]))
    by = scale(words[0], language) if words else None
    if by is not None:
        number, end = number * by, end + after[0].end()
        words = words[1:]
    low, high = (
        (number, number)
        if bare
        else _widened(number, [w for w in re.findall("[a-z]+", before.lower()) if w != "a"][-3:])
    )
    return _counted(low, high, units(words, language) | _money(text.letters, start, end), text.span(start, end))


def _money(text: str, start: int, end: int) -> frozenset[str]:
    before, after = SIGN.search(text, max(start - 5, 0), start), SIGN_AFTER.match(text, end)
    return frozenset(MONEY[sign.strip()] for sign in (before and before[0], after and after[1]) if sign)


def _counted(low: float, high: float, named: frozenset[str], span: Span) -> Quantity:
    for unit in named & DAYS.keys():
        least, most = DAYS[unit]
        return Quantity(low * least, high * most, frozenset({"day"}), span.start, span.end)
    return Quantity(low, high, named, span.start, span.end)


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
    if word in _AT_LEAST and not _HANDS.match(before[-2] if len(before) > 1 else ""):
        return number, INFINITY
    if word in _AT_MOST:
        return 0.0, number
    return number, number


def numerals(text: str) -> frozenset[str]:
    """The numbers of an English text in digits, also of those that it writes in words; no digit of the text is left out.

    >>> sorted(numerals("1,000 of two million, and thirty days"))
    ['1000', '2000000', '30']
    >>> sorted(numerals("three million 100,000, and 5,00 of the 2nd"))
    ['100000', '2', '3000000', '5,00']
    """
    short = Traced.of(text.replace("-", " ")).sub(_SHORT, _written_out)
    plain = _SCALED.sub(lambda m: _plain(float(m[1]) * int(m[2])), digits(short).letters)
    read = frozenset(_plain(_number(m[0], "en")) for m in _NUMBER.finditer(plain) if len(m[0]) < _LONGEST)
    # What is asked here is whether another text has these numbers: one that cannot be read must stand there as it is printed.
    unread = _NUMBER.sub(lambda m: " " if len(m[0]) < _LONGEST else m[0], short.letters)
    return read | frozenset(m[0].rstrip(".,") for m in _DIGITS.finditer(unread))


_DIGITS = re.compile(r"(?<!\w)\d[\d.,]*")  # the 7 of `G7` belongs to a name
_LONGEST = 30
_SCALED = re.compile(r"(\d+(?:\.\d+)?) (1000000000|1000000|1000|100)\b(?![.,]\d)")


def _plain(number: float) -> str:
    return f"{number:.6f}".rstrip("0").rstrip(".")
