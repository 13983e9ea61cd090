"""Passages under headings: how many facts lie in what is shown, how many under their own heading; and the fit of the weights.

    python -m benchmarks.passages [--fit] [FOLDER]

FOLDER holds reports whose facts were marked with their headings by hand; without it: tests/data/headings. Sentences are taken in the
order of their confidence until three quarters of a report's words are shown. `--fit` writes `weights.tsv` anew, from that folder and
from the facts of tests/data/planted, whose types are close to headings.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from goodoffices.extraction.passages import Passage, passages
from goodoffices.extraction.passages.reading import clues
from goodoffices.extraction.passages.weights import COLUMNS
from goodoffices.extraction.roster.reading import read_roster

DATA = Path(__file__).resolve().parent.parent / "tests" / "data"
WEIGHTS = Path(__file__).resolve().parent.parent / "src/goodoffices/extraction/passages/weights.tsv"
SHARE = 0.75
"""Of a report's words, at most this much is shown."""
PENALTY = 0.5
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


def shown(found: Sequence[Passage], text: str, share: float = SHARE) -> list[Passage]:
    """The surest passages, as many as make up no more than this share of the words."""
    left = share * len(text.split())
    kept = []
    for one in sorted((p for p in found if p.heading), key=lambda p: -p.confidence):
        size = len(text[one.start : one.end].split())
        if size <= left:
            left -= size
            kept.append(one)
    return kept


def score(report: Marked, confused: Counter[tuple[str, str]] | None = None) -> Score:
    """What is shown of one report."""
    kept = shown(passages(report.text, "en", read_roster(report.text)), report.text)
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
    """The reports of a folder, each a text with marks, or a pair in JSON beside two texts."""
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


def rows(reports: Sequence[Marked], weight: float) -> Iterator[tuple[frozenset[str], dict[str, float], float]]:
    """Each sentence that asserts: what is found in it, and the shares of its headings."""
    for report in reports:
        for part, found in clues(report.text, "en", read_roster(report.text)):
            if part.heading:
                continue
            here = Counter(f.heading for f in report.facts if f.start < part.end and part.start < f.end)
            total = sum(here.values())
            yield found, ({name: n / total for name, n in here.items()} if total else {"none": 1.0}), weight


def fit(
    reports: Sequence[tuple[frozenset[str], dict[str, float], float]], penalty: float = PENALTY
) -> dict[str, list[float]]:
    """The weights that make the headings likeliest, small ones preferred."""
    names = sorted({name for found, _, _ in reports for name in found})
    place = {name: n for n, name in enumerate(names)}
    x = np.zeros((len(reports), len(names)))
    y = np.zeros((len(reports), len(COLUMNS)))
    w = np.array([weight for _, _, weight in reports])[:, None]
    for n, (found, wanted, _) in enumerate(reports):
        x[n, [place[name] for name in found]] = 1
        for heading, share in wanted.items():
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


if __name__ == "__main__":
    pass
