"""Whose judgement it is that two passages tell one thing differently, where it is a language model's."""

from collections.abc import Sequence

from ..accounts import Pair
from .english import listed


def whose_judgement(pairs: Sequence[Pair]) -> str:
    """`That they differ is the judgement of a language model (NAME)`, or `That 2 of 5 differ`; nothing where rules found all."""
    models = list(dict.fromkeys(pair.by for pair in pairs if pair.by is not None))
    number = sum(pair.by is not None for pair in pairs)
    if not models:
        return ""
    which = "two of these passages" if number == len(pairs) else f"the passages of {number} of these {len(pairs)} pairs"
    return f"That {which} differ is the judgement of a language model ({listed(models)})"
