"""What reading one report, and extracting from it, may take; a language model has limits of its own."""

from ..apart import Limits

__all__ = ["LIMITS", "Limits"]

LIMITS = Limits()
