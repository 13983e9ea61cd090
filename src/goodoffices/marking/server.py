"""The marking page: a server for one browser on this machine.

Every page works without its script; with it, forms and links exchange the middle of the page instead of the whole.
"""

from collections.abc import Mapping
from typing import Any, get_args
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ..brief.context import Context
from ..brief.english import capital
from ..brief.questions import question
from ..errors import ChangedOnDisk, DataError, Problem
from ..record.finding import Verdict
from ..serving.entrance import entrance
from ..serving.form import received
from ..serving.guard import Guard
from ..serving.static import static
from . import views, who
from .form_actions import act
from .forms import MODALITIES, OFFERED, TYPES, shown
from .pages import PACKAGE, STATIC, message, page
from .passages import choices
from .session import Session
from .store import NeedsYesError, Store


def application(store: Store, session: Session) -> Starlette:
    """The page as an application."""
    pages = Server(store, session)
    pages.warm()
    routes = [
        Route("/", pages.start),
        entrance(session.site, session.links),
        Route("/source/{key:path}", pages.source),
        Route("/go", pages.go),
        Route("/compare", pages.compare),
        Route("/who", pages.who),
        Route("/decide", pages.decide, methods=["POST"]),
        static(PACKAGE, STATIC),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard, site=session.site, links=session.links)])


class Server:
    """The pages and what is done on them."""

    def __init__(self, store: Store, session: Session) -> None:
        self.store, self.session = store, session

    def warm(self) -> None:
        """Work out once what every page needs, so that the first one is as quick as the others."""
        if (key := views.first_source(self.store)) is not None:
            self._source_page(key, {})

    async def start(self, request: Request) -> Response:
        """To the source with which to begin."""
        key = views.first_source(self.store)
        if key is None:
            return message(200, "No source yet", "Add a report first: goodoffices add CASE FILE")
        return RedirectResponse(address(key, views.Filter()), 303)

    async def go(self, request: Request) -> Response:
        """To the source that was picked from the list."""
        return RedirectResponse(address(request.query_params.get("key", ""), views.Filter()), 303)

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
        form = await received(request)
        if isinstance(form, Response):
            return form
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
