"""Positions, what was said, what came of the talks, papers, judgements as the claims give them that a reader sees."""

from dataclasses import replace
from typing import Any

from ...language.folding import fold
from ...language.ids import ID
from ...record import NARRATOR, Claim, polarity
from ...talks import UNSAID, Instrument, without_doubt
from ..own_words import (
    assessment_text,
    capital,
    condition_of,
    day_of,
    denied_text,
    kind_of_text,
    one_line,
    option_label,
    stance_of,
    statement_text,
)
from .given import Seen, day_told, only

_NO_ANSWER: dict[str, str | None] = {"issue": None, "option": None}


def _answer(entry: Any, seen: Seen, claim: Claim) -> dict[str, str | None] | None:
    """Issue and option of a claim: as it says, else those of the entry, if they are in the claim's own words."""
    issues = seen.case.talks.issues
    if claim.issue in issues and claim.option in issues[claim.issue].options:
        return {"issue": claim.issue, "option": claim.option}
    label = issues[entry.issue].options.get(entry.option, "") if entry.issue in issues else ""
    if claim.issue in (None, entry.issue) and label and fold(label) == fold(option_label(claim)):
        return {"issue": entry.issue, "option": entry.option}
    return None


def position(entry: Any, seen: Seen) -> Any:
    """Whose, on which issue, which option, how firm, told by whom: all of one claim."""
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


def support(entry: Any, seen: Seen) -> Any:
    """Who supports what."""
    claim = seen.makers[0]
    by, answer = seen.actor(claim.subject), _answer(entry, seen, claim)
    answered = answer or _NO_ANSWER
    return by and replace(entry, by=by, text=None if answer else one_line(claim.value), **answered)


def condition(entry: Any, seen: Seen) -> Any:
    """What depends on what, in the claim's words."""
    for claim in seen.makers:
        by, told = seen.actor(claim.subject), condition_of(claim)
        if by is not None and told is not None:
            return replace(entry, by=by, what=told[0], only_if=told[1], issue=seen.id(claim.issue, "issues"))
    return None


def proposal(entry: Any, seen: Seen) -> Any:
    """Who proposes what."""
    claim = seen.makers[0]
    by, where = seen.actor(claim.subject), seen.id(claim.meeting, "meetings")
    answer = _answer(entry, seen, claim) or _NO_ANSWER
    return by and replace(entry, by=by, text=one_line(claim.value), made_on=UNSAID, meeting=where, **answer)


def statement(entry: Any, seen: Seen) -> Any:
    """Who said what, in the claim's words."""
    claim = seen.makers[0]
    by, where = seen.actor(claim.subject), seen.id(claim.meeting, "meetings")
    return by and replace(entry, by=by, text=statement_text(claim), said_on=UNSAID, meeting=where)


def _between(seen: Seen, claim: Claim) -> tuple[str, ...]:
    named = (claim.subject, claim.for_party, *claim.subject.split("; "))
    return tuple(dict.fromkeys(side for name in named if (side := seen.side(name)) is not None))


_NOBODY: dict[str, Any] = {"by": (), "due": UNSAID, "done": UNSAID}
"""Who is to see to it is the team's own word, which no claim gives."""


def result(entry: Any, seen: Seen) -> Any:
    """What was agreed or not, in the claim's words."""
    claim = seen.makers[0]
    text = one_line(claim.value) if polarity(claim).asserts else denied_text(claim)
    answer = _answer(entry, seen, claim) or _NO_ANSWER
    return replace(entry, text=text, meeting=seen.meeting(claim), between=_between(seen, claim), date=UNSAID,
                   **_NOBODY, **answer)  # fmt: skip


def next_step(entry: Any, seen: Seen) -> Any:
    """What comes next, in the claim's words."""
    claim = seen.makers[0]
    if claim.type == "meeting":
        day = only(day_of(c) for c in seen.makers if c.predicate == "date")
        place = only(str(c.value) for c in seen.makers if c.predicate == "place")
        if ID.fullmatch(claim.subject):
            return None
        return replace(entry, text=capital(claim.subject), date=day_told(day), place=place, meeting=None, between=(),
                       **_NOBODY)  # fmt: skip
    between = _between(seen, claim)
    meeting, day = seen.meeting(claim), day_told(day_of(claim))
    return replace(entry, text=one_line(claim.value), date=day, place=None, meeting=meeting, between=between,
                   **_NOBODY)  # fmt: skip


def instrument(entry: Instrument, seen: Seen) -> Any:
    """A paper by its title, and between whom."""
    titles = [one_line(claim.value) for claim in seen.makers]
    title = next((t for t in titles if t not in seen.case.talks.instruments), "A text")
    sides = (seen.side(c.for_party) or _side(seen, name) for c in seen.makers for name in c.subject.split("; "))
    between = tuple(dict.fromkeys(side for side in sides if side is not None))
    where = only(seen.id(claim.meeting, "meetings") for claim in seen.makers)
    return Instrument(
        title=title, kind=kind_of_text(title), meeting=where, between=between, signatures=entry.signatures
    )


def _side(seen: Seen, name: str) -> str | None:
    """A side, or that of a person."""
    who = seen.actor(name)
    return seen.side(name) or (seen.side(seen.case.names.party_of(who)) if who is not None else None)


def signature(entry: Any, seen: Seen) -> Any:
    """Who signed for whom."""
    claim = seen.makers[0]
    who = next((key for name in claim.subject.split("; ") if (key := seen.actor(name)) == entry.who), None)
    who = who or seen.actor(claim.subject)
    side = seen.side(claim.for_party) or (seen.stands_for(who, entry.of) if who else None)
    return who and replace(entry, who=who, of=side if side != who else None)


def assessment(entry: Any, seen: Seen) -> Any:
    """Whose judgement, in the claim's words."""
    claim = seen.makers[0]
    speaker = without_doubt(claim.attributed_to[-1])
    if speaker in (NARRATOR, ""):
        speaker = claim.subject if seen.id(claim.subject, "meetings") is None else "nobody named"
    where = seen.meeting(claim)
    return replace(entry, by=seen.actor(speaker) or speaker, text=assessment_text(claim), meeting=where)


def background(entry: Any, seen: Seen) -> Any:
    """What is told besides, in the claim's words."""
    claim = seen.makers[0]
    verb = "" if claim.predicate == "told" else f"{claim.predicate.replace('_', ' ')} "
    subject = "" if seen.id(claim.subject, "meetings") or not verb else f"{seen.case.names.label(claim.subject)} "
    about = seen.case.names.id(claim.subject)
    known = about in seen.case.names
    return replace(entry, about=about if known else claim.subject, text=f"{subject}{verb}{one_line(claim.value)}")
