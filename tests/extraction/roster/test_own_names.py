"""A party is printed under its own name for itself; what its opponent calls it is for finding it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.extraction.naming import who_talks
from goodoffices.extraction.roster import Said, Side
from goodoffices.extraction.roster.own_names import loaded, own_first
from goodoffices.extraction.roster.reading import read_roster


def talk(*texts: str, said: Said | None = None) -> dict[str, tuple[str, ...]]:
    """Who talks by some reports, each with the other names under which it is found."""
    given_ = said or Said()
    found = who_talks([read_roster(text, given_).seen.sides for text in texts], given_)
    return {side.name: side.other for side in found.parties}


WANTS = "{0} want a road. Darvan wants a truce. {0} refuse a truce. {0} demand two roads."
OWN = "Ridge Liberation Front"

# How a report says that a name is an opponent's, or which is the own one; `{own}` and `{alias}` are the two.
TOLD = [
    "Darvan and the {own}, which Darvan calls the {alias}, met in Osk on 3 May 2031.",
    "Darvan met the {own} (“the {alias}” in the words of Darvan) in Osk on 3 May 2031.",
    'The {own}, dubbed "the {alias}" by Darvan, met Darvan in Osk on 3 May 2031.',
    "The {own}, branded the {alias} by Darvan, met Darvan in Osk on 3 May 2031.",
    "The {own}, called by Darvan the {alias}, met Darvan in Osk on 3 May 2031.",
    "Darvan and the {own}, whom officials in Darvan only call the {alias}, met in Osk on 3 May 2031.",
    "Darvan and the {alias}, who call themselves the {own}, met in Osk on 3 May 2031.",
    "Darvan and the {alias}, calling itself the {own}, met in Osk on 3 May 2031.",
    "Darvan met the {alias} (the {own}, as they call themselves) in Osk on 3 May 2031.",
]
ALIASES = ["Ridge Bandits", "Ridge Gang", "Hill Mob", "Northern Faction", "Ridge Rebels", "Upper Hill Group"]


@pytest.mark.parametrize("alias", ALIASES)
@pytest.mark.parametrize("told", TOLD)
def test_who_bears_two_names_is_printed_under_his_own(told: str, alias: str) -> None:
    text = f"{told.format(own=OWN, alias=alias)} {WANTS.format(f'The {alias}')}"
    found = talk(text)
    assert set(found) == {"Darvan", OWN}
    assert alias not in found


@pytest.mark.parametrize("told", TOLD)
def test_he_is_found_by_the_other(told: str) -> None:
    text = f"{told.format(own=OWN, alias='Ridge Bandits')} {WANTS.format('The Ridge Bandits')}"
    named = {text[one.start : one.end].removeprefix("The ").removeprefix("the ") for one in read_roster(text).seen.named
             if one.name == OWN}  # fmt: skip
    assert "Ridge Bandits" in named


@pytest.mark.parametrize("often", [1, 5, 20])
def test_however_often_the_other_is_printed(often: int) -> None:
    text = TOLD[0].format(own=OWN, alias="Ridge Bandits") + " The Ridge Bandits want a road. Darvan refuses." * often
    assert set(talk(text)) == {"Darvan", OWN}


@pytest.mark.parametrize(
    ("reports", "wanted"),
    [
        (
            ("Darvan and the {own} met in Osk. Darvan wants a truce.", "Darvan and the Ridge Bandits met in Osk.",
             "Darvan and the Ridge Bandits met in Osk. The Ridge Bandits want a road."),
            {"Darvan", OWN},
        ),
        (
            ("Darvan and the Ridge Bandits met in Osk.", "Darvan and the {own} met in Osk."),
            {"Darvan", OWN},
        ),
        (  # two of whom it may be said
            ("Darvan and the Ridge Bandits met in Osk.", "Darvan and the {own} met in Osk.",
             "Darvan and the Ridge Council met in Osk.", "Darvan and the Ridge Bandits met in Osk."),
            {"Darvan", "Ridge Bandits"},
        ),
        (  # nothing says that they are one
            ("Darvan and the Harbour Thugs met in Osk.", "Darvan and the {own} met in Osk.",
             "Darvan and the Harbour Thugs met in Osk."),
            {"Darvan", "Harbour Thugs"},
        ),
    ],
)  # fmt: skip
def test_reports_that_side_with_one_of_them(reports: tuple[str, ...], wanted: set[str]) -> None:
    assert set(talk(*(report.format(own=OWN) for report in reports))) == wanted


@pytest.mark.parametrize("word", ["regime", "clique", "occupiers"])
def test_those_who_rule_a_state_are_the_state(word: str) -> None:
    text = f"The {OWN} and the Darvan {word} met in Osk on 3 May 2031. The Front wants a road. Darvan refused."
    assert set(talk(text)) == {"Darvan", OWN}


def test_what_a_person_says_goes_before() -> None:
    said = Said((Side("Darvan"), Side("Ridge Bandits", (OWN,))))
    text = TOLD[0].format(own=OWN, alias="Ridge Bandits")
    assert set(talk(text, said=said)) == {"Darvan", "Ridge Bandits"}
    said = Said((Side("Darvan"), Side(OWN, ("the bandits", "Ridge Bandits"))))
    assert set(talk(f"{text} The bandits left.", said=said)[OWN]) == {"the bandits", "Ridge Bandits"}


def test_a_name_that_is_only_told_to_exist_is_no_name_of_a_party() -> None:
    text = "Darvan and the Ridge Liberation Front met in Osk. The Front said that the Harbour Gang had gone."
    assert set(talk(f"{text} Darvan calls the Harbour Gang the Ridge Bandits.")) == {"Darvan", OWN}


words = st.sampled_from(["Ridge", "Hill", "Front", "bandits", "regime", "Bandits", "Council", "mob", "the"])


@given(st.lists(st.lists(words, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=5))
def test_one_that_judges_nobody_comes_first(names: list[str]) -> None:
    found = own_first(names)
    assert found in names
    assert loaded(found) == all(map(loaded, names))


@given(
    st.sampled_from(TOLD), st.sampled_from(ALIASES), st.lists(st.sampled_from(["The {alias} want a road.", "The {own} want a road.",
    "Darvan refuses.", "Darvan demands a truce from the {alias}."]), max_size=8),
)  # fmt: skip
def test_no_text_prints_an_opponents_name_for_it(told: str, alias: str, more: list[str]) -> None:
    text = " ".join([told, *more]).format(own=OWN, alias=alias)
    assert alias not in talk(text)
