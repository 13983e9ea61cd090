"""The scenarios that are timed: issues of five or six options, values drawn uniformly, each from a seed of its own.

Both sides make them from the same few numbers, so nothing but those passes between their processes. Real values are whole
multiples of 2^-40 below 1, so that sums of floats are exact and results can be compared bit by bit.
"""

import numpy as np
from numpy.typing import NDArray

Values = list[NDArray[np.float64]]
"""For each issue what its options are worth; shape (options, parties)."""


def values(issues: int, options: int, parties: int, kind: str, seed: int) -> Values:
    """An instance; `kind`: real, or integer (0 to 100)."""
    rng = np.random.default_rng([seed, issues, options, parties])
    if kind == "integer":
        return [rng.integers(0, 101, (options, parties)).astype(float) for _ in range(issues)]
    return [np.floor(rng.random((options, parties)) * 2**40) / 2**40 for _ in range(issues)]


def packages(instance: Values) -> NDArray[np.float64]:
    """The utilities of all packages, the last issue turning fastest; shape (packages, parties)."""
    sums = np.zeros((1, instance[0].shape[1]))
    for adds in instance:
        sums = (sums[:, None, :] + adds[None, :, :]).reshape(-1, sums.shape[1])
    return sums


def digest(vectors: NDArray[np.float64]) -> list[float]:
    """What two frontiers have in common if they are the same: how many distinct vectors, and sums over them."""
    distinct = np.unique(vectors, axis=0)
    return [
        float(len(distinct)),
        *np.round(distinct.sum(axis=0), 6).tolist(),
        *np.round(np.square(distinct).sum(axis=0), 6).tolist(),
    ]
