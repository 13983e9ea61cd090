"""Which seats programs take, which they refuse, and what whoever holds talks is told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from goodoffices.errors import UsageError
from goodoffices.proceedings import Advance, OpenMeeting, Say, Setting, seat_view
from goodoffices.stand_ins import TALKING, Chair, Company, Delegation, Watch, hold_day
from goodoffices.stand_ins.company import QUICK, SLOW
from goodoffices.stand_ins.day import MORNING
from goodoffices.talks.exercise import TRAINER, PartyPoints

from .exercises import EXERCISE, SEATS, SETTING, TALKS
from .scene import Scene

ALL = SETTING.public.seats


def with_points(points: dict[str, PartyPoints]) -> Setting:
    return Setting.of(TALKS, replace(EXERCISE, points=points))


ONE_SIDE = with_points({"marn": EXERCISE.points["marn"]})


class TestRefusals:
    def test_a_real_case(self):
        with pytest.raises(UsageError, match="programs never speak for real parties"):
            Company.of(SETTING, ["chair"], seed=1, real=True)
        with pytest.raises(UsageError, match="no invented exercise"):
            hold_day(SETTING, seed=1, real=True)

    def test_an_exercise_without_points(self):
        with pytest.raises(UsageError, match="write `points` for the invented parties"):
            Company.of(with_points({}), ["chair"], seed=1)

    @pytest.mark.parametrize("seat", ["tolle-head", "tolle-scribe", "tolle-council"])
    def test_a_seat_of_a_party_without_points(self, seat):
        with pytest.raises(UsageError, match=rf"cannot take the seat {seat}: .* has no points of tolle"):
            Company.of(ONE_SIDE, ["chair", seat], seed=1)

    def test_seats_of_others_can_be_taken_beside_it(self):
        company = Company.of(ONE_SIDE, ["chair", "marn-head", "marn-adviser", "marn-council", "isles"], seed=1)
        assert company.programs.keys() == {"chair", "marn-head", "marn-adviser", "marn-council", "isles"}

    def test_points_that_leave_an_option_out(self):
        tolls = {"none": EXERCISE.points["tolle"].no_deal}
        short = replace(EXERCISE.points["tolle"], points={**EXERCISE.points["tolle"].points, "tolls": tolls})
        with pytest.raises(UsageError, match="no points for the option low of the issue tolls"):
            Company.of(with_points({**EXERCISE.points, "tolle": short}), ["tolle-head"], seed=1)

    def test_red_lines_that_leave_nothing(self):
        barred = replace(EXERCISE.points["tolle"], red_lines={"patrol": ("apart", "joint")})
        with pytest.raises(UsageError, match="a red line on every option of the issue patrol"):
            Company.of(with_points({**EXERCISE.points, "tolle": barred}), ["tolle-head"], seed=1)

    def test_a_seat_that_there_is_not(self):
        with pytest.raises(UsageError, match="There is no seat mayor in this exercise"):
            Company.of(SETTING, ["mayor"], seed=1)

    def test_no_seats_need_no_points(self):
        assert Company.of(with_points({}), [], seed=1, real=True).upcoming({}, MORNING) is None


class TestPrograms:
    def test_a_delegation_has_a_temper_of_its_own_and_keeps_it_whoever_else_sits_there(self):
        company = Company.of(SETTING, ALL, seed=7)
        marn, tolle = company.programs["marn-head"], company.programs["tolle-head"]
        assert isinstance(marn, Delegation)
        assert marn != tolle
        alone = Company.of(SETTING, ["marn-head"], seed=7)
        assert alone.programs["marn-head"] == marn
        assert alone.seeds["marn-head"] == company.seeds["marn-head"]
        assert Company.of(SETTING, ALL, seed=8).programs["marn-head"] != marn

    def test_where_there_is_no_chair_the_first_mediator_leads(self):
        mediators = {
            "chair": replace(SEATS["chair"], part="mediator"),
            "second": replace(SEATS["chair"], part="mediator"),
        }
        setting = Setting.of(TALKS, replace(EXERCISE, seats={**SEATS, **mediators}))
        programs = Company.of(setting, ["chair", "second"], seed=1).programs
        assert isinstance(programs["chair"], Chair)
        assert not isinstance(programs["second"], Chair)


class TestUpcoming:
    def test_nothing_before_the_day(self):
        company = Company.of(SETTING, ALL, seed=1)
        views = {seat: seat_view(SETTING, (), seat) for seat in ALL}
        assert company.upcoming(views, MORNING) is None

    def test_who_acts_next_and_after_how_long(self):
        company = Company.of(SETTING, ["chair", "marn-head", "tolle-head"], seed=1)
        scene = Scene().question("What is your position?")
        views = {seat: scene.view(seat) for seat in company.programs}
        found = company.upcoming(views, scene.now)
        assert found is not None
        assert found.seat in ("marn-head", "tolle-head")
        assert 0 < found.seconds <= SLOW
        assert company.upcoming(views, scene.now) == found
        # Thinking goes on while one waits.
        later = company.upcoming(views, scene.now + timedelta(seconds=1))
        assert later is not None
        assert later.seconds == pytest.approx(found.seconds - 1)
        over = company.upcoming(views, scene.now + timedelta(seconds=SLOW + 1))
        assert over is not None
        assert over.seconds == 0

    def test_who_plays_alone_is_answered_at_once_and_the_rest_takes_its_time(self):
        scene = Scene()
        company = Company.of(SETTING, ["marn-head"], seed=1, pace=TALKING)
        for words in ("And on tolls?", "And patrol?", "What is your position?"):
            scene.question(words)
            found = company.upcoming({"marn-head": scene.view("marn-head")}, scene.now)
            assert found is not None
            assert found.seconds <= 1.5
            scene.settle(company.act(scene.view("marn-head"), scene.now))
        proposing = company.upcoming({"marn-head": scene.view("marn-head")}, scene.now)
        assert proposing is not None
        assert proposing.seconds >= QUICK

    def test_who_looks_every_second_is_answered_from_memory_until_something_is_new(self, monkeypatch):
        company = Company.of(SETTING, ["marn-head", "tolle-head"], seed=1)
        watch, asked, act = Watch(company), [], Company.act

        def counted(self, view, now):
            asked.append(view.seat)
            return act(self, view, now)

        monkeypatch.setattr(Company, "act", counted)
        scene = Scene().question("Good morning.")
        views = {seat: scene.view(seat) for seat in company.programs}
        for second in range(25):
            assert watch.upcoming(views, scene.now + timedelta(seconds=second)) is None
        assert asked == ["marn-head", "tolle-head"]
        assert watch.upcoming(views, scene.now + timedelta(minutes=4)) is not None
        assert len(asked) == 4
        scene.question("What is your position?")
        views = {seat: scene.view(seat) for seat in company.programs}
        assert watch.upcoming(views, scene.now) == company.upcoming(views, scene.now)

    def test_it_speaks_for_no_seat_that_a_person_has(self):
        company = Company.of(SETTING, ["tolle-head"], seed=1)
        scene = Scene()
        for words in ("And on tolls?", "And patrol?", "What is your position?"):
            scene.question(words)
            views = {"tolle-head": scene.view("tolle-head")}
            found = company.upcoming(views, scene.now)
            assert found is not None
            act = company.act(views["tolle-head"], scene.now)
            assert act is not None
            assert act.by == "tolle-head"
            scene.do(act)

    def test_read_back_from_its_ledger_a_table_goes_on_as_it_would_have(self):
        day = hold_day(SETTING, seed=7)
        company = Company.of(SETTING, ALL, seed=7)
        cut = len(day.events) // 2
        while day.events[cut].at == day.events[cut - 1].at:
            cut += 1
        events, now = day.events[:cut], day.events[cut].at
        views = {seat: seat_view(SETTING, events, seat) for seat in ALL}
        following = day.acts[len({event.at for event in events})]
        assert following.by == TRAINER or company.act(views[following.by], now) == following


def test_a_person_mediates_and_programs_answer():
    """As with `--solo`: the person opens, asks, proposes, reads back; both sides take positions, answer, confirm or object."""
    company = Company.of(SETTING, [seat for seat in ALL if seat != "chair"], seed=3)
    scene = Scene(plenary=False).do(Advance(by=TRAINER, phase="talks"), OpenMeeting(by=TRAINER, meeting="plenary"))
    scene.do(Say(by="chair", meeting="plenary", words="What do you want on tolls?"))
    sides = set()
    for _ in range(20):
        views = {seat: scene.view(seat) for seat in company.programs}
        found = company.upcoming(views, scene.now)
        if found is None:
            break
        scene.now += timedelta(seconds=found.seconds)
        act = company.act(views[found.seat], scene.now)
        if act is not None:
            sides.add((found.seat, type(act).__name__))
            scene.do(act)
    assert {("marn-head", "TakePosition"), ("tolle-head", "TakePosition")} <= sides
    assert {one.issue for one in scene.state.facts.positions} == {"tolls"}
