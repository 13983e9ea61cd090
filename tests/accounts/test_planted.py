"""Differences that were planted in pairs of reports are found, and little else is told: floors below what was reached."""

import pytest

from benchmarks.side_by_side import TESTS, Case, interval, lines, read, score

FLOORS = {"planted": (0.82, 1.4), "accounts": (0.84, 0.8)}
"""Of each folder: the least share found with the right kind, and the most false pairs for two reports."""


@pytest.mark.parametrize("name", FLOORS)
def test_planted_differences_are_found_without_crying_wolf(name: str) -> None:
    recall, false = FLOORS[name]
    total = score(read(TESTS / name))
    told = "\n".join(lines(name, total))
    assert total.found.total() >= recall * total.planted.total(), told
    assert total.false <= false * total.pairs, told


def test_a_plant_counts_with_its_kind_and_everything_else_is_false() -> None:
    a = "The fee is 40 crowns a herd. Ann Hay chaired the talks. The fair was held on 3 May 2031."
    b = "The fee is 60 crowns a herd. Bo Lund chaired the talks. The fair was held on 4 May 2031."
    fee, chair = ("40 crowns", "60 crowns"), ("Ann Hay", "Bo Lund")
    total = score([Case("", "en", a, b, [("number", *fee), ("agent", *chair)])])
    assert (total.planted.total(), total.found.total(), total.any_kind, total.false) == (2, 1, 2, 1)
    total = score([Case("", "en", a, b, [("number", *fee)], [("day", "3 May", "4 May")])])
    assert total.false == 1


@pytest.mark.parametrize(
    ("found", "of", "low", "high"), [(0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763), (10, 10, 0.722, 1.0)]
)
def test_the_interval_is_wilson_s(found: int, of: int, low: float, high: float) -> None:
    assert interval(found, of) == pytest.approx((low, high), abs=0.001)
