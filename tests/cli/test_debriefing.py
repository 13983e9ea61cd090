"""`goodoffices debriefing`: refused before it is shown to all, printed and written in every form."""

import json
from pathlib import Path

import pytest

from goodoffices.apart import Limits
from goodoffices.brief.pdf import compiler
from goodoffices.proceedings import acts as a
from goodoffices.talks.exercise import TRAINER

from ..case.exercises import make_exercise
from .test_export import ACTS, hold, run

OPENED = (*ACTS, a.OpenDebriefing(by=TRAINER), a.Reflect(by="north-head", answers={"turned": "Canary at nine"}))
SHOWN = (*OPENED, a.Reveal(by=TRAINER))


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make_exercise(tmp_path / "towns")


@pytest.mark.parametrize("acts", [ACTS[:3], ACTS, OPENED])
@pytest.mark.parametrize("options", [[], ["--json"], ["-o", "x.html"], ["--to", "pages"]])
def test_before_it_is_shown_it_is_refused(
    acts: tuple[a.Act, ...], options: list[str], case: Path, tmp_path: Path
) -> None:
    hold(case, acts=acts)
    code, told = run("debriefing", str(case), *options)
    assert (code, "not shown to all yet (table 1)" in told, "There is a well" in told) == (1, True, False), told
    assert [one.name for one in tmp_path.iterdir()] == ["towns"]


def test_the_trainer_may_print_it_before(case: Path) -> None:
    hold(case, acts=OPENED)
    code, told = run("debriefing", str(case), "--trainer")
    assert (code, "EXERCISE · For the trainer" in told, "Canary" in told) == (0, True, False), told
    assert Path("towns-EXERCISE-debriefing-trainer.html").is_file()


def test_it_is_printed_and_written(case: Path) -> None:
    hold(case, acts=SHOWN)
    code, told = run("debriefing", str(case))
    assert (code, "Debriefing: Two towns" in told, "WHO KNEW WHAT, AND WHEN" in told) == (0, True, True), told
    assert "EXERCISE" in Path("towns-EXERCISE-debriefing.html").read_text("utf-8")
    for ending in ("pdf", "docx", "md", "json"):
        assert run("debriefing", str(case), "-o", f"x.{ending}")[0] == 0
    assert Path("x.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads(Path("x.json").read_text("utf-8"))["exercise"] is True
    assert run("debriefing", str(case), "--to", "pages")[0] == 0
    assert sorted(one.name for one in Path("pages").iterdir()) == [
        "towns-EXERCISE-debriefing.html", "towns-EXERCISE-debriefing.pdf"
    ]  # fmt: skip


def test_a_day_that_is_too_long_for_a_pdf_is_told_so_and_the_page_is_written(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(case, acts=SHOWN)
    monkeypatch.setattr(compiler, "LIMITS", Limits(60, 2**20))
    code, told = run("debriefing", str(case), "--to", "pages")
    said = " ".join(told.split())
    assert code == 1
    assert "PDF: found a text" in said
    assert "expected less at once: one table, or the same as HTML (.html), which takes any length" in said
    assert [one.name for one in Path("pages").iterdir()] == ["towns-EXERCISE-debriefing.html"]
    assert run("debriefing", str(case), "-o", "x.pdf")[0] == 1
    assert not Path("x.pdf").exists()


def test_one_hidden_table_hides_the_whole_but_not_the_others(case: Path) -> None:
    hold(case, 1, SHOWN)
    hold(case, 2, OPENED)
    code, told = run("debriefing", str(case))
    assert (code, "(table 2)" in told) == (1, True)
    code, told = run("debriefing", str(case), "--table", "1", "--json")
    assert (code, json.loads(told)["sections"][0]["id"]) == (0, "compared")


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["--to", "x", "-o", "x.html"], 2, "--to: found --output or --json beside it"),
        (["-o", "x.txt"], 2, "expected a name that ends in .html"),
        (["--table", "4"], 1, "no table 4"),
    ],
)
def test_wrong_wishes_are_told(options: list[str], code: int, told: str, case: Path) -> None:
    hold(case, acts=SHOWN)
    ended, printed = run("debriefing", str(case), *options)
    assert (ended, told in printed) == (code, True), printed


def test_a_case_of_which_nothing_was_held(case: Path) -> None:
    code, told = run("debriefing", str(case))
    assert (code, "a case of which nothing was held" in told) == (1, True)
