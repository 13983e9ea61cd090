"""An entry stands on a claim that asserts it: told with file, line and the modality where none does."""

from pathlib import Path

import pytest

from goodoffices.case import inspect
from goodoffices.case.kinds import BY_NAME, KINDS, OPPOSITES

from .cases import RECORD, TALKS, make, swap


def told(folder: Path, old: str, new: str, *claims: str) -> list[str]:
    """What is found in the case where `old` is `new` and the claims z1, z2, ... have come in."""
    lines = "".join(
        f"  - {{id: z{n}, source: press, {one}, words: South wants no toll, entered_by: me}}\n"
        for n, one in enumerate(claims, 1)
    )
    record = swap(RECORD, "claims:\n  - {id: a1", f"claims:\n{lines}  - {{id: a1")
    _, problems = inspect(make(folder, talks=swap(TALKS, old, new), record=record))
    return [f"{one.line}: {one.found}; expected {one.expected}" for one in problems if one.level == "error"]


OUTCOME = "  not_agreed:\n    - {text: No deal, meeting: second, claims: [a9]}\n"
AGREED = "  agreed: [{text: a toll, meeting: second, claims: [CLAIMS]}]\n"
NOT_AGREED = "  not_agreed: [{text: a toll, meeting: second, claims: [CLAIMS]}]\n"
SAYS = "type: outcome, subject: second, predicate: agreed, value: a toll"
DENIES = "type: outcome, subject: second, predicate: not_agreed, value: a toll"


@pytest.mark.parametrize(
    ("entry", "claims", "word"),
    [
        (AGREED, [SAYS], None),
        (AGREED, [f"{SAYS}, modality: negated"], "modality negated"),
        (AGREED, [DENIES], "not_agreed"),
        (AGREED, [SAYS, DENIES], None),  # both accounts
        (AGREED, [f"{SAYS}, modality: future"], "only plans, wishes or supposes"),
        (AGREED, [f"{SAYS}, modality: possible"], "modality possible"),
        (AGREED, [f"{SAYS}, modality: aim", SAYS], None),
        (AGREED, [f"{SAYS}, modality: conditional", DENIES], "denies"),
        (NOT_AGREED, [DENIES], None),
        (NOT_AGREED, [f"{SAYS}, modality: negated"], None),
        (NOT_AGREED, [f"{DENIES}, modality: negated"], None),  # one denial told twice is one
        (NOT_AGREED, [SAYS], "which denies what is told as not agreed"),
        (NOT_AGREED, [f"{DENIES}, modality: possible"], "only plans"),
        # Of another question, but denied as well: nothing was signed.
        (NOT_AGREED, ["type: signature, subject: second, predicate: signed, value: second, modality: negated"], None),
    ],
)
def test_what_no_claim_asserts_is_refused(tmp_path: Path, entry: str, claims: list[str], word: str | None) -> None:
    new = entry.replace("CLAIMS", ", ".join(f"z{n}" for n in range(1, len(claims) + 1)))
    found = told(tmp_path, OUTCOME, new, *claims)
    assert len(found) == (word is not None), found
    assert all(word in one for one in found if word)


ROLE = "{who: board, role: chair, claims: [a8]}"
MEDIATES = "type: mediation, subject: board, predicate: mediates, value: first"


@pytest.mark.parametrize(
    ("modality", "refused"),
    [("asserted", False), ("presupposed", False), ("hedged", False), ("negated", True), ("future", True), ("conditional", True),
     ("possible", True), ("aim", True)],
)  # fmt: skip
def test_a_mediator_who_only_may_have_mediated_is_none(tmp_path: Path, modality: str, refused: bool) -> None:
    found = told(tmp_path, ROLE, "{who: board, role: mediator, claims: [z1]}", f"{MEDIATES}, modality: {modality}")
    assert bool(found) == refused, found
    assert all(f"modality {modality}" in one and one.startswith("20:") for one in found)


SECOND = "  second: {date: 2025-03-02, after: [first], delegations: [team], claims: [a4]}\n"
OFF = "type: decision, subject: south, predicate: called_off, value: second"


@pytest.mark.parametrize(("claims", "refused"), [(["z1"], True), (["a4", "z1"], False)])
def test_a_meeting_that_was_only_called_off_is_none(tmp_path: Path, claims: list[str], refused: bool) -> None:
    found = told(tmp_path, SECOND, SECOND.replace("[a4]", f"[{', '.join(claims)}]"), OFF)
    assert bool(found) == refused, found
    assert all("called_off), which denies this meeting" in one and "`outcome.next`" in one for one in found)


# Accepted, it was told as so: each with the entry as it stood in talks.yaml, and the claim.
@pytest.mark.parametrize(
    ("old", "new", "claim"),
    [
        (ROLE, "{who: board, role: host, claims: [z1]}",
         "type: mediation, subject: board, predicate: hosts, value: first, modality: negated"),
        ('told_by: "board?", claims: [a6]', 'told_by: "board?", claims: [z1]',
         "type: position, subject: south, predicate: refuses, value: no toll"),
        ("claims: [a4]}", "claims: [z1]}",
         "type: meeting, subject: second, predicate: date, value: 2025-03-02, modality: future"),
        ("    claims: [a3]\n", "    claims: [z1]\n",
         "type: meeting, subject: first, predicate: place, value: Ford, modality: negated"),
        ("title: mayor, of: north, claims: [a1]", "title: mayor, of: north, claims: [z1]",
         "type: person_post, subject: ann, predicate: post, value: mayor, modality: possible"),
        ("head: ann, claims: [a2]", "head: ann, claims: [z1]",
         "type: delegation, subject: ann, predicate: heads, value: north, modality: conditional"),
        ("{by: board, text: the talks, unsourced: known to all}", "{by: board, text: the talks, claims: [z1]}",
         "type: position, subject: board, predicate: opposes, value: the talks"),
        ("unsourced: at hand", "claims: [z1]",
         "type: signature, subject: north, predicate: signed, value: paper, modality: future"),
    ],
)  # fmt: skip
def test_every_kind_of_entry_wants_a_claim_that_asserts_it(tmp_path: Path, old: str, new: str, claim: str) -> None:
    found = told(tmp_path, old, new, claim)
    assert [one for one in found if "the claim z1 (modality" in one], found


def test_the_table_is_whole() -> None:
    assert len(BY_NAME) == len(KINDS)
    assert all(OPPOSITES.get(OPPOSITES[name]) in (name, "position") for name in OPPOSITES)
    for kind in KINDS:
        assert kind.made_by
        assert kind.place[-1] == "*"


# A position that is announced, or depends on something, stands where its option or a condition says so.
HALF = "water, option: half, stance: demands, claims: [a5]"
WANTS = "type: position, subject: north, predicate: demands, value: a half, issue: water, option: half"
OPTION = "half: a half, most"


@pytest.mark.parametrize(
    ("modality", "label", "condition", "refused"),
    [
        ("future", "a half", False, True),
        ("possible", "a half", False, True),
        ("conditional", "a half", False, True),
        ("future", "a half (announced)", False, False),
        ("possible", "a half (possibly)", False, False),
        ("conditional", "a half (on a condition)", False, False),
        ("conditional", "a half (announced)", False, True),
        ("conditional", "a half", True, False),
        ("hedged", "a half", False, False),
        ("aim", "a half", False, True),
    ],
)
def test_a_reserve_on_a_position_is_told(
    tmp_path: Path, modality: str, label: str, condition: bool, refused: bool
) -> None:
    talks = swap(TALKS, OPTION, f"half: {label}, most")
    talks = swap(talks, HALF, "water, option: half, stance: demands, claims: [z1]")
    if condition:
        talks = swap(
            talks,
            "conditions:\n",
            "conditions:\n  - {id: c9, by: north, what: half, only_if: it rains, claims: [z1]}\n",
        )
    line = f"  - {{id: z1, source: press, {WANTS}, modality: {modality}, words: North wants a half, entered_by: me}}\n"
    record = swap(RECORD, "claims:\n  - {id: a1", f"claims:\n{line}  - {{id: a1")
    _, problems = inspect(make(tmp_path, talks=talks, record=record))
    assert bool([p for p in problems if "z1" in p.found and "this position" in p.found]) == refused, [
        str(p) for p in problems
    ]


def test_the_advice_that_is_given_can_be_taken(tmp_path: Path) -> None:
    planned = f"{MEDIATES.replace('first', 'second')}, modality: future"
    assert told(tmp_path / "a", ROLE, "{who: board, role: mediator, claims: [z1]}", planned)
    step = "  next: [{text: The Board will mediate, meeting: second, claims: [z1]}]\n"
    assert told(tmp_path / "b", OUTCOME, OUTCOME + step, planned) == []
