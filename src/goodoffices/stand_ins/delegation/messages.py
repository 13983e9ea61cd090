"""What a delegation gives the mediation to carry, or to keep.

1. Alone with the mediation, once that has spoken and has its answers; at a table, after the delegation has refused something there.
2. Two in a meeting at most, the second one after something more was asked or refused; never the same words twice.
3. Each takes the next of the four rules, each side from another one on: in a day that is led all of them come.
4. What is handed over is true, and names no more than what the delegation would put on the table: what it needs most, what it
   would give for it, a package that might come from somebody else, an issue on which it can go further.
"""

from numpy.random import Generator

from goodoffices.proceedings import Act, HandOver, Passing
from goodoffices.proceedings.events import Answered, HandedOver, Said

from .. import sentences
from ..heard import heard, mediated, opened, parties_in
from ..questions import asked_of
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
    rule = RULES[(len(before) + 2 * [*here.public.parties].index(here.party)) % len(RULES)]
    words = _words(here, rule)
    if any(what.words == words for what in before):
        return None
    to = here.others[rng.integers(len(here.others))]
    return HandOver(by=here.view.seat, to=to, words=words, rule=rule)


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


def _words(here: Standing, rule: Passing) -> str:
    public, offer = here.public, here.offer
    most, *rest = sorted(offer, key=lambda issue: (-here.worth.span(issue), issue))
    if rule == "word for word" or not rest:
        return sentences.needs(public, most, offer[most])
    given = next((issue for issue in rest if offer[issue] != here.worth.allowed[issue][0]), rest[0])
    if rule == "gist":
        return sentences.handed(public, {given: offer[given]}, {most: offer[most]})
    if rule == "own idea":
        return sentences.not_from_us(public, {issue: offer[issue] for issue in (most, given)})
    further = here.further()
    return sentences.further(public, further) if further else sentences.hardest(public, most)
