"""The sentences of a report under the headings where a reader looks for them. Read `reading.py` first."""

from .by_reader import Headed, by_reader
from .passage import HEADINGS, Heading, Passage
from .reading import passages, reads

__all__ = ["HEADINGS", "Headed", "Heading", "Passage", "by_reader", "passages", "reads"]
