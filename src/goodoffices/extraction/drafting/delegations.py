"""Who speaks for a party, and what part everyone has in a meeting."""

from collections.abc import Iterator

from ...record import Claim
from ...talks import Absence, Delegation, RoleHeld
from ...talks.meetings import Role
from .account import one_line
from .sheet import NEUTRAL, SPEAKS_FOR, Sheet, ids

Key = tuple[str, str | None]
"""A side and a meeting."""


def delegations(sheet: Sheet) -> dict[Key, Delegation]:
    """A delegation of each party for each meeting of which one is told; without a word on that it is the main one."""
    told: dict[Key, list[Claim]] = {}
    for claim in sheet.said("delegation"):
        if claim.predicate in SPEAKS_FOR and str(claim.value) in sheet.parties:
            told.setdefault((str(claim.value), sheet.meeting_of(claim) or sheet.main), []).append(claim)
    return {key: _delegation(sheet, key[0], claims) for key, claims in told.items()}


def _delegation(sheet: Sheet, side: str, claims: list[Claim]) -> Delegation:
    named = [claim for claim in claims if claim.subject in sheet.people]
    heads = _by_weight([claim for claim in named if claim.predicate == "heads"])
    members = dict.fromkeys([*heads[1:], *(claim.subject for claim in named)])
    head = heads[0] if heads else None
    others = dict.fromkeys(claim.subject for claim in claims if claim.subject not in sheet.actors)
    return Delegation(
        of=side, head=head, members=tuple(key for key in members if key != head), others="; ".join(others) or None,
        claims=ids(claims),
    )  # fmt: skip


def _by_weight(claims: list[Claim]) -> list[str]:
    """Those told to lead, the one whom most sources tell first; which of two is right is for a person to find."""
    sources: dict[str, set[str]] = {}
    for claim in claims:
        sources.setdefault(claim.subject, set()).add(claim.source)
    return sorted(sources, key=lambda key: -len(sources[key]))


def roles(sheet: Sheet) -> dict[str, list[RoleHeld]]:
    """The parts in each meeting; the party's own people sit in its delegation and are not told again."""
    told: dict[tuple[str, str, Role, str | None], list[Claim]] = {}
    for claim in sheet.said("mediation", "attendance", "delegation"):
        meeting, role = sheet.meeting_of(claim), _role(claim)
        if meeting is None or role is None or claim.subject not in sheet.actors:
            continue
        side = sheet.side_of.get(claim.subject)
        if role == "participant" and side in sheet.parties and _sits_already(sheet, claim, side, meeting):
            continue
        of = side if side != claim.subject else None
        told.setdefault((meeting, claim.subject, role, of), []).append(claim)
    found: dict[str, list[RoleHeld]] = {}
    for (meeting, who, role, of), claims in told.items():
        found.setdefault(meeting, []).append(RoleHeld(who=who, role=role, of=of, claims=ids(claims)))
    return found


def _role(claim: Claim) -> Role | None:
    if claim.predicate in NEUTRAL:
        role: Role = NEUTRAL[claim.predicate]  # type: ignore[assignment]  # the table holds roles only
        return role
    return "participant" if claim.predicate in ("attends", *SPEAKS_FOR) else None


def _sits_already(sheet: Sheet, claim: Claim, side: str | None, meeting: str) -> bool:
    """Whether the meeting's parties or delegations show it."""
    if claim.type == "delegation":
        return True
    return claim.subject == side and any(sheet.actors[side] in told.parties for told in sheet.meetings[meeting].told)


def absences(sheet: Sheet) -> dict[str, list[Absence]]:
    """Who is told to have been absent, and whom he sent."""
    told: dict[tuple[str, str], list[Claim]] = {}
    for claim in sheet.said("absence"):
        meeting = sheet.meeting_of(claim)
        if meeting is not None and claim.subject in sheet.actors:
            told.setdefault((meeting, claim.subject), []).append(claim)
    found: dict[str, list[Absence]] = {}
    for (meeting, who), claims in told.items():
        sent = [claim for claim in _sendings(sheet, who) if claim.source in {c.source for c in claims}]
        whom = next((person for claim in sent if (person := _sent(sheet, claim)) is not None), None)
        also = [claim for claim in sent if _sent(sheet, claim) == whom and whom is not None]
        found.setdefault(meeting, []).append(Absence(who=who, sent=whom, claims=ids([*claims, *also])))
    return found


def _sendings(sheet: Sheet, who: str) -> Iterator[Claim]:
    return (c for c in sheet.said("decision") if c.subject == who and c.predicate == "sent")


def _sent(sheet: Sheet, claim: Claim) -> str | None:
    """The person whose full name the value holds: `Ann Lee to lead the delegation`; the first of several."""
    words = f" {one_line(claim.value)} "
    places = {
        key: words.find(f" {name} ")
        for key in sheet.people
        for name in sheet.actors[key].printed
        if " " in name and f" {name} " in words
    }
    return min(places, key=lambda key: places[key], default=None)
