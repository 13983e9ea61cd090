"""What pages send becomes acts, and what happened becomes sentences: every kind of both."""

from dataclasses import MISSING, fields
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.proceedings import ACTS, HAPPENINGS, Act, PointToRead, Propose, ReadBack, TakePosition, feed, seat_view
from goodoffices.room.forms import NotThatError, act_of
from goodoffices.room.views.names import Names
from goodoffices.room.views.sentences import SENTENCES, sentence
from goodoffices.talks import Link
from goodoffices.talks.exercise import TRAINER

from ..proceedings.random_days import KINDS, RandomDay, closing
from ..proceedings.valley_talks import SEATS, SETTING
from .rooms import MORNING


def test_every_kind_of_event_has_a_sentence() -> None:
    assert set(SENTENCES) == set(HAPPENINGS)


def test_every_event_of_a_random_day_is_told_to_everyone_who_saw_it() -> None:
    random, day = Random(4), RandomDay()
    for _ in range(300):
        day.step(random, random.choice([*SEATS]), random.choice(KINDS))
    closing(day)
    for seat in (*SEATS, TRAINER):
        names = Names(seat_view(SETTING, day.day.events, seat), MORNING)
        for _, seen in feed(day.day.events, seat):
            told = sentence(names, seen.what)
            assert told
            assert "None" not in told
            assert "frozenset" not in told


@pytest.mark.parametrize("kind", ACTS, ids=lambda kind: kind.__name__)
def test_every_kind_of_act_comes_from_a_form(kind: type[Act]) -> None:
    form = {"act": kind.__name__, "minutes": "5", "by": "somebody else"}
    made = act_of(form, "upper-head", MORNING)
    assert isinstance(made, kind)
    assert made.by == "upper-head"
    for one in fields(made):
        if one.default is not MISSING and one.name not in ("held", "answer"):
            assert getattr(made, one.name) == one.default, one.name


def test_a_proposal_comes_with_its_condition_and_its_time() -> None:
    form = {"act": "Propose", "meeting": "session", "package.mill": "leased", "package.water": "", "only_if.water": "half",
            "until": "30", "words": " A\r\nlease. "}  # fmt: skip
    made = Propose(by="chair", meeting="session", package={"mill": "leased"}, only_if={"water": "half"},
                   until=MORNING + timedelta(minutes=30), words="A\nlease.")  # fmt: skip
    assert act_of(form, "chair", MORNING) == made


def test_points_come_with_what_they_are_about() -> None:
    form = {"act": "ReadBack", "meeting": "session", "point.1.kind": "agreed", "point.1.words": "A lease.",
            "point.1.about": "issue:mill:leased", "point.2.kind": "open", "point.2.words": "", "point.2.about": "",
            "point.3.kind": "next", "point.3.words": "Monday.", "point.3.about": "",
            "point.4.kind": "not agreed", "point.4.words": "It.", "point.4.about": "proposal:p.1"}  # fmt: skip
    points = (PointToRead(kind="agreed", words="A lease.", issue="mill", option="leased"),
              PointToRead(kind="next", words="Monday."),
              PointToRead(kind="not agreed", words="It.", proposal="p.1"))  # fmt: skip
    assert act_of(form, "chair", MORNING) == ReadBack(by="chair", meeting="session", points=points)


def test_an_issue_and_its_option_are_picked_from_one_list() -> None:
    form = {"act": "TakePosition", "meeting": "m", "pair": "mill:leased", "stance": "demands"}
    made = TakePosition(by="chair", meeting="m", issue="mill", option="leased", stance="demands")
    assert act_of(form, "chair", MORNING) == made


@pytest.mark.parametrize("text", ["x", "", "1e9", "９", "123456"])
def test_what_is_no_number_is_told(text: str) -> None:
    with pytest.raises(NotThatError, match="whole number"):
        act_of({"act": "Extend", "minutes": text}, TRAINER, MORNING)


@pytest.mark.parametrize("text", ["0", "-5", "1441"])
def test_a_time_that_cannot_be_is_told(text: str) -> None:
    with pytest.raises(NotThatError, match="minutes from now"):
        act_of({"act": "Propose", "until": text}, TRAINER, MORNING)


@given(st.dictionaries(st.sampled_from(["act", "pair", "meeting", "package.", "package.x", "point.1.about", "point.1.words",
                                        "minutes", "until", "answer.", "seats", "options", "by", "held"]), st.text()),
       st.sampled_from([kind.__name__ for kind in ACTS] + ["Event", "", "__init__"]))  # fmt: skip
def test_whatever_is_sent_becomes_an_act_or_is_told(form: dict[str, str], act: str) -> None:
    try:
        made = act_of({**form, "act": act}, "upper-head", MORNING)
    except NotThatError:
        return
    assert (made is None) == (act in ("Event", "", "__init__"))
    assert made is None or made.by == "upper-head"


@pytest.mark.parametrize(
    ("tie", "told"),
    [
        (
            Link(if_={"water": ("two-thirds",)}, then={"mill": ("sold", "leased")}),
            "Summer water: {w2}, only with Mill: {m3} or {m2}",
        ),
        (Link(if_={"water": ("half",), "mill": ("sold",)}, then={}), "Not together: Summer water: {w1} and Mill: {m3}"),
    ],
)
def test_what_cannot_be_had_alone_stands_in_one_line(tie: Link, told: str) -> None:
    names = Names(seat_view(SETTING, (), "chair"), MORNING)
    issues = SETTING.public.issues
    words = {"w1": issues["water"].options["half"], "w2": issues["water"].options["two-thirds"],
             "m2": issues["mill"].options["leased"], "m3": issues["mill"].options["sold"]}  # fmt: skip
    told = told.replace("Summer water", issues["water"].title).replace("Mill", issues["mill"].title)
    assert names.tie(tie) == told.format(**words)
