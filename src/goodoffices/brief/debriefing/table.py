"""One table at which a day was held: its events, what came of them, and how its things are called."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import cached_property
from typing import TypeVar

from ...proceedings import Event, Facts, Outcome, Public, SeatView, Setting, seat_view
from ...proceedings import events as e
from ...synthesis.export.meetings import Meetings
from ...synthesis.export.who import Sides, Who
from ...talks import OWN, TRAINER

ANSWERS_SHOWN = "what each seat answered"
"""A line of the charter's `revealed`: with it what a seat answered alone is shown to all, without it only together with others."""
FEWEST = 3
"""So many answers are told together at least: of fewer everybody would know whose they are."""
T = TypeVar("T", bound=e.Happening)


@dataclass(frozen=True)
class Form:
    """A proposal in one of its forms, by a number of its own: 3, and once it was changed 3b, 3c."""

    number: str
    proposal: str
    at: datetime
    by: str
    made: e.Proposed | e.Amended

    @property
    def whole(self) -> dict[str, str]:
        """All that whoever accepts it accepts."""
        return {**self.made.package, **self.made.only_if}


@dataclass(frozen=True)
class HeldTable:
    """What stands in the ledger of one table, with the exercise by which it was held."""

    number: int
    setting: Setting
    sides: Sides
    events: tuple[Event, ...]

    @cached_property
    def view(self) -> SeatView:
        """All of it, as the trainer saw it."""
        return seat_view(self.setting, self.events, TRAINER)

    @property
    def facts(self) -> Facts:
        """What came of it."""
        return self.view.facts

    @property
    def public(self) -> Public:
        """What all knew beforehand."""
        return self.setting.public

    @property
    def outcome(self) -> Outcome:
        """What was agreed."""
        return self.view.outcome

    @property
    def revealed(self) -> bool:
        """Whether all may see what happened."""
        return self.facts.status == "revealed"

    @property
    def answers_shown(self) -> bool:
        """Whether all may see what each seat answered, as was told beforehand."""
        return any(line.strip().rstrip(".").casefold() == ANSWERS_SHOWN for line in self.public.charter.revealed)

    @cached_property
    def who(self) -> Who:
        """How seats and sides are called."""
        return Who(self.public, self.sides)

    @cached_property
    def meetings(self) -> Meetings:
        """How meetings are called, and when they began."""
        return Meetings(self.view, self.who, OWN)

    def all(self, kind: type[T]) -> Iterator[tuple[datetime, T]]:
        """All that happened of one kind, with its moment."""
        return ((event.at, event.what) for event in self.events if isinstance(event.what, kind))

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """All proposals in all their forms, in the order in which they came up."""
        number: dict[str, int] = {}
        changed = Counter[str]()
        found = []
        for event in self.events:
            if isinstance(event.what, e.Proposed | e.Amended):
                id_ = event.what.proposal
                first = number.setdefault(id_, len(number) + 1)
                found.append(Form(f"{first}{_letter(changed[id_])}", id_, event.at, event.what.by, event.what))
                changed[id_] += 1
        return tuple(found)

    def form(self, proposal: str, at: datetime) -> Form | None:
        """A proposal in the form that it had at a moment: who refused an earlier one has not refused the last."""
        forms = self._forms_of.get(proposal, [])
        place = bisect_right(forms, at, key=lambda form: form.at)
        return forms[place - 1] if place else None

    @cached_property
    def _forms_of(self) -> dict[str, list[Form]]:
        """The forms of each proposal, in their order."""
        found: dict[str, list[Form]] = {}
        for form in self.forms:
            found.setdefault(form.proposal, []).append(form)
        return found

    @cached_property
    def answered(self) -> dict[str, list[e.Answered | e.Withdrawn]]:
        """What was answered to each form, by its number, and whether it was withdrawn."""
        found: dict[str, list[e.Answered | e.Withdrawn]] = {}
        for event in self.events:
            if isinstance(event.what, e.Answered | e.Withdrawn) and (form := self.form(event.what.proposal, event.at)):
                found.setdefault(form.number, []).append(event.what)
        return found

    @cached_property
    def began(self) -> datetime | None:
        """When the day began."""
        return next((at for at, _ in self.all(e.Begun)), None)

    def minute(self, at: datetime) -> float:
        """Minutes since the day began."""
        return (at - (self.began or at)).total_seconds() / 60

    def clock(self, at: datetime) -> str:
        """The same as hours and minutes: `1:05`."""
        minutes = int(self.minute(at))
        return f"{minutes // 60}:{minutes % 60:02}"

    @cached_property
    def last(self) -> datetime | None:
        """When the talks were over, or the last thing happened before."""
        ended = next((at for at, _ in self.all(e.Ended)), None)
        return ended or (self.events[-1].at if self.events else None)

    @cached_property
    def has_points(self) -> bool:
        """Whether the author wrote what each option is worth to every party."""
        return bool(self.public.parties) and self.setting.points.keys() == self.public.parties.keys()

    @property
    def red_lines(self) -> tuple[tuple[str, str, str], ...]:
        """Party, issue and option that it accepts in no package."""
        return tuple(
            (party, issue, option)
            for party, points in self.setting.points.items()
            for issue, options in points.red_lines.items()
            for option in options
        )

    def worth(self, party: str, package: Mapping[str, str]) -> Fraction:
        """What a package is worth to a party by the author's points."""
        points = self.setting.points[party].points
        return sum((points[issue][option] for issue, option in package.items()), Fraction())

    def worths(self, package: Mapping[str, str]) -> tuple[Fraction, ...]:
        """What a whole package is worth to each party."""
        return tuple(self.worth(party, package) for party in self.public.parties)

    def is_agreed(self, form: Form) -> bool:
        """Whether every party accepted it in this form, which is the last one of a proposal that stands."""
        return form.proposal in self.outcome.proposals and form == self.form(form.proposal, self.events[-1].at)

    def is_whole(self, package: Mapping[str, str]) -> bool:
        """Whether a package answers every issue."""
        return package.keys() == self.public.issues.keys()

    def titled(self, title: str, of: int) -> str:
        """A section's title, with the table where there are several."""
        return f"Table {self.number}: {title}" if of > 1 else title


def _letter(changes: int) -> str:
    """What stands behind the number of a proposal that was changed so often."""
    return "" if not changes else chr(ord("a") + changes) if changes < 26 else f".{changes + 1}"
