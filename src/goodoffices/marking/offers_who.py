"""Offers on who talks: people and their posts, parties, delegations and their members."""

from collections.abc import Iterator

from ..case import Case
from ..record import Claim, fold
from ..talks import Delegation
from .offer import Change, Offer, free_id, rest_on


def label(case: Case, key: str) -> str:
    """A name as the offer prints it."""
    return case.names.label(key)


def actor_id(case: Case, name: str) -> str | None:
    """The id of a person, party or third party that the case knows by this name."""
    key = case.names.id(name)
    talks = case.talks
    return key if key in talks.people or key in talks.parties or key in talks.third_parties else None


def new_person(case: Case, name: str) -> tuple[str, list[Change]]:
    """The id of a person, and the change that enters one whom the case does not know."""
    key = case.names.id(name)
    if key in case.talks.people:
        return key, []
    key = free_id(case.talks, name)
    return key, [Change("insert", ("people",), {key: {"name": name}})]


def party_of(case: Case, claim: Claim) -> str | None:
    """The party for which the claim says somebody holds a post."""
    return case.names.id(claim.for_party) if claim.for_party else None


def posts(case: Case, claim: Claim) -> Iterator[Offer]:
    """A new person with a post, a post more, or a claim more for a post that is there."""
    title, of = str(claim.value), party_of(case, claim)
    key = case.names.id(claim.subject)
    post = {"title": title, **({"of": of} if of else {}), "claims": [claim.id]}
    person = case.talks.people.get(key)
    if person is None:
        if actor_id(case, claim.subject) is None:
            new = free_id(case.talks, claim.subject)
            entry = {"name": claim.subject, "posts": [post]}
            told = f"A new person: {claim.subject}, {title}"
            yield Offer(claim.id, told, (Change("insert", ("people",), {new: entry}),))
        return
    for index, held in enumerate(person.posts):
        if fold(held.title) == fold(title) and held.of in (None, of):
            told = f"{person.name}, {held.title}: rests on {claim.id}, too"
            yield Offer(claim.id, told, tuple(rest_on(claim.id, ("people", key, "posts", index), held)))
            return
    yield Offer(claim.id, f"A post of {person.name}: {title}", (Change("append", ("people", key, "posts"), post),))


def delegations(case: Case, claim: Claim) -> Iterator[Offer]:
    """A head or a member of a delegation that is there, or a new delegation."""
    party = case.names.id(str(claim.value))
    if party not in case.talks.parties and party not in case.talks.third_parties:
        return
    found = _candidates(case, claim, party)
    for key in found:
        yield from _joining(case, claim, key, case.talks.delegations[key])
    if not found:
        yield _new_delegation(case, claim, party)


def _candidates(case: Case, claim: Claim, party: str) -> list[str]:
    """The delegations of the party: those of the claim's meeting where there are any, else all."""
    own = [key for key, d in case.talks.delegations.items() if d.of == party]
    meeting = case.talks.meetings.get(claim.meeting or "")
    there = [key for key in own if meeting is not None and key in meeting.delegations]
    return there or ([] if meeting is not None and meeting.delegations else own)


def _joining(case: Case, claim: Claim, key: str, delegation: Delegation) -> Iterator[Offer]:
    steps, name = ("delegations", key), f"the delegation {key}"
    if not _is_person(case, claim):
        if delegation.others is None:
            changes = [Change("insert", steps, {"others": claim.subject}), *rest_on(claim.id, steps, delegation)]
            yield Offer(claim.id, f"In {name}, besides the named: {claim.subject}", tuple(changes))
        return
    person, changes = new_person(case, claim.subject)
    who = label(case, person) if not changes else claim.subject
    if person in (delegation.head, *delegation.members):
        if claim.predicate != "heads" or person == delegation.head:
            yield Offer(
                claim.id, f"{who} in {name}: rests on {claim.id}, too", tuple(rest_on(claim.id, steps, delegation))
            )
        return
    if claim.predicate == "heads":
        if delegation.head is not None:
            return
        changes.append(Change("set", (*steps, "head"), person))
        told = f"{who} heads {name}"
    else:
        changes.append(Change("append", (*steps, "members"), person))
        told = f"A member of {name}: {who}"
    yield Offer(claim.id, told, (*changes, *rest_on(claim.id, steps, delegation)))


def _new_delegation(case: Case, claim: Claim, party: str) -> Offer:
    key = free_id(case.talks, f"{party} delegation")
    changes: list[Change] = []
    entry: dict[str, object] = {"of": party}
    if not _is_person(case, claim):
        entry["others"] = claim.subject
    else:
        person, changes = new_person(case, claim.subject)
        entry |= {"head": person} if claim.predicate == "heads" else {"members": [person]}
    entry["claims"] = [claim.id]
    changes.append(Change("insert", ("delegations",), {key: entry}))
    if claim.meeting in case.talks.meetings:
        changes.append(Change("append", ("meetings", claim.meeting, "delegations"), key))
    who = f"headed by {claim.subject}" if claim.predicate == "heads" else f"with {claim.subject}"
    named = label(case, case.names.id(claim.subject)) if case.names.id(claim.subject) in case.names else claim.subject
    told = f"A new delegation of {label(case, party)} {who.replace(claim.subject, named)}"
    return Offer(claim.id, told, tuple(changes))


def _is_person(case: Case, claim: Claim) -> bool:
    """A name rather than a description such as `unnamed other officials`."""
    return case.names.id(claim.subject) in case.talks.people or not claim.subject[:1].islower()
