"""What a person decides on a claim, as pure functions: a decision and the case go in, the keys to write come out.

    Accept, Reject      a proposal as it stands: it counts, or it never will
    Edit                a claim with other typed values: it counts, and is the person's own entry
    Add                 a claim from words of the text that a person selected
    Judge               a finding, where accounts differ

Nothing is written here. DataError names the field of the form that is wrong as the `file` of its problem.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz import process

from ..case import Case
from ..documents import Plain, excerpt
from ..errors import DataError, Problem
from ..record import Claim
from ..record.predicates import ANY_VERB, PREDICATES
from ..talks import UNSAID, Day

_NUMBER = re.compile(r"(?P<stem>.*?)(?P<number>[0-9]+)")
# The order in which a claim's keys are written; `words` and where they stand come last but for who entered it.
ORDER = (
    "id", "source", "type", "subject", "predicate", "value", "meeting", "for_party", "issue", "option", "qualifiers",
    "attributed_to", "modality", "hedge", "as_printed", "direct", "words", "start", "end", "note", "status", "decided_by",
    "decided_on", "entered_by", "entered_on",
)  # fmt: skip
_DEFAULTS: dict[str, Plain] = {"attributed_to": ["narrator"], "modality": "asserted", "direct": False, "qualifiers": {}}


@dataclass(frozen=True, slots=True)
class Accept:
    """The claim is right as it stands."""

    claim: str


@dataclass(frozen=True, slots=True)
class Reject:
    """The claim is wrong, or no claim."""

    claim: str


@dataclass(frozen=True, slots=True)
class Edit:
    """The claim is right with these values instead; keys that are not named stay."""

    claim: str
    values: Mapping[str, Plain]


@dataclass(frozen=True, slots=True)
class Add:
    """A claim that the program did not see, on the words from `start` to `end`."""

    source: str
    start: int
    end: int
    values: Mapping[str, Plain]


@dataclass(frozen=True, slots=True)
class Judge:
    """A finding: what the person judges of the accounts of one question."""

    slot: str
    verdict: str
    claims: tuple[str, ...]
    reason: str


Decision = Accept | Reject | Edit | Add | Judge


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, and on which day."""

    by: str
    on: Day = UNSAID


def keys_to_set(case: Case, decision: Accept | Reject | Edit, who: Signature) -> dict[str, Plain]:
    """The keys of the claim that change; none where it is as decided already."""
    claim = known_claim(case, decision.claim)
    if isinstance(decision, Accept):
        if not claim.counts:  # one that an older record counts already stays
            require_predicate(claim.type, claim.predicate)
        return _status(claim, "accepted", who)
    if isinstance(decision, Reject):
        return _status(claim, "rejected", who)
    changed = {key: value for key, value in decision.values.items() if value != plain(claim, key)}
    if not changed:
        return _status(claim, "accepted", who) if not claim.counts else {}
    on: dict[str, Plain] = {"entered_on": str(who.on)} if who.on.said else {}
    return {**changed, "status": "edited", **_decided(who), "entered_by": who.by, **on}


def new_claim(case: Case, decision: Add, who: Signature, taken: Collection[str] = ()) -> dict[str, Plain]:
    """The claim to add, its keys in the order in which people write them; `taken`: ids that were used and are gone."""
    text = case.texts.get(decision.source)
    if text is None:
        raise refused("source", excerpt(decision.source), "a source of the case")
    start, end = trimmed(text, decision.start, decision.end)
    if start >= end:
        raise refused("words", "no words", "some words of the text: select them, or type them")
    values = {key: value for key, value in decision.values.items() if value != _DEFAULTS.get(key)}
    found: dict[str, Plain] = {
        "id": next_id(case, decision.source, taken), "source": decision.source, **values, "words": text[start:end],
        "start": start, "end": end, "status": "accepted", **_decided(who), "entered_by": who.by,
    }  # fmt: skip
    if who.on.said:
        found["entered_on"] = str(who.on)
    for key in ("type", "subject", "predicate", "value"):
        if found.get(key) in (None, ""):
            raise refused(key, "nothing", "an answer")
    return {key: found[key] for key in ORDER if found.get(key) is not None}


def new_finding(case: Case, decision: Judge, who: Signature) -> dict[str, Plain]:
    """The finding to add."""
    if decision.slot not in case.comparison.slots:
        raise refused("slot", excerpt(decision.slot), "a question that two or more witnesses answer")
    if not decision.claims:
        raise refused("claims", "no claim", "the claims judged")
    if not decision.reason.strip():
        raise refused("reason", "nothing", "why, in a few words")
    for key in decision.claims:
        known_claim(case, key)
    on: dict[str, Plain] = {"on": str(who.on)} if who.on.said else {}
    return {
        "slot": decision.slot, "verdict": decision.verdict, "claims": list(decision.claims), "by": who.by, **on,
        "reason": decision.reason.strip(),
    }  # fmt: skip


def next_id(case: Case, source: str, taken: Collection[str] = ()) -> str:
    """The next id in the row of the source's claims: B07 after B06. An id that was ever used is not used again."""
    ids = {claim.id for claim in case.record.claims}
    rows = [m for c in case.record.claims if c.source == source and (m := _NUMBER.fullmatch(c.id))]
    stem, width = (rows[-1]["stem"], len(rows[-1]["number"])) if rows else (f"{source}-", 2)
    # Of all claims, not of this source's only: two sources may share a row.
    used = [int(m["number"]) for key in {*ids, *taken} if (m := _NUMBER.fullmatch(key)) and m["stem"] == stem]
    number = max(used, default=0) + 1
    while (key := f"{stem}{number:0{width}}") in ids or key in taken:
        number += 1
    return key


def require_predicate(type_: str, found: str) -> None:
    """DataError where a predicate does not go with a type, with those that do and the nearest ones."""
    if type_ in ANY_VERB or found in PREDICATES[type_]:
        return
    expected = f"a predicate of the type {type_.replace('_', ' ')}: {', '.join(PREDICATES[type_])}"
    others = [other.replace("_", " ") for other, row in PREDICATES.items() if found in row]
    if others:
        raise refused("predicate", excerpt(found), f"{expected}; {found} goes with the type {' or '.join(others)}")
    near = [word for word, *_ in process.extract(found, PREDICATES[type_], limit=3, score_cutoff=60)]
    raise refused("predicate", excerpt(found), expected, " or ".join(near) or None)


def known_claim(case: Case, key: str) -> Claim:
    """The claim with this id; DataError where there is none."""
    claim = case.claims.get(key)
    if claim is None:
        raise refused("claim", excerpt(key), "a claim of the case; it may be gone by now")
    return claim


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space at its ends: a selection by mouse often takes a space too many."""
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Where words that somebody typed stand in a text; white space between them counts as one space."""
    parts = words.split()
    if not parts:
        return []
    return [m.span() for m in re.finditer(r"\s+".join(map(re.escape, parts)), text)]


def plain(claim: Claim, key: str) -> Plain:
    """A claim's value as a YAML file holds it."""
    value: Any = getattr(claim, key)
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, Day) else value


def refused(field: str, found: str, expected: str, nearest: str | None = None) -> DataError:
    """What is wrong with one field of a decision."""
    return DataError([Problem(field, 0, 0, found, expected, nearest)])


def _decided(who: Signature) -> dict[str, Plain]:
    on: dict[str, Plain] = {"decided_on": str(who.on)} if who.on.said else {}
    return {"decided_by": who.by, **on}


def _status(claim: Claim, status: str, who: Signature) -> dict[str, Plain]:
    # One that a person edited counts already, and stays his edit.
    if claim.status == status or (status == "accepted" and claim.counts):
        return {}
    return {"status": status, **_decided(who)}
