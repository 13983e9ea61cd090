"""A drawing as a picture for a Word document: in the colours of paper, no wider than its text and no higher than its page."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from .word_parts import clean

_HIGHEST = 860
"""The height of one picture, in units of which 96 make an inch: less than a page with its title."""
_SHARP = 2.5
"""Dots of the picture for each unit of the drawing: sharp enough in print."""
_FONTS = "'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
_WIDEST = 600
"""The width of the text of a page, in the same units."""
_SIZE = re.compile(r'<svg [^>]*?\bwidth="([0-9.]+)" height="([0-9.]+)"')
_RIGHTWARD = re.compile(r' direction="rtl" text-anchor="end">([^<]*)<')


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, and how large it is shown, in units of which 96 make an inch."""

    png: bytes
    width: int
    height: int


def drawing_picture(svg: str) -> Picture:
    """A drawing of ours as one picture; ValueError where it does not say how large it is."""
    return _shown(paper_svg(svg), svg)


def chart_picture(svg: str) -> Picture:
    """A chart as one picture; ValueError where it does not say how large it is."""
    return _shown(clean(svg), svg)


def paper_svg(svg: str) -> str:
    """A drawing of ours that stands alone: with its looks, in the colours of paper, for a renderer without a page around it."""
    # The renderer knows no base direction: what begins on the right is embedded instead, and begins on its left edge.
    turned = _RIGHTWARD.sub(lambda found: f' text-anchor="start">\u202b{found[1]}\u202c<', clean(svg))
    start = turned.index(">") + 1
    return f"{turned[:start]}<style>{_styles()}</style>{turned[start:]}"


def _shown(told: str, svg: str) -> Picture:
    size = _SIZE.search(svg)
    if size is None:
        raise ValueError("the drawing has no width and height")
    width, height = float(size[1]), float(size[2])
    shown = min(1.0, _WIDEST / width, _HIGHEST / height)
    return Picture(_png_of(told), round(width * shown), round(height * shown))


@lru_cache(maxsize=16)
def _png_of(svg: str) -> bytes:
    import vl_convert  # 30 MB of a renderer, which only a file for paper with a drawing needs

    vl_convert.register_font_directory(str(files(__package__) / "pdf" / "fonts"))  # what a machine lacks
    return bytes(vl_convert.svg_to_png(svg, scale=_SHARP))


def _styles() -> str:
    """What the page's style sheet says of drawings, in its light colours: one drawing looks the same in both."""
    css = (files(__package__) / "page" / "brief.css").read_text(encoding="utf-8")
    root, *rules = css.splitlines()
    colours = dict(re.findall(r"(--\w+): (#\w+)", root)) | {"currentColor": "#1b1f24", "inherit": _FONTS}
    told = " ".join(
        rule.removeprefix("svg.drawn ") for rule in rules if rule.startswith(("svg.drawn .", "svg.drawn text"))
    )
    return re.sub(r"var\((--\w+)\)|currentColor|inherit", lambda found: colours[found[1] or found[0]], told)
