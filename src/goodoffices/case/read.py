"""Reads a case folder whole: every mistake is found before anything is used."""

from dataclasses import replace
from pathlib import Path

from ..documents import Document, read_yaml
from ..errors import DataError, Level, Problem
from ..record import Record, shared_slots
from ..talks import Talks
from .model import Case, same_meetings
from .references import Ids, double_claims, double_ids, unknown_ids
from .rules import broken_claims, broken_rules, unknown_slots
from .support import unsupported
from .texts import find_anchors, read_originals, read_texts
from .validate import validated

TALKS, RECORD = "talks.yaml", "record.yaml"
LATER = ("preferences.yaml", "conflict.yaml")


def read_case(folder: Path, originals: Path | None = None) -> Case:
    """Read a case.

    `originals`: a folder in which the originals of restated sources are looked for by their SHA-256.
    Raises DataError with every error found; warnings are kept in the case.
    """
    case, problems = inspect(folder, originals)
    if case is None or any(p.level == "error" for p in problems):
        raise DataError(problems)
    return case


def inspect(folder: Path, originals: Path | None = None) -> tuple[Case | None, list[Problem]]:
    """The case, where it could be read at all, and all errors and warnings, in the order of files and lines."""
    documents, problems = _documents(folder)
    talks_file, record_file = documents.get(TALKS), documents.get(RECORD)
    talks, record = None, None
    if talks_file is not None:
        talks, found = validated(talks_file, Talks)
        problems += found
    if record_file is not None:
        record, found = validated(record_file, Record)
        problems += found
    if talks is None or record is None or talks_file is None or record_file is None:
        return None, _in_order(problems)
    case, found = _cross_check(folder, talks_file, record_file, talks, record, originals)
    if problems:
        # What was read lacks the keys that are wrong: good enough to find other errors, not to be used or warned about.
        return None, _in_order([*problems, *(p for p in found if p.level == "error")])
    return case, _in_order(found)


def _documents(folder: Path) -> tuple[dict[str, Document], list[Problem]]:
    if not folder.is_dir():
        return {}, [Problem(str(folder), 0, 0, "no such folder", "a case folder; `goodoffices new DIR` makes one")]
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for name in (TALKS, RECORD):
        try:
            documents[name] = read_yaml(folder / name)
        except DataError as error:
            problems += error.problems
    return documents, problems


def _cross_check(
    folder: Path, talks_file: Document, record_file: Document, talks: Talks, record: Record, originals: Path | None
) -> tuple[Case, list[Problem]]:
    ids = Ids(talks, record)
    problems = [*double_ids(talks_file, talks), *double_claims(record_file, record)]
    problems += [*unknown_ids(talks_file, talks, ids), *unknown_ids(record_file, record, ids)]
    problems += [*broken_rules(talks_file, talks), *broken_claims(record_file, talks, record, ids)]
    problems += unsupported(talks_file, talks, record)
    texts, found = read_texts(folder, record_file, record)
    problems += found
    anchors, found = find_anchors(record_file, record, texts)
    problems += found
    at_hand: dict[str, str] = {}
    if originals is not None:
        at_hand, found = read_originals(originals, record_file, record)
        problems += found
    problems += _not_read_yet(folder)
    warnings = tuple(p for p in problems if p.level == "warning")
    case = Case(folder.resolve().name, folder, talks, record, texts, anchors, at_hand, warnings)
    # Comparing takes values that are sound, and time: only where there is a finding, and nothing else is wrong.
    if record.findings and len(warnings) == len(problems):
        shared = shared_slots(record, case.names, talks.meetings, same_meetings(talks))
        odd = list(unknown_slots(record_file, record, shared))
        problems += odd
        case = replace(case, warnings=(*warnings, *odd)) if odd else case
    return case, problems


def _in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda p: (p.file, p.line, p.column, p.found, p.expected))


def _not_read_yet(folder: Path) -> list[Problem]:
    level: Level = "warning"
    found, expected = "a file that is not read yet", "nothing to do: a later version reads it"
    return [
        Problem(str(folder / name), 0, 0, found, expected, level=level) for name in LATER if (folder / name).exists()
    ]
