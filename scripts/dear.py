"""Writes tests/dear.txt: the tests that `./check` leaves to `./check --ci`, so that it stays quick whatever comes in.

    python scripts/dear.py REPORT [SECONDS]

REPORT is the JUnit file of a run of all tests that are not slow, on a machine that does nothing else. A test function is dear
where one of its cases takes SECONDS (.7 without a number); of each file the cheapest stays.
"""

import sys
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

LIST = Path(__file__).resolve().parent.parent / "tests" / "dear.txt"


def costs(report: Path) -> dict[str, dict[str, float]]:
    """Of each file, what the dearest case of each of its functions takes."""
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for case in ElementTree.parse(report).iter("testcase"):
        names = [part for part in case.get("classname", "").split(".") if part]
        classes = [name for name in names if name[0].isupper()]
        file = "/".join(names[: len(names) - len(classes)]) + ".py"
        function = "::".join([*classes, case.get("name", "").partition("[")[0]])
        found[file][function] = max(found[file][function], float(case.get("time", 0)))
    return found


def dear(report: Path, least: float) -> list[str]:
    found = []
    for file, functions in costs(report).items():
        cheapest = min(functions, key=lambda name: functions[name])
        found += [f"{file}::{name}" for name, cost in functions.items() if cost >= least and name != cheapest]
    return sorted(found)


if __name__ == "__main__":
    LIST.write_text("\n".join(dear(Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 0.7)) + "\n")
