"""Whether the words of a report make somebody one who helps the sides to talk: who observed or chaired is not told to be a side."""

import re
from collections.abc import Iterable

_DID = "chaired|mediated|hosted|facilitated|brokered|convened|refereed|moderated"
_DOES = (
    r"chair(?:ed|ing|s|man|woman)?|mediat\w+|host(?:s|ed|ing)?|facilitat\w+|observ\w+|brokered|conven\w+|held the chair"
)


def helps(names: Iterable[str], text: str) -> bool:
    """Whether a text tells it of one of some names.

    >>> helps(["Growers' League"], "The Growers' League took its seat as observer.")
    True
    >>> helps(["Lenn"], "The talks between Lenn and Torvik were hosted by Kelmarsk.")
    False
    """
    return any(_rule(name).search(text) for name in names if name[:1].isupper())


def _rule(name: str) -> re.Pattern[str]:
    own = rf"\b{re.escape(name)}\b"
    seat = r"['’]s(?: \w+){0,2} observers?\b|(?: (?!and\b)[\w'’-]+){0,6} as (?:an )?observers?\b"
    after = rf"{own}(?:{seat}|(?: (?!and\b)[\w'’-]+){{0,6}} (?:{_DID})\b(?! by))"
    before = rf"\b(?:{_DOES})\b(?:,? (?!and\b)[\w'’-]+){{0,8}} (?:for|by|on behalf of) (?:the )?{own}"
    return re.compile(f"{after}|{before}", re.I)
