"""Edits of the record's text: keys of a claim, one more claim or finding, names that are another's from now on."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from ..documents import Document, Editor, Plain
from ..synthesis import Change, written
from .record_text import CLAIMS, Sheet, document_of


def alone(sheet: Sheet, number: int) -> Document:
    """A document of one claim only, for checks, whatever the layout of the file."""
    if sheet.pieces is not None:
        return sheet.claim_alone(number)
    claims: Any = sheet.value[CLAIMS]
    return document_of(sheet.path, {CLAIMS: [claims[number]]})


def rewritten(record: Sheet, changes: Iterable[Change]) -> Sheet:
    """The record with the changes; those of claims are made claim by claim, in which they are proved."""
    claims: dict[int, dict[str, Plain]] = {}
    others: list[Change] = []
    for change in changes:
        if change.steps[0] == CLAIMS:
            claims.setdefault(int(change.steps[1]), {})[str(change.steps[2])] = change.value
        else:
            others.append(change)
    record = record.edited_at_once({number: partial(with_keys, keys=keys) for number, keys in claims.items()})
    return record.rewritten(written(record.document, others)) if others else record


_OF_A_DECISION = frozenset({"status", "decided_by", "decided_on", "entered_by", "entered_on"})


def with_item(document: Document, key: str, item: dict[str, Plain]) -> str:
    """The text with one more item in the list under a key."""
    editor = Editor(document)
    if document.value.get(key) is None:
        editor.insert((), {key: [item]})
    else:
        editor.append((key,), item)
    return editor.text()


def with_keys(document: Document, number: int, keys: dict[str, Plain]) -> str:
    """The claim with these keys: what is said of it stands behind its value, who decided behind who entered it."""
    claims: Any = document.value[CLAIMS]
    signed = "status" if "status" in claims[number] else "entered_by"
    editor = Editor(document)
    for key, value in keys.items():
        editor.set((CLAIMS, number, key), value, signed if key in _OF_A_DECISION else "value")
    return editor.text()
