"""Programs that take empty seats of an exercise with invented parties.

    hold_day(setting, seed=7)                 a whole day by programs alone: its events and last state
    Company.of(setting, seats, seed=7)        programs in some seats, for talks in which people sit, too
    trainer.next_act(state, events, now, steps)   the trainer's part, where nobody takes it
    Delegation, Principal, Chair ...          one program a part; `registered.py` says which takes which seat

Read `program.py` first: what a program is. Sentences stand in `sentences.py`, sources on the classes.
"""

from .chair import Chair
from .company import TALKING, Company, Pace, Upcoming, Watch
from .concession import Tactic
from .day import Day, hold_day
from .delegation import Delegation
from .principal import Principal
from .program import MOST, Program
from .registered import PROGRAMS, program_for

__all__ = [
    "MOST", "PROGRAMS", "TALKING", "Chair", "Company", "Day", "Delegation", "Pace", "Principal", "Program", "Tactic", "Upcoming",
    "Watch", "hold_day", "program_for",
]  # fmt: skip
