"""What is printed of an exercise, so that a day of talks can be held on paper alone. Read `build.py` first.

    packets(case)                    a packet for everybody, one a seat, one for the trainer
    packet_bytes(".pdf", packet)     one of them as a file

A packet is sheets: an outline each, as of a brief, and below it blanks to be filled in by hand. Of the exercise a packet is
given only what its seat may know (`case/seats.py`); of the case it has the titles and options of the issues, the names of parties
and the titles of meetings, and nothing of the record.
"""

from .build import packets, require_seats
from .forms import ENDINGS, packet_bytes
from .held import Held
from .reported import exercise_of
from .sheets import Blank, Field, Packet, Sheet

__all__ = [
    "ENDINGS",
    "Blank",
    "Field",
    "Held",
    "Packet",
    "Sheet",
    "exercise_of",
    "packet_bytes",
    "packets",
    "require_seats",
]
