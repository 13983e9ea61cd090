"""Runs the template: the largest type in which the main part keeps to its pages, then the whole file."""

import json
from pathlib import Path
from typing import Final, Literal

import typst

from ..outline import Outline
from .content import annex_content, main_content

PAGES = 2
"""Pages that the main part may take."""
SIZES = (10.0, 9.6, 9.2, 8.8, 8.4, 8.0)
"""Points of its letters, the first that keeps it within its pages; where none does, the last."""
_HOME = Path(__file__).parent
_STANDARD: Final[Literal["ua-1"]] = "ua-1"
"""PDF/UA-1 (ISO 14289-1): Typst refuses to write what a screen reader could not read."""


def pdf_bytes(outline: Outline) -> bytes:
    """The bytes of the file; the annex, with every claim at its end, is there where the outline has one.

    Raises KeyError with the id of a claim on which a line rests and for which the outline has no card.
    """
    main = json.dumps(main_content(outline))
    annex = json.dumps(annex_content(outline)) if outline.annex else ""
    size = next((size for size in SIZES if _pages(main, size) <= PAGES), SIZES[-1])
    made = typst.compile(
        _HOME / "brief.typ",
        root=_HOME,
        font_paths=_fonts(),
        sys_inputs=_inputs(main, annex, size),
        pdf_standards=_STANDARD,
        timestamp=0,  # else the day of its making would stand in it
    )
    assert isinstance(made, bytes)  # a list of pages comes for pictures only
    return made


def _pages(main: str, size: float) -> int:
    """The pages of the main part in letters of this size."""
    found = typst.query(
        _HOME / "brief.typ",
        "<end-of-main>",
        field="value",
        one=True,
        root=_HOME,
        font_paths=_fonts(),
        sys_inputs=_inputs(main, "", size),
    )
    return int(json.loads(found))


def _inputs(main: str, annex: str, size: float) -> dict[str, str]:
    return {"main": main, "annex": annex, "size": str(size)}


def _fonts() -> typst.Fonts:
    """Ours alone: with the fonts of a machine the same brief would break its lines elsewhere."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_HOME / "fonts"])
