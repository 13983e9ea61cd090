"""The debriefing: the rules of `rules/debriefing.py`."""

import pytest

from goodoffices.proceedings import End, OpenDebriefing, Reflect, Reveal, opened
from goodoffices.proceedings.rules import debriefing as rules
from goodoffices.proceedings.rules.parts import NOT_NOW
from goodoffices.talks.exercise import TRAINER

from .valley_talks import Day


@pytest.fixture
def day() -> Day:
    day = Day()
    day.do(End(by=TRAINER))
    return day


def test_1_it_comes_after_the_end_and_each_answers_for_itself(day: Day) -> None:
    assert Day().no(OpenDebriefing(by=TRAINER)) == NOT_NOW["running"]
    assert day.no(Reflect(by="press", answers={"turned": "At noon."})) == NOT_NOW["ended"]
    day.do(OpenDebriefing(by=TRAINER))
    assert day.no(Reflect(by="press", answers={"turned": " "})) == rules.NO_ANSWER
    assert day.no(Reflect(by="press", answers={"weather": "Rain."})) == rules.ASKED
    assert day.no(Reflect(by="press", answers={"question 2": "Nothing."})) == rules.ASKED
    day.do(Reflect(by="press", answers={"question 1": "Nothing.", "result": "5"}))


def test_2_the_later_answer_counts(day: Day) -> None:
    day.do(OpenDebriefing(by=TRAINER))
    for turned in ("At noon.", "In the evening."):
        day.do(Reflect(by="press", answers={"turned": turned}))
    assert day.look("press").facts.reflections == {"press": {"turned": "In the evening."}}


def test_3_nobody_sees_more_before_all_may(day: Day) -> None:
    assert opened(day.state, day.events) == ()
    day.do(OpenDebriefing(by=TRAINER))
    day.do(Reflect(by="press", answers={"turned": "At noon."}))
    assert opened(day.state, day.events) == ()
    day.do(Reveal(by=TRAINER))
    assert opened(day.state, day.events) == tuple(day.events)
    assert day.no(Reflect(by="press", answers={"turned": "x"})) == NOT_NOW["revealed"]
