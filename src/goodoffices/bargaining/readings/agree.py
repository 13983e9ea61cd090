"""What could be agreed when preferences are only partly known. Read this first.

    agreement = agree(case.talks, case.preferences, Settings(readings=1_000))

In this order: what the statements alone settle (`certain.py`, by linear programming); shares of readings under several priors
(`draw.py`, `counts.py`, `shares.py`); what to ask next (`ask.py`); which assumption carries the result (`assumptions.py`).
"""

from concurrent.futures import Executor

from ...talks import Preferences, Talks
from .agenda import Agenda
from .ask import ask_next
from .assumptions import carried
from .certain import certain
from .conflicts import refuse_contradictions
from .entries import Entry, counting, entries
from .result import Agreement, CarriedTold
from .settings import Clock, Settings
from .shares import Tally, shares
from .study import Study
from .tally import tally
from .telling import asks_told, carried_told, certain_told, impossible_told, notes, shares_told
from .words import Words

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
    refuse_contradictions(talks, agenda, stated)
    study, words = Study.of(agenda, stated, settings.seed), Words(talks, agenda)
    sure = certain(study)
    found = tally(study, settings, clock, executor)
    done, told = found.complete, None
    if settings.assumptions:
        told, all_done = _carried(words, found, every, settings, clock, executor)
        done = done and all_done
    return Agreement(
        title=talks.title,
        parties={party: words.party(party) for party in agenda.parties},
        packages=agenda.packages,
        certain=certain_told(words, study, sure),
        impossible=impossible_told(words, study, sure, stated),
        shares=shares_told(words, shares(found, SHOWN)),
        ask_next=asks_told(words, ask_next(found)),
        assumptions=told,
        priors={prior.id: prior.sentence for prior in study.priors},
        readings=min(int(counts.readings.sum()) for counts in found.counts),
        seed=settings.seed,
        complete=done,
        notes=notes(words, study, every),
    )


def _carried(
    words: Words, found: Tally, every: tuple[Entry, ...], settings: Settings, clock: Clock, executor: Executor | None
) -> tuple[tuple[CarriedTold, ...], bool]:
    turns, base, all_done = carried(words.talks, found, every, settings, clock, executor)
    return carried_told(words, turns, base), all_done
