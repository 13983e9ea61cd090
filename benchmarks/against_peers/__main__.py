"""The bargaining analysis beside its peers: a table of ratios, and where it grows.

    ./bench [--quick] [--only WORD]

Every peer works in a process of its own, in an environment of its own (`requirements.txt` here), on instances that both sides
make from the same seed; results are compared in the same run, and a difference ends it. Seconds are medians. A ratio is the
peer's time by ours.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import geometric_mean, median
from time import perf_counter

from goodoffices.bargaining import frontier

from . import ours
from .instances import values

ROOT = Path(__file__).resolve().parent.parent.parent
PEERS = ROOT / ".venv-check" / "peers" / "bin" / "python"
SEED = 1
ISSUES, PARTIES = (10, 20, 50, 100), (2, 3, 5, 10)


class Bench:
    """The rows, printed as they come."""

    def __init__(self, quick: bool) -> None:
        self.quick = quick
        self.patience = 10.0 if quick else 60.0

    def row(self, what: str, mine: float, theirs: float | None, goal: str, met: bool) -> None:
        """Print one row."""
        ratio = f"{theirs / mine:12,.1f} x" if theirs is not None else " " * 14
        other = f"{theirs:10.4f} s" if theirs is not None else " " * 12
        print(f"{what:74} {mine:12.6f} s {other} {ratio}   {goal:24} {'met' if met else 'MISSED'}", flush=True)

    def peer(self, module: str, *arguments: object) -> dict[str, object]:
        """What a peer says."""
        command = [str(PEERS), "-m", f"benchmarks.against_peers.{module}", *map(str, arguments)]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        answer: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
        return answer

    def frontiers(self) -> None:
        """Rows 1 to 4 of the table."""
        instance = values(9, 5, 2, "real", SEED)
        peer = self.peer("dominance", 9, 5, 2, "real", SEED, 3)
        seconds, found = ours.kernel(instance, 300)
        public, digest = ours.front(instance, 20)
        theirs = _seconds(peer)
        same(digest, peer["digest"])
        assert digest[0] == found
        self.row("2 parties, 5^9: kernel / listing + moocore", seconds, theirs, "10,000 x", theirs >= 1e4 * seconds)
        self.row("   the public function", public, theirs, "", True)
        for parties, goal in ((2, 3_000), (3, 500)):
            instance = values(6, 6, parties, "real", SEED)
            peer = self.peer("negmas_frontier", 6, 6, parties, "real", SEED, 1)
            seconds, digest = ours.front(instance, 50)
            same(digest, peer["digest"])
            theirs = _seconds(peer)
            if parties == 2:
                inside, _ = ours.kernel(instance, 300)
                self.row("2 parties, 6^6: kernel / NegMAS", inside, theirs, f"{goal:,} x", theirs >= goal * inside)
                self.row("   the public function", seconds, theirs, "", True)
            else:
                self.row("3 parties, 6^6 / NegMAS", seconds, theirs, f"{goal:,} x", theirs >= goal * seconds)
        theirs = _seconds(self.peer("dominance", 10, 5, 3, "real", SEED, 3))
        seconds, _ = ours.front(values(43, 5, 3, "real", SEED), 3)
        self.row("3 parties, 5^43 / listing + moocore on 5^10", seconds, theirs, "no slower", seconds <= theirs)
        peer = self.peer("dominance", 10 if not self.quick else 8, 5, 3, "real", SEED, 1)
        same(ours.front(values(10 if not self.quick else 8, 5, 3, "real", SEED), 1)[1], peer["digest"])
        peer = self.peer("dominance", 9, 5, 5, "integer", SEED, 3)
        same(ours.front(values(9, 5, 5, "integer", SEED), 1)[1], peer["digest"])
        theirs = _seconds(peer)
        seconds, _ = ours.front(values(17 if not self.quick else 14, 5, 5, "integer", SEED), 3)
        goal_met = seconds <= 1.5 * theirs
        self.row("5 parties, 5^17, integer / listing + moocore on 5^9", seconds, theirs, "1.5 x their time", goal_met)

    def nash(self) -> None:
        """Nash against an outer approximation with HiGHS."""
        ratios = []
        for issues in ISSUES:
            for parties in PARTIES:
                instance = values(issues, 5, parties, "real", SEED)
                runs = [ours.concept(instance, "nash", self.patience) for _ in range(3)]
                seconds = median(run[0] for run in runs)
                peer = self.peer("highs", "nash", issues, 5, parties, "real", SEED, self.patience)
                if peer["proven"] and runs[0][2]:
                    same([math.log(runs[0][1])], [peer["value"]], 1e-6)
                ratios.append(_seconds(peer) / seconds)
                what = f"Nash, {issues} issues, {parties} parties / HiGHS{_proof(runs[0][2], peer)}"
                self.row(what, seconds, _seconds(peer), "no slower", ratios[-1] >= 1)
        mean = geometric_mean(ratios)
        print(f"Nash: geometric mean {mean:.1f} x, goal 10 x: {'met' if mean >= 10 else 'MISSED'}", flush=True)

    def levelling(self) -> None:
        """Egalitarian and Kalai-Smorodinsky against the better of HiGHS and CP-SAT."""
        ratios = []
        for concept in ("egalitarian", "kalai_smorodinsky"):
            for issues in ISSUES:
                for parties in (2, 3, 5):
                    instance = values(issues, 5, parties, "integer", SEED)
                    seconds, value, proven = ours.concept(instance, concept, self.patience)
                    arguments = (concept, issues, 5, parties, "integer", SEED, self.patience)
                    peers = [self.peer("highs", *arguments), self.peer("cpsat", *arguments)]
                    better = min(peers, key=lambda p: (not p["proven"], _seconds(p)))
                    if better["proven"] and proven:
                        same([value], [better["value"]], 2e-6)
                    ratios.append(_seconds(better) / seconds)
                    what = f"{concept}, {issues} issues, {parties} parties / better MIP{_proof(proven, better)}"
                    self.row(what, seconds, _seconds(better), "", True)
        mean = geometric_mean(ratios)
        worst = f"least {min(ratios):.2f} x"
        print(
            f"Egalitarian and Kalai-Smorodinsky: geometric mean {mean:.1f} x ({worst}), "
            f"goal 8 x: {'met' if mean >= 8 else 'MISSED'}"
        )

    def readings(self) -> None:
        """Ten thousand readings."""
        seconds = median(ours.readings(10_000, 20, 5) for _ in range(3))
        self.row("10,000 readings, 20 issues x 5 options, 2 parties", seconds, None, "1 s", seconds <= 1)

    def processes(self) -> None:
        """Whole processes, the second time."""
        with tempfile.TemporaryDirectory() as folder:
            scenario = Path(folder) / "small"
            case = ROOT / "examples" / "camp-david-1978"
            _write_small(scenario)
            for what, goal, arguments in (
                ("goodoffices solve, a small scenario, whole process", 2.0, ["solve", str(scenario)]),
                ("second ./run: the brief of Istanbul, whole process", 5.0, []),
                ("goodoffices divide, whole process", 2.0, ["divide", str(case / "division.yaml")]),
            ):
                seconds = median(list(_whole(arguments, Path(folder)))[1:])
                self.row(what, seconds, None, f"{goal:.0f} s", seconds <= goal)

    def curve(self) -> None:
        """How time and frontier grow with the issues."""
        print("\nFrontier, five options an issue, real values: where it grows, and the bound where 20 s do not do")
        print(
            f"{'parties':>8} {'issues':>7} {'seconds':>9} {'vectors':>9}   bound of the first party, of its best utility"
        )
        for parties in (2, 3, 5):
            for issues in (5, 10, 15, 20, 30, 40, 60, 80, 100, 150, 200):
                given = ours.scenario(values(issues, 5, parties, "real", SEED))
                began = perf_counter()
                found = frontier(given, 20, 1_000_000)
                seconds = perf_counter() - began
                top = max(float(found.sums[:, 0].max(initial=0)) * float(given.grid.steps[0]), 1e-9)
                bound = "0, exact" if found.exact else f"{float(found.bound[0]) / top:.3f}" if found.bound else "none"
                print(f"{parties:8} {issues:7} {seconds:9.3f} {len(found.sums):9,}   {bound}", flush=True)
                if not found.exact:
                    break


def _seconds(peer: dict[str, object]) -> float:
    return float(str(peer["seconds"]))


def _proof(mine: bool, peer: dict[str, object]) -> str:
    unproven = [name for name, proven in (("ours", mine), ("theirs", peer["proven"])) if not proven]
    return f" ({' and '.join(unproven)} not proven)" if unproven else ""


def same(mine: object, theirs: object, tolerance: float = 1e-5) -> None:
    """End the run where results differ."""
    assert isinstance(mine, list)
    assert isinstance(theirs, list)
    if len(mine) != len(theirs) or any(
        abs(a - b) > tolerance * max(1, abs(b)) for a, b in zip(mine, theirs, strict=True)
    ):
        raise SystemExit(f"results differ: ours {mine}, theirs {theirs}")


def _write_small(folder: Path) -> None:
    from goodoffices.bargaining.formats import genius_files  # only this row writes files

    folder.mkdir()
    for name, text in genius_files(ours.scenario(values(5, 4, 2, "integer", SEED))).files.items():
        (folder / name).write_text(text, "utf-8")


def _whole(arguments: list[str], folder: Path) -> Iterator[float]:
    for _ in range(6):
        began = perf_counter()
        subprocess.run(
            [str(ROOT / "run"), *arguments],
            cwd=folder,
            check=True,
            capture_output=True,
            env={**os.environ, "NO_COLOR": "1"},
        )
        yield perf_counter() - began


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="smaller instances, and 10 s a program")
    parser.add_argument("--only", choices=["frontiers", "nash", "levelling", "readings", "processes", "curve"])
    chosen = parser.parse_args()
    bench = Bench(chosen.quick)
    print(f"Seed {SEED}; Python {sys.version.split()[0]}; {os.cpu_count()} cores")
    print(f"{'':74} {'ours':>14} {'theirs':>12} {'ratio':>14}   goal")
    ours.warm()
    for part in (bench.frontiers, bench.nash, bench.levelling, bench.readings, bench.processes, bench.curve):
        if chosen.only in (None, part.__name__):
            part()


if __name__ == "__main__":
    main()
