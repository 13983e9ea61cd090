"""Reports side by side, scored on pairs with planted differences, and timed.

    python -m benchmarks.side_by_side [FILE or FOLDER ...]   without one: tests/data/planted and tests/data/accounts
    python -m benchmarks.side_by_side --misses FILE          what was not found and what was shown though nobody planted it
    python -m benchmarks.side_by_side --speed                two reports of 3,000 letters; 50, 100 and 200 reports

A file is a set of pairs as in tests/data/planted; a folder has of each pair NAME.json, NAME-a.txt and NAME-b.txt, where the JSON
has `language`, `plants` (each with `kind` and the words of `a` and `b`) and `also` (differences that nobody planted).

Of each pair of reports the first ten pairs of sentences count. A plant is found where one of these has its words on both sides and
a difference of its kind. A pair of sentences is false where neither a plant nor one of `also` stands in it.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from time import perf_counter
from typing import Any

from goodoffices.accounts import Pair, side_by_side

TESTS = Path(__file__).resolve().parent.parent / "tests" / "data"
SETS = (TESTS / "planted", TESTS / "accounts")
SHOWN = 10
"""Pairs of sentences that count."""
WHO = ("role", "signer")
"""Kinds of plants in older sets that are one kind here."""


@dataclass(frozen=True)
class Case:
    """Two reports and what was planted in them."""

    title: str
    language: str
    a: str
    b: str
    plants: Sequence[tuple[str, str, str]]
    """Kind, words of the first, words of the second."""
    also: Sequence[tuple[str, str, str]] = ()


@dataclass
class Score:
    """What was found in several pairs of reports."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    any_kind: int = 0
    """Plants that were shown, under whatever kind."""
    false: int = 0
    pairs: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def read(path: Path) -> Iterator[Case]:
    """The pairs of a set, of several sets in a folder, or of a folder of pairs."""
    if path.is_file():
        data = json.loads(path.read_text(encoding="utf-8"))
        yield from (_of_set(pair) for pair in data["pairs"]) if "pairs" in data else (_of_files(path, data),)
        return
    for file in sorted(path.glob("*.json")):
        yield from read(file)


def _of_set(pair: Mapping[str, Any]) -> Case:
    a, b = (account["text"] for account in pair["accounts"].values())
    words = {fact["id"]: fact["words"] for fact in pair["facts"]}
    plants = [("who" if p["kind"] in WHO else p["kind"], words[p["a"]], words[p["b"]]) for p in pair["plants"]]
    return Case(pair["title"], pair.get("language", "en"), a, b, plants)


def _of_files(file: Path, data: Mapping[str, Any]) -> Case:
    a, b = (file.with_name(f"{file.stem}-{side}.txt").read_text(encoding="utf-8") for side in "ab")
    plants, also = ([(p["kind"], p["a"], p["b"]) for p in data.get(key, ())] for key in ("plants", "also"))
    return Case(data["title"], data["language"], a, b, plants, also)


def score(cases: Iterable[Case]) -> Score:
    """Set each pair of reports side by side and count."""
    total = Score()
    for case in cases:
        count(total, case, side_by_side({"a": case.a, "b": case.b}).pairs)
    return total


def count(total: Score, case: Case, pairs: Sequence[Pair]) -> None:
    """Count of two reports what the first pairs of sentences show."""
    shown = pairs[:SHOWN]
    total.pairs += 1
    for kind, a, b in case.plants:
        total.planted[kind] += 1
        hits = [pair for pair in shown if _has(case, pair, a, b)]
        total.any_kind += bool(hits)
        if any(d.kind == kind for pair in hits for d in pair.differences):
            total.found[kind] += 1
        else:
            told = [d.kind for pair in hits for d in pair.differences]
            total.missed.append(f"{case.title}: {kind}{f' (shown as {told})' if told else ''}\n    {a}\n    {b}")
    for pair in shown:
        if not any(_has(case, pair, a, b) for _, a, b in (*case.plants, *case.also)):
            total.false += 1
            total.wrong.append(f"{case.title}: {', '.join(map(_marked(case, pair), range(len(pair.differences))))}")


def _has(case: Case, pair: Pair, a: str, b: str) -> bool:
    """Whether the words stand in the two sentences, or run over their ends."""
    sides = ((case.a, a, pair.a), (case.b, b, pair.b))
    return all(any(s.start < at + len(w) and at < s.end for at in _places(text, w)) for text, w, s in sides)


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _marked(case: Case, pair: Pair) -> Any:
    def one(number: int) -> str:
        d = pair.differences[number]
        left, right = case.a[pair.a.start : pair.a.end], case.b[pair.b.start : pair.b.end]
        spans = f"[{case.a[d.a.start : d.a.end]}] / [{case.b[d.b.start : d.b.end]}]"
        return f"{d.kind} {d.weight:.2f} {spans}\n    {left}\n    {right}"

    return one


def interval(found: int, of: int) -> tuple[float, float]:
    """Where a share lies with 95 % (Wilson 1927)."""
    if not of:
        return 0.0, 1.0
    z, p = 1.96, found / of
    middle, half = p + z * z / (2 * of), z * sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    scale = 1 + z * z / of
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def lines(name: str, total: Score) -> Iterator[str]:
    """The figures of a set: recall with its interval, by kind with the share missed, false pairs."""
    found, planted = total.found.total(), total.planted.total()
    low, high = interval(found, planted)
    yield f"{name}: {found} of {planted} with the right kind ({found / planted:.3f}, {low:.2f} to {high:.2f}); " + (
        f"under any kind {total.any_kind}; false {total.false} in {total.pairs} pairs ({total.false / total.pairs:.2f})"
    )
    for kind, number in sorted(total.planted.items()):
        low, high = interval(total.found[kind], number)
        share = total.found[kind] / number
        yield f"    {kind}: {total.found[kind]} of {number} ({share:.2f}, {low:.2f} to {high:.2f}); missed {1 - share:.2f}"


def speed() -> Iterator[str]:
    """Seconds for two reports of 3,000 letters and for many, in a process that has run once."""
    reports = [text for case in read(TESTS / "planted") for text in (case.a, case.b)]
    first, second = ("\n\n".join(reports[n::2])[:3000] for n in (0, 1))
    side_by_side({"a": first, "b": second})
    yield f"two reports of 3,000 letters: {_seconds({'a': first, 'b': second}):.3f} s"
    for number in (50, 100, 200):
        many = {str(n): _renamed(reports[n % len(reports)], n // len(reports)) for n in range(number)}
        yield f"{number} reports: {_seconds(many):.2f} s, {_seconds(many) / number:.3f} s a report"


def _renamed(text: str, number: int) -> str:
    """Another report of the same kind: its names are others."""
    return " ".join(w if not w[:1].isupper() else w[:-1] + "aeou"[number] + w[-1] for w in text.split(" "))


def _seconds(texts: Mapping[str, str]) -> float:
    start = perf_counter()
    side_by_side(texts)
    return perf_counter() - start


def main(arguments: list[str]) -> None:
    """Print the figures of each set, by language."""
    if "--speed" in arguments:
        print(*speed(), sep="\n", flush=True)
        return
    for path in [Path(a) for a in arguments if not a.startswith("--")] or SETS:
        by_language: dict[str, list[Case]] = defaultdict(list)
        for case in read(path):
            by_language[case.language].append(case)
        for language, cases in by_language.items():
            total = score(cases)
            print(*lines(f"{path.name} {language}", total), sep="\n")
            if "--misses" in arguments:
                print(*("\nmissed " + m for m in total.missed), *("\nfalse " + w for w in total.wrong), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
