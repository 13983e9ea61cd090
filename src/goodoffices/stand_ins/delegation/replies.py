"""What a delegation replies when the mediation asks it something else than its position.

1. Asked why, it says what the author of the exercise wrote that it may say; where there is nothing, that it gives no reason.
2. Why without an issue is about what it spoke of last there: the issue of its position, or the proposal that it refused.
3. Asked what it cannot read it says so, and on what it can be asked: a note of the program, and not of the delegation, each time in
   other words, until there are no more.
"""

from collections.abc import Mapping

from goodoffices.proceedings import Act, Say
from goodoffices.proceedings.events import Answered, PositionTaken, Said

from .. import sentences
from ..heard import heard
from ..questions import Asked, asked_of
from .reasons import in_the_way, why_not
from .stance import Standing


def reply(here: Standing) -> Act | None:
    """The reply to the first question that waits for one."""
    for meeting in here.view.here:
        asked = asked_of(here.view, meeting, here.party)
        words = _reason(here, meeting, asked) if asked.why else _note(here) if asked.unread else None
        if words:
            return Say(by=here.view.seat, meeting=meeting, words=words)
    return None


def _note(here: Standing) -> str | None:
    """That the program did not understand, in words that it has not used yet."""
    said = {what.words for _, what in heard(here.view, Said) if what.by == here.view.seat}
    return next((words for words in sentences.not_understood(here.public) if words not in said), None)


def _reason(here: Standing, meeting: str, asked: Asked) -> str | None:
    if asked.reasons:
        return " ".join(_because(here, issue) for issue in asked.reasons)
    first = next(iter(_sayable(here)), None)
    if asked.matters and first:
        return _because(here, first)
    refusal, issue = _spoke_of(here, meeting)
    said = [refusal] if refusal else []
    if issue is not None and (not refusal or issue in _sayable(here)):
        said.append(_because(here, issue))
    return " ".join(said) or (_because(here, first) if first else _note(here))


def _sayable(here: Standing) -> Mapping[str, str]:
    return here.view.known.reasons.get(here.party, {})


def _because(here: Standing, issue: str) -> str:
    words = _sayable(here).get(issue)
    return sentences.because(here.public, issue, words) if words else sentences.no_reason(here.public, issue)


def _spoke_of(here: Standing, meeting: str) -> tuple[str, str | None]:
    """What the delegation did last in a meeting: why it refused a proposal, where it still does, and the issue."""
    for _, seen in reversed(here.view.feed):
        match seen.what:
            case PositionTaken() as took if took.meeting == meeting and took.side == here.party:
                return "", took.issue
            case Answered() as gave if gave.party == here.party and gave.answer == "refuse":
                proposal = here.view.facts.proposals.get(gave.proposal)
                refuses = proposal is not None and not proposal.withdrawn and here.answered(proposal) == "refuse"
                if refuses and proposal is not None and proposal.made.meeting == meeting:
                    return why_not(here, gave.proposal), next(iter(in_the_way(here, gave.proposal)), None)
    return "", None
