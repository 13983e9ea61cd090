"""What the accounts tell of one question: one answer or rivals, by whom, and what a person's finding makes of them."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from goodoffices.brief.answers import Told, told
from goodoffices.brief.context import Context
from goodoffices.brief.english import on
from goodoffices.case import Case
from goodoffices.record import Claim, Finding
from goodoffices.record.finding import Verdict
from goodoffices.talks import Day

from ..case.cases import small_case


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """Two accounts of one day: The Paper has 1 March, The Wire 3 March."""
    made = small_case(tmp_path)
    return replace(made, record=replace(made.record, findings=()))


def more(case: Case, *days: str) -> Case:
    """The case with a source more for each of these days: Radio 1, Radio 2."""
    sources, claims = dict(case.record.sources), list(case.record.claims)
    for number, when in enumerate(days, 1):
        key = f"radio{number}"
        sources[key] = replace(sources["wire"], publisher=f"Radio {number}")
        claims.append(replace(case.claims["b1"], id=f"r{number}", source=key, value=when))
    return replace(case, record=replace(case.record, sources=sources, claims=tuple(claims)))


def judged(case: Case, verdict: Verdict, *claims: str) -> Case:
    finding = Finding(slot="date:first", verdict=verdict, claims=claims, by="Ann", reason="seen")
    return replace(case, record=replace(case.record, findings=(finding,)))


def words(claim: Claim) -> str:
    return on(Day.parse(str(claim.value)))


def day_of(case: Case, chosen: str | None = None, order: tuple[str, ...] = ()) -> Told:
    context = Context.of(case)
    claims = context.about("first", "date")
    found = told(context, [context.case.claims[key] for key in order] or claims, words, chosen)
    assert found is not None
    return found


def test_of_no_claims_nothing_is_told(case: Case) -> None:
    assert told(Context.of(case), [], words) is None
    assert told(Context.of(case), [], words, "on 1 March 2025") is None


def test_one_answer_is_told_without_who_gives_it(case: Case) -> None:
    found = day_of(case, order=("a3",))
    assert (found.words(" "), found.claims, found.differs) == (" on 1 March 2025", ("a3",), ())


def test_rivals_are_told_with_who_gives_each(case: Case) -> None:
    found = day_of(case)
    assert found.words() == "on 1 March 2025 (The Paper) or on 3 March 2025 (The Wire)"
    assert set(found.claims) == set(found.differs) == {"a3", "b1"}


def test_what_the_case_takes_stands_first(case: Case) -> None:
    assert day_of(case, "on 3 March 2025").words() == "on 3 March 2025 (The Wire) or on 1 March 2025 (The Paper)"
    assert day_of(case, "on 1 March 2025").words().startswith("on 1 March 2025 (The Paper) or ")


def test_words_of_the_case_that_nobody_contradicts_are_taken(case: Case) -> None:
    found = day_of(case, "on the first", order=("a3",))
    assert (found.words(), found.claims) == ("on the first", ("a3",))


def test_who_tells_the_same_is_named_beside(case: Case) -> None:
    found = day_of(more(case, "2025-03-01", "2025-03-01"))
    assert found.words() == "on 1 March 2025 (Radio 1, Radio 2 and The Paper) or on 3 March 2025 (The Wire)"


def test_a_source_that_tells_it_twice_is_named_once(case: Case) -> None:
    again = replace(case.claims["a3"], id="a33")
    case = replace(case, record=replace(case.record, claims=(*case.record.claims, again)))
    found = day_of(case)
    assert found.words().count("The Paper") == 1
    assert {"a3", "a33", "b1"} == set(found.claims)


def test_what_is_less_exact_is_told_with_what_it_holds_together_with(case: Case) -> None:
    found = day_of(more(case, "2025-03"), order=("a3", "r1"))
    assert (found.words(), set(found.claims)) == ("on 1 March 2025", {"a3", "r1"})


@pytest.mark.parametrize("order", [*permutations(("a3", "b1", "r1"))])
def test_what_holds_together_with_both_rivals_hides_neither_and_joins_neither(
    case: Case, order: tuple[str, ...]
) -> None:
    found = day_of(more(case, "2025-03"), order=order)
    assert found.words() == "on 1 March 2025 (The Paper) or on 3 March 2025 (The Wire)"


def test_a_denied_day_is_no_answer(case: Case) -> None:
    denied = replace(case.claims["b1"], modality="negated")
    case = replace(case, record=replace(case.record, claims=(*(c for c in case.record.claims if c.id != "b1"), denied)))
    assert "3 March" not in day_of(case).words()


# findings


@pytest.mark.parametrize(
    ("verdict", "claims", "first", "against"),
    [
        ("preferred", ("b1",), "on 3 March 2025", "The Paper: on 1 March 2025"),
        ("preferred", ("a3",), "on 1 March 2025", "The Wire: on 3 March 2025"),
        ("deprecated", ("a3",), "on 3 March 2025", "The Paper: on 1 March 2025"),
    ],
)
@pytest.mark.parametrize("chosen", [None, "on 1 March 2025"])
def test_a_finding_is_followed_and_signed(
    case: Case, verdict: Verdict, claims: tuple[str, ...], first: str, against: str, chosen: str | None
) -> None:
    found = day_of(judged(case, verdict, *claims), chosen)
    assert found.words().startswith(first)
    assert "Ann" in found.words()
    assert against in found.words()
    assert set(found.differs) == {"a3", "b1"}


@pytest.mark.parametrize(
    ("verdict", "claims"),
    [
        ("disputed", ("a3", "b1")),
        ("preferred", ("a3", "b1")),
        ("deprecated", ("a3", "b1")),
        ("preferred", ("a5",)),
        ("disputed", ("b1",)),
    ],
)
def test_a_finding_that_decides_nothing_leaves_both(case: Case, verdict: Verdict, claims: tuple[str, ...]) -> None:
    assert day_of(judged(case, verdict, *claims)).words() == day_of(case).words()


def test_of_three_rivals_a_finding_may_leave_two(case: Case) -> None:
    found = day_of(judged(more(case, "2025-03-05"), "deprecated", "b1"))
    assert found.words() == (
        "on 5 March 2025 (Radio 1) or on 1 March 2025 (The Paper) (Ann prefers this; The Wire: on 3 March 2025)"
    )
    assert set(found.differs) == {"a3", "b1", "r1"}
