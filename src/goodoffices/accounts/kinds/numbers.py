"""Numbers that differ: of one unit, by more than `about` and `more than` allow."""

from collections.abc import Iterator, Sequence

from ...language.folding import Span
from ...language.quantities.quantity import Quantity, quantities
from ..align import Aligned
from ..model import Kind
from ..reading.once import once
from ..reading.passages import Account, Passage
from ..reading.spelt import spelt
from .moments import hours
from .values import Value, Verdict, apart, owned_apart

_FILLERS = frozenset("them our us of more few veri onli other those these".split())


class Numbers:
    """Numbers of one thing that cannot be the same."""

    kind: Kind = "number"

    def values(self, account: Account) -> Sequence[Value]:
        """The quantities that a report names."""
        return _all(account)

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether both count one thing, and whether both can be the same."""
        a, b = _units(v), _units(w)
        other = bool(a and b and not a & b)
        if other and v.said.meets(w.said):
            return Verdict(True)
        if (other and not _one_thing(v, w, a, b)) or owned_apart(aligned, v, w):
            return None
        if v.said.meets(w.said) or _near(v.said, w.said):
            return Verdict(True, 0.5)
        unit = -0.8 if other else 0.5 if a & b else 0.0 if not (a or b) else -0.3
        elsewhere = _elsewhere(v, aligned.b) + _elsewhere(w, aligned.a)
        return Verdict(False, unit - 0.3 * elsewhere - 2.0 * apart(v, w))


def _units(v: Value) -> frozenset[str]:
    """What is counted, and what it means: `km` and `километров` are one."""
    units = frozenset(v.said.units - _FILLERS)
    after = next((t.sense for t in v.passage.tokens if t.start >= v.span.end), "")
    return units | {after} if units and after else units


_MEASURES = frozenset("percent day hour minute dollar euro pound hryvnia ruble lira yen tonn ~distance".split())


def _one_thing(v: Value, w: Value, a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether what is counted may be one thing under two words: `4,200 animals`, `2,400 reindeer`."""
    return not (a | b) & _MEASURES and min(v.said.low, w.said.low) > 12


def _near(a: Quantity, b: Quantity) -> bool:
    """`roughly 740,000` and 739,386 are one; so is a number rounded to its first two figures."""
    return a.low > 1000 and b.low > 0 and abs(a.low - b.low) / max(a.low, b.low) < 0.01


def _numbers(p: Passage) -> Iterator[Value]:
    of_day = [found[0] for found in hours(p)]
    for q in _read(p):
        start, end = p.start + q.start, p.start + q.end
        if any(span.meets(Span(start, end)) for span in of_day):
            continue
        if "date" in q.units or q.start >= q.end or any(d.start < end and start < d.end for d in p.days):
            continue
        if not (q.units or q.start) or _is_year(q) or _is_label(p, q):
            continue
        yield Value(p, Span(start, end), q)


def _read(p: Passage) -> Sequence[Quantity]:
    found = quantities(p.text, p.language)
    extra = (q for q in spelt(p.text, p.language) if not any(q.start < o.end and o.start < q.end for o in found))
    return (*found, *extra)


def _is_year(q: Quantity) -> bool:
    return q.low == q.high and 1500 <= q.low < 2200 and not q.units and q.end - q.start == 4


def _is_label(p: Passage, q: Quantity) -> bool:
    """The number of an item, of an hour, or one that is part of a name."""
    after = p.text[q.end : q.end + 2]
    return (q.start < 3 and after[:1] in ").") or after[:1] in (":",) or (q.low == q.high == 1)


def _elsewhere(v: Value, account: Account) -> bool:
    mine = _units(v)
    return any(o.said.meets(v.said) and (not mine or not _units(o) or mine & _units(o)) for o in _all(account))


@once
def _all(account: Account) -> Sequence[Value]:
    return [v for p in account.passages if not p.heading for v in _numbers(p)]
