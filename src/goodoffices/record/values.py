"""How two values of one kind compare: days, names, sets of actors, posts, texts. Each function returns a relation."""

import re

from ..language.days.names import is_month
from ..language.folding import fold
from ..language.quantities.quantity import conflict, quantities
from ..language.stems import meaning
from ..language.transliteration import same_letters
from ..language.wording import overlap, shared, wording
from ..talks import Day
from .lexicon import HOUSES, KINDS_OF_PLACE
from .relation import Relation

SAME_SUBJECT = 0.5
"""Share of common stems from which two texts are taken to speak of the same thing, so that a denial can contradict."""
SAME_COUNT = 0.3
"""The same for two numbers of the same unit, which are a common word themselves."""


def days(a: str, b: str) -> Relation:
    """Two days as intervals: equal agree, one inside the other refines, apart contradict."""
    left, right = Day.parse(a), Day.parse(b)
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return Relation.AGREE if left == right else Relation.REFINES
    if (left.first, left.last) == (right.first, right.last):
        return Relation.AGREE
    if left.last < right.first or right.last < left.first:
        return Relation.CONTRADICTS
    return Relation.REFINES


def _is_day(text: str) -> bool:
    try:
        return Day.parse(text).said
    except ValueError:
        return False


def actors(a: frozenset[str], b: frozenset[str]) -> Relation:
    """Two lists of who met: equal agree, one inside the other refines, else they contradict."""
    if a == b:
        return Relation.AGREE
    return Relation.REFINES if a < b or b < a else Relation.CONTRADICTS


def names(a: str, b: str) -> Relation:
    """Two names of a place or a house: the capitals tell a name from a description, and only two names can contradict."""
    if fold(a) == fold(b):
        return Relation.AGREE if a.casefold() == b.casefold() else Relation.VARIANT_SPELLING
    if same_letters(a, b):
        return Relation.VARIANT_SPELLING
    if _words(a) <= _words(b) or _words(b) <= _words(a):
        return Relation.REFINES
    left, right = _proper(a), _proper(b)
    if left <= right or right <= left:
        # One town, or no name of its own, but another kind of house.
        if _house(a) and _house(b) and not _house(a) & _house(b):
            return Relation.CONTRADICTS
        return Relation.REFINES if left and right else Relation.VARIANT_WORDING
    # `Grand Hotel` against `Palace Hotel`: each has a name of its own, and the shared word is only the kind of house.
    apart = _without(left, right) and _without(right, left)
    return Relation.CONTRADICTS if apart else Relation.VARIANT_WORDING


def _without(words: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """The words of one name that the other has in no spelling."""
    return frozenset(w for w in words if not any(same_letters(w, other) for other in others))


def _house(name: str) -> frozenset[str]:
    return frozenset(fold(name).split()) & HOUSES


_WHERE = re.compile(r"\b(?:in|at) (?:the )?(?:[\w-]+ (?:city|town|port|village|capital) (?:of )?)?([^\W\d_a-z]\w+)")


def elsewhere(a: str, b: str) -> bool:
    """Whether two announcements name towns of which none is the same (`in Geneva`, `in Vienna`; months are no towns)."""
    left, right = ({fold(m) for m in _WHERE.findall(text) if not is_month(m)} for text in (a, b))
    return bool(left and right) and not any(same_letters(x, y) for x in left for y in right)


_BESIDE = re.compile(r"\b(?:near|outside|from|beside|north of|south of|east of|west of)\b")


def _itself(name: str) -> str:
    """The name without what follows `near` or `from`: that is where the place lies, not the place."""
    return _BESIDE.split(name)[0].strip() or name


def _words(name: str) -> frozenset[str]:
    return frozenset(fold(_itself(name)).replace(",", " ").split())


def _proper(name: str) -> frozenset[str]:
    """The words of a name that are written with a capital, or all where none is (a script without capitals, a number)."""
    words = _itself(name).replace(",", " ").split()
    capital = {
        fold(w.strip("().'’\""))
        for w in words
        if w[:1].isupper() or w[:1].isdigit() or (w[:1].isalpha() and w[:1].lower() == w[:1].upper())
    }
    return frozenset(capital - {"the", "of", "at", "in"} - KINDS_OF_PLACE)


# The office at the head of a post's title; two of one office with different portfolios exclude each other.
_OFFICES = frozenset(
    "minister secretary ambassador president chair chairman chairwoman mayor governor commissioner director head".split()
)
_RANKS = frozenset(["deputy", "vice", "acting", "former", "assistant", "first", "interim", "outgoing"])


def posts(a: str, b: str) -> Relation:
    """Two titles of one person: a rank more or less is a qualifier, another portfolio of the same office contradicts."""
    if fold(a) == fold(b):
        return Relation.AGREE
    if same_letters(a, b):
        return Relation.VARIANT_SPELLING
    left, right = (
        frozenset(fold(t).replace("-", " ").split()) - {"of", "the", "for", "and", "a", "to"} for t in (a, b)
    )
    if (left & _RANKS) != (right & _RANKS) and (left & _OFFICES) == (right & _OFFICES) and (left & _OFFICES):
        return Relation.DIFFERS_QUALIFIER
    if left < right or right < left:
        return Relation.REFINES
    if left & right & _OFFICES and (left & _OFFICES) == (right & _OFFICES) and not _alike_portfolios(left, right):
        return Relation.CONTRADICTS
    return Relation.VARIANT_WORDING


def _alike_portfolios(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether what is left of two titles of one office may be one portfolio in other words."""
    left, right = ({meaning(w) for w in words - _OFFICES - _RANKS} for words in (a, b))
    return not left or not right or bool(left & right)


def texts(a: str, b: str, *, negative: tuple[bool, bool], related: bool = False) -> Relation:
    """Two short texts: numbers and denial decide a contradiction, inclusion of words a refinement, nothing else is judged.

    `negative`: whether each denies its value.
    `related`: the question is so narrow that two answers always speak of the same thing.
    """
    left, right = wording(a), wording(b)
    if _is_day(a) and _is_day(b):
        return days(a, b)
    likeness = 1.0 if related else overlap(a, b)
    if negative[0] != negative[1] and likeness >= SAME_SUBJECT:
        return Relation.CONTRADICTS
    if negative[0] == negative[1] and likeness >= SAME_COUNT and conflict(a, b):
        return Relation.CONTRADICTS
    if left.folded == right.folded:
        return Relation.AGREE
    if same_letters(a, b):
        return Relation.VARIANT_SPELLING
    return _by_inclusion(a, b)


def _by_inclusion(a: str, b: str) -> Relation:
    left, right = wording(a).stems, wording(b).stems
    common = shared(left, right)
    more, less = len(left) - common, len(right) - common
    numbers_a, numbers_b = quantities(a), quantities(b)
    if not more and not less:
        return Relation.AGREE if _same_numbers(a, b) else Relation.REFINES
    if bool(numbers_a) != bool(numbers_b) and common:
        # A number on one side only: it refines if the rest says no less, else both narrow the same value in different ways.
        fuller, other = (more, less) if numbers_a else (less, more)
        return (
            Relation.REFINES if not other else (Relation.DIFFERS_QUALIFIER if not fuller else Relation.VARIANT_WORDING)
        )
    return Relation.REFINES if not more or not less else Relation.VARIANT_WORDING


def _same_numbers(a: str, b: str) -> bool:
    return {(q.low, q.high) for q in quantities(a)} == {(q.low, q.high) for q in quantities(b)}
