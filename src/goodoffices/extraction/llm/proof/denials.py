"""Whether a claim keeps the denial of its words: none is lost, none is softened."""

import re

from ....language.folding import fold
from ....language.polarity import has_negator
from ....language.wording import wording
from ....record import DENIALS, NEGATIVE
from .quoted import Quoted

_DENYING = frozenset("no not never none neither nor cannot without".split())
_TURNED = frozenset(row.asserting for row in DENIALS if row.type is not None)
"""Predicates that another one denies."""
_OF_COURTS = "action case cases charges claim claims complaint complaints measures proceedings sanctions strike suit suits".split()
_AGAINST = "".join(f"(?<!{noun} )" for noun in _OF_COURTS) + r"against\b"
"""Who withdraws the charges against somebody refuses nothing."""
_REFUSING = re.compile(
    r"\b(?:disput|object|absen|ruled? out|stay(?:ed|s|ing)? (?:away|in|at|home|behind)|sent no|prevented|supposed to|"
    r"instead|turn(?:ed|s)? down|boycott|apologi|neither|nor\b|far from|unable|unwilling|"
    r"humiliat|no to\b|not |" rf"{_AGAINST}|missing|in vain|broke off|without agree)", re.I
)  # fmt: skip
_NOTHING = re.compile(
    r"\b(?:nothing|nobody|no one|none\b|no longer|at no time|yet to|is false|without (?:any )?agree)", re.I
)
_SO_DID = re.compile(
    r"\W*(?:(?:and|but|as) )?so\b[^.;]*\b(?:did|does|do|has|have|had|was|were|is|are|will|would)\b", re.I
)
_UNNAMED = re.compile(
    r"\bwhose names? [^,.;:]{0,40}|"
    r"\bwho\b[^,.;:]{0,40}\b(?:not|declined|refused|anonym\w+)\b[^,.;:]{0,20}\b(?:names?|named|identified|quoted)\b", re.I
)  # fmt: skip
_BOUND = re.compile(r"\bwithout\b|\bno (?:more|less|later) than\b|\bnot only\b", re.I)


def _plain(quote: str) -> str:
    """The words without what only says that somebody is not named."""
    return _UNNAMED.sub(" ", quote)


def denying(text: str, quoted: Quoted) -> str:
    """The words in which a denial counts: the quote, and what comes before it in its sentence where it only says `so did`."""
    words = _plain(quoted.quote.of(text))
    return text[quoted.around.start : quoted.quote.end] if _SO_DID.match(words) else words


def denial_lost(quote: str, value: str, predicate: str, modality: str) -> bool:
    """Whether the words deny something, and neither the value, the predicate nor the modality does.

    Of a predicate that has a denying counterpart any word of refusal will do: who `disputes` a claim does not support it.
    """
    if modality == "negated" or predicate in NEGATIVE or not _DENYING.isdisjoint(fold(value).split()):
        return False
    if modality == "asserted" and _NOTHING.search(quote) and not _NOTHING.search(value):
        return True
    if predicate in _TURNED and (_REFUSING.search(quote) or has_negator(_BOUND.sub("", quote))):
        return not has_negator(value)
    return modality == "asserted" and wording(quote).negative and not wording(value).negative
