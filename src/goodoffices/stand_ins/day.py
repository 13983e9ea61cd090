"""A whole day by programs alone: no people, no wall clock, one seed. The same seed gives the same day."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from goodoffices.proceedings import Act, Event, Refusal, SeatView, Setting, State, decide, fold, moment, view

from . import trainer
from .company import Company

MORNING = datetime(2030, 1, 7, 9, tzinfo=UTC)
"""When a simulated day begins, unless another moment is given."""
TICK = timedelta(minutes=1)
"""For so long at most nothing happens before the programs are asked again."""


@dataclass(frozen=True)
class Day:
    """A day that was held."""

    seed: int
    events: tuple[Event, ...]
    """What happened, as for the ledger: the events of one act have one moment."""
    state: State
    acts: tuple[Act, ...]
    """What was done, in its order; the trainer's acts, too."""


def hold_day(
    setting: Setting, *, seed: int, begins: datetime = MORNING, steps_in: bool = False, real: bool = False
) -> Day:
    """Hold a day with a program in every seat; the trainer's part is done, too.

    UsageError where a program would have to speak for a real party. With `steps_in` the trainer pauses the day, makes a phase
    longer, holds news back and changes its words.
    """
    company = Company.of(setting, setting.public.seats, seed=seed, real=real)
    steps = trainer.StepsIn.drawn(seed, setting.public) if steps_in else trainer.StepsIn()
    running = _Running(setting, company, steps, begins)
    while running.step():
        pass
    return Day(seed=seed, events=tuple(running.events), state=running.state, acts=tuple(running.acts))


@dataclass
class _Running:
    """A day on its way."""

    setting: Setting
    company: Company
    steps_in: trainer.StepsIn
    now: datetime
    events: list[Event] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.state = fold(self.setting, ())
        self.views = {seat: SeatView(known=self.setting.seen_by(seat)) for seat in self.company.programs}

    def step(self) -> bool:
        """One act, or some time without any; false when the day is over."""
        if act := trainer.next_act(self.state, tuple(self.events), self.now, self.steps_in):
            return self._do(act)
        quiet = self._quiet()
        upcoming = self.company.upcoming(self.views, self.now)
        if upcoming is not None and (quiet is None or timedelta(seconds=upcoming.seconds) < quiet):
            self.now += timedelta(seconds=upcoming.seconds)
            later = self.company.act(self.views[upcoming.seat], self.now)
            return self._do(later) if later else True
        if quiet is not None:
            self.now += quiet
            return True
        last = trainer.last_act(self.state)
        return self._do(last) if last else False

    def _quiet(self) -> timedelta | None:
        """For how long nothing may happen before something is due; nothing when no clock runs any more."""
        if self.state.facts.status not in ("running", "frozen"):
            return None
        spent = self.state.facts.clock.spent(self.now)
        ahead = [one - spent for one in trainer.moments(self.state)]
        return min(
            (one for one in (*ahead, trainer.left(self.state, self.now), TICK) if one > timedelta()), default=TICK
        )

    def _do(self, act: Act) -> bool:
        at = moment(self.state, self.now)
        made = decide(self.state, act, at)
        if isinstance(made, Refusal):
            raise AssertionError(f"a program did what is refused: {act}: {made.why}")
        self.state = self.state.after_all(made)
        self.events += made
        self.acts.append(act)
        for seat, known in self.views.items():
            seen = [one for event in made if (one := view(event, seat)) is not None]
            self.views[seat] = known.after_all(enumerate(seen, known.number + 1))
        return True
