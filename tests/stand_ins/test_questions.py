"""What a program reads in a question: which issue, or why; and what it replies."""

from dataclasses import replace

import pytest

from goodoffices.proceedings import (
    Accept,
    Act,
    Advance,
    CallCaucus,
    Refuse,
    Say,
    Setting,
)
from goodoffices.stand_ins.questions import asked_of, named_issues
from goodoffices.talks import Issue, Party
from goodoffices.talks.exercise import TRAINER

from .exercises import EXERCISE, TALKS
from .scene import Scene

WATERS = replace(
    TALKS,
    issues={
        "water": Issue(title="Summer water", options={"half": "half", "most": "most of it"}),
        "fee": Issue(title="Water fee", options={"none": "no fee", "yearly": "a fee"}),
        "gauges": Issue(title="River gauges", options={"apart": "apart", "shared": "shared"}),
        "mill": Issue(title="The mill at Hask", options={"closed": "closed", "leased": "leased"}),
    },
)
PUBLIC = Setting.of(WATERS, replace(EXERCISE, points={}, mandates={})).public
WITH_REASONS = Setting.of(
    TALKS,
    replace(EXERCISE, reasons={"marn": {"tolls": "Our fishers live by the river", "patrol": "Boats were stolen."}}),
)
ALL = ("ferry", "tolls", "patrol")


@pytest.mark.parametrize(
    ("words", "issues"),
    [
        ("What about the water?", ["water"]),  # of two titles with the word the one that ends with it
        ("What about the fee?", ["fee"]),
        ("And the water fee?", ["water", "fee"]),
        ("Could one gauge be read together?", ["gauges"]),
        ("The MILL, then.", ["mill"]),
        ("Who lives at Hask?", ["mill"]),
        ("At the table of the house", []),
        ("millet and gauging", []),
        ("", []),
        ("؟الماء", []),
    ],
)
def test_the_issues_that_words_name(words, issues):
    assert list(named_issues(PUBLIC, words)) == issues


@pytest.mark.parametrize(
    ("words", "issues", "why", "unread"),
    [
        ("What is your position on each of these?", ALL, False, False),
        ("What do you need?", ALL, False, False),
        ("And the tolls?", ("tolls",), False, False),
        ("Tolls and patrol, please: what do you want?", ("tolls", "patrol"), False, False),
        ("Why?", (), True, False),
        ("Why do you need the tolls?", (), True, False),
        ("Good morning.", (), False, False),
        ("How was the journey?", (), False, True),
        ("Tolle, what do you want?", (), False, False),  # asks the other side
        ("Marn, what do you want?", ALL, False, False),
    ],
)
def test_what_a_question_asks(words, issues, why, unread):
    asked = asked_of(Scene().question(words).view("marn-head"), "plenary", "marn")
    assert (asked.issues, asked.why, asked.unread) == (issues, why, unread)


def test_an_issue_that_is_only_mentioned_is_no_question_to_who_has_spoken():
    scene = Scene().question("And the tolls?")
    scene.settle(scene.head()).question("Thank you for what you said on tolls.")
    assert not asked_of(scene.view("marn-head"), "plenary", "marn").issues
    scene.question("And now, on tolls?")
    assert asked_of(scene.view("marn-head"), "plenary", "marn").issues == ("tolls",)


def said(act: Act | None) -> str:
    assert isinstance(act, Say), act
    return act.words


class TestWhy:
    def test_it_says_what_the_author_lets_it_say(self):
        scene = Scene(WITH_REASONS).question("Why are the tolls so important to you?")
        assert said(scene.head()) == "On Tolls: Our fishers live by the river."
        assert scene.settle(scene.head()).head() is None

    def test_where_the_author_wrote_nothing_it_gives_no_reason(self):
        assert said(Scene(WITH_REASONS).question("Why the ferry?").head()) == "On The ferry we give no reason."
        assert said(Scene().question("Why the tolls?").head()) == "On Tolls we give no reason."

    def test_why_alone_is_about_what_it_said_last(self):
        scene = Scene(WITH_REASONS).question("What do you want on patrol?")
        assert said(scene.settle(scene.head()).question("Why?").head()) == "On River patrol: Boats were stolen."

    def test_why_after_a_refusal_is_about_the_proposal(self):
        scene = Scene(WITH_REASONS)
        scene.put("chair", {"ferry": "marn", "tolls": "low", "patrol": "apart"})
        act = scene.head()
        assert isinstance(act, Refuse)
        assert said(scene.settle(act).question("Why not?").head()) == f"{act.words} On River patrol: Boats were stolen."

    def test_why_is_not_about_a_refusal_that_stands_no_more(self):
        scene = Scene(WITH_REASONS)
        id_ = scene.put("chair", {"ferry": "marn", "tolls": "low", "patrol": "apart"})
        scene.settle(scene.head()).do(Accept(by="marn-head", proposal=id_))
        assert said(scene.question("Why?").head()) == "On Tolls: Our fishers live by the river."

    def test_what_matters_is_what_the_author_put_first_whatever_was_said_last(self):
        scene = Scene(WITH_REASONS).question("What do you want on patrol?")
        words = said(scene.settle(scene.head()).question("What matters to you?").head())
        assert words.startswith("On Tolls: Our fishers")
        assert said(Scene(WITH_REASONS).question("What matters to you?").head()).startswith("On Tolls: Our fishers")

    def test_the_other_side_has_reasons_of_its_own(self):
        assert said(Scene(WITH_REASONS).question("Why the tolls?").head("tolle")) == "On Tolls we give no reason."


class TestNotUnderstood:
    def test_it_is_said_once_as_a_note_of_the_program(self):
        scene = Scene().question("How was the journey?")
        assert said(scene.head()) == (
            "Note of the program, not of the delegation: it did not understand this. "
            "It can be asked for a position, or why, on each of these: The ferry, Tolls, River patrol."
        )
        assert scene.settle(scene.head()).head() is None

    def test_it_is_never_said_in_the_same_words(self):
        scene, words = Scene(), list[str]()
        for _ in range(7):
            words.append(said(scene.question("How was the journey?").head()))
            scene.settle(scene.head())
        assert len({*words}) == 7
        assert all(one.startswith("Note of the program, not of the delegation: ") for one in words)
        assert scene.question("How was the journey?").head() is None

    def test_what_was_asked_last_is_answered_first(self):
        scene = Scene().question("What is your position?")
        scene.question("How was the journey?")
        assert said(scene.head()).startswith("Note of the program")
        scene.settle(scene.head()).question("And patrol?")
        assert asked_of(scene.view("marn-head"), "plenary", "marn").issues == ("patrol", "ferry", "tolls")


class TestAnotherSide:
    NAMES = replace(
        TALKS, parties={"marn": Party(name="Upper Orve", kind="x"), "tolle": Party(name="Lower Orve", kind="x")}
    )

    @pytest.mark.parametrize(
        ("words", "together", "alone"),
        [
            ("What does Lower need most?", ((), False), ((), True)),
            ("what does lower orve need most?", ((), False), ((), True)),
            ("Is there anything to tell Lower Orve?", ((), False), ((), True)),
            ("Lower, what do you want?", ((), False), ((), False)),
            ("What do you want from Lower?", (ALL, False), (ALL, False)),
            ("What does Upper want?", (ALL, False), (ALL, False)),
            ("Could tolls be lower?", (("tolls",), False), (("tolls",), False)),
            ("Thank you. I shall tell Lower.", ((), False), ((), False)),
        ],
    )
    def test_words_about_another_side_ask_for_no_list(self, words, together, alone):
        setting = Setting.of(self.NAMES, EXERCISE)
        asked = asked_of(Scene(setting).question(words).view("marn-head"), "plenary", "marn")
        assert (asked.issues, asked.unread) == together
        scene = Scene(setting, plenary=False).do(Advance(by=TRAINER, phase="talks"))
        scene.do(CallCaucus(by="chair", caucus="chair and side", of="marn"))
        meeting = next(iter(scene.view("chair").here))
        asked = asked_of(scene.question(words, meeting).view("marn-head"), meeting, "marn")
        assert (asked.issues, asked.unread) == alone
