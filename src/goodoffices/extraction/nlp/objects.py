"""What a verb is about: its objects, each conjunct for itself, or its complement."""

from collections.abc import Iterator
from typing import Any

from .clauses import COMPLEMENTS, OBJECTS, phrase

_LINKS = frozenset({"conj"})
_PREPOSITIONS = frozenset("on for to against of in with about upon from".split())


def objects(verb: Any, prepositions: frozenset[str] = _PREPOSITIONS) -> Iterator[list[Any]]:
    """The tokens of each object: direct ones, complements, and what follows a preposition that belongs to the verb."""
    heads = [c for c in verb.children if c.dep_ in OBJECTS | COMPLEMENTS and c.i > verb.i]
    if not heads:
        for child in verb.children:
            if child.dep_ in ("prep", "prt", "agent") and child.lower_ in prepositions and child.i > verb.i:
                heads += [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
    for head in heads:
        yield from conjuncts(head)


def conjuncts(head: Any) -> Iterator[list[Any]]:
    """A phrase and those coordinated with it, one by one."""
    linked = [c for c in head.children if c.dep_ in _LINKS]
    yield phrase(head, conjuncts=not linked)
    for other in linked:
        yield from conjuncts(other)


def complement(verb: Any) -> list[Any] | None:
    """All that is said: the complement, else the objects with what hangs on them."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp") and (child.i > verb.i or child.dep_ == "ccomp"):
            return phrase(child, frozenset())
    kept: list[Any] = []
    for child in verb.children:
        if child.i > verb.i and (child.dep_ in OBJECTS or child.dep_ in ("prep", "advmod", "prt", "advcl")):
            kept += phrase(child, frozenset())
    return kept or None
