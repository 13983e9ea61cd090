"""What came of it, what is next, what was said and who stands outside the room."""

from dataclasses import replace
from pathlib import Path

import pytest

from goodoffices.brief import brief_data, build_outline
from goodoffices.case import read_case
from goodoffices.talks import Outcome, Remark

from ..case.cases import TALKS, make, small_case, swap
from .cases import black_sea, examples, istanbul, labour, lines_of, section, terminal, texts, two_valleys, whole

# what came of it


def test_each_kind_of_words_stands_as_english_lets_it() -> None:
    told = texts(whole(build_outline(black_sea()), "outcome")) + texts(whole(build_outline(two_valleys()), "outcome"))
    for begins in (
        "On 17 July 2023, there was no further renewal", "On 13 July 2022, agreement was reached on a joint coordination centre",
        "The two sides agreed to send each other", "There was no agreement on water, nor",
    ):  # fmt: skip
        assert sum(text.startswith(begins) for text in told) == 1, begins


def test_how_many_sources_tell_it_is_told() -> None:
    told = texts(whole(build_outline(labour()), "outcome"))
    assert any("(Hask Evening Ledger and The Ladle)" in x for x in texts(whole(build_outline(labour()), "next")))
    # Of one thing the other source says the same in other words; of several it tells a part, and is not counted for the whole.
    assert any("no agreement on wages (Hask Evening Ledger and The Ladle)" in text for text in told)
    water = texts(whole(build_outline(two_valleys()), "outcome"))
    assert "There was no agreement on water, nor, according to the Tavnis Post, on mill or ford." in water
    assert any("(only the press office of the Brightwater Works)" in text for text in told)
    outline = build_outline(istanbul())
    assert texts(whole(outline, "outcome")) == ["There was no immediate agreement (sodailynews.com)."]
    assert "open4business.com.ua (A, written during the talks)" in outline.subtitle  # and so could not tell it


def test_who_signed_what_for_whom_is_told_with_its_day() -> None:
    (paper,) = (x for x in lines_of(whole(build_outline(black_sea()), "outcome")) if x.text.startswith("Memorandum"))
    for word in ("22 July 2022", "Andrey Belousov for Russia", "António Guterres for the United Nations", "3 years"):
        assert word in paper.text
    assert paper.claims


@pytest.mark.parametrize("predicate", ["result", "agreed"])
def test_what_came_of_a_meeting_is_never_told_as_no_result(predicate: str) -> None:
    case = istanbul()
    claim = replace(case.claims["B38"], id="Z1", predicate=predicate, value="a joint statement", modality="asserted")
    remark = Remark(text="Result: a joint statement", claims=("Z1",))
    meeting = replace(case.talks.meetings["direct"], remarks=(remark,))
    talks = replace(case.talks, meetings={**case.talks.meetings, "direct": meeting}, outcome=Outcome())
    record = replace(case.record, claims=(*case.record.claims, claim))
    anchors = {**case.anchors, "Z1": case.anchors["B38"]}
    text = terminal(build_outline(replace(case, talks=talks, record=record, anchors=anchors)))
    assert "No report tells what came of it" not in text
    assert text.count("[Z1]") >= 2


# what comes next

NEXT = "  next:\n    - {text: They meet again, meeting: first, between: [north, south], unsourced: seen}\n"
OUTCOME = "outcome:\n"
BOTH_SIT = ("delegations: [team], claims: [a4]", "participants: [north, south], claims: [a4]")
LATER = ("{text: They meet again, meeting: first,", "{text: They meet again, meeting: first, date: 2027-05,")
SAME_DAY = ("second: {date: 2025-03-02,", "second: {date: 2025-03-01,")
DATED = ("{text: They meet again, meeting: first,", "{text: They meet again, date: 2025-03-01,")


@pytest.mark.parametrize(
    ("swaps", "ahead"),
    [
        ((), True),  # the second meeting is one of North alone
        ((BOTH_SIT,), False),
        ((BOTH_SIT, (NEXT, NEXT.replace("meeting: first", "meeting: second"))), True),
        ((BOTH_SIT, DATED), False),
        ((BOTH_SIT, (DATED[0], "{text: They meet again, date: 2025-04,")), True),
        ((BOTH_SIT, (DATED[0], "{text: They meet again,")), True),  # neither day nor meeting: nothing overtakes it
        # Two meetings on one day, and in the first of them a day that is still to come.
        ((BOTH_SIT, SAME_DAY, LATER), True),
        ((BOTH_SIT, SAME_DAY), False),  # it may have been the meeting of which they spoke
        ((BOTH_SIT, LATER), False),  # in between they met on another day
    ],
)
def test_a_next_step_that_a_later_meeting_overtook_is_told_as_such(
    tmp_path: Path, swaps: tuple[tuple[str, str], ...], ahead: bool
) -> None:
    talks = swap(TALKS, OUTCOME, OUTCOME + NEXT)
    for old, new in swaps:
        talks = swap(talks, old, new)
    case = read_case(make(tmp_path, talks))
    assert brief_data(case)["outcome"]["next"][0]["overtaken"] is not ahead
    outline = build_outline(case)
    assert any("ey meet again" in x for x in texts(section(outline, "glance"))) is ahead
    (line,) = (x for x in lines_of(whole(outline, "next")) if "ey meet again" in x.text)
    assert line.text.startswith("It is planned that ") is ahead
    assert line.text.startswith("Planned at an earlier meeting: ") is not ahead
    assert line.marks == ("unsourced",)


def test_what_is_still_ahead_comes_before_what_was_announced_long_ago() -> None:
    told = [text.startswith("It is planned that ") for text in texts(whole(build_outline(black_sea()), "next"))]
    assert told == [True, True, False]


# what was said


@pytest.mark.parametrize("case", [*examples(), two_valleys, labour])
def test_what_was_said_names_who_said_it(case) -> None:
    outline = build_outline(case())
    names = {
        case().names.label(key) for key in (*case().talks.people, *case().talks.parties, *case().talks.third_parties)
    }
    for line in lines_of(whole(outline, "said")):
        assert any(name.casefold() in line.text.casefold() for name in names), line


@pytest.mark.parametrize(
    ("case", "claim", "words"),
    [
        (
            labour,
            "A14",
            " on the Brightwater Works's delegation: “Nobody at this table can sign for Penn” "
            "(Hask Evening Ledger). Penn is Aldous Penn (Chairman, Tarn Holdings Ltd.).",
        ),
        (
            istanbul,
            "A38",
            " disputes the mandate of Russia's delegation, saying that it has no authority to make decisions.",
        ),
    ],
)
def test_what_disputes_a_mandate_names_whose_and_is_told_once(case, claim: str, words: str) -> None:
    (line,) = (x for x in lines_of(whole(build_outline(case()), "said")) if claim in x.claims)
    assert line.text.endswith(words)


def test_no_side_speaks_alone_where_another_spoke() -> None:
    told = texts(whole(build_outline(black_sea()), "said"))
    assert any(text.startswith("Russia ") for text in told)
    assert any(text.startswith("Ukraine ") for text in told)


def test_a_party_of_which_no_statement_is_told_is_named() -> None:
    assert "Neither source reports a statement by Russia." in terminal(build_outline(istanbul()))


def test_only_an_originals_own_words_stand_in_quotation_marks(tmp_path: Path) -> None:
    quoted = [x for x in texts(whole(build_outline(two_valleys()), "said")) if "“" in x]
    assert quoted == [
        "Upper Tavnis's Works Minister Maren Olvik: “Nobody in arms will walk along the weir” (Kelmarsk Courier)."
    ]
    assert not [x for x in texts(build_outline(istanbul()).sections) if "“" in x]
    assert not [x for x in texts(build_outline(small_case(tmp_path)).sections) if "“" in x]


# outside the room


def test_who_backs_the_same_is_told_in_one_sentence() -> None:
    told = texts(whole(build_outline(istanbul()), "outside"))
    assert "European countries and the United States support a 30-day ceasefire." in told
    assert "China supports direct talks between Russia and Ukraine." in told


def test_no_party_stands_outside() -> None:
    for case in (istanbul(), black_sea(), labour(), two_valleys()):
        names = [case.names.label(key) for key in case.talks.parties]
        for text in texts(whole(build_outline(case), "outside")):
            assert not text.startswith(tuple(names)), text


@pytest.mark.parametrize(
    "words",
    [
        "The next meeting is proposed for 2 May 2027",
        "Two rounds are planned in the spring",
        "A third day is set for 2 May 2027",
        "The next visit is due in spring",
        "The envoys are expected in spring",
        "A second round is scheduled for the spring",
    ],
)
def test_what_says_itself_that_it_is_to_come_is_told_as_it_is(tmp_path: Path, words: str) -> None:
    talks = swap(TALKS, OUTCOME, OUTCOME + NEXT.replace("They meet again", words))
    told = texts(whole(build_outline(read_case(make(tmp_path, talks))), "next"))
    assert [text for text in told if text.startswith(words)], told
