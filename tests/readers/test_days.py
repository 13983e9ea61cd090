"""As of a day: what is hidden makes nothing known, and the team's words that came of it stand on no page of an earlier day."""

from datetime import date
from pathlib import Path

import pytest

from goodoffices.case import Case, read_case, seen

from ..case.cases import RECORD, TALKS, make, swap

DAY, LATER = date(2025, 3, 31), date(2025, 12, 1)
"""The Paper is of 5 March; The Wire of 10 April; what is hidden is a claim on one of them, for the team."""
CLAIM = "  - {id: h1, readers: [team], entered_by: me, "
EARLY, LATE = "source: press, words: chaired, ", "source: wire, words: In April, "
THIRD = """  - {id: x1, source: wire, type: meeting, subject: third, predicate: date, value: 2025-03-03, words: on 3 March,
     entered_by: me}
"""
HIDDEN = {
    "a meeting, known early": (EARLY + "type: meeting, subject: third, predicate: place, value: the lake}", ("[x1]", "[x1, h1]")),
    "a meeting, known late": (
        LATE + "type: meeting, subject: first, predicate: place, value: Hask}",
        ("    claims: [a3]\n", "    place: Hask\n    title: The lake talks\n    claims: [a3, h1]\n")),
    "a position, known early": (
        EARLY + "type: position, subject: north, predicate: demands, value: most of it, issue: water, option: most}",
        ("stance: demands, supersedes: p1, claims: [b2]", "stance: demands, supersedes: p1, claims: [b2, h1]")),
    "words of an answer, known late": (
        LATE + "type: position, subject: north, predicate: demands, value: a half of the lake, issue: water, option: half}",
        ("half: a half,", "half: a half of the lake,")),
    "a result, known late": (
        LATE + "type: outcome, subject: second, predicate: not_agreed, value: a deal on the lake}",
        ("{text: No deal, meeting: second, claims: [a9]}", "{text: No deal on the lake, meeting: second, claims: [a9, h1]}")),
    "who led, known late": (
        LATE + "type: delegation, subject: ann, predicate: represents, value: north}",
        ("{of: north, head: ann, claims: [a2]}", "{of: north, head: ann, principal: ann, claims: [a2, h1]}")),
}  # fmt: skip


def case_of(folder: Path, claim: str, swap_: tuple[str, str]) -> Case:
    record = swap(RECORD, "findings:\n", f"{THIRD}{CLAIM}{claim}\nfindings:\n" if claim else f"{THIRD}findings:\n")
    record = swap(record, "predicate: said, value: no toll,", "predicate: said, value: no toll, meeting: third,")
    talks = swap(TALKS, "issues:\n", "  third: {date: 2025-03-03, claims: [x1]}\nissues:\n")
    return read_case(make(folder, talks=swap(talks, *swap_) if claim else talks, record=record))


@pytest.mark.parametrize("day", [DAY, LATER])
@pytest.mark.parametrize("name", HIDDEN)
def test_a_day_s_case_is_as_if_what_is_hidden_had_never_been_entered(tmp_path: Path, name: str, day: date) -> None:
    full, base = case_of(tmp_path / "full", *HIDDEN[name]), case_of(tmp_path / "base", "", ("", ""))
    for reader in ("public", "south"):
        shown, never = seen(full, day, reader), seen(base, day, reader)
        assert "lake" not in repr(shown)
        assert shown.record == never.record
        for kind in ("meetings", "issues", "positions", "delegations", "people"):
            assert len(getattr(shown.talks, kind)) == len(getattr(never.talks, kind)), kind
        assert len(shown.talks.meetings) == 2 + (day == LATER)
