"""What all tests share: Hypothesis' profiles, the browser, the markers that tests get here, the fixtures behind them.

A test that cannot run here is skipped, and the last lines of the run say so in capitals.
`GOODOFFICES_REQUIRE_BROWSER=1` (set by `./check --ci`) turns the skip of a browser test into a failure.
"""

import os
import shutil
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir
from playwright.sync_api import Browser, sync_playwright

from . import amount

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
DEAR = frozenset((ROOT / "tests" / "dear.txt").read_text("utf-8").split())
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_BROWSERS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that starts the tests in the background ignores Ctrl-C, and so would every program that they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A failure of the program itself fails the test in which it happens; what users are told of it is tested where this is taken away.
os.environ["GOODOFFICES_RAISE"] = "1"

set_hypothesis_home_dir(str(ROOT / ".cache" / "hypothesis"))
# No deadline: a machine that is busy with something else must not fail a test that is right.
# Each test draws the same cases in every run, so that a change is judged by itself; `search` draws new ones (CONTRIBUTING.md).
settings.register_profile("quick", max_examples=25, deadline=None, derandomize=True)
settings.register_profile("ci", max_examples=500, deadline=None, print_blob=True, derandomize=True)
settings.register_profile("search", max_examples=500, deadline=None, print_blob=True)
settings.load_profile(amount.PROFILE)


def find_chromium() -> Path | None:
    """The browser named by GOODOFFICES_CHROMIUM, else the first one that is found."""
    candidates = [os.environ.get("GOODOFFICES_CHROMIUM"), *map(shutil.which, BROWSERS), *MAC_BROWSERS]
    return next((Path(found) for found in candidates if found and Path(found).is_file()), None)


CHROMIUM = find_chromium()


@pytest.fixture
def failures_are_told(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As for people: a failure of the program on a report is told as that report's problem, not raised."""
    from goodoffices.extraction.apart import READERS

    monkeypatch.delenv("GOODOFFICES_RAISE")
    READERS.stop()  # those that run were started with it
    READERS.resume()
    yield
    READERS.stop()
    READERS.resume()


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The path of the browser; only for tests marked `browser`."""
    assert CHROMIUM is not None, "mark the test with @pytest.mark.browser, which skips it where there is no browser"
    return CHROMIUM


# Quiet: it asks nobody for anything, so that a test may say that no request was made.
_ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync"
).split()
# The synchronous interface of the browser takes a thread for itself; in the main one it would be in the way of other loops.
_THREAD = ThreadPoolExecutor(max_workers=1)


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    """One browser for all tests of a process."""

    def start() -> tuple[object, Browser]:
        manager = sync_playwright()
        playwright = manager.__enter__()
        return manager, playwright.chromium.launch(executable_path=str(chromium), args=_ARGUMENTS)

    def stop() -> None:
        opened.close()
        manager.__exit__(None, None, None)  # type: ignore[attr-defined]

    manager, opened = _THREAD.submit(start).result()
    yield opened
    _THREAD.submit(stop).result()


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run browser tests in the browser's thread."""
    if pyfuncitem.get_closest_marker("browser") is None:
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    _THREAD.submit(pyfuncitem.obj, **arguments).result()
    return True


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    """The folder shared/ beside the checkout; only for tests marked `shared`."""
    assert SHARED.is_dir(), "mark the test with @pytest.mark.shared, which skips it where there is no shared/"
    return SHARED


@pytest.fixture(scope="session")
def cases() -> amount.Cases:
    """How many random cases to try: `range(cases(quick=25, ci=1000))`. Whoever asks for it is marked `random`."""
    return amount.cases


@pytest.hookimpl(tryfirst=True)  # before `-m` picks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests that loop over random cases, as Hypothesis marks its own (`hypothesis`), and those that are dear.

    The marker `browser` is written into the report, where `./check` looks for browser tests that did not run.
    """
    for item in items:
        if "cases" in getattr(item, "fixturenames", ()):
            item.add_marker("random")
        if item.nodeid.partition("[")[0] in DEAR:
            item.add_marker("dear")
        if item.get_closest_marker("browser"):
            item.user_properties.append(("marker", "browser"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip, or fail where it is required, what cannot run here."""
    if item.get_closest_marker("browser") and CHROMIUM is None:
        if os.environ.get("GOODOFFICES_REQUIRE_BROWSER") == "1":
            pytest.fail("no Chromium was found, and GOODOFFICES_REQUIRE_BROWSER asks for one", pytrace=False)
        pytest.skip("no Chromium was found; install it, or name one in GOODOFFICES_CHROMIUM")
    if item.get_closest_marker("shared") and not SHARED.is_dir():
        pytest.skip(f"there is no folder {SHARED}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in capitals what was left out."""
    reasons = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", [])]
    for word, reason in (("BROWSER", "no Chromium was found"), ("SHARED", "there is no folder")):
        number = sum(reason in text for text in reasons)
        if number:
            terminalreporter.write_line(f"{word} TESTS DID NOT RUN: {number} skipped, {reason}", red=True, bold=True)
