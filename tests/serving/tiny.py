"""A tiny page on the shared floor: who I am, what I say, what was said to me."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from goodoffices.serving.certificate import Certificate
from goodoffices.serving.entrance import entrance
from goodoffices.serving.events import Streams
from goodoffices.serving.form import received
from goodoffices.serving.guard import Guard, who
from goodoffices.serving.links import Link, Links
from goodoffices.serving.site import Site
from goodoffices.serving.static import static

from .running import Running

LONG = 30_000_000
"""Letters of an answer that no system keeps for a reader who does not read."""
CHAIR, HEAD = "chair of table 2", "head of table 2"


class Tiny:
    """The page, and all that it has."""

    def __init__(self, port: int = 5151, *, secure: bool = False, **limits: Any) -> None:
        self.site, self.links = Site("tiny", port, secure=secure), Links()
        self.streams = Streams(self.links, **limits)
        self.chair, self.head = self.links.give(CHAIR, reusable=True), self.links.give(HEAD)
        self.said: list[tuple[str, str]] = []
        self.feeds: dict[str, list[str]] = defaultdict(list)
        routes = [
            Route("/", self.start),
            entrance(self.site, self.links),
            Route("/say", self.say, methods=["POST"]),
            Route("/events", self.events),
            Route("/fail", self.fail),
            Route("/long", self.long),
            static("goodoffices.serving", {}),
        ]
        self.application = Starlette(routes=routes, middleware=[Middleware(Guard, site=self.site, links=self.links)])

    async def start(self, request: Request) -> Response:
        return PlainTextResponse(f"you are {who(request)}")

    async def say(self, request: Request) -> Response:
        form = await received(request)
        if isinstance(form, Response):
            return form
        self.said.append((who(request), form.get("words", "")))
        return RedirectResponse("/", 303)

    async def events(self, request: Request) -> Response:
        holder = who(request)
        return self.streams.answer(request, lambda number: self.since(holder, number))

    async def fail(self, request: Request) -> Response:
        raise KeyError("what nobody is to read")

    async def long(self, request: Request) -> Response:
        return PlainTextResponse("x" * LONG)

    def since(self, holder: str, number: int) -> Sequence[tuple[int, str]]:
        return [*enumerate(self.feeds[holder], 1)][number:]

    def tell(self, holder: str, *events: str) -> None:
        self.feeds[holder] += events
        self.streams.wake(holder)


class Served(Running):
    """The tiny page, served."""

    def __init__(self, certificate: Certificate | None = None, connections: int = 64, **limits: Any) -> None:
        self.tiny: Tiny

        def make(port: int) -> Starlette:
            self.tiny = Tiny(port, secure=certificate is not None, **limits)
            return self.tiny.application

        super().__init__(make, certificate, connections=connections, at_end=lambda: self.tiny.streams.end())

    def come_in(self, link: Link) -> str:
        return self.enter(link.token)


def certificate(folder: Path) -> Certificate:
    """One for this machine's own names."""
    from datetime import UTC, datetime

    from goodoffices.serving.certificate import self_signed
    from goodoffices.serving.site import LOOPBACK

    return self_signed(folder, LOOPBACK, datetime.now(UTC))
