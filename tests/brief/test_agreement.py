"""What could be agreed, in a brief: first what is certain; what hangs on an assumption says so; who assumes it is named."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from goodoffices.bargaining.readings import Settings, agree
from goodoffices.bargaining.solutions import data as solve_data
from goodoffices.brief import Outline, brief_data, build_outline
from goodoffices.brief.agreed import Contradicted, Exact, Partly, agreed_in
from goodoffices.brief.html import html_text
from goodoffices.brief.outline import Bullets, Figure, Line, Section, Table
from goodoffices.case import Case, read_case
from goodoffices.documents import read_yaml
from goodoffices.talks import Judgement, NoDeal, Order, PartyPreferences, Preferences

from ..amount import few
from ..cli.towns import NONE_POSSIBLE, PREFERENCES, towns
from .cases import NASTY, crowd, forms, hostile, istanbul, lines_of, two_valleys
from .test_print import PAGES, pages, printed

CERTAIN = "Certain, whatever is not known"
OFTEN = "How often, where it hangs on what is not known"
ASK = "What to ask next"
ASSUMES = "What this assumes"
UNKNOWN = "What is not known"
WHY = "Why no more can be told"
JUDGED = Judgement(by="analyst", why="an example")


def outline_of(case: Case) -> Outline:
    return build_outline(case, with_agreement=True)


def data_of(case: Case) -> dict[str, Any]:
    return brief_data(case, with_agreement=True)


def part(outline: Outline, key: str = "agreement") -> Section:
    (found,) = (s for s in (*outline.sections, *outline.annex) if s.id == key)
    return found


def whole(outline: Outline) -> Section:
    """The section as it was before anything was cut."""
    cut = [s for s in outline.annex if s.id == "agreement-whole"]
    return cut[0] if cut else part(outline)


def listed(section: Section) -> dict[str, tuple[Line, ...]]:
    return {block.title: block.lines for block in section.blocks if isinstance(block, Bullets)}


def wanting(case: Case, **parties: PartyPreferences) -> Case:
    """The invented example with other preferences."""
    assert case.preferences is not None
    return replace(case, preferences=replace(case.preferences, parties=parties))


def test_the_order_is_certain_then_how_often_then_what_to_ask_then_what_it_assumes() -> None:
    assert list(listed(part(outline_of(two_valleys())))) == [CERTAIN, OFTEN, ASK, ASSUMES]


def test_only_who_asks_for_it_gets_it() -> None:
    for case in (two_valleys(), istanbul()):
        plain = build_outline(case)
        assert not [s.id for s in (*plain.sections, *plain.annex) if s.id.startswith("agreement")]
        assert not {"agreement", "solutions"} & set(brief_data(case))
    assert {"agreement", "solutions"} <= set(data_of(istanbul()))


def test_it_tells_what_agree_tells_of_the_same_readings() -> None:
    case = two_valleys()
    assert case.preferences is not None
    found = agree(case.talks, case.preferences, Settings(readings=1_000, assumptions=False))
    assert data_of(case)["agreement"] == found.data()
    assert data_of(case)["agreement"]["assumptions"] is None
    told = listed(whole(outline_of(case)))
    assert [line.text for line in told[CERTAIN]] == [f.text for f in (*found.certain, *found.impossible)]
    assert [line.text for line in told[ASK]][:3] == [ask.text for ask in found.ask_next[:3]]
    assert found.shares[0].text in [line.text for line in told[OFTEN]]


def test_where_wishes_are_not_known_it_tells_who_lacks_what_and_no_share() -> None:
    case = two_valleys()
    assert case.preferences is not None
    upper = case.preferences.parties["upper"]
    without = replace(upper, orders=tuple(o for o in upper.orders if o.issue != "patrol"))
    outline = outline_of(wanting(case, **{**case.preferences.parties, "upper": without}))
    told = listed(whole(outline))
    assert list(told) == [CERTAIN, UNKNOWN, WHY, ASSUMES]
    assert "Upper Tavnis has no points, and no order of its own or adopted by name on Patrol." in [
        x.text for x in told[WHY]
    ]
    assert any("How Upper Tavnis ranks the options of Patrol: nothing is stated" in x.text for x in told[UNKNOWN])
    assert "%" not in " ".join(line.text for lines in told.values() for line in lines)
    assert not [s for s in outline.annex if s.id == "agreement-more"]


def test_what_the_sources_do_not_decide_has_no_number() -> None:
    found = agreed_in(two_valleys())
    assert isinstance(found, Partly)
    wide = {share.heading for share in found.found.shares if share.about == "option" and not share.decided}
    assert wide  # else this test shows nothing
    told = listed(whole(outline_of(two_valleys())))[OFTEN]
    (undecided,) = (line for line in told if line.text.startswith("The sources do not decide"))
    assert all(heading in undecided.text for heading in wide)
    assert "%" not in undecided.text
    assert not any(heading in line.text for heading in wide for line in told if "%" in line.text)


def test_every_line_that_hangs_on_an_assumption_says_so() -> None:
    told = listed(whole(outline_of(two_valleys())))
    shares = [line for line in (*told[OFTEN], *told[ASK]) if "%" in line.text or "Ask " in line.text]
    assert len(shares) >= 4
    assert all("assumed" in line.marks for line in shares)
    assert "[assumed]" in html_text(outline_of(two_valleys()))


def test_who_assumes_is_named_and_sets_his_name_to_it() -> None:
    told = listed(whole(outline_of(two_valleys())))[ASSUMES]
    assert len(told) == 3
    assert {line.signed for line in told} == {"analyst"}
    assert any("no deal is as good as the status quo" in line.text and "the rule of 2019" in line.text for line in told)


def order(*best_first: str, **basis: Any) -> Order:
    return Order(issue="patrol", best_first=best_first, **basis)


def test_what_a_party_says_itself_needs_no_mark_and_what_is_adopted_names_its_claim() -> None:
    no_deal = NoDeal(package="status_quo", own=("A36",))
    own = PartyPreferences(orders=(order("none", "joint", own=("A36",)),), no_deal=no_deal)
    sure = listed(whole(outline_of(wanting(two_valleys(), upper=own))))
    assert ASSUMES not in sure
    assert sure[CERTAIN]
    assert not any("assumed" in line.marks for lines in sure.values() for line in lines)
    assert all(line.claims == ("A36",) for line in sure[CERTAIN])

    told = PartyPreferences(orders=(order("none", "joint", told=("A41",), adopted=JUDGED),), no_deal=no_deal)
    adopted = listed(whole(outline_of(wanting(two_valleys(), upper=told))))
    assert [line.text for line in adopted[CERTAIN]] == [line.text for line in sure[CERTAIN]]
    assert all("assumed" in line.marks for line in adopted[CERTAIN])
    (judgement,) = adopted[ASSUMES]
    assert (judgement.claims, judgement.signed) == (("A41",), "analyst")
    assert "adopted: an example" in judgement.text

    waiting = PartyPreferences(orders=(order("none", "joint", told=("A41",)),), no_deal=no_deal)
    nothing = listed(whole(outline_of(wanting(two_valleys(), upper=waiting))))
    assert ASSUMES not in nothing
    assert nothing[CERTAIN] != adopted[CERTAIN]
    assert any("one thing is told of it by others, and not adopted" in line.text for line in nothing[UNKNOWN])


def test_statements_that_exclude_each_other_are_told_and_the_brief_is_written() -> None:
    both = (order("none", "joint", own=("A36",)), order("joint", "none", own=("A36",)))
    case = wanting(two_valleys(), upper=PartyPreferences(orders=both))
    assert isinstance(agreed_in(case), Contradicted)
    (line,) = lines_of(part(outline_of(case)))
    assert line.lead == "Nothing can be told"
    assert data_of(case)["agreement"] is None
    assert "Nothing can be told" in html_text(outline_of(case))


@pytest.mark.parametrize("preferences", [None, Preferences(format="preferences/1")])
def test_of_a_case_that_says_nothing_of_what_the_sides_want_nothing_is_invented(
    preferences: Preferences | None,
) -> None:
    case = replace(istanbul(), preferences=preferences)
    told = listed(whole(outline_of(case)))
    assert list(told) == [CERTAIN, UNKNOWN, WHY]
    assert [line.text for line in told[CERTAIN]] == ["Nothing: what is stated leaves all open."]
    assert (data_of(case)["agreement"]["shares"], data_of(case)["solutions"]) == ([], None)


def test_where_there_is_nothing_to_settle_there_is_no_such_section() -> None:
    case = replace(istanbul(), talks=replace(istanbul().talks, issues={}))
    assert (agreed_in(case), data_of(case)["agreement"], data_of(case)["solutions"]) == (None, None, None)


def test_a_plain_brief_does_not_wait_for_the_kernels(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom goodoffices.cli.brief import Wanted, run\n"
        "run(Path(sys.argv[1]), Path(sys.argv[2]), Wanted(beside=sys.argv[3] or None), False)\n"
        "print(sorted({m.partition('.')[0] for m in sys.modules} & {'numpy', 'scipy', 'numba', 'vl_convert'}))\n"
        "print('goodoffices.bargaining' in sys.modules)"
    )
    valleys = shutil.copytree(two_valleys().folder, tmp_path / "valleys")
    (valleys / "conflict.yaml").unlink()  # whose rankings are checked with the kernels
    for folder, beside, lines in (
        (istanbul().folder, "", ["[]", "False"]),
        (valleys, "", ["[]", "False"]),
        (valleys, "agreement", ["['numba', 'numpy', 'scipy', 'vl_convert']", "True"]),
    ):
        words = [sys.executable, "-c", program, str(folder), str(tmp_path / "brief.html"), beside]
        done = subprocess.run(words, capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-2:] == lines


def test_exact_points_give_the_named_packages(tmp_path: Path) -> None:
    case = read_case(towns(tmp_path))
    outline = outline_of(case)
    found = agreed_in(case)
    assert isinstance(found, Exact)
    table, sentences, _ = part(outline).blocks
    assert isinstance(table, Table)
    assert table.head == ("", "Nash, egalitarian, Kalai-Smorodinsky", "Utilitarian")
    full = whole(outline).blocks[0]
    assert isinstance(full, Table)
    assert [[cell[0].text for cell in row] for row in full.rows] == [
        ["Worth to North <b>", "3", "1"], ["Worth to South", "6", "10"],
        ["Water & wells", "none of it", "none of it"], ["tolls", "a toll", "no toll"],
    ]  # fmt: skip
    assert isinstance(sentences, Bullets)
    assert len(sentences.lines) + sentences.cut == 4
    told = data_of(case)
    assert (told["agreement"], told["solutions"]) == (None, solve_data.data(found.found))
    (figure,) = part(outline, "agreement-more").blocks
    assert isinstance(figure, Figure)
    assert html_text(outline).count("<svg") == 1


def test_where_no_agreement_is_possible_the_closest_package_is_told(tmp_path: Path) -> None:
    section = part(outline_of(read_case(towns(tmp_path, NONE_POSSIBLE))))
    told = [f"{line.lead}: {line.text}" if line.lead else line.text for line in lines_of(section)]
    assert told[:3] == [
        "No agreement is possible with these no-deal values.",
        "North <b>: the closest package is worth 3.0, 1.5 short of no deal.",
        "South: the closest package is worth 6.0, 1.5 short of no deal.",
    ]


def test_points_that_somebody_assumes_are_signed(tmp_path: Path) -> None:
    assumed = PREFERENCES.replace(
        "no_deal: {value: 1}", "basis: {assumed: {by: Ann, why: a guess}}, no_deal: {value: 1}"
    )
    lines = list(lines_of(part(outline_of(read_case(towns(tmp_path, assumed))))))
    assert [(line.signed, "a guess" in line.text) for line in lines if line.signed] == [("Ann", True)]


@pytest.mark.slow
def test_every_form_asks_the_next_question() -> None:
    question = agree_first(two_valleys())
    for name, text in forms(two_valleys(), with_agreement=True).items():
        # Terminals break lines, and Markdown has a backslash before some signs.
        found = " ".join(text.replace("\\", "").replace("&#39;", "'").split())
        assert question in found, name


def agree_first(case: Case) -> str:
    found = agreed_in(case)
    assert isinstance(found, Partly)
    return found.found.ask_next[0].question


# On paper.


def with_preferences(folder: Path, case: Callable[[Path], Case]) -> Case:
    """A case made for a test, in which each side is assumed to want something on every issue."""
    made = case(folder)
    parties = {
        party: PartyPreferences(
            orders=tuple(
                Order(issue=i, best_first=tuple(x.options), assumed=JUDGED) for i, x in made.talks.issues.items()
            ),
            no_deal=NoDeal(package="status_quo", assumed=JUDGED),
        )
        for party in made.talks.parties
    }
    quo = {issue: next(iter(held.options)) for issue, held in made.talks.issues.items()}
    return replace(made, preferences=Preferences(format="preferences/1", status_quo=quo, parties=parties))


def crowded(folder: Path) -> Case:
    """Eight parties with very long names for everything, each with an order, a red line and reasons without end."""
    case = crowd(folder)
    talks: Any = read_yaml(folder / "talks.yaml").value
    for issue in talks["issues"].values():
        issue["options"]["no"] = f"not {issue['options']['yes']}"
    (folder / "talks.yaml").write_text(json.dumps(talks), "utf-8")
    reason = {"by": "an analyst " * 30, "why": "for a reason " * 40}
    parties = {
        party: {
            "orders": [{"issue": i, "best_first": ["yes", "no"], "assumed": reason} for i in list(talks["issues"])[:5]],
            "red_lines": [{"issue": "i5", "option": "no", "assumed": reason}],
            "no_deal": {"package": "status_quo", "assumed": reason},
        }
        for party in case.talks.parties
    }
    quo = dict.fromkeys(talks["issues"], "no") | {"i5": "yes"}
    preferences = {"format": "preferences/1", "status_quo": quo, "parties": parties}
    (folder / "preferences.yaml").write_text(json.dumps(preferences), "utf-8")
    return read_case(folder)


ON_PAPER: dict[str, Callable[[Path], Case]] = {
    "two valleys": lambda _: two_valleys(),
    "exact": lambda folder: read_case(towns(folder)),
    "impossible": lambda folder: read_case(towns(folder, NONE_POSSIBLE)),
    "eight parties and very long texts": crowded,
    "addresses": lambda folder: with_preferences(folder, lambda f: hostile(f, f"https://example.org/{'a' * 50} " * 8)),
    "a script that writes no spaces": lambda folder: with_preferences(
        folder, lambda f: hostile(f, "和平谈判停火三十天" * 60)
    ),
    "a script that is written high": lambda folder: with_preferences(
        folder, lambda f: hostile(f, NASTY["Arabic"] * 20)
    ),
}


@pytest.mark.browser
@pytest.mark.parametrize("name", few(2, ON_PAPER))
def test_the_main_part_is_two_pages_with_this_section(browser: Browser, tmp_path: Path, name: str) -> None:
    outline = outline_of(ON_PAPER[name](tmp_path))
    assert part(outline).blocks
    assert 1 <= pages(printed(browser, tmp_path, outline, annex=False)) <= PAGES


@pytest.mark.parametrize(
    "name", few(1, ["a script", "a template", "marks of rich", "escapes of a terminal", "a turned direction"])
)
def test_hostile_words_do_nothing(tmp_path: Path, name: str) -> None:
    case = with_preferences(tmp_path, lambda f: hostile(f, NASTY[name]))
    for form, text in forms(case, with_agreement=True).items():
        assert "What could be agreed" in text or form == "json" or "WHAT COULD BE AGREED" in text
        if form == "html":
            assert "<script" not in text
            assert "{{ 7 * 7 }}" in text or name != "a template"
        if form in ("pipe", "terminal", "md"):
            assert "\x1b" not in text
            assert "\u202e" not in text
