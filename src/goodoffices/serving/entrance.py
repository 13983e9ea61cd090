"""The way in: a link's secret is exchanged for a cookie, and the address that the browser keeps has no secret.

1. A link that opens nothing (unknown, used up, taken back) is answered in one way; a browser that is in goes on as who it is.
2. A link that may be opened again is not opened where another page led here: that page could make a browser that is in as one
   holder go on as another, unnoticed. The person is asked; the button is of our own page.
3. Who only looks (HEAD, as programs that show a preview of a link do) opens nothing.
"""

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from .form import read
from .guard import answer, entering
from .links import Link, Links
from .pages import shared
from .site import ENTRANCE, Site

_TOKEN = 4096
"""Bytes of the form with a token: whoever sends it has not entered yet."""


def entrance(site: Site, links: Links) -> Route:
    """The route by which browsers come in."""

    async def enter(request: Request) -> Response:
        if request.method == "HEAD":
            return HTMLResponse("")
        ours = request.method == "POST"  # the guard has seen that it came from our own page
        token = (await read(request, _TOKEN) or {}).get("token", "") if ours else request.query_params.get("token", "")
        link = links.open(token)
        if link is None and entering(request) is not None:
            return RedirectResponse("/", 303)
        if link is None:
            return answer(request, 403, "This address was used before, or is none of ours", site.no_link)
        here = ours or request.headers.get("sec-fetch-site") in ("none", "same-origin")
        if link.reusable and not here:
            return HTMLResponse(shared("arrived", title="Enter here", token=link.token, entrance=ENTRANCE))
        return _let_in(site, link, here)

    return Route(ENTRANCE, enter, methods=["GET", "POST"])


def _let_in(site: Site, link: Link, here: bool) -> Response:
    # A cookie of this kind does not go along where another page (the file that `mark --open` opens) led here: the browser
    # has to set out anew from a page of ours.
    found = RedirectResponse("/", 303) if here else HTMLResponse(shared("onwards"))
    found.set_cookie(site.cookie_name, link.cookie, httponly=True, samesite="strict", path="/", secure=site.secure)
    return found
