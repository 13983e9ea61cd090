"""Files of a case's folder that are no part of the case: whether they hold what goes, in any encoding, and what becomes of them."""

import base64
import binascii
import html
import io
import json
import os
import quopri
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from yaml import MarkedYAMLError

from ...case.held import HELD
from ...case.unfinished import STAGING
from ...documents import LIMIT, files_below, read_bytes
from ...documents.events import scalars
from ...errors import DataError
from ...language.folding import Span
from . import comments

Find = Callable[[str], list[Span]]
Fate = Literal["stays", "goes", "lines", "closed"]
"""It stays; it goes whole; lines of it go; it cannot be looked into."""
VERSIONS = frozenset({".git", ".hg", ".svn", ".bzr", ".jj"})
"""Folders of version control: what they keep is out of reach."""
CACHES = frozenset({".progress"})
"""Folders of the program's own that may always go."""
LOCK = ".marking.lock"
_NOTES = frozenset({".md", ".txt", ".rst", ".csv", ".tsv", ".org"})
_LITTER = re.compile(r"\..*\.[0-9a-f]{8}\.tmp")
_CLOSED = (
    b"%PDF-",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"Rar!",
    b"\x28\xb5\x2f\xfd",
)
_ENCODINGS = (
    "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1252", "cp1251", "koi8-r", "cp866", "iso8859-9", "iso8859-2", "cp1256",
)  # fmt: skip
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{8,}(?:\r?\n[A-Za-z0-9+/_-]+)*={0,2}")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Other:
    """A file that is no part of the case, and what becomes of it."""

    path: Path
    fate: Fate
    why: str = ""


def holds(data: bytes, find: Find, depth: int = 0) -> bool:
    """Whether bytes hold what is looked for: as text in any of many encodings, escaped, or within an archive."""
    return any(find(text) for text in _readings(data)) or any(
        holds(inner, find, depth + 1) for inner in _inner(data, depth)
    )


def file_holds(name: str, data: bytes, find: Find) -> bool:
    """Whether a file holds it; of YAML each value, key and comment is read by itself: what stands in two of them is no sentence."""
    if name.endswith((".yaml", ".yml")):
        try:
            text = data.decode("utf-8-sig")
            pieces = [value for _, value in scalars(text)] + list(comments.bodies(text))
        except (UnicodeDecodeError, MarkedYAMLError):
            return holds(data, find)
        return any(map(find, pieces)) or any(holds(piece.encode(), find) for piece in pieces if _is_coded(piece))
    if name.endswith(".jsonl"):
        return holds(data, find) or any(find(text) for text in _in_lines(data))
    return holds(data, find)


def _in_lines(data: bytes) -> Iterator[str]:
    """The keys and values of a file of JSON lines, each as it is meant: a name may stand in it with a line end within."""
    for line in data.splitlines():
        with suppress(ValueError, RecursionError):
            yield from _in_value(json.loads(line))


def _in_value(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from _in_value(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _in_value(inner)


def _is_coded(text: str) -> bool:
    return any(mark in text for mark in ("\\", "&", "%", "=")) or len(text) > 40


def is_closed(data: bytes) -> bool:
    """Whether the bytes are packed in a way that this program does not open."""
    return data.startswith(_CLOSED) or (zipfile.is_zipfile(io.BytesIO(data)) and not _opens(data))


def _readings(data: bytes) -> Iterator[str]:
    """The bytes as text, in every encoding in which they may be meant, with escapes read."""
    plain = _plain(data)
    yield plain
    if "\\u" in plain or "\\x" in plain:
        yield _ESCAPED.sub(lambda m: chr(int(m[1] or m[2], 16)), plain)
    if "&" in plain:
        yield html.unescape(plain)
    if "%" in plain:
        yield unquote(plain)
    if b"=" in data:
        yield _plain(quopri.decodestring(data))
    if b"\0" in data or "\ufffd" in plain:
        for encoding in _ENCODINGS:
            yield data.decode(encoding, "replace")
            if encoding.startswith("utf-"):
                yield data[1:].decode(encoding, "replace")  # from an odd place on, as in a cut-off file


def _plain(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _inner(data: bytes, depth: int) -> Iterator[bytes]:
    if depth >= _DEEPEST:
        return
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for one in archive.infolist():
                yield one.filename.encode()
                if one.file_size <= LIMIT and not one.flag_bits & 1:
                    yield archive.read(one)
        return
    for found in _BASE64.finditer(data):
        packed = re.sub(rb"\s", b"", found[0]).rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
        try:
            inner = base64.b64decode(packed + b"=" * (-len(packed) % 4), validate=True)
        except (binascii.Error, ValueError):
            continue
        if inner.isascii() or _is_text(inner):
            yield inner


def _is_text(data: bytes) -> bool:
    try:
        return data.decode("utf-8").isprintable() or b"\n" in data
    except UnicodeDecodeError:
        return False


def _opens(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            small = all(one.file_size <= LIMIT and not one.flag_bits & 1 for one in archive.infolist())
            return small and archive.testzip() is None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        return False


def others(folder: Path, ours: frozenset[Path], find: Find) -> Iterator[Other]:
    """What becomes of each file of the folder that is none of `ours`."""
    for path in files_below(folder, without=VERSIONS | {STAGING}):
        if path not in ours and path.name != LOCK:
            yield _fate(folder, path, find)


def _fate(folder: Path, path: Path, find: Find) -> Other:
    inside = path.relative_to(folder)
    if CACHES & set(inside.parts) or _LITTER.fullmatch(path.name):
        return Other(path, "goes", "a cache or a temporary file of this program")
    if find(inside.as_posix()):
        return Other(path, "goes", "its name has what goes")
    if path.is_symlink() and find(os.readlink(path)):
        return Other(path, "goes", "a link whose path has what goes")
    if path.is_symlink():
        return Other(path, "closed", "a link: what it leads to is not in the folder")
    try:
        data = read_bytes(path, below=folder)
    except DataError as error:
        return Other(path, "closed", error.problems[0].found)
    if is_closed(data):
        return Other(path, "closed", "packed, so that it cannot be searched")
    if not file_holds(path.name, data, find):
        return Other(path, "stays")
    if inside.parts[0] == HELD:
        return Other(path, "goes", _WHOLE_TABLE)
    return Other(path, "lines" if _is_note(folder, path, data, find) else "goes", "it has what goes")


_WHOLE_TABLE = "a table of held talks that has what goes: no line can be taken out of a ledger, so it goes whole"


def _is_note(folder: Path, path: Path, data: bytes, find: Find) -> bool:
    """Whether it is somebody's own plain text, of which the rest may stay."""
    if path.suffix.lower() not in _NOTES or path.parent != folder:
        return False
    left = without_lines(data, find)
    return left is not None and bool(left.strip()) and not holds(left, find)


def without_lines(data: bytes, find: Find) -> bytes | None:
    """A plain text without the lines that hold what goes; None where it is no such text."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    touched = find(text)
    kept, place = [], 0
    for line in text.splitlines(keepends=True):
        start, place = place, place + len(line)
        hit = any(span.start < place and start < span.end for span in touched)
        if not hit and not holds(line.encode(), find):
            kept.append(line)
    return "".join(kept).encode("utf-8")
