"""The command: what it prints, what it refuses, how it is served, and a day by programs alone."""

import re
import socket
import ssl
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

from goodoffices.case.held import HELD, read_table, table_path
from goodoffices.cli import app

from ..case.cases import ROOT
from .cases import make
from .conftest import Start


def run(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["hold", *map(str, arguments)])
    return done.exit_code, done.output


def test_it_prints_the_trainers_link_and_one_for_each_seat_of_each_table(holding: Start, tmp_path: Path) -> None:
    held = holding(make(tmp_path / "case"), "--groups", "2")
    printed = "".join(held.printed)
    assert "EXERCISE. Confidential talks do not belong here." in printed
    assert len(held.links) == 1 + 2 * 9
    assert len(set(held.links.values())) == 19
    assert all(re.fullmatch(r"http://127\.0\.0\.1:\d+/enter\?token=[\w-]{43}", link) for link in held.links.values())


def test_on_a_network_it_is_encrypted_and_the_fingerprint_is_printed(holding: Start, tmp_path: Path) -> None:
    folder = make(tmp_path / "case")
    held = holding(folder, "--network", "--address", "127.0.0.1")
    printed = "".join(held.printed)
    told = re.search(r"fingerprint: ([0-9A-F:]{95})", printed)
    assert told
    assert held.origin.startswith("https://")
    host, port = held.origin.removeprefix("https://").split(":")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with socket.create_connection((host, int(port))) as made, context.wrap_socket(made) as encrypted:
        shown = encrypted.getpeercert(binary_form=True)
    assert shown
    assert sha256(shown).digest().hex(":").upper() == told[1]
    assert (folder / HELD / "key.pem").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--address", "127.0.0.1"), "without --network"),
        (("--network", "--certificate", "x.pem"), "one of --certificate and --key without the other"),
        (("--network", "--address", "0.0.0.0"), "expected one of this machine's"),
        (("--solo", "--groups", "2"), "one person plays alone"),
        (
            ("--groups", "31"),
            "--groups: found 31, expected at most 30, for each table takes a file, a thread and about a hundred",
        ),
        (("--programs-only", "--groups", "400"), "hold the others in a second room"),
        (("--to", "elsewhere"), "found --to beside a case that is an exercise"),
    ],
)
def test_what_does_not_go_together_is_refused(tmp_path: Path, options: tuple[str, ...], told: str) -> None:
    code, printed = run(make(tmp_path / "case"), *options)
    assert (code, told in " ".join(printed.split())) == (2, True), printed


def test_a_port_that_is_taken_is_refused(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, printed = run(make(tmp_path / "case"), "--port", taken.getsockname()[1])
    assert code == 2
    assert "name another" in printed or "cannot be used" in printed


def test_a_real_case_is_not_held_itself() -> None:
    code, printed = run(ROOT / "examples" / "istanbul-2025")
    assert code == 2
    assert "--to DIR for a marked copy" in " ".join(printed.split())
    assert not (ROOT / "examples" / "istanbul-2025" / HELD).exists()


def test_programs_speak_for_no_real_party(tmp_path: Path) -> None:
    code, printed = run(ROOT / "examples" / "istanbul-2025", "--to", tmp_path / "copy", "--solo")
    assert code == 2
    assert "points" in printed
    code, printed = run(ROOT / "examples" / "istanbul-2025", "--to", tmp_path / "copy", "--programs-only")
    assert code == 2
    assert "points" in printed


def test_a_day_by_programs_alone_is_told_and_kept(tmp_path: Path) -> None:
    folder = make(tmp_path / "case")
    code, printed = run(folder, "--programs-only", "--groups", 2, "--seed", 3)
    assert code == 0, printed
    assert printed.count("Outcome (") == 2
    assert "The talks are over." in printed
    assert all(len(line) <= 160 for line in printed.splitlines() if not line.startswith("Outcome"))
    assert read_table(folder, 1).events != read_table(folder, 2).events
    code, printed = run(folder, "--programs-only")
    assert code == 2
    assert "a day at table 1 already" in printed


def test_the_same_seed_plays_the_same_day(tmp_path: Path) -> None:
    days = []
    for name in ("one", "other"):
        folder = make(tmp_path / name)
        assert run(folder, "--programs-only", "--seed", 5)[0] == 0
        events = read_table(folder, 1).events
        days.append([(event.at - events[0].at, event.to, type(event.what)) for event in events])
    assert days[0] == days[1]


def test_a_damaged_ledger_is_refused_with_its_line(tmp_path: Path) -> None:
    folder = make(tmp_path / "case")
    run(folder, "--programs-only")
    path = table_path(folder, 1)
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join([*lines[:3], lines[3].replace("act", "cat", 1), *lines[4:]]))
    code, printed = run(folder)
    assert code == 1
    assert "table-1.jsonl:4" in printed


def test_damaged_links_are_refused(tmp_path: Path) -> None:
    folder = make(tmp_path / "case")
    (folder / HELD).mkdir()
    (folder / HELD / "links.json").write_text("{}")
    code, printed = run(folder)
    assert code == 1
    assert "links.json" in printed
