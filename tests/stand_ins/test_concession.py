"""How a delegation comes down: the formulas against a plain one, and the shapes of which the paper tells."""

from fractions import Fraction
from itertools import pairwise
from math import exp, isclose, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.stand_ins import Tactic

SHARES = [n / 40 for n in range(41)]
BETAS = st.floats(0.02, 50)
CONSTANTS = st.floats(0.001, 1)
FAMILIES = st.sampled_from(("polynomial", "exponential"))
RESERVATIONS = st.fractions(0, 2, max_denominator=1000)


def plain(family: str, beta: float, k: float, t: float, t_max: float) -> float:
    """As printed: polynomial k + (1 - k) (min(t, tmax) / tmax)^(1/beta), exponential e^((1 - min(t, tmax) / tmax)^beta ln k)."""
    over = min(t, t_max) / t_max
    if family == "polynomial":
        return k + (1 - k) * float(over ** (1 / beta))
    return exp((1 - over) ** beta * log(k))


@given(FAMILIES, BETAS, CONSTANTS, st.floats(0, 300))
def test_it_is_the_printed_formula(family, beta, k, t):
    assert isclose(Tactic(family=family, beta=beta, k=k).given(t / 150), plain(family, beta, k, t, 150), abs_tol=1e-12)


@pytest.mark.parametrize(
    ("family", "beta", "k", "t", "given"),
    [
        # Worked out by hand.
        ("polynomial", 1, 0.0, 0.25, 0.25),
        ("polynomial", 0.5, 0.0, 0.5, 0.25),
        ("polynomial", 2, 0.0, 0.25, 0.5),
        ("polynomial", 1, 0.2, 0.5, 0.6),
        ("exponential", 1, 0.01, 0.5, 0.1),
        ("exponential", 2, 0.0001, 0.5, 0.1),
        ("exponential", 1, 0.25, 0.5, 0.5),
    ],
)
def test_by_hand(family, beta, k, t, given):
    assert isclose(Tactic(family=family, beta=beta, k=k).given(t), given, rel_tol=1e-12)


@given(FAMILIES, BETAS, CONSTANTS)
def test_it_begins_with_k_ends_with_all_and_never_goes_back(family, beta, k):
    tactic = Tactic(family=family, beta=beta, k=k)
    course = [tactic.given(t) for t in SHARES]
    assert isclose(course[0], k, rel_tol=1e-9)
    assert isclose(course[-1], 1.0, rel_tol=1e-9)
    assert all(a <= b + 1e-12 for a, b in pairwise(course))
    assert tactic.given(-1) == course[0]
    assert tactic.given(7) == course[-1]


@pytest.mark.parametrize("family", ["polynomial", "exponential"])
def test_boulware_gives_at_the_end_and_conceder_at_once(family):
    tough, soft = Tactic(family=family, beta=0.1, k=0.05), Tactic(family=family, beta=10, k=0.05)
    assert tough.given(0.8) < 0.2
    assert soft.given(0.2) > 0.6
    for t in SHARES[1:-1]:
        assert tough.given(t) < soft.given(t)


def test_the_families_differ_as_the_paper_says():
    """For a large beta the polynomial one concedes faster at first; for a small one the exponential one waits longer."""
    for t in (0.02, 0.05, 0.1):
        assert Tactic(family="polynomial", beta=20, k=0.05).given(t) > Tactic(
            family="exponential", beta=20, k=0.05
        ).given(t)
    for t in (0.9, 0.95, 0.98):
        assert Tactic(family="exponential", beta=0.05, k=0.05).given(t) < Tactic(
            family="polynomial", beta=0.05, k=0.05
        ).given(t)


@given(FAMILIES, BETAS, CONSTANTS, st.floats(-1, 2), RESERVATIONS)
def test_what_is_asked_for_is_never_less_than_the_reservation(family, beta, k, t, reservation):
    asked = Tactic(family=family, beta=beta, k=k).aspiration(t, reservation)
    assert asked >= reservation
    assert reservation > 1 or asked <= 1


def test_what_is_asked_for_comes_down_from_all_to_the_reservation():
    tactic = Tactic(family="polynomial", beta=1, k=0.0)
    assert tactic.aspiration(0, Fraction(1, 4)) == 1
    assert tactic.aspiration(0.5, Fraction(1, 4)) == Fraction(5, 8)
    assert tactic.aspiration(1, Fraction(1, 4)) == Fraction(1, 4)


@pytest.mark.parametrize(
    "wrong",
    [
        {"beta": 0.0},
        {"beta": -1.0},
        {"k": 1.5},
        {"k": -0.1},
        {"family": "exponential", "k": 0.0},
        {"beta": float("nan")},
    ],
)
def test_constants_out_of_range_are_refused(wrong):
    with pytest.raises(ValueError, match="beta is more than 0"):
        Tactic(**wrong)
