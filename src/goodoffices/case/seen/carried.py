"""The team's words that the claims which a reader sees carry by themselves: they stay, whatever else the entry rests on.

A text is carried where it stands whole in what one such claim says, or in the words from which it is taken; a place or a house also
where it stands in the place or house that one of them tells. Words that only stand beside each other in several claims are not:
that the team took them together may have come of what he does not see.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ...language.folding import fold
from ...language.ids import without_article
from ...record import Claim
from ...talks import Meeting
from ..entries import fields_of
from ..own_words import values_of

_TEXTS = ("title", "text", "what", "only_if")
_TOLD = ("place", "venue")


def carried(entry: Any, made: Any, claims: Sequence[Claim]) -> Any:
    """An entry as claims give it, with those words of the team's that they carry; `claims`: those of it that are seen."""
    names = {field.name for field in fields_of(type(entry))}
    kept = {name: getattr(entry, name) for name in _kept(entry, made, claims) if name in names}
    return replace(made, **kept) if kept else made


def _kept(entry: Any, made: Any, claims: Sequence[Claim]) -> Iterator[str]:
    said = [*_values(claims), *(claim.words for claim in claims)]
    for name in _TEXTS:
        if _differs(entry, made, name) and _stands(getattr(entry, name), said):
            yield name
    for name in _TOLD:
        told = [claim for claim in claims if claim.type == "meeting" and claim.predicate == name]
        if _differs(entry, made, name) and _stands(without_article(getattr(entry, name)), _values(told)):
            yield name
    if isinstance(entry, Meeting) and made.format == "not said" and not any(c.predicate == "format" for c in claims):
        met = [claim for claim in claims if claim.type == "meeting"]
        if _stands(entry.format, [*_values(met), *(claim.words for claim in met)]):
            yield "format"


def _differs(entry: Any, made: Any, name: str) -> bool:
    """Whether the team has words of its own where one claim gives others, or none does."""
    return bool(getattr(entry, name, None)) and getattr(made, name, None) != getattr(entry, name)


def _values(claims: Iterable[Claim]) -> list[str]:
    return [value for claim in claims for value in values_of(claim)]


def _stands(text: str, said: Iterable[str]) -> bool:
    pattern = re.compile(rf"(?<!\w){re.escape(fold(text))}(?!\w)")
    return any(pattern.search(fold(words)) for words in said)
