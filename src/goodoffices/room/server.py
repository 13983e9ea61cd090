"""The room as an application: pages that are asked for, acts that are sent, streams that tell what happened.

1. The clock is looked at once for a request, and the moment handed on.
2. What is answered as saved is on the disk.
3. Of an act that was refused, or could not be stored, the page is shown again with what was typed, and why.
4. What a seat may not ask for and what there is not get the same answer.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from ..errors import DataError
from ..proceedings import Refusal
from ..serving.entrance import entrance
from ..serving.form import received
from ..serving.guard import Guard, link_of, who
from ..serving.static import static
from ..talks.exercise import TRAINER
from . import debriefed
from .admission import seat_of
from .doings import do
from .forms import NotThatError, act_of, mark_of
from .hall import Hall
from .pages import PACKAGE, STATIC, render
from .programs import hurry
from .views.ask import Ask
from .views.paths import html

NOT_STORED = "The room cannot store anything just now. Tell the trainer, whose page says why."
NOT_HERE = "There is nothing of this name here on which this seat can act."


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
        Route("/day/{part:int}", pages.shown, methods=["GET"]),
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
    return Response(debriefed.style(), media_type="text/css")


class Server:
    """The pages and what is done on them."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall

    async def page(self, request: Request) -> Response:
        """A page of whoever asks."""
        self.hall.awake()
        found = html(self._ask(request, request.url.path))
        return await _nothing(request) if found is None else HTMLResponse(found)

    async def day(self, request: Request) -> Response:
        """What the day was, as a file, for those who may see all of it."""
        found = await debriefed.answer(self.hall, *seat_of(who(request)), request.path_params["kind"])
        return await _nothing(request) if found is None else found

    async def shown(self, request: Request) -> Response:
        """The same on the screen, whole or a part of it."""
        part = request.path_params.get("part")
        found = await debriefed.on_screen(self.hall, *seat_of(who(request)), part)
        if not isinstance(found, str):
            return await _nothing(request) if found is None else found
        ask = replace(self._ask(request, "/day"), day=Markup(found))  # noqa: S704  # escaped by its template
        page = html(ask)
        return await _nothing(request) if page is None else HTMLResponse(page)

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
        ask = self._ask(request, form.get("page", "/"), form)
        try:
            refused = await self._done(ask, form, mark_of(form, who(request)))
        except NotThatError as error:
            refused = str(error)
        except (DataError, RuntimeError) as error:
            return self._not_stored(ask, form, error)
        return self._again(ask, form, 422, refused) if refused else _onwards(form)

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
            return self._not_stored(ask, form, error)
        if refused:
            return self._again(ask, form, 422, refused)
        return (
            _says(200, "Deleted", "All that was held is deleted, and the room is closed.")
            if self.hall.deleted
            else _onwards(form)
        )

    async def _done(self, ask: Ask, form: Mapping[str, str], mark: str) -> str:
        """Why an act is refused; nothing where it was done."""
        act = act_of(form, ask.seat, ask.now)
        tables = self._tables(ask, form)
        if act is None or not tables:
            return NOT_HERE
        found = {number: await self.hall.tables[number].act(act, ask.now, mark) for number in tables}
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

    def _not_stored(self, ask: Ask, form: Mapping[str, str], error: Exception) -> Response:
        # Where the ledger lies and how long it is a seat is not told: the one is the machine's, by the other it could tell what
        # others do. Who plays alone plays on his own machine.
        why = str(error) if ask.seat in (TRAINER, self.hall.way.solo) else NOT_STORED
        return self._again(ask, form, 503, why, saved=False)

    def _again(self, ask: Ask, form: Mapping[str, str], status: int, why: str, *, saved: bool = True) -> Response:
        paths = (ask.path, "/")
        asks = (Ask(ask.hall, ask.table, ask.seat, path, ask.now, ask.csrf, form, why, saved) for path in paths)
        return HTMLResponse(next(found for one in asks if (found := html(one)) is not None), status)


_PATH = re.compile(r"/([A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*)?", re.ASCII)


def _onwards(form: Mapping[str, str]) -> Response:
    """Back to the page from which the form came, where it is a path of ours."""
    path = form.get("page", "/")
    return RedirectResponse(path if _PATH.fullmatch(path) else "/", 303)
