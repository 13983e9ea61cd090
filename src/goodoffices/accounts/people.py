"""Who: another person in one role, or another role for one person."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..language.folding import Span
from .align import Aligned
from .model import Kind
from .names import Name, names_in, people
from .passages import Account, Passage
from .values import Value, Verdict
from .words import NEUTRAL, ROLES, class_of

_FARTHEST = 140
"""Letters between a name and the word of its role."""


class Roles:
    """Another person or body in one role."""

    kind: Kind = "who"

    def values(self, account: Account) -> Sequence[Value]:
        """Who holds which role in a report."""
        return _roles(account)

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether both tell of one role, and of one holder."""
        (role, name), (other_role, other) = v.said, w.said
        if role != other_role:
            return None
        if name.keys & other.keys:
            return Verdict(True, 1.0)
        if _holds(aligned.b, role, name) or _holds(aligned.a, role, other):
            return None
        return Verdict(False, 0.8 if role != "lead" else 0.5)


def _holds(account: Account, role: str, name: Name) -> bool:
    return any(v.said[0] == role and v.said[1].keys & name.keys for v in _roles(account))


@lru_cache(maxsize=64)
def _roles(account: Account) -> tuple[Value, ...]:
    known = people(account)
    return tuple(v for p in account.passages if not p.heading for v in _of(p, known))


def _of(p: Passage, known: frozenset[str]) -> Iterator[Value]:
    for role, table in ROLES.items():
        spans = [Span(p.start + m.start(), p.start + m.end()) for m in class_of(table, p.language).finditer(p.text)]
        for name in names_in(p) if spans else ():
            if role == "member" or (name.behalf and not name.post) or not (name.key in known or role in ("host", "observe")):
                continue
            distance = min(_distance(name.span, s) for s in spans)
            if distance <= _FARTHEST and (role in ("sign", "lead") or distance <= 60):
                yield Value(p, name.span, (role, name))


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


_EXCLUSIVE = ({"mediate", "chair"}, {"observe"}, {"member", "lead"}, {"host"})


class OtherRole:
    """Another role for one person."""

    kind: Kind = "who"

    def values(self, account: Account) -> Sequence[Value]:
        """Of each person the roles in each sentence."""
        found = []
        known = people(account)
        for p in account.passages:
            if p.heading:
                continue
            for name in names_in(p):
                roles = _roles_near(p, name) if name.key in known else frozenset()
                if roles:
                    found.append(Value(p, name.span, (roles, name)))
        return found

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether one person has roles that do not go together."""
        (roles, name), (others, other) = v.said, w.said
        if not name.keys & other.keys:
            return None
        if roles & others or (roles | others) <= NEUTRAL:
            return Verdict(True, 0.5)
        groups = [g for g in _EXCLUSIVE if g & roles], [g for g in _EXCLUSIVE if g & others]
        if any(g in groups[1] for g in groups[0]) or "sign" in roles | others:
            return None
        return Verdict(False, 0.5)


def _roles_near(p: Passage, name: Name) -> frozenset[str]:
    """The roles whose words stand nearer to this name than to any other, within its clause."""
    clause = p.clause_at(name.span.start)
    found = set()
    names = names_in(p)
    for role, table in ROLES.items():
        for m in class_of(table, p.language).finditer(p.text):
            span = Span(p.start + m.start(), p.start + m.end())
            near = min(names, key=lambda n: _distance(n.span, span))
            if clause.start <= span.start < clause.end and (near is name or near.behalf or near.body):
                found.add(role)
    return frozenset(found)
