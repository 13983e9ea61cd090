"""Places, prices and the day with few people in exercise.yaml: what is refused, and where words contradict what can be computed."""

from fractions import Fraction
from pathlib import Path

import pytest

from goodoffices.case import inspect, read_case
from goodoffices.case.exercise import EXERCISE as F
from goodoffices.case.exercise_sense import price_worth
from goodoffices.talks import PartyPoints

from .cases import Mistake, assert_told
from .exercises import EXERCISE, WATCHER, make_exercise, told_of

SOUTH = '{role: "Head of delegation, South", part: head, of: south}'
NORTH = "wants: [half], knows: [a well]}"


RAIN = "injections:\n  rain: {text: It rains., source: The sky, to: [north-head], at: {phase: morning, minute: 10}}"


def south(more: str) -> str:
    return SOUTH.replace("}", f", {more}}}")


def knows(words: str) -> str:
    return NORTH.replace("[a well]", f'[«"{words}"]')


ERRORS = {
    "a place in no phase": Mistake(F, "noon: In the room.}", "noon: In the room., «moon: In.}", "'moon'",
        "an id of phases", "noon"),
    "a place without words": Mistake(F, "noon: In the room.", "noon: «''", "no words", "where the seat is then"),
    "a price of a side without points": Mistake(F, NORTH, NORTH.replace("}", ", prices: «[{answers: {water: [half]}}]}"),
        "a price of a side without points", "a party that has `points`"),
    "a price of nobody's": Mistake(F, WATCHER, WATCHER.replace("}}", "}, prices: «[{answers: {water: [half]}}]}"),
        "a price of a side without points", "a party that has `points`"),
    "a price on no issue": Mistake(F, SOUTH, south("prices: [{answers: {«watter: [half]}}]"), "'watter'", "an id of issues",
        "water"),
    "a price that is no option": Mistake(F, SOUTH, south("prices: [{answers: {water: [«harf]}}]"), "'harf'",
        "an option of water: half, most", "half"),
    "a price of nothing": Mistake(F, SOUTH, south("prices: [{answers: «{}}]"), "no answer", "answers of issues"),
    "a price of no option": Mistake(F, SOUTH, south("prices: [{answers: {water: «[]}}]"), "no option", "an option of the issue"),
    "few people who are fewer than the fewest": Mistake(F, "mandates:\n", "few: {people: «3, minutes: {noon: 5}}\nmandates:\n",
        "the number 3", "5 or more"),
    "a short phase that is none": Mistake(F, "mandates:\n", "few: {people: 5, minutes: {«moon: 5}}\nmandates:\n", "'moon'",
        "an id of phases", "noon"),
    "a short phase without time": Mistake(F, "mandates:\n", "few: {people: 5, minutes: {noon: «0}}\nmandates:\n", "the number 0",
        "minutes from 1"),
    "news after the short phase": Mistake(F, RAIN, f"few: {{people: 5, minutes: {{morning: 9}}}}\n{RAIN}".replace("10", "«10"),
        "the number 10", "from 0 to 9, as long as the phase morning is with few people"),
}  # fmt: skip
WARNINGS = {
    "a price below no agreement": Mistake(F, SOUTH, south("prices: [{answers: «{water: [half]}}]"),
        "a price of -1/2 points, of which south has 1/2 without an agreement", "words that ask for as much", None, "warning"),
    "one of several that is below it": Mistake(F, SOUTH, south("prices: [{answers: «{water: [most], tolls: [free, fee]}}]"),
        "a price of -1 points, of which south has 1/2 without an agreement", "words", None, "warning"),
    "no place for the chair": Mistake(F, "  morning: {kind: meeting, minutes: 30, meetings: [first]}\n",
        "  «early: {kind: meeting, minutes: 5}\n  morning: {kind: meeting, minutes: 30, meetings: [first]}\n",
        "no place for 'chair', 'second', 'watcher' in the phase 'early'", "`places: {early: ...}`", None, "warning"),
    "said openly, and nowhere": Mistake(F, NORTH, knows("You have said openly that you would pay for half of the bridge."),
        "'You have said openly that you would pay for half of the bridge.', of which the briefing has nothing", "in `briefing`",
        None, "warning"),
    "known to everybody, and nowhere": Mistake(F, NORTH, knows("The bridge fell in March, as everybody knows."),
        "'The bridge fell in March, as everybody knows.', of which the briefing has nothing", "in `briefing`", None, "warning"),
    "shown, and promised to nobody": Mistake(F, "mandates:\n", "charter: {shown: «[points]}\nmandates:\n",
        "something to show, of which nobody is told", "`revealed`", None, "warning"),
}  # fmt: skip


@pytest.mark.parametrize("name", ERRORS | WARNINGS)
def test_each_is_told_with_its_place(tmp_path: Path, name: str) -> None:
    mistake = (ERRORS | WARNINGS)[name]
    problems, wanted = told_of(tmp_path, mistake)
    if name == "one of several that is below it":
        problems = [p for p in problems if "red line" not in p.found]
    assert_told(problems, wanted)


def test_a_warning_keeps_no_day_from_being_held(tmp_path: Path) -> None:
    case = read_case(make_exercise(tmp_path, EXERCISE.replace(SOUTH, south("prices: [{answers: {water: [half]}}]"))))
    assert [p.level for p in case.warnings] == ["warning"]


def test_a_price_with_a_red_line_is_told(tmp_path: Path) -> None:
    made = make_exercise(tmp_path, EXERCISE.replace(SOUTH, south("prices: [{answers: {tolls: [fee]}}]")))
    assert any("'fee', a red line of south" in p.found for p in inspect(made)[1])


def test_a_seat_that_is_sent_somewhere_or_waits_has_a_place(tmp_path: Path) -> None:
    """The head of South sits in no meeting of the morning, and waits; the observer is told where to be."""
    assert inspect(make_exercise(tmp_path / "a"))[1] == []
    lost = EXERCISE.replace("noon: In the room.", "morning: In the room.", 1).replace(
        "morning: In the room., morning: In the room.", "morning: In the room."
    )
    (told,) = inspect(make_exercise(tmp_path / "b", lost))[1]
    assert told.found == "no place for 'watcher' in the phase 'noon'"


BRIEFING = "briefing: The towns meet."
SAID = "You have said openly that you would pay for half of the bridge."


@pytest.mark.parametrize(
    ("briefing", "words", "told"),
    [
        ("North would pay for half of the bridge.", SAID, False),
        ("North is a town. It has said that it pays half of a new bridge.", SAID, False),
        ("South would pay for half of the bridge.", SAID, True),  # another says it
        ("North would pay for the wells.", SAID, True),
        ("The towns meet.", "You may say it, if both say so in public.", False),  # what is still to be said
        ("The towns meet.", "You may not say openly that you would pay.", False),
        ("The towns meet.", "Nobody has said openly that the bridge fell.", False),
        ("In March the bridge fell.", "The bridge fell in March, as everybody knows.", False),
        ("The towns meet.", "Your people want the bridge open to everybody.", False),
    ],
)
def test_what_is_said_openly_stands_in_the_briefing(tmp_path: Path, briefing: str, words: str, told: bool) -> None:
    text = EXERCISE.replace(BRIEFING, f"briefing: {briefing}").replace(NORTH, NORTH.replace("[a well]", f'["{words}"]'))
    found = [p.found for p in inspect(make_exercise(tmp_path, text))[1]]
    assert any("of which the briefing has nothing" in one for one in found) is told
    assert len(found) == told


def test_what_a_price_is_worth_at_least() -> None:
    points = PartyPoints(
        points={"water": {"half": Fraction(40), "most": Fraction(22)}, "fee": {"none": Fraction(0), "yearly": Fraction(11)}},
        no_deal=Fraction(58),
    )  # fmt: skip
    today = {"water": "half", "fee": "none"}
    assert price_worth(points, {}, today) == 40
    assert price_worth(points, {"fee": ("yearly",)}, today) == 51
    assert price_worth(points, {"fee": ("yearly",)}, {}) == 33  # nothing is known of today: the worst
    assert price_worth(points, {"water": ("half", "most"), "fee": ("yearly",)}, today) == 33


def test_points_that_lack_something_are_told_once(tmp_path: Path) -> None:
    """What cannot be added up is an error of the points, and no second one of the price."""
    text = EXERCISE.replace("water: {half: 1/2, most: 0}", "water: {half: 1/2}")
    problems = inspect(make_exercise(tmp_path, text.replace(SOUTH, south("prices: [{answers: {water: [half]}}]"))))[1]
    assert [p.found for p in problems] == ["no points for 'most'"]


def test_a_price_that_cannot_be_had_is_told(tmp_path: Path) -> None:
    """The case ties most of the water to a fee."""
    folder = make_exercise(
        tmp_path, EXERCISE.replace(SOUTH, south("prices: [{answers: {water: [most], tolls: [free]}}]"))
    )
    assert [p.found for p in inspect(folder)[1]] == ["answers that cannot be had: water only together with tolls"]


@pytest.mark.parametrize(
    "today",
    ["{water: harf, tolls: fee}", "{water: ../../x, tolls: fee}", "{water: fee, tolls: half}", "{watter: half}", "{}"],
)
def test_a_price_is_added_up_where_today_is_no_answer(tmp_path: Path, today: str) -> None:
    """What is there today and is no answer is an error of the preferences; the price is then of the worst."""
    folder = make_exercise(tmp_path, EXERCISE.replace(SOUTH, south("prices: [{answers: {tolls: [free]}}]")))
    (folder / "preferences.yaml").write_text(f"format: preferences/1\nstatus_quo: {today}\nparties: {{}}\n")
    problems = inspect(folder)[1]
    assert any(p.file.endswith("preferences.yaml") and p.level == "error" for p in problems)
