"""Right claims made wrong in one place: what must not pass the check of a model's claims."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goodoffices.extraction.llm.naming.names import Printed
from goodoffices.language.folding import Span, fold
from goodoffices.language.wording import overlap
from goodoffices.record import family_of

from .proof_items import Given, Item

KINDS = (
    "another number", "another day", "denial dropped", "invented name", "invented value name", "quote altered",
    "swapped in the sentence",
    "another subject", "another side", "another value", "another value, quoted too",
)  # fmt: skip
_INVENTED = "Viktor Aldane"
_NAMED = frozenset(
    {
        "delegation",
        "person_post",
        "statement",
        "position",
        "mediation",
        "attendance",
        "absence",
        "decision",
        "signature",
    }
)
_ASSERTING = {"not_agreed": ("outcome", "agreed"), "absent_from": ("attendance", "attends"), "refuses": ("position", "accepts"),
              "opposes": ("position", "supports")}  # fmt: skip
_NO = re.compile(r"\b(?:no|not|never|without|none|nothing)\b ?", re.I)


@dataclass(frozen=True, slots=True)
class Corrupted:
    """A claim of one text that is wrong in one place."""

    kind: str
    fact: str
    item: Item


def corrupted(given: Given, rng: random.Random) -> Iterator[Corrupted]:
    """Each fact of a text, made wrong in every way that fits it."""
    firsts = [(id_, items[0]) for id_, items in given.facts]
    printed = Printed(given.text)
    for id_, item in firsts:
        others = [other for other_id, other in firsts if other_id != id_]
        for kind, wrong in _each(item, others, printed, rng):
            yield Corrupted(kind, id_, {**item, **wrong})


def _each(item: Item, others: Sequence[Item], printed: Printed, rng: random.Random) -> Iterator[tuple[str, Item]]:
    value = item["value"] if isinstance(item["value"], str) else "; ".join(item["value"])
    kind = family_of(item["type"], item["predicate"]).kind
    yield from (("another number", {"value": wrong}) for wrong in _numbers(value, kind, rng))
    yield from (("another day", {"value": wrong}) for wrong in _days(item, value, kind, others))
    yield from (("denial dropped", wrong) for wrong in _asserted(item, value))
    if item["type"] in _NAMED:
        yield "invented name", {"subject": _INVENTED}
        yield from (("swapped in the sentence", {"subject": s}) for s in _subjects(item, others, printed, near=True))
        yield from (("another subject", {"subject": s}) for s in _subjects(item, others, printed, near=False)[:2])
    if kind in ("name", "role") and not re.fullmatch(r"M\d+", value):
        yield "invented value name", {"value": _INVENTED}
    if item["type"] == "delegation":
        sides = dict.fromkeys(
            str(o["value"]) for o in others if o["type"] == "delegation" and not _alike(o["value"], value)
        )
        yield from (("another side", {"value": side}) for side in list(sides)[:2])
    yield "quote altered", {"quote": _altered(item["quote"], rng)}
    if kind == "text":
        for other in _values(item, value, others)[:2]:
            yield "another value", {"value": other["value"], "also": None}
            yield "another value, quoted too", {"value": other["value"], "also": other["quote"]}


def _numbers(value: str, kind: str, rng: random.Random) -> Iterator[str]:
    found = list(re.finditer(r"(?<![\w-])\d[\d,.]*(?![\w-])", value))
    if kind == "text" and found:
        match = rng.choice(found)
        yield (
            value[: match.start()]
            + str(int(re.sub(r"\D", "", match[0])) + rng.choice((1, 7, 20)))
            + value[match.end() :]
        )


def _days(item: Item, value: str, kind: str, others: Sequence[Item]) -> Iterator[str]:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return
    later = date.fromisoformat(value) + timedelta(1)
    if str(later.day) not in item["quote"]:  # `on 19 and 20 August` is both
        yield later.isoformat()
    yield f"{int(value[:4]) + 1}{value[4:]}"
    named = set(re.findall(r"\d+", item["quote"]))
    seen = [
        str(o["value"]) for o in others if re.fullmatch(r"\d{4}-\d\d-\d\d", str(o["value"])) and o["value"] != value
    ]
    yield from [day for day in seen if str(int(day[8:])) not in named][:1]


def _asserted(item: Item, value: str) -> Iterator[Item]:
    if item["predicate"] in _ASSERTING:
        type_, predicate = _ASSERTING[item["predicate"]]
        yield {"type": type_, "predicate": predicate, "modality": "asserted", "value": _NO.sub("", value) or value}
    elif item["modality"] == "negated" and not re.match("den|declin|rul|refus|reject", item["predicate"]):
        yield {"modality": "asserted", "value": _NO.sub("", value) or value}


def _subjects(item: Item, others: Sequence[Item], printed: Printed, near: bool) -> list[str]:
    """Subjects of other facts: such as the sentence names as well, or all others."""
    given = item["sentence"]
    found = dict.fromkeys(str(o["subject"]) for o in others if o["type"] in _NAMED and ";" not in o["subject"])
    own = _belonging(item["subject"], others)
    true = {
        str(o["subject"]) for o in others if o["predicate"] == item["predicate"] and _is_like(o["value"], item["value"])
    }
    names = [s for s in found if s != "(not said)" and not _alike(s, item["subject"]) and s not in str(item["value"])]
    names = [s for s in names if s not in own and item["subject"] not in _belonging(s, others) and s not in true]
    here = [s for s in names if Printed(given).hints_at(s, Span(0, len(given)))]
    return here if near else [s for s in names if s not in here and printed.find(s)]


def _belonging(person: str, others: Sequence[Item]) -> set[str]:
    """The side of a person: told of it in his place, a claim is not wrong."""
    sides = {str(o["value"]) for o in others if o["type"] == "delegation" and o["subject"] == person}
    return sides | {str(o["for_party"]) for o in others if o["subject"] == person and o["for_party"]}


def _is_like(one: object, other: object) -> bool:
    """Whether another fact says the same of somebody else: both met, both demand it."""
    return one == other or overlap(str(one), str(other)) >= 0.5


def _alike(one: str, other: str) -> bool:
    return bool(set(fold(one).split()) & set(fold(other).split()) - {"the", "of", "and"})


def _altered(quote: str, rng: random.Random) -> str:
    words = quote.split(" ")
    at = rng.randrange(len(words))
    return " ".join([*words[:at], "surrender", *words[at + 1 :]])


def _values(item: Item, value: str, others: Sequence[Item]) -> list[Item]:
    """Facts of the same type and predicate that say something else."""
    return [o for o in others if o["type"] == item["type"] and isinstance(o["value"], str) and not overlap(o["value"], value)
            and family_of(o["type"], o["predicate"]).kind == "text" and not overlap(o["value"], item["quote"])]  # fmt: skip
