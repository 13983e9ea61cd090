"""What is read from YAML, what is refused and where, and the places of values and keys."""

import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.documents import Document, Place, Plain, Span, parse, read_yaml, same, sha256_of
from goodoffices.documents.marks import Step
from goodoffices.documents.plain import copy_of, resolve
from goodoffices.documents.reader import DEEPEST
from goodoffices.documents.syntax import MANY
from goodoffices.errors import DataError

from .plain_values import AWKWARD, block, mappings, one_line, values


def document(text: str) -> Document:
    return Document(Path("f.yaml"), "f.yaml", text, parse("f.yaml", text), sha256_of(text.encode()))


def complaints(text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(DataError) as error:
        parse("f.yaml", text)
    assert all(p.file == "f.yaml" and p.expected for p in error.value.problems)
    return [(p.line, p.column, p.found) for p in error.value.problems]


# What a plain scalar stands for

RESOLVED: list[tuple[str, Plain]] = [
    ("", None), ("~", None), ("null", None), ("Null", "Null"), ("NULL", "NULL"),
    ("true", True), ("false", False), ("True", "True"), ("FALSE", "FALSE"),
    ("NO", "NO"), ("no", "no"), ("yes", "yes"), ("on", "on"), ("y", "y"),
    ("0", 0), ("1", 1), ("-1", -1), ("+5", 5), ("-0", 0),
    ("123456789012345678901234567890", 123456789012345678901234567890),
    ("007", "007"), ("00", "00"), ("-01", "-01"), ("0o17", "0o17"), ("0x1F", "0x1F"), ("0b1", "0b1"),
    ("1_000", "1_000"),
    ("12:30", "12:30"), ("190:20:30", "190:20:30"), ("2025-05-16", "2025-05-16"), ("2025-05", "2025-05"),
    ("30-day", "30-day"),
    ("1.5", Decimal("1.5")), ("-0.25", Decimal("-0.25")), ("+1.50", Decimal("1.50")), ("0.1", Decimal("0.1")),
    (".5", ".5"), ("1.", "1."), ("01.5", "01.5"), ("1e3", "1e3"), ("1.5e3", "1.5e3"), ("1,5", "1,5"),
    ("1.2.3", "1.2.3"),
    (".inf", ".inf"), (".nan", ".nan"), ("-.inf", "-.inf"), ("<<", "<<"), ("=", "="), ("+", "+"),
    ("--", "--"), ("١", "١"),
    ("9" * 300, int("9" * 300)), ("9" * 301, "9" * 301), ("9" * 10_000, "9" * 10_000),
    ("1." + "1" * 400, "1." + "1" * 400),
]  # fmt: skip


@pytest.mark.parametrize(("word", "meaning"), RESOLVED, ids=lambda value: repr(value)[:30])
def test_only_null_booleans_integers_and_decimals_are_more_than_text(word: str, meaning: Plain) -> None:
    assert same(resolve(word), meaning)
    assert same(parse("f", f"a: {word}")["a"], meaning)
    assert same(parse("f", f"a: '{word}'\nb: \"{word}\"\n"), {"a": word, "b": word})
    assert same(parse("f", f"a: |-\n  {word}\nb: 1")["a"], word)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1: a", {"1": "a"}),
        ("+1: a\n007: b\n-3: c", {"+1": "a", "007": "b", "-3": "c"}),
        ("NO: Norway\nyes: y\n2025-05-16: day", {"NO": "Norway", "yes": "y", "2025-05-16": "day"}),
        ("'true': 1\n\"\": 2\n'1.5': 3\n'~': 4", {"true": 1, "": 2, "1.5": 3, "~": 4}),
        ("<<: {a: 1}", {"<<": {"a": 1}}),
        ("--- # start\na: 1\n...\n", {"a": 1}),
        ("%YAML 1.1\n---\na: 1\n", {"a": 1}),
        ("{a: 1, b: [x, {c: }], d: {}, e: []}", {"a": 1, "b": ["x", {"c": None}], "d": {}, "e": []}),
        ("a:\n- 1\n-\n- - x\n  - b: 2\n    c:\nd:", {"a": [1, None, ["x", {"b": 2, "c": None}]], "d": None}),
        ("a: [b: 1, c]", {"a": [{"b": 1}, "c"]}),
        ("? a\n: b\n? c\n", {"a": "b", "c": None}),
        ("a: |\n  x\n   y\n\nb: >-\n  x\n  y\n", {"a": "x\n y\n", "b": "x y"}),
        ("a: x\n  y\nb: 'x\n\n  y'", {"a": "x y", "b": "x\ny"}),
        ("a: 1\r\nb: x\r\n", {"a": 1, "b": "x"}),
        ("a: 'x\ty' # no tab here\nb: \"\t\"\n", {"a": "x\ty", "b": "\t"}),
        ("a: \"\\0\\x1b\\U0001F600\\u2028\"", {"a": "\0\x1b😀\u2028"}),
        ("{}", {}),
    ],
)  # fmt: skip
def test_read_as_written(text: str, value: Plain) -> None:
    assert same(parse("f", text), value)


# What is refused, and where

REFUSED: list[tuple[str, list[tuple[int, int, str]]]] = [
    ("a: &x 1\nb: *x\n", [(1, 4, "the anchor '&x'"), (2, 4, "the alias '*x'")]),
    ("a: !!str 1", [(1, 4, "the tag 'tag:yaml.org,2002:str'")]),
    ("a: !x {b: 1}\nc: ! d", [(1, 4, "the tag '!x'"), (2, 4, "the tag '!'")]),
    ("&k a: 1\n*k : 2", [(1, 1, "the anchor '&k'"), (2, 1, "the alias '*k'")]),
    ("a: !e!x 1", [(1, 4, "a tag")]),
    ("é: 1\nb: {c: 1, c: 2}\né: 3", [(2, 11, "the key 'c' a second time (first on line 2)"),
                                      (3, 1, "the key 'é' a second time (first on line 1)")]),
    ("a: 1\n'a': 2\n\"\\x61\": 3", [(2, 1, "the key 'a' a second time (first on line 1)"),
                                    (3, 1, "the key 'a' a second time (first on line 1)")]),
    ("1: a\n'1': b", [(2, 1, "the key '1' a second time (first on line 1)")]),
    ("x: &a 1\nx: !t b", [(1, 4, "the anchor '&a'"), (2, 1, "the key 'x' a second time"), (2, 4, "the tag '!t'")]),
    (f"{'k' * 100}: 1\n{'k' * 100}: 1", [(2, 1, f"the key '{'k' * 79}…' a second time (first on line 1)")]),
    ("1.5: a", [(1, 1, "the key '1.5', which is not text")]),
    ("true: a\n~: b\nnull: c",
     [(1, 1, "the key 'true', which"), (2, 1, "the key '~', which"), (3, 1, "the key 'null', which")]),
    ("{? , a: 1}", [(1, 4, "nothing where a key should stand")]),
    ("[a]: 1\n? {b: c}\n: 2\nd: 3\nd: 4", [(1, 1, "a list or mapping as a key"), (2, 3, "a list or mapping as a key"),
                                           (5, 1, "the key 'd' a second time (first on line 4)")]),
    ("a:\n\tb: 1", [(2, 1, "a tab")]),
    ("\ta: 1", [(1, 1, "a tab")]),
    ("a:\t1", [(1, 3, "a tab")]),
    ("a: b\tc\nd: '\t'\t# e", [(1, 5, "a tab"), (2, 7, "a tab")]),
    ("a: 1 #\tb", [(1, 7, "a tab")]),
    ("a: |\n  x\ty", [(2, 4, "a tab")]),
    ("a: |\n x\n\ty", [(3, 1, "a tab")]),
    ("a: [1,\n\t\t2]\nb: 1\nb: 2", [(2, 1, "a tab"), (4, 1, "the key 'b' a second time")]),
    ("a: 1\n---\nb: 2", [(2, 1, "a second document ('---')")]),
    ("a: 1\n...\n---\n", [(3, 1, "a second document ('---')")]),
    ("- 1", [(1, 1, "a list as the whole file")]),
    ("x", [(1, 1, "a single value as the whole file")]),
    ("# only a comment", [(1, 1, "a file without any key")]),
    ("---\n", [(1, 1, "a file without any key")]),
    ("", [(1, 1, "a file without any key")]),
    ("é: \x01\nb: \x7f", [(1, 4, "the control character U+0001"), (2, 4, "the control character U+007F")]),
    ("a: \ufffe\x80", [(1, 4, "the control character U+FFFE"), (1, 5, "the control character U+0080")]),
    ("\ufeffa: 1", [(1, 1, "the control character U+FEFF")]),
    # syntax: the first mistake only
    ("a: b: c\nd: e: f", [(1, 5, "a ':' where no key can stand")]),
    ("a: 1\n b: 2", [(2, 3, "a ':' where no key can stand")]),
    ("é: 'x\nb: 1\n", [(1, 4, "a quotation mark that is never closed")]),
    ("a: 'x\ty\nb: 1\n", [(1, 4, "a quotation mark that is never closed")]),
    ("a: '\n---\nb: 1'", [(1, 4, "a quotation mark not closed before '---' or '...'")]),
    ("a: \"b\" c", [(1, 8, "more text behind a value")]),
    ("a: 1\nb\n", [(2, 1, "a line without ':' after its key")]),
    ("a:\n  b: 1\n c: 2", [(3, 2, "a line that does not fit the lines above it")]),
    ("- 1\n b: 2", [(2, 3, "a ':' where no key can stand")]),
    ("a:\n  - b: 1\n   - c", [(3, 4, "a line that does not fit the list above it")]),
    ("a: [1, 2\nb: 3", [(2, 2, "a list that is not closed (opened on line 1)")]),
    ("\na: {b: 1", [(2, 9, "a mapping that is not closed (opened on line 2)")]),
    ("a: ]", [(1, 4, "nothing where a value should stand")]),
    ("{a: 1}\n{b: 2}", [(2, 1, "more text after the end of the document")]),
    ("a: - 1", [(1, 4, "a '-' of a list where none can stand")]),
    ("a: ? b", [(1, 4, "a '?' where none can stand")]),
    ("{a:}", [(1, 2, "a ':' without a space behind it")]),
    ("a: @x", [(1, 4, "'@' at the start of a value")]),
    ("a: *", [(1, 5, "a value that starts with '*' or '&'")]),
    ("a: |x\n", [(1, 5, "text after '|' or '>'")]),
    (r'a: "\q"', [(1, 5, "a backslash before a character that needs none")]),
    (r'a: "\ud83d"', [(1, 7, "YAML that cannot be read (found invalid Unicode")]),
    ("%FOO\n---\na: 1", [(1, 5, "YAML that cannot be read (found unknown directive")]),
    ("a: 1\na: 2\nb: [", [(2, 1, "the key 'a' a second time"), (3, 5, "nothing where a value")]),
    ("x" * 2000 + ": 1", [(1, 2001, "a ':' where no key can stand")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REFUSED, ids=[repr(text)[:40] for text, _ in REFUSED])
def test_refused_with_all_places(text: str, expected: list[tuple[int, int, str]]) -> None:
    told = complaints(text)
    assert [(line, column) for line, column, _ in told] == [(line, column) for line, column, _ in expected]
    assert all(found.startswith(start) for (*_, found), (*_, start) in zip(told, expected, strict=True))


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "- - ", "[{a: "])
def test_depth_is_bounded_whatever_is_nested(opening: str) -> None:
    start = "a: " if opening[0] in "[{" else "a:\n  "
    (line, _, found), *more = complaints(start + opening * 50_000)
    assert (found, line > 0) == (f"a value nested deeper than {DEEPEST}", True) or "as a key" in found
    assert len(more) <= DEEPEST


def test_the_deepest_that_is_read() -> None:
    text = "a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)
    assert parse("f", text)["a"] is not None
    assert complaints(text.replace("[]", "[[]]")) == [(1, 3 + DEEPEST, f"a value nested deeper than {DEEPEST}")]


@pytest.mark.parametrize(
    ("unit", "nodes"),
    [
        ("k{n}: 1\n", 2),
        ("k{n}: [x, y]\n", 5),
        ("k{n}: {{a: b}}\n", 5),
        ("k{n}:\n  - a\n  - b\n", 5),
        ("k{n}: |\n  x\n", 2),
        ("k{n}:\n", 2),
    ],
    ids=["keys", "lists", "mappings", "blocks of lists", "texts", "nothing"],
)
def test_keys_and_values_are_counted(monkeypatch: pytest.MonkeyPatch, unit: str, nodes: int) -> None:
    monkeypatch.setattr("goodoffices.documents.reader.MOST", 1000)
    few = (1000 - 6) // nodes  # the text, the document and the mapping begin and end, too
    assert len(parse("f.yaml", "".join(unit.format(n=n) for n in range(few)))) == few
    told = complaints("".join(unit.format(n=n) for n in range(few + 5)))
    assert [found for *_, found in told] == ["more than 1,000 keys and values"]


def test_what_is_wrong_before_the_count_ends_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goodoffices.documents.reader.MOST", 100)
    told = complaints("a: *x\n" + "b: [" + "1, " * 200 + "]\n")
    assert [found for *_, found in told] == ["the alias '*x'", "more than 100 keys and values"]


def test_tabs_before_the_place_where_reading_stops_are_told() -> None:
    told = complaints("x: y\tz\na: " + "[" * 200 + "\t")
    assert [found for *_, found in told] == ["a tab", f"a value nested deeper than {DEEPEST}"]


@pytest.mark.parametrize("line", ["a: 1\n", "b: *x\n", "c: x\ty\n", "d: \x01\n"])
def test_of_mistakes_without_end_the_first_thousand_are_told(line: str) -> None:
    assert len(complaints(line * 3 * MANY)) == MANY


def test_billion_laughs_stay_silent() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefg", "bcdefgh", strict=True)
    )
    assert {found[:9] for *_, found in complaints(bomb)} == {"the ancho", "the alias"}


def test_long_text_of_a_file_is_cut() -> None:
    ((*_, found),) = complaints("a: !" + "t" * 5000 + " 1")
    assert len(found) < 100


def test_a_file_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talks.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\n")
    read = read_yaml("talks.yaml")
    assert (read.name, read.path, read.text) == ("talks.yaml", Path("talks.yaml"), "a: 1\r\n")
    assert read.sha256 == sha256_of(b"\xef\xbb\xbfa: 1\r\n")
    assert read.value == {"a": 1}


@pytest.mark.parametrize(
    ("data", "start"),
    [
        (b"", "f.yaml: found an empty file"),
        (b"a: \xff", "f.yaml:1:4: found the byte 0xFF"),
        (b"a: 1\na: 2", "f.yaml:2:1: found the key 'a'"),
    ],
)
def test_messages_name_the_file_as_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, start: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("f.yaml").write_bytes(data)
    with pytest.raises(DataError) as error:
        read_yaml("f.yaml")
    assert str(error.value).startswith(start)


# Places

PLACED = (
    "é: ü😀b\r\nb:\r\n  - \"xy\": ['p\u2028q', {z: }]\r\n    c: |\r\n      text\r\n\r\n"
    "  # comment\r\nd: \x85e: 1\rf: 😀 # end"
)
PLACES: list[tuple[tuple[Step, ...], tuple[int, int], tuple[int, int], str]] = [
    ((), (1, 1), (1, 1), PLACED[:-6]),
    (("é",), (1, 4), (1, 1), "ü😀b"),
    (("b",), (3, 3), (2, 1), "- \"xy\": ['p\u2028q', {z: }]\r\n    c: |\r\n      text\r\n"),
    (("b", 0), (3, 5), (3, 5), "\"xy\": ['p\u2028q', {z: }]\r\n    c: |\r\n      text\r\n"),
    (("b", 0, "xy"), (3, 11), (3, 5), "['p\u2028q', {z: }]"),
    (("b", 0, "xy", 0), (3, 12), (3, 12), "'p\u2028q'"),
    (("b", 0, "xy", 1), (3, 19), (3, 19), "{z: }"),
    (("b", 0, "xy", 1, "z"), (3, 23), (3, 20), ""),
    (("b", 0, "c"), (4, 8), (4, 5), "|\r\n      text\r\n"),
    (("e",), (8, 8), (8, 5), "1"),
    (("f",), (9, 4), (9, 1), "😀"),
]


@pytest.mark.parametrize(("steps", "place", "key_place", "text"), PLACES, ids=[str(row[0]) for row in PLACES])
def test_places_count_code_points_and_the_lines_of_editors(
    steps: tuple[Step, ...], place: tuple[int, int], key_place: tuple[int, int], text: str
) -> None:
    doc = document(PLACED)
    assert doc.place(steps) == place
    assert doc.key_place(steps) == key_place
    assert doc.text[slice(*doc.span(steps))] == text


def test_a_path_that_does_not_exist_has_the_place_of_its_ancestor() -> None:
    doc = document("a:\n  b: [1, {c: 2}]\n")
    below_a_mapping: list[tuple[Step, ...]] = [("a", "b", 1, "d"), ("a", "b", 1, "d", "e", 7), ("a", "b", 1, 0)]
    for steps in below_a_mapping:
        assert doc.place(steps) == (2, 10)
        assert doc.key_place(steps) == (2, 10)
    below_a_list: list[tuple[Step, ...]] = [("a", "b", 2), ("a", "b", -1), ("a", "b", True), ("a", "b", "0")]
    for steps in below_a_list:
        assert (doc.place(steps), doc.key_place(steps)) == ((2, 6), (2, 3))
    assert doc.place(("a", "b", 0, 0, 0)) == (2, 7)
    assert doc.place(("x",)) == (1, 1)


def test_spans_exist_only_where_something_stands() -> None:
    doc = document("a: [1]")
    assert doc.key_span(("a",)) == Span(0, 1)
    for ask, steps in [(doc.span, ("b",)), (doc.span, ("a", 1)), (doc.key_span, ()), (doc.key_span, ("a", 0))]:
        with pytest.raises(KeyError):
            ask(steps)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("a: |\n  x\n\n\nb: 1", "|\n  x\n"),
        ("a: |+\n  x\n\n\nb: 1", "|+\n  x\n\n\n"),
        ("a: |2+\n  x\n\nb: 1", "|2+\n  x\n\n"),
        ("a: >-\n  x\n\n# c\nb: 1", ">-\n  x\n"),
        ("a: |\n\nb: 1", "|\n"),
        ("a: |\n  x", "|\n  x"),
        ("a: |\r\n  x\r\n\r\nb: 1", "|\r\n  x\r\n"),
    ],
)
def test_a_block_scalar_ends_with_its_last_line(text: str, span: str) -> None:
    doc = document(text)
    assert text[slice(*doc.span(("a",)))] == span


# Properties


@given(mappings)
def test_what_is_written_in_one_line_reads_back(value: dict[str, Plain]) -> None:
    assert same(parse("f", one_line(value)), value)


@given(mappings.filter(bool), st.sampled_from(["", " # a comment"]), st.sampled_from(["\n", "\r\n", "\r"]))
def test_what_is_written_in_blocks_reads_back(value: dict[str, Plain], comment: str, newline: str) -> None:
    assert same(parse("f", block(value, comment=comment).replace("\n", newline)), value)


def textual(value: Plain) -> Any:
    """All single values become text: PyYAML tags what is not, once everything stands in quotation marks."""
    if isinstance(value, dict):
        return {key: textual(item) for key, item in value.items()}
    if isinstance(value, list):
        return [textual(item) for item in value]
    return str(value)


@given(mappings, st.booleans(), st.sampled_from(["'", '"']))
def test_what_pyyaml_writes_with_quotation_marks_reads_back(value: dict[str, Plain], flow: bool, style: str) -> None:
    expected = textual(value)
    text = yaml.safe_dump(expected, default_flow_style=flow, default_style=style, width=10**6, sort_keys=False)
    assert same(parse("f", text), expected)


@given(st.text(alphabet="a1-:?,[]{}#&*!|>'\"%@` \n\r\t\x85é😀~", max_size=30))
def test_any_text_is_read_or_refused_with_a_place_inside_it(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    try:
        parse("f", text)
    except DataError as error:
        for problem in error.problems:
            assert 1 <= problem.line <= len(lines)
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 2
            assert len(problem.found) < 200


@given(st.text(alphabet="ab1-:?,[]{}#'\"| \n", max_size=30))
def test_what_both_read_pyyaml_s_pure_reader_reads_alike(text: str) -> None:
    try:
        ours = parse("f", text)
        theirs = yaml.load(text, Loader=yaml.BaseLoader)
    except (DataError, yaml.YAMLError, TypeError):
        return
    assert as_base(ours) == theirs


def as_base(value: Plain) -> Any:
    """The value as a reader tells it that knows only text (numbers here are of digits 1 alone, or signed)."""
    if isinstance(value, dict):
        return {key: as_base(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_base(item) for item in value]
    return "" if value is None else str(value)


def nodes(node: yaml.Node, steps: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], yaml.Node, yaml.Node]]:
    """All values with their steps and keys, from PyYAML's node tree made by its pure-Python scanner."""
    yield steps, node, node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inside: tuple[Step, ...] = (*steps, str(key.value))
            for inner, of_value, of_key in nodes(value, inside):
                yield inner, of_value, key if inner == inside else of_key
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from nodes(item, (*steps, index))


@given(mappings.filter(bool), st.booleans(), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", " # é😀"]))
def test_places_are_those_of_an_independent_reader(
    value: dict[str, Plain], flow: bool, newline: str, comment: str
) -> None:
    text = (f"# 😀\n{one_line(value)}\n" if flow else block(value, comment=comment)).replace("\n", newline)
    doc = document(text)
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    assert root is not None
    for steps, node, key in nodes(root):
        assert doc.place(steps) == Place(node.start_mark.line + 1, node.start_mark.column + 1)
        assert doc.key_place(steps) == Place(key.start_mark.line + 1, key.start_mark.column + 1)
        assert doc.span(steps).start == node.start_mark.index
        if isinstance(node, yaml.ScalarNode):
            assert doc.span(steps).end == node.end_mark.index


def test_places_in_a_large_file() -> None:
    numbers = random.Random(7)
    text = "claims:\n" + "".join(f"  - id: A{n}\n    words: é{'x' * numbers.randrange(9)}\n" for n in range(5000))
    doc = document(text)
    for n in numbers.sample(range(5000), 300):
        assert doc.place(("claims", n, "words")) == (2 * n + 3, 12)
        assert doc.key_place(("claims", n, "id")) == (2 * n + 2, 5)


# Equality


@given(values, values)
def test_same_is_equality_of_type_and_value(one: Plain, other: Plain) -> None:
    assert same(one, copy_of(one))
    assert same(one, other) == same(other, one)
    if same(one, other):
        assert one == other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (True, 1),
        (0, False),
        (1, Decimal(1)),
        (None, ""),
        ("1", 1),
        ([], {}),
        ({"a": 1}, {"a": True}),
        ([1], [1, 1]),
        ({"a": 1}, {}),
    ],
)
def test_same_tells_types_apart(one: Plain, other: Plain) -> None:
    assert not same(one, other)


def test_a_copy_shares_nothing() -> None:
    old: dict[str, Plain] = {"a": [1, {"b": []}]}
    new = copy_of(old)
    assert isinstance(new, dict)
    assert new["a"] is not old["a"]
    assert new["a"][1]["b"] is not old["a"][1]["b"]  # type: ignore[index, call-overload]


def test_the_awkward_texts_are_text_when_quoted() -> None:
    assert parse("f", "a: " + one_line(list(AWKWARD)))["a"] == AWKWARD
