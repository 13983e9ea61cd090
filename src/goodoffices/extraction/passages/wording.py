"""The words of a sentence as evidence of their own: stems, how they begin, and which stand side by side; names are signs."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...language.stems import stem
from .words import Word

BEGINNING = 4
"""Letters by which words that share a root are one: `negotiated` and `negotiator`."""


def wording(words: Sequence[Word]) -> Iterator[str]:
    """`stem agre`, `root nego`, `pair not agre`: what the table does not have says nothing.

    >>> sorted(wording([Word("no", 0, 2), Word("agreement", 3, 12)]))
    ['pair . no', 'pair agreement .', 'pair no agreement', 'root agre', 'stem agreement', 'stem no']
    """
    stems = [stem(word.text) if word.text[0].isalpha() else word.text for word in words]
    yield from (f"stem {one}" for one in stems)
    yield from (f"root {one[:BEGINNING]}" for one in stems if len(one) > BEGINNING)
    yield from (f"pair {one} {other}" for one, other in pairwise([".", *stems, "."]))
