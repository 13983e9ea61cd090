"""Test sets of pairs of accounts with planted conflicts: how many the comparison finds, and how often it cries wolf.

    python -m benchmarks.planted [FILE ...]     without a file: all sets in tests/data/planted

Each set was written without sight of the comparison's rules. `set1`, `set2` and `set3` served while the rules were made
(`set2` only after it had been scored unseen, at a recall of 0.855). `set4` and `set5` are held out: their facts were not read
by those who made the rules; their figures were looked at after each change.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goodoffices.record import Claim, Names, Record, Relation, Source, TextFile, compare

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "data" / "planted"
SETS = tuple(sorted(path.stem for path in FOLDER.glob("set*.json")))
# Keys of a fact that a claim takes as they are.
_SAME = ("meeting", "for_party", "issue", "qualifiers", "modality", "as_printed", "words")

Pair = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """What the comparison made of one pair of accounts."""

    title: str
    plants: int
    """Conflicts that were planted."""
    found: int
    """Of these, told as a contradiction."""
    false: int
    """Contradictions told where none was planted."""
    missed: tuple[str, ...] = ()
    """The kinds of the plants that were not found."""


def read_set(name: str, folder: Path = FOLDER) -> list[Pair]:
    """The pairs of accounts of one set."""
    pairs: list[Pair] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))["pairs"]
    return pairs


def load(pair: Pair) -> tuple[Record, Names, tuple[str, ...]]:
    """The record of a pair of accounts, the registry of its names, and the ids of its meetings."""
    entities = pair["entities"]
    known = {key: [*entity["names"], key] for key, entity in entities.items()} | {
        key: [key] for key in pair["meetings"]
    }
    names = Names(known, {key: entity.get("of") for key, entity in entities.items() if entity.get("of")})
    sources = {key: _source(key, account) for key, account in pair["accounts"].items()}
    record = Record(format="record/1", sources=sources, claims=tuple(map(_claim, pair["facts"])))
    return record, names, tuple(pair["meetings"])


def _source(key: str, account: dict[str, Any]) -> Source:
    # The words of a fact were proved against its account when the set was made; here the text is not read.
    text = TextFile(kind="original", file=f"sources/{key}.txt", sha256="")
    return Source(publisher=key, written=account["written"], text=text)


def _claim(fact: dict[str, Any]) -> Claim:
    value = tuple(fact["value"]) if isinstance(fact["value"], list) else fact["value"]
    return Claim(
        id=fact["id"], source=fact["account"], type=fact["type"], subject=fact["subject"], predicate=fact["predicate"], value=value,
        entered_by="the set's author", attributed_to=(fact.get("speaker", "narrator"),),
        **{key: fact[key] for key in _SAME if fact.get(key) is not None},
    )  # fmt: skip


def score(pair: Pair) -> Score:
    """Compare one pair of accounts and count."""
    record, names, meetings = load(pair)
    told = {
        frozenset((a, b))
        for a, b, relation in compare(record, names, meetings).pairs()
        if relation is Relation.CONTRADICTS
    }
    plants = {frozenset((plant["a"], plant["b"])): plant["kind"] for plant in pair["plants"]}
    missed = tuple(sorted(kind for key, kind in plants.items() if key not in told))
    return Score(pair["title"], len(plants), len(plants.keys() & told), len(told - plants.keys()), missed)


def recall(scores: Iterable[Score]) -> float:
    """The share of planted conflicts that were found."""
    scores = list(scores)
    return sum(s.found for s in scores) / sum(s.plants for s in scores)


def line(name: str, scores: list[Score]) -> str:
    """One line of figures for a set."""
    found, plants = sum(s.found for s in scores), sum(s.plants for s in scores)
    return (
        f"{name}: {found} of {plants} found ({recall(scores):.3f}), false alarms per pair {[s.false for s in scores]}"
    )


def main(files: list[str]) -> None:
    """Print a line for each set."""
    paths = [Path(file) for file in files] or [FOLDER / f"{name}.json" for name in SETS]
    for path in paths:
        print(line(path.stem, [score(pair) for pair in read_set(path.stem, path.parent)]))


if __name__ == "__main__":
    main(sys.argv[1:])
