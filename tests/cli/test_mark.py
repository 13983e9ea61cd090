"""`goodoffices mark` and `goodoffices review` as a person starts them."""

import getpass
import os
import pty
import re
import select
import signal
import socket
import stat
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from ..amount import few
from ..case.cases import ROOT
from ..marking.cases import RECORD, make, sound, texts

PROGRAM = [sys.executable, "-m", "goodoffices"]


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1", **more}


def run(*arguments: object, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    command = [*PROGRAM, *map(str, arguments)]
    return subprocess.run(
        command, input=typed, env=environment(**more), capture_output=True, text=True, encoding="utf-8", check=False
    )


def started(folder: Path) -> tuple["subprocess.Popen[str]", str]:
    process = subprocess.Popen(
        [*PROGRAM, "mark", str(folder)], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(r"http://\S+", line):
            return process, found[0]
    pytest.fail("the page did not start")


def test_the_page_tells_its_address_and_ends_on_ctrl_c(tmp_path: Path) -> None:
    process, address = started(make(tmp_path))
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/enter\?token=[\w-]{43}", address)
    assert (tmp_path / ".marking.lock").exists()
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=20)
    assert "Traceback" not in rest
    assert "token" not in rest
    assert process.returncode == 0
    assert not (tmp_path / ".marking.lock").exists()
    assert texts(tmp_path)["record.yaml"] == RECORD


def test_a_second_process_on_the_case_is_refused_until_the_first_is_gone(tmp_path: Path) -> None:
    process, _ = started(make(tmp_path))
    for command in ("mark", "review"):
        second = run(command, tmp_path)
        assert second.returncode == 1
        assert f"another marking of this case (process {process.pid})" in second.stderr
    process.kill()
    process.communicate()
    assert run("review", tmp_path, typed="q\n").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    few(
        2,
        [
            (("mark", "nowhere"), 1, "no such folder"),
            (("review", "nowhere"), 1, "no such folder"),
            (("review", "."), 1, "no such file"),
            (("review", "CASE", "--by", " "), 2, "--by"),
            (("mark", "CASE", "--by", "a\nb"), 2, "--by"),
            (("mark", "CASE", "--port", "99999"), 2, "--port"),
        ],
    ),
)
def test_what_cannot_be_is_told(tmp_path: Path, arguments: tuple[str, ...], code: int, told: str) -> None:
    case = make(tmp_path / "case")
    command = [*PROGRAM, *(str(case) if a == "CASE" else a for a in arguments)]
    found = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False)
    assert found.returncode == code
    assert told in found.stderr
    assert "Traceback" not in found.stderr


@pytest.mark.slow
def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    process, address = started(make(tmp_path / "one"))
    port = address.split(":")[2].split("/")[0]
    try:
        second = run("mark", make(tmp_path / "two"), "--port", port)
        assert second.returncode == 2
        assert f"found {port}, which cannot be used" in second.stderr
    finally:
        process.kill()
        process.communicate()


def test_without_the_extra_the_page_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / "uvicorn.py").write_text("raise ModuleNotFoundError('no uvicorn', name='uvicorn')\n")
    path = os.pathsep.join((str(tmp_path / "hidden"), str(ROOT / "src")))
    found = run("mark", make(tmp_path / "case"), PYTHONPATH=path)
    assert found.returncode == 2
    assert "which goodoffices installs" in found.stderr


def test_a_review_takes_a_line_for_each_answer(tmp_path: Path) -> None:
    found = run("review", make(tmp_path), "--by", "cy", typed="a\nr\ny\ne\n\n\n\n2025-03-04\n\n\n\n\n\n\nx\nq\n")
    assert found.returncode == 0, found.stderr
    case = sound(tmp_path)
    assert [case.claims[key].status for key in ("a1", "a2", "a3", "a4")] == [
        "accepted",
        "rejected",
        "edited",
        "proposed",
    ]
    assert (case.claims["a1"].entered_by, case.claims["a3"].entered_by) == ("plain 0.1.0", "cy")
    assert "3 proposed claims are left." in found.stdout


def test_decisions_are_recorded_under_the_login_name_unless_another_is_given(tmp_path: Path) -> None:
    run("review", make(tmp_path), typed="e\n\n\n\nlord mayor\n\n\n\n\n\n\nq\n", LOGNAME="dee")
    assert sound(tmp_path).claims["a1"].entered_by == "dee"
    assert getpass.getuser()


def read_until(terminal: int, wanted: bytes, seconds: float = 20) -> None:
    """Read what a terminal shows until it has shown this."""
    shown, end = b"", time.monotonic() + seconds
    while wanted not in shown:
        ready, _, _ = select.select([terminal], [], [], max(0.0, end - time.monotonic()))
        assert ready, f"shown so far: {shown[-500:]!r}"
        shown += os.read(terminal, 4096)


def test_at_a_terminal_one_key_is_an_answer(tmp_path: Path) -> None:
    make(tmp_path)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, "review", str(tmp_path), "--by", "cy"],
        env=environment(TERM="xterm"),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    for key in (b"a", b"a", b"q"):
        read_until(ours, b"[q]uit")
        os.write(ours, key)
    with suppress(OSError):  # the terminal is gone with the process
        read_until(ours, b"claims are left")
    assert process.wait(timeout=20) == 0
    os.close(ours)
    assert [c.id for c in sound(tmp_path).record.claims if c.status == "accepted"] == ["a1", "a2", "b2"]


@pytest.mark.slow
def test_a_half_sent_body_does_not_hold_the_end_up(tmp_path: Path) -> None:
    process, address = started(make(tmp_path))
    port = int(address.split(":")[2].split("/")[0])
    with socket.create_connection(("127.0.0.1", port)) as first:  # on a busy machine it listens before it answers
        first.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
        assert first.recv(9) == b"HTTP/1.1 "
    with socket.create_connection(("127.0.0.1", port)) as made:
        made.sendall(f"POST /decide HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 99\r\n\r\ncsrf".encode())
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=20)
    assert rest.splitlines()[-1] == "Ended."
    assert "Traceback" not in rest
    assert process.returncode == 0


@pytest.mark.parametrize("number", few(1, [signal.SIGTERM, signal.SIGINT]))
def test_the_token_stands_on_no_command_line(tmp_path: Path, number: signal.Signals) -> None:
    seen, temporary = tmp_path / "seen", tmp_path / "temporary"
    temporary.mkdir()
    script = tmp_path / "browser"
    script.write_text(f"#!{sys.executable}\nimport sys\nopen({str(seen)!r}, 'w').write(sys.argv[1])\n")
    script.chmod(0o700)
    process = subprocess.Popen(
        [*PROGRAM, "mark", "--open", str(make(tmp_path / "case"))], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env=environment(BROWSER=f"{script} %s", TMPDIR=str(temporary)),
    )  # fmt: skip
    assert process.stdout is not None
    address = next(found[0] for line in process.stdout if (found := re.search(r"http://\S+", line)))
    while not (seen.exists() and seen.read_text()):
        assert process.poll() is None
        time.sleep(0.05)
    assert address.rpartition("=")[2] not in seen.read_text()
    file = Path(seen.read_text().removeprefix("file://"))
    assert file.read_text().count(address) == 2
    assert [stat.S_IMODE(one.stat().st_mode) for one in (file, file.parent)] == [0o600, 0o700]
    process.send_signal(number)
    rest, _ = process.communicate(timeout=20)
    assert "Traceback" not in rest
    assert list(temporary.iterdir()) == []
