"""What a delegation gives the mediation to carry, or to keep.

1. Alone with the mediation, once that has spoken and has its answers; at a table, after the delegation has refused something there.
2. Two in a meeting at most, the second one after something more was asked or refused; never the same words twice.
3. Each takes the next of the four rules for which there is something to say, each side from another one on: in a day that is led
   all of them come. Of what is settled, and of what all sides want alike as far as it heard, there is nothing to say.
4. What is handed over is true: what it needs most, what it would give for it, an answer that might come from somebody else, an
   issue on which it can go further. Only what might come from somebody else may go beyond what it would itself propose by now, by
   one answer that another side wants, and never below no deal.
5. What it would give is what another side wants, less than the best for itself, and nothing that it asked for before the others. It
   can move, or go further, only where another side wants something else.
"""

from numpy.random import Generator

from goodoffices.proceedings import Act, HandOver, Passing
from goodoffices.proceedings.events import Answered, HandedOver, Said

from ..heard import heard, mediated, opened, parties_in
from ..questions import asked_of
from .giving import words_of
from .stance import Standing

RULES: tuple[Passing, ...] = ("word for word", "gist", "own idea", "keep")
MOST = 2
"""Messages in one meeting."""


def message(here: Standing, rng: Generator) -> Act | None:
    """A message for another side, where one is due."""
    if not here.offer or here.view.outcome.kind == "whole" or not here.public.mediation:
        return None
    if not any(_due(here, meeting) for meeting in here.view.here):
        return None
    before = [what for _, what in heard(here.view, HandedOver) if what.by == here.view.seat]
    said = {what.words for what in before}
    turn = (len(before) + 2 * [*here.public.parties].index(here.party)) % len(RULES)
    for rule in (*RULES[turn:], *RULES[:turn]):
        words = words_of(here, rule)
        if words is not None and words not in said:
            to = here.others[rng.integers(len(here.others))]
            return HandOver(by=here.view.seat, to=to, words=words, rule=rule)
    return None


def _due(here: Standing, meeting: str) -> bool:
    there, since = here.view.here[meeting], opened(here.view, meeting)[-1]
    given = sum(at >= since and what.by == here.view.seat for at, what in heard(here.view, HandedOver))
    if given >= MOST or not mediated(here.public, there) or asked_of(here.view, meeting, here.party).issues:
        return False
    alone = parties_in(here.public, there) == (here.party,)
    return given < (_asked(here, meeting) if alone else _refused(here, meeting))


def _asked(here: Standing, meeting: str) -> int:
    """How often the mediation has spoken there since the meeting was opened."""
    since = opened(here.view, meeting)[-1]
    return sum(
        at >= since and what.meeting == meeting and what.by in here.public.mediation
        for at, what in heard(here.view, Said)
    )


def _refused(here: Standing, meeting: str) -> int:
    """How many proposals the delegation has refused there since."""
    since, there = opened(here.view, meeting)[-1], here.view.facts.proposals
    return sum(
        at >= since
        and what.party == here.party
        and what.answer == "refuse"
        and there[what.proposal].made.meeting == meeting
        for at, what in heard(here.view, Answered)
    )
