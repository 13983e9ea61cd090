"""Fit what each sign of a kind of difference counts, to pairs of reports with planted differences.

    python -m benchmarks.fit_signs deeds|where.places FOLDER ...

Prints WEIGHTS of that kind, what two answers must share (LEAST in `differences`), and what is found in pairs that were left out.
"""

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from goodoffices.accounts.align import Aligned
from goodoffices.accounts.differences import _ranked
from goodoffices.accounts.reading.known import known_of
from goodoffices.accounts.reading.passages import account

from .fit_venues import FOLDS, PENALTY
from .side_by_side import Case, _places, read

CLASSES = {"deeds": "Deeds", "where.places": "Places"}
Row = tuple[int, bool, list[float]]
"""Its pair of reports, whether it was planted, and what speaks for it: what the words around share, then each sign."""


def rows(module: Any, kinded: Any, cases: Sequence[Case]) -> Iterator[Row]:
    """All that two reports may tell differently under a kind, but for what is a difference of another kind."""
    for number, case in enumerate(cases):
        known = known_of((case.a, case.b), {})
        aligned = Aligned(account("a", case.a, case.language, known), account("b", case.b, case.language, known))
        for score, v, w, verdict in _ranked(kinded, aligned):
            told = [kind for kind, a, b in (*case.plants, *case.also) if _in(case.a, a, v) and _in(case.b, b, w)]
            if not verdict.same and (not told or kinded.kind in told):
                worth = module.signs(aligned, v, w)
                yield (
                    number,
                    kinded.kind in told,
                    [1.0, score - verdict.bonus, *(float(worth[s]) for s in module.WEIGHTS)],
                )


def _in(text: str, words: str, value: Any) -> bool:
    p = value.passage
    return any(p.start < at + len(words) and at < p.end for at in _places(text, words))


def fit(some: Sequence[Row]) -> NDArray[np.float64]:
    """Logistic regression with a ridge, by Newton's method."""
    x, y = np.array([r[2] for r in some]), np.array([r[1] for r in some], float)
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + PENALTY * np.eye(x.shape[1])
        weights -= np.linalg.solve(hessian, x.T @ (p - y) + PENALTY * weights)
    return weights


def main(name: str, folders: Sequence[str]) -> None:
    """Print the weights, and what they reach on pairs that were left out."""
    module = import_module(f"goodoffices.accounts.kinds.{name}")
    found = list(rows(module, getattr(module, CLASSES[name])(), [c for f in folders for c in read(Path(f))]))
    for least in (0.0, -0.5, -1.0, -1.5):
        told = [
            (r[1], float(np.dot(r[2], weights)) >= least)
            for k in range(FOLDS)
            for weights in [fit([r for r in found if r[0] % FOLDS != k])]
            for r in found
            if r[0] % FOLDS == k
        ]
        right, false = sum(y and s for y, s in told), sum(s and not y for y, s in told)
        print(f"left out, from {least}: right {right} of {sum(y for y, _ in told)}, false {false}")
    first, shared, *others = fit(found)
    print(
        "LEAST",
        round(-first / shared, 1),
        {s: round(w / shared, 1) for s, w in zip(module.WEIGHTS, others, strict=True)},
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
