"""The file conflict.yaml: alone, or in a case in which its decision makers may be parties."""

import os
from collections.abc import Iterator
from pathlib import Path

from ..documents import Document, read_yaml
from ..errors import DataError, Problem
from ..talks import Conflict
from .bases import Evidence, weak_claims
from .validate import nearest, problem, problem_at_key, validated

CONFLICT = "conflict.yaml"


def read_conflict(path: Path) -> Conflict:
    """The conflict in a file, or in the `conflict.yaml` of a folder; nothing beside it is read.

    Raises DataError with every mistake found.
    """
    document = read_yaml(_file(path), named=not path.is_dir())
    conflict, problems = validated(document, Conflict)
    if conflict is not None:
        problems += broken_conflict(document, conflict)
    if conflict is None or problems:
        raise DataError(sorted(problems, key=lambda p: (p.line, p.column)))
    return conflict


def _file(path: Path) -> Path:
    if not path.is_dir():
        return path
    if not os.path.lexists(path / CONFLICT):
        expected = f"{CONFLICT} in it: decision makers, options or states, and rankings"
        raise DataError([Problem(str(path), 0, 0, f"a folder without {CONFLICT}", expected)])
    return path / CONFLICT


def broken_conflict(document: Document, conflict: Conflict) -> Iterator[Problem]:
    """A problem for each rule that a conflict breaks by itself."""
    from ..bargaining.stability import mistakes  # imports NumPy, which a case without a conflict can do without

    for mistake in mistakes(conflict):
        yield problem(document, mistake.steps, mistake.found, mistake.expected)


def weak_bases(document: Document, conflict: Conflict, evidence: Evidence) -> Iterator[Problem]:
    """A problem for each claim of the case that cannot carry the ranking it is named for."""
    known = {*evidence.talks.parties, *evidence.talks.third_parties, *evidence.talks.people}
    for key, basis in conflict.basis.items():
        if key in known:
            yield from weak_claims(document, ("basis", key), basis, key, (), evidence)
        elif basis.own or basis.told:
            kind = "own" if basis.own else "told"
            expected = f"`assumed`, or {key} among the parties of talks.yaml: claims are about those"
            yield problem_at_key(
                document, ("basis", key, kind), f"claims on {key}", expected, nearest=nearest(key, known)
            )
