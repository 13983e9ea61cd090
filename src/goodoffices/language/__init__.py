"""General knowledge of language: letters, stems, sentences, days, quantities, denial, near copies; no claim, no case."""

from .copies import Copy, Print, copies, copies_of, print_of
from .days import Dated, dateline, days
from .quantities import Quantity, conflict, is_month, quantities
from .sentences import Sentence, sentences
from .stems import meaning
from .wording import Wording, fold, has_negator, overlap, same_letters, shared, wording

__all__ = [
    "Copy", "Dated", "Print", "Quantity", "Sentence", "Wording", "conflict", "copies", "copies_of", "dateline", "days", "fold",
    "has_negator", "is_month", "meaning", "overlap", "print_of", "quantities", "same_letters", "sentences", "shared", "wording",
]  # fmt: skip
