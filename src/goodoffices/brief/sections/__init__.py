"""The sections of the main part of a brief, one file each, and the sentences that they share (`*_words.py`)."""
