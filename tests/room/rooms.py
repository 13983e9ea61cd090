"""A room of the two invented valleys, without a network: what is asked of it, and by whom."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import httpx
from starlette.applications import Starlette

from goodoffices.case.held import delete_held, open_table
from goodoffices.proceedings import Setting
from goodoffices.room.admission import Admission, holder
from goodoffices.room.hall import Hall, Way
from goodoffices.room.server import application
from goodoffices.room.table import Table
from goodoffices.serving.site import Site
from goodoffices.talks.exercise import TRAINER

from ..proceedings.valley_talks import SETTING

T = TypeVar("T")
PORT = 5252
HERE = f"http://127.0.0.1:{PORT}"
AS_USUAL = Way()
MORNING = datetime(2031, 5, 14, 9, tzinfo=UTC)


@dataclass
class Wall:
    """A clock that goes on only when it is told to."""

    at: datetime = MORNING

    def __call__(self) -> datetime:
        return self.at

    def later(self, **by: float) -> None:
        self.at += timedelta(**by)


def tables(folder: Path, setting: Setting = SETTING, groups: int = 1) -> dict[int, Table]:
    return {n: Table(n, setting, *open_table(folder, n)) for n in range(1, groups + 1)}


def hall(
    folder: Path, clock: Callable[[], datetime], setting: Setting = SETTING, groups: int = 1, way: Way = AS_USUAL, port: int = PORT
) -> Hall:  # fmt: skip
    """A hall over the ledgers in a folder."""
    folder.mkdir(exist_ok=True)
    found = tables(folder, setting, groups)
    admission = Admission(folder)
    admission.give_missing(tuple(holder(n, seat) for n in found for seat in setting.public.seats), port)
    return Hall(found, admission, Site("room", port), clock, way, delete=lambda: delete_held(folder))


@dataclass
class Browser:
    """One browser that came in by a link."""

    room: "Room"
    name: str
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)

    @property
    def csrf(self) -> str:
        return self.room.hall.admission.links.of(self.name)[0].csrf

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.room.run(self.ask("GET", path, **more))

    def act(self, act: str, page: str = "/", **fields: str) -> httpx.Response:
        return self.room.run(self.acting(act, page, **fields))

    async def acting(self, act: str, page: str = "/", **fields: str) -> httpx.Response:
        data = {
            "csrf": self.csrf,
            "page": page,
            "form": "f",
            "act": act,
            **{k.replace("__", "."): v for k, v in fields.items()},
        }
        return await self.ask("POST", "/act", data=data, headers={"Origin": HERE}, follow_redirects=False)

    def do(self, what: str, **fields: str) -> httpx.Response:
        data = {"csrf": self.csrf, "page": "/", "form": "f", "what": what, **fields}
        return self.room.run(self.ask("POST", "/do", data=data, headers={"Origin": HERE}, follow_redirects=False))

    async def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.room.app)
        async with httpx.AsyncClient(transport=transport, base_url=HERE, cookies=self.cookies) as client:
            answer = await client.request(method, path, **{"follow_redirects": True, **more})
            self.cookies = client.cookies
            return answer


class Room:
    """A room, in an event loop of its own: futures of its tables belong to one."""

    def __init__(self, folder: Path, groups: int = 1, setting: Setting = SETTING, way: Way = AS_USUAL) -> None:
        self.folder, self.clock = folder, Wall()
        self.thread = ThreadPoolExecutor(1)
        self.loop = self.thread.submit(asyncio.new_event_loop).result()
        self.hall = hall(folder, self.clock, setting, groups, way)
        self.app: Starlette = application(self.hall)
        self.trainer = self.enter(TRAINER)

    def run(self, question: Coroutine[Any, Any, T]) -> T:
        return self.thread.submit(self.loop.run_until_complete, question).result()

    def enter(self, name: str) -> Browser:
        browser = Browser(self, name)
        link = self.hall.admission.links.of(name)[0]
        browser.get(f"/enter?token={link.token}", headers={"Sec-Fetch-Site": "none"})
        return browser

    def seat(self, seat: str, table: int = 1) -> Browser:
        return self.enter(holder(table, seat))

    def close(self) -> None:
        for table in self.hall.tables.values():
            table.close()
        self.thread.submit(self.loop.close).result()
        self.thread.shutdown()
