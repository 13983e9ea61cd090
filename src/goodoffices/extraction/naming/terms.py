"""Proposals in the terms of a case: names become ids where the case knows them, all else stays as printed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from ...record import Claim, family_of
from ...record.claim import Value
from ...synthesis import NOBODY
from .sound import as_words

_THINGS = frozenset({"role", "actors", "sequence"})
"""Kinds of value that are names of somebody, or of a meeting."""
_UNNAMED = re.compile(r"\((?:not said|unattributed|nobody named|unnamed)\)")
MAIN = "M1"
"""Under this name an account speaks of the meeting that it is about."""
Find = Callable[[str], str | None]
"""The id that a printed name means, or None."""


@dataclass(frozen=True)
class Terms:
    """What a case calls the things that one account speaks of."""

    actor: Find
    """An actor's id by any of its names."""
    label: Callable[[str], str]
    """The name that the case prints for an id."""
    sides: frozenset[str]
    """Ids of parties and third parties."""
    meetings: Mapping[str, str]
    """Ids of meetings by the account's own keys."""
    unknown: Mapping[str, str]
    """Words for the meetings of the account that the case does not know."""

    def claim(self, claim: Claim, issue: str | None = None, option: str | None = None) -> Claim:
        """The claim in the case's terms; `issue` and `option` are those of the case, where it has a place for them."""
        subject = self._thing(claim.subject)
        side = self._side(claim.for_party)
        qualifiers = dict(claim.qualifiers)
        if claim.issue is not None and issue is None:
            qualifiers.setdefault("issue", claim.issue)
        return replace(
            claim, subject=subject, value=self._value(claim), for_party=side,
            meeting=self.meetings.get(self._meeting(claim)),
            attributed_to=tuple(map(self._speaker, claim.attributed_to)), issue=issue, option=option,
            qualifiers=qualifiers, as_printed=claim.as_printed or self._print(claim, subject),
        )  # fmt: skip

    def _meeting(self, claim: Claim) -> str:
        """The account's own key of the meeting; `both sides agreed`, `she leads` tell of the one that the account is about."""
        silent = (
            claim.type in ("outcome", "delegation")
            and claim.subject not in self.meetings
            and (claim.type == "delegation" or self.actor(claim.subject) is None)
        )
        return claim.meeting or (MAIN if silent and claim.subject not in self.unknown else "")

    def _thing(self, name: str) -> str:
        known = self.meetings.get(name) or self.unknown.get(name) or self.actor(name)
        return known or as_words(NOBODY if _UNNAMED.fullmatch(name) else name)

    def _side(self, name: str | None) -> str | None:
        found = self.actor(name) if name is not None else None
        return found if found in self.sides else None

    def _speaker(self, name: str) -> str:
        bare = name.removesuffix("?")
        if bare in ("", "narrator"):
            return name
        return (self.actor(bare) or as_words(bare)) + name[len(bare) :]

    def _value(self, claim: Claim) -> Value:
        """Names and meetings become ids only where the question asks for them: a town is no party of the same name."""
        family = family_of(claim.type, claim.predicate)
        if family.kind not in _THINGS:
            return claim.value
        find = as_words if family.name == "signed" else self._thing
        if isinstance(claim.value, tuple):
            return tuple(find(str(value)) for value in claim.value)
        return find(claim.value) if isinstance(claim.value, str) else claim.value

    def _print(self, claim: Claim, subject: str) -> str | None:
        """The name as this account prints it, where the case prints another one."""
        known = self.actor(claim.subject)
        return claim.subject if known == subject and self.label(subject) != claim.subject else None
