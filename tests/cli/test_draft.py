"""`goodoffices draft`: a brief from any reports in one step, honest about who proposed what; and what may go wrong."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from goodoffices.case import inspect, read_case
from goodoffices.cli import app
from goodoffices.cli.executors import crew
from goodoffices.errors import UsageError
from goodoffices.extraction import begin as begin_module
from goodoffices.extraction import extractors

from ..amount import few
from ..case.cases import ROOT, errors
from ..extraction.written_out import BOOM, SLOW, double_named, reports

ONE = """One.
meeting | M1 | parties | North; South | sure=0.9
meeting | M1 | date | 2031-05-16
delegation | Ann Lee | heads | North
position | North | demands | a half of the water | by=Ann Lee
"""
OTHER = ONE.replace("One", "Other").replace("Ann Lee", "Bo Moor").replace("North", "South", 2)


TALK = ("--party", "North", "--party", "South")


@pytest.fixture(autouse=True)
def double(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("goodoffices.cli.draft.Named", double_named)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["draft", *map(str, arguments)])


@pytest.mark.slow
def test_the_first_brief(tmp_path: Path) -> None:
    result = run(*reports(tmp_path / "in", ONE, OTHER), *TALK)
    assert (result.exit_code, result.stderr) == (0, "")
    assert read_case(Path("draft")).talks.draft
    assert sorted(os.listdir()) == ["draft", "draft.html"]
    lines = result.stdout.splitlines()
    assert lines[0] == "Draft: North and South"
    assert "! A draft: lines marked [proposed] rest on claims that nobody has reviewed yet." in lines
    assert "draft: a draft from 2 reports, with 8 claims proposed by double 1. Nobody has reviewed them." in lines
    assert lines[-1] == "Next: goodoffices mark draft (in the browser), or goodoffices review draft (here)."


@pytest.mark.slow
def test_every_line_that_rests_on_a_claim_is_marked(tmp_path: Path) -> None:
    lines = run(*reports(tmp_path / "in", ONE, OTHER), *TALK).stdout.splitlines()
    resting = [line for line in lines if re.search(r"\[[AB]\d\d[ \]]", line)]
    assert resting
    assert all("[proposed]" in line for line in resting)


def test_the_check_finds_proposals_and_nothing_else(tmp_path: Path) -> None:
    run(*reports(tmp_path / "in", ONE, OTHER), "--to", "case")
    problems = inspect(Path("case"))[1]
    assert errors(problems) == []
    assert {p.found[:18] for p in problems} == {"the proposed claim"}


@pytest.mark.shared
@pytest.mark.parametrize("workers", few(1, [1, 2]))
def test_the_two_reports_with_the_real_rules(
    shared_folder: Path, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    monkeypatch.undo()
    monkeypatch.chdir(shared_folder / "..")
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.chdir(folder)
        result = run(*sorted((shared_folder / "seeds").glob("*.txt")), "--workers", workers)
        assert result.exit_code == 0
        case = read_case(Path("draft"))
        assert list(case.talks.parties) == ["ukraine", "russia"]
        assert len(case.record.claims) > 40
        assert case.talks.delegations
        assert not case.talks.positions, "what nobody has accepted waits"
        assert case.reading is not None
        assert {passage.heading for passage in case.reading.passages} >= {"met", "stands", "next"}
        monkeypatch.undo()


class TestRefusals:
    def test_a_folder_that_is_there(self, tmp_path: Path) -> None:
        Path("draft").mkdir()
        result = run(*reports(tmp_path / "in", ONE))
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == "goodoffices: draft: found a folder of this name, expected a new name\n"

    @pytest.mark.parametrize(
        ("options", "told"),
        [
            (("--extractor", "magic"), "--extractor: found 'magic', expected one of plain, llm"),
            (("--extractor", "llm", "--scheduler", "tcp://127.0.0.1:1"), "--scheduler: the key of a language model"),
            (("--workers", "0"), "--workers"),
            ((), "Missing argument"),
        ],
    )
    def test_wrong_usage(self, tmp_path: Path, options: tuple[str, ...], told: str) -> None:
        files = reports(tmp_path / "in", ONE) if options else []
        result = run(*files, *options)
        assert result.exit_code == 2
        assert told in " ".join(result.stderr.replace("│", " ").split())
        assert os.listdir() == []

    def test_an_extra_that_is_not_installed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def missing(_: str) -> None:
            raise ModuleNotFoundError("No module named 'httpx'", name="httpx")

        monkeypatch.setattr("goodoffices.cli.draft.Named", extractors.Named)
        monkeypatch.setattr(extractors, "_made", missing)
        extractors.extractor_of.cache_clear()
        result = run(*reports(tmp_path / "in", ONE), "--extractor", "llm")
        assert result.exit_code == 2
        assert "needs the extra 'llm', of which httpx is not installed; install goodoffices[llm]" in result.stderr
        assert os.listdir() == []

    def test_dask_that_is_not_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "distributed", None)
        with pytest.raises(UsageError, match="needs the extra 'dask'"), crew(1, "tcp://127.0.0.1:1"):
            pass


@pytest.mark.usefixtures("failures_are_told")
class TestBadFiles:
    def test_one_of_three(self, tmp_path: Path) -> None:
        files = reports(tmp_path / "in", ONE, BOOM, OTHER)
        result = run(*files)
        assert result.exit_code == 1
        assert f"{files[1]}: found a text on which double 1 fails" in result.stderr
        assert "1 file was left out: see above" in result.stderr
        assert "draft: a draft from 2 reports" in result.stdout
        assert errors(inspect(Path("draft"))[1]) == []

    @pytest.mark.slow
    def test_none_good(self, tmp_path: Path) -> None:
        result = run(*reports(tmp_path / "in", "", BOOM))
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.endswith("2 mistakes; nothing was written\n")
        assert os.listdir() == []

    @pytest.mark.slow
    def test_a_brief_that_cannot_be_written_leaves_the_case(self, tmp_path: Path) -> None:
        Path("draft.html").mkdir()
        result = run(*reports(tmp_path / "in", ONE))
        assert result.exit_code == 1
        assert "draft.html: found a folder" in result.stderr
        assert "draft: a draft from 1 report, with 4 claims" in result.stdout
        assert "nothing was written" not in result.output
        assert errors(inspect(Path("draft"))[1]) == []

    def test_a_name_that_would_steer_the_terminal(self, tmp_path: Path) -> None:
        (tmp_path / "in").mkdir()
        bad, good = tmp_path / "in" / "a\x1b[31m\u202eb.txt", tmp_path / "in" / "good\x1b[31m.txt"
        bad.write_text("")
        good.write_text(ONE)
        result = run(bad, good)
        assert result.exit_code == 1
        assert "\x1b" not in result.output
        assert "\u202e" not in result.output

    @pytest.mark.slow
    def test_doubles_and_copies_are_told(self, tmp_path: Path) -> None:
        story = " ".join(f"word{number}" for number in range(60))
        result = run(*reports(tmp_path / "in", f"{story}\n", f"{story}\n", f"{story} by our own reporter\n"))
        assert f"{tmp_path / 'in' / 'r1.txt'}: the same text as {tmp_path / 'in' / 'r0.txt'}; left out" in result.stdout
        assert "Source A seems to be taken from B (100% of the shorter one's runs of words)" in result.stdout


class TestStops:
    def test_ctrl_c(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        files = reports(tmp_path / "in", ONE, OTHER)

        def stop(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(begin_module, "_assemble", stop)
            result = run(*files)
        assert result.exit_code == 130
        assert result.stderr == (
            "goodoffices: stopped; what was done is kept in draft: the same command goes on from there, or remove draft\n"
        )
        assert os.listdir("draft") == [".progress"]
        assert run(*files).exit_code == 0
        assert sorted(os.listdir("draft")) == ["reading.yaml", "record.yaml", "sources", "talks.yaml"]

    @pytest.mark.skipif(os.name == "nt", reason="sends a signal")
    @pytest.mark.parametrize("workers", ["1", "2"])
    @pytest.mark.parametrize(("number", "code"), few(1, [(signal.SIGINT, 130), (signal.SIGTERM, 143)]))
    def test_a_real_signal_leaves_no_traceback_and_no_process(
        self, tmp_path: Path, workers: str, number: signal.Signals, code: int
    ) -> None:
        texts = [f"{ONE}Report {number}. " + "The talks went on. " * 400 for number in range(400)]
        files = [str(file) for file in reports(tmp_path / "in", *texts)]
        command = [sys.executable, "-m", "goodoffices", "draft", *files, "--workers", workers]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        journal = Path("draft/.progress/journal")
        while process.poll() is None and not (journal.exists() and journal.stat().st_size > 1000):
            time.sleep(0.01)
        if number == signal.SIGINT:
            os.killpg(process.pid, number)  # as a terminal does it: to all of them
        else:
            process.send_signal(number)
        _, err = process.communicate(timeout=60)
        assert process.returncode == code, err
        assert "Traceback" not in err
        assert "the same command goes on from there" in err
        assert gone_within(process.pid, 20)


def gone_within(group: int, seconds: float) -> bool:
    """Whether no process of the group is left; those that keep the books of others end a moment after them."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.slow
def test_many_reports_show_how_far_they_are_only_to_a_person(tmp_path: Path) -> None:
    result = run(*reports(tmp_path / "in", *(f"{ONE}{SLOW} {number}\n" for number in range(5))))
    assert (result.exit_code, result.stderr) == (0, "")
