"""The forms of a brief by the ending of a file's name."""

from collections.abc import Callable

from ..case import Case, Changes
from ..documents import json_text
from .build import build_outline
from .data import brief_data
from .docx import docx_bytes
from .html import html_text
from .markdown import markdown_text
from .outline import Outline

ENDINGS = (".html", ".docx", ".md", ".json")
"""The endings that `--output` knows."""
_FROM_OUTLINE: dict[str, Callable[[Outline], bytes]] = {
    ".html": lambda outline: html_text(outline).encode(),
    ".docx": lambda outline: docx_bytes(outline),
    ".md": lambda outline: markdown_text(outline).encode(),
}


def brief_bytes(
    ending: str, case: Case, changes: Changes | None = None, as_of: str | None = None, outline: Outline | None = None
) -> bytes:
    """The brief in the form of a file ending, ready to be written; an outline that is built already is not built again."""
    if ending == ".json":
        return (json_text(brief_data(case, changes, as_of)) + "\n").encode()
    return _FROM_OUTLINE[ending](outline or build_outline(case, changes, as_of))
