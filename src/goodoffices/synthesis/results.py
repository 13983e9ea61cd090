"""What claims say came of the talks: agreed, not agreed, next; and what was signed."""

import re
from collections.abc import Iterator

from ..case.kinds import HOPED
from ..case.own_words import capital, day_of, denied_text, kind_of_text, one_line, values_of
from ..record import Claim, polarity
from .index import Index
from .made import Made, meeting_of

_LOCAL = re.compile(r"\(M\d+ of [^()]+\)$")


def outcomes(index: Index, claim: Claim) -> Iterator[Made]:
    """Agreed, not agreed, or next; nothing where the talks have neither a meeting nor a side that it concerns."""
    said, meeting, between = polarity(claim), meeting_of(index, claim), _between(index, claim)
    if (meeting is None and not between) or not one_line(claim.value):
        return
    entry: dict[str, object] = {"text": one_line(claim.value), "meeting": meeting, "between": between}
    on = {"issue": claim.issue, "option": claim.option}
    if claim.predicate == "next" or claim.qualifiers.get("next_step") is True:
        if said.asserts:
            # Two days of one step are two accounts of it: each stands, for the brief to tell that they differ.
            yield Made("next", ("outcome", "next"), {**entry, "date": day_of(claim)}, f"Next: {entry['text']}")
    elif said.denies:
        entry["text"] = denied_text(claim)
        yield Made("not_agreed", ("outcome", "not_agreed"), {**entry, **on}, f"Not agreed: {entry['text']}")
    elif said.predicate == "agreed":
        yield Made("agreed", ("outcome", "agreed"), {**entry, **on}, f"Agreed: {entry['text']}")


def _between(index: Index, claim: Claim) -> list[str]:
    named = [claim.subject, claim.for_party, *claim.subject.split("; ")]
    return list(dict.fromkeys(side for name in named if (side := index.side(name)) is not None))


def next_meeting(index: Index, claim: Claim) -> Iterator[Made]:
    """A meeting that is only planned is a step to come."""
    said = polarity(claim)
    held = index.place_of(claim.subject) is not None or index.evidence.is_held(claim.subject)
    # `a meeting (M2 of B)` is what a program calls one of which it knows no name: nobody should read that.
    if (
        not said.asserts
        or said.modality not in HOPED
        or held
        or " " not in claim.subject
        or _LOCAL.search(claim.subject)
    ):
        return
    entry = {"text": capital(claim.subject)}
    given = {"date": lambda one: day_of(one) if one.predicate == "date" else None}
    given["place"] = lambda one: str(one.value) if one.predicate == "place" else None
    told = f"Next: {entry['text']}, {claim.predicate} {one_line(', '.join(values_of(claim)))}"
    yield Made("planned", ("outcome", "next"), entry, told, common=given)


def instruments(index: Index, claim: Claim) -> Iterator[Made]:
    """A document with those who signed it; of several in one claim each signs."""
    title = one_line(claim.value)
    if not isinstance(claim.value, str) or not title:
        return
    for name in dict.fromkeys(claim.subject.split("; ")):
        who = index.actor(name)
        if who is not None:
            yield from _signed(index, claim, who, title)


def _signed(index: Index, claim: Claim, who: str, title: str) -> Iterator[Made]:
    known = index.id(title) if index.place_of(title) == "instruments" else None
    key = known or index.new_id(title, "instrument")
    label = index.label(title) if known else title
    side = who if index.side(who) else index.side(claim.for_party) or index.side(index.evidence.side_of(who))
    kind = kind_of_text(label)
    told = f"{index.label(who)} signed “{label}”"
    where = {"meeting": lambda one: index.meeting(one.meeting)}
    between = {"between": [side] if side else []}
    entry = between if known is not None else {"title": label, "kind": kind, **between}
    yield Made("instrument", ("instruments",), entry, told, key, common=where)
    if known is not None:
        signed = {"who": who, "of": side if side != who else None}
        told = f"The signature of {index.label(who)} under “{label}”"
        yield Made("signature", ("instruments", key, "signatures"), signed, told)
