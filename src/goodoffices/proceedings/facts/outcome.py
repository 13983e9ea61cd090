"""What is agreed: the proposals that every party accepted and none objects to, and the points that every party confirmed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..setting import Public
from .model import Facts


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What some events came to."""

    proposals: tuple[str, ...]
    """Agreed, or agreed ad referendum."""
    points: tuple[str, ...]
    """Points of every kind that every party confirmed."""
    settled: Mapping[str, str]
    """Issue and option that are agreed; of two the later one."""
    ad_referendum: frozenset[str]
    """Of the proposals and points those that a principal has still to confirm."""
    kind: Literal["nothing", "partial", "whole"]
    counts: bool
    """Whether it is an agreement by the charter: on all issues, or on some where the charter lets that count."""


def outcome(public: Public, facts: Facts) -> Outcome:
    """What was agreed, by unanimity of the parties."""
    standing = {id_: one.standing(public.parties) for id_, one in facts.proposals.items()}
    read = {id_: one.standing(public.parties) for id_, one in facts.points.items()}
    proposals = tuple(id_ for id_, how in standing.items() if how in ("agreed", "ad referendum"))
    points = tuple(id_ for id_, how in read.items() if how in ("confirmed", "ad referendum"))
    settled = _settled(facts, proposals, points)
    kind = _kind(public, settled)
    return Outcome(
        proposals=proposals,
        points=points,
        settled=settled,
        ad_referendum=frozenset(id_ for id_, how in {**standing, **read}.items() if how == "ad referendum"),
        kind=kind,
        counts=kind == "whole" or (kind == "partial" and public.charter.partial),
    )


def _kind(public: Public, settled: Mapping[str, str]) -> Literal["nothing", "partial", "whole"]:
    if not settled:
        return "nothing"
    return "whole" if settled.keys() >= public.issues.keys() else "partial"


def _settled(facts: Facts, proposals: tuple[str, ...], points: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for id_ in proposals:
        found |= facts.proposals[id_].whole
    for id_ in points:
        found |= facts.points[id_].binds
    return found
