"""What a draft tells in sentences of the program: who met, when, where, who led, each under its own condition."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from goodoffices.brief.beside import beside, doubted
from goodoffices.brief.context import Context
from goodoffices.brief.outline import lines_of
from goodoffices.brief.sections.glance import glance
from goodoffices.brief.sure import sure
from goodoffices.record import Claim
from goodoffices.talks import Talks

from ..case.cases import small_case
from .test_beside import drafted
from .test_passages import DRAFT

MET = "The Harbour Union and the Lenn Port Company met in Torvik on 3 June 2030."
LED = "Ivo Maren led the delegation of the Harbour Union."


def talks(folder: Path, a: str, b: str) -> Talks:
    case = drafted(folder, {"a.txt": f"{a}\n", "b.txt": f"{b}\n"})
    return sure(case, doubted(case, beside(case))).talks


def test_what_one_sentence_tells_and_no_report_tells_otherwise(tmp_path: Path) -> None:
    (meeting,) = talks(tmp_path, MET, "The Harbour Union said that it would go on. Torvik is a port.").meetings.values()
    assert (len(meeting.participants), meeting.date.text, meeting.place) == (2, "2030-06-03", "Torvik")


@pytest.mark.parametrize(
    "other",
    [
        "The Harbour Union and the Lenn Port Company met in Torvik on 5 June 2030.",
        "On 9 June 2030 the Lenn Port Company and the Harbour Union met in Torvik.",
        "The Lenn Port Company met the Harbour Union in Torvik on 4 June 2030.",
    ],
)
def test_a_day_that_another_report_tells_otherwise_is_not_told(tmp_path: Path, other: str) -> None:
    assert not any(meeting.date.said for meeting in talks(tmp_path, MET, other).meetings.values())


def test_a_head_is_told_whom_both_reports_name(tmp_path: Path) -> None:
    found = talks(tmp_path, f"{MET} {LED}", f"{MET} Maren said that the talks were hard.")
    assert [(d.of, d.head) for d in found.delegations.values()] == [("harbour-union", "maren")]


@pytest.mark.parametrize(
    "other",
    [
        f"{MET} Nobody said a word.",  # of whom one report alone knows, the other may have been told otherwise
        f"{MET} Dag Osk led the delegation of the Harbour Union. Maren stayed away.",
    ],
)
def test_a_head_is_not_told_whom_another_report_does_not_name_or_puts_aside(tmp_path: Path, other: str) -> None:
    found = talks(tmp_path, f"{MET} {LED}", other)
    assert not [d for d in found.delegations.values() if d.head == "maren"]


def test_where_more_sat_than_talk_it_is_not_told_who_met(tmp_path: Path) -> None:
    text = "Officers and soldiers met in Torvik on 3 June 2030."
    (meeting,) = talks(tmp_path, text, "The officers met the soldiers.").meetings.values()
    assert (meeting.participants, meeting.date.text, meeting.place) == ((), "2030-06-03", "Torvik")


@pytest.mark.parametrize(
    ("one", "other", "body"),
    [
        ("Platers", "Riggers' Union", "the Platers' and Riggers' Union"),
        ("Allied Nurses", "Midwives Association", "the Allied Nurses and Midwives Association"),
        ("Bakers", "Millers Federation", "the Bakers and Millers Federation"),
        ("Fishermen", "Sailors' Guild", "the Fishermen’ and Sailors' Guild"),
        ("Drivers", "Loaders Union", "the Drivers & Loaders Union"),
    ],
)
def test_the_halves_of_a_body_s_name_are_not_told_as_two(tmp_path: Path, one: str, other: str, body: str) -> None:
    case = small_case(tmp_path, DRAFT)
    north, south = (replace(case.talks.parties[key], name=name) for key, name in (("north", one), ("south", other)))
    claims = tuple(_who_met(claim) if claim.id == "a3" else claim for claim in case.record.claims)
    named = replace(case.talks, parties={"north": north, "south": south}, delegations={})
    case = replace(case, talks=named, record=replace(case.record, claims=claims))
    assert "first" in sure(case).talks.meetings
    told = {**case.texts, "press": f"{case.texts['press']}Only {body} came.\n"}
    assert "first" not in sure(replace(case, texts=told)).talks.meetings


def _who_met(claim: Claim) -> Claim:
    value, sure_ = ("north", "south"), Decimal("0.95")
    return replace(claim, predicate="parties", value=value, confidence=sure_, status="proposed")


@pytest.mark.parametrize(
    ("by", "confidence", "told"),
    [
        ("llm 0.1.0, reader-3", "0.8", True), ("llm 0.1.0, reader-3", "0.79", False), ("llm 0.1.0, reader-3", "0.5", False),
        ("plain 0.1.0", "0.8", False), ("plain 0.1.0", "0.85", True), ("llmx 0.1.0", "0.8", False), ("ann", "0.8", False),
    ],
)  # fmt: skip
def test_how_sure_who_met_has_to_be_depends_on_who_read_it(
    tmp_path: Path, by: str, confidence: str, told: bool
) -> None:
    case = small_case(tmp_path, DRAFT)
    named = {key: replace(case.talks.parties[key], name=key.capitalize()) for key in ("north", "south")}
    claims = tuple(
        replace(_who_met(claim), entered_by=by, confidence=Decimal(confidence)) if claim.id == "a3" else claim
        for claim in case.record.claims
    )
    case = replace(
        case, talks=replace(case.talks, parties=named, delegations={}), record=replace(case.record, claims=claims)
    )
    assert ("first" in sure(case).talks.meetings) == told


def test_two_bodies_named_one_after_the_other_are_two(tmp_path: Path) -> None:
    text = "The Dockers' Union and Harbour Board met in Torvik on 3 June 2030."
    (meeting,) = talks(
        tmp_path, text, "The Dockers' Union met the Harbour Board in Torvik on 3 June 2030."
    ).meetings.values()
    assert len(meeting.participants) == 2


PLANTED = Path(__file__).parent.parent / "data" / "planted"
GOES_ON = "Torvik is a port. It rained."


def at_a_glance(folder: Path, a: str, b: str) -> str:
    case = drafted(folder, {"a.txt": f"{a}\n", "b.txt": f"{b}\n"})
    return " ".join(line.text for line in lines_of(glance(Context.of(case))))


def test_two_days_of_one_meeting_stand_each_with_its_publisher(tmp_path: Path) -> None:
    pair = json.loads((PLANTED / "set1.json").read_text("utf-8"))["pairs"][6]
    text = at_a_glance(tmp_path, *(pair["accounts"][key]["text"] for key in "AB"))
    assert " on 13 November 2028 (Report A) or on 12 November 2028 (Report B)" in text


def test_one_day_told_by_both_stands_alone(tmp_path: Path) -> None:
    text = at_a_glance(
        tmp_path, MET, f"The Lenn Port Company met the Harbour Union in Torvik on 3 June 2030. {GOES_ON}"
    )
    assert "on 3 June 2030" in text
    assert " or " not in text


def test_where_it_is_not_sure_who_met_the_day_is_told_and_that_names_are_wanted(tmp_path: Path) -> None:
    text = at_a_glance(
        tmp_path, "Officers and soldiers met in Torvik on 3 June 2030.", "The officers met the soldiers."
    )
    assert text.startswith("A meeting took place in Torvik on 3 June 2030.")
    assert "name them with --party" in text


def test_a_town_within_the_name_of_a_house_is_told_once(tmp_path: Path) -> None:
    text = at_a_glance(
        tmp_path,
        "The Harbour Union and the Lenn Port Company met at the Torvik Palace in Torvik on 3 June 2030.",
        GOES_ON,
    )
    assert text.count("Torvik") == 1
