"""Where the sides stand: who tells a position, silence as an empty cell, what moved, on what they make their part depend."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from goodoffices.brief import build_outline
from goodoffices.brief.context import Context
from goodoffices.brief.outline import Bullets, Note, Table
from goodoffices.brief.sections.stands import COLUMNS, stands
from goodoffices.case import changes, seen, state_of

from ..case.cases import small_case
from .cases import (
    PARTIES,
    black_sea,
    crowd,
    examples,
    forms,
    istanbul,
    labour,
    lines_of,
    section,
    small,
    texts,
    two_valleys,
    whole,
)

APART = ("only_if: no toll, claims: [a6]", "only_if: no toll, claims: [a7]")
"""The condition of the small case on a claim of its own, on which no position rests."""

# who tells a position

TOLD = re.compile(r"[Aa]s reported, apparently by (?:Ukraine(?:'s|&#39;s|’s) President )?Volodymyr Zelensky")


def test_russias_positions_are_told_by_the_other_side_in_the_same_sentence() -> None:
    outline = build_outline(istanbul())
    lines = [x for s in (*outline.sections, whole(outline, "stands")) for x in lines_of(s)]
    told = [x.text for x in lines if set(x.claims) & {"A41", "A42", "A43"} and "demands" in x.text]
    assert len(told) >= 4
    assert all(TOLD.search(text) for text in told)
    assert all(text.endswith(" *") or "no report quotes Russia itself" in text for text in told)


def test_the_star_is_explained_where_there_is_one(tmp_path: Path) -> None:
    def note(case) -> str:
        return " ".join(b.text for b in stands(Context.of(case)).blocks if isinstance(b, Note))

    assert note(istanbul()).startswith("* Not in the party's own words.")
    own = small_case(tmp_path, (', told_by: "board?"', ""))
    assert "*" not in note(own)
    assert "A blank means that these sources report no position of that party on that issue." in note(own)


def test_a_star_is_not_explained_where_its_row_was_cut() -> None:
    printed = section(build_outline(labour()), "stands")
    rows = [line.text for line in lines_of(printed)]
    notes = " ".join(b.text for b in printed.blocks if isinstance(b, Note))
    assert any("*" in text for text in rows) == ("Not in the party's own words" in notes)


def test_nowhere_in_the_brief_does_russia_demand_in_its_own_name() -> None:
    for name, text in forms(istanbul()).items():
        if name == "json":
            continue
        flat = " ".join(re.sub(r"<[^>]+>|\\", "", text).split())
        found = [flat[max(0, m.start() - 90) : m.start() + 400] for m in re.finditer(r"Russia demands (?!:)", flat)]
        assert found, name
        assert all(TOLD.search(x) for x in found), (name, found)


def test_a_position_told_by_its_own_side_says_by_whom() -> None:
    lines = [x.text for x in lines_of(section(build_outline(istanbul()), "stands"))]
    assert "demands a full ceasefire (Defense Minister Rustem Umerov)" in lines
    assert "supports a 30-day ceasefire (Volodymyr Zelensky)" in lines


def test_a_position_told_by_a_third_party_is_not_the_partys_own(tmp_path: Path) -> None:
    (line,) = (x for x in small(tmp_path, "stands", APART) if x.text.startswith("demands no toll"))
    assert line.text == "demands no toll (as reported, apparently by The Board) *"
    (line,) = (x for x in small(tmp_path / "b", "glance") if "South demands" in x.text)
    assert line.text == "As reported, apparently by The Board, South demands no toll; no report quotes South itself."


def test_who_tells_a_position_does_not_fall_off_where_the_option_is_long(tmp_path: Path) -> None:
    table = section(build_outline(crowd(tmp_path)), "stands").blocks[0]
    assert isinstance(table, Table)
    foreign = [row for row in table.rows if "River 0" not in row[1][0].text]
    assert foreign
    for row in foreign:
        assert row[2][0].text.endswith(" …, according to The Confederation of the Valleys of the River 0 *")


# silence


@pytest.mark.parametrize("case", [*examples(), labour])
def test_silence_is_an_empty_cell(case) -> None:
    context = Context.of(case())
    table = stands(context).blocks[0]
    assert isinstance(table, Table)
    assert table.head == (
        "Issue",
        *(context.phrases.name(p)[0].upper() + context.phrases.name(p)[1:] for p in context.parties),
    )
    titles = {context.phrases.issue(i): i for i in case().talks.issues}
    standing = {(p.party, p.issue) for p in context.standing}
    for row in table.rows:
        for party, cell in zip(context.parties, row[1:], strict=True):
            assert bool(cell) == ((party, titles[row[0][0].text]) in standing)


def test_parties_stand_in_alphabetical_order(tmp_path: Path) -> None:
    assert section(build_outline(istanbul()), "stands").blocks[0].head == ("Issue", "Russia", "Ukraine")  # type: ignore[union-attr]
    table = stands(Context.of(crowd(tmp_path))).blocks[0]
    assert isinstance(table, Table)
    assert PARTIES > COLUMNS
    assert table.head == ("Issue", "Party", "Position")
    assert len(table.rows) == PARTIES * 6
    names = [row[1][0].text for row in table.rows[:PARTIES]]
    assert names == sorted(names)


# what moved


def test_movement_tells_every_step(tmp_path: Path) -> None:
    (line,) = (x for x in small(tmp_path, "stands") if len(x.claims) == 2)
    assert line.claims == ("a5", "b2")
    assert line.text == "Water: North first demanded a half; it now demands most of it."


def test_without_an_order_nothing_is_called_harder(tmp_path: Path) -> None:
    assert not [
        x for x in small(tmp_path, "stands", ("ordered: true, ", "")) if "harder" in x.text or "softer" in x.text
    ]


def test_each_step_has_its_day_the_first_and_the_last_its_words_too() -> None:
    lines = texts(whole(build_outline(black_sea()), "stands"))
    (ukraine,) = (x for x in lines if "Ukraine first proposed renewal for one year" in x)
    assert ukraine.endswith("; it now demands renewal without an end (17 March 2023).")
    (russia,) = (x for x in lines if "Russia first accepted technical extension" in x)
    assert "after two more steps" in russia
    places = [russia.index(d) for d in ("17 November 2022", "17 May 2023", "it now demands no renewal (17 July 2023)")]
    assert places == sorted(places)


def test_told_again_is_no_movement(tmp_path: Path) -> None:
    assert not [x for x in small(tmp_path, "stands", ("option: most, stance: demands, supersedes", "option: half, stance: demands, "
                "supersedes")) if "then" in x.text]  # fmt: skip


def test_what_moved_since_a_day_says_from_where_and_how() -> None:
    found = changes(state_of(seen(black_sea(), date(2023, 3, 17))), black_sea(), "2023-03-17")
    moved = [x for x in texts(whole(build_outline(black_sea(), found), "changed")) if x.startswith("Russia now ")]
    assert moved
    assert any(
        "until 17 March 2023 it accepted renewal for 60 days (Sergei Vershinin), then demanded no renewal" in x
        for x in moved
    )
    assert not [x for x in moved if "harder" in x or "softer" in x]
    assert {move.direction for move in found.moves} & {"harder", "softer"}  # the JSON has it


# conditions


def test_conditions_name_who_makes_what_depend_on_what(tmp_path: Path) -> None:
    (line,) = (x for x in small(tmp_path, "stands", APART) if "depend" in x.text)
    assert line.text == "South makes talks depend on one condition: no toll."
    assert line.claims == ("a7",)
    assert any(
        x.text == "Russia makes a return to the deal depend on one condition: that there are results that can be seen."
        for x in lines_of(whole(build_outline(black_sea()), "stands"))
    )


def test_a_condition_of_a_position_stands_in_its_cell_alone() -> None:
    told = [x for x in lines_of(whole(build_outline(two_valleys()), "stands")) if "B21" in x.claims]
    assert [x.text for x in told] == [
        "accepts a common reading of the gauges only if the ford is opened on market days (Pavo Lindrel)"
    ]


def test_a_condition_of_something_else_on_the_same_claim_is_none_of_the_position(tmp_path: Path) -> None:
    told = small(tmp_path, "stands")
    assert any(x.text == "South makes talks depend on one condition: no toll." for x in told)
    assert not [x for x in told if x.text.startswith("demands no toll only if")]


def test_conditions_of_others_stand_outside_the_room(tmp_path: Path) -> None:
    swaps = ("{id: c1, by: south, what: talks, only_if: no toll, claims: [a6]}",
             "{id: c1, by: board, what: talks, only_if: no toll, unsourced: seen}")  # fmt: skip
    assert not [x for x in small(tmp_path, "stands", swaps) if "depend" in x.text]
    assert [x for x in small(tmp_path / "b", "outside", swaps) if "The Board makes talks depend" in x.text]


def test_where_nothing_is_accepted_there_is_no_table(tmp_path: Path) -> None:
    case = small_case(tmp_path, APART)
    bare = replace(case.talks, positions=(), conditions=())
    (block,) = stands(Context.of(replace(case, talks=bare))).blocks
    assert block == Note("No report tells a position of a party.")
    blocks = stands(Context.of(case)).blocks
    assert [type(b) for b in blocks] == [Table, Note, Bullets, Bullets]
