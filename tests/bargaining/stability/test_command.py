"""The command `goodoffices stability`: words for people, JSON for programs, mistakes with their places."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from goodoffices.cli import app

ROOT = Path(__file__).resolve().parents[3]
STRIKE = """\
format: conflict/1
title: A pay rise and a strike
source: made up
decision_makers: {company: the company, union: the union}
options:
  rise: {of: company, title: pay rise}
  strike: {of: union, title: strike}
status_quo: NN
preferences:
  company: [NN, YN, NY, YY]
  union: [YN, NY, NN, YY]
basis:
  company: {assumed: {by: analyst, why: it has not spoken of the strike}}
"""


def run(*words: str, **settings: str) -> Result:
    return CliRunner().invoke(app, ["stability", *words], env={"COLUMNS": "400", **settings})


@pytest.fixture
def strike(tmp_path: Path) -> Path:
    (tmp_path / "conflict.yaml").write_text(STRIKE, "utf-8")
    return tmp_path


def test_a_folder_or_its_file(strike: Path) -> None:
    folder, file = run(str(strike)), run(str(strike / "conflict.yaml"))
    assert folder.exit_code == file.exit_code == 0
    assert folder.output == file.output


def test_words(strike: Path) -> None:
    output = run(str(strike)).output
    assert output.startswith(
        "A pay rise and a strike\nSource: made up\n4 states; decision makers: the company, the union\n"
    )
    assert "! Ranking of the company: assumed by analyst: it has not spoken of the strike" in output
    assert "! Ranking of the union: no ground is given" in output
    assert (
        "Status quo: NN (nothing taken up): would hold by threats only, and who leaves could evade one by going on"
        in output
    )
    assert "but the union would not accept: the union could then go to NY (strike), and the company would be" in output
    assert "  Nash: 1 of 4 states is stable for all: NY\n" in output


def test_a_terminal_gets_the_same_words_in_colours(strike: Path) -> None:
    coloured = run(str(strike), FORCE_COLOR="1", TTY_COMPATIBLE="1").output
    assert "\x1b[" in coloured
    assert "would not accept" in coloured


def test_json(strike: Path) -> None:
    data = json.loads(run(str(strike), "--json").output)
    assert data["states"] == ["NN", "NY", "YN", "YY"]
    assert set(data["stable"]) == set(data["equilibria"]) == {"nash", "gmr", "smr", "seq", "sim"}
    assert data["equilibria"]["seq"] == ["NY", "YN"]
    assert data["coalition_moves_from_nash"] == []
    assert data["coalition_moves_that_do_not_last"] == [["NY", ["company", "union"], "YN"]]


def test_nothing_to_tell_is_a_result(strike: Path) -> None:
    """Each wants to be where the other is not: in every state somebody leaves, and nothing can be done about it."""
    text = STRIKE.replace("status_quo: NN\n", "").replace("[NN, YN, NY, YY]", "[YN, NY, [YY, NN]]")
    (strike / "conflict.yaml").write_text(text.replace("[YN, NY, NN, YY]", "[[YY, NN], [YN, NY]]"), "utf-8")
    found = run(str(strike))
    assert found.exit_code == 0
    assert "Nash: 0 of 4 states" in found.output


def test_a_missing_state_is_named_with_its_place(strike: Path) -> None:
    (strike / "conflict.yaml").write_text(STRIKE.replace("[NN, YN, NY, YY]", "[NN, YN, NY]"), "utf-8")
    found = run(str(strike))
    assert found.exit_code == 1
    assert "conflict.yaml:10:12: found a ranking without YY, expected every state, best first" in found.output


def test_the_invented_case() -> None:
    output = run(str(ROOT / "examples" / "two-valleys")).output
    assert "Status quo: NN" in output
    assert "[assumed]" in output
