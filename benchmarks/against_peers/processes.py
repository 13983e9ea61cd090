"""Whole processes as a person starts them, the second call and later: seconds of processor time, and of the clock."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from goodoffices.bargaining import Scenario, frontier
from goodoffices.bargaining.formats import case_files, genius_files

from . import ours
from .instances import values

ROOT = Path(__file__).resolve().parent.parent.parent
_OURS = (sys.executable, "-m", "goodoffices")
_RUNS = 5
ALIKE = 12
"""Scenarios whose Genius files NegMAS reads, to find the same frontier."""


def compare(peers: Path) -> None:
    """Small commands beside NegMAS, large JSON, and the frontier of the Genius files that we write."""
    print(f"\n{'Whole processes, second call, medians':66}{'processor':>11}{'clock':>9}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small = _written(folder / "small", genius_files(ours.scenario(values(5, 4, 2, "integer", 1))).files)
        for command in ("solve", "frontier"):
            _row(f"goodoffices {command}, 4^5 packages (at most 0.5 s)", [*_OURS, command, str(small)])
            peer = [str(peers), "-m", "benchmarks.against_peers.peer_process", command, str(small)]
            _row(f"   the same by NegMAS {_of_negmas(command)}", peer)
        long = _written(folder / "long", case_files(_twenty_thousand()))
        _row("goodoffices frontier --json, 19,999 points", [*_OURS, "frontier", str(long), "--json"])
        print(f"{'   of which the search (after it at most 2 s)':66}{_search(_twenty_thousand()):9.2f} s")
        _row("goodoffices divide", [*_OURS, "divide", str(ROOT / "examples" / "camp-david-1978" / "division.yaml")])
        _require_same_frontiers(peers, folder)


def _row(what: str, command: Sequence[str]) -> None:
    processor, clock = zip(*list(_timed(command))[1:], strict=True)
    print(f"{what:66}{median(processor):9.2f} s{median(clock):7.2f} s", flush=True)


def _timed(command: Sequence[str]) -> Iterator[tuple[float, float]]:
    """Processor time and time by the clock of each run."""
    for _ in range(_RUNS + 1):
        began, before = perf_counter(), os.times()
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = os.times()
        used = after.children_user + after.children_system - before.children_user - before.children_system
        yield used, perf_counter() - began


def _of_negmas(command: str) -> str:
    return "(two of the four packages)" if command == "solve" else ""


def _written(folder: Path, files: object) -> Path:
    assert isinstance(files, dict)
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def _twenty_thousand() -> Scenario:
    """Three parties, 40 issues of five options, 19,999 packages on the frontier."""
    return ours.scenario(values(40, 5, 3, "real", 1))


def _search(scenario: Scenario) -> float:
    began = process_time()
    found = frontier(scenario)
    assert len(found.sums) == 19_999
    return process_time() - began


def _require_same_frontiers(peers: Path, folder: Path) -> None:
    """End the run where NegMAS finds another frontier in the Genius files that we write."""
    for number in range(ALIKE):
        parties = 2 + number % 3
        scenario = ours.scenario(values(3 + number % 2, 4, parties, "integer", 100 + number))
        written = _written(folder / f"alike-{number}", genius_files(scenario).files)
        command = [str(peers), "-m", "benchmarks.against_peers.peer_process", "frontier", str(written)]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        theirs = {tuple(options) for options, _ in json.loads(done.stdout.splitlines()[-1])}
        mine = {tuple(point.package.values()) for point in frontier(scenario).points()}
        if theirs != mine:
            raise SystemExit(
                f"results differ: NegMAS finds {len(theirs)} packages in the files of {scenario}, we {len(mine)}"
            )
    print(f"Genius files that we write: NegMAS finds the same frontier in all of {ALIKE} scenarios")
