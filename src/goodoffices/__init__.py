"""Good Offices: the record of mediated talks, the brief on them, and what could be agreed.

Read `goodoffices.talks` first: it is the vocabulary in which everything else is written.
"""

__version__ = "0.1.0"
