"""Which connection goes where there is one too many: nobody who has no link ends one of those who have.

1. A connection is a stranger's until a request has come over it with the cookie of a link; then it is that holder's.
2. A holder has 24 connections at most. One more ends that one of his own which has waited longest.
3. All holders together leave an eighth of the connections to strangers, so that everybody can still come in. One more ends the one
   that has waited longest of whoever has most.
4. Where a stranger is one too many, a stranger goes: of the address with most of them the one that has waited longest.
5. One that waits for a request goes before one that is being answered; of holders one that is being answered goes only where
   its holder has most.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import ClassVar

MOST = 64
"""Connections at a time; a browser opens six."""
EACH = 24
"""Connections of one holder: four browsers."""


class Limited:
    """A connection as the limits see it."""

    most: ClassVar[int] = MOST
    transport: asyncio.Transport
    since: float = 0.0
    holder: str | None = None
    """Whose link it has shown; None of a stranger's."""
    ended: bool = False
    _address: str | None = None

    @property
    def waits(self) -> bool:
        """Whether there is no whole request that is to be answered."""
        return True

    @property
    def left(self) -> int:
        """Bytes that were written and that its reader has not taken."""
        return self.transport.get_write_buffer_size()

    @property
    def address(self) -> str:
        """From where it comes."""
        if self._address is None:
            self._address = str((self.transport.get_extra_info("peername") or ("",))[0])
        return self._address

    @property
    def is_there(self) -> bool:
        """Whether it counts: one that was closed counts until its reader has taken what was written, or is cut off."""
        # One that was ended is among all until the next turn of the loop.
        return not self.ended and not (self.transport.is_closing() and not self.left)

    def end(self) -> None:
        """End it, whatever was still to come."""
        self.ended = True
        self.transport.abort()

    def make_room(self, all_: Iterable[object]) -> None:
        """Let another one go where this one is one too many."""
        there = [one for one in all_ if isinstance(one, Limited) and one.is_there]
        if self.holder is None:
            if len(there) > self.most:
                strangers = [one for one in there if one.holder is None]
                self._end_one(_busiest(strangers, lambda one: one.address, self.address), answered=False)
            return
        known = [one for one in there if one.holder is not None]
        mine = [one for one in known if one.holder == self.holder]
        if len(mine) > min(EACH, self.most):
            self._end_one(mine, answered=False)
        elif len(known) > self.most - max(1, self.most // 8):
            self._end_one(_busiest(known, lambda one: one.holder, self.holder), answered=True)

    def _end_one(self, some: Sequence["Limited"], *, answered: bool) -> None:
        others = [one for one in some if one is not self]
        waiting = [one for one in others if one.waits or one.transport.is_closing()]
        found = waiting or (others if answered and self not in some else [])
        min(found, key=lambda one: one.since, default=self).end()


def _busiest(some: Sequence[Limited], of: Callable[[Limited], Hashable], mine: Hashable) -> list[Limited]:
    """Those of whoever has most; at the same number the newcomer's own, who takes no place from others."""
    numbers = Counter(map(of, some))
    busiest = max(numbers, key=lambda one: (numbers[one], one == mine))
    return [one for one in some if of(one) == busiest]
