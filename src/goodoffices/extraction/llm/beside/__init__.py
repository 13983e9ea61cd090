"""What two reports tell differently, as a model reads them: its judgement, the reports' own words.

question.py   what is asked
told.py       the form of an answer
proved.py     where the words of a difference stand; what is found on one side only is thrown away
reader.py     all of it: `Beside`. Read this one first
"""

from .question import task
from .reader import Beside

__all__ = ["Beside", "task"]
