"""`goodoffices hold`."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import typer

from ..brief.packets import exercise_of, require_seats
from ..case import Case, read_case
from ..case.for_all_seats import require_for_all
from ..case.held import HELD, read_table, tables
from ..case.marked_copy import marked_copy, require_public
from ..documents import make_folder, shown
from ..errors import UsageError
from ..proceedings import Setting
from ..room.admission import Admission, holder
from ..room.calendar import of_the_exercise
from ..room.hall import Clock, Hall, Way
from ..room.opening import Place, opened, require_few, setting_of
from ..room.programs import Programs
from ..serving.certificate import Certificate, own, self_signed
from ..stand_ins import Company
from .executors import ended_by_a_signal
from .failures import say
from .hold_people import answered, for_people

_ELSEWHERE = ("192.0.2.1", 9)
"""An address of no machine (RFC 5737): asked which of this machine's addresses leads away from it; nothing is sent."""


@dataclass(frozen=True)
class Net:
    """How the room is served to others."""

    wanted: bool = False
    address: str | None = None
    certificate: Path | None = None
    key: Path | None = None


@dataclass(frozen=True)
class Wishes:
    """What the command was asked for."""

    groups: int = 1
    solo: bool = False
    chat: bool = False
    port: int = 0
    net: Net = Net()
    programs_only: bool = False
    seed: int = 1
    to: Path | None = None
    people: int | None = None


def run(folder: Path, wishes: Wishes) -> None:
    """Serve the room until Ctrl-C, or until all is deleted."""
    require_few(wishes.groups)
    case = _case(folder, wishes.to, wishes.people)
    setting_of(case)  # before anything is made
    require_for_all(case)
    if wishes.people is not None:
        case = for_people(case, wishes.people)
    setting = setting_of(case)
    if wishes.programs_only:
        from .hold_programs import run as play  # imports the programs

        play(case, wishes.groups, wishes.seed, of_the_exercise(case, (), _now)())
        return
    solo = _solo(setting, wishes) if wishes.solo else None
    with ExitStack() as stack:
        address = _address(wishes.net)
        listening = stack.enter_context(_listening(case, wishes.port, address))
        port = listening.getsockname()[1]
        certificate = _certificate(case, wishes.net, address, _now())
        hosts = (address,) if certificate else Place(port).hosts
        way = Way("chat" if wishes.chat or solo else "table", solo, certificate.fingerprint if certificate else None)
        hall = stack.enter_context(
            opened(case, wishes.groups, way, Place(port, hosts, certificate is not None), _clock(case))
        )
        hall.programs = _programs(hall, wishes.seed, solo)
        _say_alone(hall, solo) if solo else _say_links(hall, answered(case))
        with ended_by_a_signal():
            _serve(hall, listening, certificate)
    typer.echo("Ended." if not hall.deleted else "Ended: all that was held is deleted.")


def _case(folder: Path, to: Path | None, people: int | None) -> Case:
    """The exercise; of another case a marked copy, made where it is not there yet."""
    case = read_case(folder)
    if to is None:
        return case
    if case.talks.exercise:
        raise UsageError("found --to beside a case that is an exercise, which is held itself; leave --to out")
    if not (to / "talks.yaml").exists():
        require_public(case)
        exercise = exercise_of(case)
        if people is not None:
            require_seats(exercise, people)  # before there is a copy
        marked_copy(case, to, exercise)
        say(f"{shown(case.folder)} stays as it is; {shown(to)} is a copy of it, marked as an exercise.", err=False)
        say(
            f"Who sits where, and what the day brings: {shown(to / 'exercise.yaml')}, which is yours to change.",
            err=False,
        )
    return read_case(to)


def _clock(case: Case) -> Clock:
    """The calendar of the exercise; of one that was begun, that on which it was begun."""
    held = (read_table(case.folder, number) for number in tables(case.folder))
    return of_the_exercise(case, (event.at for table in held for event in table.events[-1:]), _now)


def _now() -> datetime:
    return datetime.now().astimezone()


def _serve(hall: Hall, listening: socket.socket, certificate: Certificate | None) -> None:
    # Here, for `--help` and a mistake in the case need no server.
    from ..room.server import application
    from ..serving.server import server

    running = server(application(hall), certificate=certificate, connections=hall.connections, at_end=hall.over)
    hall.end = lambda: setattr(running, "should_exit", True)
    with suppress(KeyboardInterrupt):
        running.run(sockets=[listening])


def _address(net: Net) -> str:
    if not net.wanted:
        if net.address or net.certificate or net.key:
            raise UsageError("found --address, --certificate or --key without --network, to which they belong")
        return "127.0.0.1"
    if (net.certificate is None) != (net.key is None):
        raise UsageError("found one of --certificate and --key without the other")
    if net.address:
        return net.address
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(_ELSEWHERE)
            return str(asked.getsockname()[0])
        except OSError:
            raise UsageError("found no network to serve on; name this machine's address with --address") from None


def _certificate(case: Case, net: Net, address: str, now: datetime) -> Certificate | None:
    if not net.wanted:
        return None
    if net.certificate and net.key:
        return own(net.certificate, net.key)
    make_folder(case.folder / HELD, case.folder)  # through the one door: a link is refused before a key is put there
    return self_signed(case.folder / HELD, (address,), now)


@contextmanager
def _listening(case: Case, port: int, address: str) -> Iterator[socket.socket]:
    """The port that was asked for, else that of the last time, so that links which were printed stay true, else a free one."""
    from ..serving.server import listen

    last = 0 if port else Admission(case.folder).port
    try:
        try:
            found = listen(port or last, address)
        except OSError:
            if port:
                raise
            found = listen(0, address)
    except OSError as error:
        raise UsageError(f"--port: found {port} at {address}, which cannot be used ({error.strerror})") from None
    with found:
        yield found


def _solo(setting: Setting, wishes: Wishes) -> str:
    """The seat of who plays alone: the chair's, or another mediator's where there is none."""
    if wishes.groups != 1 or wishes.net.wanted:
        raise UsageError("found --solo beside --groups or --network; one person plays alone, on this machine")
    seats = sorted(setting.public.mediation, key=lambda seat: setting.public.part(seat) != "chair")
    if not seats:
        raise UsageError("found no seat of a chair or mediator in exercise.yaml, which --solo gives you")
    Company.of(setting, setting.public.everybody - {seats[0]}, seed=wishes.seed)  # tells what programs cannot take
    return seats[0]


def _programs(hall: Hall, seed: int, solo: str | None) -> Programs:
    if solo is None:
        return Programs(hall, seed)
    # What a note-taker writes down, who plays alone has on the page already.
    kept = {solo} | hall.tables[1].setting.public.of_part("note-taker")
    others = {number: set(table.setting.public.seats) - kept for number, table in hall.tables.items()}
    return Programs(hall, seed, others)


def _say_alone(hall: Hall, seat: str) -> None:
    link = hall.admission.seat(1, seat) or hall.admission.give(holder(1, seat))
    typer.echo("EXERCISE. You are the mediator; programs sit for the others, and begin when you open this address:\n")
    typer.echo(f"  {hall.site.address(link)}\n")
    typer.echo("The page says what to do, step by step. Ctrl-C closes the room; open it again and the day goes on.")


def _say_links(hall: Hall, answered: frozenset[str]) -> None:
    typer.echo("EXERCISE. Confidential talks do not belong here.\n")
    say("The trainer's page; this address lets one browser in, once:", err=False)
    typer.echo(f"\n  {hall.site.address(hall.admission.trainer)}\n")
    for number, table in hall.tables.items():
        say(f"Table {number}: a link for each seat; whoever has it sits there, on any number of devices.", err=False)
        for seat, facts in table.setting.public.seats.items():
            link = hall.admission.seat(number, seat)
            yours = " (you answer for it)" if seat in answered else ""
            say(f"  {facts.role}{yours}: {hall.site.address(link) if link else 'taken back'}", err=False)
        if table.cut:
            say(f"  {table.cut} bytes of an act that nobody was told is saved were cut off its ledger.", err=False)
    if hall.way.fingerprint:
        typer.echo(f"\nThe certificate's SHA-256 fingerprint: {hall.way.fingerprint}")
    typer.echo(
        "\nEvery act is on the disk before it is called saved. Ctrl-C closes the room; open it again and the day goes on."
    )
