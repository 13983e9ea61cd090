"""Words of the field that mean the same in reports of talks, and the kinds of houses in which talks are held.

A short public list, not a dictionary: a word that is missing costs a pair that a person must see himself, never a wrong one.
Whether two words stand in one line is decided by use in reports of negotiations, not by this or that case.
"""

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

HOUSES: frozenset[str] = frozenset(
    "palace hotel church mosque temple monastery school university library ministry embassy consulate barracks "
    "airport ship ferry tent villa residence castle parliament court museum stadium warehouse factory club farm "
    "house hall theatre mansion lodge caravanserai inn restaurant tower fort fortress hospital station harbour "
    "terminal pavilion".split()
)
"""Kinds of houses: two venues of one town that are different kinds of house are not the same house."""

KINDS_OF_PLACE: frozenset[str] = frozenset(
    "republic kingdom sultanate emirate state federation county district province region prefecture canton city "
    "town village capital municipality island islands harbour north south east west northern southern eastern "
    "western central".split()
)
"""Words that say what kind of place a name is, or where in it; they do not tell two places apart."""
