"""On what ground an entry of preferences, or a ranking, stands: own, told or assumed; and claims that can carry it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..documents import Document
from ..errors import Problem
from ..record import NARRATOR, Claim, Names, Record
from ..talks import Based, Talks, without_doubt
from .entries import Steps
from .support import concerns, uncounted
from .validate import problem, value_at, warning

KINDS = ("own", "told", "assumed")


@dataclass(frozen=True, slots=True)
class Side:
    """A party and all that speak for it: its people and its delegations."""

    party: str
    speakers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the claims of a case can be asked about."""

    talks: Talks
    record: Record
    claims: dict[str, Claim]
    names: Names

    @classmethod
    def of(cls, talks: Talks, record: Record) -> "Evidence":
        """The evidence of a case."""
        return cls(talks, record, {claim.id: claim for claim in record.claims}, Names.of(talks))

    def side(self, party: str) -> Side:
        """A party with those who speak for it; a person is a side of its own."""
        teams = {key: team for key, team in self.talks.delegations.items() if team.of == party}
        people = {key for key in self.talks.people if self.names.party_of(key) == party}
        named = {p for team in teams.values() for p in (team.head, team.principal, *team.members) if p is not None}
        return Side(party, frozenset({party, *teams, *people, *named}))

    def is_own(self, claim: Claim, side: Side) -> bool:
        """Whether the last speaker of a claim is of that side; where the source leaves open who speaks, it is not."""
        last = _speaker(claim)
        if last == NARRATOR:
            source = self.record.sources.get(claim.source)
            return source is not None and source.side == side.party
        return last == without_doubt(last) and self.names.id(last) in side.speakers


def _speaker(claim: Claim) -> str:
    return claim.attributed_to[-1] if claim.attributed_to else NARRATOR


def groundless(document: Document, steps: Steps, entry: Based, *, needed: bool = True) -> Iterator[Problem]:
    """A problem where an entry has no ground (if it needs one) or more than one."""
    given = [kind for kind in KINDS if getattr(entry, kind)]
    # What stands there in a form that could not be read is told already.
    unread = [kind for kind in KINDS if value_at(document.value, (*steps, kind))]
    if not given and needed and not unread and entry.adopted is None:
        yield problem(document, steps, "an entry without a ground", "one of `own`, `told` and `assumed`")
    if len(given) > 1:
        yield problem(document, (*steps, given[-1]), " and ".join(f"`{kind}`" for kind in given), "one of the three")
    if entry.adopted is not None and not entry.told:
        expected = "`told: [claims]` beside it; what no claim says is `assumed`"
        yield problem(document, (*steps, "adopted"), "`adopted` without `told`", expected)


def weak_claims(
    document: Document, steps: Steps, entry: Based, party: str, issues: Collection[str], evidence: Evidence
) -> Iterator[Problem]:
    """A problem for each claim that cannot carry an entry on these issues of this party; with no issues, any will do."""
    side = evidence.side(party)
    for kind in ("own", "told"):
        for index, key in enumerate(getattr(entry, kind)):
            if (claim := evidence.claims.get(key)) is None:
                continue  # told already, as an unknown id
            place = (*steps, kind, index)
            yield from uncounted(document, place, claim, draft=evidence.talks.draft)
            yield from _beside(document, place, claim, side, issues, evidence.names)
            yield from _told_as(document, place, claim, kind, evidence.is_own(claim, side))


def _beside(
    document: Document, place: Steps, claim: Claim, side: Side, issues: Collection[str], names: Names
) -> Iterator[Problem]:
    about = concerns(claim, names)
    # Whose position it is, its subject alone says: what Ukraine wants of Russia is no wish of Russia's.
    whose = {names.id(claim.subject)} if claim.type == "position" else about
    told = f"claim {claim.id} ({claim.subject} {claim.predicate})"
    # What is said of several issues at once may be said without naming one.
    named = issues if len(issues) == 1 or claim.issue is not None else ()
    if whose.isdisjoint(side.speakers):
        found, expected = f"{told}, which does not concern {side.party}", f"a claim on what {side.party} wants"
        yield problem(document, place, found, expected)
    elif named and about.isdisjoint(named):
        on = " or ".join(named)
        yield problem(document, place, f"{told}, which does not concern {on}", f"a claim with `issue: {on}`")


def _told_as(document: Document, place: Steps, claim: Claim, kind: str, own: bool) -> Iterator[Problem]:
    if kind == "own" and not own:
        expected = "a claim whose last speaker is the party or one of its people; what another says of it is `told`"
        yield problem(document, place, f"claim {claim.id}, told by {_speaker(claim)}", expected)
    elif kind == "told" and own:
        found = f"claim {claim.id}, in which the party itself speaks ({_speaker(claim)})"
        yield warning(
            document, place, found, "`own: [claims]`", kind="claims of a party itself that stand under `told`"
        )
