"""Who, by the sentence alone: in one place of two sentences about one thing stands a person whom the other report does not know."""

import re
from collections.abc import Sequence

from ...align import Aligned
from ...model import Kind
from ...reading.names import Name, names_in, people, same
from ...reading.once import once
from ...reading.passages import Account
from ..values import Value, Verdict, owned_apart


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
        known = _names(aligned.b, v.said) + _names(aligned.a, w.said)
        only = _only(aligned.a, aligned.b, v.said) + _only(aligned.b, aligned.a, w.said)
        speakers = sum(_SAYS.search(x.passage.text) is not None for x in (v, w))
        if owned_apart(aligned, v, w) or _beside(v, w.said) != _beside(w, v.said):
            return None  # `Ann and Bo signed` is not told differently by `Bo signed`
        sides = [aligned.parties.of.get(x.said.key) for x in (v, w)]
        speakers += all(sides) and sides[0] != sides[1]
        return Verdict(False, 0.25 * only + 0.4 * (v.said.post + w.said.post) - KNOWN * known - 0.5 * speakers)


KNOWN = 1.3
"""What it speaks against a difference that the other report knows the person, if elsewhere."""
_SAYS = re.compile(
    r"\b(?:said|says|told|added|according|stated|explained|called|asked|insisted|warned|noted|reported|сказа\w+|заяв\w+|говор\w+|söyle\w+|dedi)\b",
    re.I,
)


def _beside(v: Value, name: Name) -> bool:
    """Whether a sentence names the other report's person, too."""
    return any(same(name, one) for one in names_in(v.passage))


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


def _names(account: Account, name: Name) -> bool:
    asked = f"names {name.key} {name.whole}"
    if asked not in account.memo:
        account.memo[asked] = name.key in account.frequency or any(same(name, other) for other in _all(account))
    return bool(account.memo[asked])


@once
def _all(account: Account) -> tuple[Name, ...]:
    return tuple({n.keys: n for p in account.passages for n in names_in(p)}.values())
