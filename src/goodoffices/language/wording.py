"""Short texts as the words that carry meaning: folded letters, stems, negation. No meaning is guessed beyond them.

`words` takes any text apart, each word with its place; `wording` sums a short English one up, for comparing values.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from .folding import fold
from .polarity import NEGATORS, denies, is_refusal
from .quantities.quantity import without_quantities
from .stems import meaning, stem

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_STOP = frozenset(
    "a an the of in on at to for from by with and or as is are was were be been being it its his her their they "
    "he she who which that this these those there has have had will would shall should may might can could do "
    "does did so than into over about around under up out more most very also only but if then both all any some "
    "such other another one own".split()
)
_JOINING = _STOP - frozenset("all any both only most some over under before after".split())
"""Words that say nothing by themselves; the others of _STOP widen or narrow what they stand with."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, its folded letters, and the stem under which it is compared."""

    start: int
    end: int
    folded: str
    stem: str


# A word keeps what is written into it: an apostrophe, an accent or a joiner of its own.
_PRINTED = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060]|['’\u02bc](?=[^\W_]))*")


def words(text: str, language: str = "en") -> Iterator[Word]:
    """The words of a text in their order, numbers among them; words that only join others, too.

    >>> [(w.start, w.folded, w.stem) for w in words("Umerov’s team agreed.")]
    [(0, "umerov's", 'umerov'), (9, 'team', 'team'), (14, 'agreed', 'agre')]
    """
    for match in _PRINTED.finditer(text):
        yield Word(*match.span(), fold(match[0]), stem(match[0], language))


@dataclass(frozen=True, slots=True)
class Wording:
    """What a short text says, for comparing: its folded letters, its meaningful stems, and whether it denies."""

    folded: str
    stems: frozenset[str]
    negative: bool


@lru_cache(maxsize=65536)
def wording(text: str) -> Wording:
    """Take a short text apart."""
    folded = fold(text)
    words = [w.removesuffix("'s").removesuffix("'") for w in _WORD.findall(fold(without_quantities(text)))]
    stems = frozenset(meaning(w) for w in words if w not in _STOP and w not in NEGATORS and not is_refusal(w))
    return Wording(folded, stems, denies(folded, words))


def shared(a: frozenset[str], b: frozenset[str]) -> int:
    """How many stems of the smaller set have a like one in the other: equal, or nearly so in letters."""
    smaller, larger = (a, b) if len(a) <= len(b) else (b, a)
    common = len(smaller & larger)
    if common == len(smaller):
        return common
    like = _like(smaller - larger, larger)
    if like and len(a) == len(b):  # neither is the smaller: the answer must not depend on which one is named first
        like = min(like, _like(larger - smaller, smaller))
    return common + like


def _like(stems: frozenset[str], others: frozenset[str]) -> int:
    long = [other for other in others if len(other) >= _FEWEST]
    return sum(any(_alike(s, other) for other in long) for s in stems if len(s) >= _FEWEST) if long else 0


_FEWEST = 5
"""Letters below which two stems are alike only where they are the same."""


@lru_cache(maxsize=262144)
def _alike(a: str, b: str) -> bool:
    if min(len(a), len(b)) >= 6 and a[:6] == b[:6]:
        return True
    return fuzz.ratio(a, b) >= 87


def says_all(told: str, label: str) -> bool:
    """Whether a text has every word of a label that carries meaning, numbers among them, in some form.

    >>> says_all("a joint patrol", "joint patrols"), says_all("twelve-hour shifts", "twelve-hour shifts on four days")
    (True, False)
    """
    wanted, found = (
        frozenset(meaning(w.stem) for w in words(text) if w.folded not in _JOINING) for text in (label, told)
    )
    return wanted <= found or len(wanted - found) == _like(wanted - found, found)


def overlap(a: str, b: str) -> float:
    """Share of the shorter text's stems found in the other, from 0 to 1. It pairs texts; it never decides a relation alone."""
    left, right = wording(a).stems, wording(b).stems
    smaller = min(len(left), len(right))
    return shared(left, right) / smaller if smaller else 0.0
