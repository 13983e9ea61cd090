"""What is told of a party on the talking points, in a draft too, and how the page is printed in each form."""

import re
from pathlib import Path
from typing import Any

import pytest

from goodoffices.brief import build_talking_points, talking_points_bytes, talking_points_data
from goodoffices.brief.html import html_text
from goodoffices.case import Case
from goodoffices.talks import Day, Issue, Outcome, Proposal, Statement

from .cases import NASTY, hostile, istanbul, terminal, two_valleys, word
from .points import (
    OURS,
    SESSION,
    WATER,
    agreed,
    asked,
    claim,
    condition,
    labour,
    lines,
    position,
    told,
    towns,
)

# How things are told.

TOLD: dict[str, tuple[Case, list[str]]] = {
    "its own word": (towns([OURS]), ["Demands a half (its own word)."]),
    "by a person on a day": (
        towns([position("p", "north", "half", told_by="ann", said_on=Day.parse("2031-05-02"))]),
        ["Demands a half (Ann Aker, 2 May 2031)."],
    ),
    "in a meeting with a day": (
        towns([position("p", "north", "half", told_by="ann", meeting="m")], meetings=SESSION),
        ["Demands a half (Ann Aker, 2 May 2031)."],
    ),
    "in a meeting on whose day the accounts differ": (
        towns(
            [position("p", "north", "half", told_by="ann", meeting="m")],
            [claim("a1", type="meeting", subject="m", predicate="date", value="2031-05-02", issue=None, option=None),
             claim("b1", "b", type="meeting", subject="m", predicate="date", value="2031-05-09", issue=None, option=None)],
            meetings=SESSION,
        ),
        ["Demands a half (Ann Aker)."],
    ),
    "by the report": (
        towns([position("p", "north", "half", told_by=None, claims=("a1",))], [claim("a1")]),
        ["Demands a half (reported by The Post)."],
    ),
    "by the party's own paper": (
        towns([position("p", "north", "half", told_by=None, claims=("a1",))], [claim("a1")], sides={"a": "north"}),
        ["Demands a half (its own word)."],
    ),
    "by the opponent, after its own word": (
        towns([position("q", "north", "most", "refuses", told_by="sue"), OURS]),
        ["Demands a half (its own word).", "Refuses most of it, according to Sue Strand. *"],
    ),
    "a proposal": (
        towns(proposals=(Proposal(id="r", by="ann", text="a paper", issue="water", unsourced="x"),)),
        ["Proposes a paper (Ann Aker)."],
    ),
    "a statement on the issue": (
        towns(
            [OURS], [claim("a1", type="statement")],
            statements=(Statement(id="s", by="ann", text="the ford stays shut", claims=("a1",)),),
        ),
        ["Demands a half (its own word).", "Ann Aker said that the ford stays shut."],
    ),
    "replaced": (towns([OURS, position("q", "north", "most", supersedes="p")]), ["Demands most of it (its own word)."]),
    "nothing": (towns(), ["No report tells a position."]),
    "agreed": (towns(outcome=Outcome(agreed=(agreed(),))), ["Agreed: a half."]),
    "an accepted claim that nobody has entered": (towns(claims=[claim("a1")]), ["The Post: “North wants a half.”"]),
}  # fmt: skip


@pytest.mark.parametrize("situation", TOLD)
def test_who_tells_it_on_which_day_is_told(situation: str) -> None:
    case, wanted = TOLD[situation]
    assert told(case, "north") == wanted


def test_what_rests_on_no_claim_says_why() -> None:
    (line,) = (line for line in lines(towns([OURS])) if line.text.startswith("Demands"))
    assert (line.text, line.marks) == ("Demands a half (its own word) (x).", ("unsourced",))


def test_the_day_of_a_meeting_has_its_claim() -> None:
    (line,) = (line for line in lines(istanbul()) if line.text.startswith("Demands an immediate withdrawal"))
    assert [istanbul().claims[key].predicate for key in line.claims] == ["demands", "date"]


# A draft.


def test_in_a_draft_the_report_s_own_words_stand_and_nobody_is_asked() -> None:
    case = towns(
        [position("p", "north", "half", told_by=None, claims=("a1",))], [claim("a1", status="proposed")], draft=True
    )
    assert told(case, "north") == ["The Post: “North wants a half.”"]
    assert asked(case, "north") == asked(case, "south") == []
    (line,) = lines(case)
    assert (line.marks, line.words, line.claims) == (("proposed",), "report", ("a1",))


@pytest.mark.parametrize("entry", ["proposals", "statements", "conditions"])
def test_in_a_draft_no_entry_is_lost_that_nobody_has_accepted(entry: str) -> None:
    rests: Any = {"by": "north", "claims": ("a1",), "unsourced": None}
    made: Any = {
        "proposals": Proposal(id="r", text="a paper", issue="water", option="half", **rests),
        "statements": Statement(id="s", text="a paper", **rests),
        "conditions": condition(only_if="no toll", **rests),
    }
    one: Any = {entry: (made[entry],)}
    waiting, counted = claim("a1", status="proposed", type="statement"), claim("b1", "b", subject="south")
    case = towns([position("q", "south", "most", claims=("b1",))], [waiting, counted], draft=True, **one)
    assert told(case, "north") == ["The Post: “North wants a half.”"]
    assert WATER not in asked(case, "north")


def test_in_a_draft_without_issues_the_passages_stand_beside_them() -> None:
    case = towns(claims=[claim("a1", status="proposed", issue=None, option=None)], issues={}, draft=True)
    assert told(case, "north", None) == ["The Post: “North wants a half.”"]
    assert "No issue of the talks is recorded yet." in terminal(build_talking_points(case))


def test_where_a_proposed_claim_may_be_on_the_issue_no_silence_is_told() -> None:
    waiting = claim("a1", status="proposed", issue=None, option=None)
    case = towns(
        [position("q", "south", "most", claims=("b1",))],
        [waiting, claim("b1", "b", subject="south", option="most")],
        draft=True,
    )
    assert WATER not in asked(case, "north")
    assert "No report tells a position." not in told(case, "north")
    assert asked(case, "south") == []


def test_a_proposed_claim_counts_for_nothing_where_the_case_is_no_draft() -> None:
    assert asked(towns(claims=[claim("a1", status="proposed")]), "north") == [WATER]


# The forms.


def test_every_form_prints_it() -> None:
    case, outline = istanbul(), build_talking_points(istanbul(), by="R. Quill")
    question = "Where do you stand on the ceasefire?"
    page = html_text(outline)
    forms = {
        "html": page, "md": talking_points_bytes(".md", case, outline).decode(),
        "docx": word(talking_points_bytes(".docx", case, outline)), "pipe": terminal(outline),
    }  # fmt: skip
    for name, text in forms.items():
        assert "Talking points: Direct talks between Ukraine and Russia, Istanbul, May 2025" in text, name
        assert "By R. Quill" in text, name
        assert question in text, name
    assert "restated from open4business.com.ua" in page.replace("<bdi>", "").replace("</bdi>", "")
    assert "pairs of accounts" not in page


def test_the_annex_has_the_claims_that_are_named_and_no_other() -> None:
    outline = build_talking_points(istanbul())
    assert {*outline.cards} == {key for line in lines(istanbul()) for key in line.claims}


def test_the_data_hold_the_statements_and_the_points() -> None:
    case = istanbul()
    data = talking_points_data(case, build_talking_points(case))
    first = data["points"][0]
    assert (first["issue"], first["title"], first["differ"]) == ("ceasefire", "Ceasefire", False)
    assert first["parties"][0]["ask"][0] == {
        "ground": "silence",
        "text": "Where do you stand on the ceasefire?",
        "claims": [],
    }
    texts = {entry["text"].split(": ", 1)[1] for entry in data["statements"] if entry["kind"] == "statement"}
    assert [entry["text"] for entry in data["statements"] if entry["kind"] == "note"][-1].startswith(
        "* Not in the party's own words."
    )
    assert data["by"] is None
    assert talking_points_data(case, build_talking_points(case, by="Ann Lee"))["by"] == "Ann Lee"
    assert {q["text"] for p in data["points"] for row in p["parties"] for q in row["ask"]} <= texts


@pytest.mark.parametrize("words", NASTY.values(), ids=NASTY)
def test_words_of_a_case_are_shown_and_do_nothing(tmp_path: Path, words: str) -> None:
    case = hostile(tmp_path, words)
    outline = build_talking_points(case)
    page = html_text(outline)
    tags = re.findall(r"<[a-zA-Z][^>]*>", page)
    assert not [
        tag
        for tag in tags
        if re.match(r"<(?:script|img|link|iframe)", tag) or re.search(r"""\s(?:on\w+|src|href)=["'](?!#)""", tag)
    ]
    assert "\u202e" not in page
    assert "\x1b" not in terminal(outline)


def test_an_issue_without_a_known_article_is_asked_behind_a_colon() -> None:
    case = towns(
        issues={
            "x": Issue(title="Access", options={"y": "a way in"}),
            "y": Issue(title="Cooperation", options={"z": "z"}),
        }
    )
    assert asked(case, "north", "x") == ["Where do you stand on this: access?"]
    assert asked(case, "north", "y") == ["Where do you stand on this: cooperation?"]


@pytest.mark.browser
@pytest.mark.parametrize("case", [istanbul, two_valleys, labour])
def test_it_is_printed_on_one_page(case, browser) -> None:
    page = browser.new_page()
    page.set_content(html_text(build_talking_points(case(), by="R. Quill")))
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


@pytest.mark.browser
def test_on_a_narrow_screen_nothing_is_wider(browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.set_content(html_text(build_talking_points(labour())))
    widths = page.evaluate(
        "[document.documentElement.scrollWidth, ...[...document.querySelectorAll('td')].map(t => t.offsetWidth)]"
    )
    page.close()
    assert widths[0] <= 320
    assert min(width for width in widths[1:] if width) > 200
