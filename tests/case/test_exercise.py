"""exercise.yaml: what is read of it, each rule that it may break with its place, and that an exercise is marked as one."""

from fractions import Fraction
from pathlib import Path

import pytest

from goodoffices.case import TEAM, inspect, known_readers, label, read_case, seen
from goodoffices.case.exercise import EXERCISE as FILE

from .cases import TALKS, Mistake, assert_told
from .exercises import EXERCISE, HELD, WATCHER, make_exercise, told_of

F = FILE
HEAD = '{role: "Head of delegation, South", part: head, of: south}'

SOUTH = next(line for line in EXERCISE.splitlines() if line.startswith("  south: {points"))
MISTAKES = {
    # 2. Ids of seats.
    "the trainer's id": Mistake(F, "  watcher: {", "  «trainer: {", "the seat 'trainer'", "another id"),
    "a reserved word": Mistake(F, "  watcher: {", "  «public: {", "the seat 'public'", "another id"),
    "an id with a slash": Mistake(F, "  watcher: {", "  «../up: {", "the seat '../up'", "small letters"),
    "an id in capitals": Mistake(F, "  watcher: {", "  «Watcher: {", "the seat 'Watcher'", "small letters"),
    "a long id": Mistake(F, "  watcher: {", f"  «{'w' * 41}: {{", f"the seat '{'w' * 41}'", "at most 40"),
    # 3. For whom they sit.
    "of nobody that there is": Mistake(F, HEAD, HEAD.replace("of: south", "of: «sauth"), "'sauth'", "an id of parties",
        "south"),
    "a head of a third party": Mistake(F, "part: mediator, of: board", "part: adviser, of: «board",
        "'board' for the part adviser",
        "`of` with a party: north, south"),
    "a chair of a party": Mistake(F, "part: chair, of: board", "part: chair, of: «north", "'north' for the part chair",
        "`of` with a third party: board"),
    "a principal of nobody": Mistake(F, '{role: "Council, North", part: principal, of: north}',
        '«{role: "Council, North", part: principal}', "no `of` at a seat of the part principal", "`of` with a party"),
    # 4. Teams.
    "a party without a head": Mistake(F, "\nseats:\n", "\nseats: «\n", "no head of south", "`part: head` and `of: south`"),
    "a second head": Mistake(F, WATCHER,
        "  watcher: {role: Other, part: «head, of: north}",
        "a second head of north", "several people may take a seat together"),
    "a second principal": Mistake(F, WATCHER,
        "  watcher: {role: Other, part: «principal, of: north}", "a second principal of north", "one"),
    "a second chair": Mistake(F, "part: mediator,", "part: «chair,", "a second chair", "one chair"),
    "a mediator alone": Mistake(F, "  chair: {role: Chair, part: chair, of: board, people: [1, 2]}\n"
        "  second: {role: Mediator, part: mediator,",
        "  chair: {role: Chair, part: observer, of: board, people: [1, 2]}\n  second: {role: Mediator, part: «mediator,",
        "a mediator without a chair", "`part: chair`"),
    # What is left where nobody sits.
    "words of a seat that is never empty": Mistake(F, "wants: [half], knows: [a well]", "if_empty: «[a well]",
        "words for an empty seat at part head, people [1, 1]", "adviser, note-taker, mediator"),
    "words of an observer": Mistake(F, WATCHER,
        "  watcher: {role: Observer, part: observer, people: [0, 1], if_empty: «[a well], places: {morning: In., noon: In.}}",
        "words for an empty seat at part observer, people [0, 1]", "no other seat leaves anything"),
    # People.
    "nobody at most": Mistake(F, "people: [0, 1]", "people: «[0, 0]", "[0, 0]", "at least one"),
    "more at least than at most": Mistake(F, "people: [0, 1]", "people: «[2, 1]", "[2, 1]", "the second no smaller"),
    "fewer than none": Mistake(F, "people: [0, 1]", "people: «[-1, 1]", "[-1, 1]", "from 0 on"),
    "a crowd": Mistake(F, "people: [0, 1]", "people: «[0, 1000]", "[0, 1000]", "at most 100"),
    "one number": Mistake(F, "people: [0, 1]", "people: «[1]", "a list of 1", "a list of 2"),
    # 5. Roles.
    "a person's name": Mistake(F, "role: Observer", "role: «Ann's friend", "'Ann', a person of the case",
        "without a person's name"),
    # 6. The programme.
    "a meeting of no case": Mistake(F, "  first: {seats: [chair, north-head]}\n",
        "  first: {seats: [chair, north-head]}\n  «furst: {seats: [chair]}\n", "'furst'", "an id of meetings", "first"),
    "a seat that is none": Mistake(F, "{seats: [chair, north-head]}", "{seats: [chair, «north-hed]}", "'north-hed'",
        "an id of seats",
        "north-head"),
    "a seat twice": Mistake(F, "{seats: [chair, north-head]}", "{seats: [chair, «chair]}", "'chair' a second time",
        "each seat once"),
    "a principal in the room": Mistake(F, "{seats: [chair, north-head]}", "{seats: [chair, «north-principal]}",
        "the principal 'north-principal'", "a principal is asked from outside"),
    "nobody in the room": Mistake(F, "{seats: [chair, north-head]}", "{seats: «[]}", "nobody", "the seats that sit in it"),
    "after a meeting that is not held": Mistake(F, "after: [first]}", "after: [«frst]}", "'frst'", "an id of meetings",
        "first"),
    "a circle": Mistake(F, "  first: {seats: [chair, north-head]}", "  first: {seats: [chair, north-head], after: «[second]}",
        "a circle: first after second after first", "an order of meetings"),
    # 7. Phases.
    "no time": Mistake(F, "minutes: 30", "minutes: «0", "the number 0", "minutes from 1"),
    "days": Mistake(F, "minutes: 30", "minutes: «1441", "the number 1441", "to 1440"),
    "a phase of no meeting": Mistake(F, "meetings: [first]", "meetings: [«forst]", "'forst'", "an id of meetings", "first"),
    "nothing after the debriefing": Mistake(F, "  end: {kind: debriefing, minutes: 10}",
        "  end: {kind: debriefing, minutes: 10}\n  «after: {kind: caucus, minutes: 5}",
        "a phase after the debriefing 'end'", "last"),
    # 8. What sides want.
    "an option that is none": Mistake(F, "may_accept: [half]", "may_accept: [«harf]", "'harf'",
        "an option of water: half, most", "half"),
    "an option in both lists": Mistake(F, "must_refer: [most]", "must_refer: [«half]", "'half', which it may accept by itself",
        "one of the two lists"),
    "a mandate of a third party": Mistake(F, "  north: {water: {may", "  «board: {water: {may", "the third party 'board'",
        "an id of parties: north, south"),
    "a mandate on no issue": Mistake(F, "  north: {water: {may", "  north: {«weather: {may", "'weather'",
        "an id of issues", "water"),
    "no points for an option": Mistake(F, "water: {half: 1/2, most: 0}", "water: «{half: 1/2}", "no points for 'most'",
        "every option of water"),
    "no points for an issue": Mistake(F, "{points: {water: {half: 1/2, most: 0}, tolls", "{points: «{tolls",
        "no points for water",
        "points of every issue"),
    "points for no option": Mistake(F, "most: 0}", "most: 0, «all: 3}", "'all'", "an option of water", None),
    "points that are no number": Mistake(F, "half: 1/2", "half: «many", "'many'", "a number such as"),
    "a priority that is no issue": Mistake(F, "[water, tolls]", "[«wator, tolls]", "'wator'", "an id of issues", "water"),
    "a reason on no issue": Mistake(F, "{water: The fields", "{«wator: The fields", "'wator'", "an id of issues", "water"),
    "a reason without words": Mistake(F, "{water: The fields are dry.}", '{water: «" "}', "no words", "a sentence that the"),
    "a reason of a third party": Mistake(F, "  north: {water: The", "  «board: {water: The", "the third party 'board'",
        "an id of parties"),
    "a priority twice": Mistake(F, "[water, tolls]", "[water, «water]", "'water' a second time", "each issue once"),
    "a red line that is none": Mistake(F, "{tolls: [fee]}", "{tolls: [«fea]}", "'fea'", "an option of tolls", "fee"),
    "a red line on no issue": Mistake(F, "{tolls: [fee]}", "{«toll: [fee]}", "'toll'", "an id of issues", "tolls"),
    "a red line that the mandate gives away": Mistake(F,
        SOUTH, SOUTH.replace("south", "north").replace("{tolls: [fee]}", "{water: [«half]}"),
        "'half', which its delegation may accept by itself", "the mandate does not give away"),
    # 9. Injections.
    "neither moment nor act": Mistake(F, "to: [north-head], at: {phase: morning, minute: 10}}", "to: [north-head]}«",
        "neither `at` nor `when`", "one of the two"),
    "in no phase": Mistake(F, "{phase: morning, minute", "{phase: «mourning, minute", "'mourning'", "an id of phases",
        "morning"),
    "after the phase": Mistake(F, "minute: 10", "minute: «31", "the number 31", "from 0 to 30"),
    "to nobody that there is": Mistake(F, "to: [north-head], at", "to: [«nobody], at", "'nobody'", "an id of seats", None),
    "on an act that is none": Mistake(F, "act: propose", "act: «suppose", "'suppose'", "one of propose", "propose"),
    "by nobody": Mistake(F, "by: north}}", "by: «nurth}}", "'nurth'", "an id of parties", "north"),
    # The file.
    "another key": Mistake(F, "\ndebriefing:", "\n«debrief:", "the key 'debrief'", "one of format", "debriefing"),
    "no briefing": Mistake(F, "briefing: The towns meet.", "briefing: «''", "no words", "words that everybody reads"),
}  # fmt: skip


def test_the_small_exercise_is_sound(tmp_path: Path) -> None:
    case, problems = inspect(make_exercise(tmp_path))
    assert problems == []
    assert case is not None
    assert case.exercise is not None
    assert case.exercise.points["south"].points["water"]["half"] == Fraction(1, 2)
    assert [*case.exercise.phases] == ["morning", "noon", "end"]


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_is_told_with_its_place(tmp_path: Path, name: str) -> None:
    problems, wanted = told_of(tmp_path, MISTAKES[name])
    if name == "a party without a head":
        (tmp_path / FILE).write_text(EXERCISE.replace(f"  south-head: {HEAD}\n", "").replace(", south-head", ""))
        problems = inspect(tmp_path)[1]
        wanted = problems[0]
        assert (wanted.line, wanted.column) == (5, 3)
        assert "no head of south" in wanted.found
    if name in ("neither moment nor act",):
        wanted = problems[0]
        assert (wanted.line, wanted.column, wanted.found) == (21, 9, "neither `at` nor `when`")
    if name in ("a circle", "no time", "of nobody that there is", "a phase of no meeting"):
        problems = [
            p for p in problems if (p.line, p.column) == (wanted.line, wanted.column)
        ]  # what follows from it is told, too
    assert_told(problems, wanted)


def test_the_order_of_the_programme_is_that_of_the_phases(tmp_path: Path) -> None:
    turned = EXERCISE.replace("meetings: [first]", "meetings: [x]").replace("meetings: [second]", "meetings: [first]")
    problems = inspect(make_exercise(tmp_path, turned.replace("meetings: [x]", "meetings: [second]")))[1]
    assert [(p.line, p.column, p.found) for p in problems] == [
        (15, 52, "'second' before 'first', after which it comes")
    ]


def test_a_case_that_is_no_exercise_has_no_such_file(tmp_path: Path) -> None:
    problems = inspect(make_exercise(tmp_path, talks=TALKS))[1]
    assert [(p.line, p.column) for p in problems] == [(1, 1)]
    assert "`exercise: true` in talks.yaml" in problems[0].expected


@pytest.mark.parametrize(
    ("role", "sound"),
    [
        ("Head of delegation, Ann Arbor", False),
        ("An annex", True),
        ("Annapolis", True),
        ("mayor Ann", False),
        ("ann", True),
    ],
)
def test_a_role_bears_no_name_of_a_person(tmp_path: Path, role: str, sound: bool) -> None:
    problems = inspect(make_exercise(tmp_path, EXERCISE.replace("role: Observer", f"role: {role}")))[1]
    assert (problems == []) is sound


def test_a_party_that_is_called_as_a_person_is_may_stand_in_a_role(tmp_path: Path) -> None:
    talks = HELD.replace("north: {name: North,", "north: {name: Ann Arbor,")
    assert (
        inspect(make_exercise(tmp_path, EXERCISE.replace("role: Observer", "role: Guest of Ann Arbor"), talks))[1] == []
    )


def test_it_says_on_whatever_is_made_of_it_that_it_is_an_exercise(tmp_path: Path) -> None:
    case = read_case(make_exercise(tmp_path / "towns"))
    assert label(case) == "EXERCISE · For the team only"
    assert case.stem == "towns-EXERCISE"
    for reader in known_readers(case.talks):
        shown = seen(case, None, reader)
        assert shown.talks.exercise
        assert label(shown).startswith("EXERCISE")
        assert (shown.exercise is None) is (reader != TEAM)


def test_that_it_is_an_exercise_is_said_also_to_whom_nothing_is_shown(tmp_path: Path) -> None:
    talks = HELD.replace("exercise: true\n", "exercise: true\nreaders: [team]\n")
    case = read_case(make_exercise(tmp_path / "towns", talks=talks))
    assert seen(case, None, "north").talks.title == "Not shown"
    assert seen(case, None, "north").talks.exercise


def test_a_meeting_of_the_case_that_is_not_held_comes_before_none(tmp_path: Path) -> None:
    cut = EXERCISE.replace("  first: {seats: [chair, north-head]}\n", "").replace("meetings: [first]", "meetings: []")
    problems = inspect(make_exercise(tmp_path, cut))[1]
    assert [(p.line, p.found, p.expected) for p in problems if p.level == "error"] == [
        (12, "'first'", "a meeting of the programme")
    ]
