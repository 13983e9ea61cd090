"""The matter of a result: what stands behind the words that only say that it was, or was not, agreed."""

import re
from bisect import bisect
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from ..language.folding import fold
from ..language.polarity import has_negator

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ALONE = frozenset("none nothing".split())
"""Words that deny an agreement without naming it: `nothing on pensions`."""
_AGREE = frozenset(
    "agree agreed agreeing agreement agreements deal deals accord accords settlement settle settled compromise consensus "
    "understanding pact".split()
)
_LESS = frozenset("breakthrough progress result results outcome solution conclusion fruit".split())
"""Less than an agreement: where there was none of these there was no agreement, but one of these is no agreement yet."""
_REACH = frozenset(
    "reach reached result lead led produce produced yield yielded bring brought bear bore come came find found strike struck "
    "conclude concluded achieve achieved obtain obtained make made sign signed".split()
)
_DEGREE = frozenset(
    "final formal immediate concrete written tentative further new last overall comprehensive full major binding common "
    "definitive".split()
)
_FRAME = _AGREE | _LESS | _REACH | _DEGREE | frozenset(
    "the a an any this that its their two three both all sides side parties party delegations negotiators talks meeting round "
    "session negotiations they it there he she we did do does has have had having could can was were is are be been being would "
    "will still far so yet to on about over in for of regarding concerning as with by ended end ending broke break up closed "
    "finished adjourned interrupted once again therefore also either between them possible sight remains remain monday tuesday "
    "wednesday thursday friday saturday sunday morning afternoon evening night noon midnight".split()
)  # fmt: skip

_THINGS = frozenset(
    "item items issue issues point points matter matters question questions subject topic kind sort".split()
)


class Peeled(NamedTuple):
    """A result without its frame.

    `matter`: what it is about, or what was reached where it names no matter. `denied`: whether the frame denies it.
    `of_agreement`: whether the frame speaks of an agreement, and not of the thing itself. `general`: whether it names no
    matter. `turned`: whether any word denies.
    """

    matter: str
    denied: bool = False
    of_agreement: bool = False
    general: bool = False
    turned: bool = False


@lru_cache(maxsize=16384)
def peel(text: str, everything: bool = False) -> Peeled:
    """Take the frame off a result. `everything`: a denial of anything counts, not only of an agreement.

    >>> peel("No agreement was reached on the exchange of catch data")[:3]
    ('exchange of catch data', True, True)
    >>> peel("they did not fail to agree on tolls")[:3], peel("no immediate deal so far")[:4]
    (('tolls', False, True), ('immediate deal', True, True, True))
    >>> peel("not to attack ports")[:3], peel("ended without reunification", True)[:3]
    (('not to attack ports', False, False), ('reunification', True, False))
    """
    places = list(_WORD.finditer(text))
    words = [fold(place[0]) for place in places]
    inside = next((n for n in range(len(words)) if not _framing(words, n)), len(words))
    # `no progress payments` denies payments: a noun right before the matter is a part of it.
    if (
        0 < inside < len(words)
        and words[inside - 1] in _NOUNS | _LESS
        and _joined(text, *places[inside - 1 : inside + 1])
    ):
        inside -= 1
    frame = words[:inside]
    general = inside == len(words) and _of_result(frame)
    denials = [n for n in range(inside) if _denying(words, n) and (everything or general or _of_agreement(frame[n:]))]
    named = not _AGREE.isdisjoint(frame) or (bool(denials) and (general or not (_ALONE | _LESS).isdisjoint(frame)))
    if general:
        return Peeled(_reached(frame), _odd(text, places, denials), named, True, bool(denials))
    if not denials and not (everything and named and inside < len(words)):
        return Peeled(text, False, named)
    # Where all of it is frame (`no talks on Monday`) the matter is what stands behind the denial.
    begin = inside if inside < len(words) else min(denials[-1] + 1, len(words) - 1)
    return Peeled(text[places[begin].start() :].strip(), _odd(text, places, denials), named, False, bool(denials))


def _joined(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    return text[first.end() : second.start()] in (" ", "-")


def _odd(text: str, places: list[re.Match[str]], denials: list[int]) -> bool:
    """Whether any part between two marks denies: in one part two denials are none, `no deal: could not agree` tells one twice."""
    marks = [mark.start() for mark in re.finditer("[,:;.]", text)]
    turns = Counter(bisect(marks, places[n].start()) for n in denials)
    return any(number % 2 for number in turns.values())


def _framing(words: list[str], at: int) -> bool:
    """Whether a word belongs to the frame; with `not to` begins what was agreed."""
    if words[at] in ("not", "never") and words[at + 1 : at + 2] == ["to"]:
        return False
    anything = (
        words[at] in _THINGS and "any" in words[max(at - 3, 0) : at]
    )  # `no agreement on any item` names no matter
    return anything or words[at] in _FRAME or _denying(words, at)


def _denying(words: list[str], at: int) -> bool:
    """Whether a word denies what follows; `no more than four` is a bound. What is `yet to` be agreed is not agreed."""
    word, following = words[at], words[at + 1 : at + 2]
    if word in ("yet", "still", "remains", "remain") and following == ["to"]:
        return True
    return word in _ALONE or (has_negator(word) and has_negator(" ".join([word, *following])))


def _of_result(frame: list[str]) -> bool:
    """Whether a frame alone says what came out: it names an agreement, or less, or says that all failed."""
    return not (_AGREE | _LESS | _ALONE).isdisjoint(frame) or any(word.startswith("fail") for word in frame)


def _of_agreement(rest: list[str]) -> bool:
    """Whether the denial that opens these words is one of an agreement: `failed to agree`, `was not reached`; not `not to ...`."""
    return rest[0] in _ALONE or bool((_AGREE | _LESS | _REACH) & set(rest[1:]))


def _reached(frame: list[str]) -> str:
    """What was, or was not, reached where no matter is named: `final deal`, `breakthrough`."""
    # `did not result in any deal`: the deal, not the result.
    at = next((n for nouns in (_NOUNS, _LESS) for n, word in enumerate(frame) if word in nouns), None)
    if at is None:
        return "agreement"
    first = at
    while first and frame[first - 1] in _DEGREE:
        first -= 1
    return " ".join(frame[first : at + 1])


_NOUNS = _AGREE - frozenset("agree agreed agreeing settle settled".split())


def names_agreement(text: str) -> bool:
    """Whether the word for an agreement stands in a text."""
    return not _AGREE.isdisjoint(fold(word) for word in _WORD.findall(text))


_FRUITLESS = re.compile(
    r"\b(?:collaps|broke|ended|stall|deadlock|stalemate|impasse|adjourn|suspend|interrupt|postpon|deferr|fail|unresolved|inconclusive|"
    r"left open|remain|continu|goes? on|went on|walk|apart|acrimon|disagree|differ|progress)"
)


def fruitless(text: str) -> bool:
    """Whether a result tells only how talks went or ended: `collapsed in acrimony`, `deadlock`, `some progress`."""
    return _FRUITLESS.search(fold(text)) is not None
