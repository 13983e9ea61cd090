"""Two that are one while a case is marked: both files are written, undo takes back both, nothing names the one that went."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.case.entries import mentions, nodes
from goodoffices.case.references import KINDS
from goodoffices.documents import parse
from goodoffices.errors import ChangedOnDisk, DataError
from goodoffices.marking import Accept, NeedsYesError, Reject, Store
from goodoffices.record import Claim
from goodoffices.synthesis.withdrawal import named_by
from goodoffices.talks import without_doubt

from .cases import RECORD, TALKS, comments, make, open_store, sound, texts
from .proposals import drafted, errors, marking, reports
from .test_any_decisions import ANY

SWAPS = (
    ("  south: {name: South, kind: town}\n", "  south: {name: South, kind: town}\n  norden: {name: Norden, kind: not said}\n"),
    ("people:\n", "third_parties:\n  mill: {name: The Mill, kind: firm}\npeople:\n"),
    ("stance: demands, claims: [a5]}", "stance: demands, unsourced: known to all}"),
    ("party: south, issue: water, option: most, stance: opposes, unsourced: known to all}",
     "party: norden, issue: water, option: half, stance: demands, claims: [a5]}"),
    ("of: north, head: ann", "of: norden, head: ann"),
)  # fmt: skip
THEIRS = RECORD.replace("type: position, subject: north", "type: position, subject: norden").replace(
    "value: north, meeting: first", "value: norden, meeting: first"
)


def spare(folder: Path) -> Store:
    """North, and Norden, which is North: a delegation and a position rest on claims that name the one or the other."""
    talks = TALKS
    for old, new in SWAPS:
        assert old in talks
        talks = talks.replace(old, new)
    return open_store(make(folder, talks, THEIRS))


def values(text: str) -> Iterator[str]:
    def inside(value: Any) -> Iterator[str]:
        for one in (
            (*value.keys(), *value.values()) if isinstance(value, dict) else value if isinstance(value, list) else ()
        ):
            yield from inside(one)
        if isinstance(value, str):
            yield value.removesuffix("?")

    return inside(parse("file", text))


def test_a_join_asks_first_and_is_in_both_files_after_a_yes(tmp_path: Path) -> None:
    store = spare(tmp_path)
    before = texts(tmp_path)
    with pytest.raises(NeedsYesError) as asked:
        store.join("norden", "north")
    assert asked.value.question == "Norden is North: both files are changed."
    told = {one.entry: one.told for one in asked.value.told}
    assert told["Norden"] == "is North from now on; the id norden goes"
    assert told["record.yaml"] == "names north in 2 places"
    assert texts(tmp_path) == before
    assert store.join("norden", "north", yes=True).told == "Saved: norden is north"
    case = sound(tmp_path)
    assert (case.talks, case.record) == (store.case.talks, store.case.record)
    assert case.talks.parties["north"].spellings == ("Norden",)
    assert [(p.id, p.party, p.claims) for p in case.talks.positions] == [("p1", "north", ("a5",))]
    assert (case.claims["a5"].subject, case.claims["a2"].value) == ("north", "north")
    assert not {"norden"} & {*values(texts(tmp_path)["talks.yaml"]), *values(texts(tmp_path)["record.yaml"])}
    assert comments(texts(tmp_path)["record.yaml"]) == comments(before["record.yaml"])
    store.decide(Accept("a5"))
    store.undo()
    store.undo()
    assert texts(tmp_path) == before
    assert store.case.claims["a5"].subject == "norden"


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("undoing", [False, True])
def test_a_disk_that_fills_up_at_any_of_the_writes_leaves_a_sound_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int, undoing: bool
) -> None:
    store = spare(tmp_path)
    before = texts(tmp_path)
    if undoing:
        store.join("norden", "north", yes=True)
    replace, made = os.replace, []

    def fails(source: str, target: str, **folders: int) -> None:
        made.append(target)
        if len(made) == times:
            raise OSError(errno.ENOSPC, "No space left on device")
        replace(source, target, **folders)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", fails)
        with pytest.raises(DataError, match="full disk"):
            store.undo() if undoing else store.join("norden", "north", yes=True)
    assert len(made) == times
    case = sound(tmp_path)
    assert (case.talks, case.record) == (store.case.talks, store.case.record)
    if undoing or times > 1:
        store.undo()
    assert texts(tmp_path) == before


def test_what_a_file_beside_names_does_not_go(tmp_path: Path) -> None:
    store = spare(tmp_path)
    text = (
        "format: preferences/1\nstatus_quo: {water: most}\nparties:\n  norden: {points: {water: {half: 1, most: 0}}}\n"
    )
    (tmp_path / "preferences.yaml").write_text(text, "utf-8")
    store, before = open_store(tmp_path), texts(tmp_path)
    with pytest.raises(DataError, match=r"preferences\.yaml:4:3: found the id 'norden', which would go"):
        store.join("norden", "north", yes=True)
    assert texts(tmp_path) == before
    store.join("north", "norden", yes=True)
    assert "north" not in sound(tmp_path).talks.parties


def test_what_a_conflict_names_does_not_go(tmp_path: Path) -> None:
    spare(tmp_path)
    text = (
        "format: conflict/1\ndecision_makers: {norden: Norden, south: South}\n"
        "options: {stay: {of: norden}, go: {of: south}}\n"
        "preferences: {norden: [YY, YN, NY, NN], south: [NN, NY, YN, YY]}\n"
        "basis: {norden: {assumed: {by: bea, why: to try}}, south: {assumed: {by: bea, why: to try}}}\n"
    )
    (tmp_path / "conflict.yaml").write_text(text, "utf-8")
    store = open_store(tmp_path)
    with pytest.raises(DataError, match=r"conflict\.yaml:2:\d+: found the id 'norden', which would go"):
        store.join("norden", "north", yes=True)


def test_meetings_in_a_circle_are_refused_and_nothing_is_written(tmp_path: Path) -> None:
    after = "  between: {after: [first], unsourced: x}\n  second: {after: [between], title: The second meeting,"
    talks = TALKS.replace("  second: {title: The second meeting,", after)
    store = open_store(make(tmp_path, talks))
    with pytest.raises(DataError, match="circle"):
        store.join("second", "first", yes=True)
    assert texts(tmp_path) == {"talks.yaml": talks, "record.yaml": RECORD}


def test_a_change_on_the_disk_is_noticed_before_a_join(tmp_path: Path) -> None:
    store = spare(tmp_path)
    (tmp_path / "record.yaml").write_bytes(texts(tmp_path)["record.yaml"].replace("# the end", "# theirs").encode())
    for act in (lambda: store.join("norden", "north", yes=True), lambda: store.move("mill", yes=True)):
        with pytest.raises(ChangedOnDisk):
            act()


@pytest.mark.parametrize(
    ("key", "there"), [("mill", "parties"), ("south", "third_parties"), ("north", "third_parties")]
)
def test_a_party_becomes_a_third_party_and_back(tmp_path: Path, key: str, there: str) -> None:
    store = spare(tmp_path)
    before = texts(tmp_path)
    with pytest.raises(NeedsYesError, match="from now on"):
        store.move(key)
    store.move(key, yes=True)
    assert key in getattr(sound(tmp_path).talks, there)
    assert texts(tmp_path)["record.yaml"] == before["record.yaml"]
    store.undo()
    assert texts(tmp_path) == before


def test_a_claim_of_one_who_was_joined_can_be_rejected(tmp_path: Path) -> None:
    store = spare(tmp_path)
    store.join("norden", "north", yes=True)
    for key in ("a5", "a2", "a3", "a1"):
        store.decide(Reject(key), yes=True)
    assert sound(tmp_path).talks.positions == ()


@pytest.mark.slow
@ANY
@given(reports, st.randoms(use_true_random=False))
def test_after_any_join_the_case_is_sound_and_nothing_names_the_one_that_went(
    proposals: list[list[Claim]], random: Random
) -> None:
    with drafted(proposals) as folder:
        store = marking(folder)
        before = texts(folder)
        for _ in range(3):
            join_any(store, random)
            assert errors(folder) == []
        while store.journal.last() is not None:
            store.undo()
            assert errors(folder) == []
        assert texts(folder) == before


def join_any(store: Store, random: Random) -> None:
    talks = store.case.talks
    kinds = [[*talks.meetings], [*talks.people], [*talks.parties, *talks.third_parties]]
    pairs = [random.sample(kind, 2) for kind in kinds if len(kind) > 1]
    sides = kinds[2]
    if sides and random.random() < 0.2:
        store.move(random.choice(sides), yes=True)
    elif pairs:
        gone, kept = random.choice(pairs)
        if not joins(store, gone, kept):
            return
        case = store.case
        told = {without_doubt(mention.id) for node in nodes(case.talks) for mention in mentions(node)}
        told |= {one for claim in case.record.claims for one in named_by(claim)}
        assert gone not in told | {key for place in KINDS for key in getattr(case.talks, place)}


def joins(store: Store, gone: str, kept: str) -> bool:
    """Join the two; meetings that come one after the other are not one."""
    try:
        store.join(gone, kept, yes=True)
    except DataError as error:
        if not any(word in str(error) for word in ("circle", "took place earlier")):
            raise
        return False
    return True
