"""The day as a file: one at a time, within limits, told where it is too long; and for nobody before it is shown."""

import asyncio
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import httpx
import pytest

from goodoffices.apart import Limits
from goodoffices.brief.debriefing import apart
from goodoffices.brief.debriefing.apart import Printed
from goodoffices.errors import DataError, Problem
from goodoffices.room import prints
from goodoffices.room.debriefed import PIECE
from goodoffices.room.prints import KEPT

from ..serving.running import ended
from ..synthesis.export.held import SIDES
from .rooms import Browser, Room
from .test_no_loss import Served


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path / "case", groups=2)
    made.hall.sides = SIDES
    yield made
    made.hall.over()
    made.close()


def shown(room: Room) -> Browser:
    """The day of table 1 is over and shown to all; the head of the upper side, who was there."""
    upper = room.seat("upper-head")
    assert room.trainer.act("Begin", table="all").status_code == 303
    assert room.trainer.act("OpenMeeting", table="1", meeting="session").status_code == 303
    assert upper.act("Propose", meeting="session", **{"package.mill": "leased"}).status_code == 303
    for act in ("End", "OpenDebriefing", "Reveal"):
        assert room.trainer.act(act, table="1").status_code == 303
    return upper


class Press:
    """Stands for the printer: it prints when it is let, and counts."""

    def __init__(self, parts: int = 1, fails: bool = False) -> None:
        self.parts, self.fails, self.asked = parts, fails, list[tuple[str, int, bool]]()
        self.go, self.began = threading.Event(), threading.Event()
        self.go.set()

    def __call__(self, tables: object, kind: str, part: int, *, trainer: bool, printers: object) -> Printed:
        self.asked.append((kind, part, trainer))
        self.began.set()
        assert self.go.wait(20)
        if self.fails:
            raise DataError([Problem("the debriefing", 0, 0, "a day that takes more than 2 GB", "less")])
        return Printed(self.parts, f"{kind} {part}".encode())


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    made = Press()
    monkeypatch.setattr(prints, "printed", made)
    return made


def test_before_it_is_shown_there_is_no_file_and_then_it_is_the_days(room: Room) -> None:
    upper, nothing = room.seat("upper-head"), room.seat("upper-head").get("/nothing")
    assert upper.get("/day.pdf").content == upper.get("/day.html").content == nothing.content
    upper = shown(room)
    page, pdf = upper.get("/day.html"), upper.get("/day.pdf")
    assert page.status_code == pdf.status_code == 200
    assert "Head of Upper Tavnis makes proposal 1" in page.text
    assert pdf.content.startswith(b"%PDF-")
    # Table 2 is not shown yet: its seats have nothing, and it stands in nobody's file but the trainer's.
    assert room.seat("upper-head", 2).get("/day.html").content == nothing.content
    assert "2 tables" not in page.text
    assert "2 tables" in room.trainer.get("/day.html").text


def test_one_is_made_at_a_time_and_who_asks_for_another_is_told_to_come_again(room: Room, press: Press) -> None:
    upper = shown(room)
    press.go.clear()

    async def crowd() -> list[httpx.Response]:
        first = [asyncio.create_task(upper.ask("GET", "/day.pdf")) for _ in range(20)]
        while not press.began.is_set():
            await asyncio.sleep(0.01)
        others = await asyncio.gather(upper.ask("GET", "/day.html"), room.trainer.ask("GET", "/day.pdf"))
        press.go.set()
        return [*others, *await asyncio.gather(*first)]

    (*others,) = room.run(crowd())
    assert [(one.status_code, one.headers.get("retry-after")) for one in others[:2]] == [(503, "10")] * 2
    assert "Come again" in others[0].text
    assert [one.content for one in others[2:]] == [b"pdf 1"] * 20
    assert press.asked == [("pdf", 1, False)]
    assert room.trainer.get("/day.pdf").content == b"pdf 1"
    assert upper.get("/day.html").content == b"html 1"


def test_one_seat_cannot_keep_the_press_for_itself(room: Room, press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    greedy, press.parts = shown(room), 50
    other = room.seat("lower-head")
    press.go.clear()

    async def refused() -> int:
        first = asyncio.create_task(greedy.ask("GET", "/day.1.html"))
        while not press.began.is_set():
            await asyncio.sleep(0.01)
        told = await other.ask("GET", "/day.pdf")
        press.go.set()
        await first
        return told.status_code

    assert room.run(refused()) == 503
    # Somebody waits: who had the last one made has to wait, too, however often he asks; others have not.
    assert [greedy.get(f"/day.{n}.html").status_code for n in range(2, 8)] == [503] * 6
    assert room.seat("chair").get("/day.7.html").status_code == 200
    assert greedy.get("/day.1.html").status_code == 200  # that one is there
    assert other.get("/day.pdf").status_code == 200
    assert greedy.get("/day.2.html").status_code == 200
    # Who was told to come again and does not is not waited for without end.
    room.hall.prints._told["1/lower-head"] = 0.0
    monkeypatch.setattr(prints, "PATIENCE", -1.0)
    assert greedy.get("/day.3.html").status_code == 200


def test_who_goes_away_keeps_nobody_waiting(room: Room, press: Press) -> None:
    upper = shown(room)
    press.go.clear()

    async def gone() -> bytes:
        first = asyncio.create_task(upper.ask("GET", "/day.pdf"))
        second = asyncio.create_task(upper.ask("GET", "/day.pdf"))
        while not press.began.is_set():
            await asyncio.sleep(0.01)
        first.cancel()
        press.go.set()
        return (await second).content

    assert room.run(gone()) == b"pdf 1"
    assert upper.get("/day.html").status_code == 200


def test_a_file_is_made_again_only_where_something_happened(room: Room, press: Press) -> None:
    upper = shown(room)
    for _ in range(3):
        assert upper.get("/day.pdf").content == b"pdf 1"
    assert len(press.asked) == 1
    assert room.trainer.act("Freeze", table="2").status_code == 303
    for browser in (upper, room.trainer, upper, room.trainer):
        assert browser.get("/day.pdf").status_code == 200
    assert press.asked == [("pdf", 1, False), ("pdf", 1, True)]
    room.trainer.act("Resume", table="2")
    assert room.trainer.get("/day.pdf").status_code == 200
    assert len(press.asked) == 3


def test_a_day_that_is_too_long_is_told_so_with_what_to_do_and_is_not_tried_again(room: Room, press: Press) -> None:
    upper, press.fails = shown(room), True
    for _ in range(3):
        answer = upper.get("/day.pdf")
        assert answer.status_code == 422
        assert "Found a day that takes more than 2 GB." in answer.text
        assert '<a href="/day.html">' in answer.text
        assert "goodoffices export" in answer.text
    assert len(press.asked) == 1
    assert '<a href="/day.html">' not in upper.get("/day.html").text


@pytest.mark.parametrize("limits", [Limits(0.05, 2**31), Limits(60, 2**20)], ids=["time", "memory"])
def test_the_process_that_prints_has_limits_and_the_room_goes_on(
    room: Room, limits: Limits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "LIMITS", limits)
    upper = shown(room)
    assert upper.get("/day.pdf").status_code == 422
    assert upper.get("/").status_code == 200
    assert not room.hall.prints._printers._lent
    assert not room.hall.prints._printers._idle


def test_a_long_day_comes_in_parts(room: Room, press: Press) -> None:
    upper, press.parts = shown(room), KEPT + 3
    page = upper.get("/day.html").text
    assert [f'href="/day.{n}.html"' in page for n in (1, KEPT + 3, KEPT + 4)] == [True, True, False]
    for number in range(1, KEPT + 4):
        answer = upper.get(f"/day.{number}.html")
        assert answer.content == f"html {number}".encode()
        assert f'-debriefing-{number}.html"' in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    "stem",
    [
        "two-valleys",
        "\u0645\u0641\u0627\u0648\u0636\u0627\u062a",
        'a"; x="b',
        "a\r\nSet-Cookie: a=b",
        "\ud800",
        "Z\u00fcrich;%",
    ],
)
def test_a_file_is_called_as_the_case_whatever_that_is_called(room: Room, press: Press, stem: str) -> None:
    room.hall.stem = stem
    answer = shown(room).get("/day.pdf")
    assert answer.status_code == 200
    told = answer.headers["content-disposition"]
    found = re.fullmatch(r"attachment; filename=\"([A-Za-z0-9._-]+)\"; filename\*=UTF-8''([A-Za-z0-9._~%-]+)", told)
    assert found, told
    assert unquote(found[2]) == f"{stem}-debriefing.pdf".encode("utf-8", "replace").decode()
    assert "set-cookie" not in answer.headers


def test_only_so_many_files_are_kept(room: Room, press: Press) -> None:
    upper, press.parts = shown(room), KEPT + 3
    for number in range(1, KEPT + 4):
        assert upper.get(f"/day.{number}.html").status_code == 200
    assert len(room.hall.prints._kept) == KEPT


@pytest.mark.parametrize(
    "name",
    ["2.html", "0.html", "01.html", "1.pdf", "99999.html", "-1.html", "\u0661.html", "HTML", "x.html", "docx", "pdf%00", "html%0a"],
)  # fmt: skip
def test_a_file_that_there_is_not_is_answered_as_any_other_page(room: Room, press: Press, name: str) -> None:
    upper = shown(room)
    assert upper.get(f"/day.{name}").content == upper.get("/nothing").content


def test_the_end_of_the_room_waits_for_no_file(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    upper = shown(room)

    async def ended() -> int:
        asked = asyncio.create_task(upper.ask("GET", "/day.pdf"))
        while not room.hall.prints._printers._lent:
            await asyncio.sleep(0.01)
        room.hall.over()
        return (await asked).status_code

    assert room.run(ended()) in (200, 422)  # it may have been done in that moment
    assert not room.hall.prints._printers._lent


def unread(page: Served) -> list[int]:
    """What waits in the room for each connection's reader."""

    def look() -> list[int]:
        connections: list[Any] = [*page.server.server_state.connections]
        return [one.left for one in connections]

    found: list[int] = page.inside(look)
    return found


def test_a_file_is_copied_for_nobody_who_does_not_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty connections of one seat to a file of 20 MB held 400 MB of the room."""
    room = Room(tmp_path / "case")
    shown(room)
    room.close()
    data = bytes(range(256)) * 80_000
    monkeypatch.setattr(prints, "printed", lambda *_, **__: Printed(1, data))
    page = Served(tmp_path / "case")
    page.hall.sides = SIDES
    try:
        ask = page.request("GET", "/day.pdf", 0, page.cookie("upper-head"))
        silent = [page.connect(ask) for _ in range(20)]
        end = time.monotonic() + 20
        while sum(left > 0 for left in unread(page)) < len(silent):
            assert time.monotonic() < end
            time.sleep(0.05)
        time.sleep(0.3)
        assert sum(unread(page)) < 20 * 8 * PIECE
        head, _, body = ended(silent[0]).partition(b"\r\n\r\n")
        assert body == data
        assert f"content-length: {len(data)}".encode() in head.lower()
    finally:
        for one in page.opened:
            one.close()
        page.close()
        for table in page.hall.tables.values():
            table.close()
