"""Words in four languages: what they mean (`meanings`), which meanings are opposites (`scales`), who does what (`classes`), posts (`titles`)."""

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
