"""What every program must do: subclass `Contract`, set its part, and a new program gets its whole suite.

It is asked at tables at which people do anything at any time, beside other programs, and at the end of the day.
"""

from datetime import timedelta
from itertools import count, islice
from typing import ClassVar

import numpy as np

from goodoffices.proceedings import Refusal, SeatView, SeenEvent, decide, moment, seat_view
from goodoffices.proceedings import acts as a
from goodoffices.proceedings.events import Frozen
from goodoffices.stand_ins import MOST, PROGRAMS
from goodoffices.stand_ins.company import QUICK
from goodoffices.talks.exercise import Part
from goodoffices.talks.issues import WANTING

from ..amount import cases
from .exercises import drawn
from .mixed import Asked, Table, seen_alone, table


class Contract:
    """Set `part` to the part of a seat."""

    part: ClassVar[Part]
    many: ClassVar[int] = cases(quick=2, ci=12)

    def tables(self) -> list[Table]:
        """Tables at which there is such a seat."""
        there = (seed for seed in count() if drawn(seed).public.of_part(self.part))
        return [table(self.part, seed) for seed in islice(there, self.many)]

    def asked(self) -> list[Asked]:
        """Every moment at which this program was asked."""
        found = [one for made in self.tables() for one in made.asked if self.mine(one)]
        assert found
        return found

    def mine(self, one: Asked) -> bool:
        return one.setting.public.part(one.view.seat) == self.part

    def test_it_names_its_source(self):
        program = PROGRAMS[self.part](np.random.default_rng(1))
        assert len(program.source.split()) >= 4

    def test_no_act_of_it_is_refused(self):
        for one in self.asked():
            if one.act is not None:
                made = decide(one.state, one.act, moment(one.state, one.now))
                assert not isinstance(made, Refusal), (one.act, made)

    def test_it_acts_for_its_own_seat_alone(self):
        assert {one.act.by for one in self.asked() if one.act} <= {one.view.seat for one in self.asked()}
        assert all(one.act.by == one.view.seat for one in self.asked() if one.act)

    def test_it_knows_nothing_but_its_view(self):
        for one in self.asked()[:: cases(quick=5, ci=1)]:
            alone = seen_alone(one.setting, one.events, one.view.seat)
            assert one.company.act(alone, one.now) == one.act

    def test_the_same_seed_gives_the_same_act_and_another_moment_before_changes_nothing(self):
        for one in self.asked()[::5]:
            one.company.act(one.view, one.now + timedelta(hours=1))
            assert one.company.act(one.view, one.now) == one.act

    def test_without_a_moment_it_is_that_of_the_last_thing_it_saw(self):
        for one in self.asked()[::9]:
            program, seen = one.company.programs[one.view.seat], one.view.feed[-1][1].at
            assert program.next_act(one.view, np.random.default_rng(1)) == program.next_act(
                one.view, np.random.default_rng(1), seen
            )

    def test_it_never_acts_while_everything_stands_still_nor_before_the_day(self):
        for one in self.asked():
            if one.view.facts.status in ("frozen", "before", "revealed"):
                assert one.act is None
            still = one.view.after(one.view.number + 1, SeenEvent(one.now, Frozen()))
            assert one.company.act(still, one.now) is None

    def test_it_never_takes_what_is_beyond_its_red_lines(self):
        for one in self.asked():
            for party, points in one.view.known.points.items():
                taken = _taken(one)
                assert not any(o in points.red_lines.get(i, ()) for i, o in taken), (one.act, party)

    def test_it_stays_within_bounds(self):
        for made in self.tables():
            for seat in made.company.programs:
                mine = {e.at for e in made.events if getattr(e.what, "by", None) == seat}
                assert len(mine) <= MOST
        for one in self.asked():
            words = [value for value in vars(one.act).values() if isinstance(value, str)] if one.act else []
            assert all(len(value) <= 4_000 for value in words)

    def test_it_ends(self):
        """Left alone it comes to rest, and does not begin again while nothing happens."""
        for made in self.tables():
            for one in _running(made, self.part):
                state, events, now, seat, acts = one.state, one.events, one.now, one.view.seat, 0
                for _ in range(cases(quick=120, ci=400)):
                    act = made.company.act(seat_view(made.setting, events, seat), now)
                    if act is not None:
                        done = decide(state, act, moment(state, now))
                        assert not isinstance(done, Refusal), (act, done)
                        state, events, acts = state.after_all(done), (*events, *done), acts + 1
                    now += timedelta(seconds=QUICK if act else 120)
                assert acts < cases(quick=60, ci=120)
                assert made.company.act(seat_view(made.setting, events, seat), now) is None

    def test_its_words_are_plain_sentences(self):
        for one in self.asked():
            words = getattr(one.act, "words", "")
            assert words == "" or (words[0].isupper() and words.strip() == words and words[-1] in ".?")


def _running(made: Table, part: Part) -> list[Asked]:
    """Some moments of a table at which a program of this part did something, early and late."""
    acted = [one for one in made.asked if one.act and one.setting.public.part(one.view.seat) == part]
    running = [one for one in acted if one.state.facts.status == "running"]
    return running[:: max(len(running) // 2, 1)]


def _taken(one: Asked) -> list[tuple[str, str]]:
    """The issues and options to which an act of a party binds or commits it."""
    act, view = one.act, one.view
    match act:
        case a.Accept():
            return list(view.facts.proposals[act.proposal].whole.items())
        case a.Propose() | a.Amend() | a.Counter():
            return list({**act.package, **act.only_if}.items())
        case a.TakePosition():
            return [(act.issue, act.option)] if act.stance in WANTING else []
        case a.Confirm():
            return _of_point(view, act.point)
        case a.Instruct():
            return _instructed(view, act)
    return []


def _of_point(view: SeatView, point: str) -> list[tuple[str, str]]:
    return list(view.facts.points[point].binds.items())


def _instructed(view: SeatView, act: a.Instruct) -> list[tuple[str, str]]:
    if act.answer == "widen":
        return [(act.issue or "", option) for option in act.options]
    if act.answer == "confirm" and act.referral:
        return list(view.facts.referrals[act.referral].referred.package.items())
    return []
