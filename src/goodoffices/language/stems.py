"""The stem under which a word is compared, by the Snowball stemmers; and the words that mean the same in reports of talks.

Measured on words of talks in all their forms (tests/language/forms.py): of two forms of one word the same stem have

    English .98, Russian .96, Ukrainian .89, Turkish .88; words that are mixed up: 13 of 3,655 pairs (prison and prisoner,
    mediation and mediator), none, 2 of 780, none. Rules of our own had English .73.

Snowball has no Ukrainian: its letters are exchanged for Russian ones first (alone that gives .83), and only the first letters
are compared, as in Turkish (alone .75), where a fixed beginning is known to do as well as grammar (Can et al. 2008, Information
retrieval on Turkish texts). Of the planted contradictions the comparison finds as many as with rules of our own (268 of 282).
"""

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from .folding import fold, seen

if TYPE_CHECKING:
    from collections.abc import Callable

SYNONYMS: tuple[str, ...] = (
    "ceasefire truce armistice cessation",
    "talk negotiation discussion dialogue consultation parley",
    "agreement deal accord pact settlement compact",
    "prisoner detainee captive inmate convict",
    "release free liberate",
    "exchange swap",
    "soldier troop force military army garrison",
    "withdraw withdrawal pullout pullback retreat departure evacuate evacuation",
    "begin start commence open launch",
    "end finish conclude terminate close",
    "resume restart reopen",
    "extend prolong renew extension prolongation renewal",
    "suspend halt pause stop freeze",
    "return repatriate repatriation restore",
    "aid relief assistance",
    "humanitarian relief",
    "monitor observe verify monitoring verification",
    "mediator facilitator intermediary",
    "delegation team envoy representative",
    "meeting session round sitting",
    "government authority cabinet",
    "rebel insurgent guerrilla fighter combatant militant militiaman",
    "civilian resident inhabitant villager",
    "border frontier boundary",
    "road highway route",
    "port harbour harbor",
    "water flow discharge",
    "worker employee staff labour labor",
    "wage pay salary",
    "raise increase rise growth",
    "reduce cut decrease lower",
    "company firm corporation enterprise group",
    "headquarters seat",
    "merge combine merger",
    "revenue income proceeds",
    "share stake",
    "money fund funding finance",
    "pay compensate compensation payment indemnity",
    "weapon arms armament",
    "disarm disarmament demobilise demobilize",
    "police gendarmerie",
    "election vote poll ballot",
    "territory land",
    "vessel ship boat",
    "fish fishing fishery",
    "attack strike raid",
    "kill dead death fatality",
    "wound injure injury",
    "refugee displaced",
    "commission committee panel",
    "protocol minute memorandum",
    "guarantee assurance",
    "lift remove",
    "impose introduce",
    "demand insist require",
    "child minor",
    "hand transfer",
    "car lorry truck vehicle",
    "house home dwelling",
)
"""Lines of words that are compared as one; where a word stands in two lines, the first counts."""

_SNOWBALL = {"en": "english", "ru": "russian", "uk": "russian", "tr": "turkish"}
_BEGINNING = {"uk": 6, "tr": 5}
"""Letters of a stem that count, where endings are many."""
_LETTERS: dict[str, dict[int, str | None]] = {
    "uk": str.maketrans({"і": "и", "ї": "и", "є": "е", "ґ": "г", "'": None, "’": None, "\u02bc": None}),
    "ru": {ord("ё"): "е"},
}
_CAPITALS = str.maketrans({"I": "ı", "İ": "i"})


@lru_cache(maxsize=8)
def _stemmer(language: str) -> "Callable[[str], str]":
    import snowballstemmer  # a hundredth of a second, which only a comparison of words is worth

    stem_word: Callable[[str], str] = snowballstemmer.stemmer(_SNOWBALL[language]).stemWord
    return stem_word


@lru_cache(maxsize=65536)
def stem(word: str, language: str = "en") -> str:
    """The stem, folded, of a word as it is printed, in English, Ukrainian, Russian or Turkish; else the folded word itself.

    >>> stem("Negotiations"), stem("exchanged"), stem("переговорів", "uk"), stem("görüşmelerde", "tr"), stem("pourparlers", "fr")
    ('negoti', 'exchang', 'перего', 'gorus', 'pourparlers')
    """
    if language not in _SNOWBALL:
        return fold(word)
    if language == "en":
        return _stemmer(language)(fold(word))
    # The grammar of other languages is in the very letters that folding takes away: ы and й, ı and ş.
    plain = unicodedata.normalize("NFC", seen(word))
    if language == "tr":
        plain = re.split("['’]", plain)[0]  # `Oslo'da`: what follows is grammar
    plain = (plain.translate(_CAPITALS) if language == "tr" else plain).lower().translate(_LETTERS.get(language, {}))
    return fold(_stemmer(language)(plain)[: _BEGINNING.get(language)]) or fold(word)


@lru_cache(maxsize=1)
def _synonyms() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in SYNONYMS:
        first, *rest = map(stem, line.split())
        for word in rest:
            table.setdefault(word, table.get(first, first))
    return table


@lru_cache(maxsize=16384)
def meaning(word: str) -> str:
    """The stem under which an English word is compared: that of its line in the lexicon, else its own."""
    own = stem(word)
    return _synonyms().get(own, own)
