"""Reports: any file that a person has, as bytes, text and what it says of itself.

    report = read_report_file(Path("statement.pdf"))
    report.text                     what is stored as the source's text and what claims are anchored in
    report.guesses.publisher        a guess, with report.guesses.taken_from["publisher"] for the person who confirms it
    report.notes                    what was changed or left out

Whatever cannot be read raises DataError with one Problem: what was found, what was expected, and what to do.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from ..documents import read_bytes, sha256_of, shown
from .formats import Guesses, Kind, content_of, kind_of, refusal

LIMIT = 20 * 1024 * 1024
"""The largest report, in bytes. A report of talks is some kilobytes; a book of minutes a few megabytes."""
STDIN = "standard input"


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it came in."""

    name: str
    """How it was named, for messages and for its ending; never a place to write to."""
    kind: Kind
    """text, html, pdf, word or mail."""
    raw: bytes = field(repr=False)
    """Its bytes, unchanged."""
    sha256: str
    """The SHA-256 of the bytes, in hexadecimal."""
    text: str = field(repr=False)
    """Its text: lines end with LF, the last one, too; no control and no direction-changing characters."""
    guesses: Guesses
    """What it says of itself."""
    notes: tuple[str, ...] = ()
    """What was changed or left out, a phrase each."""


def read_report(name: str, raw: bytes) -> Report:
    """The report in the bytes of a file of this name; raises DataError with one Problem where there is none."""
    if len(raw) > LIMIT:
        raise _too_large(name, f"{len(raw):,}")
    if not raw:
        raise refusal(name, "an empty file, or one that the system makes up", "a report with text")
    kind = kind_of(name, raw)
    content = content_of(name, kind, raw)
    if not content.text:
        raise refusal(name, "nothing but white space", "a report with text")
    return Report(name, kind, raw, sha256_of(raw), content.text, content.guesses, content.notes)


def read_report_file(path: Path) -> Report:
    """The report in a file; of a file that is too large nothing is read."""
    return read_report(shown(path), read_bytes(path, LIMIT))


def stdin_bytes(stream: BinaryIO) -> bytes:
    """What comes from a stream of bytes, such as `sys.stdin.buffer`; DataError where it is more than the limit."""
    raw = bytearray()
    # In a loop, since a pipe gives what there is so far.
    while len(raw) <= LIMIT and (piece := stream.read(LIMIT + 1 - len(raw))):
        raw += piece
    if len(raw) > LIMIT:
        raise _too_large(STDIN, f"more than {LIMIT:,}")
    return bytes(raw)


def _too_large(name: str, size: str) -> Exception:
    return refusal(name, f"a file of {size} bytes", f"at most {LIMIT:,} bytes; give the part that tells of the talks")
