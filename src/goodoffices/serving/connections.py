"""One connection to the page: what never ends to come or to be read is not waited for, and no crowd keeps a browser out.

1. A request is whole within ten seconds of its first byte, or of the connection where none comes.
2. An answer is read: `slow` tells how slowly.
3. There are 64 connections at most, or as many as the page says: `crowd` tells who goes where there is one more.
4. When the page ends, nobody is waited for who has not asked yet.
"""

import asyncio
from typing import Any, cast

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from .crowd import MOST, Limited
from .slow import Slow, Watched

__all__ = ["ABORT", "ADMIT", "MOST", "WHOLE", "Connection", "Limited"]

WHOLE = 10.0
"""Seconds within which a request has to be there, with its body."""

ABORT = "goodoffices.abort"
"""In a request's `state`: what ends its connection, also where the other side does not read what was written to it."""
ADMIT = "goodoffices.admit"
"""In a request's `state`: tells its connection whose link came with it, or None."""


class Connection(Limited, H11Protocol):
    """As uvicorn's own, with limits."""

    raw: asyncio.Transport | None = None
    """Where it is encrypted, the transport below: what was not taken waits there."""
    _due: asyncio.TimerHandle | None = None
    _slow: Slow

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        """Take the connection, and let another one go where there are too many."""
        self._slow = Slow(self.loop, lambda: self.left, self.end)
        watched: Any = Watched(transport, self._slow)
        super().connection_made(cast("asyncio.Transport", watched))
        self.app_state = {**self.app_state, ABORT: self.end, ADMIT: self.admit}
        self._wait()
        self.make_room(self.connections)

    @property
    def left(self) -> int:
        """Bytes that were written and that its reader has not taken."""
        return super().left + (0 if self.raw is None else self.raw.get_write_buffer_size())

    def end(self) -> None:
        """End it, whatever was still to come and to be read."""
        super().end()
        if self.raw is not None:
            self.raw.abort()

    def admit(self, holder: str | None) -> None:
        """A request came over it with this holder's link, or with none."""
        if holder != self.holder:
            self.holder = holder
            self.make_room(self.connections)

    def data_received(self, data: bytes) -> None:
        """Take some bytes; the time runs until they make a whole request."""
        if self._due is None:
            self._wait()
        super().data_received(data)
        if not self.waits:
            self._stop_waiting()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of it."""
        self._stop_waiting()
        self._slow.stop()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """End at once where there is nothing to be answered, or only an end is waited for; else after the answer."""
        if self.waits or self.transport.is_closing():
            self.end()
        else:
            super().shutdown()

    @property
    def waits(self) -> bool:
        """Whether there is no whole request that is to be answered."""
        return self.conn.their_state in (h11.IDLE, h11.SEND_BODY)

    def _wait(self) -> None:
        self.since = self.loop.time()
        self._due = self.loop.call_later(WHOLE, self.end)

    def _stop_waiting(self) -> None:
        if self._due is not None:
            self._due.cancel()
            self._due = None
