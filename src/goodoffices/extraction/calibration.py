"""How sure a proposal is: what share of its rule's proposals were right on texts with facts read by hand.

The table `calibration.json` holds, for each program and version, the counts (right, proposed) of every rule on the texts that
the rules were made with, and of every type of claim on the two development sets *at the first run*, before anything was mended:
what the rules were worth on a text that they had never met. A rule's own count is drawn towards that share:

    confidence = (right + weight * first) / (proposed + weight)

`weight` is chosen by leaving out one document after the other (the least squared error of what is told of the one left out), and
not below LEAST: the document left out has been read by whoever mended the rules, so the choice flatters them.

On eight texts that nobody had read, 36 of 37 proposals told as 0.9 and more were right; between 0.5 and 0.9 they were told
too sure by about a tenth.

`python -m benchmarks.extraction --fit` writes the counts of rules and the weight anew.
"""

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

LEAST = 12.0
"""Proposals that the first count is worth at least: a rule with fewer cases is mostly believed as its type was at first."""
LOWEST, HIGHEST = 0.05, 0.95
"""No rule is believed wholly or not at all."""


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The table as it is checked in."""
    content: dict[str, Any] = json.loads(files(__package__).joinpath("calibration.json").read_text(encoding="utf-8"))
    return content


@lru_cache(maxsize=4096)
def confidence(program: str, kind: str, rule: str) -> float:
    """The confidence of a rule of a program (`plain 0.1.0`) for one type of claim; of an unknown rule that of its type."""
    known = table().get(program, {})
    right, proposed = known.get("rules", {}).get(f"{kind}:{rule}", (0, 0))
    return shrunk(right, proposed, first(program, kind), float(known.get("weight", LEAST)))


def first(program: str, kind: str) -> float:
    """What share of a type was right when the rules first met the texts, one right and one wrong added."""
    right, proposed = table().get(program, {}).get("first", {}).get(kind, (0, 0))
    return float((right + 1) / (proposed + 2))


def shrunk(right: int, proposed: int, prior: float, weight: float = LEAST) -> float:
    """A count drawn towards a prior share.

    >>> round(shrunk(10, 10, 0.5), 2), round(shrunk(0, 0, 0.5), 2)
    (0.73, 0.5)
    """
    return min(HIGHEST, max(LOWEST, (right + weight * prior) / (proposed + weight)))
