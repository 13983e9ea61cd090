"""Nothing in a text tells that a stretch was cut out of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.case.seen.seams import is_whole, with_blanks

from ..amount import cases


def cut(text: str, *words: str, kept: tuple[str, ...] = ()) -> str:
    spans = [(text.index(one), text.index(one) + len(one)) for one in words]
    whole = [(text.index(one), text.index(one) + len(one)) for one in kept]
    gone = {place for start, end in with_blanks(text, spans, whole) for place in range(start, end)}
    return "".join(letter for place, letter in enumerate(text) if place not in gone)


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("They met. He wept. They parted.\n", ("He wept.",), "They met. They parted.\n"),
        ("He wept. They parted.\n", ("He wept.",), "They parted.\n"),
        ("They met. He wept.\n", ("He wept.",), "They met.\n"),
        ("They met. He wept.", ("He wept.",), "They met."),
        ("They met.\nHe wept.\nThey parted.\n", ("He wept.",), "They met.\nThey parted.\n"),
        ("They met.\n\nHe wept.\n\nThey parted.\n", ("He wept.",), "They met.\n\nThey parted.\n"),
        ("They met. He wept.\n\nThey parted.\n", ("He wept.",), "They met.\n\nThey parted.\n"),
        ("They met.\n\nHe wept. They parted.\n", ("He wept.",), "They met.\n\nThey parted.\n"),
        ("They met.\n\nHe wept.\n", ("He wept.",), "They met.\n"),
        ("They met in a barn. They parted.", ("in a barn",), "They met. They parted."),
        ("They met (he wept), and parted.", ("he wept",), "They met (), and parted."),
        ("They met, he wept, and parted.", ("he wept,",), "They met, and parted."),
        ("A (he wept and all) B", ("he wept and",), "A (all) B"),
        ("A. He wept. She slept. B.", ("He wept.", "She slept."), "A. B."),
        ("A. He wept. She slept. B.", ("She slept.", "He wept."), "A. B."),
        ("A.\n\nHe wept.\n\nShe slept.\n\nB.", ("He wept.", "She slept."), "A.\n\nB."),
        ("A. He wept. B. She slept. C.", ("He wept.", "She slept."), "A. B. C."),
        ("unbearable", ("bear",), "unable"),
        ("He wept.\n", ("He wept.",), ""),
        ("They met. He wept. ", ("He wept. ",), "They met. "),
        ("They met. He wept. They parted.", (" He wept. ",), "They met. They parted."),
    ],
)  # fmt: skip
def test_no_blank_and_no_line_tells_of_it(text: str, words: tuple[str, ...], left: str) -> None:
    assert cut(text, *words) == left


def test_a_claim_s_words_stay_whole() -> None:
    assert cut("A. He wept. B.", "He wept.", kept=("A. ", " B.")) == "A.  B."
    assert cut("A. He wept. B.", "He wept.", kept=(" B.",)) == "A. B."
    assert cut("A. He wept.", "He wept.", kept=("A. ",)) == "A. "


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("They met. He wept. They parted.", "He wept.", True),
        ("They met. He wept. They parted.", " He wept. ", True),
        ("He wept. They parted.", "He wept.", True),
        ("They met. He wept", "He wept", True),
        ("They met\nHe wept\nThey parted", "He wept", True),
        ("She said: “No.” He wept. They parted.", "He wept.", True),
        ("They met. “He wept.” They parted.", "“He wept.”", True),
        ("They met, he wept, and they parted.", "he wept,", False),
        ("They met in a barn. They parted.", "in a barn.", False),
        ("They met. In a barn he wept.", "In a barn", False),
        ("They met. He wept.", "He wept", False),
    ],
)
def test_a_stretch_is_whole_where_the_words_around_it_are(text: str, words: str, whole: bool) -> None:
    assert is_whole(text, text.index(words), text.index(words) + len(words)) is whole


SENTENCE = st.sampled_from(["They met.", "He wept!", "“Never,” she said.", "A barn?", "Two (or three) came."])
BREAK = st.sampled_from([" ", "\n", "\n\n", "  "])


@given(
    sentences=st.lists(st.tuples(SENTENCE, st.booleans()), min_size=1, max_size=8), between=BREAK,
    end=st.sampled_from(["", "\n"]),
)  # fmt: skip
@settings(max_examples=cases(200, 5000))
def test_it_is_as_if_the_sentences_had_never_been_written(
    sentences: list[tuple[str, bool]], between: str, end: str
) -> None:
    text, spans, place = between.join(words for words, _ in sentences) + end, [], 0
    for words, hidden in sentences:
        spans += [(place, place + len(words))] if hidden else []
        place += len(words) + len(between)
    gone = {place for start, stop in with_blanks(text, spans, ()) for place in range(start, stop)}
    left = [words for words, hidden in sentences if not hidden]
    shown = "".join(letter for place, letter in enumerate(text) if place not in gone)
    assert shown == (between.join(left) + end if left else "")
