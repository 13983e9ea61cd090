"""Would it hold: who could leave a state, and what keeps them from leaving (the graph model of Fang, Hipel and Kilgour 1993).

    found = stability(read_conflict(path))      Stability: exact tables, equilibria, moves of coalitions
    found.equilibria("seq")                     the states that are stable for all
    told(found)                                 the status quo and the equilibria in words
    mistakes(conflict)                          what is wrong in it, by keys

Read `model.py` first.
"""

from typing import TYPE_CHECKING, Any

from .mistakes import Mistake, mistakes

if TYPE_CHECKING:
    from .concepts import CONCEPTS, Concept, Tables, tables
    from .flips import Flip
    from .model import Model
    from .result import MOST_LISTED, Stability, stability
    from .verdicts import Departure, Step, Verdict
    from .words import Told, concept_names, grounds, told

__all__ = [
    "CONCEPTS", "MOST_LISTED", "Concept", "Departure", "Flip", "Mistake", "Model", "Stability", "Step", "Tables", "Told",
    "Verdict", "concept_names", "grounds", "mistakes", "stability", "tables", "told",
]  # fmt: skip
_PLACES = {
    "concepts": ("CONCEPTS", "Concept", "Tables", "tables"),
    "flips": ("Flip",),
    "model": ("Model",),
    "result": ("MOST_LISTED", "Stability", "stability"),
    "verdicts": ("Departure", "Step", "Verdict"),
    "words": ("Told", "concept_names", "grounds", "told"),
}


def __getattr__(name: str) -> Any:
    # Reading a case asks for `mistakes` alone; the compiler behind the rest takes longer to import than a case to read.
    from importlib import import_module

    for module, names in _PLACES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
