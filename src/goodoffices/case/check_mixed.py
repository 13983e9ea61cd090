"""What `check` tells of entries that rest on claims of which somebody may read some and not others.

1. Each such entry is a warning, and each of the claims that are kept from somebody who sees the entry.
2. What `export` decided is a note: of an entry that says nothing but what its claims give, on claims kept by no reader list but
   that of a text which `export` made. As soon as a person writes on the entry, or on who reads it, it is a warning.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..documents import Document
from ..errors import Level, Problem
from ..record import Claim
from ..talks import Link, Sourced
from .entries import Node, nodes
from .held_texts import is_of_held_talks
from .model import Case
from .rights import TEAM, Rights, allows, known_readers, names_him
from .seen.mixed import lost
from .validate import warning

_ENTRIES = "entries that rest also on claims which not all of their readers may read"
_CLAIMS = "claims that are kept from some who see what rests on them"
_WIDENED = "entries that show by `readers` what is kept from a reader"
Listed = list[tuple[int, Claim]]


def mixed(files: tuple[Document, Document], case: Case, rights: Rights) -> Iterator[Problem]:
    """A warning or note at each such entry, and at each of these claims.

    It names the keys of which who reads only some does not have the team's words.
    """
    talks, record = case.talks, case.record
    claims = {claim.id: (index, claim) for index, claim in enumerate(record.claims)}
    bound = {key for key, (_, claim) in claims.items() if any(rights.bounds(claim))}
    for node in nodes(talks) if bound else ():
        if isinstance(node.entry, Sourced | Link) and bound & {*node.entry.claims}:
            listed = [claims[key] for key in node.entry.claims if key in claims]
            yield from _Entry(files, node, listed, case, rights).problems()


@dataclass(frozen=True)
class _Entry:
    files: tuple[Document, Document]
    node: Node
    listed: Listed
    case: Case
    rights: Rights

    def problems(self) -> Iterator[Problem]:
        hidden: dict[int, list[str]] = {}
        for reader in known_readers(self.case.talks):
            if reader == TEAM or not allows(self.node.entry.readers, reader):
                continue
            kept = [index for index, claim in self.listed if not self.rights.reads(claim, reader)]
            if names_him(self.node.entry.readers, reader):
                yield from self._widened(reader, kept)
            elif kept and len(kept) < len(self.listed):
                for index in kept:
                    hidden.setdefault(index, []).append(reader)
        if hidden:
            yield from self._kept(hidden, "note" if self._is_decided(hidden) else "warning")

    def _widened(self, reader: str, kept: list[int]) -> Iterator[Problem]:
        if kept:
            claims = ", ".join(claim.id for index, claim in self.listed if index in kept)
            found = f"an entry for {reader} by `readers`, with what rests on {claims}, kept from it"
            yield warning(
                self.files[0], self.node.steps, found, "to be so: it sees all that stands here", kind=_WIDENED
            )

    def _kept(self, hidden: dict[int, list[str]], level: Level) -> Iterator[Problem]:
        keys = {index: claim.id for index, claim in self.listed}
        whom = list(dict.fromkeys(reader for readers in hidden.values() for reader in readers))
        found = f"an entry that rests also on {', '.join(keys[index] for index in hidden)}, kept from {', '.join(whom)}"
        yield warning(self.files[0], self.node.steps, found, self._expected(hidden), kind=_ENTRIES, level=level)
        where = ".".join(map(str, self.node.steps))
        for index, readers in hidden.items():
            told = f"claim {keys[index]}, kept from {', '.join(readers)}, on which {where} rests, which they see"
            yield warning(
                self.files[1], ("claims", index), told, "to be so, or other readers", kind=_CLAIMS, level=level
            )

    def _expected(self, hidden: dict[int, list[str]]) -> str:
        left = [claim for index, claim in self.listed if index not in hidden]
        other = lost(self.node.entry, self.node.steps, left, self.case)
        not_so = f", and {', '.join(f'`{key}`' for key in other)} not as it stands" if other else ""
        return (
            f"to be so: they see only what their claims give{not_so}; "
            "`readers` on it shows them the team's words as well"
        )

    def _is_decided(self, hidden: dict[int, list[str]]) -> bool:
        """Whether `export` decided it: nobody has said since who reads what, and the entry has no words of the team's own."""
        entry, claims = self.node.entry, [claim for _, claim in self.listed]
        by_source = all(self._is_by_source(claim) for index, claim in self.listed if index in hidden)
        return by_source and not entry.readers and not lost(entry, self.node.steps, claims, self.case)

    def _is_by_source(self, claim: Claim) -> bool:
        source = self.case.record.sources[claim.source]
        bounds = [bound for bound in self.rights.bounds(claim) if bound]
        return bounds == [source.readers] and is_of_held_talks(source, self.case.texts.get(claim.source))
