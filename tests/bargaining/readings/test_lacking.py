"""Shares only where everybody's wishes are known: who lacks what is told, and nobody's wishes are invented."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest

from goodoffices.bargaining.readings import Agreement, Settings, agree
from goodoffices.talks import Link, NoDeal, Order, PartyPreferences, Preferences, RedLine, Talks

from .cases import TODAY, order, preferences, red, swing, talks, wants, why

QUICK = Settings(readings=40, assumptions=False)
ABOUT = talks({"x": ["x0", "x1", "x2"], "y": ["y0", "y1"]})
X, Y = order("x", "x2", "x1", "x0"), order("y", "y1", "y0")
ALL = wants(X, Y, TODAY)
POINTS = PartyPreferences(
    points={"x": {f"x{n}": Fraction(n) for n in range(3)}, "y": {"y0": Fraction(0), "y1": Fraction(1)}}
)
TOLD_X = Order(issue="x", best_first=("x2", "x0"), told=("C7",))
ADOPTED_X = Order(issue="x", best_first=("x2", "x0"), told=("C7",), adopted=why())
ASSUMED_X = Order(issue="x", best_first=("x2", "x1", "x0"), assumed=why())

# What a has, beside b that has orders on both issues; the issues that a lacks.
ROWS: dict[str, tuple[PartyPreferences, str | None]] = {
    "orders of its own": (wants(X, Y), None),
    "two orders on one issue": (wants(order("x", "x1", "x0"), order("x", "x2", "x0"), Y), None),
    "points": (POINTS, None),
    "an adopted order": (wants(ADOPTED_X, Y), None),
    "a tie": (wants(order("x", ("x0", "x1", "x2")), Y), None),
    "an order that leaves an option out": (wants(order("x", "x1", "x0"), Y), None),
    "nothing": (wants(), "X and Y"),
    "one issue": (wants(X), "Y"),
    "a told order": (wants(TOLD_X, Y), "X"),
    "an assumed order": (wants(ASSUMED_X, Y), "X"),
    "an order of one option": (wants(order("x", "x1"), Y), "X"),
    "importance is no order": (wants(swing("x.x0.x1", "y.y0.y1"), Y), "X"),
    "a red line that leaves two options": (wants(red("x", "x2"), Y), "X"),
    "red lines that leave one option": (wants(red("x", "x2"), red("x", "x1"), Y), None),
    "told points": (
        PartyPreferences(points=POINTS.points, basis=Order(issue="x", best_first=(), told=("C7",))), "X and Y",
    ),
}  # fmt: skip


def told(given: Preferences, about: Talks = ABOUT) -> Agreement:
    return agree(about, given, QUICK)


@pytest.mark.parametrize("name", ROWS)
def test_who_lacks_what(name: str) -> None:
    a, lacking = ROWS[name]
    found = told(preferences(ABOUT, a=a, b=ALL))
    if lacking is None:
        assert found.why_no_more == ()
        assert found.shares
        assert not any(unknown.lacking for unknown in found.unknown)
        return
    why_, lacks, add = found.why_no_more
    assert "nobody's wishes are invented" in why_
    assert lacks == f"A has no points, and no order of its own or adopted by name on {lacking}."
    assert add.startswith("To have them, add to preferences.yaml an order")
    assert (found.shares, found.ask_next, found.assumptions, found.priors, found.readings) == ((), (), None, {}, 0)
    assert {u.party for u in found.unknown if u.lacking} == {"a"}
    lines = dict(found.sections())
    assert list(lines) == ["Certain, whatever is not known", "What is not known", "Why no more can be told"]
    assert "%" not in " ".join(line for part in lines.values() for line in part)
    json.dumps(found.data())


def test_both_sides_are_told() -> None:
    found = told(preferences(ABOUT, a=wants(X), b=wants(Y)))
    assert [line[:16] for line in found.why_no_more] == [
        "Shares, named pa",
        "A has no points,",
        "B has no points,",
        "To have them, ad",
    ]


def test_a_party_that_is_not_named_lacks_all_and_a_third_party_counts_too() -> None:
    assert "B has no points, and no order of its own or adopted by name on X and Y" in str(
        told(preferences(ABOUT, a=ALL)).why_no_more
    )
    third = replace(ABOUT, third_parties={"c": ABOUT.parties["a"]})
    assert "A has no points" in str(told(preferences(third, a=ALL, b=ALL, c=wants(red("x", "x1"))), third).why_no_more)


def test_an_issue_that_links_settle_is_not_open() -> None:
    about = talks({"x": ["x0", "x1"], "y": ["y0", "y1"]}, links=[Link(if_={"x": ("x1",)}, then={})])
    assert told(preferences(about, a=wants(Y, TODAY), b=wants(Y, TODAY)), about).why_no_more == ()


def test_many_packages_lack_the_same() -> None:
    about = talks({f"i{n}": [f"o{k}" for k in range(4)] for n in range(7)})
    every = [order(f"i{n}", "o3", "o0") for n in range(7)]
    found = told(preferences(about, a=wants(*every, TODAY), b=wants(*every[:6], TODAY)), about)
    assert "B has no points, and no order of its own or adopted by name on I6." in found.why_no_more
    assert [f.what for f in found.certain][:2] == ["preferred", "preferred"]
    assert not found.certain[0].complete


def test_what_is_not_known_is_said_with_the_reason() -> None:
    a = wants(TOLD_X, Order(issue="y", best_first=("y1", "y0"), assumed=why()))
    lines = [
        unknown.text for unknown in told(preferences(ABOUT, a=a, b=wants(order("x", "x1", "x0"), Y, TODAY))).unknown
    ]
    assert lines == [
        "How A ranks the options of X: told by others [C7], and adopted by nobody.",
        "How A ranks the options of Y: only assumed.",
        "How much each issue matters to A.",
        "What A has if nothing is agreed.",
        "How B ranks the options of X: what is stated leaves out “<x2>”.",
        "How much each issue matters to B.",
    ]


def test_what_is_certain_and_rests_on_a_judgement_is_marked() -> None:
    line = RedLine(issue="x", option="x2", assumed=why())
    b = wants(X, Y, NoDeal(package="status_quo", assumed=why()))
    found = told(preferences(ABOUT, a=wants(line, TODAY), b=b))
    assert {f.assumed for f in (*found.certain, *found.impossible)} == {True}
    own = told(preferences(ABOUT, a=wants(red("x", "x2"), TODAY), b=ALL))
    assert not any(f.assumed for f in (*own.certain, *own.impossible))


def test_an_assumption_without_which_wishes_would_be_invented_gives_no_share() -> None:
    found = agree(ABOUT, preferences(ABOUT, a=wants(ADOPTED_X, Y, TODAY), b=ALL), Settings(readings=40))
    assert found.assumptions is not None
    (dropped,) = found.assumptions
    assert dropped.any is None
    assert "no share can be given: A has no points, and no order of its own or adopted by name on X." in dropped.text
    told_y = Order(issue="y", best_first=("y1", "y0"), told=("C8",))
    found = agree(ABOUT, preferences(ABOUT, a=wants(X, Y, told_y, TODAY), b=ALL), Settings(readings=40))
    assert found.assumptions is not None
    (adopted,) = found.assumptions
    assert "That changes nothing that is shown: some package beats no deal for all:" in adopted.text
