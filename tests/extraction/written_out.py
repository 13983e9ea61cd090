"""A double of an extractor: it proposes what the lines of a report say in so many words.

    meeting | M1 | parties | North; South
    position | North | demands | a half | issue=water | by=Ann Lee | modality=future

A line that is none stays a line of the text. The words of a proposal are its line.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from goodoffices.extraction.extractors import Named
from goodoffices.extraction.naming import Account
from goodoffices.extraction.proposal import Text, signed
from goodoffices.extraction.sources import numbered
from goodoffices.record import NARRATOR, Claim

BOOM, SLOW = "BOOM", "SLOW"


class WrittenOut:
    """Reads lines; breaks down on a text with BOOM; SLOW takes a moment."""

    name, version = "double", "1"

    def propose(self, text: Text) -> Sequence[Claim]:
        if BOOM in text.text:
            raise ZeroDivisionError("a bug")
        if SLOW in text.text:
            time.sleep(0.05)
        return signed(self, proposals(text.text, text.source))


@dataclass(frozen=True)
class Double:
    """Makes the double, in any process."""

    def __call__(self) -> WrittenOut:
        return WrittenOut()


def double_named(name: str) -> Double:
    """The double in place of the extractor of a name that there is."""
    Named(name)
    return Double()


def proposals(text: str, source: str = "") -> list[Claim]:
    found, place = [], 0
    for line in text.splitlines(keepends=True):
        if line.count(" | ") >= 3:
            found.append(_claim(line.rstrip("\n"), place, source))
        place += len(line)
    return found


def _claim(line: str, start: int, source: str) -> Claim:
    type_, subject, predicate, value, *more = line.split(" | ")
    options: dict[str, Any] = dict(one.split("=", 1) for one in more)
    by, sure = options.pop("by", None), Decimal(options.pop("sure", "0.5"))
    renamed = {"for": "for_party", "at": "meeting"}
    settings = {renamed.get(key, key): word for key, word in options.items() if key != "when"}
    return Claim(
        id="P0", source=source, type=type_, subject=subject, predicate=predicate,  # type: ignore[arg-type]
        value=tuple(value.split("; ")) if predicate == "parties" else value,
        attributed_to=(NARRATOR, by) if by else (NARRATOR,), words=line, start=start, end=start + len(line),
        qualifiers={"when": options["when"]} if "when" in options else {}, entered_by="double 1", status="proposed",
        confidence=sure, **settings,
    )  # fmt: skip


def accounts(*texts: str) -> list[Account]:
    """Accounts A, B, ... of some texts."""
    keys = "ABCDEFGH"
    return [Account(key, numbered(key, proposals(text))) for key, text in zip(keys, texts, strict=False)]


def reports(folder: Path, *texts: str) -> list[Path]:
    """Files r0.txt, r1.txt, ... with some texts."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"r{number}.txt" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_bytes(text.encode())
    return files
