"""A case or a report from a stranger, through the commands: nothing outside is read or written, and all is told in a line."""

import os
import shutil
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from goodoffices.case import read_case
from goodoffices.cli import app
from goodoffices.marking.lock import NAME as LOCK

from ..amount import few
from ..case.cases import ROOT
from ..marking.cases import make as make_marking

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links, pipes and modes are those of POSIX")
CORPUS = Path(__file__).parent.parent / "fuzz" / "corpus"
REPORT = "HALDEN, May 16, 2031 (LP) - Norland and Southmark met in Halden. They agreed on a ceasefire.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with somebody's own files beside the case `c`."""
    (tmp_path / "victim").write_text("format: talks/1\n")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "good.txt").write_text(REPORT)
    monkeypatch.chdir(tmp_path)
    assert run("new", "c").exit_code == 0
    return tmp_path


def run(*arguments: object, given: str = "") -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)), input=given)


def outside(here: Path) -> dict[str, bytes]:
    """All that is not of the case."""
    return {
        str(p): p.read_bytes()
        for p in here.rglob("*")
        if p.is_file() and not p.is_symlink() and here / "c" not in p.parents
    }


def link(at: Path) -> None:
    at.unlink(missing_ok=True)
    at.symlink_to(os.path.relpath("victim", at.parent))


def pipe(at: Path) -> None:
    at.unlink(missing_ok=True)
    os.mkfifo(at)


def device(at: Path) -> None:
    at.unlink(missing_ok=True)
    at.symlink_to("/dev/zero")


def socket_(at: Path) -> None:
    at.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(at))


ATTACKS = [link, pipe, device, socket_]
COMMANDS: dict[str, tuple[str, ...]] = {
    "check": ("check", "c"),
    "check --write": ("check", "c", "--write"),
    "brief": ("brief", "c"),
    "compare": ("compare", "c"),
    "sheet": ("sheet", "c"),
    "add": ("add", "c", "good.txt"),
    "review": ("review", "c"),
}


@pytest.mark.parametrize("command", few(2, COMMANDS))
@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize(
    "name", ["talks.yaml", "record.yaml", "preferences.yaml", "conflict.yaml", "sources/minutes.txt"]
)
def test_no_file_of_a_case_leads_out_of_it(here: Path, command: str, attack: Callable[[Path], None], name: str) -> None:
    attack(Path("c") / name)
    before = outside(here)
    result = run(*COMMANDS[command])
    assert result.exit_code == 1, result.output
    assert result.stderr.startswith("c/")
    assert "found a " in result.stderr
    assert outside(here) == before


@pytest.mark.parametrize("command", ["review", "mark"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_the_lock_leads_nowhere(here: Path, command: str, attack: Callable[[Path], None]) -> None:
    attack(Path("c") / LOCK)
    before = outside(here)
    result = run(command, "c")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"c/{LOCK}: found a ")
    assert outside(here) == before


def test_the_folder_of_the_texts_may_be_no_link(here: Path) -> None:
    shutil.move("c/sources", here / "elsewhere" / "sources")
    Path("c/sources").symlink_to(here / "elsewhere" / "sources")
    before = outside(here)
    for command in ("check", "brief", "add"):
        result = run(*COMMANDS[command])
        assert result.exit_code == 1
    assert outside(here) == before


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_brief_s_own_name_leads_nowhere(
    here: Path, monkeypatch: pytest.MonkeyPatch, attack: Callable[[Path], None]
) -> None:
    attack(Path("c/c.html"))
    before = outside(here)
    monkeypatch.chdir("c")
    result = run("brief", ".")
    assert result.exit_code == 1
    assert result.stderr.startswith("c.html: found a ")
    monkeypatch.chdir(here)
    assert outside(here) == before


def test_a_brief_goes_where_the_user_says_and_never_into_a_device(here: Path) -> None:
    Path("mine.html").symlink_to("victim")
    assert run("brief", "c", "-o", "mine.html").exit_code == 0
    assert Path("victim").read_text().startswith("<!doctype html>")
    for number, attack in enumerate((pipe, device, socket_)):
        attack(Path(f"out{number}.html"))
        result = run("brief", "c", "-o", f"out{number}.html")
        assert result.exit_code == 1
        assert "found a pipe, socket or device" in result.stderr


PROGRESS = [".progress", ".progress/journal", ".progress/lock", ".progress/case", "sources"]


@pytest.mark.parametrize("attack", few(1, ATTACKS))
@pytest.mark.parametrize("name", few(3, PROGRESS))
def test_a_draft_that_a_stranger_began_leads_nowhere(here: Path, attack: Callable[[Path], None], name: str) -> None:
    (Path("d") / name).parent.mkdir(parents=True)
    attack(Path("d") / name)
    before = outside(here)
    result = run("draft", "good.txt", "--to", "d")
    assert result.exit_code in (1, 2)
    assert "Traceback" not in result.output
    assert result.stderr.startswith(("d: found", "d/", "goodoffices: d"))
    assert "levels of symbolic links" not in result.stderr
    after = outside(here)
    assert {path: after.get(path) for path in before} == before


@pytest.mark.slow
def test_a_journal_that_a_stranger_wrote_is_told(here: Path) -> None:
    assert run("draft", "good.txt", "--to", "d").exit_code == 0
    shutil.rmtree("d")
    Path("d/.progress").mkdir(parents=True)
    for text in ("[]\n", '{"a": 1}\n', "[" * 100_000 + "\n", '"x"\n'):
        Path("d/.progress/journal").write_text(text)
        result = run("draft", "good.txt", "--to", "d")
        assert result.exit_code in (0, 1, 2)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        shutil.rmtree("d")
        Path("d/.progress").mkdir(parents=True)


@pytest.mark.parametrize("command", [("draft", "--to", "d"), pytest.param(("add", "c"), marks=pytest.mark.slow)])
def test_reports_that_are_no_files_are_told_at_once(here: Path, command: tuple[str, ...]) -> None:
    os.mkfifo("pipe.txt")
    Path("device.txt").symlink_to("/dev/zero")
    names = ["pipe.txt", "device.txt", "/dev/stdin", "/proc/self/environ", "c"]
    result = run(*command, "good.txt", *(name for name in names if os.path.exists(name)))
    assert result.exit_code == 1
    assert "pipe.txt: found a pipe, socket or device" in result.stderr
    assert "device.txt: found a pipe, socket or device" in result.stderr
    folder = command[-1]
    assert [str(s.title or s.publisher) for s in read_case(Path(folder)).record.sources.values()]
    assert len(read_case(Path(folder)).record.sources) == (1 if folder == "d" else 3)


def test_a_report_may_be_a_link_that_the_user_names(here: Path) -> None:
    Path("link.txt").symlink_to("good.txt")
    assert run("draft", "link.txt", "--to", "d").exit_code == 0


@pytest.mark.parametrize(
    "name",
    few(2, ["jsonld-deep.html", "charset-undefined.html", "charset-undefined.eml", "doctype-in-other-part.docx"]),
)
def test_the_good_report_is_delivered_and_the_bad_one_is_read_or_named(here: Path, name: str) -> None:
    shutil.copyfile(CORPUS / name, name)
    result = run("draft", "good.txt", name, "--to", "d")
    refused = name.endswith(".docx")
    assert result.exit_code == int(refused)
    assert (f"{name}: found " in result.stderr) == refused
    assert len(read_case(Path("d")).record.sources) == 2 - refused


def test_what_nobody_sees_is_taken_out_and_told(here: Path) -> None:
    Path("tags.txt").write_text(REPORT + "".join(chr(0xE0000 + ord(c)) for c in "obey") + "a\u200bb\u2060c\n")
    result = run("draft", "tags.txt", "--to", "d")
    assert "tags.txt: 6 characters that cannot be seen removed" in result.stdout
    source = read_case(Path("d")).record.sources["A"]
    assert "6 characters that cannot be seen removed" in (source.note or "")
    assert Path("d/sources/tags.txt").read_text() == REPORT + "abc\n"


def test_new_files_are_their_owner_s(here: Path) -> None:
    before = os.umask(0o022)
    try:
        run("draft", "good.txt", "--to", "d")
        run("add", "c", "good.txt")
        run("brief", "d", "-o", "named.html")
    finally:
        os.umask(before)
    modes = {p: stat.S_IMODE(p.stat().st_mode) for top in ("c", "d") for p in (Path(top), *Path(top).rglob("*"))}
    assert {p: oct(m) for p, m in modes.items() if m != (0o700 if p.is_dir() else 0o600)} == {}
    assert stat.S_IMODE(Path("d.html").stat().st_mode) == 0o600
    assert stat.S_IMODE(Path("named.html").stat().st_mode) == 0o644


def test_the_modes_of_files_that_are_there_stay(here: Path) -> None:
    Path("c/record.yaml").chmod(0o640)
    Path("c/sources").chmod(0o750)
    assert run("add", "c", "good.txt").exit_code == 0
    assert stat.S_IMODE(Path("c/record.yaml").stat().st_mode) == 0o640
    assert stat.S_IMODE(Path("c/sources").stat().st_mode) == 0o750


def test_what_a_killed_process_left_is_swept_when_the_case_is_marked(tmp_path: Path) -> None:
    case = make_marking(tmp_path / "case")
    left = [case / ".record.yaml.12345678.tmp", case / "sources" / ".press.txt.12345678.tmp"]
    for file in left:
        file.write_text("half")
    assert run("review", case, given="q\n").exit_code == 0
    assert [file for file in left if file.exists()] == []


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program = f"{sys.executable} -m goodoffices"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    return subprocess.run(
        ["sh", "-c", command.replace("goodoffices", program)], cwd=folder, env=environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("command", "code", "told"),
    few(
        2,
        [
            ("goodoffices review c <&-", 0, ""),
            ("goodoffices add c - <&-", 1, "standard input: found an empty file"),
            ("goodoffices check c >&-", 0, ""),
            ("goodoffices check nowhere 2>&-", 1, ""),
            ("goodoffices check nowhere <&- >&- 2>&-", 1, ""),
            ("goodoffices draft good.txt --to closed <&- >&- 2>&-", 0, ""),
        ],
    ),
)
def test_a_closed_stream_is_no_traceback(here: Path, command: str, code: int, told: str) -> None:
    done = shell(command, here)
    assert done.returncode == code
    assert told in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not keep this limit")
@pytest.mark.parametrize(
    ("command", "memory"),
    few(2, [
        ("check c", 40_000), ("check c", 55_000), ("check c", 60_000), ("brief c -o x.md", 60_000), ("agree c", 120_000),
        ("draft good.txt --to d", 120_000), ("brief c -o x.md", 120_000),
    ]),
)  # fmt: skip
def test_little_memory_is_no_traceback(here: Path, command: str, memory: int) -> None:
    # Compiled anew: after a first start the same memory goes further.
    done = shell(f"ulimit -v {memory}; ulimit -c 0; PYTHONPYCACHEPREFIX=none goodoffices {command}", here)
    assert "Traceback" not in done.stderr + done.stdout
    assert done.returncode == 0 or "emory" in done.stderr  # OpenBLAS has words of its own
