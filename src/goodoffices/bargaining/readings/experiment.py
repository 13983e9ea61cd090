"""The terms made ready for drawing: subjects, priors, packages, questions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..batch import Readings
from ..grid import Ints
from .agenda import Agenda
from .packages import Packages, packages_of, watched
from .priors import Prior, priors_of
from .questions import Question, questions_of
from .sampling import Drawn, Subject, draw_readings, try_out
from .terms import RedLine, Terms

BEFOREHAND = 50
"""Readings under each prior from which the packages to watch are chosen, where there are too many to look at each."""
_ELSEWHERE = 1 << 31
"""The number of the first of these readings: none of those that are counted later."""


@dataclass(frozen=True)
class Experiment:
    """What is to be counted, for whom, under which priors."""

    agenda: Agenda
    subjects: tuple[Subject, ...]
    priors: tuple[Prior, ...]
    red_lines: tuple[RedLine, ...]
    packages: Packages
    """The packages that no red line excludes."""
    freed: tuple[Packages, ...]
    """For each red line the packages that it alone excludes."""
    questions: tuple[Question, ...]
    full: bool = True
    """Whether questions and the frontier are wanted, too; else only what is acceptable and the Nash package."""

    @classmethod
    def of(cls, terms: Terms, seed: int, full: bool = True) -> "Experiment":
        """From statements that do not contradict one another; DataError where fitting readings are too rare."""
        agenda, red = terms.agenda, terms.red
        subjects = tuple(Subject.of(agenda, wants) for wants in terms.wants)
        ranks = [subject.ranks for subject in subjects]
        asked = questions_of(agenda, terms.wants, ranks, set(red)) if full else ()
        freed = tuple(_freed(agenda, red, place) for place in range(len(red)))
        priors = priors_of(agenda, terms.wants, ranks)
        experiment = cls(agenda, subjects, priors, terms.red_lines, packages_of(agenda, red), freed, asked, full)
        for prior in priors:
            for subject in subjects:
                try_out(agenda, subject, prior, seed)
        some = (experiment.together(experiment.drawn(p, seed, _ELSEWHERE, BEFOREHAND)) for p in priors)
        return replace(experiment, packages=watched(experiment.packages, some))

    def drawn(self, prior: Prior, seed: int, start: int, number: int) -> tuple[Drawn, ...]:
        """Readings of each party."""
        return tuple(draw_readings(self.agenda, subject, prior, seed, start, number) for subject in self.subjects)

    def together(self, drawn: Sequence[Drawn]) -> Readings:
        """Readings of all parties side by side."""
        slack = np.array([subject.slack for subject in self.subjects], dtype=np.int64)
        values, no_deal = np.stack([d.values for d in drawn], axis=2), np.stack([d.no_deal for d in drawn], axis=1)
        return Readings(values, no_deal, slack)

    @property
    def rows(self) -> Ints:
        """The packages that are judged one by one; shape (packages, issues)."""
        return self.packages.rows


def _freed(agenda: Agenda, red: list[int], place: int) -> Packages:
    """What a red line alone excludes: nothing, where another party draws the same."""
    others = [option for number, option in enumerate(red) if number != place]
    return packages_of(agenda, others, need=red[place])
