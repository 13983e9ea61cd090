"""The main part is cut to the pages and words that there are, the least important first; what is cut is counted and kept whole."""

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.brief import build_outline
from goodoffices.brief.english import words_of
from goodoffices.brief.fit import fit, most_words, section_words
from goodoffices.brief.heights import height, shortened
from goodoffices.brief.outline import Bullets, Line, Note, Paragraph, Section, Table
from goodoffices.case import Case

from ..record.accounts import source
from .cases import ROOT, black_sea, istanbul, labour, two_valleys
from .cases import terminal as pipe


def case_of(words: int, sources: int = 2, positions: int = 10) -> Any:
    """A case whose sources have so many words."""
    texts = {"0": "word " * (words // 2), "1": "word " * (words - words // 2)}
    record = SimpleNamespace(sources={str(n): source() for n in range(sources)})
    return SimpleNamespace(
        texts=texts, record=record, talks=SimpleNamespace(positions=(None,) * positions, draft=False)
    )


ENOUGH = case_of(10_000, sources=20)


def section(*blocks, key: str = "stands") -> Section:
    return Section(key, "Where they stand", blocks)


def lines(number: int, text: str = "They met.") -> tuple[Line, ...]:
    return tuple(Line(f"{n} {text}", (f"c{n}",)) for n in range(number))


@pytest.mark.parametrize(
    ("told", "most"),
    [(0, 120), (100, 120), (126, 120), (127, 120), (150, 120), (151, 120), (400, 320), (562, 449), (563, 450),
     (1000, 450), (100_000, 450)],
)  # fmt: skip
def test_how_many_words_the_main_part_may_have(told: int, most: int) -> None:
    assert most_words(case_of(told)) == most


def test_more_sources_and_positions_may_have_more_words_and_never_more_than_the_sources() -> None:
    assert most_words(case_of(5000, sources=4, positions=12)) == 450 + 2 * 50 + 2 * 15
    assert most_words(case_of(5000, sources=60, positions=90)) == 900
    assert most_words(case_of(500, sources=4, positions=12)) == 400


def test_the_team_s_notes_make_it_no_longer() -> None:
    case = case_of(300, sources=3)
    case.record.sources["2"] = source(side="team")
    case.texts["2"] = "word " * 1000
    assert most_words(case) == 240


def test_titles_and_labels_count_as_words() -> None:
    table = Table(("Issue", "North"), (((Line("the water"),), (Line("demands it", lead="by Ann"),)),), "A table")
    blocks = (table, Bullets((Line("they met", signed="me"),), "Met"), Note("no more"), Paragraph((Line("at last"),)))
    assert section_words(Section("s", "One title", blocks)) == 2 + 2 + 2 + 2 + 2 + 2 + 3 + 1 + 2 + 2


@pytest.mark.parametrize("case", [istanbul, black_sea, two_valleys, labour])
def test_what_is_printed_and_not_counted(case: Callable[[], Case]) -> None:
    """The title and the lines under it, claims and marks, a party's name before a cell, how much is left out; no heads."""
    outline = build_outline(case())
    blocks = [block for section in outline.sections for block in section.blocks]
    tables = [block for block in blocks if isinstance(block, Table)]
    printed = re.sub(r"\[[^\[\]]*\]", "", pipe(outline))
    cells = [head for t in tables for row in t.rows for head, cell in zip(t.head[1:], row[1:], strict=True) if cell]
    besides = [outline.title, outline.label, outline.subtitle, *outline.notices, *cells]
    besides += [
        f"{block.cut} more, in the annex" for block in blocks if isinstance(block, Bullets | Table) and block.cut
    ]
    counted = sum(map(section_words, outline.sections)) - sum(words_of(head) for t in tables for head in t.head)
    assert words_of(printed) == counted + sum(map(words_of, besides))
    assert sum(map(section_words, outline.sections)) <= most_words(case())


def test_what_the_reference_says_of_the_length_of_istanbul() -> None:
    page = (ROOT / "docs/reference/commands.md").read_text("utf-8")
    outline = build_outline(istanbul())
    counted, printed = sum(map(section_words, outline.sections)), words_of(pipe(outline))
    assert f"has {counted} of its {most_words(istanbul())}, and is printed with {printed}." in page


def test_what_fits_stays_as_it_is() -> None:
    sections = (section(Bullets(lines(5), "Few")), section(Paragraph(lines(3)), key="glance"))
    assert fit(sections, ENOUGH) == (sections, ())


def test_a_long_list_is_cut_counted_and_whole_in_the_annex() -> None:
    whole = section(Bullets(lines(400), "Many"))
    (short,), (kept,) = fit((whole,), ENOUGH)
    (block,) = short.blocks
    assert isinstance(block, Bullets)
    assert block.lines == lines(400)[: len(block.lines)]
    assert 0 < len(block.lines) <= 60
    assert len(block.lines) + block.cut == 400
    assert (kept.id, kept.title, kept.blocks) == ("stands-whole", "Where they stand: all", whole.blocks)


def test_a_long_table_is_cut_by_rows() -> None:
    rows = tuple(((Line(f"{n}"),), (Line("x", ("c",)),)) for n in range(400))
    (short,), _ = fit((section(Table(("a", "b"), rows)),), ENOUGH)
    (block,) = short.blocks
    assert isinstance(block, Table)
    assert block.rows == rows[: len(block.rows)]
    assert len(block.rows) + block.cut == 400


def test_few_sources_leave_few_words() -> None:
    many = (section(Paragraph(lines(10)), key="glance"), section(Bullets(lines(60)), key="outcome"))
    fitted, _ = fit(many, case_of(0))
    assert sum(map(section_words, fitted)) <= 120
    assert fitted[0] == many[0]


def test_the_least_important_is_cut_first() -> None:
    keys = ("glance", "stands", "outcome", "differs", "judged", "background", "unknown", "rest")
    made = tuple(
        section(Paragraph(lines(3)) if key == "glance" else Bullets(lines(4, "They met in the hall.")), key=key)
        for key in keys
    )
    words = sum(map(section_words, made))
    cut: list[str] = []
    for fewer in range(words, 119, -1):
        fitted, whole = fit(made, case_of(round(fewer / 0.8)))
        cut += [s.id for s in whole if s.id not in cut]
        assert "glance" in [s.id for s in fitted]
    assert cut[:4] == ["rest-whole", "background-whole", "judged-whole", "unknown-whole"]


def test_what_could_be_agreed_is_cut_for_the_pages_alone() -> None:
    made = (section(Bullets(lines(60)), key="outcome"), section(Bullets(lines(40)), key="agreement"))
    fitted, _ = fit(made, case_of(0))
    assert fitted[-1] == made[-1]
    assert section_words(fitted[0]) <= 120
    pages, (kept, *_) = fit((section(*[Bullets(lines(60))] * 3, key="agreement"),), case_of(0))
    assert sum(map(height, pages[0].blocks)) <= 127
    assert kept.id == "agreement-whole"


def test_a_section_of_which_nothing_is_left_stands_in_the_annex_alone() -> None:
    made = (section(Paragraph(lines(60)), key="glance"), section(Bullets(lines(2)), key="background"))
    fitted, (kept,) = fit(made, case_of(0))
    assert [s.id for s in fitted] == ["glance"]
    assert (kept.id, kept.blocks) == ("background-whole", made[1].blocks)


LONG = {
    "with spaces": "word " * 500,
    "without spaces": "x" * 5000,
    "twice as wide": "和平" * 500,
    "a long word at the end": "word " * 60 + "x" * 5000,
}


@pytest.mark.parametrize("kind", LONG)
@pytest.mark.parametrize(
    "make", [lambda x: Bullets((x,)), lambda x: Paragraph((x,)), lambda x: Table(("a", "b"), (((Line("l"),), (x,)),))]
)
def test_a_long_statement_keeps_its_beginning_its_claims_and_its_marks(kind: str, make) -> None:
    line = Line(LONG[kind], ("a", "b"), marks=("contradicted",))
    (short,), (kept,) = fit((section(make(line)),), ENOUGH)
    block = short.blocks[0]
    (found,) = block.rows[0][1] if isinstance(block, Table) else block.lines  # type: ignore[union-attr]
    assert found.text.endswith(" …")
    assert LONG[kind].startswith(found.text.removesuffix(" …"))
    assert 80 < len(found.text) < 400
    assert (found.claims, found.marks) == (line.claims, line.marks)
    assert kept.blocks == (make(line),)


TELLERS = {
    "another side": ", according to Ann of the Board *",
    "in doubt": " (as reported, apparently by Ann) *",
    "nobody else": "; no report quotes the Board itself.",
    "of many": "; no report quotes the Dockers themselves.",
}


@pytest.mark.parametrize("tail", TELLERS.values(), ids=TELLERS)
@pytest.mark.parametrize("begins", ["word " * 500, "x" * 5000, "和平" * 500, "as is, according to law, due; " * 90])
def test_whose_word_it_is_does_not_fall_off(begins: str, tail: str) -> None:
    (found,) = shortened(Bullets((Line(f"demands {begins}{tail}"),))).lines  # type: ignore[union-attr]
    assert found.text.endswith(f" …{tail}")
    assert f"demands {begins}".startswith(found.text.removesuffix(f" …{tail}"))
    assert height(Bullets((found,))) <= 5


def test_a_teller_without_end_is_cut_like_all_else() -> None:
    (found,) = shortened(Bullets((Line(f"demands it, according to {'Ann ' * 500}*"),))).lines  # type: ignore[union-attr]
    assert found.text.endswith(" …")
    assert len(found.text) < 400


def test_long_labels_and_signatures_are_cut_too() -> None:
    (short,), _ = fit((section(Bullets((Line("x", lead="l " * 300, signed="s" * 300),))),), ENOUGH)
    (line,) = short.blocks[0].lines  # type: ignore[union-attr]
    assert line.lead.endswith(" …")
    assert line.signed.endswith(" …")
    assert max(len(line.lead), len(line.signed)) < 140


def test_a_cell_holds_a_few_statements_and_counts_the_others() -> None:
    (short,), (kept,) = fit((section(Table(("a", "b"), (((Line("x"),), lines(9)),))),), ENOUGH)
    (block,) = short.blocks
    assert isinstance(block, Table)
    assert block.rows[0][1] == (*lines(4), Line("5 more"))
    assert kept.blocks[0].rows[0][1] == lines(9)  # type: ignore[union-attr]


blocks = st.one_of(
    st.builds(lambda n, t: Bullets(lines(n, t * 40), "title"), st.integers(1, 60), st.text("ab ", max_size=20)),
    st.builds(lambda n: Table(("a", "b", "c"), tuple(((Line("x"),),) * 3 for _ in range(n))), st.integers(1, 60)),
    st.just(Note("a remark")),
)
KEYS = ("glance", "stands", "outcome", "judged", "rest")


@given(st.lists(st.lists(blocks, min_size=1, max_size=3), min_size=1, max_size=4), st.integers(0, 3000))
def test_nothing_is_lost_and_what_is_left_has_room(made, words: int) -> None:
    sections = tuple(section(*each, key=KEYS[n + 1]) for n, each in enumerate(made))
    fitted, whole = fit(sections, case_of(words))
    kept = {s.id.removesuffix("-whole"): s.blocks for s in whole}
    short_of = {s.id: s for s in fitted}
    for long in sections:
        assert kept.get(long.id, long.blocks) == long.blocks
        if long.id not in short_of:
            assert long.id in kept
            continue
        for a, b in zip(short_of[long.id].blocks, long.blocks, strict=True):
            assert type(a) is type(b)
            assert not isinstance(a, Bullets) or len(a.lines) + a.cut == len(b.lines)  # type: ignore[union-attr]
            assert not isinstance(a, Table) or len(a.rows) + a.cut == len(b.rows)  # type: ignore[union-attr]
            assert height(a) <= height(b) + 1
    left = [b for s in fitted for b in s.blocks if getattr(b, "lines", ()) or getattr(b, "rows", ())]
    assert not left or sum(map(section_words, fitted)) <= most_words(case_of(words))


def test_the_only_row_of_a_party_stands_as_long_as_others_can_go() -> None:
    told, nothing = (Line("demands a half of it"),), ()
    rows = tuple(((Line(f"Issue {n}"),), told, nothing if n < 30 else told) for n in range(31))
    (short,), _ = fit((section(Table(("Issue", "North", "South"), rows)),), case_of(150))
    (table,) = short.blocks
    assert isinstance(table, Table)
    assert 1 < len(table.rows) < 31
    assert [row[0][0].text for row in table.rows][-1] == "Issue 30"
    assert table.cut == 31 - len(table.rows)


def test_what_one_side_said_does_not_stand_alone() -> None:
    for words in range(120, 400, 20):
        both = Section(
            "said", "What was said", (Bullets(lines(2, "North says of South that it came late and with nobody.")),)
        )
        main, _ = fit((both, Section("outcome", "What came of it", (Bullets(lines(6, "word " * 12)),))), case_of(words))
        told = [s.blocks[0].lines for s in main if s.id == "said"]  # type: ignore[union-attr]
        assert [len(some) for some in told] in ([], [2]), words


def test_results_go_last() -> None:
    talk = Section("outside", "Outside", (Bullets(lines(9, "word " * 10)),))
    came = Section("outcome", "What came of it", (Bullets(lines(6, "word " * 10)),))
    main, _ = fit((talk, came), case_of(150))
    assert [len(s.blocks[0].lines) for s in main if s.id == "outcome"] == [6]  # type: ignore[union-attr]
