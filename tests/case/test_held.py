"""The tables of a case: which there are, what was held at them, damage told and never spread, deletion whole."""

from datetime import datetime
from pathlib import Path

import pytest

from goodoffices.case.held import delete_held, held_problems, in_use, open_table, read_table, table_path, tables
from goodoffices.documents import LineFile
from goodoffices.errors import DataError
from goodoffices.proceedings import Event, Say, encode

from ..proceedings.valley_talks import Day


def day(*words: str) -> Day:
    made = Day().session()
    for one in words:
        made.do(Say(by="upper-head", meeting="session", words=one))
    return made


def hold(folder: Path, number: int, *words: str) -> Day:
    """A day, written act by act as the room would."""
    made = day(*words)
    acts: dict[datetime, list[Event]] = {}
    for event in made.events:
        acts.setdefault(event.at, []).append(event)
    file, events = open_table(folder, number)
    assert events == ()
    with file:
        for act, of in enumerate(acts.values(), 1):
            file.append(encode(act, of))
    return made


def test_a_case_may_have_no_tables(tmp_path: Path) -> None:
    assert tables(tmp_path) == ()
    assert list(held_problems(tmp_path)) == []
    delete_held(tmp_path)
    with pytest.raises(DataError, match="nothing was held of this case"):
        read_table(tmp_path, 1)


def test_tables_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for number in (10, 2, 1):
        hold(tmp_path, number, "Good morning.")
    assert tables(tmp_path) == (1, 2, 10)
    with pytest.raises(DataError, match=r"no table 3, expected a table that was held \(1, 2, 10\)"):
        read_table(tmp_path, 3)


def test_what_was_held_is_read_as_it_was(tmp_path: Path) -> None:
    made = hold(tmp_path, 1, "Good morning.", "Доброго ранку.")
    assert read_table(tmp_path, 1).events == tuple(made.events)
    file, events = open_table(tmp_path, 1)
    file.close()
    assert events == tuple(made.events)


def test_a_torn_line_is_a_warning_and_damage_an_error_with_its_line(tmp_path: Path) -> None:
    hold(tmp_path, 1, "One.", "Two.")
    path = table_path(tmp_path, 1)
    whole = path.read_bytes()
    path.write_bytes(whole[:-5])
    (found,) = held_problems(tmp_path)
    assert (found.level, "cut short" in found.found) == ("warning", True)
    assert read_table(tmp_path, 1).torn > 0
    assert path.read_bytes() == whole[:-5]
    path.write_bytes(whole.replace(b"One.", b"Won."))
    (found,) = held_problems(tmp_path)
    assert (found.level, found.line) == ("error", 3)
    with pytest.raises(DataError):
        open_table(tmp_path, 1)
    assert in_use(tmp_path) is None, "a table that could not be read is let go"


def test_a_file_that_is_no_table_is_told(tmp_path: Path) -> None:
    hold(tmp_path, 1)
    for name in ("table-01.jsonl", "table-2.json", "notes.txt"):
        (tmp_path / "held" / name).write_text("x")
    assert {Path(one.file).name for one in held_problems(tmp_path)} == {"table-01.jsonl", "table-2.json", "notes.txt"}
    assert tables(tmp_path) == (1,)


def test_no_link_leads_out(tmp_path: Path) -> None:
    outside, case = tmp_path / "outside", tmp_path / "case"
    case.mkdir()
    outside.mkdir()
    hold(outside, 1, "Elsewhere.")
    (case / "held").symlink_to(outside / "held")
    (found,) = held_problems(case)
    assert found.found == "a link"
    with pytest.raises(DataError, match="a link"):
        read_table(case, 1)
    delete_held(case)
    assert not (case / "held").is_symlink()
    assert read_table(outside, 1).events, "what a link leads to stays"
    (case / "held").mkdir()
    table_path(case, 1).symlink_to(table_path(outside, 1))
    with pytest.raises(DataError, match="link"):
        read_table(case, 1)
    with pytest.raises(DataError, match="symbolic links"):
        open_table(case, 1)


def test_all_is_deleted_but_not_while_somebody_writes(tmp_path: Path) -> None:
    hold(tmp_path, 1, "One.")
    hold(tmp_path, 2, "Two.")
    (tmp_path / "held" / "deep").mkdir()
    (tmp_path / "held" / "deep" / "more.txt").write_text("x")
    (tmp_path / "talks.yaml").write_text("stays")
    with LineFile(table_path(tmp_path, 2), tmp_path):
        assert in_use(tmp_path) == table_path(tmp_path, 2)
        with pytest.raises(DataError, match="a table that is being held"):
            delete_held(tmp_path)
    assert tables(tmp_path) == (1, 2)
    delete_held(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["talks.yaml"]
    delete_held(tmp_path)
