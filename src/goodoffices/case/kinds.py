"""What a claim means for the talks, as a table: for each kind of entry its place, the claims that make it, what tells it apart.

`check` reads it, and `synthesis` builds, joins and withdraws by it; nothing else knows. Claims are read in the one form of
`record.polarity`: what is denied is told by the sign, never by the predicate or the words.

    meetings.*.roles.*     made by a claim of type mediation or attendance that somebody `mediates`, `hosts`, ... (asserted)
    meetings.*.absent.*    made by a claim that somebody `attends`, denied
"""

from dataclasses import dataclass, field
from typing import Any, Literal

from ..record import Claim, Polarity, polarity
from ..record.calling_off import calls_off
from ..record.claim import ClaimType, Modality
from ..record.denial import Sign
from ..talks import WANTING
from ..talks.meetings import Role

SAID: frozenset[Modality] = frozenset({"asserted", "presupposed", "hedged"})
"""Said to be so."""
HOPED: frozenset[Modality] = frozenset({"future", "conditional", "possible", "aim"})
"""Planned, supposed or wished: it need not have happened."""

ROLES: dict[str, Role] = {
    "hosts": "host", "mediates": "mediator", "facilitates": "facilitator", "chairs": "chair", "observes": "observer",
    "guarantees": "guarantor", "witnesses": "witness", "attends": "participant",
}  # fmt: skip
"""The role that a predicate tells."""
NEUTRAL = tuple(predicate for predicate in ROLES if predicate != "attends")
"""Parts in a meeting that are no party's."""
SPEAKS_FOR = ("heads", "represents", "member_of")
FIELDS = ("date", "place", "venue", "format")
"""What a meeting has one of."""
REMARKS = {
    "precedence": "Said to be",
    "aim": "The aim",
    "lasted": "It lasted",
    "size": "Its size",
    "topic": "It dealt with",
    "begins": "It began",
    "ends": "It ended",
    "result": "Result",
}
"""What is said of a meeting and has no field, and how a remark begins."""
OLDER = {"for": "supports", "against": "opposes"}
"""Stances under the names that older records have for them; every other is its own name."""
AGAINST = {"supports": "opposes", "accepts": "refuses"}
"""The stance of who denies one; of other stances no denial is a stance."""
RESERVES = {"conditional": "on a condition", "possible": "possibly", "future": "announced"}
"""With which reserve a position is told that is not held as it stands: a position has no place for it but the option's label."""
_WANTED = (*sorted(WANTING), "for")


@dataclass(frozen=True, slots=True)
class By:
    """Claims that make an entry. `predicates` are those of `polarity`; none stands for any."""

    types: tuple[ClaimType, ...]
    predicates: tuple[str, ...] = ()
    sign: Sign | Literal["as written"] = "asserts"
    """`as written`: of words that somebody said it matters how they are told (`denied`), not what they come down to."""
    modalities: frozenset[Modality] = SAID

    def fits(self, claim: Claim, said: Polarity) -> bool:
        """Whether a claim makes the entry."""
        if self.sign == "as written":
            return self.is_about(claim, said) and claim.modality in self.modalities
        return self.is_about(claim, said) and said.sign == self.sign and said.modality in self.modalities

    def is_about(self, claim: Claim, said: Polarity) -> bool:
        """Whether it answers the same question, in whatever way."""
        return claim.type in self.types and (not self.predicates or said.predicate in self.predicates)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry of talks.yaml."""

    name: str
    place: tuple[str, ...]
    """Keys that lead to it; `*` stands for an id, or for a number in a list."""
    made_by: tuple[By, ...]
    same_by: tuple[str, ...]
    """Fields by which two entries at one place are the same."""
    where: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Values of fields that tell it from another kind at the same place."""

    def makes(self, claim: Claim) -> bool:
        """Whether a claim makes such an entry."""
        said = polarity(claim)
        return any(by.fits(claim, said) for by in self.made_by)

    def is_at(self, steps: tuple[str | int, ...]) -> bool:
        """Whether entries of this kind stand at such a place."""
        return len(steps) == len(self.place) and all(p in ("*", s) for p, s in zip(self.place, steps, strict=True))

    def stands(self, entry: Any, steps: tuple[str | int, ...]) -> bool:
        """Whether an entry at this place is of this kind."""
        return self.is_at(steps) and all(getattr(entry, key) in values for key, values in self.where.items())


_MEETING = By(("meeting",), (*FIELDS, "parties", "before", "after"))
_UNSURE: frozenset[Modality] = SAID | HOPED - {"aim"}
_AIM: frozenset[Modality] = frozenset({"aim"})
_POSSIBLE: frozenset[Modality] = frozenset({"possible"})
KINDS: tuple[Kind, ...] = (
    Kind("meeting", ("meetings", "*"), (_MEETING,), ()),
    Kind(
        "remark", ("meetings", "*", "remarks", "*"),
        (By(("meeting",), ("precedence", "lasted", "size", "begins", "ends")),
         By(("meeting",), ("aim", "topic"), modalities=SAID | _AIM),
         By(("outcome",), ("result",))),
        ("text",),
    ),
    Kind(
        "role", ("meetings", "*", "roles", "*"),
        (By(("mediation", "attendance", "absence", "delegation"), tuple(ROLES)), By(("delegation",), SPEAKS_FOR)),
        ("who", "role", "of"),
    ),
    Kind("absence", ("meetings", "*", "absent", "*"),
         (By(("absence", "attendance"), ("attends",), "denies"), By(("decision",), ("sent",))), ("who",)),
    Kind("post", ("people", "*", "posts", "*"), (By(("person_post",), ("post",)),), ("title", "of")),
    Kind("delegation", ("delegations", "*"), (By(("delegation",), SPEAKS_FOR),), ("of",)),
    Kind("dispute", ("delegations", "*", "mandate", "disputed", "*"), (By(("statement",), (), "as written"),), ("by",)),
    Kind(
        "position", ("positions", "*"), (By(("position",), _WANTED, modalities=_UNSURE),),
        ("party", "issue", "option", "stance", "told_by"),
        where={"stance": tuple(sorted(WANTING))},
    ),
    Kind(
        "objection", ("positions", "*"), (By(("position",), (*AGAINST, "for"), "denies", _UNSURE),),
        ("party", "issue", "option", "stance", "told_by"), where={"stance": tuple(AGAINST.values())},
    ),
    Kind(
        "support", ("support", "*"), (By(("position",), ("supports", "for"), modalities=_UNSURE),), ("by", "issue", "option")
    ),
    Kind(
        "condition", ("conditions", "*"), (By(("statement", "position"), (), "as written", SAID | HOPED),),
        ("by", "what", "only_if"),
    ),
    Kind("proposal", ("proposals", "*"), (By(("position",), ("proposes",)),), ("by", "text")),
    Kind(
        "statement", ("statements", "*"),
        (By(("statement", "decision"), (), "as written", _UNSURE),),
        ("by", "text", "meeting"),
    ),
    Kind("agreed", ("outcome", "agreed", "*"), (By(("outcome",), ("agreed",)),), ("text", "meeting", "between")),
    Kind(
        "not_agreed", ("outcome", "not_agreed", "*"), (By(("outcome",), ("agreed", "result"), "denies"),),
        ("text", "meeting", "between"),
    ),
    Kind(
        "next", ("outcome", "next", "*"),
        (By(("outcome",), ("next", "result", "agreed"), modalities=SAID | HOPED),
         By(("meeting",), ("date", "place", "parties"), modalities=HOPED)),
        ("text", "meeting", "between", "date"),
    ),
    # What is told of a meeting to come is told of one step, whose day one claim may bring and whose place another.
    Kind("planned", ("outcome", "next", "*"), (By(("meeting",), ("date", "place", "parties"), modalities=HOPED),), ("text",)),
    Kind("instrument", ("instruments", "*"), (By(("signature",), ("signed",)),), ("title",)),
    Kind("signature", ("instruments", "*", "signatures", "*"), (By(("signature",), ("signed",)),), ("who",)),
    Kind("assessment", ("assessments", "*"), (By(("assessment",), modalities=SAID | _POSSIBLE),), ("by", "text", "meeting")),
    Kind("background", ("background", "*"), (By(("context",)),), ("about", "text")),
)  # fmt: skip
"""The table, in the order of the file's keys."""
OPPOSITES = {
    "agreed": "not_agreed", "not_agreed": "agreed", "role": "absence", "absence": "role",
    "position": "objection", "objection": "position", "support": "objection",
}  # fmt: skip
"""Kinds of entries of which the one says what the other denies."""
BY_NAME = {kind.name: kind for kind in KINDS}


Bearing = Literal["asserts", "denies", "hopes"]


def bearing(kind: Kind, claim: Claim) -> Bearing:
    """How a claim bears on an entry of a kind that lists it.

    What makes the entry asserts it, and so does what a person ties to it from another question, said to be so. A claim that is
    denied, or that makes the very opposite of the entry, denies it, and a meeting that was called off was not held; one that is
    planned, supposed or wished does neither.
    """
    said = polarity(claim)
    if kind.name == "meeting" and calls_off(claim):
        return "denies"
    if kind.makes(claim) or (kind.name == "next" and claim.modality in HOPED):
        return "asserts"
    if claim.modality in HOPED:
        return "hopes"
    about = any(by.is_about(claim, said) for by in kind.made_by)
    if kind.name in ("not_agreed", "absence", "objection") and claim.modality == "negated" and not about:
        return (
            "asserts"  # nothing was signed, so that nothing was agreed: two denials of different questions go together
        )
    opposite = OPPOSITES.get(kind.name)
    denied = claim.modality == "negated" or (opposite is not None and BY_NAME[opposite].makes(claim))
    return "denies" if denied or (about and not said.asserts) else "asserts"


def kind_at(entry: Any, steps: tuple[str | int, ...]) -> Kind | None:
    """The kind of an entry at its place; None for what no claim makes (a party, an issue, a link)."""
    return next((kind for kind in KINDS if kind.stands(entry, steps)), None)
