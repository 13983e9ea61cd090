"""Reports whose facts were marked by hand with the heading where a reader looks for them, and who wrote what at one sitting.

In `tests/data/headings` and `tests/data/reports` a fact stands in brackets, `[m:The two boards met in Lenn]`; in
`tests/data/planted` its type is close to a heading.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "tests" / "data"
FOLDERS = (DATA / "headings", DATA / "reports")


@dataclass(frozen=True, slots=True)
class Fact:
    """Words of a report that stand under a heading."""

    start: int
    end: int
    heading: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A report with its facts."""

    name: str
    text: str
    facts: tuple[Fact, ...] = field(repr=False)
    part: str = ""
    """Reports that were written at one sitting, which are alike."""

    @property
    def register(self) -> str:
        """Wire, minutes, column, ..."""
        return self.name.split("-")[1] if self.name[0].isdigit() else "planted"


_MARK = re.compile(r"\[([a-z]):")
LETTERS = {
    "m": "met",
    "s": "stands",
    "t": "said",
    "x": "outside",
    "o": "outcome",
    "n": "next",
    "j": "judged",
    "b": "background",
}
"""How a heading is marked in a text: `[m:The two boards met in Lenn]`."""


def unmarked(name: str, marked: str, part: str = "") -> Marked:
    """A text without its marks, and the facts that they showed.

    >>> unmarked("a", "[m:They met.] Rain.").facts
    (Fact(start=0, end=9, heading='met'),)
    """
    text, facts, opened = "", [], []
    place = 0
    for match in re.finditer(r"\[[a-z]:|\]", marked):
        text += marked[place : match.start()]
        place = match.end()
        if match[0] != "]":
            opened.append((len(text), LETTERS[match[0][1]]))
        else:
            start, heading = opened.pop()
            facts.append(Fact(start, len(text), heading))
    return Marked(name, text + marked[place:], tuple(facts), part)


def marked_reports(*folders: Path) -> list[Marked]:
    """The reports of some folders, by default of both, each a text with marks; the first digit of three tells the sitting."""
    files = [file for folder in folders or FOLDERS for file in sorted(folder.glob("*.txt"))]
    return [unmarked(file.stem, file.read_text("utf-8"), _part(file)) for file in files]


def _part(file: Path) -> str:
    number = file.stem.split("-")[0]
    return f"{file.parent.name} {number[0]}" if len(number) > 2 else file.parent.name


_TYPES = {
    "meeting": "met", "delegation": "met", "attendance": "met", "absence": "met", "mediation": "met", "position": "stands",
    "statement": "said", "outcome": "outcome", "signature": "outcome", "assessment": "judged", "decision": "outcome",
}  # fmt: skip


def planted_reports(folder: Path = DATA / "planted") -> Iterator[Marked]:
    """The accounts of the planted pairs, each fact under the heading that its type stands for."""
    for file in sorted(folder.glob("set*.json")):
        for number, pair in enumerate(json.loads(file.read_text("utf-8"))["pairs"]):
            for key, account in pair["accounts"].items():
                found = (_fact(pair, account["text"], fact) for fact in pair["facts"] if fact["account"] == key)
                yield Marked(f"{file.stem}-{number}-{key}", account["text"], tuple(f for f in found if f), file.stem)


def _fact(pair: Mapping[str, Any], text: str, fact: Mapping[str, Any]) -> Fact | None:
    start = text.find(fact["words"])
    heading = heading_of(pair, fact)
    return Fact(start, start + len(fact["words"]), heading) if start >= 0 and heading else None


def heading_of(pair: Mapping[str, Any], fact: Mapping[str, Any]) -> str | None:
    """The heading that the type of a planted fact stands for."""
    kind, predicate = fact["type"], fact["predicate"]
    if predicate == "next" or (kind == "meeting" and fact.get("modality") == "future"):
        return "next"
    if kind == "meeting" and not _of_the_round(pair, fact["subject"]):
        return "background"
    if kind == "context":
        return _context(predicate)
    if kind == "statement" and not _side(pair, fact["subject"]):
        return "outside"
    return _TYPES.get(kind)


def _of_the_round(pair: Mapping[str, Any], meeting: str) -> bool:
    """Whether a meeting is the one that is told, or its opening or closing session."""
    return meeting == "m1" or pair["meetings"].get(meeting, "").startswith(("the opening", "the closing"))


_OUTSIDE = frozenset(
    "protest protested greeted crowd drew visited speaks_for listed salutes sent pray disturbed_by".split()
)
_NOTHING = frozenset(
    "temperature transport time_of_day shares_rose fell fields thanks wait length included holds run".split()
)


def _context(predicate: str) -> str | None:
    return None if predicate in _NOTHING else "outside" if predicate in _OUTSIDE else "background"


def _side(pair: Mapping[str, Any], who: str) -> bool:
    """Whether somebody is a side, or one of its people: sides send delegations and take positions."""
    of = {name: entity.get("of", name) for name, entity in pair["entities"].items()}
    sides = {fact["value"] for fact in pair["facts"] if fact["type"] == "delegation"}
    sides |= {of.get(fact["subject"], fact["subject"]) for fact in pair["facts"] if fact["type"] == "position"}
    return of.get(who, who) in sides or who in sides
