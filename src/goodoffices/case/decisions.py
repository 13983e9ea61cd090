"""The decisions that readers made each by himself: decisions/NAME.yaml, read and checked against the record."""

import os
from pathlib import Path

from ..documents import Document, decode, excerpt, parse, read_bytes, sha256_of, shown
from ..errors import DataError, Problem
from ..language.ids import slug
from ..record import Record
from ..record.decisions import Decisions
from .validate import problem, problem_at_key, validated

FOLDER = "decisions"
"""Where the files lie, within the case's folder."""


def decisions_file(folder: Path, reader: str) -> Path:
    """The file of a reader; DataError where the name has no letter or digit that a file's name can have."""
    name = slug(reader)
    if not name:
        expected = "a name with a letter or a digit: the file of the decisions bears it"
        raise DataError([Problem("--as", 0, 0, excerpt(reader), expected)])
    return folder / FOLDER / f"{name}.yaml"


def read_decisions(folder: Path, record: Record) -> list[Decisions]:
    """The decisions of every reader, in the order of the files' names; DataError with every mistake in them."""
    place = folder / FOLDER
    names = sorted(os.listdir(place)) if place.is_dir() and not place.is_symlink() else []
    found: list[Decisions] = []
    problems: list[Problem] = []
    for name in names:
        if name.endswith(".yaml") and not name.startswith("."):
            try:
                found.append(read_decisions_file(place / name, folder, record)[0])
            except DataError as error:
                problems += error.problems
    if problems:
        raise DataError(problems)
    return found


def read_decisions_file(path: Path, folder: Path, record: Record) -> tuple[Decisions, str]:
    """The decisions of one reader, and the SHA-256 of the file; DataError with every mistake in it."""
    data = read_bytes(path, below=folder)
    text = decode(path, data)
    document = Document(path, shown(path), text, parse(shown(path), text), sha256_of(data))
    read, problems = validated(document, Decisions)
    if read is not None and not problems:
        problems = _misplaced(document, read, record)
    if read is None or problems:
        raise DataError(problems)
    return read, document.sha256


def _misplaced(document: Document, read: Decisions, record: Record) -> list[Problem]:
    known = {claim.id for claim in record.claims}
    problems = [
        problem_at_key(document, ("decisions", key), f"a decision on {excerpt(key)}", "an id of a claim of record.yaml")
        for key in read.decisions
        if key not in known
    ]
    problems += [
        problem(document, ("added", n, "source"), excerpt(one.source), "a source of record.yaml")
        for n, one in enumerate(read.added)
        if one.source not in record.sources
    ]
    return problems
