"""The chair: leads through the programme, asks, carries messages, tables proposals, reads back, closes."""

from .lead import Chair

__all__ = ["Chair"]
