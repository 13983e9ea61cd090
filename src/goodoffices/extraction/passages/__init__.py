"""The sentences of a report under the headings where a reader looks for them. Read `reading.py` first."""

from .passage import HEADINGS, Heading, Passage
from .reading import passages, reads

__all__ = ["HEADINGS", "Heading", "Passage", "passages", "reads"]
