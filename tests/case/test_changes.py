"""What changed since an earlier state: claims, positions, slots, and what rests on them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.case import (
    Changes,
    Move,
    Stand,
    State,
    Touched,
    Turn,
    changes,
    contradicted,
    direction,
    gravest,
    read_case,
    seen,
    state_of,
)  # fmt: skip
from goodoffices.case.changes import Direction
from goodoffices.record import GRAVITY, Relation
from goodoffices.talks import Issue, Stance

from .cases import BLACK_SEA, EXAMPLES, ISTANBUL, small_case

NOTHING = State(frozenset())
P3 = "supersedes: p1, claims: [b2]"
THIRD = "words: on 3 March"


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda f: f.name)
def test_nothing_changes_from_a_case_to_itself(folder: Path) -> None:
    case = read_case(folder)
    found = changes(state_of(case), case, "today")
    assert found == Changes("today", (), (), (), (), (), ())
    assert not found


def test_everything_is_new_to_one_who_knew_nothing(tmp_path: Path) -> None:
    case = small_case(tmp_path)
    found = changes(NOTHING, case, "ever")
    assert found
    assert found.claims == tuple(claim.id for claim in case.record.claims)
    assert (found.gone, found.touched) == ((), ())
    assert found.positions == ("p1", "p2")
    assert found.moves == (Move("p1", "p3", "harder"),)
    assert found.turns == (Turn("date:first", None, Relation.CONTRADICTS),)


def test_what_the_later_source_brings(tmp_path: Path) -> None:
    case = small_case(tmp_path)
    found = changes(state_of(seen(case, date(2025, 3, 5))), case, "2025-03-05")
    assert found == Changes(
        since="2025-03-05",
        claims=("b1", "b2"),
        gone=(),
        positions=(),
        moves=(Move("p1", "p3", "harder"),),
        turns=(Turn("date:first", None, Relation.CONTRADICTS),),
        touched=(Touched("meetings/first", (), True),),
    )


def stand(option: str, stance: str = "demands") -> Stand:
    return Stand("north", "water", option, stance)


# Each row: options and whether they are ordered, what stood before, what stands now, and how the move is called.
WATER = {"half": "a half", "most": "most of it", "all": "all"}
DIRECTIONS = [
    ("half", "demands", "most", "demands", True, "harder"),
    ("most", "demands", "half", "demands", True, "softer"),
    ("all", "demands", "half", "accepts", True, "softer"),
    ("all", "demands", "half", "refuses", True, "other"),  # what is refused has no place on a scale of what is wanted
    ("half", "opposes", "most", "demands", True, "other"),
    ("half", "demands", "most", "demands", False, "other"),
    ("half", "demands", "half", "accepts", True, "stance"),
    ("half", "calls_for", "most", "demands", True, "harder"),
    ("most", "calls_for", "half", "calls_for", True, "softer"),
    ("half", "calls_for", "half", "demands", True, "stance"),
    ("half", "opposes", "most", "calls_for", True, "other"),
    ("half", "demands", "half", "accepts", False, "stance"),
    ("a quarter", "demands", "half", "demands", True, "other"),  # an option that has been taken out since
]


@pytest.mark.parametrize(("before", "firm", "now", "firm_now", "ordered", "called"), DIRECTIONS)
def test_direction(
    tmp_path: Path, before: str, firm: str, now: str, firm_now: Stance, ordered: bool, called: Direction
) -> None:
    case = small_case(tmp_path)
    position = replace(case.talks.positions[0], option=now, stance=firm_now)
    talks = replace(case.talks, issues={"water": Issue(options=WATER, ordered=ordered)}, positions=(position,))
    assert direction(talks, stand(before, firm), position) == called
    moved = changes(State(frozenset(), {"p1": stand(before, firm)}), replace(case, talks=talks), "x").moves
    assert moved == (Move("p1", "p1", called),)
    turned = replace(talks, issues={"water": Issue(options=WATER, ordered=ordered, reversed_for=("north",))})
    opposite = {"harder": "softer", "softer": "harder"}
    assert direction(turned, stand(before, firm), position) == opposite.get(called, called)
    others = replace(talks, issues={"water": Issue(options=WATER, ordered=ordered, reversed_for=("south",))})
    assert direction(others, stand(before, firm), position) == called


MOVES: dict[str, tuple[dict[str, Stand], tuple[Move, ...], tuple[str, ...]]] = {
    "both are known": ({"p1": stand("half"), "p3": stand("most")}, (), ("p2",)),
    "the earlier one was known": ({"p1": stand("half")}, (Move("p1", "p3", "harder"),), ("p2",)),
    "the earlier one was known as another": ({"p1": stand("most")}, (Move("p1", "p1", "softer"), Move("p1", "p3", "harder")),
        ("p2",)),
    "neither was known": ({}, (Move("p1", "p3", "harder"),), ("p1", "p2")),
    "told again by somebody else": ({"p1": Stand("north", "water", "half", "demands", "board"), "p3": stand("most")}, (), ("p2",)),
    "another one is gone": ({"p0": stand("most"), "p1": stand("half"), "p3": stand("most")}, (), ("p2",)),
}  # fmt: skip


@pytest.mark.parametrize(("stands", "moves", "positions"), MOVES.values(), ids=MOVES)
def test_moves(tmp_path: Path, stands: dict[str, Stand], moves: tuple[Move, ...], positions: tuple[str, ...]) -> None:
    found = changes(State(frozenset(), stands), small_case(tmp_path), "x")
    assert (found.moves, found.positions) == (moves, positions)


def test_a_demand_told_again_is_no_move(tmp_path: Path) -> None:
    case = small_case(
        tmp_path, ("option: most, stance: demands, supersedes: p1", "option: half, stance: demands, supersedes: p1")
    )
    found = changes(State(frozenset(), {"p1": stand("half")}), case, "x")
    assert found.moves == ()


# Each row: what the slots were, and the turn of `date:first`, which contradicts now.
TURNS = [
    ({}, (Turn("date:first", None, Relation.CONTRADICTS),)),
    ({"date:first": Relation.CONTRADICTS}, ()),
    ({"date:first": Relation.AGREE}, (Turn("date:first", Relation.AGREE, Relation.CONTRADICTS),)),
    ({"date:first": Relation.CONTRADICTS, "old": Relation.AGREE}, (Turn("old", Relation.AGREE, None),)),
    ({"old": Relation.AGREE, "also": Relation.REFINES},
     (Turn("date:first", None, Relation.CONTRADICTS), Turn("also", Relation.REFINES, None), Turn("old", Relation.AGREE, None))),
]  # fmt: skip


@pytest.mark.parametrize(("slots", "turns"), TURNS)
def test_turns_stand_with_the_gravest_first(
    tmp_path: Path, slots: dict[str, Relation], turns: tuple[Turn, ...]
) -> None:
    case = small_case(tmp_path)
    calm = {slot: pairs for slot, pairs in state_of(case).slots.items() if slot != "date:first"}
    assert changes(State(frozenset(), slots={**calm, **slots}), case, "x").turns == turns


# Each row: the claims and the contradicted claims that were known, and the entries that are touched.
TOUCHED = [
    ({"a3"}, set(), (Touched("meetings/first", (), True),)),
    ({"a3"}, {"a3"}, ()),
    ({"b1"}, set(), ()),
    (set(), set(), ()),
    ({"a6"}, {"a3", "b1"}, ()),
]


@pytest.mark.parametrize(("known", "worse", "touched"), TOUCHED)
def test_entries_are_touched_where_they_rested_on_what_was_known(
    tmp_path: Path, known: set[str], worse: set[str], touched: tuple[Touched, ...]
) -> None:
    assert changes(State(frozenset(known), contradicted=frozenset(worse)), small_case(tmp_path), "x").touched == touched


def test_an_entry_with_one_more_claim_is_touched(tmp_path: Path) -> None:
    case = small_case(
        tmp_path, ("option: half, stance: demands, claims: [a5]", "option: half, stance: demands, claims: [a5, b2]")
    )
    found = changes(State(frozenset({"a5"}), contradicted=frozenset({"a3", "b1"})), case, "x")
    assert found.touched == (Touched("positions/0", ("b2",), False),)


def test_claims_that_count_no_longer_are_gone(tmp_path: Path) -> None:
    before = state_of(small_case(tmp_path / "before"))
    case = small_case(
        tmp_path / "now",
        (
            'words: "No toll, no toll",\n     entered_by: me, status: edited',
            'words: "No toll, no toll",\n     entered_by: me, status: rejected',
        ),
    )
    found = changes(before, case, "x")
    assert (found.claims, found.gone) == ((), ("a7",))
    assert bool(found)


def test_proposed_claims_are_no_news(tmp_path: Path) -> None:
    case = small_case(tmp_path, ("entered_by: me, status: edited", "entered_by: me, status: proposed"))
    assert "a7" not in changes(NOTHING, case, "x").claims


def test_contradicted_claims_are_those_of_both_sides(tmp_path: Path) -> None:
    assert contradicted(small_case(tmp_path)) == {"a3", "b1"}


@given(st.lists(st.sampled_from(list(Relation)), min_size=1))
def test_the_gravest_of_some_is_none_of_less_weight(relations: list[Relation]) -> None:
    found = gravest(relations)
    assert found in relations
    assert all(GRAVITY.index(found) <= GRAVITY.index(one) for one in relations)


black_sea = read_case(BLACK_SEA)


@given(st.dates(date(2022, 7, 1), date(2023, 8, 1)))
def test_what_was_known_and_what_is_new_are_all_there_is(day: date) -> None:
    before = state_of(seen(black_sea, day))
    found = changes(before, black_sea, str(day))
    now = state_of(black_sea)
    assert found.gone == ()
    assert before.claims | set(found.claims) == now.claims
    assert before.claims.isdisjoint(found.claims)
    assert set(before.stands) | set(found.positions) | {m.now for m in found.moves} >= set(now.stands) - {
        p.id for p in black_sea.talks.positions if p.supersedes
    }
    assert all(set(one.claims) <= set(found.claims) for one in found.touched)


def test_the_moves_of_the_black_sea_case_before_and_after_march(tmp_path: Path) -> None:
    found = changes(state_of(seen(black_sea, date(2023, 3, 12))), black_sea, "2023-03-12")
    named = {(m.before, m.now): m.direction for m in found.moves}
    assert named[("ru-term-1", "ru-term-2")] == "harder"
    assert named[("ua-term-1", "ua-term-2")] == "harder"  # a deal without an end is what Ukraine wants most
    assert read_case(ISTANBUL).talks.positions  # the other example has positions, but no moves
    assert changes(NOTHING, read_case(ISTANBUL), "x").moves == ()
