"""What claims say of people: their posts, and the delegations that they lead or belong to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..record import Claim
from .changes import Change
from .index import Index
from .made import Made, is_name, new_person, new_side


def posts(index: Index, claim: Claim) -> Iterator[Made]:
    """A post; a person whom the talks do not know comes with it."""
    if index.place_of(claim.subject) != "people" and not _is_new(index, claim.subject):
        return
    key, first = new_person(index, claim.subject)
    title = " ".join(str(claim.value).split())
    of = index.side(claim.for_party) or index.side(index.evidence.post_in(claim.subject, title))
    told = f"A new person: {claim.subject}, {title}" if first else f"A post of {index.label(key)}: {title}"
    yield Made("post", ("people", key, "posts"), {"title": title, "of": of}, told, first=first)


def delegations(index: Index, claim: Claim) -> Iterator[Made]:
    """Who leads a delegation, or belongs to it; a delegation or a person whom the talks do not know comes with it."""
    side = str(claim.value)
    if index.side(side) is None and not (isinstance(claim.value, str) and _is_new(index, side)):
        return
    party, first = new_side(index, side)
    told_in = index.evidence.meetings_of(side)
    meeting = index.meeting(claim.meeting, *(told_in if len(told_in) == 1 else ()))
    if meeting is not None and _is_third(index, party, first):
        yield from _for_a_third(index, claim, party, meeting, first)
        return
    key = index.team(party, meeting) or index.new_id(f"{party} delegation", "delegation", party)
    team = _Team(index, party, key, (*first, *_seat(index, key, meeting)))
    if index.place_of(claim.subject) is None and claim.subject[:1].islower():
        # A description such as `unnamed other officials`, no name.
        yield team.made({"others": claim.subject}, f"besides the named, {claim.subject}")
    elif index.place_of(claim.subject) == "people" or _is_new(index, claim.subject):
        yield from _members(team, claim, index.evidence.heads(side, meeting))


def _is_new(index: Index, name: str) -> bool:
    return index.place_of(name) is None and is_name(name)


def _for_a_third(index: Index, claim: Claim, party: str, meeting: str, first: tuple[Change, ...]) -> Iterator[Made]:
    """Who speaks for a third party has a part in the meeting; delegations are the sides'."""
    who = index.actor(claim.subject)
    if who is not None:
        held = {"who": who, "role": "participant", "of": party if who != party else None}
        told = f"{index.label(claim.subject)} for {index.label(str(claim.value))} in the meeting {meeting}"
        yield Made("role", ("meetings", meeting, "roles"), held, told, first=first)


def _is_third(index: Index, party: str, new: tuple[Change, ...]) -> bool:
    return new[0].steps[0] == "third_parties" if new else index.place_of(party) == "third_parties"


@dataclass(frozen=True, slots=True)
class _Team:
    """A delegation, there or to be made, with what has to be there before it."""

    index: Index
    party: str
    key: str
    first: tuple[Change, ...]

    def made(
        self, entry: Mapping[str, object], told: str, new: tuple[Change, ...] = (), *, choice: bool = False
    ) -> Made:
        there = self.index.at("delegations", self.key) is not None
        here = f"the delegation {self.key}" if there else f"a new delegation of {self.index.label(self.party)}"
        entry, first = {"of": self.party, **entry}, (*new, *self.first)
        return Made("delegation", ("delegations",), entry, f"In {here}: {told}", self.key, first=first, choice=choice)


def _members(team: _Team, claim: Claim, heads: Sequence[str]) -> Iterator[Made]:
    """A member, or the head; where accounts name several heads each belongs to it, and a person says who led."""
    person, new = new_person(team.index, claim.subject)
    label, own = team.index.label(claim.subject), team.index.evidence.key(claim.subject)
    if claim.predicate == "heads" and len(heads) < 2:
        yield team.made({"head": person}, f"{label} leads it", new)
        return
    leads = list(heads) == [own] or team.index.at("delegations", team.key, "head") == person
    yield team.made({} if leads else {"members": [person]}, f"{label} belongs to it", new)
    if claim.predicate == "heads":
        others = ", ".join(team.index.label(one) for one in heads if one != own)
        yield team.made({"head": person}, f"{label} leads it (another account: {others})", new, choice=True)


def _seat(index: Index, team: str, meeting: str | None) -> tuple[Change, ...]:
    if meeting is None or team in (index.at("meetings", meeting, "delegations") or []):
        return ()
    return (Change("append", ("meetings", meeting, "delegations"), team),)
