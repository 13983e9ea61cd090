"""`--figure FILE.svg`: a drawing beside what is printed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..brief.charts import file_svg
from ..documents import write_bytes
from ..errors import UsageError


def refuse_others(figure: Path | None) -> None:
    """UsageError where the name is not one of an SVG file, before any work is done."""
    if figure is not None and figure.suffix.lower() != ".svg":
        raise UsageError(f"--figure: found '{figure.name}', expected a name that ends in .svg")


def draw(figure: Path, description: Mapping[str, Any], title: str) -> None:
    """Render a Vega-Lite description into a file."""
    write_bytes(figure, file_svg(description, title))
