"""A text as it is read: composed, without ligatures, its broken lines joined; and each stretch of it in its own place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.language.legible import legible
from goodoffices.language.sentences import sentences


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Zoe\u0308 A\u030angstro\u0308m", "Zoë Ångström"),
        ("a cease\ufb01re, sta\ufb00, o\ufb03ce, \ufb02oods", "a ceasefire, staff, office, floods"),
        ("on 3\u00a0June\u202f2030", "on 3 June 2030"),
        ("the co\u2011chair", "the co-chair"),
        ("Bostan\u02bcs and Arvenia`s", "Bostan’s and Arvenia’s"),
        ("a `code` word", "a `code` word"),
        ("Luka\u0301`s and Soren\u0303\u02bcs", "Luká’s and Soreñ’s"),
        ("№ 5 of the 2ⁿᵈ round", "№ 5 of the 2ⁿᵈ round"),
        ("мой и\u0306од", "мой йод"),
        ("", ""),
    ],
)
def test_letters_are_read_as_a_reader_sees_them(text: str, letters: str) -> None:
    assert legible(text).letters == letters


LINE = "The delegations of Arvenia and Bostan met for the third time in"


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        (f"{LINE}\nTorvik, the capital of Sudland, yesterday.", f"{LINE} Torvik, the capital of Sudland, yesterday."),
        (f"{LINE} a\nlong-\nterm effort of them all.\n", f"{LINE} a long-term effort of them all.\n"),
        ("A short line\nAnother one", "A short line\nAnother one"),
        (
            f"{LINE}\nTorvik, the capital of Sudland, yesterday\nPresent: A. Berg.",
            f"{LINE} Torvik, the capital of Sudland, yesterday\n\nPresent: A. Berg.",
        ),
        ("---\ntitle: talks\ndate: 2030-06-03\n---\nThey met.", "---\ntitle: talks\ndate: 2030-06-03\n---\nThey met."),
    ],
)
def test_lines_that_only_the_page_has_broken_are_joined(text: str, letters: str) -> None:
    assert legible(text).letters == letters


TEXTS = st.text(st.sampled_from("ab e\u0308\ufb01\ufb03\u00a0\n-.`\u2011И\u0306"), max_size=120)


@given(TEXTS)
def test_every_stretch_has_its_place(text: str) -> None:
    read = legible(text)
    place = 0
    for at, letter in enumerate(read.letters):
        span = read.span(at, at + 1)
        assert span.start >= place or span.start == read.span(at - 1, at).start
        assert 0 <= span.start < span.end <= len(text)
        seen = {unicodedata.normalize(form, span.of(text)) for form in ("NFC", "NFKC")}
        assert letter.isspace() or letter in "’-" or any(letter in one for one in seen)
        place = span.start


@given(TEXTS)
def test_what_is_read_reads_the_same(text: str) -> None:
    once = legible(text).letters
    assert [s.text for s in sentences(once)] == [s.text for s in sentences(legible(once).letters)]
