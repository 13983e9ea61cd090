"""Whether the words carry what is claimed of them: its names, days and numbers, its denial, and most words of its value."""

import re

from ...language.days.names import MONTHS
from ...language.folding import Span, fold
from ...language.quantities.quantity import numerals
from ...language.wording import shared, wording
from ...record import NARRATOR, NEGATIVE
from ...talks import Day
from . import report
from .names import PRONOUNS, Printed, tokens
from .prompt import FORMATS
from .quotes import RUN_ON, paragraph

ENOUGH = 0.5
"""Share of the meaningful words of a text value that must stand in the quote."""

MEETING = re.compile(r"M[1-9][0-9]{0,2}")
_ISO = re.compile(r"(?<![\w-])(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})\S*)?)?)?(?![\w-])")
_DATED = re.compile(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2}(?:T\S*)?)?(?![\w-])")
_WRITTEN = re.compile(r"(?<!\d)(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?!\d)")
_NEAR = 12
"""Letters between the name of a month and its day: `3, 4 and 5 May`."""
_DENYING = frozenset("no not never none neither nor cannot without".split())
_SMALL = frozenset("of the for to and a an at in on with de du la le von van".split())


class Unsupported(ValueError):
    """A claim that its words do not carry; the reason is a key of `REASONS`."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class Words:
    """A report's words, asked what they carry."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.printed = Printed(text)

    def name(self, name: str, sentence: Span) -> str:
        """A name as it is printed, where the sentence speaks of it."""
        if not name or _pronoun(name) or not self.printed.speaks_of(name, sentence):
            raise Unsupported(report.NAME)
        return self.printed.find(name, sentence) or self.printed.find(name) or name

    def person(self, name: str, sentence: Span, quote: Span) -> str:
        """Somebody's name where the claim is about his own part: the quote itself is about him."""
        if not self.printed.bound(name, quote):
            raise Unsupported(report.NAME)
        return self.name(name, sentence)

    def place(self, name: str, sentence: Span) -> str:
        """A place or house: each part between commas stands in the sentence."""
        parts = [part.strip() for part in name.split(",")]
        if not all(part and self.printed.find(part, sentence) for part in parts):
            raise Unsupported(report.NAME)
        return self.printed.find(name, sentence) or name

    def post(self, title: str, quote: Span) -> str:
        """A post: all its words stand in the quote, as a sentence often names several people and posts."""
        here = {t.folded for t in self.printed.within(quote)}
        wanted = {t.folded for t in tokens(title)} - _SMALL
        if RUN_ON.search(title):
            wanted, here = {title}, {title} if title in quote.of(self.text) else set()
        if not wanted or not wanted <= here:
            raise Unsupported(report.TEXT)
        return title

    def speaker(self, name: str, span: Span) -> str:
        """A speaker: the paragraph names him, as he may be named one sentence after his words."""
        return self.name(name, paragraph(self.text, span))

    def day(self, day: str, sentence: Span) -> str:
        """A day: its parts stand in the sentence; the year may stand anywhere in the text."""
        try:
            said = Day.parse(day).said
        except ValueError:
            raise Unsupported(report.FORM) from None
        match = _ISO.search(day)
        if not said or match is None or not self._dated(match, sentence.of(self.text)):
            raise Unsupported(report.DAY)
        return day

    def _dated(self, match: re.Match[str], said: str) -> bool:
        year, month, day, hour, minute = match.groups()
        if not re.search(rf"(?<!\d){year}(?!\d)", self.text if month else said):
            return False
        if month and not _month(said, int(month), int(day) if day else None):
            return False
        numbers = re.findall(r"\d+", said)
        hours = {hour, str(int(hour)), str(int(hour) % 12 or 12)} if hour else set()
        return not hour or (not hours.isdisjoint(numbers) and _sharp(minute, numbers))

    def value(self, value: str, sentence: Span, quote: Span) -> str:
        """A value in words: its days, numbers and names are in the sentence, most of its meaningful words in the quote itself.

        A sentence often holds several positions or results; only the quote tells them apart.
        """
        for match in _DATED.finditer(value):
            self.day(match[0], sentence)
        self._numbers(_DATED.sub(" ", value), sentence)
        self._capitals(value, sentence)
        said = quote.of(self.text)
        wanted = wording(_DATED.sub(" ", value)).stems
        if RUN_ON.search(value):
            enough = fold(value) in fold(said)
        else:
            enough = not wanted or shared(wanted, wording(said).stems) >= ENOUGH * len(wanted)
        if not enough:
            raise Unsupported(report.TEXT)
        return value

    def format(self, format_: str, quote: Span) -> str:
        """A meeting's format: often told in other words, but where the quote names one it is this one."""
        said = fold(quote.of(self.text))
        named = [f for f in FORMATS if f.split()[0] in said.replace("-", " ").split() or f in said]
        if named and format_ not in named:
            raise Unsupported(report.TEXT)
        return format_

    def _numbers(self, value: str, sentence: Span) -> None:
        if not numerals(value) <= numerals(sentence.of(self.text)):
            raise Unsupported(report.NUMBER)

    def _capitals(self, value: str, sentence: Span) -> None:
        """Names within a value: the report prints them, and the sentence speaks of them or refers back."""
        words = tokens(value)
        for number, word in enumerate(words):
            # The first word may have its capital from standing first.
            first = number == 0 and not (len(words) > 1 and words[1].capital)
            if word.capital and not first and not MEETING.fullmatch(word.printed):
                self._capital(word.printed, sentence)

    def _capital(self, word: str, sentence: Span) -> None:
        if not self.printed.speaks_of(word, sentence):
            raise Unsupported(report.NAME)

    def hedge(self, hedge: str, sentence: Span) -> str:
        """A hedging word, which stands in the sentence."""
        if not self.printed.find(hedge, sentence):
            raise Unsupported(report.HEDGE)
        return hedge


def _pronoun(name: str) -> bool:
    """Whether a name is only a pronoun; `US` is a state."""
    return fold(name) in PRONOUNS and not (len(name) > 1 and name.isupper())


def _month(said: str, month: int, day: int | None) -> bool:
    """Whether the sentence names the month, and the day beside it."""
    for written in _WRITTEN.finditer(said):
        parts = [int(part) for part in written.groups()]
        if month in parts and (day is None or day in parts):
            return True
    for name in re.finditer(r"[^\W\d_]+", said):
        if MONTHS.get(name[0].lower()) == month and name[0][0].isupper():
            before, after = said[max(name.start() - _NEAR, 0) : name.start()], said[name.end() : name.end() + _NEAR]
            if day is None or any(re.search(rf"(?<!\d){day}(?!\d)", side) for side in (before, after)):
                return True
    return False


def _sharp(minute: str, numbers: list[str]) -> bool:
    return minute in numbers or minute == "00"


def denial_lost(quote: str, value: str, predicate: str, modality: str) -> bool:
    """Whether the words deny something, and neither the value, the predicate nor the modality does."""
    if modality != "asserted" or predicate in NEGATIVE or not wording(quote).negative:
        return False
    return _DENYING.isdisjoint(fold(value).split()) and not wording(value).negative


def chain(attributed: list[str]) -> tuple[list[str], bool]:
    """The names of a chain of speakers without the narrator, and whether it is left open at the end."""
    names = [name.strip() for name in attributed]
    opened = bool(names) and names[-1].endswith("?")
    names = [name.removesuffix("?").strip() for name in names]
    return [name for name in names if name and name.lower() != NARRATOR], opened
