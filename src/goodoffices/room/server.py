"""The room as an application: pages that are asked for, acts that are sent, streams that tell what happened.

1. The clock is looked at once for a request, and the moment handed on.
2. What is answered as saved is on the disk.
3. Of an act that was refused, or could not be stored, the page is shown again with what was typed, and why.
4. What a seat may not ask for and what there is not get the same answer.
"""

import asyncio
import re
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any
from weakref import WeakValueDictionary

from markupsafe import Markup
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from ..brief.debriefing import HeldTable
from ..errors import DataError
from ..proceedings import Refusal
from ..serving.entrance import entrance
from ..serving.form import received
from ..serving.guard import Guard, link_of, who
from ..serving.static import static
from ..talks.exercise import TRAINER
from .admission import seat_of
from .debriefed import KINDS, file, held, on_screen, style
from .doings import do
from .forms import NotThatError, act_of
from .hall import Hall
from .pages import PACKAGE, STATIC, render
from .programs import hurry
from .views.ask import Ask
from .views.paths import html

NOT_HERE = "There is nothing of this name here on which this seat can act."
REMEMBERED = 4_000
"""Forms of which it is remembered that they were saved: one that is sent again, since its answer got lost, is done once."""


def application(hall: Hall) -> Starlette:
    """The room as an application."""
    pages = Server(hall)
    routes = [
        Route("/events", pages.events, methods=["GET"]),
        entrance(hall.site, hall.admission.links),
        Route("/act", pages.act, methods=["POST"]),
        Route("/do", pages.do, methods=["POST"]),
        Route("/static/day.css", _day_style, methods=["GET"]),
        Route("/static/{name}", _static, methods=["GET"]),
        Route("/day", pages.shown, methods=["GET"]),
        Route("/day.{kind}", pages.day, methods=["GET"]),
        Route("/{path:path}", pages.page, methods=["GET"]),
    ]
    nothing: Any = {404: _nothing, 405: _nothing}
    guard = Middleware(Guard, site=hall.site, links=hall.admission.links)
    return Starlette(routes=routes, middleware=[guard], exception_handlers=nothing)


async def _nothing(request: Request, error: Exception | None = None) -> Response:
    return _says(404, "Nothing here", "There is no such page.")


def _says(status: int, title: str, text: str) -> Response:
    return HTMLResponse(render("says", title=title, text=text), status)


_FILES = static(PACKAGE, STATIC)


async def _static(request: Request) -> Response:
    if request.path_params["name"] not in STATIC:
        return await _nothing(request)
    found: Response = await _FILES.endpoint(request)
    return found


async def _day_style(request: Request) -> Response:
    return Response(style(), media_type="text/css")


class Server:
    """The pages and what is done on them."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall
        self._saved: OrderedDict[tuple[str, str], None] = OrderedDict()
        self._sending: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()
        self._printing = asyncio.Lock()
        self._printed: dict[str, tuple[object, bytes]] = {}

    async def page(self, request: Request) -> Response:
        """A page of whoever asks."""
        self.hall.awake()
        found = html(self._ask(request, request.url.path))
        return await _nothing(request) if found is None else HTMLResponse(found)

    async def day(self, request: Request) -> Response:
        """What the day was, as a file, for those who may see all of it."""
        kind, (table, seat) = request.path_params["kind"], seat_of(who(request))
        tables = held(self.hall, table, seat) if kind in KINDS else []
        if not tables:
            return await _nothing(request)
        made = await self._print(kind, tables, seat, partial(file, tables, kind))
        name = f"{self.hall.stem}-debriefing.{kind}"
        return Response(made, media_type=KINDS[kind], headers={"Content-Disposition": f'attachment; filename="{name}"'})

    async def shown(self, request: Request) -> Response:
        """The same on the screen."""
        table, seat = seat_of(who(request))
        tables = held(self.hall, table, seat)
        if not tables:
            return await _nothing(request)
        made = await self._print("screen", tables, seat, partial(on_screen, tables))
        ask = replace(self._ask(request, request.url.path), day=Markup(made.decode()))  # noqa: S704  # escaped by its template
        found = html(ask)
        return await _nothing(request) if found is None else HTMLResponse(found)

    async def _print(self, kind: str, tables: list[HeldTable], seat: str, make: Callable[..., bytes]) -> bytes:
        """What is printed, from memory where nothing happened since."""
        async with self._printing:  # one at a time: sixty phones ask for it at once
            key = (seat == TRAINER, tuple((one.number, len(one.events)) for one in tables))
            before, made = self._printed.get(kind, (None, b""))
            if before != key:
                made = await asyncio.to_thread(make, trainer=seat == TRAINER)
                self._printed[kind] = (key, made)
            return made

    async def events(self, request: Request) -> Response:
        """What happens, as it happens, to whoever asks."""
        self.hall.awake()
        table, seat = seat_of(who(request))
        return self.hall.streams.answer(request, lambda number: self.hall.since(table, seat, number))

    async def act(self, request: Request) -> Response:
        """An act in the talks."""
        form = await received(request)
        if isinstance(form, Response):
            return form
        self.hall.awake()
        once = (who(request), form.get("once", ""))
        # The same form sent twice at a time: the second waits, and is told what became of the first.
        lock = (self._sending.get(once) if once[1] else None) or asyncio.Lock()
        if once[1]:
            self._sending[once] = lock
        async with lock:
            return await self._acted(request, form, once)

    async def _acted(self, request: Request, form: dict[str, str], once: tuple[str, str]) -> Response:
        if once[1] and once in self._saved:
            return _onwards(form)
        ask = self._ask(request, form.get("page", "/"), form)
        try:
            refused = await self._done(ask, form)
        except NotThatError as error:
            refused = str(error)
        except (DataError, RuntimeError) as error:
            return self._again(ask, form, 503, str(error), saved=False)
        if refused:
            return self._again(ask, form, 422, refused)
        self._remember(once)
        return _onwards(form)

    async def do(self, request: Request) -> Response:
        """What the trainer does beside the talks: links, programs, the end."""
        form = await received(request)
        if isinstance(form, Response):
            return form
        ask = self._ask(request, form.get("page", "/"), form)
        if ask.seat not in (TRAINER, self.hall.way.solo):
            return await _nothing(request)
        try:
            refused = await (do(self.hall, form) if ask.seat == TRAINER else hurry(self.hall, form, ask.seat))
        except DataError as error:
            return self._again(ask, form, 503, str(error), saved=False)
        if refused:
            return self._again(ask, form, 422, refused)
        return (
            _says(200, "Deleted", "All that was held is deleted, and the room is closed.")
            if self.hall.deleted
            else _onwards(form)
        )

    async def _done(self, ask: Ask, form: Mapping[str, str]) -> str:
        """Why an act is refused; nothing where it was done."""
        act = act_of(form, ask.seat, ask.now)
        tables = self._tables(ask, form)
        if act is None or not tables:
            return NOT_HERE
        found = {number: await self.hall.tables[number].act(act, ask.now) for number in tables}
        refused = {number: one.why for number, one in found.items() if isinstance(one, Refusal)}
        # Of an act at all tables it is enough that one could do it: tables may be at different stages of the day.
        return next(iter(refused.values())) if len(refused) == len(found) else ""

    def _tables(self, ask: Ask, form: Mapping[str, str]) -> list[int]:
        if ask.seat != TRAINER:
            return [ask.table]
        wanted = form.get("table", "")
        return [number for number in self.hall.tables if wanted in ("all", str(number))]

    def _ask(self, request: Request, path: str, form: Mapping[str, str] | None = None) -> Ask:
        table, seat = seat_of(who(request))
        return Ask(self.hall, table, seat, path, self.hall.now(), link_of(request).csrf, form or {})

    def _again(self, ask: Ask, form: Mapping[str, str], status: int, why: str, *, saved: bool = True) -> Response:
        paths = (ask.path, "/")
        asks = (Ask(ask.hall, ask.table, ask.seat, path, ask.now, ask.csrf, form, why, saved) for path in paths)
        return HTMLResponse(next(found for one in asks if (found := html(one)) is not None), status)

    def _remember(self, once: tuple[str, str]) -> None:
        if once[1] and len(once[1]) <= 100:
            self._saved[once] = None
            if len(self._saved) > REMEMBERED:
                self._saved.popitem(last=False)


_PATH = re.compile(r"/([A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*)?", re.ASCII)


def _onwards(form: Mapping[str, str]) -> Response:
    """Back to the page from which the form came, where it is a path of ours."""
    path = form.get("page", "/")
    return RedirectResponse(path if _PATH.fullmatch(path) else "/", 303)
