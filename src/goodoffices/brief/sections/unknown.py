"""What is not known and somebody could ask: computed from what is missing, never stored. Six questions at most."""

from collections.abc import Iterator

from ...record import Relation
from ...talks import Delegation, Meeting
from ..context import Context
from ..english import listed, number, sentence
from ..english.wording import inside
from ..outline import Bullets, Line, Note, Section
from ..questions import pairs_by_relation, question
from .stand_words import own

MOST = 6
"""Questions in the main part; the JSON has all."""
_ISSUES, _ASKED = 4, 3
"""Issues and contradictions that one question names."""


def unknown(context: Context) -> Section:
    """What bears on the result first. Of a draft it cannot be said yet: what was not recognised may be told all the same."""
    if context.draft:
        return Section(
            "unknown", "Not known", (Note("What no report tells can be said once somebody has read the draft."),)
        )
    lines = tuple(unknowns(context))[:MOST]
    return Section(
        "unknown", "Not known", (Bullets(lines),) if lines else (Note("Nothing that the record would show."),)
    )


def unknowns(context: Context) -> Iterator[Line]:
    """Each thing that the record leaves open, as a question; none of a draft, of which nobody can say so yet."""
    if context.draft:
        return
    yield from _contradictions(context)
    yield from _own_word(context)
    yield from _mandates(context)
    yield from _silences(context)
    yield from _same(context)
    yield from _days(context)


def _contradictions(context: Context) -> Iterator[Line]:
    """What the accounts contradict each other in, and nobody has judged."""
    judged = {f.slot for f in context.case.record.findings if f.verdict != "disputed"}
    open_ = [found for found in pairs_by_relation(context)[Relation.CONTRADICTS] if found[0] not in judged]
    if open_:
        asked = [question(context, slot) for slot in dict.fromkeys(slot for slot, _, _ in open_)]
        more = [f"on {number(len(asked) - _ASKED)} more questions"] if len(asked) > _ASKED else []
        claims = tuple(dict.fromkeys(claim for _, a, b in open_ for claim in (a, b)))
        text = f"Which account is right on {listed([*asked[:_ASKED], *more])}?"
        yield context.lines.line(text, claims, differs=claims)


def _own_word(context: Context) -> Iterator[Line]:
    """Parties all of whose told positions come from somebody else."""
    for party in context.parties:
        told = [p for p in context.case.talks.positions if p.party == party and not context.unread(p.claims)]
        if told and not any(own(context, p) for p in told):
            name = context.phrases.the(party)
            does = "do" if context.phrases.plural(party) else "does"
            them, their = ("them", "their") if context.phrases.plural(party) else ("it", "its")
            all_ = {1: f"The one position told of {them} comes", 2: f"Both positions told of {them} come"}
            come = all_.get(len(told), f"All {number(len(told))} positions told of {them} come")
            claims = [c for p in told for c in p.claims]
            yield context.lines.line(f"What {does} {name} say in {their} own words? {come} from others.", claims)


def _mandates(context: Context) -> Iterator[Line]:
    """What delegations may accept, in one question."""
    vague = [d for d in context.case.talks.delegations.values() if d.mandate.level == "unknown" and not d.mandate.text]
    vague = [d for d in vague if d.of in context.case.talks.parties and not context.unread(d.claims)]
    if not vague:
        return
    whose = listed(context.phrases.whose(k) for k in context.by_name(dict.fromkeys(d.of for d in vague)))
    plural = len({d.of for d in vague}) > 1
    claims = [c for d in vague for dispute in d.mandate.disputed for c in dispute.claims]
    told = f"No report tells {'their mandates' if plural else 'its mandate'}{_disputed(context, vague)}."
    yield context.lines.line(f"What may {whose} {'delegations' if plural else 'delegation'} accept? {told}", claims)


def _disputed(context: Context, vague: list[Delegation]) -> str:
    whose = context.by_name(dict.fromkeys(d.of for d in vague if d.mandate.disputed))
    return f"; that of {context.phrases.the_names(whose)} is disputed" if whose else ""


def _silences(context: Context) -> Iterator[Line]:
    """Where a party stands on what another party speaks of."""
    told = {(p.party, p.issue) for p in context.case.talks.positions}
    asked = [i for i in context.case.talks.issues if any((p, i) in told for p in context.case.talks.parties)]
    for party in context.parties:
        open_ = [context.phrases.about(i) for i in asked if (party, i) not in told]
        if open_ and any(p.party == party for p in context.case.talks.positions):
            more = [f"{number(len(open_) - _ISSUES)} more"] if len(open_) > _ISSUES else []
            does = "do" if context.phrases.plural(party) else "does"
            asks = "; ".join([*open_[:_ISSUES], *more])
            yield Line(f"Where {does} {context.phrases.the(party)} stand on these: {asks}?")


def _same(context: Context) -> Iterator[Line]:
    """Whether two entries are one meeting."""
    for key, meeting in context.case.talks.meetings.items():
        if meeting.same_as is not None and meeting.same_as.certainty != "certain":
            pair = listed(map(context.phrases.the_meeting, (key, meeting.same_as.meeting)))
            why = sentence(inside(meeting.same_as.why, context.proper))
            yield context.lines.line(f"Are {pair} one meeting? {why}", (), signed=meeting.same_as.by)


def _days(context: Context) -> Iterator[Line]:
    """The day of meetings of the parties that no report dates."""
    meetings = context.case.talks.meetings
    undated = [k for k in context.meetings if not meetings[k].date.said and not _told_day(context, k, meetings[k])]
    if undated:
        named = [*map(context.phrases.the_meeting, undated[:3])]
        named += [f"{number(len(undated) - 3)} more"] if len(undated) > 3 else []
        were = "were" if len(undated) > 1 else "was"
        yield context.lines.line(f"When {were} {listed(named)}?", [c for k in undated[:3] for c in meetings[k].claims])


def _told_day(context: Context, key: str, meeting: Meeting) -> bool:
    return bool(context.about(key, "date"))
