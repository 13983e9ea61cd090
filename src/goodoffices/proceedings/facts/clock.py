"""Where the day is: its phase, since when, how long it is to last, and how long everything stood still."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

NONE = timedelta()


@dataclass(frozen=True, kw_only=True)
class Clock:
    """The clock as the acts set it; what it shows depends on the moment at which one looks."""

    phase: str | None = None
    began: datetime | None = None
    """When the phase began."""
    extra: int = 0
    """Minutes by which the phase was extended."""
    stood: timedelta = NONE
    """How long the clock stood still in this phase before it went on."""
    frozen_at: datetime | None = None

    def entered(self, phase: str | None, at: datetime) -> "Clock":
        """A new phase begins; where the clock stands still, it goes on standing still."""
        return Clock(phase=phase, began=at, frozen_at=at if self.frozen_at else None)

    def frozen(self, at: datetime) -> "Clock":
        """It stands still."""
        return replace(self, frozen_at=at)

    def resumed(self, at: datetime) -> "Clock":
        """It goes on."""
        return replace(self, stood=self.stood + (at - self.frozen_at if self.frozen_at else NONE), frozen_at=None)

    def extended(self, minutes: int) -> "Clock":
        """The phase lasts longer."""
        return replace(self, extra=self.extra + minutes)

    def spent(self, now: datetime) -> timedelta:
        """How much of the phase is over."""
        return (self.frozen_at or now) - self.began - self.stood if self.began else NONE

    def left(self, minutes: int, now: datetime) -> timedelta:
        """How much is left of a phase of so many minutes; below nought it is overdue."""
        return timedelta(minutes=minutes + self.extra) - self.spent(now)
