"""What holds in every reading and in none: hand-made cases, and no reading that contradicts it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.bargaining.readings.agenda import Agenda
from goodoffices.bargaining.readings.certain import certain
from goodoffices.bargaining.readings.conflicts import refuse_contradictions, smallest
from goodoffices.bargaining.readings.experiment import Experiment
from goodoffices.bargaining.readings.statements import counting, entries
from goodoffices.errors import DataError
from goodoffices.talks import Link, NoDeal, Order, PartyPreferences, Preferences, RedLine, Talks
from tests.amount import cases

from .cases import TODAY, accepts, order, preferences, red, refuses, swing, talks, terms, wants, why

TWO = talks({"x": ["x0", "x1"], "y": ["y0", "y1"]})
UP = (order("x", "x1", "x0"), order("y", "y1", "y0"))


def named(agenda: Agenda, rows: np.ndarray) -> set[str]:
    return {" ".join(agenda.package(tuple(row)).values()) for row in rows}


def found(about: Talks, given_: Preferences):
    own = terms(about, given_)
    return own, certain(own)


def test_opposed_on_the_only_issue() -> None:
    about = talks({"x": ["x0", "x1"]})
    own, sure = found(
        about,
        preferences(about, a=wants(order("x", "x1", "x0"), TODAY), b=wants(order("x", "x0", "x1"), TODAY)),
    )
    assert [named(own.agenda, s.rows) for s in sure.preferred] == [{"x1"}, set()]
    assert [named(own.agenda, s.rows) for s in sure.refused] == [set(), {"x1"}]
    assert not len(sure.for_all)
    assert sure.improvements == ()


def test_both_gain_on_every_issue() -> None:
    own, sure = found(TWO, preferences(TWO, a=wants(*UP, TODAY), b=wants(*UP, TODAY)))
    assert named(own.agenda, sure.for_all) == {"x1 y0", "x0 y1", "x1 y1"}
    assert [(s.before, s.after, s.packages) for s in sure.improvements] == [((0,), (1,), 2), ((2,), (3,), 2)]
    assert sure.dominated == 3


def test_an_exchange_that_swings_make_certain() -> None:
    # a gains more on x than it loses on y, b the other way round: both gain by changing both, by neither alone.
    a = wants(order("x", "x1", "x0"), order("y", "y0", "y1"), swing("x.x0.x1", "y.y1.y0"), TODAY)
    b = wants(order("x", "x0", "x1"), order("y", "y1", "y0"), swing("y.y0.y1", "x.x1.x0"), TODAY)
    own, sure = found(TWO, preferences(TWO, a=a, b=b))
    # A swing matters at least as much: so nobody loses, but nobody need gain.
    assert not len(sure.for_all)
    assert sure.improvements == ()
    assert [named(own.agenda, s.rows) for s in sure.preferred] == [{"x1 y0"}, {"x0 y1"}]


def test_an_exchange_that_is_better_for_one_and_no_worse_for_the_other() -> None:
    a = wants(order("x", "x1", "x0"), order("y", "y0", "y1"), swing("x.x0.x1", "y.y1.y0"))
    points = {"x": {"x0": _fraction(1), "x1": _fraction(0)}, "y": {"y0": _fraction(0), "y1": _fraction(3)}}
    _, sure = found(TWO, preferences(TWO, a=a, b=PartyPreferences(points=points, basis=TODAY)))
    assert [(s.before, s.after, s.better, s.packages) for s in sure.improvements] == [((0, 2), (1, 3), ("b",), 1)]


def test_what_follows_from_an_accepted_package() -> None:
    own, sure = found(TWO, preferences(TWO, a=wants(*UP, accepts(x="x1")), b=wants()))
    # At least as good as no deal is accepted; strictly better only what is strictly better than that.
    assert named(own.agenda, sure.preferred[0].rows) == {"x1 y1"}
    assert not len(sure.refused[0].rows)


def test_what_follows_from_a_refused_package() -> None:
    own, sure = found(TWO, preferences(TWO, a=wants(*UP, refuses(x="x1")), b=wants()))
    assert named(own.agenda, sure.refused[0].rows) == {"x1 y0", "x0 y0"}


def test_nothing_is_certain_of_an_unknown_no_deal() -> None:
    _, sure = found(TWO, preferences(TWO, a=wants(*UP), b=wants(*UP)))
    assert not any(len(s.rows) for s in (*sure.preferred, *sure.refused))


def test_a_red_line_is_no_way_to_better() -> None:
    own, sure = found(TWO, preferences(TWO, a=wants(*UP, red("x", "x1")), b=wants(*UP)))
    assert [s.after for s in sure.improvements] == [(3,)]
    assert named(own.agenda, own.rows) == {"x0 y0", "x0 y1"}


def test_a_link_is_met_by_what_is_bettered() -> None:
    about = talks({"x": ["x0", "x1"], "y": ["y0", "y1"]}, links=[Link(if_={"x": ("x1",)}, then={"y": ("y1",)})])
    own, sure = found(about, preferences(about, a=wants(*UP), b=wants(*UP)))
    assert own.agenda.packages == 3
    assert {(s.before, s.packages) for s in sure.improvements} == {((0,), 1), ((2,), 1)}


def test_exact_points_decide_everything() -> None:
    points = {"x": {"x0": 0, "x1": 3}, "y": {"y0": 1, "y1": 2}}
    exact = PartyPreferences(
        points={i: {o: _fraction(v) for o, v in row.items()} for i, row in points.items()},
        no_deal=NoDeal(value=_fraction(3), own=("C1",)), basis=TODAY,
    )  # fmt: skip
    own, sure = found(TWO, preferences(TWO, a=exact, b=wants()))
    assert named(own.agenda, sure.preferred[0].rows) == {"x1 y0", "x1 y1"}
    assert named(own.agenda, sure.refused[0].rows) == {"x0 y0", "x0 y1"}


def _fraction(value: int):
    from fractions import Fraction

    return Fraction(value)


# No reading contradicts what is certain; and what is not called certain is contradicted by some reading, where readings are many.

SIZES = {"x": 3, "y": 2, "z": 3}
ABOUT = talks({i: [f"{i}{n}" for n in range(size)] for i, size in SIZES.items()})


@st.composite
def stated(draw: st.DrawFn) -> PartyPreferences:
    """Statements that a hidden value function meets, so that they never contradict one another."""
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    value = {i: rng.random(size) for i, size in SIZES.items()}
    items: list = []
    for issue, size in SIZES.items():
        for _ in range(int(rng.integers(0, 3))):
            a, b = rng.choice(size, 2, replace=False)
            best, worst = (a, b) if value[issue][a] > value[issue][b] else (b, a)
            items.append(order(issue, f"{issue}{best}", f"{issue}{worst}"))
    lows, highs = (sum(f(v) for v in value.values()) for f in (min, max))
    no_deal = lows + (0.2 + 0.6 * rng.random()) * (highs - lows)
    for _ in range(int(rng.integers(0, 2))):
        package = {i: int(rng.integers(size)) for i, size in SIZES.items()}
        worth = sum(value[i][n] for i, n in package.items())
        held = {i: f"{i}{n}" for i, n in package.items()}
        items.append(accepts(**held) if worth >= no_deal else refuses(**held))
    if rng.random() < 0.3 and not any(isinstance(i, type(accepts())) for i in items):
        items.append(TODAY)
    return wants(*items)


@settings(max_examples=cases(10, 400))
@given(stated(), stated())
def test_no_reading_contradicts_what_is_certain(a: PartyPreferences, b: PartyPreferences) -> None:
    # The hidden no deal lies between the worst and the best package, as the priors draw it: readings are found.
    own, sure = found(ABOUT, preferences(ABOUT, a=a, b=b))
    experiment = Experiment.of(own, 0)
    for prior in experiment.priors:
        drawn = experiment.together(experiment.drawn(prior, 1, 0, 200))
        values, no_deal = drawn.values, drawn.no_deal
        for party in (0, 1):
            gains = _gains(values, no_deal, sure.preferred[party].rows, party)
            # An order that is strict holds by a step of the grid at least, but for two values that round to one.
            assert (gains >= 0).all()
            assert (gains > 0).mean() > 0.99 if gains.size else True
            assert (_gains(values, no_deal, sure.refused[party].rows, party) <= 0).all()
        for step in sure.improvements:
            change = values[:, list(step.after)].sum(axis=1) - values[:, list(step.before)].sum(axis=1)
            assert (change >= 0).all()


def _gains(values: np.ndarray, no_deal: np.ndarray, rows: np.ndarray, party: int) -> np.ndarray:
    return np.asarray(values[:, rows, party].sum(axis=2) - no_deal[:, party, None])


@settings(max_examples=cases(8, 200))
@given(stated())
def test_what_is_not_called_certain_fails_in_some_reading(a: PartyPreferences) -> None:
    own, sure = found(ABOUT, preferences(ABOUT, a=wants(*a.orders, TODAY), b=wants()))
    certain_ = named(own.agenda, sure.preferred[0].rows)
    experiment = Experiment.of(own, 0)
    drawn = experiment.together(experiment.drawn(experiment.priors[0], 2, 0, 3_000))
    always = (_gains(drawn.values, drawn.no_deal, own.rows, 0) > 0).all(axis=0)
    assert named(own.agenda, own.rows[always]) == certain_


# Contradictions.

CONTRADICTIONS = [
    ("a circle", [order("x", "x0", "x1"), order("y", "y0", "y1"), order("x", "x1", "x0")], {"orders[1]", "orders[3]"}),
    ("one order against itself", [order("x", "x0", "x1", "x0")], {"orders[1]"}),
    ("a tie against an order", [order("x", ("x0", "x1")), order("x", "x0", "x1")], {"orders[1]", "orders[2]"}),
    (
        "refuses the better, accepts the worse", [*UP, accepts(), refuses(x="x1", y="y1")],
        {"orders[1]", "orders[2]", "packages[1]", "packages[2]"},
    ),
    (
        "swings against orders", [order("x", "x1", "x0"), order("y", "y1", "y0"), swing("x.x1.x0", "y.y0.y1")],
        {"orders[1]", "orders[2]", "importance[1]"},
    ),
    ("refuses what it has", [refuses(), TODAY], {"packages[1]", "no_deal"}),
    ("accepts what its red line excludes", [red("x", "x1"), accepts(x="x1")], {"red_lines[1]", "packages[1]"}),
]  # fmt: skip


@pytest.mark.parametrize(("items", "places"), [c[1:] for c in CONTRADICTIONS], ids=[c[0] for c in CONTRADICTIONS])
def test_a_contradiction_names_a_smallest_set_of_statements(items: list, places: set[str]) -> None:
    given_ = preferences(TWO, a=wants(*items))
    agenda = Agenda.of(TWO, given_)
    with pytest.raises(DataError) as error:
        refuse_contradictions(TWO, agenda, counting(entries(given_)))
    (problem,) = error.value.problems
    assert {p.removeprefix("parties.a.") for p in _places(problem.found)} == places
    assert problem.found.startswith(f"{len(places)} statements of A" if len(places) > 1 else "a statement of A")


def _places(text: str) -> list[str]:
    return [word.rstrip(":") for word in text.replace("(", " ").split() if word.startswith("parties.")]


def test_every_statement_of_the_smallest_set_is_needed() -> None:
    given_ = preferences(TWO, a=wants(*UP, order("x", ("x0", "x1")), accepts(), refuses(x="x1", y="y1")))
    agenda, stated_ = Agenda.of(TWO, given_), counting(entries(given_))
    found_ = smallest(agenda, "a", stated_)
    for entry in found_:
        refuse_contradictions(TWO, agenda, [e for e in found_ if e is not entry])


def test_a_package_that_links_exclude_cannot_be_accepted() -> None:
    about = talks({"x": ["x0", "x1"], "y": ["y0", "y1"]}, links=[Link(if_={"x": ("x1",)}, then={})])
    given_ = preferences(about, a=wants(accepts(x="x1")))
    with pytest.raises(DataError, match=r"A accepts but the links of talks\.yaml exclude"):
        refuse_contradictions(about, Agenda.of(about, given_), counting(entries(given_)))


def test_what_is_only_told_contradicts_nothing() -> None:
    told = Order(issue="x", best_first=("x1", "x0"), told=("C2",))
    given_ = preferences(TWO, a=wants(order("x", "x0", "x1"), told))
    refuse_contradictions(TWO, Agenda.of(TWO, given_), counting(entries(given_)))
    adopted = Order(issue="x", best_first=("x1", "x0"), told=("C2",), adopted=why())
    given_ = preferences(TWO, a=wants(order("x", "x0", "x1"), adopted))
    with pytest.raises(DataError):
        refuse_contradictions(TWO, Agenda.of(TWO, given_), counting(entries(given_)))


def test_a_red_line_twice_is_one() -> None:
    line = RedLine(issue="x", option="x1", assumed=why())
    assert len(terms(TWO, preferences(TWO, a=wants(line, line))).red_lines) == 1
