"""The case's own words as they stand within a sentence; of which kind they are, `language.phrase_kind` tells."""

import re

from ...language.phrase_kind import Kind, kind_of

__all__ = ["Kind", "inside", "kind_of"]


def inside(text: str, proper: frozenset[str]) -> str:
    """A phrase as it stands within a sentence: without its stop, its first letter small unless the word is always a capital one.

    `proper`: words that begin with a capital wherever they stand.
    """
    text = text.strip()
    text = text.removesuffix(".") if not text.endswith("..") and not _ABBREVIATED.search(text) else text
    head = re.match(r"[^\W\d_][\w'’]*", text)
    if (
        head is None
        or head[0] in proper
        or head[0].removesuffix("'s").removesuffix("’s") in proper
        or head[0][1:] != head[0][1:].lower()
        or (len(head[0]) == 1 and text[1:2] == ".")  # `U.S. troops`
    ):
        return text
    return text if head[0] == "I" else text[0].lower() + text[1:]


_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Ltd|Inc|Co|Corp|Jr|Sr|a\.m|p\.m)\.$")
