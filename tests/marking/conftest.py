"""A browser in a thread of its own, and the marking page as a process, as a person starts it."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, sync_playwright

from ..case.cases import ROOT

_ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync"
).split()
# The synchronous interface of the browser takes a thread for itself, and another test's browser has the main one.
_THREAD = ThreadPoolExecutor(max_workers=1)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run browser tests in the browser's thread."""
    if pyfuncitem.get_closest_marker("browser") is None:
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    _THREAD.submit(pyfuncitem.obj, **arguments).result()
    return True


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
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


class Marking(NamedTuple):
    """A running `goodoffices mark`."""

    folder: Path
    address: str
    process: "subprocess.Popen[str]"

    @property
    def host(self) -> str:
        return self.address.split("/")[2]


@pytest.fixture
def marking() -> Iterator[Callable[[Path], Marking]]:
    """Starts the page on a case; all are ended after the test."""
    started: list[subprocess.Popen[str]] = []

    def start(folder: Path) -> Marking:
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, "-m", "goodoffices", "mark", str(folder), "--by", "bea"]
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        started.append(process)
        assert process.stdout is not None
        for line in process.stdout:
            if found := re.search(r"http://\S+", line):
                return Marking(folder, found[0], process)
        pytest.fail("the page did not start")

    yield start
    for process in started:
        process.terminate()
        process.communicate(timeout=20)
