"""The bargaining analysis beside its peers: public function against public function, on the same work.

    ./bench [--quick] [--only PART]

Every peer works in a process of its own, in an environment of its own (`requirements.txt` here), on instances that both sides
make from the same seed; results are compared in the same run, and a difference ends it. Seconds are medians. What is divided by
each other is the same work, wholly done by both; where we lose, the table shows it. Of frontiers the peers that filter give the
vectors of utilities alone, from floats that lie ready; ours begins with fractions and ends with packages.
"""

import argparse
import json
import math
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import geometric_mean, median
from time import perf_counter

from goodoffices.bargaining import frontier
from goodoffices.bargaining.solutions import Concept

from . import ours, processes
from .instances import values

ROOT = Path(__file__).resolve().parent.parent.parent
PEERS = ROOT / ".venv-check" / "peers" / "bin" / "python"
SEED = 1
FRONTIERS = (
    ("small", 5, 4, 2, "real"), ("small", 5, 4, 3, "real"), ("small", 5, 4, 5, "integer"),
    ("middle", 6, 6, 2, "real"), ("middle", 9, 5, 2, "real"), ("middle", 9, 5, 3, "real"), ("middle", 9, 5, 5, "integer"),
    ("large", 43, 5, 2, "real"), ("large", 30, 5, 3, "real"), ("large", 13, 5, 5, "integer"),
)  # fmt: skip
"""Name, issues, options, parties, kind of values."""
LARGER = (("large", 100, 5, 2, "real"), ("large", 43, 5, 3, "real"), ("large", 17, 5, 5, "integer"))
"""Those that only the whole table has."""
_LISTABLE = 6**6
"""Packages up to which NegMAS' frontier is asked for."""
_FITTING = 10**7
"""Packages up to which all are listed by a peer: more do not fit into memory."""


class Bench:
    """The rows, printed as they come."""

    def __init__(self, quick: bool) -> None:
        self.quick = quick
        self.patience = 10.0 if quick else 60.0

    def peer(self, module: str, *arguments: object) -> dict[str, object] | None:
        """What a peer says; None where it takes longer than it may."""
        command = [str(PEERS), "-m", f"benchmarks.against_peers.{module}", *map(str, arguments)]
        try:
            done = subprocess.run(
                command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=3 * self.patience + 20
            )
        except subprocess.TimeoutExpired:
            return None
        answer: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
        return answer

    def frontiers(self) -> None:
        """The same frontier by each: ours, listing all and filtering, pruning issue by issue and filtering, NegMAS."""
        print("\nFrontiers: seconds, in brackets the peer's time by ours")
        head = ("ours", "list + moocore", "prune + moocore", "NegMAS")
        print(f"{'':36}{head[0]:>11}" + "".join(f"{name:>23}" for name in head[1:]))
        for name, issues, options, parties, kind in (*FRONTIERS, *(() if self.quick else LARGER)):
            instance = values(issues, options, parties, kind, SEED)
            runs = 20 if options**issues < 10**5 else 3
            seconds, mine = ours.front(instance, runs)
            cells = []
            for way, most in (("list", _FITTING), ("prune", math.inf), ("negmas", _LISTABLE)):
                arguments = (way, issues, options, parties, kind, SEED, 3 if way != "negmas" else 1)
                peer = self.peer("peer_frontiers", *arguments) if options**issues <= most else {}
                cells.append(_cell(peer, seconds, mine))
            what = f"{name}: {parties} parties, {options}^{issues}, {kind}"
            print(f"{what:36}{seconds:11.5f}" + "".join(f"{cell:>23}" for cell in cells), flush=True)

    def nash(self) -> None:
        """Nash against an outer approximation with HiGHS."""
        ratios = []
        for issues in (10, 20, 50) if self.quick else (10, 20, 50, 100):
            for parties in (2, 3, 5, 10):
                instance = values(issues, 5, parties, "real", SEED)
                runs = [ours.concept(instance, "nash", self.patience) for _ in range(3)]
                peer = self.peer("highs", "nash", issues, 5, parties, "real", SEED, self.patience)
                mine = (median(run[0] for run in runs), math.log(runs[0][1]), runs[0][2])
                ratios += self._row(f"Nash: {parties} parties, 5^{issues}", mine, peer, 1e-6)
        _mean("Nash, where both are proven", ratios)

    def levelling(self) -> None:
        """Egalitarian and Kalai-Smorodinsky against the better of HiGHS and CP-SAT."""
        ratios = []
        concepts: Sequence[Concept] = ("egalitarian", "kalai_smorodinsky")
        for concept in concepts:
            for issues in (10, 20, 50) if self.quick else (10, 20, 50, 100):
                for parties in (2, 3, 5):
                    mine = ours.concept(values(issues, 5, parties, "integer", SEED), concept, self.patience)
                    arguments = (concept, issues, 5, parties, "integer", SEED, self.patience)
                    peers = [p for p in (self.peer("highs", *arguments), self.peer("cpsat", *arguments)) if p]
                    better = min(peers, key=lambda p: (not p["proven"], _seconds(p)), default=None)
                    ratios += self._row(f"{concept}: {parties} parties, 5^{issues}", mine, better, 2e-6)
        _mean("Egalitarian and Kalai-Smorodinsky, where both are proven", ratios)

    def _row(
        self, what: str, mine: tuple[float, float, bool], peer: dict[str, object] | None, near: float
    ) -> list[float]:
        """Print one row; the ratio, where both sides proved the same."""
        seconds, value, proven = mine
        if peer is None:
            print(f"{what:50}{seconds:11.4f}{'over the limit':>18}", flush=True)
            return []
        both = proven and bool(peer["proven"])
        if both:
            same([value], [peer["value"]], near)
        ratio = [_seconds(peer) / seconds] if both else []
        who = "" if both else f"  not proven: {', '.join(_unproven(proven, peer))}"
        told = f"{ratio[0]:10.1f} x" if both else ""
        print(f"{what:50}{seconds:11.4f}{_seconds(peer):18.4f}{told}{who}", flush=True)
        return ratio

    def readings(self) -> None:
        """Ten thousand readings; no peer does this."""
        seconds = median(ours.readings(10_000, 20, 5) for _ in range(3))
        print(f"\n10,000 readings, 20 issues x 5 options, 2 parties: {seconds:.3f} s (at most 1 s)", flush=True)

    def processes(self) -> None:
        """Whole processes, and the files that NegMAS reads."""
        processes.compare(PEERS)

    def curve(self) -> None:
        """How time and frontier grow with the issues."""
        print(
            "\nFrontier, five options an issue, real values: where it grows, and the bound where the time does not do"
        )
        print(
            f"{'parties':>8} {'issues':>7} {'seconds':>9} {'vectors':>9}   bound of the first party, of its best utility"
        )
        for parties in (2, 3, 5):
            for issues in (5, 10, 15, 20, 30, 40, 60, 80, 100, 150, 200):
                given = ours.scenario(values(issues, 5, parties, "real", SEED))
                began = perf_counter()
                found = frontier(given, self.patience / 3, 1_000_000)
                seconds = perf_counter() - began
                top = max(float(found.sums[:, 0].max(initial=0)) * float(found.grid.steps[0]), 1e-9)
                bound = "0, exact" if found.exact else f"{float(found.bound[0]) / top:.3f}" if found.bound else "none"
                print(f"{parties:8} {issues:7} {seconds:9.3f} {len(found.sums):9,}   {bound}", flush=True)
                if not found.exact:
                    break


def _cell(peer: dict[str, object] | None, mine: float, digest: list[float]) -> str:
    if peer is None:
        return "over the limit"
    if not peer:
        return "-"
    same(digest, peer["digest"])
    return f"{_seconds(peer):.5f} ({_seconds(peer) / mine:,.2f})"


def _seconds(peer: dict[str, object]) -> float:
    return float(str(peer["seconds"]))


def _unproven(mine: bool, peer: dict[str, object]) -> list[str]:
    return [name for name, proven in (("ours", mine), ("theirs", peer["proven"])) if not proven]


def _mean(what: str, ratios: list[float]) -> None:
    lost = sum(ratio < 1 for ratio in ratios)
    print(
        f"{what}: geometric mean {geometric_mean(ratios):.1f} x, least {min(ratios):.2f} x, lost {lost} of {len(ratios)}"
    )


def same(mine: object, theirs: object, tolerance: float = 1e-5) -> None:
    """End the run where results differ."""
    assert isinstance(mine, list)
    assert isinstance(theirs, list)
    if len(mine) != len(theirs) or any(
        abs(a - b) > tolerance * max(1, abs(b)) for a, b in zip(mine, theirs, strict=True)
    ):
        raise SystemExit(f"results differ: ours {mine}, theirs {theirs}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer and smaller instances, and 10 s a program")
    parts = ["frontiers", "nash", "levelling", "readings", "processes", "curve"]
    parser.add_argument("--only", choices=parts)
    chosen = parser.parse_args()
    bench = Bench(chosen.quick)
    print(f"Seed {SEED}; Python {sys.version.split()[0]}; {os.cpu_count()} cores")
    ours.warm()
    for part in parts:
        if chosen.only in (None, part):
            if part in ("nash", "levelling"):
                print(f"\n{'':50}{'ours':>11}{'theirs':>18}{'ratio':>12}")
            getattr(bench, part)()


if __name__ == "__main__":
    main()
