"""What a delegation has to say to the mediation by each rule; nothing where it would make no sense."""

from fractions import Fraction

from goodoffices.proceedings import Passing

from .. import sentences
from ..heard import calls
from .stance import Standing
from .wishes import demanded


def words_of(here: Standing, rule: Passing) -> str | None:
    """The words of a message that may be passed on by this rule."""
    left = _left(here)
    if not left:
        return None
    most, *rest = left
    if rule == "word for word":
        return sentences.needs(here.public, most, here.offer[most])
    given = [issue for issue in rest if _gives(here, issue)]
    if rule == "own idea":
        idea = {issue: here.offer[issue] for issue in given[:2]} or _one_more(here, left)
        return sentences.not_from_us(here.public, idea) if idea else None
    further = here.further(issue for issue in rest if _divides(here, issue))
    if rule == "gist":
        return _for_it(here, most, given[0] if given else None, further)
    return sentences.further(here.public, further) if further else sentences.hardest(here.public, most)


def _for_it(here: Standing, most: str, given: str | None, further: str | None) -> str | None:
    """What it would give for what it needs most: an answer, or that it can move."""
    public, offer = here.public, here.offer
    if given:
        return sentences.handed(public, {given: offer[given]}, {most: offer[most]})
    return sentences.can_move(public, further, {most: offer[most]}) if further else None


def _one_more(here: Standing, issues: list[str]) -> dict[str, str]:
    """An answer that another side wants, beyond what it would propose, with which it still has more than without an agreement."""
    points, found = here.worth.party.points, list[tuple[Fraction, str, str]]()
    for issue in issues:
        for option in {calls(here.view, side).get(issue) for side in here.others}:
            changed = {**here.offer, issue: option or here.offer[issue]}
            lost = points[issue][here.offer[issue]] - points[issue].get(changed[issue], 0)
            if (
                lost > 0
                and here.worth.enough(changed, here.worth.reservation)
                and (issue, option) not in demanded(here)
            ):
                found.append((lost, issue, changed[issue]))
    return {issue: option for _, issue, option in sorted(found)[:1]}


def _left(here: Standing) -> list[str]:
    """The issues that are neither settled nor wanted alike by all, what matters most first."""
    settled = here.view.outcome.settled
    open_ = (issue for issue in here.offer if issue not in settled and not _alike(here, issue))
    return sorted(open_, key=lambda issue: (-here.worth.span(issue), issue))


def _alike(here: Standing, issue: str) -> bool:
    return all(calls(here.view, side).get(issue) == here.offer[issue] for side in here.others)


def _divides(here: Standing, issue: str) -> bool:
    """Whether another side is known to want something else."""
    return any(calls(here.view, side).get(issue, here.offer[issue]) != here.offer[issue] for side in here.others)


def _gives(here: Standing, issue: str) -> bool:
    """Whether its answer on an issue is something that it would give: what another wants, and it has not asked for."""
    option = here.offer[issue]
    wanted = any(calls(here.view, side).get(issue) == option for side in here.others)
    return wanted and option != here.worth.allowed[issue][0] and (issue, option) not in demanded(here)
