"""The kinds of difference: each reads its answers in a report, and says how two answers stand to each other. Read `values.py` first."""
