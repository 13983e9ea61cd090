"""Two or more raw texts side by side: where they tell one thing differently, and what one alone tells. Read this first.

1. Each text is taken apart once: sentences, clauses, words under their keys, days (`passages`).
2. Sentences about one thing are found by the words they share, rare ones counting most (`align`).
3. Each kind of difference reads its answers in both reports - days, numbers, holders of a role - and pairs those that answer one
   question (`differences`, `days`, `numbers`, `places`, `people`, `deeds`, `sense`, `contrasts`).
4. Pairs of sentences with a difference are put in the order of their weight; what shares too little is told by one alone (`only`).

No claim, no case and no model is needed. It says "told differently", never "contradicts". Of two languages only names, days and
numbers are compared. Reports that are taken from each other are one witness: each is set beside its origin alone.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from ..language.copies import copies, print_of
from ..language.folding import fold
from ..language.which_language import language_of
from .align import Aligned
from .differences import differences
from .model import Difference, Pair, Side, SideBySide
from .neighbours import neighbours
from .only import only
from .reading.known import known_of
from .reading.passages import Account, Passage, account

Telling: TypeAlias = Callable[[Aligned], Iterable[tuple[Passage, Passage, Difference]]]
"""What finds the differences of two reports: the rules of this floor, or somebody else who reads them."""

LANGUAGES = ("en", "uk", "ru", "tr")
"""Languages of which more than names, days and numbers is compared."""

APART = timedelta(14)
"""How long after one report another one may be printed and still tell of the same; a case may run over years."""


def side_by_side(
    texts: Mapping[str, str],
    languages: Mapping[str, str | None] | None = None,
    names: Mapping[str, Iterable[str]] | None = None,
    derived: Mapping[str, str] | None = None,
    printed: Mapping[str, date] | None = None,
    told: Telling = differences,
) -> SideBySide:
    """Set texts side by side.

    `texts`: each text under the id of its report. `languages`: ISO codes, where they are known. `names`: of a person, party or place
    the names under which reports know it, of one word each; where none are given, spellings of one name are found all the same.
    `derived`: of a report the one from which it is known to be taken, beside what the texts show.
    `printed`: the day of print of reports, where it is known; those printed more than `APART` from each other tell of other events.
    `told`: what finds the differences of two reports.
    """
    said = {key: (languages or {}).get(key) or _language(text) for key, text in texts.items()}
    accounts = _accounts(texts, said, names or {})
    origin = _origins(texts, derived or {})
    beside = [
        _aligned(a, b)
        for a, b in neighbours(accounts)
        if _are_set(a.id, b.id, origin) and _at_one_time(a.id, b.id, printed or {})
    ]
    pairs = tuple(sorted((pair for aligned in beside for pair in _pairs(told(aligned))), key=_order(tuple(texts))))
    alone = _alone(accounts, beside, pairs, origin)
    return SideBySide(tuple(texts), dict(texts), said, pairs, alone, origin, any(one.across for one in beside))


def _origins(texts: Mapping[str, str], derived: Mapping[str, str]) -> dict[str, str]:
    """Of each copy the report from which it is taken: as it is known, else as the texts show; never in a circle."""
    known = {key: of for key, of in derived.items() if key in texts and of in texts}
    shown = {copy.key: copy.of for copy in copies(print_of(key, text) for key, text in texts.items())}
    for key, of in shown.items():
        if key not in known and key not in _chain(known, of):
            known[key] = of
    return known


def _chain(origin: Mapping[str, str], key: str) -> list[str]:
    """A report, that from which it is taken, and so on."""
    passed = [key]
    while (key := origin.get(key, "")) and key not in passed:
        passed.append(key)
    return passed


def _language(text: str) -> str | None:
    found = language_of(text)
    # Short texts in Cyrillic letters pass for those of a neighbour.
    return language_of(text, ("uk", "ru")) if found not in LANGUAGES and re.search("[а-яі]", text[:2000]) else found


def _accounts(
    texts: Mapping[str, str], languages: Mapping[str, str | None], names: Mapping[str, Iterable[str]]
) -> list[Account]:
    one_name = {fold(other): fold(name) for name, others in names.items() for other in others}
    known, year = known_of(texts.values(), one_name), _year(texts.values())
    return [account(key, text, languages[key] or "en", known, year) for key, text in texts.items()]


def _year(texts: Iterable[str]) -> date:
    """The middle of the year that the texts name most: for days that stand without one."""
    found = Counter(year for text in texts for year in re.findall(r"\b20\d\d\b", text))
    return date(int(max(found, key=lambda year: (found[year], year))) if found else 2000, 7, 1)


def _are_set(a: str, b: str, origin: Mapping[str, str]) -> bool:
    """A report that is taken from another one stands beside that one alone."""
    return all(key not in origin or origin[key] == other for key, other in ((a, b), (b, a)))


def _at_one_time(a: str, b: str, printed: Mapping[str, date]) -> bool:
    return a not in printed or b not in printed or abs(printed[a] - printed[b]) <= APART


def _aligned(a: Account, b: Account) -> Aligned:
    return Aligned(a, b, a.language != b.language)


def _pairs(told: Iterable[tuple[Passage, Passage, Difference]]) -> Iterator[Pair]:
    found: dict[tuple[int, int], tuple[Passage, Passage, list[Difference]]] = {}
    for p, q, difference in told:
        found.setdefault((p.number, q.number), (p, q, []))[2].append(difference)
    for p, q, several in found.values():
        heaviest = _apart(sorted(several, key=lambda d: (-d.weight, d.a.start, d.b.start, d.kind)))
        yield Pair(Side(p.source, p.start, p.end), Side(q.source, q.start, q.end), tuple(heaviest))


def _apart(several: Iterable[Difference]) -> list[Difference]:
    """Each difference once: of those of one kind whose words overlap in both, the heaviest."""
    kept: list[Difference] = []
    for d in several:
        if not any(d.kind == k.kind and d.a.meets(k.a) and d.b.meets(k.b) for k in kept):
            kept.append(d)
    return kept


def _order(sources: Sequence[str]) -> Callable[[Pair], tuple[float, int, int, int, int]]:
    place = {source: number for number, source in enumerate(sources)}
    return lambda pair: (-pair.weight, place[pair.a.source], pair.a.start, place[pair.b.source], pair.b.start)


def _alone(
    accounts: Sequence[Account], beside: Sequence[Aligned], pairs: Sequence[Pair], origin: Mapping[str, str]
) -> Mapping[str, tuple[Side, ...]]:
    # What two languages do not share in names and numbers, both may tell all the same.
    paired = frozenset((side.source, side.start) for pair in pairs for side in (pair.a, pair.b))
    others: dict[str, list[Aligned]] = defaultdict(list)
    for aligned in beside:
        if not aligned.across:
            others[aligned.a.id].append(aligned)
            others[aligned.b.id].append(aligned)
    return {one.id: tuple(only(one, others[one.id], paired)) if one.id not in origin else () for one in accounts}
