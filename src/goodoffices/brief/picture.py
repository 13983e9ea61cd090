"""A drawing for paper, as pictures or as drawings still: in the colours of paper, none of them higher than a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from .diagram import ROW
from .footnotes import clean

_HIGHEST = 8 * ROW
"""The height of one picture in the drawing's units: whole meetings, and less than a page with its title."""
_SHARP = 2.5
"""Dots of the picture for each unit of the drawing, of which 96 make an inch: sharp enough in print."""
_FONTS = "'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
_WIDEST = 600
"""The width of the text of a page, in the same units."""
_SIZE = re.compile(r'<svg [^>]*?\bwidth="([0-9.]+)" height="([0-9.]+)"')
_BOX = re.compile(r'viewBox="0 0 (\d+) (\d+)" width="\d+" height="\d+"')


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, and how large it is shown, in units of which 96 make an inch."""

    png: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A drawing no higher than a page, with its looks in it, and how large it is shown, in the same units."""

    svg: str
    width: int
    height: int


def pictures(svg: str) -> Iterator[Picture]:
    """The drawing in pieces from top to bottom; ValueError where it does not say how large it is."""
    return (Picture(_png_of(piece.svg), piece.width, piece.height) for piece in pieces(svg))


def pieces(svg: str) -> Iterator[Piece]:
    """As `pictures`, still as drawings."""
    box = _BOX.search(svg)
    if box is None:
        raise ValueError("the drawing has no viewBox from 0 0 with its width and height")
    width, height = int(box[1]), int(box[2])
    for top in range(0, height, _HIGHEST):
        part = min(_HIGHEST, height - top)
        piece = svg.replace(box[0], f'viewBox="0 {top} {width} {part}" width="{width}" height="{part}"', 1)
        yield Piece(_styled(clean(piece)), width, part)


def chart_picture(svg: str) -> Picture:
    """A chart as one picture, shown no wider than the text and no higher than a page; ValueError where it has no size."""
    piece = chart_piece(svg)
    return Picture(_png_of(piece.svg), piece.width, piece.height)


def chart_piece(svg: str) -> Piece:
    """As `chart_picture`, still as a drawing."""
    size = _SIZE.search(svg)
    if size is None:
        raise ValueError("the chart has no width and height")
    width, height = float(size[1]), float(size[2])
    shown = min(1.0, _WIDEST / width, _HIGHEST / height)
    return Piece(clean(svg), round(width * shown), round(height * shown))


@lru_cache(maxsize=16)
def _png_of(svg: str) -> bytes:
    import vl_convert  # 30 MB of a renderer, which only a Word file with a drawing needs

    return bytes(vl_convert.svg_to_png(svg, scale=_SHARP))


def _styled(svg: str) -> str:
    """The drawing with its looks in it: outside the page it has no style sheet."""
    start = svg.index(">") + 1
    return f"{svg[:start]}<style>{_styles()}</style>{svg[start:]}"


def _styles() -> str:
    """What the page's style sheet says of drawings, in its light colours: one drawing looks the same in both."""
    css = (files(__package__) / "page" / "brief.css").read_text(encoding="utf-8")
    root, *rules = css.splitlines()
    colours = dict(re.findall(r"(--\w+): (#\w+)", root)) | {"currentColor": "#1b1f24", "inherit": _FONTS}
    told = " ".join(
        rule.removeprefix("svg.drawn ") for rule in rules if rule.startswith(("svg.drawn .", "svg.drawn text"))
    )
    return re.sub(r"var\((--\w+)\)|currentColor|inherit", lambda found: colours[found[1] or found[0]], told)
