"""The text of record.yaml in stretches, one for each claim: a decision on one claim reads and proves that stretch only.

Reading a record of 20,000 claims takes seconds, a decision must not. So the text is cut once, at the lines on which claims
begin; an edit is made in a small document that holds one claim, proved there, and put back between its neighbours.
Whatever does not lie within one claim is read again whole.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, NamedTuple

from ..documents import Document, Plain, parse, read_yaml, sha256_of
from ..documents.quoting import entries

CLAIMS = "claims"
_HEAD = f"{CLAIMS}:\n"
_BOM = "\ufeff"
_ITEM = re.compile(r" *- +")


class Splice(NamedTuple):
    """A stretch of a text and what comes in its place; `start` counts code points."""

    start: int
    old: str
    new: str


@dataclass(frozen=True, eq=False)
class Sheet:
    """A YAML file as it was read or last written: its text, its values, the digest of its bytes."""

    path: Path
    name: str
    text: str
    value: dict[str, Plain]
    sha256: str
    mark: str
    """The byte order mark that some editors put first; it is not ours to take away."""
    pieces: tuple[str, ...] | None = None
    """The text before the claims, each claim's lines, the text behind; None where claims do not stand on lines of their own."""

    @classmethod
    def read(cls, path: Path) -> "Sheet":
        """Read the file; raises DataError as `read_yaml` does."""
        document = read_yaml(path)
        mark = _BOM if sha256_of(document.text.encode()) != document.sha256 else ""
        return cls(path, document.name, document.text, document.value, document.sha256, mark, _cut(document))

    @cached_property
    def document(self) -> Document:
        """The whole file, for the editor."""
        return Document(self.path, self.name, self.text, self.value, self.sha256)

    @property
    def data(self) -> str:
        """What is written."""
        return self.mark + self.text

    def edited(self, index: int, edit: Callable[[Document, int], str]) -> "Sheet":
        """The sheet with one claim edited: `edit` gets a document and the claim's number in it, and returns its new text."""
        if self.pieces is None:
            return self.rewritten(edit(self.document, index))
        text = edit(self.claim_alone(index), 0)
        new = text.removeprefix(_HEAD)
        if len(new) + len(_HEAD) != len(text):
            return self.rewritten(edit(self.document, index))
        return self._with_piece(index, new)

    def edited_at_once(self, edits: Mapping[int, Callable[[Document, int], str]]) -> "Sheet":
        """The sheet with many claims edited, as `edited` does it, and put together once."""
        pieces, claims = list(self.pieces or ()), list[Any](self.value.get(CLAIMS) or ())  # type: ignore[arg-type]
        for index, edit in edits.items() if self.pieces is not None else ():
            text = edit(self.claim_alone(index), 0)
            new = text.removeprefix(_HEAD)
            parsed: Any = parse(self.name, text).get(CLAIMS)
            if len(new) + len(_HEAD) != len(text) or not isinstance(parsed, list) or len(parsed) != 1:
                break
            pieces[index + 1], claims[index] = new, parsed[0]
        else:
            if self.pieces is not None:
                value = {**self.value, CLAIMS: claims}
                return self._signed(replace(self, text="".join(pieces), value=value, pieces=tuple(pieces)))
        sheet = self
        for index, edit in edits.items():
            sheet = sheet.edited(index, edit)
        return sheet

    def claim_alone(self, index: int) -> Document:
        """A document that holds one claim only, in the lines in which it stands here."""
        if self.pieces is None:
            return self.document
        claims: Any = self.value[CLAIMS]
        return Document(self.path, self.name, _HEAD + self.pieces[index + 1], {CLAIMS: [claims[index]]}, "")

    def rewritten(self, text: str) -> "Sheet":
        """The sheet with another text, read whole."""
        value = parse(self.name, text)
        document = Document(self.path, self.name, text, value, "")
        return self._signed(replace(self, text=text, value=value, pieces=_cut(document)))

    def spliced(self, splice: Splice) -> "Sheet":
        """The sheet with one stretch exchanged; ValueError where the old stretch does not stand there."""
        start, end = splice.start, splice.start + len(splice.old)
        if start < 0 or self.text[start:end] != splice.old:
            raise ValueError("other text stands there by now")
        found = self._piece_around(start, end)
        if found is None:
            return self.rewritten(self.text[:start] + splice.new + self.text[end:])
        index, offset = found
        piece = (self.pieces or ())[index + 1]
        return self._with_piece(index, piece[: start - offset] + splice.new + piece[end - offset :])

    def _piece_around(self, start: int, end: int) -> tuple[int, int] | None:
        """The claim within whose lines the stretch lies, and where they begin; the stretch is less than the whole of them."""
        if self.pieces is None:
            return None
        ends = list(accumulate(map(len, self.pieces)))
        for index, piece in enumerate(self.pieces[1:-1]):
            offset = ends[index]
            if offset < start and end <= offset + len(piece):
                return index, offset
        return None

    def _with_piece(self, index: int, piece: str) -> "Sheet":
        claims: Any = parse(self.name, _HEAD + piece)[CLAIMS]
        pieces = self.pieces or ()
        pieces = (*pieces[: index + 1], piece, *pieces[index + 2 :])
        if not isinstance(claims, list) or len(claims) != 1:
            return self.rewritten("".join(pieces))
        old: Any = self.value[CLAIMS]
        value = {**self.value, CLAIMS: [*old[:index], claims[0], *old[index + 1 :]]}
        return self._signed(replace(self, text="".join(pieces), value=value, pieces=pieces))

    @staticmethod
    def _signed(sheet: "Sheet") -> "Sheet":
        return replace(sheet, sha256=sha256_of(sheet.data.encode()))

    def appended(self, claim: dict[str, Plain], edit: Callable[[Document], str]) -> "Sheet":
        """The sheet with a new last claim: `edit` adds it to a document's claims and returns the new text."""
        claims: Any = self.value.get(CLAIMS)
        if self.pieces is None or not claims:
            return self.rewritten(edit(self.document))
        last = len(claims) - 1
        alone = self.claim_alone(last)
        text = edit(alone)
        if not text.startswith(alone.text):  # the last line had no end: it is read again whole
            return self.rewritten(edit(self.document))
        new = text[len(alone.text) :]
        pieces = (*self.pieces[:-1], new, self.pieces[-1])
        value = {**self.value, CLAIMS: [*claims, claim]}
        return self._signed(replace(self, text="".join(pieces), value=value, pieces=pieces))


def document_of(path: Path, value: dict[str, Plain]) -> Document:
    """A document that holds these values, written plainly: for checks, which tell places."""
    return Document(path, str(path), "\n".join([*entries(value, 0), ""]), value, "")


def splice_between(old: str, new: str) -> Splice:
    """The one stretch in which two texts differ."""
    front = _alike(old, new, from_behind=False)
    old_rest, new_rest = old[front:], new[front:]
    behind = _alike(old_rest, new_rest, from_behind=True)
    return Splice(front, old_rest[: len(old_rest) - behind], new_rest[: len(new_rest) - behind])


def _alike(a: str, b: str, *, from_behind: bool) -> int:
    """How many characters two texts share at one end. By halves: comparing slices is fast, characters one by one are not."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        same = a[len(a) - middle :] == b[len(b) - middle :] if from_behind else a[:middle] == b[:middle]
        low, high = (middle, high) if same else (low, middle - 1)
    return low


def _cut(document: Document) -> tuple[str, ...] | None:
    claims = document.value.get(CLAIMS)
    if not isinstance(claims, list) or not claims:
        return None
    marks, text = document.marks, document.text
    node, _ = marks.find(document.value, (CLAIMS,))
    if marks.flow[node]:
        return None
    starts = []
    children: Any = marks.children(node, claims)
    for child in children:
        start = marks.starts[child]
        line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        if not _ITEM.fullmatch(text, line, start):
            return None
        starts.append(line)
    end = text.find("\n", max(marks.ends[children[-1]] - 1, 0)) + 1 or len(text)
    bounds = [0, *starts, end, len(text)]
    return tuple(text[a:b] for a, b in pairwise(bounds))
