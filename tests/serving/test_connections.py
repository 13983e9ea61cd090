"""The page over real connections: who never ends his request, who comes in crowds, who goes away in the middle."""

import select
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from goodoffices.serving import connections

from ..amount import few
from .running import ended
from .tiny import Served, certificate


@pytest.fixture(params=["plain", "encrypted"])
def running(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Served]:
    made = Served(certificate(tmp_path) if request.param == "encrypted" else None)
    yield made
    made.close()


HALVES = [
    b"",
    b"G",
    b"GET / HTTP/1.1\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: b\r\n",
    b"POST /decide HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\nTransfer-Encoding: chunked\r\n",
]


IDS = ["nothing", "a letter", "a line", "headers", "other headers"]


@pytest.fixture
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "WHOLE", 0.5)


@pytest.mark.parametrize("half", few(1, HALVES), ids=IDS)
def test_half_a_request_is_not_waited_for(in_a_hurry: None, running: Served, half: bytes) -> None:
    with running.connect(half) as made:
        assert ended(made) == b""
    assert running.ask().startswith(b"HTTP/1.1 403")


def test_a_request_that_drips_in_for_ever_is_not_waited_for(in_a_hurry: None, running: Served) -> None:
    """The time runs from the first byte, and no byte that comes meanwhile begins it anew."""
    with (
        running.connect(b"GET / HTTP/1.1\r\n") as made,
        pytest.raises(OSError, match=r"(?i)reset|pipe|abort|closed|EOF"),
    ):
        drip(made)


def drip(made: socket.socket) -> None:
    for number in range(600):
        made.sendall(b"X-A%d: b\r\n" % number)
        time.sleep(0.05)


def test_half_a_body_is_not_waited_for_and_changes_nothing(in_a_hurry: None, running: Served) -> None:
    cookie, body = running.come_in(running.tiny.chair), f"csrf={running.tiny.chair.csrf}&words=a"
    with running.connect(
        running.request("POST", "/say", len(body) + 1, cookie, f"Origin: {running.origin}") + body.encode()
    ) as made:
        assert ended(made) == b""
    assert running.tiny.said == []


def test_a_request_in_small_pieces_is_answered(running: Served) -> None:
    whole = running.request("GET", "/", 0)
    with running.connect(*(whole[i : i + 7] for i in range(0, len(whole), 7))) as made:
        assert ended(made).startswith(b"HTTP/1.1 403")


def test_a_connection_serves_one_request_after_the_other(running: Served) -> None:
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
def test_a_crowd_does_not_keep_the_browser_out(running: Served) -> None:
    cookie = running.come_in(running.tiny.chair)
    # Encrypted, nobody of them gets through the handshake: they count all the same.
    halves = HALVES if running.certificate is None else [b"", b"\x16", b"\x16\x03\x01\x02\x00"]
    crowd = [socket.create_connection((running.address, running.port)) for _ in range(3 * connections.MOST)]
    for number, one in enumerate(crowd):
        with suppress(OSError):
            one.sendall(halves[number % len(halves)])
    assert running.ask("GET", "/", b"", cookie).startswith(b"HTTP/1.1 200")
    assert len(running.server.server_state.connections) <= connections.MOST + 1
    ended_, _, _ = select.select(crowd, [], [], 5)
    assert len(ended_) >= connections.MOST
    for one in crowd:
        one.close()


@pytest.mark.parametrize("number", [3, 90])
def test_a_page_says_how_many_connections_it_takes(number: int) -> None:
    made = Served(connections=number)
    crowd = [made.connect(b"G") for _ in range(100)]
    assert made.ask().startswith(b"HTTP/1.1 403")
    assert number - 1 <= len(made.server.server_state.connections) <= number + 1
    made.stop()
    for one in crowd:
        one.close()


@pytest.mark.parametrize("half", few(2, [*HALVES, b"whole headers, half a body"]), ids=[*IDS, "half a body"])
def test_the_end_waits_for_nobody(running: Served, caplog: pytest.LogCaptureFixture, half: bytes) -> None:
    cookie = running.come_in(running.tiny.chair)
    sent = half
    if b"body" in half:
        sent = running.request("POST", "/say", 1000, cookie, f"Origin: {running.origin}") + b"csrf="
    with running.connect(sent) as made:
        running.stop()
        assert ended(made) == b""
    assert [record for record in caplog.records if record.exc_info] == []


def test_the_end_does_not_wait_for_a_handshake(tmp_path: Path) -> None:
    made = Served(certificate(tmp_path))
    with socket.create_connection((made.address, made.port), timeout=20) as one:
        one.sendall(b"\x16\x03\x01")
        made.ask()
        made.stop()
        assert ended(one) == b""


def test_what_comes_in_one_piece_with_the_end_of_the_handshake_is_not_lost(tmp_path: Path) -> None:
    made = Served(certificate(tmp_path))
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    context = ssl.create_default_context(cafile=str(tmp_path / "certificate.pem"))
    encrypted = context.wrap_bio(incoming, outgoing, server_hostname=made.address)
    with socket.create_connection((made.address, made.port), timeout=20) as one:
        for _ in range(10):
            try:
                encrypted.do_handshake()
                break
            except ssl.SSLWantReadError:
                one.sendall(outgoing.read())
                incoming.write(one.recv(65536))
        encrypted.write(made.request("GET", "/", 0))
        one.sendall(outgoing.read())
        answer = b""
        while b"</html>" not in answer:
            try:
                answer += encrypted.read(65536)
            except ssl.SSLWantReadError:
                part = one.recv(65536)
                assert part, "it ended without an answer"
                incoming.write(part)
    assert answer.startswith(b"HTTP/1.1 403")
    made.close()


def test_a_handshake_that_never_ends_is_not_waited_for(in_a_hurry: None, tmp_path: Path) -> None:
    made = Served(certificate(tmp_path))
    for sent in (b"", b"\x16\x03\x01", b"GET / HTTP/1.1\r\n\r\n"):
        with socket.create_connection((made.address, made.port), timeout=20) as one:
            one.sendall(sent)
            assert b"HTTP" not in ended(one)
    assert made.ask().startswith(b"HTTP/1.1 403")
    made.stop()


@pytest.mark.parametrize(
    "noise", [b"\0\1\2\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00\x01", b"GET / HTTP/9.9\r\n\r\n"]
)
def test_noise_is_answered_quietly(noise: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    served = Served()
    with served.connect(noise) as made:
        made.shutdown(socket.SHUT_WR)
        assert ended(made)[:12] in (b"", b"HTTP/1.1 400", b"HTTP/1.1 421")
    served.stop()
    assert capfd.readouterr().err == ""
