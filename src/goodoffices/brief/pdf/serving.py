"""The other side of `compiler`: Typst itself, in the process of its own."""

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Literal

import typst

from ...apart import inside
from ...documents import json_text
from .compiler import HOME

_STANDARD: Final[Literal["ua-1"]] = "ua-1"
"""PDF/UA-1 (ISO 14289-1): Typst refuses to write what a screen reader could not read."""


def serve() -> None:
    """Set pages until there are no more."""
    inside.serve(_answer, "written")


def _answer(asked: bytes) -> bytes:
    wanted = json.loads(asked)
    what, source = _DONE[wanted.pop("what")], Path(wanted.pop("source"))
    try:
        return json_text({"found": what(source, **wanted)}, indent=None).encode()
    except (RuntimeError, ValueError) as error:  # typst's own is a RuntimeError
        return json_text({"failed": str(error)}, indent=None).encode()


def _compiled(source: Path, inputs: dict[str, str]) -> str:
    made = typst.compile(
        source,
        root=HOME,
        font_paths=_fonts(),
        sys_inputs=inputs,
        pdf_standards=_STANDARD,
        timestamp=0,  # else the day of its making would stand in it
    )
    assert isinstance(made, bytes)  # a list of pages comes for pictures only
    return base64.b64encode(made).decode()


def _pictured(source: Path, inputs: dict[str, str], ppi: float) -> list[str]:
    made: Any = typst.compile(source, root=HOME, font_paths=_fonts(), sys_inputs=inputs, format="png", ppi=ppi)
    return [base64.b64encode(page).decode() for page in ([made] if isinstance(made, bytes) else made)]


def _told(source: Path, inputs: dict[str, str], label: str) -> Any:
    found = typst.query(source, label, field="value", one=True, root=HOME, font_paths=_fonts(), sys_inputs=inputs)
    return json.loads(found)


def _told_all(source: Path, inputs: dict[str, str], label: str) -> Any:
    return json.loads(typst.query(source, label, field="value", root=HOME, font_paths=_fonts(), sys_inputs=inputs))


_DONE: dict[str, Callable[..., Any]] = {
    "compiled": _compiled,
    "pictured": _pictured,
    "told": _told,
    "told_all": _told_all,
}


def _fonts() -> typst.Fonts:
    """Ours alone: with the fonts of a machine the same brief would break its lines elsewhere."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[HOME / "fonts"])
