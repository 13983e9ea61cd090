"""Results that name only a question and the answer to it: those of one meeting stand in one sentence, and none of them is lost."""

from pathlib import Path

import pytest

from goodoffices.brief import build_outline
from goodoffices.brief.context import Context
from goodoffices.brief.sections.new_events import results
from goodoffices.case import Case, read_case

from ..case.cases import RECORD, TALKS, make, swap
from .cases import lines_of, section, texts, whole

ISSUES = "issues:\n"
MORE = """issues:
  road: {title: Weir road, options: {open: opened at night, shut: kept shut}}
  toll: {title: Toll, options: {none: no toll}}
  ferry: {title: Ferry, options: {daily: a ferry each day}}
"""


def told(tmp_path: Path, agreed: str, not_agreed: str = "") -> list[str]:
    talks = swap(swap(TALKS, ISSUES, MORE), "outcome:\n", f"outcome:\n  agreed:\n{agreed}")
    talks = swap(talks, "  not_agreed:\n", f"  not_agreed:\n{not_agreed}")
    return texts(whole(build_outline(read_case(make(tmp_path, talks))), "outcome"))


HALF = "North wants a half"
ROAD = "    - {text: 'Weir road: opened at night', issue: road, option: open, meeting: first, unsourced: seen}\n"
TOLL = "    - {text: 'Toll: no toll', issue: toll, option: none, meeting: first, unsourced: seen}\n"


def test_question_and_answer_stand_in_one_sentence_in_the_order_of_the_issues(tmp_path: Path) -> None:
    (line,) = (x for x in told(tmp_path, TOLL + ROAD) if "road" in x)
    assert line.endswith(", agreement was reached on weir road (opened at night) and toll (no toll) (seen).")


@pytest.mark.parametrize(
    "other",
    [
        TOLL.replace("'Toll: no toll'", "No toll until the harvest"),  # words of its own
        TOLL.replace("meeting: first", "meeting: second"),
        TOLL.replace("unsourced", "by: [north], unsourced"),
        TOLL.replace("unsourced", "due: 2025-05-01, unsourced"),
        TOLL.replace("issue: toll, option: none, ", ""),
        TOLL.replace("unsourced", "between: [north], unsourced"),
    ],
)
def test_what_says_more_stands_alone(tmp_path: Path, other: str) -> None:
    lines = told(tmp_path, ROAD + other)
    assert not any("road" in x and "oll" in x for x in lines), lines
    assert sum("road" in x.casefold() or "toll" in x.casefold() for x in lines) == 2, lines


def test_what_was_not_agreed_stands_apart_from_what_was(tmp_path: Path) -> None:
    open_ = "".join(
        f"    - {{text: {title}, issue: {issue}, meeting: first, unsourced: seen}}\n"
        for issue, title in (("ferry", "Ferry"), ("toll", "Toll"))
    )
    lines = told(tmp_path, ROAD, open_)
    assert [x for x in lines if "ferry" in x] == ["On 1 March 2025, no agreement was reached on toll and ferry (seen)."]
    assert ["opened at night" in x for x in lines if "road" in x] == [True]


CLAIM = """\
  - {id: %s, source: press, entered_by: me, type: outcome, subject: first, predicate: agreed, value: '%s', words: %s}
"""


def claimed(tmp_path: Path) -> Case:
    toll, road = (one.replace("unsourced: seen", f"claims: [{key}]") for one, key in ((TOLL, "z1"), (ROAD, "z2")))
    talks = swap(swap(TALKS, ISSUES, MORE), "outcome:\n", f"outcome:\n  agreed:\n{toll}{road}")
    more = CLAIM % ("z1", "Toll: no toll", HALF) + CLAIM % ("z2", "Weir road: opened at night", HALF)
    return read_case(make(tmp_path, talks, swap(RECORD, "claims:\n", f"claims:\n{more}")))


def test_all_their_claims_stand_behind_it(tmp_path: Path) -> None:
    lines = lines_of(whole(build_outline(claimed(tmp_path)), "outcome"))
    assert [line.claims for line in lines if "road" in line.text] == [("z2", "z1")]


def test_of_several_only_the_new_ones_are_told_as_new(tmp_path: Path) -> None:
    context = Context.of(claimed(tmp_path))
    assert [line.claims for line in results(context, {"z1"})] == [("z1",)]
    assert [line.claims for line in results(context, {"z1", "z2"})] == [("z2", "z1")]


def test_at_a_glance_of_many_questions_the_questions_alone(tmp_path: Path) -> None:
    names = {"weir": "Weir", "mill": "Mill", "gate": "Gate", "fee": "Fee"}
    issues = "issues:\n" + "".join(
        f"  {key}: {{title: {name}, options: {{o: by half}}}}\n" for key, name in names.items()
    )
    agreed = "".join(
        f"    - {{text: '{name}: by half', issue: {key}, option: o, meeting: first, unsourced: seen}}\n"
        for key, name in names.items()
    )
    talks = swap(swap(TALKS, ISSUES, issues), "outcome:\n", f"outcome:\n  agreed:\n{agreed}")
    outline = build_outline(read_case(make(tmp_path, talks)))
    assert any(
        "agreement was reached on weir, mill, gate and fee" in x.lower() for x in texts(section(outline, "glance"))
    )
    assert any("weir (by half), mill (by half)" in x for x in texts(whole(outline, "outcome")))
