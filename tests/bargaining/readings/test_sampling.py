"""Readings: they break no constraint, have the distribution that is documented, and do not depend on who draws them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from goodoffices.bargaining.readings.priors import Prior
from goodoffices.bargaining.readings.sampling import FINE, draw_readings, key_of, try_out
from goodoffices.errors import DataError
from goodoffices.talks import NoDeal, PartyPreferences
from tests.amount import cases

from .cases import TODAY, accepts, order, preferences, refuses, subject, swing, talks, wants

ABOUT = talks({"x": ["x0", "x1", "x2"], "y": ["y0", "y1"], "z": ["z0", "z1", "z2", "z3"]})
UNIFORM = Prior("uniform", "uniform", "uniform")
SURE = 1e-4
"""A right program fails a test of distribution once in ten thousand seeds; the seeds are fixed."""


def drawn(*items, prior: Prior = UNIFORM, number: int = 4_000, seed: int = 3):
    agenda, own = subject(ABOUT, preferences(ABOUT, a=wants(*items)))
    return agenda, draw_readings(agenda, own, prior, seed, 0, number)


def weights(agenda, values: np.ndarray) -> np.ndarray:
    parts = [values[:, a:b].max(axis=1) for a, b in zip(agenda.starts[:-1], agenda.starts[1:], strict=True)]
    return np.stack(parts, axis=1) / FINE


@pytest.mark.parametrize(("kind", "shape"), [("uniform", 1), ("equal", 10)])
def test_weights_have_the_distribution_of_dirichlet(kind: str, shape: int) -> None:
    agenda, found = drawn(prior=Prior(kind, "uniform", "zero"))  # type: ignore[arg-type]
    # A weight of a symmetric Dirichlet distribution over three issues is Beta(shape, 2 shape).
    for column in weights(agenda, found.values).T:
        assert stats.kstest(column, stats.beta(shape, 2 * shape).cdf).pvalue > SURE


def test_scores_between_best_and_worst_are_sorted_uniform_numbers() -> None:
    _, found = drawn()
    scores = np.sort(found.values[:, 5:9] / found.values[:, 5:9].max(axis=1, keepdims=True), axis=1)
    assert (scores[:, 0] == 0).all()
    assert (scores[:, 3] == 1).all()
    assert stats.kstest(scores[:, 1], stats.beta(1, 2).cdf).pvalue > SURE
    assert stats.kstest(scores[:, 2], stats.beta(2, 1).cdf).pvalue > SURE


def test_even_scores_are_even() -> None:
    _, found = drawn(prior=Prior("equal", "even", "zero"))
    scores = np.sort(found.values[:, 5:9] / found.values[:, 5:9].max(axis=1, keepdims=True), axis=1)
    assert scores == pytest.approx(np.tile([0, 1 / 3, 2 / 3, 1], (4_000, 1)), abs=1e-6)


def test_no_deal_by_its_prior() -> None:
    _, found = drawn()
    assert stats.kstest(found.no_deal / FINE, stats.uniform.cdf).pvalue > SURE
    agenda, found = drawn(prior=Prior("uniform", "uniform", "status_quo"))
    assert (found.no_deal == found.values[:, list(agenda.status_quo or ())].sum(axis=1)).all()
    _, found = drawn(prior=Prior("uniform", "uniform", "zero"))
    assert (found.no_deal == 0).all()


def test_what_is_stated_of_no_deal_goes_before_the_prior() -> None:
    agenda, found = drawn(TODAY, prior=Prior("uniform", "uniform", "zero"))
    assert (found.no_deal == found.values[:, list(agenda.status_quo or ())].sum(axis=1)).all()


# Against rejection sampling written by other means.


def rejected(rng: np.random.Generator, number: int, fits) -> np.ndarray:
    """Value functions and no deal by the definition: all options' scores uniform, then stretched to 0 and 1; until they fit."""
    found: list[np.ndarray] = []
    while len(found) < number:
        w = rng.dirichlet([1.0] * 3)
        parts = []
        for weight, size in zip(w, (3, 2, 4), strict=True):
            raw = rng.random(size)
            parts.append(weight * (raw - raw.min()) / (raw.max() - raw.min()))
        v, d = np.concatenate(parts), rng.random()
        if fits(v, d):
            found.append(np.append(v, d))
    return np.array(found)


CASES = [
    ("orders", [order("x", "x1", "x0"), order("z", "z3", "z1", "z0")], lambda v, d: v[1] > v[0] and v[8] > v[6] > v[5]),
    ("a swing", [swing("x.x0.x2", "y.y0.y1")], lambda v, d: v[2] - v[0] >= v[4] - v[3]),
    ("accepted", [accepts(y="y1")], lambda v, d: v[0] + v[4] + v[5] >= d),
    ("refused", [refuses(x="x2")], lambda v, d: v[2] + v[3] + v[5] < d),
    ("all", [order("x", "x2", "x0"), swing("x.x0.x2", "z.z0.z3"), accepts(x="x2"), refuses()],
     lambda v, d: v[2] > v[0] and v[2] - v[0] >= v[8] - v[5] and v[2] + v[3] + v[5] >= d > v[0] + v[3] + v[5]),
]  # fmt: skip


@pytest.mark.parametrize(("items", "fits"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_readings_are_those_of_plain_rejection(items, fits) -> None:
    _, found = drawn(*items, number=3_000)
    ours = np.column_stack([found.values, found.no_deal]) / FINE
    assert all(fits(row[:-1], row[-1]) for row in ours)
    theirs = rejected(np.random.default_rng(11), 1_500, fits)
    for column in range(ours.shape[1]):
        assert stats.ks_2samp(ours[:, column], theirs[:, column]).pvalue > SURE


# Seeds.


@settings(max_examples=cases(8, 250))
@given(st.integers(0, 2**70), st.integers(0, 900), st.integers(1, 100))
def test_a_reading_does_not_depend_on_how_many_are_drawn_with_it(seed: int, start: int, number: int) -> None:
    agenda, own = subject(ABOUT, preferences(ABOUT, a=wants(order("x", "x1", "x0"), accepts(y="y1"))))
    whole = draw_readings(agenda, own, UNIFORM, seed, 0, 1_000)
    part = draw_readings(agenda, own, UNIFORM, seed, start, number)
    assert (part.values == whole.values[start : start + number]).all()
    assert (part.no_deal == whole.no_deal[start : start + number]).all()


def test_seed_prior_party_and_reading_all_matter() -> None:
    given_ = preferences(ABOUT)
    agenda, a = subject(ABOUT, given_, "a")
    _, b = subject(ABOUT, given_, "b")
    ways = [
        draw_readings(agenda, a, UNIFORM, 0, 0, 5), draw_readings(agenda, a, UNIFORM, 1, 0, 5),
        draw_readings(agenda, b, UNIFORM, 0, 0, 5), draw_readings(agenda, a, UNIFORM, 0, 5, 5),
        draw_readings(agenda, a, UNIFORM, 1 << 64, 0, 5), draw_readings(agenda, a, UNIFORM, 1 << 32, 0, 5),
        draw_readings(agenda, a, Prior("uniform", "uniform", "zero"), 0, 0, 5),
    ]  # fmt: skip
    seen = np.concatenate([w.values for w in ways])
    assert len(np.unique(seen, axis=0)) == 5 * len(ways)
    assert key_of(5).tolist() == [5, 0]


# Exact preferences.


def test_points_are_drawn_as_they_stand() -> None:
    points = {"x": {"x0": 1, "x1": 2, "x2": 3}, "y": {"y0": 0, "y1": 10}, "z": {"z0": 4, "z1": 4, "z2": 5, "z3": 7}}
    exact = PartyPreferences(
        points={i: {o: _fraction(v) for o, v in row.items()} for i, row in points.items()},
        weights={"y": _fraction(2)}, no_deal=NoDeal(value=_fraction(12), own=("C1",)), basis=TODAY,
    )  # fmt: skip
    agenda, own = subject(ABOUT, preferences(ABOUT, a=exact))
    found = draw_readings(agenda, own, UNIFORM, 0, 0, 10)
    assert (found.values == found.values[0]).all()
    unit = found.values[0, 1]
    assert found.values[0].tolist() == [x * unit for x in (0, 1, 2, 0, 20, 0, 0, 1, 3)]
    assert found.no_deal.tolist() == [(12 - 5) * unit] * 10


def _fraction(value: int):
    from fractions import Fraction

    return Fraction(value)


# Too rare.


def test_statements_that_hardly_any_reading_meets_are_an_error_that_names_them() -> None:
    about = talks({f"i{n}": ["no", "yes"] for n in range(12)})
    # The last issue outweighs eleven others together, and each of them the next: one reading in many millions.
    items = [swing(f"i{n}.no.yes", f"i{n + 1}.no.yes") for n in range(11)]
    ordered = [order(f"i{n}", "yes", "no") for n in range(12)]
    agenda, own = subject_without_trial(about, preferences(about, a=wants(*ordered, *items)))
    with pytest.raises(DataError, match=r"statements of a that fewer than 1 in 10,000 readings meet \(importance"):
        try_out(agenda, own, UNIFORM, 0)


def subject_without_trial(about, given_):
    from goodoffices.bargaining.readings.agenda import Agenda
    from goodoffices.bargaining.readings.sampling import Subject
    from goodoffices.bargaining.readings.statements import counting, entries, wants_of

    agenda = Agenda.of(about, given_)
    return agenda, Subject.of(agenda, wants_of(agenda, "a", counting(entries(given_))))


def test_statements_that_one_in_a_thousand_readings_meets_are_drawn() -> None:
    about = talks({f"i{n}": ["no", "yes"] for n in range(6)})
    items = [swing(f"i{n}.no.yes", f"i{n + 1}.no.yes") for n in range(5)]
    ordered = [order(f"i{n}", "yes", "no") for n in range(6)]
    agenda, own = subject(about, preferences(about, a=wants(*ordered, *items)))
    found = draw_readings(agenda, own, UNIFORM, 0, 0, 200)
    top = found.values[:, 1::2]
    assert (np.diff(top, axis=1) <= 0).all()
    # Six weights in one of 720 orders.
    assert found.attempts / 200 == pytest.approx(720, rel=0.25)
