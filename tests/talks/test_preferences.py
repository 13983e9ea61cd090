"""Preferences as plain data: on what ground an entry stands, and whether it counts."""

import pytest

from goodoffices.talks import Based, BasisKind, Judgement, Order, Preferences

BY = Judgement(by="analyst", why="it is so")

# Each row: an entry, its ground, whether it counts.
GROUNDS: list[tuple[Based, BasisKind, bool]] = [
    (Based(own=("a1",)), "own", True),
    (Based(told=("a1",)), "told", False),
    (Based(told=("a1",), adopted=BY), "adopted", True),
    (Based(assumed=BY), "assumed", True),
    (Order(issue="i", best_first=("x", "y"), told=("a1",)), "told", False),
]


@pytest.mark.parametrize(("entry", "basis", "constrains"), GROUNDS)
def test_what_is_told_counts_only_once_it_is_adopted(entry: Based, basis: BasisKind, constrains: bool) -> None:
    assert (entry.basis, entry.constrains) == (basis, constrains)


def test_of_a_party_that_is_not_named_nothing_is_known() -> None:
    empty = Preferences(format="preferences/1")
    assert (empty.status_quo, empty.parties, str(empty.as_of)) == ({}, {}, "not said")
