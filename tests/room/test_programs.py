"""What goes on by itself: programs in empty seats, news that is due, the day of one who plays alone."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices.case import read_case
from goodoffices.proceedings import Advance, Begin, CloseMeeting, OpenMeeting, Reflect, Refusal, Say
from goodoffices.room.hall import Hall, Way
from goodoffices.room.opening import Place, opened
from goodoffices.room.programs import Programs, hurry
from goodoffices.talks.exercise import TRAINER

from .cases import make
from .rooms import Wall

PARTIES = {"upper-head", "upper-adviser", "upper-council", "lower-head", "lower-council"}


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def hall(tmp_path: Path, wall: Wall) -> Iterator[Hall]:
    case = read_case(make(tmp_path / "case"))
    with opened(case, 1, Way("chat", "chair"), Place(5252), wall) as made:
        yield made


def status(hall: Hall) -> str:
    return hall.tables[1].state.facts.status


async def pass_time(programs: Programs, hall: Hall, wall: Wall, seconds: int) -> None:
    for _ in range(seconds // 5):
        wall.later(seconds=5)
        await programs.step(1, hall.tables[1], wall())


def test_one_person_alone_leads_a_day_to_its_end(hall: Hall, wall: Wall) -> None:
    table = hall.tables[1]
    programs = Programs(hall, 1, {1: set(table.setting.public.seats) - {"chair"}})

    async def day() -> None:
        await pass_time(programs, hall, wall, 10)
        assert status(hall) == "running"
        assert table.views["upper-head"].facts.news  # what is due comes by itself
        assert not isinstance(await table.act(OpenMeeting(by="chair", meeting="session"), wall()), Refusal)
        await table.act(Say(by="chair", meeting="session", words="What is your position on the mill?"), wall())
        await pass_time(programs, hall, wall, 600)
        seen = table.views["chair"].facts
        assert {one.side for one in seen.positions} == {"upper", "lower"}
        assert seen.proposals
        await pass_time(programs, hall, wall, 4800)
        assert status(hall) == "debriefing"
        await table.act(Reflect(by="chair", answers={"turned": "late"}), wall())
        await pass_time(programs, hall, wall, 120)
        assert status(hall) == "revealed"

    asyncio.run(day())
    acted = {getattr(event.what, "by", None) for event in table.events}
    assert "chair" in acted
    assert acted & PARTIES


def test_a_phase_of_one_person_alone_lasts_until_its_minutes_are_over_or_the_person_goes_on(
    tmp_path: Path, wall: Wall
) -> None:
    folder = make(tmp_path / "calm")
    file = folder / "exercise.yaml"
    phases = "phases:\n  reading: {kind: preparation, minutes: 20}\n"
    file.write_text(file.read_text("utf-8").replace("phases:\n", phases), "utf-8")
    with opened(read_case(folder), 1, Way("chat", "chair"), Place(5252), wall) as hall:
        table = hall.tables[1]
        programs = Programs(hall, 1, {1: set(table.setting.public.seats) - {"chair"}})

        async def day() -> None:
            await pass_time(programs, hall, wall, 19 * 60)
            assert table.state.facts.clock.phase == "reading"
            await pass_time(programs, hall, wall, 90)
            assert table.state.facts.clock.phase == "talks"
            assert await hurry(hall, {"what": "next"}, "chair") == ""
            assert table.state.facts.clock.phase == "last"
            assert await hurry(hall, {"what": "next"}, "upper-head")
            assert status(hall) == "running"
            assert await hurry(hall, {"what": "next"}, "chair") == ""  # no more talks come
            assert status(hall) == "ended"

        asyncio.run(day())


def test_a_program_acts_only_in_the_seats_that_it_was_given(hall: Hall, wall: Wall) -> None:
    hall.way = Way()
    table, programs = hall.tables[1], Programs(hall, 1)
    assert programs.sit(1, "lower-head", True) == ""
    assert programs.seats(1)["lower-head"]
    assert not programs.seats(1)["upper-head"]
    assert programs.sit(1, "nobody", True)

    async def day() -> None:
        await table.act(Begin(by=TRAINER), wall())
        await table.act(OpenMeeting(by="chair", meeting="session"), wall())
        await table.act(Say(by="chair", meeting="session", words="What is your position on the mill?"), wall())
        await pass_time(programs, hall, wall, 400)
        assert table.views["chair"].facts.positions
        assert programs.sit(1, "lower-head", False) == ""
        before = table.state.acts
        await pass_time(programs, hall, wall, 400)
        assert table.state.acts == before

    asyncio.run(day())
    by = {getattr(event.what, "by", None) for event in table.events}
    assert by <= {None, TRAINER, "chair", "lower-head"}


def test_news_goes_out_by_itself_only_where_the_trainer_said_so(hall: Hall, wall: Wall) -> None:
    hall.way = Way()
    table, programs = hall.tables[1], Programs(hall, 1)

    async def day() -> None:
        await table.act(Begin(by=TRAINER), wall())
        await pass_time(programs, hall, wall, 60)
        assert not table.views["upper-head"].facts.news
        hall.automatic.add(1)
        await pass_time(programs, hall, wall, 10)
        assert table.views["upper-head"].facts.news

    asyncio.run(day())


def test_nothing_goes_on_while_everything_stands_still_or_before_the_day(hall: Hall, wall: Wall) -> None:
    hall.way = Way()
    table = hall.tables[1]
    programs = Programs(hall, 1, {1: set(table.setting.public.seats)})

    async def day() -> None:
        await pass_time(programs, hall, wall, 60)
        assert table.state.acts == 0

    asyncio.run(day())


def test_the_phases_of_a_day_with_a_trainer_wait_for_the_trainer(hall: Hall, wall: Wall) -> None:
    hall.way = Way()
    table = hall.tables[1]
    programs = Programs(hall, 1, {1: {"lower-head"}})

    async def day() -> None:
        await table.act(Begin(by=TRAINER), wall())
        await pass_time(programs, hall, wall, 2 * 3600)
        assert table.state.facts.clock.phase == "talks"
        await table.act(Advance(by=TRAINER), wall())
        assert table.state.facts.clock.phase == "last"
        assert isinstance(await table.act(CloseMeeting(by="chair", meeting="session"), wall()), Refusal)

    asyncio.run(day())
