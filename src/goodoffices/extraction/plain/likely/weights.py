"""How likely each place of a report answers a question: a conditional logit (McFadden 1974) over the signs of each, and *none of them*.

The weights are in `weights.tsv`, fitted with a penalty on their squares on reports whose facts were marked by hand:
`python -m benchmarks.typed --fit` writes them anew.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp


def chances(question: str, places: Sequence[Collection[str]]) -> list[float]:
    """How likely each place is the one that answers, by its signs; what is missing to one is how likely none does."""
    listed = table().get(question, {})
    sums = [sum(listed.get(sign, 0.0) for sign in signs) for signs in places]
    most = max((0.0, *sums))
    powers = [exp(one - most) for one in sums]
    total = exp(-most) + sum(powers)
    return [power / total for power in powers]


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, float]]:
    """The weights of each question's signs."""
    found: dict[str, dict[str, float]] = {}
    for line in files(__package__).joinpath("weights.tsv").read_text("utf-8").splitlines():
        question, sign, weight = line.split("\t")
        found.setdefault(question, {})[sign] = float(weight)
    return found
