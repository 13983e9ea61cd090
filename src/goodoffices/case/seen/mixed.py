"""An entry as the claims give it that a reader sees: fields that one of them tells, their own words for the team's.

For each kind of `case.kinds` one function. Where the claims that are seen tell two things, the field is left open: which of the
two the team took, it may have taken for what he does not see.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from ...language.folding import fold
from ...language.ids import ID
from ...record import NARRATOR, Claim, polarity
from ...talks import UNSAID, Day, Delegation, Instrument, Meeting, without_doubt
from ...talks.meetings import Format
from ..entries import Steps
from ..kinds import ROLES, SAID, SPEAKS_FOR, kind_at
from ..model import Case
from ..own_words import (
    assessment_text,
    capital,
    condition_of,
    day_of,
    denied_text,
    kind_of_text,
    one_line,
    option_label,
    remark_text,
    stance_of,
    statement_text,
    values_of,
)

NAMED_ONLY = "named by what is shown"
"""Why an entry of which nothing but its name is seen has no claim."""
_NO_ANSWER: dict[str, str | None] = {"issue": None, "option": None}
_FORMATS: dict[str, Format] = {fold(form): form for form in get_args(Format)}
_DEFAULTS: Mapping[type[Any], dict[str, Any]] = {
    Meeting: {
        "title": None, "format": "not said", "participants": (), "after": (), "date": UNSAID, "place": None,
        "venue": None, "round": None, "same_as": None,
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """The claims of an entry that are seen: all, and those that make it; and the case in which they stand."""

    key: str
    claims: Sequence[Claim]
    makers: Sequence[Claim]
    case: Case

    def id(self, name: str | None, *kinds: str) -> str | None:
        """The id that a name means, where it is one of these kinds."""
        key = self.case.names.id(without_doubt(name)) if name else None
        return key if any(key in getattr(self.case.talks, kind) for kind in kinds) else None

    def side(self, name: str | None) -> str | None:
        """A party or third party."""
        return self.id(name, "parties", "third_parties")

    def actor(self, name: str | None) -> str | None:
        """A party, third party or person."""
        return self.id(name, "parties", "third_parties", "people")

    def meeting(self, claim: Claim) -> str | None:
        """The meeting that a claim speaks of."""
        named = (claim.meeting, claim.subject, *values_of(claim))
        return next((key for name in named if (key := self.id(name, "meetings")) is not None), None)


def side_of(case: Case, person: str) -> str | None:
    """The only side for which the claims of a case tell that somebody speaks; None where they tell none, or several."""
    if person not in case.talks.people:
        return None
    found: set[str] = set()
    for claim in case.record.claims:
        if case.names.id(claim.subject) == person and polarity(claim).asserts and claim.modality in SAID:
            told = str(claim.value) if claim.type == "delegation" and claim.predicate in SPEAKS_FOR else claim.for_party
            found |= {case.names.id(told)} if told else set()
    return next(iter(found)) if len(found) == 1 else None


def makers(entry: Any, steps: Steps, seen: Sequence[Claim]) -> list[Claim]:
    """Those of some claims that make the entry."""
    kind = kind_at(entry, steps)
    return [claim for claim in seen if kind is not None and kind.makes(claim)]


def narrowed(entry: Any, steps: Steps, seen: Sequence[Claim], case: Case) -> Any:
    """The entry with only what the claims give that are seen; None where they give none."""
    kind, making = kind_at(entry, steps), makers(entry, steps, seen)
    if kind is None or not making:
        return replace(entry, claims=tuple(claim.id for claim in seen))
    key = steps[1] if isinstance(steps[1], str) else ""
    made = _BY_KIND[kind.name](entry, Seen(key, seen, making, case))
    return made and replace(made, claims=tuple(claim.id for claim in seen))


def bare(entry: Any) -> Any:
    """An entry of which a reader knows that there is one, for something that he sees names it: without anything of its own."""
    match entry:
        case Meeting():
            return replace(entry, **_DEFAULTS[Meeting], claims=(), unsourced=NAMED_ONLY)
        case Delegation():
            return Delegation(of=entry.of, unsourced=NAMED_ONLY)
        case Instrument():
            return Instrument(title="A text", kind="text", signatures=entry.signatures, unsourced=NAMED_ONLY)
        case _:
            return None


def only(values: Iterable[Any]) -> Any:
    """The one value that all give; None where none does, or they differ."""
    found = {fold(str(value)): value for value in values if value is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def _told(seen: Seen, predicate: str) -> list[Claim]:
    """The claims that say one thing of a meeting, not denied."""
    return [c for c in seen.claims if c.type == "meeting" and polarity(c).predicate == predicate and polarity(c).asserts
            and c.modality in SAID]  # fmt: skip


def _day(value: str | None) -> Day:
    try:
        return Day.parse(value) if value is not None else UNSAID
    except ValueError:
        return UNSAID


def _meeting(entry: Meeting, seen: Seen) -> Meeting:
    fields = {name: only(str(c.value) for c in _told(seen, name)) for name in ("date", "place", "venue", "format")}
    titles = (
        c.subject for c in seen.claims if not ID.fullmatch(c.subject) and seen.case.names.id(c.subject) == seen.key
    )
    return replace(
        entry, **{**_DEFAULTS[Meeting], "title": next(titles, None), "date": _day(fields["date"]), "place": fields["place"],
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


def _remark(entry: Any, seen: Seen) -> Any:
    text = next((text for claim in seen.makers if (text := remark_text(claim)) is not None), None)
    return text and replace(entry, text=text)


def _role(entry: Any, seen: Seen) -> Any:
    claim = seen.makers[0]
    said = polarity(claim)
    who, party = seen.actor(claim.subject), claim.for_party
    role = ROLES.get(said.predicate)
    if said.predicate in SPEAKS_FOR:
        role, party = "participant", str(claim.value)
    side = seen.side(party) or (side_of(seen.case, who) if who else None)
    return replace(entry, who=who, role=role, of=side if side != who else None) if who and role else None


def _absence(entry: Any, seen: Seen) -> Any:
    whose = next((c for c in seen.makers if c.predicate != "sent"), seen.makers[0])
    sent = entry.sent and seen.case.talks.people.get(entry.sent)
    told = [one_line(c.value) for c in seen.makers if c.predicate == "sent"]
    named = sent is not None and any(fold(sent.name) in fold(words) for words in told)
    who = seen.actor(whose.subject)
    return who and replace(entry, who=who, sent=entry.sent if named else None)


def _post(entry: Any, seen: Seen) -> Any:
    claim = seen.makers[0]
    return replace(entry, title=one_line(claim.value), of=seen.side(claim.for_party), start=UNSAID, end=UNSAID)


def _delegation(entry: Delegation, seen: Seen) -> Any:
    of = next((side for c in seen.makers if (side := seen.side(str(c.value))) is not None), None)
    people = [(c.predicate, seen.id(c.subject, "people")) for c in seen.makers]
    heads = list(dict.fromkeys(key for predicate, key in people if key and predicate == "heads"))
    head = heads[0] if len(heads) == 1 else None
    members = tuple(dict.fromkeys(key for _, key in people if key and key != head))
    others = next((c.subject for c in seen.makers if seen.actor(c.subject) is None), None)
    mandate = replace(entry.mandate, level="unknown", text=None)
    made = replace(entry, head=head, members=members, others=others, principal=None, mandate=mandate)
    return of and replace(made, of=of)


def _dispute(entry: Any, seen: Seen) -> Any:
    by = next(
        (who for c in seen.makers for name in (c.attributed_to[-1], c.subject) if (who := seen.actor(name))), None
    )
    return by and replace(entry, by=by, text=None)


def _answer(entry: Any, seen: Seen, claim: Claim) -> dict[str, str | None] | None:
    """Issue and option of a claim: as it says, else those of the entry, if they are in the claim's own words."""
    issues = seen.case.talks.issues
    if claim.issue in issues and claim.option in issues[claim.issue].options:
        return {"issue": claim.issue, "option": claim.option}
    label = issues[entry.issue].options.get(entry.option, "") if entry.issue in issues else ""
    if claim.issue in (None, entry.issue) and label and fold(label) == fold(option_label(claim)):
        return {"issue": entry.issue, "option": entry.option}
    return None


def _position(entry: Any, seen: Seen) -> Any:
    for claim in seen.makers:
        party = seen.side(claim.subject) or (seen.side(claim.for_party) if seen.actor(claim.subject) else None)
        answer, stance = _answer(entry, seen, claim), stance_of(claim)
        if party is not None and answer is not None and stance is not None:
            teller = _teller(seen, claim, party)
            where = only(seen.id(c.meeting, "meetings") for c in seen.claims)
            return replace(entry, party=party, stance=stance, told_by=teller, said_on=UNSAID, meeting=where, round=None,
                           supersedes=None, **answer)  # fmt: skip
    return None


def _teller(seen: Seen, claim: Claim, party: str) -> str | None:
    last = claim.attributed_to[-1]
    if without_doubt(last) in (NARRATOR, ""):
        who = seen.actor(claim.subject)
        return who if who != party else None
    key = seen.id(last, "parties", "third_parties", "people", "delegations")
    return key + last[len(without_doubt(last)) :] if key not in (None, party) and key else None


def _support(entry: Any, seen: Seen) -> Any:
    claim = seen.makers[0]
    by, answer = seen.actor(claim.subject), _answer(entry, seen, claim)
    answered = answer or _NO_ANSWER
    return by and replace(entry, by=by, text=None if answer else one_line(claim.value), **answered)


def _condition(entry: Any, seen: Seen) -> Any:
    for claim in seen.makers:
        by, told = seen.actor(claim.subject), condition_of(claim)
        if by is not None and told is not None:
            return replace(entry, by=by, what=told[0], only_if=told[1], issue=seen.id(claim.issue, "issues"))
    return None


def _proposal(entry: Any, seen: Seen) -> Any:
    claim = seen.makers[0]
    by, where = seen.actor(claim.subject), seen.id(claim.meeting, "meetings")
    answer = _answer(entry, seen, claim) or _NO_ANSWER
    return by and replace(entry, by=by, text=one_line(claim.value), made_on=UNSAID, meeting=where, **answer)


def _statement(entry: Any, seen: Seen) -> Any:
    claim = seen.makers[0]
    by, where = seen.actor(claim.subject), seen.id(claim.meeting, "meetings")
    return by and replace(entry, by=by, text=statement_text(claim), said_on=UNSAID, meeting=where)


def _between(seen: Seen, claim: Claim) -> tuple[str, ...]:
    named = (claim.subject, claim.for_party, *claim.subject.split("; "))
    return tuple(dict.fromkeys(side for name in named if (side := seen.side(name)) is not None))


def _result(entry: Any, seen: Seen) -> Any:
    claim = seen.makers[0]
    text = one_line(claim.value) if polarity(claim).asserts else denied_text(claim)
    answer = _answer(entry, seen, claim) or _NO_ANSWER
    return replace(entry, text=text, meeting=seen.meeting(claim), between=_between(seen, claim), date=UNSAID, **answer)


def _next(entry: Any, seen: Seen) -> Any:
    claim = seen.makers[0]
    if claim.type == "meeting":
        day = only(day_of(c) for c in seen.makers if c.predicate == "date")
        place = only(str(c.value) for c in seen.makers if c.predicate == "place")
        if ID.fullmatch(claim.subject):
            return None
        return replace(entry, text=capital(claim.subject), date=_day(day), place=place, meeting=None, between=())
    between = _between(seen, claim)
    meeting, day = seen.meeting(claim), _day(day_of(claim))
    return replace(entry, text=one_line(claim.value), date=day, place=None, meeting=meeting, between=between)


def _instrument(entry: Instrument, seen: Seen) -> Any:
    titles = [one_line(claim.value) for claim in seen.makers]
    title = next((t for t in titles if t not in seen.case.talks.instruments), "A text")
    sides = (seen.side(c.for_party) or seen.side(name) for c in seen.makers for name in c.subject.split("; "))
    between = tuple(dict.fromkeys(side for side in sides if side is not None))
    where = only(seen.id(claim.meeting, "meetings") for claim in seen.makers)
    return Instrument(
        title=title, kind=kind_of_text(title), meeting=where, between=between, signatures=entry.signatures
    )


def _signature(entry: Any, seen: Seen) -> Any:
    claim = seen.makers[0]
    who = next((key for name in claim.subject.split("; ") if (key := seen.actor(name)) == entry.who), None)
    who = who or seen.actor(claim.subject)
    side = seen.side(claim.for_party) or (side_of(seen.case, who) if who else None)
    return who and replace(entry, who=who, of=side if side != who else None)


def _assessment(entry: Any, seen: Seen) -> Any:
    claim = seen.makers[0]
    speaker = without_doubt(claim.attributed_to[-1])
    if speaker in (NARRATOR, ""):
        speaker = claim.subject if seen.id(claim.subject, "meetings") is None else "nobody named"
    where = seen.meeting(claim)
    return replace(entry, by=seen.actor(speaker) or speaker, text=assessment_text(claim), meeting=where)


def _background(entry: Any, seen: Seen) -> Any:
    claim = seen.makers[0]
    verb = "" if claim.predicate == "told" else f"{claim.predicate.replace('_', ' ')} "
    subject = "" if seen.id(claim.subject, "meetings") or not verb else f"{seen.case.names.label(claim.subject)} "
    about = seen.case.names.id(claim.subject)
    known = about in seen.case.names
    return replace(entry, about=about if known else claim.subject, text=f"{subject}{verb}{one_line(claim.value)}")


_BY_KIND: Mapping[str, Callable[[Any, Seen], Any]] = {
    "meeting": _meeting, "remark": _remark, "role": _role, "absence": _absence, "post": _post, "delegation": _delegation,
    "dispute": _dispute, "position": _position, "objection": _position, "support": _support, "condition": _condition,
    "proposal": _proposal, "statement": _statement, "agreed": _result, "not_agreed": _result, "next": _next, "planned": _next,
    "instrument": _instrument, "signature": _signature, "assessment": _assessment, "background": _background,
}  # fmt: skip
