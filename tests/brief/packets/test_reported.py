"""An exercise made of a case that has none: sound whatever the case, with what reports tell and nothing of anybody's wishes."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from goodoffices.brief.packets import exercise_of, packets
from goodoffices.brief.packets.reported import OWN_WORDS
from goodoffices.case import Case, read_case
from goodoffices.case.marked_copy import marked_copy
from goodoffices.errors import UsageError

from ...case.cases import ISTANBUL, ROOT, make

EXAMPLES = sorted(p.parent for p in (ROOT / "examples").glob("*/talks.yaml"))


@pytest.fixture(scope="module")
def istanbul() -> Case:
    return read_case(ISTANBUL)


def copied(case: Case, folder: Path) -> Case:
    marked_copy(case, folder, exercise_of(case))
    return read_case(folder)


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_of_every_example_that_all_may_read_a_sound_exercise_is_made(folder: Path, tmp_path: Path) -> None:
    case = read_case(folder)
    try:
        made = copied(case, tmp_path / "copy")
    except UsageError as error:
        assert "not for everybody" in str(error)  # noqa: PT017
        return
    assert made.talks.exercise
    assert made.warnings == case.warnings or len(made.warnings) == len(case.warnings)
    assert made.exercise == exercise_of(case)


def test_the_day_of_istanbul(istanbul: Case) -> None:
    made = exercise_of(istanbul)
    assert {key: seat.part for key, seat in made.seats.items()} == {
        "chair": "chair", "co-mediator": "mediator", "russia-head": "head", "russia-adviser": "adviser",
        "russia-principal": "principal", "ukraine-head": "head", "ukraine-adviser": "adviser",
        "ukraine-principal": "principal", "usa-supporter": "supporter", "uk-supporter": "supporter",
        "france-supporter": "supporter", "germany-supporter": "supporter", "reporter": "press", "watcher": "observer",
    }  # fmt: skip
    assert made.seats["chair"].of == "turkey"
    assert [*made.meetings] == ["us-tr-ua", "tr-ru-ua", "direct", "western-advisers"]
    assert [phase.meetings for phase in made.phases.values() if phase.meetings] == [
        ("us-tr-ua",), ("tr-ru-ua",), ("western-advisers",), ("direct",),
    ]  # fmt: skip
    assert "russia-head" not in made.meetings["us-tr-ua"].seats
    assert "usa-supporter" not in made.meetings["tr-ru-ua"].seats


def test_positions_are_told_as_reported_with_who_tells_them(istanbul: Case) -> None:
    made = exercise_of(istanbul)
    for seat in ("head", "adviser", "principal"):
        wants = made.seats[f"ukraine-{seat}"].wants
        assert "Demands a full ceasefire (Rustem Umerov) [restated from sodailynews.com]." in wants
        assert OWN_WORDS not in wants
        wants = made.seats[f"russia-{seat}"].wants
        assert (
            wants[0]
            == "Demands broader negotiations (as reported, apparently by Volodymyr Zelensky) [restated from open4business.com.ua]."
        )
        assert wants[-1] == OWN_WORDS
    assert "Supports a 30-day ceasefire [restated from open4business.com.ua]." in made.seats["usa-supporter"].wants
    assert any("(Donald Trump)" in one for one in made.seats["usa-supporter"].wants)


def test_nobodys_wishes_are_invented(istanbul: Case) -> None:
    made = exercise_of(istanbul)
    assert (made.points, made.priorities, made.mandates, made.injections) == ({}, {}, {}, {})
    assert not any(seat.knows for seat in made.seats.values())


def test_no_seat_and_no_meeting_bears_a_person_s_name(istanbul: Case) -> None:
    made = exercise_of(istanbul)
    names = [person.name.split()[-1] for person in istanbul.talks.people.values()]
    told = [*(s.role for s in made.seats.values()), *(m.title or "" for m in made.meetings.values())]
    assert not [one for one in told for name in names if name in one]
    assert made.meetings["western-advisers"].title == (
        "Consultation of the United States, the United Kingdom, France and Germany"
    )


def test_the_case_itself_is_never_changed(tmp_path: Path) -> None:
    folder = make(tmp_path / "towns")
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    made = copied(read_case(folder), tmp_path / "held")
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before
    assert {p.name for p in (tmp_path / "held").rglob("*") if p.is_file()} == {
        "talks.yaml", "record.yaml", "exercise.yaml", "press.txt", "wire.txt",
    }  # fmt: skip
    assert "# The synthesis." in (tmp_path / "held" / "talks.yaml").read_text()
    assert made.exercise is not None
    assert len(packets(made)) == len(made.exercise.seats) + 6


@pytest.mark.parametrize("readers", ["readers: [team]\n", ""])
def test_what_is_not_for_everybody_goes_into_no_copy(tmp_path: Path, readers: str) -> None:
    folder = make(tmp_path / "towns")
    file = folder / ("talks.yaml" if readers else "record.yaml")
    old, new = ("title: Talks", f"{readers}title: Talks")
    if not readers:
        old, new = "    publisher: The Wire", "    publisher: The Wire\n    readers: [north]"
    file.write_text(file.read_text().replace(old, new))
    case = read_case(folder)
    with pytest.raises(UsageError, match="not for everybody"):
        marked_copy(case, tmp_path / "held", exercise_of(case))
    assert not (tmp_path / "held").exists()


def test_a_folder_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    case = read_case(make(tmp_path / "towns"))
    with pytest.raises(UsageError, match=re.escape("with files in it")):
        marked_copy(case, tmp_path / "towns", exercise_of(case))


def test_two_sides_whose_ids_look_alike_have_seats_of_their_own(istanbul: Case) -> None:
    parties = {f"{'a' * 30}{n}": party for n, party in enumerate(istanbul.talks.parties.values())}
    talks = replace(istanbul.talks, parties=parties, delegations={}, meetings={}, positions=(), issues={})
    made = exercise_of(replace(istanbul, talks=talks))
    heads = [key for key, seat in made.seats.items() if seat.part == "head"]
    assert len(heads) == 2
    assert {made.seats[key].of for key in heads} == {*parties}
