"""The page on which each seat answers for itself.

The last four questions are the dimensions of what people take away from a negotiation by Curhan, Elfenbein and Xu (2006).
"""

from ... import proceedings as p
from ...talks.exercise import TRAINER
from .ask import Ask, Values

SCALE = ("1", "2", "3", "4", "5", "6", "7")
REFLECTIONS = {
    "mattered to us": "What mattered most to you?",
    "mattered to them": "What, do you think, mattered most to the others?",
    "turned": "When did it turn?",
    "result": "How content are you with the result?",
    "process": "With the way in which it came about?",
    "relationship": "With how you and the others get on now?",
    "oneself": "With yourself?",
}


def day(ask: Ask) -> Values | None:
    """What happened, for all; made beforehand, for it takes a while."""
    if not ask.day:
        return None
    return {"number": ask.hall.streams_of_trainer} if ask.seat == TRAINER else {}


def debriefing(ask: Ask) -> Values | None:
    """What each seat answers for itself."""
    if ask.view.facts.status not in ("debriefing", "revealed"):
        return None
    return {
        "questions": REFLECTIONS, "scale": SCALE, "scaled": p.REFLECTIONS[3:], "more": ask.view.known.public.questions,
        "answered": ask.view.facts.reflections.get(ask.seat, {}),
    }  # fmt: skip
