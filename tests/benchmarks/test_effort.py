"""The estimate of a reviewer's time: what is counted, and for how much."""

import pytest

from benchmarks.effort import ACCEPT, EDIT, REJECT, Actions, added, completed, reviewed
from benchmarks.extraction_score import Fact, Marked, score
from goodoffices.record import Claim
from goodoffices.record.claim import Modality

TEXT = "Ann heads the delegation of North. Bob said no. Cid said yes."


def fact(number: int, predicate: str, words: str, subject: str, value: str, modality: str = "asserted") -> Fact:
    start = TEXT.index(words)
    kind = "delegation" if predicate == "heads" else "statement"
    return Fact(f"f{number}", kind, subject, predicate, value, "narrator", modality, start, start + len(words))


def claim(number: int, of: Fact, value: str, modality: Modality = "asserted") -> Claim:
    return Claim(
        id=f"P{number}", source="s", type="delegation" if of is HEAD else "statement", subject=of.subject,
        predicate=of.predicate, value=value, modality=modality,
        words=TEXT[of.start : of.end], start=of.start, end=of.end, entered_by="test", status="proposed",
    )  # fmt: skip


HEAD = fact(1, "heads", "Ann heads the delegation of North", "Ann", "North")
NO = fact(2, "said", "Bob said no", "Bob", "no")
YES = fact(3, "said", "Cid said yes", "Cid", "yes")


@pytest.mark.parametrize(
    ("actions", "seconds"),
    [(Actions(1, 1, 1), 8.5), (ACCEPT, 5.5), (EDIT, 11.5), (REJECT, 6.0), (added(HEAD), 19.0), (added(NO), 18.0)],
)  # fmt: skip
def test_prices(actions: Actions, seconds: float) -> None:
    assert actions.seconds == seconds


def test_each_proposal_is_read_once_and_each_missed_fact_is_entered() -> None:
    made = [claim(1, HEAD, "North"), claim(2, NO, "no", "negated"), claim(3, YES, "perhaps the toll")]
    scored = score(Marked("s", TEXT, (HEAD, NO, YES), {}), made)
    assert reviewed(scored) == ACCEPT + EDIT + REJECT
    assert completed(scored) == added(YES)
    assert reviewed(scored).reads == len(made)
