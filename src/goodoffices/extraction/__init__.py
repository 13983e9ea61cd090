"""Reports in: from any text to proposed claims. Programs only propose; a person decides. Read `proposal.py` first.

reports, formats       any file becomes a text and some guesses about it
plain, llm             two extractors behind one interface
begin, enter           a new case from reports; more reports into a case
naming                 from the reports' own terms to a case's: who is who, which meeting is which
apart, limits, read    each report read in a process of its own, under limits
batches, journal       many reports at once, with interruption and resume
"""
