"""The page over real connections: who never ends his request, who comes in crowds, who goes away in the middle."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices.marking import connections
from goodoffices.marking.server import application, listen, server
from goodoffices.marking.session import Session

from ..amount import few
from .cases import RECORD, make, open_store, texts


class Running:
    """A page that is served in a thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.listening = listen()
        self.session = Session(self.listening.getsockname()[1])
        self.server = server(application(open_store(folder), self.session))
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [self.listening]})
        self.thread.start()

    def connect(self, *sent: bytes) -> socket.socket:
        made = socket.create_connection(("127.0.0.1", self.session.port), timeout=20)
        for part in sent:
            made.sendall(part)
        return made

    def ask(self, method: str = "GET", path: str = "/", body: bytes = b"", *headers: str) -> bytes:
        """The whole answer to a whole request."""
        with self.connect(self.request(method, path, len(body), *headers) + body) as made:
            return ended(made)

    def request(self, method: str, path: str, length: int, *headers: str) -> bytes:
        lines = [
            f"{method} {path} HTTP/1.1",
            f"Host: 127.0.0.1:{self.session.port}",
            f"Content-Length: {length}",
            *headers,
        ]
        return "\r\n".join([*lines, "Connection: close", "", ""]).encode()

    def enter(self) -> str:
        answer = self.ask("GET", f"/enter?token={self.session.token}").decode()
        (cookie,) = (line for line in answer.split("\r\n") if line.lower().startswith("set-cookie:"))
        return "Cookie: " + cookie.partition(": ")[2].partition(";")[0]

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(30)
        assert not self.thread.is_alive()
        self.listening.close()


def ended(connection: socket.socket) -> bytes:
    """What comes until the other side ends it."""
    found = b""
    try:
        while part := connection.recv(65536):
            found += part
    except ConnectionResetError:
        pass
    return found


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    made = Running(make(tmp_path))
    yield made
    made.stop()


HALVES = [
    b"",
    b"G",
    b"GET / HTTP/1.1\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: b\r\n",
    b"POST /decide HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\nTransfer-Encoding: chunked\r\n",
]


@pytest.mark.parametrize("half", few(2, HALVES), ids=["nothing", "a letter", "a line", "headers", "other headers"])
def test_half_a_request_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, half: bytes) -> None:
    monkeypatch.setattr(connections, "WHOLE", 0.2)
    running = Running(make(tmp_path))
    with running.connect(half) as made:
        assert ended(made) == b""
    assert running.ask().startswith(b"HTTP/1.1 403")
    running.stop()


def test_half_a_body_is_not_waited_for_and_decides_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "WHOLE", 0.5)
    running = Running(make(tmp_path))
    here, body = (
        f"Origin: http://127.0.0.1:{running.session.port}",
        f"csrf={running.session.csrf}&act=accept&claim=a4&source=press",
    )
    with running.connect(
        running.request("POST", "/decide", len(body) + 1, running.enter(), here) + body.encode()
    ) as made:
        assert ended(made) == b""
    assert texts(running.folder)["record.yaml"] == RECORD
    running.stop()


def test_a_request_in_small_pieces_is_answered(running: Running) -> None:
    whole = running.request("GET", "/", 0)
    with running.connect(*(whole[i : i + 7] for i in range(0, len(whole), 7))) as made:
        assert ended(made).startswith(b"HTTP/1.1 403")


def test_a_connection_serves_one_request_after_the_other(running: Running) -> None:
    ask = running.request("GET", "/", 0).replace(b"Connection: close\r\n", b"")
    with running.connect(ask) as made:
        for half in (len(ask), 20):
            made.sendall(ask[:half])
            made.sendall(ask[half:])
            found = b""
            while not found.endswith(b"</html>"):
                found += made.recv(65536).rstrip()
            assert found.startswith(b"HTTP/1.1 403")


@pytest.mark.slow
def test_a_crowd_does_not_keep_the_browser_out(running: Running) -> None:
    cookie = running.enter()
    crowd = [running.connect(HALVES[n % len(HALVES)]) for n in range(3 * connections.MOST)]
    assert running.ask("GET", "/source/press", b"", cookie).startswith(b"HTTP/1.1 200")
    assert len(running.server.server_state.connections) <= connections.MOST + 1
    for one in crowd:
        one.close()


@pytest.mark.parametrize("half", [*HALVES, b"whole headers, half a body"])
def test_the_end_waits_for_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture, half: bytes) -> None:
    running = Running(make(tmp_path))
    here = f"Origin: http://127.0.0.1:{running.session.port}"
    sent = running.request("POST", "/decide", 1000, running.enter(), here) + b"csrf=" if b"body" in half else half
    with running.connect(sent) as made:
        running.stop()
        assert ended(made) == b""
    assert [record for record in caplog.records if record.exc_info] == []


@pytest.mark.parametrize("second", ["http://evil.example", "null", "", "SAME"])
@pytest.mark.parametrize("first", [True, False])
def test_two_origins_are_refused(running: Running, second: str, first: bool) -> None:
    here = f"http://127.0.0.1:{running.session.port}"
    origins = [f"Origin: {here}", f"Origin: {here if second == 'SAME' else second}"]
    body = f"csrf={running.session.csrf}&act=accept&claim=a4&source=press".encode()
    answer = running.ask("POST", "/decide", body, running.enter(), *(origins if first else reversed(origins)))
    assert answer.startswith(b"HTTP/1.1 403")
    assert texts(running.folder)["record.yaml"] == RECORD


@pytest.mark.parametrize(
    "noise", [b"\0\1\2\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00\x01", b"GET / HTTP/9.9\r\n\r\n"]
)
def test_noise_is_answered_quietly(running: Running, noise: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    with running.connect(noise) as made:
        made.shutdown(socket.SHUT_WR)
        assert ended(made)[:12] in (b"", b"HTTP/1.1 400", b"HTTP/1.1 421")
    assert capfd.readouterr().err == ""
