# ruff: noqa: E501 (a case is read on one line)
"""Claims whose predicate takes a sentence of its own, told in sentences of English in every form."""

from dataclasses import replace
from typing import Any

import pytest

from goodoffices.brief.context import Context
from goodoffices.brief.phrases import Phrases
from goodoffices.brief.predicate_words import VERBS
from goodoffices.brief.questions import question
from goodoffices.case import Case
from goodoffices.record import Claim
from goodoffices.record.predicates import PREDICATES

from .cases import istanbul

SAYS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("The direct talks of Ukraine and Russia dealt with prisoners", {"subject": "direct", "predicate": "topic", "value": "prisoners"}),
    ("The direct talks of Ukraine and Russia are to deal with prisoners",
     {"subject": "direct", "predicate": "topic", "value": "prisoners", "modality": "future"}),
    ("The direct talks of Ukraine and Russia began at 10:30", {"subject": "direct", "predicate": "begins", "value": "10:30"}),
    ("The direct talks of Ukraine and Russia ended on 17 May 2025", {"subject": "direct", "predicate": "ends", "value": "2025-05-17"}),
    ("The direct talks of Ukraine and Russia ended shortly after noon",
     {"subject": "direct", "predicate": "ends", "value": "shortly after noon"}),
    ("The trilateral meeting of Turkey, the United States and Ukraine was part of the direct talks of Ukraine and Russia",
     {"subject": "us-tr-ua", "predicate": "part_of", "value": "direct"}),
    ("The United States was not invited to the direct talks of Ukraine and Russia",
     {"subject": "usa", "predicate": "invited", "value": "direct", "modality": "negated"}),
    ("Turkey convened the direct talks of Ukraine and Russia", {"subject": "turkey", "predicate": "convenes", "value": "direct"}),
    ("Rustem Umerov accompanied Volodymyr Zelensky", {"subject": "umerov", "predicate": "accompanies", "value": "zelensky"}),
    ("The United States' delegation numbered 12", {"subject": "usa", "predicate": "numbers", "value": "12"}),
    ("Ukraine made ceasefire depend on: the return of children",
     {"subject": "ukraine", "predicate": "only_if", "value": "the return of children", "issue": "ceasefire"}),
    ("Ukraine made it depend on: the return of children", {"subject": "ukraine", "predicate": "only_if", "value": "the return of children"}),
    ("Ukraine wanted in exchange on ceasefire: monitors",
     {"subject": "ukraine", "predicate": "in_exchange_for", "value": "monitors", "issue": "ceasefire"}),
    ("Ukraine changed on ceasefire: from 60 to 30 days",
     {"subject": "ukraine", "predicate": "changed", "value": "from 60 to 30 days", "issue": "ceasefire"}),
)  # fmt: skip


def given(keys: dict[str, Any]) -> Claim:
    whole = {"id": "X1", "source": "A", "type": "meeting", "words": "w", "entered_by": "a test", **keys}
    return Claim(**whole)


@pytest.mark.parametrize(("told", "keys"), SAYS, ids=[told for told, _ in SAYS])
def test_a_claim_in_a_sentence(told: str, keys: dict[str, Any]) -> None:
    assert Phrases(istanbul()).says(given(keys)) == told


def test_what_another_side_tells_of_a_condition_is_marked() -> None:
    quoted = {
        "subject": "russia",
        "predicate": "only_if",
        "value": "a pause",
        "type": "position",
        "attributed_to": ("narrator", "zelensky"),
    }
    assert Phrases(istanbul()).says(given(quoted)).endswith("not Russia's own word)")


@pytest.mark.parametrize("predicate", VERBS)
def test_every_one_of_them_is_asked_in_words(predicate: str) -> None:
    about = {"convenes": "turkey", "invited": "usa", "accompanies": "umerov", "numbers": "usa", "only_if": "ukraine",
             "in_exchange_for": "ukraine", "changed": "ukraine"}.get(predicate, "direct")  # fmt: skip
    type_ = next(type_ for type_, row in PREDICATES.items() if predicate in row)
    value = "direct" if type_ in ("attendance", "mediation") else "us-tr-ua" if predicate == "part_of" else "zelensky"
    pair = [replace(given({"subject": about, "predicate": predicate, "value": value, "type": type_}), id=i, source=s)
            for i, s in (("X1", "A"), ("X2", "B"))]  # fmt: skip
    case = with_claims(istanbul(), pair)
    asked = {
        question(Context.of(case), slot)
        for slot in case.comparison.slots
        if slot.startswith((f"{predicate}:", "sequence:"))
    }
    assert asked
    assert not [text for text in asked if ":" in text or "_" in text or "{" in text]


def with_claims(case: Case, claims: list[Claim]) -> Case:
    return replace(case, record=replace(case.record, claims=tuple(claims)))
