"""Places that differ: a town beside a town, a room or building beside another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from ...language.folding import Span
from ..align import Aligned
from ..model import Kind
from ..reading.names import NOT_A_NAME, people
from ..reading.passages import Account, Token
from ..reading.spots import Spot, spots
from ..words import COMING, MEETING, NEXT, VENUES_OF, class_of, pattern
from .values import Value, Verdict
from .venues import keys_of


class Places:
    """Another place of one kind for one event."""

    kind: Kind = "place"

    def values(self, account: Account) -> Sequence[Value]:
        """The towns and rooms that a report names."""
        known = people(account)
        found = (_said(s, known) for p in account.passages if not p.heading or p.days for s in spots(p))
        return list(_asked(v for v in found if v))

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether both are of one kind and whether they can be one."""
        (level, keys, meets, coming), (other_level, other_keys, other_meets, other_coming) = v.said, w.said
        if level != other_level or (coming != other_coming and meets and other_meets):
            return None
        if keys & other_keys:
            return Verdict(True, 0.5)
        elsewhere = bool(keys & aligned.b.frequency.keys()) + bool(other_keys & aligned.a.frequency.keys())
        return Verdict(False, (0.6 if meets and other_meets else -0.3) - 0.6 * (0 if level == "room" else elsewhere))


def _said(spot: Spot, known: frozenset[str]) -> Value | None:
    p = spot.passage
    if spot.form == "head":
        return None
    room = pattern(VENUES_OF[p.language]).search(spot.what) is not None
    town = () if room else _town(spot, known)
    keys = keys_of(spot) if room else frozenset(t.key for t in town)
    if not keys:
        return None
    span = spot.span if room else Span(min(t.start for t in town), max(t.end for t in town))
    clause = p.clause_at(spot.span.start)
    said = p.text[clause.start - p.start : clause.end - p.start]
    coming = any(class_of(table, p.language).search(said) for table in (NEXT, COMING))
    met = class_of(MEETING, p.language).search(p.text) is not None
    return Value(p, span, ("room" if room else "town", keys, met, coming))


def _town(spot: Spot, known: frozenset[str]) -> tuple[Token, ...]:
    """The name with which a place begins: `Korvin on the river`; of Turkish, with which it ends. A person's is none."""
    told = [t for t in spot.passage.tokens if spot.span.end - len(spot.what) <= t.start < spot.span.end]
    order = told[::-1] if spot.passage.language == "tr" else told
    names = tuple(takewhile(lambda t: t.key.startswith("=") and t.folded not in NOT_A_NAME, order))
    return () if known & {t.key for t in names} else names


def _asked(found: Iterable[Value]) -> Iterator[Value]:
    """The first town or room of the meeting, and of the next one, answers where it is, if no other one is told."""
    told = list(found)
    asked: dict[str, list[Value]] = defaultdict(list)
    for v in told:
        if v.said[2]:
            asked[f"{v.said[0]} {v.said[3]}"].append(v)
    first = {id(vs[0]): question for question, vs in asked.items() if all(v.said[1] & vs[0].said[1] for v in vs)}
    yield from (replace(v, question=first[id(v)]) if id(v) in first else v for v in told)
