"""From a claim to the talks, by the table of `case.kinds`: one way for a draft, for a person who marks, for one who takes back.

    index = Index(case.talks, case.claims)     the talks, in which entries are found
    offers_of(index, claim)                    what a claim would add
    written(document, offer.changes)           the text of talks.yaml with an offer
    build(index, claims)                       a draft: all offers, taken in order
    withdrawal(index, claim, entries)          what taking a claim out does to the entries that rest on it
    joined(talks, record, gone, kept)          what making two meetings, people or parties one does to both files

Read `offers.py` first; the files named after what is told (meetings, actors, positions, results, sayings) know how one claim
becomes one entry.
"""

from ..case.own_words import capital, one_line, option_label, reserve_of, short_title, stance_of
from .changes import Change, written
from .index import Index
from .joining import Joining, joined, moved
from .offers import Offer, build, offers_of
from .sayings import NOBODY
from .stale import stale_offers
from .withdrawal import Consequence, withdrawal

__all__ = [
    "NOBODY", "Change", "Consequence", "Index", "Joining", "Offer", "build", "capital", "joined", "moved", "offers_of", "one_line",
    "option_label", "reserve_of", "short_title", "stale_offers", "stance_of", "withdrawal", "written",
]  # fmt: skip
