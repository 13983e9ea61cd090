"""A table: nothing is so before it is on the disk, and what was said to be saved is there again."""

import asyncio
import errno
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from goodoffices.case.held import open_table, table_path
from goodoffices.errors import DataError
from goodoffices.proceedings import Begin, Note, OpenMeeting, Refusal, Say, seat_view
from goodoffices.room.table import Table
from goodoffices.talks.exercise import TRAINER

from ..proceedings.valley_talks import SETTING
from .rooms import MORNING


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[], Table]]:
    """Opens the table in the folder; what is open at the end is closed."""
    all_: list[Table] = []

    def again() -> Table:
        all_.append(Table(1, SETTING, *open_table(tmp_path, 1)))
        return all_[-1]

    yield again
    for table in all_:
        table.close()


async def begin(table: Table) -> None:
    await table.act(Begin(by=TRAINER), MORNING)
    await table.act(OpenMeeting(by=TRAINER, meeting="session"), MORNING)


def say(words: str, by: str = "upper-head") -> Say:
    return Say(by=by, meeting="session", words=words)


@pytest.mark.parametrize("year", [1, 1970, 1999, 2200, 9998])
def test_what_could_not_be_read_again_is_not_stored(opened: Callable[[], Table], year: int) -> None:
    """A machine whose clock has lost the year kept a day that no new start could open."""
    table = opened()

    async def acts() -> None:
        with pytest.raises(
            DataError, match="an act whose line could not be read again, expected a machine whose clock"
        ):
            await table.act(Begin(by=TRAINER), MORNING.replace(year=year))
        await begin(table)

    asyncio.run(acts())
    assert table.state.acts == 2
    table.close()
    assert opened().state == table.state


def test_what_was_saved_is_there_when_the_table_is_opened_again(opened: Callable[[], Table]) -> None:
    table = opened()

    async def day() -> None:
        await begin(table)
        for number in range(10):
            await table.act(say(f"word {number}"), MORNING)

    asyncio.run(day())
    table.close()
    again = opened()
    assert again.state == table.state
    assert again.views == table.views
    assert [one.words for one in again.views["lower-head"].words["session"]] == [f"word {n}" for n in range(10)]


def test_views_that_were_carried_on_are_those_of_the_whole_history(opened: Callable[[], Table]) -> None:
    table = opened()

    async def day() -> None:
        await begin(table)
        await asyncio.gather(
            *(table.act(say(f"word {n}", by), MORNING) for n in range(5) for by in ("upper-head", "lower-head"))
        )

    asyncio.run(day())
    for seat in (*SETTING.public.seats, TRAINER):
        assert table.views[seat] == seat_view(SETTING, table.events, seat)


def test_it_is_not_so_before_it_is_on_the_disk(opened: Callable[[], Table], monkeypatch: pytest.MonkeyPatch) -> None:
    table = opened()
    told: list[int] = []
    table.when_acted(lambda table, made: told.append(len(made)))
    reached, let_go = threading.Event(), threading.Event()
    real = os.fsync

    def slow(descriptor: int) -> None:
        reached.set()
        assert let_go.wait(20)
        real(descriptor)

    async def day() -> None:
        await begin(table)
        told.clear()
        monkeypatch.setattr(os, "fsync", slow)
        work = asyncio.ensure_future(table.act(say("Good morning."), MORNING))
        await asyncio.to_thread(reached.wait, 20)
        assert not work.done()
        assert "session" not in table.views["lower-head"].words
        assert told == []
        let_go.set()
        await work
        assert table.views["lower-head"].words["session"][0].words == "Good morning."
        assert told == [1]

    asyncio.run(day())


def test_acts_that_wait_go_to_the_disk_with_one_sync(
    opened: Callable[[], Table], monkeypatch: pytest.MonkeyPatch
) -> None:
    table = opened()
    synced: list[int] = []
    real = os.fsync

    def counted(descriptor: int) -> None:
        synced.append(descriptor)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", counted)

    async def day() -> None:
        await begin(table)
        synced.clear()
        await asyncio.gather(*(table.act(say(f"word {n}"), MORNING) for n in range(50)))

    asyncio.run(day())
    assert len(synced) <= 3  # the first one goes at once, the others while the disk is at work
    assert [one.words for one in table.views["lower-head"].words["session"]] == [f"word {n}" for n in range(50)]


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EROFS, errno.EIO, errno.EDQUOT])
def test_where_the_disk_takes_nothing_the_table_is_as_before(
    opened: Callable[[], Table], monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    table = opened()

    def full(descriptor: int, data: bytes) -> int:
        raise OSError(fault, os.strerror(fault))

    async def day() -> None:
        await begin(table)
        before, views, size = table.state, dict(table.views), table_path_size()
        with monkeypatch.context() as broken:
            broken.setattr(os, "write", full)
            tried = await asyncio.gather(
                *(table.act(say(f"lost {n}"), MORNING) for n in range(3)), return_exceptions=True
            )
            assert all(isinstance(one, DataError) for one in tried)
        assert (table.state, table.views, table_path_size()) == (before, views, size)
        made = await table.act(say("There is room again."), MORNING)
        assert not isinstance(made, Refusal)

    def table_path_size() -> int:
        return os.path.getsize(table._file.path)

    asyncio.run(day())
    table.close()
    again = opened()
    assert [one.words for one in again.views["lower-head"].words["session"]] == ["There is room again."]


def test_a_disk_that_fails_at_the_sync_leaves_nothing_of_the_act(
    opened: Callable[[], Table], monkeypatch: pytest.MonkeyPatch
) -> None:
    table = opened()
    real, failing = os.fsync, [True]

    def fails_once(descriptor: int) -> None:
        if failing:
            failing.clear()
            raise OSError(errno.EIO, "broken")
        real(descriptor)

    async def day() -> None:
        await begin(table)
        monkeypatch.setattr(os, "fsync", fails_once)
        with pytest.raises(DataError):
            await table.act(say("lost"), MORNING)
        await table.act(say("kept"), MORNING)

    asyncio.run(day())
    table.close()
    assert [one.words for one in opened().views["lower-head"].words["session"]] == ["kept"]


@pytest.mark.parametrize("torn", [1, 10, -1])
def test_a_torn_last_line_is_cut_off_and_told(opened: Callable[[], Table], tmp_path: Path, torn: int) -> None:
    table = opened()

    async def day() -> None:
        await begin(table)
        await table.act(say("kept"), MORNING)
        await table.act(say("torn"), MORNING)

    asyncio.run(day())
    table.close()
    path = table_path(tmp_path, 1)
    whole = path.read_bytes()
    last = whole.rindex(b"\n", 0, -1) + 1
    path.write_bytes(whole[:last] + whole[last:-1][:torn])
    again = opened()
    assert again.cut == len(whole[last:-1][:torn])
    assert [one.words for one in again.views["lower-head"].words["session"]] == ["kept"]


def test_who_asked_may_go_away_and_the_act_goes_its_way(opened: Callable[[], Table]) -> None:
    table = opened()

    async def day() -> None:
        await begin(table)
        work = asyncio.ensure_future(
            table.act(Note(by="upper-head", meeting="session", whose="upper-head", words="kept"), MORNING)
        )
        await asyncio.sleep(0)
        work.cancel()
        await table.act(say("after"), MORNING)

    asyncio.run(day())
    assert [one.words for one in table.views["lower-head"].words["session"]] == ["kept", "after"]


def test_one_ledger_is_held_by_one_process(opened: Callable[[], Table]) -> None:
    opened()
    with pytest.raises(DataError, match="writing"):
        opened()
