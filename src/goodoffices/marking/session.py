"""Who may use the page: whoever opens the address that the terminal printed, once; then his browser alone."""

from dataclasses import dataclass, field

from ..serving.links import Link, Links
from ..serving.site import Site

HOME = "To the claims"
"""The way to the first page."""


def _site(port: int) -> Site:
    once = "It lets one browser in, once"
    return Site(
        "marking", port, home=HOME,
        way_in=f"Open the address that the terminal printed. {once}: to enter from another, end the command and start it again.",
        no_link=f"{once}. To enter again, end the command in the terminal and start it again.",
    )  # fmt: skip


@dataclass(slots=True)
class Session:
    """One browser, and what it is to be told."""

    port: int
    links: Links = field(default_factory=Links)
    link: Link = field(init=False)
    site: Site = field(init=False)
    said: str | None = None
    """What the last decision did; told on the next page."""

    def __post_init__(self) -> None:
        self.link, self.site = self.links.give("who marks"), _site(self.port)

    @property
    def address(self) -> str:
        """What the terminal prints."""
        return self.site.address(self.link)

    @property
    def token(self) -> str:
        """The secret in the address."""
        return self.link.token

    @property
    def csrf(self) -> str:
        """The secret in every form."""
        return self.link.csrf

    @property
    def cookie_name(self) -> str:
        """The name of the cookie by which the browser is known."""
        return self.site.cookie_name
