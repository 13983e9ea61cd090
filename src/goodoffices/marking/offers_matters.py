"""Offers on what was talked about: positions and their issues, results, statements, judgements, background."""

from collections.abc import Iterator
from typing import Any, get_args

from ..case import Case
from ..record import NARRATOR, Claim
from ..talks import Position, without_doubt
from ..talks.issues import Stance
from .offer import Change, Offer, free_id, rest_on
from .offers_who import actor_id, label

STANCES: tuple[str, ...] = get_args(Stance)


def positions(case: Case, claim: Claim) -> Iterator[Offer]:
    """A position; an issue or an option that the case has not comes with it."""
    party = case.names.id(claim.subject)
    if claim.predicate not in STANCES or (party not in case.talks.parties and party not in case.talks.third_parties):
        return
    changes, issue, option = _issue_and_option(case, claim)
    if not changes:
        for index, position in enumerate(case.talks.positions):
            if _is(position, party, issue, option, claim.predicate):
                told = f"Position {position.id}: rests on {claim.id}, too"
                yield Offer(claim.id, told, tuple(rest_on(claim.id, ("positions", index), position)))
                return
    entry = {
        "id": free_id(case.talks, "p1"), "party": party, "issue": issue, "option": option, "stance": claim.predicate,
        **_told_by(case, claim), **_where(case, claim), "claims": [claim.id],
    }  # fmt: skip
    told = f"A position: {label(case, party)} {claim.predicate} {claim.value}" + _new(changes)
    yield Offer(claim.id, told, (*changes, Change("append", ("positions",), entry)))


def _new(changes: list[Change]) -> str:
    """What comes with the position."""
    return "" if not changes else ", a new issue" if changes[0].steps == ("issues",) else ", a new option"


def _issue_and_option(case: Case, claim: Claim) -> tuple[list[Change], str, str]:
    wanted = str(claim.value)
    issue = claim.issue if claim.issue in case.talks.issues else None
    if issue is None:
        new = free_id(case.talks, claim.issue or wanted)
        entry = {"title": wanted[:1].upper() + wanted[1:], "options": {"as-wanted": wanted}}
        return [Change("insert", ("issues",), {new: entry})], new, "as-wanted"
    if claim.option is not None:
        return [], issue, claim.option
    options = case.talks.issues[issue].options
    known = next((key for key, text in options.items() if text == wanted), None)
    if known is not None:
        return [], issue, known
    number = len(options) + 1
    while (key := f"option-{number}") in options:
        number += 1
    return [Change("insert", ("issues", issue, "options"), {key: wanted})], issue, key


def _is(position: Position, *same: str) -> bool:
    return (position.party, position.issue, position.option, position.stance) == same


def _told_by(case: Case, claim: Claim) -> dict[str, str]:
    """The last of the chain, where the case knows him: he tells it."""
    speaker = claim.attributed_to[-1]
    key = case.names.id(without_doubt(speaker))
    if speaker == NARRATOR or (actor_id(case, key) is None and key not in case.talks.delegations):
        return {}
    return {"told_by": key + ("?" if speaker.endswith("?") else "")}


def _where(case: Case, claim: Claim) -> dict[str, str]:
    return {"meeting": claim.meeting} if claim.meeting in case.talks.meetings and claim.meeting else {}


def outcomes(case: Case, claim: Claim) -> Iterator[Offer]:
    """Agreed, not agreed, or next."""
    place = claim.predicate if claim.predicate in ("agreed", "not_agreed", "next") else None
    if claim.predicate == "result":
        place = "next" if claim.qualifiers.get("next_step") is True else None
    if claim.modality == "negated" and place == "agreed":
        place = "not_agreed"
    if place is None:
        return
    subject = case.names.id(claim.subject)
    meeting = subject if subject in case.talks.meetings else claim.meeting
    where = {"meeting": meeting} if meeting in case.talks.meetings else {}
    party = {"between": [subject]} if subject in case.talks.parties or subject in case.talks.third_parties else {}
    if not where and not party:
        return  # nothing in the entry would say what the claim is about
    entry: dict[str, Any] = {"text": str(claim.value), **where, **party, "claims": [claim.id]}
    told = f"{place.replace('_', ' ').capitalize()}: {claim.value}"
    yield Offer(claim.id, told, (Change("append", ("outcome", place), entry),))


def statements(case: Case, claim: Claim) -> Iterator[Offer]:
    """Something said or decided that is no position."""
    who = actor_id(case, claim.subject)
    if who is None:
        return
    told = str(claim.value) if claim.predicate == "said" else f"{claim.predicate.replace('_', ' ')}: {claim.value}"
    entry = {"id": free_id(case.talks, "s1"), "by": who, "text": told, **_where(case, claim), "claims": [claim.id]}
    yield Offer(claim.id, f"A statement of {label(case, who)}: {told}", (Change("append", ("statements",), entry),))


def assessments(case: Case, claim: Claim) -> Iterator[Offer]:
    """A judgement, signed by whoever made it."""
    speaker = without_doubt(claim.attributed_to[-1])
    by = claim.subject if speaker == NARRATOR else speaker
    subject = case.names.id(claim.subject)
    where = {"meeting": subject} if subject in case.talks.meetings else _where(case, claim)
    if by != claim.subject and not where:
        return
    entry = {"by": by, "text": str(claim.value), **where, "claims": [claim.id]}
    yield Offer(
        claim.id, f"An assessment by {label(case, by)}: {claim.value}", (Change("append", ("assessments",), entry),)
    )


def background(case: Case, claim: Claim) -> Iterator[Offer]:
    """What a source tells besides the talks."""
    entry = {"text": str(claim.value), "about": claim.subject, "claims": [claim.id]}
    told = f"Background on {label(case, claim.subject)}: {claim.value}"
    yield Offer(claim.id, told, (Change("append", ("background",), entry),))
