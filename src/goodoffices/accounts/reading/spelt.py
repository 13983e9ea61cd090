"""Numbers in words of Ukrainian, Russian and Turkish, in their cases: `чотирьох кілометрів`, `двадцати пяти сетей`, `yirmi beş`.

The `language` floor reads digits, English words and some of these; what it leaves unread is read here.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ...language.folding import fold
from ...language.quantities.quantity import Quantity
from ...language.stems import stem

_FORMS: Mapping[str, Mapping[int, str]] = {
    "uk": {
        2: "два дві двох двом двома", 3: "три трьох трьом трьома", 4: "чотири чотирьох чотирьом чотирма", 5: "п'ять п'яти п'ятьох п'ятьом", 6: "шість шести шістьох шістьом",
        7: "сім семи сімох", 8: "вісім восьми вісьмох", 9: "дев'ять дев'яти дев'ятьох", 10: "десять десяти десятьох", 11: "одинадцять одинадцяти", 12: "дванадцять дванадцяти",
        13: "тринадцять тринадцяти", 14: "чотирнадцять чотирнадцяти", 15: "п'ятнадцять п'ятнадцяти", 16: "шістнадцять шістнадцяти", 17: "сімнадцять сімнадцяти",
        18: "вісімнадцять вісімнадцяти", 19: "дев'ятнадцять дев'ятнадцяти", 20: "двадцять двадцяти двадцятьох", 30: "тридцять тридцяти", 40: "сорок сорока", 50: "п'ятдесят п'ятдесяти",
        60: "шістдесят шістдесяти", 70: "сімдесят сімдесяти", 80: "вісімдесят вісімдесяти", 90: "дев'яносто дев'яноста", 100: "сто ста", 200: "двісті двохсот", 300: "триста трьохсот", 400: "чотириста",
        500: "п'ятсот",
    },
    "ru": {
        2: "два две двух двум двумя", 3: "три трех трём трем тремя", 4: "четыре четырех четырем четырьмя", 5: "пять пяти пятью", 6: "шесть шести шестью", 7: "семь семи семью", 8: "восемь восьми",
        9: "девять девяти", 10: "десять десяти", 11: "одиннадцать одиннадцати", 12: "двенадцать двенадцати", 13: "тринадцать тринадцати", 14: "четырнадцать четырнадцати",
        15: "пятнадцать пятнадцати", 16: "шестнадцать шестнадцати", 17: "семнадцать семнадцати", 18: "восемнадцать восемнадцати", 19: "девятнадцать девятнадцати", 20: "двадцать двадцати",
        30: "тридцать тридцати", 40: "сорок сорока", 50: "пятьдесят пятидесяти", 60: "шестьдесят шестидесяти", 70: "семьдесят семидесяти", 80: "восемьдесят восьмидесяти", 90: "девяносто девяноста",
        100: "сто ста", 200: "двести двухсот", 300: "триста трехсот", 400: "четыреста четырехсот", 500: "пятьсот пятисот",
    },
    "tr": {
        2: "iki", 3: "üç", 4: "dört", 5: "beş", 6: "altı", 7: "yedi", 8: "sekiz", 9: "dokuz", 10: "on", 20: "yirmi", 30: "otuz", 40: "kırk", 50: "elli", 60: "altmış", 70: "yetmiş", 80: "seksen",
        90: "doksan", 100: "yüz", 200: "iki yüz", 300: "üç yüz",
    },
}  # fmt: skip
_THOUSAND = {"uk": r"тисяч\w*", "ru": r"тысяч\w*", "tr": "bin"}
_PERCENT = {"uk": r"відсот\w*|процент\w*", "ru": r"процент\w*", "tr": "yüzde"}


def spelt(text: str, language: str) -> Iterator[Quantity]:
    """The numbers of two and more that a text spells out; its unit is the next word, of Turkish `yüzde` the word before."""
    if language not in _FORMS:
        return
    values, found = _words(language)
    for m in found.finditer(text):
        said = _plain(m["number"]).split()
        number = _value([values[w] for w in said if w in values])
        if not number:
            continue
        number *= 1000 if m["thousand"] else 1
        yield Quantity(number, number, _unit(text, m, language), m.start("number"), m.end("number"))


def _value(several: list[int]) -> int:
    """`elli beş`: 55; `beş yüz`: 500."""
    if several[1:2] == [100] and several[0] < 10:
        return several[0] * 100 + sum(several[2:])
    return sum(several)


def _unit(text: str, m: re.Match[str], language: str) -> frozenset[str]:
    if language == "tr" and re.search(r"\byüzde\s$", text[: m.start()], re.I):
        return frozenset({"percent"})
    after = re.match(r"\s(\w+)", text[m.end() :])
    if after and re.fullmatch(_PERCENT[language], after[1], re.I):
        return frozenset({"percent"})
    return frozenset({stem(after[1], language)}) if after else frozenset()


def _plain(word: str) -> str:
    return re.sub("['’\u02bc]", "'", fold(word))


@lru_cache(maxsize=4)
def _words(language: str) -> tuple[Mapping[str, int], re.Pattern[str]]:
    values = {
        _plain(form): number
        for number, forms in _FORMS[language].items()
        for form in ([forms] if language == "tr" else forms.split())
    }
    forms = "|".join(
        sorted(
            (
                form.replace("'", "['’\u02bc]")
                for row in _FORMS[language].values()
                for form in ([row] if language == "tr" else row.split())
            ),
            key=len,
            reverse=True,
        )
    )
    ending = r"(?:['’]?\w{1,3})?" if language == "tr" else ""
    return values, re.compile(
        rf"(?<!\w)(?P<number>(?:{forms})(?:\s(?:{forms}))*){ending}(?P<thousand>\s(?:{_THOUSAND[language]}))?(?!\w)",
        re.I,
    )
