"""Drawings as Typst can set them: shapes as they are, their texts set as all texts are.

A text that stays in a drawing Typst sets by other means, which fail at letters of two fonts. Whether such a text can be set is
tried, for the rules behind it are those of fonts; what cannot is set with less of it. The words below a drawing say all
that it says.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import escape, unescape
from typing import NamedTuple

from .compiler import PROBE, Refused, compiled
from .faces import FAMILIES, family
from .words import clean

_BETWEEN_TAGS = re.compile("[^<>]+")
_LABEL = re.compile(r'<text x="([\d.]+)" y="([\d.]+)" class="(what|where|number|code)">([^<]*)</text>')
_DRAWING = (
    '<svg viewBox="0 0 9 9" width="9" height="9" xmlns="http://www.w3.org/2000/svg" font-family="Noto Sans">'
    '<text>{0}</text><text font-weight="600">{0}</text></svg>'
)


class Label(NamedTuple):
    """A text of a drawing, in its units."""

    x: float
    y: float
    kind: str
    text: str


def lifted(drawing: str, top: int, height: int) -> tuple[str, list[Label]]:
    """The drawing of the meetings without its texts, and those that stand between two heights, with where they stand."""
    labels = [Label(float(x), float(y) - top, kind, unescape(text)) for x, y, kind, text in _LABEL.findall(drawing)]
    return _LABEL.sub("", drawing), [label for label in labels if 0 <= label.y <= height]


def shown(drawing: str) -> str:
    """A drawing with a sign for each letter that no font has, and without marks that are no part of a letter."""
    return drawing if drawing.isascii() else _BETWEEN_TAGS.sub(lambda found: _shown(found[0]), drawing)


@lru_cache(maxsize=1000)
def _shown(text: str) -> str:
    if text.isascii():
        return text
    return escape(
        next((less for less in _less_and_less(clean(unescape(text))) if _can_be_set(less)), "\ufffd"), quote=False
    )


def _less_and_less(text: str) -> Iterator[str]:
    """The text without loose marks; without accents and points; with the letters of the first family alone."""
    for form in ("NFC", "NFD"):
        letters = (
            c for c in unicodedata.normalize(form, text) if unicodedata.category(c) not in ("Mn", "Me", "Mc", "Cf")
        )
        yield "".join("\ufffd" if family(c) is None else c for c in letters)
    yield "".join(c if family(c) == FAMILIES[0] else "\ufffd" for c in unicodedata.normalize("NFC", text))


def _can_be_set(text: str) -> bool:
    try:
        compiled(PROBE, {"drawing": _DRAWING.format(escape(text))})
    except Refused:
        return False
    return True
