"""The whole analysis: hand-made cases with known shares, the same result by any workers, and what is told."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from goodoffices.bargaining.readings import NOT_DECIDED, Agreement, Settings, Share, agree
from goodoffices.bargaining.readings.counting import half_width
from goodoffices.bargaining.readings.experiment import Experiment
from goodoffices.errors import DataError
from goodoffices.talks import Link, NoDeal, Order, PartyPreferences, Preferences, RedLine

from .cases import EXCHANGE, TODAY, accepts, exchange, order, preferences, red, refuses, swing, talks, terms, wants, why

QUICK = Settings(readings=1_000, assumptions=False)
TWO = talks({"x": ["x0", "x1"], "y": ["y0", "y1"]})
A_UP = (order("x", "x1", "x0"), order("y", "y0", "y1"))
B_UP = (order("x", "x0", "x1"), order("y", "y1", "y0"))


def shares(found: Agreement, about: str) -> list[tuple[str, float, float]]:
    return [(s.what, *s.range) for s in found.shares if s.about == about]


def any_of(found: Agreement) -> Share:
    assert found.any is not None
    return found.any


# Hand-made cases.


def test_opposed_on_the_only_issue_is_never() -> None:
    about = talks({"x": ["x0", "x1", "x2"]})
    given = preferences(
        about, a=wants(order("x", "x2", "x1", "x0"), TODAY), b=wants(order("x", "x0", "x1", "x2"), TODAY)
    )
    found = agree(about, given, QUICK)
    assert any_of(found).range == (0.0, 0.0)
    assert any_of(found).decided
    assert found.ask_next == ()


def test_an_exchange_in_which_each_gains_more_than_it_gives_is_always() -> None:
    given = preferences(
        TWO, a=wants(*A_UP, swing("x.x0.x1", "y.y1.y0"), TODAY), b=wants(*B_UP, swing("y.y0.y1", "x.x1.x0"), TODAY)
    )
    found = agree(TWO, given, QUICK)
    assert any_of(found).range == (1.0, 1.0)
    assert [s[1:] for s in shares(found, "option")] == [(0, 0), (1, 1), (0, 0), (1, 1)]
    (package,) = [s for s in found.shares if s.about == "package"]
    assert package.package == {"x": "x1", "y": "y1"}


def test_an_exchange_of_two_issues_is_found_in_a_quarter() -> None:
    # Each gains by the exchange if its own issue weighs more: one in two, for each by itself.
    given = preferences(TWO, a=wants(*A_UP, TODAY), b=wants(*B_UP, TODAY))
    found = agree(TWO, given, replace(QUICK, readings=20_000))
    for share in any_of(found).by_prior.values():
        assert share == pytest.approx(0.25, abs=0.01)
    # Whoever learns that the one weighs x more than y knows whether one in two is left, or none.
    # Best share 1/4 before; after "which matters more to a": 1/2 or 0, so 1/4 again: nothing is gained by asking.
    assert found.ask_next == ()


def test_an_answer_is_worth_an_eighth_in_the_exchange_of_four_issues() -> None:
    # One issue for one: each gains if it weighs the one more, 1 in 4. Once one side has answered for which of two pairs it gains,
    # 1/2 is left in one half of the readings, and another pair's 1/4 in the other half: 3/8.
    found = agree(EXCHANGE, exchange(TODAY), replace(QUICK, readings=20_000))
    assert [a.about for a in found.ask_next] == ["importance"] * len(found.ask_next)
    assert found.ask_next[0].share == pytest.approx(0.25, abs=0.01)
    best = [a for a in found.ask_next if {a.issues[0] in ("i1", "i2"), a.issues[1] in ("i1", "i2")} == {True, False}]
    assert len(best) == 8
    for asked in best:
        assert asked.gain == pytest.approx(0.125, abs=0.01)
        assert asked.range == pytest.approx((0.125, 0.125), abs=0.015)


def test_the_same_facts_give_widely_different_shares_by_the_prior_alone() -> None:
    found = agree(EXCHANGE, exchange(), QUICK)
    low, high = any_of(found).range
    assert high == 1.0
    assert low < 0.55
    assert not any_of(found).decided
    assert any_of(found).words.startswith(NOT_DECIDED)
    assert "without a deal" in (any_of(found).unknown or "")
    assert "%" not in any_of(found).text


def test_a_red_line_that_costs_the_agreement() -> None:
    given = preferences(
        TWO,
        a=wants(*A_UP, swing("x.x0.x1", "y.y1.y0"), red("y", "y1"), TODAY),
        b=wants(*B_UP, swing("y.y0.y1", "x.x1.x0"), TODAY),
    )
    found = agree(TWO, given, QUICK)
    assert any_of(found).range == (0.0, 0.0)
    assert [s[1:] for s in shares(found, "red line")] == [(1.0, 1.0)]
    assert [f.number for f in found.impossible if f.what == "red line"] == [2]


def test_two_red_lines_over_one_option_change_nothing_alone() -> None:
    given = preferences(
        TWO, a=wants(*A_UP, red("y", "y1"), TODAY), b=wants(*B_UP, red("y", "y1"), TODAY)
    )  # fmt: skip
    assert [s[1:] for s in shares(agree(TWO, given, QUICK), "red line")] == [(0.0, 0.0)] * 2


def test_no_package_left_is_a_result() -> None:
    given = preferences(TWO, a=wants(red("x", "x0"), TODAY), b=wants(red("x", "x1"), TODAY))
    found = agree(TWO, given, QUICK)
    assert any_of(found).range == (0.0, 0.0)
    assert found.impossible[-1].what == "none left"
    json.dumps(found.data())


def test_an_option_that_only_refused_packages_hold() -> None:
    about = talks({"x": ["x0", "x1"]})
    found = agree(about, preferences(about, a=wants(order("x", "x0", "x1"), TODAY), b=wants()), QUICK)
    assert [f.text for f in found.impossible if f.what == "option"] == [
        "No package with X: <x1> is accepted by all in any reading."
    ]


def test_all_known_leaves_one_prior_and_nothing_to_ask() -> None:
    exact = {
        p: PartyPreferences(
            points={"x": {"x0": Fraction(0), "x1": Fraction(one)}, "y": {"y0": Fraction(0), "y1": Fraction(other)}},
            no_deal=NoDeal(value=Fraction(1, 3), own=("C1",)), basis=TODAY,
        )
        for p, one, other in (("a", 3, -1), ("b", -1, 3))
    }  # fmt: skip
    found = agree(TWO, preferences(TWO, None, **exact), QUICK)
    assert len(found.priors) == 1
    assert any_of(found).range == (1.0, 1.0)
    assert [s[1] for s in shares(found, "option")] == [0, 1, 0, 1]
    assert found.ask_next == ()


def test_a_third_party_that_the_preferences_name_has_to_accept_too() -> None:
    about = replace(TWO, third_parties={"c": TWO.parties["a"]})
    given = preferences(about, a=wants(*A_UP), c=wants(red("x", "x1"), TODAY))
    assert list(agree(about, given, QUICK).parties) == ["a", "b", "c"]


# Priors.


@pytest.mark.parametrize(
    ("about", "given", "number"),
    [
        ({"x": 3, "y": 2}, {}, 12),
        ({"x": 2, "y": 2}, {}, 6),
        ({"x": 3}, {}, 6),
        ({"x": 3, "y": 2}, {"a": wants(TODAY)}, 12),
        ({"x": 3, "y": 2}, {"a": wants(TODAY), "b": wants(TODAY)}, 4),
        ({"x": 3, "y": 2}, {"a": wants(refuses(x="x1")), "b": wants(TODAY)}, 8),
        ({"x": 3, "y": 2}, {"a": wants(refuses()), "b": wants()}, 4),
    ],
)
def test_priors_that_what_is_stated_fixes_drop_out(about: dict, given: dict, number: int) -> None:
    over = talks({i: [f"{i}{n}" for n in range(size)] for i, size in about.items()})
    priors = Experiment.of(terms(over, preferences(over, **given)), 0).priors
    assert len(priors) == number
    assert all(prior.sentence.endswith(".") for prior in priors)


# What is told counts only once it is adopted.


def test_what_is_told_constrains_nothing() -> None:
    told = Order(issue="x", best_first=("x1", "x0"), told=("C2",))
    without = agree(TWO, preferences(TWO, a=wants(TODAY), b=wants(*B_UP, TODAY)), QUICK)
    with_ = agree(TWO, preferences(TWO, a=wants(told, TODAY), b=wants(*B_UP, TODAY)), QUICK)
    assert [s.by_prior for s in with_.shares] == [s.by_prior for s in without.shares]
    assert with_.notes == ("A: one thing is told of it by others, and not adopted, so it does not count here.",)


# Assumptions.


def test_the_assumption_that_carries_the_result_comes_first() -> None:
    line = RedLine(issue="y", option="y1", assumed=why("a guess"))
    told = Order(issue="x", best_first=("x0", "x1"), told=("C2",))
    given = preferences(
        TWO,
        a=wants(*A_UP, swing("x.x0.x1", "y.y1.y0"), line, told, TODAY),
        b=wants(*B_UP, swing("y.y0.y1", "x.x1.x0"), TODAY),
    )
    found = agree(TWO, given, replace(QUICK, assumptions=True))
    assert found.assumptions is not None
    contradicting, dropped = found.assumptions
    assert (dropped.entry, dropped.change, dropped.any, dropped.moves) == (
        "parties.a.red_lines[1]", "dropped", (1.0, 1.0), 1.0,
    )  # fmt: skip
    assert "assumed by analyst: a guess" in dropped.text
    assert contradicting.change == "adopted"
    assert contradicting.any is None
    assert "contradict one another" in contradicting.text
    assert "told by others [C2], not adopted" in contradicting.text


def test_dropping_a_stated_no_deal_brings_its_priors_back() -> None:
    assumed = NoDeal(package="status_quo", assumed=why())
    given = preferences(TWO, a=wants(*A_UP, assumed), b=wants(*B_UP, TODAY))
    found = agree(TWO, given, replace(QUICK, assumptions=True))
    assert found.assumptions is not None
    (dropped,) = found.assumptions
    assert dropped.any is not None
    assert dropped.any[1] - dropped.any[0] > 0.2
    assert NOT_DECIDED in dropped.text


# Any workers, any pieces.

LARGER = talks({f"i{n}": ["a", "b", "c"] for n in range(4)})
GIVEN = preferences(
    LARGER,
    a=wants(
        order("i0", "b", "a"), order("i0", "c", "a"), order("i1", "a", ("b", "c")), order("i2", "c", "b", "a"),
        order("i3", "b", "a"), swing("i0.a.b", "i1.b.a"), accepts(i0="b"), red("i3", "c"),
    ),
    b=wants(
        order("i0", "a", "b", "c"), order("i1", "b", "a"), order("i1", "c", "a"), order("i2", "a", "b"), order("i2", "a", "c"),
        order("i3", "a", "b"), TODAY,
    ),
)  # fmt: skip
BOTH = preferences(TWO, a=wants(*A_UP), b=wants(*B_UP))


@pytest.fixture(scope="module")
def alone() -> Agreement:
    return agree(LARGER, GIVEN, Settings(readings=240, seed=7, chunk=240))


@pytest.mark.parametrize(("workers", "chunk"), [(1, 1), (1, 101), (2, 50), (20, 7)])
def test_the_same_result_by_any_workers_in_any_pieces(alone: Agreement, workers: int, chunk: int) -> None:
    settings = Settings(readings=240, seed=7, chunk=chunk, workers=workers, assumptions=chunk > 40)
    with ThreadPoolExecutor(workers) as pool:
        found = agree(LARGER, GIVEN, settings, pool if workers > 1 else None)
    assert found == (alone if chunk > 40 else replace(alone, assumptions=None))


def test_another_seed_gives_other_readings_and_nearly_the_same_shares(alone: Agreement) -> None:
    other = agree(LARGER, GIVEN, Settings(readings=240, seed=8, assumptions=False))
    assert other.certain == alone.certain
    assert any_of(other).by_prior != any_of(alone).by_prior
    for key, share in any_of(alone).by_prior.items():
        assert abs(share - any_of(other).by_prior[key]) < 0.2


def test_more_readings_begin_with_the_same_ones() -> None:
    few = agree(TWO, BOTH, Settings(readings=1, assumptions=False))
    more = agree(TWO, BOTH, Settings(readings=2, assumptions=False))
    assert all(abs(any_of(more).by_prior[p] * 2 - any_of(few).by_prior[p]) in (0, 1) for p in few.priors)


def test_a_deadline_leaves_a_result_that_says_so() -> None:
    found = agree(LARGER, GIVEN, Settings(readings=100_000, chunk=100, deadline=0.0))
    assert not found.complete
    assert found.readings == 100
    assert found.assumptions == ()


def test_progress_is_told() -> None:
    seen: list[tuple[int, int]] = []
    agree(
        TWO,
        BOTH,
        Settings(readings=20, chunk=10, tell=lambda n, of: seen.append((n, of)), assumptions=False),
    )
    assert seen == [(n, 12) for n in range(1, 13)]


# Many packages.


@pytest.mark.slow
def test_more_packages_than_can_be_looked_at_one_by_one() -> None:
    about = talks({f"i{n}": [f"o{k}" for k in range(4)] for n in range(8)})
    up = [order(f"i{n}", "o3", "o0") for n in range(8)]
    given = preferences(about, a=wants(*up, red("i0", "o2")), b=wants(*up, TODAY))
    found = agree(about, given, Settings(readings=60, assumptions=False))
    assert found.packages == 4**8
    assert any_of(found).range[0] > 0.5
    assert [f.number for f in found.impossible if f.what == "red line"] == [4**7]
    assert all(s.range[1] > 0 for s in found.shares if s.about == "package")
    with ThreadPoolExecutor(2) as pool:
        again = agree(about, given, Settings(readings=60, assumptions=False, chunk=11, workers=2), pool)
    assert again == found


def test_no_package_left_of_many() -> None:
    about = talks({f"i{n}": [f"o{k}" for k in range(4)] for n in range(8)})
    ordered = [order(f"i{n}", "o0", "o1", "o2", "o3") for n in range(8)]
    given = preferences(
        about, a=wants(*ordered, *(red("i0", f"o{k}") for k in range(4)), TODAY), b=wants(*ordered, TODAY)
    )
    found = agree(about, given, Settings(readings=10, assumptions=False))
    assert any_of(found).range == (0.0, 0.0)
    assert found.impossible[-1].what == "none left"


def test_more_packages_than_numbers() -> None:
    about = talks({f"i{n}": [f"o{k}" for k in range(5)] for n in range(28)})
    ordered = [order(f"i{n}", *(f"o{k}" for k in range(5))) for n in range(28)]
    reverse = [order(f"i{n}", *(f"o{k}" for k in reversed(range(5)))) for n in range(28)]
    given = preferences(about, a=wants(*ordered, TODAY), b=wants(*reverse, NoDeal(package="status_quo", own=("C1",))))
    found = agree(about, given, Settings(readings=4, assumptions=False))
    assert found.packages == 5**28
    # The status quo is the best for the one and the worst for the other: nothing beats it for both.
    assert any_of(found).range == (0.0, 0.0)


# What is told.


def test_json_has_its_keys(alone: Agreement) -> None:
    data = json.loads(json.dumps(alone.data()))
    assert {"certain", "impossible", "shares", "ask_next", "assumptions", "priors", "seed"} <= set(data)
    assert all({"what", "by_prior", "range", "decided"} <= set(s) for s in data["shares"])
    assert all({"party", "issue", "gain"} <= set(a) for a in data["ask_next"])
    for share in data["shares"]:
        low, high = share["range"]
        assert low == min(share["by_prior"].values())
        assert share["decided"] == (high - low <= 0.2)


def test_questions_come_the_most_useful_first(alone: Agreement) -> None:
    assert all(one.gain >= other.gain for one, other in pairwise(alone.ask_next))
    assert all(a.gain > a.error for a in alone.ask_next)
    assert all(a.question.endswith("?") and a.text.startswith(f"Ask {a.to}: “") for a in alone.ask_next)


def test_a_notebook_shows_the_sections_and_no_markup_of_the_case() -> None:
    html = agree(TWO, BOTH, replace(QUICK, readings=50))._repr_html_()
    assert "What to ask next" in html
    assert "&lt;x1&gt;" in html
    assert "<x1>" not in html


def test_an_undecided_share_is_told_without_a_number() -> None:
    found = agree(EXCHANGE, exchange(), QUICK)
    for line in found.by_issue:
        if NOT_DECIDED in line:
            assert "%" not in line.split(NOT_DECIDED)[1]
    assert any(NOT_DECIDED in line for line in found.by_issue)


@pytest.mark.parametrize(("held", "number", "half"), [(0, 100, 0.0185), (50, 100, 0.0962), (100, 100, 0.0185)])
def test_half_an_interval_of_wilson(held: int, number: int, half: float) -> None:
    # Wilson's interval for 0 of 100 is 0 to 0.0370; for 50 of 100, 0.4038 to 0.5962 (Newcombe 1998 computes the same way).
    assert half_width(held, number) == pytest.approx(half, abs=2e-4)


# Bad input.


def test_no_issues_is_an_error() -> None:
    with pytest.raises(DataError, match="no issues"):
        agree(talks({}), Preferences(format="preferences/1"))


def test_a_status_quo_that_leaves_an_issue_out_is_an_error() -> None:
    with pytest.raises(DataError, match="a status quo without y, expected one of: y0, y1"):
        agree(TWO, Preferences(format="preferences/1", status_quo={"x": "x0"}))


def test_links_that_no_package_meets_are_an_error() -> None:
    about = talks({"x": ["x0"]}, links=[Link(if_={"x": ("x0",)}, then={})])
    with pytest.raises(DataError, match="no package meets"):
        agree(about, preferences(about))


def test_points_that_leave_an_option_out_are_an_error() -> None:
    exact = PartyPreferences(points={"x": {"x0": Fraction(1)}}, basis=TODAY)
    with pytest.raises(DataError, match="no points of a for x: x1, y: y0, y: y1"):
        agree(TWO, preferences(TWO, a=exact))


def test_without_a_status_quo_nothing_is_drawn_at_it() -> None:
    given = Preferences(format="preferences/1", parties={"a": wants(*A_UP), "b": wants(*B_UP)})
    found = agree(TWO, given, replace(QUICK, readings=100))
    assert found.priors
    assert not any("status_quo" in prior for prior in found.priors)
    assert all(a.about != "no deal" for a in found.ask_next)
