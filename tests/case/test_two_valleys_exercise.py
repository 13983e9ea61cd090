"""The exercise of the two valleys: in agreement with its preferences, and worth a day."""

from itertools import pairwise, product

import pytest

from goodoffices.brief.packets import Held, packet_bytes, packets
from goodoffices.brief.packets.could import could_be, referred
from goodoffices.brief.packets.print_pdf import pages
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
    assert (could.allowed, could.better, could.gains, could.unbeaten) == (165, 10, 5, 5)
    assert could.better > could.gains
    assert "No package that both sides gain by is to be had without a referral" in exercise.hints[0]
    good = [p for p in everything(case) if hangs_together(case, p) and worth_it(exercise, p)]
    assert len(good) > could.better  # some with a red line, or beyond a mandate
    good = [p for p in good if p["mill"] != "sold" and p["fee"] != "volume"]
    assert all([*referred(exercise, package)] for package in good)
    assert "those that no other beats need one on each side" in exercise.hints[0]
    assert all({party for party, _ in referred(exercise, p)} == {"upper", "lower"} for p, _ in could.best)


def test_what_the_hints_say_of_the_best_packages_is_so(case: Case, exercise: Exercise) -> None:
    could = could_be(exercise, case.talks, shown=100)
    assert could is not None
    assert "two-thirds of the water for a yearly fee, with common gauges and the ford open" in exercise.hints[1]
    for package, _ in could.best:
        assert (package["water"], package["fee"], package["gauges"]) == ("two-thirds", "yearly", "shared")
        assert package["crossing"] != "shut"
    for issue in ("patrol", "mill"):
        assert len({package[issue] for package, _ in could.best}) > 1
    assert case.preferences is not None
    today = case.preferences.status_quo
    alone = [
        {**today, issue: o} for issue, given in case.talks.issues.items() for o in given.options if o != today[issue]
    ]
    assert "on one issue alone ends with nothing" in exercise.hints[1]
    assert not [package for package in alone if worth_it(exercise, package)]


def everything(case: Case) -> list[dict[str, str]]:
    """All packages."""
    issues = [*case.talks.issues]
    return [dict(zip(issues, p, strict=True)) for p in product(*(case.talks.issues[i].options for i in issues))]


def hangs_together(case: Case, package: dict[str, str]) -> bool:
    """Whether no link of the case forbids it."""
    return all(
        any(package[issue] in options for issue, options in link.then.items())
        for link in case.talks.links
        if all(package[issue] in options for issue, options in link.if_.items())
    )


def worth_it(exercise: Exercise, package: dict[str, str]) -> bool:
    """Whether both sides gain by it, or lose nothing."""
    return all(
        sum(given.points[issue][option] for issue, option in package.items()) >= given.no_deal
        for given in exercise.points.values()
    )


def test_nobody_has_to_ask_for_what_holds_today(case: Case, exercise: Exercise) -> None:
    assert case.preferences is not None
    for issues in exercise.mandates.values():
        for issue, option in case.preferences.status_quo.items():
            assert option in issues[issue].may_accept


def test_what_lower_tavnis_has_besides_todays_answers_is_told_to_its_side_alone(case: Case, exercise: Exercise) -> None:
    told = {packet.key: packet_bytes(".html", packet).decode() for packet in packets(case)}
    why = "has 58 points: 40 that the answers of today come to, and 18 besides"
    knows = {f"seat-lower-{end}" for end in ("head", "adviser", "notes", "principal")}
    assert {key for key, page in told.items() if why in page} == knows
    assert {key for key, page in told.items() if "a case ready for the court" in page} == {*knows, "trainer"}


def test_every_role_sheet_has_two_pages_and_nobody_two_meetings_at_once(case: Case, exercise: Exercise) -> None:
    for packet in packets(case):
        if packet.key.startswith("seat-"):
            assert pages(packet)[0] <= 2
    due = Held(case, exercise).held_at()
    for key in exercise.seats:
        mine = sorted(due[m] for m, held in exercise.meetings.items() if key in held.seats)
        assert all(one[1] <= next_[0] for one, next_ in pairwise(mine))


def test_a_seat_that_may_stay_empty_leaves_what_it_knows(exercise: Exercise) -> None:
    """But principals, whose knowledge is for no head, and the press and the observer, who have nobody to leave it to."""
    left = {key for key, seat in exercise.seats.items() if seat.if_empty}
    assert left == {"co-mediator", "upper-adviser", "upper-notes", "lower-adviser", "lower-notes"}
    told = " ".join(words for seat in exercise.seats.values() for words in seat.if_empty)
    assert "said so to nobody" not in told  # in the head's words, not in the captain's


def test_what_each_likes_best_the_other_would_not_take(case: Case, exercise: Exercise) -> None:
    packages = everything(case)
    for one, other in (("upper", "lower"), ("lower", "upper")):
        best = max(packages, key=lambda p: sum(exercise.points[one].points[i][o] for i, o in p.items()))
        assert sum(exercise.points[other].points[i][o] for i, o in best.items()) < exercise.points[other].no_deal


def test_it_takes_two_and_a_half_hours_and_four_people_at_least(exercise: Exercise) -> None:
    assert sum(phase.minutes for phase in exercise.phases.values()) == 150
    assert sum(seat.people[0] for seat in exercise.seats.values()) == 4
    assert len(exercise.seats) == 13  # the trainer's hints tell it
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
