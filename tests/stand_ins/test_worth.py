"""What packages are worth, and from where on one is good enough."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.stand_ins.worth import Worth

from .exercises import EXERCISE, points
from .scene import Scene

MARN = Worth(EXERCISE.points["marn"])
OPTIONS = st.dictionaries(st.sampled_from(["x", "y", "z"]), st.integers(-20, 40), min_size=1, max_size=3)
PARTIES = st.builds(
    lambda issues, no_deal: points(no_deal, **issues),
    st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), OPTIONS, min_size=1, max_size=4),
    st.integers(-50, 120),
)


@pytest.mark.parametrize(
    ("package", "crosses", "value"),
    [
        ({"ferry": "marn", "tolls": "none", "patrol": "joint"}, False, 100),
        ({"ferry": "tolle"}, True, 0),
        ({"tolls": "high"}, False, 0),
        ({}, False, 0),
    ],
)
def test_by_hand(package, crosses, value):
    assert MARN.crosses(package) is crosses
    assert MARN.value(package) == value


def test_what_does_not_exist_crosses():
    assert MARN.crosses({"ferry": "sunk"})
    assert MARN.crosses({"railway": "both"})


def test_what_the_mandate_knows_not_at_all_cannot_be_accepted():
    """Marn's council can be asked about both, and about nothing else than that."""
    worth = Worth.of(Scene().view("marn-head"))
    assert worth.beyond == {"ferry": {"tolle"}}
    assert worth.allowed["ferry"] == ("marn", "both")
    barred = Worth(points(0, a={"x": 1, "y": 2}), {"a": frozenset({"x", "y"})})
    assert barred.crosses({"a": "x"})
    assert not barred.enough({"a": "y"}, Fraction(0))


def test_the_reservation_is_where_no_deal_stands():
    # Without the red line the worst is 35 (ferry both) + 0 + 0, the best 100; no deal is 40.
    assert MARN.reservation == Fraction(5, 65)
    assert Worth(points(0, a={"x": 1, "y": 2})).reservation == 0
    assert Worth(points(9, a={"x": 1, "y": 2})).reservation > 1
    assert Worth(points(2, a={"x": 2})).reservation == 0
    assert Worth(points(3, a={"x": 2})).reservation > 1


@pytest.mark.parametrize(
    ("package", "aspiration", "enough"),
    [
        ({"ferry": "marn", "tolls": "none", "patrol": "joint"}, Fraction(1), True),
        ({"ferry": "both", "tolls": "none", "patrol": "joint"}, Fraction(1), False),
        ({"ferry": "both", "tolls": "none", "patrol": "joint"}, Fraction(3, 4), True),
        ({"ferry": "tolle", "tolls": "none", "patrol": "joint"}, Fraction(0), False),
        ({"tolls": "low"}, Fraction(3, 4), True),
        ({"tolls": "low"}, Fraction(4, 5), False),
        ({"tolls": "none"}, Fraction(3, 2), False),
    ],
)
def test_good_enough(package, aspiration, enough):
    assert MARN.enough(package, aspiration) is enough


@given(PARTIES, st.data())
def test_single_issues_that_are_good_enough_are_together_worth_no_deal(party, data):
    """Whatever was asked for at each of them, as long as it was not below the reservation."""
    worth = Worth(party)
    package = {}
    for issue, options in party.points.items():
        option = data.draw(st.sampled_from(sorted(options)))
        asked = worth.reservation + data.draw(st.fractions(0, 1, max_denominator=50))
        if worth.enough({issue: option}, asked):
            package[issue] = option
    if package.keys() == party.points.keys():
        assert worth.value(package) >= party.no_deal


@given(PARTIES, st.fractions(0, 1, max_denominator=50), st.fractions(0, 1, max_denominator=50), st.data())
def test_who_asks_for_less_takes_all_that_it_took_before(party, one, other, data):
    worth = Worth(party)
    package = {issue: data.draw(st.sampled_from(sorted(options))) for issue, options in party.points.items()}
    if worth.enough(package, max(one, other)):
        assert worth.enough(package, min(one, other))
