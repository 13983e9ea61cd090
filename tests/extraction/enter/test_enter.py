"""More reports into a case: what people wrote stays as it is, what is new stands behind it, nothing is written by halves."""

import os
from pathlib import Path
from typing import Any

import pytest

from goodoffices.case import Case, inspect, new_case, read_case
from goodoffices.documents import read_yaml, sha256_of, write_bytes, write_text
from goodoffices.errors import ChangedOnDisk, DataError
from goodoffices.extraction import enter as module
from goodoffices.extraction.enter import Entered, New, enter
from goodoffices.extraction.formats import Guesses
from goodoffices.extraction.read import Given, Read, read_one
from goodoffices.extraction.sources import Details
from goodoffices.talks import Day

from ...case.cases import RECORD, TALKS, errors, make
from ..written_out import WrittenOut

DAY = Day.parse("2031-06-01")
REPORT = """A new account.
meeting | M1 | parties | North; South
meeting | M1 | date | 2025-03-01
meeting | M2 | parties | North; Lakeland
person_post | Ann | post | governor | for=North
position | North | demands | more water | issue=water | by=Ann
statement | Zed Quist | said | no
"""


def new(text: str = REPORT, name: str = "new.txt", details: Details | None = None) -> New:
    raw = text.encode()
    return New(read_one(WrittenOut(), Given(name, raw)), raw, details or Details())


def add(folder: Path, *reports: New) -> Entered:
    return enter(read_case(folder), reports or [new()], DAY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path / "case")


def added(folder: Path, key: str = "A") -> dict[str, dict[str, Any]]:
    claims: Any = read_yaml(folder / "record.yaml").value["claims"]
    return {claim["id"]: claim for claim in claims if claim["source"] == key}


def test_everything_that_was_there_stays(folder: Path) -> None:
    add(folder)
    assert (folder / "talks.yaml").read_text() == TALKS
    record = (folder / "record.yaml").read_text()
    lines = iter(record.splitlines())
    assert all(line in lines for line in RECORD.splitlines()), "each old line, in the old order"
    assert [p for p in inspect(folder)[1] if p.level == "error"] == []


def test_the_source_and_its_text(folder: Path) -> None:
    entered = add(folder)
    case = read_case(folder)
    source = case.record.sources["A"]
    assert entered.sources == {"A": "new.txt"}
    assert source.text.file == "sources/new.txt"
    assert (folder / "sources/new.txt").read_bytes() == REPORT.encode()
    assert (source.text.sha256, str(source.entered_on)) == (sha256_of(REPORT.encode()), "2031-06-01")
    assert source.note is not None
    assert source.note.startswith("from new.txt; ")
    assert source.note.endswith("publisher not said")


def test_proposals_use_the_names_of_the_case(folder: Path) -> None:
    add(folder)
    claims = added(folder)
    assert claims["A01"]["value"] == ["north", "south"]
    assert claims["A01"]["subject"] == "first", "the day and the parties fit this meeting only"
    assert claims["A03"]["subject"] == "meeting of North and Lakeland (M2 of A)"
    assert (claims["A04"]["subject"], claims["A04"]["for_party"]) == ("ann", "north")
    assert (claims["A05"]["issue"], claims["A05"]["attributed_to"]) == ("water", ["narrator", "ann"])
    assert claims["A06"]["subject"] == "Zed Quist"
    assert {c["status"] for c in claims.values()} == {"proposed"}


@pytest.mark.parametrize(
    ("lines", "subject"),
    [
        ("meeting | M1 | parties | North; South\nmeeting | M1 | date | 2025-03-01", "first"),
        (
            "meeting | M1 | parties | North; South\nmeeting | M1 | date | 2025-03",
            "meeting of North and South on 2025-03 (M1 of A)",
        ),
        ("meeting | M1 | parties | North; South", "meeting of North and South (M1 of A)"),
        ("meeting | M1 | date | 2025-03-01", "meeting on 2025-03-01 (M1 of A)"),
        (
            "meeting | M1 | parties | North; The Board\nmeeting | M1 | date | 2025-03-01",
            "meeting of North and The Board on 2025-03-01 (M1 of A)",
        ),
    ],
)
def test_a_meeting_is_one_of_the_case_only_where_day_and_parties_fit(folder: Path, lines: str, subject: str) -> None:
    add(folder, new(lines + "\n"))
    assert added(folder)["A01"]["subject"] == subject


def test_proposals_count_nowhere(folder: Path) -> None:
    before = read_case(folder)
    add(folder)
    after = read_case(folder)
    assert after.comparison.slots == before.comparison.slots
    assert after.comparison.only == {**before.comparison.only, "A": ()}
    assert (after.talks, [c for c in after.record.claims if c.counts]) == (
        before.talks, [c for c in before.record.claims if c.counts],
    )  # fmt: skip


def test_the_template_takes_reports_too(tmp_path: Path) -> None:
    new_case(tmp_path / "case")
    entered = add(tmp_path / "case")
    # C and M begin the claims of the sources that are there.
    assert list(entered.sources) == ["A"]
    add(
        tmp_path / "case",
        new("other\n" + REPORT.replace("governor", "mayor"), "b.txt"),
        new("A third text.\n", "c.txt"),
    )
    assert list(read_case(tmp_path / "case").record.sources) == ["courier", "minutes", "A", "B", "D"]
    assert errors(inspect(tmp_path / "case")[1]) == []


@pytest.mark.parametrize(
    "value", ["sources: {}\nclaims: []\n", "sources:\nclaims:\n", "", "claims: []\n", "# only a remark\n"]
)
def test_a_record_without_sources(tmp_path: Path, value: str) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "talks.yaml").write_text("format: talks/1\ntitle: T\nparties: {}\n")
    (folder / "record.yaml").write_text("format: record/1\n" + value)
    if value.startswith("sources:\n"):
        with pytest.raises(DataError):
            add(folder)
        return
    add(folder)
    assert list(read_case(folder).record.sources) == ["A"]
    assert len(read_case(folder).record.claims) == 6


class TestTwice:
    def test_the_same_text(self, folder: Path) -> None:
        add(folder)
        before = (folder / "record.yaml").read_bytes()
        again = add(folder, new(name="other.txt"))
        assert (again.sources, again.doubles) == ({}, (("other.txt", "A"),))
        assert (folder / "record.yaml").read_bytes() == before
        assert not (folder / "sources" / "other.txt").exists()

    def test_the_same_text_in_one_call(self, folder: Path) -> None:
        entered = add(folder, new(), new(name="again.txt"))
        assert (list(entered.sources), entered.doubles) == (["A"], (("again.txt", "new.txt"),))

    def test_the_original_of_a_restatement(self, tmp_path: Path) -> None:
        swapped = RECORD.replace(
            "    publisher: The Wire\n",
            f"    publisher: The Wire\n    original: {{sha256: {sha256_of(REPORT.encode())}}}\n",
        )
        folder = make(tmp_path / "case", record=swapped)
        assert add(folder).doubles == (("new.txt", "wire"),)

    @pytest.mark.parametrize(("first", "second"), [("Text.", "Text.\n"), ("Text.\n", "Text."), ("Text.", "Text.\r\n")])
    def test_the_same_but_for_the_last_line_end(self, folder: Path, first: str, second: str) -> None:
        add(folder, new(first))
        assert add(folder, new(second, "b.txt")).doubles == (("b.txt", "A"),)


class TestFiles:
    def test_a_text_without_a_last_line_end_is_kept_as_it_is(self, folder: Path) -> None:
        text = "Text.\nstatement | Ann | said | no"
        add(folder, new(text))
        assert (folder / "sources" / "new.txt").read_bytes() == text.encode()
        assert sorted(os.listdir(folder / "sources")) == ["new.txt", "press.txt", "wire.txt"]
        assert read_case(folder).record.claims[-1].words == "statement | Ann | said | no"

    @pytest.mark.parametrize(
        ("name", "file"),
        [
            ("../../evil.txt", "evil.txt"),
            ("/etc/passwd", "passwd.txt"),
            ("C:\\windows\\system.ini", "system.txt"),
            ("..", "report.txt"),
            (".hidden", "hidden.txt"),
            ("", "report.txt"),
            ("a b/ü é.html.txt", "ü-é-html.txt"),
            ("CON.txt", "report-CON.txt"),
            ("x" * 300, f"{'x' * 80}.txt"),
            ("press.txt", "press-2.txt"),
            ("PRESS.TXT", "PRESS-2.txt"),
            ("\u202etxt.evil", "txt.txt"),
            ("new\n.txt", "new.txt"),
        ],
    )
    def test_no_name_leads_outside_or_over_another_file(self, folder: Path, name: str, file: str) -> None:
        before = sorted(p for p in folder.parent.rglob("*"))
        add(folder, new(name=name))
        made = set(folder.parent.rglob("*")) - set(before)
        assert made == {folder / "sources" / file}
        assert (folder / "sources" / "press.txt").read_bytes() != REPORT.encode()

    def test_bytes_that_differ_from_the_text_are_kept(self, folder: Path) -> None:
        raw = REPORT.replace("\n", "\r\n").encode("utf-16")
        add(folder, New(read_one(WrittenOut(), Given("new.txt", raw)), raw))
        assert (folder / "sources" / "new.original.txt").read_bytes() == raw
        assert (folder / "sources" / "new.txt").read_bytes() == REPORT.encode()

    def test_a_page_is_kept_as_a_page(self, folder: Path) -> None:
        read = Read("p.html", "0" * 64, "html", "Text.\n", Guesses(publisher="P", taken_from={"publisher": "the page"}))
        enter(read_case(folder), [New(read, b"<p>Text.")], DAY)
        assert (folder / "sources" / "p.html").read_bytes() == b"<p>Text."
        source = read_case(folder).record.sources["A"]
        assert (source.publisher, source.note) == ("P", "from p.html; publisher guessed from the page")

    def test_a_link_in_place_of_the_folder_is_refused(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        os.rename(folder / "sources", tmp_path / "elsewhere" / "sources")
        case = Case(
            "case",
            folder,
            **{k: getattr(read_case_with(tmp_path, folder), k) for k in ("talks", "record", "texts", "anchors")},
        )
        os.symlink(tmp_path / "elsewhere" / "sources", folder / "sources")
        with pytest.raises(DataError, match="found a link"):
            enter(case, [new()], DAY)
        assert not (tmp_path / "elsewhere" / "sources" / "new.txt").exists()


def read_case_with(tmp_path: Path, folder: Path) -> Case:
    """The case read while its texts were in their place."""
    os.rename(tmp_path / "elsewhere" / "sources", folder / "sources")
    case = read_case(folder)
    os.rename(folder / "sources", tmp_path / "elsewhere" / "sources")
    return case


class TestFailures:
    def test_a_change_meanwhile_is_never_overwritten(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        case, write = read_case(folder), write_bytes

        def write_and_change(path: Path, data: bytes, **more: Any) -> None:
            write(path, data, **more)
            (folder / "record.yaml").write_text(RECORD + "# somebody's remark\n")

        monkeypatch.setattr(module, "write_bytes", write_and_change)
        with pytest.raises(ChangedOnDisk):
            enter(case, [new()], DAY)
        assert (folder / "record.yaml").read_text().endswith("# somebody's remark\n")
        assert sorted(os.listdir(folder / "sources")) == ["press.txt", "wire.txt"]

    @pytest.mark.parametrize("written", [0, 1])
    def test_a_full_disk_leaves_the_case_as_it_was(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, written: int
    ) -> None:
        before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
        made: list[Path] = []

        def write(path: Path, data: bytes, **more: Any) -> None:
            if len(made) == written:
                raise DataError([])
            made.append(path)
            write_bytes(path, data, **more)

        monkeypatch.setattr(module, "write_bytes", write)
        with pytest.raises(DataError):
            add(folder, new(), new("Another text.\n", "b.txt"))
        assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before

    def test_a_record_that_was_exchanged_keeps_its_texts_whatever_the_disk_says_then(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def exchanged_but_not_confirmed(path: Path, text: str, *, replacing: str | None) -> None:
            write_text(path, text, replacing=replacing)
            raise DataError([])

        monkeypatch.setattr(module, "write_text", exchanged_but_not_confirmed)
        with pytest.raises(DataError):
            add(folder)
        assert [p for p in inspect(folder)[1] if p.level == "error"] == []

    def test_a_byte_order_mark_stays(self, folder: Path) -> None:
        (folder / "record.yaml").write_bytes(b"\xef\xbb\xbf" + RECORD.encode())
        add(folder)
        assert (folder / "record.yaml").read_bytes().startswith(b"\xef\xbb\xbf# The evidence.")


class TestDetails:
    def test_what_a_person_says_wins(self, folder: Path) -> None:
        guesses = Guesses(publisher="G", address="a.example", printed="2031-05-01", taken_from={"address": "a link"})
        details = Details(publisher="P", printed=Day.parse("2031-05-02"), side="north", written="after")
        enter(
            read_case(folder), [New(Read("n.txt", "0" * 64, text="Text.\n", guesses=guesses), b"Text.\n", details)], DAY
        )
        source = read_case(folder).record.sources["A"]
        assert (source.publisher, source.address, str(source.printed)) == ("P", "a.example", "2031-05-02")
        assert (source.side, source.written) == ("north", "after")
        assert source.note == "from n.txt; address guessed from a link"

    @pytest.mark.parametrize(("printed", "since"), [("2031-05-02", "2031-05-01"), (None, "2031-05-31")])
    def test_since_when_a_brief_tells_what_is_new(self, folder: Path, printed: str | None, since: str) -> None:
        details = Details(printed=Day.parse(printed) if printed else None)
        assert str(add(folder, new(details=details)).since) == since


def test_a_copy_derives_from_the_source_that_is_there(folder: Path) -> None:
    story = " ".join(f"word{number}" for number in range(60)) + ".\n"
    add(folder, new(story, "wire-story.txt"))
    entered = add(folder, new("By our staff. " + story, "paper.txt"))
    assert [(c.key, c.of) for c in entered.copies] == [("B", "A")]
    source = read_case(folder).record.sources["B"]
    assert source.derived_from == "A"
    assert source.note is not None
    assert "derived_from is proposed: 100% of the runs of 5 words" in source.note
