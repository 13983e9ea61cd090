"""A list or mapping that is new on the first floor of a file is written entry by entry, as in all files."""

import pytest

from goodoffices.documents import Plain

from .test_edit import editor


@pytest.mark.parametrize(
    ("text", "new", "shown"),
    [
        (
            "title: Talks\n",
            {"issues": {"water": {"title": "Water"}}},
            "title: Talks\nissues:\n  water: {title: Water}\n",
        ),
        ("a: 1\n", {"b": [1, 2]}, "a: 1\nb:\n  - 1\n  - 2\n"),
        ("a: 1\n", {"b": {}}, "a: 1\nb: {}\n"),
        ("a: 1\n", {"b": 2, "c": {"d": 3, "e": 4}}, "a: 1\nb: 2\nc:\n  d: 3\n  e: 4\n"),
        ("a: {x: 1}\n", {"b": "no"}, 'a: {x: 1}\nb: "no"\n'),
    ],
)
def test_a_new_entry_of_the_first_floor(text: str, new: dict[str, Plain], shown: str) -> None:
    edited = editor(text)
    edited.insert((), new)
    assert edited.text() == shown


def test_further_down_what_fits_stays_on_one_line() -> None:
    edited = editor("issues:\n  water: {title: Water}\n")
    edited.insert(("issues",), {"toll": {"title": "Toll", "options": {"less": {"title": "Less"}}}})
    assert edited.text().splitlines()[2] == "  toll: {title: Toll, options: {less: {title: Less}}}"
