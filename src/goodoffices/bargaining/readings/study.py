"""One set of statements made ready for drawing: subjects, priors, packages, questions."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from ..grid import Ints
from .agenda import Agenda
from .constraints import Wants, wants_of
from .draw import Subject, draw_readings, try_out
from .entries import Entry
from .priors import Prior, priors_of
from .questions import Question, questions_of
from .room import Room, room_of, watched

BEFOREHAND = 50
"""Readings under each prior from which the packages to watch are chosen, where there are too many to look at each."""
_ELSEWHERE = 1 << 31
"""The number of the first of these readings: none of those that are counted later."""


@dataclass(frozen=True)
class RedLine:
    """An option that a party accepts in no package."""

    party: str
    option: int


@dataclass(frozen=True)
class Study:
    """What is to be counted, for whom, under which priors."""

    agenda: Agenda
    subjects: tuple[Subject, ...]
    priors: tuple[Prior, ...]
    red_lines: tuple[RedLine, ...]
    room: Room
    """The packages that no red line excludes."""
    freed: tuple[Room, ...]
    """For each red line the packages that it alone excludes."""
    questions: tuple[Question, ...]
    full: bool = True
    """Whether questions and the frontier are wanted, too; else only what is acceptable and the Nash package."""

    @classmethod
    def of(cls, agenda: Agenda, stated: Iterable[Entry], seed: int, full: bool = True) -> "Study":
        """From the entries that count; they must not contradict one another. DataError where fitting readings are too rare."""
        stated = tuple(stated)
        subjects = tuple(Subject.of(agenda, wants_of(agenda, party, stated)) for party in agenda.parties)
        wants, ranks = [subject.wants for subject in subjects], [subject.ranks for subject in subjects]
        lines = _red_lines(wants)
        red = [line.option for line in lines]
        asked = questions_of(agenda, wants, ranks, set(red)) if full else ()
        freed = tuple(_freed(agenda, red, place) for place in range(len(red)))
        priors = priors_of(agenda, wants, ranks)
        study = cls(agenda, subjects, priors, lines, room_of(agenda, red), freed, asked, full)
        for prior in priors:
            for subject in subjects:
                try_out(agenda, subject, prior, seed)
        return replace(study, room=watched(study.room, [study.drawn(p, seed, _ELSEWHERE, BEFOREHAND) for p in priors]))

    def drawn(self, prior: Prior, seed: int, start: int, number: int) -> tuple[Ints, Ints]:
        """Readings of all parties: values (readings, options, parties), and no deal (readings, parties)."""
        drawn = [draw_readings(self.agenda, subject, prior, seed, start, number) for subject in self.subjects]
        return np.stack([d.values for d in drawn], axis=2), np.stack([d.no_deal for d in drawn], axis=1)

    @property
    def rows(self) -> Ints:
        """The packages that are judged one by one; shape (packages, issues)."""
        return self.room.rows

    @property
    def wants(self) -> tuple[Wants, ...]:
        """What is stated of each party."""
        return tuple(subject.wants for subject in self.subjects)


def _freed(agenda: Agenda, red: list[int], place: int) -> Room:
    """What a red line alone excludes: nothing, where another party draws the same."""
    others = [option for number, option in enumerate(red) if number != place]
    return room_of(agenda, others, need=red[place])


def _red_lines(wants: Iterable[Wants]) -> tuple[RedLine, ...]:
    lines = [RedLine(own.party, option) for own in wants for option in own.red]
    return tuple(dict.fromkeys(lines))
