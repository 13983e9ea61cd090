"""Whole days by programs alone."""

from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise

import pytest

from goodoffices.proceedings import (
    ACTS,
    EditInjection,
    Event,
    Extend,
    Freeze,
    HoldBack,
    decode,
    encode,
    fold,
    outcome,
    seat_view,
)
from goodoffices.stand_ins import MOST, Day, hold_day
from goodoffices.talks.exercise import TRAINER

from .. import amount
from .exercises import SETTING, drawn

DAYS = range(amount.cases(quick=6, ci=50))
ALL = 50
"""So many days have every kind of act among them."""
FROZEN = 3
"""A seed with which the trainer lets everything stand still."""


@cache
def day(seed: int) -> Day:
    return hold_day(drawn(seed), seed=seed, steps_in=True)


@pytest.mark.random
@pytest.mark.parametrize("seed", DAYS)
class TestEveryDay:
    def test_it_ends_and_all_is_shown(self, seed):
        assert day(seed).state.facts.status == "revealed"

    def test_every_seat_answers_in_the_debriefing_once(self, seed):
        made = day(seed)
        assert made.state.facts.reflections.keys() == made.state.setting.public.seats.keys()
        assert sum(type(act).__name__ == "Reflect" for act in made.acts) == len(made.state.setting.public.seats)

    def test_its_events_make_its_state(self, seed):
        made = day(seed)
        assert fold(drawn(seed), made.events) == made.state

    def test_the_same_seed_gives_the_same_day(self, seed):
        if seed < amount.cases(quick=2, ci=10):
            assert hold_day(drawn(seed), seed=seed, steps_in=True) == day(seed)

    def test_it_can_be_written_and_read_back(self, seed):
        moments = sorted({event.at for event in day(seed).events})
        for number, at in enumerate(moments, 1):
            made = tuple(event for event in day(seed).events if event.at == at)
            assert decode(encode(number, made))[1] == made

    def test_it_lasts_as_long_as_the_plan_and_no_longer_than_it_was_made(self, seed):
        made = day(seed)
        ends = next(event.at for event in made.events if type(event.what).__name__ == "Ended")
        plan = made.state.setting.public.phases.values()
        minutes = sum(phase.minutes for phase in plan if phase.kind != "debriefing") or 120
        took = ends - made.events[0].at
        assert timedelta(minutes=minutes) <= took <= timedelta(minutes=minutes + 5 + 2 + 2)

    def test_no_seat_does_more_than_its_number_of_acts(self, seed):
        made = day(seed)
        assert all(sum(act.by == seat for act in made.acts) <= MOST for seat in made.state.setting.public.seats)
        assert made.state.acts <= len({act.by for act in made.acts}) * MOST

    def test_nothing_agreed_crosses_a_red_line_or_is_worth_less_than_no_deal(self, seed):
        """Each proposal that all accepted was good enough for each when it was accepted."""
        made = day(seed)
        agreed = outcome(made.state.setting.public, made.state.facts)
        for points in made.state.setting.points.values():
            for id_ in agreed.proposals:
                whole = made.state.facts.proposals[id_].whole
                assert not any(option in points.red_lines.get(issue, ()) for issue, option in whole.items())
                if whole.keys() == points.points.keys():
                    assert sum(points.points[issue][option] for issue, option in whole.items()) >= points.no_deal
            if agreed.kind == "whole":
                assert sum(points.points[issue][option] for issue, option in agreed.settled.items()) >= points.no_deal

    def test_moments_never_go_back(self, seed):
        assert all(a.at <= b.at for a, b in pairwise(day(seed).events))


@pytest.mark.random
def test_every_kind_of_act_occurs_in_some_day():
    """In few days most of them, in fifty all of them."""
    kinds = {type(act) for seed in DAYS for act in day(seed).acts}
    missing = [kind.__name__ for kind in ACTS if kind not in kinds]
    assert len(missing) <= (0 if len(DAYS) >= ALL else 4), missing


@pytest.mark.random
def test_some_days_end_in_an_agreement_and_some_do_not():
    kinds = {outcome(day(seed).state.setting.public, day(seed).state.facts).kind for seed in DAYS}
    assert {"whole", "nothing"} <= kinds


def test_another_seed_gives_another_day():
    assert hold_day(SETTING, seed=1).events != hold_day(SETTING, seed=2).events


def test_the_day_begins_when_it_is_told_to():
    begins = datetime(2031, 5, 14, 8, 30, tzinfo=UTC)
    made = hold_day(SETTING, seed=1, begins=begins)
    assert made.events[0].at == begins
    shifted = [(event.at - begins, type(event.what)) for event in made.events]
    other = hold_day(SETTING, seed=1)
    assert shifted == [(event.at - other.events[0].at, type(event.what)) for event in other.events]


def test_the_trainer_steps_in_only_where_it_is_asked_for():
    kinds = (Freeze, Extend, HoldBack, EditInjection)
    assert not any(isinstance(act, kinds) for act in hold_day(SETTING, seed=1).acts)
    found = {type(act) for seed in range(4) for act in hold_day(SETTING, seed=seed, steps_in=True).acts}
    assert found >= set(kinds)


def test_all_news_that_is_due_is_sent_once_and_reaches_whom_it_is_for():
    made = hold_day(SETTING, seed=3, steps_in=True)
    assert all(one.sent for one in made.state.facts.injections.values())
    read = {seat: len(seat_view(SETTING, made.events, seat).facts.news) for seat in SETTING.public.seats}
    assert read == {seat: 2 if seat == "tolle-head" else 1 for seat in SETTING.public.seats}


def test_while_everything_stands_still_nobody_but_the_trainer_acts():
    made = hold_day(SETTING, seed=FROZEN, steps_in=True)
    still, by = False, []
    for act in made.acts:
        still = isinstance(act, Freeze) or (still and type(act).__name__ != "Resume")
        by += [act.by] if still else []
    assert by
    assert set(by) == {TRAINER}


def test_the_words_of_a_day_are_few_and_short():
    words = {getattr(act, "words", "") for act in hold_day(SETTING, seed=5).acts}
    assert all(len(one) <= 300 for one in words)


def test_programs_say_options_and_never_numbers():
    """So that no points of one side are in the other's feed."""
    made: tuple[Event, ...] = hold_day(SETTING, seed=4).events
    for _, seen in seat_view(SETTING, made, "tolle-head").feed:
        words = getattr(seen.what, "words", "")
        assert not any(character.isdigit() for character in words) or "meet again" in words
