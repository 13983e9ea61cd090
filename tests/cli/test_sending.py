"""What is not for everybody is not sent to another machine, and the refusal says how it may be."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from goodoffices.case import read_case
from goodoffices.cli.app import app
from goodoffices.errors import UsageError
from goodoffices.extraction.apart import READERS
from goodoffices.extraction.extractors import Named, extractor_of
from goodoffices.extraction.read import Given, Read
from goodoffices.extraction.sources import Details
from goodoffices.extraction.who import Sides

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


@pytest.mark.parametrize("readers", ["team", "public"])
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
    assert refused.stderr == "goodoffices: --readers: found 'ann', expected one of team, public, north, south, board\n"
    refused = run("draft", report, "--to", tmp_path / "d", "--readers", "north")
    assert refused.stderr == "goodoffices: --readers: found 'north', expected one of team, public\n"


class TestQuestions:
    """At a terminal: who may read a text, who published it and whose it is, is asked before anything is sent."""

    @pytest.fixture(autouse=True)
    def terminal(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """Somebody sits there; the names of what is given to the model are kept."""
        sent: list[str] = []

        class Watched:
            def read(self, make: Named, given: Given) -> Read:
                sent.append(given.name)
                return READERS.read(Sides(), given)

        def begun(_: Path, files: list[Path], *__: object, details: Callable[[str], Details], **___: object) -> None:
            raise UsageError("; ".join(f"{file.stem}: {details(str(file))}" for file in files))

        for module in ("add", "draft"):
            monkeypatch.setattr(f"goodoffices.cli.{module}.asks", lambda: True)
        monkeypatch.setattr("goodoffices.cli.add.READERS", Watched())
        monkeypatch.setattr("goodoffices.cli.draft.begin", begun)
        return sent

    @pytest.fixture
    def reports(self, report: Path, tmp_path: Path) -> tuple[Path, Path]:
        other = tmp_path / "other.txt"
        other.write_text("South wants no toll.\n")
        return report, other

    def test_what_is_the_team_s_own_is_kept_here_and_so_is_what_came_before_it(
        self, tmp_path: Path, reports: tuple[Path, Path], terminal: list[str]
    ) -> None:
        answers = ["The Wire", "", "", "press", "", "", "", "", "", "team", "", ""]
        folder = make(tmp_path / "case")
        before = (folder / "record.yaml").read_bytes()
        result = ask("add", folder, *reports, "--extractor", "llm", answers=answers)
        assert result.exit_code == 2, result.output
        assert f"found reports for team, which would be sent to {AWAY}" in result.stderr
        assert result.stdout.count(f"What is not for everybody is not sent to {AWAY}") == 2
        assert "Who may read it [team]" in result.stdout  # what Enter says of a text of the team's own
        assert "The texts are sent" not in result.output
        assert (terminal, (folder / "record.yaml").read_bytes()) == ([], before)

    def test_nobody_is_asked_who_may_read_what_stays_here(
        self, tmp_path: Path, report: Path, terminal: list[str]
    ) -> None:
        answers = ["The Wire", "", "", "", ""]
        done = ask("add", make(tmp_path / "case"), report, "--extractor", "llm", answers=answers, address=HERE)
        assert done.exit_code == 0, done.output
        assert "Who may read it" not in done.stdout
        assert len(terminal) == 1

    def test_what_is_for_everybody_is_sent_when_all_is_answered(
        self, tmp_path: Path, reports: tuple[Path, Path], terminal: list[str]
    ) -> None:
        answers = ["The Wire", "", "", "north", "", "us", "public", *["", "", "", "", "", ""]]
        folder = make(tmp_path / "case")
        result = ask("add", folder, *reports, "--extractor", "llm", answers=answers)
        assert result.exit_code == 0, result.output
        assert result.output.rindex("Who may read it") < result.output.index("The texts are sent to")
        assert terminal == [str(one) for one in reports]
        new = [*read_case(folder).record.sources.values()][-2:]
        assert [(s.publisher, s.side, s.readers) for s in new] == [
            ("The Wire", "north", ("public",)), ("Report B", "press", ("public",)),
        ]  # fmt: skip

    def test_what_is_said_of_reports_of_a_draft_is_kept(self, tmp_path: Path, reports: tuple[Path, Path]) -> None:
        answers = ["The Wire", "nobody", "mediator", "public", "The Post", "", "", "yes"]
        result = ask("draft", *reports, "--to", tmp_path / "made", "--extractor", "llm", answers=answers)
        assert "notes: Details(publisher='The Wire'" in result.stderr
        assert result.stderr.count("readers=('public',)") == 2
        assert "side='mediator'" in result.stderr

    def test_a_draft_of_which_one_report_is_not_is_not_begun(self, tmp_path: Path, reports: tuple[Path, Path]) -> None:
        answers = ["The Wire", "", "", "The Post", "", "team"]
        result = ask("draft", *reports, "--to", tmp_path / "made", "--extractor", "llm", answers=answers)
        assert result.exit_code == 2, result.output
        assert not (tmp_path / "made").exists()
        assert "notes: Details" not in result.stderr


def ask(*arguments: object, answers: list[str], address: str = AWAY) -> Result:
    told = {"GOODOFFICES_LLM_ADDRESS": address, "GOODOFFICES_LLM_MODEL": "m"}
    extractor_of.cache_clear()
    return CliRunner().invoke(app, [str(a) for a in arguments], "".join(f"{a}\n" for a in answers), env=told)
