"""How many are said to talk: `three-way talks`, `four delegations`, `all three`."""

import re
from collections.abc import Sequence

from .masked import Masked

_NUMBERS = {"tri": 3, "three": 3, "four": 4, "quadri": 4, "five": 5, "six": 6}
_MANY = re.compile(
    r"(?i)\b(?:(tri|quadri)(?:partite|lateral|angular)|(three|four|five|six)(?:-(?:way|party|sided|cornered|sector)|(?: \w+)? (?:parties|sides|delegations|movements"
    r"|factions|countries|governments|tribes|clans|villages|communities|republics|came)\b)|(?:all|between the|of the) (three|four|five)\b)"
)
"""How many are said to talk."""


def how_many(telling: Sequence[Masked]) -> int:
    """The number; 0 where none is said."""
    said = next(filter(None, (_MANY.search(scene.text) for scene in telling)), None)
    return _NUMBERS[next(filter(None, said.groups())).lower()] if said else 0
