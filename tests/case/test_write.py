"""Entries written and read again are the same entries; names of files stay inside, each once."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.case import read_case
from goodoffices.case.write import document_text, entry_data
from goodoffices.documents import read_yaml
from goodoffices.extraction.sources import FileNames, SourceIds, file_name

from .cases import EXAMPLES, make


def again(folder: Path, example: Path) -> None:
    """Write both files of a case anew from what was read of them."""
    case = read_case(example)
    for name, entry in (("talks.yaml", case.talks), ("record.yaml", case.record)):
        (folder / name).write_bytes(document_text("Written anew.\nTwo lines.", entry_data(entry)).encode())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_whole_cases_come_back(tmp_path: Path, example: Path) -> None:
    again(tmp_path, example)
    (tmp_path / "sources").mkdir()
    for text in (example / "sources").iterdir():
        (tmp_path / "sources" / text.name).write_bytes(text.read_bytes())
    case, before = read_case(tmp_path), read_case(example)
    assert (case.talks, case.record) == (before.talks, before.record)


def test_a_small_case_comes_back_in_its_order(tmp_path: Path) -> None:
    make(tmp_path / "one")
    again(tmp_path / "one", tmp_path / "one")
    text = (tmp_path / "one" / "talks.yaml").read_text()
    assert text.startswith("# Written anew.\n# Two lines.\nformat: talks/1\ntitle: Talks of two towns\n\nparties:\n")
    assert text.index("  - {id: p1, party: north, ") < text.index("claims: [a5]}")
    assert list(read_yaml(tmp_path / "one" / "talks.yaml").value)[:4] == ["format", "title", "parties", "third_parties"]


@given(st.lists(st.text(max_size=30), max_size=12))
def test_file_names_stay_inside_and_are_used_once(names: list[str]) -> None:
    found = FileNames()
    given_out = [found.new(name) for name in names]
    assert len({name.casefold() for name in given_out}) == len(names)
    for name in given_out:
        assert PurePosixPath(name).name == name
        assert name.isprintable()
        assert not name.startswith((".", "-"))
        assert len(name) <= 90


@given(st.text(max_size=50))
def test_a_name_of_a_file_is_a_name_of_a_file(name: str) -> None:
    assert file_name(file_name(name)) == file_name(name)


@pytest.mark.parametrize(
    ("expected", "sources", "claims", "ids"),
    [
        (2, (), (), ["A", "B"]),
        (2, ("A", "C"), (), ["B", "D"]),
        (2, ("afp", "a"), (), ["B", "C"]),
        (2, ("courier",), ("C01", "C02"), ["A", "B"]),
        (3, ("courier",), ("C01", "A1"), ["B", "D", "E"]),
        (27, (), (), ["S1", "S2"]),
        (2, tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), (), ["S1", "S2"]),
        (27, ("S1",), ("S2-001",), ["S3", "S4"]),
    ],
)
def test_source_ids(expected: int, sources: tuple[str, ...], claims: tuple[str, ...], ids: list[str]) -> None:
    taken = {key.lower() for key in sources}
    new = SourceIds(expected, taken, claims)
    assert [new.new() for _ in ids] == ids
