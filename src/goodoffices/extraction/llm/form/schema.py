"""The form of an answer: typed by pydantic, and asked for as a JSON Schema that is made from the types."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from ....record import NARRATOR
from ..task import closed, listed
from .mended import mended

CLAIMS = "claims"


def _text(value: object) -> object:
    """A number as text: whether `"value": 12` or `"value": "12"` was written says nothing."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else [] if value is None else value


def _likely(value: object) -> object:
    """A share from 0 to 1, or nothing: how a model feels about a claim never makes the claim unreadable."""
    fits = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
    return float(value) if fits and isinstance(value, int | float) else None


def _numbered(value: object) -> object:
    """The number of a passage, or nothing: which passage a model names never makes its claim unreadable."""
    if isinstance(value, str):
        value = int(value.strip("[] ")) if value.strip("[] ").isascii() and value.strip("[] ").isdigit() else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


Words = Annotated[str, BeforeValidator(_text)]
Number = Annotated[int | None, BeforeValidator(_numbered)]
Narrow = Annotated[str, BeforeValidator(lambda value: value.strip().lower() if isinstance(value, str) else value)]


class Qualifier(BaseModel):
    """What narrows a value."""

    model_config = ConfigDict(extra="ignore", use_attribute_docstrings=True)

    name: str
    """What it is: country, duration, number, when."""
    value: Words
    """Its value, in the text's words."""


class Proposed(BaseModel):
    """One claim as a model writes it; nothing of it is believed before the words have been found."""

    model_config = ConfigDict(extra="ignore", use_attribute_docstrings=True)

    type: Narrow
    """A type of the table."""
    subject: Words
    """Who or what: a name as the text prints it in full, or M1, M2, ... for a meeting."""
    predicate: Narrow
    """A predicate of that type."""
    value: Words | list[Words]
    """A name, a day as 2031-05-16, M1, or few words close to the text's own; a list of names for `parties`."""
    quote: str
    """The shortest stretch of the text that carries the claim, copied letter by letter."""
    also: str | None = None
    """A second stretch, where one does not carry the whole claim: the name or the thing to which the first refers."""
    passage: Number = None
    """The number of the passage in which the quote stands."""
    meeting: str | None = None
    """The meeting concerned, where it is neither subject nor value: M1, M2, ..."""
    for_party: str | None = None
    """The party for which the subject speaks or holds the post."""
    issue: str | None = None
    """The question of a position, in one word."""
    qualifiers: Annotated[list[Qualifier], BeforeValidator(lambda v: [] if v is None else v)] = Field(
        default_factory=list
    )
    """What narrows the value; mostly empty."""
    attributed_to: Annotated[list[str], BeforeValidator(_listed)] = Field(default_factory=lambda: [NARRATOR])
    """Who says so: `narrator`, or `narrator` and then the names of those whom he quotes."""
    modality: Narrow = "asserted"
    """A modality of the list."""
    hedge: str | None = None
    """The hedging word of the text, such as reportedly."""
    confidence: Annotated[float | None, BeforeValidator(_likely)] = None
    """How sure you are, from 0 to 1."""

    @model_validator(mode="before")
    @classmethod
    def _mended(cls, item: object) -> object:
        return mended(item)


class Choice(BaseModel):
    """One answer of a server: the words, and why they end."""

    class Message(BaseModel):
        """The words."""

        content: str | None = None
        refusal: str | None = None

    message: Message
    finish_reason: str | None = None


class Completion(BaseModel):
    """What a server sends back."""

    choices: Annotated[list[Choice], Field(min_length=1)]


def answer_schema(types: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    """The JSON Schema of an answer; `types` are the closed lists, by key. All keys are required, as some servers insist."""
    made = Proposed.model_json_schema()
    for key, words in types.items():
        made["properties"][key]["enum"] = list(words)
    claim, qualifier = strict(made), strict(made.pop("$defs")["Qualifier"])
    claim["properties"]["qualifiers"]["items"] = qualifier
    return listed(CLAIMS, claim)


def strict(made: dict[str, Any]) -> dict[str, Any]:
    """The schema of one item of an answer, from the type's own: what some servers do not take is left out."""
    properties = {
        key: {k: v for k, v in part.items() if k not in {"title", "default"}}
        for key, part in made["properties"].items()
    }
    return closed(properties)
