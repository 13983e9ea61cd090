"""The sheet Sources: who published what and when, from which side, and which of them are one witness."""

from collections import Counter

from ...record import Source, witnesses
from ...talks.entry import VOICES
from .table import Column, Row, Sheet
from .words import Words

COLUMNS = (
    Column("Source", 9), Column("Publisher", 22), Column("Title", 28), Column("Address", 36), Column("Printed", 15),
    Column("Written", 11), Column("Side", 14), Column("Independent of", 26), Column("Language", 11), Column("Text", 11),
    Column("Claims counted", 11), Column("Claims proposed", 11),
)  # fmt: skip


def sources(words: Words) -> Sheet:
    """The sources in the order of the record."""
    claims = words.case.record.claims
    counted = Counter(claim.source for claim in claims if claim.counts)
    proposed = Counter(claim.source for claim in claims if claim.status == "proposed")
    alike = _one_witness(words.case.record.sources)
    rows = (
        _row(words, key, source, alike.get(key), (counted[key], proposed[key]))
        for key, source in words.case.record.sources.items()
    )
    return Sheet("Sources", COLUMNS, tuple(rows))


def _one_witness(sources: dict[str, Source]) -> dict[str, list[str]]:
    """For each witness those that are one with it, itself included; the team's own notes are none."""
    roots = witnesses(sources)
    groups: dict[str, list[str]] = {}
    for key, root in roots.items():
        groups.setdefault(root, []).append(key)
    return {key: groups[root] for key, root in roots.items()}


def _row(words: Words, key: str, source: Source, alike: list[str] | None, numbers: tuple[int, int]) -> Row:
    return (
        key, source.publisher, source.title, source.address, source.printed, source.written,
        source.side if source.side in VOICES else words.name(source.side), _independent(words, key, alike), source.language,
        "restated" if source.text.kind == "restatement" else "original", *numbers,
    )  # fmt: skip


def _independent(words: Words, key: str, alike: list[str] | None) -> str:
    """Of whom a source is independent, as far as the record says."""
    if alike is None:
        return "none: the team's own"
    others = [other for other in alike if other != key]
    all_ = len(witnesses(words.case.record.sources))
    if all_ == 1:
        return "no other source"
    if len(others) == all_ - 1:
        return "none of the others"
    named = ", ".join(f"{words.case.record.sources[other].publisher} ({other})" for other in others)
    return f"all others but {named}" if others else "all others"
