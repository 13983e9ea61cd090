"""Whether a short English text, a value, denies; read from its words alone, no meaning is guessed beyond them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest

from .folding import fold

NEGATORS = frozenset(["not", "no", "never", "none", "neither", "nor", "cannot", "without"])
"""English words that deny."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# Verbs that turn what follows around; they count as a negation where they open the value.
_REFUSAL = re.compile(
    r"refus(?:e|es|ed|ing|al)|reject(?:s|ed|ing|ion)?|declin(?:e|es|ed|ing)|fail(?:s|ed|ing|ure)?|oppos(?:e|es|ed|ing)"
    r"|den(?:y|ies|ied|ying|ial)|unable|unwilling"
)
# `no more than four`, `not only a truce`: a bound or a beginning, no denial.
_BOUNDS = {"more", "less", "fewer", "later", "longer", "only"}


def denies(folded: str, words: Sequence[str]) -> bool:
    """Whether a short English text denies: a denial turns it, a second one turns it back; `without` denies only at its beginning.

    `folded` is the whole text, `words` its folded words without numbers.
    """
    turns = 0
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        if following not in _BOUNDS:
            turns += word in {"not", "never", "neither", "cannot"} or word.endswith("n't")
    opens = words[0] if words else ""
    turns += opens in {"no", "none", "without"} and not _BOUNDS & set(words[1:2])
    turns += is_refusal(opens) or folded.startswith(("ruled out", "rule out"))
    return turns % 2 == 1


@lru_cache(maxsize=16384)
def has_negator(text: str) -> bool:
    """Whether a denying word stands anywhere in an English text; in most texts that alone denies nothing (`a truce without terms`)."""
    words = _WORD.findall(fold(text))
    followed = zip_longest(words, words[1:], fillvalue="")
    return any(
        w in NEGATORS or w.endswith("n't") or is_refusal(w) for w, following in followed if following not in _BOUNDS
    )


def is_refusal(word: str) -> bool:
    """Whether a folded English word is a verb of refusal in any of its forms."""
    return _REFUSAL.fullmatch(word) is not None
