"""What numbers count: scales, spans of time, shares, money, in English, Ukrainian, Russian and Turkish; else the counted words.

The words of a unit are beginnings in the letters of the language; their names here are the same in all languages, so that numbers
of two languages can be set side by side.
"""

import re
from functools import lru_cache

from ..stems import meaning, stem

SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "bn": 1e9, "m": 1e6, "dozen": 12.0, "dozens": 12.0,
}  # fmt: skip
"""English words that multiply the number before them."""
DAYS = {"day": (1.0, 1.0), "week": (7.0, 7.0), "month": (28.0, 31.0), "year": (365.0, 366.0)}
"""Calendar units in days; they differ in length, and an interval says how much."""
MONEY = {"$": "dollar", "€": "euro", "£": "pound", "₴": "hryvnia", "₽": "ruble", "₺": "lira", "¥": "yen",
         "USD": "dollar", "US$": "dollar", "EUR": "euro", "GBP": "pound", "UAH": "hryvnia", "RUB": "ruble", "TRY": "lira"}  # fmt: skip
"""Signs of money before or after a number, and the unit that they stand for."""
SIGN = re.compile(r"(?:US\$|[$€£₴₽₺¥]|\b(?:USD|EUR|GBP|UAH|RUB|TRY))\s?$")
SIGN_AFTER = re.compile(r"\s?(US\$|[$€£₴₽₺¥]|(?:USD|EUR|GBP|UAH|RUB|TRY)\b)")
_NO_UNIT = frozenset("for of and to in on at from by or the a an with between were was had have".split())
# Per language: scales, then units by the beginnings of their words (`$` at the end: the whole word).
_SCALES = {
    "uk": {"сотн": 1e2, "тис": 1e3, "млн": 1e6, "мільйон": 1e6, "млрд": 1e9, "мільярд": 1e9},
    "ru": {"сотн": 1e2, "тыс": 1e3, "млн": 1e6, "миллион": 1e6, "млрд": 1e9, "миллиард": 1e9},
    "tr": {"yüz$": 1e2, "bin$": 1e3, "milyon": 1e6, "milyar": 1e9},
}
_UNITS = {
    "uk": {"день$": "day", "дні": "day", "дня": "day", "днів": "day", "доб": "day", "діб$": "day", "тиж": "week", "місяц": "month", "рік$": "year",
           "рок": "year", "годин": "hour", "хвилин": "minute", "відсот": "percent", "долар": "dollar", "євро": "euro",
           "грив": "hryvnia", "грн": "hryvnia", "рубл": "ruble"},
    "ru": {"день$": "day", "дня": "day", "дней": "day", "дни": "day", "сут": "day", "недел": "week", "месяц": "month", "год": "year", "лет$": "year",
           "час": "hour", "минут": "minute", "процент": "percent", "доллар": "dollar", "евро": "euro", "грив": "hryvnia", "рубл": "ruble"},
    "tr": {"gün": "day", "hafta": "week", "ay$": "month", "aylık": "month", "yıl": "year", "saat": "hour", "dakika": "minute", "dolar": "dollar",
           "avro": "euro", "euro": "euro", "lira": "lira", "hrivnya": "hryvnia", "ruble": "ruble"},
}  # fmt: skip


def scale(word: str, language: str = "en") -> float | None:
    """By what a word multiplies the number before it; None where it is no scale."""
    if language == "en":
        return SCALES.get(word)
    return next((by for key, by in _SCALES.get(language, {}).items() if _fits(word, key)), None)


def units(after: list[str], language: str = "en") -> frozenset[str]:
    """The names of what is counted, from the words in small letters after a number: the next two, up to one that ends the phrase."""
    if language != "en":
        return frozenset(_unit(word, language) for word in after[:1] if not word.isdigit())
    if after[:1] == ["of"]:  # `58 of the prisoners` counts prisoners
        after = [w for w in after[1:] if w not in {"the", "its", "their", "his", "her"}]
    found = []
    for word in after[:2]:
        if word in _NO_UNIT or word.isdigit():
            break
        found.append(_english(word))
    return frozenset(found)


def _english(word: str) -> str:
    own = meaning(word)
    return _named().get(own, own)


@lru_cache(maxsize=1)
def _named() -> dict[str, str]:
    """The stems of the words that other languages share with English."""
    names = {*DAYS, *MONEY.values(), "hour", "minute", "percent"}
    return {meaning(name): name for name in names} | {meaning("rouble"): "ruble"}


@lru_cache(maxsize=16384)
def _unit(word: str, language: str) -> str:
    if word == "percent":
        return word
    named = _UNITS.get(language, {})
    return next((name for key, name in named.items() if _fits(word, key)), stem(word, language))


def _fits(word: str, key: str) -> bool:
    return word == key[:-1] if key.endswith("$") else word.startswith(key)
