"""Who goes where there is one connection too many: strangers end strangers, and a holder's own end his own."""

import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.serving.crowd import EACH, Limited

from ..amount import few
from .running import ended
from .tiny import Served, certificate


class Fake(Limited):
    """A connection without a network."""

    def __init__(
        self, since: float, holder: str | None = None, address: str = "a", waits: bool = True, most: int = 8
    ) -> None:
        self.since, self.holder, self._address, self._waits = since, holder, address, waits
        self.most = most  # type: ignore[misc]  # of the class in the program
        transport: Any = SimpleNamespace(
            is_closing=lambda: self.ended, get_write_buffer_size=lambda: 0, abort=lambda: None, get_extra_info=lambda _: None
        )  # fmt: skip
        self.transport = transport

    @property
    def waits(self) -> bool:
        return self._waits


CONNECTIONS = st.lists(
    st.tuples(st.sampled_from([None, None, "chair", "head", "envoy"]), st.sampled_from("abc"), st.booleans()), max_size=60
)  # fmt: skip


@given(CONNECTIONS, st.integers(2, 12))
def test_a_stranger_never_ends_a_holders_and_no_holder_a_quieter_one(
    coming: list[tuple[str | None, str, bool]], most: int
) -> None:
    all_: list[Fake] = []
    for number, (holder, address, waits) in enumerate(coming):
        one = Fake(number, None, address, waits, most)
        before = {id(c) for c in all_ if c.is_there}
        all_.append(one)
        one.make_room(all_)
        gone = [c for c in all_[:-1] if id(c) in before and c.ended]
        assert all(c.holder is None and c.waits for c in gone)
        assert len(gone) <= 1
        if holder is None or one.ended:
            continue
        counts = {name: sum(c.holder == name and c.is_there for c in all_) for name in ("chair", "head", "envoy")}
        one.holder = holder
        before = {id(c) for c in all_ if c.is_there}
        one.make_room(all_)
        for c in (c for c in all_ if id(c) in before and c.ended and c is not one):
            assert c.holder is not None
            assert c.holder == holder or counts[c.holder] > counts[holder]
        assert sum(c.is_there for c in all_) <= most
        assert sum(c.is_there and c.holder is not None for c in all_) <= max(most - 1, 1)


def test_of_strangers_those_of_the_busiest_address_go_first() -> None:
    quiet, crowd = Fake(0, address="quiet"), [Fake(n, address="crowd") for n in range(1, 30)]
    all_: list[Fake] = [quiet]
    for one in crowd:
        all_.append(one)
        one.make_room(all_)
    assert quiet.is_there
    assert [one.since for one in all_ if one.is_there] == [0, *range(23, 30)]


def test_a_holders_own_go_beyond_so_many_and_no_others() -> None:
    other = Fake(0, "head", most=200)
    all_ = [other, *(Fake(n, "chair", most=200) for n in range(1, EACH + 1))]
    one = Fake(100, "chair", most=200)
    one.make_room([*all_, one])
    assert [c.since for c in all_ if c.ended] == [1]
    busy = [Fake(n, "chair", waits=False, most=200) for n in range(EACH)]
    one = Fake(100, "chair", most=200)
    one.make_room([*busy, one])
    assert one.ended
    assert not any(c.ended for c in busy)


def test_strangers_can_always_still_come_in() -> None:
    holders = [Fake(n, f"holder {n % 40}", most=64) for n in range(80)]
    for number, one in enumerate(holders, 1):
        one.make_room(holders[:number])
    there = [one for one in holders if one.is_there]
    assert len(there) == 64 - 8
    newcomer = Fake(1000, most=64)
    newcomer.make_room([*there, newcomer])
    assert newcomer.is_there


@pytest.fixture(params=few(1, ["plain", "encrypted"]))
def running(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Served]:
    made = Served(certificate(tmp_path) if request.param == "encrypted" else None)
    yield made
    made.close()


def half_a_form(running: Served) -> tuple[socket.socket, bytes]:
    """A form of the chair on its way, and the half that is still to come."""
    body = f"csrf={running.tiny.chair.csrf}&words=typed+for+an+hour".encode()
    cookie = running.come_in(running.tiny.chair)
    made = running.connect(
        running.request("POST", "/say", len(body), cookie, f"Origin: {running.origin}") + body[: len(body) // 2]
    )
    wait_for(lambda: running.inside(lambda: [c for c in connections(running) if c.holder]))
    return made, body[len(body) // 2 :]


def connections(running: Served) -> list[Any]:
    return [*running.server.server_state.connections]


def wait_for(what: Any) -> None:
    end = time.monotonic() + 20
    while not what():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.parametrize(
    "sent", few(2, [b"", b"G", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n", b"POST /say HTTP/1.1\r\n"])
)
def test_three_hundred_strangers_do_not_end_a_half_sent_form(running: Served, sent: bytes) -> None:
    made, rest = half_a_form(running)
    crowd = [socket.create_connection((running.address, running.port)) for _ in range(300)]
    for one in crowd:
        with suppress(OSError):
            one.sendall(sent)
    made.sendall(rest)
    assert b" 303 " in ended(made)[:20]
    assert running.tiny.said == [("chair of table 2", "typed for an hour")]
    for one in crowd:
        one.close()


@pytest.mark.parametrize("answered", [False, True])
def test_three_hundred_connections_of_another_holder_do_not_either(running: Served, answered: bool) -> None:
    made, rest = half_a_form(running)
    cookie = running.come_in(running.tiny.head)
    body = 0 if answered else 1000
    for _ in range(60 if running.certificate else 300):
        with suppress(OSError, ssl.SSLError):
            running.connect(running.request("GET", "/", body, cookie).replace(b"Connection: close\r\n", b""))
    mine = running.inside(lambda: [c for c in connections(running) if c.holder == "head of table 2" and c.is_there])
    assert len(mine) <= EACH
    made.sendall(rest)
    assert b" 303 " in ended(made)[:20]


def test_a_crowd_from_one_address_does_not_end_a_strangers_request_from_another(running: Served) -> None:
    if running.certificate:
        pytest.skip("the same rule, before the handshake")
    whole = running.request("GET", "/", 0)
    made = running.connect(whole[:30])
    try:
        crowd = [
            socket.create_connection((running.address, running.port), source_address=("127.0.0.2", 0))
            for _ in range(300)
        ]
    except OSError:
        pytest.skip("this system has one address for itself")
    made.sendall(whole[30:])
    assert ended(made).startswith(b"HTTP/1.1 403")
    for one in crowd:
        one.close()


def test_whose_link_was_taken_back_is_a_stranger_again(running: Served) -> None:
    cookie = running.come_in(running.tiny.chair)
    ask = running.request("GET", "/", 0, cookie).replace(b"Connection: close\r\n", b"")
    with running.connect(ask) as made:
        found = b""
        while b"you are" not in found:
            found += made.recv(65536)
        running.inside(lambda: running.tiny.links.take_back(running.tiny.chair))
        made.sendall(ask)
        assert b" 403 " in made.recv(65536)[:20]
        assert running.inside(lambda: {c.holder for c in connections(running)}) == {None}
