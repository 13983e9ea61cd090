"""Where a page listens, under which names, and what it needs to leave this machine."""

import hashlib
import re
import socket
import ssl
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest

from goodoffices.errors import UsageError
from goodoffices.serving import server as module
from goodoffices.serving.certificate import self_signed
from goodoffices.serving.links import Links
from goodoffices.serving.server import listen, serve
from goodoffices.serving.site import Site

from .client import Client
from .running import Running
from .tiny import HEAD, Served, Tiny, certificate

ADDRESS = "127.0.0.5"  # this machine's own, and not the one that is listened on unless another is named


def test_the_server_listens_on_this_machine_only() -> None:
    with listen() as listening:
        assert listening.getsockname()[0] == "127.0.0.1"
        port = listening.getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            listen(port)


@pytest.mark.parametrize(
    "address", ["0.0.0.0", "::", "224.0.0.1", "ff02::1", "", "laptop.local", "192.168.1", "127.0.0.1 "]
)
def test_what_is_no_single_address_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="expected one of this machine's"):
        listen(0, address)


def test_another_machines_address_is_refused_by_the_system() -> None:
    with pytest.raises(OSError, match=r"(?i)assign|address"):
        listen(0, "192.0.2.7")  # set apart for documentation: nobody has it


def test_nothing_leaves_this_machine_unencrypted(monkeypatch: pytest.MonkeyPatch) -> None:
    class Elsewhere:
        def __enter__(self) -> "Elsewhere":
            return self

        def __exit__(self, *_: object) -> None:
            closed.append(True)

        def getsockname(self) -> tuple[str, int]:
            return "192.168.1.5", 443

    closed: list[bool] = []
    monkeypatch.setattr(module, "server", lambda *_, **__: pytest.fail("it was served"))
    with pytest.raises(UsageError, match=r"192\.168\.1\.5.*expected one"):
        serve(Tiny().application, Elsewhere())  # type: ignore[arg-type]
    assert closed == [True]


@pytest.mark.parametrize(
    ("site", "names", "address"),
    [
        (Site("a", 8000), {"127.0.0.1:8000", "localhost:8000", "[::1]:8000"}, "http://127.0.0.1:8000/enter"),
        (Site("a", 8000, ("192.168.1.5", "Lenn.local"), secure=True), {"192.168.1.5:8000", "lenn.local:8000"},
         "https://192.168.1.5:8000/enter"),
        (Site("a", 443, ("192.168.1.5",), secure=True), {"192.168.1.5"}, "https://192.168.1.5/enter"),
        (Site("a", 80, ("::1",)), {"[::1]"}, "http://[::1]/enter"),
        (Site("a", 443, ("127.0.0.1",)), {"127.0.0.1:443"}, "http://127.0.0.1:443/enter"),
    ],
)  # fmt: skip
def test_a_site_answers_to_what_browsers_call_it(site: Site, names: set[str], address: str) -> None:
    assert site.names == names
    assert site.origins == {f"{site.scheme}://{name}" for name in names}
    link = Links().give(HEAD)
    assert site.address(link) == f"{address}?token={link.token}"


def test_two_sites_on_one_host_do_not_share_a_cookie() -> None:
    assert len({Site(name, port).cookie_name for name in ("marking", "room") for port in (1, 2)}) == 4


@pytest.mark.parametrize("host", ["192.168.1.5", "lenn.local", "127.0.0.1", "localhost", "evil.example"])
def test_on_a_network_the_hosts_are_what_is_served_and_no_others(host: str) -> None:
    tiny = Tiny()
    tiny.site = Site("tiny", 5151, ("192.168.1.5", "lenn.local"), secure=True)
    for layer in tiny.application.user_middleware:
        layer.kwargs["site"] = tiny.site
    client = Client(tiny.application, f"https://{host}:5151")
    assert client.get("/").status_code == (403 if host in tiny.site.hosts else 421)


@pytest.mark.parametrize("second", ["127.0.0.1:5151", "evil.example"])
def test_two_hosts_are_refused_also_where_the_parser_lets_them_through(second: str) -> None:
    client = Client(Tiny().application)
    assert client.get("/", headers=[("Host", "127.0.0.1:5151"), ("Host", second)]).status_code == 421


@pytest.mark.skipif(not Path("/proc/sys").exists(), reason="only Linux has all of 127.0.0.0/8 without being asked")
def test_a_page_is_served_encrypted_on_an_address_that_is_named(tmp_path: Path) -> None:
    made = self_signed(tmp_path, (ADDRESS, "lenn.local"), datetime.now(UTC))
    tiny: list[Tiny] = []

    def application(port: int):
        tiny.append(Tiny(port, secure=True))
        site = Site("tiny", port, (ADDRESS, "lenn.local"), secure=True)
        for layer in tiny[0].application.user_middleware:
            layer.kwargs["site"] = site
        return tiny[0].application

    running = Running(application, made, ADDRESS)
    assert running.ask("GET", "/", b"", running.enter(tiny[0].head.token)).endswith(f"you are {HEAD}".encode())
    with running.connect() as connection:
        assert isinstance(connection, ssl.SSLSocket)
        assert hashlib.sha256(connection.getpeercert(True) or b"").digest().hex(":").upper() == made.fingerprint
        assert connection.version() in ("TLSv1.2", "TLSv1.3")
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", running.port))
    running.close()


def test_plain_words_to_an_encrypted_page_get_nothing(tmp_path: Path) -> None:
    page = Served(certificate(tmp_path))
    with socket.create_connection((page.address, page.port)) as made:
        made.sendall(page.request("GET", "/", 0))
        assert b"HTTP" not in made.recv(65536)
    page.close()


def test_old_encryption_is_refused(tmp_path: Path) -> None:
    assert certificate(tmp_path).context().minimum_version >= ssl.TLSVersion.TLSv1_2


def test_the_vendored_script_is_the_one_noted() -> None:
    pages = files("goodoffices.serving") / "pages"
    noted = re.search(r"\| htmx.min.js \|.*\| ([0-9a-f]{64}) \|", (pages / "VENDORED.md").read_text())
    assert noted is not None
    assert hashlib.sha256((pages / "htmx.min.js").read_bytes()).hexdigest() == noted[1]
    assert (pages / "htmx.LICENSE").read_text().startswith("Zero-Clause BSD")
