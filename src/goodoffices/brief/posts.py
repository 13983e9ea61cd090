"""The posts of a person over time: `Infrastructure Minister, later Deputy Prime Minister`."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from ..case import Case
from ..language.folding import fold
from ..record import Claim
from ..record.tenure import one_after_the_other, told_of
from ..talks import Person, Post


def titles(case: Case, person: Person) -> str:
    """All posts of a person: those of different days one after the other, the others side by side as the case has them."""
    posts = sorted(person.posts, key=lambda post: _first(case, post) or date.min)
    told = ""
    for number, post in enumerate(posts):
        before = posts[number - 1] if number else None
        told += "" if before is None else ", later " if _later(case, before, post) else "; "
        told += post.title
    return told if ", later " in told else "; ".join(post.title for post in person.posts)


def moved_on(case: Case, person: Person) -> bool:
    """Whether a person has held posts one after the other."""
    return ", later " in titles(case, person)


def _first(case: Case, post: Post) -> date | None:
    """The first day of which a post is told."""
    days = [post.start, *(told_of(claim, case.record.sources) for claim in _claims(case, post.claims))]
    return min((day.first for day in days if day.first is not None), default=None)


def _later(case: Case, before: Post, post: Post) -> bool:
    """Whether all that is told of one post is told of earlier days than all that is told of the other."""
    if before.start.last is not None and post.start.first is not None:
        return before.start.last < post.start.first
    one, other = _claims(case, before.claims), _claims(case, post.claims)
    return bool(one and other) and all(_in_turn(case, a, b) for a in one for b in other)


def _claims(case: Case, keys: Iterable[str]) -> list[Claim]:
    return [case.claims[key] for key in keys if key in case.claims]


def _in_turn(case: Case, a: Claim, b: Claim) -> bool:
    """Whether the first claim tells its post of an earlier day than the second."""
    days = [told_of(claim, case.record.sources).first for claim in (a, b)]
    in_order = days[0] is not None and days[1] is not None and days[0] < days[1]
    return in_order and one_after_the_other(a, b, case.record.sources)


def change_of_post(case: Case, a: str, b: str) -> bool:
    """Whether two claims tell posts that a person held one after the other.

    They do not where a third account goes back to the first post: then the accounts differ, or nobody knows the order.
    """
    one, other = case.claims[a], case.claims[b]
    if {one.predicate, other.predicate} != {"post"} or not one_after_the_other(one, other, case.record.sources):
        return False
    return len(_spells(case, one, other)) == 2


def _spells(case: Case, *of: Claim) -> list[str]:
    """The posts of two claims in the order of the days of which all accounts tell them, each stretch of one post once."""
    names, wanted = case.names, {fold(str(claim.value)) for claim in of}
    same = [
        c
        for c in case.record.claims
        if c.counts and c.predicate == "post" and names.id(c.subject) == names.id(of[0].subject)
    ]
    days = [(told_of(c, case.record.sources).first or date.min, fold(str(c.value))) for c in same]
    return [title for title, _ in groupby(title for _, title in sorted(days) if title in wanted)]
