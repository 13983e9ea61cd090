"""How well the comparison finds what a person found: the Istanbul reports, the same under invented names, planted conflicts.

    python -m benchmarks.comparison [GOLD.json]

GOLD.json is the alignment made by hand (by default ../shared/gold/istanbul-2025.json beside the checkout, if it is there).
Exit code 1 where a goal is missed.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from goodoffices.case import Case, read_case

from .planted import SETS, line, read_set, recall, score
from .renamed import EXAMPLE, alignment, write_renamed

GOLD = EXAMPLE.parent.parent.parent / "shared" / "gold" / "istanbul-2025.json"
HELD_OUT = ("set4", "set5")
Row = Mapping[str, str]


def main(arguments: list[str]) -> int:
    """Print every figure beside its goal."""
    good = True
    path = Path(arguments[0]) if arguments else GOLD
    if path.exists():
        gold: list[Row] = json.loads(path.read_text(encoding="utf-8"))["alignment"]
        good &= _gold("Istanbul, as it is", read_case(EXAMPLE), gold)
        with TemporaryDirectory() as folder:
            good &= _gold("Istanbul, names invented", read_case(write_renamed(Path(folder) / "case")), gold)
    else:
        print(f"no alignment at {path}: the Istanbul figures are left out")
    return 0 if good & _planted() else 1


def _gold(title: str, case: Case, gold: list[Row]) -> bool:
    found = alignment(case, gold)
    print(f"{title}: pairs F1 {found.f1:.3f} (goal 0.90: {found.both} of {found.gold}, {found.found} told), ", end="")
    print(f"relations {found.relations} of {found.gold} (goal 18), contradictions {found.contradictions} (goal 0)")
    told = {(a, b): relation.value for a, b, relation in case.comparison.pairs()}
    wanted = {(row["a"], row["b"]): row["relation"] for row in gold}
    for pair in sorted(wanted.keys() | told.keys()):
        if wanted.get(pair) != told.get(pair):
            print(f"  {pair[0]} {pair[1]}: wanted {wanted.get(pair, 'no pair')}, told {told.get(pair, 'no pair')}")
    return found.f1 >= 0.90 and found.relations >= 18 and found.contradictions == 0


def _planted() -> bool:
    good = True
    for name in SETS:
        scores = [score(pair) for pair in read_set(name)]
        print(f"{line(name, scores)}{' held out' if name in HELD_OUT else ''}; goal 0.900, at most 1 each")
        for missed in (s for s in scores if s.missed):
            print(f"  {missed.title}: missed {', '.join(missed.missed)}")
        good &= recall(scores) >= 0.9 and max(s.false for s in scores) <= 1
    return good


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
