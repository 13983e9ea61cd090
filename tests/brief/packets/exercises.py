"""Exercises drawn at random on the small case, in which every word that somebody alone may know is a mark of its own."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

from goodoffices.case import Case, read_case
from goodoffices.talks import (
    Exercise,
    Injection,
    MandateOn,
    Moment,
    PartyPoints,
    Phase,
    Price,
    Seat,
    SeatedMeeting,
    Trigger,
)

from ...case.exercises import make_exercise

SECRET = "Zyx"
"""Every mark begins with it."""
PARTS = (
    ("chair", "chair", "board"), ("second", "mediator", "board"), ("n-head", "head", "north"),
    ("n-adviser", "adviser", "north"), ("n-notes", "note-taker", "north"), ("n-principal", "principal", "north"),
    ("s-head", "head", "south"), ("s-principal", "principal", "south"), ("friend", "supporter", "board"),
    ("paper", "press", None), ("watcher", "observer", None),
)  # fmt: skip
ISSUES = {"water": ("half", "most"), "tolls": ("free", "fee")}


def held(folder: Path) -> Case:
    """The small case as an exercise."""
    return read_case(make_exercise(folder))


class Drawn:
    """One exercise; what is secret of it is drawn from a random source of its own."""

    def __init__(self, common: int, secret: int) -> None:
        self.common, self.secret, self.number = Random(common), Random(secret), 0

    def mark(self) -> str:
        """A word that stands in one place alone."""
        self.number += 1
        return f"{SECRET}{self.number}" + " word" * self.secret.randint(0, 12)

    def marks(self) -> tuple[str, ...]:
        """Some of them, also none."""
        return tuple(self.mark() for _ in range(self.secret.randint(0, 4)))

    def exercise(self) -> Exercise:
        """Common parts by the one source, secret ones by the other."""
        keys = [one for one in PARTS if one[1] == "head" or self.common.random() < 0.8]
        seats = {key: self._seat(key, part, of) for key, part, of in keys}
        meetings = {"first": SeatedMeeting(seats=tuple(k for k, s in seats.items() if s.part != "principal"))}
        phases = {
            "a": Phase(kind="preparation", minutes=10),
            "b": Phase(kind="meeting", minutes=20, meetings=("first",)),
        }
        parties = ("north", "south")
        return Exercise(
            format="exercise/1", title="T", briefing="B", seats=seats, meetings=meetings, phases=phases,
            mandates={p: self._mandates() for p in parties if self._some()},
            injections={f"i{n}": self._injection(seats) for n in range(self.secret.randint(0, 4))},
            points={p: self._points() for p in parties if self._some()},
            priorities={p: tuple(self.secret.sample([*ISSUES], self.secret.randint(1, 2))) for p in parties if self._some()},
            reasons={p: {i: self.mark() for i in ISSUES if self._some()} for p in parties if self._some()},
            debriefing=("Q",), hints=self.marks(),
        )  # fmt: skip

    def _some(self) -> bool:
        return self.secret.random() < 0.7

    def _seat(self, key: str, part: str, of: str | None) -> Seat:
        told = {"who": self.mark() if self._some() else "", "wants": self.marks(), "knows": self.marks()}
        told["if_empty"] = self.marks()
        places = {phase: self.mark() for phase in ("a", "b") if self._some()}
        made = Seat(role=f"Role {key}", part=part, of=of, people=(0, 1), places=places, **told)  # type: ignore[arg-type]
        return replace(made, prices=tuple(self._price() for _ in range(self.secret.randint(0, 2))))

    def _price(self) -> Price:
        return Price(answers={"water": (self.secret.choice(ISSUES["water"]),)})

    def _mandates(self) -> dict[str, MandateOn]:
        return {issue: self._mandate(options) for issue, options in ISSUES.items() if self._some()}

    def _mandate(self, options: tuple[str, ...]) -> MandateOn:
        place = {option: self.secret.randint(0, 2) for option in options}
        may, must = (tuple(o for o in options if place[o] == n) for n in (0, 1))
        return MandateOn(may_accept=may, must_refer=must)

    def _points(self) -> PartyPoints:
        points = {i: {o: Fraction(self.secret.randint(5000, 9999)) for o in options} for i, options in ISSUES.items()}
        never: dict[str, tuple[str, ...]] = {i: (self.secret.choice([*options]),) for i, options in ISSUES.items()}
        return PartyPoints(points=points, no_deal=Fraction(self.secret.randint(5000, 9999)), red_lines=never,
                           why_no_deal=self.mark())  # fmt: skip

    def _injection(self, seats: dict[str, Seat]) -> Injection:
        to = tuple(self.secret.sample([*seats], self.secret.randint(0, 3)))
        waits = self.secret.random() < 0.5
        return Injection(
            text=self.mark(), source=self.mark(), to=to, expected=self.mark(),
            at=None if waits else Moment(phase="b", minute=self.secret.randint(0, 20)),
            when=Trigger(act="propose") if waits else None,
        )  # fmt: skip


def only_what(seat: str, full: Exercise, other: Exercise) -> Exercise:
    """The other exercise with what a seat knows of the full one; who may know what is said here anew, apart from the code.

    A seat knows its own lines, but not what the words of its price come to; the mandate, points, priorities and reasons of the
    party for which it is head, adviser, note-taker or principal; and of all others nothing but who they are. What it leaves behind
    where it is empty is for whoever hands that over.
    """
    own = full.seats.get(seat)
    seats = {k: (own if k == seat and own is not None else other.seats[k]) for k in full.seats}
    seats = {
        k: replace(one, if_empty=other.seats[k].if_empty, prices=other.seats[k].prices) for k, one in seats.items()
    }
    side = own.of if own is not None and own.part in ("head", "adviser", "note-taker", "principal") else None
    made = replace(other, seats=seats)
    for name in ("mandates", "points", "priorities", "reasons"):
        mine = {party: value for party, value in getattr(full, name).items() if party == side}
        rest = {party: value for party, value in getattr(other, name).items() if party != side}
        made = replace(made, **{name: {**mine, **rest}})  # type: ignore[arg-type]
    return made
