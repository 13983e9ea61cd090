"""Short texts as the words that carry meaning: folded letters, stems, negation. No meaning is guessed beyond them."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from .quantity import without_quantities
from .stems import meaning

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_STOP = frozenset(
    "a an the of in on at to for from by with and or as is are was were be been being it its his her their they "
    "he she who which that this these those there has have had will would shall should may might can could do "
    "does did so than into over about around under up out more most very also only but if then both all any some "
    "such other another one own".split()
)
_NEGATORS = frozenset(["not", "no", "never", "none", "neither", "nor", "cannot", "without"])
# Verbs that turn what follows around; they count as a negation where they open the value.
_REFUSALS = (
    "refus",
    "reject",
    "declin",
    "fail",
    "deny",
    "denie",
    "denia",
    "oppos",
    "unable",
    "unwilling",
    "ruled out",
    "rule out",
)
# Letters that Unicode does not take apart into a base and an accent.
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h"}
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, no accents, plain quotation marks and single spaces: two prints of one name fold to the same letters.

    >>> fold("Dolmabahçe  Palace")
    'dolmabahce palace'
    """
    # Taken apart first: what `№` or `ǿ` is made of has capitals and letters of its own to fold.
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS))
    plain = "".join(c for c in apart if not unicodedata.combining(c))
    return " ".join(plain.replace("’", "'").replace("‘", "'").split())


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
    stems = frozenset(meaning(w) for w in words if w not in _STOP and w not in _NEGATORS and not _is_refusal(w))
    return Wording(folded, stems, _denies(folded, words))


def _denies(folded: str, words: list[str]) -> bool:
    turns = sum(w in {"not", "never", "neither", "cannot"} or w.endswith("n't") for w in words)
    bound = words[1:2] in (["more"], ["less"], ["fewer"], ["later"], ["longer"])  # `no more than four` denies nothing
    turns += sum(w in {"no", "none", "without"} for w in words[:1]) and not bound
    turns += folded.startswith(_REFUSALS)
    return turns % 2 == 1


def _is_refusal(word: str) -> bool:
    return word.startswith(("refus", "reject", "declin", "fail", "oppos"))


def shared(a: frozenset[str], b: frozenset[str]) -> int:
    """How many stems of the smaller set have a like one in the other: equal, or nearly so in letters."""
    if len(a) == len(b):  # neither is the smaller: the answer must not depend on which one is named first
        return min(_found(a, b), _found(b, a))
    return _found(a, b) if len(a) < len(b) else _found(b, a)


def _found(stems: frozenset[str], others: frozenset[str]) -> int:
    return sum(s in others or any(_alike(s, other) for other in others) for s in stems)


@lru_cache(maxsize=262144)
def _alike(a: str, b: str) -> bool:
    if min(len(a), len(b)) >= 6 and a[:6] == b[:6]:
        return True
    return min(len(a), len(b)) >= 5 and fuzz.ratio(a, b) >= 87


def overlap(a: str, b: str) -> float:
    """Share of the shorter text's stems found in the other, from 0 to 1. It pairs texts; it never decides a relation alone."""
    left, right = wording(a).stems, wording(b).stems
    smaller = min(len(left), len(right))
    return shared(left, right) / smaller if smaller else 0.0


def same_letters(a: str, b: str) -> bool:
    """Whether two names differ in spelling only: accents, doubled or exchanged letters."""
    left, right = fold(a), fold(b)
    if left == right:
        return True
    words, others = left.split(), right.split()
    return len(words) == len(others) and all(x == y or _spelt_alike(x, y) for x, y in zip(words, others, strict=True))


def _spelt_alike(a: str, b: str) -> bool:
    # Two numbers are never two spellings of one.
    return min(len(a), len(b)) >= 4 and a[0] == b[0] and not any(map(str.isdigit, a + b)) and fuzz.ratio(a, b) >= 75
