"""What a side writes comes back word for word, from a letter and from the form; and whatever a file holds, it is read or told."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices.case.minutes import digest
from goodoffices.case.minutes_answers import Asked, form_text, read_answer
from goodoffices.documents.quoting import entries
from goodoffices.errors import DataError
from goodoffices.talks import Day, MinutesPoint, MinutesVersion

from ..amount import cases

TEXTS = (
    "The gauges are read together.",
    'A point: with "marks", a # and - dashes.',
    "Вода — спільна.",
    "لا اتفاق على الماء",
)
POINTS = tuple(MinutesPoint(number=n, kind="open", text=text) for n, text in enumerate(TEXTS, 1))
ASKED = Asked(
    "session",
    MinutesVersion(
        version=3, state="read back", read_back=Day.parse("2031-05-15"), sha256=digest(POINTS), points=POINTS
    ),
    "lower",
    POINTS,
)
# What YAML can hold, on one line, and no line break of any kind in it.
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn")), min_size=1, max_size=60
).filter(
    lambda text: text.strip() == text and text.strip("\ufeff") == text and text.strip(" \t:.,–-") == text and text != ""
)
REPLIES = st.dictionaries(
    st.integers(1, len(TEXTS)), st.tuples(st.sampled_from(("confirms", "objects")), WORDS), min_size=1
)
FEW = settings(max_examples=cases(60, 1500), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@given(replies=REPLIES)
@FEW
def test_a_letter_comes_back_word_for_word(tmp_path: Path, replies: dict[int, tuple[str, str]]) -> None:
    lines = "".join(f"{number}. {says}: {words}\n" for number, (says, words) in replies.items())
    path = tmp_path / "letter.txt"
    path.write_bytes(f"Dear all,\n\n{lines}".encode())
    answer = read_answer(path, ASKED)
    assert {one.point: (one.says, one.words) for one in answer.said} == replies
    assert all(answer.text[one.start : one.end] == one.words for one in answer.said)


@given(replies=REPLIES)
@FEW
def test_the_form_comes_back_word_for_word(tmp_path: Path, replies: dict[int, tuple[str, str]]) -> None:
    first, *rest = form_text(ASKED, ("Lower", "Session")).split("    answer:\n    words:\n")
    filled = [first]
    for number, after in enumerate(rest, 1):
        says, words = replies.get(number, (None, None))
        filled += ["\n".join([*entries({"answer": says, "words": words}, 4), ""]), after]
    path = tmp_path / "form.yaml"
    path.write_bytes("".join(filled).encode())
    answer = read_answer(path, ASKED)
    assert [(one.point, one.says) for one in answer.said] == [(n, replies[n][0]) for n in sorted(replies)]
    for one in answer.said:
        assert answer.text[one.start : one.end] == one.words
        # Where a letter had to be escaped the words stand as they were written, else they are the words themselves.
        assert one.words == replies[one.point][1] or "\\" in one.words or "''" in one.words


@given(data=st.binary(max_size=200), ending=st.sampled_from((".txt", ".yaml")))
@FEW
def test_any_file_is_read_or_refused_with_a_place(tmp_path: Path, data: bytes, ending: str) -> None:
    path = tmp_path / f"any{ending}"
    path.write_bytes(data)
    with suppress(DataError):
        assert read_answer(path, ASKED).said


def test_an_empty_form_is_sound_and_answers_nothing(tmp_path: Path) -> None:
    path = tmp_path / "form.yaml"
    path.write_text(form_text(ASKED, ("Lower", "Session")), "utf-8")
    with pytest.raises(DataError, match="found no answer, expected `answer: confirms`"):
        read_answer(path, ASKED)


def test_a_long_letter_is_read_in_a_time_that_grows_with_it(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("1 objects: " + "no " * 300_000 + "\n" + "     \n" * 50_000, "utf-8")
    assert len(read_answer(path, ASKED).said) == 1
