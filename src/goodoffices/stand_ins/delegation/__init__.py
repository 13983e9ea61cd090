"""The delegation of a party: what it offers, answers, says and confirms."""

from .head import Delegation

__all__ = ["Delegation"]
