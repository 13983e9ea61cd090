"""What is not for everybody is not sent to another machine, and the refusal says how it may be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from goodoffices.case import read_case
from goodoffices.cli.app import app
from goodoffices.extraction.apart import READERS
from goodoffices.extraction.extractors import extractor_of
from goodoffices.extraction.read import Given, Read
from goodoffices.extraction.who import Sides

from ..amount import few
from ..case.cases import make, small_case

AWAY, HERE = "https://models.example/v1", "http://127.0.0.1:9/v1"


def run(*arguments: object, address: str = "") -> Result:
    told = {"GOODOFFICES_LLM_ADDRESS": address, "GOODOFFICES_LLM_MODEL": "m"} if address else {}
    extractor_of.cache_clear()  # else the address of the test before is asked
    return CliRunner().invoke(app, [str(a) for a in arguments], env=told)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "notes.txt"
    path.write_text("Ann Lee of North met the Board on 3 March 2025. North wants a half.\n")
    return path


ADD = {
    "for the team": ("--readers", "team"),
    "for a party": ("--readers", "north,team"),
    "a text of the team's own": ("--side", "team"),
}  # fmt: skip


@pytest.mark.parametrize("options", ADD.values(), ids=ADD)
def test_a_report_that_is_not_for_everybody_is_not_sent_away(
    tmp_path: Path, report: Path, options: tuple[str, str]
) -> None:
    folder = make(tmp_path / "case")
    before = (folder / "record.yaml").read_bytes()
    refused = run("add", folder, report, "--extractor", "llm", *options, address=AWAY)
    assert refused.exit_code == 2
    assert f"which would be sent to {AWAY}" in refused.stderr
    assert "--readers public" in refused.stderr
    assert "The texts are sent" not in refused.output
    assert (folder / "record.yaml").read_bytes() == before


def test_nor_is_one_of_a_case_that_is_not_for_everybody(tmp_path: Path, report: Path) -> None:
    small_case(tmp_path / "case", ("title: Talks of two towns", "readers: [north]\ntitle: Talks of two towns"))
    assert run("add", tmp_path / "case", report, "--extractor", "llm", address=AWAY).exit_code == 2


def test_a_model_on_this_machine_may_read_it(tmp_path: Path, report: Path) -> None:
    # Nobody listens there: it is asked all the same.
    asked = run("add", make(tmp_path / "case"), report, "--extractor", "llm", "--readers", "team", address=HERE)
    assert asked.exit_code != 0
    assert "expected reports for everybody" not in asked.stderr
    assert f"The texts are sent to {HERE}" in asked.stderr


def test_a_draft_for_the_team_is_refused_likewise(tmp_path: Path, report: Path) -> None:
    refused = run("draft", report, "--to", tmp_path / "d", "--extractor", "llm", "--readers", "team", address=AWAY)
    assert refused.exit_code == 2
    assert not (tmp_path / "d").exists()


@pytest.mark.parametrize("readers", few(1, ["team", "public"]))
def test_who_may_read_a_report_stands_in_the_record(
    tmp_path: Path, report: Path, readers: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = run("draft", report, "--to", "made", "--readers", readers)
    assert made.exit_code == 0, made.output
    assert [source.readers for source in read_case(tmp_path / "made").record.sources.values()] == [(readers,)]
    assert ("For the team only" in made.stdout) is (readers == "team")
    added = run("add", make(tmp_path / "case"), report, "--readers", f"{readers}, north")
    assert added.exit_code == 0, added.output
    assert [*read_case(tmp_path / "case").record.sources.values()][-1].readers == (readers, "north")


def test_readers_who_are_none_are_refused(tmp_path: Path, report: Path) -> None:
    refused = run("add", make(tmp_path / "case"), report, "--readers", "ann")
    told = "goodoffices: --readers: found 'ann', expected one of team, public, north, south, board\n"
    assert refused.stderr.endswith(told)
    refused = run("draft", report, "--to", tmp_path / "d", "--readers", "north")
    assert refused.stderr == "goodoffices: --readers: found 'north', expected one of team, public\n"


class TestQuestions:
    """At a terminal it is asked who may read a text before it is sent to another machine."""

    @pytest.fixture(autouse=True)
    def sent(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
        """Somebody sits there; the names of what is given to a model are kept."""
        found: list[str] = []

        class Watched:
            def read(self, make: object, given: Given) -> Read:
                if not isinstance(make, Sides):
                    found.append(given.name)
                return READERS.read(Sides(), given)

        monkeypatch.setattr("goodoffices.cli.add.asks", lambda: True)
        monkeypatch.setattr("goodoffices.cli.add.READERS", Watched())
        yield found
        extractor_of.cache_clear()  # another test names another address

    def test_what_is_the_team_s_own_is_kept_here(self, tmp_path: Path, report: Path, sent: list[str]) -> None:
        folder = make(tmp_path / "case")
        before = (folder / "record.yaml").read_bytes()
        result = answered("add", folder, report, "--extractor", "llm", answers=["The Wire", "", "", "team", ""])
        assert result.exit_code == 2, result.output
        assert f"found reports for team, which would be sent to {AWAY}" in result.stderr
        assert (sent, (folder / "record.yaml").read_bytes()) == ([], before)

    def test_what_one_side_alone_may_read_is_kept_here(self, tmp_path: Path, report: Path, sent: list[str]) -> None:
        answers = ["The Wire", "", "", "press", "", "us", "north"]
        result = answered("add", make(tmp_path / "case"), report, "--extractor", "llm", answers=answers)
        assert result.exit_code == 2, result.output
        assert "found 'us', expected one of team, public, north" in result.stdout
        assert (f"found reports for north, which would be sent to {AWAY}" in result.stderr, sent) == (True, [])

    def test_what_is_for_everybody_is_sent_once_it_is_said(self, tmp_path: Path, report: Path, sent: list[str]) -> None:
        folder = make(tmp_path / "case")
        result = answered("add", folder, report, "--extractor", "llm", answers=["The Wire", "", "", "press", "", ""])
        assert result.exit_code == 0, result.output
        assert sent == [str(report)]
        assert [*read_case(folder).record.sources.values()][-1].readers == ("public",)

    def test_nobody_is_asked_who_may_read_what_stays_here(self, tmp_path: Path, report: Path, sent: list[str]) -> None:
        answers = ["The Wire", "", "", "press", ""]
        folder = make(tmp_path / "case")
        result = answered("add", folder, report, "--extractor", "llm", answers=answers, address=HERE)
        assert result.exit_code == 0, result.output
        assert "Who may read it" not in result.stdout


def answered(*arguments: object, answers: list[str], address: str = AWAY) -> Result:
    told = {"GOODOFFICES_LLM_ADDRESS": address, "GOODOFFICES_LLM_MODEL": "m"}
    extractor_of.cache_clear()
    return CliRunner().invoke(app, [str(a) for a in arguments], "".join(f"{a}\n" for a in answers), env=told)
