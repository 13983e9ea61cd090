"""A text of somebody at the table into a case: its file first, then the record that names it, comments and order kept.

entered = enter_source(folder, "note", note)      writes sources/note-1.txt, and the source `note-1` into record.yaml
"""

import os
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ..documents import Document, Editor, make_folder, read_bytes, read_yaml, sha256_of, write_bytes, write_text
from ..errors import DataError, Problem
from ..record import Claim, Source, TextFile
from .write import entry_data

FOLDER = "sources"
RECORD = "record.yaml"
_BOM = "\ufeff"


@dataclass(frozen=True)
class OwnText:
    """What is entered: the source without its file, the text, and claims without ids; their words stand in the text."""

    source: Source
    text: str
    claims: tuple[Claim, ...] = ()


NO_FILE = TextFile(kind="original", file="", sha256="")
"""Stands in a source until the name of its file is known."""


@dataclass(frozen=True)
class EnteredText:
    """Where it stands now."""

    key: str
    source: Source
    claims: tuple[Claim, ...]


def enter_source(folder: Path, prefix: str, own: OwnText) -> EnteredText:
    """Write the text and its source under the first free id `PREFIX-N`.

    Raises DataError, and changes nothing, where it cannot be written or record.yaml was changed meanwhile.
    """
    document = read_yaml(folder / RECORD)
    key = _free(folder, document, prefix)
    data = own.text.encode()
    file = TextFile(kind="original", file=f"{FOLDER}/{key}.txt", sha256=sha256_of(data))
    claims = tuple(replace(claim, id=f"{key}-{n:02d}", source=key) for n, claim in enumerate(own.claims, 1))
    entered = EnteredText(key, replace(own.source, text=file), claims)
    _write(folder, document, entered, data)
    return entered


def _free(folder: Path, document: Document, prefix: str) -> str:
    """The first id that no source has, with a name that no file has: a text that a crash left behind is nobody's to overwrite."""
    sources = document.value.get("sources")
    taken = {str(key).casefold() for key in sources} if isinstance(sources, dict) else set[str]()
    taken |= {Path(name).stem.casefold() for name in _names(folder / FOLDER)}
    number = 1
    while f"{prefix}-{number}".casefold() in taken:
        number += 1
    return f"{prefix}-{number}"


def _names(folder: Path) -> Collection[str]:
    return os.listdir(folder) if folder.is_dir() else ()


def _write(folder: Path, document: Document, entered: EnteredText, data: bytes) -> None:
    text, path = _record_with(document, entered), folder / entered.source.text.file
    # `Document.text` is without the byte order mark that some editors put first; it is not ours to take away.
    mark = _BOM if sha256_of(document.text.encode()) != document.sha256 else ""
    _make_folder(path.parent)
    try:
        write_bytes(path, data, below=folder)
        write_text(document.path, mark + text, replacing=document.sha256)
    except BaseException:
        # A disk that did not confirm the exchange leaves a record that names the text: then it stays.
        if not _holds(document, mark + text):
            with suppress(OSError):
                path.unlink()
        raise


def _record_with(document: Document, entered: EnteredText) -> str:
    editor, value = Editor(document), document.value
    sources = {entered.key: entry_data(entered.source)}
    if isinstance(value.get("sources"), dict) and value["sources"]:
        editor.insert(("sources",), dict(sources))
    else:
        editor.set(("sources",), dict(sources), after="format")
    claims = [entry_data(claim) for claim in entered.claims]
    if isinstance(value.get("claims"), list) and value["claims"]:
        for claim in claims:
            editor.append(("claims",), claim)
    elif claims:
        editor.set(("claims",), list(claims))
    return editor.text()


def _holds(document: Document, text: str) -> bool:
    """Whether the file on the disk holds the new text."""
    try:
        return read_bytes(document.path, below=document.path.parent) == text.encode()
    except DataError:
        return False


def _make_folder(folder: Path) -> None:
    try:
        make_folder(folder, folder.parent)
    except OSError as error:
        found = f"no folder can be made ({error.strerror})"
        raise DataError([Problem(str(folder), 0, 0, found, "a case that can be written")]) from error
