"""Texts whose parties are known: openings, whole reports, and the kinds of wording."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parents[2] / "data"


def reports() -> Iterator[tuple[str, list[str]]]:
    """Whole reports, with the names of who talks; those with ? may count as parties besides."""
    for one in yaml.safe_load((DATA / "openings" / "reports.yaml").read_text("utf-8")):
        for text in _texts(DATA / one["file"], one.get("pair")):
            yield text, one["parties"]


def _texts(path: Path, pair: int | None) -> list[str]:
    text = path.read_text("utf-8")
    if pair is None:
        return [re.sub(r"\[\w:|\]", "", text)]  # without the marks of what each sentence tells
    return [account["text"] for account in json.loads(text)["pairs"][pair]["accounts"].values()]


def marked() -> Iterator[tuple[str, list[str]]]:
    """The reports whose facts are marked, with who met by them."""
    for name in ("dev", "dev2", "heldout"):
        for one in json.loads((DATA / "extraction" / f"{name}.json").read_text("utf-8"))["documents"]:
            if met := [
                fact["value"] for fact in one["facts"] if (fact["subject"], fact["predicate"]) == ("M1", "parties")
            ]:
                yield one["text"], [" | ".join(one["parties"][party]["names"]) for party in met[0]]


def openings(*names: str) -> list[dict[str, Any]]:
    """The openings of some files."""
    return [one for name in names for one in yaml.safe_load((DATA / "openings" / f"{name}.yaml").read_text("utf-8"))]


def learned(*names: str) -> list[dict[str, Any]]:
    """The openings of some files without those on which no rule was made."""
    return [one for one in openings(*names) if one.get("part") != "kept"]
