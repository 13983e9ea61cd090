"""One stream in its event loop: no wake is lost, and nobody is kept from his turn, however the clock stands."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from starlette.requests import Request

from goodoffices.serving.events import AT_ONCE, Streams
from goodoffices.serving.links import Links

Sent = Callable[[str], None]
HOUR = 3600.0


def run(streams: Streams, links: Links, since: Callable[[int], Sequence[tuple[int, str]]], sent: Sent) -> list[int]:
    """Answer one request until `sent` raises EOFError; the turns that another task has had, at each thing that was sent."""
    turns, had = 0, list[int]()

    async def send(message: Any) -> None:  # as to one who reads at once: it never waits
        had.append(turns)
        if message["type"] == "http.response.body":
            sent(message["body"].decode())

    async def receive() -> Any:
        await asyncio.Event().wait()

    async def other() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async def main() -> None:
        scope = {
            "type": "http", "method": "GET", "headers": [], "query_string": b"", "path": "/",
            "goodoffices.link": links.give("chair"),
        }  # fmt: skip
        beside = asyncio.create_task(other())
        async with asyncio.timeout(30):
            await streams.answer(Request(scope), since)(scope, receive, send)
        beside.cancel()

    with pytest.raises(EOFError):
        asyncio.run(main())
    return had


def test_others_have_their_turn_while_one_is_sent_much() -> None:
    links = Links()
    numbers: list[int] = []

    def sent(text: str) -> None:
        if text.startswith("id: "):
            numbers.append(int(text[4:].partition("\n")[0]))
        if len(numbers) == 1000:
            raise EOFError

    had = run(Streams(links), links, lambda number: [(n, "x") for n in range(number + 1, number + 500)], sent)
    assert numbers == [*range(1, 1001)]
    longest = max(had.count(turn) for turn in set(had))
    assert longest <= AT_ONCE + 2  # with the head and the time after which to come back


def test_what_happens_while_a_stream_looks_is_told_at_once() -> None:
    """And not at the next beat, which is an hour away."""
    links = Links()
    streams, feed, looked = Streams(links, beat=HOUR), list[tuple[int, str]](), list[int]()

    def since(number: int) -> Sequence[tuple[int, str]]:
        found = feed[number:]
        if not looked:  # as if another had told it between the look and the answer
            feed.append((1, "a"))
            streams.wake("chair")
        looked.append(number)
        return found

    def sent(text: str) -> None:
        if text == "id: 1\ndata: a\n\n":
            raise EOFError

    run(streams, links, since, sent)
    assert looked == [0, 0]


def test_no_stream_begins_once_the_page_ends() -> None:
    links, statuses = Links(), list[int]()
    streams = Streams(links)
    streams.end()

    def sent(text: str) -> None:
        statuses.append(len(text))
        raise EOFError

    run(streams, links, lambda number: [], sent)
    assert len(streams) == 0
    assert statuses == [len("Not now; try again later.")]
