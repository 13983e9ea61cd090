"""Each source and each person of the examples, one by one: nothing is left, and the case is sound."""

import shutil
from pathlib import Path

import pytest

from goodoffices.case import read_case
from goodoffices.synthesis.forgetting import carry_out, plan_person, plan_source, search
from goodoffices.talks import Day

from ...amount import some
from .world import require_sound, traces

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
CASES = {name: read_case(EXAMPLES / name) for name in ("two-valleys", "istanbul-2025", "black-sea-2022")}
SOURCES = [(name, key) for name, case in CASES.items() for key in case.record.sources]
PEOPLE = [(name, key) for name, case in CASES.items() for key in case.talks.people]


def copied(name: str, place: Path) -> Path:
    shutil.copytree(EXAMPLES / name, place / name)
    return place / name


@pytest.mark.parametrize(("name", "key"), some(SOURCES, *SOURCES[:3]))
def test_a_source(name: str, key: str, tmp_path: Path) -> None:
    folder, case = copied(name, tmp_path), CASES[name]
    plan = plan_source(folder, key)
    carry_out(plan)
    require_sound(folder)
    assert search(folder, plan.find).found == ()
    text = case.record.sources[key].text
    assert traces(folder, text.sha256, text.file) == []
    kept = [claim.id for claim in case.record.claims if claim.source != key]
    assert [claim.id for claim in read_case(folder).record.claims] == kept


@pytest.mark.parametrize(("name", "key"), some(PEOPLE, *PEOPLE[:3]))
def test_a_person(name: str, key: str, tmp_path: Path) -> None:
    folder, case = copied(name, tmp_path), CASES[name]
    plan = plan_person(folder, key, Day.parse("2031-04-01"))
    carry_out(plan)
    require_sound(folder)
    assert search(folder, plan.find).found == ()
    assert traces(folder, case.talks.people[key].name) == []
    after = read_case(folder)
    assert [claim.id for claim in after.record.claims] == [claim.id for claim in case.record.claims]
    assert after.anchors == case.anchors
