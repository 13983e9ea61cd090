"""Days: what a text names, in English, Ukrainian, Russian and Turkish. Read `reading.py` first.

`names` are the words of a calendar, `forms` the patterns made of them, `reading` turns what is found into days, `times` reads
the hour beside one, `printed` knows the day of print.
"""
