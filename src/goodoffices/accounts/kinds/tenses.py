"""What has happened to one and is yet to happen to the other: one verb, told in the past here and as still to come there."""

from collections.abc import Iterator, Sequence

from ..align import Aligned
from ..model import Kind
from ..reading.passages import Account, Passage
from ..reading.verbs import verbs
from .sense import turned
from .values import Value, Verdict, apart, clause_of, days_fit, repeated

_TOPIC = 0.45
"""What two clauses must share beside the verb."""


class Tenses:
    """One deed, done here and still ahead there."""

    kind: Kind = "degree"

    def values(self, account: Account) -> Sequence[Value]:
        """The verbs of a report whose form is of the past, or stands behind `will` and the like."""
        return [v for p in account.passages if not p.heading for v in _of(p)]

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether both tell of one deed on one topic, the one as done and the other as still to come."""
        (key, ahead), (other_key, other_ahead) = v.said, w.said
        if key != other_key or aligned.weights.sum((_about(v) & _about(w)) - {key}) < _TOPIC:
            return None
        if ahead == other_ahead:
            return Verdict(True)
        if (
            turned(clause_of(v))
            or turned(clause_of(w))
            or apart(v, w)
            or repeated(v)
            or repeated(w)
            or not days_fit(v, w)
        ):
            return None
        early, late = (aligned.a, aligned.b) if ahead else (aligned.b, aligned.a)
        if early.printed and late.printed and early.printed < late.printed:
            return None  # it has happened meanwhile
        return Verdict(False, -0.2)


def _about(v: Value) -> frozenset[str]:
    """What the clause is about, names among it: the verb is one already."""
    return v.passage.keys_in(clause_of(v).span, v.span)


def _of(p: Passage) -> Iterator[Value]:
    for verb in verbs(p):
        if verb.ahead or verb.past:
            yield Value(p, verb.span, (verb.key, verb.ahead))
