"""Server-sent events: what happens is on a page at once, each event once and in order, however often the line breaks.

1. Every event has a number, which rises; a browser that comes back says the last one that it has (`Last-Event-ID`, or `last` in the
   address for one that was just loaded) and is sent what follows.
2. A stream keeps no events. When it is woken it asks the application's `since` what there is after the last one that it sent; so
   nothing is lost, nothing grows, and a reader who is slow waits alone.
3. Where nothing happens a comment is sent now and then, so that what stands between does not take the line for dead.
4. A holder has so many streams; one more ends his oldest, which may be that of a phone that went away without a word.
   There are so many in all; one more ends the oldest of whoever has most, and is refused where nobody has two.
5. A stream ends at once when its link is taken back and when the page ends, also where its reader does not read.
"""

import asyncio
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from .connections import ABORT
from .guard import answer, link_of
from .links import Link, Links

Since = Callable[[int], Sequence[tuple[int, str]]]
"""What there is after a number, with numbers that rise; called in the event loop, so it has to be quick."""

BEAT = 15.0
"""Seconds without an event, after which a comment is sent."""
AT_ONCE = 64
"""Events that are sent before another stream has its turn; what follows is read again from the source."""
AGAIN = 1000
"""Milliseconds after which a browser comes back."""
_NUMBER = re.compile(r"[0-9]{1,15}", re.ASCII)
_LINE_END = re.compile(r"\r\n|\r|\n")


class Streams:
    """All streams of a page: `each` for a holder, `most` in all, which has to leave connections for other requests."""

    def __init__(self, links: Links, *, each: int = 8, most: int = 48, beat: float = BEAT) -> None:
        self.each, self.most, self.beat = each, most, beat
        self._links = links
        self._open: dict[Stream, None] = {}  # the oldest first
        self._ended = False
        links.when_gone(self._end_of)

    def answer(self, request: Request, since: Since) -> Response:
        """The stream that a browser asks for."""
        last = _last(request)
        if last is None:
            return answer(request, 400, "No such number", "The last event that was seen is told by its number.")
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return answer(request, 403, "Not from there", "Events are read only by the page itself.")
        return Stream(self, link_of(request), since, last)

    def wake(self, *holders: str) -> None:
        """Have the streams of these holders, of all where none is named, look for what is new."""
        for stream in self._open:
            if not holders or stream.link.holder in holders:
                stream.wake()

    def end(self) -> None:
        """End all of them, and all that are still to come: the page ends."""
        self._ended = True
        self._end(self._open)

    def __len__(self) -> int:
        return len(self._open)

    def enter(self, stream: "Stream") -> bool:
        """Take one in; False where there is no room."""
        if self._ended or not self._links.holds(stream.link):
            return False
        open_ = [one for one in self._open if not one.ended]
        mine = [one for one in open_ if one.link.holder == stream.link.holder]
        if len(mine) >= self.each:
            self._end(mine[: len(mine) - self.each + 1])
        elif len(open_) >= self.most:
            numbers = Counter(one.link.holder for one in (*open_, stream))
            # At the same number the newcomer's own is ended first: he takes no place from others.
            busiest = max(numbers, key=lambda holder: (numbers[holder], holder == stream.link.holder))
            if numbers[busiest] < 2:
                return False
            self._end([next(one for one in open_ if one.link.holder == busiest)])
        self._open[stream] = None
        return True

    def leave(self, stream: "Stream") -> None:
        """Let go of one."""
        self._open.pop(stream, None)

    def _end_of(self, link: Link) -> None:
        self._end(one for one in self._open if one.link is link)

    def _end(self, streams: Iterable["Stream"]) -> None:
        for stream in streams:
            stream.end()


class Stream(Response):
    """One stream, as an answer that goes on."""

    media_type = "text/event-stream"

    def __init__(self, streams: Streams, link: Link, since: Since, last: int) -> None:
        super().__init__()
        del self.headers["content-length"]
        self.link, self.ended = link, False
        self._streams, self._since, self._last = streams, since, last
        self._awake = asyncio.Event()
        self._work: asyncio.Future[None] | None = None

    def wake(self) -> None:
        """Look for what is new."""
        self._awake.set()

    def end(self) -> None:
        """End it, whatever its reader does."""
        self.ended = True
        if self._work is not None:
            self._work.cancel()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send until one side has enough."""
        if scope["method"] == "HEAD":
            await super().__call__(scope, receive, send)
            return
        if not self._streams.enter(self):
            refusal = Response("Not now; try again later.", 503, {"Retry-After": "10"}, "text/plain")
            await refusal(scope, receive, send)
            return
        try:
            await self._answer(receive, send)
        finally:
            self._streams.leave(self)
            if self.ended and (abort := scope.get("state", {}).get(ABORT)) is not None:
                abort()

    async def _answer(self, receive: Receive, send: Send) -> None:
        self._work = asyncio.ensure_future(self._send(send))
        gone = asyncio.ensure_future(_gone(receive))
        try:
            await asyncio.wait((self._work, gone), return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (self._work, gone):
                task.cancel()
            told = await asyncio.gather(self._work, gone, return_exceptions=True)
        for error in told:
            if isinstance(error, Exception):
                raise error

    async def _send(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        await _write(send, f"retry: {AGAIN}\n\n")
        while True:
            self._awake.clear()  # before the look: what comes after it wakes again
            found = self._since(self._last)[:AT_ONCE]
            for number, data in found:
                if number <= self._last:
                    raise ValueError(f"the event {number} comes after {self._last}")
                await _write(send, _event(number, data))
                self._last = number
            if found:
                await asyncio.sleep(0)  # a reader who is quick never waits, and would keep all others waiting
            elif not await self._woken():
                await _write(send, ":\n\n")

    async def _woken(self) -> bool:
        try:
            async with asyncio.timeout(self._streams.beat):
                await self._awake.wait()
        except TimeoutError:
            return False
        return True


def _last(request: Request) -> int | None:
    """The last event that a browser has; what it says on coming back is newer than the address of the page."""
    told = request.headers.get("last-event-id") or request.query_params.get("last") or "0"
    return int(told) if _NUMBER.fullmatch(told) else None


def _event(number: int, data: str) -> str:
    return f"id: {number}\n" + "".join(f"data: {line}\n" for line in _LINE_END.split(data)) + "\n"


async def _write(send: Send, text: str) -> None:
    await send({"type": "http.response.body", "body": text.encode("utf-8", "replace"), "more_body": True})


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
