"""The decorator of all kernels: compiled by Numba, kept on disk for the next start, and running outside Python's lock."""

from collections.abc import Callable
from typing import ParamSpec, TypeAlias, TypeVar

import numpy as np
from numba import njit
from numpy.typing import NDArray

from .grid import Numbers

__all__ = ["Codes", "Floats", "Longs", "Numbers", "compiled"]

P = ParamSpec("P")
R = TypeVar("R")
Longs: TypeAlias = NDArray[np.int64]
Codes: TypeAlias = NDArray[np.int16]
Floats: TypeAlias = NDArray[np.float64]


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """The function, compiled when it is first called with arguments of new types."""
    result: Callable[P, R] = njit(cache=True, nogil=True)(function)
    return result
