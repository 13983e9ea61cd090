"""Filling in where words stand: the places are right, and not one other character of the file changes."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices.case import fill, fill_anchors, new_case, read_case
from goodoffices.documents import write_text
from goodoffices.errors import ChangedOnDisk, DataError

from .cases import EXAMPLES, PRESS, RECORD, TALKS, make, swap

R = "record.yaml"
MET = PRESS.index("met again")
# What is written in: within brackets behind a comma, else on lines of their own.
WRITTEN = re.compile(r", start: \d+, end: \d+|    start: \d+\r?\n    end: \d+\r?\n")


def filled(folder: Path) -> str:
    return (folder / R).read_bytes().decode()


def test_every_claim_gets_its_place(tmp_path: Path) -> None:
    make(tmp_path)
    before = read_case(tmp_path)
    assert fill_anchors(tmp_path) == 11
    case = read_case(tmp_path)
    assert case.anchors == before.anchors
    assert {c.id: (c.start, c.end) for c in case.record.claims} == {
        k: (a.start, a.end) for k, a in case.anchors.items()
    }
    assert all(case.texts[c.source][c.start : c.end] == c.words for c in case.record.claims)


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda f: f.name)
def test_nothing_else_of_an_example_changes(tmp_path: Path, folder: Path) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / folder.name))
    number = fill_anchors(copy)
    claims = read_case(folder).record.claims
    assert number == sum(claim.start is None for claim in claims)
    assert WRITTEN.sub("", filled(copy)) == WRITTEN.sub("", (folder / R).read_text(encoding="utf-8"))
    assert (copy / "talks.yaml").read_bytes() == (folder / "talks.yaml").read_bytes()
    assert read_case(copy).anchors == read_case(folder).anchors


def test_a_second_time_there_is_nothing_to_do(tmp_path: Path) -> None:
    make(tmp_path)
    fill_anchors(tmp_path)
    before, stamp = filled(tmp_path), (tmp_path / R).stat().st_mtime_ns
    assert fill_anchors(tmp_path) == 0
    assert (filled(tmp_path), (tmp_path / R).stat().st_mtime_ns) == (before, stamp)


# Each row: what stands in the file, and what stands there afterwards.
LAYOUTS = [
    ("words: led for North,\n     entered_by: me}}    # a remark".replace("}}", "}"),
     "words: led for North, start: 21, end: 34,\n     entered_by: me}    # a remark"),
    ("    words: met again the next day\n    entered_by",
     f"    words: met again the next day\n    start: {MET}\n    end: {MET + 22}\n    entered_by"),
    ('     words: "Ann, mayor of North", entered_by', '     words: "Ann, mayor of North", start: 0, end: 19, entered_by'),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), LAYOUTS)
def test_places_stand_behind_the_words(tmp_path: Path, old: str, new: str) -> None:
    make(tmp_path)
    assert old in filled(tmp_path)
    fill_anchors(tmp_path)
    assert new in filled(tmp_path)


@pytest.mark.parametrize(
    ("given_keys", "written"),
    [
        (", start: 21", ", start: 21, end: 34"),
        (", end: 34", ", start: 21, end: 34"),
        (", start: 21, end: 34", ", start: 21, end: 34"),
    ],
)
def test_what_is_there_is_completed(tmp_path: Path, given_keys: str, written: str) -> None:
    make(tmp_path, record=swap(RECORD, "words: led for North,", f"words: led for North{given_keys},"))
    assert fill_anchors(tmp_path) == (10 if "start" in given_keys and "end" in given_keys else 11)
    assert f"words: led for North{written},\n" in filled(tmp_path)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_byte_order_mark_stay(tmp_path: Path, newline: str, mark: str) -> None:
    text = mark + RECORD.replace("\n", newline)
    make(tmp_path, record=text)
    assert fill_anchors(tmp_path) == 11
    assert WRITTEN.sub("", filled(tmp_path)) == text


@pytest.mark.parametrize(
    ("talks", "record"),
    [
        (swap(TALKS, "head: ann", "head: anne"), RECORD),
        (TALKS, swap(RECORD, "words: led for North", "words: led for South")),
        (TALKS, swap(RECORD, "claims:\n", "claims: [\n")),
        (TALKS, swap(RECORD, "words: led for North", "words: o toll")),
    ],
)
def test_a_case_with_an_error_is_left_alone(tmp_path: Path, talks: str, record: str) -> None:
    make(tmp_path, talks, record)
    with pytest.raises(DataError):
        fill_anchors(tmp_path)
    assert filled(tmp_path) == record


def test_a_warning_is_no_hindrance(tmp_path: Path) -> None:
    make(tmp_path, record=swap(RECORD, "entered_on: 2025-04-10\n", "note: x\n"))
    assert fill_anchors(tmp_path) == 11


def test_somebody_elses_change_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path)

    def late(path: Path, text: str, *, replacing: str | None) -> None:
        path.write_text("theirs", encoding="utf-8")
        write_text(path, text, replacing=replacing)

    monkeypatch.setattr(fill, "write_text", late)
    with pytest.raises(ChangedOnDisk):
        fill_anchors(tmp_path)
    assert filled(tmp_path) == "theirs"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["record.yaml", "sources", "talks.yaml"]


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such file"):
        fill_anchors(tmp_path / "none")


comments = st.text("abc :#'\"{}[]é😀", max_size=10)


@given(st.lists(st.tuples(st.integers(0, RECORD.count("\n") - 1), comments), max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_comment_stays(tmp_path: Path, remarks: list[tuple[int, str]]) -> None:
    lines = RECORD.split("\n")
    for number, words in remarks:
        if not lines[number].endswith("''"):
            lines[number] += f" # {words}"
    text = "\n".join(lines)
    make(tmp_path, record=text)
    assert fill_anchors(tmp_path) == 11
    assert WRITTEN.sub("", filled(tmp_path)) == text


def test_a_new_case_can_be_filled(tmp_path: Path) -> None:
    new_case(tmp_path / "new")
    before = filled(tmp_path / "new")
    assert fill_anchors(tmp_path / "new") == len(read_case(tmp_path / "new").record.claims)
    assert WRITTEN.sub("", filled(tmp_path / "new")) == before
