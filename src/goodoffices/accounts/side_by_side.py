"""Reports side by side. Read this first: take apart, align, find differences, put the heaviest first."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations

from ..language.copies import copies, print_of
from ..language.which_language import language_of
from .align import Aligned
from .differences import differences
from .known import known_of
from .model import Difference, Pair, Side, SideBySide
from .passages import Account, Passage, account

LANGUAGES = ("en", "uk", "ru", "tr")


def side_by_side(texts: Mapping[str, str], languages: Mapping[str, str] | None = None, names: Mapping[str, Iterable[str]] | None = None) -> SideBySide:
    said = {key: (languages or {}).get(key) or language_of(text) for key, text in texts.items()}
    anchor = _anchor(texts.values())
    known = known_of(texts.values(), {})
    accounts = [account(key, text, said[key] or "en", known, anchor) for key, text in texts.items()]
    pairs = []
    for a, b in combinations(accounts, 2):
        pairs += pairs_of(Aligned(a, b))
    pairs.sort(key=lambda p: (-p.weight, p.a.start, p.b.start))
    return SideBySide(tuple(texts), dict(texts), said, tuple(pairs), {}, {})


def _anchor(texts):
    """The middle of a year that a report names: for days that stand without one."""
    found = Counter(m for text in texts for m in re.findall(r"\b20\d\d\b", text))
    return date(int(max(found, key=lambda y: (found[y], y))) if found else 2000, 7, 1)


def pairs_of(aligned):
    found = {}
    for p, q, d in differences(aligned):
        found.setdefault((p.number, q.number), (p, q, []))[2].append(d)
    for p, q, ds in found.values():
        ds.sort(key=lambda d: -d.weight)
        yield Pair(Side(p.source, p.start, p.end), Side(q.source, q.start, q.end), tuple(ds))
