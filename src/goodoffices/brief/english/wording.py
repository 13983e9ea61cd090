"""What kind of phrase the case's own words are, so that they stand in a sentence as English lets them.

Words that people typed are of every kind: `a joint patrol`, `the two sides meet again`, `to withdraw`, `says that ...`. A phrase of
which this cannot be seen is `other`: it then stands after a colon, where any phrase may.
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
    if first in _NOT_FIRST or (first.endswith("ed") and first not in ("need", "united")) or first in _PARTICIPLES:
        return Kind.OTHER
    subordinate = re.split(r"\b(?:that|which|who|whom|whose|where|if|when|what|why|how|as)\b", text, maxsplit=1)[0]
    subordinate = re.sub(r"\bread by\b", "by", subordinate)  # `gauges read by both valleys`: a participle
    main = {word for word in re.findall(r"[\w'’-]+", subordinate)[1:] if word == word.lower()}
    return Kind.CLAUSE if main & _FINITE else Kind.NOUN


_PARTICIPLES = frozenset(
    "sold shut open left kept built paid held met put set cut made given taken gone begun withdrawn frozen drawn sent "
    "brought".split()
)


def inside(text: str, proper: frozenset[str]) -> str:
    """A phrase as it stands within a sentence: without its stop, its first letter small unless the word is always a capital one.

    `proper`: words that begin with a capital wherever they stand.
    """
    text = text.strip()
    text = text.removesuffix(".") if not text.endswith("..") and not _ABBREVIATED.search(text) else text
    head = re.match(r"[^\W\d_][\w'’]*", text)
    if (
        head is None
        or head[0] in proper
        or head[0].removesuffix("'s").removesuffix("’s") in proper
        or head[0][1:] != head[0][1:].lower()
        or (len(head[0]) == 1 and text[1:2] == ".")  # `U.S. troops`
    ):
        return text
    return text if head[0] == "I" else text[0].lower() + text[1:]


_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Ltd|Inc|Co|Corp|Jr|Sr|a\.m|p\.m)\.$")
