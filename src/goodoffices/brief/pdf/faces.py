"""What our fonts hold: which characters they have, and how wide each is.

Read from the tables of the files themselves (OpenType 1.9: `cmap` formats 4 and 12, `hmtx`), so that no list can go stale.
"""

import struct
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FAMILIES = ("NotoSans", "NotoSansArabic", "NotoSansHebrew", "NotoSansMath")
"""In the order in which a character is looked for, as `brief.typ` names them."""
FOLDER = Path(__file__).parent / "fonts"


@dataclass(frozen=True, slots=True)
class Face:
    """One font file."""

    glyphs: dict[int, int]
    """The glyph of each character that it has."""
    advances: tuple[int, ...]
    """The width of each glyph; those behind the last are as wide as it."""
    em: int
    """The units of which the size of the letters has so many."""

    def width(self, code: int) -> float:
        """The width of a character that it has, for letters of size 1."""
        return self.advances[min(self.glyphs[code], len(self.advances) - 1)] / self.em


@cache
def face(name: str) -> Face:
    """The font in `NAME.ttf`."""
    data = (FOLDER / f"{name}.ttf").read_bytes()
    tables = {data[at : at + 4].decode("latin-1"): _numbers(">I", data, at + 8)[0] for at in _records(data)}
    (em,) = _numbers(">H", data, tables["head"] + 18)
    (count,) = _numbers(">H", data, tables["hhea"] + 34)
    return Face(_glyphs(data, tables["cmap"]), _numbers(f">{'Hxx' * count}", data, tables["hmtx"]), em)


@cache
def family(character: str) -> str | None:
    """The first family that has the character; None where no font does."""
    return next((name for name in FAMILIES if ord(character) in face(f"{name}-Regular").glyphs), None)


@cache
def width(character: str) -> float | None:
    """How wide a character is set in letters of size 1; None where no font has it."""
    found = family(character)
    if found is not None:
        return face(f"{found}-Regular").width(ord(character))
    # What is not displayed needs no picture: joiners, direction marks, selectors of variants.
    unseen = unicodedata.category(character) == "Cf" or "VARIATION SELECTOR" in unicodedata.name(character, "")
    return 0.0 if unseen else None


def _records(data: bytes) -> range:
    (count,) = _numbers(">H", data, 4)
    return range(12, 12 + 16 * count, 16)


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    (count,) = _numbers(">H", data, cmap + 2)
    starts = [cmap + _numbers(">I", data, cmap + 8 + 8 * number)[0] for number in range(count)]
    found: dict[int, int] = {}
    for start in starts:
        (kind,) = _numbers(">H", data, start)
        found |= {4: _segments, 12: _groups}[kind](data, start) if kind in (4, 12) else {}
    return found


def _segments(data: bytes, start: int) -> dict[int, int]:
    """Format 4: stretches of the first 65,536 characters."""
    count = _numbers(">H", data, start + 6)[0] // 2
    ends, firsts, deltas, ranges = (
        start + 14 + place + 2 * count * number for number, place in enumerate((0, 2, 2, 2))
    )
    found = {}
    for at in range(0, 2 * count, 2):
        first, last, delta, offset = (_numbers(">H", data, row + at)[0] for row in (firsts, ends, deltas, ranges))
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code if not offset else _numbers(">H", data, ranges + at + offset + 2 * (code - first))[0]
            if glyph and (glyph + delta) % 0x10000:
                found[code] = (glyph + delta) % 0x10000
    return found


def _groups(data: bytes, start: int) -> dict[int, int]:
    """Format 12: stretches of all characters."""
    (count,) = _numbers(">I", data, start + 12)
    rows = (_numbers(">III", data, start + 16 + 12 * number) for number in range(count))
    return {code: glyph + code - first for first, last, glyph in rows for code in range(first, last + 1)}


def _numbers(form: str, data: bytes, at: int) -> tuple[Any, ...]:
    return struct.unpack_from(form, data, at)
