"""Minutes that were read back, and a mark that comes later: what is made from then on hands on neither words nor name."""

from pathlib import Path

import pytest

from goodoffices.brief import brief_bytes, build_outline
from goodoffices.case import inspect, read_case, seen

from .test_minutes import ALL, data, edit, folder, read_back, run, write

__all__ = ["folder"]

TOLD = "apparently by The Board"
SOUTH = "attributed_to: [narrator, south],"
"""Of point 4: `Tolls: South demands no toll (as reported, apparently by The Board).`"""
MARKS = {
    "a claim for the team": ("record.yaml", "issue: tolls,\n", "readers: [team], issue: tolls,\n"),
    "a claim for one side": ("record.yaml", "issue: tolls,\n", "readers: [south], issue: tolls,\n"),
    "a speaker who is not named": ("record.yaml", "issue: tolls,\n", "attribution: none, issue: tolls,\n"),
    "a speaker by his role": ("record.yaml", "issue: tolls,\n", "attribution: role, issue: tolls,\n"),
    "a source that is not named": ("record.yaml", "publisher: The Paper\n", "publisher: The Paper\n    attribution: none\n"),
    "a source for one side": ("record.yaml", "    publisher: The Paper\n", "    publisher: The Paper\n    readers: [south]\n"),
    "a passage for the team": (
        "record.yaml", "findings:\n", "passages:\n  - {source: press, words: South wants no toll, readers: [team]}\nfindings:\n"),
    "a passage without its speaker": (
        "record.yaml", "findings:\n", "passages:\n  - {source: press, words: South wants no toll, attribution: role}\nfindings:\n"),
    "an entry for one side": ("talks.yaml", 'told_by: "board?", claims: [a6]', 'told_by: "board?", claims: [a6], readers: [south]'),
}  # fmt: skip


@pytest.fixture
def answered(folder: Path) -> Path:
    """Read back and answered: North in its own words, which repeat the point, and South on every point."""
    read_back(
        folder,
        ("north", "1 objects: we have no such paper\n4 objects: it was not The Board who said so\n"),
        ("south", ALL),
    )
    return folder


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
def test_what_is_made_after_a_mark_does_not_hand_on_the_point(answered: Path, mark: tuple[str, str, str]) -> None:
    edit(answered, mark[1], mark[2], mark[0])
    before, page = (answered / "minutes.yaml").read_bytes(), answered.parent / "m.md"
    result = run(answered, "-o", page)
    assert (
        "point 4" in result.stderr.split("They are left out")[0]
        or "and 4" in result.stderr.split("They are left out")[0]
    )
    text = page.read_text("utf-8")
    assert "| 4. Open | What was read back here is not handed on any more. | Objects. | Confirms. |" in text
    assert "| Objects: “we have no such paper” \\[" in text  # an answer to another point stays in its words
    form = run(answered, "--form", "north").stdout
    shown = json_of(answered)
    for made in (text, form, shown):
        assert TOLD not in made
        assert "it was not The Board" not in made
    assert (answered / "minutes.yaml").read_bytes() == before
    (problem,) = [p for p in inspect(answered)[1] if p.file.endswith("minutes.yaml") and "point 4" in p.found]
    assert (problem.level, problem.found.split(",")[0]) == ("warning", "point 4")


@pytest.mark.parametrize("reader", ["north", "south", "public"])
@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
def test_no_answer_repeats_the_point_in_what_a_reader_gets(
    answered: Path, mark: tuple[str, str, str], reader: str
) -> None:
    edit(answered, mark[1], mark[2], mark[0])
    shown = seen(read_case(answered), None, reader)
    told = brief_bytes(".md", shown, outline=build_outline(shown, with_annex=True)).decode() + repr(shown)
    if reader == "south" and mark[0] + mark[2].partition("[south]")[1] in ("record.yaml[south]", "talks.yaml[south]"):
        assert TOLD in told  # what South may read it reads in its own answer as well
    else:
        assert TOLD not in told
        assert "it was not The Board" not in told


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
def test_a_new_version_tells_what_is_gone_by_its_number_alone(answered: Path, mark: tuple[str, str, str]) -> None:
    edit(answered, mark[1], mark[2], mark[0])
    new = data(answered, "--set", "corrected")
    assert "Gone, point 4 (open)." in new["changes"]  # type: ignore[operator]
    version = (answered / "minutes.yaml").read_text("utf-8").partition("version: 2")[2]
    assert TOLD not in version
    old = run(answered, "--version", "1", "-o", answered.parent / "old.md")
    assert "They are left out of what is made now" in old.stderr
    assert TOLD not in (answered.parent / "old.md").read_text("utf-8")


def test_changes_that_an_earlier_version_told_lose_the_words_too(answered: Path) -> None:
    edit(answered, "option: free, stance: demands", "option: fee, stance: demands")
    edit(answered, "option: free, attributed_to", "option: fee, attributed_to", "record.yaml")
    assert any(TOLD in change for change in data(answered, "--set", "corrected")["changes"])  # type: ignore[attr-defined]
    edit(answered, "issue: tolls,\n", "attribution: none, issue: tolls,\n", "record.yaml")
    assert data(answered)["changes"] == ["New, point 4 (open).", "Gone, point 4 (open)."]


def test_a_form_that_was_handed_out_before_the_mark_is_still_read(folder: Path) -> None:
    read_back(folder)
    form = folder.parent / "form.yaml"
    run(folder, "--form", "south", "-o", form)
    edit(folder, *MARKS["a speaker who is not named"][1:], "record.yaml")
    filled = form.read_text("utf-8").replace("    answer:\n", "    answer: confirms\n")
    assert run(folder, "--answer", "south", write(form, filled), "--accept").exit_code == 0
    case = read_case(folder)
    assert not [
        claim.value for claim in case.record.claims if claim.source == "answer-south-1" and TOLD in str(claim.value)
    ]
    assert TOLD not in repr(seen(case, None, "north"))


def json_of(folder: Path) -> str:
    return str(data(folder))


def test_a_point_that_was_shown_by_name_is_withheld_once_its_speaker_may_not_be_named(folder: Path) -> None:
    """It lists no claim, for not every side reads it: its words are known by the name."""
    edit(folder, 'told_by: "board?", claims: [a6]', "told_by: ann, claims: [a6], readers: [north, south]")
    edit(folder, SOUTH, "attributed_to: [narrator, ann], readers: [team],", "record.yaml")
    read_back(folder, ("north", ALL))
    assert "South demands no toll, according to Ann" in (folder / "minutes.yaml").read_text("utf-8")
    edit(folder, "readers: [team],", "readers: [team], attribution: none,", "record.yaml")
    page = folder.parent / "m.md"
    run(folder, "-o", page)
    assert "to Ann" not in page.read_text("utf-8") + run(folder, "--form", "north").stdout + json_of(folder)
    for reader in ("north", "south", "public"):
        assert "to Ann" not in repr(seen(read_case(folder), None, reader))
    assert [p for p in inspect(folder)[1] if p.found.startswith("point 4, read back")]


def test_who_else_was_there_stands_on_the_page_where_all_may_read_it(folder: Path) -> None:
    edit(folder, "participants: [south], delegations", "participants: [south, board], delegations")
    assert "Also there: The Board" in run(folder, "-o", folder.parent / "m.md").stdout
    edit(folder, "    value: 2025-03-02\n", "    value: 2025-03-02\n    readers: [north]\n", "record.yaml")
    assert "The Board" not in run(folder, "-o", folder.parent / "m.md").stdout.partition("POINTS")[0]
