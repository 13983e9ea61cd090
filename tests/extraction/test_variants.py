"""The table of sentence variants, for both extractors."""

from functools import lru_cache

import pytest

from goodoffices.extraction.plain import Plain
from goodoffices.extraction.proposal import Text

from .variants import BEFORE, VARIANTS, Pattern, Variant


@lru_cache(maxsize=2)
def made(name: str):
    if name == "plain":
        return Plain()
    pytest.importorskip("spacy", reason="the extra nlp is not installed")
    from goodoffices.extraction.nlp import Nlp

    return Nlp()


def fits(claim, pattern: Pattern) -> bool:
    type_, subject, predicate, value, modality = pattern
    return (
        claim.type == type_
        and subject in (None, claim.subject)
        and predicate in (None, claim.predicate)
        and (value is None or value.lower() in str(claim.value).lower())
        and modality in (None, claim.modality)
    )


def faults(name: str, variant: Variant) -> list[str]:
    claims = [c for c in made(name).propose(Text("s", BEFORE + variant.text)) if c.end > len(BEFORE)]
    missed = [f"missed {p}" for p in variant.must if not any(fits(c, p) for c in claims)]
    return missed + [f"wrong {c}" for p in variant.never for c in claims if fits(c, p)]


def cases(name: str):
    for variant in VARIANTS:
        known = variant.plain if name == "plain" else variant.nlp
        marks = () if known else (pytest.mark.xfail(strict=True, reason="not managed yet"),)
        yield pytest.param(variant, id=variant.name, marks=marks)


@pytest.mark.parametrize("variant", list(cases("plain")))
def test_plain_proposes_what_the_sentence_says(variant):
    assert faults("plain", variant) == []


@pytest.mark.parametrize("variant", list(cases("nlp")))
def test_nlp_proposes_what_the_sentence_says(variant):
    assert faults("nlp", variant) == []


def test_the_table_has_sixty_variants_under_different_names():
    assert len({v.name for v in VARIANTS}) == len(VARIANTS) >= 60
    assert all(v.must or v.never for v in VARIANTS)


def test_grammar_manages_more_than_patterns():
    assert sum(v.nlp for v in VARIANTS) > sum(v.plain for v in VARIANTS)
