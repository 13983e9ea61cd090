"""Runs the template: the largest type in which the main part keeps to its pages, then the whole file."""

import json

from ..outline import Outline
from .compiler import TEMPLATE, compiled, pictured, told
from .content import annex_content, main_content

PAGES = 2
"""Pages that the main part may take."""
SIZES = (10.0, 9.6, 9.2, 8.8, 8.4, 8.0)
"""Points of its letters, the first that keeps it within its pages; where none does, the last."""

LONG = 200_000
"""Letters of what the template is given: so many take many pages in whatever letters."""


def pdf_bytes(outline: Outline) -> bytes:
    """The bytes of the file; the annex, with every claim at its end, is there where the outline has one.

    Raises KeyError with the id of a claim on which a line rests and for which the outline has no card.
    """
    main = json.dumps(main_content(outline))
    annex = json.dumps(annex_content(outline)) if outline.annex else ""
    return compiled(TEMPLATE, _inputs(main, annex, _size(main, outline.pages)))


def page_png(outline: Outline, ppi: float) -> bytes:
    """The first page of the main part as a PNG, with so many dots an inch."""
    main = json.dumps(main_content(outline))
    return pictured(TEMPLATE, _inputs(main, "", _size(main, outline.pages)), ppi)[0]


def _size(main: str, pages: int) -> float:
    """The largest letters that keep to the pages; if none does for one page, to two."""
    limits = sorted({pages, PAGES})
    if len(main) <= LONG and _pages(main, SIZES[0]) <= limits[0]:
        return SIZES[0]
    # What the smallest letters do not keep to none does: so a long text is set once, not in all of them.
    fewest = _pages(main, SIZES[-1])
    most = next((most for most in limits if fewest <= most), 0)
    return next((size for size in SIZES[:-1] if most and _pages(main, size) <= most), SIZES[-1])


def _pages(main: str, size: float) -> int:
    """The pages of the main part in letters of this size."""
    return int(told(TEMPLATE, "<end-of-main>", _inputs(main, "", size)))


def _inputs(main: str, annex: str, size: float) -> dict[str, str]:
    return {"main": main, "annex": annex, "size": str(size)}
