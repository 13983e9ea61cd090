"""What changed since an earlier state, in sentences: the first thing that a returning reader wants.

1. First the gravest event of each kind: what came of the talks, what was called off, who met, what a party did, who moved,
   in what the accounts now contradict each other, what is next, where a party stands of which nothing was told. Then the rest,
   kind by kind.
2. Numbers (new claims, entries with more behind them) stand in one sentence at the end.
3. How it was before is told only where the record knew anything before.
"""

from collections.abc import Collection, Iterable, Iterator

from ..case import Changes
from ..talks import Day
from .context import Context
from .english import counted, day, listed
from .outline import Bullets, Line, Note, Section
from .sections import moved, new_events, turned


def changed(context: Context) -> Section:
    """The section that `--since` puts before all others."""
    changes = context.changes
    title = f"What changed since {since_words(changes) if changes is not None else 'then'}"
    if not changes:
        return Section("changed", title, (Note(_nothing(context)),))
    kinds = _kinds(context, changes)
    first = [lines[0] for lines in kinds if lines]
    rest = [line for lines in kinds for line in lines[1:]]
    return Section("changed", title, (Bullets((*first, *rest, *_numbers(context, changes))),))


def _nothing(context: Context) -> str:
    waiting = sum(claim.status == "proposed" for claim in context.case.record.claims)
    if not waiting:
        return "Nothing changed."
    wait = f"{counted(waiting, 'proposal')} {'waits' if waiting == 1 else 'wait'}"
    return f"Nothing that somebody has accepted changed; {wait} for review."


def since_words(changes: Changes) -> str:
    """The day since when, in words; of an earlier brief its file's name."""
    try:
        return day(Day.parse(changes.since))
    except ValueError:
        return changes.since


def _until(context: Context, changes: Changes) -> str:
    """`until 12 March 2023`; nothing where the record knew nothing before."""
    if not {claim.id for claim in context.case.record.claims if claim.counts} - set(changes.claims):
        return ""
    words = since_words(changes)
    return f"until {words}" if words != changes.since else "until the earlier brief"


def _kinds(context: Context, changes: Changes) -> list[list[Line]]:
    """The changes by kind, the gravest kind first."""
    new, until = set(changes.claims), _until(context, changes)
    off = [*new_events.called_off(context, new)]
    done = [off, new_events.meetings(context, new), _acts(context, new, off), moved.moves(context, changes, until)]
    still = [new_events.ahead(context, new), moved.first_told(context, changes, until), turned.posts(context, changes),
             turned.entries(context, changes)]  # fmt: skip
    results = [*new_events.results(context, new)]
    above, below = ([[*dict.fromkeys(lines)] for lines in kinds] for kinds in (done, still))
    told = [line for lines in (results, *above, *below) for line in lines]
    turns = _untold(turned.turns(context, changes, until), told)
    results = [_disputed(line, turns) for line in results]
    turns = [line for line in turns if line not in results]
    return [[*dict.fromkeys((*results, *new_events.papers(context, new)))], *above, turns, *below]


def _disputed(result: Line, turns: list[Line]) -> Line:
    """In place of a result that another account contradicts, what each of them tells."""
    claims = set(result.claims) if "contradicted" in result.marks else set()
    return next((turn for turn in turns if claims & set(turn.differs)), result)


def _acts(context: Context, new: Collection[str], off: list[Line]) -> list[Line]:
    """What somebody did, but for the calling off of a meeting that is told above."""
    told = {claim for line in off for claim in line.claims}
    return [line for line in new_events.acts(context, new) if not set(line.claims) <= told]


def _untold(turns: Iterable[Line], told: list[Line]) -> list[Line]:
    """In what the accounts differ, each once: not where the sentence on the event says it."""
    there = [set(line.differs) for line in told if line.differs]
    return [line for line in turns if not line.differs or not any(set(line.differs) <= one for one in there)]


def _numbers(context: Context, changes: Changes) -> Iterator[Line]:
    """`In numbers: 12 new claims, from Lenn Courier and Torvik Post; 4 entries rest on more claims than before.`"""
    told = []
    if changes.claims:
        sources = dict.fromkeys(context.case.claims[c].source for c in changes.claims)
        named = [context.phrases.publisher(s) for s in [*sources][:3]] + ["others"] * (len(sources) > 3)
        told.append(f"{counted(len(changes.claims), 'new claim')}, from {listed(named)}")
    if more := sum(not touched.contradicted for touched in changes.touched):
        told.append(
            "one entry rests on more claims than before"
            if more == 1
            else f"{more} entries rest on more claims than before"
        )
    if harmless := turned.harmless(context, changes):
        told.append(f"on {counted(harmless, 'question')} the accounts differ otherwise than before, harmlessly")
    if changes.gone:
        told.append(f"{counted(len(changes.gone), 'claim')} of before {'is' if len(changes.gone) == 1 else 'are'} gone")
    if told:  # Unmarked: that some of these claims are contradicted elsewhere is told where it happens.
        yield Line(f"In numbers: {'; '.join(told)}.", changes.claims)
