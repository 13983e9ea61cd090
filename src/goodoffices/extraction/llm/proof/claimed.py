"""Of whom a claim is, and what it says: each kind of subject and of value proved in its own way."""

import re

from ....record import family_of
from ....record.claim import Value
from ....record.predicates import ANY_VERB
from .. import report
from ..form.mended import NOBODY, OF_MEETINGS
from ..form.schema import Proposed
from .acts import Acts
from .closed_words import LOOSE_MEETING, format_, meeting, some
from .quoted import Quoted
from .support import Words
from .unsupported import Unsupported

_OWN_PART = OF_MEETINGS | {"person_post", "delegation", "signature"}
_TOLD = frozenset({"statement", "position", "assessment", "context", "decision"})
"""Types of which somebody tells in his own words."""
_TOGETHER = re.compile(r"\b[Ii]t (?:was|is|has been) (?:agreed|decided|resolved)\b")


class Claimed:
    """A report's words, asked whether they carry the subject and the value of a claim."""

    def __init__(self, words: Words, acts: Acts) -> None:
        self._text, self._words, self._acts = words.text, words, acts

    def value(self, proposed: Proposed, quoted: Quoted) -> Value:
        """The value of a claim, of whichever kind it is."""
        kind = family_of(proposed.type, proposed.predicate).kind
        given = proposed.value
        if kind == "actors":
            names = given if isinstance(given, list) else re.split(r"\s*(?:;|,|\band\b)\s*", given)
            return tuple(self._met(name, quoted) for name in some(names))
        value = ("; ".join(given) if isinstance(given, list) else given).strip()
        if not value:
            raise Unsupported(report.FORM)
        return self._typed(proposed, kind, value, quoted)

    def _met(self, name: str, quoted: Quoted) -> str:
        """Who met: where the quote itself names who did, he is one of them."""
        proved, references = self._words.name(name, quoted), self._words.references
        named = [m for quote in quoted.quotes for m in references.within(quote)]
        if len(named) > 1 and not any(references.speaks_for(m, name) for m in named):
            own = any(references.refers(name, quote) for quote in quoted.quotes)
            if not own and not any(self._words.printed.hints_at(name, quote) for quote in quoted.quotes):
                raise Unsupported(report.ANOTHER)
        return proved

    def _typed(self, proposed: Proposed, kind: str, value: str, quoted: Quoted) -> str:
        if kind == "sequence" or proposed.type in OF_MEETINGS:
            return meeting(value)
        if proposed.type == "delegation" and kind == "role":
            return self._side(proposed, value, quoted)
        if proposed.predicate == "format":
            return self._words.format(format_(value), quoted.quote)
        if kind == "day":
            return self._words.day(value, quoted)
        if kind == "name":
            return self._words.place(value, quoted)
        return (
            self._words.post(value, quoted)
            if kind == "post"
            else self._words.value(value, quoted, proposed.type == "signature")
        )

    def _side(self, proposed: Proposed, value: str, quoted: Quoted) -> str:
        """The side for which somebody sits, or whom he accompanies."""
        side = self._named(value, quoted)
        if proposed.predicate != "accompanies" and self._acts.side_is_another(
            proposed.subject, value, quoted.quote, quoted.around
        ):
            raise Unsupported(report.ANOTHER)
        return side

    def subject(self, proposed: Proposed, quoted: Quoted) -> str:
        """Whose claim it is."""
        given = proposed.subject.strip()
        if proposed.type == "meeting" or LOOSE_MEETING.fullmatch(given):
            return meeting(given)
        if given == NOBODY and proposed.type in ANY_VERB:
            return given
        if proposed.type in _OWN_PART and proposed.predicate != "numbers":
            subject = "; ".join(self._words.person(part, quoted) for part in self._each(given))
        else:
            together = proposed.type == "outcome" or _TOGETHER.search(quoted.quote.of(self._text))
            subject = self._agreeing(given, quoted) if together else self._acting(proposed.type, given, quoted)
        if any(
            self._acts.is_of_another(proposed.type, part, quoted.quote, quoted.around) for part in subject.split("; ")
        ):
            raise Unsupported(report.ANOTHER)
        return subject

    def _acting(self, type_: str, names: str, quoted: Quoted) -> str:
        """Who wants or says something; of words in quotation marks he may be named in the sentence before or behind."""
        try:
            return self._named(names, quoted)
        except Unsupported:
            if type_ == "assessment" and self._words.references.authors.is_told_by(names, quoted.quote, quoted.around):
                return self._words.printed.find(names) or names
            if type_ in _TOLD and self._acts.says_nearby(names, quoted.quote):
                return self._words.printed.find(names) or names
            raise

    def _agreeing(self, names: str, quoted: Quoted) -> str:
        """Of a result it need not stand beside it who came to it: `it was agreed`; they are those who talk."""
        parts = self._each(names)
        printed, references = self._words.printed, self._words.references
        if all(printed.find(part) or references.is_named(part) for part in parts):
            return "; ".join(self._words.printed.find(part) or part for part in parts)
        return self._named(names, quoted)

    def _named(self, name: str, quoted: Quoted) -> str:
        """A name; of several names, set apart by semicolons, each."""
        return "; ".join(self._words.name(part, quoted) for part in self._each(name))

    def _each(self, names: str) -> list[str]:
        """Those whom a text names: set apart by semicolons, or by `and` where each part is somebody and the whole is not."""
        found = list[str]()
        for name in some(names.split(";")):
            parts = [part for part in re.split(r"\s*(?:,|\band\b|&)\s*", name) if part]
            several = len(parts) > 1 and all(map(self._words.references.is_named, parts))
            found += parts if several and not self._words.references.is_named(name) else [name]
        return found
