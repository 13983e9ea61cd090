"""One connection to the page: what never ends to come is not waited for, and no crowd of strangers keeps the one browser out.

1. A request is whole within ten seconds of its first byte, or of the connection where none comes.
2. There are 64 connections at most, or as many as the page says. One more ends the one that has waited longest without a
   request to be answered, so that half requests go first, whoever sent them.
3. When the page ends, nobody is waited for who has not asked yet.
"""

import asyncio
from collections.abc import Iterable
from typing import ClassVar

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

WHOLE = 10.0
"""Seconds within which a request has to be there, with its body."""
MOST = 64
"""Connections at a time; a browser opens six."""

ABORT = "goodoffices.abort"
"""In a request's `state`: what ends its connection, also where the other side does not read what was written to it."""


class Limited:
    """A connection as the limit sees it."""

    most: ClassVar[int] = MOST
    transport: asyncio.Transport
    since: float = 0.0

    @property
    def waits(self) -> bool:
        """Whether there is no whole request that is to be answered."""
        return True

    def end(self) -> None:
        """End it, whatever was still to come."""
        self.transport.abort()

    def make_room(self, all_: Iterable[object]) -> None:
        """Let another one go where this one is one too many."""
        # One that was ended is among them until the next turn of the loop.
        there = [one for one in all_ if isinstance(one, Limited) and not one.transport.is_closing()]
        if len(there) > self.most:
            waiting = (one for one in there if one is not self and one.waits)
            min(waiting, key=lambda one: one.since, default=self).end()


class Connection(Limited, H11Protocol):
    """As uvicorn's own, with limits."""

    _due: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        """Take the connection, and let another one go where there are too many."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, ABORT: self.end}
        self._wait()
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
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """End at once where there is nothing to be answered; else after the answer."""
        if self.waits:
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
