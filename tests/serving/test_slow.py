"""Answers that nobody reads, or hardly: they are cut off, and whoever reads gets all."""

import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from goodoffices.serving import slow
from goodoffices.serving.slow import Slow

from ..amount import few
from .tiny import LONG, Served, certificate


@pytest.fixture(params=few(1, ["plain", "encrypted"]))
def running(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Served]:
    made = Served(certificate(tmp_path) if request.param == "encrypted" else None)
    yield made
    made.close()


@pytest.fixture
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slow, "STILL", 0.5)
    monkeypatch.setattr(slow, "LOOK", 0.05)


def there(running: Served) -> int:
    found: int = running.inside(lambda: len(running.server.server_state.connections))
    return found


def asked(running: Served, *headers: str, close: bool = True) -> socket.socket:
    ask = running.request("GET", "/long", 0, running.come_in(running.tiny.chair), *headers)
    return running.connect(ask if close else ask.replace(b"Connection: close\r\n", b""))


def gone(running: Served, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while there(running):
        assert time.monotonic() < end, "the connection is still there"
        time.sleep(0.05)


@pytest.mark.parametrize("close", [True, False], ids=["closed behind it", "kept"])
def test_an_answer_that_nobody_reads_is_not_kept(in_a_hurry: None, running: Served, close: bool) -> None:
    made = asked(running, close=close)
    time.sleep(0.2)
    assert there(running)
    gone(running)
    made.close()


def test_many_who_do_not_read_are_let_go(in_a_hurry: None, running: Served) -> None:
    crowd = [asked(running) for _ in range(12)]
    gone(running, 40)
    for one in crowd:
        one.close()
    assert running.ask().startswith(b"HTTP/1.1 403")


def test_who_reads_a_little_now_and_then_is_cut_off(
    in_a_hurry: None, running: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slow, "SLOWEST", 2**24)
    made = asked(running)
    got = 0
    with suppress(OSError):
        while part := made.recv(200_000):
            got += len(part)
            time.sleep(0.05)
    assert got < LONG
    gone(running)


def test_who_reads_without_haste_gets_all(in_a_hurry: None, running: Served) -> None:
    made = asked(running)
    got = 0
    while part := made.recv(2_000_000):
        got += len(part)
        time.sleep(0.002)
    assert got > LONG


def test_a_stream_of_events_that_nobody_reads_is_cut_off(in_a_hurry: None, running: Served) -> None:
    made = running.connect(running.request("GET", "/events", 0, running.come_in(running.tiny.chair)))
    time.sleep(0.3)
    running.inside(lambda: running.tiny.tell("chair of table 2", *(["x" * 1_000_000] * 30)))
    gone(running)
    assert running.inside(lambda: len(running.tiny.streams)) == 0
    made.close()


def test_a_stream_to_which_nothing_is_told_stays(in_a_hurry: None, running: Served) -> None:
    made = running.connect(running.request("GET", "/events", 0, running.come_in(running.tiny.chair)))
    time.sleep(1.2)
    assert there(running) == 1
    made.close()


def test_what_was_closed_and_is_not_read_counts_among_the_connections(running: Served) -> None:
    """It was beside every limit: closed for the program, and never at its end."""
    made = asked(running)
    end = time.monotonic() + 20
    while not running.inside(lambda: [c for c in running.server.server_state.connections if c.transport.is_closing()]):
        assert time.monotonic() < end
        time.sleep(0.02)
    (one,) = running.inside(lambda: [*running.server.server_state.connections])
    assert one.is_there
    assert one.left > 0
    assert running.inside(lambda: one.end()) is None
    assert not one.is_there
    made.close()


class Loop:
    """A loop whose time is told."""

    def __init__(self) -> None:
        self.now, self.due = 0.0, list[Any]()

    def time(self) -> float:
        return self.now

    def call_later(self, seconds: float, todo: Any) -> Any:
        self.due.append((self.now + seconds, todo))
        return None


READERS = {
    # bytes taken in each second -> the second in which it is cut off, or none
    "nothing": (lambda second: 0, 21),
    "a burst, and nothing more": (lambda second: 500_000 if second < 2 else 0, 22),
    "a byte a second": (lambda second: 1, 21),
    "as slow as may be": (lambda second: 9_000, None),
    "a little slower": (lambda second: 7_000, 138),
    "a pause, and on": (lambda second: 0 if second < 15 else 100_000, None),
}


@pytest.mark.parametrize("name", READERS)
def test_how_slowly_may_be_read(name: str) -> None:
    takes, wanted = READERS[name]
    loop: Any = Loop()
    left, cut = 2_000_000, list[float]()
    slow_ = Slow(loop, lambda: left, lambda: cut.append(loop.now))
    left = 0
    slow_.writes(2_000_000)
    left = 2_000_000
    for second in range(1, 400):
        loop.now = float(second)
        left = max(0, left - takes(second))
        for at, todo in [*loop.due]:
            if at <= loop.now:
                loop.due.remove((at, todo))
                todo()
        if cut or not left:
            break
    assert [round(at) for at in cut] == ([] if wanted is None else [wanted]), cut
