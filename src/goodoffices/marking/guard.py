"""What every request has to pass, and what every answer carries: the page is for one browser on this machine."""

from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .pages import message
from .session import Session

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
ENTRANCE = "/enter"


def _failed(error: Exception) -> ASGIApp:
    """What is answered where the page itself fails; what was being decided is then not written."""
    told = f"This is a mistake of the program ({type(error).__name__}). Please report it; SECURITY.md tells how."
    return message(500, "The page failed", told)


class Guard:
    """Refuses other hosts (a foreign name that leads here), other origins, and browsers that have not entered."""

    def __init__(self, app: ASGIApp, session: Session) -> None:
        self.app, self.session = app, session
        self.hosts = {f"{host}:{session.port}" for host in ("127.0.0.1", "localhost", "[::1]")}

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
        answer = self.app if refusal is None else message(*refusal)
        try:
            await answer(scope, receive, with_headers)
        except Exception as error:
            if not started:
                await _failed(error)(scope, receive, with_headers)
            raise

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str, str] | None:
        if headers.get("host") not in self.hosts or len(headers.getlist("host")) != 1:
            return 421, "Not here", "This page answers to this machine's own name only."
        if scope["method"] not in ("GET", "HEAD") and not self._from_the_page(headers):
            return 403, "Not from there", "A decision is taken only from the page itself."
        if scope["path"] != ENTRANCE and not self.session.knows(self._cookie(headers)):
            told = "Open the address that the terminal printed. It lets one browser in, once: to enter from another, end the "
            return 403, "Not entered", told + "command and start it again."
        return None

    def _from_the_page(self, headers: Headers) -> bool:
        """One origin, and our own: of two a program behind us might believe the other one."""
        origins = headers.getlist("origin")
        return len(origins) == 1 and origins[0] in {f"http://{host}" for host in self.hosts}

    def _cookie(self, headers: Headers) -> str | None:
        try:
            found = SimpleCookie(headers.get("cookie", "")).get(self.session.cookie_name)
        except CookieError:
            return None
        return found.value if found else None
