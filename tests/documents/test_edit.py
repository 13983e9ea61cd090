"""Edits leave everything else as it stands, and are proved before the new text is given out."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.documents import CannotWriteError, Document, Editor, Plain, copy_of, parse, same, sha256_of
from goodoffices.documents.marks import Step
from goodoffices.documents.quoting import WIDTH, entries, floor, flow, items, scalar
from goodoffices.errors import DataError

from .plain_values import AWKWARD, block, mappings, one_line, scalars, texts, values


def editor(text: str) -> Editor:
    return Editor(Document(Path("f.yaml"), "f.yaml", text, parse("f.yaml", text), sha256_of(text.encode())))


# Each row: the old text, where, what is added, behind which key, the new text.
INSERTED: list[tuple[str, tuple[Step, ...], dict[str, Plain], str | None, str]] = [
    ("a: 1\n", (), {"b": 2}, None, "a: 1\nb: 2\n"),
    ("a: 1", (), {"b": 2, "c": "x"}, None, "a: 1\nb: 2\nc: x"),
    ("a: 1\r\nb: 2\r\n", (), {"c": 3}, "a", "a: 1\r\nc: 3\r\nb: 2\r\n"),
    ("a: 1 # note\n# end\n", (), {"b": 2}, None, "a: 1 # note\nb: 2\n# end\n"),
    ("a:\n  b: 1  # one\n\n  # two\nc: 2\n", ("a",), {"x": None}, None,
     "a:\n  b: 1  # one\n  x: null\n\n  # two\nc: 2\n"),
    ("a:\n  b: 1\nc: 2\n", (), {"x": True}, "a", "a:\n  b: 1\nx: true\nc: 2\n"),
    ("a:\n- id: A\n  w: x # c\n- id: B\n", ("a", 0), {"s": 5}, "id", "a:\n- id: A\n  s: 5\n  w: x # c\n- id: B\n"),
    ("a:\n- id: A\n  w: x # c\n- id: B\n", ("a", 1), {"s": 5}, None, "a:\n- id: A\n  w: x # c\n- id: B\n  s: 5\n"),
    ("a: |\n  x\n\n# c\nb: 1\n", (), {"x": 1}, "a", "a: |\n  x\nx: 1\n\n# c\nb: 1\n"),
    ("a: |+\n  x\n\nb: 1\n", (), {"x": 1}, "a", "a: |+\n  x\n\nx: 1\nb: 1\n"),
    ("a: [1,\n  2] # c\n", (), {"x": 1}, None, "a: [1,\n  2] # c\nx: 1\n"),
    ("a:\n", (), {"x": 1}, None, "a:\nx: 1\n"),
    ("a: # c\nb:\n", (), {"x": 1}, "a", "a: # c\nx: 1\nb:\n"),
    ("{}", (), {"x": 1, "v": "a, b"}, None, '{x: 1, v: "a, b"}'),
    ("a: { }\n", ("a",), {"x": 1}, None, "a: {x: 1 }\n"),
    ("a: {b: 1, c: } # c\n", ("a",), {"x": 1}, "b", "a: {b: 1, x: 1, c: } # c\n"),
    ("a: {b: 1, c: } # c\n", ("a",), {"x": 1}, None, "a: {b: 1, c: , x: 1} # c\n"),
    ("a: {b: 1,}\n", ("a",), {"x": [1, {"v": 2}]}, None, "a: {b: 1, x: [1, {v: 2}],}\n"),
    ("a: {b: 1 # c\n  }\n", ("a",), {"x": 1}, None, "a: {b: 1, x: 1 # c\n  }\n"),
    ("--- # s\na: 1\n...\n", (), {"b": 2}, None, "--- # s\na: 1\nb: 2\n...\n"),
    ("é: ü😀\n", (), {"日本": "😀"}, "é", 'é: ü😀\n日本: "😀"\n'),
    ("? a\n: b\n", (), {"c": 1}, None, "? a\n: b\nc: 1\n"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "steps", "added", "after", "new"), INSERTED)
def test_insert(old: str, steps: tuple[Step, ...], added: dict[str, Plain], after: str | None, new: str) -> None:
    edits = editor(old)
    edits.insert(steps, added, after)
    assert edits.text() == new


@pytest.mark.parametrize(
    ("old", "steps", "value", "new"),
    [
        ("a: []", ("a",), 1, "a: [1]"),
        ("a: [1, 2] # c", ("a",), "x: v", 'a: [1, 2, "x: v"] # c'),
        ("a: [ [1], ]\n", ("a", 0), None, "a: [ [1, null], ]\n"),
        ("a:\n- 1 # one\n# end\nb: 2\n", ("a",), 2, "a:\n- 1 # one\n- 2\n# end\nb: 2\n"),
        ("a:\n  - b: 1\n    c: 2\n", ("a",), {"b": 3, "c": []}, "a:\n  - b: 1\n    c: 2\n  - {b: 3, c: []}\n"),
        ("a:\n- - 1\n", ("a", 0), 2, "a:\n- - 1\n  - 2\n"),
        ("a:\n-", ("a",), "x", "a:\n-\n- x"),
        ("a:\n- |\n  x\nb: 1", ("a",), "x", "a:\n- |\n  x\n- x\nb: 1"),
    ],
)
def test_append(old: str, steps: tuple[Step, ...], value: Plain, new: str) -> None:
    edits = editor(old)
    edits.append(steps, value)
    assert edits.text() == new


@pytest.mark.parametrize(
    ("old", "steps", "value", "new"),
    [
        ("a: 1 # c\n", ("a",), 2, "a: 2 # c\n"),
        ("a: 'x # v'  # c\n", ("a",), "no", 'a: "no"  # c\n'),
        ("a: x\n  v # c\nb: 1", ("a",), "z", "a: z # c\nb: 1"),
        ("a: |  # c\n  x\n\nb: 1\n", ("a",), "v", "a: v  # c\n\nb: 1\n"),
        ("a: >-\r\n  x\r\nb: 1\r\n", ("a",), "v", "a: v\r\nb: 1\r\n"),
        ("a: |\n  x", ("a",), "v", "a: v"),
        ("a:\nb: 1\n", ("a",), "v", "a: v\nb: 1\n"),
        ("a: # c\n", ("a",), "v", "a: v # c\n"),
        ("a: {b: , c: }\n", ("a", "b"), [1], "a: {b: [1], c: }\n"),
        ("a: {b, c: 1}\n", ("a", "b"), "v", "a: {b: v, c: 1}\n"),
        ("a:\n-\n- 1\n", ("a", 0), {"x": 1}, "a:\n- {x: 1}\n- 1\n"),
        ("a: [1, '2']", ("a", 1), Decimal("2.50"), "a: [1, 2.50]"),
        ('{"a":1}', ("a",), "x", '{"a":x}'),
    ],
)
def test_replace(old: str, steps: tuple[Step, ...], value: Plain, new: str) -> None:
    edits = editor(old)
    edits.replace(steps, value)
    assert edits.text() == new


def test_edits_at_one_place_stand_in_order_the_deepest_first() -> None:
    edits = editor("a:\n  b:\n    c:\nz: {}\n")
    edits.insert((), {"v": 1}, after="a")
    edits.insert(("a",), {"d": 2})
    edits.insert(("a", "b"), {"e": 3})
    edits.insert(("a", "b"), {"f": 4}, after="c")
    edits.replace(("a", "b", "c"), 5)
    edits.insert(("z",), {"g": 6})
    edits.insert(("z",), {"h": 7})
    assert edits.text() == "a:\n  b:\n    c: 5\n    e: 3\n    f: 4\n  d: 2\nv: 1\nz: {g: 6, h: 7}\n"


def test_no_edit_is_no_change() -> None:
    assert editor("a:   1 # c\r\n\r\n").text() == "a:   1 # c\r\n\r\n"
    nothing = editor("a: {}\n")
    nothing.insert(("a",), {})
    nothing.insert((), {})
    assert nothing.text() == "a: {}\n"
    nothing.insert(("a",), {"b": 1})
    assert nothing.text() == "a: {b: 1}\n"


def test_the_new_text_may_be_asked_for_again_and_again() -> None:
    edits = editor("a: 1\n")
    edits.insert((), {"b": 2})
    assert edits.text() == edits.text() == "a: 1\nb: 2\n"
    edits.insert((), {"c": 3})
    assert edits.text() == "a: 1\nb: 2\nc: 3\n"


LONG: dict[str, Plain] = {
    "id": "A1",
    "words": "x" * WIDTH,
    "by": ["y" * 70, "z" * 70],
    "at": [{"a": "v" * WIDTH}],
    "e": {},
}


def test_what_does_not_fit_in_a_line_becomes_a_block() -> None:
    edits = editor("claims:\n  - id: A0\n")
    edits.append(("claims",), LONG)
    assert edits.text().splitlines() == [
        "claims:",
        "  - id: A0",
        "  - id: A1",
        f"    words: {'x' * WIDTH}",
        "    by:",
        f"      - {'y' * 70}",
        f"      - {'z' * 70}",
        "    at:",
        f"      - a: {'v' * WIDTH}",
        "    e: {}",
    ]


def test_within_brackets_all_stays_on_one_line() -> None:
    edits = editor("claims: []\n")
    edits.append(("claims",), LONG)
    assert edits.text().count("\n") == 1


# What cannot be done


def refused(edits: Editor, method: str, *arguments: Any) -> str:
    before = edits.text()
    with pytest.raises(DataError) as error:
        getattr(edits, method)(*arguments)
    assert edits.text() == before
    return str(error.value)


@pytest.mark.parametrize(
    ("method", "arguments", "message"),
    [
        ("insert", ((), {"b": 1}), "f.yaml:2:4: found the key 'b' already there"),
        ("insert", (("b",), {"x": 1}), "f.yaml:2:4: found a value that is not a mapping"),
        ("insert", (("a", "b", "c"), {"x": 1}), "f.yaml:1:4: found nothing under 'b'"),
        ("insert", ((), {"x": 1}, "y"), "f.yaml:1:1: found nothing under 'y'"),
        ("insert", ((), {"x": Decimal("NaN")}), "found an endless or overlong number"),
        ("insert", ((), {"x": [Decimal("1E+999999999")]}), "found an endless or overlong number"),
        ("insert", ((), {"x": 10**400}), "found an endless or overlong number"),
        ("insert", ((), {"x": 10**10000}), "found an endless or overlong number"),
        ("insert", ((), {"x": "\ud83d"}), r"found half of a surrogate pair \(U\+D83D\)"),
        ("insert", ((), {"k" * 1001: 1}), "found a key of 1001 characters"),
        ("append", ((), 1), "f.yaml:1:1: found a value that is not a list"),
        ("append", (("b",), "\ud83d"), "half of a surrogate pair"),
        ("append", (("b", 5), 1), "f.yaml:2:4: found nothing under '5'"),
        ("replace", ((), 1), "found a list, a mapping"),
        ("replace", (("b",), 1), "found a list, a mapping"),
        ("replace", (("b", 1), 1), "found nothing under '1'"),
        ("replace", (("b", 0), Decimal("Infinity")), "found an endless or overlong number"),
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(
    method: str, arguments: tuple[Any, ...], message: str
) -> None:
    with pytest.raises(DataError, match=message):
        getattr(editor("a: {}\nb: [1]\n"), method)(*arguments)
    refused(editor("a: {}\nb: [1]\n"), method, *arguments)


def test_an_edit_of_an_edit_is_refused() -> None:
    edits = editor("a: {}\nb: 1\n")
    edits.insert(("a",), {"x": {}})
    edits.replace(("b",), 2)
    assert "found the key 'x' already there" in refused(edits, "insert", ("a",), {"x": 1})
    assert "found nothing under 'x'" in refused(edits, "insert", ("a", "x"), {"y": 1})
    assert "replaced before" in refused(edits, "replace", ("b",), 3)


def test_other_types_are_the_caller_s_mistake() -> None:
    for value in (1.5, (1,), b"x", {1}):
        with pytest.raises(TypeError, match=f"type {type(value).__name__}"):
            editor("a: 1\n").insert((), {"b": value})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("old", "steps", "added"),
    [("a: [b: 1, c]", ("a", 0), {"x": 1}), ("a: |\n  text", (), {"x": 1}), ("a: 1\x85b: 2\n", (), {"x": 1})],
    ids=["a pair without braces", "a block that ends with the file", "line ends that editors do not show"],
)
def test_a_layout_that_cannot_take_the_edit_is_told(old: str, steps: tuple[Step, ...], added: dict[str, Plain]) -> None:
    edits = editor(old)
    edits.insert(steps, added, after="a" if "\x85" in old else None)
    try:
        new = edits.text()
    except DataError as error:
        assert "a layout in which this change cannot be written" in str(error)  # noqa: PT017
    else:
        assert "x" in parse("f", new)


@pytest.mark.parametrize("wrong", ["a: 1\nb: 3\n", "a: 1\nb: '2'\n", "a: 1\n", "a: [\n"])
def test_the_proof_catches_a_text_that_says_something_else(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    edits = editor("a: 1\n")
    edits.insert((), {"b": 2})
    monkeypatch.setattr(Editor, "_applied", lambda _: wrong)
    with pytest.raises(DataError, match=r"f\.yaml:2:1: found a layout in which this change cannot be written"):
        edits.text()


@pytest.mark.slow
def test_twenty_thousand_edits_in_one_go() -> None:
    edits = editor(
        "claims:\n"
        + "".join(f"  - id: A{n} # {n}\n    status: proposed\n    at: {{start: 1}}\n" for n in range(20_000))
    )
    for n in range(20_000):
        edits.insert(("claims", n), {"by": "analyst"}, after="id")
        edits.insert(("claims", n, "at"), {"end": n})
        edits.replace(("claims", n, "status"), "accepted")
    expected = "".join(
        f"  - id: A{n} # {n}\n    by: analyst\n    status: accepted\n    at: {{start: 1, end: {n}}}\n"
        for n in range(20_000)
    )
    assert edits.text() == "claims:\n" + expected


@pytest.mark.slow
def test_twenty_thousand_inserts_into_one_mapping() -> None:
    edits = editor("claims:\n" + "".join(f"  A{n}: 1\n" for n in range(20_000)))
    for n in range(20_000):
        edits.insert(("claims",), {f"B{n}": 2}, after=f"A{n}")
    assert edits.text() == "claims:\n" + "".join(f"  A{n}: 1\n  B{n}: 2\n" for n in range(20_000))


# How values are written


@pytest.mark.parametrize("text", AWKWARD, ids=ascii)
def test_awkward_text_reads_back_wherever_it_stands(text: str) -> None:
    assert "\n" not in scalar(text)
    assert same(parse("f", f"{scalar(text)}: {scalar(text)} # c\n"), {text: text})
    assert same(parse("f", f"a: [{flow({text: text})}, {scalar(text)}]"), {"a": [{text: text}, text]})
    assert same(parse("f", f"a:\n- {scalar(text)}\n- {scalar(text)}: 1\n"), {"a": [text, {text: 1}]})


@pytest.mark.parametrize(
    "text", ["Istanbul", "2025-05-16", "2025-05", "30-day", "told by zelensky", "Лавров", "a/b.c", "it's", "A (b)"]
)
def test_ordinary_text_needs_no_quotation_marks(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text", ["NO", "Yes", "off", "Null", "TRUE", "12:30", "007", "1e3", ".5", "0x1F", "1_000", "y", "zelensky?"]
)
def test_text_that_other_readers_misread_is_put_in_quotation_marks(text: str) -> None:
    assert scalar(text) == f'"{text}"'


@pytest.mark.parametrize("text", ["\u202e", "\u200b", "\x1b", "\ufeff", "\x85", "\u2028", "\xa0"])
def test_what_is_not_seen_is_written_as_an_escape(text: str) -> None:
    assert scalar(text).isascii()
    assert scalar(text).startswith('"\\')


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("1E+2"), "100.0"),
        (Decimal("1E-3"), "0.001"),
        (Decimal("-0"), "-0.0"),
        (Decimal("1.50"), "1.50"),
        (-7, "-7"),
        (None, "null"),
    ],
)
def test_numbers_are_written_without_exponents(value: Plain, written: str) -> None:
    assert flow(value) == written
    assert same(parse("f", f"a: {written}")["a"], value)


def test_cannot_write_is_a_value_error_that_says_why() -> None:
    with pytest.raises(CannotWriteError, match=r"found half of a surrogate pair \(U\+DC00\), expected text that UTF-8"):
        scalar("\udc00")
    assert issubclass(CannotWriteError, ValueError)


@given(mappings)
def test_all_that_is_written_on_one_line_reads_back(value: dict[str, Plain]) -> None:
    assert same(parse("f", flow(value)), value)


@given(mappings.filter(bool), st.integers(0, 6))
def test_all_that_is_written_in_blocks_reads_back(value: dict[str, Plain], indent: int) -> None:
    assert same(parse("f", "\n".join(entries(value, indent))), value)
    listed = "a:\n" + "\n".join(items(list(value.values()), indent))
    assert same(parse("f", listed), {"a": list(value.values())})


# Properties of edits


def containers(value: Plain, steps: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], Plain]]:
    """All values with their steps."""
    yield steps, value
    pairs: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        yield from containers(inner, (*steps, step))


def at(value: Any, steps: tuple[Step, ...]) -> Any:
    for step in steps:
        value = value[step]
    return value


def edit_anywhere(data: st.DataObject, edits: Editor, expected: Any) -> None:
    """Make one random edit, of the document and of the values that are expected."""
    steps, old = data.draw(st.sampled_from(list(containers(edits.document.value))))
    if isinstance(old, dict):
        new = data.draw(st.dictionaries(texts, values, max_size=2))
        new = {key: item for key, item in new.items() if key not in at(expected, steps)}
        after = data.draw(st.sampled_from([None, *old]))
        edits.insert(steps, new, after)
        at(expected, steps).update(copy_of(new))
    elif isinstance(old, list):
        item = data.draw(values)
        edits.append(steps, item)
        at(expected, steps).append(copy_of(item))
    else:
        item = data.draw(scalars)
        try:
            edits.replace(steps, item)
        except DataError as error:
            assert "replaced before" in str(error)  # noqa: PT017
        else:
            at(expected, steps[:-1])[steps[-1]] = item


def comments(text: str) -> list[str]:
    return re.findall("#- (?:note|first|last)", text)


@given(st.data(), mappings.filter(bool), st.sampled_from(["\n", "\r\n"]), st.integers(1, 5), st.booleans())
def test_any_edits_give_what_is_expected_and_keep_all_comments(
    data: st.DataObject, value: dict[str, Plain], newline: str, number: int, in_blocks: bool
) -> None:
    old = block(value, comment="  #- note") if in_blocks else f"#- first\n{one_line(value)} #- last\n"
    old = old.replace("\n", newline)
    edits, expected = editor(old), copy_of(value)
    for _ in range(number):
        edit_anywhere(data, edits, expected)
    new = edits.text()
    assert same(parse("f", new), expected)
    assert comments(new) == comments(old)
    assert new.count("\n") == new.count(newline)


@given(mappings.filter(bool), st.dictionaries(texts, values, min_size=1, max_size=3))
def test_what_is_taken_out_again_leaves_the_old_text(value: dict[str, Plain], added: dict[str, Plain]) -> None:
    added = {key: item for key, item in added.items() if key not in value}
    old = block(value, comment=" # c")
    edits = editor(old)
    edits.insert((), added)
    lines = "".join(f"{line}\n" for line in floor(added, 0))
    assert edits.text() == old + lines


@pytest.mark.parametrize("kind", ["|", ">", "|-", ">-", "|+", ">+", "|2", "| # c"])
@pytest.mark.parametrize("below", ["", "\n", "\n\n", "\n# c\n"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_block_scalars_keep_their_text_whatever_is_added_below(kind: str, below: str, newline: str) -> None:
    old = f"a: {kind}\n  one\n   two  \n\n  three\n{below}b: 1\n".replace("\n", newline)
    for steps, added, after in [((), {"x": 1}, "a"), ((), {"x": "y"}, None)]:
        edits = editor(old)
        edits.insert(steps, added, after)  # type: ignore[arg-type]
        assert parse("f", edits.text())["a"] == parse("f", old)["a"]
    edits = editor(old)
    edits.replace(("a",), "new")
    assert parse("f", edits.text()) == {"a": "new", "b": 1}


REMOVED: list[tuple[str, tuple[Step, ...], str]] = [
    ("a: 1\nb: 2\n", ("a",), "b: 2\n"),
    ("a: {x: 1}\nb: 2\n", ("a", "x"), "b: 2\n"),
    ("a: [1, 2, 3]\n", ("a", 1), "a: [1, 3]\n"),
    ("a: [1, 2, 3]\n", ("a", 2), "a: [1, 2]\n"),
    ("a:\n- x: 1\n  y: 2  # why\n# of z\n- z: 3\n", ("a", 0), "a:\n# of z\n- z: 3\n"),
    ("a: {x: {y: {z: 1}}, b: 2}\n", ("a", "x", "y", "z"), "a: {b: 2}\n"),
    ("a: |\n  text\n\nb: 2\n", ("a",), "\nb: 2\n"),
    ("b: 2\na: 'no line end'", ("a",), "b: 2\n"),
]


@pytest.mark.parametrize(("old", "steps", "new"), REMOVED)
def test_remove(old: str, steps: tuple[Step, ...], new: str) -> None:
    edited = editor(old)
    edited.remove(steps)
    assert edited.text() == new


SET: list[tuple[str, tuple[Step, ...], Plain, str | None, str]] = [
    ("a: 1  # one\n", ("a",), 2, None, "a: 2  # one\n"),
    ("a: 1\n", ("a",), 1, None, "a: 1\n"),
    ("a: 1\nb: 2\n", ("c",), "x", "a", "a: 1\nc: x\nb: 2\n"),
    ("a: [1, 2]\n", ("a",), "x", None, "a: x\n"),
    ("a: x\n", ("a",), [1, 2], None, "a: [1, 2]\n"),
    ("a: {k: [1]}  # why\n", ("a", "k"), {"b": 1}, None, "a: {k: {b: 1}}  # why\n"),
]


@pytest.mark.parametrize(("old", "steps", "value", "after", "new"), SET)
def test_set(old: str, steps: tuple[Step, ...], value: Plain, after: str | None, new: str) -> None:
    edited = editor(old)
    edited.set(steps, value, after)
    assert edited.text() == new


def test_two_entries_of_a_block_go_at_once() -> None:
    edited = editor("a:\n- 1\n- 2\n- 3\nb:\n  x: 1\n  y: 2\n")
    for steps in (("a", 0), ("a", 2), ("b", "x")):
        edited.remove(steps)
    assert edited.text() == "a:\n- 2\nb:\n  y: 2\n"


def test_two_removals_that_would_run_into_each_other_are_refused() -> None:
    edited = editor("a: [1, 2, 3]\n")
    edited.remove(("a", 1))
    with pytest.raises(DataError, match="one edit at a time"):
        edited.remove(("a", 2))


@given(mappings, st.data())
def test_what_is_removed_is_gone_and_nothing_else(value: dict[str, Plain], data: st.DataObject) -> None:
    text = block(value)
    steps: tuple[Step, ...] = ()
    here: Any = value
    while isinstance(here, (dict, list)) and here and (not steps or data.draw(st.booleans())):
        step = data.draw(st.sampled_from(list(here) if isinstance(here, dict) else range(len(here))))
        steps, here = (*steps, step), here[step]
    if not steps or len(value) == 1:
        return
    edited = editor(text)
    try:
        edited.remove(steps)
        new = edited.text()
    except DataError:
        return  # a layout in which it cannot be written is refused
    expected = copy_of(value)
    while len(steps) > 1 and len(_at(expected, steps[:-1])) == 1:
        steps = steps[:-1]
    del _at(expected, steps[:-1])[steps[-1]]
    assert same(parse("f.yaml", new), expected)


def _at(value: Any, steps: tuple[Step, ...]) -> Any:
    for step in steps:
        value = value[step]
    return value
