"""From proposals to a first picture: who, with whom, where, about what; every entry with the claims it rests on.

    drafted = draft(accounts, "plain 0.1.0")
    drafted.talks       a draft of talks.yaml
    drafted.claims      the proposals in its terms, for record.yaml

What fits nowhere stays in the record only. Read `build.py` first; each other file makes one kind of entry.
"""

from .account import Account
from .build import Drafted, draft
from .naming import Terms
from .sound import as_words, sound

__all__ = ["Account", "Drafted", "Terms", "as_words", "draft", "sound"]
