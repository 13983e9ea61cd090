"""Deciding is pure: the rules of `decide.py`. And the rules of all modules have their tests and stand in the documentation."""

import copy
import re
from datetime import timedelta
from importlib import import_module
from pathlib import Path

import pytest

from goodoffices.proceedings import Begin, Propose, Say, decide, fold, moment, seat_view
from goodoffices.proceedings.rules.turn import NOT_HERE
from goodoffices.talks.exercise import TRAINER

from .valley_talks import SEATS, SETTING, Day

ROOT = Path(__file__).resolve().parents[2]
RULED = (
    "visibility", "decide", "ledger", "rules.turn", "rules.parts", "rules.bounds", "rules.day", "rules.meetings",
    "rules.proposals", "rules.ties", "rules.mandates", "rules.messages", "rules.read_back", "rules.injections", "rules.debriefing",
)  # fmt: skip
"""The modules that keep rules, in the order of the page."""


def busy_day() -> Day:
    day = Day().session()
    day.do(Say(by="upper-head", meeting="session", words="Good morning."))
    day.proposal(mill="leased")
    return day


def test_1_the_same_gives_the_same_and_the_state_stays() -> None:
    day = busy_day()
    act, at = Say(by="upper-head", meeting="session", words="x"), day.at + timedelta(seconds=1)
    before = copy.deepcopy(day.state)
    assert decide(day.state, act, at) == decide(day.state, act, at)
    assert day.state == before == fold(SETTING, day.events)
    again = fold(SETTING, ())
    for event in day.events:
        again = again.after(event)
    assert again == day.state


def test_1_an_act_is_not_changed_with_what_it_was_made_of() -> None:
    day = Day().session()
    package = {"mill": "closed"}
    day.do(Propose(by="lower-head", meeting="session", package=package))
    package["mill"] = "sold"
    assert next(iter(day.state.facts.proposals.values())).made.package == {"mill": "closed"}


def test_2_each_act_has_a_moment_of_its_own() -> None:
    day = busy_day()
    act = Say(by="upper-head", meeting="session", words="x")
    for at in (day.at, day.at - timedelta(hours=1), (day.at + timedelta(hours=1)).replace(tzinfo=None)):
        with pytest.raises(ValueError, match="moment"):
            decide(day.state, act, at)
    set_back = moment(day.state, day.at - timedelta(hours=1))
    assert set_back > day.at
    decide(day.state, act, set_back)
    assert moment(day.state, day.at + timedelta(hours=1)) == day.at + timedelta(hours=1)


@pytest.mark.parametrize("by", ["", "nobody", "Trainer", "upper"])
def test_3_a_stranger_can_do_nothing(by: str) -> None:
    assert Day(begun=False).no(Begin(by=by)) == NOT_HERE


@pytest.mark.parametrize("seat", [*SEATS, TRAINER])
def test_what_a_seat_knows_is_folded_from_its_feed(seat: str) -> None:
    day = busy_day()
    look = day.look(seat)
    assert look.facts == day.state.of(seat)
    step = seat_view(SETTING, (), seat)
    for number, seen in look.feed:
        step = step.after(number, seen)
    assert step == look
    assert look.number == len(look.feed)


def test_what_a_seat_knows_beforehand() -> None:
    head, scribe, press, trainer = (SETTING.seen_by(s) for s in ("upper-head", "lower-head", "press", TRAINER))
    assert (head.who, head.knows, set(head.mandates)) == ("You lead.", ("a secret",), {"upper"})
    assert "a secret" not in repr(scribe)
    assert set(scribe.mandates) == {"lower"}
    assert (press.mandates, press.injections, head.injections) == ({}, {}, {})
    assert (set(trainer.mandates), set(trainer.injections)) == ({"upper", "lower"}, {"flood", "letter"})


def rules(module: str) -> dict[int, str]:
    """The numbered sentences at the top of a module."""
    doc = import_module(f"goodoffices.proceedings.{module}").__doc__ or ""
    found = re.findall(r"^ *(\d+)\. (.*?)(?=^ *\d+\. |^ *$|\Z)", doc, re.MULTILINE | re.DOTALL)
    return {int(number): " ".join(text.split()) for number, text in found}


@pytest.mark.parametrize("module", RULED)
def test_each_rule_has_a_test_of_its_number(module: str) -> None:
    name = module.rpartition(".")[2]
    text = (Path(__file__).parent / f"test_{name}.py").read_text("utf-8")
    numbers = {int(number) for number in re.findall(r"^def test_(\d+)_", text, re.MULTILINE)}
    assert numbers == set(rules(module)) == set(range(1, len(numbers) + 1))


@pytest.mark.parametrize("module", RULED)
def test_each_rule_stands_on_the_page_word_for_word(module: str) -> None:
    page = " ".join((ROOT / "docs" / "explanation" / "procedure.md").read_text("utf-8").split())
    for number, text in rules(module).items():
        assert f"{number}. {text}" in page, text


def test_every_module_with_rules_is_among_them() -> None:
    folder = ROOT / "src" / "goodoffices" / "proceedings"
    names = (path.relative_to(folder).with_suffix("").as_posix().replace("/", ".") for path in folder.rglob("*.py"))
    assert {name for name in names if not name.endswith("__init__") and rules(name)} == set(RULED)
