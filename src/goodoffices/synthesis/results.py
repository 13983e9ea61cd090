"""What claims say came of the talks: agreed, not agreed, next; and what was signed."""

from collections.abc import Iterator

from ..case.kinds import HOPED
from ..language.folding import fold
from ..language.ids import without_article
from ..record import Claim, polarity
from ..talks import Day
from .evidence import values_of
from .index import Index
from .made import Made, capital, meeting_of, one_line

_KINDS = "agreement memorandum protocol statement communique declaration treaty accord pact roadmap charter".split()


def outcomes(index: Index, claim: Claim) -> Iterator[Made]:
    """Agreed, not agreed, or next; nothing where the talks have neither a meeting nor a side that it concerns."""
    said, meeting, between = polarity(claim), meeting_of(index, claim), _between(index, claim)
    if (meeting is None and not between) or not one_line(claim.value):
        return
    entry: dict[str, object] = {"text": one_line(claim.value), "meeting": meeting, "between": between}
    if claim.predicate == "next" or claim.qualifiers.get("next_step") is True:
        if said.asserts:
            yield Made("next", ("outcome", "next"), entry, f"Next: {entry['text']}", common={"date": day_of})
    elif said.denies:
        bare = one_line(said.value)
        whole = said.general or said.predicate == "result"
        entry["text"] = f"No {without_article(bare)}" if whole else bare
        yield Made("not_agreed", ("outcome", "not_agreed"), entry, f"Not agreed: {entry['text']}")
    elif said.predicate == "agreed":
        yield Made("agreed", ("outcome", "agreed"), entry, f"Agreed: {entry['text']}")


def _between(index: Index, claim: Claim) -> list[str]:
    named = [claim.subject, claim.for_party, *claim.subject.split("; ")]
    return list(dict.fromkeys(side for name in named if (side := index.side(name)) is not None))


def day_of(claim: Claim) -> str | None:
    """The day of a next step, where a value or a qualifier is one."""
    for told in (*values_of(claim), *(claim.qualifiers.get(key) for key in ("when", "date", "day"))):
        try:
            return str(Day.parse(str(told))) if told is not None and Day.parse(str(told)).said else None
        except ValueError:
            continue  # `in the coming weeks` is no day
    return None


def next_meeting(index: Index, claim: Claim) -> Iterator[Made]:
    """A meeting that is only planned is a step to come."""
    said = polarity(claim)
    held = index.place_of(claim.subject) is not None or index.evidence.is_held(claim.subject)
    if not said.asserts or said.modality not in HOPED or held or " " not in claim.subject:
        return
    entry = {"text": capital(claim.subject)}
    given = {"date": lambda one: day_of(one) if one.predicate == "date" else None}
    given["place"] = lambda one: str(one.value) if one.predicate == "place" else None
    told = f"Next: {entry['text']}, {claim.predicate} {one_line(', '.join(values_of(claim)))}"
    yield Made("next", ("outcome", "next"), entry, told, common=given)


def instruments(index: Index, claim: Claim) -> Iterator[Made]:
    """A document with one who signed it."""
    who, title = index.actor(claim.subject), one_line(claim.value)
    if who is None or not isinstance(claim.value, str) or not title:
        return
    known = index.id(title) if index.place_of(title) == "instruments" else None
    key = known or index.new_id(title, "instrument")
    label = index.label(title) if known else title
    side = who if index.side(who) else index.side(claim.for_party) or index.side(index.evidence.side_of(who))
    kind = next((kind for kind in _KINDS if kind in fold(label)), "text")
    told = f"{index.label(who)} signed “{label}”"
    where = {"meeting": lambda one: index.meeting(one.meeting)}
    entry = {"title": label, "kind": kind, "between": [side] if side else []}
    yield Made(
        "instrument",
        ("instruments",),
        entry if known is None else {"between": entry["between"]},
        told,
        key,
        common=where,
    )
    if known is not None:
        signed = {"who": who, "of": side if side != who else None}
        told = f"The signature of {index.label(who)} under “{label}”"
        yield Made("signature", ("instruments", key, "signatures"), signed, told)
