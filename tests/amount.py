"""How many random cases a test tries: few in `./check`, many in `./check --ci`, which runs those tests again with the profile `ci`.

Hypothesis has its number from its profile (`tests/conftest.py`), or is told `cases(quick, ci)` where a case is dear or cheap.
A test that loops by itself takes the fixture `cases`, which marks it `random`, so that it is among those that are run again.
"""

import os
from typing import Protocol

PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "quick")
"""`quick` or `ci`."""


class Cases(Protocol):
    """The type of the fixture `cases`."""

    def __call__(self, quick: int, ci: int) -> int: ...


def cases(quick: int, ci: int) -> int:
    """How many cases this run is to try."""
    return {"quick": quick, "ci": ci}[PROFILE]
