"""What was said in days by programs, read from the outside: every event with who saw it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from goodoffices.case import read_case
from goodoffices.case.held import setting_of
from goodoffices.proceedings import Event, SeatView, Setting, seat_view
from goodoffices.proceedings.events import Amended, Answered, PositionTaken, Proposed
from goodoffices.stand_ins import Day, hold_day
from goodoffices.talks.issues import WANTING

from .. import amount
from .exercises import SETTING, drawn

KINDS = ("orve", "valleys", "drawn")
SEEDS = range(amount.cases(quick=4, ci=17))
"""So many days of each kind: three kinds, fifty days and one."""


@cache
def setting(kind: str, seed: int) -> Setting:
    """The exercise of a kind; a random one for each seed."""
    if kind == "drawn":
        return drawn(seed)
    return SETTING if kind == "orve" else setting_of(read_case(Path(__file__).parents[2] / "examples" / "two-valleys"))


@cache
def day(kind: str, seed: int) -> Day:
    return hold_day(setting(kind, seed), seed=seed)


@dataclass(frozen=True)
class Refusal:
    """A refusal in a day."""

    number: int
    """How many events came before it."""
    at: Event
    by: str
    party: str
    proposal: str
    words: str
    counter: dict[str, str]
    """What was put in the place of the proposal."""


def refusals(made: Day) -> Iterator[Refusal]:
    """Every refusal; of a counter-proposal the words of that."""
    for number, event in enumerate(made.events):
        what = event.what
        if isinstance(what, Answered) and what.answer == "refuse" and what.words:
            yield Refusal(number, event, what.by, what.party, what.proposal, what.words, {})
        elif isinstance(what, Proposed) and what.counters:
            words = what.words.removesuffix(" We propose something else in its place.")
            whole = {**what.package, **what.only_if}
            yield Refusal(number - 1, event, what.by, what.side or "", what.counters, words, whole)


def view_before(made: Day, number: int, seat: str) -> SeatView:
    """What a seat knew before an event."""
    return seat_view(made.state.setting, made.events[:number], seat)


def named(setting: Setting, words: str) -> dict[str, str | None]:
    """The issues that a refusal names as what keeps from accepting, with what it says was asked for."""
    found: dict[str, str | None] = {}
    start = "We cannot take this now: "
    for part in words.removeprefix(start).removesuffix(".").split("; ") if words.startswith(start) else ():
        for id_, issue in setting.public.issues.items():
            if part == f"on {issue.title} we need more":
                found[id_] = None
            elif made := re.fullmatch(f"on {re.escape(issue.title)} it gives .+, and we asked for (.+)", part):
                found[id_] = next(option for option, label in issue.options.items() if label == made[1])
    return found


def asked(made: Day, party: str, before: int) -> Iterator[tuple[frozenset[str], dict[str, str]]]:
    """What a party asked for before an event, one after the other, and who saw it besides its delegation."""
    yield from proposed(made, party, before)


def proposed(made: Day, party: str | None, before: int) -> Iterator[tuple[frozenset[str], dict[str, str]]]:
    """As `asked`; without a party what the mediation proposed."""
    public, mine = made.state.setting.public, set[str]()
    for event in made.events[:before]:
        seen, what = frozenset(event.to) - (public.delegation(party) if party else frozenset()), event.what
        if isinstance(what, PositionTaken) and what.side == party and what.stance in WANTING:
            yield seen, {what.issue: what.option}
        elif isinstance(what, Proposed) and what.side == party:
            mine.add(what.proposal)
            yield seen, {**what.package, **what.only_if}
        elif isinstance(what, Amended) and what.proposal in mine:
            yield seen, {**what.package, **what.only_if}
