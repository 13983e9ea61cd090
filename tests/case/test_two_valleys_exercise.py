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


def test_the_plan_lists_every_package_that_is_worth_it(case: Case, exercise: Exercise) -> None:
    """Counted anew from the points, the ties and the mandates: the plan's ten, with their marks, in their order."""
    may = {
        party: {issue: {*m.may_accept, *m.must_refer} for issue, m in issues.items()}
        for party, issues in exercise.mandates.items()
    }
    good = [
        p for p in everything(case)
        if hangs_together(case, p) and worth_it(exercise, p) and p["mill"] != "sold"
        and all(p[issue] in options for issues in may.values() for issue, options in issues.items())
    ]  # fmt: skip
    could = could_be(exercise, case.talks, shown=12)
    assert could is not None
    assert sorted(map(str, good)) == sorted(str(dict(one.package)) for one in could.good)
    worth = {str(dict(one.package)): tuple(map(int, one.worth)) for one in could.good}
    assert worth == {str(p): (points_of(exercise, "upper", p), points_of(exercise, "lower", p)) for p in good}
    for one in could.good:
        beaten = any(all(a >= b for a, b in zip(w, one.worth, strict=True)) and w != one.worth for w in worth.values())
        assert one.unbeaten is not beaten
        assert one.gains is (one.worth[0] > 50 and one.worth[1] > 58)
    products = [(one.worth[0] - 50) * (one.worth[1] - 58) for one in could.good]
    assert products == sorted(products, reverse=True)
    one_referral = {
        "water": "half", "patrol": "none", "gauges": "shared", "mill": "leased", "crossing": "market-days", "fee": "none",
    }  # fmt: skip
    assert worth[str(one_referral)] == (54, 65)
    assert [*referred(exercise, one_referral)] == [("upper", "mill")]
    page = packet_bytes(".html", next(p for p in packets(case) if p.key == "trainer")).decode()
    assert all(f"{upper}</" in page and f"{lower}</" in page for upper, lower in worth.values())
    assert "Listed: the 10, the largest product of the gains first" in page


def points_of(exercise: Exercise, party: str, package: dict[str, str]) -> int:
    """What a package is worth to a side."""
    return int(sum(exercise.points[party].points[issue][option] for issue, option in package.items()))


def test_no_price_in_words_is_below_what_its_side_has_without(case: Case, exercise: Exercise) -> None:
    """Each added up anew, all else as today; the words that name a number name that one."""
    assert case.preferences is not None
    assert not case.warnings
    found: dict[str, list[int]] = {}
    for key, seat in exercise.seats.items():
        for price in seat.prices:
            assert seat.of is not None
            package = {**case.preferences.status_quo, **{i: options[0] for i, options in price.answers.items()}}
            assert all(len(options) == 1 for options in price.answers.values())
            assert hangs_together(case, package)
            found.setdefault(key, []).append(points_of(exercise, seat.of, package))
    assert found == {"upper-principal": [66, 56, 52, 55], "lower-principal": [65, 58, 64]}
    words = {key: " ".join(exercise.seats[key].wants) for key in found}
    assert "50 or more" in words["upper-principal"]
    assert "58 or more" in words["lower-principal"]
    poor = {**case.preferences.status_quo, "water": "two-thirds", "fee": "yearly", "crossing": "market-days"}
    assert "A fee and the ford on market days are not enough" in words["lower-principal"]
    assert points_of(exercise, "lower", poor) < 58


def test_the_years_of_the_talks_fit_each_other(case: Case, exercise: Exercise) -> None:
    """The rule of 2019 still holds; what was agreed in 2020, eleven years ago, broke."""
    told = [exercise.briefing, *(t for s in exercise.seats.values() for t in (s.who, *s.wants, *s.knows, *s.if_empty))]
    assert "It is May 2031" in exercise.briefing
    assert "since 2020, in eleven years" in " ".join(exercise.briefing.split())
    assert not [one for one in told if "eleven years ago" in one]
    assert all("2020" in one for one in told if "broke a week later" in " ".join(one.split()))


def test_what_is_said_openly_of_the_gauges_everybody_reads(exercise: Exercise) -> None:
    openly = " ".join(exercise.briefing.split())
    assert "has said openly that it would pay for half of common gauges" in openly
    assert [k for k, s in exercise.seats.items() if "openly" in " ".join((*s.wants, *s.knows))] == ["lake-union"]


def test_the_debriefing_has_the_time_that_it_needs(exercise: Exercise) -> None:
    *_, last = exercise.phases.values()
    assert (last.kind, last.minutes) == ("debriefing", 50)
    assert exercise.few is not None
    assert exercise.few.people == 5
    for minutes in ({}, exercise.few.minutes):
        assert sum(minutes.get(key, phase.minutes) for key, phase in exercise.phases.items()) == 150


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
    assert {key for key, page in told.items() if "a case ready for the court" in page} == {
        *knows, "trainer", "trainer-shown-at-the-end",
    }  # fmt: skip


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
