"""Who may use a page: whoever opens a link that its holder was given.

1. A link has a secret of its own and belongs to one holder, whose name the caller made up. A holder may have several links.
2. A link is opened once, by one browser; a reusable one by any number of browsers, until it is taken back.
3. Opening it is answered with a cookie. Before a link was opened its cookie is worth nothing.
4. A link that was taken back is gone, and so are its cookies, at once; whoever asked for it is told (`when_gone`).
5. A secret that is unknown, used up or taken back is one and the same: None.
6. Every look goes through all links and compares whole, so that its time says nothing about how near a guess was.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from hmac import compare_digest


def _secret() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """What one holder was given; `repr` shows no secret."""

    holder: str
    reusable: bool
    token: str = field(default_factory=_secret, repr=False)
    """Stands in the address."""
    cookie: str = field(default_factory=_secret, repr=False)
    """What the browsers that opened it are known by."""
    csrf: str = field(default_factory=_secret, repr=False)
    """Stands in every form: it was made by this server for this link."""

    def accepts(self, csrf: str) -> bool:
        """Whether a form was made by this server for this link."""
        return same(csrf, self.csrf)


class Links:
    """All links of a page."""

    def __init__(self) -> None:
        self._opened: dict[Link, bool] = {}
        self._when_gone: list[Callable[[Link], None]] = []

    def give(self, holder: str, *, reusable: bool = False) -> Link:
        """A new link for a holder."""
        link = Link(holder, reusable)
        self._opened[link] = False
        return link

    def keep(self, link: Link) -> Link:
        """A reusable link that was given before this page began: what was printed stays true, and who is in stays in."""
        self._opened[link] = True
        return link

    def of(self, holder: str) -> tuple[Link, ...]:
        """The links of a holder that were not taken back."""
        return tuple(link for link in self._opened if link.holder == holder)

    def all(self) -> tuple[Link, ...]:
        """All links that were not taken back."""
        return tuple(self._opened)

    def holds(self, link: Link) -> bool:
        """Whether a link was not taken back."""
        return link in self._opened

    def take_back(self, link: Link) -> None:
        """End a link, its cookies and its streams; one that is gone already stays gone."""
        if self._opened.pop(link, None) is not None:
            for told in self._when_gone:
                told(link)

    def when_gone(self, told: Callable[[Link], None]) -> None:
        """Have a function called with each link that is taken back."""
        self._when_gone.append(told)

    def open(self, token: str) -> Link | None:
        """The link that a browser opens with its secret, None where there is none or it was used up."""
        link = self._one(token, lambda link: link.token)
        if link is None or (self._opened[link] and not link.reusable):
            return None
        self._opened[link] = True
        return link

    def known(self, cookie: str | None) -> Link | None:
        """The link by which the browser with this cookie came in."""
        link = self._one(cookie or "", lambda link: link.cookie)
        return link if link is not None and self._opened[link] else None

    def _one(self, given: str, secret: Callable[[Link], str]) -> Link | None:
        found = None
        if not given:
            return None
        for link in self._opened:  # all of them, also after one fits (rule 6)
            if same(given, secret(link)):
                found = link
        return found


def same(one: str, other: str) -> bool:
    """Whether two secrets are the same, in a time that does not tell where they differ."""
    return compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
