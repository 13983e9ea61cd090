"""Lines of the program's own stand beside no report: what is told for somebody who is not named is no report's words."""

from pathlib import Path

import pytest

from goodoffices.case import passages, read_case, seen

from ..case.cases import RECORD, make, swap

WIRE = "    publisher: The Wire\n"
WAYS = {
    "the source is not named": (WIRE, f"{WIRE}    attribution: none\n"),
    "the source is named by its side": (WIRE, f"{WIRE}    attribution: role\n"),
    "a claim's speaker goes": ("value: 2025-03-03,", "value: 2025-03-03, attribution: none, attributed_to: [narrator, ann],"),
    "a claim's speaker is a role": ("value: 2025-03-03,", "value: 2025-03-03, attribution: role, attributed_to: [narrator, ann],"),
    "a passage's speaker is not named": (
        "findings:\n", "passages:\n  - {source: wire, words: The towns met on 3 March, attribution: none}\nfindings:\n"),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_they_are_not_compared_sentence_by_sentence(tmp_path: Path, way: tuple[str, str]) -> None:
    record = swap(RECORD, "    entered_on: 2025-04-10\n", "    printed: 2025-03-06\n")
    open_, hidden = (
        read_case(make(tmp_path / name, record=text)) for name, text in (("a", record), ("b", swap(record, *way)))
    )
    assert len(passages(seen(open_, None, "public")).sources) == 2
    shown = seen(hidden, None, "public")
    assert len(shown.in_our_words) == 1
    found = passages(shown)
    assert not shown.in_our_words & {*found.sources}
    assert not [pair for pair in found.pairs if {pair.a.source, pair.b.source} & shown.in_our_words]
    assert passages(hidden).pairs == passages(open_).pairs  # the team has the words
