"""A new case: sound, whole or not there, and with an example of everything that a case can hold."""

import os
import re
from dataclasses import is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from goodoffices.case import changes, inspect, new_case, order_of, read_case, seen, state_of, template
from goodoffices.case.entries import fields_of, nodes
from goodoffices.documents import write_text
from goodoffices.errors import DataError, GoodOfficesError, UsageError
from goodoffices.record import Record
from goodoffices.talks import Based, Day, Talks

NAMES = [
    "README.md",
    "conflict.yaml",
    "papers.yaml",
    "preferences.yaml",
    "record.yaml",
    "sources/courier.txt",
    "sources/minutes.txt",
    "talks.yaml",
]


def test_a_new_case_has_no_problem_at_all(tmp_path: Path) -> None:
    made = new_case(tmp_path / "case")
    assert made == [tmp_path / "case" / name for name in NAMES]
    assert all(path.is_file() for path in made)
    assert inspect(tmp_path / "case")[1] == []


def entries_of(hint: Any, found: set[type]) -> set[type]:
    """All kinds of entry that a type can hold."""
    if isinstance(hint, type) and is_dataclass(hint) and hint is not Day and hint not in found:
        found.add(hint)
        for field in fields_of(hint):
            entries_of(field.hint, found)
    for inner in get_args(hint):
        entries_of(inner, found)
    return found


@pytest.mark.parametrize("file", [Talks, Record])
def test_every_kind_of_entry_is_shown(tmp_path: Path, file: type) -> None:
    new_case(tmp_path / "case")
    case = read_case(tmp_path / "case")
    root = case.talks if file is Talks else case.record
    kinds = entries_of(file, set())
    assert len(kinds) > 5
    assert kinds - {type(node.entry) for node in nodes(root)} == set()


def test_what_the_case_teaches(tmp_path: Path) -> None:
    new_case(tmp_path / "case")
    case = read_case(tmp_path / "case")
    assert {claim.status for claim in case.record.claims} == {"accepted", "proposed", "rejected"}
    assert {source.text.kind for source in case.record.sources.values()} == {"original", "restatement"}
    assert {source.side for source in case.record.sources.values()} == {"press", "mediator"}
    assert case.record.findings[0].slot in case.comparison.slots
    assert order_of(case.talks.meetings) == {"reception": 1, "visit": None, "main": 2}
    move = changes(state_of(seen(case, date(2024, 3, 13))), case, "x").moves
    assert [(m.before, m.now, m.direction) for m in move] == [("p2", "p3", "softer")]


def test_what_the_preferences_and_the_conflict_teach(tmp_path: Path) -> None:
    new_case(tmp_path / "case")
    case = read_case(tmp_path / "case")
    assert case.preferences is not None
    assert case.conflict is not None
    bases = {
        node.entry.basis
        for node in nodes(case.preferences)
        if isinstance(node.entry, Based) and node.steps[-1] != "basis"
    }
    assert bases == {"told", "adopted", "assumed"}
    assert set(case.preferences.status_quo) == set(case.talks.issues)
    assert set(case.preferences.parties) == set(case.conflict.decision_makers) == set(case.talks.parties)


def test_what_the_comments_show_can_be_taken_up(tmp_path: Path) -> None:
    new_case(tmp_path / "case")
    path = tmp_path / "case" / "preferences.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?m)^    # (red_lines:|  - )", r"    \1", text), "utf-8")
    case = read_case(tmp_path / "case")
    assert case.preferences is not None
    assert [line.option for line in case.preferences.parties["northford"].red_lines] == ["two"]
    points = "\n".join(f"    {line}" for line in re.findall(r"(?m)^#   (points.*|no_deal.*)$", text))
    head = text[: text.index("parties:")]
    path.write_text(f"{head}parties:\n  northford:\n{points}\n", "utf-8")
    assert inspect(tmp_path / "case")[1] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".yaml")])
def test_every_key_at_the_top_is_explained_by_a_comment(name: str) -> None:
    text = template.template_files()[name]
    keys = re.findall(r"(?m)^(\w+):", text)
    explained = re.findall(r"(?m)^#.*\n(?:#.*\n)*(\w+):", text)
    # Everyone knows what these are.
    assert set(keys) - set(explained) <= {
        "format",
        "title",
        "draft",
        "people",
        "meetings",
        "proposals",
        "outcome",
        "as_of",
    }


def test_no_line_is_too_long_to_read() -> None:
    for name, text in template.template_files().items():
        limit = 200 if name.startswith("sources") else 130
        assert max(map(len, text.splitlines())) <= limit, name
        assert text.endswith("\n")


def test_the_readme_is_short() -> None:
    assert 15 <= template.template_files()["README.md"].count("\n") <= 20


@pytest.mark.parametrize("name", ["new", "a/b/c", "with space", "ünïcode 😀", ".hidden"])
def test_parents_are_made(tmp_path: Path, name: str) -> None:
    new_case(tmp_path / name)
    assert inspect(tmp_path / name)[1] == []
    assert [p for p in (tmp_path / name).parent.iterdir() if p != tmp_path / name] == []


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "case").mkdir()
    new_case(tmp_path / "case")
    assert inspect(tmp_path / "case")[1] == []


def test_a_link_to_an_empty_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert new_case(tmp_path / "link")[0] == tmp_path / "link" / "README.md"
    assert inspect(tmp_path / "real")[1] == []
    assert (tmp_path / "link").is_symlink()


def test_a_relative_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert new_case(Path("case"))[0] == Path("case/README.md")
    assert inspect(tmp_path / "case")[1] == []


def occupied(folder: Path, kind: str) -> None:
    if kind == "a file in it":
        folder.mkdir()
        (folder / "x").touch()
    elif kind == "a hidden file in it":
        folder.mkdir()
        (folder / ".x").touch()
    elif kind == "a case":
        new_case(folder)
    elif kind == "a file":
        folder.touch()
    elif kind == "a file above":
        folder.parent.rmdir()
        folder.parent.touch()


@pytest.mark.parametrize("kind", ["a file in it", "a hidden file in it", "a case", "a file", "a file above"])
def test_what_is_there_is_left_alone(tmp_path: Path, kind: str) -> None:
    above = tmp_path / "above"
    above.mkdir()
    occupied(above / "case", kind)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    with pytest.raises(UsageError, match=re.escape(str(above / "case"))):
        new_case(above / "case")
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}.keys() == before.keys()


def test_the_current_folder_is_not_pulled_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="the current folder"):
        new_case(Path())
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_no_folder_can_have(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        new_case(tmp_path / ("x" * 300))


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt(), DataError([])])
@pytest.mark.parametrize("after", [0, 2, 4, 6])
def test_half_a_case_is_never_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, after: int
) -> None:
    written: list[Path] = []

    def failing(path: Path, text: str, *, replacing: str | None) -> None:
        if len(written) == after:
            raise error
        written.append(path)
        write_text(path, text, replacing=replacing)

    monkeypatch.setattr(template, "write_text", failing)
    with pytest.raises((GoodOfficesError, KeyboardInterrupt)):
        new_case(tmp_path / "case")
    assert list(tmp_path.iterdir()) == []


def test_a_rename_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "rename", failing)
    with pytest.raises(UsageError, match="Permission denied"):
        new_case(tmp_path / "case")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="permissions of folders")
def test_the_case_is_its_owner_s(tmp_path: Path) -> None:
    new_case(tmp_path / "case")
    assert {oct(path.stat().st_mode & 0o777) for path in (tmp_path / "case").rglob("*") if path.is_file()} == {"0o600"}
    assert {oct(path.stat().st_mode & 0o777) for path in (tmp_path / "case", tmp_path / "case" / "sources")} == {
        "0o700"
    }
