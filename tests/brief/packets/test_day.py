"""The day as the sheets tell it: a place for every seat in every phase, the chair's minutes, the debriefing's, few people."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import get_args

import pytest

from goodoffices.brief.packets import Held, Packet, packet_bytes, packets
from goodoffices.brief.packets.chair_day import chair_section, shares
from goodoffices.brief.packets.debriefing_steps import debriefing
from goodoffices.brief.packets.few_people import few_section
from goodoffices.brief.packets.places import LINES, places, who_is_there
from goodoffices.brief.packets.print_pdf import FULL, _sizes, pages
from goodoffices.brief.pdf.press import SIZES
from goodoffices.case import Case, read_case
from goodoffices.case.exercise_sense import AT_HAND
from goodoffices.case.seating import NOBODY, bounds, heirs, seated
from goodoffices.errors import UsageError
from goodoffices.talks import Exercise, Part, PhaseKind, Shown

from ...amount import Cases
from ...case.cases import TWO_VALLEYS
from .exercises import SECRET, Drawn, held, only_what


@pytest.fixture(scope="module")
def valleys() -> Case:
    return read_case(TWO_VALLEYS)


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return held(tmp_path_factory.mktemp("exercise") / "towns")


def exercise_of(case: Case) -> Exercise:
    assert case.exercise is not None
    return case.exercise


def made(case: Case, people: int | None = None) -> dict[str, Packet]:
    return {packet.key: packet for packet in packets(case, people)}


def text(packet: Packet) -> str:
    return packet_bytes(".html", packet).decode()


def test_every_part_has_a_place_in_every_kind_of_phase() -> None:
    """In a phase of meetings those for whom there is none are the ones of whom `check` warns."""
    for kind in get_args(PhaseKind):
        assert {*LINES[kind]} == ({*AT_HAND} if kind == "meeting" else {*get_args(Part)})


def test_every_seat_is_told_where_it_is_in_each_phase(valleys: Case) -> None:
    for people in (None, 4, 7, 12):
        here = Held(valleys, exercise_of(valleys))
        here = here if people is None else here.with_people(people)
        for key in here.exercise.seats:
            told = [*places(here, key)]
            assert [clock for clock, _, _ in told] == [f"{m // 60}:{m % 60:02}" for _, _, m in here.clock()], key
            assert not [line for _, _, lines in told for line in lines if "{" in line]


def test_what_the_author_says_of_a_place_is_what_stands_there(valleys: Case) -> None:
    exercise = exercise_of(valleys)
    reporter = replace(exercise.seats["reporter"], places={"reading-back": "at the door: you hear nothing"})
    here = Held(valleys, replace(exercise, seats={**exercise.seats, "reporter": reporter}))
    told = {phase: lines for _, phase, lines in places(here, "reporter")}
    assert told[here.phase("reading-back")] == ("at the door: you hear nothing",)
    assert "you come in" in {phase: lines for _, phase, lines in places(Held(valleys, exercise), "reporter")}[
        here.phase("reading-back")
    ][0]  # fmt: skip


CLOCK = re.compile(r"^\d+:\d\d$")


def minutes(clock: str) -> int:
    hours, rest = clock.split(":")
    return int(hours) * 60 + int(rest)


@pytest.mark.parametrize("people", [None, 4])
def test_the_chair_s_sheet_follows_the_clock(valleys: Case, people: int | None) -> None:
    here = Held(valleys, exercise_of(valleys))
    here = here if people is None else here.with_people(people)
    rows = [[cell[0].text for cell in row] for row in chair_section(here).blocks[1].rows]  # type: ignore[union-attr]
    times = [minutes(clock) for clock, _, _ in rows if CLOCK.match(clock)]
    assert len(times) == len(rows)
    assert times == sorted(times)
    steps = {name: minutes(clock) for clock, name, _ in rows}
    due = here.held_at()
    apart = [minutes(clock) for clock, name, _ in rows if "Three questions only" in name]
    assert apart == [due["upper-alone"][0], due["lower-alone"][0]]
    assert due["session"][0] == steps["Open"] < steps["Ask"] < steps["Put together"] < due["session"][1]
    assert steps["Last referral"] == here.last_referral
    assert steps["Read back"] < steps["The whole"] < steps["Close"] < here.talks_end


def test_a_chair_without_a_clock_has_the_steps(valleys: Case) -> None:
    bare = replace(exercise_of(valleys), phases={}, injections={}, few=None)
    (block,) = chair_section(Held(valleys, bare)).blocks
    assert [line.lead for line in block.lines][:2] == ["Open", "Ask"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("weights", "length"), [([5, 4, 5, 7, 6, 6, 5, 3, 9], 50), ([1], 7), ([1, 1, 1], 10), ([6, 2, 2], 3)]
)
def test_shares_fill_the_stretch_and_nothing_is_lost(weights: list[int], length: int) -> None:
    found = [*shares(weights, 100, 100 + length), 100 + length]
    assert found[0] == 100
    assert all(one <= next_ for one, next_ in pairwise(found))
    whole = sum(weights)
    parts = [b - a for a, b in pairwise(found)]
    assert all(abs(part - length * w / whole) <= 1 for part, w in zip(parts, weights, strict=True))


def test_the_steps_of_the_debriefing_have_minutes_that_come_to_the_whole(valleys: Case) -> None:
    for people in (None, 4):
        here = Held(valleys, exercise_of(valleys))
        here = here if people is None else here.with_people(people)
        table = next(iter(debriefing(here))).blocks[0]
        told = [int(row[1][1].text.removesuffix(" min")) for row in table.rows]  # type: ignore[union-attr]
        assert sum(told) == 50
        assert min(told) >= 3
        first = [row[1][0].text for row in table.rows]  # type: ignore[union-attr]
        assert first[:3] == ["Alone", "Out of the roles", "What was seen"]
        assert first[-1] == "Questions"
        seen = next(row[2][0].text for row in table.rows if row[1][0].text == "What was seen")  # type: ignore[union-attr]
        assert seen.startswith("The observer tells" if people is None else "You tell")


def test_what_is_shown_at_the_end_is_what_the_charter_names_and_no_seat_has_it(valleys: Case) -> None:
    exercise = exercise_of(valleys)
    table: dict[tuple[Shown, ...], int] = {
        (): 0, ("known",): 0, ("points",): 1, ("mandates",): 1, ("points", "mandates"): 2,
    }  # fmt: skip
    for shown, sheets in table.items():
        charter = replace(exercise.charter, shown=shown)
        told = made(replace(valleys, exercise=replace(exercise, charter=charter)))
        poster = told.get("trainer-shown-at-the-end")
        assert len(poster.sheets if poster else ()) == sheets
        assert ("Each reads out" in text(told["trainer"])) is ("known" in shown)
    poster = made(valleys)["trainer-shown-at-the-end"]
    assert all("For the trainer only" in sheet.outline.label for sheet in poster.sheets)
    assert not [words for seat in exercise.seats.values() for words in seat.knows if words.strip() in text(poster)]


def test_with_few_people_every_time_is_theirs(valleys: Case) -> None:
    exercise = exercise_of(valleys)
    here = Held(valleys, exercise)
    four = here.with_people(4)
    assert four.minutes == here.minutes == 150
    assert (four.last_referral, four.talks_end) == (85, 100)
    told = made(valleys, 4)
    assert {key for key in told if key.startswith("seat-")} == {
        f"seat-{k}" for k in ("chair", "upper-head", "upper-principal", "lower-head", "lower-principal", "lake-union")
    }
    only_many = {f"{m // 60}:{m % 60:02}" for _, _, m in here.clock()} - {
        f"{m // 60}:{m % 60:02}" for _, _, m in four.clock()
    }
    assert only_many == {"0:25", "0:41", "1:11", "1:17"}
    for key, packet in told.items():
        if key == "seat-chair":
            continue  # it has minutes between those of the phases, which its own test looks at
        assert not [clock for clock in only_many if re.search(rf"(?<!\d){clock}(?!\d)", text(packet))], key


def test_the_plan_for_many_has_the_day_of_few_beside_it(valleys: Case) -> None:
    exercise = exercise_of(valleys)
    section = few_section(Held(valleys, exercise))
    assert section is not None
    assert section.title == "With 4 people, and with up to 5"
    lines = " ".join(line.text for line in section.blocks[1].lines)  # type: ignore[union-attr]
    assert "You observe" in lines
    assert "You answer for the principals" in lines
    assert "The last referral is taken at 1:25" in lines
    assert few_section(Held(valleys, replace(exercise, few=None))) is None
    assert few_section(Held(valleys, exercise).with_people(4)) is None


def test_a_sheet_of_one_page_is_one_and_letters_fill_what_two_pages_have(valleys: Case) -> None:
    """Who has little to read has one page, not two of which one is half empty; usual letters are the smallest that do it."""
    told = made(valleys)
    assert [pages(told[f"seat-{key}"])[0] for key in ("chair", "lake-union", "reporter", "observer")] == [1, 1, 1, 1]
    assert [pages(told[f"seat-{key}"])[0] for key in ("upper-head", "lower-head", "upper-principal")] == [2, 2, 2]
    sizes = {key: _sizes(told[f"seat-{key}"])[0] for key in ("lake-union", "upper-head", "lower-adviser")}
    assert sizes["lake-union"] in FULL
    assert sizes["lower-adviser"] >= SIZES[0]
    assert sizes["upper-head"] >= 9  # the longest of them: still to be read by those who need glasses


def test_all_read_who_is_where_when_no_meeting_is_due(valleys: Case) -> None:
    exercise = exercise_of(valleys)
    for people, said in (
        (None, {"text": "everybody at the wall, but the principals; the press outside",
                "reading-back": "everybody at one table, but the principals; the press comes in and listens"}),
        (6, {"text": "everybody at the wall, but the principals", "reading-back": "everybody at one table, but the principals"}),
        (4, {"text": "everybody at the wall", "reading-back": "everybody at one table"}),
    ):  # fmt: skip
        here = Held(valleys, exercise)
        here = here if people is None else here.with_people(people)
        assert {key: who_is_there(here, here.exercise.phases[key]) for key in said} == said
        page = text(made(valleys, people)["for-all"])
        assert all(words[1:] in page for words in said.values())


@pytest.mark.parametrize(
    ("partial", "words"),
    [(True, "At the end what is left is read as a whole"), (False, "At the end the whole is read")],
)
def test_where_a_part_does_not_count_the_whole_is_read(valleys: Case, partial: bool, words: str) -> None:
    exercise = exercise_of(valleys)
    charter = replace(exercise.charter, partial=partial)
    assert words in text(made(replace(valleys, exercise=replace(exercise, charter=charter)))["for-all"])


def test_the_sheet_of_a_principal_whom_nobody_plays_is_for_whoever_answers(valleys: Case) -> None:
    four, six = (text(made(valleys, n)["seat-upper-principal"]) for n in (4, 6))
    for words in ("never to a whole of less than 50 points", "What it is worth to your side"):
        assert words in four
        assert words in six
    for words in ("Where you are, and when", "send your delegation an instruction", "You are not in the talks"):
        assert words not in four
        assert words in six


@pytest.mark.parametrize("people", [0, 3, 14, -1])
def test_a_number_for_which_there_are_no_seats_is_refused(valleys: Case, people: int) -> None:
    with pytest.raises(UsageError, match="expected a number from 4 to 13"):
        packets(valleys, people)


def test_every_role_sheet_keeps_to_two_pages_for_any_number(valleys: Case) -> None:
    for people in (4, 8):
        for packet in packets(valleys, people):
            if packet.key.startswith("seat-"):
                assert pages(packet)[0] <= 2, (people, packet.key)


def test_a_trainer_who_is_the_principals_needs_no_room_and_no_slips_for_them(valleys: Case) -> None:
    four, six = made(valleys, 4), made(valleys, 6)
    assert "one for the principals" not in text(four["trainer"])
    assert "one for the principals" in text(six["trainer"])
    assert "Fetch the principals" not in text(four["trainer"])
    cards = [[b.title for b in told["trainer-to-cut-out"].sheets[0].blanks] for told in (four, six)]
    assert [sum(title.startswith("Principal") for title in titles) for titles in cards] == [0, 2]
    assert "Instruction" not in text(four["seat-lower-principal"])
    assert "Instruction" in text(six["seat-lower-principal"])
    assert "The trainer answers for the principals" in text(four["for-all"])
    assert "One person sits in the seats of all principals" in text(made(valleys, 5)["for-all"])


def test_nothing_leaks_with_any_number_of_people(towns: Case, cases: Cases) -> None:
    """A seat's packet is the same whatever others know; what an empty seat leaves it is its own then."""
    for number in range(cases(4, 120)):
        full, other = Drawn(number, 2 * number).exercise(), Drawn(number, 2 * number + 1).exercise()
        people = bounds(full)[1] - number % bounds(full)[1]
        now = seated(full, people).exercise.seats
        ours = made(replace(towns, exercise=full), people)
        # Also of a seat that leaves nothing whoever would have it knows that it is nothing.
        all_leave = replace(full, seats={key: replace(one, if_empty=("x",)) for key, one in full.seats.items()})
        for seat in ("", *now):
            mixed = only_what(seat, full, other)
            left = {key for key, to in heirs(all_leave).items() if to == seat and key not in now}
            seats = {k: replace(s, if_empty=full.seats[k].if_empty) if k in left else s for k, s in mixed.seats.items()}
            anew = made(replace(towns, exercise=replace(mixed, seats=seats)), people)
            for key in (f"seat-{seat}",) if seat else ("for-all", "wall", "forms", "debriefing"):
                assert ours[key] == anew[key], (number, people, seat)


def test_a_head_without_an_adviser_is_told_what_that_seat_leaves(towns: Case) -> None:
    full = Drawn(3, 3).exercise()
    least = bounds(full)[0] + 4
    now = seated(full, least).exercise.seats
    told = made(replace(towns, exercise=full), least)
    heired = [(key, to) for key, to in heirs(full).items() if key not in now and to in now and now[to].people != NOBODY]
    assert heired
    for key, to in heired:
        assert all(words in text(told[f"seat-{to}"]) for words in full.seats[key].if_empty)
    assert SECRET not in text(told["for-all"])
