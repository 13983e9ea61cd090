"""The debriefing sheet: a packet of its own, handed out when the day is over, for it tells what the day was made for.

1. Three questions and four scales at most: five minutes are enough. What the author asks besides, the trainer asks aloud.
2. Nobody is asked for what his seat had no part in: sides, the mediation team, and all others have a sheet of their own.
3. The scales are the four dimensions of Curhan, Elfenbein and Xu (2006).
"""

from collections.abc import Iterator

from ...talks import Part
from ..outline import Outline
from .held import Held
from .sheets import Blank, Field, Packet, Sheet

_SCALE = tuple(map(str, range(1, 8)))
_TURNED = "When it turned, and on which words"
_KINDS: tuple[tuple[str, tuple[Part, ...], tuple[str, ...]], ...] = (
    (
        "For delegations and principals",
        ("head", "adviser", "note-taker", "principal"),
        (
            "What mattered most to your side, the weightiest first",
            "What mattered most to the other side, as you believe",
            _TURNED,
        ),
    ),
    (
        "For the mediation team",
        ("chair", "mediator"),
        (
            "What mattered most to each side, as you understood it",
            "What you carried or said that moved something",
            _TURNED,
        ),
    ),
    (
        "For all others",
        ("supporter", "press", "observer"),
        (
            "What mattered most to each side, as you saw it",
            "What you saw or heard that those at the table did not",
            _TURNED,
        ),
    ),
)
_CONTENT = (
    "Content with the result",
    "Content with the way there: heard, treated fairly",
    "Content with how you stand with the others: could you begin again tomorrow?",
    "Content with yourself",
)


def debriefing_packet(held: Held) -> Packet:
    """A sheet for each kind of seat that there is."""
    held = held.seen_by("")
    return Packet("debriefing", "Debriefing", tuple(_sheets(held)))


def _sheets(held: Held) -> Iterator[Sheet]:
    for whom, parts, questions in _KINDS:
        if held.has(*parts):
            label = held.label("For everybody, when the debriefing begins")
            outline = Outline(held.case.name, "Debriefing", whom, (), (), {}, label=label)
            yield Sheet(outline, (_form(questions),), pages=1, name=f"Debriefing: {whom[:1].lower()}{whom[1:]}")


def _form(questions: tuple[str, ...]) -> Blank:
    asked = (Field("Your seat", 1), *(Field(question, 7) for question in questions))
    note = "Alone, in five minutes, before anybody speaks. 1 is not at all, 7 is entirely."
    return Blank("", note, (*asked, *(Field(content, 0, _SCALE) for content in _CONTENT)))
