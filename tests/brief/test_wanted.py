"""What a party wants is never more than a claim says: the label where the claims say all of it, else their own words."""

import pytest

from goodoffices.brief.context import Context
from goodoffices.brief.sections.wanted import wanted
from goodoffices.talks import Issue

from .points import claim, condition, position, towns


def told(label: str, *values: str, words: str = "North wants a half", on_condition: bool = False) -> str:
    """What North wants by a brief, where an option has this label and its claims these values."""
    claims = [claim(f"A{number}", value=value, words=words) for number, value in enumerate(values)]
    stand = position("p", "north", "half", claims=tuple(c.id for c in claims))
    conditions = (condition("north", "it rains", claims=("A0",), unsourced=None),) if on_condition else ()
    case = towns([stand], claims, {"water": Issue(title="Water", options={"half": label})}, conditions=conditions)
    return wanted(Context.of(case), stand)


@pytest.mark.parametrize(
    ("label", "value", "printed"),
    [
        ("a fee for every cubic metre", "a fee for what they take beyond a half", "a fee for what they take beyond a half"),
        ("twelve-hour shifts on four days", "twelve-hour shifts", "twelve-hour shifts"),
        ("a truce of 30 days", "a truce", "a truce"),
        ("a lease to the lower valley", "a lease of the mill", "a lease of the mill"),
        ("withdrawal from both banks by June", "withdrawal from both banks", "withdrawal from both banks"),
        ("no outside firms at the quay", "a ban on outside firms at the quay", "a ban on outside firms at the quay"),
        ("the return of all prisoners", "the return of the wounded prisoners", "the return of the wounded prisoners"),
    ],
)  # fmt: skip
def test_a_label_that_says_more_is_not_printed(label: str, value: str, printed: str) -> None:
    assert told(label, value) == printed


def test_what_a_report_calls_it_is_told_of_the_report() -> None:
    remark = "the return of the captives (the report calls their capture alleged)"
    assert told(remark, "return of the allegedly captured captives") == remark


@pytest.mark.parametrize(
    ("hedge", "direct", "printed"),
    [
        ("allegedly", False, "goods allegedly taken (“allegedly” is the report’s word)"),
        ("allegedly", True, "goods allegedly taken"),  # whoever is quoted says so himself
        ("reportedly", False, "goods allegedly taken"),  # a reserve that stands elsewhere in the sentence
        (None, False, "goods allegedly taken"),
    ],
)
def test_a_reports_reserve_is_not_the_doubt_of_who_wants_it(hedge: str | None, direct: bool, printed: str) -> None:
    claims = [claim("A0", value="goods allegedly taken", hedge=hedge, direct=direct)]
    stand = position("p", "north", "half", claims=("A0",))
    case = towns([stand], claims, {"water": Issue(title="Water", options={"half": "goods allegedly taken"})})
    assert wanted(Context.of(case), stand) == printed


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("a joint patrol", "joint patrols"),
        ("An even split of the water", "the split of the water to be even, and all year"),
        ("a truce of 30 days", "that the truce last 30 days"),
        ("common gauges on the water", "gauges, common ones"),  # the issue itself is the water
    ],
)
def test_a_label_of_which_the_claims_say_all_is_printed(label: str, value: str) -> None:
    assert told(label, value) == label[0].lower() + label[1:]


def test_the_report_s_own_words_count_as_said() -> None:
    assert told("a half of it", "that share", words="North would take a half") == "a half of it"


def test_of_several_claims_the_one_that_says_least_is_printed() -> None:
    assert told("an even split", "one half in dry years above all", "one half") == "one half"


def test_a_condition_stays_where_it_is_told() -> None:
    assert told("both read the gauges", "common gauges, if it rains", on_condition=True) == "both read the gauges"


def test_what_rests_on_no_claim_is_told_as_it_is_labelled() -> None:
    stand = position("p", "north", "half")
    assert wanted(Context.of(towns([stand])), stand) == "a half"
