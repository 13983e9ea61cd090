"""The marking page: a server for one browser on this machine.

Every page works without its script; with it, forms and links exchange the middle of the page instead of the whole.
"""

import logging
import socket
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, get_args
from urllib.parse import parse_qsl, quote

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from ..brief.context import Context
from ..brief.english import capital
from ..brief.questions import question
from ..errors import ChangedOnDisk, DataError, Problem
from ..record.finding import Verdict
from . import views, who
from .connections import MOST, Connection
from .form_actions import act
from .forms import MODALITIES, OFFERED, TYPES, shown
from .guard import ENTRANCE, Guard
from .pages import STATIC, message, page, static
from .passages import choices
from .session import Session
from .store import NeedsYesError, Store

LARGEST = 1024 * 1024
"""Bytes of a form; no form of this page comes near it."""


_ONWARDS = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Marking</title><meta http-equiv="refresh" content="0;url=/">'
    '<p><a href="/">To the page</a></p></html>'
)


def listen(port: int = 0) -> socket.socket:
    """A socket on this machine's own address; a free port where none is asked for. OSError where the port is taken."""
    try:
        found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(("127.0.0.1", port))
        # From here on a browser that is quicker than the server waits instead of being refused.
        found.listen(16)
    except OSError:
        found.close()
        raise
    return found


def application(store: Store, session: Session) -> Starlette:
    """The page as an application."""
    pages = Server(store, session)
    pages.warm()
    routes = [
        Route("/", pages.start),
        Route(ENTRANCE, pages.enter),
        Route("/source/{key:path}", pages.source),
        Route("/go", pages.go),
        Route("/compare", pages.compare),
        Route("/who", pages.who),
        Route("/decide", pages.decide, methods=["POST"]),
        Route("/static/{name}", pages.static),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard, session=session)])


def server(application: Starlette) -> uvicorn.Server:
    """What answers on a socket: quiet, with limits, and at its end within two seconds, whoever is connected."""
    # Its log would hold the address with the token, and a stranger could fill the terminal; what fails is told on the page.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    config = uvicorn.Config(
        application, http=Connection, ws="none", lifespan="off", log_level="critical", access_log=False, server_header=False,
        backlog=MOST, timeout_graceful_shutdown=1,
    )  # fmt: skip
    return uvicorn.Server(config)


def serve(application: Starlette, listening: socket.socket) -> None:
    """Answer until Ctrl-C."""
    with listening, suppress(KeyboardInterrupt):
        server(application).run(sockets=[listening])


class Server:
    """The pages and what is done on them."""

    def __init__(self, store: Store, session: Session) -> None:
        self.store, self.session = store, session

    def warm(self) -> None:
        """Work out once what every page needs, so that the first one is as quick as the others."""
        if (key := views.first_source(self.store)) is not None:
            self._source_page(key, {})

    async def enter(self, request: Request) -> Response:
        """Exchange the token for a cookie, once; the address that the browser keeps has no token."""
        if self.session.knows(request.cookies.get(self.session.cookie_name)):
            return RedirectResponse("/", 303)
        cookie = self.session.exchange(request.query_params.get("token", ""))
        if cookie is None:
            told = "It lets one browser in, once. To enter again, end the command in the terminal and start it again."
            return message(403, "This address was used before, or is none of ours", told)
        # A cookie of this kind does not go along where another page (the file that `--open` opens) led here: the browser
        # has to set out anew from a page of ours.
        here = request.headers.get("sec-fetch-site") in ("none", "same-origin")
        answer = RedirectResponse("/", 303) if here else HTMLResponse(_ONWARDS)
        answer.set_cookie(self.session.cookie_name, cookie, httponly=True, samesite="strict", path="/")
        return answer

    async def start(self, request: Request) -> Response:
        """To the source with which to begin."""
        key = views.first_source(self.store)
        if key is None:
            return message(200, "No source yet", "Add a report first: goodoffices add CASE FILE")
        return RedirectResponse(address(key, views.Filter()), 303)

    async def go(self, request: Request) -> Response:
        """To the source that was picked from the list."""
        return RedirectResponse(address(request.query_params.get("key", ""), views.Filter()), 303)

    async def static(self, request: Request) -> Response:
        """The script and the style of the page."""
        name = request.path_params["name"]
        if name not in STATIC:
            return message(404, "Nothing here", "There is no such page.")
        return Response(static(name), media_type=STATIC[name])

    async def source(self, request: Request) -> Response:
        """One source and its claims."""
        return self._source_page(request.path_params["key"], request.query_params)

    async def compare(self, request: Request) -> Response:
        """Accounts that differ, side by side."""
        return self._compare_page(request.query_params.get("slot"))

    async def who(self, request: Request) -> Response:
        """Who is who, and which meeting is which."""
        return self._who_page()

    async def decide(self, request: Request) -> Response:
        """Carry a form out and go where the work goes on; where it cannot be, show the form again and say why."""
        form = await _form(request)
        if form is None:
            return message(413, "Too long", "A form of this page is never that long.")
        if not self.session.accepts(form.get("csrf", "")):
            return message(403, "An old page", "This form is not from the page that is open now: load the page again.")
        try:
            done = act(self.store, form)
        except NeedsYesError as needed:
            return self._again(form, 409, needed=needed)
        except ChangedOnDisk:
            return self._again(form, 409)
        except DataError as error:
            return self._again(form, 422, problems=error.problems)
        self.session.said = done.told
        return RedirectResponse(done.address or self._onwards(form, done.claim), 303)

    def _onwards(self, form: Mapping[str, str], claim: str | None) -> str:
        source, filter_ = form.get("source", ""), views.Filter.of(filter_of(form))
        if form.get("act") in ("accept", "edit", "reject") and claim:
            following = views.next_proposed(self.store, source, filter_, claim)
            # Once all are decided the one just decided stays, so that one sees what became of it.
            return address(source, filter_, claim=following or claim, decided=claim)
        if form.get("act") in ("offer", "dismiss"):
            return address(source, filter_, claim=form.get("then", ""), decided=form.get("claim", ""))
        return address(
            source, filter_, claim=claim or form.get("then", "") or form.get("claim", ""), decided=claim or ""
        )

    def _again(self, form: Mapping[str, str], status: int, **more: Any) -> Response:
        if form.get("act") == "judge":
            return self._compare_page(form.get("slot"), status, form, **more)
        if form.get("act") in ("join", "move") or form.get("from") == "who":
            return self._who_page(status, form, **more)
        query = {**filter_of(form), "claim": form.get("claim", ""), "decided": form.get("decided", "")}
        return self._source_page(form.get("source", ""), query, status, form, **more)

    def _source_page(
        self, key: str, query: Mapping[str, str], status: int = 200, form: Mapping[str, str] | None = None,
        problems: tuple[Problem, ...] = (), needed: NeedsYesError | None = None,
    ) -> Response:  # fmt: skip
        case = self.store.case
        if key not in case.record.sources:
            return message(404, "No such source", "It may be gone by now. Go back, or start again.")
        view = views.source_view(
            self.store, key, views.Filter.of(query), query.get("claim"), query.get("decided") or None
        )
        entered = dict(form or {})
        editing = entered.get("act") == "edit" or query.get("edit") == "yes"
        values = shown(case, view.current.claim) if view.current and editing else {}
        adding = entered if entered.get("act") == "add" else {}
        return page(
            "source", status, view=view, editing=editing, adding=adding, edited=entered if entered.get("act") == "edit" else values,
            known=views.known_names(case), types=TYPES, predicates=OFFERED, modalities=MODALITIES,
            sources=[(k, sum(c.status == "proposed" for c in self.store.claims_of(k)), s) for k, s in case.record.sources.items()],
            places=choices(case.texts[key], adding.get("words", "")) if any(p.file == "words" for p in problems) else [],
            **self._frame(problems, needed, form),
        )  # fmt: skip

    def _compare_page(
        self, slot: str | None, status: int = 200, form: Mapping[str, str] | None = None,
        problems: tuple[Problem, ...] = (), needed: NeedsYesError | None = None,
    ) -> Response:  # fmt: skip
        context = Context.of(self.store.case)
        view = views.compare_view(self.store.case, lambda key: capital(question(context, key)), slot)
        return page(
            "compare", status, view=view, entered=dict(form or {}), verdicts=get_args(Verdict),
            **self._frame(problems, needed, form),
        )  # fmt: skip

    def _who_page(
        self, status: int = 200, form: Mapping[str, str] | None = None, problems: tuple[Problem, ...] = (),
        needed: NeedsYesError | None = None,
    ) -> Response:  # fmt: skip
        view = who.who_view(self.store.case)
        return page("who", status, view=view, entered=dict(form or {}), **self._frame(problems, needed, form))

    def _frame(
        self, problems: tuple[Problem, ...], needed: NeedsYesError | None, form: Mapping[str, str] | None
    ) -> dict[str, Any]:
        said, self.session.said = self.session.said, None
        last = self.store.journal.last()
        return {
            "title": self.store.case.talks.title, "exercise": self.store.case.talks.exercise,
            "csrf": self.session.csrf, "by": self.store.shown_as, "said": said,
            "changed": self.store.changed_on_disk(), "problems": problems, "needed": needed,
            "form": [(k, v) for k, v in (form or {}).items() if k not in ("csrf", "yes")], "last": last.told if last else None,
        }  # fmt: skip


def address(source: str, filter_: views.Filter, **more: str) -> str:
    """The address of a source's page."""
    return f"/source/{quote(source, safe='')}?{filter_.query(**more)}"


def filter_of(form: Mapping[str, str]) -> dict[str, str]:
    """The filter that a form carries along; its keys are apart from those of the claim."""
    return {key.removeprefix("f_"): value for key, value in form.items() if key.startswith("f_")}


async def _form(request: Request) -> dict[str, str] | None:
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST:
                return None
    except ClientDisconnect:  # nobody is there to be answered
        return None
    pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    # Of a key that comes several times (the claims of a finding) all values are kept, a line each.
    form: dict[str, str] = {}
    for key, value in pairs:
        form[key] = f"{form[key]}\n{value}" if key in form else value
    return form
