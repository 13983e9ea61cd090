"""What goes from the files of a case: places that are taken out, values that are put, keys that are added."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import NoneType
from typing import Any, get_args

from ...case.entries import Mention, Node, Steps, fields_of, mentions, nodes
from ...case.validate import value_at
from ...documents import Plain
from ...talks import Link
from ...talks.preferences import Importance, Order, PackageStatement, RedLine

_WHOLE = (Link, PackageStatement, Importance, Order, RedLine)
"""Entries that say something else, and something false, once a part of them is gone."""
Lost = Callable[[tuple[str, ...], str], bool]
"""Whether an id, of one of these kinds, is gone."""


@dataclass
class Going:
    """What becomes of one file."""

    gone: set[Steps] = field(default_factory=set)
    puts: dict[Steps, Plain] = field(default_factory=dict)
    adds: dict[Steps, dict[str, Plain]] = field(default_factory=dict)

    def has(self, steps: Steps) -> bool:
        """Whether what stands at a place goes, by itself or with what holds it."""
        return any(steps[:depth] in self.gone for depth in range(1, len(steps) + 1))

    def add(self, steps: Steps, key: str, value: Plain) -> None:
        """A key to add to the mapping at a place."""
        self.adds.setdefault(steps, {})[key] = value

    def set(self, steps: Steps, key: str, value: Plain, root: Plain) -> None:
        """A key that the mapping at a place has from now on, whether or not the file (`root`) has it there already."""
        there = value_at(root, steps)
        if isinstance(there, dict) and key in there:
            self.puts[*steps, key] = value
        else:
            self.add(steps, key, value)


def alive(root: Any, going: Going) -> Iterator[Node]:
    """The entries of a file that stay."""
    for node in nodes(root):
        if not going.has(node.steps):
            yield node


def named(root: Any, going: Going) -> Iterator[Mention]:
    """The ids that entries which stay name, in what stays of them."""
    for node in alive(root, going):
        yield from (one for one in mentions(node) if not going.has(one.steps))


def take_what_needs(root: Any, going: Going, lost: Lost) -> bool:
    """Take out each name of what is gone, and each entry that cannot be without it; whether there was any."""
    before = len(going.gone)
    for node in list(alive(root, going)):
        for one in mentions(node):
            if (
                not going.has(one.steps)
                and one.steps not in going.puts
                and one.ref.kinds != ("claims",)
                and lost(one.ref.kinds, _bare(one))
            ):
                going.gone.add(_taken(node, one))
    return len(going.gone) > before


def _bare(mention: Mention) -> str:
    return mention.id.removesuffix("?") if mention.ref.doubtful else mention.id


def _taken(node: Node, mention: Mention) -> Steps:
    if isinstance(node.entry, _WHOLE):
        return node.steps
    single = len(mention.steps) == len(node.steps) + 1
    return node.steps if single and not _optional(node, str(mention.steps[-1])) else mention.steps


def _optional(node: Node, key: str) -> bool:
    return any(field.key == key and NoneType in get_args(field.hint) for field in fields_of(type(node.entry)))
