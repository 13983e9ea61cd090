"""The exercise of the two valleys: in agreement with its preferences, and worth a day."""

from itertools import product

import pytest

from goodoffices.brief.packets.could import could_be, referred
from goodoffices.case import Case, read_case
from goodoffices.talks import Exercise

from .cases import TWO_VALLEYS


@pytest.fixture(scope="module")
def case() -> Case:
    return read_case(TWO_VALLEYS)


@pytest.fixture(scope="module")
def exercise(case: Case) -> Exercise:
    assert case.exercise is not None
    return case.exercise


def test_the_points_of_lower_tavnis_are_those_that_it_gave_to_the_mediator(case: Case, exercise: Exercise) -> None:
    assert case.preferences is not None
    wants = case.preferences.parties["lower"]
    assert exercise.points["lower"].points == wants.points
    assert wants.no_deal != "unknown"
    assert exercise.points["lower"].no_deal == wants.no_deal.value


def test_the_points_of_upper_tavnis_keep_to_its_orders_importance_and_red_line(case: Case, exercise: Exercise) -> None:
    assert case.preferences is not None
    wants, worth = case.preferences.parties["upper"], exercise.points["upper"].points
    for order in wants.orders:
        given = [worth[order.issue][str(option)] for option in order.best_first]
        assert given == sorted(given, reverse=True)
        assert len(set(given)) == len(given)
    for one in wants.importance:
        (i, a, b), (j, c, d) = one.swing, one.over
        assert worth[i][b] - worth[i][a] >= worth[j][d] - worth[j][c]
    for line in wants.red_lines:
        mandate = exercise.mandates["upper"][line.issue]
        assert line.option not in (*mandate.may_accept, *mandate.must_refer)
    today = sum(worth[issue][option] for issue, option in case.preferences.status_quo.items())
    assert exercise.points["upper"].no_deal == today


def test_there_is_room_and_no_package_of_it_without_a_referral(case: Case, exercise: Exercise) -> None:
    could = could_be(exercise, case.talks, shown=100)
    assert could is not None
    assert (could.allowed, could.better) == (165, 10)  # the trainer's hints tell these
    assert all([*referred(exercise, package)] for package, _ in could.best)
    assert any("ten packages" in hint for hint in exercise.hints)


def test_what_each_likes_best_the_other_would_not_take(case: Case, exercise: Exercise) -> None:
    issues = [*case.talks.issues]
    packages = [dict(zip(issues, p, strict=True)) for p in product(*(case.talks.issues[i].options for i in issues))]
    for one, other in (("upper", "lower"), ("lower", "upper")):
        best = max(packages, key=lambda p: sum(exercise.points[one].points[i][o] for i, o in p.items()))
        assert sum(exercise.points[other].points[i][o] for i, o in best.items()) < exercise.points[other].no_deal


def test_it_takes_two_and_a_half_hours_and_four_people_at_least(exercise: Exercise) -> None:
    assert sum(phase.minutes for phase in exercise.phases.values()) == 150
    assert sum(seat.people[0] for seat in exercise.seats.values()) == 4
    parts = [seat.part for seat in exercise.seats.values()]
    assert set(parts) == {
        "chair",
        "mediator",
        "head",
        "adviser",
        "note-taker",
        "principal",
        "supporter",
        "press",
        "observer",
    }
