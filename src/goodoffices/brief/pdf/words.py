"""Texts as pieces that the template places: letters, numbers of letters that no font has, places where a line may end."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import TypeAlias

from ...documents import harmless
from .faces import width

Piece: TypeAlias = str | list[str]
"""Letters, or a kind and what it shows: `unknown` numbers, `break`, `steer` with a sign that holds a direction together."""
Words: TypeAlias = str | list[Piece]

_LINE_ENDS = re.compile("\r\n|[\t\n\r\x0b\x0c\x85\u2028\u2029]")
_STRONG = {"L": False, "R": True, "AL": True}
_CODE = 2.2
"""The width of a letter's number, for letters of size 1."""
_FEWEST = 8
"""Letters that a piece of a word which is broken has at least, so that there are not as many pieces as letters."""
_CLOSE, _SPARSE, _ENDLESS = 0.2, 0.8, 500
"""How wide such a piece is, in part of the room; for words of so many letters wide, or there are too many pieces."""
_STACKED = 8
"""Marks on one letter that are drawn, more than any script writes; a reader may refuse a page with hundreds on one."""
_FROM, _TO = ["steer", "\u2068"], ["steer", "\u2069"]


def clean(text: str) -> str:
    """The text on one line, with what steers or is not displayed shown as what it is."""
    return harmless(_LINE_ENDS.sub(" ", text))


def rightward(text: str) -> bool:
    """Whether a paragraph with this text runs right to left: as its first letter of either kind does."""
    kinds = (_STRONG.get(unicodedata.bidirectional(character)) for character in text)
    return not text.isascii() and next((kind for kind in kinds if kind is not None), False)


def turns(text: str) -> bool:
    """Whether the text has any letter that runs right to left."""
    return not text.isascii() and any(_STRONG.get(unicodedata.bidirectional(character)) for character in text)


def lacking(text: str) -> bool:
    """Whether the text has a character that no font has."""
    return not text.isascii() and any(width(character) is None for character in _seen(clean(text)))


def ems(text: str) -> float:
    """How wide the text is in letters of size 1."""
    return sum(_CODE if (wide := width(character)) is None else wide for character in text)


def words(text: str, room: float = 0.0, held: bool = False) -> Words:
    """The text in pieces. `room`: how wide a word may be; `held`: it keeps its direction to itself among its neighbours."""
    pieces = list(_pieces(_seen(clean(text)), room))
    whole: Words = pieces[0] if len(pieces) == 1 and isinstance(pieces[0], str) else pieces or ""
    return [_FROM, *([whole] if isinstance(whole, str) else whole), _TO] if held and whole else whole


def shortened(text: str, room: float) -> str:
    """As much of the beginning as has room on one line."""
    text = clean(text)
    if ems(text[:1000]) <= room:
        return text
    kept, used = 0, 1.0
    while used + (wide := ems(text[kept])) <= room:
        used += wide
        kept += 1
    return text[:kept].rstrip() + "…"


def _seen(text: str) -> str:
    """Spaces of other widths that no font has, as spaces."""
    if text.isascii():
        return text
    return "".join(" " if unicodedata.category(c) == "Zs" and width(c) is None else c for c in text)


def _pieces(text: str, room: float) -> Iterator[Piece]:
    kept: list[str] = []
    for word in re.split("( )", text):
        if room and len(word) * _CODE > room and ems(word) > room:
            yield from _joined(kept)
            yield from _broken(word, room)
            kept = []
        else:
            kept.append(word)
    yield from _joined(kept)


def _joined(parts: list[str]) -> Iterator[Piece]:
    text = "".join(parts)
    if text.isascii():
        yield from [text] if text else []
        return
    lacks = [width(character) is None for character in text]
    stacked = 0
    for number, character in enumerate(text):
        stacked = stacked + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        lacks[number] |= stacked > _STACKED
        # A joiner or a mark behind a letter that is only numbered belongs to its number.
        lacks[number] |= number > 0 and lacks[number - 1] and unicodedata.category(character) in ("Cf", "Mn", "Me")
    for unknown, group in groupby(zip(text, lacks, strict=True), lambda pair: pair[1]):
        letters = "".join(letter for letter, _ in group)
        yield ["unknown", "U+" + " ".join(f"{ord(letter):04X}" for letter in letters)] if unknown else letters


def _broken(word: str, room: float) -> Iterator[Piece]:
    """A word that no line holds, in pieces between which a line may end; never between a letter and its marks."""
    start, used, short = 0, 0.0, room * (_SPARSE if len(word) > _ENDLESS else _CLOSE)
    for number, letter in enumerate(word):
        wide = ems(letter)
        if (
            number - start >= min(_FEWEST, room)
            and used + wide > short
            and not unicodedata.category(letter).startswith("M")
        ):
            yield from _joined([word[start:number]])
            yield ["break", ""]
            start, used = number, 0.0
        used += wide
    yield from _joined([word[start:]])
