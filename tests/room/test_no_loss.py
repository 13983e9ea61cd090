"""Nothing that was called saved is lost: the room is killed under load, lines are cut, and all is there, once and in order."""

import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.types import ASGIApp

from goodoffices.case.held import HELD, read_table
from goodoffices.proceedings.events import Said
from goodoffices.proceedings.rules import bounds
from goodoffices.room.admission import NAME, holder
from goodoffices.room.hall import Hall
from goodoffices.room.server import application
from goodoffices.serving.events import AT_ONCE
from goodoffices.talks.exercise import TRAINER

from ..amount import Cases
from ..case.cases import ROOT
from ..serving.running import Running
from ..serving.streaming import Listener
from .rooms import Wall, hall

SPEAKERS = ("chair", "upper-head", "upper-adviser", "lower-head")


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextmanager
def nursery(folder: Path, port: int) -> Iterator["subprocess.Popen[str]"]:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "tests.room.nursery", str(folder), str(port)]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def started(process: "subprocess.Popen[str]") -> int:
    """Start a room; the id of its process."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("go\n")
    process.stdin.flush()
    while not (line := process.stdout.readline()).startswith("up "):
        assert line, "the nursery ended"
    return int(line.split()[1])


class Speaker(threading.Thread):
    """One seat that says one thing after another, each again until it is called saved."""

    def __init__(self, seat: str, port: int, link: dict[str, str], stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.seat, self.port, self.link, self.stop = seat, port, link, stop
        self.saved: list[str] = []

    def run(self) -> None:
        while not self.stop.is_set():
            words = f"{self.seat} {len(self.saved)}"
            try:
                status = self.say(words)
            except (OSError, http.client.HTTPException):
                time.sleep(0.01)
                continue
            assert status == 303, status
            self.saved.append(words)

    def say(self, words: str) -> int:
        host = f"127.0.0.1:{self.port}"
        connection = http.client.HTTPConnection(host, timeout=20)
        form = {"csrf": self.link["csrf"], "page": "/", "act": "Note", "meeting": "session", "whose": self.seat, "words": words,
                "once": words}  # fmt: skip
        headers = {"Origin": f"http://{host}", "Cookie": f"goodoffices-room-{self.port}={self.link['cookie']}",
                   "Content-Type": "application/x-www-form-urlencoded"}  # fmt: skip
        try:
            connection.request("POST", "/act", urlencode(form), headers)
            return connection.getresponse().status
        finally:
            connection.close()


def begin(made: Hall) -> None:
    import asyncio

    from goodoffices.proceedings import Begin, OpenMeeting

    async def acts() -> None:
        await made.tables[1].act(Begin(by=TRAINER), made.now())
        await made.tables[1].act(OpenMeeting(by=TRAINER, meeting="session"), made.now())

    asyncio.run(acts())


KILLS = 10
"""Of one room: with many more, a seat that says as much as it can has used up what a table keeps of it."""


def test_of_what_was_called_saved_nothing_is_lost_when_the_room_is_killed_under_load(
    tmp_path: Path, cases: Cases
) -> None:
    for number in range(cases(quick=1, ci=10)):
        kill_under_load(tmp_path / f"case-{number}", random.Random(number))


def said_more(speakers: list[Speaker]) -> None:
    """Wait until as many more things are called saved as there are speakers."""
    wanted, deadline = sum(len(one.saved) for one in speakers) + len(speakers), time.monotonic() + 60
    while sum(len(one.saved) for one in speakers) < wanted:
        assert time.monotonic() < deadline, "nothing is saved any more"
        time.sleep(0.002)


def kill_under_load(folder: Path, rng: random.Random) -> None:
    port, stop = free_port(), threading.Event()
    made = hall(folder, Wall(), port=port)
    begin(made)
    made.tables[1].close()
    links = {one["holder"]: one for one in json.loads((folder / HELD / NAME).read_text())["links"]}
    speakers = [Speaker(seat, port, links[holder(1, seat)], stop) for seat in SPEAKERS]
    with nursery(folder, port) as process:
        for number in range(KILLS):
            child = started(process)
            if not number:
                for one in speakers:
                    one.start()
            said_more(speakers)  # it is under load, however slow the machine is
            time.sleep(rng.uniform(0, 0.1))
            os.kill(child, signal.SIGKILL)
        child = started(process)
        said_more(speakers)
        stop.set()
        for one in speakers:
            one.join(30)
            assert not one.is_alive()
        os.kill(child, signal.SIGKILL)
    said: dict[str, list[str]] = defaultdict(list)
    for event in read_table(folder, 1).events:
        if isinstance(event.what, Said):
            said[event.what.by].append(event.what.words)
    for one in speakers:
        # What was stored in the moment of a kill, and never called so, was sent again by the same form: it stands once.
        assert said[one.seat] == one.saved


class Served(Running):
    """A room, served, that is spoken to from within."""

    def __init__(self, folder: Path) -> None:
        self.hall: Hall

        def make(port: int) -> ASGIApp:
            self.hall = hall(folder, Wall(), port=port)
            return application(self.hall)

        super().__init__(make, at_end=lambda: self.hall.streams.end())

    def cookie(self, seat: str) -> str:
        link = self.hall.admission.links.of(holder(1, seat))[0]
        return f"Cookie: {self.hall.site.cookie_name}={link.cookie}"

    def act(self, seat: str, **fields: str) -> bytes:
        name = TRAINER if seat == TRAINER else holder(1, seat)
        link = self.hall.admission.links.of(name)[0]
        cookie = f"Cookie: {self.hall.site.cookie_name}={link.cookie}"
        body = urlencode({"csrf": link.csrf, "page": "/", **fields}).encode()
        return self.ask(
            "POST", "/act", body, cookie, f"Origin: {self.origin}", "Content-Type: application/x-www-form-urlencoded"
        )


def test_each_event_comes_once_and_in_order_however_often_the_line_is_cut(
    tmp_path: Path, cases: Cases, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "ACTS", 10**6)  # as in the nursery
    page, rng = Served(tmp_path / "case"), random.Random(3)
    try:
        for link in page.hall.admission.links.all():
            page.enter(link.token)
        assert b" 303 " in page.act(TRAINER, act="Begin", table="1")[:20]
        assert b" 303 " in page.act(TRAINER, act="OpenMeeting", table="1", meeting="session")[:20]
        got: list[tuple[int, str]] = []
        for cut in range(cases(quick=10, ci=100)):
            last = got[-1][0] if got else 0
            listener = Listener.on(page, page.cookie("lower-head"), f"Last-Event-ID: {last}")
            words = rng.randint(1, 4)
            # In turn, for what one seat may say of a day has an end.
            seat = ("upper-head", "upper-adviser")[cut % 2]
            for word in range(words):
                said = page.act(seat, act="Note", meeting="session", whose=seat, words=f"{cut}.{word}")
                # What the lower side may not see leaves no gap in its numbers.
                hidden = page.act(seat, act="Refer", words="between us")
                assert b" 303 " in said[:20]
                assert b" 303 " in hidden[:20]
            found = listener.until(rng.randint(0, min(2, words)))
            got += found
            listener.close()
        last = got[-1][0] if got else 0
        wanted = page.inside(
            lambda: [one for n in range(0, 5000, AT_ONCE) for one in page.hall.since(1, "lower-head", n)]
        )
        rest = Listener.on(page, page.cookie("lower-head"), f"Last-Event-ID: {last}")
        got += rest.until(len(wanted) - len(got))
        rest.close()
        assert got == [*wanted]
        assert [number for number, _ in got] == [*range(1, len(wanted) + 1)]
        assert not any("between us" in told for _, told in got)
    finally:
        page.stop()
        for table in page.hall.tables.values():
            table.close()
