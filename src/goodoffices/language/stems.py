"""The stem under which a word is compared. Rough on purpose: no dictionary, no meaning beyond the public lexicon."""

from functools import lru_cache

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


def singular(word: str) -> str:
    """A rough singular, enough to match `prisoners` with `prisoner`."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def stem(word: str) -> str:
    """A rough English stem: enough that `talks`, `talking` and `talked` meet, no more.

    >>> stem("negotiations"), stem("exchanged"), stem("exchange")
    ('negotiation', 'exchang', 'exchang')
    """
    word = singular(word)
    for ending in ("ing", "ed", "ly"):
        if len(word) > len(ending) + 3 and word.endswith(ending):
            return word[: -len(ending)]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def _synonyms() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in SYNONYMS:
        first, *rest = map(stem, line.split())
        for word in rest:
            table.setdefault(word, table.get(first, first))
    return table


_SYNONYMS = _synonyms()


@lru_cache(maxsize=16384)
def meaning(word: str) -> str:
    """The stem under which a word is compared: that of its line in the lexicon, else its own."""
    own = stem(word)
    return _SYNONYMS.get(own, own)
