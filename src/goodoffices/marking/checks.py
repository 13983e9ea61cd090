"""What `goodoffices check` would say of a change, asked before anything is written; of one claim in no time."""

from collections.abc import Iterator
from typing import Any

from ..case import Case
from ..case.conflict import CONFLICT
from ..case.entries import Node, nodes
from ..case.exercise import EXERCISE
from ..case.read import PAPERS, PREFERENCES
from ..case.references import Ids, double_ids, unknown_ids
from ..case.rules import broken_claims, broken_rules
from ..case.support import unsupported, unsupported_entry
from ..case.validate import problem, problem_at_key, validated
from ..case.write_minutes import MINUTES
from ..documents import Document, Plain, excerpt, read_yaml
from ..errors import DataError, Problem
from ..record import Claim, Record
from ..talks import Link, Sourced, Talks
from .record_text import document_of

FORMAT: dict[str, Plain] = {"format": "record/1"}


def checked_claim(document: Document, case: Case, ids: Ids) -> Claim:
    """The only claim of a document, read and checked; DataError with all that is wrong with it, by field."""
    whole = document_of(document.path, {**FORMAT, **document.value})
    record, problems = validated(whole, Record)
    if record is None:
        raise DataError(_by_field(whole, problems))
    claim = record.claims[0]
    # Of a record with this claim alone: what is wrong elsewhere was told when the case was read.
    alone = Record(format="record/1", sources={claim.source: case.record.sources[claim.source]}, claims=record.claims)
    problems = [*unknown_ids(whole, alone, ids), *broken_claims(whole, case.talks, alone, ids)]
    errors = [p for p in problems if p.level == "error"]
    if errors:
        raise DataError(_by_field(whole, errors))
    return claim


def _by_field(document: Document, problems: list[Problem]) -> Iterator[Problem]:
    """The problems with the field of the form in the place of the file's name: the person looks at a form."""
    claims: Any = document.value["claims"]
    places = sorted((document.key_place(("claims", 0, key)), str(key)) for key in claims[0])
    for one in problems:
        # The key that stands last before the place: a mistake may be deep within its value.
        field = next((key for place, key in reversed(places) if place <= (one.line, one.column)), "claim")
        yield Problem(field, 0, 0, one.found, one.expected, one.nearest)


def checked_talks(document: Document, record: Record) -> Talks:
    """The talks of a document, read and checked against the record; DataError with every error."""
    talks, problems = validated(document, Talks)
    if talks is not None:
        ids = Ids(talks, record)
        problems = [*double_ids(document, talks), *unknown_ids(document, talks, ids), *broken_rules(document, talks)]
        problems += unsupported(document, talks, record)
    errors = [p for p in problems if p.level == "error"]
    if talks is None or errors:
        raise DataError(errors)
    return talks


def checked_together(talks_file: Document, record_file: Document, record: Record) -> Talks:
    """The talks of a document, read and checked with a record that is new as well; DataError with every error."""
    talks = checked_talks(talks_file, record)
    ids = Ids(talks, record)
    problems = [*unknown_ids(record_file, record, ids), *broken_claims(record_file, talks, record, ids)]
    if errors := [p for p in problems if p.level == "error"]:
        raise DataError(errors)
    return talks


def named_beside(case: Case, key: str) -> list[Problem]:
    """Where the files beside talks.yaml name an id: what is held of a party there is a judgement, and a person's to change."""
    found = []
    beside = (
        (PREFERENCES, case.preferences),
        (CONFLICT, case.conflict),
        (MINUTES, case.minutes),
        (PAPERS, case.papers),
        (EXERCISE, case.exercise),
    )
    for name, value in beside:
        if value is not None:
            document = read_yaml(case.folder / name)
            for steps, at_key in _places(document.value, key):
                told = f"the id {excerpt(key)}, which would go"
                at = problem_at_key if at_key else problem
                found.append(
                    at(
                        document,
                        steps,
                        told,
                        "another id; change it there first, or keep this one and let the other go",
                    )
                )
    return found


def _places(value: Any, key: str, steps: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], bool]]:
    for step, inner in (
        value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else [])
    ):
        if step == key:
            yield (*steps, step), True
        if inner in (key, f"{key}?"):
            yield (*steps, step), False
        yield from _places(inner, key, (*steps, step))


def resting_on(talks: Talks) -> dict[str, list[Node]]:
    """For each claim the entries of the talks that list it."""
    found: dict[str, list[Node]] = {}
    for node in nodes(talks):
        if isinstance(node.entry, Sourced | Link):
            for key in node.entry.claims:
                found.setdefault(key, []).append(node)
    return found


def unfit_for(document: Document, case: Case, claim: Claim, entries: list[Node]) -> list[Node]:
    """Those of the entries that could no longer rest on the claim if it were as it is here."""
    names, draft, claims = case.names, case.talks.draft, {**case.claims, claim.id: claim}
    return [
        node
        for node in entries
        if any(p.level == "error" for p in unsupported_entry(document, node, claims, names, draft=draft))
    ]
