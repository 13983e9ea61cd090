"""The invented cases are what the measurements take them for: valid, the same every time, and of the size asked."""

from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest

from benchmarks import generate as generator
from goodoffices.case import Case, inspect, order_of
from goodoffices.record import Relation, witnesses
from goodoffices.record.claim import ClaimType

SMALL = {"sources": 5, "claims": 50, "meetings": 5}


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def made(folder: Path, **numbers: int) -> Case:
    generator.generate(folder, **numbers)
    case, problems = inspect(folder)
    assert problems == []
    assert case is not None
    return case


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return made(tmp_path_factory.mktemp("small"), **SMALL)


@pytest.fixture(scope="module")
def middling(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """Large enough that shares mean something."""
    return made(tmp_path_factory.mktemp("middling"), sources=40, claims=2000, meetings=200)


# One of each; fewer claims than meetings; fewer meetings than a round; more claims to a meeting than questions.
@pytest.mark.parametrize(
    ("sources", "claims", "meetings"),
    [(1, 1, 1), (5, 50, 5), (2, 50, 21), (30, 7, 40), (3, 400, 2), (9, 50, 1), (60, 50, 10)],
)
@pytest.mark.parametrize("seed", [1, 2])
def test_a_case_is_valid_and_has_the_numbers_asked(
    tmp_path: Path, sources: int, claims: int, meetings: int, seed: int
) -> None:
    case = made(tmp_path, sources=sources, claims=claims, meetings=meetings, seed=seed)
    found = (len(case.record.sources), len(case.record.claims), len(case.talks.meetings))
    assert found == (sources, claims, meetings)
    assert len(contents(tmp_path)) == sources + 2
    assert len(case.anchors) == claims


@pytest.mark.parametrize("numbers", [{"sources": 0}, {"claims": 0}, {"meetings": 0}, {"claims": -1}])
def test_a_case_of_nothing_is_refused_before_anything_is_written(tmp_path: Path, numbers: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="at least one"):
        generator.generate(tmp_path / "case", **(SMALL | numbers))
    assert not (tmp_path / "case").exists()


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        generator.generate(tmp_path / name, seed=seed, **SMALL)
    one, again, other = (contents(tmp_path / name) for name in ("one", "again", "other"))
    assert one == again
    assert one.keys() == other.keys()
    assert one["record.yaml"] != other["record.yaml"]


def test_a_case_does_not_depend_on_what_was_drawn_or_set_before(tmp_path: Path) -> None:
    generator.generate(tmp_path / "one", **SMALL)
    generator.generate(tmp_path / "between", seed=7, **SMALL)
    generator.generate(tmp_path / "again", **SMALL)
    assert contents(tmp_path / "one") == contents(tmp_path / "again")


def test_fifty_claims_are_of_every_type(small: Case) -> None:
    assert {claim.type for claim in small.record.claims} == set(get_args(ClaimType))


def test_half_of_the_claims_say_where_their_words_stand(small: Case) -> None:
    assert sum(claim.start is not None for claim in small.record.claims) == 25
    assert all((claim.start is None) == (claim.end is None) for claim in small.record.claims)


def test_who_talks(small: Case) -> None:
    talks = small.talks
    assert (len(talks.parties), len(talks.third_parties), len(talks.people)) == (2, 8, 200)
    names = [named.name for kind in (talks.parties, talks.third_parties, talks.people) for named in kind.values()]
    assert len(set(names)) == 210
    assert {d.of for d in talks.delegations.values()} == set(talks.parties)


def test_a_small_case_has_a_derived_source_and_findings(small: Case) -> None:
    assert [key for key, source in small.record.sources.items() if source.derived_from] == ["s0004"]
    assert len(small.record.findings) == 2
    assert {finding.slot for finding in small.record.findings} <= small.comparison.slots.keys()


def test_about_five_sources_tell_of_each_meeting(middling: Case) -> None:
    # Which meeting a claim is of stands in its words, whatever its fields say.
    tellers: dict[str, set[str]] = {}
    for claim in middling.record.claims:
        day = claim.words.split("of the meeting of ")[1][:10]
        tellers.setdefault(day, set()).add(claim.source)
    assert len(tellers) == 200
    numbers = Counter(len(sources) for sources in tellers.values())
    assert set(numbers) == {4, 5, 6}
    assert numbers.most_common(1)[0][0] == 5


def test_about_three_claims_in_a_hundred_are_wrong_and_the_comparison_sees_it(middling: Case) -> None:
    relations = Counter(relation for _, _, relation in middling.comparison.pairs())
    paired = relations.total()
    assert relations[Relation.AGREE] > paired / 2
    # A pair has two claims that can be wrong, and some are wrong both; not every wrong claim has a counterpart.
    assert 0.03 <= relations[Relation.CONTRADICTS] / paired <= 0.09
    for variant in (Relation.VARIANT_SPELLING, Relation.VARIANT_WORDING, Relation.REFINES):
        assert relations[variant] > 0, variant


def test_the_share_of_wrong_claims_is_the_one_that_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generator, "CONTRADICTS", 0.0)
    case = made(tmp_path, sources=20, claims=1000, meetings=100)
    assert not any(claim.modality == "negated" for claim in case.record.claims)
    monkeypatch.setattr(generator, "CONTRADICTS", 0.5)
    worse = made(tmp_path / "worse", sources=20, claims=1000, meetings=100)
    assert _contradictions(worse) > 5 * _contradictions(case)


def _contradictions(case: Case) -> int:
    return sum(relation is Relation.CONTRADICTS for _, _, relation in case.comparison.pairs())


def test_positions_replace_each_other(middling: Case) -> None:
    positions = {position.id: position for position in middling.talks.positions}
    replaced = [position for position in positions.values() if position.supersedes]
    assert len(replaced) == len(positions) - len({(p.party, p.issue) for p in positions.values()})
    assert len(replaced) > 20
    for position in replaced:
        earlier = positions[position.supersedes or ""]
        assert (earlier.party, earlier.issue) == (position.party, position.issue)
        assert earlier.said_on.text <= position.said_on.text


def test_meetings_stand_in_the_order_of_their_numbers(middling: Case) -> None:
    places = order_of(middling.talks.meetings)
    known: list[Any] = [places[key] for key in sorted(places)]
    assert None not in known
    assert known == sorted(known)
    assert {meeting.round for meeting in middling.talks.meetings.values()} == set(middling.talks.rounds)
    assert len(middling.talks.rounds) == 10


def test_every_part_of_the_talks_is_there(middling: Case) -> None:
    talks = middling.talks
    parts = (
        "positions",
        "conditions",
        "proposals",
        "statements",
        "support",
        "instruments",
        "assessments",
        "background",
        "links",
    )
    assert [part for part in parts if not getattr(talks, part)] == []
    assert talks.outcome.agreed
    assert talks.outcome.not_agreed
    assert talks.outcome.next
    assert any(meeting.same_as for meeting in talks.meetings.values())
    assert any(issue.ordered for issue in talks.issues.values())
    assert len(set(witnesses(middling.record.sources).values())) == 38


def test_the_script_writes_what_the_function_writes(tmp_path: Path) -> None:
    generator.main([str(tmp_path / "script"), "--sources=5", "--claims=50", "--meetings=5", "--seed=3"])
    generator.generate(tmp_path / "function", seed=3, **SMALL)
    assert contents(tmp_path / "script") == contents(tmp_path / "function")
