"""At a glance: what met, where, when, under whom, with what result, what comes next. About 150 words."""

from collections.abc import Iterator

from ..record import Relation
from ..talks import Meeting
from .context import Context
from .outline import Line, Paragraph, Section
from .phrases import capital, clean, counted, day, joined
from .results import told_results


def glance(context: Context) -> Section:
    """The first section of every brief."""
    lines = [*_rounds(context), *_main(context), *_earlier(context), *_result(context), *_accounts(context)]
    if not context.case.talks.meetings:
        lines.insert(0, Line("No meeting is recorded yet."))
    return Section("glance", "At a glance", (Paragraph(tuple(lines)),))


def main_meeting(context: Context) -> str | None:
    """The meeting that the brief is about: the latest in which most of the parties sat."""
    meetings = context.case.talks.meetings
    if not meetings:
        return None
    ranked = {key: index for index, key in enumerate(context.meetings)}
    return max(meetings, key=lambda k: (context.sides(meetings[k]), context.order[k] is not None, ranked[k]))


def _rounds(context: Context) -> Iterator[Line]:
    talks = context.case.talks
    days = sorted(m.date.first for m in talks.meetings.values() if m.date.first is not None)
    if len(talks.rounds) > 1 and days:
        first, last = (f"{d:%B %Y}" for d in (days[0], days[-1]))
        span = f"from {first} to {last}" if first != last else f"in {first}"
        # A round in which nobody met (positions alone belong to it) is not one of those in which the meetings were.
        rounds = {m.round for m in talks.meetings.values()} - {None}
        within = f" in {counted(len(rounds), 'round')}" if rounds else ""
        are = "is" if len(talks.meetings) == 1 else "are"
        yield Line(f"{counted(len(talks.meetings), 'meeting')}{within} {are} recorded, {span}.")


def _main(context: Context) -> Iterator[Line]:
    key = main_meeting(context)
    if key is None:
        return
    meeting, phrases = context.case.talks.meetings[key], context.phrases
    latest = "The last one with the parties at the table: " if len(context.case.talks.rounds) > 1 else ""
    on = "on" if meeting.date.exact else "in"
    when = capital(f"{latest}{f'{on} {day(meeting.date)}' if meeting.date.said else 'on a day not said'}")
    where = f" in {meeting.place}" if meeting.place else ""
    venue = f" ({meeting.venue})" if meeting.venue else ""
    kind = "" if meeting.format == "not said" else f" in the {meeting.format} format"
    title = f": {meeting.title}" if meeting.title and len(context.case.talks.rounds) > 1 else ""
    who = phrases.names(phrases.participants(meeting))
    met = (
        f"{when}{where}{venue}, {who} met{kind}{title}."
        if who
        else f"{when}{where}{venue}, a meeting{kind}{title}; no source tells who met."
    )
    yield context.lines.line(met, meeting)
    yield from _roles(context, meeting)
    yield from _heads(context, meeting)
    yield from _absent(context, meeting)


def _roles(context: Context, meeting: Meeting) -> Iterator[Line]:
    """The roles of each third party, with the people who held them for it: `Turkey (Hakan Fidan): mediator and host.`"""
    roles: dict[str, list[str]] = {}
    people: dict[str, list[str]] = {}
    claims: dict[str, list[str]] = {}
    for role in meeting.roles:
        of = role.of or context.phrases.side_of(role.who) or role.who
        roles.setdefault(of, []).append(role.role)
        claims.setdefault(of, []).extend(role.claims)
        if role.who != of:
            people.setdefault(of, []).append(context.phrases.name(role.who))
    for of, held in roles.items():
        named = f" ({joined(dict.fromkeys(people[of]))})" if of in people else ""
        weightier = [r for r in dict.fromkeys(held) if r != "participant"] or ["participant"]
        yield context.lines.line(f"{capital(joined(weightier))}: {context.phrases.name(of)}{named}.", claims[of])


def _heads(context: Context, meeting: Meeting) -> Iterator[Line]:
    for key in meeting.delegations:
        delegation = context.case.talks.delegations[key]
        of = context.phrases.name(delegation.of)
        if delegation.head:
            yield context.lines.line(
                f"{of} was led by {context.phrases.person(delegation.head)}.",
                _on(context, delegation.claims, delegation.head),
            )
        for dispute in delegation.mandate.disputed:
            by = context.phrases.name(dispute.by)
            yield context.lines.line(
                f"Its mandate is disputed: {by} {clean(dispute.text or 'denies it')}.", dispute.claims
            )


def _on(context: Context, claims: tuple[str, ...], who: str) -> tuple[str, ...]:
    """Of an entry's claims those that speak of one person, if any does."""
    known = context.case.claims
    return tuple(c for c in claims if c in known and known[c].subject == who) or claims


def _absent(context: Context, meeting: Meeting) -> Iterator[Line]:
    for absence in meeting.absent:
        instead = f"; sent {context.phrases.name(absence.sent)} instead" if absence.sent else ""
        yield context.lines.line(f"Absent: {context.phrases.name(absence.who)}{instead}.", absence)


def _earlier(context: Context) -> Iterator[Line]:
    """The meetings just before, in the same round."""
    key = main_meeting(context)
    if key is None or len(context.case.talks.rounds) > 1:
        return
    meetings = context.case.talks.meetings
    before = [k for k in meetings[key].after if k in meetings]
    if before:
        named = "; then ".join(context.phrases.meeting(k) for k in before)
        yield context.lines.line(f"Before it: {named}.", [c for k in before for c in meetings[k].claims])


def _result(context: Context) -> Iterator[Line]:
    """The last result of each kind, in the words of the case."""
    outcome, lines = context.case.talks.outcome, context.lines
    for label, results in (("Agreed", outcome.agreed), ("Not agreed", outcome.not_agreed)):
        if results:
            more = f" (and {len(results) - 1} more below)" if len(results) > 1 else ""
            yield lines.line(f"{label}: {clean(results[-1].text)}{more}.", results[-1])
    if not outcome.agreed and not outcome.not_agreed:
        told = told_results(context.case)
        yield lines.line(f"{clean(told[-1].text)}.", told[-1]) if told else Line("No result is recorded.")
    if ahead := [step for step in outcome.next if not context.overtaken(step)]:
        step = ahead[-1]
        when = f" ({day(step.date)})" if step.date.said else ""
        yield lines.line(f"Next: {clean(step.text)}{when}.", step)
    elif outcome.agreed or outcome.not_agreed:
        yield Line("No source tells what comes next.")


def _accounts(context: Context) -> Iterator[Line]:
    pairs = context.case.comparison.pairs()
    if not pairs:
        return
    against = sum(relation is Relation.CONTRADICTS for _, _, relation in pairs)
    points = f"in {counted(against, 'point')}" if against else "nowhere"
    yield Line(f"The {len(context.case.record.sources)} accounts contradict each other {points}.")
