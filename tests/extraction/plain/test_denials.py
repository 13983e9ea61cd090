"""From two reports to a contradiction: what `plain` reads, accepted by a person, is compared in one form."""

from dataclasses import replace

import pytest

from goodoffices.extraction.plain import Plain
from goodoffices.extraction.proposal import Text
from goodoffices.record import Names, Record, Relation, Source, TextFile, compare, polarity

MET = "Delegations of Arvenia and Bostan met in Torvik on 2 May 2031. "
HELD = "After a long winter envoys of Arvenia and Bostan held talks in Torvik on 2 May 2031, and rain fell all day. "
NOT = (
    "No agreement was reached on {}.",
    "The two sides failed to agree on {}.",
    "The two sides could not agree on {}.",
    "There was no agreement on {}.",
    "Nothing was agreed on {}.",
    "The two sides have yet to agree on {}.",
)
NONE = ("No agreement was reached.", "The talks ended without an agreement.", "The talks broke up without a deal.")
MATTERS = ("the exchange of catch data", "pensions", "the return of displaced persons")


def results(first: str, second: str) -> set[Relation]:
    """The relations of the results of two accounts of one meeting, all that is proposed of them accepted."""
    claims = [
        replace(claim, id=f"{source}{claim.id}", status="accepted")
        for source, text in (("A", MET + first), ("B", HELD + second))
        for claim in Plain().propose(Text(source, text))
        if claim.type == "outcome"
    ]
    none = TextFile(kind="original", file="sources/none.txt", sha256="")
    sources = {key: Source(publisher=key, written="after", text=none) for key in "AB"}
    record = Record(format="record/1", sources=sources, claims=tuple(claims))
    found = compare(record, Names({"Arvenia": ["Arvenia"], "Bostan": ["Bostan"], "M1": ["M1"]}), ["M1"])
    assert {c.source for c in claims} == {"A", "B"}, "an account of which no result was read shows nothing"
    return {relation for _, _, relation in found.pairs()}


@pytest.mark.parametrize("matter", MATTERS)
@pytest.mark.parametrize("denial", NOT)
def test_not_agreed_contradicts_agreed_on_that_matter(denial: str, matter: str) -> None:
    agreed = f"The two sides agreed on {matter}. They then sang."
    other = MATTERS[MATTERS.index(matter) - 1]
    assert results(denial.format(matter), agreed) == {Relation.CONTRADICTS}
    assert results(denial.format(other), agreed) == set()


@pytest.mark.parametrize("matter", MATTERS)
@pytest.mark.parametrize("denial", NONE)
def test_no_agreement_contradicts_every_agreement(denial: str, matter: str) -> None:
    assert results(denial, f"The two sides agreed on {matter}. They then sang.") == {Relation.CONTRADICTS}
    assert results(denial, "The talks ended without reunification.") == set()


@pytest.mark.parametrize("first", NOT)
@pytest.mark.parametrize("second", NOT)
def test_two_denials_of_one_matter_agree(first: str, second: str) -> None:
    assert results(first.format("pensions"), second.format("pensions")) == {Relation.AGREE}


@pytest.mark.parametrize("denial", [*(n.format("pensions") for n in NOT), *NONE])
def test_a_denial_is_proposed_in_its_one_form(denial: str) -> None:
    denials = [c for c in Plain().propose(Text("A", MET + denial)) if c.type == "outcome" and polarity(c).denies]
    assert [(c.predicate, c.modality) for c in denials] == [("not_agreed", "asserted")]
    assert polarity(denials[0]).general is (denial in NONE)
