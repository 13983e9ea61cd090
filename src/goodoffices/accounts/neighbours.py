"""Which reports are set beside which: of a few each beside each, of many each beside those that share most rare words with it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from .reading.passages import Account

FEW = 12
"""Reports of which each is set beside each."""
NEAREST = 8
"""Of more reports: how many others each is set beside, so that the work grows with their number, not with its square."""
_RARE = 24
"""Reports that have a word, at most, for it to be a way to find one."""


def neighbours(accounts: Sequence[Account]) -> Iterator[tuple[Account, Account]]:
    """Pairs of reports to be set side by side, the one named first first."""
    if len(accounts) <= FEW:
        yield from combinations(accounts, 2)
        return
    for first, second in sorted(_nearest(accounts)):
        yield accounts[first], accounts[second]


def _nearest(accounts: Sequence[Account]) -> set[tuple[int, int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, account in enumerate(accounts):
        for key in account.frequency:
            index[key].append(number)
    found: set[tuple[int, int]] = set()
    for number, account in enumerate(accounts):
        shared: dict[int, float] = defaultdict(float)
        for key in account.frequency:
            if len(index[key]) <= _RARE:
                for other in index[key]:
                    shared[other] += 1 / len(index[key])
        shared.pop(number, None)
        # Where no rare word helps, those that stand beside it in the list: never none.
        beside = [(number + step) % len(accounts) for step in range(1, NEAREST + 1)]
        best = sorted(shared, key=lambda other: (-shared[other], other))[:NEAREST]
        found.update((min(number, o), max(number, o)) for o in (*best, *beside[: NEAREST - len(best)]))
    return found
