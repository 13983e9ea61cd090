"""Under which names a page is served, and what it says to those who are not in."""

from dataclasses import dataclass

from .links import Link

ENTRANCE = "/enter"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
"""The names of this machine for itself."""


@dataclass(frozen=True, slots=True)
class Site:
    """One page as browsers know it: its name, its port, its hosts (the first one is told), whether it is encrypted."""

    name: str
    port: int
    hosts: tuple[str, ...] = LOOPBACK
    secure: bool = False
    home: str = "To the page"
    """What the way to the first page is called."""
    way_in: str = "Open the link that you were given."
    """How one gets in, for those who are not."""
    no_link: str = "Ask for another one."
    """What to do where a link opens nothing."""

    @property
    def scheme(self) -> str:
        """Of its addresses."""
        return "https" if self.secure else "http"

    @property
    def names(self) -> frozenset[str]:
        """What may stand in a request's `Host`: nothing but what is served."""
        return frozenset(self._with_port(host) for host in self.hosts)

    @property
    def origins(self) -> frozenset[str]:
        """Where a form of this page may come from."""
        return frozenset(f"{self.scheme}://{name}" for name in self.names)

    @property
    def cookie_name(self) -> str:
        """With the port: browsers send a cookie to every port of a host, and two cases may be open at once."""
        return f"goodoffices-{self.name}-{self.port}"

    def address(self, link: Link) -> str:
        """What a browser opens to get in by a link."""
        return f"{self.scheme}://{self._with_port(self.hosts[0])}{ENTRANCE}?token={link.token}"

    def _with_port(self, host: str) -> str:
        # Browsers leave out the port that goes with the scheme.
        port = "" if self.port == (443 if self.secure else 80) else f":{self.port}"
        return (f"[{host}]" if ":" in host else host.lower()) + port
