"""An entry was written from a claim as it was; a person edited the claim, and nothing else holds the old words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..case.entries import Node
from ..case.kinds import BY_NAME, kind_at
from ..language.folding import fold
from ..record import Claim
from .changes import Change
from .index import Index
from .made import Made
from .offers import Offer, made_by


def stale_offers(index: Index, claim: Claim, resting: Sequence[Node]) -> Iterator[Offer]:
    """Offers to bring the entries that list the claim up to what it says now."""
    for node in resting:
        kind = kind_at(node.entry, node.steps)
        for made in made_by(index, claim):
            if (
                kind is not None
                and BY_NAME[made.kind].place == kind.place
                and made.holder == node.steps[: len(made.holder)]
            ):
                offer = _offer(index, claim, node, made)
                if offer is not None:
                    yield offer
                    break


def _offer(index: Index, claim: Claim, node: Node, made: Made) -> Offer | None:
    entry = index.at(*node.steps)
    if made.key is not None and made.key != node.steps[-1]:
        return None
    changed = {key: value for key, value in made.entry.items() if _is_stale(index, claim, node, entry, key, value)}
    if not changed:
        return None
    told = ", ".join(
        f"{key} to “{value}”, which is “{entry.get(key, 'not said')}” now" for key, value in changed.items()
    )
    where = " ".join(str(step + 1) if isinstance(step, int) else step for step in node.steps)
    changes = (*made.first, *(Change("put", (*node.steps, key), value) for key, value in changed.items()))
    return Offer(claim.id, made.kind, f"In {where} set {told}", changes)


def _is_stale(index: Index, claim: Claim, node: Node, entry: Mapping[str, Any], key: str, value: Any) -> bool:
    if value is None or isinstance(value, list) or (key in ("of", "title") and _is_keyed(node)):
        return False
    now = entry.get(key)
    if fold(str(now)) == fold(str(value)):
        return False
    others = [index.claims[one] for one in entry["claims"] if one != claim.id and one in index.claims]
    return not any(_gives(index, other, node, key, now) for other in others if other.counts)


def _is_keyed(node: Node) -> bool:
    """Whether the entry stands in a mapping, where `of` and `title` tell it apart."""
    return isinstance(node.steps[-1], str)


def _gives(index: Index, claim: Claim, node: Node, key: str, now: Any) -> bool:
    """Whether another claim of the entry holds what the entry says now; a list's entry is what all its claims make."""
    if isinstance(node.steps[-1], int):
        return True
    return any(
        fold(str(made.entry.get(key))) == fold(str(now)) for made in made_by(index, claim) if made.key == node.steps[-1]
    )
