"""A case as of a day: what was known by then, and nothing that names what was not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.case import Case, known_on, new_case, read_case, seen
from goodoffices.case.entries import nodes
from goodoffices.case.references import Ids, unknown_ids
from goodoffices.documents import read_yaml
from goodoffices.record import witnesses
from goodoffices.talks import UNSAID, Day, Link, Sourced

from .cases import BLACK_SEA, ISTANBUL, small_case

NEVER, PRESS, BOTH = date(2025, 3, 4), date(2025, 3, 5), date(2025, 4, 10)


def claims_of(case: Case) -> set[str]:
    return {claim.id for claim in case.record.claims}


# Each row: the day, what is looked at, what is there by then.
ROWS: list[tuple[date, Callable[[Case], object], object]] = [
    (NEVER, lambda c: (c.record.sources, c.record.claims, c.record.findings), ({}, (), ())),
    (NEVER, lambda c: (c.talks.positions, c.talks.meetings, c.talks.delegations, c.talks.links), ((), {}, {}, ())),
    (NEVER, lambda c: list(c.talks.parties), ["north", "south"]),
    (NEVER, lambda c: c.talks.people["ann"].posts, ()),
    (NEVER, lambda c: [s.by for s in c.talks.support], ["board"]),
    (NEVER, lambda c: c.talks.instruments["paper"].meeting, None),
    (PRESS, lambda c: list(c.record.sources), ["press"]),
    (PRESS, lambda c: [p.id for p in c.talks.positions], ["p1", "p2"]),
    (PRESS, lambda c: c.talks.instruments["paper"].meeting, "second"),
    (PRESS, lambda c: c.talks.meetings["second"].after, ("first",)),
    (PRESS, lambda c: c.talks.links, ()),
    (PRESS, lambda c: c.record.findings, ()),
    (PRESS, lambda c: dict(c.comparison.slots), {}),
    (date(2025, 4, 9), lambda c: list(c.record.sources), ["press"]),
    (BOTH, lambda c: [p.id for p in c.talks.positions], ["p1", "p2", "p3"]),
    (BOTH, lambda c: list(c.comparison.slots), ["date:first", "position:north:water"]),
    (BOTH, lambda c: len(c.talks.links), 1),
    (date(2025, 2, 28), lambda c: c.talks.rounds, {}),  # it begins in March
    (NEVER, lambda c: list(c.talks.rounds), ["spring"]),
]


@pytest.mark.parametrize(("day", "look", "there"), ROWS)
def test_what_is_known_on_a_day(tmp_path: Path, day: date, look: Callable[[Case], object], there: object) -> None:
    assert look(seen(small_case(tmp_path), day)) == there


SWAPS: dict[str, tuple[tuple[str, str], date, Callable[[Case], object], object]] = {
    "the day of print counts where both are said": (("printed: 2025-03-05", "printed: 2025-03-05\n    entered_on: 2025-09-09"),
        PRESS,
                                                    lambda c: list(c.record.sources), ["press"]),
    "a month is over before its sources are known": (("printed: 2025-03-05", "printed: 2025-03"), date(2025, 3, 30),
        lambda c: list(c.record.sources), []),
    "a source without a day is never known": (("entered_on: 2025-04-10\n", "note: x\n"), date.max,
        lambda c: list(c.record.sources), ["press"]),
    "an unsourced entry has its own day": (("{title: The Paper,", "{title: The Paper, date: 2025-03-06,"), PRESS,
        lambda c: dict(c.talks.instruments), {}),
    "and is there on it": (("{title: The Paper,", "{title: The Paper, date: 2025-03-06,"), date(2025, 3, 6),
        lambda c: list(c.talks.instruments), ["paper"]),
    "a sourced entry is known from its claims on": (("supersedes: p1,", "supersedes: p1, said_on: 2025-12-01,"), BOTH,
                                                    lambda c: [p.id for p in c.talks.positions], ["p1", "p2", "p3"]),
    "a claim that is not known yet goes from an entry that is": (
        ("option: half, stance: demands, claims: [a5]", "option: half, stance: demands, claims: [b2, a5]"), PRESS,
        lambda c: c.talks.positions[0].claims, ("a5",)),
    "an entry goes with what it cannot do without": (("told_by: \"board?\"", "meeting: first"), NEVER,
        lambda c: c.talks.positions, ()),
    "a judgement that two entries are one goes with the other": (
        ("  second: {date: 2025-03-02,", "  third: {claims: [b2], participants: [north]}\n"
         "  second: {same_as: {meeting: third, certainty: possible, by: me, why: x}, date: 2025-03-02,"),
        PRESS, lambda c: c.talks.meetings["second"].same_as, None),
    "a claim lets go of a meeting that nobody knew of": (
        ("predicate: said, value: no toll, words", "predicate: said, value: no toll, meeting: second, words"), NEVER, claims_of,
        set()),
    "a finding has its own day": (("verdict: disputed,", "verdict: disputed, on: 2025-05-01,"), BOTH, lambda c: c.record.findings,
        ()),
}  # fmt: skip


@pytest.mark.parametrize(("swap", "day", "look", "there"), SWAPS.values(), ids=SWAPS)
def test_what_counts(
    tmp_path: Path, swap: tuple[str, str], day: date, look: Callable[[Case], object], there: object
) -> None:
    assert look(seen(small_case(tmp_path, swap), day)) == there


def test_a_claim_of_a_meeting_that_no_known_claim_supports_is_kept_without_it(tmp_path: Path) -> None:
    # The meeting rests on the later source alone; the earlier claim that names it stays.
    swaps = (
        ("    claims: [a3]\n", "    claims: [b1]\n"),
        ("predicate: said, value: no toll, words", "predicate: said, value: no toll, meeting: first, words"),
    )
    known = seen(small_case(tmp_path, *swaps), PRESS)
    assert "first" not in known.talks.meetings
    assert known.claims["a7"].meeting is None
    assert known.talks.meetings["second"].after == ()


def test_two_prints_of_one_wire_stay_one_witness() -> None:
    case = read_case(BLACK_SEA)
    first, middle, last = list(case.record.sources)[:3]
    sources = {
        key: replace(source, derived_from={middle: first, last: middle}.get(key),
        printed=UNSAID if key == middle else Day.parse("2022-07-01"),
                     entered_on=UNSAID)
        for key, source in case.record.sources.items() if key in (first, middle, last)
    }  # fmt: skip
    known = seen(replace(case, record=replace(case.record, sources=sources)), date.max)
    assert set(known.record.sources) == {first, last}
    assert witnesses(known.record.sources) == {first: first, last: first}


@cache
def cases() -> tuple[tuple[Path, Case], ...]:
    return tuple((folder, read_case(folder)) for folder in (ISTANBUL, BLACK_SEA))


some_day = st.one_of(st.none(), st.integers(0, 60).map(lambda n: date(2024, 1, 1) + timedelta(n)))


@st.composite
def dated(draw: st.DrawFn) -> tuple[Path, Case]:
    """A case whose sources were printed on other days, or on none that is said."""
    folder, case = draw(st.sampled_from(cases()))
    days = {key: draw(some_day) for key in case.record.sources}
    sources = {
        key: replace(source, printed=Day.parse(str(days[key])) if days[key] else UNSAID, entered_on=UNSAID)
        for key, source in case.record.sources.items()
    }
    return folder, replace(case, record=replace(case.record, sources=sources))


@pytest.mark.parametrize("folder", [ISTANBUL, BLACK_SEA], ids=lambda f: f.name)
def test_on_the_last_day_an_example_is_whole(folder: Path) -> None:
    case = read_case(folder)
    known = seen(case, date.max)
    assert known.talks == case.talks
    assert known.record == case.record


@given(dated())
def test_on_the_last_day_all_is_known_but_sources_without_a_day(made: tuple[Path, Case]) -> None:
    case = made[1]
    known = seen(case, date.max)
    said = {key for key, source in case.record.sources.items() if known_on(source).said}
    assert set(known.record.sources) == said
    assert claims_of(known) == {claim.id for claim in case.record.claims if claim.source in said}
    if said == set(case.record.sources):
        assert (known.talks, known.record) == (case.talks, case.record)


@given(dated(), some_day, some_day)
def test_what_is_known_is_never_forgotten(made: tuple[Path, Case], one: date | None, other: date | None) -> None:
    earlier, later = sorted((one or date.min, other or date.max))
    before, after = seen(made[1], earlier), seen(made[1], later)
    assert claims_of(before) <= claims_of(after)
    assert set(before.record.sources) <= set(after.record.sources)
    assert set(before.talks.meetings) <= set(after.talks.meetings)
    assert {p.id for p in before.talks.positions} <= {p.id for p in after.talks.positions}


@given(dated(), some_day)
def test_what_is_seen_names_nothing_that_is_gone(made: tuple[Path, Case], day: date | None) -> None:
    folder, case = made
    known = seen(case, day or date(2024, 1, 20))
    ids = Ids(known.talks, known.record)
    talks, record = read_yaml(folder / "talks.yaml"), read_yaml(folder / "record.yaml")
    assert [*unknown_ids(talks, known.talks, ids), *unknown_ids(record, known.record, ids)] == []
    for node in nodes(known.talks):
        if isinstance(node.entry, Sourced):
            assert node.entry.claims or node.entry.unsourced


@given(dated(), some_day)
def test_looking_twice_shows_the_same(made: tuple[Path, Case], day: date | None) -> None:
    known = seen(made[1], day or date(2024, 1, 20))
    again = seen(known, day or date(2024, 1, 20))
    assert (again.talks, again.record) == (known.talks, known.record)


def test_a_link_goes_with_its_claims_and_stays_without_any(tmp_path: Path) -> None:
    new_case(tmp_path / "new")
    case = read_case(tmp_path / "new")
    free = Link(if_={"shares": ("equal",)}, then={})
    case = replace(case, talks=replace(case.talks, links=(*case.talks.links, free)))
    assert seen(case, date(2024, 3, 12)).talks.links == (free,)
    assert len(seen(case, date(2024, 3, 13)).talks.links) == 2
