"""What single claims come to, where it went wrong once: several signers, days of steps, labels of programs."""

from typing import Any

import pytest

from goodoffices.synthesis import build

from .cases import claim, index_of


def made(*lines: str) -> dict[str, Any]:
    claims = [claim(number, line) for number, line in enumerate(lines, 1)]
    index = index_of(claims)
    build(index, claims)
    return index.plain


@pytest.mark.parametrize(
    ("subject", "signers"),
    [
        ("north; south", ["north", "south"]),
        ("North; South; Lakeland", ["north", "south", "lakeland"]),
        ("Ann Lee; Bo Moor", ["lee", "moor"]),
        ("Ann Lee; somebody else", ["lee"]),
        ("south", ["south"]),
        ("both sides", []),
    ],
)
def test_each_of_several_signers_signs(subject: str, signers: list[str]) -> None:
    papers = made(f"signature | {subject} | signed | Lake Protocol").get("instruments", {})
    assert [one["who"] for paper in papers.values() for one in paper["signatures"]] == signers


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("talks in Ford | when=2031-06-02", "2031-06-02"),
        ("the sides meet again on 2 June 2031", "2031-06-02"),
        ("a third round, June 3, 2031, in Ford", "2031-06-03"),
        ("they go on in the coming weeks", None),
        ("on 2 June 2031 or on 9 June 2031", None),
        ("from 2 to 5 June 2031", None),
        ("on 06/05/2031", None),
    ],
)
def test_the_day_of_a_step(value: str, day: str | None) -> None:
    (step,) = made(f"outcome | first | next | {value}")["outcome"]["next"]
    assert step.get("date") == day


def test_two_days_of_one_step_are_two_accounts_of_it() -> None:
    steps = made(
        "outcome | first | next | they meet again | when=2031-06-02",
        "outcome | first | next | They meet again | when=2031-06-09",
        "outcome | first | next | they meet again | when=2031-06-02",
    )["outcome"]["next"]
    assert [(step["date"], step["claims"]) for step in steps] == [("2031-06-02", ["c1", "c3"]), ("2031-06-09", ["c2"])]


@pytest.mark.parametrize(
    ("subject", "texts"),
    [
        ("A later meeting of the towns", ["A later meeting of the towns"]),
        ("a meeting (M2 of B)", []),
        ("meeting of North and South on 2031-07-01 (M3 of press)", []),
        ("first", []),
        ("M2", []),
    ],
)
def test_what_a_program_calls_a_meeting_is_not_read_by_anybody(subject: str, texts: list[str]) -> None:
    found = made(f"meeting | {subject} | date | 2031-07-01 | modality=future").get("outcome", {}).get("next", [])
    assert [step["text"] for step in found] == texts
