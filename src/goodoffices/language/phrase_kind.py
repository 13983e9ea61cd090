"""What kind of phrase some English words are, so that they stand in a sentence as English lets them.

Words that people typed, or that a program cut out of a report, are of every kind: `a joint patrol`, `the two sides meet again`, `to
withdraw`, `leave a soul behind`. A phrase of which this cannot be seen is `other`: it then stands after a colon, where any phrase may.
"""

import re
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of phrases."""

    NOUN = "noun"
    """Can be the object of a verb: `a joint patrol of the road`."""
    NONE = "none"
    """A noun that denies: `no immediate agreement`."""
    CLAUSE = "clause"
    """A subject with its verb: `the two sides meet again`."""
    VERB = "verb"
    """A verb that wants a subject: `says that nobody came`."""
    TO = "to"
    """An infinitive: `to withdraw at once`."""
    DO = "do"
    """A verb without its `to`: `leave a soul behind`."""
    OTHER = "other"
    """What cannot be told: it stands after a colon."""


_FINITE = frozenset(
    "accepts agree agrees allows are begins can cannot come comes continue continues could did does get gets "
    "gives go goes had has have holds is keep keeps leaves lifts may meet meets might must opens pays read reads "
    "remain remains returns runs says seems send sends shall should signs starts stay stays suspends takes waits "
    "wants was were will withdraws works would".split()
)
_VERBS = frozenset(
    "accuses admits announces appeals argues asks backs blames calls can cannot charges claims compares complains condemns "
    "confirms criticises criticizes declares demands denies describes disputes doubts emphasises emphasizes expects "
    "expresses fears finds gives had has holds hopes insists invites is judges keeps leaves looks maintains may means "
    "misses must names notes objects offers pledges points praises promises proposes puts questions raises recalls refuses "
    "regrets rejects reminds repeats reports requests rules said saw says sees should signals speaks stands states stresses "
    "suggests suspects takes tells thanks threatens underlines urges voices wants warns was watches welcomes will wishes "
    "would".split()
)
_NOT_FIRST = frozenset(
    "for with without in on at by from of before after until till as under over between within against near if when while "
    "because only not all-or-nothing".split()
)


def kind_of(text: str) -> Kind:
    """The kind of a phrase, by its first words and whether a verb stands in it."""
    words = re.findall(r"[^\W\d_][\w'’-]*|\d+", text.split(",")[0].split(";")[0])
    if not words:
        return Kind.OTHER
    first, rest = words[0].lower(), {word for word in words[1:] if word == word.lower()}
    if first in ("no", "none", "nobody", "neither"):
        return Kind.CLAUSE if rest & _FINITE else Kind.NONE if first == "no" else Kind.OTHER
    if first == "to":
        return Kind.TO
    if words[0] in _VERBS:
        return Kind.VERB
    if first in _BARE or _does(first, text):
        return Kind.DO
    if first in _NOT_FIRST or (first.endswith("ed") and first not in ("need", "united")) or first in _PARTICIPLES:
        return Kind.OTHER
    if first in ("both", "each") and _with_verb(words):
        return Kind.CLAUSE
    subordinate = re.split(r"\b(?:that|which|who|whom|whose|where|if|when|what|why|how|as)\b", text, maxsplit=1)[0]
    subordinate = re.sub(r"\bread by\b", "by", subordinate)  # `gauges read by both valleys`: a participle
    main = {word for word in re.findall(r"[\w'’-]+", subordinate)[1:] if word == word.lower()}
    return Kind.CLAUSE if main & _FINITE else Kind.NOUN


def _with_verb(words: list[str]) -> bool:
    """Whether a verb stands behind the noun: `both valleys walk the road`, `each town pays a half`; not `both roads to Hask`."""
    if len(words) < 3 or words[2] != words[2].lower() or words[2] in _NOT_FIRST | _AFTER_NOUN:
        return False
    if words[2] in _PARTICIPLES:  # `both towns open the ford`, and not `both roads shut since May`
        return words[3:4] in (["the"], ["a"], ["an"], ["their"], ["its"])
    many, ends = words[0].lower() == "both", words[2].endswith("s") and not words[2].endswith("ss")
    return words[1].endswith("s") == many and ends != many and not words[2].endswith(("ed", "ing", "ly"))


_AFTER_NOUN = frozenset(
    "of to and or nor that which who whom whose where why than into out over up down near about".split()
)
_PARTICIPLES = frozenset(
    "sold shut open left kept built paid held met put set cut made given taken gone begun withdrawn frozen drawn sent "
    "brought".split()
)


_BARE = frozenset(
    "accept admit agree allow attend be become begin believe bring build choose comply consider continue decide deliver deny "
    "discuss do enter explain extend follow give go guarantee have hear impose invite join keep leave let lose make meet "
    "negotiate obey permit postpone prevent prosecute protect provide publish punish put reach recognise recognize reconsider "
    "reduce remain remove renounce reopen repay replace resume sell send settle shorten sign speak submit surrender take "
    "tolerate withdraw write".split()
)
"""Verbs that are nothing else: they begin no noun phrase."""
_BEFORE_ARTICLE = frozenset(
    "half both all twice double such many what quite rather as less more most much part even just that than whether why how "
    "who which and or but yet so then everything anything nothing something everybody anybody one".split()
)
"""Words that stand before an article or a pronoun without being verbs: `half the money`."""
_WITH_OBJECT = re.compile(
    r"[a-z]+ (?:(?:an?|the|its|their|his|her|our|any|every|this|these|those) [^\W\d_]|(?:them|it|him|us)\b)"
)
_NO_VERB = re.compile(r"(?:ing|ed|ly|ion|ment|[^s]s)$")
"""How words end that are no verb without `to`."""


def _does(first: str, text: str) -> bool:
    """Whether a word with an article or a pronoun right behind it is a verb with its object: `burn the bridge`."""
    if first in _BEFORE_ARTICLE | _NOT_FIRST | _PARTICIPLES or _NO_VERB.search(first):
        return False
    return _WITH_OBJECT.match(text.strip()) is not None
