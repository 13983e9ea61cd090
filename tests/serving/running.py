"""A page that is served in a thread, and what asks it over real connections."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Callable
from typing import Any

from starlette.types import ASGIApp

from goodoffices.serving.certificate import Certificate
from goodoffices.serving.server import listen, server


class Running:
    """Any page, served on this machine."""

    def __init__(
        self, make: Callable[[int], ASGIApp], certificate: Certificate | None = None, address: str = "127.0.0.1", **more: Any
    ) -> None:  # fmt: skip
        self.listening, self.address = listen(address=address), address
        self.port = self.listening.getsockname()[1]
        self.certificate, self.opened = certificate, list[socket.socket]()
        self.server = server(make(self.port), certificate=certificate, **more)
        self.loop: asyncio.AbstractEventLoop | None = None
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self) -> None:
        async def main() -> None:
            self.loop = asyncio.get_running_loop()
            await self.server.serve(sockets=[self.listening])

        asyncio.run(main())

    @property
    def host(self) -> str:
        return f"{self.address}:{self.port}"

    @property
    def origin(self) -> str:
        return f"{'https' if self.certificate else 'http'}://{self.host}"

    def connect(self, *sent: bytes) -> socket.socket:
        made = socket.create_connection((self.address, self.port), timeout=20)
        if self.certificate:
            context = ssl.create_default_context(cafile=str(self.certificate.certificate))
            made = context.wrap_socket(made, server_hostname=self.address)
        self.opened.append(made)
        for part in sent:
            made.sendall(part)
        return made

    def request(self, method: str, path: str, length: int, *headers: str, host: str | None = None) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", f"Host: {host or self.host}", f"Content-Length: {length}", *headers]
        return "\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1")

    def ask(self, method: str = "GET", path: str = "/", body: bytes = b"", *headers: str, **more: str) -> bytes:
        """The whole answer to a whole request."""
        with self.connect(self.request(method, path, len(body), *headers, **more) + body) as made:
            return ended(made)

    def enter(self, token: str) -> str:
        """The header that a browser sends once it has opened a link."""
        answer = self.ask("GET", f"/enter?token={token}", b"", "Sec-Fetch-Site: none").decode()
        (cookie,) = (line for line in answer.split("\r\n") if line.lower().startswith("set-cookie:"))
        return "Cookie: " + cookie.partition(": ")[2].partition(";")[0]

    def inside(self, todo: Callable[[], Any]) -> Any:
        """Do something in the thread of the page, where all of it has to be done."""

        async def done() -> Any:
            return todo()

        while self.loop is None:
            self.thread.join(0.01)
        return asyncio.run_coroutine_threadsafe(done(), self.loop).result(20)

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(30)
        assert not self.thread.is_alive()
        self.listening.close()

    def close(self) -> None:
        """The end of a test: stop where it has not, and hang up."""
        if self.thread.is_alive():
            self.stop()
        for one in self.opened:
            one.close()


def ended(connection: socket.socket) -> bytes:
    """What comes until the other side ends it."""
    found = b""
    try:
        while part := connection.recv(65536):
            found += part
    except (ConnectionResetError, ssl.SSLEOFError):
        pass
    return found
