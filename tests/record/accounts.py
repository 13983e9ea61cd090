"""Two small accounts of one case, from as few words as a test wants to spell out."""

from collections.abc import Iterable
from typing import Any

from goodoffices.record import Claim, Comparison, Names, Record, Relation, Source, TextFile, compare
from goodoffices.record.source import Written

MEETINGS = ("m1", "m2", "m3")
NAMES = Names(
    {
        "norland": ["Norland", "the Norland government"],
        "sudland": ["Sudland"],
        "estland": ["Estland"],
        "aziz": ["Karim Aziz", "Kareem Aziz"],
        "bell": ["Maria Bell"],
        "cho": ["Min Cho"],
        "drax": ["Ivo Drax"],
        "pact": ["the Harbour Pact"],
        "annex": ["the Annex"],
        **{meeting: [meeting] for meeting in MEETINGS},
    },
    {"aziz": "norland", "bell": "sudland", "cho": "estland"},
)
TYPES = {
    "attends": "attendance", "absent_from": "absence", "heads": "delegation", "represents": "delegation",
    "member_of": "delegation", "hosts": "mediation", "mediates": "mediation", "facilitates": "mediation", "chairs": "mediation",
    "observes": "mediation", "guarantees": "mediation", "witnesses": "mediation", "post": "person_post", "signed": "signature",
    "demands": "position", "proposes": "position", "supports": "position", "accepts": "position", "opposes": "position",
    "refuses": "position", "calls_for": "position", "for": "position", "against": "position",
    "convenes": "mediation", "invited": "attendance", "accompanies": "delegation", "numbers": "delegation",
    "only_if": "position", "in_exchange_for": "position", "changed": "position",
    "result": "outcome", "agreed": "outcome", "not_agreed": "outcome", "next": "outcome",
    "said": "statement", "criticized": "statement", "denied": "statement", "sent": "decision", "released": "decision",
    "expects": "assessment", "sees": "assessment", "told": "context",
}  # fmt: skip


def claim(id: str, source: str, subject: str, predicate: str, value: Any, **more: Any) -> Claim:
    """A claim; its type follows from the predicate where no other is given."""
    more = {"type": TYPES.get(predicate, "meeting"), "words": "words", "entered_by": "a test", **more}
    return Claim(id=id, source=source, subject=subject, predicate=predicate, value=value, **more)


def source(written: Written = "after", derived_from: str | None = None, side: str = "press") -> Source:
    """A source whose text nobody reads."""
    text = TextFile(kind="original", file="sources/none.txt", sha256="")
    return Source(publisher="a paper", written=written, derived_from=derived_from, side=side, text=text)


def compared(claims: Iterable[Claim], sources: dict[str, Source] | None = None, names: Names = NAMES) -> Comparison:
    """The comparison of some claims; sources that are not given are written after."""
    claims = tuple(claims)
    known = {key: source() for key in sorted({c.source for c in claims})} | (sources or {})
    return compare(Record(format="record/1", sources=known, claims=claims), names, MEETINGS)


def relations(claims: Iterable[Claim], sources: dict[str, Source] | None = None) -> dict[frozenset[str], Relation]:
    """Every pair of claims, without an order, and its relation."""
    return {frozenset((a, b)): relation for a, b, relation in compared(claims, sources).pairs()}
