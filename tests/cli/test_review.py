"""`goodoffices review --blind`: the decisions of one who sees nobody else's, in his own file, as `mark --blind` has it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from goodoffices.case.decisions import read_decisions
from goodoffices.cli import app
from goodoffices.marking import Accept, Reject

from ..marking.cases import RECORD, TALKS, make, open_store, sound, texts


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make(tmp_path / "case")


def review(case: Path, *options: str, keys: str = "") -> Result:
    return CliRunner().invoke(app, ["review", str(case), *options], "".join(f"{key}\n" for key in keys))


def test_decisions_go_into_the_reader_s_own_file_and_nowhere_else(case: Path) -> None:
    result = review(case, "--as", "Bea", "--blind", keys="arq")
    assert result.exit_code == 0, result.output
    assert "Nobody else's decisions are shown; yours go into" in result.stdout
    assert texts(case) == {"talks.yaml": TALKS, "record.yaml": RECORD}
    (read,) = read_decisions(case, sound(case).record)
    assert read.by == "Bea"
    assert [one.status for one in read.decisions.values()] == ["accepted", "rejected"]


def test_every_claim_is_asked_for_whatever_others_decided(case: Path) -> None:
    before = review(case, "--as", "Bea", "--blind").stdout.splitlines()[-1]
    open_store(case).decide(Accept("a1"), yes=True)
    open_store(case).decide(Reject("a4"), yes=True)
    review(case, "--as", "Carl", "--blind", keys="aaq")
    assert review(case, "--as", "Bea", "--blind").stdout.splitlines()[-1] == before
    assert before == f"{len(sound(case).record.claims)} proposed claims are left."


def test_it_goes_on_where_it_was_left_and_what_is_undone_is_asked_for_again(case: Path) -> None:
    left = len(sound(case).record.claims)
    assert f"{left - 2} proposed claims" in review(case, "--as", "Bea", "--blind", keys="aaq").stdout
    assert f"{left - 2} proposed claims" in review(case, "--as", "Bea", "--blind", keys="auq").stdout


@pytest.mark.parametrize("command", ["review", "mark"])
@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--blind",), "found one of --as and --blind without the other"),
        (("--as", "Bea"), "found one of --as and --blind without the other"),
        (("--as", "Bea", "--blind", "--by", "Bea"), "found --by beside --as"),
        (("--as", " ", "--blind"), "--as: found no name"),
        (("--by", " "), "--by: found no name"),
    ],
)
def test_both_commands_refuse_the_same(case: Path, command: str, options: tuple[str, ...], told: str) -> None:
    result = CliRunner().invoke(app, [command, str(case), *options])
    assert (result.exit_code, told in result.stderr) == (2, True)
    assert not (case / "decisions").exists()
