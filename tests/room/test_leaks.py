"""No seat's pages hold anything that it may not know: they are those of a day from which that was taken out.

A day is made of random acts. For a seat a second room is made, in which everything that it did not see is left out or is
something else; all pages, streams, statuses, refusals and sizes of both are compared to the byte.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Any

import pytest

from goodoffices.case.held import open_table
from goodoffices.proceedings import Event, Setting, encode
from goodoffices.room.views import ask as asking
from goodoffices.room.views import seat as seat_pages
from goodoffices.serving.events import AT_ONCE
from goodoffices.talks.exercise import TRAINER

from ..amount import Cases, some
from ..proceedings.random_days import KINDS, RandomDay, closing
from ..proceedings.reduced import reduced, replay
from ..proceedings.valley_talks import EXERCISE, SETTING, TALKS
from .rooms import MORNING, Room

SEATS = tuple(SETTING.public.seats)
CONSTANT = "A" * 43
"""Takes the place of secrets that differ from room to room."""


def random_day(seed: int, steps: int = 150) -> RandomDay:
    """A day of random acts by any seat."""
    random, day = Random(seed), RandomDay()
    for _ in range(steps):
        day.step(random, random.choice(SEATS), random.choice(KINDS))
    if seed % 2:
        closing(day)
    return day


def other_setting(seat: str) -> Setting:
    """The exercise with other sheets, mandates, news and points for all but this seat's side."""
    seats = {
        id_: one if id_ == seat else replace(one, who="Somebody else.", wants=("else",), knows=("nothing", "more"))
        for id_, one in EXERCISE.seats.items()
    }
    side = EXERCISE.seats[seat].of
    own = EXERCISE.seats[seat].part in ("head", "adviser", "note-taker", "principal")
    mandates = {party: mandate for party, mandate in EXERCISE.mandates.items() if own and party == side}
    return Setting.of(TALKS, replace(EXERCISE, seats=seats, mandates=mandates, injections={}))


def room_of(folder: Path, setting: Setting, events: Iterable[Event]) -> Room:
    """A room on the morrow of a day."""
    folder.mkdir()
    file, _ = open_table(folder, 1)
    with file:
        acts = [tuple(made) for _, made in groupby(events, key=lambda event: event.at)]
        file.append(*(encode(number, made) for number, made in enumerate(acts, 1)))
    return Room(folder, setting=setting)


def paths_of(day: RandomDay) -> list[str]:
    """Every path that there could be, for this seat or for others."""
    facts = day.day.state.facts
    return [
        "/", "/all", "/proposals", "/side", "/chair", "/debriefing", "/day", "/day.html", "/table/1", "/table/1/links", "/delete",
        "/nonsense",
        *(f"/meeting/{id_}" for id_ in (*facts.meetings, "upper-alone")), *(f"/meeting/{id_}/all" for id_ in facts.meetings),
        *(f"/proposal/{id_}" for id_ in facts.proposals),
    ]  # fmt: skip


NAMING = {"meetings": ("Say", "meeting"), "proposals": ("Accept", "proposal"), "messages": ("Carry", "message"),
          "referrals": ("Instruct", "referral"), "points": ("Confirm", "point")}  # fmt: skip


def everything(room: Room, seat: str, day: RandomDay) -> Iterator[tuple[str, Any]]:
    """All ways out for a seat: pages with status, headers and size, its stream, and what is said to acts on hidden things."""
    browser = room.seat(seat)
    csrf = browser.csrf
    room.clock.at = MORNING + timedelta(hours=5)
    for path in paths_of(day):
        answer = browser.get(path)
        yield path, (answer.status_code, answer.text.replace(csrf, CONSTANT), len(answer.content), dict(answer.headers))
    yield "stream", [room.hall.since(1, seat, number) for number in range(0, 2000, AT_ONCE)]
    for kind, (act, field) in NAMING.items():
        for id_ in getattr(day.day.state.facts, kind).keys() - getattr(day.day.state.of(seat), kind).keys():
            answer = browser.act(act, words="x", answer="confirm", **{field: str(id_)})
            yield f"{act} {id_}", (answer.status_code, answer.text.replace(csrf, CONSTANT))


def differences(folder: Path, day: RandomDay, seat: str) -> list[str]:
    """Where the pages of a seat tell the whole day from the one without what it may not know."""
    less, _ = replay(reduced(day, seat))
    one = room_of(folder / "whole", SETTING, day.day.events)
    other = room_of(folder / "less", other_setting(seat), less)
    try:
        found, expected = dict(everything(one, seat, day)), dict(everything(other, seat, day))
        return [key for key in found if found[key] != expected.get(key)]
    finally:
        one.close()
        other.close()


def test_a_seats_pages_are_those_of_a_day_without_what_it_may_not_know(tmp_path: Path, cases: Cases) -> None:
    for case in range(cases(quick=3, ci=60)):
        day = random_day(case)
        for seat in Random(case).sample(SEATS, 3):
            folder = tmp_path / f"{case}-{seat}"
            folder.mkdir()
            assert differences(folder, day, seat) == [], (case, seat)


def test_the_random_days_hide_something_from_every_seat_and_show_it_something() -> None:
    day = random_day(0)
    for seat in SEATS:
        assert 0 < len(replay(reduced(day, seat))[0]) < len(day.day.events)


LEAKS = {
    "how many events there are": lambda ask: len(ask.hall.tables[1].events),
    "how many proposals there are": lambda ask: len(ask.hall.tables[1].state.facts.proposals),
    "how many messages there are": lambda ask: len(ask.hall.tables[1].state.facts.messages),
    "another seat's view": lambda ask: ask.hall.tables[1].views["upper-head"].number,
    "the trainer's view": lambda ask: ask.hall.tables[1].views[TRAINER].number,
    "another's sheet": lambda ask: ask.hall.tables[1].setting.sheets["upper-head"],
    "the news to come": lambda ask: ask.hall.tables[1].setting.injections,
}


@pytest.mark.parametrize("leak", some(LEAKS, "how many messages there are", "the news to come"))
def test_each_leak_in_a_page_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, leak: str) -> None:
    """A page that is made of more than the seat's view shows a difference."""
    real = seat_pages.my_seat

    def leaking(ask: asking.Ask) -> Any:
        values = real(ask)
        return {**values, "older": f"{LEAKS[leak](ask)}"}

    rows = [(pattern, name, leaking if name == "seat" else page) for pattern, name, page in _seats()]
    monkeypatch.setattr("goodoffices.room.views.paths.SEATS", rows)
    seat = "lower-head"
    found: set[str] = set()
    for case in (0, 2, 4):
        folder = tmp_path / str(case)
        folder.mkdir()
        found |= set(differences(folder, random_day(case), seat))
    assert "/" in found


def _seats() -> Any:
    from goodoffices.room.views import paths

    return paths.SEATS
