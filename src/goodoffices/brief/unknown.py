"""What is not known and would matter: computed from what is missing, never stored."""

from collections.abc import Iterator

from ..record import Relation, witnesses
from ..talks import NextStep, Result, without_doubt
from .changed import question
from .context import Context
from .outline import Bullets, Line, Note, Section
from .phrases import clean, joined


def unknown(context: Context) -> Section:
    """The fifth section, what bears on the result first."""
    lines = tuple(unknowns(context))
    return Section(
        "unknown",
        "What is not known and would matter",
        (Bullets(lines),) if lines else (Note("Nothing that the record would show."),),
    )


def unknowns(context: Context) -> Iterator[Line]:
    """Each thing that the record leaves open."""
    yield from _contradictions(context)
    yield from _single_results(context)
    yield from _own_word(context)
    yield from _silences(context)
    yield from _mandates(context)
    yield from _meetings(context)
    yield from _same(context)
    yield from _prints(context)


def _contradictions(context: Context) -> Iterator[Line]:
    judged = {f.slot for f in context.case.record.findings}
    for slot, pairs in context.case.comparison.slots.items():
        against = [x for p in pairs if p.relation is Relation.CONTRADICTS for x in (p.a, p.b)]
        if against and slot not in judged:
            from_ = joined(dict.fromkeys(context.phrases.publisher(context.case.claims[c].source) for c in against))
            yield context.lines.line(
                f"Which account is right on {question(context, slot)}: {from_} contradict each other, and nobody has judged it.",
                against,
            )


def _single_results(context: Context) -> Iterator[Line]:
    roots = witnesses(context.case.record.sources)
    outcome = context.case.talks.outcome
    results: tuple[Result | NextStep, ...] = (*outcome.agreed, *outcome.not_agreed, *outcome.next)
    single = [
        result
        for result in results
        if len({roots[context.case.claims[c].source] for c in result.claims if c in context.case.claims}) == 1
    ]
    if single and len(set(roots.values())) > 1:
        some = "; ".join(clean(r.text) for r in single[:3]) + (
            f"; and {len(single) - 3} more" if len(single) > 3 else ""
        )
        claims = [c for r in single for c in r.claims]
        yield context.lines.line(f"Whether other sources confirm what only one tells of the result: {some}.", claims)


def _own_word(context: Context) -> Iterator[Line]:
    """Parties all of whose told positions come from somebody else."""
    for party in context.case.talks.parties:
        told = [p for p in context.case.talks.positions if p.party == party]
        foreign = [p for p in told if p.told_by and context.phrases.side_of(without_doubt(p.told_by)) != party]
        if foreign and len(foreign) == len(told):
            name = context.phrases.name(party)
            claims = [c for p in foreign for c in p.claims]
            come = (
                "the one position told of it comes" if len(told) == 1 else f"all {len(told)} positions told of it come"
            )
            yield context.lines.line(f"{name}'s own word: {come} from others.", claims)


def _silences(context: Context) -> Iterator[Line]:
    by_party: dict[str, list[str]] = {}
    asked = {p.issue for p in context.case.talks.positions if p.party in context.case.talks.parties}
    for party, issue in context.silent:
        if issue in asked:
            by_party.setdefault(party, []).append(context.phrases.issue(issue))
    for party, issues in by_party.items():
        named = [i.rstrip("?") for i in issues[:6]] + ([f"and {len(issues) - 6} more"] if len(issues) > 6 else [])
        yield Line(f"Where {context.phrases.name(party)} stands on: {'; '.join(named)}.")


def _mandates(context: Context) -> Iterator[Line]:
    vague = [d for d in context.case.talks.delegations.values() if d.mandate.level == "unknown"]
    disputes = [c for d in vague for dispute in d.mandate.disputed for c in dispute.claims]
    if vague:
        whose = joined(dict.fromkeys(context.phrases.name(d.of) for d in vague))
        disputed = "; one is disputed" if disputes else ""
        yield context.lines.line(
            f"What the delegations may accept: no source tells the mandate of {whose}{disputed}.", disputes
        )


def _meetings(context: Context) -> Iterator[Line]:
    meetings = context.case.talks.meetings
    undated = [k for k, m in meetings.items() if not m.date.said]
    if undated:
        named = joined(context.phrases.meeting(k) for k in undated[:3]) + (
            f" and {len(undated) - 3} more" if len(undated) > 3 else ""
        )
        yield context.lines.line(f"The day of: {named}.", [c for k in undated[:3] for c in meetings[k].claims])
    loose = [k for k in meetings if context.order[k] is None]
    if loose:
        named = joined(context.phrases.meeting(k) for k in loose[:3]) + (
            f" and {len(loose) - 3} more" if len(loose) > 3 else ""
        )
        yield context.lines.line(
            f"Before or after which of the others: {named}.", [c for k in loose[:3] for c in meetings[k].claims]
        )


def _same(context: Context) -> Iterator[Line]:
    for key, meeting in context.case.talks.meetings.items():
        if meeting.same_as is not None and meeting.same_as.certainty != "certain":
            other = context.phrases.meeting(meeting.same_as.meeting)
            pair = f"{context.phrases.meeting(key)}, and {other}"
            text = f"Whether two meetings are one ({meeting.same_as.certainty}): {pair}; {meeting.same_as.why}."
            yield context.lines.line(text, (), signed=meeting.same_as.by)


def _prints(context: Context) -> Iterator[Line]:
    undated = [k for k, s in context.case.record.sources.items() if not s.printed.said]
    if undated:
        named = joined(
            [*(context.phrases.publisher(k) for k in undated[:4]), *(["others"] if len(undated) > 4 else [])]
        )
        yield Line(f"On which day {named} printed it.")
