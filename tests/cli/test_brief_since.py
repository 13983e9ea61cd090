"""`goodoffices brief --as-of` and `--since`: the brief of an earlier day, and what changed since one."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from goodoffices.cli import app

from ..case.cases import BLACK_SEA, ISTANBUL


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(*arguments: object) -> dict[str, Any]:
    result = run("brief", *arguments, "--json")
    assert result.exit_code == 0, result.output
    data: dict[str, Any] = json.loads(result.stdout)
    return data


@pytest.mark.parametrize(
    ("case", "day", "written", "sources"),
    [
        (ISTANBUL, "2025-05-19", "19 May 2025", 0),
        (ISTANBUL, "2025-05-20", "20 May 2025", 2),
        (BLACK_SEA, "2022-07-22", "22 July 2022", None),
        (BLACK_SEA, "2023-12-31", "31 December 2023", 25),
    ],
)
def test_as_of_a_day_later_sources_are_left_out(case: Path, day: str, written: str, sources: int | None) -> None:
    result = run("brief", case, "--as-of", day)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    _, subtitle, notice, *_ = lines[lines[0] == "For the team only" :]
    assert notice == "! Later sources are left out."
    assert subtitle.startswith(f"As of {written}. ")
    told_of = subtitle.removeprefix(f"As of {written}. ")
    number = 0 if told_of == "No source." else int(re.findall(r"^(\d+) sources?: ", told_of)[0])
    assert number == sources if sources is not None else 0 < number < 25
    assert told(case, "--as-of", day)["as_of"] == day


@pytest.mark.parametrize("option", ["--as-of", "--since"])
@pytest.mark.parametrize("day", ["2025-13-01", "yesterday", "", "2025", "16.05.2025", "2025-05-16T10:00"])
def test_a_bad_day_is_wrong_usage(here: Path, option: str, day: str) -> None:
    result = run("brief", ISTANBUL, option, day)
    assert (result.exit_code, result.stdout) == (2, "")
    earlier = " or the .json of an earlier brief" if option == "--since" else ""
    assert result.stderr == f"goodoffices: {option}: found '{day}', expected a day such as 2025-05-16{earlier}\n"
    assert list(here.iterdir()) == []


def test_since_a_day_tells_first_what_changed() -> None:
    result = run("brief", BLACK_SEA, "--since", "2023-03-19")
    assert result.exit_code == 0
    assert result.stdout.index("WHAT CHANGED SINCE 19 MARCH 2023") < result.stdout.index("AT A GLANCE")
    found = told(BLACK_SEA, "--since", "2023-03-19")["changes"]
    assert set(found) == {"since", "claims", "gone", "positions", "moves", "relations", "conclusions"}
    assert found["since"] == "2023-03-19"
    assert found["claims"]


def test_since_an_earlier_brief_tells_the_same_as_since_its_day() -> None:
    run("brief", BLACK_SEA, "--as-of", "2023-03-19", "-o", "old.json")
    by_file, by_day = told(BLACK_SEA, "--since", "old.json"), told(BLACK_SEA, "--since", "2023-03-19")
    assert by_file["changes"] | {"since": ""} == by_day["changes"] | {"since": ""}
    assert by_file["changes"]["since"] == "old.json"


def test_since_the_same_state_nothing_changed() -> None:
    run("brief", ISTANBUL, "-o", "old.json")
    result = run("brief", ISTANBUL, "--since", "old.json")
    assert "WHAT CHANGED SINCE OLD.JSON\nNothing changed.\n" in result.stdout


OLD = {
    "nothing": ("", "empty"),
    "no JSON": ("{nope", "no JSON"),
    "text": ("hello", "no JSON"),
    "nested without end": ("[" * 200_000, "JSON nested too deeply"),
    "a list": ("[1]", "JSON of another kind"),
    "a number": ("7", "JSON of another kind"),
    "null": ("null", "JSON of another kind"),
    "other keys": ('{"a": 1}', "JSON of another kind"),
    "an unknown relation": ('{"claims": [], "positions": [], "accounts": {"slots": [{"slot": "x", "pairs": '
                            '[{"a": "1", "b": "2", "relation": "likes"}]}]}}', "JSON of another kind"),
    "positions without keys": ('{"claims": [], "positions": [{"id": "p"}], "accounts": {"slots": []}}', "JSON of another kind"),
}  # fmt: skip


@pytest.mark.parametrize("kind", OLD)
def test_since_a_file_that_is_no_brief_is_bad_data(here: Path, kind: str) -> None:
    text, found = OLD[kind]
    Path("old.json").write_text(text, encoding="utf-8")
    result = run("brief", ISTANBUL, "--since", "old.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "old.json" in result.stderr
    assert found in result.stderr or kind == "nothing"
    assert [path.name for path in here.iterdir()] == ["old.json"]


def test_since_the_json_of_compare_is_of_another_kind() -> None:
    Path("old.json").write_text(run("compare", ISTANBUL, "--json").stdout, encoding="utf-8")
    assert run("brief", ISTANBUL, "--since", "old.json").exit_code == 1


def test_since_a_file_that_does_not_exist_is_bad_data() -> None:
    result = run("brief", ISTANBUL, "--since", "old.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "old.json: found no such file" in result.stderr
