"""The table of predicate families: which question a predicate answers, and how two answers compare.

This table is public: `docs/reference/predicates.md` prints it, and a test holds the two together.
"""

from dataclasses import dataclass
from typing import Literal

from ..talks import FIRMER, STANCES

ValueKind = Literal["day", "name", "actors", "sequence", "text", "role", "post", "held"]
Pairing = Literal["nearest", "alike", "alone"]
About = Literal["event", "actor", "holder", "post", "document", "issue", "subject"]


@dataclass(frozen=True, slots=True)
class Family:
    """Predicates that answer one question.

    `about` says whose question it is (it becomes the slot's name), `kind` how values compare, `order` the pairs (weaker,
    stronger) of which the stronger entails the weaker. `pairing`: which answers of two sources belong together. `nearest`:
    each answer with the nearest of the other source (one source gives one answer). `alike`: one to one by likeness of words.
    `alone`: alike, and where both sources give one answer, those two in any case.
    """

    name: str
    question: str
    predicates: tuple[str, ...]
    about: About
    kind: ValueKind
    pairing: Pairing
    order: tuple[tuple[str, str], ...] = ()
    excludes: tuple[tuple[str, str], ...] = ()


SEAT = Family(
    "seat", "What part had ACTOR in the meeting?",
    ("attends", "absent_from", "member_of", "represents", "heads", "hosts", "mediates", "facilitates", "chairs", "observes",
     "guarantees", "witnesses", "convenes"),
    "actor", "role", "nearest",
    order=(("attends", "member_of"), ("member_of", "represents"), ("represents", "heads"), ("attends", "hosts"),
           ("attends", "mediates"), ("attends", "facilitates"), ("attends", "chairs"), ("attends", "observes"),
           ("attends", "guarantees"), ("attends", "witnesses")),
    excludes=(("observes", "mediates"), ("observes", "facilitates"), ("observes", "chairs"), ("observes", "heads"),
              ("observes", "represents"), ("observes", "member_of"), ("mediates", "heads"), ("mediates", "represents"),
              ("mediates", "member_of"), ("facilitates", "heads"), ("facilitates", "represents"), ("facilitates", "member_of")),
)  # fmt: skip
HOLDERS = tuple(
    Family(name, f"Who {name} EVENT?", (name,), "holder", "role", "nearest")
    for name in ("hosts", "mediates", "facilitates", "chairs", "convenes", "heads")
)
SIGNED = Family("signed", "Who signed DOCUMENT?", ("signed",), "document", "role", "nearest")
OUTCOME = Family(
    "result", "What came of EVENT?", ("result", "agreed", "not_agreed"), "event", "text", "alike",
)  # fmt: skip
POSITION = Family(
    "position", "Where does PARTY stand on ISSUE?",
    (*STANCES, "for", "against"), "issue", "text", "alone", order=FIRMER,
)  # fmt: skip
NEXT = Family("next", "What comes after EVENT?", ("next",), "event", "text", "nearest")
SAID = Family("said", "What did SPEAKER say?", (), "subject", "text", "alike")
DID = Family("did", "What did ACTOR decide or do?", (), "subject", "text", "alike")
HELD = Family("held", "Was EVENT held?", (), "event", "held", "nearest")
"""Asked only of a meeting which some source says was called off; `calling_off` tells what answers it."""
TOLD = Family("told", "What is told of SUBJECT besides?", (), "subject", "text", "alike")

FAMILIES: tuple[Family, ...] = (
    Family("date", "On which day was EVENT?", ("date",), "event", "day", "nearest"),
    Family("place", "In which town was EVENT?", ("place",), "event", "name", "nearest"),
    Family("venue", "In which house was EVENT?", ("venue",), "event", "name", "nearest"),
    Family("parties", "Between whom was EVENT?", ("parties",), "event", "actors", "nearest"),
    Family("format", "In which format was EVENT?", ("format",), "event", "name", "nearest"),
    Family("precedence", "What is EVENT the first of?", ("precedence",), "event", "text", "alike"),
    Family("aim", "What was EVENT for?", ("aim",), "event", "text", "alike"),
    Family("lasted", "How long did EVENT last?", ("lasted",), "event", "text", "nearest"),
    Family("size", "How many took part in EVENT?", ("size",), "event", "text", "nearest"),
    Family("topic", "What was spoken of at EVENT?", ("topic",), "event", "text", "alike"),
    Family("begins", "When did EVENT begin?", ("begins",), "event", "text", "nearest"),
    Family("ends", "When did EVENT end?", ("ends",), "event", "text", "nearest"),
    Family(
        "sequence",
        "Which of the two came first, or is one a part of the other?",
        ("before", "after", "part_of"),
        "event",
        "sequence",
        "nearest",
    ),
    SEAT,
    *HOLDERS,
    Family("invited", "Was ACTOR invited to EVENT?", ("invited",), "actor", "role", "nearest"),
    Family("accompanies", "Whom does ACTOR accompany?", ("accompanies",), "actor", "role", "nearest"),
    Family("numbers", "How many has PARTY in its delegation?", ("numbers",), "actor", "text", "nearest"),
    SIGNED,
    Family("post", "Which post does PERSON hold?", ("post",), "post", "post", "nearest"),
    POSITION,
    Family("only_if", "On what does PARTY make ISSUE depend?", ("only_if",), "issue", "text", "alike"),
    Family(
        "in_exchange_for", "What does PARTY want in exchange on ISSUE?", ("in_exchange_for",), "issue", "text", "alike"
    ),
    Family("changed", "What has changed with SUBJECT since?", ("changed",), "subject", "text", "alike"),
    OUTCOME,
    NEXT,
    Family("term", "For how long does DOCUMENT run?", ("term",), "subject", "text", "nearest"),
    SAID,
    DID,
    TOLD,
)

_BY_TYPE = {"statement": SAID, "decision": DID, "context": TOLD}
_BY_PREDICATE = {predicate: family for family in FAMILIES for predicate in family.predicates if family not in HOLDERS}


def family_of(type_: str, predicate: str) -> Family:
    """The family of a predicate: by type where any verb will do, else by the table; any other word is a question of its own."""
    known = _BY_TYPE.get(type_) or _BY_PREDICATE.get(predicate)
    # For a word that is not in the table no order and no kind of value is known: compared with its like as text.
    return known or Family(
        predicate, f"What is told of SUBJECT: {predicate}?", (predicate,), "subject", "text", "alone"
    )


def entails(family: Family, weaker: str, stronger: str) -> bool:
    """Whether the stronger predicate says all that the weaker says (the order is transitive)."""
    reached, frontier = {weaker}, [weaker]
    while frontier:
        now = frontier.pop()
        for low, high in family.order:
            if low == now and high not in reached:
                reached.add(high)
                frontier.append(high)
    return stronger in reached and stronger != weaker


def excludes(family: Family, a: str, b: str) -> bool:
    """Whether nobody can do both in one meeting."""
    return (a, b) in family.excludes or (b, a) in family.excludes


_NAMED = {family.name: family.predicates for family in FAMILIES}
_MEETING = (
    "date",
    "place",
    "venue",
    "parties",
    "format",
    "precedence",
    "aim",
    "lasted",
    "size",
    "topic",
    "begins",
    "ends",
    "sequence",
)
PREDICATES: dict[str, tuple[str, ...]] = {
    "meeting": tuple(predicate for name in _MEETING for predicate in _NAMED[name]),
    "mediation": ("hosts", "mediates", "facilitates", "chairs", "observes", "guarantees", "witnesses", "convenes"),
    "attendance": ("attends", "invited"),
    "absence": ("absent_from",),
    "person_post": _NAMED["post"],
    "delegation": ("member_of", "represents", "heads", "accompanies", "numbers"),
    "decision": ("decided", "ordered", "sent", "called_off", "postponed"),
    "signature": _NAMED["signed"],
    "statement": ("said", "denied", "criticized", "suggested", "announced", "warned"),
    "position": (*_NAMED["position"], "only_if", "in_exchange_for", "changed"),
    "outcome": (*_NAMED["result"], *_NAMED["next"], *_NAMED["term"]),
    "assessment": ("assessed", "expects", "sees", "describes"),
    "context": ("told",),
}
"""The predicates of each type of claim; of the types of `ANY_VERB` only the usual ones."""
ANY_VERB: frozenset[str] = frozenset({"statement", "decision", "assessment", "context"})
"""Types with which any verb will do."""
