"""Places that differ: a town beside a town, a room or building beside another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from ....language.folding import Span
from ...align import Aligned
from ...model import Kind
from ...reading.names import NOT_A_NAME, people
from ...reading.passages import Account, Token
from ...reading.spots import Spot, spots
from ...words import COMING, MEETING, NEXT, VENUES_OF, class_of, pattern
from ..values import Value, Verdict
from .venues import is_spot, keys_of


class Places:
    """Another place of one kind for one event."""

    kind: Kind = "place"

    def values(self, account: Account) -> Sequence[Value]:
        """The towns and rooms that a report names."""
        known = people(account)
        found = (_said(s, known) for p in account.passages if not p.heading or p.days for s in spots(p))
        return list(_asked(v for v in found if v))

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether both can be one; what each sign counts is fitted."""
        if v.said.level != w.said.level or (v.said.coming != w.said.coming and v.said.meets and w.said.meets):
            return None
        if v.said.keys & w.said.keys:
            return Verdict(True, 0.5)
        return Verdict(False, sum(WEIGHTS[sign] * worth for sign, worth in signs(aligned, v, w).items()))


WEIGHTS: Mapping[str, float] = {
    "rooms": 1.2, "towns": 0.0, "spots": -1.2, "meet": 1.5, "known": -1.1, "town known": -1.1, "one form": 0.4,
}  # fmt: skip
"""What each sign counts for two places' being told of one event; fitted by `benchmarks.fit_signs`."""


def signs(aligned: Aligned, v: Value, w: Value) -> Mapping[str, float]:
    """What speaks for and against two places' being told of one event."""
    level = v.said.level if v.said.level == w.said.level else ""
    known = sum(_known(x, other) for x, other in ((v, aligned.b), (w, aligned.a)))
    return {
        "rooms": level == "room",
        "towns": level == "town",
        "spots": level == "spot",
        "meet": v.said.meets and w.said.meets,
        "known": known * (level != "town"),
        "town known": known * (level == "town"),
        "one form": v.said.form == w.said.form,
    }


def _known(v: Value, account: Account) -> bool:
    """Whether a report names the other's place elsewhere."""
    return frozenset(v.said.keys).issubset(account.frequency)


@dataclass(frozen=True, slots=True)
class Place:
    """A place with what is known of it."""

    level: str
    keys: frozenset[str]
    meets: bool
    coming: bool
    form: str


def _said(spot: Spot, known: frozenset[str]) -> Value | None:
    p = spot.passage
    if spot.form == "head":
        return None
    level = "room" if pattern(VENUES_OF[p.language]).search(spot.what) else "spot"
    town = () if level == "room" or p.language == "tr" else _town(spot, known)
    keys = frozenset(t.key for t in town) or keys_of(spot)
    if not keys or (level == "spot" and not town and (p.language == "tr" or keys & known or not is_spot(spot))):
        return None  # the ending of place is that of much else in Turkish
    span = Span(min(t.start for t in town), max(t.end for t in town)) if town else spot.span
    clause = p.clause_at(spot.span.start)
    said = p.text[clause.start - p.start : clause.end - p.start]
    coming = any(class_of(table, p.language).search(said) for table in (NEXT, COMING))
    met = class_of(MEETING, p.language).search(p.text) is not None
    return Value(p, span, Place("town" if town else level, keys, met, coming, spot.form))


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
        if v.said.meets and v.said.level != "spot":
            asked[f"{v.said.level} {v.said.coming}"].append(v)
    first = {id(vs[0]): question for question, vs in asked.items() if all(v.said.keys & vs[0].said.keys for v in vs)}
    yield from (replace(v, question=first[id(v)]) if id(v) in first else v for v in told)
