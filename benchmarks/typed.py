"""What the draft of one report tells in sentences of its own: who met, when, where, and who led whom; how much of it is right.

    python -m benchmarks.typed [FOLDER] [--each]

FOLDER holds reports as `NN-*.txt`, with their facts in brackets, beside `NN-*.json`: the parties under their names, the
day and place of the main meeting, the heads. Without it: each report of tests/data/planted alone. `--each`: what is told
wrongly and what is missed, report by report.
"""

import json
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from goodoffices.brief.context import Context

from .journey import Tally, _same, _sentences, _typed, drafted
from .written import DATA, Pair, Told, _planted_told

_MARK = re.compile(r"\[[a-z]:|\]")
KEY = "report"


def alone(folder: Path) -> list[Pair]:
    """The reports of a folder, each as a pair of which there is but one."""
    found = [_marked(file) for file in sorted(folder.rglob("*.json")) if file.with_suffix(".txt").exists()]
    for file in sorted(folder.glob("set*.json")):
        for number, pair in enumerate(json.loads(file.read_text("utf-8"))["pairs"], 1):
            found += _planted(f"{file.stem}-{number}", pair)
    return found


def _marked(file: Path) -> Pair:
    text = _MARK.sub("", file.with_suffix(".txt").read_text("utf-8"))
    return Pair(file.stem, {KEY: text}, (), (), tuple(_told(json.loads(file.read_text("utf-8")))))


def _told(data: dict[str, Any]) -> Iterator[Told]:
    names = [tuple(some) for some in data["parties"]]
    if len(names) > 1:
        yield Told("who", tuple(some[0] for some in names), tuple(names))
    if data["day"]:
        yield Told("when", (data["day"],))
    if data["where"]:
        yield Told("where", tuple(data["where"]))
    for party, person in data["heads"]:
        yield Told("led", (party, person), (next((some for some in names if party in some), (party,)), (person,)))


def _planted(name: str, pair: dict[str, Any]) -> Iterator[Pair]:
    for key, account in pair["accounts"].items():
        facts = [fact for fact in pair["facts"] if fact["account"] == key]
        told = tuple(_planted_told({**pair, "facts": facts}))
        if any(one.what != "who" for one in told):
            yield Pair(f"{name}-{key}", {KEY: account["text"]}, (), (), told)


def main(arguments: list[str]) -> None:
    """Score the reports of a folder."""
    folders = [Path(one) for one in arguments if not one.startswith("-")] or [DATA / "planted"]
    tally = Tally()
    for report in (one for folder in folders for one in alone(folder)):
        with tempfile.TemporaryDirectory() as folder:
            context = Context.of(drafted(report, Path(folder)))
        _typed(report, context, tally)
        if "--each" in arguments:
            print("\n".join(_each(report, list(_sentences(context)))))
    print("\n".join(tally.lines()))


def _each(report: Pair, told: list[Told]) -> Iterator[str]:
    for one in told:
        right = any(_same(one, gold) for gold in report.told)
        yield f"{report.name}  {'right' if right else 'WRONG'} {one.what}: {' | '.join(one.names)}"
    for gold in report.told:
        if not any(_same(one, gold) for one in told):
            yield f"{report.name}  missed {gold.what}: {' | '.join(gold.names)}"


if __name__ == "__main__":
    main(sys.argv[1:])
