"""How much each piece of evidence says for each heading: the table `weights.tsv`, and the probabilities that follow from a sum.

The weights are those of a multinomial logistic regression (Cox 1958; McCullagh and Nelder 1989, chapter 5), with a penalty on their
squares, on texts whose sentences were put under headings by hand: `python -m benchmarks.passages --fit` writes the table anew.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp, fsum

from .passage import HEADINGS

COLUMNS: tuple[str, ...] = (*HEADINGS, "none")
"""The headings, and that a sentence belongs under none."""
Table = Mapping[str, Sequence[float]]


def probabilities(found: Iterable[str], listed: Table) -> tuple[float, ...]:
    """How likely each heading is (`COLUMNS`) by what was found in a sentence; what the table does not know says nothing.

    The sum is exact, so that the order in which evidence is found changes nothing.
    """
    rows = [listed[name] for name in found if name in listed]
    sums = [fsum(column) for column in zip(*rows, strict=True)] or [0.0] * len(COLUMNS)
    most = max(sums)
    powers = [exp(one - most) for one in sums]
    total = sum(powers)
    return tuple(power / total for power in powers)


@lru_cache(maxsize=1)
def table() -> Table:
    """The file, read once."""
    lines = files(__package__).joinpath("weights.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:])
    return {name: tuple(map(float, numbers)) for name, *numbers in rows}
