"""Minutes that were read back: what is forgotten is blacked out in them, the digest renewed, and they say so."""

import shutil
from pathlib import Path

import pytest

from goodoffices.case import read_case
from goodoffices.synthesis.forgetting import carry_out, plan_person, plan_source
from goodoffices.synthesis.forgetting.planned import search
from goodoffices.talks import Day

from ...amount import few

CASE = Path(__file__).resolve().parents[3] / "examples" / "two-valleys"


@pytest.mark.parametrize("source", few(2, ["A", "B", "C", "answer-lower-1", "note-1", "note-2"]))
def test_a_source(source: str, tmp_path: Path) -> None:
    folder = tmp_path / "case"
    shutil.copytree(CASE, folder)
    plan = plan_source(folder, source)
    carry_out(plan)
    assert search(folder, plan.find).found == ()
    assert source not in read_case(folder).record.sources


@pytest.mark.parametrize("person", few(1, ["olvik", "lindrel", "tash"]))
def test_a_person_named_in_a_point(person: str, tmp_path: Path) -> None:
    folder, before = tmp_path / "case", read_case(CASE)
    shutil.copytree(CASE, folder)
    plan = plan_person(folder, person, Day.parse("2031-06-01"))
    carry_out(plan)
    assert search(folder, plan.find).found == ()
    (old,), (new,) = (case.minutes.meetings["session"] for case in (before, read_case(folder)) if case.minutes)
    assert new.redacted
    assert not old.redacted
    assert new.sha256 != old.sha256
    assert [point.number for point in new.points] == [point.number for point in old.points]


def test_what_is_blacked_out_already_is_blacked_out_further(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    shutil.copytree(CASE, folder)
    carry_out(plan_source(folder, "B"))
    for person in ("olvik", "lindrel"):
        carry_out(plan_person(folder, person, Day.parse("2031-06-01")))
    minutes = read_case(folder).minutes
    assert minutes is not None
    (version,) = minutes.meetings["session"]
    assert version.redacted
    assert not [point for point in version.points if "Olvik" in point.text or "Lindrel" in point.text]
