"""How many random cases a test tries: few in `./check`, many in `./check --ci`, which runs those tests again with the profile `ci`.

Hypothesis has its number from its profile (`tests/conftest.py`), or is told `cases(quick, ci)` where a case is dear or cheap.
A test that loops by itself takes the fixture `cases`, which marks it `random`, so that it is among those that are run again.
"""

import os
from collections.abc import Iterable
from typing import Any, Protocol

import pytest

PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "quick")
"""`quick`, `ci`, or `search`, which is `ci` with new random cases."""


class Cases(Protocol):
    """The type of the fixture `cases`."""

    def __call__(self, quick: int, ci: int) -> int: ...


def cases(quick: int, ci: int) -> int:
    """How many cases this run is to try."""
    return quick if PROFILE == "quick" else ci


def some(rows: Iterable[Any], *quick: Any) -> list[Any]:
    """Rows of a table of dear tests (a browser for each): those named are quick, the others run with the slow ones."""
    slow = pytest.mark.slow
    return [
        row if row in quick else pytest.param(*(row if isinstance(row, tuple) else (row,)), marks=slow) for row in rows
    ]


def few(number: int, rows: Iterable[Any]) -> list[Any]:
    """As `some`, where the first rows of a table are the quick ones."""
    rows = list(rows)
    return [*rows[:number], *some(rows[number:])]
