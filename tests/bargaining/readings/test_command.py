"""`goodoffices agree` on the case of Istanbul."""

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner, Result

from goodoffices.bargaining.readings import NOT_DECIDED
from goodoffices.cli import app

from ...case.cases import ISTANBUL


def run(*words: object) -> Result:
    # Wide enough for no line to be wrapped.
    return CliRunner().invoke(app, ["agree", *map(str, words)], env={"COLUMNS": "400", "TERMINAL_WIDTH": "400"})


def test_what_is_printed_of_istanbul() -> None:
    done = run(ISTANBUL, "--readings", 200)
    assert done.exit_code == 0, done.output
    heads = [line for line in done.output.splitlines() if line.isupper()]
    assert heads == [
        "CERTAIN, WHATEVER IS NOT KNOWN",
        "HOW OFTEN, OVER ALL WAYS OF DRAWING WHAT IS NOT KNOWN",
        "WHAT TO ASK NEXT",
        "WHAT CARRIES THE RESULT",
    ]
    assert "Nothing that counts is stated of Russia" in done.output
    assert "Ask Russia:" in done.output
    assert "ways of drawing what is not known (200 readings under each, seed 0)" in done.output
    for line in done.output.splitlines():
        if line.startswith("  - Adopted: Russia"):
            assert "told by others [A4" in line
            assert "own word" not in line


def test_json_of_istanbul_is_the_same_by_any_workers() -> None:
    one, three = run(ISTANBUL, "--readings", 150, "--json"), run(ISTANBUL, "--readings", 150, "--workers", 3, "--json")
    assert one.exit_code == 0
    assert json.loads(one.stdout) == json.loads(three.stdout)
    data = json.loads(one.stdout)
    assert data["seed"] == 0
    assert len(data["priors"]) == 12
    assert {c["change"] for c in data["assumptions"]} == {"dropped", "adopted"}


def test_another_seed(tmp_path: Path) -> None:
    one, two = run(ISTANBUL, "--readings", 50, "--json"), run(ISTANBUL, "--readings", 50, "--seed", 1, "--json")
    assert json.loads(one.stdout)["shares"] != json.loads(two.stdout)["shares"]
    assert json.loads(one.stdout)["certain"] == json.loads(two.stdout)["certain"]


def test_a_figure(tmp_path: Path) -> None:
    target = tmp_path / "shares.svg"
    done = run(ISTANBUL, "--readings", 50, "--figure", target)
    assert done.exit_code == 0
    assert f"Written: {target}" in done.output
    text = "".join(ElementTree.fromstring(target.read_text("utf-8")).itertext())
    assert "Ceasefire: a ceasefire of 30 days" in text
    assert NOT_DECIDED in text
    assert "12 ways of drawing what is not known" in text


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--figure", "x.png"], 2, "expected a name that ends in .svg"),
        (["--readings", "0"], 2, ""),
    ],
)
def test_wrong_usage(words: list[str], code: int, told: str) -> None:
    done = run(ISTANBUL, *words)
    assert done.exit_code == code
    assert told in done.output


def test_a_case_without_preferences(tmp_path: Path) -> None:
    shutil.copytree(ISTANBUL, tmp_path / "case")
    (tmp_path / "case" / "preferences.yaml").unlink()
    done = run(tmp_path / "case")
    assert done.exit_code == 1
    assert "found no such file, expected what each side is known, told or assumed to want" in done.output
