"""`goodoffices agree` on the invented case."""

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner, Result

from goodoffices.bargaining.readings import NOT_DECIDED
from goodoffices.cli import app

from ...case.cases import ISTANBUL, TWO_VALLEYS


def run(*words: object) -> Result:
    # Wide enough for no line to be wrapped.
    return CliRunner().invoke(app, ["agree", *map(str, words)], env={"COLUMNS": "400", "TERMINAL_WIDTH": "400"})


HEADS = [
    "CERTAIN, WHATEVER IS NOT KNOWN",
    "HOW OFTEN, OVER ALL WAYS OF DRAWING WHAT IS NOT KNOWN",
    "HOW THE NASH PACKAGE SETTLES THE ISSUES",
    "PACKAGES ON THE FRONTIER, AND RED LINES",
    "WHAT TO ASK NEXT",
    "WHAT CARRIES THE RESULT",
]


def heads(done: Result) -> list[str]:
    assert done.exit_code == 0, done.output
    return [line for line in done.output.splitlines() if line.isupper()]


def test_what_is_printed_of_the_two_valleys() -> None:
    done = run(TWO_VALLEYS, "--readings", 400)
    assert heads(done) == HEADS
    assert "Ask Upper Tavnis: “How do you weigh " in done.output
    assert "4 ways of drawing what is not known (400 readings under each, seed 0)" in done.output
    assert "(told by others [B23], adopted by analyst: " in done.output


def test_what_is_printed_where_wishes_are_not_known(tmp_path: Path) -> None:
    case = shutil.copytree(TWO_VALLEYS, tmp_path / "case")
    text = (case / "preferences.yaml").read_text("utf-8")
    (case / "preferences.yaml").write_text(text.replace("own: [A36]", 'assumed: {by: me, why: "so it seems"}'), "utf-8")
    done = run(case, "--figure", tmp_path / "shares.svg")
    assert heads(done) == [HEADS[0], "WHAT IS NOT KNOWN", "WHY NO MORE CAN BE TOLD"]
    assert "How Upper Tavnis ranks the options of Patrol: only assumed." in done.output
    assert "Upper Tavnis has no points, and no order of its own or adopted by name on Patrol." in done.output
    assert "%" not in done.output
    assert "No figure was written: shares.svg would show shares, and none are given." in done.output
    assert not (tmp_path / "shares.svg").exists()
    data = json.loads(run(case, "--json").stdout)
    assert (data["shares"], data["ask_next"], data["assumptions"], data["priors"]) == ([], [], None, {})
    assert data["certain"]
    assert data["why_no_more"]


def test_json_is_the_same_by_any_workers() -> None:
    one, three = (
        run(TWO_VALLEYS, "--readings", 150, "--json"),
        run(TWO_VALLEYS, "--readings", 150, "--workers", 3, "--json"),
    )
    assert one.exit_code == 0
    assert json.loads(one.stdout) == json.loads(three.stdout)
    data = json.loads(one.stdout)
    assert data["seed"] == 0
    assert len(data["priors"]) == 4
    assert data["why_no_more"] == []
    assert {c["change"] for c in data["assumptions"]} == {"dropped"}


def test_another_seed() -> None:
    one, two = run(TWO_VALLEYS, "--readings", 50, "--json"), run(TWO_VALLEYS, "--readings", 50, "--seed", 1, "--json")
    assert json.loads(one.stdout)["shares"] != json.loads(two.stdout)["shares"]
    assert json.loads(one.stdout)["certain"] == json.loads(two.stdout)["certain"]


def test_a_figure(tmp_path: Path) -> None:
    target = tmp_path / "shares.svg"
    done = run(TWO_VALLEYS, "--readings", 50, "--figure", target)
    assert done.exit_code == 0
    assert f"Written: {target}" in done.output
    text = " ".join(ElementTree.fromstring(target.read_text("utf-8")).itertext())
    assert "Ford at Lissen: opening the ford on market days" in text
    assert NOT_DECIDED in text
    assert "4 ways of drawing what is not known" in " ".join(text.split())


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--figure", "x.png"], 2, "expected a name that ends in .svg"),
        (["--readings", "0"], 2, ""),
    ],
)
def test_wrong_usage(words: list[str], code: int, told: str) -> None:
    done = run(TWO_VALLEYS, *words)
    assert done.exit_code == code
    assert told in done.output


def test_of_a_case_without_preferences_nothing_is_invented() -> None:
    done = run(ISTANBUL)
    assert heads(done) == [HEADS[0], "WHAT IS NOT KNOWN", "WHY NO MORE CAN BE TOLD"]
    assert "Nothing: what is stated leaves all open." in done.output
    for party in ("Russia", "Ukraine"):
        assert (
            f"{party} has no points, and no order of its own or adopted by name on Ceasefire, Scope of the talks, "
            in done.output
        )
    assert "%" not in done.output
