"""What all tests share: Hypothesis' profiles, the markers `browser` and `shared`, and the fixtures behind them.

A test that cannot run here is skipped, and the last lines of the run say so in capitals.
`GOODOFFICES_REQUIRE_BROWSER=1` (set by `./check --ci`) turns the skip of a browser test into a failure.
"""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
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
settings.register_profile("dev", max_examples=100, deadline=None)
settings.register_profile("ci", max_examples=1000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


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


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    """The folder shared/ beside the checkout; only for tests marked `shared`."""
    assert SHARED.is_dir(), "mark the test with @pytest.mark.shared, which skips it where there is no shared/"
    return SHARED


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Write the marker `browser` into the report, where `./check` looks for browser tests that did not run."""
    for item in items:
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
