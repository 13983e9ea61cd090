"""How wide words are, and where their lines break: a generous guess, for the fonts of a reader are not known.

The widths are those of DejaVu Sans, the widest of the fonts that our style sheet may come to, and somewhat more.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ...documents import harmless

LONGEST = 240
"""Letters of a label at most; of a longer one the drawing says where it stands instead: a label is whole or not there."""
_BOLD = 1.12
_CLASSES = {
    "ijlI|!.,:;'’ ": 0.36,
    'frtJ()[]{}/\\-"“”`*·°•': 0.47,
    "mwMW@%—…+=<>~^→": 1.03,
    "жшщюмфыЖШЩЮМФЫѠѡ": 1.12,
    "&": 0.84,
    "\ufdfe\ufdff": 4.0,
}
_WIDTHS = {letter: width for letters, width in _CLASSES.items() for letter in letters}
_ARABIC = range(0x600, 0x780)
_LIGATURES = re.compile("[\ufdf0-\ufdff]")
"""Arabic signs of a whole phrase, wider than any column: a label has their letters."""
_LETTERS = {"\ufdfd": "بسم الله الرحمن الرحيم"}
"""The one among them of which Unicode does not tell the letters."""
_CLOSING = "\u3001\u3002\uff0c\uff0e\uff1b\uff1a\uff01\uff1f\uff09\u300d\u300f\u3011\u300b\u3009\u2026"
"""Signs that begin no line of Chinese or Japanese."""


def told(text: str) -> str:
    """A text of a case as a label: on one line, nothing in it that steers."""
    letters = _LIGATURES.sub(
        lambda sign: _LETTERS.get(sign[0]) or unicodedata.normalize("NFKC", sign[0]), harmless(text)
    )
    return " ".join(letters.split())


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is at most, in the drawing's units."""
    return sum(map(_em, text)) * size * (_BOLD if bold else 1)


def backwards(text: str) -> bool:
    """Whether a text runs from right to left: so says its first strong character."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines that are no wider than this; only a word that is wider than a line is broken."""
    lines: list[str] = []
    line = ""
    for piece, apart in _pieces(text):
        longer = f"{line} {piece}" if line and apart else line + piece
        if width_of(longer, size, bold=bold) <= width:
            line = longer
            continue
        lines += [line] if line else []
        *whole, line = _broken(piece, width, size, bold)
        lines += whole
    return (*lines, line) if line else tuple(lines)


@lru_cache(maxsize=4096)
def _em(letter: str) -> float:
    """The width of one character, in parts of the font's size."""
    code, category = ord(letter), unicodedata.category(letter)
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if category in ("Mn", "Me", "Cf"):
        return 0.0
    if code < 0x250:
        return 0.84 if category == "Lu" else 0.66 if category in ("Ll", "Nd") else 0.9
    if code < 0x600:  # Greek, Cyrillic, Armenian, Hebrew
        return 0.92 if category == "Lu" else 0.78
    if code in _ARABIC:
        return 0.84
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.4 if category == "So" else 1.06
    return 1.12 if code < 0x10000 else 2.0


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """What stays together on a line, each with whether a space stands before it: words, and single wide characters."""
    for word in text.split():
        apart = True
        for piece in re.findall("|".join((f"{_WIDE}[{_CLOSING}]*", f"(?:(?!{_WIDE}).)+")), word):
            yield piece, apart
            apart = False


_WIDE = "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\U00020000-\U0003fffd]"


def _broken(piece: str, width: float, size: float, bold: bool) -> list[str]:
    """A word in parts of at most this width, with a hyphen where the script has one."""
    parts, part = [], ""
    hyphen = width_of("-", size, bold=bold)
    for cluster in _clusters(piece):
        if part and width_of(part + cluster, size, bold=bold) + hyphen > width:
            parts.append(part + "-" * (_cased(part[-1]) and _cased(cluster[0])))
            part = ""
        part += cluster
    return [*parts, part]


def _cased(letter: str) -> bool:
    return letter.lower() != letter.upper()


def _clusters(text: str) -> Iterator[str]:
    """Characters with the marks that belong to them."""
    cluster = ""
    for letter in text:
        if cluster and _em(letter) > 0 and not cluster.endswith("\u200d"):
            yield cluster
            cluster = ""
        cluster += letter
    yield cluster
