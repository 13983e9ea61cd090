"""A bound on the whole time of an exchange. The time-outs of a connection bound each step, and a server can take endless steps."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self


class Deadline:
    """Cuts the connection when the time is over, in whatever step it is; `over` says that it was this and nothing else."""

    def __init__(self, seconds: float) -> None:
        self.over = False
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Learn the connection's socket, as the HTTP library tells it."""
        if not event.endswith(("connect_tcp.complete", "start_tls.complete")):
            return
        found = info["return_value"].get_extra_info("socket")
        if isinstance(found, socket.socket):
            self._sockets.append(found)
            if self.over:
                self._cut()

    def _end(self) -> None:
        self.over = True
        self._cut()

    def _cut(self) -> None:
        for open_socket in self._sockets:
            # An encrypted socket's own shutdown would first wait for the other side; the plain one wakes who is reading.
            plain = socket.socket.shutdown if isinstance(open_socket, ssl.SSLSocket) else type(open_socket).shutdown
            with contextlib.suppress(OSError):
                plain(open_socket, socket.SHUT_RDWR)
