"""Reports from files, bytes and streams: sizes, names, kinds and quick starts."""

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.errors import DataError
from goodoffices.extraction.formats import kind_of
from goodoffices.extraction.reports import LIMIT, read_report, read_report_file, stdin_bytes

from ...amount import cases
from .makers import PROSE, article, attempt, found, mail, pdf, word

FILES = {
    "a.txt": PROSE.encode(),
    "a.html": article(),
    "a.pdf": pdf([["Talks."]]),
    "a.docx": word(),
    "a.eml": mail().as_bytes(),
}


@pytest.mark.parametrize("name", FILES)
def test_the_bytes_are_kept_as_they_are(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    report = read_report_file(path)
    assert (report.name, report.raw) == (str(path), FILES[name])
    assert report.sha256 == hashlib.sha256(FILES[name]).hexdigest()
    assert report.text.endswith("\n")
    assert path.read_bytes() == FILES[name]


@pytest.mark.parametrize(
    ("name", "kind"), [("a.html", "html"), ("a.pdf", "pdf"), ("a.docx", "word"), ("a.txt", "text")]
)
@pytest.mark.parametrize("named", ["x", "x.txt", "x.md", "X.TXT", "standard input", "x.xls"])
def test_what_is_in_a_file_counts_more_than_its_name(name: str, kind: str, named: str) -> None:
    assert kind_of(named, FILES[name]) == kind


def test_a_file_that_is_too_large_is_refused_without_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    monkeypatch.setattr("builtins.open", lambda *_, **__: pytest.fail("the file was opened"))
    with pytest.raises(DataError, match="20,971,520 bytes"):
        read_report_file(path)


class Endless(io.RawIOBase):
    """A stream that never ends, and counts what was taken."""

    taken = 0

    def read(self, size: int = -1) -> bytes:
        assert size >= 0
        self.taken += size
        return b"a" * size


def test_a_stream_without_end_is_read_no_further_than_the_limit() -> None:
    stream = Endless()
    with pytest.raises(DataError, match="standard input: found a file of more than 20,971,520 bytes"):
        stdin_bytes(stream)  # type: ignore[arg-type]
    assert stream.taken == LIMIT + 1


def test_a_stream_in_pieces_is_read_to_its_end() -> None:
    reader, writer = os.pipe()
    pieces = subprocess.Popen(
        [sys.executable, "-c", "import sys,time\nfor w in 'abc': print(w, flush=True); time.sleep(.05)"], stdout=writer
    )
    os.close(writer)
    with open(reader, "rb", buffering=0) as stream:
        assert stdin_bytes(stream) == b"a\nb\nc\n"
    pieces.wait()


def test_bytes_at_and_over_the_limit() -> None:
    assert len(read_report("a.txt", b"a" * LIMIT).text) == LIMIT + 1
    assert "20,971,521 bytes" in found("a.txt", b"a" * (LIMIT + 1))


@pytest.mark.parametrize(
    "make", [lambda p: None, lambda p: p.mkdir(), lambda p: os.mkfifo(p)], ids=["none", "folder", "pipe"]
)
def test_what_is_no_file_is_refused(make: object, tmp_path: Path) -> None:
    make(tmp_path / "x")  # type: ignore[operator]
    with pytest.raises(DataError):
        read_report_file(tmp_path / "x")


def test_no_large_library_is_loaded_before_it_is_needed() -> None:
    code = (
        "import sys; from goodoffices.extraction.reports import read_report; read_report('a.txt', 'Café'.encode());"
        "print(sorted({'pypdf', 'docx', 'lxml', 'trafilatura', 'charset_normalizer', 'email.message'} & set(sys.modules)))"
    )
    path = os.pathsep.join(part for part in sys.path if part)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": path}
    )
    assert done.stdout.strip() == "[]"


NAMES = st.sampled_from(["a", "a.txt", "a.html", "a.docx", "a.eml", "a.md"])
STARTS = st.sampled_from(
    [b"", b"<html>", b"PK\x03\x04", b"From: a\n", b"\xff\xfe", b"\xef\xbb\xbf", b"---\n", b"\xd0\xcf\x11\xe0"]
)


@settings(max_examples=cases(15, 600))
@given(NAMES, STARTS, st.binary(max_size=500))
def test_any_bytes_give_a_report_or_one_problem(name: str, start: bytes, rest: bytes) -> None:
    attempt(name, start + rest)


@settings(max_examples=cases(15, 600))
@given(st.sampled_from(["a.docx", "a.eml", "a.html"]), st.data())
def test_a_document_with_a_byte_changed_or_cut_gives_a_report_or_one_problem(name: str, data: st.DataObject) -> None:
    raw = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(1, 5))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    raw = raw[: data.draw(st.integers(1, len(raw)))]
    attempt(name, bytes(raw))
