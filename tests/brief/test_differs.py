"""What the accounts contradict each other in is told in the sentence itself, else under its own heading, and asked till judged."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from goodoffices.brief import build_outline
from goodoffices.brief.context import Context
from goodoffices.brief.outline import Outline
from goodoffices.brief.sections.unknown import MOST, unknowns
from goodoffices.case import Case

from ..case.cases import RECORD, small_case
from .cases import black_sea, examples, istanbul, labour, lines_of, section, small, texts, two_valleys, whole

TOLD = ("glance", "stands", "said", "outside", "outcome", "next")
ALL = [*examples(), two_valleys, labour]


def keys(outline: Outline) -> set[str]:
    return {s.id.removesuffix("-whole") for s in (*outline.sections, *outline.annex)}


def said_to_differ(outline: Outline, *sections: str) -> list[set[str]]:
    found = [whole(outline, key) for key in sections if key in keys(outline)]
    return [set(line.differs) for line in lines_of(tuple(found)) if line.differs]


@pytest.mark.parametrize("case", ALL)
def test_each_contradiction_is_told_once(case) -> None:
    outline = build_outline(case())
    above = said_to_differ(outline, *TOLD)
    below = [set(line.claims) for line in lines_of(whole(outline, "differs"))] if "differs" in keys(outline) else []
    pairs = Context.of(case()).contradicting
    assert pairs or case is istanbul
    decided = said_to_differ(outline, "judged")
    questions = {f.slot for f in case().record.findings}
    of = {frozenset((p.a, p.b)): slot for slot, found in case().comparison.slots.items() for p in found}
    for pair in pairs:
        told, again = any(pair <= one for one in above), any(pair <= one for one in below)
        if of[pair] in questions:  # told with what a person holds of it, wherever else a sentence tells it
            assert (any(pair <= one for one in decided), again) == (True, False), pair
        else:
            assert told is not again, pair


def undecided(case: Case) -> Case:
    return replace(case, record=replace(case.record, findings=()))


def test_a_day_told_in_two_ways_is_not_told_again(tmp_path: Path) -> None:
    outline = build_outline(small_case(tmp_path))
    (line,) = (x for x in lines_of(section(outline, "glance")) if {"a3", "b1"} <= set(x.differs))
    assert "1 March 2025 (The Paper)" in line.text
    assert "3 March 2025 (The Wire)" in line.text
    assert "differs" not in keys(outline)


def test_a_next_step_on_two_days_names_both_publishers() -> None:
    outline = build_outline(two_valleys())
    for key in ("glance", "next"):
        (line,) = (x for x in lines_of(whole(outline, key)) if set(x.differs) == {"A46", "B28"})
        year = "" if key == "glance" else " 2031"
        assert f"2 June{year} according to the Kelmarsk Courier" in line.text
        assert f"9 June{year} according to the Tavnis Post" in line.text
        assert line.marks == ()
    assert not any({"A46", "B28"} & set(line.claims) for line in lines_of(whole(outline, "differs")))


def test_what_no_sentence_tells_stands_under_its_own_heading() -> None:
    (line,) = lines_of(whole(build_outline(two_valleys()), "differs"))
    assert line.claims == line.differs == ("A24", "B05")
    assert "five hours (Kelmarsk Courier)" in line.text
    assert "nearly four hours (Tavnis Post)" in line.text


def test_the_gravest_differences_come_first() -> None:
    differ = [line.differs != () for line in lines_of(whole(build_outline(undecided(labour())), "differs"))]
    assert differ == sorted(differ, reverse=True)
    assert len(set(differ)) == 2
    told = texts(whole(build_outline(undecided(black_sea())), "differs"))
    assert told[0].startswith("How long the second renewal runs: 60 days (")


def test_what_was_written_before_it_could_be_known_is_told_as_that() -> None:
    (line,) = (x for x in lines_of(whole(build_outline(labour()), "differs")) if set(x.claims) == {"A03", "C17"})
    assert line.text.endswith("(written before it was known: Press office of the Brightwater Works).")
    assert line.differs == ()


# findings


def finding(tmp_path: Path, verdict: str, claims: str) -> Case:
    swaps = ("verdict: disputed, claims: [a3, b1]", f"verdict: {verdict}, claims: [{claims}]")
    return small_case(tmp_path, swaps)


@pytest.mark.parametrize(
    ("verdict", "claims", "first", "other"),
    [
        ("preferred", "b1", "on 3 March 2025", "The Paper: on 1 March 2025"),
        ("preferred", "a3", "on 1 March 2025", "The Wire: on 3 March 2025"),
        ("deprecated", "a3", "on 3 March 2025", "The Paper: on 1 March 2025"),
    ],
)
def test_a_finding_is_followed_and_signed_where_the_day_is_told(
    tmp_path: Path, verdict: str, claims: str, first: str, other: str
) -> None:
    text = texts(section(build_outline(finding(tmp_path, verdict, claims)), "glance"))[0]
    assert f"met {first} (" in text
    assert "(me prefers this" in text
    assert other in text


@pytest.mark.parametrize(("verdict", "claims", "word"), [
    ("disputed", "a3, b1", "Me leaves the day of the meeting of North and South open"),
    ("preferred", "b1", "Me prefers 3 March 2025"),
    ("deprecated", "b1", "Me holds 3 March 2025 to be wrong"),
])  # fmt: skip
def test_a_finding_stands_with_the_one_who_made_it_and_why(
    tmp_path: Path, verdict: str, claims: str, word: str
) -> None:
    outline = build_outline(finding(tmp_path, verdict, claims))
    (line,) = lines_of(whole(outline, "judged"))
    both = "1 March 2025 (The Paper) or 3 March 2025 (The Wire)"
    asked = "the day of the meeting of North and South"
    assert line.text == f"The accounts differ on {asked}: {both}. {word}: the two differ."
    assert (line.signed, line.signature) == ("me", "")
    assert set(claims.split(", ")) <= set(line.claims)
    assert "differs" not in keys(outline)


@pytest.mark.parametrize("verdict", ["preferred", "deprecated"])
def test_a_finding_that_tells_both_answers_rests_on_the_claims_of_both(tmp_path: Path, verdict: str) -> None:
    (line,) = lines_of(whole(build_outline(finding(tmp_path, verdict, "b1")), "judged"))
    assert set(line.claims) == set(line.differs) == {"a3", "b1"}


def test_a_finding_of_what_agrees_is_told_too(tmp_path: Path) -> None:
    agrees = ("value: 2025-03-03, words: on 3 March", "value: 2025-03-01, words: on 3 March")
    (line,) = small(tmp_path, "judged", agrees)
    assert (line.signed, line.claims) == ("me", ("a3", "b1"))


@pytest.mark.parametrize("case", ALL)
def test_judgement_is_signed_or_begins_with_its_author_and_is_set_apart(case) -> None:
    outline, context = build_outline(case()), Context.of(case())
    found = [*lines_of(whole(outline, "judged"))]
    assert found
    assert sum(line.signed != "" for line in found) == len(case().record.findings)
    named = {context.phrases.name(a.by).casefold() for a in case().talks.assessments}
    for line in found:
        who = re.split(r": | (?:is|are|spoke of|watches) ", line.text)[0].casefold()
        assert line.signed or any(name in who for name in named), line.text
    for part in outline.sections:
        if part.id not in ("judged", "unknown"):
            assert not [line for line in lines_of(part) if line.signed], part.id


# what is not known

UNKNOWN = {
    "a contradiction that nobody judged": (
        [(RECORD[RECORD.index("findings:"):], "findings: []\n")],
        "On which day was the meeting of North and South: 1 March 2025 (The Paper) or 3 March 2025 (The Wire)?",
    ),
    "a party that nobody lets speak": ([], "What does South say in its own words? "
     "Its one reported position apparently comes from The Board."),
    "a mandate": ([], "What is North's delegation authorised to accept? No report sets out its mandate."),
    "where the parties stand": ([], "Where does North stand on this: tolls? Where does South stand on this: water?"),
}  # fmt: skip


@pytest.mark.parametrize("kind", UNKNOWN)
def test_what_is_missing_is_asked(tmp_path: Path, kind: str) -> None:
    swaps, question = UNKNOWN[kind]
    assert question in [line.text for line in unknowns(Context.of(small_case(tmp_path, *swaps)))]


def test_the_day_of_a_meeting_that_no_report_dates_is_asked() -> None:
    (line,) = (x for x in unknowns(Context.of(istanbul())) if x.text.startswith("When were "))
    assert line.claims
    assert "2025" not in line.text


def test_a_contradiction_that_somebody_decided_is_not_asked_again(tmp_path: Path) -> None:
    for number, (verdict, asked) in enumerate({"disputed": True, "preferred": False, "deprecated": False}.items()):
        case = finding(tmp_path / str(number), verdict, "b1")
        assert any("On which day was" in line.text for line in unknowns(Context.of(case))) is asked


def test_two_meetings_that_may_be_one_are_so_in_somebodys_opinion() -> None:
    (line,) = (x for x in unknowns(Context.of(istanbul())) if "one meeting?" in x.text)
    assert line.signed == "analyst"


@pytest.mark.parametrize("case", ALL)
def test_four_questions_at_most_and_what_bears_on_the_result_first(case) -> None:
    told = texts(whole(build_outline(case()), "unknown"))
    assert len(told) <= MOST == 4
    known = [line.text for line in unknowns(Context.of(case()))]
    assert told == [text for text in known if text in told]  # but what a list above asks in the same words
    assert all("?" in text for text in told)
