"""What hangs on the wall in the debriefing, and not before: what each answer was worth, and what each side might accept by itself.

Only what `shown` of the charter names; what each seat alone knew is on no poster, for each reads out his own.
"""

from collections.abc import Iterator

from ..outline import Section
from .both_sides import mandates, points
from .held import Held
from .room import poster
from .sheets import Packet, Sheet

_WHOM = "For the trainer only, until the debriefing; then for the wall"


def shown_packet(held: Held) -> Packet | None:
    """A poster each; none where nothing is to be shown."""
    sheets = tuple(_posters(held))
    return Packet("trainer-shown-at-the-end", "Shown at the end", sheets) if sheets else None


def _posters(held: Held) -> Iterator[Sheet]:
    parties, shown = [*held.case.talks.parties], held.exercise.charter.shown
    if "points" in shown and held.exercise.points:
        section = Section("points", "In points", tuple(points(held, parties)))
        yield poster(held, "What each answer was worth", section, _WHOM)
    if "mandates" in shown and any(held.exercise.mandates.values()):
        section = Section("mandates", "By itself, and after asking its principal", (mandates(held, parties),))
        yield poster(held, "What each delegation might accept", section, _WHOM)
