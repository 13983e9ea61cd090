"""Accept, edit, reject: what programs propose becomes a record by a person's decisions, in a page or in the terminal.

    decisions.py    what can be decided, as pure functions; read it first
    store.py        the case while it is being marked: durable writes, undo, changes of others noticed
    server.py       the page, on this machine only
    review.py       the same in the terminal

A decision is on the disk before it is called saved, comments and order of the files stay, and nothing is written into
talks.yaml without a yes.
"""

from .decisions import Accept, Add, Decision, Edit, Judge, Reject, Signature
from .store import NeedsYesError, Saved, Store

__all__ = [
    "Accept",
    "Add",
    "Decision",
    "Edit",
    "Judge",
    "NeedsYesError",
    "Reject",
    "Saved",
    "Signature",
    "Store",
]
