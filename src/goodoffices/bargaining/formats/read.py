"""Reads a scenario: a folder of files, or a domain file followed by the profiles of the parties."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...documents import LIMIT, read_bytes, shown
from ...errors import DataError, Problem, UsageError
from ..scenario import Scenario
from . import genius, geniusweb, negmas, negolog
from .findings import Findings
from .form import Form, Kind
from .plain import parse_plain
from .xml import parse_xml

FORMS: tuple[Form[Any], ...] = (genius.FORM, geniusweb.FORM, negmas.FORM, negolog.FORM)
"""The formats that are read; which one a file has is seen from its content, never from its name."""
ENDINGS = frozenset({".xml", ".json", ".yml", ".yaml"})
"""Files of a folder that may be part of a scenario."""
EDGES = "edges"
"""The folder within a scenario of ANL 2025 that holds a profile for each party beside the center."""
LARGEST = min(LIMIT, 8 * 1024 * 1024)
"""Bytes of one file; scenarios in use have some thousand."""
MOST_FILES = 1_000


@dataclass(frozen=True)
class _File:
    """A file that was parsed, and what it is."""

    path: Path
    content: Any
    form: Form[Any]
    kind: Kind
    findings: Findings


def read_scenario(paths: Sequence[Path]) -> Scenario:
    """The scenario in a folder, or in a domain file and the profiles after it; `notes` say what was not read as it stood.

    Parties are named after their profile's file, in the order given; those of a folder are sorted by name.
    DataError with every mistake that is found.
    """
    if not paths:
        raise UsageError("no scenario; name a folder, or a domain file and its profiles")
    folder = paths[0] if len(paths) == 1 and os.path.isdir(paths[0]) else None
    where, notes = shown(folder or paths[0]), list[str]()
    files = _opened(_listed(folder) if folder else paths, notes if folder else None)
    _require_one_form(where, files)
    domain, profiles = _parted(where, files) if folder else _given(where, files)
    issues = domain.form.issues(domain.content, domain.findings)
    _raise([domain])
    utilities = {f.path.stem: f.form.utility(f.content, issues, f.findings) for f in profiles}
    _raise(profiles)
    notes += [note for file in {id(f): f for f in (domain, *profiles)}.values() for note in file.findings.notes]
    name = folder.resolve().name if folder else paths[0].stem
    known = {party: utility for party, utility in utilities.items() if utility is not None}
    return Scenario(name, issues, known, notes=tuple(dict.fromkeys(notes)))


def _listed(folder: Path) -> list[Path]:
    """The files of a folder that may be part of a scenario, by name."""
    try:
        places = [folder, *(p for p in [folder / EDGES] if p.is_dir())]
        every = [path for place in places for path in sorted(place.iterdir())]
        found = [p for p in every if p.suffix.lower() in ENDINGS and not p.name.startswith(".")]
    except OSError as error:
        raise _failure(
            shown(folder), f"a folder that cannot be read ({error.strerror})", "permission to read it"
        ) from error
    if any(p.name == "talks.yaml" for p in found):
        raise _failure(shown(folder), "a case folder", "a folder of scenario files")
    if not 1 <= len(found) <= MOST_FILES:
        expected = f"1 to {MOST_FILES:,} files ending in {', '.join(sorted(ENDINGS))}"
        many = "no scenario file" if not found else f"{len(found):,} scenario files"
        raise _failure(shown(folder), many, expected)
    return found


def _opened(paths: Sequence[Path], notes: list[str] | None) -> list[_File]:
    """The files, parsed; in a folder one that is no part of a scenario is left out with a note, one that was named is a mistake."""
    files: list[_File] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            file = _open(path)
        except DataError as error:
            problems += error.problems
            continue
        if file is not None:
            files.append(file)
        elif notes is None:
            expected = f"a domain or a profile in {', '.join(form.name for form in FORMS)}"
            problems.append(Problem(shown(path), 0, 0, "neither a domain nor a profile", expected))
        else:
            notes.append(f"{shown(path)}: not read; it is neither a domain nor a profile")
    if problems:
        raise DataError(problems)
    return files


def _open(path: Path) -> _File | None:
    findings = Findings(shown(path))
    data = read_bytes(path, LARGEST)
    content: Any
    # The first sign tells XML from the rest; in UTF-16 it stands beside a zero byte.
    begin = data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    if begin.startswith(b"<"):
        content, forms = parse_xml(findings, data), FORMS[:1]
    elif begin and (path.suffix.lower() == ".xml" or begin.startswith((b"[", b"- "))):
        return None  # a list of numbers, say: no file of a scenario is one
    else:
        content, forms = parse_plain(path, data), FORMS[1:]
    for form in forms:
        if kind := form.kind(content):
            return _File(path, content, form, kind, findings)
    return None


def _require_one_form(where: str, files: Sequence[_File]) -> None:
    names = {file.form.name: file.path.name for file in reversed(files)}
    if len(names) > 1:
        found = (
            f"files of {len(names)} formats ({', '.join(f'{file}: {form}' for form, file in sorted(names.items()))})"
        )
        raise _failure(where, found, "files of one format; name the domain file and its profiles")
    if not names:
        raise _failure(where, "no file of a scenario", f"files in {', '.join(form.name for form in FORMS)}")
    parties = [file.path.stem for file in files if file.kind == "profile"]
    if twice := next((p for p in parties if parties.count(p) > 1), None):
        raise _failure(where, f"two profiles called {twice}", "a file name of its own for each party")


def _parted(where: str, files: Sequence[_File]) -> tuple[_File, list[_File]]:
    """The domain of a folder, and the profiles."""
    domains = [file for file in files if file.kind == "domain"]
    profiles = [file for file in files if file.kind == "profile"]
    if len(domains) > 1:
        found = f"{len(domains)} domains ({', '.join(file.path.name for file in domains)})"
        raise _failure(where, found, "one; name the domain file and its profiles")
    if not domains and not profiles[0].form.with_domain:
        many = "1 profile" if len(profiles) == 1 else f"{len(profiles)} profiles"
        raise _failure(where, f"{many} and no domain", "a domain file beside them")
    return _with_profiles(domains[0] if domains else profiles[0], profiles)


def _given(where: str, files: Sequence[_File]) -> tuple[_File, list[_File]]:
    """The domain, which stands first, and the profiles, in the order in which they were named."""
    first = files[0]
    if first.kind == "profile" and not first.form.with_domain:
        raise _failure(where, "a profile", "the domain file first, then the profiles")
    profiles = list(files[1:] if first.kind == "domain" else files)
    if second := next((file for file in profiles if file.kind == "domain"), None):
        raise _failure(shown(second.path), "a domain", "a profile: the one domain file stands first")
    return _with_profiles(first, profiles)


def _with_profiles(domain: _File, profiles: list[_File]) -> tuple[_File, list[_File]]:
    if not profiles:
        raise _failure(shown(domain.path), "a domain and no profiles", "a profile for each party")
    return domain, profiles


def _raise(files: Sequence[_File]) -> None:
    if problems := [problem for file in files for problem in file.findings.problems]:
        raise DataError(problems)


def _failure(where: str, found: str, expected: str) -> DataError:
    return DataError([Problem(where, 0, 0, found, expected)])
