"""YAML with places, edits that keep comments, atomic writes: the only floor that reads and writes a case's files.

    document = read_yaml("istanbul-2025/record.yaml")     plain values, every mistake with its place
    document.value["claims"][0]["id"]                     None, bool, int, Decimal, str, list, dict
    document.place(("claims", 0, "id"))                   Place(line=3, column=9)
    editor = Editor(document)
    editor.insert(("claims", 0), {"status": "accepted"}, after="id")
    write_text(document.path, editor.text(), replacing=document.sha256)

Only null, booleans in lower case, integers and decimals are more than text. Offsets, lines and columns count
Unicode code points. Whatever cannot be read or written raises DataError with file, line and column.
Read `yaml.py` first; `edit.py` and `write.py` build on it.
"""

from goodoffices.documents.door import PRIVATE_FOLDER, held, make_folder, require_own, require_regular
from goodoffices.documents.edit import Editor
from goodoffices.documents.erase import (
    files_below,
    folders_below,
    remove_file,
    remove_folder,
    remove_if_empty,
    remove_whole,
    same_file,
)
from goodoffices.documents.lines import LINE_LIMIT, LineFile, read_lines
from goodoffices.documents.marks import Step
from goodoffices.documents.places import Lines, Place, Span
from goodoffices.documents.plain import Plain, copy_of, same
from goodoffices.documents.quoting import CannotWriteError
from goodoffices.documents.reader import parse
from goodoffices.documents.runs import runs
from goodoffices.documents.text import LIMIT, decode, excerpt, read_bytes, read_text, sha256_of, shown
from goodoffices.documents.visible import harmless, json_text, one_for_one, visible, without_unseen
from goodoffices.documents.write import is_written, sweep, write_bytes, write_text
from goodoffices.documents.yaml import Document, read_yaml

__all__ = [
    "LIMIT",
    "LINE_LIMIT",
    "PRIVATE_FOLDER",
    "CannotWriteError",
    "Document",
    "Editor",
    "LineFile",
    "Lines",
    "Place",
    "Plain",
    "Span",
    "Step",
    "copy_of",
    "decode",
    "excerpt",
    "files_below",
    "folders_below",
    "harmless",
    "held",
    "is_written",
    "json_text",
    "make_folder",
    "one_for_one",
    "parse",
    "read_bytes",
    "read_lines",
    "read_text",
    "read_yaml",
    "remove_file",
    "remove_folder",
    "remove_if_empty",
    "remove_whole",
    "require_own",
    "require_regular",
    "runs",
    "same",
    "same_file",
    "sha256_of",
    "shown",
    "sweep",
    "visible",
    "without_unseen",
    "write_bytes",
    "write_text",
]
