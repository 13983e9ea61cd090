"""What must hold between entries: orders without circles, positions of one party, findings on questions that exist."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.case import inspect, order_of
from goodoffices.case.rules import broken_rules, circles
from goodoffices.documents import Document, parse
from goodoffices.talks import Day, Meeting, Party, Talks

from .cases import RECORD, TALKS, Mistake, assert_told, errors, make, swap, told, yaml_of

T, R = "talks.yaml", "record.yaml"
SECOND = "  second: {date: 2025-03-02, after: [first], delegations: [team], claims: [a4]}\n"

ORDERS = {
    "a meeting after itself": Mistake(T, "after: [first]", "after: «[second]", "a circle: second after second",
        "an order of meetings"),
    "two after each other": Mistake(T, "    claims: [a3]\n", "    claims: [a3]\n    after: «[second]\n",
        "a circle: first after second after first",
                                    "an order of meetings"),
    "the same circle named twice": Mistake(T, "after: [first]", "after: «[second, second]", "a circle: second after second",
        "an order"),
    "the same as itself": Mistake(T, SECOND, SECOND.replace("claims: [a4]",
        "claims: [a4], same_as: {meeting: «second, certainty: certain, by: me, why: x}"),
                                  "'second' itself", "another entry that tells of the same meeting"),
}  # fmt: skip
LATE = {
    "by a day": ("2025-03-05", "2025-03-02", "'first' of 2025-03-05 before 'second' of 2025-03-02"),
    "by a month": ("2025-05", "2025-04", "'first' of 2025-05 before 'second' of 2025-04"),
    "by more than about": (
        "2025-03-09",
        "about 2025-03-05",
        "'first' of 2025-03-09 before 'second' of about 2025-03-05",
    ),
    "not within about": ("2025-03-08", "about 2025-03-05", None),
    "not on the same day": ("2025-03-02", "2025-03-02", None),
    "not within the month": ("2025-03-31", "2025-03", None),
    "not without a day": ("2025-03-31", "not said", None),
    "not after an unknown day": ("not said", "2025-03-02", None),
}

POSITIONS = {
    "of another party": Mistake(T, "supersedes: p1", "supersedes: «p2", "'p2' of south on tolls",
        "a position of the same party on the same issue"),
    "of another issue": Mistake(T, "party: south, issue: tolls, option: free",
        "party: north, issue: tolls, option: free, supersedes: «p1",
                                "'p1' of north on water", "a position of the same party on the same issue"),
    "itself": Mistake(T, "supersedes: p1", "supersedes: «p3", "a circle: p3 replaces p3", "an earlier position"),
    "each other": Mistake(T, "option: half, stance: demands", "option: half, supersedes: «p3, stance: demands",
                          "a circle: p1 replaces p3 replaces p1", "an earlier position"),
}  # fmt: skip

ISSUES = {
    "turned round without an order": Mistake(T, "tolls: {options", "tolls: {reversed_for: «[north], options",
        "an order turned round where there is none", "`ordered: true` beside it"),
    "turned round for nobody known": Mistake(T, "water: {ordered: true,", "water: {ordered: true, reversed_for: [«nrth],",
        "'nrth'", "an id of parties or third parties", "north"),
}  # fmt: skip

ORIGINALS = {
    name: Mistake(R, "words: on 1 March,", f"words: on 1 March, original: «{{start: {start}, end: {end}, sha256: {'0' * 64}}},",
                  f"no words from {start} to {end}", "a start from 0 and an end after it")
    for name, start, end in (("backwards", 15, 0), ("empty", 7, 7), ("before the text", -42, -32))
}  # fmt: skip

SOURCES = {
    "from itself": Mistake(R, "publisher: The Wire", "publisher: The Wire\n    derived_from: «wire", "a circle: wire from wire",
                           "the source that it was taken from"),
    "without any day": Mistake(R, "publisher: The Wire\n    entered_on: 2025-04-10", "«publisher: The Wire",
        "neither a day of print nor a day of entry",
                               "a source without a day is left out of every `--as-of`", level="warning"),
}  # fmt: skip

FINDINGS = {
    "misspelt": Mistake(R, '"date:first"', '«"date:frist"', "'date:frist', a slot that compare does not show",
                        "a question that two or more witnesses answer", "date:first", "warning"),
    "answered by one witness": Mistake(R, '"date:first"', '«"date:second"', "'date:second', a slot that compare does not show",
                                       "a question that two", None, "warning"),
}  # fmt: skip
TABLES = {
    "orders": ORDERS, "positions": POSITIONS, "issues": ISSUES, "originals": ORIGINALS, "sources": SOURCES, "findings": FINDINGS,
}  # fmt: skip
ROWS = [pytest.param(row, id=f"{table}: {name}") for table, rows in TABLES.items() for name, row in rows.items()]


@pytest.mark.parametrize("row", ROWS)
def test_each_mistake_is_told_at_its_place(tmp_path: Path, row: Mistake) -> None:
    assert_told(*told(tmp_path, row))


@pytest.mark.parametrize(("first", "second", "found"), LATE.values(), ids=LATE)
def test_a_meeting_after_one_whose_day_is_later(tmp_path: Path, first: str, second: str, found: str | None) -> None:
    talks = swap(TALKS, "date: 2025-03-01\n", f"date: {first}\n")
    talks = swap(talks, "{date: 2025-03-02, after: [first]", f"{{date: {second}, after: [first]")
    problems = inspect(make(tmp_path, talks))[1]
    assert [p.found for p in problems] == ([found] if found else [])
    line = talks[: talks.index("after: [first]")].count("\n") + 1
    column = len(talks.splitlines()[line - 1].split("after: [")[0]) + len("after: [") + 1
    assert all((p.line, p.column, p.expected) == (line, column, "a meeting that took place earlier") for p in problems)


def talks_of(meetings: dict[str, Meeting]) -> Talks:
    return Talks(format="talks/1", title="x", parties={"a": Party(name="A", kind="x")}, meetings=meetings)


def document_of(meetings: dict[str, Meeting]) -> Document:
    entries = {key: {"after": list(meeting.after), "date": str(meeting.date)} for key, meeting in meetings.items()}
    text = yaml_of({"meetings": entries})  # type: ignore[dict-item]  # a mapping of mappings is plain
    return Document(Path("t"), "t", text, parse("t", text), "")


def found_in(meetings: dict[str, Meeting]) -> list[str]:
    return [p.found for p in broken_rules(document_of(meetings), talks_of(meetings))]


def test_a_later_day_is_seen_over_meetings_without_a_day() -> None:
    days = {"a": "2025-05-10", "b": "not said", "c": "not said", "d": "2025-05-09", "e": "2025-05-09"}
    meetings = {
        key: Meeting(date=Day.parse(day), after=(chr(ord(key) - 1),) if key != "a" else ()) for key, day in days.items()
    }
    # Told once: that `e` is late, too, follows from `d`.
    assert found_in(meetings) == ["'a' of 2025-05-10 before 'd' of 2025-05-09"]


@pytest.mark.parametrize("backward", [False, True])
def test_two_thousand_meetings_in_a_row(backward: bool) -> None:
    keys = [f"m{n}" for n in range(2000)]
    row = {key: Meeting(after=(keys[n - 1],) if n else ()) for n, key in enumerate(keys)}
    if backward:
        row = dict(reversed(row.items()))
    assert found_in(row) == []
    assert order_of(row)["m1999"] == 2000


def test_two_thousand_meetings_in_a_circle_are_told_in_short() -> None:
    keys = [f"m{n}" for n in range(2000)]
    circle = {key: Meeting(after=(keys[n - 1],)) for n, key in enumerate(keys)}
    assert found_in(circle) == ["a circle: m0 after m1999 after m1998 after … after m1 after m0"]


def test_each_circle_is_told_once() -> None:
    after = {"a": ("b",), "b": ("a",), "c": ("c", "a"), "d": ("e",), "e": ("f",), "f": ("d", "c"), "g": ("a", "b")}
    found = found_in({key: Meeting(after=earlier) for key, earlier in after.items()})
    assert [set(words.removeprefix("a circle: ").split(" after ")) for words in found] == [
        {"a", "b"},
        {"c"},
        {"d", "e", "f"},
    ]


def test_a_circle_of_three_positions_is_told_once(tmp_path: Path) -> None:
    talks = swap(TALKS, "option: half, stance: demands", "option: half, supersedes: p4, stance: demands")
    fourth = "{id: p4, party: north, issue: water, option: most, stance: demands, supersedes: p3, claims: [b2]}"
    more = f"supersedes: p1, claims: [b2]}}\n  - {fourth}"
    problems = inspect(make(tmp_path, swap(talks, "supersedes: p1, claims: [b2]}", more)))[1]
    assert [p.found for p in problems] == ["a circle: p1 replaces p4 replaces p3 replaces p1"]


def test_sources_that_derive_from_each_other(tmp_path: Path) -> None:
    record = swap(RECORD, "publisher: The Wire\n", "publisher: The Wire\n    derived_from: press\n")
    record = swap(record, "publisher: The Paper\n", "publisher: The Paper\n    derived_from: wire\n")
    problems = inspect(make(tmp_path, record=record))[1]
    assert [p.found for p in errors(problems)] == ["a circle: press from wire from press"]


def test_a_finding_on_a_question_that_one_witness_answers_is_told_where_the_case_is_sound(tmp_path: Path) -> None:
    # The two are one witness then, and there is nothing left to compare.
    record = swap(RECORD, "publisher: The Wire\n", "publisher: The Wire\n    derived_from: press\n")
    case, problems = inspect(make(tmp_path, record=record))
    assert case is not None
    assert [(p.found, p.nearest) for p in problems] == [("'date:first', a slot that compare does not show", None)]
    assert case.warnings == tuple(problems)


def test_findings_are_not_compared_while_something_else_is_wrong(tmp_path: Path) -> None:
    record = swap(RECORD, "predicate: date, value: 2025-03-03", "predicate: date, value: soon")
    record = swap(record, '"date:first"', '"date:frist"')
    assert [p.found for p in inspect(make(tmp_path, record=record))[1]] == ["'soon'"]


names = st.sampled_from("abcdef")
graphs = st.dictionaries(names, st.lists(names, max_size=3))


def reaches_itself(graph: dict[str, list[str]], start: str) -> bool:
    reached: set[str] = set()
    for _ in range(len(graph) + 1):
        reached |= {one for key in (reached or {start}) for one in graph.get(key, [])}
    return start in reached


@given(graphs)
def test_a_circle_is_found_exactly_where_there_is_one(graph: dict[str, list[str]]) -> None:
    found = list(circles(graph))
    assert bool(found) == any(reaches_itself(graph, key) for key in graph)
    for circle in found:
        assert len(set(circle)) == len(circle)
        assert all(later in graph[earlier] for earlier, later in zip(circle, [*circle[1:], circle[0]], strict=True))


days = st.one_of(
    st.just("not said"),
    st.integers(0, 40).map(lambda n: str(date(2025, 1, 1) + timedelta(n))),
    st.sampled_from(["2025-01", "2025-02", "2025", "about 2025-01-10"]),
)
orders = st.dictionaries(
    names,
    st.builds(lambda day, after: Meeting(date=Day.parse(day), after=tuple(after)), days, st.lists(names, max_size=2)),
)


@given(orders)
def test_where_no_mistake_is_told_meetings_can_be_put_in_an_order(meetings: dict[str, Meeting]) -> None:
    meetings = {
        key: Meeting(date=m.date, after=tuple(a for a in m.after if a in meetings)) for key, m in meetings.items()
    }
    in_order = [key for key, place in order_of(meetings).items() if place is not None]
    placed = [key for key, m in meetings.items() if m.date.said or m.after]
    assert bool(found_in(meetings)) == (bool(placed) and not in_order)
