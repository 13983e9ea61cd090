"""What folders of other programs hold besides, or hold otherwise than one expects; and what was seen of it."""

from fractions import Fraction
from pathlib import Path

import pytest

from goodoffices.bargaining import solve
from goodoffices.bargaining.formats import case_files, read_scenario

from .contract import problems
from .written import genius_domain, genius_profile, negmas_domain, negmas_profile

F = Fraction
ISSUES = {"quay": ["east", "west"]}
ROWS = {"quay": {"east": 1, "west": 0.5}}


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def genius(folder: Path, **more: str) -> Path:
    profile = genius_profile(ISSUES, ROWS, {"quay": 1})
    return write(folder, **{"d_xml": genius_domain(ISSUES), "a_xml": profile, "b_xml": profile} | more)


def negmas(folder: Path, profile: str, **more: str) -> Path:
    return write(
        folder, d_yml=negmas_domain(ISSUES), a_yml=profile, b_yml=negmas_profile(ISSUES, ROWS, {"quay": 1}), **more
    )


# Files that are no part of a scenario.


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pareto_xml", "\n0.5, 1.0\n0.75, 0.5\n"),
        ("pareto_xml", "0.5;1\n"),
        ("log_xml", "no XML at all"),
        ("list_json", "[1, 2, 3]\n"),
        ("list_json", "\n\t[[0.5, 1.0]]"),
        ("list_yml", "- a\n- b\n"),
        ("stats_yml", "n_issues: 1\n"),
        ("x_json", '{"size": 3}'),
    ],
)
def test_a_file_that_is_no_scenario_s_is_a_warning_in_a_folder(tmp_path: Path, name: str, text: str) -> None:
    scenario = read_scenario([genius(tmp_path, **{name: text})])
    assert scenario.parties == ("a", "b")
    (note,) = scenario.notes
    assert note.endswith(f"{name.replace('_', '.')}: not read; it is neither a domain nor a profile")


@pytest.mark.parametrize(
    "text", ["<utility_space><objective>", "<a/><b/>", "<utility_space", "<!DOCTYPE x><utility_space/>"]
)
def test_xml_that_is_broken_is_refused_all_the_same(tmp_path: Path, text: str) -> None:
    assert problems(genius(tmp_path, c_xml=text))


def test_a_file_that_was_named_and_is_none_is_refused(tmp_path: Path) -> None:
    folder = genius(tmp_path, pareto_xml="0.5, 1.0\n")
    (found,) = problems(folder / "d.xml", folder / "a.xml", folder / "pareto.xml")
    assert "found neither a domain nor a profile" in found


# A declaration that does not stand first.


DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


@pytest.mark.parametrize(
    "before",
    ["\n", "\r\n\r\n", " ", "\n<!-- a profile -->\n", "<!-- a - b --><!-- c -->", "\ufeff\n<!-- ü -->\n", "\n<!---->"],
)
def test_what_stands_before_the_declaration_is_passed_over(tmp_path: Path, before: str) -> None:
    profile = genius_profile(ISSUES, ROWS, {"quay": 1})
    scenario = read_scenario([genius(tmp_path, a_xml=before + DECLARATION + profile)])
    assert scenario.utilities["a"] == scenario.utilities["b"]
    assert [note.partition("a.xml")[2] for note in scenario.notes] == [
        f":{before.count(chr(10)) + 1}: the XML declaration does not stand first; it was passed over"
    ]


def test_lines_stay_where_they_are(tmp_path: Path) -> None:
    profile = genius_profile(ISSUES, {"quay": {"east": 1, "west": "x"}}, {"quay": 1})
    plain, late = (
        problems(genius(tmp_path, a_xml=text)) for text in (f"\n\n{profile}", f"\n<!-- p -->{DECLARATION}\n{profile}")
    )
    assert plain == late


def test_an_encoding_that_is_declared_late_counts(tmp_path: Path) -> None:
    folder = genius(tmp_path)
    text = '\n<!-- p --><?xml version="1.0" encoding="ISO-8859-1"?>' + genius_profile(
        {"quay": ["east", "wést"]}, {"quay": {"east": 1, "wést": 1}}, {"quay": 1}
    )
    (folder / "a.xml").write_bytes(text.encode("latin-1"))
    assert any("the item wést of quay" in found for found in problems(folder))


@pytest.mark.parametrize(
    "text",
    [f"x\n{DECLARATION}<utility_space/>", f"<!-- -- -->{DECLARATION}<a/>", f"<a/>{DECLARATION}", "\n" * 9 + "<?xml"],
)
def test_a_declaration_after_anything_else_is_broken(tmp_path: Path, text: str) -> None:
    folder = genius(tmp_path)
    (folder / "a.xml").write_text(text, "utf-8")
    assert problems(folder / "d.xml", folder / "a.xml", folder / "b.xml")


def test_very_many_signs_before_no_declaration_take_no_time(tmp_path: Path) -> None:
    assert problems(genius(tmp_path, a_xml="\n \t" * 500_000 + "<!-- " + "- " * 500_000))


def test_a_utility_that_is_not_additive_says_so_wherever_the_declaration_stands(tmp_path: Path) -> None:
    curved = '<utility_space type="nonlinear"><objective><utility><ufun/></utility></objective></utility_space>'
    for before in ("", DECLARATION, f"\n<!-- p -->{DECLARATION}"):
        (found,) = problems(genius(tmp_path, a_xml=before + curved))
        assert "which is not additive" in found


# Functions of whole numbers.


def ranged(evaluator: str, low: int = 1, high: int = 5) -> str:
    issue = f'<issue index="1" name="n" vtype="integer" lowerbound="{low}" upperbound="{high}">{evaluator}</issue>'
    weight = '<weight index="1" value="1"/>' if evaluator else ""
    head = "utility_space" if evaluator else "negotiation_template"
    return f"<{head}><objective>{issue}{weight}</objective></{head}>"


def triangle(start: object, end: object, top: object) -> str:
    return f'<evaluator ftype="triangular" parameter0="{start}" parameter1="{end}" parameter2="{top}"/>'


@pytest.mark.parametrize(
    ("evaluator", "worth"),
    [
        (triangle(1, 5, 3), [0, F(1, 2), 1, F(1, 2), 0]),
        (triangle(0, 6, 2), [F(1, 2), 1, F(3, 4), F(1, 2), F(1, 4)]),
        (triangle(1, 5, 1), [0, F(3, 4), F(1, 2), F(1, 4), 0]),
        (triangle(1, 5, 5), [0, F(1, 4), F(1, 2), F(3, 4), 0]),
        (triangle(2, 4, "2.5"), [0, 0, F(2, 3), 0, 0]),
        (triangle(3, 3, 3), [0] * 5),
    ],
)
def test_a_triangle_rises_and_falls(tmp_path: Path, evaluator: str, worth: list[Fraction]) -> None:
    scenario = read_scenario([write(tmp_path, d_xml=ranged(""), a_xml=ranged(evaluator))])
    assert list(scenario.utilities["a"].points["n"].values()) == worth


@pytest.mark.parametrize(
    ("evaluator", "told"),
    [
        (triangle(5, 1, 3), "a triangle of n from 5 over 3 to 1"),
        (triangle(1, 5, 9), "a triangle of n from 1 over 9 to 5"),
        (triangle(1, 5, "x"), "'x' as the parameter2 of n"),
        ('<evaluator ftype="triangular"/>', "no number as the parameter0 of n"),
        ('<evaluator ftype="quadratic" a1="1"/>', "an evaluator of ftype quadratic for n"),
        ("<evaluator/>", "an evaluator of no ftype for n"),
        ('<evaluator ftype="linear" parameter0="1"/>', "an evaluator of ftype linear without slope for n"),
        ("<range/>", "the whole numbers of n without what each is worth"),
    ],
)
def test_a_function_that_cannot_be_computed_is_named(tmp_path: Path, evaluator: str, told: str) -> None:
    found = problems(write(tmp_path, d_xml=ranged(""), a_xml=ranged(evaluator)))
    assert any(told in one for one in found), found


# Value that is lost with time.


def discounted(discount: str, within: str = "", reserved: str = "") -> str:
    inner = within or negmas_profile(ISSUES, ROWS, {"quay": 2}, 0.25)
    return f"type: ExpDiscountedUFun\n{discount}{reserved}ufun:\n" + "".join(
        f"  {line}\n" for line in inner.splitlines()
    )


@pytest.mark.parametrize(
    ("profile", "discount", "no_deal"),
    [
        (discounted("discount: 0.9\n"), F(9, 10), F(1, 4)),
        (discounted("discount: 0.5\n", discounted("discount: 0.9\n")), F(9, 20), F(1, 4)),
        (discounted("discount: 1.0\n"), F(1), F(1, 4)),
        (discounted(""), None, F(1, 4)),
        (discounted("discount: null\n"), None, F(1, 4)),
        (discounted("discount: 0.9\n", reserved="reserved_value: 0.75\n"), F(9, 10), F(3, 4)),
    ],
)
def test_the_function_within_is_read_and_its_discount_kept_and_told(
    tmp_path: Path, profile: str, discount: Fraction | None, no_deal: Fraction
) -> None:
    scenario = read_scenario([negmas(tmp_path, profile)])
    utility = scenario.utilities["a"]
    assert (utility.discount, utility.no_deal) == (discount, no_deal)
    assert utility.worth("quay", "west") == 1
    told = [note for note in scenario.notes if "nothing here is computed from it" in note]
    assert len(told) == profile.count("discount: 0.")
    assert discount is None or f"discount: {float(discount):g}" in case_files(scenario)["preferences.yaml"]


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        (discounted("discount: 0.9\n", "type: LambdaUFun\n"), "found a LambdaUFun"),
        ("type: ExpDiscountedUFun\n", "found a ExpDiscountedUFun"),
        ("type: LinDiscountedUFun\nufun: {type: x}\n", "found a LinDiscountedUFun"),
        (discounted("discount: much\n"), "'much' as the discount"),
        (discounted("discount: 0.9\n", "name: x\n"), "found a function without a type"),
    ],
)
def test_a_function_within_that_is_not_additive_is_refused(tmp_path: Path, profile: str, told: str) -> None:
    assert any(told in found for found in problems(negmas(tmp_path, profile)))


def test_a_discount_of_genius_is_told_in_the_same_words(tmp_path: Path) -> None:
    for factor, told in (("0.9", 1), ("1.0", 0)):
        end = f'<discount_factor value="{factor}"/></utility_space>'
        profile = genius_profile(ISSUES, ROWS, {"quay": 1}).replace("</utility_space>", end)
        scenario = read_scenario([genius(tmp_path, a_xml=profile)])
        assert scenario.utilities["a"].discount == F(factor)
        assert sum("waiting leaves 0.9 of the value" in note for note in scenario.notes) == told


# A center with edges.


CENTER = """type: somebody.CenterUFun
n_edges: 2
reserved_value: 0.0
outcome_space:
  type: DiscreteCartesianOutcomeSpace
  issues:
  - {name: quay, type: CategoricalIssue, values: [east, west]}
"""


def test_the_edges_of_a_center_are_read_and_the_center_told(tmp_path: Path) -> None:
    edge = negmas_profile(ISSUES, ROWS, {"quay": 1})
    scenario = read_scenario([write(tmp_path, center_yml=CENTER, edges__e1_yml=edge, edges__e2_yml=edge)])
    assert scenario.parties == ("e1", "e2")
    assert scenario.issues == {"quay": ("east", "west")}
    (note,) = scenario.notes
    assert "only the issues were read: the utility of a center (CenterUFun) is not additive" in note


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"center_yml": CENTER}, "a domain and no profiles"),
        ({"a_yml": negmas_profile(ISSUES, ROWS, {"quay": 1})}, "1 profile and no domain"),
        ({"edges__a_yml": negmas_profile(ISSUES, ROWS, {"quay": 1})}, "1 profile and no domain"),
        ({"center_yml": CENTER, "edges__e_yml": "type: LambdaUFun\n"}, "found a LambdaUFun"),
        ({"center_yml": CENTER, "d_yml": negmas_domain(ISSUES)}, "2 domains"),
        ({"x_txt": "x"}, "no scenario file"),
    ],
)
def test_parts_that_are_missing_are_told_in_good_grammar(tmp_path: Path, files: dict[str, str], told: str) -> None:
    assert any(told in found for found in problems(write(tmp_path, **files)))


# What was seen.


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "packages", "parties"),
    [
        ("anl2025-center-edges", 3, 3),
        ("negmas-exp-discounted", 2, 2),
        ("pareto-xml-in-folder", 5, 2),
        ("triangular-evaluator", 10, 2),
        ("same-number-two-roundings", 3, 2),
    ],
)
def test_seen_folders_are_read(name: str, packages: int, parties: int, shared_folder: Path) -> None:
    scenario = read_scenario([shared_folder / "cases" / "scenarios" / name])
    assert (scenario.packages, len(scenario.parties)) == (packages, parties)
    assert solve(scenario).agreement_possible is (name != "anl2025-center-edges")


@pytest.mark.shared
def test_the_seen_folder_that_is_not_additive(shared_folder: Path) -> None:
    (found,) = problems(shared_folder / "cases" / "scenarios" / "nonlinear-late-declaration")
    assert "which is not additive" in found
