"""From the reports' own terms to a case's: who is who under which name, which meeting is which.

    drafted = draft(accounts, "plain 0.1.0")
    drafted.talks       a draft of talks.yaml
    drafted.claims      the proposals in its terms, for record.yaml

Only names are given here; what a claim makes of the talks is `synthesis`'s. Read `draft.py` first.
"""

from .account import Account
from .draft import Drafted, draft
from .sound import as_words, sound
from .talking import WhoTalks, who_talks
from .terms import Terms

__all__ = ["Account", "Drafted", "Terms", "WhoTalks", "as_words", "draft", "sound", "who_talks"]
