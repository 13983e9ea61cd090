"""Papers entered by `goodoffices papers`: what it writes, what stays as it is, and what it refuses with nothing written."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from goodoffices.case import inspect, read_case
from goodoffices.case.write_papers import add_paper
from goodoffices.cli import app
from goodoffices.documents import parse
from goodoffices.errors import ChangedOnDisk
from goodoffices.talks import Paper

from ..amount import cases
from ..case.cases import TWO_VALLEYS

DRAFT = (
    "title=Draft protocol",
    "version=3",
    "from=team",
    "to=upper,lower",
    "answer_due=2031-05-25",
    "handed_over_by=berend",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TWO_VALLEYS, tmp_path / "case"))


def run(folder: Path, *words: str, on: str = "2031-05-21") -> Result:
    return CliRunner().invoke(app, ["papers", str(folder), "--as-of", on, *words], env={"COLUMNS": "400"})


def last(folder: Path) -> Paper:
    papers = read_case(folder).papers
    assert papers is not None
    return papers.papers[-1]


def text(folder: Path) -> str:
    return (folder / "papers.yaml").read_text("utf-8")


def test_a_paper_stands_behind_the_others_with_the_day_of_which_it_is_told(folder: Path) -> None:
    before = text(folder)
    result = run(folder, *DRAFT)
    assert result.exit_code == 0, result.output
    assert "Entered as the paper draft-protocol-3." in result.stderr
    assert (
        "Due in 4 days: Draft protocol (version 3), from the team to Upper Tavnis and Lower Tavnis, 21 May 2031"
        in result.stdout
    )
    assert text(folder).startswith(before)  # comments, order and layout of what stood there
    paper = last(folder)
    assert (paper.id, paper.version, paper.to, str(paper.day), str(paper.answer_due), paper.handed_over_by) == (
        "draft-protocol-3", "3", ("upper", "lower"), "2031-05-21", "2031-05-25", "berend"
    )  # fmt: skip
    assert inspect(folder)[1] == []


def test_an_answer_goes_back_to_the_giver_and_closes_what_was_open(folder: Path) -> None:
    assert "Overdue by 1 day: Minutes of the session" in run(folder).stdout
    result = run(folder, "answers=minutes-1", "from=Maren Olvik")
    assert "Overdue by 1 day: Minutes of the session" not in result.stdout
    paper = last(folder)
    assert (paper.title, paper.from_, paper.to, paper.answers) == (
        "Answer: Minutes of the session", "olvik", ("saltmoor",), "minutes-1"
    )  # fmt: skip


def test_whoever_it_is_shown_to_sees_only_his(folder: Path) -> None:
    result = run(folder, "title=Aside", "from=upper", "to=team", "--for", "lower")
    assert last(folder).title == "Aside"
    assert "Aside" not in result.stdout


def test_a_paper_is_settled_with_a_remark_kept(folder: Path) -> None:
    path = folder / "papers.yaml"
    path.write_text(text(folder).replace("awaits_answer: true}", "awaits_answer: true}  # still?"), "utf-8")
    assert run(folder, "--settle", "lease").exit_code == 0
    assert "settled: 2031-05-21}  # still?" in text(folder)
    assert "Lease of the mill" not in run(folder).stdout.partition("No answer awaited")[0]


def test_the_first_paper_makes_the_file(folder: Path) -> None:
    (folder / "papers.yaml").unlink()
    assert run(folder, *DRAFT).exit_code == 0
    assert text(folder).startswith("# Which paper went to whom")
    assert inspect(folder)[1] == []
    (folder / "papers.yaml").write_text("format: papers/1\n", "utf-8")
    assert run(folder, *DRAFT).exit_code == 0
    assert last(folder).title == "Draft protocol"


def test_a_byte_order_mark_stays(folder: Path) -> None:
    (folder / "papers.yaml").write_text("\ufeff" + text(folder), "utf-8")
    assert run(folder, *DRAFT).exit_code == 0
    assert text(folder).startswith("\ufeff")


TOLD = ("title=T", "from=upper", "to=lower")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("a paper",), "found 'a paper', expected KEY=VALUE"),
        (("titel=T",), "did you mean title?"),
        (("title=T",), "found no from= and no to="),
        ((*TOLD, "title=S"), "title: found twice"),
        (("title=", "from=upper", "to=lower"), "title: found '', expected words on one line"),
        (("title=a\nb", "from=upper", "to=lower"), "expected words on one line"),
        (("title=T", "from=uper", "to=lower"), "did you mean upper?"),
        (("title=T", "from=upper", "to=lower,"), "to: found '', expected who gives or gets papers"),
        ((*TOLD, "answers=minutes"), "did you mean minutes-1"),
        ((*TOLD, "source=D"), "source: found 'D', expected a source"),
        ((*TOLD, "day=yesterday"), "day: found 'yesterday'"),
        ((*TOLD, "readers=everyone"), "--readers: found 'everyone'"),
        ((*TOLD, "awaits_answer=perhaps"), "awaits_answer: found 'perhaps', expected one of: yes"),
        ((*TOLD, "answer_due=2031-05-01"), "the paper to enter: found 2031-05-01, before it was handed over"),
        ((*TOLD, "answers=minutes-1", "day=2031-05-14"), "the paper to enter: found an answer to minutes-1"),
        ((*TOLD, "id=lease"), "the paper to enter: found the id 'lease' a second time"),
        (("--settle", "leas"), "did you mean lease?"),
        (("--settle", "lease", "title=T"), "--settle: found 'title=T' beside it"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(folder: Path, words: tuple[str, ...], told: str) -> None:
    before = text(folder)
    result = run(folder, *words)
    assert result.exit_code in (1, 2)
    assert told in result.stderr
    assert text(folder) == before


def test_nothing_is_settled_before_it_was_handed_over(folder: Path) -> None:
    before = text(folder)
    assert "before it was handed over" in run(folder, "--settle", "lease", on="2031-05-01").stderr
    assert text(folder) == before


def test_a_file_that_somebody_changed_meanwhile_is_left_as_he_made_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = read_case(folder)
    path = folder / "papers.yaml"
    changed = text(folder) + "# mine\n"

    def late(name: str, new: str) -> object:
        path.write_text(changed, "utf-8")
        return parse(name, new)

    monkeypatch.setattr("goodoffices.case.write_papers.parse", late)
    with pytest.raises(ChangedOnDisk):
        add_paper(case, Paper(id="p", title="T", from_="upper", to=("lower",)))
    assert text(folder) == changed


WORDS = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1)
TITLES = WORDS.filter(lambda title: bool(title.strip()) and title.isprintable())


@settings(max_examples=cases(20, ci=200))
@given(title=TITLES)
def test_any_title_reads_back_as_it_was_said(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    folder = tmp_path_factory.mktemp("papers") / "case"
    shutil.copytree(TWO_VALLEYS, folder)
    result = run(folder, f"title={title}", "from=upper", "to=lower")
    assert result.exit_code == 0, result.output
    assert last(folder).title == title.strip()
