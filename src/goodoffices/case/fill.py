"""Fills in where the words of each claim stand; nothing else of the file is touched."""

from pathlib import Path

from ..documents import Editor, Plain, read_yaml, sha256_of, write_text
from .model import Anchor
from .read import RECORD, read_case

_BOM = "\ufeff"


def fill_anchors(folder: Path) -> int:
    """Write `start` and `end` behind the `words` of each claim that lacks them; how many claims were filled.

    Raises DataError, and writes nothing, if the case has an error or the file changes meanwhile.
    """
    # Read before the case is: whatever changes from here on no longer fits this digest, and is not overwritten.
    document = read_yaml(folder / RECORD)
    case = read_case(folder)
    editor, filled = Editor(document), 0
    for index, claim in enumerate(case.record.claims):
        anchor = case.anchors[claim.id]
        if missing := _missing(anchor, claim.start, claim.end):
            editor.insert(("claims", index), missing, after="words" if "start" in missing else "start")
            filled += 1
    if filled:
        text = editor.text()
        # `text` is without the byte order mark that some editors put first; it is not ours to take away.
        mark = _BOM if sha256_of(document.text.encode()) != document.sha256 else ""
        write_text(document.path, mark + text, replacing=document.sha256)
    return filled


def _missing(anchor: Anchor, start: int | None, end: int | None) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    if start is None:
        found["start"] = anchor.start
    if end is None:
        found["end"] = anchor.end
    return found
