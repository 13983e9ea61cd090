"""Who may use the page: whoever opens the address that the terminal printed, once; then his browser alone."""

import secrets
from dataclasses import dataclass, field
from hmac import compare_digest


def _secret() -> str:
    return secrets.token_urlsafe(32)


@dataclass(slots=True)
class Session:
    """One browser. The token in the address is exchanged for a cookie once; every form carries a second secret."""

    port: int
    csrf: str = field(default_factory=_secret)
    token: str | None = field(default_factory=_secret)
    _cookie: str = field(default_factory=_secret)
    said: str | None = None
    """What the last decision did; told on the next page."""

    @property
    def cookie_name(self) -> str:
        """With the port: browsers send a cookie to every port of a host, and two cases may be marked at once."""
        return f"goodoffices-marking-{self.port}"

    def exchange(self, token: str) -> str | None:
        """The cookie for the token, the first time; None for any other token, and ever after."""
        if self.token is None or not compare_digest(token.encode(), self.token.encode()):
            return None
        self.token = None
        return self._cookie

    def knows(self, cookie: str | None) -> bool:
        """Whether this is the browser that exchanged the token."""
        return cookie is not None and self.token is None and compare_digest(cookie.encode(), self._cookie.encode())

    def accepts(self, csrf: str) -> bool:
        """Whether a form was made by this server for this browser."""
        return compare_digest(csrf.encode(), self.csrf.encode())
