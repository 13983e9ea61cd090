"""How much, and which characters: the rules of `rules/bounds.py`."""

from dataclasses import replace
from datetime import datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.documents import LIMIT
from goodoffices.proceedings import (
    Act,
    Adjourn,
    End,
    Extend,
    HandOver,
    Inject,
    Note,
    OpenMeeting,
    PointToRead,
    PressLine,
    Propose,
    ReadBack,
    Reflect,
    Say,
    encode,
)
from goodoffices.proceedings.rules import bounds
from goodoffices.proceedings.state import letters
from goodoffices.talks.exercise import TRAINER

from .random_days import KINDS, RandomDay, closing
from .valley_talks import EXERCISE, Day


def say(words: str) -> Say:
    return Say(by="upper-head", meeting="session", words=words)


@pytest.mark.parametrize(
    "act",
    [
        say("x" * 4_001),
        say("\u202e" * 1_000),  # longer than allowed once it stands there as what it is
        say("x" * 10_000_000),
        OpenMeeting(by="chair", seats=("union",), title="x" * 201),
        Adjourn(by="chair", meeting="x" * 201),
        Propose(by="upper-head", meeting="session", package={"mill": "x" * 201}),
        Propose(by="upper-head", meeting="session", package={"x" * 201: "closed"}),
        ReadBack(by="chair", meeting="session", points=(PointToRead(kind="open", words="x" * 4_001),)),
    ],
    ids=lambda act: type(act).__name__,
)
def test_1_texts_have_bounds(act: Act) -> None:
    assert Day().session().no(act) == bounds.TOO_LONG


def test_1_what_just_fits_passes() -> None:
    Day().session().do(say("\N{SNOWMAN}" * 4_000))


def test_1_lists_and_time_have_bounds() -> None:
    day = Day().session()
    points = (PointToRead(kind="open", words="x"),) * 201
    assert day.no(ReadBack(by="chair", meeting="session", points=points)) == bounds.TOO_MANY
    assert day.no(Extend(by=TRAINER, minutes=10**9)) == bounds.TOO_LONG_TIME


def test_1_the_seats_share_the_acts_of_a_day_and_none_uses_up_anothers() -> None:
    day = Day().session()
    share = bounds.share(len(day.state.setting.public.seats))
    for _ in range(share - day.state.done.get("upper-head", 0)):
        day.do(say("x"))
    before = day.state
    assert day.no(say("x")) == bounds.FULL
    assert day.state == before
    day.do(Say(by="lower-head", meeting="session", words="not mine"))
    day.do(End(by=TRAINER))
    assert sum(day.state.done.values()) == day.state.acts


@pytest.mark.parametrize("seats", [0, 1, 13, 60, 5_000])
def test_1_all_shares_together_are_no_more_than_a_day_holds(seats: int) -> None:
    assert seats * bounds.share(seats) <= bounds.ACTS


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a\u202eb", "a[U+202E]b"),
        ("a\x1b[2Jb", "a[U+001B][2Jb"),
        ("a\r\nb\tc", "a\nb\tc"),
        ("a\u200bb", "a[U+200B]b"),
        ("\ud800x", "\ufffdx"),
        ("می‌خواهم", "می‌خواهم"),  # the joiner that Persian needs stays
        ("  x \n", "x"),
    ],
)
def test_2_what_steers_stands_as_what_it_is(given: str, kept: str) -> None:
    day = Day().session()
    (event,) = day.do(say(given))
    assert event.what.words == kept  # type: ignore[attr-defined]


def test_2_names_and_answers_too() -> None:
    cleaned = bounds.cleaned(OpenMeeting(by="chair", title="a\u202eb"))
    assert cleaned.title == "a[U+202E]b"
    answered = bounds.cleaned(Reflect(by="chair", answers={"turned": "a\x00b"}))
    assert answered.answers == {"turned": "a[U+0000]b"}


def test_3_words_that_are_needed_are_not_blank() -> None:
    day = Day().session()
    for act in (say(" \n\t"), PressLine(by="press", words=""), HandOver(by="upper-head", to="lower", words=" ")):
        assert day.no(act) == bounds.BLANK


@pytest.mark.parametrize(
    "act",
    [
        HandOver(by="upper-head", to="lower", words="x", rule="loudly"),  # type: ignore[arg-type]
        OpenMeeting(by="chair", seats=("union",), format="dinner"),  # type: ignore[arg-type]
        ReadBack(by="chair", meeting="session", points=(PointToRead(kind="perhaps", words="x"),)),  # type: ignore[arg-type]
    ],
    ids=lambda act: type(act).__name__,
)
def test_4_one_of_a_few_words_is_one_of_them(act: Act) -> None:
    assert Day().session().no(act) == bounds.NO_SUCH_WORD


def test_4_a_moment_has_its_zone() -> None:
    act = Propose(by="upper-head", meeting="session", package={"mill": "closed"}, until=datetime(2031, 5, 14, 12))
    assert Day().session().no(act) == bounds.NO_ZONE


def test_2_what_comes_from_the_file_too() -> None:
    flood = replace(EXERCISE.injections["flood"], text="Wet\u202e", source="Office\x1b")
    session = replace(EXERCISE.meetings["session"], title="Session\u2066")
    exercise = replace(EXERCISE, injections={"flood": flood}, meetings={"session": session})
    day = Day(exercise).session()
    day.do(Inject(by=TRAINER, injection="flood"))
    look = day.look("press")
    assert look.facts.meetings["session"].opened.title == "Session[U+2066]"
    assert (look.facts.news[0].text, look.facts.news[0].source) == ("Wet[U+202E]", "Office[U+001B]")


def test_1_words_that_are_noted_are_of_the_share_of_who_notes_them() -> None:
    """A scribe of one side could use up the acts of the other's head, by writing down what that head never said."""
    day = Day().session()
    share = bounds.share(len(day.state.setting.public.seats))
    note = Note(by="upper-adviser", meeting="session", whose="lower-head", words="x")
    for _ in range(share - day.state.done.get("upper-adviser", 0)):
        day.do(note)
    assert day.no(note) == bounds.FULL
    day.do(Say(by="lower-head", meeting="session", words="I am still here."))


@pytest.mark.parametrize("seed", range(6))
def test_1_every_act_counts_for_who_did_it_and_for_nobody_else(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    random, day, passed = Random(seed), RandomDay(), set[str]()
    real = day.attempt

    def watched(act: Act) -> None:
        before = day.day.state
        real(act)
        after = day.day.state
        changed = {
            seat: n - before.done.get(seat, 0) for seat, n in after.done.items() if n != before.done.get(seat, 0)
        }
        assert changed == ({} if after is before else {act.by: 1}), act
        assert {seat for seat, n in after.written.items() if n != before.written.get(seat, 0)} <= {act.by}, act
        passed.update(() if after is before else (type(act).__name__,))

    monkeypatch.setattr(day, "attempt", watched)
    seats = tuple(EXERCISE.seats)
    for _ in range(200):
        day.step(random, random.choice(seats), random.choice(KINDS))
    closing(day)
    assert len(passed) > 12


def test_1_the_seats_share_the_letters_of_a_day_and_the_ledger_can_be_read_again() -> None:
    """A read-back of many long points is one act: a chair alone could make a ledger that no new start could read."""
    day = Day().session()
    points = (PointToRead(kind="open", words="\N{GRINNING FACE}" * 4_000),) * 20
    for _ in range(100):
        if day.state.written.get("chair", 0) + 81_000 > bounds.letters_of(len(day.state.setting.public.seats)):
            break
        day.do(ReadBack(by="chair", meeting="session", points=points))
    assert day.no(ReadBack(by="chair", meeting="session", points=points)) == bounds.FULL
    seats = len(day.state.setting.public.seats)
    assert day.state.written["chair"] <= bounds.letters_of(seats)
    day.do(say("x" * 4_000))
    day.do(End(by=TRAINER))
    size = sum(len(encode(1, (event,)).encode()) for event in day.events)
    assert seats * size < LIMIT


@given(st.text(max_size=50), st.text(max_size=50))
def test_1_letters_are_counted_in_every_text(one: str, other: str) -> None:
    act = Propose(by="b", meeting=one, package={other: one}, only_if={one: other}, words=other)
    assert letters(act) == 1 + 3 * len(one) + 3 * len(other)
