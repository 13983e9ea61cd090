"""Which answers of two reports belong together, and which of these differ: each answer stands in one pair at most."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..language.folding import Span
from .align import Aligned
from .kinds.contrasts import Degrees, Opposites
from .kinds.days import Days
from .kinds.deeds import Deeds
from .kinds.moments import Moments
from .kinds.numbers import Numbers
from .kinds.sense import Certainty, Polarity
from .kinds.tenses import Tenses
from .kinds.values import Kinded, Value, Verdict
from .kinds.where.places import Places
from .kinds.where.venues import Venues
from .kinds.who.people import OtherRole, Roles
from .kinds.who.posts import Posts
from .kinds.who.strangers import Strangers
from .model import Difference, Kind
from .reading.passages import Account, Passage

ACROSS: Sequence[Kinded] = (Days(), Numbers())
"""What is compared across languages."""
KINDED: Sequence[Kinded] = (
    Days(),
    Moments(),
    Numbers(),
    Places(),
    Venues(),
    Roles(),
    OtherRole(),
    Posts(),
    Strangers(),
    Polarity(),
    Opposites(),
    Degrees(),
    Tenses(),
    Certainty(),
    Deeds(),
)
LONE = 0.7
"""What it speaks for two answers that each report answers the question once."""
LEAST: Mapping[str, float] = {
    "Days": 0.45, "Moments": 0.4, "Numbers": 1.3, "Places": 2.3, "Venues": 0.9, "Roles": 1.0, "OtherRole": 0.3, "Posts": 0.4, "Strangers": 1.0,
    "Polarity": 4.8, "Opposites": 1.7, "Degrees": 1.45, "Tenses": 1.45, "Certainty": 3.3, "Deeds": 5.1,
}  # fmt: skip
"""What two answers of a kind must share to be as likely a difference as none: fitted (logistic regression) to pairs of reports."""
MORE: Mapping[str, float] = {"en": 0.4, "tr": 0.4}
"""What two answers must share beside that in a language: short words of English and endings of Turkish are in common by chance."""
ACROSS_LANGUAGES = 0.5
"""What must be shared where there are only names, days and numbers."""


def differences(aligned: Aligned) -> Iterator[tuple[Passage, Passage, Difference]]:
    """The differences between near sentences, of every kind; two days, numbers, places or persons once."""
    found = [one for kinded in (ACROSS if aligned.across else KINDED) for one in _of(kinded, aligned)]
    told: set[tuple[Kind, frozenset[str], frozenset[str]]] = set()
    for p, q, difference in sorted(found, key=lambda f: (-f[2].weight, f[2].a.start, f[2].b.start)):
        if [t.folded for t in p.tokens] == [t.folded for t in q.tokens]:
            continue  # letter by letter the same
        answers = difference.kind, _named(p, difference.a), _named(q, difference.b)
        if difference.kind not in ONCE or answers not in told:
            told.add(answers)
            yield p, q, difference


ONCE = frozenset({"day", "number", "place", "who"})
"""Kinds of which two answers are one difference, in however many sentences they stand."""


def _named(p: Passage, span: Span) -> frozenset[str]:
    inside = [t for t in p.tokens if span.start <= t.start < span.end]
    return frozenset(t.folded for t in inside if t.key.startswith("=")) or frozenset(t.folded for t in inside)


def _of(kinded: Kinded, aligned: Aligned) -> Iterator[tuple[Passage, Passage, Difference]]:
    taken: set[tuple[int, tuple[int, int, int]]] = set()
    for score, v, w, verdict in _ranked(kinded, aligned):
        if (0, v.place) in taken or (1, w.place) in taken:
            continue
        taken |= {(0, v.place), (1, w.place)}
        least = ACROSS_LANGUAGES if aligned.across else LEAST[type(kinded).__name__] + MORE.get(aligned.a.language, 0.0)
        sure = score - least
        if not verdict.same and sure >= 0:
            yield v.passage, w.passage, _difference(kinded.kind, sure, v, w, verdict)


def _difference(kind: Kind, score: float, v: Value, w: Value, verdict: Verdict) -> Difference:
    return Difference(kind, verdict.a or v.span, verdict.b or w.span, round(score, 6))


def _ranked(kinded: Kinded, aligned: Aligned) -> list[tuple[float, Value, Value, Verdict]]:
    """All that may belong together, the surest first; of equal ones as they stand in the reports."""
    left, right = (_by_passage(_values(kinded, account)) for account in (aligned.a, aligned.b))
    found = []
    for number, other in _looked_at(kinded, aligned, left, right):
        for v in left.get(number, ()):
            for w in right.get(other, ()):
                if verdict := kinded.compare(aligned, v, w):
                    score = aligned.context(v.passage, w.passage, v.span, w.span) + verdict.bonus
                    found.append((score, v, w, verdict))
    for v, w in _lone(left, right):
        if verdict := kinded.compare(aligned, v, w):
            score = aligned.context(v.passage, w.passage, v.span, w.span) + verdict.bonus + LONE
            found.append((score, v, w, verdict))
    return sorted(found, key=lambda f: (-f[0], f[1].place, f[2].place))


ANYWHERE = (Days, Strangers)
"""Kinds whose answers are few, and are compared wherever two sentences stand in like places, though they share no word."""


def _looked_at(
    kinded: Kinded, aligned: Aligned, left: Mapping[int, list[Value]], right: Mapping[int, list[Value]]
) -> Iterator[tuple[int, int]]:
    yield from aligned.near
    if isinstance(kinded, ANYWHERE):
        for number in left:
            for other in right:
                p, q = aligned.a.passages[number], aligned.b.passages[other]
                if (number, other) not in aligned.near and aligned.beside(p, q):
                    yield number, other


def _values(kinded: Kinded, account: Account) -> Sequence[Value]:
    """Read once for all comparisons of a report."""
    name = type(kinded).__qualname__
    if name not in account.memo:
        account.memo[name] = tuple(kinded.values(account))
    found: Sequence[Value] = account.memo[name]
    return found


def _lone(left: Mapping[int, list[Value]], right: Mapping[int, list[Value]]) -> Iterator[tuple[Value, Value]]:
    """Answers to a question that each report answers once: they belong together whatever words are around them."""
    asked: list[dict[str, list[Value]]] = [defaultdict(list), defaultdict(list)]
    for table, values in zip(asked, (left, right), strict=True):
        for v in (v for row in values.values() for v in row if v.question):
            table[v.question].append(v)
    for question in sorted(asked[0].keys() & asked[1].keys()):
        if len(asked[0][question]) == len(asked[1][question]) == 1:
            yield asked[0][question][0], asked[1][question][0]


def _by_passage(values: Sequence[Value]) -> Mapping[int, list[Value]]:
    found: dict[int, list[Value]] = defaultdict(list)
    for value in values:
        found[value.passage.number].append(value)
    return found
