"""The texts of the sources: unchanged since they were entered, inside the folder, with each claim's words in them."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from rapidfuzz import fuzz

from ..documents import Document, decode, excerpt, read_bytes, sha256_of
from ..errors import DataError, Problem
from ..record import Claim, Record, Source
from .model import Anchor
from .validate import problem


def read_texts(folder: Path, document: Document, record: Record) -> tuple[dict[str, str], list[Problem]]:
    """The text of each source that is as it was entered, and a problem for each other one."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for key, source in record.sources.items():
        found = _read(folder, source)
        if isinstance(found, str):
            texts[key] = found
        else:
            which, what, expected = found
            problems.append(problem(document, ("sources", key, "text", which), what, expected))
    return texts, problems


def _read(folder: Path, source: Source) -> str | tuple[str, str, str]:
    """The text, or the key that is wrong with what was found and expected."""
    if outside := _outside(folder, source.text.file):
        return "file", outside, "a file inside the case folder, relative to it"
    path = folder / source.text.file
    try:
        data = read_bytes(path, below=folder)
        digest = sha256_of(data)
        if digest == source.text.sha256.lower():
            return decode(path, data)
    except DataError as error:
        return "file", error.problems[0].found, error.problems[0].expected
    expected = "the SHA-256 noted here: restore the text, or enter the changed text as a new source"
    return "sha256", f"a text with the SHA-256 {digest}", expected


def _outside(folder: Path, file: str) -> str | None:
    """What is wrong with where the file is: a case must not show what lies beside it."""
    if PurePosixPath(file).is_absolute() or PureWindowsPath(file).anchor:
        return "an absolute path"
    try:
        inside = (folder / file).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a link to itself, a name that no file can have
        return "a path that leads to no file"
    return None if inside else "a file outside the case folder"


def read_originals(folder: Path, document: Document, record: Record) -> tuple[dict[str, str], list[Problem]]:
    """The originals of restated sources, found in a folder by their SHA-256; the claims are proved against them."""
    if not folder.is_dir():
        return {}, [Problem(str(folder), 0, 0, "no such folder", "a folder with the originals")]
    by_digest = dict(_texts_in(folder))
    originals: dict[str, str] = {}
    problems: list[Problem] = []
    for key, source in record.sources.items():
        if source.original is None:
            continue
        if source.original.sha256.lower() in by_digest:
            originals[key] = by_digest[source.original.sha256.lower()]
        else:
            steps = ("sources", key, "original", "sha256")
            problems.append(
                problem(document, steps, f"no file with this SHA-256 in {folder}", "the original in that folder")
            )
    problems += _wrong_originals(document, record, originals)
    return originals, problems


def _texts_in(folder: Path) -> Iterator[tuple[str, str]]:
    """The texts of a folder by their SHA-256."""
    for path in sorted(folder.iterdir()):
        if path.is_file():
            try:
                data = read_bytes(path)
                yield sha256_of(data), decode(path, data)
            except DataError:
                # Not every file beside the originals need be a text of ours; one that is missing is told by its digest.
                continue


def _wrong_originals(document: Document, record: Record, originals: dict[str, str]) -> Iterator[Problem]:
    for index, claim in enumerate(record.claims):
        text, anchor = originals.get(claim.source), claim.original
        if text is None or anchor is None or not 0 <= anchor.start < anchor.end:
            continue  # told already, with or without the original
        words = text[anchor.start : anchor.end]
        if len(words) != anchor.end - anchor.start or sha256_of(words.encode()) != anchor.sha256.lower():
            found = f"other words at {anchor.start} to {anchor.end} of the original of {claim.source}"
            yield problem(document, ("claims", index, "original"), found, "the words with the SHA-256 noted here")


def find_anchors(document: Document, record: Record, texts: dict[str, str]) -> tuple[dict[str, Anchor], list[Problem]]:
    """Where the words of each claim stand in its source."""
    anchors: dict[str, Anchor] = {}
    problems: list[Problem] = []
    for index, claim in enumerate(record.claims):
        if (text := texts.get(claim.source)) is None:
            continue
        found = _anchor(claim, text)
        if isinstance(found, Anchor):
            anchors[claim.id] = found
        else:
            what, expected, near = found
            problems.append(problem(document, ("claims", index, "words"), what, expected, nearest=near))
    return anchors, problems


def _anchor(claim: Claim, text: str) -> Anchor | tuple[str, str, str | None]:
    words = claim.words
    if not words.strip():
        return "no words", f"the words of {claim.source} that carry the claim", None
    if claim.start is not None or claim.end is not None:
        end = claim.end if claim.end is not None else (claim.start or 0) + len(words)
        start = claim.start if claim.start is not None else end - len(words)
        if start >= 0 and text[start:end] == words:
            return Anchor(start, end)
        there = excerpt(text[max(start, 0) : max(end, 0)])
        return f"{there} at {start} to {end} of the text", f"these words: {excerpt(words)}", None
    first = text.find(words)
    if first < 0:
        return (
            f"words that are not in {claim.source}: {excerpt(words)}",
            "words exactly as in the text",
            _near(words, text),
        )
    if text.find(words, first + 1) >= 0:
        return (
            f"words that occur more than once in {claim.source}: {excerpt(words)}",
            "start and end, or more words",
            None,
        )
    return Anchor(first, first + len(words))


def _near(words: str, text: str) -> str | None:
    """The stretch of the text most like the words, for an error message only: nothing is ever anchored by likeness."""
    match = fuzz.partial_ratio_alignment(words, text, score_cutoff=75)
    if match is None:
        return None
    start, end = match.dest_start, match.dest_end
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1  # whole words: a half one is no help
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return excerpt(text[start:end].strip())
