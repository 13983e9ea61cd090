"""The weights by which it is decided who helps: a logistic regression over all who are named, held small by a ridge."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any
from unittest.mock import patch

import numpy as np
from scipy.optimize import minimize

from goodoffices.extraction.roster import seen as reading
from goodoffices.extraction.roster.deciding import LEAST, third_of
from goodoffices.extraction.roster.reading import read_roster

from .known import learned, openings
from .test_openings import is_one

RIDGE = 0.5
PARTY = 0.4
"""What a party counts: most are known to be one before it is asked who helps."""
TEXTS = 5
PARTS = 4


@dataclass(frozen=True)
class Candidate:
    """One who is named in a text: the signs, whether it helps, and whether it is a party."""

    group: str
    part: int
    signs: Mapping[str, float]
    helps: bool
    party: bool


def candidates(more: Sequence[dict[str, Any]] = ()) -> list[Candidate]:
    """All who are named in the texts whose third parties are known."""
    names = ("openings", "articles", "registers", "indirect")
    groups = [*((name, openings(name)) for name in names), ("varied", learned("varied"))]
    some = [*groups, ("more", list(more))]
    return [c for name, texts in some for n, one in enumerate(texts) for c in _of(name, n // 2 % PARTS, one)]


def _of(group: str, part: int, one: dict[str, Any]) -> Iterator[Candidate]:
    read_roster.cache_clear()
    with patch.object(reading, "third_of", side_effect=third_of) as asked:
        read_roster(one["text"])
    _, might, names, *_ = asked.call_args.args
    for key, (helper, signs) in might.items():
        side = names.side(key, helper)
        helps = any(is_one(side, wanted) for wanted in one["third"])
        yield Candidate(group, part, {**signs, "any": 1}, helps, any(is_one(side, wanted) for wanted in one["parties"]))


def fit(some: Sequence[Candidate]) -> dict[str, float]:
    """The weights of all signs that some candidates show."""
    seen = Counter(name for one in some for name in one.signs)
    at = {name: n for n, name in enumerate(sorted(name for name, times in seen.items() if times >= TEXTS))}
    table = np.zeros((len(some), len(at)))
    for row, one in enumerate(some):
        for name, share in one.signs.items():
            if name in at:
                table[row, at[name]] = share
    wanted = np.array([one.helps for one in some], dtype=float)
    counts = np.array([PARTY if one.party and not one.helps else 1.0 for one in some])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        score = table @ weights
        total = counts @ (np.logaddexp(0, score) - wanted * score) + RIDGE * weights @ weights
        return float(total), table.T @ (counts * (1 / (1 + np.exp(-score)) - wanted)) + 2 * RIDGE * weights

    found = minimize(loss, np.zeros(len(at)), jac=True, method="L-BFGS-B").x
    return {name: float(found[n]) for name, n in at.items()}


def left_out(known: Sequence[Candidate]) -> Iterator[tuple[Candidate, float]]:
    """Each candidate with its score by weights fitted without its part."""
    for part in range(PARTS):
        weights = fit([one for one in known if one.part != part])
        for one in known:
            if one.part == part:
                yield one, sum(weights.get(name, 0) * share for name, share in one.signs.items())


def main() -> None:
    """Print how many who help are found, and how many others are told, in texts that were left out."""
    counts: dict[str, Counter[str]] = {}
    for one, score in left_out(candidates()):
        told = score > log(LEAST / (1 - LEAST))
        counts.setdefault(one.group, Counter()).update(
            {"help": one.helps, "found": one.helps and told, "stray": told and not one.helps and not one.party,
             "party": told and one.party and not one.helps}
        )  # fmt: skip
    for group, some in counts.items():
        print(
            f"{group}: {some['found']} of {some['help']} who help; {some['stray']} stray, {some['party']} of the parties"
        )


if __name__ == "__main__":
    main()
