"""News: the rules of `rules/injections.py`."""

from datetime import timedelta

from goodoffices.proceedings import Accept, Advance, Begin, EditInjection, HoldBack, Inject, due
from goodoffices.proceedings.rules import injections as rules
from goodoffices.proceedings.rules.turn import NOT_HERE
from goodoffices.talks.exercise import TRAINER

from .valley_talks import Day


def waiting(day: Day, minutes: int = 0) -> tuple[str, ...]:
    return due(day.state, tuple(day.events), day.at + timedelta(minutes=minutes))


def test_1_news_is_sent_once() -> None:
    day = Day()
    day.do(Inject(by=TRAINER, injection="flood"))
    (seen,) = day.look("press").facts.news
    assert (seen.source, seen.text) == ("The weather office", "The weir is under water.")
    assert day.no(Inject(by=TRAINER, injection="flood")) == rules.SENT
    assert day.no(Inject(by=TRAINER, injection="war")) == NOT_HERE


def test_2_its_words_may_be_changed_and_it_may_be_held_back() -> None:
    day = Day(begun=False)
    day.do(EditInjection(by=TRAINER, injection="flood", text="The weir is dry."))
    day.do(HoldBack(by=TRAINER, injection="flood"))
    day = day_begun(day)
    assert day.no(Inject(by=TRAINER, injection="flood")) == rules.HELD
    day.do(HoldBack(by=TRAINER, injection="flood", held=False))
    day.do(Inject(by=TRAINER, injection="flood"))
    assert day.look("press").facts.news[0].text == "The weir is dry."
    assert day.no(EditInjection(by=TRAINER, injection="flood", text="x")) == rules.SENT


def day_begun(day: Day) -> Day:
    day.do(Begin(by=TRAINER))
    return day


def test_3_news_is_due_at_its_moment() -> None:
    day = Day()
    assert waiting(day, 60) == ()
    day.do(Advance(by=TRAINER))
    assert (waiting(day, 4), waiting(day, 5)) == ((), ("flood",))
    day.do(Advance(by=TRAINER))
    assert waiting(day) == ("flood",)  # its phase is over
    day.do(HoldBack(by=TRAINER, injection="flood"))
    assert waiting(day) == ()


def test_3_news_is_due_after_the_act_on_which_it_waits() -> None:
    day = Day().session()
    theirs = day.proposal("lower-head", mill="closed")
    day.do(Accept(by="upper-head", proposal=theirs))
    ours = day.proposal("upper-head", water="half")
    day.do(Accept(by="lower-head", proposal=ours))
    assert waiting(day) == ()  # another party, another issue
    day.do(Accept(by="lower-head", proposal=day.proposal("upper-head", mill="closed")))
    assert waiting(day) == ("letter",)
    day.do(Inject(by=TRAINER, injection="letter"))
    assert waiting(day) == ()
