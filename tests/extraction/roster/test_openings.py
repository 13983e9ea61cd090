"""Who talks by the opening of a report, in many registers: each opening alone, and how many of them are read right."""

from collections.abc import Iterator
from typing import Any

import pytest

from goodoffices.extraction.roster.reading import read_roster
from goodoffices.extraction.roster.side import Side, bare

from .known import marked, openings, reports


def words(name: str) -> frozenset[str]:
    """The words of a name by which it is told from others."""
    letters = bare(name).replace("'s", "").replace("’s", "").replace("'", " ").replace("’", " ").replace("-", " ")
    kept = (word.strip("().").rstrip("s") for word in letters.split())
    return frozenset(word for word in kept if word not in ("", "the", "of", "a", "and", "for"))


def is_one(side: Side, wanted: str) -> bool:
    """Whether a side is the wanted one, by any of the names that are right."""
    names = [words(name) for name in wanted.split("|")]
    return any(name <= right or right <= name for name in map(words, side.names) for right in names if name and right)


def faults(one: dict[str, Any]) -> Iterator[str]:
    """What is wrong of what is read of an opening."""
    seen = read_roster(one["text"]).seen
    yield from (f"{wanted}: not found" for wanted in one["parties"] if not any(is_one(s, wanted) for s in seen.parties))
    yield from (f"{side.name}: no party" for side in seen.parties if not any(is_one(side, w) for w in one["parties"]))


@pytest.mark.parametrize(
    ("name", "share"),
    [
        ("openings", 0.95),
        ("articles", 0.9),
        ("registers", 0.88),
        ("indirect", 0.75),
        ("varied", 0.7),
        ("beginnings", 0.6),
    ],
)
def test_who_talks_by_an_opening(name: str, share: float) -> None:
    wrong = {one["text"]: told for one in openings(name) if (told := list(faults(one)))}
    assert len(wrong) <= (1 - share) * len(openings(name)), wrong


@pytest.mark.parametrize(
    ("name", "share"), [("openings", 0.9), ("articles", 0.9), ("registers", 0.8), ("indirect", 0.75), ("varied", 0.62)]
)
def test_who_helps_by_an_opening(name: str, share: float) -> None:
    wanted = [(one["text"], third) for one in openings(name) for third in one["third"]]
    missed = [(t, third) for t, third in wanted if not any(is_one(s, third) for s in read_roster(t).seen.third)]
    assert len(missed) <= (1 - share) * len(wanted), missed


@pytest.mark.parametrize("name", ["openings", "articles", "registers"])
def test_hardly_anybody_helps_who_does_not(name: str) -> None:
    stray = [
        (side.name, one["text"])
        for one in openings(name)
        for side in read_roster(one["text"]).seen.third
        if not any(is_one(side, third) for third in one["third"])
    ]
    assert len(stray) <= 0.06 * len(openings(name)), stray


def test_who_talks_by_a_whole_report() -> None:
    wrong = {}
    for text, names in (*reports(), *marked()):
        wanted = [name for name in names if not name.endswith("?")]
        allowed = [name.rstrip(" ?") for name in names]
        found = read_roster(text).seen.parties
        missed = [name for name in wanted if not any(is_one(side, name) for side in found)]
        stray = [side.name for side in found if not any(is_one(side, name) for name in allowed)]
        if missed or stray:
            wrong[text[:80]] = (missed, stray)
    assert len(wrong) <= 32, wrong


def test_who_is_only_mentioned_is_nobody() -> None:
    stray = [
        (side.name, one["text"])
        for one in openings("articles")
        for side in read_roster(one["text"]).seen.sides
        if any(bare(side.name) == bare(name) for name in one["stray"])
    ]
    assert not stray
