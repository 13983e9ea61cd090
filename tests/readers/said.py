"""What random claims say: of meetings, people, positions, outcomes; and what somebody says who may not be named."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from goodoffices.record import NARRATOR

READER, SECRET = "north", "Zarkov"
"""Who looks; and a word of everything that he may not see."""
PEOPLE = {"ann": ("Ann Lee", "north"), "bo": ("Bo Moor", "south"), "cai": ("Cai Reed", "board"), "dag": ("Dag Osk", "south"),
          "eva": ("Eva Lund", "north"), "fin": ("Fin Holt", None),
          "gus": ("Gus Hart", "north"), "hal": ("Hal Kern", "north"), "ivy": ("Ivy Nolan", "south"),
          "jon": ("Jon Page", "south"), "kit": ("Kit Arden", None)}  # fmt: skip
ALONE = "kit"
"""Of whom no report that the reader has tells for whom he speaks."""
UNNAMED = {"role": (("gus", "hal"), ("ivy", "jon")), "none": (("gus", "jon"), ("ivy", "gus"))}
"""Who may not be named: a pair of speakers of whom the reader must not be able to tell which it was."""
MEETINGS = ("first", "second", "third")
ISSUES = {"water": ("half", "most"), "toll": ("free", "fee"), "mill": ("shut", "sold")}


@dataclass
class Told:
    """A claim to be, with the sentence from which it is."""

    type: str
    subject: str
    predicate: str
    value: Any
    more: dict[str, Any] = field(default_factory=dict)
    hidden: bool = False
    """Its words tell what the reader may not know."""


Maker = Callable[[Random, str], Told]


def _word(random: Random) -> str:
    return random.choice(
        "the old mill, two rivers, a ferry, the upper road, dry fields, a second gauge, the weir".split(", ")
    )


def _meeting(random: Random, mark: str) -> Told:
    predicate = random.choice(["date", "place", "venue", "format", "aim", "lasted", "precedence"])
    value = {
        "date": f"2031-05-{random.randint(10, 28)}", "place": random.choice(["Lenn", "Kelm", "Hask"]) + mark,
        "venue": random.choice(["the ferry house", "the town hall"]) + mark, "format": random.choice(["bilateral", "plenary"]),
        "aim": f"to talk of {_word(random)}{mark}", "lasted": f"{random.randint(2, 9)} hours{mark}",
        "precedence": f"the first in {random.randint(2, 9)} years{mark}",
    }[predicate]  # fmt: skip
    return Told("meeting", random.choice(MEETINGS), predicate, value)


def _order(random: Random, mark: str) -> Told:
    return Told("meeting", "third", "after", random.choice(["first", "second"]))


def _parties(random: Random, mark: str) -> Told:
    return Told("meeting", random.choice(MEETINGS), "parties", random.choice([("north", "south"), ("north", "board")]))


def _role(random: Random, mark: str) -> Told:
    predicate = random.choice(["hosts", "mediates", "observes", "chairs"])
    type_ = "attendance" if predicate in ("hosts", "observes") and random.random() < 0.3 else "mediation"
    return Told(type_, random.choice(["board", "cai"]), predicate, random.choice(MEETINGS))


def _there(random: Random, mark: str) -> Told:
    denied = {"modality": "negated"} if random.random() < 0.4 else {}
    return Told(
        "attendance", random.choice(["ann", "bo", "north", "south"]), "attends", random.choice(MEETINGS), denied
    )


def _post(random: Random, mark: str) -> Told:
    key = random.choice(["ann", "bo", "cai"])
    return Told(
        "person_post",
        key,
        "post",
        random.choice(["mayor", "engineer", "captain"]) + mark,
        {"for_party": PEOPLE[key][1]},
    )


def _delegation(random: Random, mark: str) -> Told:
    key = random.choice(["ann", "bo", "dag", "eva"])
    more = {"meeting": random.choice(MEETINGS)}
    return Told("delegation", key, random.choice(["heads", "represents", "member_of"]), PEOPLE[key][1], more)


def _position(random: Random, mark: str) -> Told:
    party, issue = random.choice(["north", "south"]), random.choice([*ISSUES])
    option, predicate = random.choice(ISSUES[issue]), random.choice(["demands", "supports", "proposes", "opposes"])
    speaker = random.choice([(NARRATOR,), (NARRATOR, "ann"), (NARRATOR, "bo"), (NARRATOR, party), (NARRATOR, "bo?")])
    more = {"issue": issue, "option": option, "attributed_to": speaker}
    return Told("position", party, predicate, f"{option} of {_word(random)}{mark}", more)


def _said(random: Random, mark: str) -> Told:
    type_, predicate = random.choice([("statement", "said"), ("statement", "criticized"), ("decision", "ordered")])
    more = {"meeting": random.choice(MEETINGS)} if random.random() < 0.5 else {}
    return Told(
        type_, random.choice(["ann", "bo", "south", "board"]), predicate, f"that {_word(random)} matters{mark}", more
    )


def _outcome(random: Random, mark: str) -> Told:
    predicate = random.choice(["agreed", "not_agreed", "next"])
    more = {"meeting": random.choice(MEETINGS), "for_party": "north"}
    return Told("outcome", random.choice(["north", "south"]), predicate, f"a plan for {_word(random)}{mark}", more)


def _judged(random: Random, mark: str) -> Told:
    return Told("assessment", random.choice(MEETINGS), "was", f"a step towards {_word(random)}{mark}",
                {"attributed_to": (NARRATOR, random.choice(["ann", "cai", "board"]))})  # fmt: skip


def _context(random: Random, mark: str) -> Told:
    return Told(
        "context",
        random.choice(["north", "south", "the old quarrel"]),
        "told",
        f"for years {_word(random)} stood{mark}",
    )


def _signed(random: Random, mark: str) -> Told:
    return Told(
        "signature", random.choice(["ann", "bo"]), "signed", f"Protocol of {random.choice(['Lenn', 'Hask'])}{mark}"
    )


def secret(random: Random, attribution: str) -> tuple[Told, Told]:
    """What one of two speakers says, the other's name in its place in the second."""
    who = random.choice(UNNAMED[attribution])
    type_, predicate = random.choice(
        [("position", "demands"), ("statement", "said"), ("assessment", "was"), ("context", "told")]
    )
    words, itself, issue = _word(random), random.random() < 0.5, random.choice([*ISSUES])
    answer = {"issue": issue, "option": random.choice(ISSUES[issue])} if type_ == "position" else {}

    def told(key: str) -> Told:
        name = PEOPLE[key][0]
        subject = key if itself and type_ in ("statement", "assessment") else "south"
        value = f"that {name} and {words} matter" if itself else f"that {words} matters, says {name.split()[1]}"
        return Told(type_, subject, predicate, value, {"attributed_to": (NARRATOR, key), **answer})

    return told(who[0]), told(who[1])


def of_himself(random: Random, key: str) -> Told:
    """What somebody is or does who may not be named, as his own words or another's."""
    name, where = PEOPLE[key][0], random.choice(MEETINGS)
    told = random.choice(
        [
            Told("person_post", key, "post", "envoy", {"for_party": "south"}),
            Told("attendance", key, "attends", where),
            Told("attendance", key, "attends", where, {"modality": "negated"}),
            Told("delegation", key, random.choice(["heads", "member_of"]), "south", {"meeting": where}),
            Told("mediation", key, "chairs", where),
            Told("decision", "south", "sent", key),
            Told("context", name, "told", "he has a farm"),
            Told("statement", "ann", "said", f"that {name.split()[1]} is tired"),
            Told("outcome", key, "agreed", "to a plan"),
            Told("signature", key, "signed", "Protocol of Kelm"),
        ]
    )
    speaker = (NARRATOR, key) if random.random() < 0.5 and told.type != "statement" else (NARRATOR,)
    return replace(told, more={**told.more, "attributed_to": speaker})


MAKERS: tuple[Maker, ...] = (
    _meeting, _meeting, _meeting, _order, _parties, _role, _role, _there, _post, _delegation, _delegation, _position, _position,
    _position, _position, _said, _said, _outcome, _outcome, _judged, _context, _signed,
)  # fmt: skip
