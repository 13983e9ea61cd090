"""Who sits where with so many people: every number has its seats, sides are filled alike, and what is left empty goes on."""

from dataclasses import replace

import pytest

from goodoffices.case import Case, read_case
from goodoffices.case.seating import NOBODY, bounds, heirs, seated
from goodoffices.talks import Exercise, Few, Seat

from .cases import TWO_VALLEYS


@pytest.fixture(scope="module")
def exercise() -> Exercise:
    case: Case = read_case(TWO_VALLEYS)
    assert case.exercise is not None
    return case.exercise


FOUR = {"chair", "upper-head", "lower-head", "lake-union"}
PRINCIPALS = {"upper-principal", "lower-principal"}
ADVISERS = {"upper-adviser", "lower-adviser"}
NOTES = {"upper-notes", "lower-notes"}
TABLE = [
    (4, FOUR, False), (5, FOUR | PRINCIPALS, True), (6, FOUR | PRINCIPALS, False), (7, FOUR | PRINCIPALS | ADVISERS, True),
    (8, FOUR | PRINCIPALS | ADVISERS, False), (9, FOUR | PRINCIPALS | ADVISERS | NOTES, True),
    (10, FOUR | PRINCIPALS | ADVISERS | NOTES, False), (11, FOUR | PRINCIPALS | ADVISERS | NOTES | {"co-mediator"}, False),
]  # fmt: skip


@pytest.mark.parametrize(("people", "taken", "control"), TABLE)
def test_who_sits_there(exercise: Exercise, people: int, taken: set[str], control: bool) -> None:
    found = seated(exercise, people)
    assert {key for key, seat in found.exercise.seats.items() if seat.people != NOBODY} == taken
    assert found.control is control


def test_twelve_are_enough_for_all_seats(exercise: Exercise) -> None:
    twelve, thirteen = seated(exercise, 12), seated(exercise, 13)
    assert (twelve.control, thirteen.control) == (True, False)
    assert [*twelve.exercise.seats] == [*thirteen.exercise.seats] == [*exercise.seats]
    assert twelve.empty == thirteen.empty == ()


def test_every_number_has_as_many_seats(exercise: Exercise) -> None:
    least, most = bounds(exercise)
    for people in range(least, most + 1):
        found = seated(exercise, people)
        sitting = sum(seat.people[0] for seat in found.exercise.seats.values())
        principals = sum(s.people[0] for s in found.exercise.seats.values() if s.part == "principal")
        assert sitting - (principals - 1 if found.control else 0) == people
        assert {*found.exercise.seats} | {k for k, s in exercise.seats.items() if s.role in found.empty} == {
            *exercise.seats
        }
        for part in ("head", "adviser", "note-taker", "principal"):
            assert len({s.people for s in found.exercise.seats.values() if s.part == part}) <= 1


def test_what_an_empty_seat_leaves_stands_on_the_sheet_of_whom_it_follows(exercise: Exercise) -> None:
    four = seated(exercise, 4).exercise.seats
    assert four["upper-head"].knows == (
        *exercise.seats["upper-head"].knows, *exercise.seats["upper-adviser"].if_empty, *exercise.seats["upper-notes"].if_empty,
    )  # fmt: skip
    assert four["chair"].knows == (*exercise.seats["chair"].knows, *exercise.seats["co-mediator"].if_empty)
    assert not any(seat.if_empty for seat in four.values())
    eight = seated(exercise, 8).exercise.seats
    assert eight["upper-head"].knows == (*exercise.seats["upper-head"].knows, *exercise.seats["upper-notes"].if_empty)
    assert seated(exercise, 13).exercise.seats["upper-head"].knows == exercise.seats["upper-head"].knows


def test_nobody_is_named_who_does_not_sit_there(exercise: Exercise) -> None:
    four = seated(exercise, 4).exercise
    for seats in (*(m.seats for m in four.meetings.values()), *(i.to for i in four.injections.values())):
        assert {*seats} <= {*four.seats}
    assert four.injections["stones"].to == ("chair", "upper-head", "lower-head")
    assert four.injections["budget"].to == ("lower-principal",)  # the trainer's
    assert four.injections["forecast"].to == ()  # for everybody, as before
    only = replace(exercise.injections["stones"], to=("reporter",))
    assert "stones" not in seated(replace(exercise, injections={"stones": only}), 4).exercise.injections


def test_the_clock_of_few_people_is_theirs_alone(exercise: Exercise) -> None:
    assert exercise.few is not None
    for people in range(4, 14):
        minutes = {key: phase.minutes for key, phase in seated(exercise, people).exercise.phases.items()}
        full = {key: phase.minutes for key, phase in exercise.phases.items()}
        assert minutes == (full | exercise.few.minutes if people <= exercise.few.people else full)
    longer = replace(exercise, few=Few(people=8, minutes={"together": 22}))
    assert seated(longer, 8).exercise.phases["together"].minutes == 22
    assert seated(longer, 9).exercise.phases["together"].minutes == 30


def test_a_meeting_of_nobody_or_of_one_alone_falls_away(exercise: Exercise) -> None:
    for seats in (("upper-notes", "lower-notes"), ("upper-notes", "lake-union")):
        notes = replace(exercise.meetings["lower-alone"], seats=seats)
        found = seated(replace(exercise, meetings={**exercise.meetings, "lower-alone": notes}), 4).exercise
        assert "lower-alone" not in found.meetings
    assert [*found.meetings] == ["upper-alone", "session"]
    assert found.meetings["session"].after == ()
    assert found.phases["apart"].meetings == ("upper-alone",)


def test_two_may_take_a_seat_and_one_side_more_is_better_than_nobody_s_seat(exercise: Exercise) -> None:
    seats: dict[str, Seat] = {
        "chair": Seat(role="Chair", part="chair", of="saltmoor", people=(1, 3)),
        "upper-head": Seat(role="Head, Upper", part="head", of="upper"),
        "lower-head": Seat(role="Head, Lower", part="head", of="lower"),
        "upper-adviser": Seat(role="Adviser, Upper", part="adviser", of="upper", people=(0, 1)),
    }
    plain = replace(exercise, seats=seats, meetings={}, phases={}, injections={})
    amounts = {n: [s.people[0] for s in seated(plain, n).exercise.seats.values()] for n in (3, 4, 5, 6)}
    assert amounts == {3: [1, 1, 1], 4: [1, 1, 1, 1], 5: [2, 1, 1, 1], 6: [3, 1, 1, 1]}
    assert heirs(plain) == {}


def test_where_all_seats_may_stay_empty_heads_and_chair_come_first(exercise: Exercise) -> None:
    free = {key: replace(seat, people=(0, 1)) for key, seat in exercise.seats.items()}
    found = seated(replace(exercise, seats=free), 3).exercise.seats
    assert {key for key, seat in found.items() if seat.people != NOBODY} == {"chair", "upper-head", "lower-head"}
