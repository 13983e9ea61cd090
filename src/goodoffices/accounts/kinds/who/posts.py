"""Who, by posts: one person under two posts or ranks, and one post held by two persons."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ....language.folding import fold
from ...align import Aligned
from ...model import Kind
from ...reading.names import Name, names_in, people, same
from ...reading.once import once
from ...reading.passages import Account, Passage
from ...words import EQUALS, OFFICES, PORTFOLIOS, RANKS, pattern
from ..values import Value, Verdict

_BEFORE = re.compile(r"(?:[\w'’-]+[\s,]+){1,6}$")
_AFTER = re.compile(
    r"^,\s(?!and\b|but\b)(?P<post>[^,;:.()]{3,60})[,;.)]|^\s\((?P<held>[^)]{3,60})\)|^\s(?:as|is|was)\s(?P<is>[^,;:.()]{3,40})"
)


@dataclass(frozen=True, slots=True)
class Post:
    """What a report calls somebody: offices or ranks, and what they are of."""

    offices: frozenset[str]
    ranks: frozenset[str]
    of: frozenset[str]
    """Portfolios, and whether deputy or former."""


class Posts:
    """One person under two posts; one post with two holders of whom neither report knows the other's."""

    kind: Kind = "who"

    def values(self, account: Account) -> Sequence[Value]:
        """The persons of a report with the posts that stand beside their names."""
        return _posts(account)

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether one is called what the other report calls something else, or another one holds the post."""
        (post, name), (other_post, other) = v.said, w.said
        if same(name, other):
            return _differ(aligned, v, w)
        if not _one_post(post, other_post) or _knows(aligned.b, name) or _knows(aligned.a, other):
            return None
        sure = (post.of & other_post.of) or (post.offices & other_post.offices) - _SEVERAL
        return Verdict(False, -0.1 if sure else -0.6)


def _differ(aligned: Aligned, v: Value, w: Value) -> Verdict | None:
    post, other = v.said[0], w.said[0]
    offices, ranks = (post.offices, other.offices), (post.ranks, other.ranks)
    if ranks[0] and ranks[1] and not ranks[0] & ranks[1]:
        return Verdict(False, 0.5)
    if not (offices[0] and offices[1]):
        return None
    if offices[0] & offices[1]:
        portfolios = post.of - _GRADES, other.of - _GRADES
        if all(portfolios) and not portfolios[0] & portfolios[1]:
            return Verdict(False, 0.8)
        if (post.of ^ other.of) & (_GRADES - {"former"}):
            return Verdict(False, 0.1)
        return Verdict(True, 0.5)
    told = _called(aligned.a, v.said[1]), _called(aligned.b, w.said[1])
    return None if told[0] & other.offices or told[1] & post.offices else Verdict(False, 0.4)


_GRADES = frozenset("deputy former acting".split())
_SEVERAL = frozenset(
    "minister ambassador secretary lawyer engineer judge doctor priest spokesman inspector steward senator commissioner manager".split()
)
"""Offices that several hold at a time."""


def _one_post(post: Post, other: Post) -> bool:
    if not post.offices & other.offices or (post.of & _GRADES) != (other.of & _GRADES):
        return False
    return not (post.of - _GRADES and other.of - _GRADES) or bool(post.of & other.of - _GRADES)


def _knows(account: Account, name: Name) -> bool:
    return name.key in account.frequency or any(name.key in _keys(p) for p in account.passages)


@once
def _keys(p: Passage) -> frozenset[str]:
    return frozenset(k for n in names_in(p) for k in n.keys)


def _called(account: Account, name: Name) -> frozenset[str]:
    return frozenset(o for v in _posts(account) if same(v.said[1], name) for o in v.said[0].offices)


@once
def _posts(account: Account) -> Sequence[Value]:
    known = people(account)
    return tuple(v for p in account.passages for v in _of(p, known))


def _of(p: Passage, known: frozenset[str]) -> Iterator[Value]:
    if p.language not in OFFICES:
        return
    for name in names_in(p):
        if name.body or (name.key not in known and not name.post):
            continue
        said = _said(p, name)
        post = Post(_found(said, OFFICES, p.language), _found(said, RANKS, p.language), _portfolios(said, p.language))
        if post.offices or post.ranks:
            yield Value(p, name.span, (post, name), "")


def _said(p: Passage, name: Name) -> str:
    """What stands beside a name and may be its post: before it up to the next comma, and between commas after it."""
    start, end = name.span.start - p.start, name.span.end - p.start
    before = p.text[max(0, start - 70) : start].rstrip()
    apart = before.endswith(",")
    parts = re.split(r"[,;:()]|\b(?:and|by|with|that|who|said|to)\b", before.removesuffix(","))
    after = _AFTER.match(p.text[end : end + 80]) if p.language == "en" else None
    told = next((g for g in after.groups() if g), "") if after else ""
    # `the mayor, Ann Hay`; in `The mayor arrived, Ann Hay left` too much stands between.
    close = parts[-1] if not apart or len(parts[-1].split()) <= 7 else ""
    return fold(f"{close} ; {told}")


def _found(said: str, table: Mapping[str, Mapping[str, str]], language: str) -> frozenset[str]:
    return frozenset(name for name, words in table[language].items() if pattern(words).search(said))


def _portfolios(said: str, language: str) -> frozenset[str]:
    if language != "en":
        return _found(said, EQUALS, language) if language in EQUALS else frozenset()
    words = frozenset(re.findall(r"[^\W\d_]+", said)) & _PORTFOLIOS
    return frozenset(_ONE.get(w, w) for w in words)


_PORTFOLIOS = frozenset(PORTFOLIOS.split())
_ONE = {"vice": "deputy", "ex": "former", "retired": "former", "defense": "defence", "labor": "labour"}
