"""Whether the words carry what is claimed of them: its names, days and numbers, its denial, and most words of its value.

The rules, in sentences:

1. A name is proved where the sentence prints it, a part of it, its people or its initials; where the report's own reading says that
   a word of the sentence means it (`the minister`, `it`, `both sides`); or where it only describes, in the words of the quote.
2. A day is proved where the quote names it, else its sentence; what is printed without its year, or as `on Friday`, is reckoned by
   the rules for days. Where the quote names a day, no other day of the sentence counts.
3. A number is proved by the quote, and by its sentence only where the quote names none.
4. Of a value in words most that carry meaning stand in the quote, or in it and a second one that is near; where the quote refers
   (`the plan`, `that`), what it refers to may stand shortly before.
   A second one carries a value alone only where the first tells nothing but that it is done (`Holt rejected that`), and it stands
   just before it.
5. A denial is never lost (`denials.py`).
"""

import re
from dataclasses import replace

from ....language.folding import Span, fold
from ....language.quantities.quantity import numerals
from ....language.wording import shared, wording
from ....record import NARRATOR
from ...proposal import Text
from .. import report
from ..naming.names import SMALL, Printed, tokens
from ..naming.quotes import RUN_ON, paragraph
from ..naming.references import REACH, References
from ..prompt import FORMATS
from .proved_days import Days, is_day
from .proved_names import Names
from .quoted import Quoted
from .unsupported import Unsupported

ENOUGH = 0.5
"""Share of the meaningful words of a text value that must stand in the quote."""
MORE = 0.67
"""The same where what stands before the quote is taken to it."""

_BARE = 2
"""Words with a meaning that a quote may have besides names and still say of nothing what is done: `rejected it`."""

_DATED = re.compile(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2}(?:T\S*)?)?(?![\w-])")
_REFERS = re.compile(
    r"\b(?:it|this|that|these|those|them|so|such|both|latter|former|which|whom|who|the (?:[a-z-]+))\b", re.I
)


_WHICH = re.compile(r"\W*(?:which|whom|who)\b", re.I)
_JUST_BEFORE = 250
"""Letters between a quote's sentence and what its `that` or `the plan` takes up."""
_CONDITION = re.compile(r"\b(?:if|unless|provided|as long as|on condition|should)\b")
_NO_MATTER = wording("me us told said answered").stems
_TAKEN = wording(
    "condition demand proposal plan idea offer request suggestion call draft compromise point question"
).stems
"""Words by which anything that was put forward is taken up."""
_CALLED = re.compile(r"\b(?:the|this|that) ((?:[a-z-]+ ?){1,2})")


class Words:
    """A report's words, asked what they carry."""

    def __init__(self, given: Text) -> None:
        self.text = given.text
        self.printed = Printed(given.text)
        self.references = References(given.text, given.said, self.printed)
        self.names = Names(given.text, self.printed, self.references)
        self._days = Days(given.text, given.language or "en")

    def name(self, name: str, quoted: Quoted) -> str:
        """A name as it is printed, where one of the sentences speaks of it."""
        return self.names.one(name, quoted)

    def person(self, name: str, quoted: Quoted) -> str:
        """Somebody's name where the claim is about his own part."""
        return self.names.of_part(name, quoted)

    def place(self, name: str, quoted: Quoted) -> str:
        """A place or house."""
        return self.names.place(name, quoted)

    def post(self, title: str, quoted: Quoted) -> str:
        """A post: all its words stand in the quotes, as a sentence often names several people and posts."""
        here = {t.folded for quote in quoted.quotes for t in self.printed.within(quote)}
        wanted = {t.folded for t in tokens(title)} - SMALL
        if RUN_ON.search(title):
            wanted, here = {title}, {title} if title in quoted.quote.of(self.text) else set()
        if not wanted or not wanted <= here:
            raise Unsupported(report.TEXT)
        return title

    def speaker(self, name: str, quoted: Quoted) -> str:
        """A speaker: the paragraph names him, as he may be named one sentence after his words."""
        near = replace(quoted, around=paragraph(self.text, quoted.quote))
        return self.names.one(name, near)

    def day(self, day: str, quoted: Quoted) -> str:
        """A day that the words name, or that the day rules reckon from them."""
        day = day if is_day(day) else self._days.printed(day, quoted.sentences) or day
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
        for day in filter(is_day, _DATED.findall(value)):
            self.day(day, quoted)
        bare = _DATED.sub(lambda m: " " if is_day(m[0]) else m[0], value)  # `the season 2030-31` is no day
        self.numbers(bare, quoted)
        self.names.within(value, quoted)
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
        if not own and not loose and not self._completes(quoted):
            return False  # the second stretch completes the first; it does not take its place
        refers = _REFERS.search(quoted.quote.of(self.text)) is not None
        if quoted.also is not None and shared(wanted, self._stems(quoted.quotes)) >= MORE * len(wanted):
            return True
        before = Span(max(quoted.quote.start - REACH, 0), quoted.quote.start)
        return refers and own > 0 and shared(wanted, self._stems((before, quoted.quote))) >= MORE * len(wanted)

    def _completes(self, quoted: Quoted) -> bool:
        """Whether the quote tells only that it is done, and the second stretch is what it must mean: what was told just before."""
        if quoted.also is None or self._has_matter(quoted.quote) or not self._takes_up(quoted):
            return False
        start = quoted.around.start - (0 if _WHICH.match(quoted.quote.of(self.text)) else _JUST_BEFORE)
        return start <= quoted.also.end <= quoted.around.end

    def _has_matter(self, quote: Span) -> bool:
        """Whether a quote tells of something besides who acts and that he does: `Kuwait objected`, `she denied that` do not."""
        words = wording(_CONDITION.split(quote.of(self.text))[0]).stems - _NO_MATTER
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
        return not numerals(words) and (not called - names - _TAKEN or bool(called & also))

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

    def hedge(self, hedge: str, quoted: Quoted) -> str:
        """A hedging word, which stands in the sentence."""
        if not any(self.printed.find(hedge, s) for s in quoted.sentences):
            raise Unsupported(report.TEXT)
        return hedge


def chain(attributed: list[str]) -> tuple[list[str], bool]:
    """The names of a chain of speakers without the narrator, and whether it is left open at the end."""
    names = [name.strip() for name in attributed]
    opened = bool(names) and names[-1].endswith("?")
    names = [name.removesuffix("?").strip() for name in names]
    return [name for name in names if name and name.lower() != NARRATOR], opened
