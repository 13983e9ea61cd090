"""The fit of `weights.tsv`: how much each piece of evidence says for each heading, and how headings follow each other.

Words, beginnings and pairs of words are kept as far as they weigh something, so that the table stays small; then all is fitted
again.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_array

from goodoffices.extraction.passages.reading import seen
from goodoffices.extraction.passages.weights import COLUMNS
from goodoffices.extraction.roster.reading import read_roster

from .marked import Marked

WEIGHTS = Path(__file__).resolve().parent.parent / "src/goodoffices/extraction/passages/weights.tsv"
NEIGHBOUR = 0.7
"""Of what neighbours say, this much is believed: the sentences' own words say a part of it already."""
PENALTY, WORDING_PENALTY = 5.0, 8.0
"""On the squares of the weights; of words, of which most stand in few sentences."""
MARKED = 3.0
"""What a sentence that was marked by hand counts beside one whose headings follow from the types of its facts."""
LEAST = 2
"""Sentences in which a word must stand to be weighed."""
MOST = 4_000
"""Rows of the table at most."""
_WORDING = ("stem ", "root ", "pair ")


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence that was read by hand: what is found in it, the shares of its headings, its paragraph, and what it counts."""

    found: frozenset[str]
    wanted: Mapping[str, float]
    paragraph: int
    weight: float


Table = dict[str, list[float]]


def rows(report: Marked) -> list[Row]:
    """Each sentence that asserts."""
    weight = 1.0 if report.register == "planted" else MARKED
    found = []
    for one in seen(report.text, read_roster(report.text)):
        part = one.sentence
        here = Counter(f.heading for f in report.facts if f.start < part.end and part.start < f.end)
        total = sum(here.values())
        wanted = {name: n / total for name, n in here.items()} if total else {"none": 1.0}
        found.append(Row(one.evidence, wanted, part.paragraph, weight))
    return found


def fitted(reports: Sequence[Sequence[Row]]) -> Table:
    """The whole table, two places each."""
    found = [row for report in reports for row in report]
    often = Counter(name for row in found for name in row.found)
    names = sorted(name for name, n in often.items() if n >= LEAST or not name.startswith(_WORDING))
    rough = fit(found, names)
    table = fit(found, _weighty(rough, often)) | neighbours(reports)
    return {name: [round(number, 2) for number in numbers] for name, numbers in table.items()}


def _weighty(rough: Table, often: Mapping[str, int]) -> list[str]:
    """All evidence that is not of words, and the words that decide most."""

    def worth(name: str) -> tuple[bool, float, str]:
        return not name.startswith(_WORDING), max(map(abs, rough[name])) * often[name] ** 0.5, name

    return sorted(sorted(rough, key=worth, reverse=True)[:MOST])


def fit(found: Sequence[Row], names: Sequence[str]) -> Table:
    """The weights that make the headings likeliest, small ones preferred."""
    x = _found(found, names)
    y = np.array([[row.wanted.get(column, 0.0) for column in COLUMNS] for row in found])
    w = np.array([[row.weight] for row in found])
    penalty = np.array([[WORDING_PENALTY if name.startswith(_WORDING) else PENALTY] for name in names])

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        b = flat.reshape(len(names), len(COLUMNS))
        z = x @ b
        z -= z.max(1, keepdims=True)
        p = np.exp(z)
        p /= p.sum(1, keepdims=True)
        value = -(w * y * np.log(p + 1e-12)).sum() + (penalty * b * b).sum()
        return float(value), (x.T @ (w * (p - y)) + 2 * penalty * b).ravel()

    best = minimize(loss, np.zeros(len(names) * len(COLUMNS)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return dict(zip(names, best.x.reshape(len(names), len(COLUMNS)).tolist(), strict=True))


def _found(rows: Sequence[Row], names: Sequence[str]) -> csr_array:
    place = {name: n for n, name in enumerate(names)}
    at = [(number, place[name]) for number, row in enumerate(rows) for name in sorted(row.found) if name in place]
    return csr_array((np.ones(len(at)), tuple(zip(*at, strict=True))), shape=(len(rows), len(names)))


def neighbours(reports: Sequence[Sequence[Row]], share: float = NEIGHBOUR) -> Table:
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
    found: Table = {}
    for where, counts in steps.items():
        smooth = counts + 10 * alone
        logs = share * np.log(smooth / smooth.sum(1, keepdims=True) / alone)
        found |= {f"{where} {name}": logs[n].tolist() for n, name in enumerate(COLUMNS)}
    return found


def write(table: Table, path: Path = WEIGHTS) -> None:
    """The table, a row for each piece of evidence."""
    lines = ["\t".join(["evidence", *COLUMNS])]
    lines += ["\t".join([name, *(f"{number:.2f}" for number in numbers)]) for name, numbers in table.items()]
    path.write_text("\n".join(lines) + "\n", "utf-8")
