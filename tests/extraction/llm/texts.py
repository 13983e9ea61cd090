"""A text, and the facts that a careful reader enters; models in the tests answer from them."""

from typing import Any

Item = dict[str, Any]

TEXT = """\
LENN, 12 May 2031 (Valley Press) — Delegations from Northford and the Republic of Southford met in Lenn on 12 May for their \
first talks in three years. The meeting was held at the Mill House and was mediated by the Valley Water Board.

The Northforder delegation was led by Water Minister Ana Roe. It also included Deputy Mayor Tom Hale. \
President Ida Moor of Southford did not attend.

Roe said that Northford wants “a truce of 30 days”, while Southford insists on wider talks. She also proposed an exchange \
of 1,200 prisoners. Dan Fell, who spoke for Southford, said: "We're ready to listen."

The talks did not end in any agreement. Both sides agreed to meet again in June 2031. Dan Fell reportedly left early.
"""


def item(type_: str, subject: str, predicate: str, value: object, quote: str, **more: object) -> Item:
    """A claim as a model writes it."""
    return {"type": type_, "subject": subject, "predicate": predicate, "value": value, "quote": quote, **more}


ROE, FELL = ["narrator", "Ana Roe"], ["narrator", "Dan Fell"]

GOLD: tuple[Item, ...] = (
    item("meeting", "M1", "date", "2031-05-12", "met in Lenn on 12 May", confidence=0.95),
    item("meeting", "M1", "place", "Lenn", "met in Lenn"),
    item(
        "meeting",
        "M1",
        "parties",
        ["Northford", "Republic of Southford"],
        "Delegations from Northford and the Republic of Southford met",
    ),
    item("meeting", "M1", "precedence", "first talks in three years", "their first talks in three years"),
    item("meeting", "M1", "format", "bilateral", "Delegations from Northford and the Republic of Southford"),
    item("meeting", "M1", "venue", "Mill House", "held at the Mill House", confidence=0.7),
    item("mediation", "Valley Water Board", "mediates", "M1", "mediated by the Valley Water Board"),
    item("person_post", "Ana Roe", "post", "Water Minister", "Water Minister Ana Roe", for_party="Northford"),
    item(
        "delegation",
        "Ana Roe",
        "heads",
        "Northford",
        "The Northforder delegation was led by Water Minister Ana Roe",
        meeting="M1",
    ),
    item("delegation", "Tom Hale", "member_of", "Northford", "It also included Deputy Mayor Tom Hale", meeting="M1"),
    item("absence", "Ida Moor", "absent_from", "M1", "President Ida Moor of Southford did not attend"),
    item(
        "position", "Northford", "demands", "a truce of 30 days", "a truce of 30 days", issue="Truce", attributed_to=ROE
    ),
    item(
        "position",
        "Southford",
        "demands",
        "wider talks",
        "Southford insists on wider talks",
        issue="agenda",
        attributed_to=["narrator", "Ana Roe?"],
    ),
    item(
        "statement",
        "Ana Roe",
        "proposed",
        "exchange of 1,200 prisoners",
        "She also proposed an exchange of 1,200 prisoners",
        attributed_to=ROE,
    ),
    item("statement", "Dan Fell", "said", "ready to listen", '"We\'re ready to listen."', attributed_to=FELL),
    item("outcome", "M1", "result", "no agreement", "The talks did not end in any agreement", modality="negated"),
    item("outcome", "M1", "next", "2031-06", "Both sides agreed to meet again in June 2031", modality="future"),
    item(
        "context", "Dan Fell", "left", "early", "Dan Fell reportedly left early", hedge="reportedly", modality="hedged"
    ),
)
