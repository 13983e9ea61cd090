"""The table of sentence variants."""

import pytest

from goodoffices.extraction.plain import Plain
from goodoffices.extraction.proposal import Text

from .variants import BEFORE, VARIANTS, Pattern, Variant

PLAIN = Plain()


def fits(claim, pattern: Pattern) -> bool:
    type_, subject, predicate, value, modality = pattern
    return (
        claim.type == type_
        and subject in (None, claim.subject)
        and predicate in (None, claim.predicate)
        and (value is None or value.lower() in str(claim.value).lower())
        and modality in (None, claim.modality)
    )


def faults(variant: Variant) -> list[str]:
    claims = [c for c in PLAIN.propose(Text("s", BEFORE + variant.text)) if (c.end or 0) > len(BEFORE)]
    missed = [f"missed {p}" for p in variant.must if not any(fits(c, p) for c in claims)]
    return missed + [f"wrong {c}" for p in variant.never for c in claims if fits(c, p)]


def cases():
    for variant in VARIANTS:
        marks = () if variant.plain else (pytest.mark.xfail(strict=True, reason="not managed yet"),)
        yield pytest.param(variant, id=variant.name, marks=marks)


@pytest.mark.parametrize("variant", list(cases()))
def test_plain_proposes_what_the_sentence_says(variant):
    assert faults(variant) == []


def test_the_table_has_sixty_variants_under_different_names():
    assert len({v.name for v in VARIANTS}) == len(VARIANTS) >= 60
    assert all(v.must or v.never for v in VARIANTS)
