"""`goodoffices packets`."""

import os
from pathlib import Path

from ..brief.english import counted
from ..brief.packets import ENDINGS, exercise_of, packet_bytes, require_seats
from ..brief.packets import packets as packets_of
from ..brief.packets.role_sheet import PAGES
from ..case import Case, read_case
from ..case.for_all_seats import require_for_all
from ..case.marked_copy import marked_copy, require_public
from ..documents import make_folder, shown, write_bytes
from ..errors import UsageError
from ..talks import MARK
from .failures import say

FOLDER = "packets"
"""Where the packets of a copy are, in its folder."""


def run(folder: Path, to: Path, people: int | None = None) -> None:
    """Print the packets of an exercise into a folder, for so many people; of another case make a marked copy first."""
    case = read_case(folder)
    if not case.talks.exercise:
        case, to = _copied(case, to, people), to / FOLDER
    elif case.exercise is None:
        raise UsageError(f"{shown(folder)}: found no exercise.yaml, expected the seats of the exercise in it")
    elif os.path.realpath(to) == os.path.realpath(folder):
        raise UsageError(f"--to: found the case itself, expected another folder, such as {shown(folder / FOLDER)}")
    require_for_all(case)
    say(MARK, err=False)
    _write(case, to, people)


def _copied(case: Case, to: Path, people: int | None) -> Case:
    require_public(case)
    exercise = exercise_of(case)
    if people is not None:
        require_seats(exercise, people)  # before there is a copy
    marked_copy(case, to, exercise)
    say(
        f"{shown(case.folder)} is no exercise and stays as it is; {shown(to)} is a copy of it, marked as one.",
        err=False,
    )
    say(f"Who sits where, and what the day brings: {shown(to / 'exercise.yaml')}, which is yours to change.", err=False)
    return read_case(to)


def _write(case: Case, to: Path, people: int | None) -> None:
    made = packets_of(case, people)  # before the folder: a number that does not fit leaves nothing behind
    _make(to)
    written: set[str] = set()
    long = []
    for packet in made:
        for ending in ENDINGS:
            name = f"{case.stem}-{packet.key}{ending}"
            write_bytes(to / name, packet_bytes(ending, packet), below=to)
            written.add(name)
        if (taken := _pages(packet)) > PAGES:
            long.append(
                f"{packet.title}: the role sheet takes {taken} pages, expected {PAGES} at most; shorten its words"
            )
    say(f"Written: {to.resolve()}: {counted(len(written), 'file')}, {case.stem}-*", err=False)
    for line in long:
        say(f"warning: {line}")
    for name in sorted(set(os.listdir(to)) - written):
        if name.startswith(f"{case.stem}-") and name.endswith(ENDINGS):
            say(f"warning: {name} is of an earlier printing, and no seat's now")


def _pages(packet: object) -> int:
    from ..brief.packets.print_pdf import pages
    from ..brief.packets.sheets import Packet

    assert isinstance(packet, Packet)
    return pages(packet)[0] if packet.key.startswith("seat-") else 0


def _make(to: Path) -> None:
    try:
        to.mkdir(parents=True, exist_ok=True)
        make_folder(to)
    except OSError as error:
        raise UsageError(f"--to: {shown(to)}: no folder can be made here: {error.strerror or error}") from error
