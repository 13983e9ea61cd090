"""Sentences on one meeting: who met, where, when, under whom; who led, who was missing, whose mandate is disputed."""

from collections.abc import Iterator
from typing import Literal

from ...language.folding import fold
from ...record import Claim, polarity
from ...talks import Day, Delegation, Meeting
from ...talks.actors import Dispute
from ...talks.meetings import RoleHeld
from ..answers import Answer, Told, told
from ..context import Context
from ..english import listed, on, sentence
from ..english.wording import Kind, inside, kind_of
from ..outline import Line
from .quotations import quotation, quoted

_DID = {
    "host": "hosted", "mediator": "mediated", "facilitator": "facilitated", "chair": "chaired", "observer": "observed",
    "guarantor": "stood guarantor", "witness": "was witness", "participant": "took part", "supporter": "gave support",
}  # fmt: skip
_OF_TALKS = frozenset(("host", "mediator", "facilitator", "chair", "observer"))
"""What somebody did with the talks: the verb wants them as its object."""
_ORDER = list(_DID)
People = Literal["posts", "all", "guests", "none"]
"""Who of those that came for third parties is named, and whether with his post."""
_LEADING = ("mediator", "facilitator", "chair")
_MET = {"consultation": "consulted", "proximity": "talked through go-betweens"}


def met(context: Context, key: str, before: str = "", *, house: bool = True) -> Line:
    """`Russia and Ukraine met at Dolmabahçe Palace, Istanbul, on 16 May 2025: the first direct talks in over three years.`

    Without `house` only the town is named, where the accounts have one and agree on the house.
    """
    meeting, phrases = context.case.talks.meetings[key], context.phrases
    found = {
        name: _rivals(context, key, name, _told(context, key, meeting, name)) for name in ("venue", "place", "date")
    }
    if context.draft and found["venue"] and found["place"] and _within(found["place"], found["venue"]):
        found["place"] = None
    if not house and found["place"] and not (found["venue"] and found["venue"].differs):
        found["venue"] = None
    who = [*context.by_name(p for p in phrases.participants(meeting) if p in context.case.talks.parties)]
    others = context.by_name(p for p in phrases.participants(meeting) if p not in who)
    with_ = f" with {phrases.the_names(others)}" if who and others else ""
    subject = phrases.the_names(who or others)
    did = f"{subject} {_MET.get(meeting.format, 'met')}" if subject else "a meeting took place"
    where = _where(found["venue"], found["place"])
    first, claims = new(context, meeting)
    text = f"{before}{did}{with_}{where}{_when(found)}{f': {first}' if first else ''}"
    differs = tuple(c for t in found.values() if t for c in t.differs)
    return context.lines.line(
        sentence(_reportedly(context, meeting.claims, text)), meeting, also=(*claims, *differs), differs=differs
    )


def _told(context: Context, key: str, meeting: Meeting, name: str) -> Told | None:
    """What the accounts tell of the day, the town or the house."""
    claims = [c for c in context.about(key, name) if isinstance(c.value, str)]
    if not getattr(meeting, name) or (name == "date" and not meeting.date.said):
        claims = _certain(context, claims)
    if name != "date":
        chosen = getattr(meeting, name)
        return told(context, claims, lambda c: str(c.value), chosen) or _plain(chosen, meeting)
    chosen = on(meeting.date) if meeting.date.said else None
    return told(context, claims, lambda c: on(Day.parse(str(c.value))), chosen) or _plain(chosen, meeting)


def _rivals(context: Context, key: str, name: str, found: Told | None) -> Told | None:
    """Of a draft, beside what one report tells what another tells of a meeting that is likely the same, each with its publisher."""
    if found is None or not context.draft or len(found.answers) > 1:
        return found
    others = [other for other in context.case.talks.meetings if other != key and _likely_one(context, key, other)]
    answers = {text: other for other in others if (text := _words(context.case.talks.meetings[other], name))}
    rivals = {text: other for text, other in answers.items() if not _alike(text, found.answers[0].text)}
    told_by = [_answer(context, found.answers[0].text, key, name)]
    told_by += [_answer(context, text, other, name) for text, other in rivals.items()]
    return Told(tuple(told_by)) if rivals and all(one.publishers for one in told_by) else found


def _within(place: Told, venue: Told) -> bool:
    """Whether the town stands in the house's name: `the monastery of Davri, Davri`."""
    return all(any(fold(a.text) in fold(b.text) for b in venue.answers) for a in place.answers)


def _words(meeting: Meeting, name: str) -> str:
    if name == "date":
        return on(meeting.date) if meeting.date.said else ""
    return (meeting.venue if name == "venue" else meeting.place) or ""


def _alike(one: str, other: str) -> bool:
    """Whether two prints of a day or place may mean one: the one holds the other, or they share a word that is a name."""
    a, b = fold(one), fold(other)
    names = ({w for w in text.split() if w[:1].isupper()} for text in (one, other))
    return a in b or b in a or (not any(map(str.isdigit, one)) and bool(set.intersection(*names)))


def _likely_one(context: Context, key: str, other: str) -> bool:
    """Whether no report tells both meetings, and nobody met in one alone: then two reports tell of one, each in its way."""
    one, two = (context.case.talks.meetings[k] for k in (key, other))
    sources = ({context.case.claims[c].source for c in m.claims if c in context.case.claims} for m in (one, two))
    who = [{*context.phrases.participants(m)} for m in (one, two)]
    return not set.intersection(*sources) and (not all(who) or who[0] == who[1])


def _answer(context: Context, text: str, key: str, name: str) -> Answer:
    claims = context.about(key, name)
    return Answer(
        text, tuple(c.id for c in claims), tuple(sorted({context.phrases.publisher(c.source) for c in claims}))
    )


def _certain(context: Context, claims: list[Claim]) -> list[Claim]:
    """Of claims that no entry follows those that a person accepted, where no other report tells it differently and unread."""
    return [claim for claim in claims if claim.counts and claim.id not in context.doubted]


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


def new(context: Context, meeting: Meeting) -> tuple[str, tuple[str, ...]]:
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
    return f"reportedly {text}" if known and all(c.modality == "hedged" for c in known) else text


def third_parties(context: Context, meeting: Meeting, *, people: People = "all", all_: bool = True) -> Iterator[Line]:
    """`Turkey hosted and mediated the talks; the United States (Secretary of State Marco Rubio) took part, too.`

    Hosts and mediators come first.
    Where there is little room, without the people (of `guests` only those of sides that neither led the talks nor hosted them), and
    only those who led the talks.
    """
    held = _held(context, meeting)
    leading = {of: roles for of, roles in held.items() if any(role.role in _LEADING for role in roles)}
    held = held if all_ or not leading else leading
    parts: dict[str, list[str]] = {}
    plural: set[str] = set()
    posts: list[str] = []
    for of in sorted(
        held, key=lambda k: (min(_ORDER.index(r.role) for r in held[k]), context.phrases.name(k).casefold())
    ):
        seated = of in context.phrases.participants(meeting)
        does = _did(held[of], seated=seated, again=bool(parts))
        did = _reportedly(context, tuple(c for r in held[of] for c in r.claims), does)
        leads = any(r.role in (*_LEADING, "host") for r in held[of])
        named = people == "all" or (people in ("posts", "guests") and not leads)
        who, more = (
            _with_people(context, of, held[of], posts=people == "posts") if named else (context.phrases.the(of), [])
        )
        posts += more
        parts.setdefault(did, []).append(who)
        plural |= {did} if len(parts[did]) > 1 or context.phrases.plural(of) else set()
    if parts:
        text = "; ".join(f"{listed(who)} {_number(did, did in plural)}" for did, who in parts.items())
        yield context.lines.line(sentence(text), [role for roles in held.values() for role in roles], also=posts)


def _held(context: Context, meeting: Meeting) -> dict[str, list[RoleHeld]]:
    """The roles that somebody has accepted, by the party or third party for which they are held."""
    held: dict[str, list[RoleHeld]] = {}
    for role in meeting.roles:
        if not context.unread(role.claims):
            held.setdefault(role.of or context.phrases.side_of(role.who) or role.who, []).append(role)
    return held


def _did(roles: list[RoleHeld], *, seated: bool, again: bool) -> str:
    """`hosted and mediated the talks`: whoever had a weightier part is not said to have taken part, too.

    `seated`: whether it was one of those who met; who was there besides took no part that anybody tells. `again`: another's part
    has been told in the same sentence.
    """
    kinds = sorted({r.role for r in roles} - {"participant"}, key=_ORDER.index)
    if not kinds:
        return f"{'took part' if seated else 'was present'}{', too' * again}"
    did = listed(_DID[kind] for kind in kinds if kind in _OF_TALKS)
    with_object = f"{did} {'them' if again else 'the talks'}" if did else ""
    return listed([with_object, *(_DID[kind] for kind in kinds if kind not in _OF_TALKS)])


def _number(did: str, many: bool) -> str:
    return did.replace("was witness", "were witnesses").replace("was present", "were present") if many else did


def _with_people(context: Context, of: str, roles: list[RoleHeld], *, posts: bool) -> tuple[str, list[str]]:
    """`Turkey (Foreign Minister Hakan Fidan)`, with the claims that tell the post; without `posts` the name alone."""
    people = context.by_name({r.who for r in roles if r.who != of})
    named = [context.phrases.with_post(one) if posts else context.phrases.name(one) for one in people]
    claims = [c for one, name in zip(people, named, strict=True) for c in context.phrases.post_claims(name, one)]
    return f"{context.phrases.the(of)}{f' ({listed(named)})' if named else ''}", claims


def heads(context: Context, key: str, *, posts: bool = False, weaker: bool = True) -> Iterator[Line]:
    """`Vladimir Medinsky led Russia's delegation (only represented it, according to A); Rustem Umerov led Ukraine's.`

    Where the accounts name two heads, both, each with who names him. With `posts` each has his post, where it is a short one;
    without `weaker` it is not told who says less of the same person.
    """
    delegations = _delegations(context, context.case.talks.meetings[key])
    found = [
        (d, head) for d in delegations if (head := _head(context, d, key)) is not None and not _a_role(context, d, head)
    ]
    lesser = [_weaker(context, d, head, key) if weaker else [] for d, head in found]
    claims = [c for (_, head), less in zip(found, lesser, strict=True) for c in (*head.claims, *(c.id for c in less))]
    if found:
        plain = len(found) == 2 and not any(lesser) and not any(head.differs for _, head in found)
        names = [_head_words(context, d, head, posts=posts) for d, head in found]
        led = [
            f"{who} {_led(context, d.of, less, first=not n, verb=not (n and plain))}"
            for n, (who, (d, _), less) in enumerate(zip(names, found, lesser, strict=True))
        ]
        text = (", " if plain else "; ").join(led)
        also = [
            c for who, (d, _) in zip(names, found, strict=True) for c in context.phrases.post_claims(who, d.head or "")
        ]
        differs = tuple(c for _, head in found for c in head.differs)
        yield context.lines.line(
            sentence(_reportedly(context, tuple(claims), text)), claims, also=also, differs=differs
        )


def _a_role(context: Context, delegation: Delegation, head: Told) -> bool:
    """Whether the head is a seat of an exercise that is called after its side: that it led that side says nothing."""
    return context.case.talks.exercise and context.phrases.role(head.words(), delegation.of) != head.words()


def _head_words(context: Context, delegation: Delegation, head: Told, *, posts: bool) -> str:
    """The head as the accounts name him; with his post where they name one."""
    known = delegation.head if delegation.head in context.case.talks.people else None
    titled = context.phrases.with_post(known) if posts and known and not head.differs else ""
    return titled if titled.endswith(head.words()) else head.words()


def _weaker(context: Context, delegation: Delegation, head: Told, key: str) -> list[Claim]:
    """The claims that say less of the same person: that he represented the side, from sources of which none says that he led it."""
    if head.differs:
        return []
    leading = {context.case.claims[c].source for c in head.claims}
    represents = (c for c in context.claims_of("represents") if _leads(context, c, delegation.of, key))
    return [c for c in represents if context.case.names.id(c.subject) == delegation.head and c.source not in leading]


def _led(context: Context, party: str, less: list[Claim], *, first: bool, verb: bool) -> str:
    """`led Russia's delegation (only represented it, according to the Lenn Courier)`; of a second one `led Ukraine's`."""
    whose, told = context.phrases.whose(party), sorted({context.phrases.the_publisher(c.source) for c in less})
    only = f" (only represented it, according to {listed(told)})" if told else ""
    return f"{'led ' * verb}{whose}{' delegation' * first}{only}"


def disputes(context: Context, meeting: Meeting, *, why: bool = True) -> Iterator[Line]:
    """`Volodymyr Zelensky disputes the mandate of Russia's delegation, saying that it has no authority to make decisions.`

    Without `why` only that he disputes it.
    """
    found = [dispute for d in _delegations(context, meeting) for dispute in _disputed(context, d, why=why)]
    if found:
        text = "; ".join(text for text, _ in found)
        yield context.lines.line(sentence(text), [c for _, dispute in found for c in dispute.claims])


def _disputed(context: Context, delegation: Delegation, *, why: bool) -> Iterator[tuple[str, Dispute]]:
    for dispute in delegation.mandate.disputed:
        if not context.unread(dispute.claims):
            by, whose = context.phrases.the(dispute.by), context.phrases.whose(delegation.of)
            does = "dispute" if context.phrases.plural(dispute.by) else "disputes"
            says = _that(inside(dispute.text, context.proper)) if why and dispute.text else ""
            yield f"{by} {does} the mandate of {whose} delegation{f', saying that {says}' * bool(says)}", dispute


def _head(context: Context, delegation: Delegation, key: str) -> Told | None:
    chosen = context.phrases.name(delegation.head) if delegation.head else None
    claims = [c for c in context.claims_of("heads") if _leads(context, c, delegation.of, key)]
    if chosen is None:
        claims = _certain(context, claims)
    return told(context, claims, lambda c: context.phrases.name(context.case.names.id(c.subject)), chosen)


def _delegations(context: Context, meeting: Meeting) -> list[Delegation]:
    """The delegations of a meeting, in the alphabetical order of their parties."""
    known = [context.case.talks.delegations[key] for key in meeting.delegations]
    return sorted(known, key=lambda d: context.phrases.name(d.of).casefold())


def _leads(context: Context, claim: Claim, party: str, meeting: str) -> bool:
    """Whether a claim says who led a party's delegation in a meeting, or in none that it names."""
    said = polarity(claim)
    return said.asserts and context.case.names.id(str(claim.value)) == party and claim.meeting in (None, meeting)


def mandates(context: Context) -> Iterator[Line]:
    """`Volodymyr Zelensky disputes the mandate of Russia's delegation, saying that it has no authority to make decisions.`"""
    for delegation in sorted(
        context.case.talks.delegations.values(), key=lambda d: context.phrases.name(d.of).casefold()
    ):
        for dispute in delegation.mandate.disputed:
            if dispute.text and not context.unread(dispute.claims):
                by, whose = context.phrases.titled(dispute.by), context.phrases.whose(delegation.of)
                also, own = context.phrases.post_claims(by, dispute.by), quoted(context, dispute.claims)
                if own is not None:
                    text = quotation(context, own, f"{by} on {whose} delegation")
                else:
                    does = "dispute" if context.phrases.plural(dispute.by) else "disputes"
                    text = sentence(_denied(by, does, whose, inside(dispute.text, context.proper)))
                yield context.lines.line(text, dispute, also=also)


def _denied(by: str, does: str, whose: str, words: str) -> str:
    if says := _that(words):
        return f"{by} {does} the mandate of {whose} delegation, saying that {says}"
    if kind_of(words) is Kind.VERB:
        return f"of {whose} delegation, {by} {words}"
    return f"{by} {does} the mandate of {whose} delegation: {words}"


def _that(words: str) -> str:
    """What somebody says, of `says that it has no authority`; nothing of other words."""
    verb, _, rest = words.partition(" ")
    return rest.removeprefix("that ") if verb in ("says", "said", "holds", "claims") else ""


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
            who = context.phrases.titled(absence.who)
            also = context.phrases.post_claims(who, absence.who)
            yield context.lines.line(sentence(f"{who} was absent{sent}"), absence, also=also)
