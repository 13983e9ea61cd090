"""A party or a third party under its names, and what a person says of who talks."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...language.folding import fold

PERHAPS = "perhaps"
"""The role of a third party of which no words say what it does, or whether it helps at all."""


@dataclass(frozen=True, slots=True)
class Side:
    """Who talks or helps: the name that it bears, and those under which it is found besides."""

    name: str
    other: tuple[str, ...] = ()
    role: str = ""
    """What a third party does: mediates, hosts, chairs, ..., `PERHAPS`; of a party nothing."""
    person: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All of them, its own first."""
        return (self.name, *self.other)


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of who talks: taken as given, whatever the reading finds."""

    parties: tuple[Side, ...] = ()
    third: tuple[Side, ...] = ()
    nobody: tuple[str, ...] = ()
    """Names that are neither."""

    def role_of(self, names: Iterable[str]) -> str | None:
        """`party`, `third` or `nobody`, where the person named one of these names."""
        keys = {bare(name) for name in names}
        for role, some in (("party", self.parties), ("third", self.third)):
            if any(bare(name) in keys for side in some for name in side.names):
                return role
        return "nobody" if any(bare(name) in keys for name in self.nobody) else None

    def __bool__(self) -> bool:
        return bool(self.parties or self.third or self.nobody)


NOTHING = Said()
"""Nobody said anything."""


def side_from(text: str, role: str = "") -> Side:
    """`NAME=other name=another` as a person types it.

    >>> side_from("Ridge Liberation Front=RLF")
    Side(name='Ridge Liberation Front', other=('RLF',), role='', person=False)
    """
    name, *other = (part.strip() for part in text.split("="))
    return Side(name, tuple(o for o in other if o), role)


def bare(name: str) -> str:
    """The letters by which two prints of a name are one: folded, without article."""
    return fold(name).removeprefix("the ").strip()
