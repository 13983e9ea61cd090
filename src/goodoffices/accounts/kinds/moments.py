"""Days and hours that are told without their month: weekdays, the hour, the day of a month written out or alone."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from ...language.days.names import names_of
from ...language.days.reading import Dated
from ...language.folding import Span, fold
from ..align import Aligned
from ..model import Kind
from ..reading.once import once
from ..reading.passages import Account, Passage
from ..words import BEGINNING, class_of
from .values import Value, Verdict, at_one_end, meeting_at

WEEK, HOUR, DAY = "weekday", "hour", "day of the month"
_ABOUT = re.compile(
    r"\b(?:about|around|nearly|almost|close on|shortly|towards?|just|past|after|before|circa|roughly|soon)\s(?:\w+\s)?$",
    re.I,
)
_NEAR = 45
"""Minutes by which an hour that is told roughly may be another."""
_SMALL = {w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_WORD = "|".join(_SMALL)
_STEMS_OF_HOURS = {
    "uk": "перш друг трет четверт п'ят шост сьом восьм дев'ят десят одинадцят дванадцят",
    "ru": "час два три четыр пят шест сем восем девят десят одиннадцат двенадцат",
    "tr": "bir iki üç dört beş altı yedi sekiz dokuz on on_bir on_iki",
}
_ONES = {
    language: "|".join(
        sorted((w.replace("_", " ").replace("'", "['’ʼ]") for w in stems.split()), key=len, reverse=True)
    )
    for language, stems in _STEMS_OF_HOURS.items()
}
_HOURS = {
    "en": (
        rf"\b(?P<shift>half past|a?\s?quarter past|a?\s?quarter to)\s(?P<of>{_WORD}|\d\d?)\b"
        r"|\b(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?"
        rf"|\b(?P<clock>{_WORD}|\d\d?)\so['’]clock\b"
        rf"|(?<=\bat )(?P<bare>{_WORD})(?=[,.;:]|\s(?:in\sthe\s(?:morning|evening|afternoon)|sharp|this|on|and|to)\b)"
        r"|\b(?P<h3>[01]\d|2[0-3])(?P<m3>[0-5]\d)\s?(?:hours|hrs|h)\b"
        r"|(?<=\bat )(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)\b|(?<![\d.:])(?P<h2>[01]?\d|2[0-3]):(?P<m2>[0-5]\d)(?![\d:])"
        r"|\bat\s(?P<named>noon|midday|midnight)\b"
    ),
    "uk": rf"\b(?:о|об)\s(?P<said>{_ONES['uk']})\w{{1,3}}(?=\s(?:годин|ранку|вечора|дня|ночі)|[.,;:]|\s)|"
    r"\b(?:о|об|до|з|із)\s(?P<h>[01]?\d|2[0-3])(?:[:.](?P<m>[0-5]\d)|[-\s]?(?:й|ій|ї)?\s?(?:годин\w*))",
    "ru": rf"\b(?:в|с|к)\s(?P<said>{_ONES['ru']})\w{{0,2}}(?=\s(?:час|утра|вечера|дня|ночи|и\s)|[.,;:])|"
    r"\b(?:в|с|до|к)\s(?P<h>[01]?\d|2[0-3])(?:[:.](?P<m>[0-5]\d)|\s(?:час\w*))",
    "tr": rf"\bsaat\s(?P<said>{_ONES['tr']})\w{{0,3}}(?=[\s.,;])|"
    r"\bsaat\s(?P<h>[01]?\d|2[0-3])(?:[:.](?P<m>[0-5]\d))?(?=['’\s,.])",
}
_PARTS = re.compile(r"\b(?:in the|this|that|every)\s(?P<part>evening|afternoon|night)\b|\bat (?P<night>night)\b", re.I)
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINALS = {
    "en": {w: n for n, w in enumerate([*_UNITS, *"tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()], 1)}
    | {f"twenty-{w}": 20 + n for n, w in enumerate(_UNITS, 1)} | {f"twenty {w}": 20 + n for n, w in enumerate(_UNITS, 1)}
    | {"thirtieth": 30, "thirty-first": 31, "thirty first": 31},
    "uk": {}, "ru": {}, "tr": {},
}  # fmt: skip
_STEMS = {
    "uk": "перш друг трет четверт п'ят шост сьом восьм дев'ят десят одинадцят дванадцят тринадцят чотирнадцят п'ятнадцят шістнадцят сімнадцят вісімнадцят дев'ятнадцят двадцят",
    "ru": "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат",
}


class Moments:
    """Another weekday, hour or day of the month for one event."""

    kind: Kind = "day"

    def values(self, account: Account) -> Sequence[Value]:
        """The weekdays, hours and days of a month that stand alone, and what full days say of them."""
        return [v for p in account.passages for v in _of(p)]

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether both tell of one scale, and of one point on it."""
        (scale, number, alone, rough), (other_scale, other, other_alone, other_rough) = v.said, w.said
        if scale != other_scale or not (alone or other_alone) or not at_one_end(v, w):
            return None
        if _one(scale, number, other, rough or other_rough):
            return Verdict(True, 0.5)
        elsewhere = _told(aligned.b, scale, number) + _told(aligned.a, scale, other)
        apart = 0.5 * ((v.question == "next") != (w.question == "next"))
        return Verdict(
            False, (-0.1 if scale == WEEK else -0.2) - 0.4 * elsewhere - 0.2 * (not (alone and other_alone)) - apart
        )


def _one(scale: str, number: int, other: int, rough: bool) -> bool:
    if scale != HOUR:
        return number == other
    apart = abs(number - other)
    # `at four` may be in the afternoon.
    return min(apart, abs(apart - 720)) <= (_NEAR if rough else 0)


def _told(account: Account, scale: str, number: int) -> bool:
    return any(s == scale and n == number for s, n in _all(account))


@once
def _all(account: Account) -> frozenset[tuple[str, int]]:
    return frozenset((v.said[0], v.said[1]) for p in account.passages for v in _of(p))


def _of(p: Passage) -> Iterator[Value]:
    for span, scale, number, alone, rough in (*_weekdays(p), *hours(p), *_ordinals(p)):
        yield Value(p, span, (scale, number, alone, rough), _question(p, span, scale))


def _question(p: Passage, span: Span, scale: str) -> str:
    if scale == HOUR:
        clause = p.clause_at(span.start)
        begins = class_of(BEGINNING, p.language).search(p.text, clause.start - p.start, clause.end - p.start)
        return "begins" if begins and meeting_at(p, span) != "next" else ""
    asked = meeting_at(p, span)
    return f"met {scale}" if asked == "met" else asked


Found = tuple[Span, str, int, bool, bool]


def _weekdays(p: Passage) -> Iterator[Found]:
    dated = [d for d in p.days if len(d.day) == 10]
    for d in dated:
        if not any(map(str.isdigit, p.text[d.start - p.start : d.end - p.start])) and not d.last:
            if (m := _week(p.language).search(p.text, d.start - p.start, d.end - p.start)) is not None:
                yield Span(d.start, d.end), WEEK, _number(p.language, m[0]), True, False
        elif d.full or _has_month(p, d):
            when = date.fromisoformat(d.day)
            if d.full:
                yield Span(d.start, d.end), WEEK, when.weekday(), False, False
            yield Span(d.start, d.end), DAY, when.day, False, False
    for m in _week(p.language).finditer(p.text):
        start, end = p.start + m.start(), p.start + m.end()
        if not any(d.start <= start < d.end for d in dated):
            yield Span(start, end), WEEK, _number(p.language, m[0]), True, False


def _has_month(p: Passage, d: Dated) -> bool:
    said = p.text[d.start - p.start : d.end - p.start]
    return any(map(str.isdigit, said)) and any(len(w) > 2 and w.isalpha() for w in re.split(r"[\s.,]", said))


@lru_cache(maxsize=8)
def _week(language: str) -> re.Pattern[str]:
    if language == "en":
        return re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
    if language not in ("uk", "ru", "tr"):
        return re.compile(r"(?!)")
    named = "|".join(sorted((re.escape(w) for w in names_of(language).weekdays), key=len, reverse=True)).replace(
        "'", "['’\u02bc]"
    )
    return re.compile(rf"\b(?:{named})\b(?= gün)" if language == "tr" else rf"\b(?:{named})\b", re.I)


def _number(language: str, word: str) -> int:
    return names_of(language).weekdays[word.lower().replace("’", "'").replace("\u02bc", "'")]


def hours(p: Passage) -> Iterator[Found]:
    """The hours that a sentence names: where they stand, their scale, their minutes, and whether they are told roughly."""
    pattern = _HOURS.get(p.language)
    for m in re.finditer(pattern, p.text, re.I) if pattern else ():
        if m.start() == 0 and p.language == "en":  # the stamp of a live blog
            continue
        part = _PARTS.search(p.text, m.end(), m.end() + 24)
        minutes = _minutes({k: v for k, v in m.groupdict().items() if v})
        if minutes is not None:
            yield (
                Span(p.start + m.start(), p.start + m.end()), HOUR, minutes + 720 * bool(part and minutes < 720), True,
                _ABOUT.search(p.text, 0, m.start()) is not None,
            )  # fmt: skip


def _minutes(said: dict[str, str]) -> int | None:
    if "named" in said:
        return 0 if said["named"].lower() == "midnight" else 720
    if "said" in said:
        word = said["said"].lower().replace("’", "'").replace("\u02bc", "'").replace(" ", "_")
        return next(
            (n * 60 for stems in _STEMS_OF_HOURS.values() for n, w in enumerate(stems.split(), 1) if w == word), None
        )
    if "shift" in said:
        shift = 30 if "half" in said["shift"].lower() else 15 if "past" in said["shift"].lower() else -15
        return _hour(said["of"]) * 60 + shift
    hour = next((said[key] for key in ("hour", "clock", "bare", "h", "h2", "h3") if key in said), None)
    if hour is None:
        return None
    minute = next((said[key] for key in ("minute", "m", "m2", "m3") if key in said), "0")
    number = _hour(hour)
    if "half" in said:
        number = number % 12 + 12 * (said["half"].lower() == "p")
    return number * 60 + int(minute)


def _hour(word: str) -> int:
    return _SMALL.get(word.lower()) or int(word)


def _ordinals(p: Passage) -> Iterator[Found]:
    for m in _ordinal(p.language).finditer(p.text):
        start, end = p.start + m.start(), p.start + m.end()
        number = int(m["digits"]) if m["digits"] else _read(p.language, m["word"])
        if (
            number
            and 1 <= number <= 31
            and not any(d.start < end and start < d.end and _has_month(p, d) for d in p.days)
        ):
            yield Span(start, end), DAY, number, True, False


# `the twenty-second of April`, `on the ninth`; `the third round` is no day.
@lru_cache(maxsize=8)
def _ordinal(language: str) -> re.Pattern[str]:
    if language == "en":
        words = "|".join(sorted(_ORDINALS["en"], key=len, reverse=True))
        months = "|".join(n.title() for n in names_of("en").months if len(n) > 4 or n in ("may", "june", "july"))
        return re.compile(
            rf"(?i)\b(?:on|of|until|by|from|since|before|after|till) the (?:(?P<word>{words})|(?P<digits>\d{{1,2}})(?:st|nd|rd|th))(?=\sof\s(?:{months})|[,.;:!?]|\s(?:and|in|at|we|they|he|she|it|with|for|to|a|the)\b|$)"
        )
    if language not in _STEMS:
        return re.compile(r"(?!)(?P<word>)(?P<digits>)")
    words = "|".join(sorted(map(re.escape, _STEMS[language].split()), key=len, reverse=True)).replace("'", "['’\u02bc]")
    months = "|".join(map(re.escape, names_of(language).months))
    tens = "двадцять |тридцять " if language == "uk" else "двадцать |тридцать "
    return re.compile(rf"\b(?P<word>(?:{tens})?(?:{words})\w{{1,4}})(?P<digits>)(?=\s(?:{months})\b)", re.I)


def _read(language: str, word: str) -> int | None:
    if language == "en":
        return _ORDINALS["en"].get(fold(word))
    folded = fold(word).replace("’", "'").replace("\u02bc", "'")
    tens = (
        20
        if folded.startswith("двадцят" if " " in folded and language == "uk" else "двадцать ") and " " in folded
        else 30
        if folded.startswith("тридц")
        else 0
    )
    last = folded.split()[-1]
    found = [(len(s), n) for n, s in enumerate(map(fold, _STEMS[language].split()), 1) if last.startswith(s)]
    return tens + max(found)[1] if found else None
