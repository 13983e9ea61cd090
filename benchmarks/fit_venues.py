"""Fit what each sign counts for a place's being that of the meeting, to pairs of reports with planted places.

    python -m benchmarks.fit_venues FOLDER ...

Prints WEIGHTS of `goodoffices.accounts.kinds.where.venues`, and in how many reports that were left out the likeliest place is
right.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from goodoffices.accounts.kinds.values import meeting_at
from goodoffices.accounts.kinds.where.venues import signs
from goodoffices.accounts.reading.known import known_of
from goodoffices.accounts.reading.passages import Account, account
from goodoffices.accounts.reading.spots import Spot, spots

from .side_by_side import Case, read

FOLDS, PENALTY = 8, 1.0
Report = tuple[int, Sequence[frozenset[str]], Sequence[bool]]
"""Its pair; of each place the signs, and whether it is the planted one."""


def reports(cases: Sequence[Case]) -> Iterator[Report]:
    """The reports in which the place of the meeting was planted."""
    for number, case in enumerate(cases):
        known = known_of((case.a, case.b), {})
        for side, text in enumerate((case.a, case.b)):
            one = account(str(side), text, case.language, known)
            planted = [plant[1 + side] for plant in case.plants if plant[0] == "place"]
            found = [s for p in one.passages for s in spots(p)]
            right = [any(_is(one, s, words) for words in planted) for s in found]
            if any(right):
                yield number, [frozenset(signs(one, s)) for s in found], right


def _is(one: Account, spot: Spot, words: str) -> bool:
    at = one.text.find(words)
    met = one.language == "en" or meeting_at(spot.passage, spot.span) == "met"
    return met and spot.span.start < at + len(words) and at < spot.span.end


def fit(rows: Sequence[Report], names: Sequence[str]) -> NDArray[np.float64]:
    """Logistic regression with a ridge, by Newton's method."""
    x = np.array([[name in s for name in names] for _, told, _ in rows for s in told], float)
    y = np.array([r for _, _, right in rows for r in right], float)
    weights = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + PENALTY * np.eye(len(names))
        weights -= np.linalg.solve(hessian, x.T @ (p - y) + PENALTY * weights)
    return weights


def right(rows: Sequence[Report], names: Sequence[str], weights: NDArray[np.float64]) -> int:
    """Of how many reports the likeliest place is the planted one."""
    worth = dict(zip(names, weights, strict=True))
    return sum(r[max(range(len(t)), key=lambda i: sum(worth[s] for s in t[i]))] for _, t, r in rows)


def main(folders: Sequence[str]) -> None:
    """Print the weights, and what they reach on pairs that were left out."""
    rows = list(reports([case for folder in folders for case in read(Path(folder))]))
    names = sorted({s for _, told, _ in rows for one in told for s in one})
    parts = [([r for r in rows if r[0] % FOLDS != k], [r for r in rows if r[0] % FOLDS == k]) for k in range(FOLDS)]
    held_out = sum(right(rest, names, fit(most, names)) for most, rest in parts)
    print(f"likeliest place right, left out: {held_out} of {len(rows)}")
    print({name: round(float(w), 1) for name, w in zip(names, fit(rows, names), strict=True)})


if __name__ == "__main__":
    main(sys.argv[1:])
