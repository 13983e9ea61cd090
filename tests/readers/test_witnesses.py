"""A note of the team's own is no witness for anybody, whoever may read it and however it may be named."""

from pathlib import Path

import pytest

from goodoffices.brief import brief_bytes, build_outline
from goodoffices.brief.sheet import build_workbook
from goodoffices.case import read_case, seen

from ..case.cases import RECORD, make, swap

NOTE = "    entered_on: 2025-04-10\n"


@pytest.mark.parametrize("reader", ["team", "public", "south"])
@pytest.mark.parametrize(
    "more", ["", "    attribution: none\n", "    attribution: role\n", "    readers: [south, public]\n"]
)
@pytest.mark.parametrize("of", ["wire", "press"])
def test_a_note_that_all_may_read_counts_nowhere(tmp_path: Path, reader: str, more: str, of: str) -> None:
    """Of two accounts that differ on a day one is the team's note: nothing is contradicted, and one source is counted."""
    readers = "" if "readers" in more else "    readers: [public]\n"
    after = {"wire": NOTE, "press": "    printed: 2025-03-05\n"}[of]
    folder = make(tmp_path, record=swap(RECORD, after, f"{after}    side: team\n{readers}{more}"))
    case = seen(read_case(folder), None, reader)
    assert case.comparison.slots == {}
    page = brief_bytes(".md", case, outline=build_outline(case, with_annex=True)).decode()
    assert "contradict" not in page.lower()
    assert page.count("own account") <= 1
    build_workbook(case)


@pytest.mark.parametrize("attribution", ["none", "role"])
def test_what_is_taken_from_another_is_one_witness_with_it_also_unnamed(tmp_path: Path, attribution: str) -> None:
    derived = f"{NOTE}    derived_from: press\n    attribution: {attribution}\n"
    case = seen(read_case(make(tmp_path, record=swap(RECORD, NOTE, derived))), None, "public")
    assert case.comparison.slots == {}
