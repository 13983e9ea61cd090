"""Entries as plain values, ready to be written: keys in their order, what is as it would be without being said left out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from ..documents import Plain
from ..documents.quoting import entries, items
from ..talks import Day
from .entries import fields_of, once

_FIRST, _LAST = frozenset({"id", "title", "format"}), frozenset({"claims", "unsourced"})


def entry_data(entry: Any) -> dict[str, Plain]:
    """An entry of talks.yaml or record.yaml as a mapping.

    >>> from goodoffices.talks import Person
    >>> entry_data(Person(name="Ann", of="north"))
    {'name': 'Ann', 'of': 'north'}
    """
    without = _defaults(type(entry))
    found: dict[str, Plain] = {}
    for name, key in _keys(type(entry)):
        value = getattr(entry, name)
        if name not in without or value != without[name]:
            found[key] = _data(value)
    return found


def document_text(comment: str, data: Mapping[str, Plain]) -> str:
    """A whole new file: a comment above, then the entries, those of the first floor set apart by an empty line."""
    return "".join(document_lines(comment, data))


def document_lines(comment: str, data: Mapping[str, Plain]) -> Iterator[str]:
    """The lines of a whole new file."""
    yield from (f"# {line}\n" for line in comment.splitlines())
    for key, value in data.items():
        if isinstance(value, dict | list) and value:
            yield "\n"
        yield from lines({key: value})


def lines(data: Mapping[str, Plain]) -> Iterator[str]:
    """The lines of a mapping at the left margin; its lists and mappings are always blocks, entry by entry."""
    for key, value in data.items():
        if isinstance(value, dict) and value:
            yield f"{key}:\n"
            yield from (f"{line}\n" for one in _each(value) for line in entries(one, 2))
        elif isinstance(value, list) and value:
            yield f"{key}:\n"
            yield from (f"{line}\n" for line in _items(value))
        else:
            yield from (f"{line}\n" for line in entries({key: value}, 0))


def _each(value: Mapping[str, Plain]) -> Iterator[dict[str, Plain]]:
    return ({key: one} for key, one in value.items())


def _items(value: Iterable[Plain]) -> Iterator[str]:
    for one in value:
        yield from items([one], 2)


@once
def _keys(cls: type[Any]) -> tuple[tuple[str, str], ...]:
    found = [(f.name, f.key) for f in fields_of(cls)]
    # An entry begins with what it is, and ends with what it rests on; declared first is what all entries share.
    return tuple(sorted(found, key=lambda names: (names[0] not in _FIRST, names[0] in _LAST)))


@once
def _defaults(cls: type[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields(cls):
        if field.default is not MISSING:
            found[field.name] = field.default
        elif field.default_factory is not MISSING:
            found[field.name] = field.default_factory()
    return found


def _data(value: Any) -> Plain:
    if isinstance(value, Day):
        return value.text
    if is_dataclass(value):
        return entry_data(value)
    if isinstance(value, tuple | list):
        return [_data(one) for one in value]
    if isinstance(value, dict):
        return {key: _data(one) for key, one in value.items()}
    plain: Plain = value
    return plain
