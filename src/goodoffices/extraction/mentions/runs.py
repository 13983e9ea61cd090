"""Runs of capitalised words: what may be a name. Connecting small words are taken along only inside."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...language.sentences import Sentence
from .words import BODIES, FUNCTION, OFFICES, RANKS

_TOKEN = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Hon|Rev|Prof|Gen|Col|Lt|Maj|Amb|Sen|Gov|Capt)\.|(?:[^\W\d_]\.){2,}|\b[A-Z]{1,4}-?\d{1,3}/[A-Z][A-Za-z]+|\b[A-ZÀ-Þ]\.(?=\s[A-ZÀ-Þa-z])|[’']s\b|[^\W_]+(?:(?:[-.&](?=\w)|[’'](?!s\b))[^\W_]+)*\.?(?<=\b(?:Mr|Ms|Dr)\.)|"
    r"[^\W_]+(?:(?:[-&]|[’'](?!s\b))[^\W_]+)*|[^\s]"
)
PARTICLES = frozenset("de del da di du la le al el bin ibn ben von van der den dos ag ould abu".split())
"""Small words inside a person's name."""
_JOINTS = frozenset("of for on & de del".split())
_SHORT = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_WHEN = _SHORT | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december".split()
)
"""What follows `on` or `of` and is no name: `in Halden on Monday`."""
LONGEST = 14
"""Words of a run at most: a longer one is a heading or noise, and the work of each sentence stays in proportion."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a possessive ending or a sign, and its place in the whole text."""

    start: int
    end: int
    text: str
    low: str
    """In small letters."""

    @property
    def capital(self) -> bool:
        """Whether it is written as a name is."""
        return self.text[0].isupper() or (self.text[:3].lower() in ("al-", "el-", "ad-", "as-", "ar-", "d'a") and self.text[-1].isalpha()
                                          and any(c.isupper() for c in self.text))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that stand together; `at` is the place of the first among the tokens of its sentence."""

    sentence: int
    at: int
    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        """Where it starts in the text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.tokens[-1].end


@lru_cache(maxsize=1024)
def tokens(sentence: Sentence) -> tuple[Token, ...]:
    """The words and signs of a sentence; kept, for a text is gone through more than once."""
    start = sentence.start
    return tuple(
        Token(start + match.start(), start + match.end(), match[0], match[0].lower())
        for match in _TOKEN.finditer(sentence.text)
    )


def runs(sentence: Sentence, words: Sequence[Token], closed: Sequence[tuple[int, int]] = ()) -> list[Run]:
    """The runs of a sentence; no run reaches into a `closed` stretch (a day)."""
    found: list[Run] = []
    shut: set[int] = set()
    for low, high in closed:
        shut.update(n for n, t in enumerate(words) if t.start < high and t.end > low)
    at = 0
    while at < len(words):
        if at in shut or not _opens(words, at, shut):
            at += 1
            continue
        last = _reach(words, at, shut)
        found.append(Run(sentence.number, at, tuple(words[at : last + 1])))
        at = last + 1
    return found


def _opens(words: Sequence[Token], at: int, shut: set[int]) -> bool:
    token = words[at]
    if not token.capital or not token.text[0].isalpha():
        return False
    if token.low in _SHORT and at + 1 < len(words) and (words[at + 1].text == "." or words[at + 1].text.isdigit()):
        return False  # `in Sept. 2030`
    if token.low not in FUNCTION or (token.low in ("us",) and token.text == "US"):
        return True
    # `First Deputy Minister` and `May` are words of names inside a sentence only.
    follows = at + 1 < len(words) and words[at + 1].capital and at > 0
    return (
        follows and token.low in ("first", "second", "joint", "international", "press", "mr", "mrs", "ms", "chair")
    ) or token.low in ("mr", "mrs", "ms")


def _reach(words: Sequence[Token], at: int, shut: set[int]) -> int:
    last = at
    body = False
    while last + 1 < len(words) and last - at < LONGEST:
        step = _step(words, last, shut, body)
        if not step:
            break
        body = body or any(t.low in BODIES for t in words[at : last + 1])
        last += step
    return last


def _step(words: Sequence[Token], last: int, shut: set[int], body: bool) -> int:
    """How many tokens further the run goes: 1 for another name, more over connecting words; 0 where it ends."""
    following = words[last + 1]
    if last + 1 in shut:
        return 0
    if following.capital and following.text[0].isalnum():
        return (
            1
            if following.low not in FUNCTION or following.low in ("first", "press", "international", "joint", "chair")
            else 0
        )
    rest = words[last + 2 : last + 5]
    if following.low in PARTICLES and rest and rest[0].capital and rest[0].text[0].isalpha():
        return 2
    if following.low in PARTICLES and len(rest) > 1 and rest[0].low in PARTICLES and rest[1].capital:
        return 3  # `van der Berg`
    if following.low in _JOINTS and rest and rest[0].low not in _WHEN:
        if rest[0].capital and last + 2 not in shut and rest[0].text[0].isalpha():
            return 2
        if (
            rest[0].low == "the"
            and len(rest) > 1
            and rest[1].capital
            and last + 3 not in shut
            and rest[1].text[0].isalpha()
        ):
            return 3
    if following.low == "and" and body and rest and rest[0].low in BODIES - RANKS - OFFICES and rest[0].capital:
        return 2
    if following.low == "in" and words[last].low in BODIES and rest and rest[0].capital and body and last > 2:
        return 2
    if following.text in "'’" and words[last].low.endswith("s") and rest and rest[0].capital and rest[0].low in BODIES:
        return 2
    if following.text == "(" and len(rest) > 2 and rest[0].text.isupper() and rest[1].text == ")" and rest[2].capital:
        return 3
    return 0
