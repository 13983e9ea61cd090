"""The other commands: what they print and write, their exit codes, and that every option is one that is tried here."""

import json
from pathlib import Path
from typing import Any

import click
import pytest
import typer
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

import goodoffices
from goodoffices.case import FILES, is_public, read_case
from goodoffices.cli import app
from goodoffices.documents import read_yaml

from ..case.cases import EXAMPLES, ISTANBUL, RECORD, TALKS, make, swap


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


OPTIONS = {
    "draft": {"--to", "--party", "--third", "--readers", "--extractor", "--workers", "--scheduler"},
    "add": {
        "--party",
        "--third",
        "--publisher",
        "--address",
        "--printed",
        "--side",
        "--written",
        "--readers",
        "--extractor",
    },
    "mark": {"--by", "--as", "--blind", "--port", "--open"},
    "agreement": {"--seed", "--json"},
    "forget": {"--source", "--person", "--yes"},
    "review": {"--by", "--as", "--blind"},
    "brief": {"--output", "--since", "--as-of", "--originals", "--with", "--by", "--annex", "--for", "--json"},
    "talking-points": {"--output", "--as-of", "--by", "--for", "--json"},
    "sheet": {"--output", "--as-of", "--for"},
    "compare": {"--as-of", "--for", "--extractor", "--json"},
    "check": {"--all", "--write", "--originals", "--as-of", "--json"},
    "note": {"--who", "--when", "--meeting", "--readers", "--attribution", "--title", "--on"},
    "minutes": {
        "--meeting",
        "--output",
        "--set",
        "--form",
        "--answer",
        "--accept",
        "--by",
        "--version",
        "--on",
        "--json",
    },
    "papers": {"--settle", "--as-of", "--for", "--json"},
    "packets": {"--to", "--people"},
    "hold": {
        "--to",
        "--groups",
        "--solo",
        "--people",
        "--programs-only",
        "--chat",
        "--port",
        "--seed",
        "--network",
        "--address",
        "--certificate",
        "--key",
    },
    "export": {"--as", "--to", "--table", "--for"},
    "debriefing": {"--output", "--to", "--table", "--trainer", "--json"},
    "agree": {"--readings", "--seed", "--workers", "--scheduler", "--deadline", "--figure", "--for", "--json"},
    "stability": {"--for", "--json"},
    "frontier": {"--no-deal", "--deadline", "--max-points", "--figure", "--for", "--json"},
    "solve": {"--no-deal", "--deadline", "--figure", "--for", "--json"},
    "divide": {"--json"},
    "convert": {"--to", "--format"},
    "schema": {"--output"},
    "new": {"--exercise"},
}


def test_these_are_all_commands_and_options() -> None:
    commands = typer.main.get_command(app)
    assert isinstance(commands, typer.core.TyperGroup)
    found = {
        name: {p.opts[0] for p in command.params if isinstance(p, typer.core.TyperOption)}
        for name, command in commands.commands.items()
    }
    assert found == OPTIONS
    grouped = {"draft", "add", "hold", "minutes"}  # more than eight are listed in groups
    assert all(len(options - {"--json"}) <= 8 for name, options in found.items() if name not in grouped)


def test_the_commands_are_listed_in_groups_those_for_research_last() -> None:
    shown = [
        line.strip("│ ").split("  ")[0] for line in run("--help").stdout.splitlines() if line.startswith(("│ ", "╭─ "))
    ]
    listed = [line.strip("╭─╮ ") if line.startswith("╭") else line for line in shown]
    titles = ("Reports and the case", "Talks that are held", "What could be agreed", "For research")
    assert [x for x in listed if x in (*OPTIONS, *titles)] == [
        "Reports and the case", "draft", "add", "mark", "review", "agreement", "forget",
        "new", "check", "compare", "brief", "talking-points",
        "sheet", "schema", "note", "minutes", "papers", "packets",
        "Talks that are held", "hold", "export", "debriefing",
        "What could be agreed", "agree",
        "For research", "frontier", "solve", "stability", "divide", "convert",
    ]  # fmt: skip


def test_with_knows_one_word() -> None:
    done = run("brief", ISTANBUL, "--with", "everything")
    assert done.exit_code == 2
    assert "--with: found 'everything', expected agreement" in done.stderr


@pytest.mark.parametrize("command", OPTIONS)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_names_every_option(command: str, option: str) -> None:
    result = run(command, option)
    assert (result.exit_code, result.stderr) == (0, "")
    assert all(name in result.stdout for name in OPTIONS[command])


def test_the_version_is_the_version() -> None:
    assert run("--version").stdout == f"goodoffices {goodoffices.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("brief",),
        ("compare",),
        ("check",),
        ("new",),
        ("brief", "a", "b"),
        ("check", "--nonsense", "x"),
        ("brief", "-o"),
        (),
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2_and_says_so_on_the_error_output(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert ("Error" if arguments else "Usage:") in (result.stderr if arguments else result.output)
    assert "Traceback" not in result.output


# compare


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda c: c.name)
def test_compare_prints_what_its_json_tells(case: Path) -> None:
    data = json.loads(run("compare", case, "--json").stdout)
    assert set(data) == {"exercise", "for", "stamp", "slots", "only", "passages"}
    assert data["slots"]
    printed = run("compare", case)
    assert (printed.exit_code, printed.stderr) == (0, "")
    for slot in data["slots"]:
        assert set(slot) == {"slot", "pairs"}
        assert f"  {slot['slot']}\n" in printed.stdout
        assert all(set(pair) == {"a", "b", "relation"} for pair in slot["pairs"])
    pairs = {(p["a"], p["b"]) for slot in data["slots"] for p in slot["pairs"]}  # one in two slots is one pair
    assert f"\n{len(pairs)} pairs: " in printed.stdout
    reports = {key for key, source in read_case(case).record.sources.items() if source.side != "team"}
    assert set(data["only"]) == reports  # the team's notes are no accounts
    told = {claim for claims in data["only"].values() for claim in claims}
    assert told.isdisjoint({key for pair in pairs for key in pair})
    assert all(f"  {claim}  " in printed.stdout for claim in told)


def test_compare_tells_the_gravest_first(tmp_path: Path) -> None:
    lines = run("compare", make(tmp_path / "towns")).stdout.splitlines()
    assert lines[:5] == [
        "For the team only",
        "The day of the meeting of North and South  date:first", "  contradicts",
        "    a3  The Paper: 1 March 2025", "    b1  The Wire: 3 March 2025",
    ]  # fmt: skip


def test_compare_as_of_a_day_leaves_later_sources_out(tmp_path: Path) -> None:
    case = make(tmp_path / "towns")
    data = json.loads(run("compare", case, "--as-of", "2025-03-06", "--json").stdout)
    assert (data["slots"], data["only"]) == ([], {"press": [f"a{n}" for n in range(1, 10)]})
    assert (data["passages"]["sources"], data["passages"]["pairs"]) == (["press"], [])
    assert (
        "No two independent accounts answer the same question." in run("compare", case, "--as-of", "2025-03-06").stdout
    )


@pytest.mark.parametrize("command", ["compare", "check"])
def test_a_case_that_does_not_exist_is_bad_data(command: str) -> None:
    result = run(command, "nowhere")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nowhere: found no such folder" in result.stderr


def test_compare_with_a_bad_day_is_wrong_usage() -> None:
    result = run("compare", ISTANBUL, "--as-of", "soon")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "goodoffices: --as-of: found 'soon', expected a day such as 2025-05-16\n"


# check


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda c: c.name)
def test_check_says_that_a_good_case_is_good(case: Path) -> None:
    result = run("check", case)
    record, exercise = read_case(case).record, read_case(case).talks.exercise
    apart = not is_public(read_case(case))
    seen_whole = "This shows all of the case, also what is not for everybody: for the team only.\n" * apart
    assert (result.exit_code, result.stderr) == (0, seen_whole)
    assert f"{case}: good: {len(record.sources)} sources, {len(record.claims)} claims" in result.stdout
    assert json.loads(run("check", case, "--json").stdout) == {"ok": True, "exercise": exercise, "problems": []}


def test_check_tells_every_mistake_with_its_place(tmp_path: Path) -> None:
    talks = swap(swap(TALKS, "kind: company", "kin: company"), "option: half, stance", "option: hal, stance")
    case = make(tmp_path / "towns", talks=talks)
    result = run("check", case)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[-1] == "2 mistakes; nothing was written"
    data = json.loads(run("check", case, "--json").stdout)
    assert data["ok"] is False
    places = [(p["level"], Path(p["file"]).name, p["line"] > 1, p["column"] > 1) for p in data["problems"]]
    assert len(places) >= 2
    assert set(places) == {("error", "talks.yaml", True, True)}
    assert all(
        set(p) == {"level", "file", "line", "column", "found", "expected", "nearest", "kind"} for p in data["problems"]
    )
    assert run("check", case, "--json").exit_code == 1


def test_check_tells_warnings_and_is_content(tmp_path: Path) -> None:
    case = make(tmp_path / "towns")
    (case / "preferences.yaml").write_text("format: preferences/1\nstatus_quo: {water: half}\n")
    result = run("check", case)
    assert result.exit_code == 0
    assert result.stderr.startswith("warning: ")
    assert ": good: 2 sources, 11 claims, 2 meetings\n" in result.stdout
    data = json.loads(run("check", case, "--json").stdout)
    assert data["ok"] is True
    assert [p["level"] for p in data["problems"]] == ["warning"]


def test_check_write_fills_in_where_the_words_stand(tmp_path: Path) -> None:
    case = make(tmp_path / "towns")
    assert "filled in where the words of 11 claims stand" in run("check", case, "--write").stdout
    record: Any = read_yaml(case / "record.yaml").value
    assert all("start" in claim and "end" in claim for claim in record["claims"])
    assert "# a remark" in (case / "record.yaml").read_text(encoding="utf-8")
    assert json.loads(run("check", case, "--write", "--json").stdout) == {
        "ok": True,
        "exercise": False,
        "problems": [],
        "filled": 0,
    }


def test_check_write_writes_nothing_into_a_case_with_mistakes(tmp_path: Path) -> None:
    case = make(tmp_path / "towns", talks=swap(TALKS, "kind: company", "kin: company"))
    assert run("check", case, "--write").exit_code == 1
    assert (case / "record.yaml").read_text(encoding="utf-8") == RECORD


@pytest.mark.shared
def test_check_proves_the_originals(shared_folder: Path) -> None:
    result = run("check", ISTANBUL, "--originals", shared_folder / "seeds")
    assert result.exit_code == 0
    assert "99 claims proved against 2 originals" in result.stdout


def test_check_misses_originals_that_are_not_there(tmp_path: Path) -> None:
    result = run("check", ISTANBUL, "--originals", tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("no file with this SHA-256") == 2


# schema and new


@pytest.mark.parametrize("name", FILES)
def test_schema_prints_a_schema(name: str) -> None:
    schema = json.loads(run("schema", name).stdout)
    Draft202012Validator.check_schema(schema)
    assert json.loads(run("schema").stdout)[name] == schema


def test_schema_writes_a_file_for_each(tmp_path: Path) -> None:
    result = run("schema", "-o", tmp_path)
    assert result.exit_code == 0
    assert {p.name for p in tmp_path.iterdir()} == {f"{name}.schema.json" for name in FILES}
    assert all(str(path) in result.stdout for path in tmp_path.iterdir())
    assert all((tmp_path / f"{n}.schema.json").read_text(encoding="utf-8") == run("schema", n).stdout for n in FILES)


@pytest.mark.parametrize("arguments", [("nonsense",), ("talks", "-o", "nowhere"), ("--output", "nowhere")])
def test_schema_called_wrongly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("schema", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("goodoffices: ")
    assert list(tmp_path.iterdir()) == []


def test_new_makes_a_case_that_every_command_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("new", "mine")
    assert (result.exit_code, result.stderr) == (0, "")
    written = [line.removeprefix("Written: ") for line in result.stdout.splitlines() if line.startswith("Written: ")]
    assert {str(p) for p in Path("mine").rglob("*") if p.is_file()} == set(written)
    assert "Next: goodoffices check mine, then goodoffices brief mine" in result.stdout
    assert [run(command, "mine").exit_code for command in ("check", "compare", "brief")] == [0, 0, 0]


def test_new_touches_no_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    result = run("new", tmp_path)
    assert result.exit_code == 2
    assert [p.name for p in tmp_path.iterdir()] == ["x"]
    assert click.unstyle(result.stderr).startswith("goodoffices: ")
