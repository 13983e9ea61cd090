"""The annex: who sat at the table, the meetings, the sources, every pair of accounts; the claims follow as cards."""

from collections.abc import Iterator, Sequence

from ..record import Claim, Source, witnesses
from ..talks import VOICES, Delegation
from .context import Context
from .english import capital, day
from .outline import Block, Bullets, Cell, Line, Note, Section, Table
from .phrases import clean
from .pictures import MOST, meeting_line, meetings_figures, timeline_figures
from .posts import moved_on, titles
from .prints import prints
from .questions import all_pairs

SIDE_BY_SIDE = 4
"""How many delegations stand side by side in one table."""


def annex(context: Context) -> tuple[Section, ...]:
    """The sections of the annex, the claims themselves left out (every form prints them from the cards)."""
    return (
        Section("table", "Who sat at the table", tuple(_tables(context)) or (_none(context, "No delegation is"),)),
        Section("meetings", "The meetings", tuple(_meetings(context)) or (_none(context, "No meeting is"),)),
        Section(
            "statements", "What else was said", tuple(_statements(context)) or (_none(context, "Nothing else is"),)
        ),
        Section("pairs", "Every pair of accounts", (_pairs(context),)),
        Section("sources", "The sources", (_sources(context),)),
    )


def _none(context: Context, nothing: str) -> Note:
    """That nothing is recorded; of a draft only that nobody has accepted it, for it may stand among the proposals."""
    return Note(
        f"{nothing} {'accepted yet; what is proposed stands below, among all claims' if context.draft else 'recorded'}."
    )


def _tables(context: Context) -> Iterator[Block]:
    """The delegations side by side, a table for each meeting in which they sat."""
    shown: set[tuple[str, ...]] = set()
    for key in context.meetings:
        meeting = context.case.talks.meetings[key]
        if meeting.delegations and meeting.delegations not in shown:
            shown.add(meeting.delegations)
            yield from _delegations(context, meeting.delegations, capital(context.phrases.meeting(key)))
    seated = {d for keys in shown for d in keys}
    others = tuple(d for d in context.case.talks.delegations if d not in seated)
    yield from _delegations(
        context, others, f"In no meeting that is {'told for certain' if context.draft else 'recorded'}"
    )
    absent = tuple(_absent(context))
    if absent:
        yield Bullets(absent, "Absent")


def _delegations(context: Context, keys: tuple[str, ...], title: str) -> Iterator[Table]:
    for start in range(0, len(keys), SIDE_BY_SIDE):
        some = [context.case.talks.delegations[k] for k in keys[start : start + SIDE_BY_SIDE]]
        rows = [
            ((Line("Head"),), *((_head(context, d),) for d in some)),
            ((Line("Members"),), *(_members(context, d) for d in some)),
            ((Line("Mandate"),), *(_mandate(context, d) for d in some)),
        ]
        if any(d.principal for d in some):
            rows.insert(
                0,
                (
                    (Line("Principal"),),
                    *((Line(context.phrases.person(d.principal) if d.principal else "not said"),) for d in some),
                ),
            )
        yield Table(
            ("", *(context.phrases.name(d.of) for d in some)),
            tuple(rows),
            title if start == 0 else f"{title}, continued",
        )


def _head(context: Context, delegation: Delegation) -> Line:
    if delegation.head is None:
        return Line("not said")
    known = context.case.claims
    own = tuple(c for c in delegation.claims if c in known and known[c].subject == delegation.head)
    claims = (*(own or delegation.claims), *_printing(context, delegation.head))
    return context.lines.line(_with_posts(context, delegation.head), claims)


def _members(context: Context, delegation: Delegation) -> Cell:
    known = context.case.claims
    lines = []
    for member in delegation.members:
        own = [c for c in delegation.claims if c in known and known[c].subject == member]
        lines.append(context.lines.line(_with_posts(context, member), (*own, *_printing(context, member))))
    if delegation.others:
        named = {delegation.head, *delegation.members}
        own = [c for c in delegation.claims if c in known and known[c].subject not in named]
        lines.append(context.lines.line(f"not named: {clean(delegation.others)}", own))
    return tuple(lines) or (Line("not said"),)


def _with_posts(context: Context, key: str) -> str:
    """A name with every post that a source gives, and what else the sources print for it."""
    person = context.case.talks.people[key]
    posts = titles(context.case, person)
    others = ", ".join(prints(context.case, key))
    return person.name + (f", {posts}" if posts else "") + (f" (also printed: {others})" if others else "")


def _printing(context: Context, key: str) -> list[str]:
    """The claims of what is printed behind a name: other prints of it, and posts that followed each other."""
    person = context.case.talks.people[key]
    posts = person.posts if moved_on(context.case, person) else ()
    told = [claim for claims in prints(context.case, key).values() for claim in claims]
    return [*told, *(claim for post in posts for claim in post.claims)]


def _mandate(context: Context, delegation: Delegation) -> Cell:
    mandate = delegation.mandate
    first = "not known" if mandate.level == "unknown" else mandate.level
    lines = [Line(first + (f": {clean(mandate.text)}" if mandate.text else ""))]
    for dispute in mandate.disputed:
        lines.append(
            context.lines.line(
                f"disputed by {context.phrases.name(dispute.by)}: {clean(dispute.text or 'denies it')}", dispute.claims
            )
        )
    return tuple(lines)


def _absent(context: Context) -> Iterator[Line]:
    for key in context.meetings:
        for absence in context.case.talks.meetings[key].absent:
            sent = f"; sent {context.phrases.name(absence.sent)} instead" if absence.sent else ""
            yield context.lines.line(
                f"from {context.phrases.meeting(key)}{sent}.", absence, lead=context.phrases.person(absence.who)
            )


def _meetings(context: Context) -> Iterator[Block]:
    yield from meetings_figures(context)
    rows = tuple(_meeting(context, key) for key in context.meetings)
    if len(context.meetings) > MOST:
        yield Bullets(tuple(meeting_line(context, key) for key in context.meetings[MOST:]), "The others")
    if rows:
        yield Table(("Meeting", "Roles", "Besides"), rows)
    yield from timeline_figures(context)


_CERTAINLY = {"certain": "certainly", "probable": "probably", "possible": "possibly"}


def _meeting(context: Context, key: str) -> tuple[Cell, ...]:
    meeting, line = context.case.talks.meetings[key], context.lines.line
    roles = tuple(line(f"{context.phrases.name(r.who)}: {r.role}", r) for r in meeting.roles)
    besides = [line(clean(r.text), r) for r in meeting.remarks]
    if meeting.same_as:
        other = context.phrases.meeting(meeting.same_as.meeting)
        besides.append(
            line(
                f"{_CERTAINLY[meeting.same_as.certainty]} the same as {other}: {meeting.same_as.why}",
                (),
                signed=meeting.same_as.by,
            )
        )
    nothing = (Line("nothing said"),)
    return ((Line(capital(context.phrases.meeting(key))),), roles or nothing, tuple(besides) or nothing)


def _statements(context: Context) -> Iterator[Bullets]:
    talks, phrases, line = context.case.talks, context.phrases, context.lines.line
    for title, lines in (
        ("Statements", [line(f"{clean(s.text)}.", s, lead=phrases.name(s.by)) for s in talks.statements]),
        ("Proposals", [line(f"{clean(p.text)}.", p, lead=phrases.name(p.by)) for p in talks.proposals]),
        ("Background", [line(f"{clean(b.text)}.", b) for b in talks.background]),
    ):
        if lines:
            yield Bullets(tuple(lines), title)


def _pairs(context: Context) -> Block:
    table = all_pairs(context)
    unread = "Claims that nobody has accepted are not compared."
    return table if table.rows else Note(unread if context.draft else "No two accounts answer the same question.")


def _sources(context: Context) -> Table:
    """The sources with their side, and of whom each is independent."""
    roots = witnesses(context.case.record.sources)
    claims: dict[str, list[Claim]] = {}
    for claim in context.case.record.claims:
        claims.setdefault(claim.source, []).append(claim)
    rows = []
    for key, source in context.case.record.sources.items():
        of = _independent(context, key, roots.get(key))
        side = source.side if source.side in VOICES else context.phrases.name(source.side)
        text = "restated in our own words" if source.text.kind == "restatement" else "original"
        where = f" {source.address}" if source.address else ""
        titled = f"{source.publisher}: {source.title}." if source.title else f"{source.publisher}."
        rows.append((
            (Line(key),), (Line(f"{titled}{where}"),), (Line(side),),
            (Line(_when(source)),), (Line(f"{of}; {text}{_redacted(source)}"),), (Line(_counted(claims.get(key, ()))),),
        ))  # fmt: skip
    return Table(("Id", "Source", "Side", "When", "Independence, text", "Claims"), tuple(rows))


def _redacted(source: Source) -> str:
    """That a name was blacked out in the text, and when."""
    on = f" on {day(source.redacted_on)}" if source.redacted_on.said else ""
    return f"; redacted{on}: a name is blacked out" if source.redacted else ""


def _independent(context: Context, key: str, root: str | None) -> str:
    """Whether a source is a witness of its own."""
    if root is None:
        return "the team's own: no witness"
    return "own account" if root == key else f"takes its account from {context.phrases.publisher(root)}: one witness"


def _when(source: Source) -> str:
    written = "when it was written: not said" if source.written == "not said" else f"written {source.written} the talks"
    return f"printed {day(source.printed)}; {written}"


def _counted(claims: Sequence[Claim]) -> str:
    """How many claims count; of a source that is not reviewed to the end, how many are only proposed as well."""
    proposed = sum(claim.status == "proposed" for claim in claims)
    return f"{sum(claim.counts for claim in claims)}{f'; {proposed} proposed' if proposed else ''}"
