"""Where a seat is in the phase that is now: the words of its printed sheet, by the clock as it runs."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from goodoffices.brief.packets.held import Held
from goodoffices.brief.packets.places import places, places_on_pages
from goodoffices.case import Case, read_case
from goodoffices.case.held import setting_of
from goodoffices.room.hall import Way
from goodoffices.talks import Phase

from ..case.cases import ROOT
from .cases import make
from .rooms import Room

EVIL = "<b>at the weir</b> until {end}\u202e, where {chair} finds you"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    found = read_case(make(tmp_path / "case"))
    assert found.exercise is not None
    seats = found.exercise.seats
    envoy = replace(seats["envoy"], places={"last": EVIL})
    return replace(found, exercise=replace(found.exercise, seats={**seats, "envoy": envoy}))


def room_of(case: Case, folder: Path, way: Way | None = None) -> Room:
    room = Room(folder, setting=setting_of(case), way=way or Way())
    assert case.exercise is not None
    held = Held(case, case.exercise)
    room.hall.places = {seat: places_on_pages(held.seen_by(seat), seat) for seat in case.exercise.seats}
    assert room.trainer.act("Begin", table="all").status_code == 303
    return room


@pytest.fixture
def room(case: Case, tmp_path: Path) -> Iterator[Room]:
    found = room_of(case, tmp_path / "held")
    yield found
    found.close()


def where(room: Room, seat: str) -> str:
    """What its page says of its place."""
    found = re.search(r"<p>([^<]*): <bdi>([^<]*)</bdi></p>", room.seat(seat).get("/").text.partition('id="here"')[2])
    return f"{found[1]}: {found[2]}" if found else ""


def test_who_waits_is_told_where_and_who_sits_in_a_meeting_is_there(room: Room) -> None:
    assert where(room, "upper-head") == "While you sit in no meeting: with your side"
    assert where(room, "upper-council") == "In this phase: in your room"
    assert where(room, "chair") == ""  # it has a place where it sits
    assert room.seat("chair").act("OpenMeeting", meeting="session").status_code == 303
    assert where(room, "upper-head") == ""
    assert where(room, "upper-council") == "In this phase: in your room"


def test_a_moment_is_that_of_the_clock_as_it_runs(room: Room) -> None:
    """The plan's last phase ends at 10:10; it began at once and was made longer, so the trainer comes later."""
    assert room.trainer.act("Advance", table="all").status_code == 303
    assert where(room, "upper-head") == "In this phase: at the table"
    assert where(room, "lower-council") == "In this phase: in your room, until the trainer fetches you at 09:10"
    assert room.trainer.act("Extend", table="all", minutes="5").status_code == 303
    assert where(room, "lower-council").endswith("at 09:15")
    room.clock.later(minutes=40)
    assert where(room, "lower-council").endswith("at 09:40")  # overdue: now at the earliest


def test_the_author_s_own_line_stands_on_that_seat_s_page_alone_as_a_text(room: Room) -> None:
    assert room.trainer.act("Advance", table="all").status_code == 303
    page = room.seat("envoy").get("/").text
    assert "&lt;b&gt;at the weir&lt;/b&gt; until 09:10[U+202E], where the chair finds you" in page
    for seat in room.hall.places:
        assert seat == "envoy" or "at the weir" not in room.seat(seat).get("/").text
    assert room.trainer.act("End", table="all").status_code == 303
    assert where(room, "envoy") == ""


def test_who_is_apart_has_no_rooms_to_go_to(case: Case, tmp_path: Path) -> None:
    room = room_of(case, tmp_path / "held", Way(mode="chat"))
    try:
        assert where(room, "upper-council") == ""
    finally:
        room.close()


def test_every_place_is_as_on_paper_and_nothing_of_what_is_done_with_paper() -> None:
    valleys = read_case(ROOT / "examples" / "two-valleys")
    assert valleys.exercise is not None
    held = Held(valleys, valleys.exercise)
    for seat in valleys.exercise.seats:
        printed = " ".join(line for _, _, lines in places(held, seat) for line in lines)
        for phase, there in places_on_pages(held, seat).items():
            ends = sum(one.minutes for one in _until(held, phase))
            for name, minutes in there.moments.items():
                assert 0 <= ends + minutes <= held.minutes, name
            plain = there.words.partition("{")[0]
            assert there.waiting or plain in printed, (seat, phase)
            assert not re.search(r"slips|proposal form|paper|wall by", there.words), there.words


def _until(held: Held, phase: str) -> list[Phase]:
    phases = held.exercise.phases
    return [phases[key] for key in [*phases][: [*phases].index(phase) + 1]]
