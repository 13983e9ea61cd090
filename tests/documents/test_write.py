"""Files are written whole or not at all, and never over somebody else's change."""

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from goodoffices.documents import read_bytes, sha256_of, sweep, write_bytes, write_text
from goodoffices.errors import ChangedOnDisk, DataError

posix = pytest.mark.skipif(os.name == "nt", reason="permissions, links and signals are those of POSIX")
OLD = "a: 1 # comment\r\n"
OLD_SHA = sha256_of(OLD.encode())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talks.yaml"
    path.write_bytes(OLD.encode())
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    "text", ["b: 2\n", "", "é 😀\r\nx\ry\x85\u2028", "x" * 1_000_000], ids=["one line", "empty", "as is", "long"]
)
def test_the_bytes_on_disk_are_the_text(file: Path, text: str) -> None:
    write_text(file, text, replacing=OLD_SHA)
    assert file.read_bytes() == text.encode()
    assert names(file.parent) == ["talks.yaml"]


def test_a_new_file_is_written_where_there_is_none(tmp_path: Path) -> None:
    write_text(tmp_path / "new.yaml", "a: 1\r\n", replacing=None)
    assert (tmp_path / "new.yaml").read_bytes() == b"a: 1\r\n"
    assert names(tmp_path) == ["new.yaml"]


@posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o440])
def test_permissions_stay(file: Path, mode: int) -> None:
    file.chmod(mode)
    write_text(file, "b: 2\n", replacing=OLD_SHA)
    assert stat.S_IMODE(file.stat().st_mode) == mode


@pytest.fixture
def umask() -> Iterator[Callable[[int], int]]:
    before = os.umask(0o022)
    yield os.umask
    os.umask(before)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@posix
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o027, 0o077])
def test_a_new_file_of_a_case_is_its_owner_s_and_one_that_the_user_named_has_the_usual_permissions(
    tmp_path: Path, umask: Callable[[int], int], mask: int
) -> None:
    umask(mask)
    write_text(tmp_path / "talks.yaml", "x", replacing=None)
    write_bytes(tmp_path / "sources.txt", b"x", below=tmp_path)
    write_bytes(tmp_path / "named.html", b"x")
    assert [mode_of(tmp_path / name) for name in ("talks.yaml", "sources.txt", "named.html")] == [
        0o600, 0o600, 0o666 & ~mask,
    ]  # fmt: skip


@posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o660])
@pytest.mark.parametrize("case", [True, False])
def test_the_permissions_of_a_file_that_is_made_anew_stay(tmp_path: Path, mode: int, case: bool) -> None:
    (tmp_path / "c.html").write_text("old")
    (tmp_path / "c.html").chmod(mode)
    write_bytes(tmp_path / "c.html", b"new", below=tmp_path if case else None)
    assert mode_of(tmp_path / "c.html") == mode


def test_another_s_change_is_not_overwritten(file: Path) -> None:
    file.write_text("a: 3\n")
    with pytest.raises(ChangedOnDisk, match="a file changed since it was read") as error:
        write_text(file, "b: 2\n", replacing=OLD_SHA)
    assert error.value.problems[0].file == str(file)
    assert file.read_text() == "a: 3\n"
    assert names(file.parent) == ["talks.yaml"]


def test_a_file_that_was_removed_is_not_made_again(file: Path) -> None:
    file.unlink()
    with pytest.raises(ChangedOnDisk, match="no file any more"):
        write_text(file, "b: 2\n", replacing=OLD_SHA)
    assert names(file.parent) == []


def test_a_file_that_exists_is_not_taken_for_a_new_one(file: Path) -> None:
    with pytest.raises(ChangedOnDisk, match="a file of this name already"):
        write_text(file, "b: 2\n", replacing=None)
    assert read_bytes(file) == OLD.encode()
    assert names(file.parent) == ["talks.yaml"]


@posix
def test_a_link_that_the_user_named_is_followed(file: Path) -> None:
    (folder := file.parent / "elsewhere").mkdir()
    link = folder / "link.yaml"
    link.symlink_to(file)
    write_bytes(link, b"b: 2\n")
    assert link.is_symlink()
    assert file.read_text() == "b: 2\n"
    assert (names(folder), names(file.parent)) == (["link.yaml"], ["elsewhere", "talks.yaml"])


@posix
def test_a_folder_or_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "pipe"):
        with pytest.raises(DataError):
            write_text(tmp_path / name, "x", replacing=OLD_SHA)
    assert names(tmp_path) == ["folder", "pipe"]


@pytest.mark.parametrize(("name", "found"), [("no/file", "no such folder"), ("nul\0", "a name that no file can have")])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, name: str, found: str) -> None:
    with pytest.raises(DataError, match=found):
        write_text(f"{tmp_path}/{name}", "x", replacing=None)


def test_text_that_utf8_cannot_hold_is_refused_before_anything_is_written(file: Path) -> None:
    with pytest.raises(DataError, match="half of a surrogate pair"):
        write_text(file, "a: \ud83d", replacing=OLD_SHA)
    assert read_bytes(file) == OLD.encode()


def failing(number: int) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("call", ["fsync", "replace", "fchmod", "open"])
@pytest.mark.parametrize(
    ("number", "found"),
    [
        (errno.ENOSPC, "a full disk"),
        (errno.EACCES, "may not be written"),
        (errno.EROFS, "may only be read"),
        (errno.EIO, "cannot be written"),
    ],
)
def test_a_failure_leaves_the_old_file_and_no_litter(
    file: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, found: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing(number))
        with pytest.raises(DataError, match=found) as error:
            write_text(file, "b: 2\n", replacing=OLD_SHA)
    assert not isinstance(error.value, ChangedOnDisk)
    assert error.value.problems[0].file == str(file)
    assert read_bytes(file) == OLD.encode()
    assert names(file.parent) == ["talks.yaml"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_an_interruption_leaves_the_old_file_and_no_litter(
    file: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, call, interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_text(file, "b: 2\n", replacing=OLD_SHA)
    assert read_bytes(file) == OLD.encode()
    assert names(file.parent) == ["talks.yaml"]


@posix
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_kill_leaves_the_old_file(file: Path, call: str) -> None:
    program = (
        "import os, signal, sys\n"
        "from goodoffices.documents import write_text\n"
        f"os.{call} = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)\n"
        "write_text(sys.argv[1], 'b: 2', replacing=sys.argv[2])\n"
    )
    path = os.pathsep.join(sys.path)
    done = subprocess.run(
        [sys.executable, "-c", program, file, OLD_SHA], env={**os.environ, "PYTHONPATH": path}, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert read_bytes(file) == OLD.encode()


@posix
def test_the_order_is_file_to_disk_then_exchange_then_folder_to_disk(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    fsync, replace = os.fsync, os.replace

    def noted_fsync(descriptor: int) -> None:
        calls.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def noted_replace(source: str, target: str, **folders: Any) -> None:
        calls.append("exchange")
        replace(source, target, **folders)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(os, "replace", noted_replace)
    write_text(file, "b: 2\n", replacing=OLD_SHA)
    assert calls == ["file", "exchange", "folder"]


@posix
def test_a_folder_that_does_not_confirm_is_told_although_the_file_is_written(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def fsync_of_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "Input/output error")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fsync_of_files)
    with pytest.raises(DataError, match="did not confirm the change; the file is written"):
        write_text(file, "b: 2\n", replacing=OLD_SHA)
    assert file.read_text() == "b: 2\n"


def test_a_change_while_writing_is_seen(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync = os.fsync

    def fsync_while_another_writes(descriptor: int) -> None:
        file.write_text("a: 3\n")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fsync_while_another_writes)
    with pytest.raises(ChangedOnDisk):
        write_text(file, "b: 2\n", replacing=OLD_SHA)
    assert file.read_text() == "a: 3\n"


@pytest.mark.parametrize("links", [True, False], ids=["with hard links", "without"])
def test_a_file_made_by_another_at_the_last_moment_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    link, path = os.link, tmp_path / "new"

    def link_too_late(source: str, target: str, **folders: Any) -> None:
        path.write_text("another's")
        if not links:
            raise OSError(errno.ENOTSUP, "Operation not supported")
        link(source, target, **folders)

    monkeypatch.setattr(os, "link", link_too_late)
    with pytest.raises(ChangedOnDisk, match="a file of this name already"):
        write_text(path, "mine", replacing=None)
    assert path.read_text() == "another's"
    assert names(tmp_path) == ["new"]


def test_a_disk_without_hard_links_takes_new_files_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    write_text(tmp_path / "new", "mine", replacing=None)
    assert (tmp_path / "new").read_text() == "mine"
    assert names(tmp_path) == ["new"]


class TestSweeping:
    """What a killed writer leaves is swept away; what is being written stays."""

    @posix
    @pytest.mark.parametrize("call", ["fsync", "replace"])
    def test_what_a_killed_process_left_goes(self, file: Path, call: str) -> None:
        test_a_kill_leaves_the_old_file(file, call)
        assert len(names(file.parent)) == 2, "the killed process left its temporary file"
        sweep(file.parent)
        assert names(file.parent) == ["talks.yaml"]

    @posix
    def test_what_is_being_written_stays(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        fsync, seen = os.fsync, []

        def swept_meanwhile(descriptor: int) -> None:
            sweep(file.parent)
            seen.append(len(names(file.parent)))
            fsync(descriptor)

        monkeypatch.setattr(os, "fsync", swept_meanwhile)
        write_text(file, "b: 2\n", replacing=OLD_SHA)
        assert seen == [2, 1]
        assert file.read_text() == "b: 2\n"

    @posix
    def test_nothing_else_goes(self, tmp_path: Path) -> None:
        kept = [".hidden", "mine.tmp", ".a.tmp.txt", "talks.yaml"]
        for name in kept:
            (tmp_path / name).write_text("x")
        (tmp_path / ".folder.tmp").mkdir()
        (tmp_path / ".link.tmp").symlink_to(tmp_path / "talks.yaml")
        os.mkfifo(tmp_path / ".pipe.tmp")
        sweep(tmp_path)
        assert names(tmp_path) == sorted([*kept, ".folder.tmp", ".link.tmp", ".pipe.tmp"])

    def test_a_folder_that_is_not_there_is_no_error(self, tmp_path: Path) -> None:
        sweep(tmp_path / "nowhere")
