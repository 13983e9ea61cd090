"""The room as a process, as a trainer starts it."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from ..case.cases import ROOT

expect.set_options(timeout=20_000)  # a machine that is busy with something else must not fail a test that is right


@dataclass
class Holding:
    """A running `goodoffices hold`, with what it printed."""

    process: "subprocess.Popen[str]"
    links: dict[str, str] = field(default_factory=dict)
    """By role, at several tables `2 ROLE`; of the trainer `trainer`, of who plays alone `alone`."""
    printed: list[str] = field(default_factory=list)

    @property
    def origin(self) -> str:
        return "/".join(next(iter(self.links.values())).split("/")[:3])


Start = Callable[..., Holding]


@pytest.fixture
def holding() -> Iterator[Start]:
    """Starts the room on a case; all are ended after the test."""
    started: list[subprocess.Popen[str]] = []

    def start(folder: Path, *options: str) -> Holding:
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, "-m", "goodoffices", "hold", str(folder), *options]
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        started.append(process)
        return _read(process, "alone" if "--solo" in options else "trainer", several="--groups" in options)

    yield start
    for process in started:
        process.terminate()
        process.communicate(timeout=20)


def _read(process: "subprocess.Popen[str]", alone: str, *, several: bool) -> Holding:
    made, table = Holding(process), ""
    assert process.stdout is not None
    for line in process.stdout:
        made.printed.append(line)
        if found := re.match(r"Table (\d+):", line):
            table = found[1]
        if address := re.search(r"https?://\S+", line):
            role = line[: address.start()].strip().rstrip(":")
            name = f"{table} {role}" if several else role
            made.links[name if role else alone] = address[0]
        if "Ctrl-C" in line:
            return made
    pytest.fail(f"the room did not start: {''.join(made.printed)}")


@dataclass
class Windows:
    """Windows of one browser, one a seat, with what they asked for and complained about."""

    browser: Browser
    held: Holding
    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def open(self, role: str, width: int = 1280, *, scripts: bool = True, dark: bool = False) -> Page:
        context = self.browser.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=scripts, ignore_https_errors=True,
            color_scheme="dark" if dark else "light", accept_downloads=True,
        )  # fmt: skip
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on(
            "console", lambda message: self.errors.append(message.text) if "Content Security" in message.text else None
        )
        page.goto(self.held.links[role])
        return page

    def go(self, page: Page, path: str) -> None:
        page.goto(self.held.origin + path)

    def close(self) -> None:
        for context in self.contexts:
            context.close()
        assert self.errors == []
        assert [url for url in self.asked if not url.startswith((f"{self.held.origin}/", "blob:"))] == []
