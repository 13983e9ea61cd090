"""A case is a folder: read and cross-checked whole, seen as of a day, compared with an earlier state.

    case = read_case(Path("examples/istanbul-2025"))     raises DataError with every mistake and its place
    case.talks, case.record                              what the team takes to be so; what each source asserts
    case.preferences, case.conflict                      what each side wants; what each can change (None: no such file)
    case.comparison                                      where the accounts agree, differ, or stand alone
    passages(case)                                       what the texts of its sources tell differently, side by side
    seen(case, day, reader)                              the case as it could be known on a day, and as somebody may read it
    read_conflict(path)                                  a conflict.yaml alone, without a case around it

The folder is the authority; nothing else is kept anywhere. Read `read.py` first.
"""

from .changes import (
    Changes,
    Direction,
    Move,
    Stand,
    State,
    Touched,
    Turn,
    changes,
    contradicted,
    direction,
    gravest,
    state_of,
)
from .conflict import read_conflict
from .earlier import read_state
from .fill import fill_anchors
from .model import Anchor, Case
from .order import follows, order_of
from .passages import passages
from .read import inspect, read_case, unfit_beside
from .retain import due
from .rights import TEAM, known_readers
from .schema import FILES, schema
from .seen import for_whom, is_public, known_on, label, seen, seen_twice
from .template import make_case, new_case

__all__ = [
    "FILES", "TEAM", "Anchor", "Case", "Changes", "Direction", "Move", "Stand", "State", "Touched", "Turn", "changes",
    "contradicted", "direction", "due", "fill_anchors", "follows", "for_whom", "gravest", "inspect", "is_public", "known_on",
    "known_readers", "label", "make_case", "new_case", "order_of", "passages", "read_case", "read_conflict", "read_state",
    "schema", "seen", "seen_twice", "state_of", "unfit_beside",
]  # fmt: skip
