"""The record: what each source asserts, tied to its words, and how accounts compare. Read `claim.py`, then `relation.py`.

A *source* is an unchanging text. A *claim* is what one source asserts, with the words that carry it. A *slot* is one question
asked of all sources; `compare` finds the slots, pairs the answers and computes their *relation* from typed values. A
*finding* is a person's judgement on a slot; programs make none. A *reading* is what a program found in the texts.
"""

from .claim import NARRATOR, Claim, OriginalAnchor
from .comparison import Comparison, Pair, compare, shared_slots, witnesses
from .denial import DENIALS, NEGATIVE, Denial, Form, Polarity, one_form, polarity, undecided
from .finding import Finding
from .model import Record
from .names import Names
from .passage import Passage
from .predicates import FAMILIES, Family, family_of
from .reading import (
    HEADINGS,
    Assumed,
    AssumedRoster,
    Heading,
    ReadDifference,
    Reading,
    ReadPassage,
    ReadTogether,
)
from .relation import DEFINITIONS, GRAVITY, Relation
from .slots import Slot
from .source import Original, Retain, Source, TextFile

__all__ = [
    "DEFINITIONS", "DENIALS", "FAMILIES", "GRAVITY", "HEADINGS", "NARRATOR", "NEGATIVE", "Assumed", "AssumedRoster", "Claim",
    "Comparison", "Denial", "Family", "Finding", "Form", "Heading", "Names", "Original", "OriginalAnchor", "Pair", "Passage",
    "Polarity", "ReadDifference",
    "ReadPassage", "ReadTogether", "Reading", "Record", "Relation", "Retain", "Slot", "Source", "TextFile",
    "compare", "family_of", "one_form", "polarity", "shared_slots", "undecided", "witnesses",
]  # fmt: skip
