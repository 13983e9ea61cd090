"""Who: another person in one role, or another role for one person."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ....language.folding import Span
from ...align import Aligned
from ...model import Kind
from ...reading.names import Name, names_in, people, same
from ...reading.once import once
from ...reading.passages import Account, Passage
from ...words import NEUTRAL, ROLES, class_of
from ..values import Value, Verdict

_FARTHEST = 140
"""Letters between a name and the word of its role."""


LONE = ("chair", "mediate", "host")
"""Roles that mostly one holds."""


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
        if same(name, other):
            return Verdict(True, 1.0)
        if _holds(aligned.b, role, name) or _holds(aligned.a, role, other):
            return None
        if role in LONE:
            return Verdict(False, 0.4)
        alike = aligned.weights.sum(_segment(v.passage, name) & _segment(w.passage, other))
        return Verdict(False, (0.3 if role != "observe" else -0.5) + min(2 * alike, 0.8))


def _holds(account: Account, role: str, name: Name) -> bool:
    return any(v.said[0] == role and same(v.said[1], name) for v in _roles(account))


@once
def _roles(account: Account) -> tuple[Value, ...]:
    known = people(account)
    return tuple(v for p in account.passages if not p.heading for v in _of(p, known))


def _of(p: Passage, known: frozenset[str]) -> Iterator[Value]:
    for role, table in ROLES.items():
        spans = _words_of(p, table)
        for name in names_in(p) if spans else ():
            if role == "member" or not _may_hold(role, name, known):
                continue
            if any(_belongs(p, role, name, s) for s in spans):
                yield Value(p, name.span, (role, name), role if role in LONE else "")


def _words_of(p: Passage, table: Mapping[str, str]) -> list[Span]:
    """Where a role is given; `there was no umpire`, `he did not sign` give none."""
    found = [Span(p.start + m.start(), p.start + m.end()) for m in class_of(table, p.language).finditer(p.text)]
    return [s for s in found if not any(0 <= s.start - d.end <= 12 for d in p.denials)]


def _may_hold(role: str, name: Name, known: frozenset[str]) -> bool:
    if role in ("host", "observe"):
        return not (name.single and name.body and name.before[-1:] != ("by",) and name.article)
    return name.key in known and (name.post or not name.behalf)


def _belongs(p: Passage, role: str, name: Name, word: Span) -> bool:
    """Within one clause; of signing and leading also in the short clause after it: `Ann Hay led ours, Bo Lund that of the other side`."""
    at, other = p.clause_at(name.span.start), p.clause_at(word.start)
    distance = _distance(name.span, word)
    if other.end == at.start and p.text[other.start - p.start : at.start - p.start].rstrip().endswith(":"):
        return distance <= 30  # `In the chair: Ann Hay`
    if at == other:
        return distance <= (_FARTHEST if role == "sign" else 90)
    if at.end == other.start and _RELATIVE.match(p.text, other.start - p.start):
        return distance <= 60
    return role in ("sign", "lead") and other.end == at.start and distance <= _FARTHEST and _elliptic(p, at, name)


_RELATIVE = re.compile(r"\s?(?:which|who|whose|where)\b", re.I)
_AFTER = re.compile(
    r"\s(?:that of|those of|for|of|the\s[\w-]+['’]s|on behalf|від|за|от|имени|adına)\b|,[^,]*,\s(?:that of|for)\b"
)
_HERE = re.compile(r"\b(?:by|under)\s(?:(?!and\b)[\w'’.-]+,?\s){0,9}$|\bfor\s[^,;]*$")


def _elliptic(p: Passage, clause: Span, name: Name) -> bool:
    """Whether a clause has no verb of its own: `Bo Lund that of the farmers`, `by Bo Lund for the farmers`."""
    before = p.text[clause.start - p.start : name.span.start - p.start]
    after = p.text[name.span.end - p.start : clause.end - p.start]
    return len(p.keys_in(clause)) <= 8 and bool(_AFTER.match(after) or _HERE.search(before))


def _segment(p: Passage, name: Name) -> frozenset[str]:
    """The words of the phrase in which a name stands, without it: `for the union by`, `that of Corales`."""
    start, end = name.span.start - p.start, name.span.end - p.start
    before = max((m.end() for m in _BREAK.finditer(p.text, 0, start)), default=0)
    after = _BREAK.search(p.text, end)
    # A post in between belongs to the name: `by its chief executive, Ann Hay`.
    if start - before < 3:
        before = max((m.end() for m in _BREAK.finditer(p.text, 0, max(before - 2, 0))), default=0)
    keys = p.keys_in(Span(p.start + before, p.start + (after.start() if after else len(p.text))), name.span)
    return frozenset(k for k in keys if not k.startswith("@"))


_BREAK = re.compile(r"[,;:()]|\s(?:and|while|і|й|та|и|ve|ile)\s")


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


_EXCLUSIVE = ({"mediate", "chair"}, {"observe"}, {"member"}, {"host"})


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
                roles = _roles_near(p, name, known) if name.key in known or not name.single else frozenset()
                if roles:
                    found.append(Value(p, name.span, (roles, name)))
        return found

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether one person has roles that do not go together."""
        (roles, name), (others, other) = v.said, w.said
        if not same(name, other):
            return None
        if roles & others or (roles | others) <= NEUTRAL:
            return Verdict(True, 0.5)
        groups = [g for g in _EXCLUSIVE if g & roles], [g for g in _EXCLUSIVE if g & others]
        if not all(groups) or any(g in groups[1] for g in groups[0]) or "sign" in roles | others:
            return None
        return Verdict(False, 1.0)


def _roles_near(p: Passage, name: Name, known: frozenset[str]) -> frozenset[str]:
    """The roles whose words stand nearer to this name than to any other, within its clause."""
    clause = p.clause_at(name.span.start)
    found = set()
    names = names_in(p)
    for role, table in ROLES.items():
        for span in _words_of(p, table):
            near = min(names, key=lambda n: _distance(n.span, span))
            if clause.start <= span.start < clause.end and (
                near is name or near.behalf or near.body or near.key not in known
            ):
                found.add(role)
    return frozenset(found)
