"""Typst, shut in: it reads this folder alone, has our fonts alone, is told no day, and writes nothing but what it returns."""

import json
from pathlib import Path
from typing import Any, Final, Literal

import typst

HOME = Path(__file__).parent
TEMPLATE = HOME / "brief.typ"
"""A whole brief."""
_STANDARD: Final[Literal["ua-1"]] = "ua-1"
"""PDF/UA-1 (ISO 14289-1): Typst refuses to write what a screen reader could not read."""


def compiled(source: Path, inputs: dict[str, str]) -> bytes:
    """The PDF of a template; `inputs` are its data."""
    made = typst.compile(
        source,
        root=HOME,
        font_paths=_fonts(),
        sys_inputs=inputs,
        pdf_standards=_STANDARD,
        timestamp=0,  # else the day of its making would stand in it
    )
    assert isinstance(made, bytes)  # a list of pages comes for pictures only
    return made


def pictured(source: Path, inputs: dict[str, str], ppi: float) -> list[bytes]:
    """The pages of a template as PNGs, with so many dots an inch."""
    made: Any = typst.compile(source, root=HOME, font_paths=_fonts(), sys_inputs=inputs, format="png", ppi=ppi)
    return [made] if isinstance(made, bytes) else list(made)


def told(source: Path, label: str, inputs: dict[str, str]) -> Any:
    """What a template says of itself under a label."""
    found = typst.query(source, label, field="value", one=True, root=HOME, font_paths=_fonts(), sys_inputs=inputs)
    return json.loads(found)


def told_all(source: Path, label: str, inputs: dict[str, str]) -> Any:
    """All that a template says of itself under a label, in the order of its pages."""
    found = typst.query(source, label, field="value", root=HOME, font_paths=_fonts(), sys_inputs=inputs)
    return json.loads(found)


def _fonts() -> typst.Fonts:
    """Ours alone: with the fonts of a machine the same brief would break its lines elsewhere."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[HOME / "fonts"])
