"""Whether the words of a claim carry its names: whose claim it is, who and what is named within a value, where it was.

A name is proved where a sentence of the claim prints it, a part of it, its people or its initials; where the report's own reading
says that a word there means it (`the minister`, `it`, `our side`); or where it is no name but describes, in the words that are
quoted. What a model puts round a name (`Foreign Minister Ann Lee`, `the Arvenian delegation`) falls where only the name is proved.
"""

import re
from collections.abc import Iterator

from ....language.days.names import MONTHS
from ....language.folding import Span, fold
from ....language.wording import shared, wording
from .. import report
from ..naming.identity import offered
from ..naming.lead_ins import lead_ins
from ..naming.names import PRONOUNS, SMALL, Printed, Token, tokens
from ..naming.references import REACH, References
from .closed_words import MEETING
from .quoted import Quoted
from .unsupported import Unsupported

_UNTOLD = re.compile(r"\A(?:an? |the )?(?:unnamed|anonymous|unidentified|unspecified) (?:other )?", re.I)
_SAME = "same (?:place|venue|city|town|building|hotel|house|room|hall)"
_THERE = re.compile(rf"\b(?:{_SAME}|there|here|in the (?:city|town|village|capital|port|resort))\b", re.I)


class Names:
    """A report's words, asked whose names they carry."""

    def __init__(self, text: str, printed: Printed, references: References) -> None:
        self._text, self._printed, self._references = text, printed, references

    def one(self, name: str, quoted: Quoted) -> str:
        """A name as it is printed, where one of the sentences speaks of it."""
        name = _UNTOLD.sub("", name)
        for given in offered(name) if name and not is_pronoun(name) else ():
            if any(self._speaks_of(given, s) for s in quoted.sentences) or self._stands_over(given, quoted):
                whole = given if given == name else self._references.identity.known_as(given)
                return self._printed.find(whole, quoted.around) or self._printed.find(whole) or whole
        if name and (self._describes(name, quoted) or self._calls(name, quoted)):
            return name
        raise Unsupported(report.NAME)

    def _stands_over(self, name: str, quoted: Quoted) -> bool:
        """Whether the label of the line, the opening of the list or the heading names him."""
        over = list(lead_ins(self._text, quoted.quote))
        return any(self._printed.hints_at(name, span) or self._references.is_in(name, span) for span in over)

    def of_part(self, name: str, quoted: Quoted) -> str:
        """Somebody's name where the claim is about his own part: the quote itself is about him."""
        if not any(self._printed.bound(name, q) or self._references.is_in(name, q) for q in quoted.quotes):
            raise Unsupported(report.NAME)
        return self.one(name, quoted)

    def place(self, name: str, quoted: Quoted) -> str:
        """A place or house: what stands between commas is in the sentence; of the country behind a town that is left out."""
        parts = [part.strip() for part in name.split(",") if part.strip()]
        proved = [part for part in parts if any(self._printed.find(part, s) for s in quoted.sentences)]
        if not parts or (proved != parts and not (proved[:1] == parts[:1] and all(map(self._printed.find, parts)))):
            if not self._is_there(name, quoted):
                raise Unsupported(report.NAME)
            return self._printed.find(name) or name
        kept = name if proved == parts else ", ".join(proved)
        return self._printed.find(kept, quoted.around) or kept

    def _is_there(self, name: str, quoted: Quoted) -> bool:
        """Whether the quote says `same place`, `there` or `in the capital`, and the place stands shortly before."""
        if not any(_THERE.search(quote.of(self._text)) for quote in quoted.quotes):
            return False
        return self._printed.find(name, Span(max(quoted.around.start - REACH, 0), quoted.around.start)) is not None

    def _speaks_of(self, name: str, sentence: Span) -> bool:
        if self._printed.find(name) is None and not self._references.is_named(name):
            return False  # a name that the report never prints comes from somewhere else
        if self._printed.hints_at(name, sentence):
            return True
        return self._references.names(name, sentence) or self._references.refers(name, sentence)

    def _describes(self, name: str, quoted: Quoted) -> bool:
        """Whether it is no name but describes: `high-ranking US officials`; some of it is quoted, all stands in the sentences."""
        words = tokens(name)
        plain = [w.printed for w in words if not w.capital and w.folded not in SMALL]
        if len(words) < 2 or not plain:
            return False
        wanted, whole = wording(" ".join(plain)).stems, wording(name).stems
        here, around = self._stems(quoted.quotes), self._stems(quoted.sentences)
        quoted_whole = bool(whole) and shared(whole, here) == len(whole)
        if not quoted_whole and not (wanted and shared(wanted, here) and shared(wanted, around) == len(wanted)):
            return False
        return all(any(self._speaks_of(w.printed, s) for s in quoted.sentences) for w in words if w.capital)

    def _calls(self, name: str, quoted: Quoted) -> bool:
        """Whether a sentence has the one word for those whom the report describes elsewhere: `the families`."""
        return any(self._references.described.calls(name, sentence) for sentence in quoted.sentences)

    def _stems(self, spans: tuple[Span, ...]) -> frozenset[str]:
        return frozenset(stem for span in spans for stem in wording(span.of(self._text)).stems)

    def within(self, value: str, quoted: Quoted) -> None:
        """The names within a value: the report prints them, and the sentence speaks of them or refers back."""
        for run in _runs(tokens(value)):
            name = " ".join(word.printed for word in run)
            if len(run) == 1 or not any(self._speaks_of(name, s) for s in quoted.sentences):
                for word in run:
                    self._capital(word, quoted)

    def _capital(self, word: Token, quoted: Quoted) -> None:
        if any(self._speaks_of(word.printed, s) or self._printed.has_people(word.printed, s) for s in quoted.sentences):
            return
        if (month := MONTHS.get(word.folded)) and any(self._printed.has_month(month, s) for s in quoted.sentences):
            return
        before = Span(max(quoted.around.start - REACH, 0), quoted.around.start)
        refers = any(t.folded in PRONOUNS or t.folded == "the" for t in self._printed.within(quoted.around))
        if not refers or self._printed.find(word.printed) is None or not self._printed.hints_at(word.printed, before):
            raise Unsupported(report.NAME)


def _runs(words: list[Token]) -> Iterator[list[Token]]:
    """The names of a value: words with capitals that stand together. Its first word may have its own from standing first."""
    run: list[Token] = []
    for number, word in enumerate(words):
        first = number == 0 and not (len(words) > 1 and words[1].capital)
        if word.capital and not first and not MEETING.fullmatch(word.printed):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def is_pronoun(name: str) -> bool:
    """Whether a name is only a pronoun; `US` is a state."""
    return fold(name) in PRONOUNS and not (len(name) > 1 and name.isupper())
