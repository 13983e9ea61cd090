"""Preferences that are only partly known: what is certain, what depends on the unknown, and what to ask. Read `agree.py` first.

agree(talks, preferences, Settings(readings=1_000, seed=1)) -> Agreement
"""

from .agree import agree
from .result import NOT_DECIDED, Agreement, Ask, Carried, Finding, Share, Unknown
from .settings import Settings

__all__ = ["NOT_DECIDED", "Agreement", "Ask", "Carried", "Finding", "Settings", "Share", "Unknown", "agree"]
