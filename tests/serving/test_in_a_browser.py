"""A real browser: it comes in, listens, comes back after the line broke, and stops once its link is taken back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from goodoffices.serving.qr import svg

from ..amount import few
from .tiny import CHAIR, Served, certificate

pytestmark = pytest.mark.browser
LISTEN = """() => {
  window.heard = [];
  window.source = new EventSource("/events");
  window.source.onmessage = (event) => window.heard.push([Number(event.lastEventId), event.data]);
}"""


@pytest.fixture(params=few(1, ["plain", "encrypted"]))
def served(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Served]:
    made = Served(certificate(tmp_path) if request.param == "encrypted" else None)
    yield made
    made.close()


@contextmanager
def opened(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(ignore_https_errors=True)  # as a person does who has compared the fingerprint
    try:
        yield context.new_page()
    finally:
        context.close()


def until(page: Page, true: str) -> None:
    """Wait for something; the content policy forbids the way in which the browser would wait by itself."""
    for _ in range(400):
        if page.evaluate(true):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"it never came to {true}")


def cut(served: Served) -> None:
    """End every connection, as a network does that goes away."""

    def abort() -> None:
        for connection in [*served.server.server_state.connections]:
            connection.transport.abort()

    served.inside(abort)


def test_it_hears_each_event_once_and_in_order_over_broken_lines(browser: Browser, served: Served) -> None:
    with opened(browser) as page:
        page.goto(served.tiny.site.address(served.tiny.chair))
        expect(page.locator("body")).to_contain_text(f"you are {CHAIR}")
        page.evaluate(LISTEN)
        told = 0
        for _ in range(4):
            for _ in range(3):
                told += 1
                served.inside(lambda: served.tiny.tell(CHAIR, "told\nagain"))
            until(page, f"window.heard.length >= {told}")
            cut(served)
            told += 1
            served.inside(lambda: served.tiny.tell(CHAIR, "told while the line was broken"))
        until(page, f"window.heard.length >= {told}")
        heard = page.evaluate("window.heard")
        assert heard == [[n, text] for n, text in enumerate(served.tiny.feeds[CHAIR], 1)]
        assert len(served.tiny.streams) == 1


def test_it_stops_once_its_link_is_taken_back(browser: Browser, served: Served) -> None:
    with opened(browser) as page:
        page.goto(served.tiny.site.address(served.tiny.chair))
        page.evaluate(LISTEN)
        until(page, "window.source.readyState === EventSource.OPEN")
        served.inside(lambda: served.tiny.links.take_back(served.tiny.chair))
        until(page, "window.source.readyState === EventSource.CLOSED")
        page.reload()
        expect(page.locator("h1")).to_have_text("Not entered")


def test_a_link_in_a_page_elsewhere_asks_before_it_lets_in(browser: Browser, served: Served) -> None:
    with opened(browser) as page:
        page.set_content(f'<a href="{served.tiny.site.address(served.tiny.chair)}">In</a>')
        page.get_by_role("link").click()
        expect(page.locator("h1")).to_have_text("Enter here")
        page.get_by_role("button", name="Go in").click()
        expect(page.locator("body")).to_contain_text(f"you are {CHAIR}")
        assert "token" not in page.url


def test_a_link_that_opens_once_leads_in_from_a_page_elsewhere(browser: Browser, served: Served) -> None:
    with opened(browser) as page:
        page.set_content(f'<a href="{served.tiny.site.address(served.tiny.head)}">In</a>')
        page.get_by_role("link").click()
        expect(page.locator("body")).to_contain_text("you are head")


def test_the_picture_of_a_link_is_drawn_under_a_strict_policy(browser: Browser) -> None:
    with opened(browser) as page:
        policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
        page.set_content(
            f"<!doctype html>{policy}<body>{svg('https://192.168.1.5:8443/enter?token=a', 'The link of the chair')}"
        )
        picture = page.get_by_role("img", name="The link of the chair")
        box = picture.bounding_box()
        assert box is not None
        assert abs(box["width"] - box["height"]) < 1
        assert box["width"] > 100
