"""The page over real connections: what is not whole or not from the page itself decides nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette

from goodoffices.marking.server import application
from goodoffices.marking.session import Session
from goodoffices.serving import connections

from ..serving.running import Running, ended
from .cases import RECORD, make, open_store, texts


class Page(Running):
    """The marking page, served in a thread."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.session = folder, Session(0)
        super().__init__(self._application)

    def _application(self, port: int) -> Starlette:
        self.session = Session(port)
        return application(open_store(self.folder), self.session)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Page]:
    made = Page(make(tmp_path))
    yield made
    made.stop()


def test_half_a_body_is_not_waited_for_and_decides_nothing(running: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "WHOLE", 0.5)
    here, body = f"Origin: {running.origin}", f"csrf={running.session.csrf}&act=accept&claim=a4&source=press"
    cookie = running.enter(running.session.token)
    with running.connect(running.request("POST", "/decide", len(body) + 1, cookie, here) + body.encode()) as made:
        assert ended(made) == b""
    assert texts(running.folder)["record.yaml"] == RECORD


@pytest.mark.slow
def test_a_crowd_does_not_keep_the_browser_out(running: Page) -> None:
    cookie = running.enter(running.session.token)
    crowd = [running.connect(b"GET / HTTP/1.1\r\n") for _ in range(3 * connections.MOST)]
    assert running.ask("GET", "/source/press", b"", cookie).startswith(b"HTTP/1.1 200")
    for one in crowd:
        one.close()


@pytest.mark.parametrize("second", ["http://evil.example", "null", "", "SAME"])
@pytest.mark.parametrize("first", [True, False])
def test_two_origins_are_refused(running: Page, second: str, first: bool) -> None:
    origins = [f"Origin: {running.origin}", f"Origin: {running.origin if second == 'SAME' else second}"]
    body = f"csrf={running.session.csrf}&act=accept&claim=a4&source=press".encode()
    cookie = running.enter(running.session.token)
    answer = running.ask("POST", "/decide", body, cookie, *(origins if first else reversed(origins)))
    assert answer.startswith(b"HTTP/1.1 403")
    assert texts(running.folder)["record.yaml"] == RECORD
