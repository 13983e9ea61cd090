"""Quotes and pieces: nothing is found that does not stand there, and what is found is the stretch itself."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.extraction.llm.naming.quotes import Folded, direct
from goodoffices.extraction.llm.pieces import pieces
from goodoffices.language.folding import Span


def places(text: str, quote: str) -> list[str]:
    return [span.of(text) for span in Folded(text).find(quote, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("He said “yes”.", 'said "yes"', ["said “yes”"]),
        ('He said "yes".', "said “yes”", ['said "yes"']),
        ("Er sagte „ja“ und «nein»", 'sagte "ja" und "nein"', ["sagte „ja“ und «nein»"]),
        ("Putin’s absence", "Putin's absence", ["Putin’s absence"]),
        ("a\u00a0truce\n\nof  days", "a truce of days", ["a\u00a0truce\n\nof  days"]),
        ("a cease\u00adfire", "a ceasefire", ["a cease\u00adfire"]),
        ("on May 16", "on May 1", []),
        ("1,200 men", "200 men", ["200 men"]),
        ("12 men", "2 men", []),
        ("A truce", "a truce", []),
        ("naïve", "naive", []),
        ("no. no. no.", "no.", ["no.", "no.", "no."]),
        ("aa aa", "aa aa aa", []),
        ("text", "", []),
        ("text", " \n", []),
        ("土耳其主持了会谈", "主持了会谈", ["主持了会谈"]),
        ("قال الوزير إن", "قال الوزير", ["قال الوزير"]),
        ("😀 a truce 😀", "truce 😀", ["truce 😀"]),
        ("a – b", "a - b", []),
    ],
)
def test_a_quote_stands_where_it_stands(text: str, quote: str, found: list[str]) -> None:
    assert places(text, quote) == found


SIGNS = st.text(alphabet="ab “”\"'’\n \u00a0\u00ad.A1", max_size=60)


@given(SIGNS, SIGNS)
def test_whatever_is_found_is_the_quote_but_for_marks_and_spaces(text: str, quote: str) -> None:
    def bare(words: str) -> str:
        plain = words.translate(str.maketrans("“”’", '""\'', "\u00ad"))
        return " ".join(plain.replace("\u00a0", " ").split())

    for found in places(text, quote):
        assert bare(found) == bare(quote)


@given(st.text(max_size=200), st.data())
def test_every_stretch_between_spaces_is_found(text: str, data: st.DataObject) -> None:
    words = text.split()
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    wanted = " ".join(words[first : data.draw(st.integers(first + 1, len(words)))])
    if wanted.strip("\u00ad\u200b\u2060\ufeff "):
        assert places(text, wanted) or "\u00ad" in wanted or any(c in wanted for c in "\u200b\u2060\ufeff")


@pytest.mark.parametrize(
    ("text", "quote", "whether"),
    [
        ('He said "we come" and left', "we come", True),
        ('He said "we come" and left', "and left", False),
        ("He said “we come” and “we stay”", "we stay", True),
        ("He said “we come” and “we stay”", "and", False),
        ("«да», сказал он", "да", True),
        ("„ja“, sagte er", "ja", True),
        ('He said "we come\nand left', "we come", False),
        ("plain", "plain", False),
    ],
)
def test_direct_speech_is_between_marks(text: str, quote: str, whether: bool) -> None:
    start = text.index(quote)
    assert direct(text, Span(start, start + len(quote))) is whether


@given(st.text(alphabet="ab .\n\"”", max_size=400), st.integers(2, 50), st.data())  # fmt: skip
def test_pieces_cover_the_text_overlap_and_are_small(text: str, size: int, data: st.DataObject) -> None:
    overlap = data.draw(st.integers(0, size // 2 - 1))
    cut = list(pieces(text, size, overlap))
    assert cut[0].start == 0
    assert cut[-1].end == len(text)
    assert all(p.end - p.start <= size for p in cut)
    for one, following in pairwise(cut):
        assert one.start < following.start <= one.end
        assert one.end - following.start <= overlap
        assert following.end > one.end


def test_pieces_end_with_paragraphs_where_there_are_any() -> None:
    text = "".join(f"Paragraph {n} has some words. And more of them.\n\n" for n in range(40))
    cut = list(pieces(text, 300, 60))
    assert len(cut) > 3
    assert all(p.of(text).endswith("\n\n") and p.of(text).startswith("Paragraph") for p in cut)
    assert all(one.end > following.start for one, following in pairwise(cut))


@pytest.mark.parametrize(
    "row", ["." * 50_000, "a " * 50_000, '"' * 50_000, "\n" * 50_000, "a" * 100_000, "?”" * 30_000]
)
def test_rows_of_one_sign_end(row: str) -> None:
    assert list(pieces(row, 12_000, 1_200))[-1].end == len(row)
    assert isinstance(Folded(row).find("a a", Span(0, len(row))), list)


def test_an_overlap_as_long_as_a_piece_is_refused() -> None:
    with pytest.raises(ValueError, match="less than the piece"):
        list(pieces("text", 5, 5))
