"""A report taken apart once: sentences, clauses, words under their keys, days, names, verbs. Read `passages.py` first."""
