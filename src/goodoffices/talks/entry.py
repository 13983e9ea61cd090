"""What every entry of the vocabulary shares: how it is declared, what it refers to, what it rests on.

An entry is a frozen dataclass whose fields are the keys of a file. The text under a field is its documentation: it becomes
the description in the JSON Schema and the line in the reference.
"""

from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def entry(cls: type[T]) -> type[T]:
    """Declare a frozen dataclass whose unknown keys are refused when it is read from a file."""
    # A plain attribute, not an import: the vocabulary stays readable without the library that checks it.
    cls.__pydantic_config__ = {"extra": "forbid", "use_attribute_docstrings": True}  # type: ignore[attr-defined]
    return dataclass(frozen=True, slots=True, kw_only=True)(cls)


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field as the id of an entry of one of these kinds (keys of `Talks`, or `claims`, `sources`)."""

    kinds: tuple[str, ...]
    doubtful: bool = False
    """The id may end in `?`: the sources leave open whether it was this one."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """Tell an editor's user which ids fit."""
        return {**handler(core), "markdownDescription": f"An id of: {', '.join(self.kinds)}."}


VOICES = ("press", "mediator", "team")
"""Whose voice a source may be, besides a party's or third party's."""
OWN = "team"
"""The voice of the team itself, and the reader who may read all."""
EVERYBODY = "public"
"""The reader who stands for everybody."""
RESERVED = frozenset({"narrator", *VOICES, OWN, EVERYBODY})
"""Words that mean something of their own where an id may stand: who tells a claim, whose voice a source is, who may read it."""
ACTORS = ("parties", "third_parties", "people")

Attribution = Literal["named", "role", "none"]
"""How a speaker may be named outside the team; `none` is the Chatham House rule."""

Readers = tuple[str, ...]
"""`team`, `public`, ids of parties and third parties; empty where the entry sets no bound of its own."""
PartyId = Annotated[str, Ref(("parties", "third_parties"))]
PersonId = Annotated[str, Ref(("people",))]
ActorId = Annotated[str, Ref(ACTORS)]
TellerId = Annotated[str, Ref((*ACTORS, "delegations"), doubtful=True)]
DelegationId = Annotated[str, Ref(("delegations",))]
MeetingId = Annotated[str, Ref(("meetings",))]
RoundId = Annotated[str, Ref(("rounds",))]
IssueId = Annotated[str, Ref(("issues",))]
InstrumentId = Annotated[str, Ref(("instruments",))]
PositionId = Annotated[str, Ref(("positions",))]
ClaimId = Annotated[str, Ref(("claims",))]


@entry
class Sourced:
    """An entry that says something about the talks: it lists the claims it rests on, or says why it has none."""

    claims: tuple[ClaimId, ...] = ()
    """Ids of the claims in record.yaml that this entry rests on."""
    unsourced: str | None = None
    """Why there is no claim; required where `claims` is empty."""
    readers: Readers = ()
    """Who may read it: team, public, parties, third parties; named here, a reader sees also the team's own words in it."""


def without_doubt(told_by: str) -> str:
    """The id in a `told_by`, without the question mark of doubt.

    >>> without_doubt("zelensky?")
    'zelensky'
    """
    return told_by.removesuffix("?")
