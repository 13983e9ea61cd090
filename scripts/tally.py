"""Adds up the reports of the test runs: how many tests passed, failed and were skipped.

    python scripts/tally.py REPORTS             prints the sum
    python scripts/tally.py REPORTS --browser   fails where a test marked `browser` did not run

REPORTS is the folder of the JUnit files that pytest wrote.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

FAILED = {"failure", "error"}


def cases(folder: Path) -> Iterator[ElementTree.Element]:
    for report in sorted(folder.glob("*.xml")):
        yield from ElementTree.parse(report).iter("testcase")


def outcome(case: ElementTree.Element) -> str:
    told = {child.tag for child in case}
    if told & FAILED:
        return "failed"
    return "skipped" if "skipped" in told else "passed"


def is_browser(case: ElementTree.Element) -> bool:
    return any((seen.get("name"), seen.get("value")) == ("marker", "browser") for seen in case.iter("property"))


def is_module(case: ElementTree.Element) -> bool:
    """A file that was skipped before pytest saw its tests, and so before it saw their markers."""
    return not case.get("classname")


def main(folder: Path, browser: bool) -> int:
    found = list(cases(folder))
    if not browser:
        outcomes = [outcome(case) for case in found]
        print(", ".join(f"{outcomes.count(word)} {word}" for word in ("passed", "failed", "skipped")))
        return 0
    watched = [case for case in found if is_browser(case) or (is_module(case) and outcome(case) == "skipped")]
    missed = [case for case in watched if outcome(case) == "skipped"]
    for case in missed:
        print(f"did not run: {case.get('classname') or 'the file'} {case.get('name')}")
    print(f"{len(watched) - len(missed)} of {len(watched)} browser tests ran")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), "--browser" in sys.argv[2:]))
