"""Who and what is named in a text, by its words alone: people with their posts, bodies, places, houses. Read `casting.py` first."""
