"""What a forgetting says: which words go, and what stays that may still tell of what went; and that no more goes than has to."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from goodoffices.cli import app
from goodoffices.documents import parse
from goodoffices.synthesis.forgetting import carry_out, plan_source

from ...case.cases import swap
from .world import POST, TALKS, make

BACKGROUND = '  - {text: They have met for years, unsourced: "known to all, Korvínová too"}\n'
STILL = {
    "a background": (
        f"{BACKGROUND}  - {{text: They trade quillwort, unsourced: all know}}\n", "talks.yaml: background 2 text (“quillwort”)"),
    "a step": (
        f"{BACKGROUND}outcome:\n  next:\n    - {{text: Quillan is to write again, unsourced: all know}}\n",
        "talks.yaml: outcome next 1 text (“Quillan”)"),
    "a statement": (
        f"{BACKGROUND}statements:\n  - {{id: s1, by: fenn, text: the way by Skeldale is long, unsourced: all know}}\n",
        "talks.yaml: statements 1 text (“Skeldale”)"),
    "a number": (f"{BACKGROUND}  - {{text: They trade 417 carts, unsourced: all know}}\n", "talks.yaml: background 2 text (“417”)"),
    "a judgement": (
        f"{BACKGROUND}assessments:\n  - {{by: fenn, text: Brackenford was a success, unsourced: all know}}\n",
        "talks.yaml: assessments 1 text (“Brackenford”)"),
}  # fmt: skip


def forget(folder: Path) -> str:
    result = CliRunner().invoke(app, ["forget", str(folder), "--source", "post", "--yes"])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("row", STILL.values(), ids=STILL)
def test_what_the_team_wrote_itself_stays_and_is_listed_with_its_words(tmp_path: Path, row: tuple[str, str]) -> None:
    told = forget(make(tmp_path / "case", talks=swap(TALKS, BACKGROUND, row[0])))
    # Of the person's name the other report has the last word alone.
    lines = told.partition("It stays, and may still tell of it; change it by hand:\n")[2].splitlines()
    assert sorted(lines[:2]) == sorted([f"  - {row[1]}", "  - talks.yaml: people korvinova name (“Ilka”)"])
    assert told.rstrip().endswith("nothing of it is left but what is told above.")


ELSEWHERE = {
    **{name: (row[0], row[1].split("“")[1].split("”")[0]) for name, row in STILL.items()},
    "the title": (None, "Skeldale"),
}


@pytest.mark.parametrize(("text", "word"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_what_the_team_wrote_itself_spares_nothing_elsewhere(tmp_path: Path, text: str | None, word: str) -> None:
    """A comment, a remark, a line of a file beside it go as if nobody had the word."""
    title = swap(TALKS, TALKS[TALKS.index("title: ") :].splitlines()[0], f"title: Talks before {word}")
    folder = make(tmp_path / "case", talks=swap(TALKS, BACKGROUND, text) if text else title)
    talks, record = folder / "talks.yaml", folder / "record.yaml"
    talks.write_text(f"# Ask about {word}.\n{talks.read_text()}# Also {word}.\n")
    first = "  cour:\n    publisher:"
    record.write_text(swap(record.read_text(), first, f"  cour:\n    note: see {word} as well\n    publisher:"))
    (folder / "notes.txt").write_text(f"To do: {word}.\nA line that stays.\n")
    (folder / "notes.csv").write_text(f"a,{word}\n")
    told = forget(folder)
    assert not (folder / "notes.csv").exists()
    assert (folder / "notes.txt").read_text() == "A line that stays.\n"
    assert word not in record.read_text()
    assert [line for line in talks.read_text().splitlines() if word in line and "#" in line] == []
    assert talks.read_text().count(word) == 1
    assert f"sources cour note (“{word}”)" in told
    assert told.rstrip().endswith("nothing of it is left but what is told above.")


def test_where_nothing_stays_that_may_tell_it_says_so(tmp_path: Path) -> None:
    told = forget(make(tmp_path / "case", talks=swap(TALKS, "name: Ilka Korvínová", "name: Korvínová")))
    assert "may still tell" not in told
    assert told.rstrip().endswith("nothing of it is left.")


def test_the_words_that_go_are_shown_with_their_places(tmp_path: Path) -> None:
    remark = swap(TALKS, "known to all, Korvínová too", "they bring quillwort by Skeldale")
    told = forget(make(tmp_path / "case", talks=remark))
    assert "background 1 unsourced (“quillwort”, “Skeldale”)" in told


NOTES = """head: |
  The first line is of carts.
    An indented one, of quillwort and carts.

  The last: Skeldale.
tail: >-
  Folded carts
  go by Skeldale
  and on.
"""


def test_a_text_of_lines_keeps_its_lines_and_a_word_in_another_form_stays(tmp_path: Path) -> None:
    folder = make(tmp_path / "case")
    (folder / "notes.yaml").write_text(f"# Ours.\n{NOTES}", "utf-8")
    carry_out(plan_source(folder, "post"))
    text = (folder / "notes.yaml").read_text("utf-8")
    assert text == f"# Ours.\n{NOTES.replace('quillwort', '█' * 9).replace('Skeldale', '█' * 8)}"
    assert parse("notes.yaml", text)


@pytest.mark.parametrize("word", ["demanded", "demands", "marshes", "tolls", "meets", "led", "votes", "pays"])
def test_another_form_of_a_word_that_stays_tells_nothing_and_stays(tmp_path: Path, word: str) -> None:
    folder = make(tmp_path / "case", post=f"{POST}A line with {word}.\n")
    (folder / "notes.yaml").write_text(f"ours: we say {word} here\n", "utf-8")
    carry_out(plan_source(folder, "post"))
    assert (folder / "notes.yaml").read_text("utf-8") == f"ours: we say {word} here\n"
