"""Files that cannot be read, and texts that are not as they were entered: told at their place, never a traceback."""

import os
from pathlib import Path

import pytest

from goodoffices.case import Anchor, inspect, read_case
from goodoffices.documents import LIMIT, sha256_of
from goodoffices.errors import DataError, Problem

from .cases import ISTANBUL, PRESS, RECORD, WIRE, Mistake, assert_told, errors, make, swap, told

T, R = "talks.yaml", "record.yaml"
PRESS_LINE = f"{{kind: original, file: sources/press.txt, sha256: {sha256_of(PRESS.encode())}}}"

YAML = {
    "an alias": Mistake(T, "{name: South,", "{name: «*x,", "the alias '*x'", ""),
    "an anchor": Mistake(T, "{name: South,", "{name: «&x South,", "the anchor '&x'", ""),
    "a tag": Mistake(T, "{name: South,", "{name: «!!str South,", "the tag 'tag:yaml.org,2002:str'", ""),
    "a tab": Mistake(T, "  south: {name", "«\tsouth: {name", "a tab", ""),
    "a key twice": Mistake(R, "  wire:\n", "  «press: {}\n  wire:\n", "the key 'press' a second time (first on line 4)",
        "each key once"),
}  # fmt: skip


@pytest.mark.parametrize("row", YAML.values(), ids=YAML)
def test_yaml_that_is_refused(tmp_path: Path, row: Mistake) -> None:
    problems, wanted = told(tmp_path, row)
    mine = [p for p in problems if (p.line, p.column) == (wanted.line, wanted.column)]
    assert len(mine) == 1, list(map(str, problems))
    assert mine[0].file == wanted.file
    assert mine[0].found.startswith(row.found)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "an empty file"),
        (b" \n", "an empty file"),
        (b"title: \xff\n", "the byte 0xFF, which is not UTF-8"),
        ("title: x\n".encode("utf-16"), "text in UTF-16"),
        (b"- a\n- b\n", "a list"),
        (b"just words\n", "a single value as the whole file"),
        (b"a: [1\n", None),
        (b"a: \x07\n", None),
    ],
)
@pytest.mark.parametrize("name", [T, R])
def test_a_file_that_is_no_yaml(tmp_path: Path, name: str, data: bytes, found: str | None) -> None:
    make(tmp_path)
    (tmp_path / name).write_bytes(data)
    case, problems = inspect(tmp_path)
    assert case is None
    assert {p.file for p in problems} == {str(tmp_path / name)}
    assert found is None or problems[0].found.startswith(found)
    with pytest.raises(DataError):
        read_case(tmp_path)


@pytest.mark.parametrize("name", [T, R])
def test_a_file_of_more_than_64_megabytes_is_not_read(tmp_path: Path, name: str) -> None:
    make(tmp_path)
    with (tmp_path / name).open("r+b") as file:
        file.truncate(LIMIT + 1024 * 1024)
    problems = inspect(tmp_path)[1]
    assert [p.found.startswith("a file of more than 67,108,864 bytes") for p in problems] == [True]


@pytest.mark.parametrize(("missing", "count"), [((T,), 1), ((R,), 1), ((T, R), 2)])
def test_missing_files_are_told_together(tmp_path: Path, missing: tuple[str, ...], count: int) -> None:
    make(tmp_path)
    for name in missing:
        (tmp_path / name).unlink()
    case, problems = inspect(tmp_path)
    assert case is None
    assert [p.found for p in problems] == ["no such file"] * count


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    case, problems = inspect(tmp_path / "none")
    assert case is None
    assert [(p.file, p.found) for p in problems] == [(str(tmp_path / "none"), "no such folder")]
    assert "goodoffices new DIR" in problems[0].expected


def test_a_file_in_the_place_of_the_folder() -> None:
    assert [p.found for p in inspect(ISTANBUL / T)[1]] == ["no such folder"]


@pytest.mark.parametrize("name", ["preferences.yaml", "conflict.yaml"])
def test_what_may_be_missing_is_read_where_it_is_there(tmp_path: Path, name: str) -> None:
    case = read_case(make(tmp_path))
    assert (case.preferences, case.conflict, case.warnings) == (None, None, ())
    (tmp_path / name).symlink_to(tmp_path / "gone")
    assert [(Path(p.file).name, p.found) for p in inspect(tmp_path)[1]] == [(name, "a link")]
    (tmp_path / name).unlink()
    (tmp_path / name).touch()
    assert [(Path(p.file).name, p.found) for p in inspect(tmp_path)[1]] == [(name, "an empty file")]


# Each row: what stands under `file:`, what is found, and at which key.
PATHS = [
    ("sources/none.txt", "no such file"),
    ("sources", "a folder"),
    (".", "a folder"),
    ('""', "a folder"),
    ("../outside.txt", "a file outside the case folder"),
    ("sources/../../outside.txt", "a file outside the case folder"),
    ("/etc/passwd", "an absolute path"),
    ("C:/x.txt", "an absolute path"),
    ('"\\\\\\\\host\\\\x.txt"', "an absolute path"),
    ("link-out.txt", "a file outside the case folder"),
    ("folder-out/outside.txt", "a file outside the case folder"),
    ("link-to-itself.txt", None),
    ('"a\\0b"', "a path that leads to no file"),
    ("x" * 300, None),
    ("pipe", "a pipe, socket or device"),
    ("empty.txt", None),
    ("talks.yaml/x", "no such file"),
]


@pytest.mark.skipif(os.name == "nt", reason="links and pipes")
@pytest.mark.parametrize(("file", "found"), PATHS)
def test_a_text_that_cannot_be_read(tmp_path: Path, file: str, found: str | None) -> None:
    folder = tmp_path / "case"
    mark = PRESS_LINE.replace("sources/press.txt", f"«{file}")
    record = swap(RECORD, PRESS_LINE, mark)
    make(folder, record=record.replace("«", ""))
    (tmp_path / "outside.txt").write_bytes(PRESS.encode())
    (folder / "link-out.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "folder-out").symlink_to(tmp_path)
    (folder / "link-to-itself.txt").symlink_to("link-to-itself.txt")
    (folder / "empty.txt").touch()
    os.mkfifo(folder / "pipe")
    problems = errors(inspect(folder)[1])
    assert len(problems) == 1, list(map(str, problems))
    before = record[: record.index("«")]
    if file != "empty.txt":  # an empty file has another digest first of all
        assert (problems[0].line, problems[0].column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert found is None or problems[0].found == found


def test_a_link_within_the_folder_is_refused_too(tmp_path: Path) -> None:
    make(tmp_path, record=swap(RECORD, "sources/press.txt", "other.txt"))
    (tmp_path / "other.txt").symlink_to("sources/press.txt")
    assert [p.found for p in inspect(tmp_path)[1]] == ["a link"]


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    make(tmp_path / "case")
    (tmp_path / "link").symlink_to("case")
    assert inspect(tmp_path / "link")[1] == []


@pytest.mark.parametrize(
    ("data", "found"),
    [(b"", "an empty file"), (b"a\xff", "the byte 0xFF, which is not UTF-8"), ("x".encode("utf-16"), "text in UTF-16")],
)
def test_a_text_with_the_right_digest_that_is_no_text(tmp_path: Path, data: bytes, found: str) -> None:
    make(tmp_path, record=swap(RECORD, sha256_of(WIRE.encode()), sha256_of(data)))
    (tmp_path / "sources" / "wire.txt").write_bytes(data)
    assert [p.found for p in errors(inspect(tmp_path)[1])] == [found]


def test_a_changed_text_is_told_with_its_digest_and_the_way_out(tmp_path: Path) -> None:
    digest = sha256_of(WIRE.encode())
    assert_text = WIRE.replace("3 March", "4 March")
    make(tmp_path, wire=assert_text)
    before = RECORD[: RECORD.index(digest)]
    place = before.count("\n") + 1, len(before) - before.rfind("\n")
    expected = "the SHA-256 noted here: restore the text, or enter the changed text as a new source"
    found = f"a text with the SHA-256 {sha256_of(assert_text.encode())}"
    assert inspect(tmp_path)[1] == [Problem(str(tmp_path / R), *place, found, expected)]


def test_a_digest_may_stand_in_capitals(tmp_path: Path) -> None:
    digest = sha256_of(WIRE.encode())
    assert inspect(make(tmp_path, record=swap(RECORD, digest, f'"{digest.upper()}"')))[1] == []


TOLL = PRESS.index("No toll")
WORDS = {
    "not in the text, but like it": Mistake(R, "words: led for North,", "words: «lead for North,",
        "words that are not in press: 'lead for North'",
                                            "words exactly as in the text", "'led for North'"),
    "with other capitals": Mistake(R, "words: on 1 March,", "words: «On 1 March,", "words that are not in press: 'On 1 March'",
        "words exactly", "'on 1 March'"),
    "with a plain dash": Mistake(R, "words: The Board — grün — chaired", "words: «The Board - grün - chaired",
                                 "words that are not in press: 'The Board - grün - chaired'", "words exactly",
        "'The Board — grün — chaired'"),
    "like nothing in it": Mistake(R, "words: led for North,", "words: «zzzzzzzz,", "words that are not in press: 'zzzzzzzz'",
        "words exactly"),
    "of another source": Mistake(R, "words: led for North,", "words: «on 3 March,", "words that are not in press: 'on 3 March'",
        "words exactly", "'on 1 March'"),
    "none": Mistake(R, "words: led for North,", 'words: «" ",', "no words", "the words of press that carry the claim"),
    "twice in the text": Mistake(R, "words: led for North,", "words: «o toll,",
        "words that occur more than once in press: 'o toll'",
                                 "start and end, or more words"),
    "at another place": Mistake(R, "words: led for North,", "words: «led for North, start: 0, end: 13,",
                                "'Ann, mayor of' at 0 to 13 of the text", "these words: 'led for North'"),
    "before the text": Mistake(R, "words: led for North,", "words: «led for North, start: -1, end: 12,",
        "'Ann, mayor o' at -1 to 12 of the text", "these words"),
    "behind the text": Mistake(R, "words: led for North,", "words: «led for North, start: 9999,",
        "'' at 9999 to 10012 of the text", "these words"),
    "up to another end": Mistake(R, "words: led for North,", "words: «led for North, start: 21, end: 33,",
        "'led for Nort' at 21 to 33 of the text", "these words"),
    "with a wrong end only": Mistake(R, "words: led for North,", "words: «led for North, end: 35,",
        "'ed for North.' at 22 to 35 of the text", "these words"),
    "with an end before the text": Mistake(R, "words: led for North,", "words: «led for North, end: 3,",
        "'Ann' at -10 to 3 of the text", "these words"),
}  # fmt: skip


@pytest.mark.parametrize("row", WORDS.values(), ids=WORDS)
def test_words_that_do_not_carry_the_claim(tmp_path: Path, row: Mistake) -> None:
    assert_told(*told(tmp_path, row))


@pytest.mark.parametrize(
    ("more", "start"),
    [
        ("", 21),
        (", start: 21", 21),
        (", end: 34", 21),
        (", start: 21, end: 34", 21),
    ],
)
def test_words_are_found_with_and_without_places(tmp_path: Path, more: str, start: int) -> None:
    case = read_case(make(tmp_path, record=swap(RECORD, "words: led for North,", f"words: led for North{more},")))
    assert case.anchors["a2"] == Anchor(start, start + 13)
    assert PRESS[start : start + 13] == "led for North"


@pytest.mark.parametrize("key", ["start", "end"])
def test_one_end_says_which_of_two_places_is_meant(tmp_path: Path, key: str) -> None:
    second = PRESS.index("no toll", PRESS.index("No toll"))
    value = {"start": second, "end": second + 7}[key]
    case = read_case(
        make(tmp_path, record=swap(RECORD, 'words: "No toll, no toll"', f"words: no toll, {key}: {value}"))
    )
    assert case.anchors["a7"] == Anchor(second, second + 7)


def test_places_count_code_points(tmp_path: Path) -> None:
    case = read_case(make(tmp_path))
    for claim in case.record.claims:
        anchor = case.anchors[claim.id]
        assert case.texts[claim.source][anchor.start : anchor.end] == claim.words
    assert len(case.anchors) == 11


def test_line_ends_of_windows_are_part_of_the_text(tmp_path: Path) -> None:
    text = PRESS.replace("\n", "\r\n")
    record = swap(RECORD, sha256_of(PRESS.encode()), sha256_of(text.encode()))
    case = read_case(make(tmp_path, record=record, press=text))
    assert case.anchors["a5"].start == text.index("North wants")
