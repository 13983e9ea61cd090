"""The tables of a workbook: what stands in which row, in which words and order."""

from itertools import pairwise
from pathlib import Path

import pytest

from goodoffices.brief.sheet import build_workbook
from goodoffices.brief.sheet.positions import SILENCE
from goodoffices.case import Case, seen
from goodoffices.record import GRAVITY, Relation
from goodoffices.talks import Day

from ..case.cases import small_case
from .cases import black_sea, istanbul, two_valleys
from .sheets import NAMES, table

EXAMPLES = [istanbul, black_sea, two_valleys]


@pytest.mark.parametrize("case", EXAMPLES)
def test_the_sheets_and_their_order(case) -> None:
    assert [sheet.name for sheet in build_workbook(case()).sheets] == NAMES


@pytest.mark.parametrize("case", EXAMPLES)
def test_every_row_has_a_value_for_each_column(case) -> None:
    for sheet in build_workbook(case()).sheets:
        assert {len(row) for row in sheet.rows} <= {len(sheet.columns)}


# Positions.


def position(case: Case, claims: str) -> dict[str, object]:
    (row,) = (row for row in table(case, "Positions") if row["Claims"] == claims)
    return row


def test_a_position_told_by_one_s_own_people() -> None:
    row = position(istanbul(), "A39 A40")
    assert row == {
        "Issue": "Ceasefire", "Party": "Ukraine", "Option": "a 30-day ceasefire", "Stance": "supports",
        "Told by": "Volodymyr Zelensky (Ukraine)", "Party's own word": "yes", "Day said": Day.parse("2025-05-16"), "Round": "",
        "Meeting": "", "Stands": "yes", "Replaces": "", "Publisher": "open4business.com.ua", "Claims": "A39 A40",
        "Status": "accepted", "Accounts": "",
    }  # fmt: skip


def test_a_position_in_the_opponent_s_mouth_is_not_the_party_s_word() -> None:
    row = position(istanbul(), "A41")
    assert row["Told by"] == "Volodymyr Zelensky (Ukraine), or the source itself"
    assert row["Party's own word"] == "no, the other side's"


def test_a_position_told_by_a_third_party_is_not_the_party_s_word() -> None:
    row = position(black_sea(), "Q02")
    assert (row["Told by"], row["Party's own word"]) == ("António Guterres (United Nations)", "no")


def test_the_party_s_own_statement_is_its_word_and_a_newspaper_s_is_left_open() -> None:
    statement, newspaper = position(black_sea(), "R02"), position(black_sea(), "C05")
    assert (statement["Told by"], statement["Party's own word"]) == ("the source itself", "yes")
    assert (newspaper["Told by"], newspaper["Party's own word"]) == ("the source itself", "not said")


def test_doubt_about_one_s_own_people_is_told(tmp_path: Path) -> None:
    case = small_case(tmp_path, ("stance: demands, claims: [a5]", 'stance: demands, told_by: "ann?", claims: [a5]'))
    row = position(case, "a5")
    assert row["Told by"] == "Ann (North), or the source itself"
    assert row["Party's own word"] == "yes, or the source's word"


def test_a_delegation_that_tells_has_the_name_of_its_party(tmp_path: Path) -> None:
    case = small_case(tmp_path, ("stance: demands, claims: [a5]", "stance: demands, told_by: team, claims: [a5]"))
    assert position(case, "a5")["Told by"] == "the delegation of North (North)"


def test_what_a_later_position_replaces_is_told_in_words(tmp_path: Path) -> None:
    case = small_case(
        tmp_path, ("stance: demands, claims: [a5]", "stance: calls_for, said_on: about 2025-03-04, claims: [a5]")
    )
    later, earlier = position(case, "b2"), position(case, "a5")
    assert (later["Replaces"], later["Stands"]) == ("calls for: a half\nabout 2025-03-04", "yes")
    assert (earlier["Replaces"], earlier["Stands"]) == ("", "replaced")


def test_positions_stand_by_issue_then_party_then_day() -> None:
    case = black_sea()
    rows = table(case, "Positions")
    issues = [case.talks.issues[key].title or key for key in case.talks.issues]
    thirds = {party.name for party in case.talks.third_parties.values()}
    keys = [(issues.index(row["Issue"]), row["Party"] in thirds, row["Party"]) for row in rows]
    assert keys == sorted(keys)
    for one, next_ in pairwise(rows):
        days = one["Day said"], next_["Day said"]
        if (one["Issue"], one["Party"]) == (next_["Issue"], next_["Party"]) and all(d and d.first for d in days):
            assert days[0].first <= days[1].first


def test_a_position_of_no_day_stands_at_the_day_of_its_meeting(tmp_path: Path) -> None:
    case = small_case(
        tmp_path, ("stance: demands, claims: [a5]", "stance: demands, said_on: 2025-03-02, claims: [a5]"),
        ("stance: demands, supersedes: p1", "stance: demands, meeting: first"),
    )  # fmt: skip
    assert [row["Claims"] for row in table(case, "Positions") if row["Party"] == "North"][:2] == ["b2", "a5"]


def test_silence_stands_beside_what_the_other_side_is_told_to_want() -> None:
    rows = [row for row in table(istanbul(), "Positions") if row["Option"] == SILENCE]
    assert {(row["Issue"], row["Party"]) for row in rows} >= {("Ceasefire", "Russia"), ("Ukraine and NATO", "Ukraine")}
    assert not [row for row in rows if row["Issue"] == "Principles of a settlement"]
    assert all(value is None for row in rows for key, value in row.items() if key not in ("Issue", "Party", "Option"))


@pytest.mark.parametrize("case", EXAMPLES)
def test_every_position_has_its_row(case) -> None:
    rows = [row for row in table(case(), "Positions") if row["Option"] != SILENCE]
    assert len(rows) == len(case().talks.positions) > 5


# Claims.


@pytest.mark.parametrize("case", EXAMPLES)
def test_every_claim_has_its_row_and_its_words(case) -> None:
    claims, rows = [c for c in case().record.claims if c.status != "rejected"], table(case(), "Claims")
    assert [(c.id, c.words) for c in claims] == [(row["Claim"], row["Words"]) for row in rows]


def test_a_claim_in_words() -> None:
    rows = {row["Claim"]: row for row in table(istanbul(), "Claims")}
    row = rows["A42"]
    assert (row["Subject"], row["Predicate"], row["Who speaks"]) == (
        "Russia", "demands", "the source, quoting Volodymyr Zelensky (or the source itself)"
    )  # fmt: skip
    assert (rows["A03"]["Subject"], rows["A03"]["Value"]) == (
        "Direct talks of Ukraine and Russia",
        "Ukraine and Russia",
    )
    assert rows["A36"]["Predicate"] == "absent from"
    assert {row["Text"] for row in rows.values()} == {"restated"}


def test_no_restatement_looks_like_a_quotation() -> None:
    for row in table(istanbul(), "Claims"):
        assert row["Text"] == "restated"
        assert not row["Words"].startswith(("“", '"', "«", "„"))


LIMIT = ("printed: 2025-03-05\n", "printed: 2025-03-05\n    quote_limit: 8\n")


def test_no_more_of_a_publisher_s_words_than_may_be_quoted(tmp_path: Path) -> None:
    rows = {row["Claim"]: row for row in table(small_case(tmp_path, LIMIT), "Claims")}
    assert (rows["a1"]["Text"], rows["a1"]["Words"]) == ("original", "Ann, may…")
    assert rows["a2"]["Words"] == "led for …"
    assert (rows["b2"]["Text"], rows["b2"]["Words"]) == ("restated", "North wanted most of it")


def test_a_restatement_is_ours_and_has_no_limit(tmp_path: Path) -> None:
    case = small_case(tmp_path, ("entered_on: 2025-04-10", "entered_on: 2025-04-10\n    quote_limit: 3"))
    assert {row["Claim"]: row["Words"] for row in table(case, "Claims")}["b1"] == "on 3 March"


def test_rejected_claims_are_left_out_and_edited_ones_stay(tmp_path: Path) -> None:
    case = small_case(tmp_path, ("entered_by: me, status: edited", "entered_by: me, status: rejected"))
    assert "a7" not in {row["Claim"] for row in table(case, "Claims")}
    (tmp_path / "other").mkdir()
    assert {r["Claim"]: r["Status"] for r in table(small_case(tmp_path / "other"), "Claims")}["a7"] == "edited"


def test_contradicted_claims_are_marked(tmp_path: Path) -> None:
    case = small_case(tmp_path)
    assert {row["Accounts"] for row in table(istanbul(), "Claims")} == {""}
    rows = {row["Claim"]: row["Accounts"] for row in table(case, "Claims")}
    assert (rows["a3"], rows["b1"], rows["a4"]) == ("contradicted", "contradicted", "")


# Meetings.


def test_the_meetings_of_istanbul() -> None:
    rows = table(istanbul(), "Meetings")
    assert [row["Order"] for row in rows] == [1, 2, 3, "not known"]
    direct = rows[2]
    assert direct["Day"] == Day.parse("2025-05-16")
    assert (direct["Place"], direct["Venue"], direct["Format"]) == ("Istanbul", "Dolmabahçe Palace", "bilateral")
    assert direct["Who met"] == "Russia\nUkraine"
    assert direct["Roles"].split("\n")[:3] == ["Turkey: mediator", "Turkey: host", "Hakan Fidan (Turkey): host"]
    assert direct["Absent"] == "Vladimir Putin, who sent Vladimir Medinsky"
    assert direct["Round"] == "Istanbul, May 2025"
    assert direct["Same meeting as"].startswith("trilateral meeting of Turkey, Russia and Ukraine (possible; analyst: ")
    assert {"A01", "A07", "A36"} <= set(direct["Claims"].split())


def test_who_met_stands_by_the_alphabet() -> None:
    for row in table(black_sea(), "Meetings"):
        names = row["Who met"].split("\n")
        assert names == sorted(names)


# Sources.


def test_the_sources_of_istanbul() -> None:
    a, b = table(istanbul(), "Sources")
    assert (a["Source"], a["Publisher"], a["Address"][:30]) == (
        "A",
        "open4business.com.ua",
        "https://open4business.com.ua/e",
    )
    assert (a["Printed"].text, a["Written"], a["Side"], a["Language"]) == ("not said", "during", "press", "en")
    assert (b["Text"], b["Independent of"], b["Claims counted"], b["Claims proposed"]) == (
        "restated",
        "all others",
        44,
        0,
    )


def test_one_witness_is_told(tmp_path: Path) -> None:
    case = small_case(tmp_path, ("publisher: The Wire\n", "publisher: The Wire\n    derived_from: press\n"))
    assert [row["Independent of"] for row in table(case, "Sources")] == ["none of the others"] * 2
    found = {row["Independent of"] for row in table(black_sea(), "Sources")}
    assert "all others" in found


# Differences.


@pytest.mark.parametrize("case", EXAMPLES)
def test_the_gravest_difference_comes_first_and_agreement_is_none(case) -> None:
    order = [relation.value.replace("_", " ") for relation in GRAVITY]
    told = [order.index(row["Relation"]) for row in table(case(), "Differences") if row["Relation"]]
    assert told == sorted(told)
    pairs = [p for p in case().comparison.pairs() if p[2] is not Relation.AGREE]
    assert len(told) == len(pairs) > 0


def test_a_difference_in_words_and_the_finding_on_it(tmp_path: Path) -> None:
    first = table(small_case(tmp_path), "Differences")[0]
    assert first == {
        "Question": "meeting of North and South: on which day was it?",
        "One account": "The Paper: meeting of North and South, day: 1 March 2025",
        "The other": "The Wire: meeting of North and South, day: 3 March 2025",
        "Relation": "contradicts", "Claims": "a3 b1", "Finding": "disputed: a3 b1", "By": "me", "Reason": "the two differ",
    }  # fmt: skip


def test_a_position_is_asked_for_with_its_issue() -> None:
    first = table(istanbul(), "Differences")[0]
    assert first["Question"] == "Where does Ukraine stand? Ceasefire"
    assert first["Relation"] == "differs qualifier"


def test_a_judgement_on_what_does_not_differ_is_not_lost(tmp_path: Path) -> None:
    case = small_case(tmp_path, ("value: 2025-03-03, words: on 3 March", "value: 2025-03-01, words: on 3 March"))
    last = table(case, "Differences")[-1]
    assert (last["Relation"], last["Finding"], last["Reason"]) == ("", "disputed: a3 b1", "the two differ")


@pytest.mark.parametrize("case", EXAMPLES)
def test_no_placeholder_stands_in_a_question(case) -> None:
    for row in table(case(), "Differences"):
        assert not {"EVENT", "ACTOR", "PARTY", "ISSUE", "DOCUMENT", "PERSON", "SPEAKER", "SUBJECT"} & set(
            row["Question"].split()
        )
        assert row["Question"][:1]


# A day, and a draft.


def test_as_of_a_day_later_sources_are_left_out_and_it_is_told() -> None:
    day = Day.parse("2022-11-30").first
    assert day is not None
    case = seen(black_sea(), day)
    sources = table(case, "Sources", "2022-11-30")
    assert 0 < len(sources) < len(black_sea().record.sources)
    assert {row["Source"] for row in table(case, "Claims")} <= {row["Source"] for row in sources}
    notes = [row["What to know"] for row in table(case, "About", "2022-11-30") if row["About"] == "Note"]
    assert notes == ["As it could be known on 2022-11-30: later sources are left out."]


DRAFT = (
    ("title: Talks of two towns", "title: Talks of two towns\ndraft: true"),
    ("words: North wants a half, entered_by: me", "words: North wants a half, entered_by: me, status: proposed, confidence: 0.83"),
    ("words: The Board — grün — chaired, entered_by: me", "words: The Board — grün — chaired, entered_by: me, status: proposed"),
)  # fmt: skip


def test_what_is_proposed_is_marked_in_a_draft(tmp_path: Path) -> None:
    case = small_case(tmp_path, *DRAFT)
    assert (position(case, "a5")["Status"], position(case, "b2")["Status"]) == ("proposed", "accepted")
    meetings = {row["Meeting"]: row for row in table(case, "Meetings")}
    first = next(row for row in meetings.values() if row["Roles"])
    assert (first["Roles"], first["Status"]) == ("The Board: chair [proposed]", "proposed")
    claims = {row["Claim"]: row for row in table(case, "Claims")}
    assert (claims["a5"]["Status"], str(claims["a5"]["Confidence"])) == ("proposed", "0.83")
    assert [(r["Claims counted"], r["Claims proposed"]) for r in table(case, "Sources")] == [(7, 2), (2, 0)]
    assert any(row["What to know"].startswith("A draft: ") for row in table(case, "About"))


def test_what_rests_on_no_claim_says_so_and_why(tmp_path: Path) -> None:
    case = small_case(tmp_path, ("stance: demands, claims: [a5]", "stance: demands, unsourced: known to all"))
    row = position(case, "none: known to all")
    assert (row["Status"], row["Publisher"], row["Party's own word"]) == ("unsourced", "", "not said")
