"""The grammar of the brief: English sentences from names, days, lists and the case's own words. Read `grammar.py` first."""

from ...language.listing import listed
from .days import day, on
from .grammar import capital, counted, left_out, number, possessive, sentence, words_of
from .wording import Kind, kind_of

__all__ = [
    "Kind", "capital", "counted", "day", "kind_of", "left_out", "listed", "number", "on", "possessive", "sentence", "words_of",
]  # fmt: skip
