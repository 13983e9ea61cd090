"""Which proposals a record can hold, and as which words: whatever an extractor says, the case must stand its check."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import get_args

from ...language.ids import ID
from ...record import Claim, family_of
from ...record.claim import ClaimType, Modality
from ...talks import Day

_TYPES, _MODALITIES = frozenset(get_args(ClaimType)), frozenset(get_args(Modality))
_HALF = re.compile("[\ud800-\udfff]")


def sound(claims: Iterable[Claim], text: str) -> Iterator[Claim]:
    """The proposals that can stand in a record: with words of the text, a known type, a day where one is asked for."""
    for claim in claims:
        if _has_words(claim, text) and _is_claim(claim):
            sure = claim.confidence if _is_share(claim.confidence) else None
            yield replace(claim, status="proposed", confidence=sure, original=None)


def _has_words(claim: Claim, text: str) -> bool:
    if not claim.words.strip() or claim.start is None or claim.end is None or claim.start < 0:
        return False
    return text[claim.start : claim.end] == claim.words


def _is_claim(claim: Claim) -> bool:
    if claim.type not in _TYPES or claim.modality not in _MODALITIES:
        return False
    if not (claim.subject.strip() and claim.predicate.strip() and claim.attributed_to):
        return False
    if any(_HALF.search(word) for word in _texts(claim)):
        return False
    values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    if not all(_is_value(value) for value in (*values, *claim.qualifiers.values())):
        return False
    return family_of(claim.type, claim.predicate).kind != "day" or _is_day(str(claim.value))


def _texts(claim: Claim) -> Iterator[str]:
    yield from (claim.subject, claim.predicate, *claim.attributed_to, claim.for_party or "", claim.issue or "")
    yield from (claim.hedge or "", claim.as_printed or "", claim.note or "", claim.meeting or "")
    yield from (str(key) for key in claim.qualifiers)
    values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    yield from (str(value) for value in (*values, *claim.qualifiers.values()))


def _is_value(value: object) -> bool:
    if isinstance(value, Decimal):
        return value.is_finite() and abs(value.adjusted()) < 100
    if isinstance(value, int):  # a truth value, too
        return value.bit_length() < 300
    return isinstance(value, str)


def _is_share(value: Decimal | None) -> bool:
    return value is not None and value.is_finite() and 0 <= value <= 1 and value.as_tuple().exponent > -20  # type: ignore[operator]


def _is_day(text: str) -> bool:
    try:
        Day.parse(text)
    except ValueError:
        return False
    return True


def as_words(text: str) -> str:
    """A name that is no id of the case, so written that nothing takes it for one: with a space or a capital letter.

    >>> as_words("observers"), as_words("the observers"), as_words("1999")
    ('Observers', 'the observers', '1999 (as printed)')
    """
    if not ID.fullmatch(text):
        return text
    capital = text[:1].upper() + text[1:]
    return f"{text} (as printed)" if ID.fullmatch(capital) else capital
