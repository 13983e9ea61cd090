"""Classes of words, in four languages: what people do at talks (`classes`), scales and opposites (`scales`), posts and buildings (`titles`)."""

from .classes import (
    BEGINNING,
    COMING,
    CONCORD,
    DEEDS,
    DUTIES,
    HEDGES,
    MEETING,
    MUTUAL,
    NEUTRAL,
    NEXT,
    ROLES,
    SO_FAR,
    class_of,
    pattern,
)
from .scales import CONTRASTS, PARTS, TERMS
from .titles import BODIES, EQUALS, GROUNDS, OFFICES, PORTFOLIOS, POSTS, RANKS, VENUES, VENUES_OF

__all__ = [
    "BEGINNING",
    "BODIES",
    "COMING",
    "CONCORD",
    "CONTRASTS",
    "DEEDS",
    "DUTIES",
    "EQUALS",
    "GROUNDS",
    "HEDGES",
    "MEETING",
    "MUTUAL",
    "NEUTRAL",
    "NEXT",
    "OFFICES",
    "PARTS",
    "PORTFOLIOS",
    "POSTS",
    "RANKS",
    "ROLES",
    "SO_FAR",
    "TERMS",
    "VENUES",
    "VENUES_OF",
    "class_of",
    "pattern",
]
