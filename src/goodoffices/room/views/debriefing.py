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
OF_NO_PARTY = {
    "mattered to them": "What mattered most to each side, as you understood it?",
    **{key: question for key, question in REFLECTIONS.items() if not key.startswith("mattered")},
}
"""What is asked of seats that are of no party: nobody is asked for what his seat had no part in, as on paper."""


def day(ask: Ask) -> Values | None:
    """What happened, for all; made beforehand, for it takes a while."""
    if not ask.day:
        return None
    return {"number": ask.hall.streams_of_trainer} if ask.seat == TRAINER else {}


def debriefing(ask: Ask) -> Values | None:
    """What each seat answers for itself."""
    if ask.view.facts.status not in ("debriefing", "revealed"):
        return None
    public = ask.view.known.public
    of_party = public.side(ask.seat) in public.parties
    return {
        "questions": REFLECTIONS if of_party else OF_NO_PARTY, "of_party": of_party, "scale": SCALE, "scaled": p.REFLECTIONS[3:],
        "more": public.questions, "answered": ask.view.facts.reflections.get(ask.seat, {}),
    }  # fmt: skip
