"""Whether the words carry what is claimed of them: its names, days and numbers, its denial, and most words of its value.

The rules, in sentences:

1. A name is proved where the sentence prints it, a part of it, its people or its initials; where the report's own reading says that
   a word of the sentence means it (`the minister`, `it`, `both sides`); or where it only describes, in the words of the quote.
2. A day is proved where the quote names it, else its sentence; what is printed without its year, or as `on Friday`, is reckoned by
   the rules for days. Where the quote names a day, no other day of the sentence counts.
3. A number is proved by the quote, and by its sentence only where the quote names none.
4. Of a value in words most that carry meaning stand in the quote, or in it and a second one that is near; where the quote refers
   (`the plan`, `that`), what it refers to may stand shortly before.
5. A denial is never lost (`denials.py`).
"""

import re
from dataclasses import dataclass

from ...language.folding import Span, fold
from ...language.quantities.quantity import numerals
from ...language.wording import shared, wording
from ...record import NARRATOR
from ..proposal import Text
from . import report
from .closed_words import MEETING
from .names import PRONOUNS, Printed, tokens
from .prompt import FORMATS
from .proved_days import Days, is_day
from .quotes import RUN_ON, paragraph
from .references import REACH, References
from .unsupported import Unsupported

ENOUGH = 0.5
"""Share of the meaningful words of a text value that must stand in the quote."""
MORE = 0.67
"""The same where what stands before the quote is taken to it."""
NOBODY = "(not said)"
"""Whose judgement it is where the report names nobody."""

_BARE = 2
"""Words with a meaning that a quote may have besides names and still say of nothing what is done: `rejected it`."""

_DATED = re.compile(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2}(?:T\S*)?)?(?![\w-])")
_SMALL = frozenset("of the for to and a an at in on with de du la le von van".split())
_REFERS = re.compile(r"\b(?:it|this|that|these|those|them|so|such|both|latter|former|the (?:[a-z-]+))\b", re.I)


_CALLED = re.compile(r"\b(?:the|this|that) ((?:[a-z-]+ ?){1,2})")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of a claim: what was quoted, the sentence around it, and the second stretch with its sentence, if there is one."""

    quote: Span
    around: Span
    also: Span | None = None
    also_around: Span | None = None

    @property
    def quotes(self) -> tuple[Span, ...]:
        """One or two."""
        return (self.quote,) if self.also is None else (self.quote, self.also)

    @property
    def sentences(self) -> tuple[Span, ...]:
        """Those in which they stand."""
        return (self.around,) if self.also_around is None else (self.around, self.also_around)


class Words:
    """A report's words, asked what they carry."""

    def __init__(self, given: Text) -> None:
        self.text = given.text
        self.printed = Printed(given.text)
        self.references = References(given.text, given.said)
        self._days = Days(given.text, given.language or "en")

    def name(self, name: str, quoted: Quoted) -> str:
        """A name as it is printed, where one of the sentences speaks of it."""
        if not name or _pronoun(name) or not any(self._speaks_of(name, s) for s in quoted.sentences):
            if not name or not self._describes(name, quoted):
                raise Unsupported(report.NAME)
            return name
        return self.printed.find(name, quoted.around) or self.printed.find(name) or name

    def _speaks_of(self, name: str, sentence: Span) -> bool:
        if self.printed.find(name) is None and not self.references.is_named(name):
            return False  # a name that the report never prints comes from somewhere else
        if self.printed.hints_at(name, sentence):
            return True
        return self.references.names(name, sentence) or self.references.refers(name, sentence)

    def _describes(self, name: str, quoted: Quoted) -> bool:
        """Whether it is no name but a description, in words of the quotes: `high-ranking US officials`."""
        words = tokens(name)
        if len(words) < 2 or not any(not w.capital and w.folded not in _SMALL for w in words):
            return False
        wanted = wording(name).stems
        if not wanted or shared(wanted, self._stems(quoted.quotes)) < len(wanted):
            return False
        return all(any(self.printed.hints_at(w.printed, s) for s in quoted.sentences) for w in words if w.capital)

    def person(self, name: str, quoted: Quoted) -> str:
        """Somebody's name where the claim is about his own part: the quote itself is about him."""
        if not any(self.printed.bound(name, quote) for quote in quoted.quotes):
            raise Unsupported(report.NAME)
        return self.name(name, quoted)

    def place(self, name: str, quoted: Quoted) -> str:
        """A place or house: each part between commas stands in the sentence."""
        parts = [part.strip() for part in name.split(",")]
        if not all(part and any(self.printed.find(part, s) for s in quoted.sentences) for part in parts):
            raise Unsupported(report.NAME)
        return self.printed.find(name, quoted.around) or name

    def post(self, title: str, quoted: Quoted) -> str:
        """A post: all its words stand in the quotes, as a sentence often names several people and posts."""
        here = {t.folded for quote in quoted.quotes for t in self.printed.within(quote)}
        wanted = {t.folded for t in tokens(title)} - _SMALL
        if RUN_ON.search(title):
            wanted, here = {title}, {title} if title in quoted.quote.of(self.text) else set()
        if not wanted or not wanted <= here:
            raise Unsupported(report.TEXT)
        return title

    def speaker(self, name: str, quoted: Quoted) -> str:
        """A speaker: the paragraph names him, as he may be named one sentence after his words."""
        return self.name(
            name, Quoted(quoted.quote, paragraph(self.text, quoted.quote), quoted.also, quoted.also_around)
        )

    def day(self, day: str, quoted: Quoted) -> str:
        """A day that the words name, or that the day rules reckon from them."""
        if not is_day(day):
            raise Unsupported(report.FORM)
        if not self._days.are_of(day, quoted.quotes, quoted.sentences):
            raise Unsupported(report.DAY)
        return day

    def value(self, value: str, quoted: Quoted, loose: bool = False) -> str:
        """A value in words: its days, numbers and names are in the sentence, most of its meaningful words in the quote itself.

        `loose`: the second stretch alone may carry it, as a paper is mostly named elsewhere than those who signed it.

        A sentence often holds several positions or results; only the quote tells them apart.
        """
        for match in _DATED.finditer(value):
            self.day(match[0], quoted)
        bare = _DATED.sub(" ", value)
        self.numbers(bare, quoted)
        self._capitals(value, quoted)
        if RUN_ON.search(value):
            enough = any(fold(value) in fold(quote.of(self.text)) for quote in quoted.quotes)
        else:
            enough = self._carries(wording(bare).stems, quoted, loose)
        if not enough:
            raise Unsupported(report.TEXT)
        return value

    def _carries(self, wanted: frozenset[str], quoted: Quoted, loose: bool) -> bool:
        own = shared(wanted, self._stems((quoted.quote,)))
        if own >= ENOUGH * len(wanted):
            return True
        if not own and not loose and (self._has_matter(quoted.quote) or not self._takes_up(quoted)):
            return False  # the second stretch completes the first; it does not take its place
        refers = _REFERS.search(quoted.quote.of(self.text)) is not None
        if quoted.also is not None and shared(wanted, self._stems(quoted.quotes)) >= MORE * len(wanted):
            return True
        before = Span(max(quoted.quote.start - REACH, 0), quoted.quote.start)
        return refers and own > 0 and shared(wanted, self._stems((before, quoted.quote))) >= MORE * len(wanted)

    def _has_matter(self, quote: Span) -> bool:
        """Whether a quote tells of something besides who acts and that he does: `Kuwait objected`, `she denied that` do not."""
        words = wording(quote.of(self.text)).stems
        who = {stem for m in self.references.within(quote) for stem in wording(self.text[m.start : m.end]).stems}
        return len(words - who) > _BARE

    def _takes_up(self, quoted: Quoted) -> bool:
        """Whether the second stretch has what the quote calls `the office`; a figure is taken up by none."""
        words = quoted.quote.of(self.text)
        called = {stem for match in _CALLED.finditer(words) for stem in wording(match[1]).stems}
        also = self._stems((quoted.also,)) if quoted.also else frozenset[str]()
        names = {
            stem for m in self.references.within(quoted.quote) for stem in wording(self.text[m.start : m.end]).stems
        }
        return not numerals(words) and (not called - names or bool(called & also))

    def _stems(self, spans: tuple[Span, ...]) -> frozenset[str]:
        return frozenset(stem for span in spans for stem in wording(span.of(self.text)).stems)

    def format(self, format_: str, quote: Span) -> str:
        """A meeting's format: often told in other words, but where the quote names one it is this one."""
        said = fold(quote.of(self.text))
        named = [f for f in FORMATS if f.split()[0] in said.replace("-", " ").split() or f in said]
        if named and format_ not in named:
            raise Unsupported(report.TEXT)
        return format_

    def numbers(self, value: str, quoted: Quoted) -> None:
        """Every number of a value stands in the quotes; in their sentences only where the quotes name none."""
        wanted = numerals(value)
        own = {n for quote in quoted.quotes for n in numerals(quote.of(self.text))}
        around = {n for sentence in quoted.sentences for n in numerals(sentence.of(self.text))}
        if not wanted <= (own or around):
            raise Unsupported(report.NUMBER)

    def _capitals(self, value: str, quoted: Quoted) -> None:
        """Names within a value: the report prints them, and the sentence speaks of them or refers back."""
        words = tokens(value)
        for number, word in enumerate(words):
            # The first word may have its capital from standing first.
            first = number == 0 and not (len(words) > 1 and words[1].capital)
            if word.capital and not first and not MEETING.fullmatch(word.printed):
                self._capital(word.printed, quoted)

    def _capital(self, word: str, quoted: Quoted) -> None:
        if self.printed.find(word) is None:
            raise Unsupported(report.NAME)
        before = Span(max(quoted.around.start - REACH, 0), quoted.around.start)
        refers = any(t.folded in PRONOUNS or t.folded == "the" for t in self.printed.within(quoted.around))
        if not any(self._speaks_of(word, s) for s in quoted.sentences) and not (
            refers and self.printed.hints_at(word, before)
        ):
            raise Unsupported(report.NAME)

    def hedge(self, hedge: str, quoted: Quoted) -> str:
        """A hedging word, which stands in the sentence."""
        if not any(self.printed.find(hedge, s) for s in quoted.sentences):
            raise Unsupported(report.TEXT)
        return hedge


def _pronoun(name: str) -> bool:
    """Whether a name is only a pronoun; `US` is a state."""
    return fold(name) in PRONOUNS and not (len(name) > 1 and name.isupper())


def chain(attributed: list[str]) -> tuple[list[str], bool]:
    """The names of a chain of speakers without the narrator, and whether it is left open at the end."""
    names = [name.strip() for name in attributed]
    opened = bool(names) and names[-1].endswith("?")
    names = [name.removesuffix("?").strip() for name in names]
    return [name for name in names if name and name.lower() != NARRATOR], opened
