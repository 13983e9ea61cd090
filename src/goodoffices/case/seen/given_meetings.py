"""Meetings, who was there in which part, delegations and posts as the claims give them that a reader sees."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, get_args

from ...language.folding import fold
from ...language.ids import ID
from ...record import Claim, polarity
from ...talks import UNSAID, Delegation, Meeting
from ...talks.meetings import Format
from ..kinds import ROLES, SAID, SPEAKS_FOR
from ..own_words import (
    one_line,
    remark_text,
    values_of,
)
from .given import Seen, day_told, only, side_of

_FORMATS: dict[str, Format] = {fold(form): form for form in get_args(Format)}
UNTOLD: Mapping[str, Any] = {
    "title": None, "format": "not said", "participants": (), "after": (), "date": UNSAID, "place": None,
        "venue": None, "round": None, "same_as": None,
}  # fmt: skip
"""The fields of a meeting of which nothing is told."""


def _told(seen: Seen, predicate: str) -> list[Claim]:
    """The claims that say one thing of a meeting, not denied."""
    return [c for c in seen.claims if c.type == "meeting" and polarity(c).predicate == predicate and polarity(c).asserts
            and c.modality in SAID]  # fmt: skip


def meeting(entry: Meeting, seen: Seen) -> Meeting:
    """Day, place, house, format, who met, the order; no title but that of a claim."""
    fields = {name: only(str(c.value) for c in _told(seen, name)) for name in ("date", "place", "venue", "format")}
    titles = (
        c.subject for c in seen.claims if not ID.fullmatch(c.subject) and seen.case.names.id(c.subject) == seen.key
    )
    return replace(
        entry, **{**UNTOLD, "title": next(titles, None), "date": day_told(fields["date"]), "place": fields["place"],
                  "venue": fields["venue"], "format": _format(fields["format"]),
                  "participants": _participants(seen), "after": _after(seen)},
    )  # fmt: skip


def _format(value: str | None) -> Format:
    """The format of which a claim gives the beginning, or the whole: `separate` is a separate meeting."""
    found = {form for key, form in _FORMATS.items() if value and key.startswith(fold(value))}
    return found.pop() if len(found) == 1 else "not said"


def _participants(seen: Seen) -> tuple[str, ...]:
    names = [side_of(seen.case, seen.case.names.id(v)) or v for c in _told(seen, "parties") for v in values_of(c)]
    said = ((c, polarity(c)) for c in seen.claims if c.type in ("attendance", "absence"))
    there = [c.subject for c, told in said if told.predicate == "attends" and told.asserts and c.modality in SAID]
    sides = [key for key in map(seen.side, names) if key is not None]
    sides += [key for name in there if (key := seen.id(name, "parties")) is not None]
    return tuple(dict.fromkeys(sides))


def _after(seen: Seen) -> tuple[str, ...]:
    pairs = [(c.subject, str(c.value)) for c in _told(seen, "after")]
    pairs += [(str(c.value), c.subject) for c in _told(seen, "before")]
    earlier = (seen.id(before, "meetings") for later, before in pairs if seen.case.names.id(later) == seen.key)
    return tuple(dict.fromkeys(key for key in earlier if key is not None and key != seen.key))


def remark(entry: Any, seen: Seen) -> Any:
    """What is said of a meeting and has no field."""
    text = next((text for claim in seen.makers if (text := remark_text(claim)) is not None), None)
    return text and replace(entry, text=text)


def role(entry: Any, seen: Seen) -> Any:
    """A part in a meeting."""
    claim = seen.makers[0]
    said = polarity(claim)
    who, party = seen.actor(claim.subject), claim.for_party
    role = ROLES.get(said.predicate)
    if said.predicate in SPEAKS_FOR:
        role, party = "participant", str(claim.value)
    side = seen.side(party) or (seen.stands_for(who, entry.of) if who else None)
    return replace(entry, who=who, role=role, of=side if side != who else None) if who and role else None


def absence(entry: Any, seen: Seen) -> Any:
    """Who was absent, and whom he sent where a claim names that one."""
    whose = next((c for c in seen.makers if c.predicate != "sent"), seen.makers[0])
    sent = entry.sent and seen.case.talks.people.get(entry.sent)
    told = [one_line(c.value) for c in seen.makers if c.predicate == "sent"]
    named = sent is not None and any(fold(sent.name) in fold(words) for words in told)
    who = seen.actor(whose.subject)
    return who and replace(entry, who=who, sent=entry.sent if named else None)


def post(entry: Any, seen: Seen) -> Any:
    """A post, without its days."""
    claim = seen.makers[0]
    return replace(entry, title=one_line(claim.value), of=seen.side(claim.for_party), start=UNSAID, end=UNSAID)


def delegation(entry: Delegation, seen: Seen) -> Any:
    """Head and members; without whoever instructs them, and what they may accept."""
    of = next((side for c in seen.makers if (side := seen.side(str(c.value))) is not None), None)
    people = [(c.predicate, seen.id(c.subject, "people")) for c in seen.makers]
    heads = list(dict.fromkeys(key for predicate, key in people if key and predicate == "heads"))
    head = heads[0] if len(heads) == 1 else None
    members = tuple(dict.fromkeys(key for _, key in people if key and key != head))
    others = next((c.subject for c in seen.makers if seen.actor(c.subject) is None), None)
    mandate = replace(entry.mandate, level="unknown", text=None)
    made = replace(entry, head=head, members=members, others=others, principal=None, mandate=mandate)
    return of and replace(made, of=of)


def dispute(entry: Any, seen: Seen) -> Any:
    """Who denies a mandate, without the team's words on it."""
    by = next(
        (who for c in seen.makers for name in (c.attributed_to[-1], c.subject) if (who := seen.actor(name))), None
    )
    return by and replace(entry, by=by, text=None)
