"""Neighbours: sentences under one heading stand together, so each is judged with those before and after it.

Forward and backward over the sentences (Rabiner 1989, section III), with the rows `within ...` and `after ...` of
`weights.tsv`: the logarithm of how much oftener a heading follows another than it stands anywhere, in one paragraph or in the next.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import exp

from ...language.sentences import Sentence
from .weights import COLUMNS, Table

Row = Sequence[float]


def smoothed(likely: Sequence[Row], parts: Sequence[Sentence], listed: Table) -> list[list[float]]:
    """The probabilities of each sentence, given those of all."""
    if not likely:
        return []
    within, next_ = _step("within", listed), _step("after", listed)
    steps = [within if b.paragraph == a.paragraph else next_ for a, b in pairwise(parts)]
    before = [[1.0] * len(COLUMNS)]
    for here, step in zip(likely, steps, strict=False):
        before.append(
            _scaled([sum(b * p * row[n] for b, p, row in zip(before[-1], here, step, strict=True)) for n in _ALL])
        )
    after = [[1.0] * len(COLUMNS)]
    for here, step in zip(reversed(likely), reversed(steps), strict=False):
        after.append(_scaled([sum(row[n] * here[n] * after[-1][n] for n in _ALL) for row in step]))
    after.reverse()
    return [
        _scaled([b * p * a for b, p, a in zip(*three, strict=True)])
        for three in zip(before, likely, after, strict=True)
    ]


_ALL = range(len(COLUMNS))


def _step(where: str, listed: Table) -> list[list[float]]:
    """How much likelier each heading (in the row) is after each (the rows); without a table no neighbour says anything."""
    return [[exp(one) for one in listed.get(f"{where} {name}", (0.0,) * len(COLUMNS))] for name in COLUMNS]


def _scaled(row: Row) -> list[float]:
    total = sum(row) or 1.0
    return [one / total for one in row]
