"""Whom the reports themselves call by the last word of his name."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain, pairwise

_TOKEN = re.compile(r"[\w-]+|[^\w\s]")


def short_names(people: Mapping[str, Iterable[str]], texts: Iterable[str]) -> frozenset[str]:
    """Of people's full names, with how each is spelt: those of which a text has the last word alone, and that is nobody else's.

    Which part of a name may stand alone differs from language to language: the reports know it. Every text is read once.
    """
    forms = {
        name: [tuple(x.split()[-2:]) for x in (name, *spelt) if len(x.split()) > 1] for name, spelt in people.items()
    }
    last = Counter(short for pairs in forms.values() for short in {short for _, short in pairs})
    before = _before(texts, set(last))
    return frozenset(
        name
        for name, pairs in forms.items()
        if " " in name.strip() and any(last[short] == 1 and before[short] - {first} for first, short in pairs)
    )


def _before(texts: Iterable[str], words: set[str]) -> defaultdict[str, set[str]]:
    """What stands before each of some words: a word or a sign; nothing at the start of a text."""
    found = defaultdict[str, set[str]](set)
    for text in texts:
        for before, word in pairwise(chain([""], _TOKEN.findall(text))):
            if word in words:
                found[word].add(before)
    return found
