"""What is not known and somebody could ask: computed from what is missing, never stored. Four questions at most."""

from collections.abc import Iterable, Iterator

from ...record import Relation
from ...talks import Delegation, Meeting, Position, without_doubt
from ..context import Context
from ..english import capital, listed, number, sentence
from ..english.wording import inside
from ..outline import Bullets, Line, Note, Section, lines_of
from ..questions import asked, pairs_by_relation
from .stand_words import APPARENTLY, own

MOST = 4
"""Questions in the main part; the JSON has all."""
_ENOUGH = 3
"""Questions that are enough without those that the accounts themselves raise."""
_ISSUES, _ASKED = 3, 2
"""Issues that one question names; contradictions that are asked one by one."""


def unknown(context: Context, above: Iterable[Section] = ()) -> Section:
    """What bears on the result first; not what a list above tells with both answers, as long as there is more to ask.

    Of a draft it cannot be said yet: what was not recognised may be told all the same.
    """
    if context.draft:
        return Section(
            "unknown", "Not known", (Note("What no report tells can be said once somebody has read the draft."),)
        )
    asked = [*unknowns(context)]
    for section in sorted(above, key=lambda section: section.id != "differs"):  # which asks it in the same words
        told = [set(line.differs) for line in lines_of(section) if line.differs]
        again = [line for line in asked if line.differs and any({*line.differs} <= one for one in told)]
        asked = [line for line in asked if line not in again[: max(0, len(asked) - _ENOUGH)]]
    lines = tuple(asked)[:MOST]
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
    """What the accounts contradict each other in, and nobody has decided."""
    judged = {f.slot for f in context.case.record.findings if f.verdict != "disputed"}
    open_: dict[str, list[str]] = {}
    for slot, a, b in pairs_by_relation(context)[Relation.CONTRADICTS]:
        if slot not in judged:
            open_.setdefault(slot, []).extend((a, b))
    for slot, claims in [*open_.items()][:_ASKED]:
        yield context.lines.line(asked(context, slot, claims), claims, differs=tuple(claims))
    if more := [*open_.values()][_ASKED:]:
        claims, plural = [claim for some in more for claim in some], "s" * (len(more) > 1)
        asked_ = f"Which account is right on {number(len(more))} more question{plural}?"
        yield context.lines.line(asked_, claims, differs=tuple(claims))


def _own_word(context: Context) -> Iterator[Line]:
    """Parties all of whose told positions come from somebody else."""
    for party in context.parties:
        told = [p for p in context.case.talks.positions if p.party == party and not context.unread(p.claims)]
        if told and not any(own(context, p) for p in told):
            name = context.phrases.the(party)
            does = "do" if context.phrases.plural(party) else "does"
            their = "their" if context.phrases.plural(party) else "its"
            few = {1: f"{capital(their)} one reported position", 2: f"Both of {their} reported positions"}
            told_ = few.get(len(told), f"All {number(len(told))} of {their} reported positions")
            come = f"{_apparently(told)}{'comes' if len(told) == 1 else 'come'} from {_whom(context, told)}"
            yield context.lines.line(f"What {does} {name} say in {their} own words? {told_} {come}.", told)


def _whom(context: Context, told: list[Position]) -> str:
    """From whom positions come: the one who tells them all, else others."""
    tellers = {p.told_by or "" for p in told}
    if len({without_doubt(teller) for teller in tellers}) > 1:
        return "others"
    teller = tellers.pop()
    return context.phrases.the(without_doubt(teller))


def _apparently(told: list[Position]) -> str:
    """With which reserve it is told from whom they come: where one person tells all, and a report leaves open whether he does."""
    one = len({without_doubt(p.told_by or "") for p in told}) == 1
    return APPARENTLY if one and any((p.told_by or "").endswith("?") for p in told) else ""


def _mandates(context: Context) -> Iterator[Line]:
    """What delegations may accept, in one question."""
    vague = [d for d in context.case.talks.delegations.values() if d.mandate.level == "unknown" and not d.mandate.text]
    vague = [d for d in vague if d.of in context.case.talks.parties and not context.unread(d.claims)]
    if not vague:
        return
    whose = listed(context.phrases.whose(k) for k in context.by_name(dict.fromkeys(d.of for d in vague)))
    plural = len({d.of for d in vague}) > 1
    claims = [c for d in vague for dispute in d.mandate.disputed for c in dispute.claims]
    no = "Nobody has recorded" if context.unsettled else "No report sets out"
    told = f"{no} {'their mandates' if plural else 'its mandate'}{_disputed(context, vague)}."
    are = f"are {whose} delegations" if plural else f"is {whose} delegation"
    yield context.lines.line(f"What {are} authorised to accept? {told}", claims)


def _disputed(context: Context, vague: list[Delegation]) -> str:
    """Who disputes whose: `; Pavo Lindrel disputes Upper Tavnis's`; `it` where it is spoken of one alone."""
    one = len({d.of for d in vague}) == 1
    told = [
        f"; {context.phrases.the(dispute.by)} {_does(context, dispute.by)} {'it' if one else context.phrases.whose(d.of)}"
        for d in vague
        for dispute in d.mandate.disputed
    ]
    return "".join(dict.fromkeys(told))


def _does(context: Context, who: str) -> str:
    return "dispute" if context.phrases.plural(who) else "disputes"


def _silences(context: Context) -> Iterator[Line]:
    """Where each party stands on what another speaks of: one statement, so that no party's silence is told alone."""
    told = {(p.party, p.issue) for p in context.case.talks.positions}
    asked = [i for i in context.case.talks.issues if any((p, i) in told for p in context.case.talks.parties)]
    questions = []
    for party in context.parties:
        open_ = [context.phrases.about(i) for i in asked if (party, i) not in told]
        if open_ and any(p.party == party for p in context.case.talks.positions):
            more = [f"{number(len(open_) - _ISSUES)} more"] if len(open_) > _ISSUES else []
            does = "do" if context.phrases.plural(party) else "does"
            on, asks = "this" if len(open_) == 1 else "these", "; ".join([*open_[:_ISSUES], *more])
            questions.append(f"Where {does} {context.phrases.the(party)} stand on {on}: {asks}?")
    if questions:
        yield Line(" ".join(questions))


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
        yield context.lines.line(f"When {were} {listed(named)}?", [meetings[k] for k in undated[:3]])


def _told_day(context: Context, key: str, meeting: Meeting) -> bool:
    return bool(context.about(key, "date"))
