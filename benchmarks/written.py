"""Pairs of reports that were written and marked by hand, in one shape, whichever set they come from."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .marked import heading_of

DATA = Path(__file__).resolve().parent.parent / "tests" / "data"


@dataclass(frozen=True, slots=True)
class Fact:
    """Words of a report, and the heading under which a reader looks for them."""

    account: str
    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class Plant:
    """What the two reports were made to tell differently."""

    kind: str
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Told:
    """Who met, when, where, or who led whom; `sets`: where somebody has several names, those of each."""

    what: str
    names: tuple[str, ...]
    sets: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of one day."""

    name: str
    texts: dict[str, str]
    facts: tuple[Fact, ...]
    plants: tuple[Plant, ...]
    told: tuple[Told, ...]


HEADINGS = {
    "who met": "met", "when": "met", "where": "met", "who attended": "met", "who led": "met", "absent": "met", "mediation": "met",
    "position": "stands", "statement": "said", "assessment": "judged",
}  # fmt: skip


def pairs_of(folder: Path) -> Iterator[Pair]:
    """The pairs of a folder of texts, or of the planted sets."""
    for file in sorted(folder.glob("pair*.json")):
        yield _of_texts(file)
    for file in sorted(folder.glob("set*.json")):
        for number, pair in enumerate(json.loads(file.read_text("utf-8"))["pairs"], 1):
            yield _planted(f"{file.stem}-{number}", pair)


def _of_texts(file: Path) -> Pair:
    data = json.loads(file.read_text("utf-8"))
    texts = {key: file.with_name(f"{file.stem}-{key}.txt").read_text("utf-8") for key in ("a", "b")}
    facts = (Fact(f["account"], HEADINGS.get(f["heading"], f["heading"]), f["words"]) for f in data["facts"])
    plants = (Plant(p["kind"], p["a"], p["b"]) for p in data["plants"])
    return Pair(file.stem, texts, tuple(facts), tuple(plants), tuple(_told(data)))


def _told(data: dict[str, Any]) -> Iterator[Told]:
    names = [tuple(some) for some in data["parties"]]

    def of(name: str) -> tuple[str, ...]:
        return next((some for some in names if name in some), (name,))

    for meeting in data["meetings"]:
        yield Told("who", tuple(meeting["who"]), tuple(map(of, meeting["who"])))
        if meeting["day"]:
            yield Told("when", (meeting["day"],))
        if meeting["where"]:
            yield Told("where", (meeting["where"],))
    for head in data["heads"]:
        yield Told("led", (head["party"], head["person"]), (of(head["party"]), (head["person"],)))


def _planted(name: str, pair: dict[str, Any]) -> Pair:
    texts = {key.lower(): account["text"] for key, account in pair["accounts"].items()}
    words = {fact["id"]: fact["words"] for fact in pair["facts"]}
    there = [f for f in pair["facts"] if f["words"] in texts[f["account"].lower()]]
    facts = (Fact(f["account"].lower(), h, f["words"]) for f in there if (h := heading_of(pair, f)))
    plants = (
        Plant(p["kind"], words[p["a"]], words[p["b"]]) for p in pair["plants"] if p["a"] in words and p["b"] in words
    )
    return Pair(name, texts, tuple(facts), tuple(plants), tuple(_planted_told(pair)))


def _planted_told(pair: dict[str, Any]) -> Iterator[Told]:
    called = {key: tuple(entity["names"]) for key, entity in pair["entities"].items()}
    sides = dict.fromkeys(f["value"] for f in pair["facts"] if f["predicate"] in ("heads", "represents", "member_of"))
    sides |= dict.fromkeys(key for key, entity in pair["entities"].items() if entity["kind"] == "party")
    if len(parties := [called[key] for key in sides if key in called]) > 1:
        yield Told("who", tuple(some[0] for some in parties), tuple(parties))
    for fact in pair["facts"]:
        if (
            fact["subject"] == "m1"
            and fact["predicate"] in ("date", "place", "venue")
            and fact.get("modality") != "future"
        ):
            yield Told("when" if fact["predicate"] == "date" else "where", (str(fact["value"]),))
        if fact["predicate"] == "heads" and fact["value"] in called and fact["subject"] in called:
            yield Told("led", (fact["value"], fact["subject"]), (called[fact["value"]], called[fact["subject"]]))
