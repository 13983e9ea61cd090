"""What reports tell differently in their own words stands in the brief from the first day, until a person has read them."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from goodoffices.brief import build_outline
from goodoffices.brief.beside import beside, doubted
from goodoffices.brief.outline import Line, lines_of
from goodoffices.brief.sections.parted import MOST
from goodoffices.brief.sure import sure
from goodoffices.case import Case, read_case
from goodoffices.extraction.batches import Inline
from goodoffices.extraction.begin import begin
from goodoffices.extraction.extractors import Named
from goodoffices.talks import Day

COURIER = """The Harbour Union and the Lenn Port Company met in Torvik on 3 June 2030 with mediator Ida Falk.
Union leader Ivo Maren said that the company had offered a rise of 4 per cent.
The two sides signed an agreement on night shifts.
"""
HERALD = """In Torvik the Lenn Port Company and the Harbour Union sat down on 5 June 2030; Ida Falk mediated.
The company offered a rise of 2.5 per cent, Maren said.
No agreement on night shifts was signed.
"""


def drafted(folder: Path, texts: Mapping[str, str]) -> Case:
    files = []
    for name, text in texts.items():
        files.append(folder / name)
        files[-1].write_text(text, encoding="utf-8")
    begin(folder / "draft", files, Named("plain"), Inline(), Day.parse("2030-06-10"))
    return read_case(folder / "draft")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return drafted(tmp_path_factory.mktemp("draft"), {"courier.txt": COURIER, "herald.txt": HERALD})


def told(case: Case) -> list[Line]:
    return [line for s in build_outline(case).sections if s.id == "differs" for line in lines_of(s)]


def accepted(case: Case, *sources: str) -> Case:
    claims = tuple(replace(c, status="accepted") if c.source in sources else c for c in case.record.claims)
    return replace(case, record=replace(case.record, claims=claims))


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("a number (“4” or “2.5”)", "a rise of 4 per cent.", "a rise of 2.5 per cent, Maren said."),
        ("whether it was so", "signed an agreement on night shifts.", "No agreement on night shifts was signed."),
        ("when it was (“3 June 2030” or “5 June 2030”)", "on 3 June 2030 with mediator", "sat down on 5 June 2030;"),
    ],
)
def test_both_sentences_stand_side_by_side_whole_and_quoted(case: Case, kind: str, a: str, b: str) -> None:
    (line,) = [one for one in told(case) if kind.lower() in one.lead.lower()]
    assert a in line.text
    assert b in line.text
    assert line.text.count("“") == line.text.count("”") == 2
    assert line.words == "report"
    for source, start, end in line.passages:
        assert case.texts[source][start:end].strip() in line.text


def test_it_never_says_that_they_contradict(case: Case) -> None:
    assert not any("contradict" in f"{line.lead} {line.text}" for line in told(case))


def test_what_another_report_tells_otherwise_is_in_no_sentence_of_the_program(case: Case) -> None:
    days = {c.id for c in case.record.claims if c.predicate == "date"}
    assert days & doubted(case, beside(case))
    first = next(iter(lines_of(build_outline(case).sections[0])))
    assert first.text == "The Harbour Union and the Lenn Port Company met in Torvik."


def without_day(case: Case) -> Case:
    """The case where the day of the second report was never proposed."""
    claims = tuple(c for c in case.record.claims if not (c.source == "B" and c.predicate == "date"))
    return replace(case, record=replace(case.record, claims=claims))


def test_what_accepted_claims_tell_on_both_sides_is_compared_by_these(case: Case) -> None:
    kinds = {one.kind for pair in beside(accepted(case, "A", "B")) for one in pair.differences}
    assert "day" not in kinds


def test_what_no_claim_tells_stays_side_by_side_when_all_claims_are_accepted(case: Case) -> None:
    kinds = {one.kind for pair in beside(accepted(without_day(case), "A", "B")) for one in pair.differences}
    assert "day" in kinds


def test_one_report_s_day_is_no_fact_as_long_as_the_other_s_is_unread(case: Case) -> None:
    outline = build_outline(accepted(case, "A"))
    first = next(iter(lines_of(outline.sections[0])))
    assert "June" not in first.text


def test_of_a_case_that_is_no_draft_only_reports_that_nobody_has_read_stand_side_by_side(case: Case) -> None:
    done = replace(case, talks=replace(case.talks, draft=False))
    assert beside(accepted(without_day(done), "A", "B")) == ()
    assert beside(accepted(done, "A"))


def test_a_report_that_nobody_has_read_stands_beside_one_that_was(case: Case) -> None:
    pairs = beside(accepted(case, "A"))
    assert pairs
    assert all({pair.a.source, pair.b.source} == {"A", "B"} for pair in pairs)


def test_a_case_without_a_second_report_has_nothing_beside(tmp_path: Path) -> None:
    assert beside(drafted(tmp_path, {"one.txt": COURIER})) == ()


def test_reports_that_tell_the_same_are_said_to(tmp_path: Path) -> None:
    same = {"a.txt": "Lenn and Torvik met in Oslo.\n", "b.txt": "In Oslo Lenn and Torvik held talks.\n"}
    (note,) = [s.blocks[0] for s in build_outline(drafted(tmp_path, same)).sections if s.id == "differs"]
    assert "Nothing was found" in str(note)


def test_of_many_differences_the_heaviest_stand_and_the_rest_is_counted(tmp_path: Path) -> None:
    named = [f"The {word} harbour of Lenn has {{}} boats." for word in WORDS]
    texts = {
        key: "\n".join(line.format(n + add) for n, line in enumerate(named, 20))
        for key, add in (("a.txt", 0), ("b.txt", 300))
    }
    case = drafted(tmp_path, texts)
    (block,) = [b for s in build_outline(case).sections if s.id == "differs" for b in s.blocks]
    assert len(block.lines) <= MOST  # type: ignore[union-attr]
    assert len(block.lines) + block.cut == len(beside(case)) > MOST  # type: ignore[union-attr]
    (whole,) = [s for s in build_outline(case).annex if s.id == "differs-whole"]
    shown = [line.text for line in lines_of(whole)]
    assert len(shown) == len(beside(case))
    assert all(any(f"The {word} harbour" in text for text in shown) for word in WORDS)


def test_the_annex_of_a_draft_does_not_say_that_what_is_proposed_is_not_recorded(case: Case) -> None:
    notes = [str(block) for section in build_outline(case).annex for block in section.blocks]
    assert any("accepted yet" in note for note in notes)
    assert not any("is recorded" in note for note in notes)


WORDS = "northern southern eastern western upper lower inner outer old new winter summer royal stone".split()


def test_what_is_sure_needs_no_second_report(tmp_path: Path) -> None:
    (meeting,) = sure(drafted(tmp_path, {"one.txt": COURIER})).talks.meetings.values()
    assert meeting.date.text == "2030-06-03"


@pytest.mark.parametrize(("limit", "shown"), [(None, True), (10_000, True), (5, False), (0, False)])
def test_the_differing_words_keep_to_what_may_be_quoted(case: Case, limit: int | None, shown: bool) -> None:
    sources = {key: replace(source, quote_limit=limit) for key, source in case.record.sources.items()}
    lines = told(replace(case, record=replace(case.record, sources=sources)))
    assert any("“" in line.lead for line in lines) == shown
