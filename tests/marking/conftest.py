"""The marking page as a process, as a person starts it."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from ..case.cases import ROOT


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
