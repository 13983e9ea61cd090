"""Offers on meetings: a new one; its day, place, venue, parties and format; who held which role; who was absent."""

from collections.abc import Iterator
from typing import Any, get_args

from ..case import Case
from ..record import Claim, fold
from ..talks import Meeting
from ..talks.meetings import Format
from .offer import Change, Offer, free_id, rest_on
from .offers_who import actor_id, label

ROLES = {
    "hosts": "host", "mediates": "mediator", "facilitates": "facilitator", "chairs": "chair", "observes": "observer",
    "guarantees": "guarantor", "witnesses": "witness", "attends": "participant",
}  # fmt: skip
_FIELDS = ("date", "place", "venue")
_REMARKS = ("precedence", "aim", "lasted", "size")


def facts(case: Case, claim: Claim) -> Iterator[Offer]:
    """What is said of a meeting itself."""
    key = case.names.id(claim.subject)
    meeting = case.talks.meetings.get(key)
    if meeting is None:
        if claim.predicate in _FIELDS and key not in case.names:
            yield _new_meeting(case, claim)
        return
    steps, name = ("meetings", key), _name(case, key)
    resting = rest_on(claim.id, steps, meeting)
    value = claim.value
    if claim.predicate in _FIELDS:
        yield from _field(claim, meeting, steps, name)
    elif claim.predicate == "format" and value in get_args(Format) and meeting.format in ("not said", value):
        changes = [Change("set", (*steps, "format"), value)] if meeting.format != value else []
        yield Offer(claim.id, f"The format of {name}: {value}", (*changes, *resting))
    elif claim.predicate == "parties":
        yield from _parties(case, claim, meeting, steps, name)
    elif claim.predicate in _REMARKS:
        remark = {"text": str(value), "claims": [claim.id]}
        yield Offer(claim.id, f"A remark on {name}: {value}", (Change("append", (*steps, "remarks"), remark),))
    elif claim.predicate in ("before", "after"):
        yield from _order(case, claim, key)


def _field(claim: Claim, meeting: Meeting, steps: tuple[str, str], name: str) -> Iterator[Offer]:
    key, value = claim.predicate, str(claim.value)
    now = str(getattr(meeting, key) or "not said")
    resting = rest_on(claim.id, steps, meeting)
    if now == "not said":
        yield Offer(claim.id, f"The {_word(key)} of {name}: {value}", (Change("set", (*steps, key), value), *resting))
    elif fold(now) == fold(value):
        yield Offer(claim.id, f"The {_word(key)} of {name} ({now}): rests on {claim.id}, too", tuple(resting))


def _word(key: str) -> str:
    return "day" if key == "date" else key


def _new_meeting(case: Case, claim: Claim) -> Offer:
    new = free_id(case.talks, claim.subject)
    entry = {"title": claim.subject, claim.predicate: str(claim.value), "claims": [claim.id]}
    told = f"A new meeting: {claim.subject}, {_word(claim.predicate)} {claim.value}"
    return Offer(claim.id, told, (Change("insert", ("meetings",), {new: entry}),))


def _parties(case: Case, claim: Claim, meeting: Meeting, steps: tuple[str, str], name: str) -> Iterator[Offer]:
    values = claim.value if isinstance(claim.value, tuple) else (str(claim.value),)
    changes: list[Change] = []
    there = {*meeting.participants, *(case.talks.delegations[d].of for d in meeting.delegations)}
    taken: list[str] = []
    for value in values:
        key = case.names.id(value)
        if key in case.talks.people:
            return
        if key not in case.talks.parties and key not in case.talks.third_parties:
            key = free_id(case.talks, value, taken)
            changes.append(Change("insert", ("third_parties",), {key: {"name": value, "kind": "not said"}}))
        if key not in there:
            changes.append(Change("append", (*steps, "participants"), key))
        taken.append(key)
    told = " and ".join(label(case, case.names.id(v)) if case.names.id(v) in case.names else v for v in values)
    yield Offer(claim.id, f"The parties of {name}: {told}", (*changes, *rest_on(claim.id, steps, meeting)))


def _order(case: Case, claim: Claim, key: str) -> Iterator[Offer]:
    other = case.names.id(str(claim.value))
    if other not in case.talks.meetings or other == key:
        return
    later, earlier = (key, other) if claim.predicate == "after" else (other, key)
    meeting = case.talks.meetings[later]
    steps = ("meetings", later)
    changes = [] if earlier in meeting.after else [Change("append", (*steps, "after"), earlier)]
    told = f"{_name(case, later)} came after {_name(case, earlier)}"
    yield Offer(claim.id, told[:1].upper() + told[1:], (*changes, *rest_on(claim.id, steps, meeting)))


def roles(case: Case, claim: Claim) -> Iterator[Offer]:
    """A role in a meeting; somebody unknown may be a new person or a new third party, and the person says which."""
    role, key = ROLES.get(claim.predicate), _meeting_of(case, claim)
    if role is None or key is None:
        return
    meeting, name = case.talks.meetings[key], _name(case, key)
    who = actor_id(case, claim.subject)
    if who is None:
        yield from _by_somebody_new(case, claim, key, role)
        return
    for index, held in enumerate(meeting.roles):
        if (held.who, held.role) == (who, role):
            changes = rest_on(claim.id, ("meetings", key, "roles", index), held)
            yield Offer(claim.id, f"{label(case, who)}, {role} of {name}: rests on {claim.id}, too", tuple(changes))
            return
    yield Offer(claim.id, f"{label(case, who)} as {role} of {name}", (_role(claim, key, role, who),))


def _by_somebody_new(case: Case, claim: Claim, meeting: str, role: str) -> Iterator[Offer]:
    new = free_id(case.talks, claim.subject)
    added = _role(claim, meeting, role, new)
    entries: dict[str, tuple[str, dict[str, str]]] = {
        "third party": ("third_parties", {"name": claim.subject, "kind": "not said"}),
        "person": ("people", {"name": claim.subject}),
    }
    for kind, (place, entry) in entries.items():
        told = f"A new {kind}: {claim.subject}, {role} of {_name(case, meeting)}"
        yield Offer(claim.id, told, (Change("insert", (place,), {new: entry}), added))


def _role(claim: Claim, meeting: str, role: str, who: str) -> Change:
    of = {"of": claim.for_party} if claim.for_party else {}
    entry: dict[str, Any] = {"who": who, "role": role, **of, "claims": [claim.id]}
    return Change("append", ("meetings", meeting, "roles"), entry)


def absences(case: Case, claim: Claim) -> Iterator[Offer]:
    """Somebody was absent from a meeting."""
    key, who = _meeting_of(case, claim), actor_id(case, claim.subject)
    if key is None or who is None:
        return
    meeting, name = case.talks.meetings[key], _name(case, key)
    for index, absence in enumerate(meeting.absent):
        if absence.who == who:
            changes = rest_on(claim.id, ("meetings", key, "absent", index), absence)
            yield Offer(claim.id, f"{label(case, who)}, absent from {name}: rests on {claim.id}, too", tuple(changes))
            return
    entry = {"who": who, "claims": [claim.id]}
    yield Offer(
        claim.id, f"{label(case, who)} was absent from {name}", (Change("append", ("meetings", key, "absent"), entry),)
    )


def _meeting_of(case: Case, claim: Claim) -> str | None:
    named = [claim.meeting or "", case.names.id(str(claim.value))]
    return next((key for key in named if key in case.talks.meetings), None)


def _name(case: Case, key: str) -> str:
    title = case.talks.meetings[key].title
    return f"“{title}”" if title else f"the meeting {key}"
