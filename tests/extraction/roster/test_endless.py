"""A list of any length, a run of any words: reading it comes to an end."""

import random

import pytest

from goodoffices.extraction.roster.encounters import _RULES as MEETING
from goodoffices.extraction.roster.masked import GROUP, MANY, rule
from goodoffices.extraction.roster.reading import read_roster
from goodoffices.extraction.roster.third_parties import _RULES as HELPING
from tests.amount import Cases

NAMES = ("Arvenia", "Bostan", "Lenn", "Torvik", "Orm", "Skail", "Vardia", "Merrow")
LISTS = {
    "the and the": " and ".join(f"the {NAMES[n % 8]} Union" for n in range(60)) + " met in Lenn.",
    "its": " and its ".join(NAMES[n % 8] for n in range(60)) + " were said to be early.",
    "adverbs": "Arvenia and Bostan, " + "early lately finally reportedly on on Monday early " * 30 + "walk.",
    "on": "Arvenia and Bostan on " + "on the on on now on once more on " * 40 + "agree.",
    "of": "Talks between " + "two of the three of the five of the " * 30 + "unions.",
    "commas": "Arvenia and Bostan, " + "talks with, of talks, from talks, " * 40 + "with Lenn.",
}


@pytest.mark.parametrize("name", LISTS)
def test_a_long_list_comes_to_an_end(name: str) -> None:
    assert read_roster(LISTS[name]) is not None


WORDS = "and the of from , to in On on is been early really talks talk met with foes its for between both who at x - three".split()
PIECES = (*WORDS, GROUP, MANY, f"the {GROUP}", ", and", "on monday", "as well as", "old rival", "that of")


@pytest.mark.random
def test_any_run_of_words_comes_to_an_end(cases: Cases) -> None:
    """Each rule over some pieces repeated: where two ways of reading a piece are left open, this does not end."""
    rules = [rule(one[-1]) for one in (*MEETING, *HELPING)]
    chance = random.Random("runs")
    for _ in range(cases(60, 3_000)):
        pieces = [chance.choice(PIECES) for _ in range(chance.randint(1, 7))]
        text = f"{GROUP} and {GROUP} " + (chance.choice([" ", "", " , "]).join(pieces) + " ") * 60
        assert all(sum(1 for _ in one.finditer(text)) <= len(text) for one in rules)
