"""How long a case of a given size takes, and how much memory: a table with the goals beside the figures.

    python -m benchmarks.scale [--sizes 5000,10000,20000,40000] [--whole 20000]

Every figure comes from a process of its own, so that no size finds another one's words in memory. Sources and meetings
grow with the claims, as in a real case: a hundred claims to a source, ten to a meeting. People and issues stay as many.
Beside the seconds stand those of the processor, which are fairer where the machine is busy with something else.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
# Prints: seconds and processor seconds of check, the same of comparison, pairs found, problems. Check compares, too,
# as findings name slots; so the comparison alone is made once more, with nothing remembered of the first time.
_IN_PROCESS = """
import json, sys
from pathlib import Path
from time import perf_counter, process_time
from goodoffices.case import inspect
times = [(perf_counter(), process_time())]
case, problems = inspect(Path(sys.argv[1]))
times.append((perf_counter(), process_time()))
case.__dict__.pop("comparison", None)
for name, module in list(sys.modules.items()):
    if name.startswith(("goodoffices.record", "goodoffices.language")):
        for function in vars(module).values():
            getattr(function, "cache_clear", int)()
times.append((perf_counter(), process_time()))
pairs = sum(map(len, case.comparison.slots.values()))
times.append((perf_counter(), process_time()))
spans = [b - a for i in (0, 2) for a, b in zip(times[i], times[i + 1])]
print(json.dumps([*spans, pairs, len(problems)]))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One whole process: seconds by the clock and of the processor, peak memory in MB, exit code, output."""

    seconds: float
    cpu: float
    megabytes: float
    code: int
    output: str
    errors: str


def run(*arguments: str) -> Run:
    """Run Python with these arguments and measure the process.

    This process must stay small: on Linux a child's peak memory starts at what its parent held when it was made.
    """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        start = perf_counter()
        child = subprocess.Popen([sys.executable, *arguments], env=environment, stdout=output, stderr=errors)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)  # it was waited for here, which Popen cannot know
        for file in (output, errors):
            file.seek(0)
        # Kilobytes on Linux, bytes on macOS.
        megabytes = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
        return Run(seconds, usage.ru_utime + usage.ru_stime, megabytes, child.returncode, output.read(), errors.read())


def make(folder: Path, claims: int) -> None:
    """Write a case of so many claims."""
    numbers = {"claims": claims, "sources": max(2, claims // 100), "meetings": max(1, claims // 10)}
    made = run("-m", "benchmarks.generate", str(folder), *(f"--{name}={number}" for name, number in numbers.items()))
    if made.code:
        sys.exit(f"generating {claims} claims failed:\n{made.errors}")


def growth(sizes: Sequence[int]) -> None:
    """Check and comparison alone, by size."""
    row = "{:>8} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}"
    print(row.format("claims", "check s", "cpu s", "us/claim", "compare s", "cpu s", "us/claim", "pairs"))
    for claims in sizes:
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder) / "case", claims)
            found = run("-c", _IN_PROCESS, str(Path(folder) / "case"))
        if found.code:
            print(f"{claims:>8} failed: {found.errors.strip().splitlines()[-1]}")
            continue
        *spans, pairs, problems = json.loads(found.output)
        check, check_cpu, compared, compared_cpu = (f"{seconds:.2f}" for seconds in spans)
        each = [f"{1e6 * seconds / claims:.0f}" for seconds in spans[1::2]]
        told = row.format(claims, check, check_cpu, each[0], compared, compared_cpu, each[1], pairs)
        print(told, f"{problems} PROBLEMS" if problems else "", flush=True)


def whole(claims: int) -> bool:
    """The commands as a person starts them, each against its goal; False where one misses it or fails."""
    row = "{:<24} {:>8} {:>8} {:>8} {:>9} {:>9}  {}"
    print(row.format(f"{claims} claims", "s", "goal s", "cpu s", "MB", "goal MB", ""))
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case"
        make(case, claims)
        commands = (
            ("check DIR", 5.0, 1, ("check", str(case))),
            ("brief DIR --json", 10.0, 1, ("brief", str(case), "--json")),
            ("sheet DIR", 15.0, 1, ("sheet", str(case), "--output", str(Path(folder) / "case.xlsx"))),
            ("--help (median of 5)", 0.4, 5, ("--help",)),
            # Last, since they change the case.
            ("forget DIR --source ID", 15.0, 1, ("forget", str(case), "--source", "s0002", "--yes")),
            ("forget DIR --person ID", 15.0, 1, ("forget", str(case), "--person", "p003", "--yes")),
        )
        good = True
        for name, goal, times, arguments in commands:
            runs = [run("-m", "goodoffices", *arguments) for _ in range(times)]
            measured = [(r.seconds, r.cpu, r.megabytes) for r in runs]
            seconds, cpu, megabytes = map(statistics.median, zip(*measured, strict=True))
            verdict = "ok" if seconds <= goal and megabytes <= 500 else "MISSED"
            failed = next((r for r in runs if r.code), None)
            if failed is not None:
                verdict = f"FAILED (exit {failed.code}): {failed.errors.strip().splitlines()[-1:]}"
            good = good and verdict == "ok"
            print(row.format(name, f"{seconds:.2f}", goal, f"{cpu:.2f}", f"{megabytes:.0f}", 500, verdict), flush=True)
    return good


def main(arguments: Sequence[str] | None = None) -> int:
    """Print both tables; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description="Measures cases of growing size.")
    parser.add_argument(
        "--sizes", default="5000,10000,20000,40000", help="numbers of claims, with commas; may be empty"
    )
    parser.add_argument(
        "--whole", type=int, default=20000, metavar="N", help="claims for the commands (default: %(default)s)"
    )
    chosen = parser.parse_args(arguments)
    if hasattr(os, "getloadavg"):  # Windows has none
        print(f"{os.cpu_count()} processors, {os.getloadavg()[0]:.1f} processes busy\n")
    if sizes := [int(size) for size in chosen.sizes.split(",") if size]:
        growth(sizes)
        print()
    return 0 if whole(chosen.whole) else 1


if __name__ == "__main__":
    sys.exit(main())
