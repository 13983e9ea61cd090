"""Kinds of houses in which talks are held, and kinds of places: words that do not tell two places apart."""

HOUSES: frozenset[str] = frozenset(
    "palace hotel church mosque temple monastery school university library ministry embassy consulate barracks "
    "airport ship ferry tent villa residence castle parliament court museum stadium warehouse factory club farm "
    "house hall theatre mansion lodge caravanserai inn restaurant tower fort fortress hospital station harbour "
    "terminal pavilion".split()
)
"""Kinds of houses: two venues of one town that are different kinds of house are not the same house."""

KINDS_OF_PLACE: frozenset[str] = frozenset(
    "republic kingdom sultanate emirate state federation county district province region prefecture canton city "
    "town village capital municipality island islands harbour north south east west northern southern eastern "
    "western central".split()
)
"""Words that say what kind of place a name is, or where in it; they do not tell two places apart."""
