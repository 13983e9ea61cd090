"""What a claim asserts or denies, in whichever form it is written; and the one form in which a denial is written."""

from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goodoffices.record import DENIALS, FAMILIES, NEGATIVE, Claim, Form, one_form, polarity
from goodoffices.record.claim import ClaimType, Modality

from .accounts import TYPES, claim

A, D, O = "asserts", "denies", "open"  # noqa: E741 (the three signs, as a table needs them)

OUTCOMES: dict[tuple[str, str, str], tuple[str, str, str]] = {
    # agreed, and not, on a matter
    ("agreed", "pensions", "asserted"): (A, "agreed", "pensions"),
    ("not_agreed", "pensions", "asserted"): (D, "agreed", "pensions"),
    ("agreed", "pensions", "negated"): (D, "agreed", "pensions"),
    ("result", "no agreement on pensions", "asserted"): (D, "agreed", "pensions"),
    ("result", "No agreement was reached on the exchange of catch data", "asserted"): (D, "agreed", "exchange of catch data"),
    ("result", "the two sides could not agree on tolls", "asserted"): (D, "agreed", "tolls"),
    ("result", "failed to reach a deal on the border", "asserted"): (D, "agreed", "border"),
    ("result", "agreement could not be reached on the port", "asserted"): (D, "agreed", "port"),
    ("result", "nothing was agreed on pensions", "asserted"): (D, "agreed", "pensions"),
    ("agreed", "nothing on pensions", "asserted"): (D, "agreed", "pensions"),
    ("result", "have yet to agree on tolls", "asserted"): (D, "agreed", "tolls"),
    ("result", "agreement on wages", "asserted"): (A, "agreed", "wages"),
    # one denial told twice, or three times
    ("not_agreed", "pensions", "negated"): (D, "agreed", "pensions"),
    ("not_agreed", "no agreement on pensions", "asserted"): (D, "agreed", "pensions"),
    ("not_agreed", "no agreement on pensions", "negated"): (D, "agreed", "pensions"),
    ("agreed", "no agreement on pensions", "negated"): (D, "agreed", "pensions"),
    ("result", "no agreement on pensions", "negated"): (D, "agreed", "pensions"),
    ("not_agreed", "no agreement", "negated"): (D, "agreed", "agreement"),
    ("result", "no agreement: could not agree", "negated"): (D, "agreed", "agreement"),
    # two denials of each other
    ("result", "did not fail to agree on tolls", "asserted"): (A, "agreed", "tolls"),
    ("result", "they did not fail to reach a deal", "asserted"): (A, "agreed", "deal"),
    ("agreed", "never failed to agree on water", "asserted"): (A, "agreed", "water"),
    ("result", "did not fail to agree on tolls", "negated"): (O, "agreed", "tolls"),
    ("not_agreed", "did not fail to agree on tolls", "asserted"): (O, "agreed", "tolls"),
    # no agreement at all
    ("result", "no agreement", "asserted"): (D, "agreed", "agreement"),
    ("result", "no immediate agreement", "negated"): (D, "agreed", "immediate agreement"),
    ("result", "the talks failed", "asserted"): (D, "agreed", "agreement"),
    ("result", "talks ended without a final deal", "asserted"): (D, "agreed", "final deal"),
    ("result", "did not result in any immediate deal", "negated"): (D, "agreed", "immediate deal"),
    ("result", "did not lead to any result", "negated"): (D, "agreed", "result"),
    ("result", "no breakthrough so far", "asserted"): (D, "agreed", "breakthrough"),
    ("result", "still without a deal on Thursday", "asserted"): (D, "agreed", "deal"),
    ("result", "no agreement on any item", "asserted"): (D, "agreed", "agreement"),
    ("result", "did not agree on any of the points", "asserted"): (D, "agreed", "agreement"),
    ("not_agreed", "an agreement", "asserted"): (D, "agreed", "agreement"),
    ("result", "no talks on Monday", "asserted"): (D, "result", "talks on Monday"),
    ("result", "no further talks", "asserted"): (D, "result", "further talks"),
    ("not_agreed", "a further meeting", "asserted"): (D, "agreed", "a further meeting"),
    ("not_agreed", "talks on Monday", "asserted"): (D, "agreed", "talks on Monday"),
    ("result", "the talks did not end", "asserted"): (D, "result", "end"),
    ("result", "agreement", "negated"): (D, "agreed", "agreement"),
    # a denial of something else than an agreement
    ("result", "ended without reunification", "asserted"): (D, "result", "reunification"),
    ("result", "no prisoners exchanged", "asserted"): (D, "result", "prisoners exchanged"),
    ("result", "did not extend the truce", "asserted"): (D, "result", "extend the truce"),
    ("result", "progress on prisoners", "asserted"): (A, "result", "progress on prisoners"),
    ("result", "collapsed in acrimony", "asserted"): (A, "result", "collapsed in acrimony"),
    # what is agreed may itself be that something is not to be
    ("agreed", "not to attack ports", "asserted"): (A, "agreed", "not to attack ports"),
    ("agreed", "no tolls at the port", "asserted"): (A, "agreed", "no tolls at the port"),
    ("agreed", "no more than four boats", "asserted"): (A, "agreed", "no more than four boats"),
    ("agreed", "a truce without terms", "asserted"): (A, "agreed", "a truce without terms"),
    ("agreed", "an agreement not to attack ports", "asserted"): (A, "agreed", "an agreement not to attack ports"),
    ("agreed", "no progress payments to the mill", "asserted"): (A, "agreed", "no progress payments to the mill"),
    ("agreed", "no result-based pay", "asserted"): (A, "agreed", "no result-based pay"),
    ("agreed", "no settlement tax", "asserted"): (A, "agreed", "no settlement tax"),
    ("result", "no progress payments", "asserted"): (D, "result", "progress payments"),
    ("result", "no agreement: the border stays shut", "asserted"): (D, "agreed", "border stays shut"),
    ("not_agreed", "no tolls at the port", "asserted"): (D, "agreed", "no tolls at the port"),
}  # fmt: skip


@pytest.mark.parametrize(("form", "expected"), OUTCOMES.items(), ids=lambda row: " | ".join(row))
def test_an_outcome_says_one_thing_however_it_is_put(
    form: tuple[str, str, str], expected: tuple[str, str, str]
) -> None:
    predicate, value, modality = form
    found = polarity(claim("a1", "A", "m1", predicate, value, modality=modality))
    assert (found.sign, found.predicate, found.value) == expected
    assert found.modality == "asserted"
    assert found.denies is (expected[0] == D)
    assert found.asserts is (expected[0] == A)


OTHERS: dict[tuple[str, str], tuple[str, str]] = {
    ("accepts", "asserted"): (A, "accepts"),
    ("accepts", "negated"): (D, "accepts"),
    ("refuses", "asserted"): (D, "accepts"),
    ("refuses", "negated"): (O, "accepts"),
    ("supports", "asserted"): (A, "supports"),
    ("supports", "negated"): (D, "supports"),
    ("opposes", "asserted"): (D, "supports"),
    ("opposes", "negated"): (O, "supports"),
    ("demands", "negated"): (D, "demands"),
    ("for", "negated"): (D, "for"),
    ("against", "asserted"): (D, "for"),
    ("attends", "asserted"): (A, "attends"),
    ("attends", "negated"): (D, "attends"),
    ("absent_from", "asserted"): (D, "attends"),
    ("absent_from", "negated"): (A, "attends"),
    ("mediates", "asserted"): (A, "mediates"),
    ("mediates", "negated"): (D, "mediates"),
    ("denied", "asserted"): (D, "said"),
    ("said", "negated"): (D, "said"),
    ("date", "negated"): (D, "date"),
}


@pytest.mark.parametrize(("form", "expected"), OTHERS.items(), ids=lambda row: " | ".join(row))
def test_every_other_claim_asserts_denies_or_leaves_open(form: tuple[str, str], expected: tuple[str, str]) -> None:
    found = polarity(claim("a1", "A", "norland", form[0], "a truce", modality=form[1]))
    assert (found.sign, found.predicate, found.value) == (*expected, "a truce")


@pytest.mark.parametrize("value", ["yet to accept the plan", "Yet to decide", "still to answer"])
@pytest.mark.parametrize("predicate", ["accepts", "refuses", "supports"])
def test_yet_to_accept_is_neither(predicate: str, value: str) -> None:
    assert polarity(claim("a1", "A", "norland", predicate, value)).sign == O


UNREAL = [modality for modality in get_args(Modality) if modality != "negated"]


@pytest.mark.parametrize("modality", UNREAL)
@pytest.mark.parametrize("predicate", ["not_agreed", "absent_from", "refuses", "opposes"])
def test_a_denial_may_be_planned_or_doubtful_as_well(predicate: str, modality: str) -> None:
    found = polarity(claim("a1", "A", "norland", predicate, "pensions", modality=modality))
    assert found.denies
    assert found.modality == modality


def test_a_number_or_a_list_is_no_sentence() -> None:
    assert polarity(claim("a1", "A", "m1", "parties", ("norland", "sudland"))).value == ("norland", "sudland")
    assert polarity(claim("a1", "A", "m1", "agreed", 12)).value == 12


WRITTEN: dict[tuple[str, str, str], tuple[str, str, str, str]] = {
    ("attends", "m1", "negated"): ("absence", "absent_from", "m1", "asserted"),
    ("accepts", "a truce", "negated"): ("position", "refuses", "a truce", "asserted"),
    ("supports", "a truce", "negated"): ("position", "opposes", "a truce", "asserted"),
    ("agreed", "tolls", "negated"): ("outcome", "not_agreed", "tolls", "asserted"),
    ("not_agreed", "tolls", "negated"): ("outcome", "not_agreed", "tolls", "asserted"),
    ("not_agreed", "no agreement on tolls", "hedged"): ("outcome", "not_agreed", "tolls", "hedged"),
    ("result", "No agreement was reached", "negated"): ("outcome", "not_agreed", "agreement", "asserted"),
    # what has no counterpart, or denies nothing, stays
    ("mediates", "m1", "negated"): ("mediation", "mediates", "m1", "negated"),
    ("demands", "a truce", "negated"): ("position", "demands", "a truce", "negated"),
    ("refuses", "a truce", "negated"): ("position", "refuses", "a truce", "negated"),
    ("attends", "m1", "future"): ("attendance", "attends", "m1", "future"),
    ("result", "did not fail to agree on tolls", "negated"): (
        "outcome",
        "result",
        "did not fail to agree on tolls",
        "negated",
    ),
    ("result", "agreement on wages", "asserted"): ("outcome", "result", "agreement on wages", "asserted"),
    ("agreed", "tolls", "hedged"): ("outcome", "agreed", "tolls", "hedged"),
    ("result", "ended without reunification", "asserted"): (
        "outcome",
        "result",
        "ended without reunification",
        "asserted",
    ),
}


@pytest.mark.parametrize(("given_", "expected"), WRITTEN.items(), ids=lambda row: " | ".join(row))
def test_a_denial_is_written_in_one_form(given_: tuple[str, str, str], expected: tuple[str, str, str, str]) -> None:
    predicate, value, modality = given_
    assert one_form(_form(predicate, value, modality)) == expected


def _form(predicate: str, value: str, modality: str) -> Form:
    made = claim("a1", "A", "m1", predicate, value, modality=modality)
    return Form(made.type, predicate, value, made.modality)


predicates = st.sampled_from(sorted({p for p in TYPES if p not in ("told", "denied")}))
modalities = st.sampled_from(get_args(Modality))
values = st.sampled_from([value for _, value, _ in OUTCOMES]) | st.text(max_size=40)


@example("result", "no settlement tax", "asserted")
@example("result", "no deal fee", "asserted")
@example("result", "no agreement levy", "negated")
@example("result", "without an accord bonus", "hedged")
@example("result", "neither a pact nor a treaty day", "possible")
@given(predicates, values, modalities)
def test_the_one_form_says_the_same_and_is_its_own(predicate: str, value: str, modality: str) -> None:
    form = _form(predicate, value, modality)
    written = one_form(form)
    assert one_form(written) == written
    before, after = (polarity(_claim(f)) for f in (form, written))
    assert (before.sign, before.predicate, before.modality) == (after.sign, after.predicate, after.modality)


def _claim(form: Form) -> Claim:
    return claim("a1", "A", "m1", form.predicate, form.value, type=form.type, modality=form.modality)


def test_the_table_is_whole() -> None:
    listed = {p for family in FAMILIES for p in family.predicates}
    for row in DENIALS:
        assert row.asserting not in NEGATIVE  # nothing is the denial of a denial
        assert row.type is None or row.type in get_args(ClaimType)
        assert row.type is None or {row.denying, row.asserting} <= listed
    assert len({row.denying for row in DENIALS}) == len(DENIALS)
    assert len([row.asserting for row in DENIALS if row.type]) == len({row.asserting for row in DENIALS if row.type})
