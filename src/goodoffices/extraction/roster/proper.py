"""Names in capitals: where one begins, and whether it is a body's and not a day's, a house's or a newspaper's."""

import re
from dataclasses import replace

from ...language.folding import fold
from ..mentions.lists import countries
from ..mentions.words import HONORIFICS
from .lexicon import (
    DETERMINERS,
    FIRM_WORDS,
    HOUSES,
    KINDS,
    LANDSCAPE,
    NOT_WHO,
    PLACES,
    PRESS,
    STRIPPED,
    TIMES,
)
from .phrase import Group, Phrase
from .stretches import SAYING_NOTHING, Stretches

_IN = frozenset("in near outside inside into via".split())
_AT = _IN | frozenset("at on from by to behind opposite through over around reached".split())
_OF_HOUSES = frozenset("café cafe hotel radio ms mv".split())
_OF_PLACES = frozenset("palace mount lake camp port".split())
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety".split()
)
_POSSESSIVE = ("'", "’", "'s", "’s")
_TELLING = frozenset(
    "said says say told tells reported reports report writes wrote understands learned learnt according article column correspondent reporter"
    " editor edition page asked quoted published listeners readers viewers news from in".split()
)
_INITIAL = re.compile(r"(?:[A-ZÀ-Þ]\. )+[A-ZÀ-Þ]")


class ProperNames(Stretches):
    """Reads the names of a sentence."""

    def _group(self, at: int, last: int) -> Group:
        name = self._plain(at, last)
        name = "rebels" if name == "rebel" else name
        name += "s" * name.endswith("lander")  # the people: `Lower Islanders`
        capital = any(self.capital(n) and not (self.opens(n) and self._lowers(n, last)) for n in range(at, last))
        return Group(name, capital)

    def _proper(self, at: int, last: int, span: tuple[int, int]) -> Phrase | None:
        """A name in capitals; small words before it are only said of it."""
        begin = self._name_begins(at, last)
        if begin >= last:
            return None
        name, low = self._plain(begin, last), self.words[last - 1].low
        if last - begin == 1 and (low in self.known.surnames or name.endswith(".") or low in HONORIFICS):
            return Phrase(*span, person=self.words[begin].text) if low in self.known.surnames else None
        if _INITIAL.match(name) and name.split()[-1].lower() not in KINDS:
            return Phrase(*span, agent=True, person=name)
        if fold(name).removeprefix("the ") in countries():
            return Phrase(*span, (Group(name, True),))
        landscape = last < len(self.words) and self.words[last].low in LANDSCAPE and low not in KINDS
        if landscape or self._no_name(begin, last) or self._no_body(begin, last):
            return None
        return Phrase(*span, (replace(self._group(begin, last), named=True),))

    def _name_begins(self, at: int, last: int) -> int:
        words, begin = self.words, last - 1
        while begin > at and (
            self.capital(begin - 1)
            or self._particle(begin - 1)
            or any(w.text in _POSSESSIVE or w.text.isdigit() for w in words[begin - 1 : begin + 1])
            or words[begin - 1].low in ("of", "for", "the", "and", "on")
            or begin - 1 in self._linked
        ):
            begin -= 1
        begin = self._behind_small(begin, last)
        opening = begin < last and begin == 0 and words[0].low in STRIPPED | SAYING_NOTHING and last - begin > 1
        opening = opening and not words[1].text.isdigit()  # `Local 88`
        return self._behind_small(begin + opening, last)

    def _behind_small(self, begin: int, last: int) -> int:
        while begin < last and self.words[begin].low in ("the", "of", "and", "for"):
            begin += 1
        return begin

    def _no_name(self, begin: int, last: int) -> bool:
        """Whether one word in a capital is none of a body: a day, the common word that opens a sentence, a town."""
        low = self.words[begin].low
        if last - begin > 1:
            return False
        if (
            low.removesuffix("s") in TIMES
            or low.split("-")[0] in _NUMBERS
            or low in STRIPPED
            or low in SAYING_NOTHING
            or len(low) == 1
            or low in ("parties", "sides")
            or (low in NOT_WHO and begin == 0)
        ):
            return True
        return low not in KINDS and begin > 0 and self.words[begin - 1].low in _IN

    def _no_body(self, begin: int, last: int) -> bool:
        """Whether it is the name of a newspaper, a ship, a house, a road."""
        first, low = self.words[begin].low, self.words[last - 1].low
        if first in _OF_HOUSES or (
            low in PRESS and low not in KINDS and (last - begin == 1 or self._tells(begin, last))
        ):
            return True
        if low in PLACES and low not in FIRM_WORDS and not self._institution(begin, last):
            return True
        return first in _OF_PLACES and last - begin > 1 and low not in KINDS

    def _tells(self, begin: int, last: int) -> bool:
        """Whether a paper is told of, and not a firm whose name ends alike: `the Pellow Post has learned`, but `Royal Post and its union`."""
        behind = {word.low for word in self.words[last : last + 4]}
        before = {word.low for word in self.words[max(0, begin - 3) : begin]}
        return bool(behind & _TELLING or before & _TELLING or last == len(self.words) - (self.words[-1].text in '.”"'))

    def _institution(self, begin: int, last: int) -> bool:
        """Whether the name of a house means the body that runs it: `talks with Kessel Airport`, not `at Kessel Airport`."""
        before = self.words[begin - 1].low if begin > 0 else ""
        if before in DETERMINERS and begin > 1:
            before = self.words[begin - 2].low
        return self.words[last - 1].low in HOUSES and (begin > 0 or last > 1) and before not in _AT
