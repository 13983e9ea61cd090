"""What the pages show, made of one seat's view: read `ask.py`, then `paths.py`.

ask.py           what a page is asked for; the frame of all pages
paths.py         which page stands at which path
seat.py          my seat, a meeting, my side; proposals.py, chair.py, debriefing.py; solo.py for who plays alone
phase.py         what a phase is for, and what comes when it ends; place.py where one is in it; read_back.py the form of points
trainer.py       the board, a table, the links
names.py         how things are called on a seat's pages; sentences.py what happened, a sentence each
"""
