"""What is written reads back as exactly the same preferences: as Genius files and as a case, of any scenario."""

import tempfile
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.bargaining import Scenario, Utility
from goodoffices.bargaining.formats import case_files, genius_files, read_scenario, renamed, scenario_of_case, titled
from goodoffices.bargaining.formats.decimals import decimal_text
from goodoffices.bargaining.formats.write_case import ids
from goodoffices.case import read_case
from goodoffices.documents.plain import resolve
from goodoffices.errors import DataError
from goodoffices.talks import Link, exact

NUMBERS = st.one_of(
    st.integers(-(10**6), 10**6).map(Fraction),
    st.decimals(-1000, 1000, places=4).map(Fraction),
    st.fractions(-100, 100, max_denominator=10**6),
)
ODD = [
    "no", "No", "true", "null", "1", "007", "1e3", "30-day", "$10 billion", "R&D <x>", "a \"b\" 'c'", "和平", "~", "-", "a: b", "#",
    "a\u202fb\n\tc", "press", "domain", "narrator",
]  # fmt: skip
NAMES = st.one_of(
    st.sampled_from(ODD),
    st.text(st.characters(codec="utf-8"), max_size=12).map(str.strip).filter(bool),
)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    names = draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))
    issues = {name: tuple(draw(st.lists(NAMES, min_size=1, max_size=5, unique=True))) for name in names}
    parties = draw(
        st.lists(st.sampled_from(["a", "b c", "d.e", "Ö", "domain", "press"]), min_size=1, max_size=3, unique=True)
    )
    return Scenario("s", issues, {party: _utility(draw, issues) for party in parties})


def _utility(draw: st.DrawFn, issues: Mapping[str, tuple[str, ...]]) -> Utility:
    points = {i: {o: draw(NUMBERS) for o in options} for i, options in issues.items()}
    weights = {i: abs(draw(NUMBERS)) for i in issues if draw(st.booleans())}
    return Utility(points, weights, draw(st.none() | NUMBERS), draw(st.none() | NUMBERS))


def worths(scenario: Scenario) -> dict[str, dict[str, dict[str, Fraction]]]:
    return {
        party: {i: {o: u.worth(i, o) for o in options} for i, options in scenario.issues.items()}
        for party, u in scenario.utilities.items()
    }


def rest(scenario: Scenario) -> list[tuple[Fraction | None, Fraction | None]]:
    return [(utility.no_deal, utility.discount) for utility in scenario.utilities.values()]


def write(folder: Path, files: Mapping[str, str]) -> list[Path]:
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8", newline="")
    return [folder / name for name in files]


@given(scenarios())
def test_genius(scenario: Scenario) -> None:
    texts = [*scenario.issues, *(option for options in scenario.issues.values() for option in options)]
    if any((ord(c) < 32 and c not in "\t\n\r") or c in "\ufffe\uffff" for text in texts for c in text):
        with pytest.raises(DataError, match="a name that XML can hold"):
            genius_files(scenario)
        return
    hopeless = any(
        max(row.values()) <= 0 and any(row.values()) for rows in worths(scenario).values() for row in rows.values()
    )
    if hopeless:
        with pytest.raises(DataError, match="worth more than 0"):
            genius_files(scenario)
        return
    with tempfile.TemporaryDirectory() as folder:
        paths = write(Path(folder), genius_files(scenario).files)
        again = read_scenario(paths)
        shuffled = read_scenario([Path(folder)])
    assert again.issues == scenario.issues
    assert again.parties == scenario.parties
    assert worths(again) == worths(scenario)
    assert rest(again) == rest(scenario)
    assert all("a discount: waiting leaves" in note for note in again.notes)
    assert set(shuffled.parties) == set(scenario.parties)
    assert genius_files(again).files.keys() == genius_files(scenario).files.keys()


@given(scenarios())
def test_case(scenario: Scenario) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), case_files(scenario))
        case = read_case(Path(folder))
    assert case.warnings == ()
    found = scenario_of_case(scenario.name, case.talks, case.preferences)
    parties = {key: party.name for key, party in case.talks.parties.items()}
    issues = {key: str(issue.title) for key, issue in case.talks.issues.items()}
    again = renamed(found, parties, issues, {key: issue.options for key, issue in case.talks.issues.items()})
    assert again.issues == scenario.issues
    assert list(again.issues) == list(scenario.issues)
    assert again.parties == scenario.parties
    assert [(dict(u.points), u.no_deal, u.discount) for u in again.utilities.values()] == [
        (dict(u.points), u.no_deal, u.discount) for u in scenario.utilities.values()
    ]
    assert worths(again) == worths(scenario)


@given(st.lists(NAMES, unique=True, max_size=30))
def test_ids_are_short_and_each_of_its_own(names: list[str]) -> None:
    found = ids(names, "thing")
    assert list(found) == names
    assert len(set(found.values())) == len(names)
    assert all(len(one) <= 50 and one.isascii() and one == one.lower() for one in found.values())


@given(NUMBERS)
def test_a_number_is_written_exactly(number: Fraction) -> None:
    text = decimal_text(number)
    assert Fraction(text) == exact(text) == number
    if "/" not in text:
        assert exact(resolve(text)) == number


LINKED = Scenario.of(
    {"A b": ["x y", "z"], "c": ["1", "2"]},
    {"P q": {"A b": [1, 2], "c": [3, 4]}},
    links=(Link(if_={"A b": ("x y",)}, then={"c": ("2",)}, why="so"),),
)


def test_links_and_titles_of_a_case(tmp_path: Path) -> None:
    write(tmp_path, case_files(LINKED))
    case = read_case(tmp_path)
    found = scenario_of_case("s", case.talks, case.preferences)
    assert found.packages == LINKED.packages == 3
    assert found.issues == {"a-b": ("x-y", "z"), "c": ("1", "2")}
    again = titled(found, case.talks)
    assert (again.issues, again.utilities, again.links) == (LINKED.issues, LINKED.utilities, LINKED.links)


def test_titles_that_stand_for_two_leave_the_ids(tmp_path: Path) -> None:
    write(tmp_path, case_files(LINKED))
    talks = tmp_path / "talks.yaml"
    talks.write_text(talks.read_text("utf-8").replace('x-y: "x y"', "x-y: z").replace("x-y: x y", "x-y: z"), "utf-8")
    case = read_case(tmp_path)
    assert titled(scenario_of_case("s", case.talks, case.preferences), case.talks).issues["A b"] == ("x-y", "z")


def test_genius_has_no_words_for_links() -> None:
    with pytest.raises(DataError, match="1 links between issues"):
        genius_files(LINKED)


@pytest.mark.parametrize("party", ["a/b", "..", "con:", "x\n", ""])
def test_a_party_that_is_no_file_name_is_refused(party: str) -> None:
    with pytest.raises(DataError, match="a name that can be the name of a file"):
        genius_files(Scenario.of({"x": ["p"]}, {party: {"x": [1]}}))


def test_what_other_programs_may_not_read_is_noted() -> None:
    odd = Scenario("s", {"x": ("p", "q")}, {"b": Utility({"x": {"p": Fraction(1), "q": Fraction(-1)}}, {"x": Fraction(1, 3)}),
                                            "a": Utility({"x": {"p": Fraction(1), "q": Fraction()}})})  # fmt: skip
    notes = genius_files(odd).notes
    assert [any(words in note for note in notes) for words in ("in this order", "fractions", "below 0")] == [True] * 3
    plain = Scenario.of({"x": ["p", "q"]}, {"a": {"x": [0.25, 1]}, "b": {"x": [3, 1]}})
    assert genius_files(plain).notes == ()


def test_a_number_too_long_to_be_read_again_is_refused() -> None:
    endless = Scenario("s", {"x": ("p",)}, {"a": Utility({"x": {"p": Fraction(1, 3**2000)}})})
    with pytest.raises(DataError, match="a number of"):
        case_files(endless)
