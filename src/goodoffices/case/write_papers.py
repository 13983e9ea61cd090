"""Writes papers.yaml: a paper more, or that no answer to one is awaited any more; what stands there stays as it is, comments too.

What would make the register wrong is refused before anything is written, in the words in which `check` would tell it.
"""

import os
from collections.abc import Callable
from dataclasses import replace

from ..documents import Document, Editor, Plain, parse, read_yaml, sha256_of, write_text
from ..errors import DataError
from ..talks import Day, Paper, Papers
from .model import Case
from .papers import broken_papers
from .validate import validated
from .write import document_text, entry_data

PAPERS = "papers.yaml"
_HEAD = "Which paper went to whom, and which answer is due. `goodoffices papers` reads this file, and writes into it."
_BOM = "\ufeff"


def add_paper(case: Case, paper: Paper) -> None:
    """Put a paper behind those that the register has; DataError, and nothing written, where it does not fit among them."""
    data = entry_data(paper)
    if not os.path.lexists(case.folder / PAPERS):
        path, text = case.folder / PAPERS, document_text(_HEAD, {"format": "papers/1", "papers": [data]})
        _require_sound(case, Document(path, PAPERS, text, parse(PAPERS, text), ""))
        write_text(path, text, replacing=None)
        return

    def change(editor: Editor) -> None:
        if _list(editor.document.value):
            editor.append(("papers",), data)
        else:
            editor.set(("papers",), [data])

    _edit(case, change)


def settle_paper(case: Case, key: str, day: Day) -> None:
    """Say of the paper with this id from which day on no answer is awaited; DataError where that is before it was handed over."""

    def change(editor: Editor) -> None:
        index = next(
            n for n, one in enumerate(_list(editor.document.value)) if isinstance(one, dict) and one["id"] == key
        )
        editor.set(("papers", index, "settled"), day.text)

    _edit(case, change)


def _list(value: Plain) -> list[Plain]:
    held = value.get("papers") if isinstance(value, dict) else None
    return held if isinstance(held, list) else []


def _require_sound(case: Case, document: Document) -> None:
    """DataError where the register would not hold any more; what stood there before did, so that the fault is what comes."""
    papers, problems = validated(document, Papers)
    problems += broken_papers(document, papers, case.talks) if papers is not None else []
    if problems:
        raise DataError(replace(one, file="the paper to enter", line=0, column=0) for one in problems)


def _edit(case: Case, change: Callable[[Editor], None]) -> None:
    document = read_yaml(case.folder / PAPERS)
    editor = Editor(document)
    change(editor)
    text = editor.text()
    _require_sound(case, replace(document, text=text, value=parse(document.name, text)))
    # `Document.text` is without the byte order mark that some editors put first; it is not ours to take away.
    mark = _BOM if sha256_of(document.text.encode()) != document.sha256 else ""
    write_text(document.path, mark + text, replacing=document.sha256)
