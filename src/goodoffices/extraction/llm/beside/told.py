"""The form of a difference as a model writes it; nothing of it is believed before its words have been found."""

from typing import Any

from pydantic import BaseModel, ConfigDict

from ....accounts import KINDS
from ..form.schema import Narrow, Number, strict
from ..task import listed

DIFFERENCES = "differences"


class Told(BaseModel):
    """One difference."""

    model_config = ConfigDict(extra="ignore", use_attribute_docstrings=True)

    kind: Narrow
    """A kind of the list."""
    a: Number
    """The number of the passage in the first report."""
    a_words: str
    """The differing words of that passage, copied letter by letter."""
    b: Number
    """The number of the passage in the second report."""
    b_words: str
    """The differing words of that one."""


def schema() -> dict[str, Any]:
    """The JSON Schema of an answer."""
    item = strict(Told.model_json_schema())
    item["properties"]["kind"]["enum"] = list(KINDS)
    return listed(DIFFERENCES, item)
