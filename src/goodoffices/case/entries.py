"""Walks the entries of a file's dataclasses by their type hints: which entry stands where, and which ids it names."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import wraps
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from ..talks import Ref

T = TypeVar("T")
Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A key of an entry: its attribute, the key in the file, its type."""

    name: str
    key: str
    hint: Any


@dataclass(frozen=True, slots=True)
class Node:
    """An entry at its place in the file, with the entries that contain it, the outermost first."""

    steps: Steps
    entry: Any
    ancestors: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """An id named by an entry, and where."""

    steps: Steps
    id: str
    ref: Ref
    at_key: bool = False


def once(function: Callable[[type[Any]], T]) -> Callable[[type[Any]], T]:
    """Work out the answer once for each class: there are few classes and very many entries."""
    known: dict[type[Any], T] = {}

    @wraps(function)
    def answer(cls: type[Any]) -> T:
        if cls not in known:
            known[cls] = function(cls)
        return known[cls]

    return answer


@once
def fields_of(cls: type[Any]) -> tuple[Field, ...]:
    """The keys of a dataclass with their types, `Annotated` kept."""
    hints = get_type_hints(cls, include_extras=True)
    return tuple(Field(f.name, f.metadata.get("alias", f.name), hints[f.name]) for f in fields(cls))


def nodes(entry: Any, steps: Steps = (), ancestors: tuple[Node, ...] = ()) -> Iterator[Node]:
    """The entry and every entry inside it, in the order of the file's keys."""
    node = Node(steps, entry, ancestors)
    yield node
    for field in _holding_entries(type(entry)):
        for inner_steps, inner in _entries(getattr(entry, field.name), (*steps, field.key)):
            yield from nodes(inner, inner_steps, (*ancestors, node))


@once
def _holding_entries(cls: type[Any]) -> tuple[Field, ...]:
    return tuple(f for f in fields_of(cls) if any(is_dataclass(t) for t in _plain_types(f.hint)))


def _plain_types(hint: Any) -> Iterator[Any]:
    arguments = get_args(hint)
    if not arguments:
        yield hint
    for argument in arguments:
        yield from _plain_types(argument)


def _entries(value: Any, steps: Steps) -> Iterator[tuple[Steps, Any]]:
    if is_dataclass(value):
        yield steps, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _entries(inner, (*steps, key))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _entries(inner, (*steps, index))


def mentions(node: Node) -> Iterator[Mention]:
    """The ids that an entry names in its own fields (not in the entries inside it)."""
    for field, ref in _references(type(node.entry)):
        value = getattr(node.entry, field.name)
        steps = (*node.steps, field.key)
        if isinstance(value, str):
            yield Mention(steps, value, ref)
        elif isinstance(value, tuple):
            yield from (Mention((*steps, index), one, ref) for index, one in enumerate(value))
        elif isinstance(value, dict):
            yield from (Mention((*steps, key), key, ref, at_key=True) for key in value)


@once
def _references(cls: type[Any]) -> tuple[tuple[Field, Ref], ...]:
    return tuple((f, ref) for f in fields_of(cls) if (ref := _ref(f.hint)) is not None)


def _ref(hint: Any) -> Ref | None:
    """The Ref of an id, of a list of ids, of the keys of a mapping; None for anything else."""
    if get_origin(hint) is Annotated:
        return next((m for m in hint.__metadata__ if isinstance(m, Ref)), None)
    if get_origin(hint) in (UnionType, Union, tuple, dict):
        return next((ref for argument in get_args(hint)[:2] if (ref := _ref(argument)) is not None), None)
    return None


def class_at(cls: type[Any], steps: Steps) -> type[Any] | None:
    """The dataclass that stands at a place of a file of type `cls`; None where none does."""
    return next((t for t in _plain_types(hint_at(cls, steps)) if is_dataclass(t) and isinstance(t, type)), None)


def hint_at(cls: type[Any], steps: Steps) -> Any:
    """The type hint of what stands at a place of a file of type `cls`; None where nothing can stand."""
    hint: Any = cls
    for step in steps:
        hint = _inside(hint, step)
        if hint is None:
            return None
    return hint


def _inside(hint: Any, step: str | int) -> Any:
    if isinstance(hint, type) and is_dataclass(hint):
        return next((f.hint for f in fields_of(hint) if f.key == step), None)
    if get_origin(hint) in (UnionType, Union, Annotated):
        return next((found for a in get_args(hint) if (found := _inside(a, step)) is not None), None)
    if get_origin(hint) is dict:
        return get_args(hint)[1]
    if get_origin(hint) is tuple and isinstance(step, int):
        return get_args(hint)[0]
    return None
