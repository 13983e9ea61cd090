"""tests/dear.txt names tests that there are, and of no file all."""

import re
from collections import defaultdict
from pathlib import Path

TESTS = Path(__file__).resolve().parent
_TEST = re.compile(r"^ *(?:async )?def (test_\w+)", re.MULTILINE)


def by_file() -> dict[Path, set[str]]:
    found = defaultdict(set)
    for line in (TESTS / "dear.txt").read_text("utf-8").split():
        file, *_, function = line.split("::")
        found[TESTS.parent / file].add(function)
    return found


def defined(file: Path) -> set[str]:
    return {*_TEST.findall(file.read_text("utf-8"))}


def test_what_is_dear_exists() -> None:
    inherited = set().union(*(defined(file) for file in TESTS.rglob("*.py")))  # of a contract that others are held to
    gone = {file.name: some - inherited for file, some in by_file().items() if not file.is_file() or some - inherited}
    assert gone == {}, "renamed or gone: scripts/dear.py writes tests/dear.txt anew"


def test_of_each_file_some_test_stays() -> None:
    assert [file for file, some in by_file().items() if defined(file) and defined(file) <= some] == []
