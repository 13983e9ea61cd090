"""libyaml's events: what a YAML text consists of, one piece after the other."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from yaml import CSafeLoader, ScalarEvent, StreamEndEvent

from goodoffices.documents.places import Span

# PyYAML's stubs allow an event to have no marks; libyaml never makes such a one.
Event: TypeAlias = Any


def events(text: str) -> Iterator[Event]:
    """Yield the events of `text` up to, and without, the end of the stream; raises MarkedYAMLError for its syntax.

    The marks count code points, and take CR LF for two.
    """
    loader = CSafeLoader(text)
    try:
        while type(event := loader.get_event()) is not StreamEndEvent:
            yield event
    finally:
        loader.dispose()


def scalars(text: str) -> Iterator[tuple[Span, str]]:
    """Yield each key and each single value of `text`, with where it stands."""
    kind: Event = ScalarEvent
    for event in events(text):
        if type(event) is kind:
            yield Span(event.start_mark.index, event.end_mark.index), event.value
