"""Preferences that are only partly known: what is certain, what depends on the unknown, and what to ask. Read `agree.py` first.

agree(talks, preferences, Settings(readings=1_000, seed=1)) -> Agreement
"""

from .agree import agree
from .result import NOT_DECIDED, Agreement, AskTold, CarriedTold, Finding, ShareTold
from .settings import Settings

__all__ = ["NOT_DECIDED", "Agreement", "AskTold", "CarriedTold", "Finding", "Settings", "ShareTold", "agree"]
