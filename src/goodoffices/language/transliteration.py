"""Names across alphabets: Latin letters for Cyrillic, Greek, Arabic and Hebrew ones, and whether two prints may be one name.

Letters become Latin by `anyascii`. Which spelling a report chose (`Zelenskyy`, `Zelensky`, `Зеленський`) is then taken out by a
short table of groups that transliterations exchange. Other scripts are not turned into Latin: two Chinese names that sound
alike are two names.
"""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from .folding import fold

_SCRIPTS = (
    ("cyrillic", re.compile("[\u0400-\u052f]")),
    ("greek", re.compile("[\u0370-\u03ff]")),
    ("abjad", re.compile("[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f]")),
    ("other", re.compile("[^\u0000-\u024f\u02b0-\u036f\u2000-\u206f]")),
)
# Folding leaves only `c` and `s` of these, which tells too little beside another alphabet.
_TURKISH = str.maketrans({"ç": "ch", "Ç": "Ch", "ş": "sh", "Ş": "Sh"})
# Letters that English-language reports mostly print as `e` and `g`.
_BEFORE = str.maketrans({"є": "е", "ґ": "г", "э": "е"})


def latin(text: str) -> str:
    """A text in folded Latin letters, as far as its script is an alphabet; Chinese, Japanese and the like stay as they are.

    >>> latin("Сергій Кислиця"), latin("Μητσοτάκης"), latin("Çavuşoğlu"), latin("東京")
    ('sergii kislitsya', 'mitsotakis', 'cavusoglu', '東京')
    """
    folded = fold(text)
    return folded if folded.isascii() or script(folded) in ("latin", "other") else _latin(folded)


@lru_cache(maxsize=65536)
def _latin(folded: str) -> str:
    from anyascii import anyascii  # only for other alphabets: most texts never need its tables

    return fold(anyascii(folded.translate(_BEFORE)).replace("'", "").replace("`", ""))


def script(text: str) -> str:
    """In which kind of letters a text is written: latin, cyrillic, greek, abjad (Arabic, Hebrew) or other; of several the first of these."""
    return next((name for name, letters in _SCRIPTS if letters.search(text)), "latin")


def same_letters(a: str, b: str) -> bool:
    """Whether two names differ in spelling only: accents, doubled or exchanged letters, another alphabet.

    >>> same_letters("Zelenskyy", "Zelensky"), same_letters("Umerov", "Умєров"), same_letters("Austria", "Australia")
    (True, True, False)
    """
    left, right = fold(a), fold(b)
    if left == right:
        return True
    if not (left.isascii() and right.isascii()) and script(left) != script(right):
        return _across(a, b)
    words, others = left.split(), right.split()
    return len(words) == len(others) and all(x == y or _spelt_alike(x, y) for x, y in zip(words, others, strict=True))


def _across(a: str, b: str) -> bool:
    """Two names in different alphabets."""
    scripts = {script(fold(a)), script(fold(b))}
    words, others = (latin(name.translate(_TURKISH)).split() for name in (a, b))
    if "other" in scripts or len(words) != len(others):
        return False
    alike = _consonants_alike if "abjad" in scripts else _sounds_alike
    return bool(words) and all(alike(x, y) for x, y in zip(words, others, strict=True))


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
    left, right = _exchanged(a), _exchanged(b)
    if left == right or (min(len(a), len(b)) >= LONG and left.translate(_VOWELS) == right.translate(_VOWELS)):
        return True
    return min(len(a), len(b)) >= TYPING_SLIP and Levenshtein.distance(a, b, score_cutoff=1) <= 1


@lru_cache(maxsize=65536)
def _exchanged(word: str) -> str:
    for group, letters in _EXCHANGED:
        word = word.replace(group, letters)
    return _DOUBLED.sub(r"\1", word)


# What besides differs between alphabets: `г` is printed as g or h, a soft `e` with an i before it or without.
_SOUNDS = (("g", "h"), ("ie", "e"), ("ts", "k"), ("dsh", "i"))


def _sounds_alike(a: str, b: str) -> bool:
    if any(map(str.isdigit, a + b)):
        return a == b
    return a == b or _spelt_alike(a, b) or _sound(a) == _sound(b)


def _sound(word: str) -> str:
    word = _exchanged(word)
    for group, letters in _SOUNDS:
        word = word.replace(group, letters)
    return _DOUBLED.sub(r"\1", word)


def spelling(word: str) -> str:
    """A key that is the same for most spellings of one name, in any alphabet: for looking names up; `same_letters` decides.

    >>> spelling("Zelenskyy") == spelling("Zelensky"), spelling("Umerov") == spelling("Умєров"), spelling("Iran") == spelling("Iraq")
    (True, True, False)
    """
    key = _sound(latin(word.translate(_TURKISH)))
    return key.translate(_VOWELS) if len(key) >= LONG else key


FEWEST = 3
"""Consonants that two names must share where one is written without its vowels."""


def _consonants_alike(a: str, b: str) -> bool:
    if any(map(str.isdigit, a + b)):
        return a == b
    left, right = (_DOUBLED.sub(r"\1", re.sub("[aeiou]", "", _exchanged(word))) for word in (a, b))
    return left == right and len(left) >= FEWEST
