"""Who talks: parties and those who help them, found by how the clauses of a report set them together. Read `seen.py` first."""

from .side import NOTHING, PERHAPS, Said, Side, bare, side_from

__all__ = ["NOTHING", "PERHAPS", "Said", "Side", "bare", "side_from"]
