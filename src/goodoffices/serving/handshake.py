"""A connection that is to be encrypted, until it is: it counts among all others, and has ten seconds.

The event loop's own way (`ssl=` of `create_server`) tells nobody of a connection before its handshake is done, so that a crowd
of half handshakes would be beside every limit.
"""

import asyncio
import ssl
from typing import Any, ClassVar

from uvicorn.config import Config
from uvicorn.server import ServerState

from . import connections
from .connections import Connection, Limited

GOODBYE = 24 * 3600.0
"""Seconds for the other side to take all and to say goodbye: `slow` ends it long before. The event loop's own end of them does not
look whether the other side still reads, and would cut a long answer in the middle."""


class Handshake(Limited, asyncio.Protocol):
    """Takes uvicorn's place for a connection, and gives it up where the handshake is done."""

    context: ClassVar[ssl.SSLContext]
    kind: ClassVar[type[Connection]]

    def __init__(
        self, config: Config, server_state: ServerState, app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:  # fmt: skip
        self.connection = self.kind(config, server_state, app_state, _loop)
        self.loop = self.connection.loop
        self.connections: set[Any] = server_state.connections  # of which uvicorn calls `shutdown`, and no more

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin the handshake, and let another one go where there are too many."""
        assert isinstance(transport, asyncio.Transport)
        self.transport, self.since = transport, self.loop.time()
        # What comes now belongs to the handshake, which reads on by itself.
        transport.pause_reading()
        self.connections.add(self)
        self.make_room(self.connections)
        self._task = self.loop.create_task(self._encrypt())

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of it."""
        self.connections.discard(self)

    def shutdown(self) -> None:
        """End at once: nobody has asked for anything yet."""
        self.end()

    async def _encrypt(self) -> None:
        early = _Early()
        try:
            if self.transport.is_closing():
                return
            encrypted = await self.loop.start_tls(
                self.transport, early, self.context, server_side=True,
                ssl_handshake_timeout=connections.WHOLE, ssl_shutdown_timeout=GOODBYE,
            )  # fmt: skip
        except OSError:  # not our encryption, none at all, too late, or gone
            self.transport.abort()
            return
        finally:
            self.connections.discard(self)
        if encrypted is None or encrypted.is_closing():
            self.transport.abort()
            return
        self.connection.raw = self.transport
        encrypted.set_protocol(self.connection)
        self.connection.connection_made(encrypted)
        if early.data:
            self.connection.data_received(bytes(early.data))


class _Early(asyncio.Protocol):
    """What comes together with the end of the handshake: most Pythons tell it before one can say who is to take it."""

    def __init__(self) -> None:
        self.data = bytearray()

    def data_received(self, data: bytes) -> None:
        self.data += data
