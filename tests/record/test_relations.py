"""A table of small accounts: one claim of each source, and the relation that a fair reader would see."""

from typing import Any

import pytest

from goodoffices.record import Claim, Relation
from goodoffices.record.source import Written

from .accounts import claim, relations, source

AGREE, SPELLING, WORDING = Relation.AGREE, Relation.VARIANT_SPELLING, Relation.VARIANT_WORDING
REFINES, QUALIFIER, CONTRADICTS, LATER = (
    Relation.REFINES,
    Relation.DIFFERS_QUALIFIER,
    Relation.CONTRADICTS,
    Relation.LATER_REPORT,
)

Told = tuple[Any, ...]
"""Subject, predicate, value, and a dictionary of whatever else the claim says."""


def told(id: str, source_: str, row: Told) -> Claim:
    subject, predicate, value, *more = row
    return claim(id, source_, subject, predicate, value, **(more[0] if more else {}))


def related(a: Told, b: Told, written: tuple[Written, Written] = ("after", "after")) -> Relation | None:
    sources = dict(zip("AB", map(source, written), strict=True))
    return relations([told("A1", "A", a), told("B1", "B", b)], sources).get(frozenset(("A1", "B1")))


SPOKEN = {"issue": "truce"}
CASES: dict[str, tuple[Told, Told, Relation | None]] = {
    # days
    "the same day": (("m1", "date", "2025-02-14"), ("m1", "date", "2025-02-14"), AGREE),
    "two days": (("m1", "date", "2025-02-14"), ("m1", "date", "2025-02-15"), CONTRADICTS),
    "a day and its month": (("m1", "date", "2025-02-14"), ("m1", "date", "2025-02"), REFINES),
    "a day and another month": (("m1", "date", "2025-02-28"), ("m1", "date", "2025-03"), CONTRADICTS),
    "a day and one near it": (("m1", "date", "2025-02-14"), ("m1", "date", "about 2025-02-16"), REFINES),
    "a day and none": (("m1", "date", "2025-02-14"), ("m1", "date", "not said"), REFINES),
    "days of two meetings": (("m1", "date", "2025-02-14"), ("m2", "date", "2025-02-15"), None),
    "a day and its denial": (("m1", "date", "2025-02-14"), ("m1", "date", "2025-02-14", {"modality": "negated"}), CONTRADICTS),
    "a day and the denial of another": (
        ("m1", "date", "2025-02-14"),
        ("m1", "date", "2025-02-15", {"modality": "negated"}),
        WORDING),
    "a day planned and a day that was": (
        ("m1", "date", "2025-02-14", {"modality": "future"}),
        ("m1", "date", "2025-02-15"),
        WORDING),
    # places
    "the same town": (("m1", "place", "Geneva"), ("m1", "place", "Geneva"), AGREE),
    "a town and its country": (("m1", "place", "Geneva"), ("m1", "place", "Geneva, Switzerland"), REFINES),
    "a country as a qualifier": (
        ("m1", "place", "Geneva"),
        ("m1", "place", "Geneva", {"qualifiers": {"country": "Switzerland"}}),
        REFINES),
    "two countries as qualifiers": (
        ("m1", "place", "Tripoli", {"qualifiers": {"country": "Libya"}}),
        ("m1", "place", "Tripoli", {"qualifiers": {"country": "Lebanon"}}),
        QUALIFIER),
    "two towns": (("m1", "place", "Geneva"), ("m1", "place", "Vienna"), CONTRADICTS),
    "a town in two spellings": (("m1", "place", "İstanbul"), ("m1", "place", "Istanbul"), SPELLING),
    "a house with and without accents": (("m1", "venue", "Dolmabahçe Palace"), ("m1", "venue", "Dolmabahce Palace"), SPELLING),
    "two houses": (("m1", "venue", "Dolmabahçe Palace"), ("m1", "venue", "Hilton Hotel"), CONTRADICTS),
    "a house named and described": (("m1", "venue", "Hilton Hotel"), ("m1", "venue", "a hotel in the centre"), WORDING),
    "a format printed in two ways": (
        ("m1", "format", "bilateral", {"as_printed": "bilateral"}),
        ("m1", "format", "bilateral", {"as_printed": "face-to-face"}),
        WORDING),
    # who met
    "the same parties in another order": (
        ("m1", "parties", ("norland", "sudland")),
        ("m1", "parties", ("sudland", "norland")),
        AGREE),
    "a party by its name": (
        ("m1", "parties", ("norland", "sudland")),
        ("m1", "parties", ("the Norland government", "Sudland")),
        AGREE),
    "a party more": (("m1", "parties", ("norland", "sudland")), ("m1", "parties", ("norland", "sudland", "estland")), REFINES),
    "another party": (("m1", "parties", ("norland", "sudland")), ("m1", "parties", ("norland", "estland")), CONTRADICTS),
    # order
    "before and after": (("m1", "before", "m2"), ("m2", "after", "m1"), AGREE),
    "before and before the other way": (("m1", "before", "m2"), ("m2", "before", "m1"), CONTRADICTS),
    "before and after the other way": (("m1", "before", "m2"), ("m1", "after", "m2"), CONTRADICTS),
    "the order of other meetings": (("m1", "before", "m2"), ("m1", "before", "m3"), None),
    "a meeting as what comes next": (("m1", "next", "m2"), ("m1", "next", "m2"), AGREE),
    # numbers
    "how long in two units": (("m1", "lasted", "two weeks"), ("m1", "lasted", "14 days"), WORDING),
    "how long, differently": (("m1", "lasted", "two hours"), ("m1", "lasted", "three hours"), CONTRADICTS),
    "how many, about": (("m1", "size", "about 500 delegates"), ("m1", "size", "512 delegates"), REFINES),
    "how many, differently": (("m1", "size", "500 delegates"), ("m1", "size", "700 delegates"), CONTRADICTS),
    # parts
    "took part and did not": (("aziz", "attends", "m1"), ("aziz", "attends", "m1", {"modality": "negated"}), CONTRADICTS),
    "took part and was absent": (("aziz", "attends", "m1"), ("aziz", "absent_from", "m1"), CONTRADICTS),
    "absent in two ways of entering": (("aziz", "absent_from", "m1"), ("aziz", "attends", "m1", {"modality": "negated"}), AGREE),
    "absent from one meeting and present at another": (("aziz", "absent_from", "m1"), ("aziz", "attends", "m2"), None),
    "took part and led": (("aziz", "attends", "m1"), ("aziz", "heads", "norland", {"meeting": "m1"}), REFINES),
    "represented and led": (
        ("aziz", "represents", "norland", {"meeting": "m1"}),
        ("aziz", "heads", "norland", {"meeting": "m1"}),
        REFINES),
    "took part and hosted": (("aziz", "attends", "m1"), ("aziz", "hosts", "m1"), REFINES),
    "led and was absent": (("aziz", "heads", "norland", {"meeting": "m1"}), ("aziz", "absent_from", "m1"), CONTRADICTS),
    "hosted and mediated": (("cho", "hosts", "m1"), ("cho", "mediates", "m1"), WORDING),
    "mediated and only observed": (("cho", "mediates", "m1"), ("cho", "observes", "m1"), CONTRADICTS),
    "mediated and led a side": (("cho", "mediates", "m1"), ("cho", "heads", "norland", {"meeting": "m1"}), CONTRADICTS),
    "mediated and led the mediator's own people": (
        ("cho", "mediates", "m1", {"for_party": "estland"}),
        ("cho", "heads", "estland", {"meeting": "m1"}),
        WORDING),
    "spoke for one side and for the other": (
        ("drax", "represents", "norland", {"meeting": "m1"}),
        ("drax", "represents", "sudland", {"meeting": "m1"}),
        CONTRADICTS),
    "a name printed in two ways": (
        ("aziz", "attends", "m1", {"as_printed": "Karim Aziz"}),
        ("aziz", "attends", "m1", {"as_printed": "A. Karim"}),
        WORDING),
    "a name in another spelling": (
        ("bell", "attends", "m1", {"as_printed": "Maria Bell"}),
        ("bell", "attends", "m1", {"as_printed": "María Bell"}),
        SPELLING),
    # who held a part
    "two leaders of one delegation": (
        ("aziz", "heads", "norland", {"meeting": "m1"}),
        ("drax", "heads", "norland", {"meeting": "m1"}),
        CONTRADICTS),
    "leaders of two delegations": (
        ("aziz", "heads", "norland", {"meeting": "m1"}),
        ("bell", "heads", "sudland", {"meeting": "m1"}),
        None),
    "leaders in two meetings": (
        ("aziz", "heads", "norland", {"meeting": "m1"}),
        ("drax", "heads", "norland", {"meeting": "m2"}),
        None),
    "two hosts": (("norland", "hosts", "m1"), ("sudland", "hosts", "m1"), CONTRADICTS),
    "a state and its minister as hosts": (("norland", "hosts", "m1"), ("aziz", "hosts", "m1"), REFINES),
    "a host, and another who was none": (("norland", "hosts", "m1"), ("sudland", "hosts", "m1", {"modality": "negated"}), WORDING),
    "hosted and did not": (("norland", "hosts", "m1"), ("norland", "hosts", "m1", {"modality": "negated"}), CONTRADICTS),
    # signatures
    "two signers of one party": (
        ("aziz", "signed", "pact", {"for_party": "norland"}),
        ("drax", "signed", "pact", {"for_party": "norland"}),
        CONTRADICTS),
    "signers of two parties": (("aziz", "signed", "pact"), ("bell", "signed", "pact"), None),
    "signed and did not": (("aziz", "signed", "pact"), ("aziz", "signed", "pact", {"modality": "negated"}), CONTRADICTS),
    "signed two documents": (("aziz", "signed", "pact"), ("drax", "signed", "annex", {"for_party": "norland"}), None),
    # posts
    "the same post": (("aziz", "post", "Foreign Minister"), ("aziz", "post", "foreign minister"), AGREE),
    "a deputy": (("aziz", "post", "Foreign Minister"), ("aziz", "post", "Deputy Foreign Minister"), QUALIFIER),
    "a post in other words": (("aziz", "post", "Foreign Minister"), ("aziz", "post", "top diplomat"), WORDING),
    # positions
    "full and 30-day": (
        ("norland", "demands", "full ceasefire", SPOKEN),
        ("norland", "demands", "30-day ceasefire", SPOKEN),
        QUALIFIER),
    "full and 30-day as options": (
        ("norland", "demands", "full ceasefire", {**SPOKEN, "option": "full"}),
        ("norland", "supports", "30-day ceasefire", {**SPOKEN, "option": "30-day"}),
        QUALIFIER),
    "demands and proposes": (("norland", "demands", "a truce", SPOKEN), ("norland", "proposes", "a truce", SPOKEN), AGREE),
    "supports and opposes": (("norland", "supports", "a truce", SPOKEN), ("norland", "opposes", "a truce", SPOKEN), CONTRADICTS),
    "supports and refuses an option": (
        ("norland", "supports", "quiet", {**SPOKEN, "option": "o1"}),
        ("norland", "refuses", "silence of the guns", {**SPOKEN, "option": "o1"}),
        CONTRADICTS),
    "supports, and does not support": (
        ("norland", "supports", "a truce", SPOKEN),
        ("norland", "supports", "a truce", {**SPOKEN, "modality": "negated"}),
        CONTRADICTS),
    "refuses, and does not accept": (
        ("norland", "refuses", "a truce", SPOKEN),
        ("norland", "accepts", "a truce", {**SPOKEN, "modality": "negated"}),
        AGREE),
    "two numbers demanded": (
        ("norland", "demands", "release of 1,200 prisoners", SPOKEN),
        ("norland", "demands", "release of 1,000 prisoners", SPOKEN),
        CONTRADICTS),
    "positions of two parties": (("norland", "supports", "a truce", SPOKEN), ("sudland", "opposes", "a truce", SPOKEN), None),
    **{
        f"one {a}, one {b}": (("norland", a, "a truce of 30 days", SPOKEN), ("norland", b, "a truce of 30 days", SPOKEN), relation)
        for a, b, relation in (
            ("demands", "calls_for", REFINES), ("calls_for", "supports", REFINES), ("demands", "supports", REFINES),
            ("accepts", "supports", REFINES), ("calls_for", "calls_for", AGREE), ("demands", "proposes", AGREE),
            ("calls_for", "refuses", CONTRADICTS), ("opposes", "refuses", AGREE),
        )
    },
    "a call for one number, a demand for another": (
        ("norland", "calls_for", "a truce of 30 days", SPOKEN),
        ("norland", "demands", "a truce of 60 days", SPOKEN),
        CONTRADICTS),
    "positions on two issues": (
        ("norland", "supports", "a truce", SPOKEN),
        ("norland", "opposes", "a truce", {"issue": "other"}),
        None),
    # results
    "no agreement and an exchange": (
        ("m1", "result", "no agreement", {"modality": "negated"}),
        ("m1", "agreed", "to exchange 1,000 for 1,000"),
        CONTRADICTS),
    **{
        f"one denial told twice: {predicate}, {value}, {modality}": (
            ("m1", predicate, value, {"modality": modality}),
            ("m1", "agreed", "to exchange 1,000 for 1,000"),
            CONTRADICTS)
        for predicate, value, modality in (
            ("not_agreed", "no agreement", "asserted"),
            ("not_agreed", "no final deal", "negated"),
            ("not_agreed", "an agreement", "negated"),
        )
    },
    **{
        f"nothing came of it, in other words: {value}": (
            ("m1", "result", value), ("m1", "result", "no agreement"), AGREE)
        for value in ("no deal", "without a deal")
    },
    **{
        f"nothing came of it, and an exchange: {value}": (
            ("m1", "result", value), ("m1", "agreed", "to exchange 1,000 for 1,000"), CONTRADICTS)
        for value in ("talks ended without a deal", "the talks produced no agreement", "the talks failed",
                      "the two sides did not reach any agreement", "the talks brought no result")
    },
    **{
        f"nothing came of it, told twice: {value}": (
            ("m1", "result", value), ("m1", "result", "no breakthrough"), WORDING)
        for value in ("talks ended without a deal", "the talks failed", "the talks brought no result")
    },
    "an agreement that has no end": (
        ("m1", "agreed", "a truce without an end"), ("m1", "agreed", "a truce without an end"), AGREE),
    "a denial of a denial that names a matter": (
        ("m1", "not_agreed", "no tolls at the port"),
        ("m1", "agreed", "tolls at the port"),
        WORDING),  # that no agreement was found to have none does not say that they are agreed
    "no agreement of another meeting": (
        ("m2", "result", "no agreement", {"modality": "negated"}),
        ("m1", "agreed", "to exchange 1,000 for 1,000"),
        None),
    "no agreement in two ways": (("m1", "result", "no agreement"), ("m1", "result", "no deal", {"modality": "negated"}), AGREE),
    "a thousand and 1,000": (
        ("m1", "agreed", "to exchange a thousand prisoners"),
        ("m1", "agreed", "exchange of 1,000 detainees"),
        AGREE),
    "1,000 and 1,200": (
        ("m1", "agreed", "to exchange 1,000 prisoners"),
        ("m1", "agreed", "to exchange 1,200 prisoners"),
        CONTRADICTS),
    "agreed and not agreed on one matter": (
        ("m1", "agreed", "the status of the port"),
        ("m1", "not_agreed", "the status of the port"),
        CONTRADICTS),
    "agreed on one matter, not on another": (
        ("m1", "agreed", "exchange of prisoners"),
        ("m1", "not_agreed", "status of the port"),
        None),
    "in 14 February's words and 15 February's": (
        ("m1", "agreed", "to reopen the border on 14 February"),
        ("m1", "agreed", "to reopen the border on 15 February"),
        CONTRADICTS),
    "two towns of the next round": (("m1", "next", "a round in Geneva"), ("m1", "next", "a round in Vienna"), CONTRADICTS),
    "two days of the next round": (("m1", "next", "2025-03-01"), ("m1", "next", "2025-03-02"), CONTRADICTS),
    # statements
    "said and criticized": (("aziz", "said", "disappointment at the absence"), ("aziz", "criticized", "the absence"), WORDING),
    "said and denied": (
        ("aziz", "said", "the army crossed the border"),
        ("aziz", "denied", "the army crossed the border"),
        CONTRADICTS),
    "said of two things": (("aziz", "said", "wages are low"), ("aziz", "said", "the border is shut"), None),
    "decisions with two numbers": (("norland", "released", "58 prisoners"), ("norland", "released", "85 prisoners"), CONTRADICTS),
    "two verbs outside the table": (("m1", "weather", "rain"), ("m1", "mood", "rain"), None),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b", "relation"), CASES.values(), ids=CASES)
def test_two_claims_stand_to_each_other(a: Told, b: Told, relation: Relation | None) -> None:
    assert related(a, b) is relation
    assert related(b, a) is relation


def test_the_table_is_not_cut_short() -> None:
    assert len(CASES) >= 60
    assert {relation for _, _, relation in CASES.values()} == {*Relation, None} - {LATER}


NO, YES = ("m1", "result", "no agreement", {"modality": "negated"}), ("m1", "agreed", "to exchange 1,000 for 1,000")
MOMENTS: dict[str, tuple[Told, Told, tuple[Written, Written], Relation]] = {
    "no agreement, told during": (NO, YES, ("during", "after"), LATER),
    "no agreement, told before": (NO, YES, ("before", "after"), LATER),
    "an agreement, told during, and none after": (NO, YES, ("after", "during"), LATER),
    "both told after": (NO, YES, ("after", "after"), CONTRADICTS),
    "both told during": (NO, YES, ("during", "during"), CONTRADICTS),
    "one before and one during": (NO, YES, ("before", "during"), CONTRADICTS),
    "not said when": (NO, YES, ("not said", "after"), CONTRADICTS),
    "a day, told before, as a fact": (("m1", "date", "2025-02-14"), ("m1", "date", "2025-02-15"), ("before", "after"), CONTRADICTS),
    "a day, told before, as a plan": (
        ("m1", "date", "2025-02-14", {"modality": "future"}),
        ("m1", "date", "2025-02-15"),
        ("before", "after"), LATER),
    "a plan told after": (
        ("m1", "date", "2025-02-14", {"modality": "future"}),
        ("m1", "date", "2025-02-15"),
        ("after", "after"), WORDING),
    "two plans": (
        ("m1", "date", "2025-02-14", {"modality": "future"}),
        ("m1", "date", "2025-02-15", {"modality": "aim"}),
        ("after", "after"), CONTRADICTS),
    "a guest expected, and absent": (
        ("aziz", "attends", "m1", {"modality": "future"}),
        ("aziz", "absent_from", "m1"),
        ("before", "after"), LATER),
    "the same day, told before": (
        ("m1", "date", "2025-02-14", {"modality": "future"}),
        ("m1", "date", "2025-02-14"),
        ("before", "after"), AGREE),
    "presupposed and asserted": (
        ("aziz", "absent_from", "m1", {"modality": "presupposed"}),
        ("aziz", "absent_from", "m1"),
        ("after", "after"), AGREE),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b", "written", "relation"), MOMENTS.values(), ids=MOMENTS)
def test_the_moment_of_writing_has_the_last_word(
    a: Told, b: Told, written: tuple[Written, Written], relation: Relation
) -> None:
    assert related(a, b, written) is relation
    assert related(b, a, (written[1], written[0])) is relation
