"""Sentences on one meeting: who met, where, when, under whom; who led, who was missing, whose mandate is disputed."""

from collections.abc import Iterator

from ...record import Claim, polarity
from ...talks import Day, Delegation, Meeting
from ...talks.actors import Dispute
from ...talks.meetings import RoleHeld
from ..answers import Answer, Told, told
from ..context import Context
from ..english import listed, on, sentence
from ..english.wording import Kind, inside, kind_of
from ..outline import Line

_DID = {
    "host": "hosted", "mediator": "mediated", "facilitator": "facilitated", "chair": "chaired", "observer": "observed",
    "guarantor": "stood guarantor", "witness": "was witness", "participant": "took part", "supporter": "gave support",
}  # fmt: skip
_MET = {"consultation": "consulted", "proximity": "talked through go-betweens"}


def met(context: Context, key: str, before: str = "") -> Line:
    """`Russia and Ukraine met at Dolmabahçe Palace, Istanbul, on 16 May 2025: the first direct talks in over three years.`"""
    meeting, phrases = context.case.talks.meetings[key], context.phrases
    found = {name: _told(context, key, meeting, name) for name in ("venue", "place", "date")}
    who = [*context.by_name(p for p in phrases.participants(meeting) if p in context.case.talks.parties)]
    others = context.by_name(p for p in phrases.participants(meeting) if p not in who)
    with_ = f" with {phrases.the_names(others)}" if who and others else ""
    subject = phrases.the_names(who or others)
    did = f"{subject} {_MET.get(meeting.format, 'met')}" if subject else "a meeting took place"
    where = _where(found["venue"], found["place"])
    first, claims = _new(context, meeting)
    text = f"{before}{did}{with_}{where}{_when(found)}{f': {first}' if first else ''}"
    differs = tuple(c for t in found.values() if t for c in t.differs)
    resting = [*meeting.claims, *claims, *differs]
    text = sentence(_reportedly(context, meeting.claims, text))
    return context.lines.line(text, resting, differs=differs, of=[meeting])


def _told(context: Context, key: str, meeting: Meeting, name: str) -> Told | None:
    """What the accounts tell of the day, the town or the house."""
    claims = [c for c in context.about(key, name) if isinstance(c.value, str)]
    if name != "date":
        chosen = getattr(meeting, name)
        return told(context, claims, lambda c: str(c.value), chosen) or _plain(chosen, meeting)
    chosen = on(meeting.date) if meeting.date.said else None
    return told(context, claims, lambda c: on(Day.parse(str(c.value))), chosen) or _plain(chosen, meeting)


def _plain(text: str | None, meeting: Meeting) -> Told | None:
    """What the case says without a claim of its own."""
    return Told((Answer(text, meeting.claims, ()),)) if text else None


def _where(venue: Told | None, place: Told | None) -> str:
    if venue is None or place is None:
        return (venue.words(" at ") if venue else "") + (place.words(" in ") if place else "")
    return venue.words(" at ") + place.words(" in " if venue.differs or place.differs else ", ")


def _when(found: dict[str, Told | None]) -> str:
    """The day; behind a place that has commas of its own with one more."""
    date = found["date"]
    return date.words(", " if found["venue"] and found["place"] else " ") if date else ""


def _new(context: Context, meeting: Meeting) -> tuple[str, tuple[str, ...]]:
    """What the meeting was the first of."""
    for remark in meeting.remarks:
        known = [context.case.claims[c] for c in remark.claims if c in context.case.claims]
        text = inside(remark.text, context.proper)
        if any(c.predicate == "precedence" and c.counts for c in known) and "first" in text.split()[:3]:
            return text if kind_of(text) is Kind.NOUN else "", remark.claims
    return "", ()


def _reportedly(context: Context, claims: tuple[str, ...], text: str) -> str:
    """The sentence with the reserve of its only sources: where all that tell it hedge, so does the brief."""
    known = [context.case.claims[c] for c in claims if c in context.case.claims]
    return f"reportedly, {text}" if known and all(c.modality == "hedged" for c in known) else text


def third_parties(context: Context, meeting: Meeting) -> Iterator[Line]:
    """`Turkey (Hakan Fidan) hosted and mediated; the United States (Marco Rubio) took part.` Hosts and mediators first."""
    held = _held(context, meeting)
    order = list(_DID)
    told = [
        _reportedly(context, tuple(c for r in roles for c in r.claims), _part(context, of, roles))
        for of, roles in sorted(
            held.items(), key=lambda h: (min(order.index(r.role) for r in h[1]), context.phrases.name(h[0]).casefold())
        )
    ]
    if told:
        roles = [role for held_by in held.values() for role in held_by]
        yield context.lines.line(sentence("; ".join(told)), [c for role in roles for c in role.claims], of=roles)


def _held(context: Context, meeting: Meeting) -> dict[str, list[RoleHeld]]:
    """The roles that somebody has accepted, by the party or third party for which they are held."""
    held: dict[str, list[RoleHeld]] = {}
    for role in meeting.roles:
        if not context.unread(role.claims):
            held.setdefault(role.of or context.phrases.side_of(role.who) or role.who, []).append(role)
    return held


def _part(context: Context, of: str, roles: list[RoleHeld]) -> str:
    """`Turkey (Hakan Fidan) hosted and mediated`: whoever had a weightier part is not said to have taken part, too."""
    order = list(_DID)
    kinds = sorted({r.role for r in roles} - {"participant"}, key=order.index) or ["participant"]
    people = sorted({context.phrases.name(r.who) for r in roles if r.who != of})
    return f"{context.phrases.the(of)}{f' ({listed(people)})' if people else ''} {listed(_DID[kind] for kind in kinds)}"


def heads(context: Context, key: str) -> Iterator[Line]:
    """`Vladimir Medinsky led Russia's delegation, whose mandate Volodymyr Zelensky disputes; Rustem Umerov led Ukraine's.`

    Where the accounts name two heads, both, each with who names him.
    """
    told: list[str] = []
    claims: list[str] = []
    differs: list[str] = []
    for delegation in _delegations(context, context.case.talks.meetings[key]):
        found = _head(context, delegation, key)
        disputes = [d for d in delegation.mandate.disputed if not context.unread(d.claims)]
        if found or disputes:
            told.append(_led(context, delegation, found, disputes, again=bool(told)))
            claims += [*(found.claims if found else ()), *(c for d in disputes for c in d.claims)]
            differs += [*(found.differs if found else ())]
    if told:
        text = _reportedly(context, tuple(claims), "; ".join(told))
        yield context.lines.line(sentence(text), claims, differs=tuple(differs))


def _head(context: Context, delegation: Delegation, key: str) -> Told | None:
    chosen = context.phrases.name(delegation.head) if delegation.head else None
    claims = [c for c in context.claims_of("heads") if _leads(context, c, delegation.of, key)]
    return told(context, claims, lambda c: context.phrases.name(context.case.names.id(c.subject)), chosen)


def _led(context: Context, delegation: Delegation, found: Told | None, disputes: list[Dispute], *, again: bool) -> str:
    whose = context.phrases.whose(delegation.of)
    by = context.phrases.the_names(context.by_name(dict.fromkeys(d.by for d in disputes)))
    dispute = "dispute" if len(disputes) > 1 else "disputes"
    if found is None:
        return f"{by} {dispute} the mandate of {whose} delegation"
    led = f"{found.words()} led {whose}{'' if again and not disputes else ' delegation'}"
    return led + (f", whose mandate {by} {dispute}" if disputes else "")


def _delegations(context: Context, meeting: Meeting) -> list[Delegation]:
    """The delegations of a meeting, in the alphabetical order of their parties."""
    known = [context.case.talks.delegations[key] for key in meeting.delegations]
    return sorted(known, key=lambda d: context.phrases.name(d.of).casefold())


def _leads(context: Context, claim: Claim, party: str, meeting: str) -> bool:
    """Whether a claim says who led a party's delegation in a meeting, or in none that it names."""
    said = polarity(claim)
    return said.asserts and context.case.names.id(str(claim.value)) == party and claim.meeting in (None, meeting)


def mandates(context: Context) -> Iterator[Line]:
    """`Of Russia's delegation, Volodymyr Zelensky says it has no authority to make decisions.`"""
    for delegation in sorted(
        context.case.talks.delegations.values(), key=lambda d: context.phrases.name(d.of).casefold()
    ):
        for dispute in delegation.mandate.disputed:
            if dispute.text and not context.unread(dispute.claims):
                by, words = context.phrases.the(dispute.by), inside(dispute.text, context.proper)
                says = "" if kind_of(dispute.text) is Kind.VERB else "disputes the mandate: "
                text = f"of {context.phrases.whose(delegation.of)} delegation, {by} {says}{words}"
                yield context.lines.line(sentence(text), dispute)


def absent(context: Context, meeting: Meeting) -> Iterator[Line]:
    """`Russia's President Vladimir Putin was absent.` Whom he had sent is said where no sentence names that person as head."""
    heads = {context.case.talks.delegations[key].head for key in meeting.delegations}
    for absence in sorted(meeting.absent, key=lambda a: context.phrases.name(a.who).casefold()):
        if not context.unread(absence.claims):
            sent = (
                f" and had sent {context.phrases.name(absence.sent)}"
                if absence.sent and absence.sent not in heads
                else ""
            )
            yield context.lines.line(sentence(f"{context.phrases.titled(absence.who)} was absent{sent}"), absence)
