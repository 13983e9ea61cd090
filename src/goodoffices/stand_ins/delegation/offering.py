"""What a delegation brings up: positions when it is asked, proposals, a meeting of the heads.

1. It takes a position on each issue on which the mediation asked, in one answer as far as it says them as firmly: what it would
   propose now. Alone with the mediation it says that
   it could accept it where that is what another proposed, and it never asked for it itself before the others. And once it says
   that it cannot accept a red line that another side asked for.
2. It proposes what it would accept now, when it has not proposed that in the meeting yet and nothing of its own waits there for an
   answer. What waits long it changes when it can offer more, and what was refused it changes, or makes another. What it gives it
   gives only if it gets the rest.
3. Once in the day, late, when proposals were refused and nobody sits together, it calls the heads.
"""

from numpy.random import Generator

from goodoffices.proceedings import Act, Amend, CallCaucus, CloseMeeting, Package, Propose, TakePosition
from goodoffices.proceedings.events import MeetingOpened
from goodoffices.proceedings.rules.bounds import WORDS
from goodoffices.talks.issues import Stance

from .. import sentences
from ..heard import calls, heard, long_ago, mediated, opened, own, parties_in, tables, together, wanted
from ..questions import asked_of
from .answering import new
from .stance import Standing
from .wishes import demanded

PATIENCE = 4.0
"""Minutes for which a proposal waits for an answer before it is changed."""
WAIT = 3.0
"""Minutes that a delegation leaves the mediation for its first question."""
FIRM = 1 / 3
"""The share of the day in which positions are called for; later they are supported."""
CHANGES = 0.5
"""How often it changes what was refused instead of making another proposal."""
LATE = 0.55
"""The share of the day after which the heads are called."""
HEADS = 10.0
"""Minutes for the heads."""


def position(here: Standing) -> Act | None:
    """A position that it was asked for."""
    for meeting in here.view.here:
        asked = [issue for issue in asked_of(here.view, meeting, here.party).issues if issue in here.offer]
        if asked:
            stance = _stance(here, meeting, asked[0])
            same = {issue: here.offer[issue] for issue in asked if _stance(here, meeting, issue) == stance}
            while len(same) > 1 and len(sentences.position(here.public, stance, same)) > WORDS:
                same.popitem()  # the rest is the next answer
            return _taken(here, meeting, same, stance)
    return None


def _stance(here: Standing, meeting: str, issue: str) -> Stance:
    option = here.offer[issue]
    alone = here.view.here[meeting].opened.caucus == "chair and side"
    if alone and _proposed(here, issue, option) and (issue, option) not in demanded(here):
        return "accepts"
    return "calls_for" if here.share < FIRM else "supports"


def _proposed(here: Standing, issue: str, option: str) -> bool:
    """Whether somebody else proposed an answer, or asks for it."""
    made = (one for one in here.view.facts.proposals.values() if one.made.side != here.party and not one.withdrawn)
    return any(one.whole.get(issue) == option for one in made) or any(
        calls(here.view, side).get(issue) == option for side in here.others
    )


def red_line(here: Standing) -> Act | None:
    """That it cannot accept what another side asked for, said once."""
    said = {(one.issue, one.option) for one in here.view.facts.positions if one.side == here.party}
    for issue, options in wanted(here.view, here.others).items():
        for option in sorted(options):
            if here.worth.crosses({issue: option}) and (issue, option) not in said and (there := tables(here.view)):
                return _taken(here, there[0], {issue: option}, "refuses")
    return None


def _taken(here: Standing, meeting: str, package: Package, stance: Stance) -> Act:
    words = sentences.position(here.public, stance, package)
    (issue, option), *more = package.items()
    return TakePosition(
        by=here.view.seat, meeting=meeting, issue=issue, option=option, stance=stance, words=words, also=dict(more)
    )


def proposal(here: Standing, rng: Generator) -> Act | None:
    """Its proposal for a table at which it sits, or a better form of one that waits."""
    for meeting in tables(here.view):
        if new(here, meeting) and not _too_soon(here, meeting):
            return _put(here, meeting, rng)
    return None


def _too_soon(here: Standing, meeting: str) -> bool:
    """Where somebody mediates, that one is to ask first."""
    if not mediated(here.public, here.view.here[meeting]):
        return False
    taken = any(one.meeting == meeting and one.side == here.party for one in here.view.facts.positions)
    return not taken and not long_ago(opened(here.view, meeting)[0], here.now, WAIT)


def _put(here: Standing, meeting: str, rng: Generator) -> Act | None:
    mine = [id_ for id_, one in own(here.view).items() if one.made.meeting == meeting]
    waits = [id_ for id_ in mine if _waits(here, id_, meeting)]
    if waits and not long_ago(here.view.facts.proposals[waits[-1]].at, here.now, PATIENCE):
        return None
    if waits or (mine and rng.random() < CHANGES):
        words = sentences.proposed(here.public, here.offer, {})
        return Amend(by=here.view.seat, proposal=(waits or mine)[-1], package=here.offer, words=words)
    given, wants = _two_parts(here)
    words = sentences.proposed(here.public, given, wants)
    return Propose(by=here.view.seat, meeting=meeting, package=given, only_if=wants, words=words)


def _two_parts(here: Standing) -> tuple[dict[str, str], dict[str, str]]:
    """What it gives, only if it gets what it wants most: its offer, in two parts where there are two."""
    wants = {issue: option for issue, option in here.offer.items() if option == here.worth.allowed[issue][0]}
    given = {issue: option for issue, option in here.offer.items() if issue not in wants}
    return (given, wants) if given and wants else (here.offer, {})


def _waits(here: Standing, id_: str, meeting: str) -> bool:
    """Whether a party that sat there has not answered."""
    there = here.view.facts.meetings[meeting]
    return not set(here.view.facts.proposals[id_].answers) >= set(parties_in(here.public, there))


def heads(here: Standing, rng: Generator) -> Act | None:
    """A meeting of the heads: called late, once; closed by who called it."""
    called = [what for _, what in heard(here.view, MeetingOpened) if what.caucus == "heads"]
    if called:
        return _over(here, called[0])
    refused = sum(
        "refuse" in {one.answer for one in made.answers.values()} for made in here.view.facts.proposals.values()
    )
    if (
        here.share < LATE
        or refused < 2
        or together(here.view, "open", "adjourned")
        or here.view.outcome.kind == "whole"
        or rng.random() < 0.5
    ):
        return None
    return CallCaucus(by=here.view.seat, caucus="heads")


def _over(here: Standing, what: MeetingOpened) -> Act | None:
    """The heads part when their time is over or all is agreed."""
    if what.by != here.view.seat or what.meeting not in here.view.here:
        return None
    done = here.view.outcome.kind == "whole" or long_ago(opened(here.view, what.meeting)[-1], here.now, HEADS)
    return CloseMeeting(by=here.view.seat, meeting=what.meeting) if done else None
