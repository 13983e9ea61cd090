"""What every request has to pass, and what every answer carries.

1. What is asked, with all headers, has 32 KB at most.
2. A request names one host, and one under which the page is served: a foreign name that leads here gets nothing.
3. What changes something names one origin, and the page's own.
4. Whoever is not in by a link gets no further than the entrance.
5. Every answer, also of a failure, carries the strict headers. None makes a browser remember to encrypt (HSTS): the next page
   on this host and port may be another one's, and a certificate made for a day could then not be passed by.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .connections import ADMIT
from .links import Link, Links
from .pages import message
from .site import ENTRANCE, Site

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    # Not `no-referrer`: browsers then name no origin in a form that they send to the server itself.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
LARGEST = 32 * 1024
"""Bytes of a request without its body; the parser stops at half of it where they come in several pieces."""
_LINK, _LINKS, _SITE = "goodoffices.link", "goodoffices.links", "goodoffices.site"


def who(request: Request) -> str:
    """The holder who asks; of requests that passed the guard and are not for the entrance."""
    return link_of(request).holder


def link_of(request: Request) -> Link:
    """The link by which the browser that asks came in."""
    link = request.scope[_LINK]
    assert isinstance(link, Link)
    return link


def is_in(request: Request) -> bool:
    """Whether the link of who asks holds still: a body may come long after the headers by which it was let in."""
    links = request.scope[_LINKS]
    assert isinstance(links, Links)
    return links.holds(link_of(request))


def entering(request: Request) -> Link | None:
    """The link by which a browser at the entrance is in already, None where it is not."""
    link = request.scope[_LINK]
    assert link is None or isinstance(link, Link)
    return link


def answer(request: Request, status: int, title: str, text: str) -> Response:
    """A page that says one thing, as this site says it."""
    site = request.scope[_SITE]
    assert isinstance(site, Site)
    return message(status, title, text, site.home)


def _size(scope: Scope) -> int:
    return sum(
        map(len, (*(part for header in scope["headers"] for part in header), scope["query_string"], scope["path"]))
    )


class Guard:
    """Refuses other hosts, other origins, and browsers that have not entered."""

    def __init__(self, app: ASGIApp, site: Site, links: Links) -> None:
        self.app, self.site, self.links = app, site, links

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        started = False

        async def with_headers(sent: Message) -> None:
            nonlocal started
            if sent["type"] == "http.response.start":
                started = True
                MutableHeaders(scope=sent).update(_HEADERS)
            await send(sent)

        refusal = self._refusal(scope, Headers(scope=scope))
        passed = self.app if refusal is None else message(*refusal, self.site.home)
        try:
            await passed(scope, receive, with_headers)
        except Exception as error:
            if not started:
                await self._failed(error)(scope, receive, with_headers)
            raise

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str, str] | None:
        if _size(scope) > LARGEST:
            return 431, "Too long", "No request of this page is that long."
        if headers.get("host") not in self.site.names or len(headers.getlist("host")) != 1:
            return 421, "Not here", "This page answers to this machine's own name only."
        if scope["method"] not in ("GET", "HEAD") and not self._from_the_page(headers):
            return 403, "Not from there", "A decision is taken only from the page itself."
        link = self.links.known(self._cookie(headers))
        if (admit := scope.get("state", {}).get(ADMIT)) is not None:
            admit(None if link is None else link.holder)
        if link is None and scope["path"] != ENTRANCE:
            return 403, "Not entered", self.site.way_in
        scope[_LINK], scope[_LINKS], scope[_SITE] = link, self.links, self.site
        return None

    def _from_the_page(self, headers: Headers) -> bool:
        """One origin, and our own: of two a program behind us might believe the other one."""
        origins = headers.getlist("origin")
        return len(origins) == 1 and origins[0] in self.site.origins

    def _cookie(self, headers: Headers) -> str | None:
        """Ours by its name, as it stands: unquoting takes quadratic time in Python 3.11, and ours needs none."""
        for one in headers.get("cookie", "").split(";"):
            name, _, value = one.strip().partition("=")
            if name == self.site.cookie_name:
                return value
        return None

    def _failed(self, error: Exception) -> ASGIApp:
        """What is answered where the page itself fails; what was being decided is then not written."""
        told = f"This is a mistake of the program ({type(error).__name__}). Please report it; SECURITY.md tells how."
        return message(500, "The page failed", told, self.site.home)
