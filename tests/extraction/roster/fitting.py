"""Fit the weights by which it is decided who talks, and try them on texts that were left out.

    python -m tests.extraction.roster.fitting           in four parts, each left out once
    python -m tests.extraction.roster.fitting write     on all, into `weights.txt`

First come those who help (`fitting_thirds.py`), since how likely one helps is a sign that he is no party. Of all pairs of
bodies of a text those that are the parties are to be the most likely: a softmax over the pairs, the weights held small by a
ridge (McFadden 1974, conditional logit).
"""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from scipy.optimize import minimize

from goodoffices.extraction import roster
from goodoffices.extraction.roster import deciding
from goodoffices.extraction.roster.evidence import Evidence
from goodoffices.extraction.roster.names import Names
from goodoffices.extraction.roster.reading import read_roster
from goodoffices.extraction.roster.weighing import chosen, weights
from goodoffices.language.sentences import sentences

from . import fitting_thirds
from .known import learned, marked, openings, reports
from .test_kinds import PARTIES
from .test_openings import is_one

RIDGE = 1.0
VARIED = 2.0
"""What an opening that reads like no other counts."""
TEXTS = 5
"""In how many texts a sign must stand to be weighed."""
PARTS = 4
FILE = Path(roster.__file__).parent / "weights.txt"
HEAD = """# What each sign counts for a body, under `pair` for two of them (`evidence.py`), under `third` for who helps
# (`third_evidence.py`); `none` is what two must have at least.
# Fitted, not thought out, by `python -m tests.extraction.roster.fitting write`.
"""


@dataclass(frozen=True)
class Case:
    """One text: the signs of each pair, and whether it is the parties."""

    group: str
    part: int
    """The part with which it is left out; the two accounts of one meeting share it."""
    weight: float
    pairs: Sequence[Mapping[str, float]]
    right: Sequence[bool]


def cases() -> list[Case]:
    """All texts whose parties are known."""
    own = [(one["text"], one["parties"]) for one in openings("openings", "articles", "registers")]
    others = [(one["text"], one["parties"]) for one in openings("indirect")]
    varied = [(one["text"], one["parties"]) for one in learned("varied", "beginnings")]
    kinds = [(text, wanted.split("; ")) for some in PARTIES.values() for text, wanted in some]
    whole = [*reports(), *marked()]
    heads = [(_head(text), wanted) for text, wanted in whole]
    groups = (
        ("reports", 1.6, whole), ("heads of reports", 0.25, heads),
        ("own", 0.7, own), ("others", 2.0, others), ("kinds", 2.0, kinds), ("varied", VARIED, varied),
    )  # fmt: skip
    return [
        case
        for name, weight, texts in groups
        for part, (text, wanted) in enumerate(texts)
        if (case := _case(name, part // 2 % PARTS, weight, text, wanted))
    ]


def _head(text: str) -> str:
    """Its first two sentences, which often name one party alone."""
    parts = [part for part in sentences(text) if not part.heading][:2]
    return text[: parts[-1].end] if parts else text


def _case(group: str, part: int, weight: float, text: str, wanted: Sequence[str]) -> Case | None:
    read_roster.cache_clear()
    with patch.object(deciding, "chosen", side_effect=chosen) as asked:
        read_roster(text)
    if not asked.call_args:
        return None
    told, _, names, *_ = asked.call_args.args
    return Case(group, part, weight, list(_signs(told)), list(_right(told, names, [w.rstrip(" ?") for w in wanted])))


def _signs(told: Evidence) -> Any:
    for (one, two), signs in told.together.items():
        row = Counter[str]()
        for name, share in (*told.alone[one].items(), *told.alone[two].items()):
            row[name] += share  # type: ignore[assignment]
        yield row | {f"pair {name}": share for name, share in signs.items() if share}


def _right(told: Evidence, names: Names, wanted: Sequence[str]) -> Any:
    known = {key: {n for n, w in enumerate(wanted) if is_one(names.side(key), w)} for key in told.alone}
    for one, two in told.together:
        yield bool(known[one]) and bool(known[two]) and len(known[one] | known[two]) > 1


def fit(some: Sequence[Case]) -> dict[str, float]:
    """The weights of all signs that some texts show, and of naming nobody."""
    seen = Counter(name for case in some for name in {n for row in case.pairs for n, share in row.items() if share})
    at = {name: n for n, name in enumerate(sorted(name for name, texts in seen.items() if texts >= TEXTS))}
    at["none"] = len(at)
    tables = [(case.weight, _table(case, at), np.array([*case.right, not any(case.right)])) for case in some]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = RIDGE * float(weights @ weights), 2 * RIDGE * weights
        for weight, table, right in tables:
            likely = np.exp((score := table @ weights) - score.max())
            wanted = np.where(right, likely, 0)
            total -= weight * float(np.log(wanted.sum() / likely.sum()))
            slope = slope - weight * (table.T @ (wanted / wanted.sum() - likely / likely.sum()))
        return total, slope

    found = minimize(loss, np.zeros(len(at)), jac=True, method="L-BFGS-B").x
    return {name: float(found[n]) for name, n in at.items()}


def _table(case: Case, at: Mapping[str, int]) -> np.ndarray:
    """Each pair a row, its signs the columns; the last row is nobody."""
    table = np.zeros((len(case.pairs) + 1, len(at)))
    for row, signs in enumerate(case.pairs):
        for name, share in signs.items():
            if name in at:
                table[row, at[name]] = share
    table[-1, at["none"]] = 1
    return table


def heaviest(case: Case, weights: Mapping[str, float]) -> bool:
    """Whether the heaviest pair is the parties."""
    score = [sum(weights.get(name, 0) * share for name, share in row.items()) for row in case.pairs]
    return bool(score) and case.right[int(np.argmax(score))] and max(score) >= weights["none"]


def write(table: Mapping[str, float]) -> None:
    """Write the table, and use it from now on."""
    rows = sorted((name, round(weight, 1)) for name, weight in table.items())
    FILE.write_text(HEAD + "".join(f"{n} {w}\n" for n, w in rows if w or n == "none"), "utf-8")
    weights.cache_clear()


def main() -> None:
    """Write the weights, or print how many texts that were left out are read right."""
    if sys.argv[1:] == ["write"]:
        thirds = fitting_thirds.fit(fitting_thirds.candidates())
        told = {f"third {name}": weight for name, weight in thirds.items()}
        write({name: weight for name, weight in weights().items() if not name.startswith("third ")} | told)
        write(told | fit(cases()))
        return
    known = cases()
    right: Counter[str] = Counter()
    for part in range(PARTS):
        table = fit([case for case in known if case.part != part])
        right.update(case.group for case in known if case.part == part and heaviest(case, table))
    for group, number in Counter(case.group for case in known).items():
        print(f"{group}: both parties in {right[group]} of {number} texts that were left out")


if __name__ == "__main__":
    main()
