"""What could be agreed when preferences are only partly known. Read this first.

    agreement = agree(case.talks, case.preferences, Settings(readings=1_000))

In this order: what the statements alone settle (`certain.py`, by linear programming, points to the last digit); whether more may be
told at all (`lacking.py`: nobody's wishes are invented); then shares of readings under several priors (`sampling.py`,
`packages.py`, `counting.py`); what to ask next (`questions.py`); which assumption carries the result (`assumptions.py`).
"""

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import replace

from ...talks import Preferences, Talks
from .agenda import Agenda
from .assumptions import Work, carried
from .certain import certain
from .conflicts import refuse_contradictions
from .counting import Tally, tally
from .experiment import Experiment
from .lacking import unknowns, why_no_more
from .questions import ask_next
from .result import Agreement, Finding, Share
from .sentences import Sentences, certain_told, impossible_told, notes
from .settings import Clock, Settings
from .statements import Entry, counting, entries
from .terms import Terms

SHOWN = 5
"""How many packages are named with their shares."""
_PLAIN = Settings()


def agree(
    talks: Talks, preferences: Preferences, settings: Settings = _PLAIN, executor: Executor | None = None
) -> Agreement:
    """What could be agreed; DataError where statements contradict one another, or leave readings too rare to be drawn.

    `executor` does the pieces of work; without one they are done here. The result is the same either way.
    """
    clock = Clock(settings.deadline)
    agenda = Agenda.of(talks, preferences)
    every = entries(preferences)
    stated = counting(every)
    sentences = Sentences.of(talks, agenda, stated)
    refuse_contradictions(talks, agenda, stated)
    terms = Terms.of(agenda, stated)
    certain_, impossible = _sure(sentences, terms, stated)
    why = why_no_more(sentences, stated)
    found = Agreement(
        title=talks.title,
        parties={party: sentences.party(party) for party in agenda.parties},
        packages=agenda.packages,
        certain=certain_,
        impossible=impossible,
        unknown=unknowns(sentences, every),
        why_no_more=why,
        seed=settings.seed,
        notes=notes(sentences, every, ()),
    )
    return found if why else _with_shares(found, sentences, (terms, every), Work(settings, clock, executor))


def _with_shares(
    found: Agreement, sentences: Sentences, what: tuple[Terms, tuple[Entry, ...]], work: Work
) -> Agreement:
    """With what only readings tell."""
    terms, every = what
    experiment = Experiment.of(terms, work.settings.seed)
    counted = tally(experiment, work.settings, work.clock, work.executor)
    done, told = counted.complete, None
    if work.settings.assumptions:
        told, all_done = carried(sentences, counted, every, work)
        done = done and all_done
    return replace(
        found,
        shares=tuple(shares(sentences, counted)),
        ask_next=ask_next(experiment.questions, counted.total, counted.counts, counted.columns.beats, sentences.ask),
        assumptions=told,
        priors={prior.id: prior.sentence for prior in experiment.priors},
        readings=min(int(counts.readings.sum()) for counts in counted.counts),
        complete=done,
        notes=notes(sentences, every, experiment.priors),
    )


def _sure(sentences: Sentences, terms: Terms, stated: tuple[Entry, ...]) -> tuple[tuple[Finding, ...], ...]:
    """What is certain and what is impossible; what would not be so by the parties' own words alone is marked."""
    own = tuple(e for e in stated if not e.judged)
    found = _told(sentences, terms, stated)
    if own == stated:
        return found
    own = tuple(e for e in own if not e.in_points or any(o.kind == "points" and o.party == e.party for o in own))
    alone = _told(sentences, Terms.of(terms.agenda, own), own)
    texts = {finding.text for part in alone for finding in part}
    return tuple(tuple(replace(f, assumed=f.text not in texts) for f in part) for part in found)


def _told(sentences: Sentences, terms: Terms, stated: tuple[Entry, ...]) -> tuple[tuple[Finding, ...], ...]:
    found = certain(terms)
    return certain_told(sentences, terms, found), impossible_told(sentences, terms, found, stated)


def shares(sentences: Sentences, counted: Tally) -> Iterator[Share]:
    """All shares: any package; each option; the packages most often acceptable and on the frontier; each red line."""
    experiment, columns, agenda = counted.experiment, counted.columns, sentences.agenda
    yield counted.share("any", "Some package beats no deal for all", columns.any, sentences)
    red = {line.option for line in experiment.red_lines}
    for option in sentences.in_file_order():
        if option not in red:
            what = f"The Nash package holds {sentences.option(option)}"
            yield counted.share("option", what, columns.nash.start + option, sentences, **sentences.names(option))
    # The status quo is no agreement; without it one more has its place.
    rows = [(n, tuple(map(int, experiment.rows[n]))) for n in counted.most_often(columns.front, SHOWN + 1)]
    for number, row in [(n, row) for n, row in rows if row != agenda.status_quo][:SHOWN]:
        what = f"No side loses by it and no package beats it: {sentences.package(row)}"
        yield counted.share("package", what, columns.front.start + number, sentences, package=agenda.package(row))
    for number, line in enumerate(experiment.red_lines):
        whose = f"Without the red line of {sentences.party(line.party)} ({sentences.option(line.option)})"
        more = {**sentences.names(line.option), "party": line.party}
        what = f"{whose} the Nash package is another"
        yield counted.share("red line", what, columns.changes.start + number, sentences, **more)
