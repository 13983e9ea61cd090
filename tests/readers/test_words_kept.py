"""What the claims that a reader sees carry by themselves stays as the team has it; what does not stay `check` names."""

from pathlib import Path
from typing import Any

import pytest

from goodoffices.case import inspect, read_case, seen

from ..case.cases import RECORD, TALKS, make, swap

HIDDEN = "  - {id: h1, source: press, readers: [team], entered_by: me, words: chaired, "
AIM = """  - {id: x2, source: wire, type: meeting, subject: first, predicate: aim, value: to hold a plenary, words: met,
     entered_by: me}
"""
WHERE = "type: meeting, subject: first, predicate: place, value: Hask}\n"
RESULT = "type: outcome, subject: second, predicate: not_agreed, value: a deal on the lake}\n"
POST = "type: person_post, subject: ann, predicate: post, value: envoy}\n"
FIRST = "    claims: [a3]\n"
DEAL = "{text: No deal, meeting: second, claims: [a9]}"
ROWS: dict[str, tuple[str, str, str, str, Any]] = {
    "a title in the report's words": (WHERE, FIRST, "title", "The towns met on 1 March", "The towns met on 1 March"),
    "a title in other words": (WHERE, FIRST, "title", "The talks of the two towns", None),
    "a title of words that stand apart": (WHERE, FIRST, "title", "The towns on 1 March", None),
    "a format in the report's words": (WHERE, FIRST, "format", "plenary", "plenary"),
    "a format that no report has": (WHERE, FIRST, "format", "bilateral", "not said"),
    "a place that only what is hidden tells": (WHERE, FIRST, "place", "Hask", None),
    "a house that the report names otherwise": (WHERE, FIRST, "venue", "North", None),
    "a result in the report's words": (RESULT, DEAL, "text", "No deal", "No deal"),
    "a result in other words": (RESULT, DEAL, "text", "No deal on the lake", "No deal"),
    "a result as the report has it": (RESULT, DEAL, "text", "No deal came", "No deal came"),
}  # fmt: skip


def changed(talks: str, at: str, key: str, value: str) -> str:
    if at == DEAL:
        return swap(talks, DEAL, f"{{text: {value}, meeting: second, claims: [a9, h1]}}")
    return swap(talks, FIRST, f"    {key}: {value}\n    claims: [a3, x2, h1]\n")


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_words_stay_that_the_claims_carry_which_are_seen(tmp_path: Path, row: tuple[str, str, str, str, Any]) -> None:
    hidden, at, key, value, told = row
    record = swap(RECORD, "words: on 1 March", "words: The towns met on 1 March")
    record = swap(record, "findings:\n", f"{AIM}{HIDDEN}{hidden}findings:\n")
    folder = make(tmp_path, talks=changed(TALKS, at, key, value), record=record)
    for reader in ("public", "south"):
        talks = seen(read_case(folder), None, reader).talks
        entry: Any = talks.outcome.not_agreed[0] if at == DEAL else talks.meetings["meeting-1"]
        assert getattr(entry, key) == told
    (problem,) = [p for p in inspect(folder)[1] if p.found.startswith("an entry that rests also on h1")]
    assert (f"`{key}`" in problem.expected) is (told != value)


POSITION = "type: position, subject: north, predicate: demands, issue: water, "
LABELS = {
    "a word of another answer": ("half: a half", "half: a half for the valley", "option: most, value: all for the valley", True),
    "the same in this answer": ("half: a half", "half: a half for the valley", "option: half, value: a half for the valley", False),
    "words that tell nothing": ("half: a half", "half: a half as it was", "option: half, value: most as it was", True),
    "a number": ("half: a half", "half: a half of 30", "option: half, value: 30 shares", False),
    "a word that what is seen says": ("half: a half", "half: North wants a half", "option: half, value: what North wants", True),
    "words that a report has which is read": (
        "half: a half", "half: a half it wants", "option: half, value: who wants", True),
    "words that a report has on another question": (
        "half: a half", "half: a half and no toll", "option: half, value: a toll", False),
    "a word of another question": ("free: no toll", "free: no toll in the valley", "option: half, value: the valley", True),
}  # fmt: skip


@pytest.mark.parametrize("row", LABELS.values(), ids=LABELS)
def test_what_is_hidden_changes_the_words_of_no_other_answer(tmp_path: Path, row: tuple[str, str, str, bool]) -> None:
    old, new, hidden, stays = row
    record = swap(RECORD, "findings:\n", f"{HIDDEN}{POSITION}{hidden}}}\nfindings:\n")
    record = (
        swap(record, "predicate: demands, value: a half,", "predicate: demands, value: North wants a half,")
        if "North" in new
        else record
    )
    folder = make(tmp_path, talks=swap(TALKS, old, new), record=record)
    labels = [
        label
        for issue in seen(read_case(folder), None, "public").talks.issues.values()
        for label in issue.options.values()
    ]
    assert (new.partition(": ")[2] in labels) is stays
    told = [p for p in inspect(folder)[1] if p.found.startswith("words which only claims say")]
    assert len(told) == (not stays)


def test_words_of_a_report_that_is_told_in_lines_of_our_own_keep_no_label(tmp_path: Path) -> None:
    """Nobody else reads them: that the question has them tells of what is hidden."""
    old, new, hidden, _ = LABELS["words that a report has which is read"]
    record = swap(RECORD, "findings:\n", f"{HIDDEN}{POSITION}{hidden}}}\nfindings:\n")
    ways = {
        "open": record,
        "the source": swap(record, "    publisher: The Paper\n", "    publisher: The Paper\n    attribution: none\n"),
        "another claim": swap(
            record, "words: No deal came,",
            "words: No deal came, attributed_to: [narrator, ann], attribution: none,"),
    }  # fmt: skip
    for name, text in ways.items():
        case = read_case(make(tmp_path / name, talks=swap(TALKS, old, new), record=text))
        labels = [one for issue in seen(case, None, "public").talks.issues.values() for one in issue.options.values()]
        assert ("a half it wants" in labels) is (name == "open"), name
