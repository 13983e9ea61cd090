"""What claims say of meetings: day, place, venue, format, who met, in which order; who had which part; who was absent."""

from collections.abc import Iterator
from typing import Any, get_args

from ..case.kinds import FIELDS, REMARKS, ROLES
from ..case.own_words import capital, one_line, remark_text, values_of
from ..language.folding import fold
from ..record import Claim, polarity
from ..talks.meetings import Format
from .changes import Change
from .index import Index
from .made import Made, is_name, meeting_of, new_side, side_of

_FORMATS = {fold(form): form for form in get_args(Format) if form != "not said"}


def facts(index: Index, claim: Claim) -> Iterator[Made]:
    """A field of a meeting; a meeting that the talks do not have comes with it."""
    key = index.meeting(claim.subject)
    if key is None and index.place_of(claim.subject) is not None:
        return
    if claim.predicate in ("before", "after"):
        yield from _order(index, claim, key)
        return
    value, first, told = _value(index, claim)
    if value is None:
        return
    others = index.evidence.otherwise(claim) if claim.predicate in FIELDS else []
    told += f" (another account: {', '.join(others)})" if others else ""
    entry = {"participants" if claim.predicate == "parties" else claim.predicate: value}
    if key is None:
        yield _new(index, claim, {} if others else entry, f"{_word(claim)} {told}", first)
        return
    if others:  # on its day or place accounts differ; that it was they all tell
        yield Made("meeting", ("meetings",), {}, f"That {name(index, key)} was held", key)
    text = f"The {_word(claim)} of {name(index, key)}: {told}"
    yield Made("meeting", ("meetings",), entry, text, key, first=first, choice=bool(others))


def _new(index: Index, claim: Claim, entry: dict[str, Any], told: str, first: tuple[Change, ...]) -> Made:
    key = claim.subject if _is_id(claim.subject) else index.new_id(claim.subject, "meeting")
    title = {} if _is_id(claim.subject) else {"title": claim.subject}
    return Made(
        "meeting", ("meetings",), {**title, **entry}, f"A new meeting: {claim.subject}, {told}", key, first=first
    )


def _word(claim: Claim) -> str:
    return "day" if claim.predicate == "date" else claim.predicate


def _is_id(subject: str) -> bool:
    return subject == subject.lower() and " " not in subject


def _value(index: Index, claim: Claim) -> tuple[Any, tuple[Change, ...], str]:
    """The value of a field, what has to be there first, and the field in words; None where no field takes it."""
    if claim.predicate in ("date", "place", "venue"):
        return str(claim.value), (), one_line(claim.value)
    if claim.predicate == "format":
        form = _FORMATS.get(fold(str(claim.value)))
        return form, (), str(form)
    if claim.predicate == "parties":
        return _parties(index, claim)
    return None, (), ""


def _parties(index: Index, claim: Claim) -> tuple[Any, tuple[Change, ...], str]:
    keys: list[str] = []
    changes: list[Change] = []
    for value in values_of(claim):
        who = index.side(index.evidence.side_of(value)) if index.place_of(value) == "people" else value
        if who is None or (index.side(who) is None and not is_name(who)):
            continue
        key, new = new_side(index, who)
        if key in [change.steps[-1] for change in changes]:
            key = f"{key}-2"  # two new names of one id in one claim
            new = tuple(Change(change.way, (change.steps[0], key), change.value) for change in new)
        keys.append(key)
        changes += new
    told = " and ".join(index.label(value) for value in values_of(claim))
    return list(dict.fromkeys(keys)) or None, tuple(changes), told


def _order(index: Index, claim: Claim, key: str | None) -> Iterator[Made]:
    other = index.meeting(str(claim.value))
    if key is None or other is None or other == key:
        return
    later, earlier = (key, other) if claim.predicate == "after" else (other, key)
    if not index.evidence.may_come_after(earlier, later):
        return
    told = f"{name(index, later)} came after {name(index, earlier)}"
    yield Made("meeting", ("meetings",), {"after": [earlier]}, capital(told), later)


def remarks(index: Index, claim: Claim) -> Iterator[Made]:
    """What is said of a meeting and has no field."""
    key = index.meeting(claim.subject)
    if key is not None and claim.predicate in REMARKS:
        yield _remark(index, claim, key)


def results(index: Index, claim: Claim) -> Iterator[Made]:
    """What a meeting came to, where it is neither agreed nor denied nor ahead."""
    key = meeting_of(index, claim)
    if key is not None and claim.predicate == "result" and claim.qualifiers.get("next_step") is not True:
        yield _remark(index, claim, key)


def _remark(index: Index, claim: Claim, key: str) -> Made:
    text = remark_text(claim)
    return Made("remark", ("meetings", key, "remarks"), {"text": text}, f"A remark on {name(index, key)}: {text}")


def roles(index: Index, claim: Claim) -> Iterator[Made]:
    """A part in a meeting; somebody unknown may be a person or a third party, and a person says which."""
    role, key = ROLES.get(polarity(claim).predicate), meeting_of(index, claim)
    if role is None or key is None:
        return
    holder, told = ("meetings", key, "roles"), f"{role} of {name(index, key)}"
    who = index.actor(claim.subject)
    if who is not None:
        if role == "participant" and index.place_of(who) == "parties":
            yield Made(
                "meeting", ("meetings",), {"participants": [who]}, f"{index.label(who)} in {name(index, key)}", key
            )
            return
        yield Made(
            "role", holder, {"who": who, "role": role, "of": side_of(index, who, claim)}, f"{index.label(who)}, {told}"
        )
        return
    if index.place_of(claim.subject) is not None or not is_name(claim.subject):
        return
    new = index.new_id(claim.subject, "party")
    is_person = index.evidence.people & {index.id(claim.subject)}
    for kind, place, entry in (
        ("third party", "third_parties", {"name": claim.subject, "kind": "not said"}),
        ("person", "people", {"name": claim.subject}),
    ):
        if kind == "person" or not is_person:
            first = (Change("put", (place, new), entry),)
            made = {"who": new, "role": role, "of": side_of(index, claim.subject, claim) if kind == "person" else None}
            yield Made(
                "role", holder, made, f"A new {kind}: {claim.subject}, {told}", first=first, choice=not is_person
            )


def absences(index: Index, claim: Claim) -> Iterator[Made]:
    """Somebody was absent from a meeting."""
    key, who = meeting_of(index, claim), index.actor(claim.subject)
    if key is not None and who is not None:
        told = f"{index.label(who)} was absent from {name(index, key)}"
        yield Made("absence", ("meetings", key, "absent"), {"who": who}, told)


def sendings(index: Index, claim: Claim) -> Iterator[Made]:
    """Whom somebody absent sent: the first person whose full name the words hold."""
    who = index.actor(claim.subject)
    if claim.predicate != "sent" or who is None or _sent(index, claim) is None:
        return
    sent = {"sent": lambda one: _sent(index, one) if one.predicate == "sent" else None}
    for key in index.plain.get("meetings", {}):
        holder = ("meetings", key, "absent")
        there = index.find("absence", holder, {"who": who})
        if there is not None and _is_about(index, claim, key, index.at(*there)):
            yield Made(
                "absence", holder, {"who": who}, f"Whom {index.label(who)} sent: {one_line(claim.value)}", common=sent
            )


def _is_about(index: Index, claim: Claim, meeting: str, absence: dict[str, Any]) -> bool:
    """Whether somebody was sent to the meeting from which he was absent: it is named, or one source tells both."""
    told = (index.claims[key].source for key in absence.get("claims", []) if key in index.claims)
    named = meeting_of(index, claim)
    return named == meeting if named else claim.source in told


def _sent(index: Index, claim: Claim) -> str | None:
    words = f" {fold(one_line(claim.value))} "
    places = {key: words.find(f" {fold(name)} ") for name, key in index.people() if " " in name}
    found = {key: place for key, place in places.items() if place >= 0}
    return min(found, key=lambda key: found[key], default=None)


def name(index: Index, key: str) -> str:
    """A meeting as an offer names it."""
    title = index.at("meetings", key, "title")
    return f"“{title}”" if title else f"the meeting {key}"
