"""The relation of two claims in one slot, computed from typed values. Similar text is never enough for any of them."""

from enum import StrEnum


class Relation(StrEnum):
    """How two accounts of one question stand to each other."""

    AGREE = "agree"
    VARIANT_SPELLING = "variant_spelling"
    VARIANT_WORDING = "variant_wording"
    REFINES = "refines"
    DIFFERS_QUALIFIER = "differs_qualifier"
    CONTRADICTS = "contradicts"
    LATER_REPORT = "later_report"


DEFINITIONS: dict[Relation, str] = {
    Relation.AGREE: "The same value once case, accents and word forms are folded; one may presuppose what the other asserts.",
    Relation.VARIANT_SPELLING: "The same name in other letters.",
    Relation.VARIANT_WORDING: "The same question answered in other words; neither answer says more.",
    Relation.REFINES: "One value entails the other: it adds a part, a role, a country, a more exact day, number or post.",
    Relation.DIFFERS_QUALIFIER: "The same value with another qualifier (duration, scope, kind, speaker); both can hold.",
    Relation.CONTRADICTS: "Both cannot be true of the same event.",
    Relation.LATER_REPORT: "One tells what could not yet be known when the other was written.",
}
"""One sentence for each relation, as the reference documentation prints it."""

GRAVITY: tuple[Relation, ...] = (
    Relation.CONTRADICTS,
    Relation.DIFFERS_QUALIFIER,
    Relation.LATER_REPORT,
    Relation.REFINES,
    Relation.VARIANT_WORDING,
    Relation.VARIANT_SPELLING,
    Relation.AGREE,
)
"""The gravest first: the order in which the brief shows them."""
