"""No seat learns of what it may not know, whatever happens: not from its feed, its view, a count, a number or a refusal.

Two oracles watch days at random. `oracle.py` says from the acts alone which seats see what kind of event; each act is held
against it as it happens. And at the end every seat's feed, view and answers are compared with those of the day from which what
it may not know was taken out (`reduced.py`): they are equal, numbers and moments too.
"""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from goodoffices.proceedings import HAPPENINGS, Event, visibility
from goodoffices.proceedings import acts as a
from goodoffices.proceedings.decide import RULES
from goodoffices.proceedings.rules import meetings, messages
from goodoffices.proceedings.rules.turn import Refused, Turn
from goodoffices.talks.exercise import TRAINER

from ..amount import cases
from .random_days import KINDS, RandomDay, closing
from .reduced import require_no_leak
from .test_visibility import test_12_a_kind_without_a_rule_is_invisible as listed
from .valley_talks import SEATS

STEPS = 50


class Talks(RuleBasedStateMachine):
    """Any seat tries anything."""

    def __init__(self) -> None:
        super().__init__()
        self.day = RandomDay()

    @rule(
        seat=st.sampled_from([*SEATS, TRAINER]), kind=st.sampled_from(KINDS), random=st.randoms(use_true_random=False)
    )
    def act(self, seat: str, kind: type[a.Act], random: Random) -> None:
        self.day.step(random, seat, kind)

    def teardown(self) -> None:
        closing(self.day)
        require_no_leak(self.day)


def test_no_seat_learns_what_it_may_not_know() -> None:
    # 500 steps, 20,000 with --ci.
    amount = settings(max_examples=cases(quick=10, ci=400), stateful_step_count=STEPS)
    run_state_machine_as_test(Talks, settings=amount)


def day(seed: int, steps: int = 120) -> RandomDay:
    """A day at random, watched act by act and at its end."""
    random, found = Random(seed), RandomDay()
    for _ in range(steps):
        found.step(random, random.choice([*SEATS, TRAINER]), random.choice(KINDS))
    closing(found)
    require_no_leak(found)
    return found


def test_the_days_are_worth_watching() -> None:
    """Every kind of event occurs, and every kind that is not for all is hidden from somebody."""
    days = [day(seed) for seed in range(12)]
    seen = {type(event.what) for one in days for event in one.day.events}
    assert set(HAPPENINGS) - seen == {visibility.KINDS["Revealed"]}
    assert all(one.refused and len(one.done) > 40 for one in days)


FOR_ALL = {"the clock", "a press line"}
BROKEN = [
    *((name, "everybody") for name in visibility.AUDIENCES if name not in FOR_ALL),
    *((name, "nobody") for name in visibility.AUDIENCES if name != "the trainer's own"),
]
INSTEAD: dict[str, Callable[[visibility.Around], frozenset[str]]] = {
    "everybody": lambda around: around.public.everybody,
    "nobody": lambda around: frozenset(),
}


def some_days() -> None:
    for seed in range(40):
        day(seed)


@pytest.mark.parametrize(("name", "instead"), BROKEN)
def test_each_audience_is_needed(name: str, instead: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With everybody, or nobody, in its place some day is not as it has to be."""
    monkeypatch.setitem(visibility.AUDIENCES, name, INSTEAD[instead])
    with pytest.raises(AssertionError):
        some_days()


def test_the_rule_that_an_event_is_for_those_in_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(visibility.VIEW, "addressed", lambda event, seat: True)
    with pytest.raises(AssertionError):
        day(0)


def test_the_rule_that_only_listed_kinds_are_seen_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    listed()
    monkeypatch.setitem(visibility.VIEW, "listed", lambda event, seat: True)
    with pytest.raises(AssertionError):
        listed()


def _by_number(turn: Turn, kind: str) -> str:
    return f"{kind}.{turn.state.acts}"


def _by_number_of_its_kind(turn: Turn, kind: str) -> str:
    return f"{kind}.{len(getattr(turn.state.facts, f'{kind}s'))}"


def _busy(turn: Turn, act: a.CallCaucus) -> tuple[Event, ...]:
    """A rule that looks where the seat cannot: whoever sits elsewhere does not come."""
    if any(one.state == "open" and "lower-head" in one.opened.seats for one in turn.state.facts.meetings.values()):
        raise Refused("The head of the lower valley sits in another meeting.")
    return meetings.call_caucus(turn, act)


OTHERS: dict[str, tuple[Any, Any, Any]] = {
    "what is named is looked up in what the seat saw": (Turn, "mine", property(lambda turn: turn.state.facts)),
    "an id does not count acts": (Turn, "id", _by_number),
    "an id does not count its kind": (Turn, "id", _by_number_of_its_kind),
    "own ideas have no source": (messages, "source", lambda handed: handed.side),
    "a rule does not look where the seat cannot": (RULES, a.CallCaucus, _busy),
}


@pytest.mark.parametrize("rule", OTHERS)
def test_each_other_rule_is_needed(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    where, name, instead = OTHERS[rule]
    if isinstance(where, dict):
        monkeypatch.setitem(where, name, instead)
    else:
        monkeypatch.setattr(where, name, instead)
    with pytest.raises((AssertionError, KeyError)):
        some_days()
