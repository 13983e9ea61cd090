"""Denials between two sources: which contradict, which agree, and which only stand beside each other."""

from typing import Any

import pytest

from goodoffices.record import Relation

from .accounts import claim, relations

AGREE, WORDING, CONTRADICTS = Relation.AGREE, Relation.VARIANT_WORDING, Relation.CONTRADICTS
QUALIFIER, REFINES = Relation.DIFFERS_QUALIFIER, Relation.REFINES

Told = tuple[Any, ...]

CATCH = "the exchange of catch data"
MATTER: dict[str, Told] = {
    "the words of a result": ("m1", "result", "No agreement was reached on the exchange of catch data"),
    "told twice by a program": ("m1", "not_agreed", CATCH, {"modality": "negated"}),
    "told three times": ("m1", "not_agreed", "no agreement on the exchange of catch data", {"modality": "negated"}),
    "the one form": ("m1", "not_agreed", CATCH),
    "by modality": ("m1", "agreed", CATCH, {"modality": "negated"}),
    "nothing on it": ("m1", "result", "nothing was agreed on the exchange of catch data"),
    "none on it": ("m1", "agreed", "none on the exchange of catch data"),
    "failed": ("m1", "result", "the two sides failed to agree on the exchange of catch data"),
    "could not": ("m1", "result", "could not settle the exchange of catch data"),
    "passive": ("m1", "result", "agreement was not reached on the exchange of catch data"),
    "so far": ("m1", "result", "no agreement yet on the exchange of catch data"),
    "yet to": ("m1", "result", "have yet to agree on the exchange of catch data"),
    "without": ("m1", "result", "the talks ended without agreement on the exchange of catch data"),
}


@pytest.mark.parametrize("denial", MATTER.values(), ids=MATTER)
def test_not_agreed_on_a_matter_contradicts_the_agreement_on_it_alone(denial: Told) -> None:
    assert related(denial, ("m1", "agreed", CATCH)) is CONTRADICTS
    assert related(denial, ("m1", "agreed", "to exchange catch data")) is CONTRADICTS
    assert related(denial, ("m1", "agreed", "the release of prisoners")) is None
    assert related(denial, ("m1", "agreed", "an agreement")) is not CONTRADICTS
    assert related(denial, ("m2", "agreed", CATCH)) is None


@pytest.mark.parametrize("denial", MATTER.values(), ids=MATTER)
@pytest.mark.parametrize("other", MATTER.values(), ids=MATTER)
def test_one_denial_in_two_forms_agrees(denial: Told, other: Told) -> None:
    assert related(denial, other) is AGREE


ALL: dict[str, Told] = {
    "no agreement": ("m1", "result", "no agreement"),
    "negated as well": ("m1", "result", "no immediate agreement", {"modality": "negated"}),
    "an agreement, denied": ("m1", "not_agreed", "an agreement"),
    "told twice": ("m1", "not_agreed", "no agreement", {"modality": "negated"}),
    "failed": ("m1", "result", "the talks failed"),
    "without a deal": ("m1", "result", "talks broke up without a deal"),
    "no fruit": ("m1", "result", "the round bore no fruit"),
    "on any item": ("m1", "result", "no agreement on any item"),
    "on that day": ("m1", "result", "no agreement by Thursday afternoon"),
    "nothing": ("m1", "result", "nothing was agreed"),
}


@pytest.mark.parametrize("denial", ALL.values(), ids=ALL)
def test_no_agreement_contradicts_every_agreement_and_nothing_else(denial: Told) -> None:
    assert related(denial, ("m1", "agreed", CATCH)) is CONTRADICTS
    assert related(denial, ("m1", "agreed", "the release of 12 prisoners")) is CONTRADICTS
    for fruit in (
        "an agreement",
        "an exchange of prisoners, 1,000 for 1,000",
        "a ceasefire",
        "a road map",
        "the bridge is opened",
    ):
        assert related(denial, ("m1", "result", fruit)) is CONTRADICTS, fruit
    for beside in (
        ("m1", "result", "ended without reunification"),
        ("m1", "not_agreed", CATCH),
        ("m1", "result", "collapsed in acrimony"),
        ("m1", "result", "deadlock over the border"),
        ("m1", "result", "some progress on prisoners"),
        ("m1", "result", "adjourned for a week"),
        ("m1", "result", "the two sides remain far apart"),
        ("m1", "agreed", CATCH, {"modality": "negated"}),
        ("m1", "result", "the two sides did not fail to agree on tolls", {"modality": "negated"}),
    ):
        assert related(denial, beside) in (None, WORDING), beside


@pytest.mark.parametrize("value", ["did not fail to agree on tolls", "never failed to reach a deal on tolls",
                                   "could not fail to agree on tolls", "the talks did not end without a deal on tolls",
                                   "neither side failed to agree on tolls"])  # fmt: skip
def test_two_denials_of_each_other_are_none(value: str) -> None:
    assert related(("m1", "result", value), ("m1", "agreed", "tolls")) is AGREE
    assert related(("m1", "result", value), ("m1", "not_agreed", "tolls")) is CONTRADICTS
    assert related(("m1", "result", value), ("m1", "result", "no agreement")) is CONTRADICTS


ON = {"issue": "truce"}
NEGATED = {"issue": "truce", "modality": "negated"}
STANCES: dict[str, tuple[Told, Told, Relation]] = {
    "accepts, refuses": (("accepts", ON), ("refuses", ON), CONTRADICTS),
    "accepts, does not accept": (("accepts", ON), ("accepts", NEGATED), CONTRADICTS),
    "refuses, does not accept": (("refuses", ON), ("accepts", NEGATED), AGREE),
    "supports, opposes": (("supports", ON), ("opposes", ON), CONTRADICTS),
    "supports, does not support": (("supports", ON), ("supports", NEGATED), CONTRADICTS),
    "opposes, does not support": (("opposes", ON), ("supports", NEGATED), AGREE),
    "for, against": (("for", ON), ("against", ON), CONTRADICTS),
    "demands, refuses": (("demands", ON), ("refuses", ON), CONTRADICTS),
    "calls for, opposes": (("calls_for", ON), ("opposes", ON), CONTRADICTS),
    "proposes, refuses": (("proposes", ON), ("refuses", ON), CONTRADICTS),
    "refuses, opposes": (("refuses", ON), ("opposes", ON), AGREE),
    # neither for nor against
    "refuses, does not refuse": (("refuses", ON), ("refuses", NEGATED), CONTRADICTS),
    "accepts, does not refuse": (("accepts", ON), ("refuses", NEGATED), WORDING),
    "does not accept, does not refuse": (("accepts", NEGATED), ("refuses", NEGATED), WORDING),
    "opposes, does not oppose": (("opposes", ON), ("opposes", NEGATED), CONTRADICTS),
    "supports, does not oppose": (("supports", ON), ("opposes", NEGATED), WORDING),
    "does not oppose, twice": (("opposes", NEGATED), ("opposes", NEGATED), AGREE),
}


@pytest.mark.parametrize(("a", "b", "relation"), STANCES.values(), ids=STANCES)
def test_stances(a: Told, b: Told, relation: Relation) -> None:
    first, second = (("norland", predicate, "a truce of 30 days", more) for predicate, more in (a, b))
    assert related(first, second) is relation


@pytest.mark.parametrize("predicate", ["accepts", "refuses", "supports", "opposes", "demands"])
def test_yet_to_accept_agrees_with_nothing_and_contradicts_nothing(predicate: str) -> None:
    waiting = ("norland", "accepts", "yet to accept the truce", ON)
    assert related(waiting, ("norland", predicate, "the truce", ON)) is WORDING


SEATS: dict[str, tuple[Told, Told, Relation]] = {
    "attends, absent": (("attends", "m1"), ("absent_from", "m1"), CONTRADICTS),
    "attends, does not": (("attends", "m1"), ("attends", "m1", "negated"), CONTRADICTS),
    "absent, does not attend": (("absent_from", "m1"), ("attends", "m1", "negated"), AGREE),
    "attends, was not absent": (("attends", "m1"), ("absent_from", "m1", "negated"), AGREE),
    "absent, was not absent": (("absent_from", "m1"), ("absent_from", "m1", "negated"), CONTRADICTS),
    "absent, mediates": (("absent_from", "m1"), ("mediates", "m1"), CONTRADICTS),
    "absent, hosts": (("absent_from", "m1"), ("hosts", "m1"), CONTRADICTS),
    # who has not the greater part may have the lesser
    "attends, does not mediate": (("attends", "m1"), ("mediates", "m1", "negated"), WORDING),
    "hosts, does not mediate": (("hosts", "m1"), ("mediates", "m1", "negated"), WORDING),
    "attends, does not chair": (("attends", "m1"), ("chairs", "m1", "negated"), WORDING),
    "observes, does not guarantee": (("observes", "m1"), ("guarantees", "m1", "negated"), WORDING),
    "mediates, does not mediate": (("mediates", "m1"), ("mediates", "m1", "negated"), CONTRADICTS),
    "absent, does not mediate": (("absent_from", "m1"), ("mediates", "m1", "negated"), REFINES),
    "does not host, does not mediate": (("hosts", "m1", "negated"), ("mediates", "m1", "negated"), WORDING),
}


@pytest.mark.parametrize(("a", "b", "relation"), SEATS.values(), ids=SEATS)
def test_parts(a: Told, b: Told, relation: Relation) -> None:
    first, second = (("cho", p, v, {"modality": m[0] if m else "asserted"}) for p, v, *m in (a, b))
    assert related(first, second) is relation


BESIDE: dict[str, tuple[Told, Told, Relation]] = {
    "neither number": (("m1", "not_agreed", "40 boats"), ("m1", "not_agreed", "50 boats"), QUALIFIER),
    "no tolls agreed, and tolls not": (
        ("m1", "agreed", "no tolls at the port"), ("m1", "not_agreed", "tolls at the port"), WORDING),
    "tolls, and no tolls": (("m1", "agreed", "no tolls at the port"), ("m1", "agreed", "tolls at the port"), CONTRADICTS),
    "no tolls, and not even these": (
        ("m1", "agreed", "no tolls at the port"), ("m1", "not_agreed", "no tolls at the port"), CONTRADICTS),
    "not to attack, and to attack": (("m1", "agreed", "not to attack ports"), ("m1", "agreed", "to attack ports"), CONTRADICTS),
    "not to attack, twice": (("m1", "agreed", "not to attack ports"), ("m1", "agreed", "not to attack ports"), AGREE),
    "reunification": (("m1", "result", "ended without reunification"), ("m1", "agreed", "reunification"), CONTRADICTS),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b", "relation"), BESIDE.values(), ids=BESIDE)
def test_what_else_a_denial_leaves_standing(a: Told, b: Told, relation: Relation) -> None:
    assert related(a, b) is relation


def related(a: Told, b: Told) -> Relation | None:
    """The relation of two claims; the same whichever source comes first."""
    found = [_related(a, b), _related(b, a)]
    assert found[0] is found[1]
    return found[0]


def _related(a: Told, b: Told) -> Relation | None:
    made = [
        claim(f"{source}1", source, subject, predicate, value, **(more[0] if more else {}))
        for source, (subject, predicate, value, *more) in zip("AB", (a, b), strict=True)
    ]
    return relations(made).get(frozenset(("A1", "B1")))


SHARED_WORDS = [
    ("summer water", "water fee: a fixed fee each year"),
    ("river gauges", "river crossing: a ferry on the river"),
    ("the prisoners", "letters of the prisoners: once a month"),
    ("school language", "school meals: two a day"),
    ("the bridge", "the bridge toll: none"),
    ("night work", "night trains: every hour"),
]


@pytest.mark.parametrize(("open_", "agreed"), SHARED_WORDS)
def test_two_issues_with_a_word_in_common_are_two(open_: str, agreed: str) -> None:
    def told(issue: str, other: str) -> Relation | None:
        return related(("m1", "not_agreed", open_, {"issue": issue}), ("m1", "agreed", agreed, {"issue": other}))

    assert told("one", "two") is not CONTRADICTS
    assert told("one", "one") is CONTRADICTS
