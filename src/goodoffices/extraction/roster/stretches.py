"""The stretch of words that can be one phrase: where it begins and ends, and what stands in capitals."""

import re
from collections.abc import Sequence

from ..mentions.runs import Token
from ..mentions.words import FUNCTION, OFFICES
from .joined import linked
from .lexicon import (
    AGENT_MODIFIERS,
    AGENTS,
    COMMON,
    DETERMINERS,
    DIRECTIONS,
    FOLLOWERS,
    GROUNDS,
    KINDS,
    NUMBERED,
    OF_HEADS,
    PARTICLES,
    SECTORS,
    SMALL,
    STRIPPED,
    THIRD_HEADS,
    TIMES,
    TITLES,
    VERBS,
    common,
    people,
)
from .phrase import Known

SAYING_NOTHING = FUNCTION - KINDS.keys() - AGENTS - THIRD_HEADS
ACRONYM = re.compile(r"(?=[^a-zß-ÿ]*$)[A-ZÀ-Þ][\w.&-]*\d*|[A-Z][A-Z0-9]+s?|[A-Z]+-?\d+")
_LIMIT = 16
_CONTRACTED = re.compile(
    r"(?:i|we|you|they|he|she|it|that|there|who|what|don|won|isn|aren|wasn|didn|doesn|can|couldn|wouldn)['’]\w{1,2}"
)
_OPENERS = frozenset(':;"“”‘.!?—–-)…•*')
"""Signs behind which a capital may be that of a beginning."""
_OFFICES = KINDS.keys() | AGENTS | THIRD_HEADS
_NAMES_ALONE = frozenset("front league alliance bloc congress".split())
"""Heads that, alone and in a capital, are short for a name: `Front negotiators`."""


class Stretches:
    """The words of one sentence, and which of them stand together."""

    def __init__(self, words: Sequence[Token], known: Known) -> None:
        self.words = words
        self.known = known
        self._capitals = [self._is_capital(at) for at in range(len(words))]
        self._linked = linked(words, self._capitals)
        self._inner: dict[tuple[bool, int], bool] = {}

    def _reach(self, at: int) -> int:
        """Where the words that stand together end."""
        words, last = self.words, at
        if at >= len(words) or words[at].low == "chair":
            return at
        while last < len(words) and last - at < _LIMIT and self._inside(at, last):
            last += 1
        if (
            last < len(words)
            and last > at
            and self.capital(last - 1)
            and words[last].low in ("of", "for", "on")
            and self._head(last - 1)
        ):
            more = last + 1 + (last + 1 < len(words) and words[last + 1].low == "the")
            if more < len(words) and (self.capital(more) or words[more].text.isdigit()) and not _joint(words, at, last):
                return max(last, self._and_of_a_place(last - 1, self._reach_name(more)))
        return last

    def _and_of_a_place(self, head: int, at: int) -> int:
        """`Society of Authors and Illustrators of the Marches`: a body of some, and of a place."""
        words = self.words
        more = at + 1 + (at + 1 < len(words) and words[at + 1].low == "the")
        if words[head].low in KINDS and more < len(words) and words[at].low == "of" and self.capital(more):
            return self._reach_name(more)
        return at

    def _reach_name(self, at: int) -> int:
        first = at
        while at < len(self.words) and (
            self.capital(at)
            or self.words[at].text.isdigit()
            or at in self._linked
            or (at > first and self.words[at].low in TIMES)
        ):
            at += 1
        if first < at < len(self.words) and self.words[at].low in GROUNDS:
            at += 1
        if (
            at + 1 < len(self.words)
            and self.words[at].low in ("of", "and", "for")
            and self.capital(at + 1)
            and self._head(at + 1)
        ):
            return self._reach_name(at + 1)
        return at

    def _head(self, at: int) -> bool:
        low = self.words[at].low
        return (
            low in KINDS
            or low in OF_HEADS
            or low in AGENTS
            or low in THIRD_HEADS
            or low in ("organisation", "organization", "league", "ministry")
        )

    def _inside(self, first: int, at: int) -> bool:
        """Whether a word goes on with the stretch that begins at another; asked often, worked out once."""
        key = (at > first, at)
        if key not in self._inner:
            self._inner[key] = self._is_inside(first, at)
        return self._inner[key]

    def _is_inside(self, first: int, at: int) -> bool:
        word = self.words[at]
        if word.text in ("'s", "’s") or at in self._linked:
            return at > first
        if word.text in "'’":
            return at > first and self.words[at - 1].low.endswith("s") and self.words[at - 1].end == word.start
        if self._particle(at) and at > first:
            return True
        if word.text == "&":
            return at > first and self.capital(at - 1) and self._next_capital(at)
        if not word.text[0].isalnum() or (word.text.isdigit() and at == first):
            return False
        if self.capital(at) or (word.low in SECTORS and at + 1 < len(self.words) and people(self.words[at + 1].low)):
            return True
        if at == first > 0 and self._is_verb(at):
            return False
        if word.low in SAYING_NOTHING or word.low in VERBS or word.low in DETERMINERS or word.low in SMALL:
            return at > first and (word.low in ("three", "two", "joint", "international") or self._particle(at))
        if (
            word.low.endswith(("ed", "ing"))
            and at > first
            and word.low not in KINDS
            and word.low not in ("negotiating", "meeting", "ruling", "fishing", "mining", "teaching")
        ):
            return False  # a verb, where a noun stands before it
        return not word.low.endswith("ly") or word.low in KINDS

    def _is_verb(self, at: int) -> bool:
        """`The junta freed ...`, `have agreed ...`, `to exchange prisoners`: an action opens no name."""
        word, before = self.words[at], self.words[at - 1]
        if word.low in KINDS or word.low in AGENTS or people(word.low) or word.low in SECTORS:
            return False
        if before.low == "to":
            return (
                word.low in COMMON
                and word.low not in STRIPPED | AGENT_MODIFIERS | DIRECTIONS
                and word.low not in THIRD_HEADS
            )
        subject = self.capital(at - 1) or before.low in KINDS or people(before.low)
        return word.low.endswith("ed") and (subject or before.low in ("has", "have", "had"))

    def _particle(self, at: int) -> bool:
        """`Terminales del Sur`: a small word inside a name."""
        return self.words[at].low in PARTICLES and self.capital(at - 1) and self._next_capital(at)

    def opens(self, at: int) -> bool:
        """Whether a word stands where any word has a capital."""
        return at == 0 or self.words[at - 1].text in _OPENERS

    def capital(self, at: int) -> bool:
        """Whether a word is written as a name."""
        return self._capitals[at]

    def _is_capital(self, at: int) -> bool:
        word = self.words[at]
        if not (word.text[0].isupper() or (word.text[:2] in ("al", "el") and word.capital)):
            return False
        if ("'" in word.low or "’" in word.low) and _CONTRACTED.fullmatch(word.low):
            return False  # `We're`
        if word.low in SAYING_NOTHING or (word.low in VERBS and at == 0):
            return word.text in ("US", "UN") or (
                at > 0 and word.low in ("first", "joint", "international", "press") and self._next_capital(at)
            )
        return word.low not in DETERMINERS and word.low not in TIMES

    def _next_capital(self, at: int) -> bool:
        return at + 1 < len(self.words) and self.words[at + 1].text[:1].isupper()

    def _cut(self, at: int, last: int) -> int | None:
        """Up to the last word that can be a head: a name, or a noun that names a body or its people."""
        for end in range(last, at, -1):
            word = self.words[end - 1]
            if (
                self.capital(end - 1)
                or word.low in KINDS
                or word.low in AGENTS
                or word.low in THIRD_HEADS
                or word.low in TITLES
                or people(word.low)
                or (word.low in FOLLOWERS and end - 2 > at and self.words[end - 2].text in ("'s", "’s", "'", "’"))
            ):
                if word.low in AGENT_MODIFIERS and word.low not in _OFFICES and not self.capital(end - 1):
                    continue
                return end
            if end == last and word.low in TIMES and end - 2 > at:
                return end
            if (
                end == last
                and word.text.isdigit()
                and end - 1 > at
                and self.words[end - 2].low in NUMBERED | KINDS.keys()
            ):
                return end  # `Local 88`
        return None

    def _before_run(self, at: int, cut: int) -> int:
        """Where the name begins that ends here, or the word: of a name that is none of ours no part is one."""
        last = cut - 1
        while self.capital(cut - 1) and last > at and self.capital(last - 1):
            last -= 1
        return last

    def _plain(self, at: int, last: int) -> str:
        """The words as one name, without what is only said of it."""
        while at < last - 1 and self.words[at].low in STRIPPED and not (self.capital(at) and at > 0):
            if self.words[at + 1].text.isdigit():
                break  # `Local 88`
            at += 1
            while at < last - 1 and self.words[at].low in ("of", "the"):
                at += 1
        text = ""
        for number in range(at, last):
            word = self.words[number]
            glue = "" if not text or word.text in ("'s", "’s", "'", "’", ",", "-") else " "
            text += glue + (word.low if self.opens(number) and self._lowers(number, last) else word.text)
        return text

    def _lowers(self, at: int, last: int) -> bool:
        """Whether the first word of a sentence is a common one, whose capital is the sentence's."""
        word = self.words[at]
        if word.text.isupper() and len(word.text) > 1 and not (len(word.text) > 4 and common(word.low)):
            return False
        if word.low in self.known.names or (last - at == 1 and word.low in _NAMES_ALONE):
            return False
        if at + 1 < last and any(self.capital(n) for n in range(at + 1, last)):
            return False
        return (
            word.low in self.known.small
            or word.low in SECTORS
            or word.low in KINDS
            or people(word.low)
            or word.low in AGENTS
            or common(word.low)
        )


def _joint(words: Sequence[Token], at: int, last: int) -> bool:
    """Whether the words before `of` name those of whom something is, and not a body with a name: `the Joint Commission of A and B`."""
    return any(w.low in ("joint", "delegations", "representatives", "elders") for w in words[at:last]) or (
        words[last - 1].low in AGENTS | OFFICES and words[last - 1].low not in KINDS
    )
