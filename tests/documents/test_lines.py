"""A file of lines: the rules of `documents/lines.py`, each by its number."""

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.documents import LINE_LIMIT, LineFile, read_lines
from goodoffices.errors import ChangedOnDisk, DataError

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX only")


def opened(folder: Path, name: str = "held/table-1.jsonl") -> LineFile:
    return LineFile(folder / name, folder)


def failing(number: int) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_1_what_was_added_is_there(tmp_path: Path) -> None:
    with opened(tmp_path) as file:
        assert (file.lines, file.cut) == ((), 0)
        file.append("one")
        file.append("zwei ü \u2028 \N{SNOWMAN}")
    with opened(tmp_path) as file:
        assert file.lines == ("one", "zwei ü \u2028 \N{SNOWMAN}")
        file.append("three")
    assert read_lines(tmp_path / "held/table-1.jsonl", tmp_path)[0][-1] == "three"


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), min_size=1).filter(str.strip))
)
def test_1_any_lines(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    folder = tmp_path_factory.mktemp("lines")
    with opened(folder) as file:
        for line in lines:
            file.append(line)
    with opened(folder) as file:
        assert file.lines == tuple(lines)


@posix
def test_1_the_line_is_on_the_disk_before_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    fsync, write = os.fsync, os.write

    def noted_fsync(descriptor: int) -> None:
        calls.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def noted_write(descriptor: int, data: Any) -> int:
        calls.append("write")
        return write(descriptor, data)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(os, "write", noted_write)
    with opened(tmp_path) as file:
        assert calls == ["file", "folder", "folder"]  # of a new folder the name has to stay, too
        file.append("one")
    assert calls[3:] == ["write", "file"]


@posix
def test_1_a_system_that_writes_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data)[:2]))
    with opened(tmp_path) as file:
        file.append("a longer line")
    assert read_lines(tmp_path / "held/table-1.jsonl", tmp_path) == (("a longer line",), 0)


def test_2_a_last_line_without_its_end_is_cut_off_and_told(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    whole, last = b"eins\nzwei\n", "drei \N{SNOWMAN}".encode()
    for cut in range(len(last) + 1):
        path.write_bytes(whole + last[:cut])
        assert read_lines(path, tmp_path) == (("eins", "zwei"), cut)
        assert path.read_bytes() == whole + last[:cut], "reading changes nothing"
        with LineFile(path, tmp_path) as file:
            assert (file.cut, file.lines) == (cut, ("eins", "zwei"))
            file.append("drei")
        assert path.read_bytes() == whole + b"drei\n"


@pytest.mark.parametrize(
    ("data", "line", "found"),
    [
        (b"a\n\nb\n", 2, "an empty line"),
        (b"a\n  \nb\n", 2, "an empty line"),
        (b"\n", 1, "an empty line"),
        (b"a\nb\xff\nc\n", 2, "the byte 0xFF"),
        (b"\xc3\n", 1, "the byte 0xC3"),
    ],
)
def test_3_other_damage_is_refused_with_its_line(tmp_path: Path, data: bytes, line: int, found: str) -> None:
    path = tmp_path / "lines"
    path.write_bytes(data + b"torn")
    for read in (lambda: LineFile(path, tmp_path), lambda: read_lines(path, tmp_path)):
        with pytest.raises(DataError, match=found) as error:
            read()
        assert (error.value.problems[0].file, error.value.problems[0].line) == (str(path), line)
    assert path.read_bytes() == data + b"torn", "not even the torn line is cut"


def test_3_a_file_that_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "lines").write_bytes(b"x\n" * 100)
    with pytest.raises(DataError, match="more than 100 bytes"):
        LineFile(tmp_path / "lines", tmp_path, limit=100)
    with pytest.raises(DataError, match="more than 100 bytes"):
        read_lines(tmp_path / "lines", tmp_path, limit=100)


REASONS = [
    (errno.ENOSPC, "a full disk"),
    (errno.EDQUOT, "a full quota"),
    (errno.EROFS, "may only be read"),
    (errno.EIO, "cannot be written"),
]


@pytest.mark.parametrize("call", ["write", "fsync"])
@pytest.mark.parametrize(("number", "found"), REASONS)
def test_4_a_line_that_could_not_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, found: str
) -> None:
    with opened(tmp_path) as file:
        file.append("one")
        with monkeypatch.context() as patch:
            patch.setattr(os, call, once(failing(number), getattr(os, call)))
            with pytest.raises(DataError, match=found):
                file.append("two")
        assert (tmp_path / "held/table-1.jsonl").read_text() == "one\n"
        file.append("three")  # there is room again
    assert (tmp_path / "held/table-1.jsonl").read_text() == "one\nthree\n"


def once(first: Callable[..., Any], then: Callable[..., Any]) -> Callable[..., Any]:
    calls = [first]
    return lambda *given: calls.pop()(*given) if calls else then(*given)


@posix
def test_4_a_disk_that_fills_up_within_the_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write

    def half(descriptor: int, data: Any) -> int:
        if len(data) < 10:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(descriptor, bytes(data)[: len(data) // 2])

    with opened(tmp_path) as file:
        file.append("one")
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", half)
            with pytest.raises(DataError, match="a full disk"):
                file.append("x" * 100)
        assert (tmp_path / "held/table-1.jsonl").read_text() == "one\n"


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_4_where_it_is_not_certain_nothing_more_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    with opened(tmp_path) as file:
        file.append("one")
        with monkeypatch.context() as patch:
            patch.setattr(os, "ftruncate", failing(errno.EIO))
            patch.setattr(os, call, failing(errno.EIO))
            with pytest.raises(DataError, match="cannot be written"):
                file.append("two")
        with pytest.raises(DataError, match="could not be written before"):
            file.append("three")


@posix
def test_4_after_an_interruption_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with opened(tmp_path) as file:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", once(interrupt, os.fsync))
            with pytest.raises(KeyboardInterrupt):
                file.append("one")
        file.append("two")
    assert (tmp_path / "held/table-1.jsonl").read_text() == "two\n"


@pytest.mark.parametrize("line", ["a\nb", "\n", "x" * LINE_LIMIT, "\ud800"], ids=["two", "an end", "long", "half"])
def test_4_what_is_no_line_is_not_written(tmp_path: Path, line: str) -> None:
    with opened(tmp_path) as file:
        with pytest.raises(DataError):
            file.append(line)
        file.append("one")
    assert (tmp_path / "held/table-1.jsonl").read_text() == "one\n"


def test_4_a_file_that_was_let_go_takes_nothing(tmp_path: Path) -> None:
    file = opened(tmp_path)
    file.close()
    file.close()
    with pytest.raises(DataError):
        file.append("one")


@posix
@pytest.mark.parametrize("call", ["write", "fsync", "ftruncate"])
def test_4_a_kill_leaves_whole_lines_and_a_torn_one_at_most(tmp_path: Path, call: str) -> None:
    program = (
        "import os, signal, sys\n"
        "from goodoffices.documents import LineFile\n"
        "file = LineFile(sys.argv[1], os.path.dirname(sys.argv[1]))\n"
        "file.append('one'); print('saved', flush=True)\n"
        "write = os.write\n"
        f"os.{call} = lambda *a: (write(a[0], bytes(a[1])[:2]) if {call == 'write'} else 0, "
        "os.kill(os.getpid(), signal.SIGKILL))\n"
        "file.append('two'); os.ftruncate(file._descriptor, 0)\n"
    )
    path = tmp_path / "lines"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", program, path], env=environment, check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (-signal.SIGKILL, "saved\n")
    with LineFile(path, tmp_path) as file:
        assert file.lines[0] == "one"
        assert file.cut == (2 if call == "write" else 0)


@posix
def test_5_one_process_writes_at_a_time(tmp_path: Path) -> None:
    with opened(tmp_path), pytest.raises(DataError, match="another process is writing"):
        opened(tmp_path)
    with opened(tmp_path) as file:  # it is free again
        file.append("one")


def test_5_what_another_added_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "held" / "table-1.jsonl"
    with opened(tmp_path) as file:
        file.append("one")
        with path.open("a") as other:
            other.write("by hand\n")
        with pytest.raises(ChangedOnDisk, match="another program changed"):
            file.append("two")
    assert path.read_text() == "one\nby hand\n"


@posix
def test_6_the_file_is_its_owner_s_and_of_the_folder(tmp_path: Path) -> None:
    with opened(tmp_path):
        pass
    assert stat.S_IMODE((tmp_path / "held" / "table-1.jsonl").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "held").stat().st_mode) == 0o700
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "target").write_text("secret\n")
    (case := tmp_path / "case").mkdir()
    (case / "lines").symlink_to(outside / "target")
    (case / "held").symlink_to(outside)
    os.mkfifo(case / "pipe")
    for name in ("lines", "held/target", "pipe"):
        with pytest.raises(DataError):
            LineFile(case / name, case)
        with pytest.raises(DataError):
            read_lines(case / name, case)
    assert (outside / "target").read_text() == "secret\n"


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write everywhere")
def test_6_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(DataError, match="may not be written"):
        opened(tmp_path)


@pytest.mark.parametrize(("number", "found"), REASONS)
def test_6_a_place_that_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, found: str
) -> None:
    monkeypatch.setattr(os, "open", failing(number))
    with pytest.raises(DataError, match=found):
        opened(tmp_path)


def test_6_where_there_is_no_file_there_are_no_lines(tmp_path: Path) -> None:
    assert read_lines(tmp_path / "held" / "table-1.jsonl", tmp_path) == ((), 0)
    (tmp_path / "held").mkdir()
    assert read_lines(tmp_path / "held" / "table-1.jsonl", tmp_path) == ((), 0)


def test_6_it_grows_no_longer_than_it_may_be_to_be_read_again(tmp_path: Path) -> None:
    """What was called stored and could never be read again is not stored."""
    with LineFile(tmp_path / "lines", tmp_path, limit=100) as file:
        file.append("x" * 49)
        with pytest.raises(
            DataError, match="found a file that would grow beyond 100 bytes, expected a file that can be read"
        ):
            file.append("x" * 50)
        with pytest.raises(DataError, match="grow beyond"):
            file.append("x" * 20, "x" * 30)
        file.append("x" * 49)
        with pytest.raises(DataError, match="grow beyond"):
            file.append("")
    with LineFile(tmp_path / "lines", tmp_path, limit=100) as file:
        assert file.lines == ("x" * 49, "x" * 49)
