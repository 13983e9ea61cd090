"""The pages of the debriefing: what they tell of a day, what they tell only together with others, hostile words."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.brief.debriefing import debriefing_data, debriefing_outline
from goodoffices.brief.debriefing.table import ANSWERS_SHOWN, HeldTable
from goodoffices.brief.forms import outline_bytes
from goodoffices.brief.outline import Figure, Table
from goodoffices.proceedings import acts as a
from goodoffices.talks import Link
from goodoffices.talks.exercise import TRAINER

from ...amount import Cases
from ...proceedings.valley_talks import Day
from ...synthesis.export.held import a_day, random_day
from .held_tables import ended, exercise, section, table, words

ANSWERS = {
    "upper-head": {"mattered to us": "Summer water", "mattered to them": "Mill at Hask", "result": "3", "turned": "At nine."},
    "upper-adviser": {"mattered to us": "Summer water", "mattered to them": "Mill at Hask", "result": "5/7", "turned": "At noon."},
    "upper-scribe": {"mattered to us": "honour", "mattered to them": "SUMMER WATER!", "result": "good", "turned": "Never."},
    "lower-head": {"mattered to us": "mill", "mattered to them": "Summer water, and the Mill at Hask", "result": "7"},
}  # fmt: skip


SESSION = "Upper Tavnis, Lower Tavnis, Saltmoor Office and Lake Union"
"""A meeting without a title of its own is called by who met."""


def told(day: Day, id_: str) -> list[str]:
    return words([section(debriefing_outline([table(day)]), id_)])


def test_the_course_in_time() -> None:
    day = ended(a_day(), {})
    found = told(day, "course-1")
    assert f"0:00: {SESSION}: begins" in found
    assert any(one.endswith("Head of Lower Tavnis makes proposal 1") for one in found)
    assert any(one.endswith("Head of Upper Tavnis accepts proposal 1, ad referendum") for one in found)
    row = told(day, "proposed-1")[1].split(" | ")
    assert row[1] == "Mill at Hask: leased, only if Summer water: half"
    assert row[2] == "agreed by all; Upper Tavnis accepts, ad referendum"
    assert any("in secret" in one and "Upper Tavnis alone" in one for one in found)
    figure = section(debriefing_outline([table(day)]), "course-1").blocks[0]
    assert isinstance(figure, Figure)
    assert figure.chart is not None
    bars = figure.chart["layer"][1]["data"]["values"]
    assert [bar["row"] for bar in bars] == [f"1. {SESSION}", "2. Upper Tavnis alone", "3. Lower Tavnis alone"]
    assert all(bar["from"] <= bar["to"] for bar in bars)


def test_a_meeting_that_paused_has_two_stretches() -> None:
    day = Day().session()
    day.do(a.Adjourn(by="chair", meeting="session"))
    day.do(a.OpenMeeting(by="chair", meeting="session"))
    day.do(a.CloseMeeting(by="chair", meeting="session"))
    assert any(one.count(" to ") == 2 for one in told(ended(day, {}), "course-1") if one.startswith(f"{SESSION}:"))


def test_an_answer_is_told_of_the_form_that_was_answered() -> None:
    day = Day().session()
    proposal = day.proposal("lower-head", mill="sold")
    day.do(a.Refuse(by="upper-head", proposal=proposal))
    day.do(a.Amend(by="lower-head", proposal=proposal, package={"mill": "closed"}))
    day.do(a.Accept(by="upper-head", proposal=proposal))
    found = [one.partition(": ")[2] for one in told(ended(day, {}), "course-1")]
    assert found[-5:-1] == [
        "Head of Lower Tavnis makes proposal 1",
        "Head of Upper Tavnis refuses proposal 1",
        "Head of Lower Tavnis changes its proposal: proposal 1b",
        "Head of Upper Tavnis accepts proposal 1b",
    ]
    assert [one.split(" | ")[1:] for one in told(day, "proposed-1")[1:]] == [
        ["Mill at Hask: sold", "Upper Tavnis refuses"],
        ["Mill at Hask: closed", "agreed by all; Upper Tavnis accepts"],
    ]


def test_who_knew_what_when() -> None:
    found = told(ended(a_day(), {}), "known-1")
    proposal = next(one for one in found if "Proposal 1 of Head of Lower Tavnis" in one)
    # Upper Tavnis (2 of its 3 seats sat there), its principal, Lower Tavnis, its principal, mediation, others.
    assert [re.sub(r"^\d+:\d\d", "at", cell) for cell in proposal.split(" | ")[1:]] == [
        "at (2 of 3)", "–", "at (1 of 2)", "–", "at (1 of 2)", "at (1 of 4)"
    ]  # fmt: skip
    message = next(one for one in found if "Message of Head of Upper Tavnis" in one).split(" | ")
    assert [cell != "–" for cell in message[1:]] == [True, False, True, False, True, False]
    hidden = next(one for one in found if "held in secret" in one).split(" | ")
    assert [cell != "–" for cell in hidden[1:]] == [True, False, False, False, False, False]


def test_messages_before_and_after_carrying() -> None:
    day = a_day()
    found = told(ended(day, {}), "messages-1")
    assert found[1].split(" | ") == [
        "Head of Upper Tavnis for Lower Tavnis, gist", "“We could live with half.”",
        "“There may be movement.” (Chair of Saltmoor Office)",
    ]  # fmt: skip
    other = Day().session()
    other.do(a.HandOver(by="upper-head", to="lower", words="Never say it.", rule="keep"))
    other.do(a.HandOver(by="lower-head", to="upper", words="Say it.", rule="gist"))
    other.do(a.HandOver(by="chair", to="upper", words="An idea."))
    ends = [one.split(" | ")[-1] for one in told(ended(other, {}), "messages-1")[1:]]
    assert ends == ["It was given to be kept.", "It was not carried.", "“An idea.”"]


def test_warnings_and_what_the_principal_said() -> None:
    found = told(ended(a_day(), {}), "warnings-1")
    assert "Mill at Hask: leased (must be referred) | confirmed after" in found[1]
    day = Day().session()
    day.do(a.Accept(by="upper-head", proposal=day.proposal("lower-head", mill="sold")))
    assert told(ended(day, {}), "warnings-1")[1].endswith(
        "(not in the mandate) | nothing: it stood ad referendum to the end"
    )


def test_perceived_against_actual_priorities() -> None:
    day = Day(exercise()).session()
    found = told(ended(day, ANSWERS), "priorities-1")
    assert "Upper Tavnis, as the author wrote it: Summer water and Mill at Hask, the weightiest first" in found
    assert "Upper Tavnis, named by itself: Summer water 2, something else 1 (of 3 answers)" in found
    assert "Lower Tavnis, named by the other side: Mill at Hask 2, Summer water 1 (of 3 answers)" in found
    assert "2 of 3 answers of the other side named Mill at Hask, which the author put first." in found
    assert any(one.startswith("Lower Tavnis, named by itself: Fewer than 3 answers") for one in found)


def test_without_an_authors_word_no_order_is_told() -> None:
    found = told(ended(Day(exercise(with_points=False)).session(), ANSWERS), "priorities-1")
    assert not [one for one in found if "the author" in one]


def test_satisfaction_is_told_together() -> None:
    outline = debriefing_outline([table(ended(Day().session(), ANSWERS))])
    found = words([section(outline, "satisfaction")])
    assert "With the result: 5.0 on average, from 3 to 7 (3 answers)" in found, "`good` is no number"
    assert not [one for one in found if "oneself" in one], "nobody answered that"


def test_of_fewer_than_three_answers_nothing_is_told() -> None:
    two = {
        seat: {"turned": f"Canary {seat}", "result": "1", "mattered to us": "Canary"}
        for seat in ("upper-head", "lower-head")
    }
    outline = debriefing_outline([table(ended(Day(exercise()).session(), two))])
    assert "Canary" not in json.dumps(debriefing_data(outline))
    assert "Fewer than 3 answers" in " ".join(words(outline.sections))
    assert "1.0" not in " ".join(words([section(outline, "satisfaction"), section(outline, "compared")]))


KEYS = ("turned", "mattered to us", "mattered to them", "question 1")


@given(st.dictionaries(st.sampled_from(("upper-head", "upper-adviser", "lower-head", "chair", "press")),
                       st.sets(st.sampled_from(KEYS), min_size=1)))  # fmt: skip
def test_the_words_of_an_answer_are_told_only_with_two_others_to_the_same_question(
    answered: dict[str, set[str]],
) -> None:
    answers = {seat: {key: f"canary {seat} {key}" for key in keys} for seat, keys in answered.items()}
    outline = debriefing_outline([table(ended(Day(exercise()).session(), answers))])
    told = json.dumps(debriefing_data(outline))
    for key in KEYS:
        many = sum(key in keys for keys in answered.values())
        for seat, keys in answered.items():
            shown = key in keys and many >= 3 and key in ("turned", "question 1")
            assert (f"canary {seat} {key}" in told) == shown


def test_the_charter_may_have_said_that_all_is_shown() -> None:
    day = Day(exercise(ANSWERS_SHOWN.capitalize() + ".")).session()
    outline = debriefing_outline([table(ended(day, {"upper-head": ANSWERS["upper-head"]}))])
    found = words(outline.sections)
    assert "“At nine.”" in found
    assert "Head of Upper Tavnis | Summer water | Mill at Hask | 3 |  |  | " in found
    assert "With the result: 3.0 on average, all 3 (1 answer)" in found


def test_words_of_answers_stand_without_their_seats_in_the_order_of_the_alphabet() -> None:
    found = told(ended(Day().session(), ANSWERS), "turned-1")
    assert found[1:5] == ["When it turned", "“At nine.”", "“At noon.”", "“Never.”"]
    assert not [one for one in found if "Head" in one]


def test_tables_beside_each_other() -> None:
    first, second = Day(exercise()).session(), Day(exercise()).session()
    first.do(a.Accept(by="upper-head", proposal=first.proposal("lower-head", mill="closed", water="half")))
    outline = debriefing_outline([table(ended(first, ANSWERS)), table(ended(second, {}), 2)])
    found = words([section(outline, "compared")])
    assert "Agreed | on all issues | no agreement" in found
    assert "Worth to Upper Tavnis (no deal: 15) | 20 | –" in found
    assert "Content with the result | 5.0 | –" in found
    assert "Table 2: The course of the day" in [one.title for one in outline.sections]


def test_the_frontier_with_what_was_proposed() -> None:
    day = Day(exercise()).session()
    day.do(a.Accept(by="upper-head", proposal=day.proposal("lower-head", mill="leased", water="two-thirds")))
    day.proposal("upper-head", mill="closed", water="two-thirds")
    day.proposal("upper-head", mill="closed", water="half")
    day.proposal("upper-head", mill="sold")
    outline = debriefing_outline([table(ended(day, {}))])
    rows = next(block for block in section(outline, "proposed-1").blocks if isinstance(block, Table)).rows
    assert [[" ".join(line.text for line in cell) for cell in row][3:] for row in rows] == [
        ["70", "35", "yes"],
        ["60", "5", "no: worth less than no deal to Lower Tavnis"],
        ["20", "40", "no: another is as good for all and better for one"],
        ["–", "–", "it leaves issues open"],
    ]
    figure = section(outline, "packages").blocks[0]
    assert isinstance(figure, Figure)
    assert figure.chart is not None
    numbers = [v["number"] for layer in figure.chart["layer"] for v in layer["data"]["values"] if "number" in v]
    assert sorted(set(numbers)) == ["1", "2", "3"]
    low, high = figure.chart["encoding"]["y"]["scale"]["domain"]
    assert low < 5 < high, "what was worth least is within the frame"


def test_what_crosses_a_red_line_is_not_of_the_frontier() -> None:
    drawn = exercise()
    line = replace(drawn.points["upper"], red_lines={"mill": ("leased",)})
    day = Day(replace(drawn, points={**drawn.points, "upper": line})).session()
    day.proposal("lower-head", mill="leased", water="two-thirds")
    assert told(ended(day, {}), "proposed-1")[1].endswith("| 70 | 35 | no: a red line of Upper Tavnis")


def test_what_breaks_a_tie_is_not_of_the_frontier() -> None:
    """More for one that the other has nothing for cannot be had, whatever it is worth."""
    day = Day(exercise()).session()
    day.proposal("lower-head", mill="leased", water="two-thirds")
    tie = Link(if_={"water": ("two-thirds",)}, then={"mill": ("sold",)})
    free = table(ended(day, {}))
    tied = replace(free, setting=replace(free.setting, public=replace(free.setting.public, ties=(tie,))))
    rows = [told_of(one) for one in (free, tied)]
    assert rows[0].endswith("| 70 | 35 | yes")
    assert rows[1].endswith("| 70 | 35 | no: it cannot be had without something else, as the briefing says")


def told_of(one: HeldTable) -> str:
    """The last row of what was proposed."""
    rows = next(b for b in section(debriefing_outline([one]), "proposed-1").blocks if isinstance(b, Table)).rows
    return " | ".join(" ".join(line.text for line in cell) for cell in rows[-1])


@pytest.mark.parametrize("with_points", [False])
def test_without_points_there_is_no_frontier(with_points: bool) -> None:
    outline = debriefing_outline([table(ended(Day(exercise(with_points=with_points)).session(), {}))])
    assert not [one for one in outline.sections if one.id == "packages"]
    assert "Worth" not in " ".join(words(outline.sections))


def test_a_day_of_which_nothing_is_entered_has_pages() -> None:
    outline = debriefing_outline([table(Day(begun=False))], trainer=True)
    assert outline.subtitle == "Not yet begun; 1 table; 13 seats"
    assert b"EXERCISE" in outline_bytes(".html", outline)


HOSTILE = (
    "<script>alert(1)</script> </svg> {{7*7}} \\u0007 #eval(1) *bold* | `x` \u202eesrever \x1b[31m “ \n09:00 x السلام"
)


@pytest.mark.parametrize("ending", [".html", ".pdf", ".docx", ".md"])
def test_hostile_words_are_shown_and_never_obeyed(ending: str) -> None:
    day = Day(exercise(ANSWERS_SHOWN)).session()
    day.do(a.OpenMeeting(by="chair", seats=("chair", "upper-head"), title=HOSTILE[:150]))
    day.do(a.HandOver(by="upper-head", to="lower", words=HOSTILE))
    day.do(a.ReadBack(by="chair", meeting="session", points=(a.PointToRead(kind="agreed", words=HOSTILE),)))
    day.do(a.Object(by="upper-head", point=[*day.state.facts.points][-1], words=HOSTILE))
    outline = debriefing_outline([table(ended(day, {"upper-head": {"turned": HOSTILE, "mattered to us": HOSTILE}}))])
    data = outline_bytes(ending, outline)
    assert b"<script>" not in data
    assert "\u202e".encode() not in data or ending == ".pdf"
    if ending == ".html":
        assert data.count(b"</svg>") == sum(isinstance(b, Figure) for one in outline.sections for b in one.blocks)


def test_any_day_has_its_pages(cases: Cases) -> None:
    for seed in range(cases(2, 25)):
        day = random_day(seed).day
        outline = debriefing_outline([table(ended(day, ANSWERS))])
        data = debriefing_data(outline)
        assert data["exercise"] is True
        assert outline_bytes(".md", outline)


def test_same_day_same_pages() -> None:
    day = ended(Day(exercise()).session(), ANSWERS)
    assert outline_bytes(".html", debriefing_outline([table(day)])) == outline_bytes(
        ".html", debriefing_outline([table(day)])
    )


def test_it_says_for_whom_it_is() -> None:
    day = ended(Day().session(), {}, reveal=False)
    assert debriefing_outline([table(day)], trainer=True).label == "EXERCISE · For the trainer"
    assert "the trainer has not yet shown this to all" in " ".join(
        debriefing_outline([table(day)], trainer=True).notices
    )
    assert not table(day).revealed
    with pytest.raises(ValueError, match="not shown to all yet"):
        debriefing_outline([table(ended(Day().session(), {})), table(day, 2)])
    day.do(a.Reveal(by=TRAINER))
    assert table(day).revealed
