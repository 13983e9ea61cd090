"""Under which heading a reader looks for each sentence of a report, as a model reads it: its judgement, whole sentences.

question.py   what is asked
told.py       the form of an answer, and what of it is kept
"""

from .question import question, task
from .told import headed

__all__ = ["headed", "question", "task"]
