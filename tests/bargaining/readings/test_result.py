"""What is told of a change is judged on the numbers that are shown; numbers that are equal are printed equal."""

import pytest

from goodoffices.bargaining.readings.result import Carried, Range, percent, points

ROWS: dict[str, tuple[Range, Range, Range, Range, str]] = {
    "nothing moves": (
        (0.4, 0.5), (0.4, 0.5), (0.2, 0.3), (0.2, 0.3),
        "That changes nothing that is shown: some package beats no deal for all: in 40 % to 50 % of the readings.",
    ),
    "what moves is not shown": (
        (0.401, 0.504), (0.4, 0.5), (0.2, 0.3), (0.2, 0.3),
        "That changes nothing that is shown: some package beats no deal for all: in 40 % to 50 % of the readings.",
    ),
    "a wide range moves within what is not told": (
        (0.1, 0.9), (0.3, 0.8), (0.0, 1.0), (0.2, 0.9),
        "That changes nothing that is shown: some package beats no deal for all: the sources do not decide this.",
    ),
    "little": (
        (0.44, 0.5), (0.4, 0.5), (0.2, 0.3), (0.2, 0.3),
        "That changes little. Some package beats no deal for all: in 44 % to 50 % of the readings; as it stands: "
        "in 40 % to 50 % of the readings.",
    ),
    "five points as they are shown": (
        (0.446, 0.5), (0.404, 0.5), (0.2, 0.3), (0.2, 0.3),
        "That moves the result by 5 points. Some package beats no deal for all: in 45 % to 50 % of the readings; as it stands: "
        "in 40 % to 50 % of the readings.",
    ),
    "only the best package moves": (
        (1.0, 1.0), (1.0, 1.0), (0.5, 0.6), (1.0, 1.0),
        "That moves the result by 50 points. The best single package does: in 50 % to 60 % of the readings; as it stands: "
        "in 100 % of the readings.",
    ),
    "what was decided is no longer": (
        (0.5, 1.0), (1.0, 1.0), (0.5, 0.6), (0.5, 0.6),
        "That leaves open what is decided now. Some package beats no deal for all: the sources do not decide this; as it stands: "
        "in 100 % of the readings.",
    ),
    "what was open is decided": (
        (1.0, 1.0), (0.5, 1.0), (0.5, 0.6), (0.5, 0.6),
        "That decides what is open now. Some package beats no deal for all: in 100 % of the readings; as it stands: "
        "the sources do not decide this.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_what_an_entry_moves(name: str) -> None:
    now, before, best, best_before, told = ROWS[name]
    carried = Carried("a", "parties.a.no_deal", "a thing", "dropped", now, before, best, best_before, 0.0, None)
    assert carried.text == f"Dropped: a thing. {told}"


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ((0.5, 0.5), "50 %"), ((0.498, 0.502), "50 %"), ((0.0, 0.0), "0 %"), ((0.0, 0.001), "0 % to under 1 %"),
        ((0.001, 0.004), "under 1 %"), ((0.996, 1.0), "over 99 % to 100 %"), ((1.0, 1.0), "100 %"), ((0.2, 0.41), "20 % to 41 %"),
    ],
)  # fmt: skip
def test_a_range_of_shares(shares: Range, told: str) -> None:
    assert percent(shares) == told


@pytest.mark.parametrize(
    ("share", "told"), [(0.0, "0 points"), (0.001, "under 1 point"), (0.01, "1 point"), (0.126, "13 points")]
)
def test_a_difference_of_shares(share: float, told: str) -> None:
    assert points(share) == told
