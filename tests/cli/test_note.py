"""`goodoffices note`: from the standard input and from an editor, and that a note counts for nothing outside the team."""

import json
import os
from pathlib import Path

import click
import pytest
from typer.testing import CliRunner, Result

from goodoffices.brief import build_outline
from goodoffices.brief.context import Context
from goodoffices.case import passages, read_case
from goodoffices.case.enter_source import NO_FILE, OwnText, enter_source
from goodoffices.cli import app
from goodoffices.documents import sha256_of
from goodoffices.errors import DataError
from goodoffices.record import Source

from ..case.cases import RECORD, TALKS, make, swap

TEXT = "Ann told us that North would take less.\n# Not a comment: the third point.\nShe smiled.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path / "case")


def run(*arguments: object, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["note", *map(str, arguments)], input=given)


def test_a_note_becomes_a_source_that_the_team_alone_reads(folder: Path) -> None:
    before = (folder / "record.yaml").read_text("utf-8")
    result = run(folder, "-", "--who", "ann", "--who", "Somebody Else", "--when", "2025-03-01", "--meeting", "first",
                 "--title", "Ann alone", given=TEXT)  # fmt: skip
    assert result.exit_code == 0, result.output
    source = read_case(folder).record.sources["note-1"]
    assert (source.side, source.publisher, source.title) == ("team", "Notes of the team", "Ann alone")
    assert (source.readers, source.attribution, source.entered_on.said) == (("team",), "named", True)
    assert source.note == "present: Ann, Somebody Else; on 2025-03-01; meeting: first"
    assert (folder / source.text.file).read_text("utf-8") == TEXT
    after = (folder / "record.yaml").read_text("utf-8")
    assert all(line in after for line in before.splitlines())  # comments and order stay
    assert (folder / source.text.file).stat().st_mode & 0o077 == 0


def test_readers_and_attribution_are_taken(folder: Path) -> None:
    assert (
        run(
            folder, "-", "--readers", "team, north", "--readers", "board", "--attribution", "none", given=TEXT
        ).exit_code
        == 0
    )
    source = read_case(folder).record.sources["note-1"]
    assert (source.readers, source.attribution) == (("team", "north", "board"), "none")


def test_it_says_for_whom_it_is_by_name_and_takes_the_day_of_entry(folder: Path) -> None:
    result = run(folder, "-", "--readers", "north,public", "--on", "2031-05-15", given="Ann came.")
    assert "It is for North and everybody, and no witness" in result.stdout
    assert str(read_case(folder).record.sources["note-1"].entered_on) == "2031-05-15"
    assert run(folder, "-", "--on", "last week", given="Ann came.").exit_code == 2


def test_the_next_note_takes_the_next_number_also_where_a_text_was_left_behind(folder: Path) -> None:
    run(folder, "-", given=TEXT)
    (folder / "sources" / "NOTE-2.txt").write_text("left by a crash")
    run(folder, "-", given="Another.")
    assert [*read_case(folder).record.sources][-2:] == ["note-1", "note-3"]
    assert (folder / "sources" / "NOTE-2.txt").read_text() == "left by a crash"


def test_a_record_without_sources_takes_one(tmp_path: Path) -> None:
    folder = make(
        tmp_path / "case", talks="format: talks/1\ntitle: T\nparties: {}\n", record="format: record/1\nsources: {}\n"
    )
    assert run(folder, "-", given=TEXT).exit_code == 0
    assert [*read_case(folder).record.sources] == ["note-1"]


@pytest.mark.parametrize(
    ("arguments", "given", "code", "told"),
    [
        (["-", "--meeting", "frist"], TEXT, 2, "--meeting: found 'frist', expected a meeting: first, second; did you mean first?"),
        (["-", "--readers", "nroth"], TEXT, 2, "--readers: found 'nroth', expected a reader: team, public, north, south, board"),
        (["-", "--readers", "team,"], TEXT, 2, "--readers: found ''"),
        (["-", "--attribution", "no"], TEXT, 2, "--attribution: found 'no', expected one of named, role, none"),
        (["-", "--when", "yesterday"], TEXT, 2, "--when: found 'yesterday'"),
        (["-", "--title", "a\nb"], TEXT, 2, "--title: found 'a\\nb'"),
        (["-", "--who", " "], TEXT, 2, "--who: found ' '"),
        (["notes.txt"], TEXT, 2, "found 'notes.txt', expected -"),
        (["-"], "", 1, "standard input: found an empty file"),
        (["-"], b"\xff\xfe", 1, "standard input: found text in UTF-16"),
        (["-"], b"ab\xe9", 1, "standard input:1:3: found the byte 0xE9"),
        (["-"], "a\0b", 1, "found a byte 0"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_nothing_is_entered(
    folder: Path, arguments: list[str], given: str | bytes, code: int, told: str
) -> None:
    before = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    result = run(folder, *arguments, given=given)
    assert (result.exit_code, told in result.stderr) == (code, True), result.stderr
    assert {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_an_editor_opens_with_a_head_that_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = []

    def edit(text: str, **_: object) -> str:
        shown.append(text)
        return text.replace("\n", "\r\n") + "\r\n  Indented.\r\n# kept\r\n\r\n\r\n"

    monkeypatch.setattr(click, "edit", edit)
    assert run(folder, "--readers", "team,north", "--who", "ann").exit_code == 0
    assert "present: Ann. Who may read it: the team and North." in shown[0]
    assert (folder / "sources" / "note-1.txt").read_text("utf-8") == "  Indented.\n# kept\n"


@pytest.mark.parametrize("left", [None, "", "# Only the head\n\n"])
def test_an_editor_that_leaves_nothing_enters_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, left: str | None
) -> None:
    monkeypatch.setattr(click, "edit", lambda *_, **__: left)
    result = run(folder)
    assert (result.exit_code, "expected a note; nothing was entered" in result.stderr) == (2, True)
    assert "note-1" not in read_case(folder).record.sources


def test_a_text_that_the_record_could_not_take_up_goes_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("goodoffices.case.enter_source.write_text", full)
    with pytest.raises(OSError, match="No space"):
        enter_source(folder, "note", OwnText(Source(publisher="x", text=NO_FILE), TEXT))
    assert sorted(os.listdir(folder / "sources")) == ["press.txt", "wire.txt"]


def test_a_linked_folder_of_sources_is_not_written_through(folder: Path, tmp_path: Path) -> None:
    (folder / "sources").rename(tmp_path / "elsewhere")
    (folder / "sources").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DataError, match="found a link"):
        enter_source(folder, "note", OwnText(Source(publisher="x", text=NO_FILE), TEXT))
    assert sorted(os.listdir(tmp_path / "elsewhere")) == ["press.txt", "wire.txt"]


# No witness.


NOTE = "The towns met on 3 March. No deal came."
RESULT = "{text: No deal, meeting: second, claims: [a9]}"
NOTED = f"""  note-1:
    publisher: Notes
    side: SIDE
    entered_on: 2025-03-06
    text: {{kind: original, file: sources/n.txt, sha256: {sha256_of(NOTE.encode())}}}
claims:
  - {{id: n1, source: note-1, type: meeting, subject: first, predicate: date, value: 2025-03-03, words: on 3 March,
     entered_by: me}}
  - {{id: n2, source: note-1, type: outcome, subject: second, predicate: not_agreed, value: a deal,
     words: No deal came, entered_by: me}}
"""


def with_note(tmp_path: Path, side: str) -> Path:
    """The small case in which a third source tells the day of the first meeting, and the result."""
    talks = swap(TALKS, RESULT, RESULT.replace("[a9]", "[a9, n2]"))
    folder = make(tmp_path / side, talks=talks, record=swap(RECORD, "claims:\n", NOTED.replace("SIDE", side)))
    (folder / "sources" / "n.txt").write_bytes(NOTE.encode())
    return folder


def test_of_a_note_nothing_is_counted_compared_or_set_beside_the_reports(tmp_path: Path) -> None:
    ours, press = read_case(with_note(tmp_path, "team")), read_case(with_note(tmp_path, "press"))
    plain = read_case(make(tmp_path / "plain"))
    assert ours.comparison == plain.comparison != press.comparison
    assert (len(passages(ours).sources), len(passages(press).sources)) == (2, 3)
    assert (Context.of(ours).told_by(["a9", "n2"]), Context.of(press).told_by(["a9", "n2"])) == (
        ["press"],
        ["press", "note-1"],
    )
    assert "2 sources: The Paper and The Wire. Besides 1 note of the team's own" in build_outline(ours).subtitle
    assert "3 sources" in build_outline(press).subtitle


def test_every_form_of_the_brief_takes_a_note(tmp_path: Path) -> None:
    folder = with_note(tmp_path, "team")
    for command in (["brief", folder, "--annex", "-o", tmp_path / "b.md"], ["talking-points", folder, "-o", tmp_path / "t.md"],
                    ["sheet", folder, "-o", tmp_path / "s.xlsx"], ["compare", folder]):  # fmt: skip
        result = CliRunner().invoke(app, [str(x) for x in command])
        assert result.exit_code == 0, result.output
    assert "the team's own: no witness" in (tmp_path / "b.md").read_text("utf-8")
    data = json.loads(CliRunner().invoke(app, ["compare", str(folder), "--json"]).stdout)
    assert "note-1" not in json.dumps(data)
