"""Where a text may be sent: only to an address that the user has named, and never in plain letters over a network."""

import ipaddress
import re
from dataclasses import dataclass, field

from ...errors import UsageError

ADDRESS = "GOODOFFICES_LLM_ADDRESS"
MODEL = "GOODOFFICES_LLM_MODEL"
KEY = "GOODOFFICES_LLM_KEY"
PLAIN_HTTP = "GOODOFFICES_LLM_PLAIN_HTTP"
PROXIES = "GOODOFFICES_LLM_PROXIES"

# Narrow on purpose: no name and password, no query, no letter over which two readers of addresses could differ.
_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<host>[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])"
    r"(?::(?P<port>[0-9]{1,5}))?(?P<path>(?:/[A-Za-z0-9._~-]+)*)/?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Wire:
    """How a question travels."""

    plain_http: bool = False
    """Whether http, which everybody on the way can read, is allowed to hosts other than this machine."""
    proxies: bool = False
    """Whether proxies and certificates named in the environment are used; never for this machine itself."""
    retries: int = 3
    """How often a question is asked again after 429 or a server's error."""
    first_wait: float = 1.0
    """Seconds before the first repetition; each further one waits twice as long, or as long as the server asks."""
    longest_wait: float = 30.0
    """Seconds beyond which no repetition waits, whatever the server asks."""
    largest_answer: int = 2_000_000
    """Bytes of an answer that are read before it is refused."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Whom to ask. The key is never shown: not by `repr`, not in a message."""

    address: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout: float = 60.0
    wire: Wire = Wire()

    def __post_init__(self) -> None:
        _check_address(self.address, self.wire)
        if not self.model.strip() or not self.model.isprintable():
            raise UsageError(f"no model is named; name one that {self.address} serves ({MODEL})")
        if self.key is not None and not re.fullmatch(r"[!-~]+", self.key):
            # The key itself is not repeated: messages are copied into mails.
            raise UsageError(f"the key holds a space, a line end or a letter that no key has ({KEY})")
        if not 0 < self.timeout < float("inf"):
            raise UsageError(f"a time-out of {self.timeout} seconds; expected more than 0")

    @property
    def url(self) -> str:
        """Where the questions go."""
        return f"{self.address.rstrip('/')}/chat/completions"

    @property
    def environment(self) -> bool:
        """Whether the environment's proxies are used. To this machine never: a proxy would carry the text away from it."""
        return self.wire.proxies and not self.is_local

    @property
    def is_local(self) -> bool:
        """Whether the address is on this machine."""
        return is_this_machine(_host(self.address))


def _check_address(address: str, wire: Wire) -> None:
    if not address:
        raise UsageError(
            f"no address is named, and there is none by default; set {ADDRESS}, such as http://127.0.0.1:8080/v1"
        )
    match = _ADDRESS.fullmatch(address)
    if match is None or int(match["port"] or 1) not in range(1, 65536):
        # What stands before an `@` may be a password.
        shown = "..." + address[address.rindex("@") :] if "@" in address else address
        raise UsageError(f"the address {shown!r} is not understood; expected one such as https://host.example/v1")
    if match["scheme"] == "http" and not wire.plain_http and not is_this_machine(_host(address)):
        raise UsageError(
            f"{address} is plain http to another machine: everybody on the way could read the report and the key; "
            f"use https, or allow it with {PLAIN_HTTP}=yes"
        )


def _host(address: str) -> str:
    match = _ADDRESS.fullmatch(address)
    assert match is not None, "checked when the settings were made"
    return match["host"].strip("[]").lower()


def is_this_machine(host: str) -> bool:
    """Whether a host is the machine itself: what is sent there leaves it not."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
