"""Builds the outline of a brief from a case: every section is composed here, once, for all forms."""

from collections.abc import Iterator, Sequence
from datetime import date

from ..case import Case, Changes
from ..case.seen import known_on
from ..case.seen import label as page_label
from ..talks import OWN, Day
from .agreement import agreement, more
from .annex import annex
from .cards import cards
from .changed import changed
from .context import Context
from .english import counted, day, listed
from .fit import fit
from .heights import label
from .introduced import with_posts
from .once import once
from .outline import Outline, Section, lines_of
from .sections.differs import differs
from .sections.follow_ups import follow_ups
from .sections.glance import glance
from .sections.judged import background, judged
from .sections.outcome import ahead, outcome
from .sections.outside import outside
from .sections.read import with_read
from .sections.rest import rest
from .sections.said import said
from .sections.stands import stands
from .sections.unknown import unknown
from .shown import harmless_throughout

NAMED = 4
"""Sources that the title block names; of more it counts the others."""
_LETTERS = 2
"""Letters of an id that helps a reader."""


def build_outline(
    case: Case,
    changes: Changes | None = None,
    as_of: str | None = None,
    with_agreement: bool = False,
    by: str | None = None,
    with_annex: bool = False,
) -> Outline:
    """The outline of the brief of a case.

    `changes`: what changed since an earlier state; it then comes first. `as_of`: the day as of which the case is shown.
    `with_agreement`: also what could be agreed, which takes a second or two. `by`: who signs for the brief.
    `with_annex`: the annex (delegations, meetings, sources, pairs of accounts, claims) is printed in every form, not only folded
    in HTML.
    """
    context = Context.of(case, changes)
    sections = tuple(_sections(context, with_agreement, as_of))
    main, whole = fit(sections, case)
    if (introduced := with_posts(context, sections, main)) != sections:
        main, whole = fit(introduced, case)
    beside = (*annex(context), *(more(context) if with_agreement else ()), *whole)
    outline = Outline(
        case.name,
        case.talks.title,
        subtitle(context, as_of, by),
        main,
        beside,
        cards(case, context.phrases),
        (*notices(case, as_of), *_left_out(main, whole)),
        with_annex,
        by or "",
        label=page_label(case),
    )
    return harmless_throughout(outline)


def _sections(context: Context, with_agreement: bool, as_of: str | None) -> Iterator[Section]:
    """The sections in their order; those of which nothing is told are left out."""
    if context.changes is not None:
        yield changed(context)
    first = glance(context)
    above = (first, stands(context), said(context), outside(context, [first]), outcome(context), ahead(context))
    told = once(section for section in (*above, follow_ups(context, as_of)) if section is not None)
    later = (differs(context, told), judged(context), background(context))
    told = with_read(context, [*told, *(section for section in later if section is not None)])
    yield from told
    if with_agreement:
        yield from agreement(context)
    yield unknown(context, told)
    if (left := rest(context, told)) is not None:
        yield left


def subtitle(context: Context, as_of: str | None, by: str | None) -> str:
    """As of which day, from which sources, by whom."""
    sources = [key for key, source in context.case.record.sources.items() if source.side != OWN]
    own = len(context.case.record.sources) - len(sources)
    # The brackets behind each statement begin with a source's id where that is a letter or two.
    few = len(sources) <= NAMED
    named = [label(context.phrases.the_publisher(k)) + _about(context, k, few) for k in sources[:NAMED]]
    more = [f"{len(sources) - NAMED} more"] if len(sources) > NAMED else []
    until = _as_of(as_of) if as_of is not None else _known(context.case)
    parts = [f"As of {until}"] if until else []
    parts += [f"{counted(len(sources), 'source')}: {listed([*named, *more])}"] if sources else ["No source"]
    parts += [f"Besides {counted(own, 'note')} of the team's own"] if own else []
    return ". ".join([*parts, *([f"By {by}"] if by else [])])


def _as_of(text: str) -> str:
    return day(Day.parse(text))


def _about(context: Context, key: str, few: bool) -> str:
    """A source's letter, that it is a party's own, and of few that one was written too early to know what came of the talks."""
    source = context.case.record.sources[key]
    own = f"speaks for {context.phrases.the(source.side)}" if source.side in context.case.talks.parties else ""
    early = f"written {source.written} the talks" if few and source.written in ("before", "during") else ""
    told = ", ".join(x for x in (key if len(key) <= _LETTERS else "", own, early) if x)
    return f" ({told})" if told else ""


def _known(case: Case) -> str:
    """The last day on which a source was printed or came into the case, or a person judged."""
    days = [known for source in case.record.sources.values() if (known := known_on(source)).said]
    days += [finding.on for finding in case.record.findings if finding.on.said]
    return day(max(days, key=lambda d: d.last or date.min)) if days else ""


_NEEDED = ("changed", "stands", "said", "outside", "outcome", "next", "due", "differs", "unknown")
"""Sections of which a reader must know where they were left out altogether."""


def _left_out(main: Sequence[Section], whole: Sequence[Section]) -> list[str]:
    """That sections were left out, where the sources are too short for all."""
    there = {section.id for section in main}
    told = {s.id.removesuffix("-whole"): s.title.removesuffix(": all") for s in whole if any(lines_of(s))}
    gone = [title for key, title in told.items() if key in _NEEDED and key not in there]
    return [f"Left out for length, and whole in the annex: {'; '.join(gone)}."] if gone else []


def notices(case: Case, as_of: str | None) -> list[str]:
    """What must be known before reading: a draft, the state as of a day."""
    told = []
    if case.talks.draft and any(claim.status == "proposed" for claim in case.record.claims):
        told.append("A draft: lines marked [proposed] rest on claims that nobody has reviewed yet.")
        told += _assumed(case)
    if as_of is not None:
        told.append("Later sources are left out.")
    return told


def _assumed(case: Case) -> list[str]:
    """Who was taken to talk, and which reports stand under no heading."""
    if case.reading is None or not (case.reading.passages or case.reading.roster.parties):
        return []
    roster = case.reading.roster
    who = [f"{what}: {listed(f'{one.role} {one.name}' if one.role == 'perhaps' else one.name for one in some)}" for what, some in
           (("these talk", roster.parties), ("third parties", roster.third_parties)) if some]  # fmt: skip
    read = {passage.source for passage in case.reading.passages}
    unread = [source.publisher for key, source in case.record.sources.items() if key not in read]
    told = [f"Assumed from the reports: {'; '.join(who)}."] if who and not roster.said else []
    other = "Reports in other languages than English are set side by side: names, days, numbers."
    return [*told, *([f"Under no heading, for it was not read: {listed(unread)}. {other}"] if unread else [])]
