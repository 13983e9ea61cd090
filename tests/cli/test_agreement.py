"""`goodoffices agreement`, and the options of `mark` that make what it compares."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from goodoffices.case import read_case
from goodoffices.cli import app
from goodoffices.marking import Accept, Edit, Reject
from goodoffices.marking.blind import Blind

from ..marking.cases import DAY, make


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, list(words))
    return done.exit_code, done.output


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = make(tmp_path / "case")
    bea, carl = (Blind(folder, name, lambda: DAY) for name in ("bea", "carl"))
    for one in (Accept("a1"), Accept("a2"), Reject("a3"), Edit("a4", {"value": "baker"}), Accept("a5")):
        bea.decide(one)
    for one in (Accept("a1"), Reject("a2"), Reject("a3"), Edit("a4", {"value": "smith"}), Accept("b1")):
        carl.decide(one)
    return folder


def test_it_tells_how_far_they_agree_and_where_not(case: Path) -> None:
    code, told = run("agreement", str(case))
    assert code == 0
    assert "bea decided on 5 claims." in told
    assert "They differ on 2 claims:" in told
    assert "a2  bea: accepted; carl: rejected" in told
    assert "a4  bea: edited (value: baker); carl: edited (value: smith)" in told
    # Of a1 to a4 two alike. Values: accepted 3, rejected 3, one edit each: D_o = 4/8, D_e = 1 - 12/56.
    assert f"{1 - (4 / 8) / (1 - 12 / 56):.2f}" in told
    assert "50 %" in told


def test_json(case: Path) -> None:
    code, told = run("agreement", str(case), "--json", "--seed", "5")
    data = json.loads(told)
    assert (code, data["seed"]) == (0, 5)
    assert (data["all"]["claims"], data["all"]["decisions"], data["all"]["agreement"]) == (4, 8, 0.5)
    assert [one["claim"] for one in data["differing"]] == ["a2", "a4"]
    assert sum(one["claims"] for one in data["by_type"]) == 4
    assert run("agreement", str(case), "--json", "--seed", "5")[1] == told


def test_the_record_is_as_it_was(case: Path) -> None:
    assert all(claim.decided_by is None for claim in read_case(case).record.claims)


def test_one_reader_is_not_enough(case: Path) -> None:
    (case / "decisions" / "carl.yaml").unlink()
    code, told = run("agreement", str(case))
    assert (code, "decisions of bea alone" in told) == (1, True)


def test_mistakes_in_the_files_are_told_with_their_place(case: Path) -> None:
    path = case / "decisions" / "carl.yaml"
    path.write_text(path.read_text().replace("a2:", "zz:"))
    code, told = run("agreement", str(case))
    assert (code, "a decision on 'zz'" in told) == (1, True)
    path.write_text("format: decisions/1\nby: carl\ndecisions: {a1: {status: perhaps}}\n")
    code, told = run("agreement", str(case))
    assert (code, "one of accepted, edited or rejected" in told) == (1, True)


@pytest.mark.parametrize("options", [["--blind"], ["--as", "bea"], ["--blind", "--as", "bea", "--by", "carl"]])
def test_blind_goes_with_a_name_of_its_own(options: list[str], case: Path) -> None:
    assert run("mark", str(case), *options)[0] == 2


def test_forgetting_a_source_takes_the_decisions_on_its_claims(case: Path) -> None:
    code, told = run("forget", str(case), "--source", "press", "--yes")
    assert code == 0, told
    text = (case / "decisions" / "bea.yaml").read_text()
    assert "a1" not in text
    assert "baker" not in text
