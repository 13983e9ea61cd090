"""Two readers who mark one case, each by himself: what one decides stands in his own file, and the other sees nothing of it."""

from pathlib import Path

import pytest

from goodoffices.case.decisions import read_decisions
from goodoffices.errors import ChangedOnDisk, DataError
from goodoffices.marking import Accept, Add, Edit, Judge, Reject
from goodoffices.marking.blind import Blind

from .cases import DAY, RECORD, TALKS, make, open_store, sound, texts

TOLD = {"type": "statement", "subject": "ann", "predicate": "said", "value": "no toll"}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make(tmp_path / "case")


def reader(case: Path, name: str = "bea") -> Blind:
    return Blind(case, name, lambda: DAY)


def test_a_decision_goes_into_the_reader_s_own_file_and_nowhere_else(case: Path) -> None:
    reader(case).decide(Accept("a4"))
    assert texts(case) == {"talks.yaml": TALKS, "record.yaml": RECORD}
    (read,) = read_decisions(case, sound(case).record)
    assert (read.by, read.decisions["a4"].status, read.decisions["a4"].on) == ("bea", "accepted", DAY)


def test_nobody_sees_what_another_decided(case: Path) -> None:
    open_store(case).decide(Reject("a4"), yes=True)
    open_store(case).decide(Edit("a5", {"value": "a third"}), yes=True)
    reader(case, "bea").decide(Reject("a3"))
    seen = reader(case, "carl").case
    assert {claim.status for claim in seen.record.claims} == {"proposed"}
    assert {claim.decided_by for claim in seen.record.claims} == {None}
    assert seen.record.findings == ()


def test_one_s_own_decisions_are_there_after_a_new_start(case: Path) -> None:
    first = reader(case)
    first.decide(Accept("a1"))
    first.decide(Edit("a4", {"value": "baker"}))
    first.decide(Edit("a4", {"as_printed": "Miller"}))
    first.decide(Reject("a5"))
    again = reader(case).case
    assert {key: again.claims[key].status for key in ("a1", "a4", "a5", "a3")} == {
        "a1": "accepted", "a4": "edited", "a5": "rejected", "a3": "proposed",
    }  # fmt: skip
    assert (again.claims["a4"].value, again.claims["a4"].as_printed) == ("baker", "Miller")
    assert again == first.case


def test_a_claim_of_one_s_own_is_kept_beside_the_record(case: Path) -> None:
    start = sound(case).texts["press"].index("No toll")
    saved = reader(case).decide(Add("press", start, start + 7, TOLD))
    again = reader(case)
    assert saved.claim in again.case.claims
    assert again.case.anchors[str(saved.claim)].start == start
    assert saved.claim not in sound(case).claims
    with pytest.raises(DataError, match="that you recorded"):
        again.decide(Reject(str(saved.claim)))


def test_steps_are_taken_back_in_turn(case: Path) -> None:
    store = reader(case)
    states = []
    for decision in (Accept("a1"), Reject("a1"), Edit("a4", {"value": "baker"})):
        states.append(store.case)
        store.decide(decision)
    for state in reversed(states):
        store.undo()
        assert store.case == state == reader(case).case
    with pytest.raises(DataError, match="nothing to undo"):
        store.undo()


def test_what_is_no_decision_on_a_claim_waits(case: Path) -> None:
    store = reader(case)
    for act in (
        lambda: store.decide(Judge("date:first", "disputed", ("a3",), "why")),
        lambda: store.join("second", "first"),
        lambda: store.move("north"),
    ):
        with pytest.raises(DataError, match="for `mark` without --blind"):
            act()
    assert (store.offers("a1"), list(store.open_offers("press"))) == ((), [])


def test_wrong_values_are_refused_as_in_the_record(case: Path) -> None:
    with pytest.raises(DataError):
        reader(case).decide(Edit("a4", {"type": "rumour"}))
    assert not (case / "decisions").exists()


def test_a_change_by_somebody_else_is_noticed_and_not_written_over(case: Path) -> None:
    store = reader(case)
    store.decide(Accept("a1"))
    path = case / "decisions" / "bea.yaml"
    path.write_text(path.read_text() + "# mine\n")
    assert store.changed_on_disk() == ["decisions/bea.yaml"]
    with pytest.raises(ChangedOnDisk):
        store.decide(Accept("a4"))
    store.reload()
    store.decide(Accept("a4"))


def test_two_names_of_one_file_are_told_apart(case: Path) -> None:
    reader(case, "A. Lee").decide(Accept("a1"))
    with pytest.raises(DataError, match=r"decisions of 'A\. Lee'"):
        reader(case, "a-lee")


@pytest.mark.parametrize("name", ["...", "//", "🙂"])
def test_a_name_of_which_no_file_can_be_made_is_told(name: str, case: Path) -> None:
    with pytest.raises(DataError, match="a letter or a digit"):
        reader(case, name)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/tmp/x", "a/b"])
def test_no_name_leads_out_of_the_folder(name: str, case: Path) -> None:
    assert reader(case, name).path.parent == case / "decisions"


def test_a_link_in_the_place_of_the_file_is_refused(case: Path, tmp_path: Path) -> None:
    (case / "decisions").mkdir()
    (tmp_path / "outside").write_text("format: decisions/1\nby: bea\n")
    (case / "decisions" / "bea.yaml").symlink_to(tmp_path / "outside")
    with pytest.raises(DataError, match="a link"):
        reader(case)


def test_the_page_says_so(case: Path) -> None:
    assert reader(case).shown_as == "bea, by yourself: nobody else's decisions are shown"
    assert open_store(case).shown_as == open_store(case).by
