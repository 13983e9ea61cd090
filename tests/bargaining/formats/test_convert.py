"""`goodoffices convert`, and how every command reads a scenario."""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from goodoffices.bargaining.formats import read_scenario
from goodoffices.cli import app
from goodoffices.cli.scenarios import scenario_of
from goodoffices.errors import UsageError

from .written import genius_domain, genius_profile

ISSUES = {"How much": ["a lot", "no"], "when": ["2025"]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "domain.xml").write_text(genius_domain(ISSUES), "utf-8")
    rows = {"How much": {"a lot": 3, "no": 7}, "when": {"2025": 1}}
    (folder / "North Town.xml").write_text(genius_profile(ISSUES, rows, {"How much": 0.3, "when": 0.7}, 0.5), "utf-8")
    (folder / "South.xml").write_text(
        genius_profile(ISSUES, rows, {"How much": 1, "when": 0}).replace(
            "<item", '<item value="no" evaluation="1"/><item', 1
        ),
        "utf-8",
    )
    return folder


def run(*words: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["convert", *map(str, words)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_to_a_case_and_back(folder: Path, tmp_path: Path) -> None:
    code, told = run(folder, "--to", tmp_path / "case")
    assert code == 0
    assert "warning: " in told
    assert "South.xml:6: the item no of How much is listed a second time" in told
    assert told.count("Written: ") == 3
    assert CliRunner().invoke(app, ["check", str(tmp_path / "case")]).exit_code == 0
    assert run(tmp_path / "case", "--to", tmp_path / "back", "--format", "genius")[0] == 0
    assert read_scenario([tmp_path / "back"]).utilities == read_scenario([folder]).utilities
    assert read_scenario([tmp_path / "back"]).issues == read_scenario([folder]).issues


def test_a_case_is_read_by_its_ids(folder: Path, tmp_path: Path) -> None:
    run(folder, "--to", tmp_path / "case")
    found = scenario_of([tmp_path / "case"])
    assert found.issues == {"how-much": ("a-lot", "no"), "when": ("2025",)}
    assert found.parties == ("north-town", "south")


@pytest.mark.parametrize(
    ("rule", "no_deal"), [("file", ["1/2", "None"]), ("zero", ["0", "0"]), ("min", ["29/35", "3/7"])]
)
def test_no_deal_by_rule(folder: Path, rule: str, no_deal: list[str]) -> None:
    assert [str(u.no_deal) for u in scenario_of([folder], rule).utilities.values()] == no_deal


def test_an_unknown_rule_is_wrong_usage(folder: Path) -> None:
    with pytest.raises(UsageError, match="expected one of file, zero, min"):
        scenario_of([folder], "most")


def test_an_unknown_format_is_wrong_usage(folder: Path, tmp_path: Path) -> None:
    assert run(folder, "--to", tmp_path / "new", "--format", "xml")[0] == 2
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("taken", ["given", "given/domain.xml", "."])
def test_nothing_is_written_over(folder: Path, monkeypatch: pytest.MonkeyPatch, taken: str) -> None:
    monkeypatch.chdir(folder.parent)
    before = sorted(folder.parent.rglob("*"))
    assert run("given", "--to", taken)[0] == 2
    assert sorted(folder.parent.rglob("*")) == before


def test_an_empty_folder_is_filled(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run(folder, "--to", tmp_path / "empty")[0] == 0
    assert sorted(p.name for p in (tmp_path / "empty").iterdir()) == ["preferences.yaml", "record.yaml", "talks.yaml"]


def test_bad_data_leave_nothing_behind(folder: Path, tmp_path: Path) -> None:
    (folder / "South.xml").write_text("<utility_space>", "utf-8")
    code, told = run(folder, "--to", tmp_path / "new")
    assert code == 1
    assert "1 mistake; nothing was written" in told
    assert sorted(os.listdir(tmp_path)) == ["given"]


def test_a_failure_while_writing_leaves_nothing_behind(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from goodoffices.cli import convert

    def full(path: Path, text: str, *, replacing: None) -> None:
        if path.name == "preferences.yaml":
            raise OSError(28, "No space left on device")
        path.write_text(text)

    monkeypatch.setattr(convert, "write_text", full)
    code, told = run(folder, "--to", tmp_path / "new")
    assert code == 2
    assert "No space left on device" in told
    assert sorted(os.listdir(tmp_path)) == ["given"]


def test_mixed_folders_and_missing_ones_are_told(folder: Path, tmp_path: Path) -> None:
    assert run(tmp_path / "gone", "--to", tmp_path / "new")[0] == 1
    assert run(tmp_path, "--to", tmp_path / "new")[0] == 1
