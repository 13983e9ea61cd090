"""The ledger: the rules of `ledger.py`, over the files of `documents/lines.py`."""

import json
from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.documents import LineFile, json_text, read_lines
from goodoffices.errors import DataError
from goodoffices.proceedings import (
    HAPPENINGS,
    Accept,
    Begin,
    Event,
    HandOver,
    Say,
    decode,
    encode,
    fold,
    mark_of,
    read_ledger,
)
from goodoffices.proceedings.events import Extended, PointObjected
from goodoffices.proceedings.ledger import VERSION, _sum
from goodoffices.talks.exercise import TRAINER

from .valley_talks import SETTING, Day

TEXTS = st.text(max_size=30)
MOMENTS = st.datetimes(
    min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30)), timezone(-timedelta(hours=3))]),
)  # fmt: skip


def of(hint: Any) -> st.SearchStrategy[Any]:
    """Anything that such a field may hold."""
    simple = {str: TEXTS, bool: st.booleans(), int: st.integers(-1_000, 1_000), datetime: MOMENTS, NoneType: st.none()}
    if hint in simple:
        return simple[hint]
    if isinstance(hint, type) and is_dataclass(hint):
        return st.builds(hint, **{name: of(one) for name, one in get_type_hints(hint).items()})
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is tuple:
        return st.lists(of(inner[0]), max_size=3).map(tuple)
    if origin is Mapping:
        return st.dictionaries(of(inner[0]), of(inner[1]), max_size=3)
    return st.one_of(*map(of, inner))


EVENTS = st.lists(
    st.tuples(st.frozensets(st.sampled_from(["a", "b", "ü"])), st.one_of(*map(of, HAPPENINGS))), min_size=1, max_size=4
)


@given(number=st.integers(1, 5_000), at=MOMENTS, made=EVENTS)
def test_1_what_was_written_is_read(number: int, at: datetime, made: list[tuple[frozenset[str], Any]]) -> None:
    events = tuple(Event(at, to, what) for to, what in made)
    line = encode(number, events)
    assert "\n" not in line
    assert decode(line) == (number, events)


@given(
    number=st.integers(1, 5_000), at=MOMENTS, made=EVENTS, mark=st.text("0123456789abcdef", min_size=32, max_size=32)
)
def test_2_the_mark_of_a_form_is_kept_and_changes_nothing_else(
    number: int, at: datetime, made: list[tuple[frozenset[str], Any]], mark: str
) -> None:
    events = tuple(Event(at, to, what) for to, what in made)
    plain, marked = encode(number, events), encode(number, events, mark)
    assert decode(marked) == decode(plain) == (number, events)
    assert (mark_of(marked), mark_of(plain)) == (mark, "")
    assert json.loads(plain)["v"] == 1


@pytest.mark.parametrize(
    "mark", ["", "0" * 31, "0" * 33, "G" * 32, "0" * 31 + "\n", "\u0661" * 32, 7, None, ["0" * 32], {}]
)
def test_2_a_mark_that_is_none_is_refused(mark: Any) -> None:
    """Also where its check sum fits."""
    _, lines = day_of_lines()
    read = json.loads(lines[0])
    body = {"act": read["act"], "at": read["at"], "form": mark, "events": read["events"]}
    for version in (1, 2):
        with pytest.raises(ValueError, match="line"):
            decode(json_text({"v": version, "sum": _sum(body), **body}, indent=None))
    with pytest.raises(ValueError, match="line"):
        decode(lines[0].replace('"v": 1', '"v": 2'))


def day_of_lines() -> tuple[Day, list[str]]:
    """A day, and its ledger."""
    day = Day(begun=False)
    lines: list[str] = []
    original = day.do

    def kept(act: Any) -> Any:
        made = original(act)
        lines.append(encode(len(lines) + 1, made))
        return made

    day.do = kept  # type: ignore[method-assign]
    day.do(Begin(by=TRAINER))
    day.session()
    day.do(Say(by="upper-head", meeting="session", words="Good morning. \N{SNOWMAN}"))
    day.do(Accept(by="upper-head", proposal=day.proposal(mill="leased")))
    day.do(HandOver(by="upper-head", to="lower", words="Lease it."))
    return day, lines


def test_1_a_day_comes_back_whole() -> None:
    day, lines = day_of_lines()
    events = read_ledger("table-1.jsonl", lines)
    assert events == tuple(day.events)
    assert fold(SETTING, events) == day.state


def test_1_torn_at_any_byte_no_part_of_an_act_is_left(tmp_path: Path) -> None:
    day, lines = day_of_lines()
    path = tmp_path / "table-1.jsonl"
    whole = "".join(f"{line}\n" for line in lines[:-2]).encode()
    last = f"{lines[-2]}\n".encode()  # the acceptance, the warning and the referral
    for cut in range(len(last)):
        path.write_bytes(whole + last[:cut])
        left, torn = read_lines(path, tmp_path)
        assert torn == cut
        events = read_ledger(path.name, left)
        if cut % 50 == 1:
            with LineFile(path, tmp_path) as file:
                assert (file.cut, file.lines) == (cut, left)
            assert path.read_bytes() == whole
        assert events == tuple(day.events[: len(events)])
        assert len(events) == len(day.events) - 4


def test_2_a_line_says_its_form_its_number_and_its_sum() -> None:
    _, lines = day_of_lines()
    for number, line in enumerate(lines, 1):
        read = json.loads(line)
        assert (read["v"], read["act"], len(read["sum"])) == (1, number, 16)
        assert json.loads(encode(number, decode(line)[1], "0" * 32))["v"] == VERSION


def changed(line: str, **fields: Any) -> str:
    return json_text(json.loads(line) | fields, indent=None)


@pytest.mark.parametrize("number", [1, 3, 6])
def test_3_a_line_changed_at_any_character_is_refused_with_its_place(number: int) -> None:
    _, lines = day_of_lines()
    line = lines[number - 1]
    for place in range(len(line)):
        other = line[:place] + ("#" if line[place] != "#" else "!") + line[place + 1 :]
        with pytest.raises(DataError) as error:
            read_ledger("table-1.jsonl", [*lines[: number - 1], other, *lines[number:]])
        (problem,) = error.value.problems
        assert (problem.file, problem.line) == ("table-1.jsonl", number)


@pytest.mark.parametrize(
    ("damage", "line", "found"),
    [
        (lambda lines: lines[:2] + lines[3:], 3, "act 4 where act 3 should stand"),
        (lambda lines: [*lines[:3], *lines[2:]], 4, "act 3 where act 4 should stand"),
        (lambda lines: [lines[1], lines[0], *lines[2:]], 1, "act 2"),
        (lambda lines: [*lines, "[" * 100_000], 7, "no act of a ledger"),
        (lambda lines: [*lines, "null"], 7, "no act of a ledger"),
        (lambda lines: [*lines, "1" * 10_000], 7, "no act of a ledger"),
        (lambda lines: [*lines, '{"v": NaN}'], 7, "no act of a ledger"),
        (lambda lines: [*lines[:5], lines[5].replace('"v": 1', '"v": 3')], 6, "newer than this program"),
        (lambda lines: [*lines[:5], lines[5].replace('"act": 6', '"act": 6, "act": 6')], 6, "check sum does not fit"),
        (lambda lines: [*lines[:5], lines[5].replace('": ', '":')], 6, "check sum does not fit"),
        (lambda lines: [*lines[:5], changed(lines[5], events=[])], 6, "no act of a ledger"),
        (lambda lines: [*lines[:5], lines[5].replace("HandedOver", "Said")], 6, "no act of a ledger"),
        (lambda lines: [*lines[:5], lines[5].replace("HandedOver", "Event")], 6, "no act of a ledger"),
        (lambda lines: [*lines[:5], lines[5].replace("+00:00", "")], 6, "no act of a ledger"),
    ],
)  # fmt: skip
def test_3_damage_is_refused_with_its_place(damage: Any, line: int, found: str) -> None:
    _, lines = day_of_lines()
    with pytest.raises(DataError, match=found) as error:
        read_ledger("table-1.jsonl", damage(lines))
    assert error.value.problems[0].line == line


def test_3_an_act_is_later_than_the_one_before() -> None:
    day, lines = day_of_lines()
    early = tuple(replace(event, at=day.events[0].at) for event in day.last)
    with pytest.raises(DataError, match="not later than the one before"):
        read_ledger("table-1.jsonl", [*lines[:-1], encode(len(lines), early)])


@pytest.mark.parametrize(
    "at", ["9999-12-31T23:59:59.999999+00:00", "0001-01-01T00:00:00+14:00", "1999-12-31T23:59:59+00:00"]
)
def test_4_no_moment_lies_where_no_clock_can_be_shown(at: str) -> None:
    line = encode(1, [replace(day_of_lines()[0].events[0], at=datetime.fromisoformat(at))])
    with pytest.raises(DataError, match="no act of a ledger"):
        read_ledger("table-1.jsonl", [line])


@pytest.mark.parametrize("minutes", [10**17, -(10**17), 24 * 60 + 1])
def test_4_nothing_is_added_to_a_phase_but_a_day(minutes: int) -> None:
    one = day_of_lines()[0].events[0]
    line = encode(1, [replace(one, what=Extended(minutes=minutes))])
    with pytest.raises(DataError, match="no act of a ledger"):
        read_ledger("table-1.jsonl", [line])
    read_ledger("table-1.jsonl", [encode(1, [replace(one, what=Extended(minutes=24 * 60))])])


def test_5_the_sum_finds_damage_and_not_a_forger() -> None:
    day, lines = day_of_lines()
    other = replace(day.last[0], what=replace(day.last[0].what, words="Sell it."))  # type: ignore[call-arg]
    events = read_ledger("table-1.jsonl", [*lines[:-1], encode(len(lines), (other,))])
    assert events[-1].what.words == "Sell it."  # type: ignore[attr-defined]


def test_6_what_could_not_be_said_at_first_is_written_only_where_it_is_said() -> None:
    objected = PointObjected(point="p.1", by="upper-head", party="upper", words="No.")
    event = Event(datetime(2031, 5, 14, tzinfo=UTC), frozenset({"chair"}), objected)
    line, more = encode(1, (event,)), encode(1, (replace(event, what=replace(objected, issues=("mill",))),))
    assert "issues" not in line
    assert decode(line) == (1, (event,))
    assert decode(more)[1][0].what.issues == ("mill",)  # type: ignore[attr-defined]
    forged = line.replace('"words":', '"issues":[],"words":').replace('"words": ', '"issues": [], "words": ')
    with pytest.raises(ValueError, match="check sum"):
        decode(forged)


@given(data=st.data())
def test_3_any_line_is_refused_or_read(data: st.DataObject) -> None:
    line = data.draw(st.sampled_from(LINES))
    start = data.draw(st.integers(0, len(line)))
    other = line[:start] + data.draw(st.text(max_size=8)) + line[data.draw(st.integers(start, len(line))) :]
    if other == line:
        assert encode(*decode(other)) == line
        return
    with pytest.raises(ValueError, match="a line") as error:
        decode(other)
    assert not isinstance(error.value, UnicodeError)


LINES = day_of_lines()[1]
