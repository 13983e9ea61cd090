"""The room: pages on which the talks of an exercise are held, each seat's made of what that seat knows.

    table.py          one table: what is so, what each seat knows, the ledger; read it first
    hall.py           all tables of an exercise, and what wakes when something happens
    admission.py      who may sit where: a link for each seat
    forms.py          from what a page sends to an act
    views/            what the pages show; pages/ their templates, style and script
    programs.py       programs in empty seats, and what goes on by itself
    debriefed.py      what the day was, as a file for all; prints.py makes one at a time
    opening.py        from a case to a hall
    calendar.py       the day on which an exercise is held
    doings.py         what the trainer does beside the talks
    server.py         pages, acts and streams

The ledger is on the disk before anything is called saved. Nothing here decides anything: `proceedings` does, and
what it refuses stays in its form, as a field that holds no number does.
"""
