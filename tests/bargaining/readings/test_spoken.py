"""Questions as they are said aloud: whatever an option's text is, the sentence holds."""

import re

import pytest

from goodoffices.bargaining.readings.agenda import Agenda
from goodoffices.bargaining.readings.questions import ABOUT, Question
from goodoffices.bargaining.readings.sentences import Sentences
from goodoffices.bargaining.readings.spoken import kind
from goodoffices.bargaining.readings.statements import counting, entries
from goodoffices.talks import Issue, Order, Party, PartyPreferences, Preferences, Talks

ISSUES: dict[str, tuple[str, list[str]]] = {
    "water": (
        "Summer water",
        ["half of the summer water", "two-thirds of the summer water", "all of the summer water"],
    ),
    "patrol": ("Patrol of the weir road", ["no patrol", "a joint patrol"]),
    "gauges": ("River gauges", ["each valley reads its own gauges", "both valleys read the same gauges"]),
    "mill": ("Mill at Hask", ["closed", "leased to the lower valley", "sold"]),
    "truce": ("Ceasefire", ["no ceasefire", "a ceasefire of 30 days", "a full ceasefire, of no stated length"]),
    "bloc": ("Norland and the Pact", ["not a matter of the talks", "membership renounced"]),
    "children": ("Norish children taken across the border", ["no return", "return of the children"]),
    "days": ("Length of the truce", ["30 days", "60 days", "120 days"]),
    "how": ("How the toll is shared", ["half each", "by tons carried"]),
    "seat": ("The seat of the court", ["Norland", "Sudland", "a third country"]),
    "posts": ("Opening of crossing posts", ["none", "3 posts", "all posts"]),
    "fee": ("WATER fee", ["no fee", "a fixed fee each year", "a fee that is paid by volume"]),
    "bare": ("", ["yes", "no"]),
    "guard": ("Guard of the bridge", ["no guard", "both towns keep a guard", "lifted"]),
}
TALKS = Talks(
    format="talks/1", title="t",
    parties={"a": Party(name="Norland", kind="state", adjective="Norish"), "b": Party(name="The Sudland", kind="state")},
    issues={
        key: Issue(title=title or None, options={f"o{n}": text for n, text in enumerate(texts)})
        for key, (title, texts) in ISSUES.items()
    },
)  # fmt: skip


def asked(about: ABOUT, first: str, second: str, *orders: tuple[str, ...]) -> str:
    """`water.0` is the first option of water; `water` the issue. Orders: an issue, then options, the best first."""
    stated = tuple(Order(issue=i, best_first=tuple(f"o{n}" for n in best), own=("C",)) for i, *best in orders)
    given = Preferences(format="preferences/1", parties={"a": PartyPreferences(orders=stated)})
    agenda = Agenda.of(TALKS, given)
    issues = list(agenda.issues)

    def number(name: str) -> int:
        issue, _, option = name.partition(".")
        return agenda.numbers[issue, f"o{option}"] if option else issues.index(issue)

    sentences = Sentences.of(TALKS, agenda, counting(entries(given)))
    question = Question("a", about) if about == "no deal" else Question("a", about, number(first), number(second))
    return str(sentences.ask(question)["question"])


WATER, PATROL = ("water", "1", "0"), ("patrol", "0", "1")
CASES: list[tuple[tuple, str]] = [
    # One issue against another: what it could win, before what it would be spared.
    (("importance", "patrol", "water", WATER, PATROL),
     "How do you weigh two-thirds of the summer water against a joint patrol?"),
    (("importance", "water", "patrol", WATER, ("water", "2", "0"), ("patrol", "1", "0")),
     "How do you weigh all of the summer water against a joint patrol?"),
    (("importance", "water", "mill"), "How do you weigh the summer water against the mill at Hask?"),
    (("importance", "bloc", "seat"), "How do you weigh Norland and the Pact against the seat of the court?"),
    (("importance", "children", "how"),
     "How do you weigh the Norish children taken across the border against how the toll is shared?"),
    (("importance", "gauges", "posts", ("gauges", "1", "0")),
     "How do you weigh the river gauges against the opening of crossing posts?"),
    (("importance", "fee", "bare"), "How do you weigh the WATER fee against the bare?"),
    (("importance", "truce", "days", ("truce", "1", "0"), ("days", "0", "1", "2")),
     "How do you weigh a ceasefire of 30 days against 30 days?"),
    # Yes or no.
    (("order", "patrol.0", "patrol.1"),
     "On the patrol of the weir road: do you want a joint patrol, or would you rather do without?"),
    (("order", "children.0", "children.1"),
     "On the Norish children taken across the border: do you want “return of the children”, or would you rather do without?"),
    (("order", "posts.0", "posts.2"), "On the opening of crossing posts: do you want all posts, or would you rather do without?"),
    # Quantities.
    (("order", "water.0", "water.1"),
     "On the summer water: which would you rather have, half of the summer water or two-thirds of the summer water?"),
    (("order", "days.0", "days.2"), "On the length of the truce: which would you rather have, 30 days or 120 days?"),
    (("order", "posts.1", "posts.2"), "On the opening of crossing posts: which would you rather have, 3 posts or all posts?"),
    # Three options.
    (("order", "truce.1", "truce.2"),
     "On the ceasefire: which would you rather have, a ceasefire of 30 days or a full ceasefire, of no stated length?"),
    (("order", "truce.0", "truce.2"),
     "On the ceasefire: do you want a full ceasefire, of no stated length, or would you rather do without?"),
    (("order", "mill.1", "mill.2"), "Would you rather see the mill at Hask leased to the lower valley or sold?"),
    (("order", "fee.1", "fee.2"),
     "On the WATER fee: which would you rather have, a fixed fee each year or a fee that is paid by volume?"),
    (("order", "seat.0", "seat.2"), "On the seat of the court: which would you rather have, “Norland” or “a third country”?"),
    # What somebody does, and what fits nothing.
    (("order", "gauges.0", "gauges.1"),
     "On the river gauges: would you rather that each valley reads its own gauges, or that both valleys read the same gauges?"),
    (("order", "bloc.0", "bloc.1"),
     "On Norland and the Pact: do you want “membership renounced”, or would you rather do without?"),
    (("order", "how.0", "how.1"), "On how the toll is shared: which would you rather have, “half each” or “by tons carried”?"),
    (("order", "bare.0", "bare.1"), "On the bare: yes or no?"),
    (("order", "guard.0", "guard.1"), "On the guard of the bridge: is it your wish that both towns keep a guard, or not?"),
    (("order", "guard.0", "guard.2"), "Do you want to see the guard of the bridge lifted, or not?"),
    (("no deal", "", ""), "If nothing is agreed, will you be better off than today, worse off, or the same?"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "question"), CASES, ids=lambda x: " ".join(map(str, x[:3])) if isinstance(x, tuple) else ""
)
def test_a_question_said_aloud(words: tuple, question: str) -> None:
    assert asked(*words) == question


@pytest.mark.parametrize(("words", "_"), CASES, ids=lambda x: "")
def test_no_question_asks_which_is_better_an_absence_or_something(words: tuple, _: str) -> None:
    said = asked(*words)
    assert not re.search(r"(?:which|better)[^“]*, (?:no|none|not|nothing)\b", said)
    assert said.endswith("?")
    assert "the the" not in said.lower()


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("a joint patrol", "thing"), ("half of it", "thing"), ("2.5 million cubic metres", "thing"),
        ("a truce that is watched", "thing"),
        ("no patrol", "absence"), ("none", "absence"), ("nothing at all", "absence"), ("not agreed", "absence"),
        ("without guards", "absence"),
        ("closed", "state"), ("open on market days", "state"), ("sold to the town", "state"), ("renounced", "state"),
        ("each side keeps its own", "deed"), ("the upper valley pays", "deed"),
        ("membership renounced", "label"), ("seed", "label"), ("yes", "label"), ("", "label"), ("North", "label"),
        ("notary", "label"),
    ],
)  # fmt: skip
def test_what_an_option_s_text_is(text: str, is_: str) -> None:
    assert kind(text) == is_
