"""The texts that extraction is measured on: two reports with facts read by hand, the same renamed, and sets about other talks."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from goodoffices.language.folding import fold

from .extraction_score import Fact, Marked
from .renamed import renamed

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
DATA = ROOT / "tests" / "data" / "extraction"


def seeds(shared: Path = SHARED) -> list[Marked]:
    """The two reports of Istanbul with the facts of the gold record."""
    gold = json.loads((shared / "gold" / "istanbul-2025.json").read_text(encoding="utf-8"))
    names = {"us": "united states", "u.s.": "united states", "uk": "united kingdom", "the u.s. delegation": "united states",
             "u.s. delegation": "united states"}  # fmt: skip
    marked = []
    for key, document in gold["documents"].items():
        text = (shared / document["file"]).read_text(encoding="utf-8")
        facts = tuple(_fact(row, row["object"]) for row in gold["facts"] if row["doc"] == key)
        marked.append(Marked(key, text, facts, names))
    return marked


def invented(texts: Sequence[Marked]) -> list[Marked]:
    """The same texts with every name and day replaced, in the facts as well."""
    return [_renamed(one) for one in texts]


def _renamed(one: Marked) -> Marked:
    text = renamed(one.text)
    facts = tuple(
        Fact(f.id, f.type, renamed(f.subject), f.predicate, _value(f.value), renamed(f.attributed_to), f.modality,
             len(renamed(one.text[: f.start])), len(renamed(one.text[: f.end])))
        for f in one.facts
    )  # fmt: skip
    names = {fold(renamed(_print(k))): fold(renamed(_print(v))) for k, v in one.names.items()}
    return Marked(one.id + "*", text, facts, {**names, "fu": "federal union", "f.u.": "federal union"})


def _print(name: str) -> str:
    return {"us": "US", "u.s.": "U.S."}.get(name, name.title())


def _value(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    return renamed(value) if isinstance(value, str) else tuple(map(renamed, value))


def read_set(path: Path) -> list[Marked]:
    """A set of documents with facts."""
    return [_document(row) for row in json.loads(path.read_text(encoding="utf-8"))["documents"]]


def _document(row: Mapping[str, Any]) -> Marked:
    names: dict[str, str] = {}
    for kind in ("people", "parties"):
        for full, entry in row[kind].items():
            for alias in (full, *entry["names"]):
                key = fold(alias).removeprefix("the ").removesuffix("'s")
                names.setdefault(key, fold(full))
    facts = tuple(_fact(fact, fact["value"]) for fact in row["facts"])
    return Marked(row["id"], row["text"], facts, names)


def _fact(row: Mapping[str, Any], value: Any) -> Fact:
    told = row["attributed_to"]
    teller = told if isinstance(told, str) else told[-1]
    typed = tuple(value) if isinstance(value, list) else str(value)
    return Fact(
        row["id"],
        row["type"],
        row["subject"],
        row["predicate"],
        typed,
        teller,
        row["modality"],
        row["start"],
        row["end"],
    )
