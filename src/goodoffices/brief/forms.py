"""The forms of a brief by the ending of a file's name."""

from dataclasses import replace

from ..case import Case, Changes
from ..documents import json_text
from .build import build_outline
from .data import brief_data
from .outline import Outline

ENDINGS = (".html", ".pdf", ".docx", ".md", ".json")
"""The endings that `--output` knows."""


def brief_bytes(
    ending: str,
    case: Case,
    changes: Changes | None = None,
    as_of: str | None = None,
    outline: Outline | None = None,
    with_agreement: bool = False,
) -> bytes:
    """The brief in the form of a file ending, ready to be written; an outline that is built already is not built again."""
    if ending == ".json":
        return (json_text(brief_data(case, changes, as_of, with_agreement, outline)) + "\n").encode()
    return outline_bytes(ending, outline or build_outline(case, changes, as_of, with_agreement))


def outline_bytes(ending: str, outline: Outline) -> bytes:
    """Any outline in the form of a file ending, `.json` excepted: what is in that is not in an outline alone."""
    # Each is imported only when used: Word files and pages bring large libraries along, and start-up must stay quick.
    if ending != ".html" and not outline.unfolded:
        outline = replace(outline, annex=())
    if ending == ".pdf":
        from .pdf import pdf_bytes

        return pdf_bytes(outline)
    if ending == ".docx":
        from .docx import docx_bytes

        return docx_bytes(outline)
    if ending == ".html":
        from .html import html_text

        return html_text(outline).encode()
    from .markdown import markdown_text

    return markdown_text(outline).encode()
