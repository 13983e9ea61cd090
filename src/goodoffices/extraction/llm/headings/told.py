"""The form of a heading as a model gives it, and what is kept: of sentences that there are, under headings that there are."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from ....language.folding import Span
from ....record import HEADINGS
from ...passages import Headed
from ..form.schema import Narrow, Number, strict
from ..passages import Passages
from ..task import listed

PASSAGES = "passages"
CONFIDENCE = (0.5, 0.65, 0.8)
"""How sure a heading is held to be by its weight: a model's own confidence counts no more than for claims."""


class Told(BaseModel):
    """The heading of one passage."""

    model_config = ConfigDict(extra="ignore", use_attribute_docstrings=True)

    passage: Number
    """The number of the passage."""
    heading: Narrow
    """A heading of the list."""
    weight: Number
    """1, 2 or 3: how much it matters."""


def schema() -> dict[str, Any]:
    """The JSON Schema of an answer."""
    item = strict(Told.model_json_schema())
    item["properties"]["heading"]["enum"] = list(HEADINGS)
    return listed(PASSAGES, item)


def headed(passages: Passages, items: Iterable[object]) -> Iterator[Headed]:
    """What of an answer is of the asked form; of a sentence that is told twice the first."""
    seen: set[Span] = set()
    for item in items:
        try:
            told = Told.model_validate(item)
        except (ValidationError, RecursionError):
            continue
        span = passages.span(told.passage)
        if span is not None and span not in seen and told.heading in HEADINGS:
            seen.add(span)
            yield Headed(span, told.heading, CONFIDENCE[min(max(told.weight or 2, 1), 3) - 1])
