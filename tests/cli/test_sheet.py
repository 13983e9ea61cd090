"""`goodoffices sheet`: what it writes and where, and what it says when it cannot."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from goodoffices.case import read_case
from goodoffices.cli import app
from goodoffices.errors import DataError

from ..case.cases import BLACK_SEA, EXAMPLES, ISTANBUL, make


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["sheet", *map(str, arguments)])


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda c: c.name)
def test_it_writes_a_workbook_into_the_current_folder(case: Path, here: Path) -> None:
    result = run(case)
    assert (result.exit_code, result.stderr) == (0, "")
    assert [path.name for path in here.iterdir()] == [f"{read_case(case).stem}.xlsx"]
    assert result.stdout.endswith(f"Written: {here / read_case(case).stem}.xlsx\n")


def test_it_tells_how_much_is_in_it(here: Path) -> None:
    told = run(ISTANBUL).stdout.splitlines()[0]
    assert told == "Positions: 17, Claims: 99, Meetings: 4, Sources: 2, Differences: 15"
    book = openpyxl.load_workbook(here / "istanbul-2025.xlsx")
    assert [f"{name}: {book[name].max_row - 1}" for name in book.sheetnames[:-1]] == told.split(", ")


@pytest.mark.parametrize("name", ["x.xlsx", "X.XLSX", "a.b.xlsx"])
@pytest.mark.parametrize("option", ["--output", "-o"])
def test_it_writes_where_it_is_told(here: Path, name: str, option: str) -> None:
    assert run(make(here / "towns"), option, name).exit_code == 0
    assert openpyxl.load_workbook(here / name)["Sources"]["B2"].value == "The Paper"


@pytest.mark.parametrize("name", ["x.xls", "x.csv", "x", "x.xlsm", "x.xlsx.txt", ".xlsx", "x.ods"])
def test_another_ending_is_wrong_usage(here: Path, name: str) -> None:
    result = run(make(here / "towns"), "-o", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"goodoffices: --output: found '{name}', expected a name that ends in .xlsx\n"
    assert not (here / name).exists()


def test_an_earlier_workbook_is_kept_each_time(here: Path) -> None:
    case = make(here / "towns")
    (here / "x.xlsx").write_bytes(b"edited by a person")
    (here / "x.xlsx").chmod(0o640)
    assert run(case, "-o", "x.xlsx").stdout.endswith("(the earlier one is kept as x.1.xlsx)\n")
    (here / "x.xlsx").write_bytes(b"edited again")
    assert run(case, "-o", "x.xlsx").stdout.endswith("(the earlier one is kept as x.2.xlsx)\n")
    assert (here / "x.1.xlsx").read_bytes() == b"edited by a person"
    assert (here / "x.1.xlsx").stat().st_mode & 0o777 == 0o640
    assert (here / "x.2.xlsx").read_bytes() == b"edited again"


def test_nothing_is_kept_where_the_workbook_cannot_be_made(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise DataError([])

    monkeypatch.setattr("goodoffices.brief.sheet.writer.xlsx_bytes", fail)
    (here / "x.xlsx").write_bytes(b"edited")
    assert run(ISTANBUL, "-o", "x.xlsx").exit_code == 1
    assert [path.name for path in here.iterdir()] == ["x.xlsx"]


def test_the_same_case_gives_the_same_bytes(here: Path) -> None:
    assert run(BLACK_SEA, "-o", "a.xlsx").exit_code == run(BLACK_SEA, "-o", "b.xlsx").exit_code == 0
    assert (here / "a.xlsx").read_bytes() == (here / "b.xlsx").read_bytes()


def test_as_of_a_day_later_sources_are_left_out_and_it_is_told(here: Path) -> None:
    result = run(BLACK_SEA, "--as-of", "2022-11-30")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "For the team only\nAs it could be known on 2022-11-30: later sources are left out.\n"
    )
    book = openpyxl.load_workbook(here / "black-sea-2022.xlsx")
    printed = [found.value for found in book["Sources"]["E"][1:]]
    assert 0 < len(printed) < 25
    assert all(day.date().isoformat() <= "2022-11-30" for day in printed if not isinstance(day, str))
    header: Any = book["Claims"].oddHeader
    assert "2022-11-30" in header.right.text


@pytest.mark.parametrize("day", ["2025-13-01", "yesterday", "", "2025"])
def test_a_bad_day_is_wrong_usage(here: Path, day: str) -> None:
    result = run(ISTANBUL, "--as-of", day)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"goodoffices: --as-of: found '{day}', expected a day such as 2025-05-16\n"
    assert list(here.iterdir()) == []


def test_a_case_with_mistakes_is_told_and_nothing_is_written(here: Path) -> None:
    result = run(make(here / "towns", talks="format: talks/1\n"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "talks.yaml:1:1: found no key 'title'" in result.stderr
    assert {path.name for path in here.iterdir()} == {"towns"}


@pytest.mark.parametrize("target", ["nowhere/x.xlsx", "file/x.xlsx", "folder.xlsx"])
def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left(here: Path, target: str) -> None:
    (here / "file").touch()
    (here / "folder.xlsx").mkdir()
    before = sorted(here.rglob("*"))
    result = run(ISTANBUL, "-o", target)
    assert (result.exit_code, result.stdout) == (1, "")
    assert target in result.stderr
    assert sorted(here.rglob("*")) == before


def test_a_name_that_a_stranger_made_a_link_leads_nowhere(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = make(here / "towns")
    (here / "victim").write_bytes(b"secret")
    (case / "towns.xlsx").symlink_to("../victim")
    monkeypatch.chdir(case)
    result = run(".")
    assert result.exit_code == 1
    assert result.stderr.startswith("towns.xlsx: found a ")
    assert (here / "victim").read_bytes() == b"secret"
    assert not (case / "towns.1.xlsx").exists()
