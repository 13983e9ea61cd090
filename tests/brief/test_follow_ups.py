"""What somebody is to see to: overdue, due and without a day, as of the day of the brief."""

from pathlib import Path

import pytest

from goodoffices.brief import brief_data, build_outline
from goodoffices.brief.outline import Line, lines_of
from goodoffices.case import Case

from ..case.cases import small_case

OUTCOME = "outcome:\n"


def case(tmp_path: Path, *entries: str, kind: str = "agreed") -> Case:
    listed = "".join(f"    - {{unsourced: said so, {entry}}}\n" for entry in entries)
    return small_case(tmp_path, (OUTCOME, f"{OUTCOME}  {kind}:\n{listed}"))


def test_it_takes_no_room_from_what_the_sources_tell(tmp_path: Path) -> None:
    plain = build_outline(case(tmp_path / "a", "text: The pumps are mended"))
    made = build_outline(case(tmp_path / "b", "text: The pumps are mended, by: [ann], due: 2025-04-01"))
    assert [section for section in made.sections if section.id != "due"] == list(plain.sections)


def due(case: Case, as_of: str | None = None) -> list[Line]:
    sections = (*(outline := build_outline(case, as_of=as_of)).sections, *outline.annex)
    return [line for section in sections if section.id in ("due", "due-whole") for line in lines_of(section)]


def told(case: Case, as_of: str | None = None) -> list[str]:
    return [f"{line.lead}: {line.text}" for line in due(case, as_of)]


# The sources of the small case came to be known on 5 March and 10 April 2025.
@pytest.mark.parametrize(
    ("day", "as_of", "lead"),
    [
        ("2025-04-09", None, "Overdue, it was due by 9 April 2025"),
        ("2025-04-10", None, "Due by 10 April 2025, today"),
        ("2025-04-11", None, "Due by 11 April 2025"),
        ("2025-03-31", "2025-03-30", "Due by 31 March 2025"),
        ("2025-03-29", "2025-03-30", "Overdue, it was due by 29 March 2025"),
        ("2025-04", None, "Due by April 2025"),
        ("2025-03", None, "Overdue, it was due by March 2025"),
        ("not said", None, "No day set"),
    ],
)  # fmt: skip
def test_it_is_due_as_of_the_day_of_the_brief(tmp_path: Path, day: str, as_of: str | None, lead: str) -> None:
    made = case(tmp_path, f"text: The pumps are mended, by: [ann, south], due: {day}")
    assert told(made, as_of) == [f"{lead}: The pumps are mended; Ann and South are to see to it (said so)."]


def test_the_longest_overdue_comes_first_and_what_has_no_day_last(tmp_path: Path) -> None:
    made = case(
        tmp_path,
        "text: One, by: [ann]",
        "text: Two, due: 2025-05-01",
        "text: Three, due: 2025-04-01",
        "text: Four, due: 2025-03-01",
    )
    assert [line.text.split(" (")[0].lower() for line in due(made)] == [
        "four",
        "three",
        "two",
        "one; ann is to see to it",
    ]


def test_what_nobody_has_taken_on_is_not_listed(tmp_path: Path) -> None:
    assert due(case(tmp_path, "text: They agreed")) == []


def test_what_is_done_is_no_longer_due_from_that_day_on(tmp_path: Path) -> None:
    made = case(tmp_path, "text: The pumps are mended, due: 2025-03-01, done: 2025-03-20")
    assert (len(due(made, "2025-03-19")), len(due(made, "2025-03-20")), len(due(made))) == (1, 0, 0)


def test_a_next_step_may_be_due_too(tmp_path: Path) -> None:
    made = case(tmp_path, "text: The board writes a draft, by: [board], due: 2025-04-20, meeting: second", kind="next")
    assert told(made) == ["Due by 20 April 2025: The board writes a draft; The Board is to see to it (said so)."]


def test_what_is_not_agreed_is_nobody_s_to_do(tmp_path: Path) -> None:
    made = small_case(
        tmp_path, ("{text: No deal, meeting: second,", "{text: No deal, meeting: second, by: [ann], due: 2025-03-01,")
    )
    assert due(made) == []


def test_it_stands_behind_what_is_next_and_in_the_data(tmp_path: Path) -> None:
    made = case(tmp_path, "text: The pumps are mended, by: [ann], due: 2025-04-01")
    outline = build_outline(made)
    ids = [section.id for section in outline.sections]
    assert "next" not in ids or ids.index("next") + 1 == ids.index("due")
    assert "due" in ids  # however short the sources are
    (agreed,) = brief_data(made)["outcome"]["agreed"]
    assert (agreed["by"], agreed["due"], agreed["done"]) == (["ann"], "2025-04-01", "not said")
