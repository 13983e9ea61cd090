"""The states of the option form: codes for programs, letters for people, and which of them can be.

A code holds a bit for each option, the first option highest; so codes and letters (N before Y) sort alike.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int64]

MOST_OPTIONS = 62
"""A code is a whole number of 64 bits."""
MOST_STATES = 2**22
"""More feasible states than this are refused: the tables of many decision makers would take gigabytes."""


class TooManyStates(ValueError):
    """The option form has more feasible states than can be kept."""


def letters(code: int, options: int) -> str:
    """A state as a letter for each option.

    >>> letters(0b101, 3)
    'YNY'
    """
    return "".join("Y" if code >> (options - 1 - i) & 1 else "N" for i in range(options))


def code(state: str) -> int:
    """The code of a state in letters.

    >>> code("YNY")
    5
    """
    return int(state.translate({ord("Y"): "1", ord("N"): "0"}), 2)


def bits(options: Sequence[str], pattern: Mapping[str, bool]) -> tuple[int, int]:
    """A partial pattern as two codes: the options that it names, and those of them that are taken up."""
    named = taken = 0
    for place, option in enumerate(reversed(options)):
        if option in pattern:
            named |= 1 << place
            taken |= pattern[option] << place
    return named, taken


def holds(codes: Codes, named: int, taken: int) -> NDArray[np.bool_]:
    """In which states (codes) a partial pattern holds; one that names nothing holds everywhere."""
    met: NDArray[np.bool_] = (codes & named) == taken
    return met


def feasible(options: Sequence[str], infeasible: Iterable[Mapping[str, bool]]) -> Codes:
    """The codes of all states that can be, ascending; TooManyStates where they are more than MOST_STATES.

    Option by option, so that what cannot be is dropped as soon as the options that rule it out are all settled.
    """
    patterns = [bits(options, pattern) for pattern in infeasible]
    codes: Codes = np.zeros(1, np.int64)
    for place in reversed(range(len(options))):
        codes = np.concatenate([codes, codes | (1 << place)])
        settled = -1 << place
        for named, taken in patterns:
            if named & settled == named and named >> place & 1:
                codes = codes[~holds(codes, named, taken)]
        if len(codes) > MOST_STATES:
            raise TooManyStates(f"more than {MOST_STATES:,} feasible states")
    return np.sort(codes)


def as_letters(codes: Iterable[Any], options: int) -> tuple[str, ...]:
    """States in letters, in the given order."""
    return tuple(letters(int(c), options) for c in codes)
