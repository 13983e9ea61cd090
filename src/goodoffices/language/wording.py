"""Short texts as the words that carry meaning: folded letters, stems, negation. No meaning is guessed beyond them."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from .quantities import without_quantities
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
_REFUSAL = re.compile(
    r"refus(?:e|es|ed|ing|al)|reject(?:s|ed|ing|ion)?|declin(?:e|es|ed|ing)|fail(?:s|ed|ing|ure)?|oppos(?:e|es|ed|ing)"
    r"|den(?:y|ies|ied|ying|ial)|unable|unwilling"
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


# `no more than four`, `not only a truce`: a bound or a beginning, no denial.
_BOUNDS = {"more", "less", "fewer", "later", "longer", "only"}


def _denies(folded: str, words: list[str]) -> bool:
    turns = 0
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        if following not in _BOUNDS:
            turns += word in {"not", "never", "neither", "cannot"} or word.endswith("n't")
    turns += words[:1] != [] and words[0] in {"no", "none", "without"} and not _BOUNDS & set(words[1:2])
    turns += (words[:1] != [] and _is_refusal(words[0])) or folded.startswith(("ruled out", "rule out"))
    return turns % 2 == 1


def has_negator(text: str) -> bool:
    """Whether a denying word stands anywhere in a text; in most texts that alone denies nothing (`a truce without terms`)."""
    words = _WORD.findall(fold(text))
    followed = zip_longest(words, words[1:], fillvalue="")
    return any(
        w in _NEGATORS or w.endswith("n't") or _is_refusal(w) for w, following in followed if following not in _BOUNDS
    )


def _is_refusal(word: str) -> bool:
    return _REFUSAL.fullmatch(word) is not None


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


# Letters that transliterations into Latin exchange for each other, the longer groups first; then doubled letters become one.
_EXCHANGED = (
    ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("dh", "d"), ("th", "t"), ("ck", "k"), ("qu", "k"),
    ("ee", "i"), ("ie", "i"), ("ou", "u"), ("oo", "u"), ("ij", "y"), ("iy", "y"), ("yi", "y"), ("mb", "nb"),
    ("ense", "ence"), ("c", "k"), ("q", "k"), ("w", "v"), ("y", "i"), ("j", "i"), ("z", "s"), ("x", "ks"),
)  # fmt: skip
_DOUBLED = re.compile(r"([a-z])\1+")
_VOWELS = str.maketrans("oe", "ua")
LONG, TYPING_SLIP = 7, 8
"""Letters from which on vowels may be exchanged (Mohammed), and from which on one letter more, less or other is a slip.

In shorter names either makes another name: Niger and Nigeria, Iran and Iraq.
"""


def _spelt_alike(a: str, b: str) -> bool:
    """Whether two words are one name in two spellings; likeness alone would make one of Austria and Australia."""
    if any(map(str.isdigit, a + b)):
        return False  # two numbers are never two spellings of one
    left, right = _transliterated(a), _transliterated(b)
    if left == right or (min(len(a), len(b)) >= LONG and left.translate(_VOWELS) == right.translate(_VOWELS)):
        return True
    return min(len(a), len(b)) >= TYPING_SLIP and Levenshtein.distance(a, b, score_cutoff=1) <= 1


@lru_cache(maxsize=65536)
def _transliterated(word: str) -> str:
    for group, letters in _EXCHANGED:
        word = word.replace(group, letters)
    return _DOUBLED.sub(r"\1", word)
