"""Facts that a person wrote down, as a model would answer them: what the check is given."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goodoffices.extraction.llm.naming.references import REACH
from goodoffices.extraction.llm.passages import Passages
from goodoffices.extraction.llm.proof.closed_words import LONGEST_QUOTE
from goodoffices.extraction.llm.proof.support import ENOUGH
from goodoffices.extraction.proposal import Text
from goodoffices.language.folding import Span
from goodoffices.language.sentences import sentence_around, sentences
from goodoffices.language.wording import wording

from .extraction_texts import DATA, SHARED

Item = dict[str, Any]
_COMMENT = re.compile(r"\s*\([^)]*\)")
_OWN_KEYS = frozenset("for_party polity issue hedge kind note".split())
_NOTES = re.compile(
    r"needs_coref|note|scope_note|unknown|said|relative_to|from_dateline|as_printed|kind|reckoned|head_implied|next_step"
)
"""Qualifiers in which whoever marked explains himself: no model is asked for them."""


@dataclass(frozen=True, slots=True)
class Given:
    """A text with its facts, each as the items of an answer."""

    id: str
    text: str
    facts: tuple[tuple[str, tuple[Item, ...]], ...]


def read_given(path: Path) -> list[Given]:
    """A set of tests/data/extraction."""
    rows = json.loads(path.read_text(encoding="utf-8"))["documents"]
    return [_given(row["id"], row["text"], row["facts"], "value") for row in rows]


def gold_given(shared: Path = SHARED) -> list[Given]:
    """The gold record of the two reports."""
    gold = json.loads((shared / "gold" / "istanbul-2025.json").read_text(encoding="utf-8"))
    return [
        _given(key, (shared / row["file"]).read_text(encoding="utf-8"), [f for f in gold["facts"] if f["doc"] == key], "object")
        for key, row in gold["documents"].items()
    ]  # fmt: skip


def all_given() -> dict[str, list[Given]]:
    """The gold record, where it stands beside the checkout, and the sets of tests/data/extraction."""
    found = {"gold": gold_given()} if (SHARED / "gold").is_dir() else {}
    return found | {name: read_given(DATA / f"{name}.json") for name in ("dev", "dev2", "heldout")}


def _given(id_: str, text: str, facts: list[Mapping[str, Any]], key: str) -> Given:
    return Given(id_, text, tuple((str(fact["id"]), tuple(_items(fact, fact[key], text))) for fact in facts))


def _items(fact: Mapping[str, Any], value: Any, text: str) -> Iterator[Item]:
    """`M2; M3 before M1` are two claims; whoever is `(unattributed)` is nobody named."""
    qualifiers: Mapping[str, Any] = fact["qualifiers"] or {}
    listed = [str(v) for v in value] if isinstance(value, list) else str(value)
    if fact["predicate"] == "parties":
        listed = [_bare(v) for v in (listed if isinstance(listed, list) else listed.split(";"))]
    else:
        listed = [_bare(v) for v in listed] if isinstance(listed, list) else _bare(listed)
    subjects = fact["subject"].split("; ") if re.fullmatch(r"M\d(; M\d)+", fact["subject"]) else [fact["subject"]]
    around = sentence_around(text, Span(fact["start"], fact["end"]))
    at = Passages(Text("", text)).number(fact["start"])
    for subject in subjects:
        yield {
            "type": fact["type"], "subject": _bare(subject) or "(not said)", "predicate": fact["predicate"], "value": listed,
            "quote": fact["quote"], "also": _also(fact, subject, listed, text), "sentence": around.of(text), "passage": at,
            "modality": fact["modality"],
            "for_party": fact.get("for_party") or qualifiers.get("for_party") or qualifiers.get("polity"),
            "issue": fact.get("issue") or qualifiers.get("issue"), "hedge": qualifiers.get("hedge"),
            "qualifiers": [{"name": k, "value": str(v)} for k, v in qualifiers.items()
                           if k not in _OWN_KEYS and not _NOTES.fullmatch(k) and not isinstance(v, bool)],
            "attributed_to": _chain(fact["attributed_to"]),
        }  # fmt: skip


def _also(fact: Mapping[str, Any], subject: str, value: str | list[str], text: str) -> str | None:
    """The sentence nearby that has most of what the quote lacks of whom and what: what a second quote is for."""
    around = sentence_around(text, Span(fact["start"], fact["end"]))
    wanted = wording(_bare(subject) + " " + ("; ".join(value) if isinstance(value, list) else value)).stems
    lacking = wanted - wording(fact["quote"]).stems
    if len(lacking) <= (1 - ENOUGH) * len(wanted) and fact["predicate"] != "signed":
        return None
    reach = len(text) if fact["predicate"] == "signed" else REACH
    near = [
        s for s in sentences(text) if around.start - reach <= s.start < around.end + reach and s.start != around.start
    ]
    best = max(near, key=lambda s: (len(lacking & wording(s.text).stems), -abs(s.start - around.start)), default=None)
    return best.text[:LONGEST_QUOTE] if best and lacking & wording(best.text).stems else None


def _bare(words: str) -> str:
    """Without what whoever marked explains in brackets, or by `unnamed`."""
    return re.sub(r"^unnamed (?:other )?", "", _COMMENT.sub("", words)).strip()


def _chain(told: str | list[str]) -> list[str]:
    chain = [told] if isinstance(told, str) else list(told)
    chain = [_bare(name) for name in chain if _bare(name)]
    return chain if chain[:1] == ["narrator"] else ["narrator", *chain]
