"""Where `and`, `&` or a comma belongs to a name: `the Platers' and Riggers' Union`, `Crewe, Moss and Partners`, `Ministry of Land and Water`.

Between two bodies that talk the same words stand as often, so each shape must show that what it joins is one: a tail that firms have,
members named one beside the other before one head, or common words behind the `of` of a single body.
"""

from collections.abc import Iterator, Sequence

from ..mentions.runs import Token
from .lexicon import (
    AGENTS,
    COMMON,
    DETERMINERS,
    DIRECTIONS,
    FIRM_TAILS,
    FIRM_WORDS,
    KINDS,
    LANDSCAPE,
    OF_HEADS,
    RULERS,
    SECTORS,
    people,
    plural,
    singular,
)

_AND = frozenset(("and", "&"))
_AND_ELSEWHERE = frozenset("und og och en y et e".split())
_LEGAL = frozenset("ltd llp plc inc limited".split())
_POSSESSIVE = frozenset(("'", "’", "'s", "’s"))
_HEADS = (
    KINDS.keys()
    | OF_HEADS
    | frozenset(("action", "exchange", "organisation", "organization", "bench", "section", "chapel", "works"))
)


def linked(words: Sequence[Token], capitals: Sequence[bool]) -> frozenset[int]:
    """The places of the words and signs that join two pieces of one name."""
    return frozenset(
        place for at, word in enumerate(words) if 0 < at < len(words) - 1 for place in _at(word, at, words, capitals)
    )


def _at(word: Token, at: int, words: Sequence[Token], capitals: Sequence[bool]) -> Iterator[int]:
    if word.low in _AND_ELSEWHERE and words[at - 1].text == "-" and capitals[at + 1]:
        yield from (at - 1, at)  # `Hafen- und Werftarbeiterbund`
    if word.low not in _AND or not capitals[at + 1]:
        return
    left, right = _run_before(at, words, capitals), _run_behind(at + 1, words, capitals)
    if left < at and (
        _firm(words, left, at, right) or _members(words, left, at, right) or _matters(words, left, at, right)
    ):
        yield at
        yield from _commas(words, capitals, left)


def _run_before(at: int, words: Sequence[Token], capitals: Sequence[bool]) -> int:
    """Where the capitals begin that end here."""
    begin = at
    while begin > 0 and (
        capitals[begin - 1] or (words[begin - 1].text in _POSSESSIVE and begin > 1 and capitals[begin - 2])
    ):
        begin -= 1
    return begin


def _run_behind(at: int, words: Sequence[Token], capitals: Sequence[bool]) -> int:
    """Where the capitals end that begin here."""
    while at < len(words) and (capitals[at] or words[at].text in _POSSESSIVE):
        at += 1
    return at


def _commas(words: Sequence[Token], capitals: Sequence[bool], left: int) -> Iterator[int]:
    """The commas before, each behind another piece of the name."""
    while left > 1 and words[left - 1].text == "," and left - _run_before(left - 1, words, capitals) in (2, 3):
        yield left - 1
        left = _run_before(left - 1, words, capitals)


def _firm(words: Sequence[Token], left: int, at: int, right: int) -> bool:
    """`Brannock & Sons`, `Hale and Daughters Ltd`, `Crewe and Moss Ltd`."""
    behind = [word.low for word in words[at + 1 : right]]
    if words[at - 1].low in KINDS or words[at - 1].text in _POSSESSIVE:
        return False
    return behind[0] in FIRM_TAILS or (behind[-1] in _LEGAL and at - left == 1 and len(behind) == 2)


def _members(words: Sequence[Token], left: int, at: int, right: int) -> bool:
    """`Platers' and Riggers' Union`, `Allied Nurses and Midwives Association`: two kinds of members before one head."""
    behind, before = words[at + 1 : right], words[left:at]
    many = any(people(word.low) or plural(word.low) for word in behind[:-1])
    head = next((n for n, word in enumerate(behind) if word.low in _HEADS and not people(word.low)), 0)
    if head == 0 or any(word.low in KINDS and not people(word.low) for word in before):
        return False
    if left > 0 and words[left - 1].low in ("of", "for") and not many:
        return False  # `the Council of Chiefs and Northern Gold Corp`
    if any(word.text in _POSSESSIVE for word in before):
        return many or before[-1].text not in _POSSESSIVE
    if many and plural(before[-1].low):
        return True
    return _common(before[-1]) and (many or all(_common(word) for word in behind[:head]))


def _common(word: Token) -> bool:
    low = word.low
    return (
        low in COMMON
        or low in SECTORS
        or low in DIRECTIONS
        or low in LANDSCAPE
        or people(low)
        or low in _HEADS
        or singular(low) in COMMON
    )


def _matters(words: Sequence[Token], left: int, at: int, right: int) -> bool:
    """`Ministry of Land and Water`, `Society of Authors and Illustrators`, `the Skippers of the Firth and Sound`."""
    of = left - 1 - (left > 1 and words[left - 1].low == "the")
    while of > 2 and words[of].text == ",":
        of -= 1
        while of > 2 and words[of].low not in ("of", "for", ","):
            of -= 1
    if of < 1 or words[of].low not in ("of", "for") or not words[of - 1].text[0].isupper():
        return False
    head = words[of - 1].low
    if (plural(head) and not people(head)) or head in AGENTS or head in DETERMINERS:
        return False
    behind = words[at + 1 : right]
    if words[at - 1].low in DIRECTIONS and behind[0].low in DIRECTIONS:
        return True  # `Residents of Upper and Lower Tolley`
    if any(word.low in _HEADS and not people(word.low) for word in behind):
        return False
    if len(behind) > 1 and behind[-1].low in FIRM_WORDS:
        return False  # `the Union of Bargemen and Delta Lines`: the second is a firm
    return all(map(_common, (words[at - 1], behind[-1]))) or (
        of == left - 2 and head not in RULERS and _common(words[at - 1])
    )
