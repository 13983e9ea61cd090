"""What each side is known, told or assumed to want: constraints on its value for a package, each with what it rests on.

Reports give positions, not utilities. So a party's preferences are constraints on an additive value function; points and
weights are the special case in which everything is known. What is not written here is not known.
"""

from dataclasses import field
from typing import Literal

from .day import UNSAID, Day
from .entry import ClaimId, IssueId, PartyId, Readers, entry
from .number import Exact

BasisKind = Literal["own", "told", "adopted", "assumed"]
"""The party said it; another said it of the party; so, and an analyst adopted it; an analyst assumes it."""


@entry
class Judgement:
    """Who adopts or assumes something, and why."""

    by: str
    """Who: an id, or a name such as `analyst`."""
    why: str
    """The reason."""


@entry
class Based:
    """An entry that constrains what a party wants: exactly one of `own`, `told` and `assumed` says on what ground."""

    own: tuple[ClaimId, ...] = ()
    """Claims in which the party itself says so."""
    told: tuple[ClaimId, ...] = ()
    """Claims in which another says so of the party; it constrains nothing until somebody adopts it by name."""
    adopted: Judgement | None = None
    """Who adopts what is told, and why."""
    assumed: Judgement | None = None
    """Who assumes it without a claim, and why."""
    readers: Readers = ()
    """Who may read it: team, public, parties, third parties; what rests on no claim nobody else reads who is not named here."""

    @property
    def basis(self) -> BasisKind:
        """On what ground it stands; what does not say so counts as assumed."""
        if self.own:
            return "own"
        if self.told:
            return "adopted" if self.adopted is not None else "told"
        return "assumed"

    @property
    def constrains(self) -> bool:
        """Whether it counts: what is told counts only once it is adopted."""
        return self.basis != "told"


@entry
class Order(Based):
    """Options of one issue, the best first."""

    issue: IssueId
    """The issue."""
    best_first: tuple[str | tuple[str, ...], ...]
    """Options of it, the best first; options in an inner list are equally good; pairs that are not named stay open."""


@entry
class Importance(Based):
    """One change matters at least as much to the party as another."""

    swing: tuple[str, str, str]
    """The change that matters more: an issue, the option before, the option after."""
    over: tuple[str, str, str]
    """The change that matters at most as much."""


@entry
class RedLine(Based):
    """An option that the party accepts in no package."""

    issue: IssueId
    """The issue."""
    option: str
    """The option."""


@entry
class PackageStatement(Based):
    """A package that the party would accept (at least as good as no deal) or refuse (worse than no deal)."""

    accepts: dict[IssueId, str] | None = None
    """Issue and option; issues that are not named are as in the status quo."""
    refuses: dict[IssueId, str] | None = None
    """Likewise; exactly one of the two is given."""


@entry
class NoDeal(Based):
    """What the party has if nothing is agreed. Beside points it needs no ground of its own."""

    package: Literal["status_quo"] | None = None
    """`status_quo`: as good as the status quo."""
    value: Exact | None = None
    """Its worth in the unit of the points; exactly one of the two is given, and a number needs points."""


@entry
class PartyPreferences:
    """What one party wants, as far as anything is known of it."""

    orders: tuple[Order, ...] = ()
    """Which option of an issue it likes better."""
    importance: tuple[Importance, ...] = ()
    """Which change matters more to it."""
    red_lines: tuple[RedLine, ...] = ()
    """What it accepts in no package."""
    packages: tuple[PackageStatement, ...] = ()
    """What it would accept or refuse as a whole."""
    no_deal: NoDeal | Literal["unknown"] = "unknown"
    """What it has without an agreement."""
    points: dict[IssueId, dict[str, Exact]] | None = None
    """Exact preferences: points of every option of every issue, on any scale; then nothing else but a no deal is needed."""
    weights: dict[IssueId, Exact] | None = None
    """Exact preferences: what the points of an issue are multiplied by; an issue that is not named counts once."""
    discount: Exact | None = None
    """Kept for programs that use it: what a round of waiting leaves of the value. Nothing here is computed from it."""
    basis: Based = Based()
    """On what ground the points stand; it may be left out, where nobody has to prove them."""


@entry
class Preferences:
    """The file preferences.yaml: what each side is known, told, assumed or not known to want."""

    format: Literal["preferences/1"]
    """The format of this file: preferences/1."""
    as_of: Day = UNSAID
    """The day whose state of knowledge it is."""
    readers: Readers = ()
    """Who may read it: team, public, parties, third parties; what rests on no claim nobody else reads who is not named here."""
    status_quo: dict[IssueId, str] = field(default_factory=dict)
    """What holds without an agreement: an option of every issue. Needed unless every party's preferences are points."""
    parties: dict[PartyId, PartyPreferences] = field(default_factory=dict)
    """Preferences of each party; a party that is not named is one of which nothing is known. A third party has to accept a
    package only where it is named here."""
