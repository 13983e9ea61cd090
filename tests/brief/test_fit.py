"""Lists are cut to the room there is, never to nothing, and what is cut is counted and kept whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.brief.fit import BUDGET, _height, fit
from goodoffices.brief.outline import Bullets, Line, Note, Paragraph, Section, Table

WHOLE = " … (whole in the annex)"


def section(*blocks, key: str = "stands") -> Section:
    return Section(key, "Where they stand", blocks)


def lines(number: int, text: str = "They met.") -> tuple[Line, ...]:
    return tuple(Line(f"{n} {text}", (f"c{n}",)) for n in range(number))


def test_what_fits_stays_as_it_is() -> None:
    sections = (section(Bullets(lines(5), "Few")), section(Paragraph(lines(3)), key="glance"))
    assert fit(sections) == (sections, ())


def test_a_long_list_is_cut_counted_and_whole_in_the_annex() -> None:
    whole = section(Bullets(lines(400), "Many"))
    (short,), (kept,) = fit((whole,))
    (block,) = short.blocks
    assert isinstance(block, Bullets)
    assert block.lines == lines(400)[: len(block.lines)]
    assert len(block.lines) + block.cut == 400
    assert (kept.id, kept.title, kept.blocks) == ("stands-whole", "Where they stand: all", whole.blocks)


def test_a_long_table_is_cut_by_rows() -> None:
    rows = tuple(((Line(f"{n}"),), (Line("x", ("c",)),)) for n in range(400))
    (short,), _ = fit((section(Table(("a", "b"), rows)),))
    (block,) = short.blocks
    assert isinstance(block, Table)
    assert block.rows == rows[: len(block.rows)]
    assert len(block.rows) + block.cut == 400


def test_a_long_paragraph_says_how_much_is_left_out() -> None:
    (short,), (kept,) = fit((section(Paragraph(lines(400)), key="glance"),))
    (block,) = short.blocks
    assert isinstance(block, Paragraph)
    *some, last = block.lines
    assert last == Line(f"And {400 - len(some)} more: see the annex.")
    assert kept.blocks == (Paragraph(lines(400)),)


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
    (short,), (kept,) = fit((section(make(line)),))
    block = short.blocks[0]
    (found,) = block.rows[0][1] if isinstance(block, Table) else block.lines  # type: ignore[union-attr]
    assert found.text.endswith(WHOLE)
    assert LONG[kind].startswith(found.text.removesuffix(WHOLE))
    assert 80 < len(found.text) < 400
    assert (found.claims, found.marks) == (line.claims, line.marks)
    assert kept.blocks == (make(line),)


def test_long_labels_and_signatures_are_cut_too() -> None:
    (short,), _ = fit((section(Bullets((Line("x", lead="l " * 300, signed="s" * 300),))),))
    (line,) = short.blocks[0].lines  # type: ignore[union-attr]
    assert line.lead.endswith(" …")
    assert line.signed.endswith(" …")
    assert max(len(line.lead), len(line.signed)) < 140


def test_a_section_gets_what_the_others_leave_over() -> None:
    many = section(Bullets(lines(BUDGET["stands"] + 8)))
    alone, _ = fit((many,))
    full = tuple(section(Bullets(lines(400)), key=key) for key in BUDGET if key != "stands")
    crowded, _ = fit((many, *full))
    assert alone[0] == many
    assert crowded[0].blocks[0].cut > 0  # type: ignore[union-attr]


blocks = st.one_of(
    st.builds(lambda n, t: Bullets(lines(n, t * 40), "title"), st.integers(1, 60), st.text("ab ", max_size=20)),
    st.builds(lambda n, t: Paragraph(lines(n, t * 10)), st.integers(1, 60), st.text("ab ", max_size=20)),
    st.builds(lambda n: Table(("a", "b", "c"), tuple(((Line("x"),),) * 3 for _ in range(n))), st.integers(1, 60)),
    st.just(Note("a remark")),
)


@given(st.lists(st.lists(blocks, min_size=1, max_size=3), min_size=1, max_size=5))
def test_nothing_is_lost_and_nothing_comes_to_nothing(made) -> None:
    keys = list(BUDGET)
    sections = tuple(section(*each, key=keys[n + 1]) for n, each in enumerate(made))
    fitted, whole = fit(sections)
    assert [s.id for s in fitted] == [s.id for s in sections]
    kept = {s.id.removesuffix("-whole"): s.blocks for s in whole}
    for short, long in zip(fitted, sections, strict=True):
        assert kept.get(short.id, short.blocks) == long.blocks
        for a, b in zip(short.blocks, long.blocks, strict=True):
            assert type(a) is type(b)
            assert not isinstance(a, Bullets | Paragraph) or a.lines
            assert not isinstance(a, Table) or a.rows
            assert _height(a) <= max(_height(b), 4) + 1
