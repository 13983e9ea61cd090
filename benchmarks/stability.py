"""Stability of large conflicts: time for a state and peak memory, with the goals beside the figures.

    python -m benchmarks.stability [--options 14,16,18,20] [--makers 4] [--seed 1]

Option form, every combination feasible, every option taken up and dropped at will; each decision maker ranks all states at
random (`numpy.random.default_rng(seed)`), which is the hardest case: nothing in the rankings can be used. Nash, GMR, SMR and SEQ
are computed for everybody and every state; SIM is timed apart, and only where it is not given up. Each size has a process of
its own, warmed up on 16 states; its memory is counted above what is in use after that. The best of several runs counts. Beside
the time by the clock stands that of the processor, which is fairer where the machine is busy with something else.
"""

import argparse
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_MEGABYTES = 300
MOST_RATIO = 1.5
CONCEPTS = ("nash", "gmr", "smr", "seq", "sim")
# Prints: ns for a state by the clock and of the processor, the same for SIM, MB above the warmed-up process, equilibria.
_IN_PROCESS = """
import json, resource, sys
from time import perf_counter, process_time
import numpy as np
from goodoffices.bargaining.stability import Model, tables
from goodoffices.bargaining.stability.concepts import MOST_TRIES

def ranks(options, makers, seed):
    random = np.random.default_rng(seed)
    return [random.permutation(1 << options).astype(np.int32) for _ in range(makers)]

def analyse(options, makers, rows, tries):
    counts = {f"m{k}": options // makers + (k < options % makers) for k in range(makers)}
    model = Model.of_options(counts, rows)
    found = tables(model, tries)
    return {c: len(found.equilibria(c)) for c in found.stable}

options, makers, seed = map(int, sys.argv[1:])
analyse(makers, makers, ranks(makers, makers, seed), 10**6)
rows = ranks(options, makers, seed)
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
base, best = peak(), (float("inf"), float("inf"))
for _ in range(max(3, 1 << 18 - min(18, options))):
    begun = perf_counter(), process_time()
    equilibria = analyse(options, makers, rows, 0)
    best = min(best[0], perf_counter() - begun[0]), min(best[1], process_time() - begun[1])
memory = peak() - base
begun = process_time()
with_sim = analyse(options, makers, rows, MOST_TRIES)
sim = process_time() - begun - best[1] if "sim" in with_sim else float("nan")
scale = 1e9 / (1 << options)
print(json.dumps([best[0] * scale, best[1] * scale, sim * scale, memory, {**equilibria, "sim": with_sim.get("sim", -1)}]))
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One size: nanoseconds for a state, memory in MB, equilibria by concept."""

    options: int
    clock: float
    processor: float
    sim: float
    megabytes: float
    equilibria: dict[str, int]


def measure(options: int, makers: int, seed: int) -> Row:
    """Analyse a random conflict in a process of its own."""
    command = [sys.executable, "-c", _IN_PROCESS, *map(str, (options, makers, seed))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return Row(options, *json.loads(done.stdout))


def table(rows: list[Row]) -> str:
    """The figures, and for each size the ratio of its time for a state to that of the first."""
    lines = [
        "states   ns/state (clock)  ns/state (processor)  ratio  SIM ns/state  MB above import  Nash  GMR  SMR  SEQ  SIM"
    ]
    for row in rows:
        found = "  ".join(
            f"{n:,}" if n >= 0 else "given up" for n in map(row.equilibria.get, CONCEPTS) if n is not None
        )
        ratio = row.processor / rows[0].processor
        lines.append(
            f"2^{row.options:<6} {row.clock:>15,.0f} {row.processor:>21,.0f} {ratio:>6.2f} {row.sim:>13,.0f}"
            f" {row.megabytes:>16,.0f}  {found}"
        )
    last = rows[-1]
    ratio = last.processor / rows[0].processor
    lines.append(f"goal: at most {MOST_RATIO} x the time for a state of the first size: {ratio:.2f}")
    lines.append(f"goal: at most {MOST_MEGABYTES} MB above the imported process: {last.megabytes:,.0f}")
    return "\n".join(lines)


def main() -> None:
    """Measure each size and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--options", default="14,16,18,20", help="numbers of options, all decision makers' together")
    parser.add_argument("--makers", type=int, default=4, help="decision makers")
    parser.add_argument("--seed", type=int, default=1, help="of the random rankings")
    asked = parser.parse_args()
    print(table([measure(int(n), asked.makers, asked.seed) for n in asked.options.split(",")]))


if __name__ == "__main__":
    main()
