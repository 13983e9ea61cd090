"""Who talks by a report and who helps, as a model reads it: names that stand in the report, letter by letter.

question.py   what is asked
told.py       the form of an answer, and what of it is kept
"""

from .question import LONGEST, question, task
from .told import sides

__all__ = ["LONGEST", "question", "sides", "task"]
