"""NegMAS folders: the layout that NegMAS 0.16 was seen to write, and what of it cannot be read."""

from fractions import Fraction
from pathlib import Path

import pytest

from goodoffices.bargaining.formats import read_scenario

from .contract import Contract, problems
from .written import negmas_domain, negmas_profile

F = Fraction


class TestNegmas(Contract):
    """The suite of every format."""

    ending = "yml"
    domain = staticmethod(negmas_domain)
    profile = staticmethod(negmas_profile)


DOMAIN = """issues:
- name: kind
  type: CategoricalIssue
  values:
  - 'no'
  - big
- name: count
  type: ContiguousIssue
  values:
  - 2
  - 4
- name: price
  type: DiscreteCardinalIssue
  values:
  - 10
  - 20
name: dom
path: null
type: DiscreteCartesianOutcomeSpace
"""
PROFILE = """name: u
reserved_outcome: null
reserved_value: 0.25
stability: 2047
type: LinearAdditiveUtilityFunction
values:
- mapping:
    'no': 1.0e-05
    big: 1.0
  type: TableFun
- bias: 1
  slope: 2
  type: AffineFun
- mapping:
    10: 0.1
    20: 0.9
  type: TableFun
weights:
- 0.5
- 0.1
- 0.4
"""


def files(folder: Path, domain: str = DOMAIN, profile: str = PROFILE) -> list[Path]:
    (folder / "dom.yml").write_text(domain, "utf-8")
    (folder / "u.yml").write_text(profile, "utf-8")
    return [folder / "dom.yml", folder / "u.yml"]


def test_the_layout_of_0_16(tmp_path: Path) -> None:
    scenario = read_scenario(files(tmp_path))
    assert scenario.issues == {"kind": ("no", "big"), "count": ("2", "3", "4"), "price": ("10", "20")}
    utility = scenario.utilities["u"]
    assert [[utility.worth(i, o) for o in options] for i, options in scenario.issues.items()] == [
        [F(1, 200_000), F(1, 2)], [F(1, 2), F(7, 10), F(9, 10)], [F(1, 25), F(9, 25)],
    ]  # fmt: skip
    assert utility.no_deal == F(1, 4)
    assert scenario.notes == ()


@pytest.mark.parametrize(
    ("function", "worth"),
    [
        ("{slope: 2, type: LinearFun}", [4, 6, 8]),
        ("{type: IdentityFun}", [2, 3, 4]),
        ("{bias: 0.5, type: ConstFun}", [F(1, 2)] * 3),
        ("{bias: -1, slope: 0.5, type: negmas.preferences.value_fun.AffineFun}", [0, F(1, 2), 1]),
    ],
)
def test_functions_of_a_number(tmp_path: Path, function: str, worth: list[Fraction]) -> None:
    changed = PROFILE.replace("- bias: 1\n  slope: 2\n  type: AffineFun", f"- {function}")
    assert list(read_scenario(files(tmp_path, profile=changed)).utilities["u"].points["count"].values()) == worth


def test_values_and_weights_by_the_names_of_issues(tmp_path: Path) -> None:
    by_name = """type: LinearAdditiveUtilityFunction
weights: {price: 0.4, kind: 0.5, count: 0.1}
values:
  price: {type: TableFun, mapping: {10: 0.1, 20: 0.9}}
  count: {type: AffineFun, slope: 2, bias: 1}
  kind: {type: TableFun, mapping: {"no": 0.00001, big: 1}}
"""
    found = read_scenario(files(tmp_path, profile=by_name)).utilities["u"]
    expected = read_scenario(files(tmp_path)).utilities["u"]
    assert (found.points, found.weights) == (expected.points, expected.weights)


@pytest.mark.parametrize("value", [".inf", "-.inf", "-inf"])
def test_an_endless_reserved_value_is_not_said(tmp_path: Path, value: str) -> None:
    scenario = read_scenario(
        files(tmp_path, profile=PROFILE.replace("reserved_value: 0.25", f"reserved_value: {value}"))
    )
    assert scenario.utilities["u"].no_deal is None
    assert f"u.yml:3: the reserved_value {value} was read as not said" in scenario.notes[0]


def test_a_reserved_outcome_is_noted(tmp_path: Path) -> None:
    text = PROFILE.replace("reserved_outcome: null", "reserved_outcome: [big, 2, 10]").replace(
        "reserved_value: 0.25", "reserved_value: null"
    )
    scenario = read_scenario(files(tmp_path, profile=text))
    assert scenario.utilities["u"].no_deal is None
    assert "u.yml:2: the reserved_outcome was not read" in scenario.notes[0]


@pytest.mark.parametrize(
    ("weights", "told"),
    [
        ("{kind: 1}", "no weights for count"),
        ("{kind: 1, count: 1, price: 1, prize: 1}", "weights for prize"),
        ("1", "'1' as weights, expected a list"),
        ("", "no weights"),
    ],
)
def test_weights_by_name_are_of_the_issues(tmp_path: Path, weights: str, told: str) -> None:
    text = PROFILE.partition("weights:")[0] + f"weights: {weights}\n"
    assert any(told in found for found in problems(*files(tmp_path, profile=text)))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("type: AffineFun", "type: LambdaFun", "u.yml:11:3: found a LambdaFun for count"),
        ("type: LinearAdditiveUtilityFunction", "type: MappingUtilityFunction", "found a MappingUtilityFunction"),
        ("- 0.4\n", "", "found 2 weights, expected 3: one for each issue"),
        ("- bias: 1\n  slope: 2\n  type: AffineFun\n", "", "found 2 values, expected 3: one for each issue"),
        ("  slope: 2", "  slope: x", "'x' as the slope of count"),
        ("reserved_value: 0.25", "reserved_value: [1]", "as the reserved_value"),
        ("    10: 0.1", "    10: !!python/object:os.system 0.1", "found the tag"),
        ("type: ContiguousIssue", "type: ContinuousIssue", "the issue count, a ContinuousIssue"),
        ("  - 4\n", "  - 4000000000\n", "the range of count"),
        ("  - big\n", "  - 'no'\n", "a value of kind that is no text or stands twice"),
        ("- name: price", "- name: kind", "the issue kind a second time"),
        ("- name: price\n  type", "- type", "an issue without a name"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert (DOMAIN + PROFILE).count(old) == 1
    found = problems(*files(tmp_path, DOMAIN.replace(old, new), PROFILE.replace(old, new)))
    assert any(told in one for one in found), found


def test_other_files_of_the_folder_are_noted(tmp_path: Path) -> None:
    files(tmp_path)
    (tmp_path / "_stats.yaml").write_text("opposition: 0.3\n", "utf-8")
    scenario = read_scenario([tmp_path])
    assert scenario.parties == ("u",)
    assert [note.rpartition("/")[2] for note in scenario.notes] == [
        "_stats.yaml: not read; it is neither a domain nor a profile"
    ]
