"""What one report alone tells: sentences that share too little with any sentence of the others, though these could have told it."""

from collections.abc import Iterator, Sequence

from .align import Aligned
from .model import Side
from .reading.passages import Account, Passage

MOST = 1.0
"""What a sentence may share with its nearest one in another report and still be told by one alone."""
FEWEST = 4
"""Words of meaning in a sentence that tells something."""


def only(account: Account, others: Sequence[Aligned], paired: frozenset[tuple[str, int]]) -> Iterator[Side]:
    """The sentences of a report that no other one has; `paired` are those, by source and start, that differ from another one."""
    shared = [_most(account, aligned) for aligned in others]
    for p in account.passages:
        if p.heading or len(p.keys) < FEWEST or (p.source, p.start) in paired:
            continue
        able = [most for most, aligned in zip(shared, others, strict=True) if _could_tell(p, _other(account, aligned))]
        if able and all(most.get(p.number, 0.0) < MOST for most in able):
            yield Side(p.source, p.start, p.end)


def _other(account: Account, aligned: Aligned) -> Account:
    return aligned.b if aligned.a is account else aligned.a


def _most(account: Account, aligned: Aligned) -> dict[int, float]:
    side = 0 if aligned.a is account else 1
    most: dict[int, float] = {}
    for pair, weight in aligned.near.items():
        most[pair[side]] = max(weight, most.get(pair[side], 0.0))
    return most


def _could_tell(p: Passage, other: Account) -> bool:
    """Whether the other was not printed before the day told."""
    return other.printed is None or all(d.day <= other.printed for d in p.days if d.full)
