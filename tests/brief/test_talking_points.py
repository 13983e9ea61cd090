"""The talking points: the examples, balance between the sides, and what holds of any case."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.brief import build_talking_points
from goodoffices.case import Case
from goodoffices.talks import Outcome, Result

from ..amount import cases
from .cases import black_sea, istanbul, two_valleys
from .points import (
    asked,
    found,
    labour,
    lines,
    random_talks,
    told,
)

# The examples.


def test_istanbul_tells_russia_s_positions_as_others_tell_them_and_asks_russia() -> None:
    assert told(istanbul(), "russia", "agenda") == [
        "Demands broader negotiations, as reported, apparently by Volodymyr Zelensky. *"
    ]
    assert asked(istanbul(), "russia", "agenda") == [
        "Is it so that you demand broader negotiations, as Volodymyr Zelensky apparently says?"
    ]
    assert told(istanbul(), "ukraine", "agenda") == ["No report tells a position."]
    assert asked(istanbul(), "ukraine", "agenda") == ["Where do you stand on the scope of the talks?"]


def test_istanbul_asks_ukraine_which_ceasefire_it_is_and_russia_whether_it_could_live_with_one() -> None:
    assert told(istanbul(), "ukraine", "ceasefire") == [
        "Supports a 30-day ceasefire (Volodymyr Zelensky, 16 May 2025).",
        "Demands a full ceasefire (Rustem Umerov, 16 May 2025).",
    ]
    assert asked(istanbul(), "ukraine", "ceasefire") == [
        "Which of the two is it: a 30-day ceasefire (Volodymyr Zelensky) or a full ceasefire (Rustem Umerov)?"
    ]
    assert asked(istanbul(), "russia", "ceasefire") == [
        "Where do you stand on the ceasefire?",
        "Could you live with a 30-day ceasefire, which Ukraine supports, or with a full ceasefire, "
        "which Ukraine demands?",
    ]


def test_what_only_the_opponent_tells_is_offered_to_nobody() -> None:
    assert asked(istanbul(), "ukraine", "nato") == ["Where do you stand on Ukraine and NATO?"]


def test_istanbul_asks_both_for_their_mandates() -> None:
    assert asked(istanbul(), "russia", None) == asked(istanbul(), "ukraine", None) == ["What may you accept here?"]
    assert told(istanbul(), "russia", None) == [
        "No report tells its mandate.", "Volodymyr Zelensky says it has no authority to make decisions.",
    ]  # fmt: skip


def test_two_valleys() -> None:
    case = two_valleys()
    assert asked(case, "lower", "patrol") == [
        "Is it so that you demand a joint patrol of the weir road, as Maren Olvik says?"
    ]
    assert asked(case, "lower", "gauges") == [
        "You make common gauges depend on one condition, that the ford is opened on market days: does that still hold?"
    ]
    assert asked(case, "upper", "mill") == ["Is it so that you oppose a lease of the mill, as Pavo Lindrel says?"]
    assert asked(case, "lower", "fee") == [
        "Which of the two is it: a fee charged by the cubic metre (Pavo Lindrel) or a fixed fee each year (Lower Tavnis)?"
    ]
    assert "Maren Olvik: if there has to be a fee at all, then rather a fixed sum each year." in told(
        case, "upper", "fee"
    )
    assert asked(case, "lower", None)[1].startswith(
        "Which account is right on what comes after the session of the two valleys: "
    )
    assert asked(case, "lower", None)[1] == asked(case, "upper", None)[1]


def test_labour() -> None:
    case = labour()
    assert asked(case, "brightwater", "wages") == [
        "Could you live with a rise of five percent, which the United Steelworkers of Hask calls for?",
        "You first proposed a rise of two percent and now propose a rise of three and a half percent: what has changed for you?",
    ]
    assert (
        asked(case, "dockers", "mill")[1]
        == "Could you live with keeping the mill open, which the United Steelworkers of Hask demands?"
    )
    assert asked(case, "brightwater", "mill") == [
        "You make a rolling mill that stays open until 2033 depend on one condition, that the union accepts twelve-hour shifts: "
        "does that still hold?",
        "You first opposed keeping the mill open and now accept keeping the mill open until 2033 only if the union accepts "
        "twelve-hour shifts: what has changed for you?",
    ]
    fund = "a severance fund of six million crowns (Hask Evening Ledger) or a severance fund of eight million crowns (The Ladle)"
    for party in ("brightwater", "ush"):
        assert asked(case, party, "fund") == [f"Which account is right on what came of the third round: {fund}?"]
        assert told(case, party, "fund")[0] == "Agreed: a severance fund."
    assert asked(case, "brightwater", None)[1] == (
        "Which account is right on who led your delegation: Lars Anders (Hask Evening Ledger) or Odile Karsten (The Ladle)?"
    )


def test_who_is_let_speak_by_nobody_is_asked_whether_it_is_so() -> None:
    assert told(labour(), "dockers", "quay") == [
        "Demand a ban on outside firms at the quay, according to Lars Anders on 18 March 2031. *",
        "Oppose outside firms at the quay, according to the United Steelworkers of Hask. *",
    ]
    assert asked(labour(), "dockers", "quay") == [
        "Is it so that you demand a ban on outside firms at the quay, as Lars Anders says?",
        "Is it so that you oppose outside firms at the quay, as the United Steelworkers of Hask says?",
    ]
    for issue in ("wages", "mill", "shifts", "fund"):
        assert asked(labour(), "dockers", issue)[0].startswith("Where do you stand on ")


def test_issues_stand_in_the_order_of_the_file_and_those_on_which_the_sides_differ_are_marked() -> None:
    points = found(labour())
    assert [*points] == ["wages", "mill", "shifts", "fund", "quay", None]
    assert [key for key, point in points.items() if point.differ] == ["wages", "mill", "shifts"]
    titles = [section.title for section in build_talking_points(labour()).sections]
    assert titles[:2] == ["Wages (the positions differ)", "Rolling mill (the positions differ)"]
    assert all([row.party for row in point.rows] == ["brightwater", "dockers", "ush"] for point in points.values())


def test_questions_of_the_title_are_asked_as_questions() -> None:
    texts = [q.line.text for p in found(black_sea()).values() for row in p.rows for q in row.ask]
    assert (
        "Where do you stand on this question: what becomes of the obstacles to Russian food and fertilisers?" in texts
    )
    assert not any("?:" in text or text.count("?") > 1 for text in texts)


# Balance.


@given(random_talks(parties=2))
@settings(max_examples=cases(40, 500))
def test_the_two_sides_are_treated_alike(case: Case) -> None:
    """With both sides in each other's place each is asked what the other was asked before."""
    first, second = case.talks.parties
    other = _exchanged(case, first, second)
    for issue, point in found(case).items():
        grounds = {row.party: [question.ground for question in row.ask] for row in point.rows}
        turned = {row.party: [question.ground for question in row.ask] for row in found(other)[issue].rows}
        assert grounds == {first: turned[second], second: turned[first]}


def _exchanged(case: Case, first: str, second: str) -> Case:
    places = {first: second, second: first}
    people = {key: replace(person, of=places[person.of or ""]) for key, person in case.talks.people.items()}

    def turned(who: str | None) -> str | None:
        if who is None:
            return None
        key, doubt = who.removesuffix("?"), "?" if who.endswith("?") else ""
        return places.get(key, key) + doubt

    talks = replace(
        case.talks, people=people,
        positions=tuple(replace(p, party=places[p.party], told_by=turned(p.told_by)) for p in case.talks.positions),
        conditions=tuple(replace(c, by=turned(c.by)) for c in case.talks.conditions),  # type: ignore[arg-type]
        proposals=tuple(replace(p, by=turned(p.by)) for p in case.talks.proposals),  # type: ignore[arg-type]
        statements=tuple(replace(s, by=turned(s.by)) for s in case.talks.statements),  # type: ignore[arg-type]
        delegations={key: replace(d, of=places[d.of]) for key, d in case.talks.delegations.items()},
    )  # fmt: skip
    claims = tuple(replace(c, subject=places.get(c.subject, c.subject)) for c in case.record.claims)
    return replace(case, talks=talks, record=replace(case.record, claims=claims))


# Any case.


@given(random_talks())
@settings(max_examples=cases(60, 500))
def test_of_any_case(case: Case) -> None:
    points, outline = found(case), build_talking_points(case)
    assert [key for key in points if key is not None] == [*case.talks.issues]
    for point in points.values():
        assert {row.party for row in point.rows} == {*case.talks.parties}
        for row in point.rows:
            assert len(row.ask) <= 3
            assert len({question.line.text for question in row.ask}) == len(row.ask)
            assert all(question.line.text.endswith("?") for question in row.ask)
            assert all(re.match(r"[A-Z]", question.line.text) for question in row.ask)
    for line in lines(case):
        assert {*line.claims} <= {*case.claims} & {*outline.cards}
        assert not re.search(r"(?:qq|zz|xx|yy|vv|ww|uu)_|_|\bpos\d", line.text), line.text
    titles = [section.title for section in outline.sections]
    assert all(any(t.startswith(case.talks.issues[key].title or "") for t in titles) for key in case.talks.issues)


@given(random_talks(), st.sampled_from(["open", "closed"]))
def test_nothing_is_asked_of_what_is_settled_but_what_the_accounts_differ_in(case: Case, state: str) -> None:
    settled = tuple(
        Result(text="So", issue=key, option="yy_option0", unsourced="x")
        for key in case.talks.issues
        if state == "closed"
    )
    case = replace(case, talks=replace(case.talks, outcome=Outcome(agreed=settled)))
    grounds = {q.ground for key, p in found(case).items() if key for row in p.rows for q in row.ask}
    assert state == "open" or grounds <= {"accounts"}
