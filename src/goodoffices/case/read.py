"""Reads a case folder whole: every mistake is found before anything is used."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..documents import Document, read_yaml
from ..errors import DataError, Problem
from ..record import Claim, Reading, Record, shared_slots
from ..talks import Conflict, Exercise, Minutes, Papers, Preferences, Talks
from .bases import Evidence
from .check_mixed import mixed
from .check_rights import (
    lost_passages,
    other_words,
    told_of_speakers,
    torn_passages,
    unknown_readers,
    words_left,
)
from .conflict import CONFLICT, broken_conflict, weak_bases
from .exercise import EXERCISE, broken_exercise
from .exercise_sense import odd_exercise
from .for_all_seats import seats_would_read
from .minutes import broken_minutes
from .minutes_kept import Kept, kept_since
from .model import Case, same_meetings
from .papers import broken_papers
from .preferences import broken_preferences
from .read_passages import misplaced
from .references import Ids, double_claims, double_ids, unknown_ids
from .rights import Rights
from .rules import broken_claims, broken_rules, unknown_slots
from .support import unsupported
from .texts import find_anchors, read_originals, read_texts
from .validate import validated
from .write_minutes import MINUTES

TALKS, RECORD, PREFERENCES, READING = "talks.yaml", "record.yaml", "preferences.yaml", "reading.yaml"
PAPERS = "papers.yaml"
OPTIONAL = (PREFERENCES, CONFLICT, READING, MINUTES, PAPERS, EXERCISE)
TYPES: dict[str, type[Any]] = {
    TALKS: Talks,
    RECORD: Record,
    PREFERENCES: Preferences,
    CONFLICT: Conflict,
    READING: Reading,
    MINUTES: Minutes,
    PAPERS: Papers,
    EXERCISE: Exercise,
}


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
    read: dict[str, Any] = {}
    for name, document in documents.items():
        read[name], found = validated(document, TYPES[name])
        problems += found
    if read.get(TALKS) is None or read.get(RECORD) is None:
        return None, _in_order(problems)
    case, found = _cross_check(folder, documents, read, originals)
    if problems:
        # What was read lacks the keys that are wrong: good enough to find other errors, not to be used or warned about.
        return None, _in_order([*problems, *(p for p in found if p.level == "error")])
    return case, _in_order(found)


def _documents(folder: Path) -> tuple[dict[str, Document], list[Problem]]:
    if not folder.is_dir():
        return {}, [Problem(str(folder), 0, 0, "no such folder", "a case folder; `goodoffices new DIR` makes one")]
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for name in TYPES:
        if name in OPTIONAL and not os.path.lexists(folder / name):
            continue
        try:
            documents[name] = read_yaml(folder / name)
        except DataError as error:
            problems += error.problems
    return documents, problems


def _cross_check(
    folder: Path, documents: dict[str, Document], read: dict[str, Any], originals: Path | None
) -> tuple[Case, list[Problem]]:
    talks_file, record_file = documents[TALKS], documents[RECORD]
    talks, record = read[TALKS], read[RECORD]
    ids = Ids(talks, record)
    problems = [*double_ids(talks_file, talks), *double_claims(record_file, record)]
    problems += [*unknown_ids(talks_file, talks, ids), *unknown_ids(record_file, record, ids)]
    problems += [*broken_rules(talks_file, talks), *broken_claims(record_file, talks, record, ids)]
    problems += unsupported(talks_file, talks, record)
    problems += _cross_check_optional(documents, read, ids)
    texts, found = read_texts(folder, record_file, record)
    problems += found
    if (reading := read.get(READING)) is not None:
        problems += unknown_ids(documents[READING], reading, ids)
        problems += misplaced(documents[READING], reading, texts)
    if (minutes := read.get(MINUTES)) is not None:
        problems += unknown_ids(documents[MINUTES], minutes, ids)
        problems += broken_minutes(documents[MINUTES], minutes, talks, record)
    if (papers := read.get(PAPERS)) is not None:
        problems += unknown_ids(documents[PAPERS], papers, ids)
        problems += broken_papers(documents[PAPERS], papers, talks)
    if (exercise := read.get(EXERCISE)) is not None:
        problems += unknown_ids(documents[EXERCISE], exercise, ids)
        problems += broken_exercise(documents[EXERCISE], exercise, talks)
        problems += odd_exercise(documents[EXERCISE], exercise, talks, read.get(PREFERENCES))
    anchors, found = find_anchors(record_file, record, texts)
    problems += found
    rights = Rights.of(record, texts, anchors)
    problems += _cross_check_readers(documents, read, Case("", folder, talks, record, texts, anchors), rights)
    if minutes is not None:
        problems += kept_since(documents[MINUTES], minutes, Kept.of(talks, record, rights))
    at_hand: dict[str, str] = {}
    if originals is not None:
        at_hand, found = read_originals(originals, record_file, record)
        problems += found
    warnings = tuple(p for p in problems if p.level == "warning")
    case = Case(folder.resolve().name, folder, talks, record, texts, anchors, at_hand, warnings)
    case = replace(case, preferences=read.get(PREFERENCES), conflict=read.get(CONFLICT), reading=read.get(READING))
    case = replace(case, minutes=read.get(MINUTES), papers=read.get(PAPERS), exercise=read.get(EXERCISE))
    # Comparing takes values that are sound, and time: only where there is a finding, and nothing else is wrong.
    if record.findings and not any(p.level == "error" for p in problems):
        shared = shared_slots(record, case.names, talks.meetings, same_meetings(talks))
        odd = list(unknown_slots(record_file, record, shared))
        problems += odd
        case = replace(case, warnings=(*warnings, *odd)) if odd else case
    return case, problems


def _cross_check_readers(
    documents: dict[str, Document], read: dict[str, Any], case: Case, rights: Rights
) -> Iterator[Problem]:
    talks, record = read[TALKS], read[RECORD]
    for name in (TALKS, RECORD, PREFERENCES, CONFLICT, PAPERS):
        if read.get(name) is not None:
            yield from unknown_readers(documents[name], read[name], talks)
    yield from lost_passages(documents[RECORD], record, case.texts)
    yield from torn_passages(documents[RECORD], record, case.texts)
    yield from mixed((documents[TALKS], documents[RECORD]), case, rights)
    if read.get(EXERCISE) is not None:
        yield from seats_would_read(documents[TALKS], case)
    yield from other_words(documents[TALKS], case, rights)
    yield from words_left(documents[RECORD], record, rights)
    yield from told_of_speakers(documents[RECORD], talks, record, rights)


def _cross_check_optional(documents: dict[str, Document], read: dict[str, Any], ids: Ids) -> Iterator[Problem]:
    if not read.keys() & set(OPTIONAL):
        return
    evidence = Evidence.of(read[TALKS], read[RECORD])
    if (preferences := read.get(PREFERENCES)) is not None:
        yield from unknown_ids(documents[PREFERENCES], preferences, ids)
        yield from broken_preferences(documents[PREFERENCES], preferences, evidence)
    if (conflict := read.get(CONFLICT)) is not None:
        yield from unknown_ids(documents[CONFLICT], conflict, ids)
        yield from broken_conflict(documents[CONFLICT], conflict)
        yield from weak_bases(documents[CONFLICT], conflict, evidence)


def unfit_beside(case: Case, claim: Claim) -> list[Problem]:
    """The errors that the files beside talks.yaml would have if a claim of the case were as it is here."""
    if case.preferences is None and case.conflict is None:
        return []
    documents = {
        name: read_yaml(case.folder / name) for name in (PREFERENCES, CONFLICT) if os.path.lexists(case.folder / name)
    }
    read: dict[str, Any] = {name: validated(document, TYPES[name])[0] for name, document in documents.items()}
    claims = tuple(claim if other.id == claim.id else other for other in case.record.claims)
    read |= {TALKS: case.talks, RECORD: replace(case.record, claims=claims)}
    problems = _cross_check_optional(documents, read, Ids(read[TALKS], read[RECORD]))
    return [problem for problem in problems if problem.level == "error"]


def _in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda p: (p.file, p.line, p.column, p.found, p.expected))
