"""How quick the room is: 60 seats in six groups, from an act to what the others' pages get; 5,000 stored acts; how heavy pages are;
what empty tables cost at the start.

    python -m benchmarks.room            needs no network; the server runs in a process of its own

Each seat listens to its stream, and asks for its page again with each event, as the page's script does. Measured is the time from
the moment at which an act is sent to the moment at which the page of another seat of that table holds its words.
"""

import asyncio
import gzip
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

import httpx

from goodoffices.case.held import HELD, open_table
from goodoffices.proceedings import Begin, Note, OpenMeeting, Setting, State, decide, encode, fold, moment
from goodoffices.room.admission import NAME, Admission, holder
from goodoffices.room.opening import MOST
from goodoffices.talks import Issue, Party, Talks
from goodoffices.talks.exercise import TRAINER, Exercise, Phase, Seat, SeatedMeeting

GROUPS, EACH, ROUNDS, EVERY = 6, 10, 4, 10.0
"""Tables; seats of each; how often each seat acts; about how many seconds lie between two acts of a seat."""
TALKS = Talks(
    format="talks/1",
    title="Talks of the two valleys",
    parties={"upper": Party(name="Upper Tavnis", kind="region"), "lower": Party(name="Lower Tavnis", kind="region")},
    third_parties={"saltmoor": Party(name="Saltmoor Office", kind="mediation office")},
    issues={f"issue-{n}": Issue(title=f"Issue {n}", options={o: f"the option {o}" for o in "abcd"}) for n in range(6)},
)
SEATS = {
    "chair": Seat(role="Chair", part="chair", of="saltmoor"),
    "mediator": Seat(role="Mediator", part="mediator", of="saltmoor"),
    **{f"{p}-{part}": Seat(role=f"{part} of {p}", part=part, of=p) for p in ("upper", "lower") for part in ("head", "note-taker")},
    **{f"{p}-adviser-{n}": Seat(role=f"Adviser {n} of {p}", part="adviser", of=p) for p in ("upper", "lower") for n in (1, 2)},
}  # fmt: skip
EXERCISE = Exercise(
    format="exercise/1", title="Two valleys", briefing="A river.", seats=SEATS,
    meetings={"session": SeatedMeeting(seats=tuple(SEATS))}, phases={"talks": Phase(kind="meeting", minutes=120)},
)  # fmt: skip
SETTING = Setting.of(TALKS, EXERCISE)


def stored(folder: Path, number: int, acts: int) -> None:
    """A table at which so many acts stand."""
    state, now, lines = fold(SETTING, ()), datetime(2031, 5, 14, 9, tzinfo=UTC), list[str]()
    speakers = [*SEATS]

    def do(state: State, act: Begin | OpenMeeting | Note) -> State:
        made = decide(state, act, moment(state, now))
        assert isinstance(made, tuple)
        lines.append(encode(len(lines) + 1, made))
        return state.after_all(made)

    state = do(do(state, Begin(by=TRAINER)), OpenMeeting(by=TRAINER, meeting="session"))
    for n in range(acts - 2):
        now += timedelta(seconds=2)
        by = speakers[n % len(speakers)]
        state = do(
            state,
            Note(
                by=by,
                meeting="session",
                whose=by,
                words=f"What was said as number {n}, in a sentence as they are. " * 2,
            ),
        )
    file, _ = open_table(folder, number)
    with file:
        file.append(*lines)


SERVER = """
import sys
from datetime import datetime
from pathlib import Path
from benchmarks.room import SETTING
from goodoffices.case.held import open_table
from goodoffices.room.admission import Admission
from goodoffices.room.hall import Hall
from goodoffices.room.server import application
from goodoffices.room.table import Table
from goodoffices.serving.server import listen, serve
from goodoffices.serving.site import Site
folder, port, groups = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
tables = {n: Table(n, SETTING, *open_table(folder, n)) for n in range(1, groups + 1)}
hall = Hall(tables, Admission(folder), Site("room", port), lambda: datetime.now().astimezone())
listening = listen(port)
print("up", flush=True)
serve(application(hall), listening, connections=hall.connections, at_end=hall.streams.end)
"""


class Browser:
    """One seat, as its page would ask; with no more of HTTP than is needed, so that the asking is not what takes the time."""

    def __init__(self, port: int, table: int, seat: str, link: dict[str, str], told: dict[str, list[float]]) -> None:
        self.port, self.table, self.seat, self.csrf, self.told = port, table, seat, link["csrf"], told
        host = f"127.0.0.1:{port}"
        cookie = f"goodoffices-room-{port}={link['cookie']}"
        self.head = f"Host: {host}\r\nOrigin: http://{host}\r\nCookie: {cookie}\r\nConnection: close\r\n"
        self.waiting: set[str] = set()
        self.fresh = asyncio.Event()

    async def ask(self, first: str, body: str = "") -> bytes:
        """The whole answer."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        kind = "Content-Type: application/x-www-form-urlencoded\r\n" if body else ""
        writer.write(f"{first} HTTP/1.1\r\n{self.head}{kind}Content-Length: {len(body)}\r\n\r\n{body}".encode())
        found = await reader.read()
        writer.close()
        return found

    async def listen(self, last: int) -> None:
        """Be told of what happens."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(f"GET /events?last={last} HTTP/1.0\r\n{self.head}\r\n".encode())
        while line := await reader.readline():
            if line.startswith(b"data:"):
                self.fresh.set()

    async def refresh(self) -> None:
        """Ask for the page again, once for all that happened meanwhile."""
        while True:
            await self.fresh.wait()
            self.fresh.clear()
            text = (await self.ask("GET /meeting/session")).decode()
            now = time.perf_counter()
            for mark in [mark for mark in self.waiting if mark in text]:
                self.waiting.discard(mark)
                self.told.setdefault(mark, []).append(now)

    async def act(self, mark: str) -> None:
        """Note something."""
        form = {
            "csrf": self.csrf,
            "page": "/",
            "act": "Note",
            "meeting": "session",
            "whose": self.seat,
            "words": f"It is {mark}.",
        }
        answer = await self.ask("POST /act", urlencode(form))
        assert answer.startswith(b"HTTP/1.1 303"), answer


async def load(port: int, links: dict[str, dict[str, str]]) -> list[float]:
    """Milliseconds from each act to each page that shows it."""
    told: dict[str, list[float]] = {}
    browsers = [
        Browser(port, n, seat, links[holder(n, seat)], told) for n in range(1, GROUPS + 1) for seat in [*SEATS][:EACH]
    ]
    tasks = [asyncio.create_task(work) for one in browsers for work in (one.listen(10), one.refresh())]
    await asyncio.sleep(3)
    began: dict[str, float] = {}

    async def person(one: Browser, rng: random.Random) -> None:
        for n in range(ROUNDS):
            await asyncio.sleep(rng.uniform(0, 2 * EVERY) if n else rng.uniform(0, EVERY))
            mark = f"mark-{one.table}-{one.seat}-{n}-"
            for other in browsers:
                if other.table == one.table and other is not one:
                    other.waiting.add(mark)
            began[mark] = time.perf_counter()
            await one.act(mark)

    await asyncio.gather(*(person(one, random.Random(i)) for i, one in enumerate(browsers)))
    await asyncio.sleep(3)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    lost = sum(len(one.waiting) for one in browsers)
    assert not lost, f"{lost} never came"
    return [(at - began[mark]) * 1000 for mark, times in told.items() for at in times]


async def weigh(origin: str, link: dict[str, str]) -> dict[str, tuple[float, float, float]]:
    """For each page the median time in ms, its size and its compressed size in KB."""
    port = origin.rpartition(":")[2]
    found = {}
    async with httpx.AsyncClient(
        base_url=origin, cookies={f"goodoffices-room-{port}": link["cookie"]}, timeout=60
    ) as client:
        for path in ("/", "/meeting/session", "/proposals", "/side", "/chair", "/all"):
            times, body = [], b""
            for _ in range(15):
                start = time.perf_counter()
                body = (await client.get(path)).content
                times.append((time.perf_counter() - start) * 1000)
            found[path] = (statistics.median(times), len(body) / 1024, len(gzip.compress(body)) / 1024)
    return found


def served(folder: Path, groups: int, port: int) -> "subprocess.Popen[str]":
    """The room, open."""
    admission = Admission(folder)
    admission.give_missing(tuple(holder(n, seat) for n in range(1, groups + 1) for seat in SEATS), port)
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(folder), str(port), str(groups)], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n"
    print(f"the room was open after {time.perf_counter() - start:.1f} s")
    return process


def empty(folder: Path, groups: int, port: int) -> None:
    """What so many tables cost at which nothing was held."""
    folder.mkdir()
    print(f"{groups} empty tables, {groups * len(SEATS)} seats")
    process = served(folder, groups, port)
    try:
        status = Path(f"/proc/{process.pid}/status")
        told = dict(line.split(":", 1) for line in status.read_text().splitlines()) if status.exists() else {}
        print(f"  {int(told.get('VmRSS', '0').split()[0]) / 1024:.0f} MB, {told.get('Threads', '?').strip()} threads")
    finally:
        process.terminate()
        process.wait()


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        for number, groups in enumerate((1, MOST)):
            empty(Path(name) / f"empty-{groups}", groups, 8463 + number)
        for title, groups, acts, port in (
            ("60 seats in six groups", GROUPS, 12, 8461),
            ("5,000 acts stored", 1, 5000, 8462),
        ):
            folder = Path(name) / str(port)
            folder.mkdir()
            for n in range(1, groups + 1):
                stored(folder, n, acts)
            print(title)
            process = served(folder, groups, port)
            links = {one["holder"]: one for one in json.loads((folder / HELD / NAME).read_text())["links"]}
            try:
                origin = f"http://127.0.0.1:{port}"
                if groups > 1:
                    times = sorted(asyncio.run(load(port, links)))
                    p = [times[int(len(times) * share)] for share in (0.5, 0.95, 0.99)]
                    print(
                        f"  act to screen, {len(times)} times: p50 {p[0]:.0f} ms, p95 {p[1]:.0f} ms, p99 {p[2]:.0f} ms"
                    )
                else:
                    for path, (took, size, small) in asyncio.run(weigh(origin, links[holder(1, "chair")])).items():
                        print(f"  {path}: {took:.0f} ms, {size:.0f} KB, compressed {small:.1f} KB")
            finally:
                process.terminate()
                process.wait()


if __name__ == "__main__":
    main()
