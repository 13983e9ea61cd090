"""Quantities: numbers with what they count. Read `quantity.py` first.

`numerals` turns words into digits that know their place, `units` knows what is counted, `quantity` reads both.
"""
