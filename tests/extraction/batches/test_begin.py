"""A draft of many reports: whole or resumable, the same with any number of workers, one bad file told and left out."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from goodoffices.case import inspect, read_case
from goodoffices.errors import DataError, Problem, UsageError
from goodoffices.extraction import batches
from goodoffices.extraction import begin as module
from goodoffices.extraction import journal as journals
from goodoffices.extraction.batches import Inline, propose_all, work
from goodoffices.extraction.begin import Begun, begin
from goodoffices.extraction.extractors import Make
from goodoffices.extraction.read import Given, Read
from goodoffices.talks import Day

from ...amount import few
from ...case.cases import ROOT, errors
from ..written_out import BOOM, SLOW, Double, reports

DAY = Day.parse("2031-06-01")


def text(number: int, more: str = "") -> str:
    return (
        f"Report {number}. {more}\nmeeting | M1 | parties | North; South\nmeeting | M1 | date | 2031-05-{1 + number % 28:02d}\n"
        f"position | North | demands | demand number {number}\nstatement | Ann Lee | said | words of report {number}\n"
    )


def make(folder: Path, files: list[Path], executor: Executor | None = None, workers: int = 1) -> Begun:
    return begin(folder, files, Double(), executor or Inline(), DAY, workers=workers)


def content(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


class TestOneDraft:
    def test_the_folder_holds_the_case_and_nothing_else(self, tmp_path: Path) -> None:
        begun = make(tmp_path / "draft", reports(tmp_path / "in", text(0), text(1)))
        texts = ["sources/r0.txt", "sources/r1.txt"]
        assert sorted(content(tmp_path / "draft")) == ["reading.yaml", "record.yaml", *texts, "talks.yaml"]
        assert list(begun.sources) == ["A", "B"]
        assert read_case(tmp_path / "draft").talks.draft
        assert {p.found[:18] for p in inspect(tmp_path / "draft")[1]} == {"the proposed claim"}

    @pytest.mark.parametrize("there", ["folder", "empty", "file", "link", "case"])
    def test_a_place_that_is_taken_is_refused(self, tmp_path: Path, there: str) -> None:
        place = tmp_path / "draft"
        if there == "file":
            place.write_text("mine")
        elif there == "link":
            place.symlink_to(tmp_path / "nowhere")
        elif there == "case":
            make(place, reports(tmp_path / "in", text(0)))
        else:
            place.mkdir()
            if there == "folder":
                (place / "mine.txt").write_text("mine")
        before = content(place) if place.is_dir() else None
        with pytest.raises(UsageError, match="of this name, expected a new name"):
            make(place, reports(tmp_path / "in", text(0)))
        assert before is None or content(place) == before

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(UsageError, match="no case can be made here"):
            make(tmp_path / "file" / "draft", reports(tmp_path / "in", text(0)))

    @pytest.mark.parametrize(("number", "first", "last", "claim"), [(26, "A", "Z", "A01"), (27, "S1", "S27", "S1-001")])
    def test_letters_as_long_as_they_last(self, tmp_path: Path, number: int, first: str, last: str, claim: str) -> None:
        begun = make(tmp_path / "draft", reports(tmp_path / "in", *map(text, range(number))))
        assert [*begun.sources][:: number - 1] == [first, last]
        assert read_case(tmp_path / "draft").record.claims[0].id == claim

    def test_one_text_twice_is_one_source(self, tmp_path: Path) -> None:
        files = reports(tmp_path / "in", text(0), text(1), text(0))
        begun = make(tmp_path / "draft", [*files, files[1]])
        assert list(begun.sources.values()) == [str(files[0]), str(files[1])]
        assert begun.doubles == ((str(files[2]), str(files[0])),)

    def test_near_copies_are_told(self, tmp_path: Path) -> None:
        story = " ".join(f"word{number}" for number in range(60))
        begun = make(tmp_path / "draft", reports(tmp_path / "in", f"{story}\n", f"{story} by our own reporter\n"))
        assert [(c.key, c.of) for c in begun.copies] == [("A", "B")]
        assert read_case(tmp_path / "draft").record.sources["A"].derived_from == "B"


@pytest.mark.usefixtures("failures_are_told")
class TestBadFiles:
    def test_one_among_many_is_told_and_the_others_go_on(self, tmp_path: Path) -> None:
        files = reports(tmp_path / "in", text(0), "", text(1), BOOM, "\x00\x01binary", text(2))
        begun = make(tmp_path / "draft", [*files, tmp_path / "missing.txt", tmp_path])
        assert list(begun.sources.values()) == [str(files[i]) for i in (0, 2, 5)]
        assert {p.file for p in begun.problems} == {str(files[i]) for i in (1, 3, 4)} | {
            str(tmp_path / "missing.txt"), str(tmp_path),
        }  # fmt: skip
        told = "".join(p.found for p in begun.problems)
        assert "fails (ZeroDivisionError)" in told
        assert "a bug" not in told  # a program's own message may hold words of the report
        assert errors(inspect(tmp_path / "draft")[1]) == []

    def test_where_none_can_be_read_nothing_is_left(self, tmp_path: Path) -> None:
        with pytest.raises(DataError) as caught:
            make(tmp_path / "draft", [*reports(tmp_path / "in", "", BOOM), tmp_path / "missing.txt"])
        assert len(caught.value.problems) == 3
        assert not (tmp_path / "draft").exists()


@contextmanager
def executors(kind: str) -> Iterator[tuple[Executor, int]]:
    if kind == "inline":
        yield Inline(), 1
    elif kind == "threads":
        with ThreadPoolExecutor(3) as pool:
            yield pool, 3
    else:
        import multiprocessing

        with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
            yield pool, 2


class TestManyWorkers:
    def test_the_case_is_the_same_byte_for_byte(self, tmp_path: Path) -> None:
        texts = [text(n, SLOW if n % 7 == 0 else "") if n != 5 else "" for n in range(16)]
        files = reports(tmp_path / "in", *texts)
        made = {}
        for kind in ("inline", "threads", "processes"):
            with executors(kind) as (executor, workers):
                begun = make(tmp_path / kind, files, executor, workers)
            made[kind] = content(tmp_path / kind), begun.sources, begun.problems
        assert made["inline"] == made["threads"] == made["processes"]
        assert len(made["inline"][1]) == 15

    @pytest.mark.parametrize("workers", few(1, [1, 3]))
    def test_no_more_is_read_than_is_worked_on(self, workers: int) -> None:
        read, done = [], []

        def given() -> Iterator[Given]:
            for number in range(400):
                read.append(number)
                yield Given(f"r{number}", text(number, SLOW).encode())

        with ThreadPoolExecutor(workers) as pool:
            for batch in propose_all(given(), Double(), pool, workers):
                done += batch
                # What is read and not done yet is what stands in a few batches, whatever the number of reports.
                assert len(read) - len(done) <= 2 * (2 * workers + 1) * 4
                if len(done) > 60:
                    break
        assert [one.name for one in done] == [f"r{n}" for n in range(len(done))]

    @pytest.mark.parametrize(("takes", "largest"), [(0.001, 100), (0.01, 10), (0.1, 1), (2.0, 1)])
    def test_tasks_grow_to_a_tenth_of_a_second(
        self, monkeypatch: pytest.MonkeyPatch, takes: float, largest: int
    ) -> None:
        (read,) = work(Double(), (Given("r0", text(0).encode()),))[1]

        def told(make: Make, batch: tuple[Given, ...]) -> tuple[float, list[Read]]:
            return takes * len(batch), [replace(read, text=one.raw.decode()) for one in batch]

        monkeypatch.setattr(batches, "work", told)  # how long they really take hangs on the machine
        given = (Given(f"r{number}", text(number).encode()) for number in range(600))
        sizes = [len(batch) for batch in propose_all(given, Double(), Inline())]
        assert sizes[0] == 1
        assert sum(sizes) == 600
        assert largest / 2 <= max(sizes) <= largest * 1.2 or largest == max(sizes)

    def test_an_interrupt_gives_up_what_waits(self) -> None:
        given = (Given(f"r{number}", text(number, SLOW).encode()) for number in range(1000))
        with ThreadPoolExecutor(1) as pool:
            batches = propose_all(given, Double(), pool, 4)
            next(batches)
            batches.close()  # type: ignore[attr-defined]  # it is a generator
            start = time.monotonic()
        assert time.monotonic() - start < 30


class Stopped(BaseException):
    """Stands for Ctrl-C."""


class TestStops:
    @pytest.mark.parametrize("done", [0, 1, 7, 12])
    def test_a_stop_loses_nothing_and_doubles_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, done: int
    ) -> None:
        files = reports(tmp_path / "in", *map(text, range(12)))
        make(tmp_path / "whole", files)
        left = done

        def stop(number: int) -> None:
            nonlocal left
            left -= number
            if left <= 0:
                raise Stopped

        with pytest.raises(Stopped):
            begin(tmp_path / "draft", files, Double(), Inline(), DAY, tell=stop)
        assert os.listdir(tmp_path / "draft") == [".progress"]
        worked = count_work(monkeypatch)
        make(tmp_path / "draft", files)
        assert content(tmp_path / "draft") == content(tmp_path / "whole")
        assert len(worked) < 12, "what was done is not done again"
        assert done < 12 or worked == []

    def test_a_line_that_a_crash_cut_off_is_done_again(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        files = reports(tmp_path / "in", *map(text, range(4)))
        stop_before_the_end(tmp_path / "draft", files, monkeypatch)
        journal = tmp_path / "draft" / ".progress" / "journal"
        whole = journal.read_bytes()
        for cut in (1, 30, len(whole) - whole.rindex(b"\n", 0, -1) - 2):
            journal.write_bytes(whole[:-cut])
            worked = count_work(monkeypatch)
            stop_before_the_end(tmp_path / "draft", files, monkeypatch)
            assert worked == [str(files[3])]
            assert journal.read_bytes() == whole
        make(tmp_path / "draft", files)
        assert len(read_case(tmp_path / "draft").record.sources) == 4

    @pytest.mark.parametrize("step", ["write", "publish"])
    def test_a_stop_while_the_case_is_written_or_put_in_place(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
    ) -> None:
        files = reports(tmp_path / "in", *map(text, range(3)))
        make(tmp_path / "whole", files)
        for calls in range(1, 4):
            with monkeypatch.context() as patch:
                stop_after(patch, "write_bytes" if step == "write" else "replace", calls)
                with pytest.raises(Stopped):
                    make(tmp_path / f"draft{calls}", files)
            make(tmp_path / f"draft{calls}", files)
            assert content(tmp_path / f"draft{calls}") == content(tmp_path / "whole")

    def test_other_files_or_another_extractor_are_refused(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        files = reports(tmp_path / "in", *map(text, range(3)))
        stop_before_the_end(tmp_path / "draft", files, monkeypatch)
        before = content(tmp_path / "draft")
        with pytest.raises(UsageError, match="an unfinished draft of other files"):
            make(tmp_path / "draft", files[:2])
        monkeypatch.setattr(type(Double()()), "version", "2")
        with pytest.raises(UsageError, match="an unfinished draft by double 1"):
            make(tmp_path / "draft", files)
        assert content(tmp_path / "draft") == before

    def test_a_file_that_changed_meanwhile_is_read_again(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        files = reports(tmp_path / "in", *map(text, range(3)))
        stop_before_the_end(tmp_path / "draft", files, monkeypatch)
        files[1].write_text("Something else.\n")
        make(tmp_path / "draft", files)
        assert (tmp_path / "draft" / "sources" / "r1.txt").read_text() == "Something else.\n"

    def test_two_processes_do_not_make_one_draft(self, tmp_path: Path) -> None:
        files = reports(tmp_path / "in", text(0))
        journal = journals.Journal(first_folder(tmp_path) / "journal", {})
        with pytest.raises(UsageError, match="another process is making this draft"):
            make(tmp_path / "draft", files)
        journal.close()


def first_folder(tmp_path: Path) -> Path:
    (tmp_path / "draft" / ".progress").mkdir(parents=True)
    return tmp_path / "draft" / ".progress"


def count_work(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the reports that are worked on from now on."""
    worked: list[str] = []

    def counting(make: object, batch: tuple[Given, ...]) -> tuple[float, list[Read]]:
        worked.extend(given.name for given in batch)
        return work(make, batch)  # type: ignore[arg-type]

    monkeypatch.setattr("goodoffices.extraction.batches.work", counting)
    return worked


def stop_before_the_end(folder: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise Stopped

    with monkeypatch.context() as patch:
        patch.setattr(module, "_assemble", stop)
        with pytest.raises(Stopped):
            make(folder, files)


def stop_after(patch: pytest.MonkeyPatch, name: str, calls: int) -> None:
    """Stop the process, as it were, before the call of this number of a function that writes."""
    owner = module if name == "write_bytes" else os
    real, made = getattr(owner, name), []

    def stopping(*arguments: object, **more: object) -> object:
        made.append(1)
        # `write_bytes` itself uses `os.replace`: only moves of the finished case are counted here.
        if name == "replace" and "case" not in str(arguments[0]).split(os.sep)[-2:]:
            made.pop()
        if len(made) >= calls and made:
            raise Stopped
        return real(*arguments, **more)

    patch.setattr(owner, name, stopping)


class TestFullDisk:
    def test_the_journal_keeps_whole_batches_only(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        files = reports(tmp_path / "in", *map(text, range(6)))
        make(tmp_path / "whole", files)
        real, calls = os.fsync, []

        def full(descriptor: int) -> None:
            calls.append(descriptor)
            if len(calls) == 3:
                raise OSError(28, "No space left on device")
            real(descriptor)

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            with pytest.raises(DataError, match="found a full disk, expected room for the file"):
                make(tmp_path / "draft", files)
        lines = (tmp_path / "draft" / ".progress" / "journal").read_bytes().split(b"\n")
        assert lines[-1] == b""
        assert len(lines) == 3, "the header and one report"
        make(tmp_path / "draft", files)
        assert content(tmp_path / "draft") == content(tmp_path / "whole")

    def test_where_the_case_cannot_be_written_what_was_read_is_kept(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(path: Path, data: bytes, **_: object) -> None:
            raise DataError([Problem(str(path), 0, 0, "a full disk", "room")])

        files = reports(tmp_path / "in", text(0))
        with monkeypatch.context() as patch:
            patch.setattr(module, "write_bytes", full)
            with pytest.raises(DataError, match="a full disk"):
                make(tmp_path / "draft", files)
        assert os.listdir(tmp_path / "draft") == [".progress"], "the next call goes on from there"
        make(tmp_path / "draft", files)
        assert read_case(tmp_path / "draft").record.sources


SCRIPT = """
import sys
from pathlib import Path
sys.path[:0] = [{root!r}]
from tests.extraction.batches.test_begin import DAY, Double, Inline, begin
begin(Path({draft!r}), [Path(f) for f in {files!r}], Double(), Inline(), DAY)
"""


def test_kill_in_the_middle_again_and_again(tmp_path: Path) -> None:
    files = reports(tmp_path / "in", *(text(number, SLOW) for number in range(12)))
    make(tmp_path / "whole", files)
    script = SCRIPT.format(root=str(ROOT), draft=str(tmp_path / "draft"), files=list(map(str, files)))
    kills = 0
    while not (tmp_path / "draft" / "talks.yaml").exists():
        process = subprocess.Popen(
            [sys.executable, "-c", script], cwd=ROOT, env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}"}
        )
        journal, before = tmp_path / "draft" / ".progress" / "journal", size(tmp_path)
        while process.poll() is None and size(tmp_path) <= before:
            time.sleep(0.01)
        if process.poll() is None and kills < 3:
            process.send_signal(signal.SIGKILL)
            kills += 1
        assert process.wait(60) in (0, -signal.SIGKILL)
        assert journal.exists() or (tmp_path / "draft" / "talks.yaml").exists()
    assert kills >= 2
    assert content(tmp_path / "draft") == content(tmp_path / "whole")


def size(tmp_path: Path) -> int:
    journal = tmp_path / "draft" / ".progress" / "journal"
    return journal.stat().st_size if journal.exists() else 0
