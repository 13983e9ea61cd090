"""`goodoffices add`: options, guesses, questions on a terminal, the standard input, and what may go wrong."""

import os
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from goodoffices.case import read_case
from goodoffices.cli import add as module
from goodoffices.cli import app

from ..case.cases import RECORD, make
from ..extraction.written_out import BOOM, double_named, reports

TEXT = "A report.\nstatement | Ann | said | no\nposition | North | demands | more | issue=water\n"
PAGE = """<html><head><title>Talks</title><meta property="og:site_name" content="The Lake Post">
<meta property="article:published_time" content="2031-05-02"></head><body><article><h1>Talks</h1>
<p>The two towns met again and talked for three hours about the water of the river, and about who may use it in summer.</p>
<p>Neither town said a word about the toll, which had divided them for so long, and both went home in a better mood.</p>
</article></body></html>"""


@pytest.fixture(autouse=True)
def double(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goodoffices.cli.add.Named", double_named)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path / "case")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return reports(tmp_path / "in", TEXT)[0]


def run(*arguments: object, given: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["add", *map(str, arguments)], input=given)


def test_options_are_taken_as_they_are(folder: Path, file: Path) -> None:
    result = run(folder, file, "--publisher", "The Post", "--address", "post.example/1", "--printed", "2031-05-02",
                 "--side", "north", "--written", "after")  # fmt: skip
    # An entry of this case has no source, and is the team's own.
    said = "This shows all of the case, also what is not for everybody: for the team only.\n"
    assert (result.exit_code, result.stderr) == (0, said)
    source = read_case(folder).record.sources["A"]
    assert (source.publisher, source.address, str(source.printed)) == ("The Post", "post.example/1", "2031-05-02")
    assert (source.side, source.written, source.note) == ("north", "after", "from r0.txt")
    assert result.stdout.splitlines() == [
        f"Added {file} as source A",
        "2 claims proposed by double 1; they count nowhere until somebody accepts them.",
        f"Next: goodoffices review {folder}, or goodoffices mark {folder};",
        f"then goodoffices brief {folder} --since 2031-05-01 tells what changed.",
    ]


def test_what_is_not_said_is_guessed_and_shown_as_guessed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    result = run(folder, tmp_path / "page.html")
    assert result.exit_code == 0
    source = read_case(folder).record.sources["A"]
    assert (source.publisher, str(source.printed), source.title) == ("The Lake Post", "2031-05-02", "Talks")
    assert "publisher 'The Lake Post' guessed from " in result.stdout
    assert "printed '2031-05-02' guessed from " in result.stdout
    assert source.note is not None
    assert "publisher guessed from " in source.note
    assert (folder / "sources" / "page.html").read_text() == PAGE


def test_without_a_guess_it_is_said_that_nothing_is_known(folder: Path, file: Path) -> None:
    result = run(folder, file)
    assert "(publisher not known: give it with --publisher, or in record.yaml)" in result.stdout
    assert read_case(folder).record.sources["A"].publisher == "Report A"


def test_the_standard_input(folder: Path) -> None:
    result = run(folder, "-", given=TEXT.encode())
    assert result.exit_code == 0
    assert (folder / "sources" / "standard-input.txt").read_bytes() == TEXT.encode()
    assert read_case(folder).record.sources["A"].note == "from standard input; publisher not said"


def test_twice_changes_nothing(folder: Path, file: Path) -> None:
    run(folder, file)
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    result = run(folder, file)
    assert result.exit_code == 0
    assert result.stdout == f"{file}: in the case already, as A; nothing was changed for it\n"
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


def test_where_all_is_of_one_day_another_way_to_see_what_changed_is_told(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goodoffices.cli.draft.Named", double_named)
    drafted = tmp_path / "drafted"
    result = CliRunner().invoke(app, ["draft", str(file), "--to", str(drafted)])
    assert result.exit_code == 0, result.output
    (more,) = reports(tmp_path / "more", "Another report.\nposition | North | refuses | more | issue=water\n")
    told = run(drafted, more).stdout
    assert f"goodoffices brief {drafted} --json > before.json;" in told
    assert f"goodoffices brief {drafted} --since before.json tells it." in told
    assert f"--since {date.today()}" not in told


def test_where_nothing_is_proposed_it_is_said_what_to_do(folder: Path, tmp_path: Path) -> None:
    result = run(folder, *reports(tmp_path / "in", "قالت الوزارة إن المحادثات انتهت.\n"))
    assert "0 claims proposed by double 1.\nplain knows English only." in result.stdout
    (one,) = reports(tmp_path / "one", "A report.\nstatement | Ann | said | no\n")
    assert "1 claim proposed by double 1; it counts nowhere until somebody accepts it." in run(folder, one).stdout


def test_copies_are_told(folder: Path, tmp_path: Path) -> None:
    story = " ".join(f"word{number}" for number in range(60))
    result = run(folder, *reports(tmp_path / "in", f"{story} by our reporter\n", f"{story}\n"))
    assert (
        "Source B seems to be taken from A (100% of the shorter one's runs of words): derived_from is proposed"
        in result.stdout
    )


class TestQuestions:
    @pytest.fixture(autouse=True)
    def terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "asks", lambda: True)

    def test_the_guess_is_what_enter_answers(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "page.html").write_text(PAGE)
        result = run(folder, tmp_path / "page.html", given=b"\n\n\n\n\n")
        assert result.exit_code == 0
        source = read_case(folder).record.sources["A"]
        assert (source.publisher, str(source.printed), source.side) == ("The Lake Post", "2031-05-02", "press")
        assert "Publisher [The Lake Post]:" in result.stdout

    def test_wrong_answers_are_asked_again(self, folder: Path, file: Path) -> None:
        answers = ["The Post", "", "yesterday", "2031-05-02", "nobody", "south", "later", "during"]
        result = run(folder, file, given="\n".join([*answers, ""]).encode())
        assert result.exit_code == 0
        source = read_case(folder).record.sources["A"]
        assert (source.publisher, str(source.printed), source.side, source.written) == (
            "The Post", "2031-05-02", "south", "during",
        )  # fmt: skip

    def test_who_talks_is_asked_where_a_report_names_somebody_new(self, folder: Path, tmp_path: Path) -> None:
        new = "The Tarn Valley Council and Orsa Mining held talks. Orsa Mining refused. The Tarn Valley Council left.\n"
        files = reports(tmp_path / "in", new)
        result = run(folder, *files, given=b"not Orsa Mining\n\n\n\n\n\n\n")
        assert result.exit_code == 0, result.stdout
        assert result.stdout.count("These talk:") == 2
        assert "Orsa Mining" not in result.stdout.split("These talk:")[2].splitlines()[0]

    def test_who_talks_is_not_asked_where_nobody_is_new(self, folder: Path, file: Path) -> None:
        assert "These talk:" not in run(folder, file, given=b"\n\n\n\n\n").stdout

    def test_whom_the_case_does_not_know_is_named(self, folder: Path, tmp_path: Path) -> None:
        new = "The Tarn Valley Council and Orsa Mining held talks. Orsa Mining refused. The Tarn Valley Council left.\n"
        result = run(folder, *reports(tmp_path / "in", new), given=b"\n\n\n\n\n\n")
        assert "Orsa Mining: no party or third party of the case has this name" in result.stdout + result.stderr

    def test_nothing_is_asked_that_was_said(self, folder: Path, file: Path) -> None:
        result = run(
            folder,
            file,
            "--publisher",
            "P",
            "--address",
            "a",
            "--printed",
            "2031",
            "--side",
            "press",
            "--written",
            "before",
        )
        assert result.exit_code == 0
        assert "[" not in result.stdout.partition("Added")[0]

    def test_an_interrupt_changes_nothing(self, folder: Path, file: Path) -> None:
        result = run(folder, file, given=b"")
        assert result.exit_code == 1
        assert (folder / "record.yaml").read_text() == RECORD


class TestRefusals:
    @pytest.mark.parametrize(
        ("options", "told"),
        [
            (("--printed", "yesterday"), "--printed: found 'yesterday', expected a day as 2025-05-16"),
            (
                ("--side", "nobody"),
                "--side: found 'nobody', expected one of press, mediator, team, north, south, board",
            ),
            (("--written", "later"), "--written: found 'later', expected one of before, during, after, not said"),
            (("--extractor", "magic"), "--extractor: found 'magic', expected one of plain, llm"),
            (("-", "-"), "found '-' twice, expected the standard input once"),
        ],
    )
    def test_wrong_usage(self, folder: Path, file: Path, options: tuple[str, ...], told: str) -> None:
        result = run(folder, file, *options)
        assert (result.exit_code, result.stdout) == (2, "")
        assert told in result.stderr
        assert (folder / "record.yaml").read_text() == RECORD

    def test_a_case_with_a_mistake(self, tmp_path: Path, file: Path) -> None:
        folder = make(tmp_path / "case", talks="format: talks/1\n")
        result = run(folder, file)
        assert result.exit_code == 1
        assert "no key 'title'" in result.stderr
        assert (folder / "record.yaml").read_text() == RECORD

    @pytest.mark.usefixtures("failures_are_told")
    def test_one_bad_file_among_others(self, folder: Path, tmp_path: Path) -> None:
        files = reports(tmp_path / "in", TEXT, "", BOOM, TEXT.replace("A report", "Another"))
        result = run(folder, *files)
        assert result.exit_code == 1
        assert list(read_case(folder).record.sources) == ["press", "wire", "A", "B"]
        assert result.stderr.count("found ") == 2
        assert result.stderr.endswith("2 files were left out: see above\n")

    @pytest.mark.usefixtures("failures_are_told")
    def test_only_bad_files(self, folder: Path, tmp_path: Path) -> None:
        result = run(folder, *reports(tmp_path / "in", "", BOOM))
        assert (result.exit_code, result.stdout) == (1, "")
        assert (folder / "record.yaml").read_text() == RECORD

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="an administrator may write anywhere")
    def test_a_case_that_may_not_be_written(self, folder: Path, file: Path) -> None:
        (folder / "sources").chmod(0o500)
        result = run(folder, file)
        (folder / "sources").chmod(0o700)
        assert result.exit_code == 1
        assert "a folder or file that may not be written" in result.stderr
        assert (folder / "record.yaml").read_text() == RECORD
