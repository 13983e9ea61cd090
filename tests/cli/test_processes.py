"""The commands as processes: pipes, terminals, Ctrl-C, and names that would steer a terminal."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from unicodedata import category

import pytest

from ..amount import few
from ..case.cases import BLACK_SEA, ISTANBUL, ROOT, TALKS, make, swap

PROGRAM = [sys.executable, "-m", "goodoffices"]
ESCAPE = "\x1b"
NAME = "a\x1b[31m\u202eb\x07"


def environment(**more: str) -> dict[str, str]:
    """The environment of a person at a terminal, with nothing that asks for or forbids colours."""
    asked = (
        "NO_COLOR",
        "FORCE_COLOR",
        "TTY_COMPATIBLE",
        "TTY_INTERACTIVE",
        "COLUMNS",
        "GITHUB_ACTIONS",
        "CI",
        "PYTHONPATH",
    )
    kept = {key: value for key, value in os.environ.items() if key not in asked}
    return kept | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "TERM": "xterm-256color"} | more


def run(folder: Path, *arguments: object, **more: str) -> subprocess.CompletedProcess[str]:
    command = [*PROGRAM, *map(str, arguments)]
    return subprocess.run(
        command, cwd=folder, env=environment(**more), capture_output=True, text=True, encoding="utf-8", check=False
    )


def at_a_terminal(folder: Path, *arguments: object, **more: str) -> str:
    """What a command writes to a terminal of 80 columns."""
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    command = [*PROGRAM, *map(str, arguments)]
    process = subprocess.Popen(
        command, cwd=folder, env=environment(COLUMNS="80", **more), stdin=slave, stdout=slave, stderr=slave
    )
    os.close(slave)
    parts = []
    try:
        while part := os.read(master, 65536):
            parts.append(part)
    except OSError:
        pass  # so Linux tells that the other end is closed
    finally:
        os.close(master)
    assert process.wait() == 0
    return b"".join(parts).decode().replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check", ISTANBUL), 0),
        (("check", "nowhere"), 1),
        (("brief", ISTANBUL, "--as-of", "soon"), 2),
        (("nonsense",), 2),
    ],
)
def test_exit_codes_reach_the_shell(tmp_path: Path, arguments: tuple[object, ...], code: int) -> None:
    result = run(tmp_path, *arguments)
    assert result.returncode == code
    assert bool(result.stderr) == bool(code)
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", ["brief", "compare"])
@pytest.mark.parametrize("case", few(1, [ISTANBUL, BLACK_SEA]), ids=lambda c: c.name)
def test_a_pipe_gets_plain_text_in_whole_lines(tmp_path: Path, case: Path, command: str) -> None:
    narrow, wide = (run(tmp_path, command, case, COLUMNS=columns).stdout for columns in ("40", "4000"))
    assert narrow == wide
    assert ESCAPE not in narrow
    assert max(map(len, narrow.splitlines())) > 200 or command == "compare"
    assert not set("─━│┃╭╰") & set(narrow)


@pytest.mark.parametrize("command", few(1, ["brief", "compare"]))
def test_no_color_at_a_terminal_means_no_escape_code_at_all(tmp_path: Path, command: str) -> None:
    assert ESCAPE in at_a_terminal(tmp_path, command, ISTANBUL)
    assert ESCAPE not in at_a_terminal(tmp_path, command, ISTANBUL, NO_COLOR="1")


def test_no_line_is_wider_than_the_terminal(tmp_path: Path) -> None:
    text = re.sub(r"\x1b\[[0-9;]*m", "", at_a_terminal(tmp_path, "brief", ISTANBUL))
    assert max(map(len, text.split("Written:")[0].splitlines())) <= 80


@pytest.mark.parametrize("arguments", [("brief", BLACK_SEA), ("compare", BLACK_SEA, "--json"), ("schema",)])
def test_a_reader_that_goes_away_gets_no_traceback(tmp_path: Path, arguments: tuple[object, ...]) -> None:
    command = [*PROGRAM, *map(str, arguments)]
    process = subprocess.Popen(command, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()  # before anything is written: the first write fails
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 1
    assert said == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("more", [pytest.param((), marks=pytest.mark.slow), ("--json",)])
def test_a_full_disk_is_told_without_a_traceback(tmp_path: Path, more: tuple[str, ...]) -> None:
    with open("/dev/full", "w") as full:
        process = subprocess.run([*PROGRAM, "brief", str(ISTANBUL), *more], cwd=tmp_path, env=environment(), stdout=full,
                                 stderr=subprocess.PIPE, text=True, encoding="utf-8", check=False)  # fmt: skip
    assert process.returncode == 1
    assert process.stderr.splitlines() == ["goodoffices: the output could not be written: No space left on device"]


def test_a_reader_of_the_first_lines_has_the_file_all_the_same(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "brief", str(ISTANBUL)], cwd=tmp_path, env=environment(), stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.close()
    process.wait()
    assert (tmp_path / "istanbul-2025.html").is_file()


def test_ctrl_c_is_quiet(tmp_path: Path) -> None:
    program = """
import os, signal, sys, goodoffices.case, goodoffices.__main__
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell that starts the tests in the background ignores it
goodoffices.case.read_case = lambda *_: os.kill(os.getpid(), signal.SIGINT)  # in the middle of the work
sys.argv = ["goodoffices", "brief", "towns"]
goodoffices.__main__.main()
"""
    make(tmp_path / "towns")
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment(), capture_output=True, check=False
    )
    assert done.returncode == 130
    assert (done.stdout, done.stderr) == (b"", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["towns"]


def odd(text: str) -> set[str]:
    return {c for c in text if category(c) in ("Cc", "Cf", "Cs") and c != "\n"}


def hostile_talks() -> str:
    return swap(TALKS, "{name: North, kind: town}", '{name: "North\\e[31m\\u202E", kind: town}')


SAYS: dict[str, Callable[[Path], tuple[object, ...]]] = {
    "brief": lambda folder: ("brief", make(folder / NAME, talks=hostile_talks())),
    "compare": lambda folder: ("compare", make(folder / NAME, talks=hostile_talks())),
    "check": lambda folder: ("check", make(folder / NAME, talks=hostile_talks())),
    "check with mistakes": lambda folder: (
        "check",
        make(folder / NAME, talks=hostile_talks().replace("kind: company", '"k\\e[1m": x')),
    ),
    "a case that is not there": lambda _: ("brief", NAME),
    "a bad day": lambda _: ("brief", ISTANBUL, "--as-of", NAME),
    "an unknown ending": lambda _: ("brief", ISTANBUL, "-o", NAME),
    "a file that is no brief": lambda _: ("brief", ISTANBUL, "--since", f"{NAME}.json"),
    "a place that is not there": lambda _: ("brief", ISTANBUL, "-o", f"{NAME}/x.html"),
    "new": lambda _: ("new", NAME),
    "an unknown schema": lambda _: ("schema", NAME),
    "schemas into a folder": lambda folder: ("schema", "-o", make(folder / NAME)),
}


@pytest.mark.parametrize("kind", few(3, SAYS))
def test_names_that_steer_a_terminal_are_not_sent_to_it(tmp_path: Path, kind: str) -> None:
    result = run(tmp_path, *SAYS[kind](tmp_path))
    assert result.stdout + result.stderr != ""
    assert odd(result.stdout) == odd(result.stderr) == set()


@pytest.mark.slow
def test_since_a_file_of_a_strange_name_the_name_is_made_harmless(tmp_path: Path) -> None:
    case = make(tmp_path / "towns")
    assert run(tmp_path, "brief", case, "-o", f"{NAME}.json").returncode == 0
    result = run(tmp_path, "brief", case, "--since", f"{NAME}.json")
    assert result.returncode == 0
    assert odd(result.stdout) == set()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no file can have such a name")
def test_a_name_of_bytes_that_are_no_text_is_shown_somehow(tmp_path: Path) -> None:
    make(tmp_path / "caf\udce9")
    for command in ("check", "brief"):
        result = run(tmp_path, command, "caf\udce9")
        said = "This shows all of the case, also what is not for everybody: for the team only.\n"
        assert (result.returncode, result.stderr) == (0, said if command == "check" else "")
        assert "caf\ufffd" in result.stdout


def test_help_imports_nothing_that_is_slow(tmp_path: Path) -> None:
    program = """
import sys, goodoffices.__main__
sys.argv = ["goodoffices", "--help"]
try:
    goodoffices.__main__.main()
except SystemExit:
    pass
"""
    asked = "print([m for m in ('docx', 'jinja2', 'pydantic', 'rapidfuzz', 'typst', 'xlsxwriter') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program + asked],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", ["solve", "frontier"])
def test_a_small_scenario_does_not_wait_for_what_it_does_not_need(command: str, tmp_path: Path) -> None:
    """Compiled kernels, linear programming, the printers of the brief and what draws take longer than the work."""
    (tmp_path / "domain.json").write_text('{"issues": {"a": ["x", "y"]}}', "utf-8")
    profile = '{"issueWeights": {"a": 0.3333333333333333}, "issues": {"a": {"x": 1, "y": 0.5}}}'
    (tmp_path / "p.json").write_text(profile, "utf-8")
    code = (
        "import sys; from goodoffices.cli import app; "
        f"app(['{command}', {str(tmp_path / 'domain.json')!r}, {str(tmp_path / 'p.json')!r}], standalone_mode=False); "
        "print([name for name in ('numba', 'scipy', 'docx', 'goodoffices.brief', 'goodoffices.case') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
