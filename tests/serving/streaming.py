"""A browser that listens: events with their numbers, over real connections."""

import re
import socket
import time
from dataclasses import dataclass, field

from .running import Running

PATIENCE = 120
"""Seconds after which an event that was waited for will not come."""

_FIELD = re.compile(r"(\w*): ?(.*)")


@dataclass
class Listener:
    """Reads a stream as browsers do: only an event whose empty line has come is one."""

    made: socket.socket
    events: list[tuple[int, str]] = field(default_factory=list)
    comments: int = 0
    head: bytes = b""
    rest: bytes = b""

    @classmethod
    def on(cls, page: Running, cookie: str, *headers: str, path: str = "/events") -> "Listener":
        # HTTP/1.0: what is sent comes as it is, not in chunks.
        ask = page.request("GET", path, 0, cookie, "Accept: text/event-stream", *headers)
        made = cls(page.connect(ask.replace(b"HTTP/1.1", b"HTTP/1.0")))
        while b"\r\n\r\n" not in made.head and (part := made.made.recv(4096)):
            made.head += part
        made.head, _, made.rest = made.head.partition(b"\r\n\r\n")
        made._take(b"")
        return made

    @property
    def status(self) -> int:
        return int(self.head.split(b" ")[1]) if self.head else 0

    def read(self, size: int = 65536) -> bool:
        """Read on; False where it has ended."""
        try:
            part = self.made.recv(size)
        except ConnectionResetError:
            part = b""
        self._take(part)
        return part != b""

    def until(self, number: int) -> list[tuple[int, str]]:
        """The events, once there are so many, or the stream has ended."""
        deadline = time.monotonic() + PATIENCE
        while len(self.events) < number and self.read():
            # Signs of life go on for ever, so that nothing else would end it.
            assert time.monotonic() < deadline, f"{len(self.events)} of {number} events in {PATIENCE} seconds"
        return self.events

    def close(self) -> None:
        self.made.close()

    def _take(self, part: bytes) -> None:
        *whole, self.rest = (self.rest + part).split(b"\n\n")
        for block in whole:
            fields = [_FIELD.fullmatch(line) for line in block.decode().split("\n")]
            told = [(found[1], found[2]) for found in fields if found]
            numbers = [int(value) for key, value in told if key == "id"]
            self.comments += any(key == "" for key, _ in told)
            if numbers:
                self.events.append((numbers[0], "\n".join(value for key, value in told if key == "data")))
