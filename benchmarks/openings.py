"""Who talks by the opening of a report: how often all parties are found, how often a stray one is told, who is found to help.

    python -m benchmarks.openings [--misses] [--part NAME] [FILE...]

FILE holds openings, each with its parties and third parties under all forms of their names: a list in JSON or YAML. Without one:
tests/data/openings. `--part kept` takes only those that are marked `part: kept`, `--part learn` the others; `--misses` prints
each opening that is not read right.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from goodoffices.extraction.roster.reading import read_roster
from goodoffices.extraction.roster.side import NOTHING, Said, Side, bare

DATA = Path(__file__).resolve().parent.parent / "tests" / "data" / "openings"
Forms = Sequence[str]


@dataclass(frozen=True, slots=True)
class Opening:
    """A text, and who talks and helps by it, each under all forms of the name."""

    text: str
    parties: tuple[Forms, ...]
    third: tuple[Forms, ...]
    part: str


def openings(path: Path) -> Iterator[Opening]:
    """The openings of one file; entries without a text, as those of whole reports, are left out."""
    content = path.read_text("utf-8")
    for one in json.loads(content) if path.suffix == ".json" else yaml.safe_load(content):
        if "text" in one:
            parties, third = (tuple(map(_forms, one[key])) for key in ("parties", "third"))
            yield Opening(one["text"], parties, third, one.get("part", "learn"))


def _forms(told: Any) -> Forms:
    return [form.strip() for form in told.split("|")] if isinstance(told, str) else told


def _words(name: str) -> list[str]:
    letters = bare(name).replace("'s", "").replace("-", " ").replace("'", " ")
    return [word.rstrip("s") for word in letters.split() if word not in ("the", "a", "an")]


def _holds(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words of one name stand in a row in another."""
    return any(list(other[at : at + len(one)]) == list(one) for at in range(len(other) - len(one) + 1))


def is_one(side: Side, forms: Forms) -> bool:
    """Whether one name of a side holds a form or lies in one, folded."""
    pairs = ((_words(name), _words(form)) for name in side.names for form in forms)
    return any(one and two and (_holds(one, two) or _holds(two, one)) for one, two in pairs)


def faults(one: Opening, told: Callable[[str], Said] = lambda _: NOTHING) -> Iterator[tuple[str, str]]:
    """What is wrong of what is read of an opening, by kind; `told`: what somebody says of who talks."""
    seen = told(one.text) or read_roster(one.text).seen
    yield from (("party missed", forms[0]) for forms in one.parties if not _among(forms, seen.parties))
    for side in seen.parties:
        if not any(is_one(side, forms) for forms in one.parties):
            helps = any(is_one(side, forms) for forms in one.third)
            yield ("third told as party" if helps else "stray party", side.name)
    yield from (("third missed", forms[0]) for forms in one.third if not _among(forms, seen.third))
    yield from (("stray third", s.name) for s in seen.third if not any(is_one(s, forms) for forms in one.third))


def _among(forms: Forms, sides: Iterable[Side]) -> bool:
    return any(is_one(side, forms) for side in sides)


def count(some: Sequence[Opening], told: Callable[[str], Said] = lambda _: NOTHING) -> Counter[str]:
    """The openings and third parties of some texts, and of them those that are read right."""
    found = Counter[str](openings=len(some), thirds=sum(len(one.third) for one in some))
    for one in some:
        wrong = Counter(kind for kind, _ in faults(one, told))
        stray = wrong["stray party"] + wrong["third told as party"]
        found["all parties"] += not wrong["party missed"]
        found["two parties"] += len(one.parties) - wrong["party missed"] >= min(2, len(one.parties))
        found["no stray"] += not stray
        found["right"] += not wrong["party missed"] and not stray
        found["third found"] += len(one.third) - wrong["third missed"]
        found.update({kind: wrong[kind] for kind in ("third told as party", "stray third")})
    return found


def line(name: str, found: Counter[str]) -> str:
    """The figures of one file in a row."""
    of = max(found["openings"], 1)
    shares = " | ".join(f"{key} {found[key] / of:.2f}" for key in ("all parties", "two parties", "no stray", "right"))
    return (
        f"{name}: {found['openings']} openings | {shares} | third found {found['third found']} of {found['thirds']}"
        f" | third told as party {found['third told as party']} | stray third {found['stray third']}"
    )


def main() -> None:
    """Print the figures of each file, and the misses where they are asked for."""
    asked = argparse.ArgumentParser()
    asked.add_argument("files", nargs="*", type=Path)
    asked.add_argument("--misses", action="store_true")
    asked.add_argument("--part")
    told = asked.parse_args()
    for path in told.files or sorted(DATA.glob("*.yaml")):
        some = [one for one in openings(path) if told.part in (None, one.part)]
        if some:
            print(line(path.name, count(some)))
        for one in some if told.misses else ():
            if wrong := list(faults(one)):
                print("", one.text, *(f"  {kind}: {name}" for kind, name in wrong), sep="\n")


if __name__ == "__main__":
    main()
