"""Sentences, lists, possessives and small numbers."""

import re
import unicodedata

_NUMBERS = "no one two three four five six seven eight nine ten".split()
_STOPS = tuple(stop + close for stop in ".!?…。\uff01\uff1f؟।" for close in ("", "”", ")"))
# What ends in a full stop of its own; behind a name nothing else does.
_ENUMERATED = re.compile(r"\b[A-Z]\.$|\b(?:Ltd|Inc|Co|Corp|Jr|Sr|No|etc|a\.m|p\.m)\.$")


def capital(text: str) -> str:
    """The text with its first letter as a capital, the rest untouched."""
    return text[:1].upper() + text[1:]


def counted(amount: int, word: str) -> str:
    """A number with its noun: `1 source`, `2 sources`."""
    return f"{amount} {word}" + ("" if amount == 1 else "s")


def left_out(amount: int) -> str:
    """How much of a list is not shown: `1 more is not shown here`, `2 more are not shown here`."""
    return f"{amount} more {'is' if amount == 1 else 'are'} not shown here"


def number(amount: int) -> str:
    """A number as a sentence prints it: in letters up to ten."""
    return _NUMBERS[amount] if 0 <= amount < len(_NUMBERS) else str(amount)


def possessive(name: str, *, plural: bool = False) -> str:
    """`Ukraine's`, `Lower Tavnis's`, `the Dockers'`, `the United States'`."""
    many = plural or name.endswith(("States", "Nations", "Emirates", "Netherlands", "Philippines"))
    return name + ("'" if many and name.endswith("s") else "'s")


def sentence(text: str) -> str:
    """The text as a sentence: a capital at its beginning, one stop at its end, single spaces."""
    text = capital(re.sub(r"\s+", " ", text).strip().rstrip(",;: "))
    return text if not text or text.endswith(_STOPS) or _ENUMERATED.search(text) else f"{text}."


def words_of(text: str) -> int:
    """How many words a text has, as a reader counts them."""
    return sum(any(c.isalnum() for c in word) for word in text.split())


def mostly_latin(text: str) -> bool:
    """Whether most letters are Latin: a sentence of ours runs from left to right, whatever name it begins with."""
    letters = [unicodedata.bidirectional(c) for c in text if c.isalpha()]
    return sum(kind == "L" for kind in letters) > len(letters) / 2
