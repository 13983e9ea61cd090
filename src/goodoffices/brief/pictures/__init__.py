"""What a brief shows as drawings: who met with whom, and how meetings and positions follow each other in time.

Read `meetings.py` first. Every drawing is still, stands on one printed page, keeps its labels whole, and has the same in words
(`sentences.py`). How wide words are is only guessed, and generously, for nobody knows the reader's fonts (`measure.py`).
"""

from .meetings import MOST, meetings_figures
from .sentences import meeting_line
from .timeline import timeline_figures

__all__ = ["MOST", "meeting_line", "meetings_figures", "timeline_figures"]
