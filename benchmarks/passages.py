"""Passages under headings: how many facts lie in what is shown, how many under their own heading; and the fit of the weights.

    python -m benchmarks.passages [--fit] [FOLDER]

FOLDER holds reports whose facts were marked with their headings by hand; without it: tests/data/headings. Sentences are taken by
their worth until three quarters of a report's words are shown. `--fit` writes `weights.tsv` anew, from the marked reports and from
the facts of tests/data/planted, whose types are close to headings.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from goodoffices.brief.chosen import SHARE, fitting
from goodoffices.extraction.passages import HEADINGS, passages
from goodoffices.extraction.passages.reading import seen
from goodoffices.extraction.passages.weights import COLUMNS
from goodoffices.extraction.roster.reading import read_roster

DATA = Path(__file__).resolve().parent.parent / "tests" / "data"
WEIGHTS = Path(__file__).resolve().parent.parent / "src/goodoffices/extraction/passages/weights.tsv"
NEIGHBOUR = 0.6
"""Of what neighbours say, this much is believed: the sentences' own words say a part of it already."""
PENALTY = 5.0
"""On the squares of the weights."""
MARKED = 3.0
"""What a sentence that was marked by hand counts beside one whose headings follow from the types of its facts."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Words of a report that stand under a heading."""

    start: int
    end: int
    heading: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A report with its facts."""

    name: str
    text: str
    facts: tuple[Fact, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Score:
    """Facts, of these within what is shown, of these under their own heading."""

    facts: int
    shown: int
    right: int


def score(report: Marked, confused: Counter[tuple[str, str]] | None = None) -> Score:
    """What is shown of one report."""
    read = [one for one in passages(report.text, "en", read_roster(report.text)) if one.heading]
    sized = ((one, one.confidence, len(report.text[one.start : one.end].split())) for one in read)
    kept = list(fitting(sized, int(SHARE * len(report.text.split()))))
    seen = right = 0
    for fact in report.facts:
        under = {p.heading for p in kept if p.start < fact.end and fact.start < p.end}
        seen += bool(under)
        right += fact.heading in under
        if confused is not None:
            confused[
                fact.heading,
                str(next(iter(sorted(map(str, under))), "-") if fact.heading not in under else fact.heading),
            ] += 1
    return Score(len(report.facts), seen, right)


def interval(right: int, of: int) -> tuple[float, float]:
    """Wilson (1927): where the share lies with 95 %."""
    if not of:
        return 0.0, 1.0
    z, p = 1.96, right / of
    middle, half = p + z * z / (2 * of), z * sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    return (middle - half) / (1 + z * z / of), (middle + half) / (1 + z * z / of)


_MARK = re.compile(r"\[([a-z]):")
LETTERS = {
    "m": "met",
    "s": "stands",
    "t": "said",
    "x": "outside",
    "o": "outcome",
    "n": "next",
    "j": "judged",
    "b": "background",
}
"""How a heading is marked in a text: `[m:The two boards met in Lenn]`."""


def unmarked(name: str, marked: str) -> Marked:
    """A text without its marks, and the facts that they showed.

    >>> unmarked("a", "[m:They met.] Rain.").facts
    (Fact(start=0, end=9, heading='met'),)
    """
    text, facts, opened = "", [], []
    place = 0
    for match in re.finditer(r"\[[a-z]:|\]", marked):
        text += marked[place : match.start()]
        place = match.end()
        if match[0] != "]":
            opened.append((len(text), LETTERS[match[0][1]]))
        else:
            start, heading = opened.pop()
            facts.append(Fact(start, len(text), heading))
    return Marked(name, text + marked[place:], tuple(facts))


def marked_reports(folder: Path = DATA / "headings") -> list[Marked]:
    """The reports of a folder, each a text with marks."""
    return [unmarked(file.stem, file.read_text("utf-8")) for file in sorted(folder.glob("*.txt"))]


_TYPES = {
    "meeting": "met", "delegation": "met", "attendance": "met", "absence": "met", "mediation": "met", "position": "stands",
    "statement": "said", "outcome": "outcome", "signature": "outcome", "assessment": "judged", "decision": "outcome",
}  # fmt: skip


def planted_reports(folder: Path = DATA / "planted") -> Iterator[Marked]:
    """The accounts of the planted pairs, each fact under the heading that its type stands for."""
    for file in sorted(folder.glob("set*.json")):
        for number, pair in enumerate(json.loads(file.read_text("utf-8"))["pairs"]):
            for key, account in pair["accounts"].items():
                found = (_fact(pair, account["text"], fact) for fact in pair["facts"] if fact["account"] == key)
                yield Marked(f"{file.stem}-{number}-{key}", account["text"], tuple(f for f in found if f))


def _fact(pair: Mapping[str, Any], text: str, fact: Mapping[str, Any]) -> Fact | None:
    start = text.find(fact["words"])
    heading = _heading(pair, fact)
    return Fact(start, start + len(fact["words"]), heading) if start >= 0 and heading else None


def _heading(pair: Mapping[str, Any], fact: Mapping[str, Any]) -> str | None:
    kind, predicate = fact["type"], fact["predicate"]
    if predicate == "next" or (kind == "meeting" and fact.get("modality") == "future"):
        return "next"
    if kind == "meeting" and fact["subject"] != "m1":
        return "background"
    if kind == "context":
        return _context(predicate)
    if kind in ("statement", "position"):
        return _TYPES[kind] if _side(pair, fact["subject"]) else "outside"
    return _TYPES.get(kind)


_OUTSIDE = {
    "protest",
    "protested",
    "greeted",
    "crowd",
    "drew",
    "visited",
    "speaks_for",
    "listed",
    "salutes",
    "sent",
    "pray",
    "disturbed_by",
}
_NOTHING = {
    "temperature",
    "transport",
    "time_of_day",
    "shares_rose",
    "fell",
    "fields",
    "thanks",
    "wait",
    "length",
    "included",
    "holds",
    "run",
}


def _context(predicate: str) -> str | None:
    return None if predicate in _NOTHING else "outside" if predicate in _OUTSIDE else "background"


def _side(pair: Mapping[str, Any], who: str) -> bool:
    """Whether somebody is a side, or one of its people."""
    sides = {fact["value"] for fact in pair["facts"] if fact["type"] == "delegation"}
    return who in sides or pair["entities"].get(who, {}).get("of") in sides


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence that was read by hand: what is found in it, the shares of its headings, its paragraph, and what it counts."""

    found: frozenset[str]
    wanted: Mapping[str, float]
    paragraph: int
    weight: float


def rows(report: Marked, weight: float) -> list[Row]:
    """Each sentence that asserts."""
    found = []
    for one in seen(report.text, read_roster(report.text)):
        part = one.sentence
        here = Counter(f.heading for f in report.facts if f.start < part.end and part.start < f.end)
        total = sum(here.values())
        wanted = {name: n / total for name, n in here.items()} if total else {"none": 1.0}
        found.append(Row(one.evidence, wanted, part.paragraph, weight))
    return found


def neighbours(reports: Sequence[Sequence[Row]], share: float = NEIGHBOUR) -> dict[str, list[float]]:
    """The rows `within ...` and `after ...`: how much oftener a heading follows another than by chance, drawn towards 0."""
    alone = np.full(len(COLUMNS), 1.0)
    steps = {"within": np.full((len(COLUMNS), len(COLUMNS)), 0.0), "after": np.full((len(COLUMNS), len(COLUMNS)), 0.0)}
    for report in reports:
        shares = [np.array([row.wanted.get(name, 0.0) for name in COLUMNS]) * row.weight for row in report]
        for number, here in enumerate(shares):
            alone += here
            if number:
                where = "within" if report[number].paragraph == report[number - 1].paragraph else "after"
                steps[where] += np.outer(shares[number - 1], here) / report[number].weight
    alone /= alone.sum()
    found: dict[str, list[float]] = {}
    for where, counts in steps.items():
        smooth = counts + 10 * alone
        logs = share * np.log(smooth / smooth.sum(1, keepdims=True) / alone)
        found |= {f"{where} {name}": logs[n].tolist() for n, name in enumerate(COLUMNS)}
    return found


def fit(reports: Sequence[Row], penalty: float = PENALTY) -> dict[str, list[float]]:
    """The weights that make the headings likeliest, small ones preferred."""
    names = sorted({name for row in reports for name in row.found})
    place = {name: n for n, name in enumerate(names)}
    x = np.zeros((len(reports), len(names)))
    y = np.zeros((len(reports), len(COLUMNS)))
    w = np.array([row.weight for row in reports])[:, None]
    for n, row in enumerate(reports):
        x[n, [place[name] for name in row.found]] = 1
        for heading, share in row.wanted.items():
            y[n, COLUMNS.index(heading)] = share

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        b = flat.reshape(len(names), len(COLUMNS))
        z = x @ b
        z -= z.max(1, keepdims=True)
        p = np.exp(z)
        p /= p.sum(1, keepdims=True)
        value = -(w * y * np.log(p + 1e-12)).sum() + penalty * (b * b).sum()
        return float(value), (x.T @ (w * (p - y)) + 2 * penalty * b).ravel()

    best = minimize(loss, np.zeros(len(names) * len(COLUMNS)), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return dict(zip(names, best.x.reshape(len(names), len(COLUMNS)).tolist(), strict=True))


def write(weights: Mapping[str, Sequence[float]], path: Path = WEIGHTS) -> None:
    """The table, a row for each piece of evidence."""
    lines = ["\t".join(["evidence", *COLUMNS])]
    lines += ["\t".join([name, *(f"{number:.2f}" for number in numbers)]) for name, numbers in weights.items()]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def all_rows() -> list[list[Row]]:
    """What the weights are made from, report by report."""
    return [rows(report, MARKED) for report in marked_reports()] + [rows(report, 1.0) for report in planted_reports()]


def fitted(found: Sequence[Sequence[Row]]) -> dict[str, list[float]]:
    """The whole table."""
    return fit([row for report in found for row in report]) | neighbours(found)


def line(reports: Sequence[Marked]) -> str:
    """The figures of some reports, and what was shown under which heading."""
    confused: Counter[tuple[str, str]] = Counter()
    scores = [score(report, confused) for report in reports]
    facts, seen_, right = (sum(getattr(one, name) for one in scores) for name in ("facts", "shown", "right"))
    told = [f"{facts} facts"]
    told += [
        f"{name} {n / max(facts, 1):.3f} ({', '.join(f'{x:.3f}' for x in interval(n, facts))})"
        for name, n in (("shown", seen_), ("right", right))
    ]
    listed = [
        f"{wanted:10}" + " ".join(f"{got}:{confused[wanted, got]}" for got in (*HEADINGS, "-")) for wanted in HEADINGS
    ]
    return "\n".join([", ".join(told), *listed])


def main(arguments: Sequence[str]) -> None:
    """What the module's docstring says."""
    if "--fit" in arguments:
        write(fitted(all_rows()))
    folders = [Path(one) for one in arguments if not one.startswith("-")]
    sys.stdout.write(line(marked_reports(*folders[:1])) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
