"""Which files make a scenario."""

from pathlib import Path

import pytest

from goodoffices.bargaining.formats import read_scenario
from goodoffices.errors import UsageError

from .contract import problems
from .written import genius_domain, genius_profile, negmas_domain, negmas_profile

ISSUES = {"x": ["p", "q"]}
ROWS = {"x": {"p": 0, "q": 1}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.xml").write_text(genius_profile(ISSUES, ROWS, {"x": 1}), "utf-8")
    (tmp_path / "b.xml").write_text(genius_domain(ISSUES), "utf-8")
    (tmp_path / "c.XML").write_text(genius_profile(ISSUES, ROWS, {"x": 2}), "utf-8")
    return tmp_path


def test_the_domain_is_found_by_what_it_holds(folder: Path) -> None:
    assert read_scenario([folder]).parties == ("a", "c")
    assert read_scenario([folder]).name == folder.name
    assert read_scenario([folder / "b.xml", folder / "c.XML"]).name == "b"


def test_hidden_files_are_left_alone(folder: Path) -> None:
    (folder / "._a.xml").write_bytes(b"\0\1")
    assert read_scenario([folder]).notes == ()


def test_files_of_two_formats_are_refused(folder: Path) -> None:
    (folder / "n.yml").write_text(negmas_profile(ISSUES, ROWS, {"x": 1}), "utf-8")
    (found,) = problems(folder)
    assert "files of 2 formats (a.xml: Genius XML, n.yml: NegMAS scenario)" in found
    (folder / "n.yml").write_text(negmas_domain(ISSUES), "utf-8")
    assert "files of 2 formats" in problems(folder / "n.yml", folder / "a.xml")[0]


def test_the_domain_stands_first(folder: Path) -> None:
    assert "found a profile, expected the domain file first" in problems(folder / "a.xml", folder / "b.xml")[0]


def test_profiles_without_a_domain_are_refused(folder: Path) -> None:
    (folder / "b.xml").unlink()
    assert "found 2 profiles and no domain" in problems(folder)[0]


def test_two_profiles_of_one_name_are_refused(folder: Path) -> None:
    (folder / "a.yml").write_text("x: 1\n", "utf-8")
    (folder / "more").mkdir()
    (folder / "more" / "a.xml").write_text((folder / "a.xml").read_text("utf-8"), "utf-8")
    assert "two profiles called a" in problems(folder / "b.xml", folder / "a.xml", folder / "more" / "a.xml")[0]
    assert any("a.yml: not read" in note for note in read_scenario([folder]).notes)


def test_a_file_that_is_named_must_be_of_a_scenario(folder: Path) -> None:
    (folder / "x.yml").write_text("x: 1\n", "utf-8")
    assert "neither a domain nor a profile" in problems(folder / "b.xml", folder / "x.yml")[0]


def test_what_is_not_there_is_told(folder: Path) -> None:
    found = problems(folder / "b.xml", folder / "gone.xml", folder / "away.xml", folder)
    assert ["no such file" in f for f in found].count(True) == 2
    assert any("a folder, expected a file" in f for f in found)


def test_a_folder_without_scenario_files_is_refused(tmp_path: Path) -> None:
    assert "found no scenario file" in problems(tmp_path)[0]
    (tmp_path / "x.json").write_text('{"a": 1}', "utf-8")
    assert "no file of a scenario" in problems(tmp_path)[0]


def test_a_case_folder_is_for_the_commands(tmp_path: Path) -> None:
    (tmp_path / "talks.yaml").write_text("format: talks/1\n", "utf-8")
    assert "a case folder" in problems(tmp_path)[0]


def test_nothing_at_all_is_wrong_usage() -> None:
    with pytest.raises(UsageError):
        read_scenario([])
