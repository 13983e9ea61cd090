"""A kill at any moment leaves the case as it was, or one on which running the command again finishes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from goodoffices.case.unfinished import COMMIT, STAGING
from goodoffices.errors import ChangedOnDisk, DataError
from goodoffices.synthesis.forgetting import carry_out, finish, is_unfinished, plan_source

from ...amount import some
from .killed import state
from .world import litter, make

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked to be killed")


def told_of(case: Path, *what: str) -> list[dict[str, Any]]:
    program = Path(__file__).with_name("killed.py")
    done = subprocess.run([sys.executable, program, case, *what], capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(("what", "key"), some([("source", "post"), ("person", "korvinova")], ("source", "post")))
def test_a_kill_at_any_step(what: str, key: str, tmp_path: Path) -> None:
    case = make(tmp_path / "case")
    litter(case, "Korvínová" if what == "person" else "quillwort")
    before = state(case)
    told = told_of(case, what, key)
    after = told[-1]["finished"]
    assert len(told) > 40
    assert before != after
    assert any(one["unfinished"] for one in told)
    for one in told:
        of_the_case = {name: digest for name, digest in one["killed"].items() if not name.startswith(STAGING)}
        ended = one["unfinished"] or one["finished"] == after
        assert one["finished"] == (after if ended else before)
        # What comes before the plan leaves each file as it was.
        assert ended or of_the_case == before


def unfinished(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("goodoffices.synthesis.forgetting.carrying_out.finish", lambda folder: None)
        carry_out(plan_source(case, "post"))
    assert is_unfinished(case)


def test_a_change_in_between_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = make(tmp_path / "case")
    unfinished(case, monkeypatch)
    (case / "talks.yaml").write_text("mine")
    with pytest.raises(ChangedOnDisk, match=r"talks\.yaml"):
        finish(case)
    assert (case / "talks.yaml").read_text() == "mine"


@pytest.mark.parametrize(
    "plan",
    [
        "{",
        "[]",
        '{"format": "forgetting/1", "writes": {}, "removals": ["../outside"], "folders": []}',
        '{"format": "x"}',
    ],
)
def test_a_plan_that_is_none_removes_nothing(plan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = make(tmp_path / "case")
    unfinished(case, monkeypatch)
    (tmp_path / "outside").write_text("stays")
    (case / STAGING / COMMIT).write_text(plan)
    with pytest.raises(DataError, match="a plan that this program did not write"):
        finish(case)
    assert (tmp_path / "outside").read_text() == "stays"


def test_what_is_left_of_a_stop_before_the_plan_is_thrown_away(tmp_path: Path) -> None:
    case = make(tmp_path / "case")
    (case / STAGING / "case").mkdir(parents=True)
    (case / STAGING / "case" / "talks.yaml").write_text("half")
    before = {name: one for name, one in state(case).items() if not name.startswith(STAGING)}
    finish(case)
    assert state(case) == before
