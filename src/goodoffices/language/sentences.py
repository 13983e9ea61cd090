"""Sentences with their places, in English, Ukrainian, Russian and Turkish, and in scripts with stops of their own.

A text is cut at the ends of paragraphs and sentences, never inside a name, an abbreviation, an initial or a number. No letter is
lost: what is not white space belongs to exactly one sentence.
"""

import re
from dataclasses import dataclass

from .folding import Span

_ENGLISH = (
    "mr mrs ms dr prof gen col lt sgt capt maj brig adm amb hon rev st sr jr no nos vs etc inc ltd co corp dept est fig art "
    "para approx jan feb mar apr jun jul aug sept sep oct nov dec sen rep gov pres supt"
)
ABBREVIATIONS = {
    "en": frozenset(_ENGLISH.split()),
    "uk": frozenset(
        "ім вул буд обл див напр тис млн млрд грн коп кв проф акад ген полк кап ред ст стор ч тзв гр тов св просп пл ін пор п с м "
        "т н е о д січ лют бер квіт трав черв лип серп вер жовт лист груд".split()
    ),
    "ru": frozenset(
        "им ул обл см напр тыс млн млрд руб коп кв проф акад ген полк ред ст стр ч гр тов св просп пл др п с г т н э о д пр янв "
        "февр мар апр июн июл авг сент окт нояб дек".split()
    ),
    "tr": frozenset("sn dr prof doç av alb gen org yrd vb vs bkz sok cad mah no tel st orgen korg tümg tuğg yb bnb yzb öğr gör mr mrs".split()),
}  # fmt: skip
"""Words after which a full stop ends no sentence, in small letters."""
STOPS = "\u3002\uff01\uff1f\u061f\u06d4\u0964"
"""What ends a sentence in Chinese, Japanese, Arabic, Urdu and Hindi, with no space behind it or with one."""
_STOP = re.compile(rf"[.!?…](?:[\"'”’»)\]]*(?=\s))|[{STOPS}][\"'”’»)\]」』]*")
_STOP_OR_LINE = re.compile(rf"{_STOP.pattern}|\n")
_LAST = re.compile(r"[^\s(\[\"“‘«„]+$")
# A label, the number of an item, a dash of a list, the time of an entry, a row of a table.
_LABEL = re.compile(
    r"[A-Z][\w ]{1,40}: |\d{1,2}\. |[-*•–] |\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})\) |\d{1,2}[:.]\d{2}\b|\||[^|]{1,80} \| "
)
# What may stand before the first letter of what follows: `«Вы согласны?» — спросил он.`
_BEFORE_NEXT = re.compile(r"\s*(?:[—–-]\s)?[\"“‘«„(\[]*")
LONGEST = 1_500
"""Characters of a sentence at most."""
LONG_LINE = 60
"""Lines of at least this length that do not end a sentence are taken to be wrapped, not to be headings."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands; `heading` says that it is a title or a label, in which nothing is asserted."""

    number: int
    start: int
    end: int
    text: str
    heading: bool = False
    paragraph: int = 0


def sentences(text: str, language: str = "en") -> list[Sentence]:
    """The sentences of a text in their order; every letter that is not white space belongs to exactly one.

    >>> [s.text for s in sentences("В. Зеленський прибув. 16 травня 2025 р. Сторони зустрілися.", "uk")]
    ['В. Зеленський прибув.', '16 травня 2025 р.', 'Сторони зустрілися.']
    """
    found: list[Sentence] = []
    front = front_matter(text)
    for number, (start, end) in enumerate(paragraphs(text)):
        for first, last in (piece for cut in _cut(text, start, end, language) for piece in _pieces(text, *cut)):
            part = text[first:last]
            heading = last <= front or (last == end and first == start and _is_heading(part))
            found.append(Sentence(len(found), first, last, part, heading, number))
    return found


_FRONT = re.compile(r"---\n(?:[^\n]{0,500}\n){1,40}?---(?:\n|$)")


def front_matter(text: str) -> int:
    """Where the lines end in which a Markdown file says its title and day: they assert nothing. 0 where there are none."""
    front = _FRONT.match(text)
    return front.end() if front else 0


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What is longer than any sentence is cut between words, so that the work stays in proportion to the length."""
    pieces = []
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        stop = space if space > 0 else start + LONGEST
        pieces.append(_trim(text, start, stop))
        start = stop
    pieces.append(_trim(text, start, end))
    return [(first, last) for first, last in pieces if first < last]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs stand: blank lines end them, and line ends after which a new thought begins."""
    spans = []
    start = 0
    for line_end in line_ends(text):
        spans.append((start, line_end))
        start = line_end
    spans.append((start, len(text)))
    trimmed = (_trim(text, first, last) for first, last in spans)
    return [(first, last) for first, last in trimmed if first < last]


def line_ends(text: str) -> list[int]:
    """The line ends at which a paragraph ends; the others were made by the width of a page."""
    begin = front_matter(text)
    ends = [place for place in range(begin) if text[place] == "\n"]
    while (place := text.find("\n", begin)) >= 0:
        line = text[begin:place].rstrip()
        rest = text[place + 1 : place + 2]
        after = text.find("\n", place + 1)
        following = text[place + 1 : after if after >= 0 else len(text)].strip()
        # A short line after it (a dateline), or a label (`Present:`), is a line of its own.
        flows = len(following) >= 30 or following[-1:] in tuple(".!?”")
        wrapped = len(line) >= LONG_LINE and line[-1:] not in '.!?:”"' and flows and not _LABEL.match(following)
        if not wrapped and not rest.islower():
            ends.append(place)
        begin = place + 1
    return ends


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _cut(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    cuts = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, begin, stop, end, language):
            cuts.append(_trim(text, begin, stop.end()))
            begin = stop.end()
    cuts.append(_trim(text, begin, end))
    return [(first, last) for first, last in cuts if first < last]


def _ends(text: str, begin: int, stop: re.Match[str], end: int, language: str) -> bool:
    """Whether a stop ends the sentence: not before a small letter, not after an abbreviation, an initial or a number of a list."""
    first = _BEFORE_NEXT.match(text, stop.end(), end)
    after = text[first.end() : first.end() + 1] if first else ""
    if not after or after.islower() or after in ",;:":
        return not after
    if text[stop.start()] != ".":
        return True
    before = _LAST.search(text[max(begin, stop.start() - 24) : stop.start()])
    word = before[0] if before else ""
    if word.isdigit() and ((language == "tr" and len(word) <= 2) or _opens(text, begin, stop)):
        return False  # the number of a list; in Turkish an ordinal: `21. Yüzyıl`
    if "." in word and all(len(part) <= 1 for part in word.split(".")):
        return _next_word(text, stop.end()) in _OPENERS  # U.S. ends a sentence only where a word of opening follows
    if word.lower() in ABBREVIATIONS.get(language, ABBREVIATIONS["en"]) or _YEAR.search(
        text, max(begin, stop.start() - 8), stop.end()
    ):
        return _closes(text, begin, stop)
    return not (len(word) == 1 and word.isupper())


# `16 мая 2025 г. Стороны`, `и т. д. Стороны`: these close a sentence where a capital follows; `г. Москва` does not.
_CLOSING = re.compile(r"(?:\d ?(?:рр?|гг?|тис|тыс|млн|млрд|грн|руб|коп)|(?:\bт\. ?)(?:д|п|ін)|\b(?:ін|др)|\bvb)\.$")
_YEAR = re.compile(r"\d ?(?:рр?|гг?)\.$")


def _closes(text: str, begin: int, stop: re.Match[str]) -> bool:
    place = stop.start() + 1
    return _CLOSING.search(text[max(begin, place - 12) : place]) is not None


def _next_word(text: str, place: int) -> str:
    following = text[place : place + 24].split()
    return following[0].lower() if following else ""


def _opens(text: str, begin: int, stop: re.Match[str]) -> bool:
    return not text[begin : stop.start()].strip().rstrip("0123456789")


_OPENERS = frozenset(
    "the a an in on at he she it they we this that these those but and however meanwhile after before".split()
)


FARTHEST = 2_000
"""Code points around a stretch in which the ends of its sentence are looked for."""


def sentence_around(text: str, span: Span, language: str = "en") -> Span:
    """The sentence or sentences in which a stretch stands; rather too long than too short. A line's end ends it, too."""
    start, last = max(span.start - FARTHEST, 0), min(span.end + FARTHEST, len(text))
    for stop in _STOP_OR_LINE.finditer(text, start, last):
        if text[stop.start()] != "\n" and not _ends(text, start, stop, last, language):
            continue
        if stop.end() <= span.start:
            start = stop.end()
        elif stop.end() >= span.end:
            return Span(start, stop.end())
    return Span(start, last)


def _is_heading(part: str) -> bool:
    return len(part) <= 120 and part[-1] not in '.!?…:;,”"’)' and part.count(" ") <= 16 and ": " not in part
