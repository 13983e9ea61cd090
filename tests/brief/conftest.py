"""One browser for all tests of the printed and the shown page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from goodoffices.brief.agreed import Agreed, agreed
from goodoffices.talks import Preferences, Talks

# Quiet: it asks nobody for anything, so that a test may say that no request was made.
_ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync"
).split()


@pytest.fixture(scope="session", autouse=True)
def agreed_once() -> Iterator[None]:
    """What could be agreed is worked out once for all tests of the same case: each of them would wait a second or two for it."""
    known: dict[str, Agreed | None] = {}

    def remembered(name: str, talks: Talks, preferences: Preferences | None) -> Agreed | None:
        key = repr((name, talks, preferences))
        if key not in known:
            known[key] = agreed(name, talks, preferences)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("goodoffices.brief.agreed.agreed", remembered)
        yield


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(chromium), args=_ARGUMENTS)
        yield opened
        opened.close()
