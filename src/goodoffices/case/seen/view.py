"""Who looks, at which case: what every rule of this package is given beside the case as the rules before it have left it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ...record import Claim
from ...talks import Link, Sourced, without_doubt
from ..model import Case
from ..references import KINDS
from ..rights import Reader, Rights, allows, names_him


@dataclass(frozen=True)
class View:
    """A reader before the whole case, as of the day; or several before one text for all of them."""

    full: Case
    reader: Reader

    @property
    def who(self) -> frozenset[str]:
        """Those who look."""
        return frozenset((self.reader,) if isinstance(self.reader, str) else self.reader)

    @cached_property
    def rights(self) -> Rights:
        """Who may read which claim."""
        return Rights.of(self.full.record, self.full.texts, self.full.anchors)

    @cached_property
    def masked(self) -> frozenset[str]:
        """Claims whose speaker may not be named to him."""
        return frozenset(c.id for c in self.full.record.claims if self.rights.attribution(c) != "named")

    def may(self, entry: object) -> bool:
        """Whether the entry's own readers let him read it."""
        return allows(getattr(entry, "readers", ()), self.reader)

    def is_widened(self, entry: object) -> bool:
        """Whether the entry's own readers name him, or everybody."""
        return names_him(getattr(entry, "readers", ()), self.reader)


def ids_of(case: Case) -> frozenset[str]:
    """The ids of all things of the talks that a claim may speak of."""
    return frozenset(key for kind in KINDS for key in getattr(case.talks, kind))


def claims_of(entry: object) -> tuple[str, ...]:
    """The claims that an entry lists."""
    return entry.claims if isinstance(entry, Sourced | Link) else ()


def named_in(claim: Claim, case: Case) -> set[str]:
    """The ids of what a claim speaks of, and of who speaks in it."""
    values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    told = [claim.subject, *claim.subject.split("; "), claim.for_party, claim.meeting, claim.issue, *values]
    speakers = map(without_doubt, claim.attributed_to)
    return {case.names.id(word) for word in (*told, *speakers) if isinstance(word, str)}


def known(claims: Iterable[str], case: Case) -> list[Claim]:
    """Those of some claims that the case still has."""
    return [case.claims[key] for key in claims if key in case.claims]
