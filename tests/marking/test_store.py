"""The files while they are marked: others change them, disks fill up, processes are killed, two persons mark one case."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.errors import ChangedOnDisk, DataError
from goodoffices.marking import Accept, Add, Reject, Store
from goodoffices.marking.lock import NAME, locked
from goodoffices.marking.record_text import Sheet, splice_between

from ..amount import few
from ..case.cases import ROOT
from .cases import RECORD, TALKS, make, open_store, sound, store_of, texts

TOLD = {"type": "statement", "subject": "ann", "predicate": "said", "value": "no toll"}


@pytest.mark.parametrize("file", ["talks.yaml", "record.yaml"])
def test_a_change_on_the_disk_is_noticed_and_never_overwritten(tmp_path: Path, file: str) -> None:
    store = store_of(tmp_path)
    store.decide(Accept("a4"))
    theirs = texts(tmp_path)[file].replace("# The", "# Our own remark. The")
    (tmp_path / file).write_bytes(theirs.encode())
    assert store.changed_on_disk() == [file]
    for what in (lambda: store.decide(Accept("a1")), store.undo, lambda: store.take(store.offers("a4")[0])):
        with pytest.raises(ChangedOnDisk):
            what()
    assert texts(tmp_path)[file] == theirs
    store.reload()
    assert store.changed_on_disk() == []
    store.decide(Accept("a1"))
    assert "# Our own remark." in texts(tmp_path)[file]
    assert sound(tmp_path).claims["a1"].status == "accepted"


def test_a_case_with_mistakes_by_now_is_not_read_again(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    (tmp_path / "talks.yaml").write_text(TALKS.replace("head: ann", "head: anne"))
    with pytest.raises(DataError, match="anne"):
        store.reload()
    assert store.case.talks.delegations["team"].head == "ann"
    with pytest.raises(ChangedOnDisk):
        store.decide(Accept("a1"))


def test_a_file_that_is_gone_is_a_change(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    (tmp_path / "talks.yaml").unlink()
    assert store.changed_on_disk() == ["talks.yaml"]
    with pytest.raises(ChangedOnDisk):
        store.decide(Accept("a1"))


def test_what_was_decided_before_somebody_else_wrote_cannot_be_undone(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    store.decide(Accept("a4"))
    (tmp_path / "record.yaml").write_text(
        texts(tmp_path)["record.yaml"].replace("# The", "# A long remark. The"), newline=""
    )
    store.reload()
    with pytest.raises(DataError, match="nothing to undo"):
        store.undo()


def test_a_full_disk_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_of(tmp_path)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        for decision in (Accept("a1"), Reject("a5"), Add("press", 0, 9, TOLD)):
            with pytest.raises(DataError, match="full disk"):
                store.decide(decision, yes=True)
    assert texts(tmp_path) == {"talks.yaml": TALKS, "record.yaml": RECORD}
    assert store.journal.last() is None
    assert store.case.claims["a1"].status == "proposed"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["record.yaml", "sources", "talks.yaml"]
    store.decide(Accept("a1"))
    assert sound(tmp_path).claims["a1"].status == "accepted"


@pytest.mark.parametrize("undoing", [False, True])
def test_a_disk_that_fills_up_between_two_files_leaves_a_sound_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, undoing: bool
) -> None:
    store = store_of(tmp_path)
    if undoing:
        store.decide(Reject("a5"), yes=True)
    replace, times = os.replace, []

    def second_fails(source: str, target: str, **folders: Any) -> None:
        times.append(target)
        if len(times) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        replace(source, target, **folders)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", second_fails)
        with pytest.raises(DataError, match="full disk"):
            store.undo() if undoing else store.decide(Reject("a5"), yes=True)
    assert len(times) == 2
    assert sound(tmp_path).record == store.case.record
    assert sound(tmp_path).talks == store.case.talks
    store.undo()
    assert texts(tmp_path) == {"talks.yaml": TALKS, "record.yaml": RECORD}


def test_a_second_marking_of_the_case_is_refused_and_says_who_holds_it(tmp_path: Path) -> None:
    make(tmp_path)
    with locked(tmp_path):
        with pytest.raises(DataError, match=f"another marking of this case .process {os.getpid()}."), locked(tmp_path):
            pytest.fail("two markings of one case")
        assert (tmp_path / NAME).exists()
    assert not (tmp_path / NAME).exists()
    with locked(tmp_path):
        pass


def test_a_full_disk_is_told_where_the_marking_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(DataError, match="a full disk"), locked(tmp_path):
            pytest.fail("a marking whose decisions cannot be kept")
    assert not (tmp_path / NAME).exists()
    assert texts(tmp_path) == {"talks.yaml": TALKS, "record.yaml": RECORD}
    with locked(tmp_path):
        pass


def test_a_lock_left_by_a_process_that_is_gone_hinders_nobody(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / NAME).write_text("1")
    with locked(tmp_path):
        pass


def test_without_the_lock_the_second_notices_what_the_first_wrote(tmp_path: Path) -> None:
    first, second = store_of(tmp_path), open_store(tmp_path, "cy")
    first.decide(Accept("a1"))
    with pytest.raises(ChangedOnDisk):
        second.decide(Accept("a4"))
    second.reload()
    second.decide(Accept("a4"))
    case = sound(tmp_path)
    assert (case.claims["a1"].status, case.claims["a4"].status) == ("accepted", "accepted")


_ENDLESS = """
import sys
from pathlib import Path
from tests.marking.cases import open_store
from goodoffices.marking import Accept, Reject
store = open_store(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    for decision in (Reject("a5"), Reject("a4")):
        store.decide(decision, yes=True)
    store.undo(), store.undo()
"""


@pytest.mark.parametrize("after", few(2, [0.0, 0.013, 0.031, 0.052, 0.077]))
def test_a_process_killed_while_it_saves_leaves_files_that_are_whole(tmp_path: Path, after: float) -> None:
    make(tmp_path)
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    with subprocess.Popen(
        [sys.executable, "-c", _ENDLESS, str(tmp_path)], env=environment, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(after)
        child.send_signal(signal.SIGKILL)
    case = sound(tmp_path)
    talks, record = texts(tmp_path).values()
    assert talks in (
        TALKS,
        TALKS.replace(next(line for line in TALKS.splitlines(keepends=True) if "id: p1" in line), ""),
    )
    assert record.replace("rejected, decided_by: bea, decided_on: 2025-06-01", "proposed") == RECORD
    assert case.claims["a4"].status in ("proposed", "rejected")


@given(st.text("ab\n", max_size=12), st.text("ab\n", max_size=12))
def test_one_stretch_makes_one_text_of_the_other(old: str, new: str) -> None:
    splice = splice_between(old, new)
    assert old[: splice.start] + splice.new + old[splice.start + len(splice.old) :] == new
    assert old[splice.start : splice.start + len(splice.old)] == splice.old


def test_a_stretch_that_is_no_longer_there_is_not_exchanged(tmp_path: Path) -> None:
    sheet = Sheet.read(make(tmp_path) / "record.yaml")
    with pytest.raises(ValueError, match="other text"):
        sheet.spliced(splice_between("# An old one.", "# A new one."))


@pytest.mark.parametrize("index", range(7))
def test_a_claim_alone_reads_as_it_does_in_the_whole(tmp_path: Path, index: int) -> None:
    sheet = Sheet.read(make(tmp_path) / "record.yaml")
    assert sheet.pieces is not None
    assert "".join(sheet.pieces) == sheet.text
    again = sheet.edited(index, lambda document, _: document.text)
    assert again.value == sheet.value
    assert again.text == sheet.text


def test_only_the_claims_of_the_source_are_read_for_its_page(tmp_path: Path) -> None:
    store: Store = store_of(tmp_path)
    assert [c.id for c in store.claims_of("arab")] == ["b1", "b2"]
    assert store.claims_of("zz") == []


def test_a_claim_that_preferences_rest_on_is_not_rejected(tmp_path: Path) -> None:
    make(tmp_path)
    wants = "{orders: [{issue: water, best_first: [half, most], told: [a5]}]}"
    text = f"format: preferences/1\nstatus_quo: {{water: most}}\nparties:\n  north: {wants}\n"
    (tmp_path / "preferences.yaml").write_text(text, "utf-8")
    before, store = texts(tmp_path), open_store(tmp_path)
    with pytest.raises(DataError, match=r"preferences\.yaml:4:\d+: found"):
        store.decide(Reject("a5"), yes=True)
    assert texts(tmp_path) == before
    store.decide(Accept("a5"))
