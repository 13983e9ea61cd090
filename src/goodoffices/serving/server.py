"""Listen and answer: quiet, with limits, on this machine alone or, encrypted, on a local network."""

import logging
import socket
from collections.abc import Callable
from contextlib import ExitStack, suppress
from ipaddress import ip_address

import uvicorn
from starlette.types import ASGIApp

from ..errors import UsageError
from .certificate import Certificate
from .connections import MOST, Connection
from .handshake import Handshake

BESIDE = 128
"""Files that a page has open beside its connections: tables, what it reads, processes that print."""
AHEAD = 128 * 1024
"""Bytes that the system takes of an answer before they are sent."""


def listen(port: int = 0, address: str = "127.0.0.1") -> socket.socket:
    """A socket on one of this machine's own addresses; a free port where none is asked for.

    OSError where the port is taken or the address is another machine's. UsageError where it is no single address: a page
    that listened on all of them could not be held to the names under which it is served.
    """
    try:
        told = ip_address(address)
    except ValueError:
        told = None
    if told is None or told.is_unspecified or told.is_multicast:
        raise UsageError(
            f"found {address} as the address to serve on, expected one of this machine's, such as 192.168.1.5"
        )
    family, kind, protocol, _, place = socket.getaddrinfo(
        address, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST
    )[0]
    found = socket.socket(family, kind, protocol)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # Accepted ones have it, too. Left to itself the system takes megabytes ahead, and then nothing for minutes: who reads
        # slowly would look like one who does not read.
        found.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, AHEAD)
        found.bind(place)
        # From here on a browser that is quicker than the server waits instead of being refused.
        found.listen(16)
    except OSError:
        found.close()
        raise
    return found


def affordable(connections: int) -> int:
    """So many connections, or as many as this process may have files open: beyond it nobody could come in, whoever he is.

    As far as the system lets it, the process may have more from then on.
    """
    try:
        import resource  # other systems than Unix have none
    except ImportError:
        return connections
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + BESIDE
    if 0 <= soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else max(soft, min(wanted, hard))
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        soft = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return connections if soft < 0 or soft >= wanted else max(8, soft - BESIDE)


class Server(uvicorn.Server):
    """As uvicorn's own; what never ends by itself is ended first."""

    def __init__(self, config: uvicorn.Config, at_end: Callable[[], None]) -> None:
        super().__init__(config)
        self._at_end = at_end

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End everything; within two seconds, whoever is connected."""
        self._at_end()
        await super().shutdown(sockets)


def server(
    application: ASGIApp,
    *,
    certificate: Certificate | None = None,
    connections: int = MOST,
    at_end: Callable[[], None] = lambda: None,
) -> Server:
    """What answers on a socket; `at_end` is called when it begins to end (`Streams.end`)."""
    # Its log would hold the address with the token, and a stranger could fill the terminal; what fails is told on the page.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    connections = affordable(connections)
    # The limits differ from page to page, and uvicorn makes the connections: so each page has classes of its own.
    kind: type[Connection] = type("Connection", (Connection,), {"most": connections})
    encrypted: dict[str, object] = {"most": connections, "kind": kind}
    if certificate is not None:
        encrypted["context"] = certificate.context()
    config = uvicorn.Config(
        application, http=kind if certificate is None else type("Handshake", (Handshake,), encrypted), ws="none", lifespan="off",
        log_level="critical", access_log=False, server_header=False, proxy_headers=False, backlog=max(connections, MOST),
        timeout_graceful_shutdown=1,
    )  # fmt: skip
    return Server(config, at_end)


def serve(
    application: ASGIApp,
    *listening: socket.socket,
    certificate: Certificate | None = None,
    connections: int = MOST,
    at_end: Callable[[], None] = lambda: None,
) -> None:
    """Answer until Ctrl-C. UsageError where it would leave this machine unencrypted."""
    with ExitStack() as stack, suppress(KeyboardInterrupt):
        for one in listening:
            stack.enter_context(one)
        away = [a for one in listening if not ip_address(a := one.getsockname()[0]).is_loopback]
        if away and certificate is None:
            raise UsageError(f"found no certificate to serve on {away[0]}, which is read by others; expected one")
        server(application, certificate=certificate, connections=connections, at_end=at_end).run(sockets=[*listening])
