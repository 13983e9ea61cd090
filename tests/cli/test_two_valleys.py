"""What the example of the two valleys keeps from some: its notes, its minutes answered by one side, its papers."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from goodoffices.brief.context import Context
from goodoffices.brief.minutes import points_of
from goodoffices.case import inspect, read_case
from goodoffices.case.minutes import digest, standing
from goodoffices.case.rights import Rights, readers_of
from goodoffices.cli import app
from goodoffices.record import witnesses

from ..case.cases import TWO_VALLEYS

NOTED = (
    "over coffee",
    "gone for coffee",
    "Who spoke when",
    "may not sign anything",
    "Captain Dray said nothing",
    "Notes of the team",
)


def output(*words: str) -> str:
    result = CliRunner().invoke(app, list(words), env={"COLUMNS": "400"})
    assert result.exit_code == 0, result.output
    return result.stdout


def test_it_is_sound_and_a_note_is_no_witness() -> None:
    case = read_case(TWO_VALLEYS)
    assert inspect(TWO_VALLEYS)[1] == []
    assert set(witnesses(case.record.sources).values()) == {"A", "B", "C"}
    assert {key: readers_of(source) for key, source in case.record.sources.items() if source.readers} == {
        "note-1": ("team",), "note-2": ("team", "saltmoor"), "answer-lower-1": ("lower", "upper"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("reader", "read"),
    [("team", {"N01", "answer-lower-1-03"}), ("upper", {"answer-lower-1-03"}), ("saltmoor", set()), ("public", set())],
)
def test_three_readers_read_three_things(reader: str, read: set[str]) -> None:
    case = read_case(TWO_VALLEYS)
    rights = Rights.of(case.record, case.texts, case.anchors)
    assert {key for key in ("N01", "answer-lower-1-03") if rights.reads(case.claims[key], reader)} == read
    assert rights.reads(case.claims["A01"], reader)


def test_one_side_has_answered_the_minutes_and_the_other_has_not() -> None:
    case = read_case(TWO_VALLEYS)
    assert case.minutes is not None
    (version,) = case.minutes.meetings["session"]
    said = {key: reply.says for key, reply in standing(version, case.claims).items()}
    assert said == {("lower", n): "objects" if n in (3, 4) else "confirms" for n in (1, 2, 3, 4, 6)}


def test_the_minutes_tell_what_the_case_tells(tmp_path: Path) -> None:
    file = str(tmp_path / "minutes.md")
    told = CliRunner().invoke(app, ["minutes", str(TWO_VALLEYS), "--meeting", "session", "-o", file])
    assert "otherwise" not in told.output
    case = read_case(TWO_VALLEYS)
    assert case.minutes is not None
    (version,) = case.minutes.meetings["session"]
    assert version.points == points_of(Context.of(case), "session").all
    assert version.sha256 == digest(version.points)


@pytest.mark.parametrize("ending", ["html", "md"])
def test_no_note_is_in_the_minutes(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"minutes.{ending}"
    output("minutes", str(TWO_VALLEYS), "--meeting", "session", "-o", str(file))
    page = file.read_text("utf-8")
    assert "somebody has to watch the road" in page
    assert not [words for words in NOTED if words in page]


@pytest.mark.parametrize(
    ("reader", "titles"),
    [
        ("team", ["Frame for the session", "What each outcome is worth", "Request for the same", "Minutes of the session",
                  "Answer to the minutes", "Lease of the mill at Hask"]),
        ("upper", ["Frame for the session", "Request for the same", "Minutes of the session", "Lease of the mill at Hask"]),
        ("lower", ["Frame for the session", "What each outcome is worth", "Minutes of the session", "Answer to the minutes",
                   "Lease of the mill at Hask"]),
        ("lake-union", []),
    ],
)  # fmt: skip
def test_each_sees_the_papers_that_he_gave_or_got(reader: str, titles: list[str]) -> None:
    data: dict[str, Any] = json.loads(
        output("papers", str(TWO_VALLEYS), "--as-of", "2031-05-21", "--for", reader, "--json")
    )
    assert [paper["title"] for paper in data["papers"]] == titles
    assert [paper["to"] for paper in data["papers"] if paper["title"].startswith("Frame")] == (
        [["upper", "lower"]] if reader == "team" else [[f"{reader.capitalize()} Tavnis"]] * (reader != "lake-union")
    )
