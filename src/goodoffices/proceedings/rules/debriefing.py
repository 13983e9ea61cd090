"""The debriefing.

1. It is opened by the trainer after the end; then each seat answers for itself.
2. A later answer of a seat takes the place of an earlier one.
3. What the day was is shown to all only after the trainer has said so; until then nobody sees more than before.
"""

from collections.abc import Iterable

from .. import acts as a
from .. import events as e
from ..state import State
from .turn import Refused, Turn

NO_ANSWER = "Nothing was answered."
ASKED = "This is not what was asked."


def open_debriefing(turn: Turn, act: a.OpenDebriefing) -> tuple[e.Event, ...]:
    """Each seat may answer."""
    return (turn.event(e.DebriefingOpened(), "the clock"),)


def reflect(turn: Turn, act: a.Reflect) -> tuple[e.Event, ...]:
    """A seat answers."""
    answers = {key: words for key, words in act.answers.items() if words}
    if not answers:
        raise Refused(NO_ANSWER)
    questions = {f"question {number}" for number in range(1, len(turn.public.questions) + 1)}
    if not answers.keys() <= {*a.REFLECTIONS, *questions}:
        raise Refused(ASKED)
    return (turn.event(e.Reflected(by=act.by, answers=answers), "an answer in the debriefing"),)


def reveal(turn: Turn, act: a.Reveal) -> tuple[e.Event, ...]:
    """All may see what the day was."""
    return (turn.event(e.Revealed(), "the clock"),)


def opened(state: State, events: Iterable[e.Event]) -> tuple[e.Event, ...]:
    """All events of the day, once all may see them; before that none."""
    return tuple(events) if state.facts.status == "revealed" else ()
