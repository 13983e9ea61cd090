"""Who reads what was written: an answer that is not taken is not kept for ever.

1. Whoever takes nothing for twenty seconds is cut off.
2. So is whoever takes less than eight kilobytes a second, beyond twenty seconds: a reader who takes a byte now and then.
3. Once all is taken and the connection was closed, it ends within two seconds, also where the other side never says goodbye (which
   encryption waits for).
4. What the system itself still holds for a reader is its own business; it is little, and no connection of ours.
"""

import asyncio
from collections.abc import Callable
from typing import Any

STILL = 20.0
"""Seconds without a byte taken, and those that every reader has."""
SLOWEST = 8 * 1024
"""Bytes a second that a reader takes at least, on the average."""
GOODBYE = 2.0
"""Seconds for the other side's end of the encryption, once ours is said and all is taken."""
LOOK = 1.0
"""Seconds between two looks."""


class Slow:
    """Watches what was written on one connection; `left` tells what was not taken yet, `end` ends it."""

    def __init__(self, loop: asyncio.AbstractEventLoop, left: Callable[[], int], end: Callable[[], None]) -> None:
        self._loop, self._left, self._end = loop, left, end
        self._written = self._before = 0
        self._began = self._taken = 0.0
        self._closed = False
        self._due: asyncio.TimerHandle | None = None

    def closes(self) -> None:
        """It is about to be closed: nothing more is written."""
        if not self._closed:
            self._closed, self._taken = True, self._loop.time()
            self._watch()

    def writes(self, size: int) -> None:
        """So many bytes are about to be written."""
        if not self._left():
            self._began = self._taken = self._loop.time()
            self._written = 0
        self._written += size
        self._before = self._left() + size
        self._watch()

    def stop(self) -> None:
        """Watch no more."""
        if self._due is not None:
            self._due.cancel()
            self._due = None

    def _look(self) -> None:
        self._due, left, now = None, self._left(), self._loop.time()
        if left < self._before:
            self._taken = now
        self._before = left
        if not left:
            late = self._closed and now - self._taken > GOODBYE
        else:
            late = now - self._taken > STILL or now - self._began > STILL + (self._written - left) / SLOWEST
        if late:
            self._end()
        elif left or self._closed:
            self._watch()

    def _watch(self) -> None:
        if self._due is None:
            self._due = self._loop.call_later(LOOK, self._look)


class Watched:
    """A transport that tells what is written to it; in all else it is the transport."""

    def __init__(self, transport: asyncio.Transport, slow: Slow) -> None:
        self._transport, self._slow = transport, slow

    def write(self, data: bytes) -> None:
        """Write, and tell."""
        self._slow.writes(len(data))
        self._transport.write(data)

    def close(self) -> None:
        """Close, and tell."""
        self._slow.closes()
        self._transport.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)
