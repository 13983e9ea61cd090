"""Who, by the sentence alone: in one place of two sentences about one thing stands a person whom the other report does not know."""

import re
from collections.abc import Sequence

from ..align import Aligned
from ..model import Kind
from ..reading.names import Name, names_in, people, same
from ..reading.once import once
from ..reading.passages import Account, Passage
from ..reading.verbs import verbs
from .values import Value, Verdict


class Strangers:
    """Two persons who do one thing, each named by one report alone."""

    kind: Kind = "who"

    def values(self, account: Account) -> Sequence[Value]:
        """The persons of a report who do what a clause tells."""
        return _persons(account)

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether neither report names the other's person."""
        if same(v.said, w.said):
            return Verdict(True, 0.3)
        if _names(aligned.b, v.said) or _names(aligned.a, w.said):
            return Verdict(False, -KNOWN) if _alone(aligned, v, w) else None
        if not _only(aligned.a, aligned.b, v.said) or not _only(aligned.b, aligned.a, w.said):
            return Verdict(False, -0.7) if _does(v.passage, v.said) and _does(w.passage, w.said) else None
        return Verdict(False, 0.4 if abs(_where(aligned.a, v) - _where(aligned.b, w)) < _NEAR else -0.3)


_NEAR = 0.15
"""By which share of two reports' lengths the one who stands alone in each may be told earlier or later."""


KNOWN = 2.0
"""What it speaks against a difference that the other report knows the person, if elsewhere."""
_SAYS = re.compile(
    r"\b(?:said|says|told|added|according|stated|explained|called|asked|insisted|warned|noted|reported|сказа\w+|заяв\w+|говор\w+|söyle\w+|dedi)\b",
    re.I,
)


def _alone(aligned: Aligned, v: Value, w: Value) -> bool:
    """Whether each is the only person of its sentence, and no speaker: `the keys went to Ann Hay`, `the keys were given to Bo Lund`."""
    return all(
        sum(o.passage is x.passage for o in _persons(account)) == 1 and not _SAYS.search(x.passage.text)
        for account, x in ((aligned.a, v), (aligned.b, w))
    )


def _where(account: Account, v: Value) -> float:
    return v.span.start / max(len(account.text), 1)


def _only(account: Account, other: Account, name: Name) -> bool:
    """Whether a report has nobody else whom the other one does not know."""
    return all(same(v.said, name) for v in _persons(account) if not _names(other, v.said))


@once
def _persons(account: Account) -> tuple[Value, ...]:
    known = people(account)
    return tuple(
        Value(p, n.span, n)
        for p in account.passages
        if not p.heading
        for n in names_in(p)
        if n.key in known and not n.body and not n.placed and not account.text[n.span.start : n.span.end].isupper()
    )


def _does(p: Passage, name: Name) -> bool:
    """Whether a name stands before the first verb of its clause, or after `by`."""
    if name.before[-1:] == ("by",) or "by" in name.before[-3:]:
        return True
    clause = p.clause_at(name.span.start)
    return not any(clause.start <= verb.span.start < name.span.start for verb in verbs(p))


def _names(account: Account, name: Name) -> bool:
    asked = f"names {name.key} {name.whole}"
    if asked not in account.memo:
        account.memo[asked] = name.key in account.frequency or any(same(name, other) for other in _all(account))
    return bool(account.memo[asked])


@once
def _all(account: Account) -> tuple[Name, ...]:
    return tuple({n.keys: n for p in account.passages for n in names_in(p)}.values())
