"""What a brief holds: its sections in their order, each statement with its claims, and what must be known of these."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from goodoffices.brief import brief_data, build_outline
from goodoffices.brief.context import Context
from goodoffices.brief.outline import Line, Note, Outline, Paragraph, Table
from goodoffices.brief.outline import lines_of as statements_of
from goodoffices.case import Case, changes, seen, state_of

from ..case.cases import RECORD, small_case
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
    terminal,
    texts,
    two_valleys,
)

ORDER = ["changed", "glance", "stands", "said", "outside", "outcome", "next", "differs", "judged", "background", "agreement",
         "unknown", "rest"]  # fmt: skip
ALL = [*examples(), two_valleys, labour]


def since(case: Case, day: date) -> Outline:
    return build_outline(case, changes(state_of(seen(case, day)), case, day.isoformat()))


@pytest.mark.parametrize("case", ALL)
@pytest.mark.parametrize("with_agreement", [False, True])
def test_the_sections_stand_in_their_order(case, with_agreement: bool) -> None:
    for found in (None, changes(state_of(seen(case(), date(2023, 1, 1))), case(), "2023-01-01")):
        outline = build_outline(case(), found, with_agreement=with_agreement)
        ids = [s.id for s in outline.sections]
        assert ids == [key for key in ORDER if key in ids]
        # What was cut to nothing is whole in the annex; what must be told whatever the case holds is in one of the two.
        there = {*ids, *(s.id.removesuffix("-whole") for s in outline.annex)}
        assert {"glance", "stands", "outcome", "next", "unknown"} <= there
        assert ("changed" in ids) == (found is not None)
        assert ("agreement" in there) == with_agreement
        annex = [s.id for s in outline.annex]
        assert annex[:5] == ["table", "meetings", "statements", "pairs", "sources"]
        assert all(key == "agreement-more" or key.endswith("-whole") for key in annex[5:])


def test_what_changed_says_since_when() -> None:
    assert since(black_sea(), date(2023, 3, 19)).sections[0].title == "What changed since 19 March 2023"
    found = changes(state_of(black_sea()), black_sea(), "old.json")
    first = build_outline(black_sea(), found).sections[0]
    assert (first.title, first.blocks) == ("What changed since old.json", (Note("Nothing changed."),))


def test_the_order_is_that_of_every_form() -> None:
    titles = [s.title for s in build_outline(istanbul()).sections]
    for name, text in forms(istanbul()).items():
        if name != "json":
            places = [re.search(rf"(?<=[\s>]){re.escape(t)}\s*(?:<|\n|$)", text, re.I).start() for t in titles]  # type: ignore[union-attr]
            assert places == sorted(places), name


def test_the_title_block_says_as_of_when_from_what_and_by_whom() -> None:
    assert build_outline(istanbul()).subtitle.startswith(
        "As of 20 May 2025. 2 sources: open4business.com.ua (A, written during the talks) and "
    )
    told = build_outline(black_sea(), by="Ann Lee").subtitle
    assert "25 sources" in told
    assert "21 more" in told
    assert told.endswith(". By Ann Lee")
    assert build_outline(istanbul(), as_of="2025-05-21").subtitle.startswith("As of 21 May 2025. ")


# at a glance


@pytest.mark.parametrize("case", ALL)
def test_what_is_told_at_a_glance_is_one_paragraph_read_in_a_minute(case) -> None:
    (block,) = section(build_outline(case()), "glance").blocks
    assert isinstance(block, Paragraph)
    words = " ".join(line.text for line in block.lines).split()
    assert 30 <= len(words) <= 110
    assert all(line.text.endswith((".", "”")) for line in block.lines)


AT_A_GLANCE = (
    "16 May 2025", "Istanbul", "Dolmabahçe Palace", "Russia and Ukraine met", "Turkey", "hosted and mediated the talks",
    "the United States (Marco Rubio) was present", "Rustem Umerov Ukraine's", "Vladimir Medinsky led Russia's delegation",
    "broader negotiations", "among other demands", "a 30-day ceasefire", "a full ceasefire",
    "disputes the mandate of Russia's delegation",
    "Vladimir Putin was absent", "no immediate agreement",
    "coming weeks",
)  # fmt: skip


@pytest.mark.parametrize("word", AT_A_GLANCE)
def test_at_a_glance_tells(word: str) -> None:
    assert word.lower() in " ".join(texts(section(build_outline(istanbul()), "glance"))).lower()


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("outside", "Two trilateral meetings preceded the direct talks: Turkey and the United States with Ukraine"),
        ("said", "Volodymyr Zelensky disputes the mandate of Russia's delegation, saying that it has no authority"),
    ],
)
def test_what_the_glance_has_no_room_for_stands_below(key: str, told: str) -> None:
    assert told in " ".join(texts(section(build_outline(istanbul()), key)))


def test_the_meeting_at_a_glance_is_the_last_in_which_most_sat() -> None:
    first = texts(section(build_outline(black_sea()), "glance"))[0]
    assert first.startswith(
        "In the latest of seven meetings, Russia and Ukraine met with Turkey and the United Nations "
    )
    assert "10 May 2023" in first
    earlier = texts(section(build_outline(seen(black_sea(), date(2022, 11, 30))), "glance"))
    assert earlier[0].startswith("In the latest of five meetings, ")
    assert "following week" not in " ".join(earlier)


def test_a_meeting_of_which_nobody_tells_who_met_is_told_so(tmp_path: Path) -> None:
    case = small_case(tmp_path)
    bare = {key: replace(one, participants=(), delegations=()) for key, one in case.talks.meetings.items()}
    told = texts(section(build_outline(replace(case, talks=replace(case.talks, meetings=bare))), "glance"))
    assert any(text.startswith("A meeting took place ") for text in told)
    assert not any(" met " in text for text in told)


# claims

COMPUTED = (
    r"No report (?:tells|gives) .*", r"Where (?:does|do) .* stand on th(?:is|ese): .*",
    r"What (?:is|are) .* authorised to accept\? No report .*",
    r"and \d+ more", r"On \d+ more questions? the accounts differ otherwise than before, harmlessly\.", r"\d+ claims? .* gone\.",
    r"Shares are ranges over .*", r"Nothing that counts is stated of .*", r"\d+ questions? more in the annex\.",
)  # fmt: skip
"""Lines that say what is missing, or how many there are: they rest on no claim, but on all of them."""


@pytest.mark.parametrize("case", ALL)
def test_every_statement_names_its_claims(case) -> None:
    for outline in (build_outline(case()), since(case(), date(2022, 1, 1)), since(case(), date(2023, 3, 19))):
        for part in (*outline.sections, *(s for s in outline.annex if s.id.endswith("-whole"))):
            for line in statements_of(part):
                computed = any(re.fullmatch(pattern, line.text) for pattern in COMPUTED)
                assert line.claims or line.signed or computed or "unsourced" in line.marks, (part.id, line)


@pytest.mark.parametrize("case", ALL)
def test_every_claim_that_is_named_has_a_card(case) -> None:
    for outline in (build_outline(case()), since(case(), date(2023, 3, 19))):
        parts = (*outline.sections, *outline.annex)
        assert {claim for line in lines_of(parts) for claim in (*line.claims, *line.differs)} <= set(outline.cards)
        assert list(outline.cards) == [c.id for c in case().record.claims if c.status != "rejected"]


@pytest.mark.parametrize("case", ALL)
def test_what_tells_that_accounts_differ_rests_on_the_claims_of_both(case) -> None:
    outline = since(case(), date(2022, 1, 1))
    for line in lines_of((*outline.sections, *outline.annex)):
        assert set(line.differs) <= set(line.claims), line


def test_a_sentence_of_two_days_rests_on_both(tmp_path: Path) -> None:
    line = next(lines_of(section(build_outline(small_case(tmp_path)), "glance")))
    assert "on 1 March 2025 (The Paper) or on 3 March 2025 (The Wire)" in line.text
    assert {"a3", "b1"} <= set(line.claims)


# statements of the JSON


@pytest.mark.parametrize("case", ALL)
def test_the_json_has_every_statement_that_is_printed_in_its_order(case) -> None:
    outline = since(case(), date(2023, 3, 19))
    statements = brief_data(case(), outline=outline)["statements"]
    statements = [s for s in statements if s["kind"] == "statement"]
    printed = [(s.id, line) for s in outline.sections for line in statements_of(s)]
    assert [(s["section"], tuple(s["claims"])) for s in statements] == [(key, line.claims) for key, line in printed]
    text, place = terminal(outline).casefold(), 0
    for told, (_, line) in zip(statements, printed, strict=True):
        assert line.text in told["text"]
        place = text.index(line.text.casefold(), place)


@pytest.mark.parametrize("case", ALL)
def test_a_statement_of_the_json_says_where_its_words_stand(case) -> None:
    for told in brief_data(case())["statements"]:
        assert set(told) == {"section", "kind", "heading", "text", "words", "proposed", "claims", "passages"}
        places = [(p["source"], p["start"], p["end"]) for p in told["passages"]]
        assert len(places) == len(set(places))
        anchors = {case().anchors[c] for c in told["claims"] if c in case().anchors}
        assert {(start, end) for _, start, end in places} == {(a.start, a.end) for a in anchors}
        assert all(end <= len(case().texts[source]) for source, _, end in places)


def test_a_cell_is_told_with_its_row_and_its_column() -> None:
    told = [s["text"] for s in brief_data(istanbul())["statements"] if s["section"] == "stands"]
    assert "Ceasefire, Ukraine: supports a 30-day ceasefire (Volodymyr Zelensky)" in told


@pytest.mark.parametrize("case", ALL)
def test_the_json_has_the_remarks_and_what_was_left_out_where_they_stand(case) -> None:
    outline = since(case(), date(2022, 12, 1))
    told = brief_data(case(), outline=outline)["statements"]
    blocks = [(s.id, block) for s in outline.sections for block in s.blocks]
    notes = [(key, block.text) for key, block in blocks if isinstance(block, Note)]
    cuts = [
        (key, f"{n} more {'is' if n == 1 else 'are'} not shown here.")
        for key, block in blocks
        if (n := getattr(block, "cut", 0))
    ]
    assert notes
    assert [(s["section"], s["text"]) for s in told if s["kind"] == "note"] == notes
    assert [(s["section"], s["text"]) for s in told if s["kind"] == "cut"] == cuts
    for entry in told:
        assert entry["kind"] == "statement" or (entry["words"], entry["claims"]) == ("program", [])
        assert entry["heading"] == "" or entry["section"] != "glance"


def test_a_cell_and_a_list_say_under_what_they_stand() -> None:
    told = {(s["section"], s["heading"]) for s in brief_data(labour())["statements"]}
    assert {("stands", "Wages, United Steelworkers of Hask"), ("stands", "What moved"), ("outcome", "")} <= told
    (note,) = (
        s["text"] for s in brief_data(istanbul())["statements"] if s["section"] == "said" and s["kind"] == "note"
    )
    assert note == "Neither source reports a statement by Russia."


# marks


def test_a_contradicted_statement_is_marked_where_it_stands(tmp_path: Path) -> None:
    against = "value: a deal,\n     words: No deal came"
    assert against in RECORD
    agreed = ("outcome:\n", "outcome:\n  agreed:\n    - {text: A deal, meeting: second, claims: [b3]}\n")
    claim = ("findings:", "  - {id: b3, source: wire, type: outcome, subject: second, predicate: agreed, value: a deal,\n"
             "     words: most of it, entered_by: me}\nfindings:")  # fmt: skip
    outline = build_outline(small_case(tmp_path, agreed, claim))
    lines = [x for s in (*outline.sections, *outline.annex) for x in lines_of(s) if set(x.claims) & {"a9", "b3"}]
    assert len(lines) > 3
    for line in lines:
        tells_both = {"a9", "b3"} <= set(line.differs)
        pair = line.text.startswith(("The Paper:", "The Wire:"))
        assert ("contradicted" in line.marks) is not tells_both or pair, line


def test_where_the_sentence_tells_it_no_mark_does(tmp_path: Path) -> None:
    line = next(lines_of(section(build_outline(small_case(tmp_path)), "glance")))
    assert set(line.differs) == {"a3", "b1"}
    assert line.marks == ()


def test_what_has_no_source_is_marked_wherever_it_is_told(tmp_path: Path) -> None:
    lines = [line for s in build_outline(small_case(tmp_path)).annex for line in lines_of(s)]
    assert [line.marks for line in lines if line.text.startswith("The Board supports the talks (")] == [("unsourced",)]
    outline = build_outline(crowd(tmp_path / "crowd"))
    labels = {f"The Confederation of the Valleys of the River {n}" for n in range(PARTIES)}
    told = [line for s in outline.sections for line in statements_of(s) if line.text not in labels]
    assert len(told) > 5
    assert all("unsourced" in line.marks for line in told)


def test_a_proposed_claim_is_marked_wherever_it_is_shown(tmp_path: Path) -> None:
    draft = ("title: Talks of two towns", "title: Talks\ndraft: true")
    led = "words: led for North,\n     "
    outline = build_outline(small_case(tmp_path, draft, (led, f"{led}status: proposed, ")))
    lines: list[Line] = [x for s in (*outline.sections, *outline.annex) for x in lines_of(s) if "a2" in x.claims]
    assert lines
    assert all("proposed" in line.marks for line in lines)
    assert outline.cards["a2"].status == "proposed"
    assert "A draft: lines marked [proposed]" in outline.notices[0]


# what is not there


def test_a_case_of_nothing_says_so() -> None:
    outline = build_outline(seen(istanbul(), date(2020, 1, 1)), as_of="2020-01-01")
    assert texts(section(outline, "glance")) == ["No meeting is recorded yet."]
    notes = [b.text for s in outline.sections for b in s.blocks if isinstance(b, Note)]
    assert "No report tells a position of a party." in notes
    assert "No report tells what came of it." in notes
    assert "No report tells what is next." in notes
    assert outline.subtitle == "As of 1 January 2020. No source"
    assert outline.notices == ("Later sources are left out.",)
    assert not {"said", "outside", "differs", "judged", "background", "rest"} & {s.id for s in outline.sections}


def test_one_account_alone_is_compared_with_nothing(tmp_path: Path) -> None:
    outline = build_outline(seen(small_case(tmp_path), date(2025, 3, 6)))
    assert "differs" not in [s.id.removesuffix("-whole") for s in (*outline.sections, *outline.annex)]
    assert not any("source)" in text or "sources)" in text for text in texts(outline.sections))


# the annex


@pytest.mark.parametrize("case", ALL)
def test_each_pair_is_told_once_in_the_annex(case) -> None:
    (table,) = section(build_outline(case()), "pairs").blocks
    assert isinstance(table, Table)
    pairs = [frozenset(c for cell in row[1:3] for line in cell for c in line.claims) for row in table.rows]
    assert len(pairs) == len(set(pairs)) == len({frozenset((a, b)) for a, b, _ in case().comparison.pairs()})


def test_the_sources_say_when_they_were_written_and_how_much_of_them_counts(tmp_path: Path) -> None:
    case = small_case(tmp_path)
    proposed = replace(case.record, claims=tuple(replace(c, status="proposed") for c in case.record.claims))
    unsaid = {key: replace(source, written="not said") for key, source in case.record.sources.items()}
    told = texts(section(build_outline(replace(case, record=replace(proposed, sources=unsaid))), "sources"))
    number = sum(c.source == next(iter(unsaid)) for c in case.record.claims)
    assert f"0; {number} proposed" in told
    assert any("when it was written: not said" in text for text in told)
    assert not any("not said the talks" in text for text in told)


def test_silence_is_told_by_the_json(tmp_path: Path) -> None:
    context = Context.of(small_case(tmp_path))
    assert context.silent == [("south", "water"), ("north", "tolls")]


def test_the_title_block_is_short_however_long_the_names_of_the_publishers(tmp_path: Path) -> None:
    case = small_case(tmp_path)
    sources = {
        key: replace(one, publisher=f"{key} {'of the valley ' * 90}") for key, one in case.record.sources.items()
    }
    subtitle = build_outline(replace(case, record=replace(case.record, sources=sources))).subtitle
    assert len(subtitle) < 300
    assert subtitle.count(" …") == 2
