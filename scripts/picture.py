"""Draws what the README shows: the first page of the brief of examples/istanbul-2025.

.venv-check/dev/bin/python scripts/picture.py     writes docs/brief.png
"""

from dataclasses import replace
from pathlib import Path

from goodoffices.brief import build_outline
from goodoffices.brief.pdf import page_png
from goodoffices.case import read_case

ROOT = Path(__file__).resolve().parents[1]
SHARP = 80
"""Dots an inch: the page is 660 wide, and its letters can be read."""


def picture() -> bytes:
    """The PNG."""
    outline = build_outline(read_case(ROOT / "examples" / "istanbul-2025"))
    return page_png(replace(outline, annex=()), SHARP)


if __name__ == "__main__":
    (ROOT / "docs" / "brief.png").write_bytes(picture())
