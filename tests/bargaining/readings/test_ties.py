"""Equal is equal: no share hangs on rounding, on the order of lines, on which party stands first, or on the way of computing."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.bargaining.readings import Agreement, Settings, agree
from goodoffices.bargaining.readings import packages as module
from goodoffices.case import read_case
from goodoffices.talks import Link, NoDeal, PartyPreferences, Preferences, Talks

from .cases import TODAY, order, preferences, red, swing, talks, wants

QUICK = Settings(readings=300, assumptions=False)


def nash(found: Agreement) -> dict[tuple[str | None, str | None], tuple[float, float]]:
    return {(s.issue, s.option): s.range for s in found.shares if s.about == "option"}


def points(**issues: Mapping[str, Any]) -> PartyPreferences:
    return PartyPreferences(
        points={i: {o: Fraction(p) for o, p in row.items()} for i, row in issues.items()},
        no_deal=NoDeal(value=Fraction(0), own=("C1",)), basis=TODAY,
    )  # fmt: skip


THREE = talks({"x": ["a", "b", "c"]})
TIED: dict[str, tuple[Talks, Preferences, dict[tuple[str, str], float]]] = {
    "two options that both like the same": (
        THREE, preferences(THREE, a=wants(order("x", ("b", "c"), "a"), TODAY), b=wants(order("x", ("c", "b"), "a"), TODAY)),
        {("x", "a"): 0, ("x", "b"): 1 / 2, ("x", "c"): 1 / 2},
    ),
    "three": (
        THREE, preferences(THREE, a=wants(order("x", ("a", "b", "c")), TODAY), b=wants(order("x", ("c", "b", "a")), TODAY)),
        {("x", o): 1 / 3 for o in "abc"},
    ),
    "mirrored points": (
        THREE, preferences(THREE, a=points(x={"a": 1, "b": 2, "c": 3}), b=points(x={"a": 3, "b": 2, "c": 1})),
        {("x", "a"): 0, ("x", "b"): 1, ("x", "c"): 0},
    ),
    "one product in two ways": (
        THREE, preferences(THREE, a=points(x={"a": 2, "b": 6, "c": 1}), b=points(x={"a": 6, "b": 2, "c": 1})),
        {("x", "a"): 1 / 2, ("x", "b"): 1 / 2, ("x", "c"): 0},
    ),
    "thirds that no float holds": (
        THREE,
        preferences(THREE, a=points(x={"a": "1/3", "b": "2/3", "c": 0}), b=points(x={"a": "2/7", "b": "1/7", "c": 0})),
        {("x", "a"): 1 / 2, ("x", "b"): 1 / 2, ("x", "c"): 0},
    ),
    "sixteen digits": (
        THREE,
        preferences(
            THREE,
            a=points(x={"a": "0.3333333333333333", "b": "0.3333333333333334", "c": 0}), b=points(x={"a": 1, "b": 1, "c": 0}),
        ),
        {("x", "a"): 0, ("x", "b"): 1, ("x", "c"): 0},
    ),
    "so many digits that they are rounded": (
        THREE,
        preferences(THREE, a=points(x={"a": "1/3", "b": "1/3", "c": f"1/{10**30 + 57}"}), b=points(x={"a": 2, "b": 2, "c": 1})),
        {("x", "a"): 1 / 2, ("x", "b"): 1 / 2, ("x", "c"): 0},
    ),
    "a difference of one in 10^16": (
        THREE, preferences(THREE, a=points(x={"a": 10**16, "b": 10**16 + 1, "c": 0}), b=points(x={"a": 3, "b": 3, "c": 1})),
        {("x", "a"): 0, ("x", "b"): 1, ("x", "c"): 0},
    ),
}  # fmt: skip


@pytest.mark.parametrize("largest", [5_000, 0], ids=["listed", "merged"])
@pytest.mark.parametrize("name", TIED)
def test_tied_packages_share_a_reading_evenly(name: str, largest: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", largest)
    about, given_, shares = TIED[name]
    found = nash(agree(about, given_, QUICK))
    for key, share in shares.items():
        assert found[key] == pytest.approx((share, share), abs=1e-8)


def test_steps_that_are_even_stay_even_on_the_grid() -> None:
    # By b the one gains half as much as by c, the other twice as much: the products are equal in every reading with even scores.
    given_ = preferences(THREE, a=wants(order("x", "c", "b", "a"), TODAY), b=points(x={"a": 0, "b": 2, "c": 1}))
    even = {
        s.option: s.by_prior["equal/even/stated"] for s in agree(THREE, given_, QUICK).shares if s.about == "option"
    }
    assert even == {"a": 0, "b": 0.5, "c": 0.5}


# The order of lines.


def turned(value: Any) -> Any:
    return dict(reversed(list(value.items()))) if isinstance(value, dict) else tuple(reversed(value))


CASE = talks(
    {"i": ["p", "q", "r"], "j": ["s", "t"], "k": ["u", "v", "w"], "l": ["y", "z"]},
    links=[Link(if_={"i": ("p",)}, then={"j": ("s",)}), Link(if_={"k": ("w",), "l": ("z",)}, then={})],
)  # fmt: skip
GIVEN = preferences(
    CASE,
    {"i": "q"},
    a=wants(
        order("i", ("p", "r"), "q"), order("j", "t", "s"), order("k", "v", "u"), order("k", "w", "u"), order("l", "z", "y"),
        swing("i.q.p", "j.s.t"), swing("k.u.v", "j.s.t"),
    ),
    b=wants(order("i", "q", "r"), order("i", "q", "p"), order("j", "s", "t"), order("k", "u", "v"), order("l", "z", "y"),
        red("k", "w")),
)  # fmt: skip
TURNS: dict[str, Callable[[Talks, Preferences], tuple[Talks, Preferences]]] = {
    "issues": lambda t, p: (replace(t, issues=turned(t.issues)), p),
    "options": lambda t, p: (
        replace(t, issues={k: replace(i, options=turned(i.options)) for k, i in t.issues.items()}), p,
    ),
    "parties": lambda t, p: (replace(t, parties=turned(t.parties)), p),
    "parties of the preferences": lambda t, p: (t, replace(p, parties=turned(p.parties))),
    "links": lambda t, p: (replace(t, links=turned(t.links)), p),
    "entries": lambda t, p: (
        t,
        replace(p, parties={k: replace(w, orders=turned(w.orders), importance=turned(w.importance)) for k, w in p.parties.items()}),
    ),
    "the status quo": lambda t, p: (t, replace(p, status_quo=turned(p.status_quo))),
}  # fmt: skip


def canonical(found: Agreement) -> Any:
    """Without the order in which things are told, and without the words, in which issues follow the file."""
    data = found.data()
    for share in data["shares"]:
        share.pop("what")
    for part in ("certain", "impossible"):
        for finding in data[part]:
            finding.pop("text")
    listed = {
        key: sorted(json.dumps(x, sort_keys=True) for x in data.pop(key)) for key in ("shares", "certain", "impossible")
    }
    return data, listed


@pytest.mark.parametrize("largest", [5_000, 0], ids=["listed", "merged"])
@pytest.mark.parametrize("name", TURNS)
def test_no_order_of_lines_changes_anything(name: str, largest: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", largest)
    before = agree(CASE, GIVEN, QUICK)
    assert before.shares
    assert canonical(agree(*TURNS[name](CASE, GIVEN), QUICK)) == canonical(before)


# Listed or merged.


def test_both_ways_of_computing_give_the_same_shares(monkeypatch: pytest.MonkeyPatch) -> None:
    few = agree(CASE, GIVEN, QUICK)
    monkeypatch.setattr(module, "LARGEST", 0)
    many = agree(CASE, GIVEN, QUICK)
    assert nash(many) == nash(few)
    assert [s.by_prior for s in many.shares if s.about in ("any", "red line")] == [
        s.by_prior for s in few.shares if s.about in ("any", "red line")
    ]
    shown = {json.dumps(s.package, sort_keys=True): s.range for s in few.shares if s.package is not None}
    for share in many.shares:
        if share.package is not None:
            assert share.range == shown[json.dumps(share.package, sort_keys=True)]


@settings(max_examples=25)
@given(st.integers(0, 10**6), st.integers(2, 3))
def test_both_ways_agree_on_points_with_many_ties(seed: int, parties: int) -> None:
    import numpy as np

    rng = np.random.default_rng(seed)
    about = talks({"x": ["a", "b", "c"], "y": ["d", "e", "f"]}, "pqr"[:parties])
    given_ = preferences(about, None, **{
        party: replace(points(**{i: {o: int(rng.integers(0, 3)) for o in issue.options} for i, issue in about.issues.items()}))
        for party in about.parties
    })  # fmt: skip
    once = Settings(readings=1, assumptions=False)
    few = agree(about, given_, once)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "LARGEST", 0)
        many = agree(about, given_, once)
    assert nash(many) == nash(few)


def test_above_the_limit_the_first_party_has_no_advantage() -> None:
    about = talks({f"i{n}": ["o0", "o1", "o2", "o3"] for n in range(7)})
    up = {i: {o: n for n, o in enumerate(issue.options)} for i, issue in about.issues.items()}
    down = {i: {o: 3 - n for n, o in enumerate(issue.options)} for i, issue in about.issues.items()}
    found = agree(about, preferences(about, a=points(**up), b=points(**down)), Settings(readings=1, assumptions=False))
    assert found.packages == 4**7
    shares = nash(found)
    for issue in about.issues:
        assert [shares[issue, f"o{n}"][0] for n in range(4)] == pytest.approx(
            [shares[issue, f"o{3 - n}"][0] for n in range(4)]
        )
        assert sum(shares[issue, f"o{n}"][0] for n in range(4)) == pytest.approx(1)


# Certain to the last digit.


def certain(found: Agreement) -> set[str]:
    return {f.what for f in found.certain}


@pytest.mark.parametrize(
    ("a", "b", "improved"),
    [
        ({"a": 0, "b": 1}, {"a": 5, "b": "4.999999998"}, False),
        ({"a": 0, "b": 1}, {"a": "4.999999998", "b": 5}, True),
        ({"a": 0, "b": 1}, {"a": 5, "b": 5}, True),
        ({"a": 10**16, "b": 10**16 + 1}, {"a": 0, "b": 0}, True),
        ({"a": 10**30, "b": 10**30 + 1}, {"a": "1/3", "b": "0.3333333333333333"}, False),
        ({"a": 0, "b": f"1/{10**40}"}, {"a": "1/3", "b": "1/3"}, True),
    ],
)
def test_with_points_certain_holds_to_the_last_digit(a: dict[str, Any], b: dict[str, Any], improved: bool) -> None:
    about = talks({"x": ["a", "b"]})
    found = agree(about, preferences(about, a=points(x=a), b=points(x=b)), Settings(readings=1, assumptions=False))
    steps = [f.steps for f in found.certain if f.what == "improvement"]
    assert steps == ([(("x", "a", "b"),)] if improved else [])


@pytest.mark.shared
@pytest.mark.parametrize(("name", "steps"), [("agree_points", []), ("large_points", [(("i", "a", "b"),)])])
def test_the_shared_cases(name: str, steps: list[Any], shared_folder: Any) -> None:
    case = read_case(shared_folder / "cases" / "bargaining" / name / "case")
    assert case.preferences is not None
    found = agree(case.talks, case.preferences, QUICK)
    assert [f.steps for f in found.certain if f.what == "improvement"] == steps
    if name == "large_points":
        assert nash(found)["i", "a"] == (0.0, 0.0)
