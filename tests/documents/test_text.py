"""Files as bytes and text: every kind of file that cannot be read is told in its own words."""

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.documents import excerpt, read_bytes, read_text, sha256_of
from goodoffices.documents.places import Lines, Place
from goodoffices.errors import DataError, Problem

as_root = hasattr(os, "geteuid") and os.geteuid() == 0
posix = pytest.mark.skipif(os.name == "nt", reason="named pipes, devices and permissions are those of POSIX")


def the_problem(error: pytest.ExceptionInfo[DataError]) -> Problem:
    (problem,) = error.value.problems
    return problem


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a", "a"),
        (b"\xef\xbb\xbfa: 1\n", "a: 1\n"),
        (b"a\r\nb\rc\n", "a\r\nb\rc\n"),
        ("é ü 😀 \u2028 \x85".encode(), "é ü 😀 \u2028 \x85"),
        (b"\xef\xbb\xbf\xef\xbb\xbfa", "\ufeffa"),
    ],
    ids=["plain", "byte order mark", "line ends as they are", "code points", "one mark only is dropped"],
)
def test_text_is_read_as_it_stands(tmp_path: Path, data: bytes, text: str) -> None:
    (tmp_path / "f").write_bytes(data)
    assert read_text(tmp_path / "f") == text
    assert read_bytes(tmp_path / "f") == data


@pytest.mark.parametrize("data", [b"", b" ", b"\n\t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", "\u2003\x85".encode()])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "f").write_bytes(data)
    with pytest.raises(DataError, match="found an empty file, expected text") as error:
        read_text(tmp_path / "f")
    assert the_problem(error).file == str(tmp_path / "f")


@pytest.mark.parametrize(
    ("data", "line", "column", "found"),
    [
        (b"\xff", 1, 1, "0xFF"),
        (b"a: caf\xe9\n", 1, 7, "0xE9"),
        ("é\r\nü\n😀".encode() + b"\x80", 3, 2, "0x80"),
        (b"a\r\n\rb\xc3", 3, 2, "0xC3"),
        (b"\xef\xbb\xbfab\xfe", 1, 3, "0xFE"),
        (b"\xed\xa0\x80", 1, 1, "0xED"),
        (b"ok\n\xc0\xaf", 2, 1, "0xC0"),
    ],
    ids=[
        "first byte",
        "latin-1",
        "after code points of 2 and 4 bytes",
        "cut off",
        "after the mark",
        "surrogate",
        "long form",
    ],
)
def test_the_byte_that_is_not_utf8_has_a_place(tmp_path: Path, data: bytes, line: int, column: int, found: str) -> None:
    (tmp_path / "f").write_bytes(data)
    with pytest.raises(DataError) as error:
        read_text(tmp_path / "f")
    problem = the_problem(error)
    assert (problem.line, problem.column) == (line, column)
    assert found in problem.found
    assert "UTF-8" in problem.expected


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_of_some_editors_is_told_by_name(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "f").write_bytes("\ufeffa: 1".encode(encoding))
    with pytest.raises(DataError, match="found text in UTF-16, expected UTF-8"):
        read_text(tmp_path / "f")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("missing", "no such file"),
        ("folder", "a folder"),
        ("file/below", "no such file"),
        ("loop", "a link that leads back to itself"),
        ("x" * 5000, "a name that is too long"),
        ("nul\0nul", "a name that no file can have"),
    ],
)
@posix
def test_what_is_not_a_file_is_refused(tmp_path: Path, name: str, found: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x")
    (tmp_path / "loop").symlink_to("loop")
    for read in (read_bytes, read_text):
        with pytest.raises(DataError) as error:
            read(f"{tmp_path}/{name}")
        assert the_problem(error).found == found
        assert (the_problem(error).line, the_problem(error).column) == (0, 0)


@posix
def test_a_pipe_or_a_device_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", "/dev/zero"):
        with pytest.raises(DataError, match="a pipe, socket or device"):
            read_bytes(path)


@posix
def test_a_pipe_that_takes_the_place_of_a_file_does_not_hang(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x")
    os.mkfifo(tmp_path / "pipe")
    before = os.stat(tmp_path / "file")
    monkeypatch.setattr(os, "stat", lambda *_, **__: before)
    for below in (None, tmp_path):
        with pytest.raises(DataError, match="a pipe, socket or device"):
            read_bytes(tmp_path / "pipe", below=below)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="there is no /proc")
@pytest.mark.parametrize("name", ["/proc/self/status", "/proc/self/environ", "/proc/kmsg", "/proc/self/cmdline"])
def test_of_a_file_that_the_system_makes_up_nothing_is_read(name: str) -> None:
    if not os.access(name, os.R_OK):
        pytest.skip("this user may not read it")
    assert read_bytes(name) == b""
    with pytest.raises(DataError, match="an empty file"):
        read_text(name)


@posix
@pytest.mark.skipif(as_root, reason="the superuser may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("x")
    (tmp_path / "f").chmod(0)
    with pytest.raises(DataError, match="may not be read"):
        read_bytes(tmp_path / "f")


def test_permission_is_told_whoever_runs_the_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "f").write_text("x")

    def forbidden(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbidden)
    with pytest.raises(DataError, match="found a file that may not be read, expected permission to read it"):
        read_bytes(tmp_path / "f")


def test_an_error_without_words_of_its_own_keeps_the_system_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "stat", broken)
    with pytest.raises(DataError, match=r"a file that cannot be read \(Input/output error\)"):
        read_bytes(tmp_path / "f")


@pytest.mark.parametrize(("size", "limit", "ok"), [(10, 10, True), (11, 10, False), (1, 0, False)])
def test_the_limit_is_the_last_size_that_is_read(tmp_path: Path, size: int, limit: int, ok: bool) -> None:
    (tmp_path / "f").write_bytes(b"x" * size)
    if ok:
        assert len(read_bytes(tmp_path / "f", limit)) == size
        return
    with pytest.raises(DataError) as error:
        read_bytes(tmp_path / "f", limit)
    assert f"{size:,}" in the_problem(error).found
    assert f"{limit:,}" in the_problem(error).expected


@posix
def test_a_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "f").open("wb") as file:
        file.truncate(65 * 1024 * 1024)  # no byte of it is on the disk
    monkeypatch.setattr(os, "open", lambda *_, **__: pytest.fail("the file was opened"))
    with pytest.raises(DataError, match="expected at most 67,108,864 bytes"):
        read_text(tmp_path / "f")


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "f").write_bytes(b"x" * 20)
    real = os.stat(tmp_path / "f")
    small = os.stat_result([*real[:6], 1, *real[7:]])
    assert stat.S_ISREG(small.st_mode)
    monkeypatch.setattr(os, "fstat", lambda _: small)
    with pytest.raises(DataError, match="more than 10 bytes"):
        read_bytes(tmp_path / "f", 10)


@posix
@pytest.mark.skipif(sys.platform == "darwin", reason="its file names are always UTF-8")
def test_a_name_that_is_not_text_can_still_be_shown(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff")
    with pytest.raises(DataError) as error:
        read_text(name)
    assert str(error.value).encode().startswith(os.fsencode(tmp_path))


def test_sha256_is_the_known_one() -> None:
    # FIPS 180-2, appendix B.1
    assert sha256_of(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a", "'a'"),
        ("it's", '"it\'s"'),
        ("\x1b[2J\n", r"'\x1b[2J\n'"),
        ("x" * 80, f"'{'x' * 80}'"),
        ("x" * 81, f"'{'x' * 79}…'"),
    ],
)
def test_an_excerpt_is_short_and_harmless(text: str, shown: str) -> None:
    assert excerpt(text) == shown


def place_by_counting(text: str, offset: int) -> Place:
    line, column, previous = 1, 1, ""
    for position, character in enumerate(text[:offset]):
        ends = character == "\n" or (character == "\r" and text[position + 1 : position + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)
        previous = character
    assert previous == text[:offset][-1:]
    return Place(line, column)


@given(st.text(alphabet="a\r\n\x85\u2028é😀", max_size=40))
def test_places_are_those_that_counting_gives(text: str) -> None:
    lines = Lines(text)
    for offset in range(len(text) + 1):
        assert lines.place(offset) == place_by_counting(text, offset)
