"""preferences.yaml: what is sound is read, each mistake is told at its place, and what was not known on a day drops out."""

import re
import shutil
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.case import Case, changes, inspect, read_case, seen, state_of
from goodoffices.case.orders import _circle
from goodoffices.documents import read_yaml
from goodoffices.errors import Level, Problem
from goodoffices.talks import NoDeal, PartyPreferences

from ..amount import cases
from .cases import ASSUMED as A
from .cases import BLACK_SEA, HEAD, ISTANBUL, PREFERENCES, RECORD, TALKS, TWO_VALLEYS, make, place_of_mark, swap

POINTS = """format: preferences/1
parties:
  north: {points: {water: {half: 1, most: 5/7}, tolls: {free: -2.5, fee: 0}}, weights: {water: 2}, no_deal: {value: 1/3}}
  south: {points: {water: {half: 3, most: 1}, tolls: {free: 1, fee: 0}}, discount: 0.9}
"""


def put(folder: Path, preferences: str, talks: str = TALKS, record: str = RECORD) -> Path:
    make(folder, talks, record)
    (folder / "preferences.yaml").write_text(preferences.replace("«", ""), encoding="utf-8")
    return folder


def told(folder: Path, preferences: str, talks: str = TALKS, record: str = RECORD) -> list[Problem]:
    return inspect(put(folder, preferences, talks, record))[1]


def wants(case: Case, party: str) -> PartyPreferences:
    assert case.preferences is not None
    return case.preferences.parties[party]


def test_all_that_is_sound_is_read(tmp_path: Path) -> None:
    case = read_case(put(tmp_path, PREFERENCES))
    assert case.warnings == ()
    assert case.preferences is not None
    assert case.preferences.status_quo == {"water": "half", "tolls": "fee"}
    north, south = wants(case, "north"), wants(case, "south")
    assert [order.basis for order in north.orders] == ["adopted", "assumed"]
    assert north.orders[1].best_first == (("fee", "free"),)
    assert north.importance[0].swing == ("water", "half", "most")
    assert [p.accepts for p in north.packages] == [{"water": "most"}, None]
    assert isinstance(north.no_deal, NoDeal)
    assert (south.orders[0].basis, south.no_deal) == ("own", "unknown")


def test_points_are_exact_and_need_no_ground_and_no_status_quo(tmp_path: Path) -> None:
    case = read_case(put(tmp_path, POINTS))
    assert case.warnings == ()
    north = wants(case, "north")
    assert north.points == {"water": {"half": 1, "most": Fraction(5, 7)}, "tolls": {"free": Fraction(-5, 2), "fee": 0}}
    assert isinstance(north.no_deal, NoDeal)
    assert (north.no_deal.value, wants(case, "south").discount) == (Fraction(1, 3), Fraction(9, 10))


def test_a_third_party_may_be_asked_too(tmp_path: Path) -> None:
    text = f"{HEAD}  board: {{orders: [{{issue: tolls, best_first: [fee, free], {A}}}]}}\n"
    assert wants(read_case(put(tmp_path, text)), "board").orders
    text = text.replace(A, "told: [a8]")
    assert [p.found for p in told(tmp_path, text)] == ["claim a8 (board chairs), which does not concern tolls"]


class Row(NamedTuple):
    """Preferences with «, where the mistake is told; a line that begins with two blanks stands under HEAD."""

    text: str
    found: str
    expected: str
    nearest: str | None = None
    level: Level = "error"


def order(rest: str, issue: str = "tolls") -> str:
    return f"  south:\n    orders: [{{issue: {issue}, {rest}}}]\n"


NORTH = "  north: "
STRUCTURE = {
    "an unknown key": Row("«x: 1\n", "the key 'x'", "one of format, as_of, readers, status_quo, parties"),
    "a misspelt key": Row(f"{NORTH}{{«order: []}}\n", "the key 'order'", "one of orders", "orders"),
    "an unknown party": Row("  «nort: {}\n", "'nort'", "an id of parties", "north"),
    "a person": Row("  «ann: {}\n", "'ann'", "an id of parties or third parties"),
    "no option of the issue": Row(order(f"best_first: [«fre, fee], {A}"), "'fre'", "an option of tolls: free, fee", "free"),
    "one of another issue": Row(order(f"best_first: [[«half, fee], free], {A}"), "'half'", "an option of tolls"),
    "an unknown issue": Row(order(f"best_first: [free, fee], {A}", "«toll"), "'toll'", "an id of issues", "tolls"),
    "a number as an option": Row(order(f"best_first: [«30, fee], {A}"), "the number 30", "text (put it in quotation marks"),
    "the same in a tie": Row(order(f"best_first: [[«30, free], fee], {A}"), "the number 30", "text (put it in"),
    "an option twice": Row(order(f"best_first: [free, [fee, «free]], {A}"), "'free' a second time", "each option once"),
    "an order of one": Row(order(f"best_first: «[free], {A}"), "an order of fewer than two options", "two or more"),
    "a tie of none": Row(order(f"best_first: [free, «[], fee], {A}"), "an empty list", "options that are equally good"),
    "a swing too short": Row(f"{NORTH}{{importance: [{{swing: «[water, half], over: [tolls, free, fee], {A}}}]}}\n",
        "a list of 2", "a list of 3"),
    "a swing too long": Row(f"{NORTH}{{importance: [{{over: «[water, half, most, x], swing: [tolls, free, fee], {A}}}]}}\n",
        "a list of 4", "a list of 3"),
    "a swing of no issue": Row(f"{NORTH}{{importance: [{{swing: [«watr, half, most], over: [tolls, free, fee], {A}}}]}}\n",
        "'watr'", "an id of issues", "water"),
    "a swing to no option": Row(f"{NORTH}{{importance: [{{swing: [water, half, «mots], over: [tolls, free, fee], {A}}}]}}\n",
        "'mots'", "an option of water", "most"),
    "a swing over no option": Row(f"{NORTH}{{importance: [{{swing: [water, half, most], over: [tolls, «fr, fee], {A}}}]}}\n",
        "'fr'", "an option of tolls", "free"),
    "a swing that stays": Row(f"{NORTH}{{importance: [{{swing: [water, half, «half], over: [tolls, free, fee], {A}}}]}}\n",
        "'half' twice", "a change from one option to another"),
    "a red line at no option": Row(f"{NORTH}{{red_lines: [{{issue: tolls, option: «fr, {A}}}]}}\n", "'fr'",
        "an option of tolls", "free"),
    "a red line at the status quo": Row(f"{NORTH}{{red_lines: [{{issue: tolls, option: «fee, {A}}}]}}\n",
        "a red line at 'fee', which is the status quo of tolls", "accepts no package then that leaves tolls as it is",
        level="warning"),
    "a package of neither": Row(f"{NORTH}{{packages: [«{{{A}}}]}}\n", "neither `accepts` nor `refuses`", "one of the two"),
    "a package of both": Row(f"{NORTH}{{packages: [«{{accepts: {{water: most}}, refuses: {{water: half}}, {A}}}]}}\n",
        "`accepts` and `refuses`", "one of the two"),
    "a package of no issue": Row(f"{NORTH}{{packages: [{{accepts: {{«watr: most}}, {A}}}]}}\n", "'watr'",
        "an id of issues", "water"),
    "a package of no option": Row(f"{NORTH}{{packages: [{{refuses: {{water: «mots}}, {A}}}]}}\n", "'mots'",
        "an option of water", "most"),
    "no deal is a word": Row(f"{NORTH}{{no_deal: «status_quo}}\n", "'status_quo'", "a mapping"),
    "no deal of neither": Row(f"{NORTH}{{no_deal: «{{{A}}}}}\n", "neither `package` nor `value`", "`no_deal: unknown`"),
    "no deal of another package": Row(f"{NORTH}{{no_deal: {{package: «today, {A}}}}}\n", "'today'", "one of status_quo"),
    "no deal with a misspelt key": Row(f"{NORTH}{{no_deal: {{«pakage: status_quo, {A}}}}}\n", "the key 'pakage'", "package",
        "package"),
    "a value without points": Row(f"{NORTH}{{no_deal: {{value: «3, {A}}}}}\n", "a value without `points`",
        "`package: status_quo`, or points"),
    "weights without points": Row(f"{NORTH}{{«weights: {{water: 1}}}}\n", "`weights` without `points`", "points of every option"),
    "a basis without points": Row(f"{NORTH}{{«basis: {{{A}}}}}\n", "`basis` without `points`", "points of every option"),
    "a discount without points": Row(f"{NORTH}{{«discount: 0.5}}\n", "`discount` without `points`", "points of every option"),
}  # fmt: skip
GROUNDS = {
    "none": Row(order("best_first: [free, fee]").replace("[{issue", "[«{issue"), "an entry without a ground",
        "one of `own`, `told` and `assumed`"),
    "an empty one": Row(order("best_first: [free, fee], own: []").replace("[{issue", "[«{issue"), "an entry without a ground",
        "one of"),
    "one that is misread": Row(order("best_first: [free, fee], own: «a6"), "'a6'", "a list"),
    "two": Row(order("best_first: [free, fee], own: [a6], assumed: «{by: me, why: x}"), "`own` and `assumed`",
        "one of the three"),
    "assumed without a reason": Row(order("best_first: [free, fee], assumed: «{by: me}"), "no key 'why'", "the key 'why' here"),
    "adopted alone": Row(order("best_first: [free, fee], adopted: «{by: me, why: x}"), "`adopted` without `told`",
        "`told: [claims]` beside it; what no claim says is `assumed`"),
    "no such claim": Row(order("best_first: [free, fee], own: [«a66]"), "'a66'", "an id of claims", "a6"),
    "another party's claim": Row(order("best_first: [most, half], told: [«b2]", "water"),
        "claim b2 (north demands), which does not concern south", "a claim on what south wants"),
    "a claim on another issue": Row(order("best_first: [half, most], own: [«a6]", "water"),
        "claim a6 (south demands), which does not concern water", "a claim with `issue: water`"),
    "told by the narrator": Row("  north:\n    orders: [{issue: water, best_first: [most, half], own: [«b2]}]\n",
        "claim b2, told by narrator", "what another says of it is `told`"),
    "one's own word as told": Row(order("best_first: [free, fee], told: [«a6]"),
        "claim a6, in which the party itself speaks (south)", "`own: [claims]`", level="warning"),
    "more than the position says": Row(
        "  north:\n    orders: [{issue: water, best_first: «[[most, half]], told: [b2]}]\n",
        "an order that says more, or other, than claim b2 (demands most)",
        "[most, half]: a position says no more than that; the rest is `assumed`", level="warning"),
}  # fmt: skip
NUMBERS = {
    "no number": Row(POINTS.replace("5/7", "«five"), "'five'", "a number such as 3, 2.5 or 5/7"),
    "nothing": Row(POINTS.replace("5/7", "«null"), "nothing", "a number such as"),
    "divided by nothing": Row(POINTS.replace("5/7", "«1/0"), "'1/0'", "a number such as"),
    "a truth value": Row(POINTS.replace("5/7", "«true"), "the truth value true", "a number such as"),
    "an option without points": Row(POINTS.replace("{half: 1, most: 5/7}", "«{half: 1}"), "no points for 'most'",
        "points of every option of water"),
    "an issue without points": Row(POINTS.replace("{water: {half: 1, most: 5/7}, tolls: {free: -2.5, fee: 0}}",
        "«{tolls: {free: -2.5, fee: 0}}"), "no points for water", "points of every issue"),
    "points of no option": Row(POINTS.replace("most: 5/7", "most: 5/7, «mots: 1"), "'mots'", "an option of water", "most"),
    "points of no issue": Row(POINTS.replace("tolls: {free: -2.5", "«toll: {}, tolls: {free: -2.5"), "'toll'",
        "an id of issues", "tolls"),
    "a negative weight": Row(POINTS.replace("weights: {water: 2}", "weights: {water: «-2}"), "the weight -2",
        "a number of 0 or more"),
    "a weight of no issue": Row(POINTS.replace("weights: {water: 2}", "weights: {«watr: 2}"), "'watr'", "an id of issues",
        "water"),
    "constraints beside points": Row(POINTS.replace("discount: 0.9", f"«red_lines: [{{issue: tolls, option: fee, {A}}}]"),
        "`red_lines` beside `points`", "points alone"),
    "a value and a package": Row(POINTS.replace("no_deal: {value: 1/3}", "no_deal: «{value: 1/3, package: status_quo}").replace(
        "parties", "status_quo: {water: half, tolls: fee}\nparties"), "`package` and `value`", "one of the two"),
    "points on two grounds": Row(POINTS.replace("discount: 0.9", "basis: {own: [a6], assumed: «{by: me, why: x}}"),
        "`own` and `assumed`", "one of the three"),
}  # fmt: skip
STATUS_QUO = {
    "none": Row("«format: preferences/1\n", "no status quo", "`status_quo` with an option of every issue"),
    "for one party without points": Row(POINTS.replace("format", "«format").split("  south")[0], "no status quo", "`status_quo`"),
    "for a no deal that is a package": Row(POINTS.replace("format", "«format").replace("{value: 1/3}", "{package: status_quo}"),
        "no status quo", "`status_quo`"),
    "no option": Row("format: preferences/1\nstatus_quo: {water: «haf, tolls: fee}\n", "'haf'", "an option of water", "half"),
    "of no issue": Row("format: preferences/1\nstatus_quo: {«watr: half, water: half, tolls: fee}\n", "'watr'",
        "an id of issues", "water"),
    "not of an issue that matters": Row(
        "format: preferences/1\nstatus_quo: «{water: half}\nparties:\n" + order("best_first: [free, fee], own: [a6]"),
        "no option of tolls", "one of free, fee"),
    "not of an issue of which nobody speaks": Row("format: preferences/1\nstatus_quo: «{water: half}\n", "no option of tolls",
        "an option of every issue: of these nothing can be said without it", level="warning"),
}  # fmt: skip
TABLES = {"structure": STRUCTURE, "grounds": GROUNDS, "numbers": NUMBERS, "status quo": STATUS_QUO}
ROWS = [pytest.param(row, id=f"{table}: {name}") for table, rows in TABLES.items() for name, row in rows.items()]


def whole(text: str) -> str:
    return HEAD + text if text.startswith("  ") else text


@pytest.mark.parametrize("row", ROWS)
def test_each_mistake_is_told_at_its_place_and_nothing_else(tmp_path: Path, row: Row) -> None:
    text = whole(row.text) if row.text != STRUCTURE["an unknown key"].text else HEAD.replace("parties:\n", "«x: 1\n")
    problems = told(tmp_path, text)
    assert len(problems) == 1, list(map(str, problems))
    (one,) = problems
    assert (one.line, one.column) == place_of_mark(text), str(one)
    assert (one.file, one.found, one.nearest, one.level) == (
        str(tmp_path / "preferences.yaml"), row.found, row.nearest, row.level,
    )  # fmt: skip
    assert row.expected in one.expected


def test_all_mistakes_of_all_files_are_told_in_one_run(tmp_path: Path) -> None:
    text = HEAD + order("best_first: [fre, fee], own: [a66]") + f"  nort: {{}}\n{NORTH}{{no_deal: {{value: 1, {A}}}}}\n"
    problems = told(tmp_path, text, talks=swap(TALKS, "head: ann", "head: anne"))
    assert [p.found for p in problems] == ["'fre'", "'a66'", "'nort'", "a value without `points`", "'anne'"]


# Who speaks. Each row: who told it (in the record), the source's side, whether it is the party's own word.
SPEAKERS = [
    ("[narrator, south]", "press", True),
    ("[narrator, north, south]", "press", True),
    ("[narrator, south, north]", "press", False),
    ('[narrator, "south?"]', "press", False),
    ('[narrator, "?"]', "press", False),
    ("[narrator, South]", "press", True),  # by name
    ("[narrator, bea]", "press", True),  # by her post
    ("[narrator, cem]", "press", True),  # by his delegation
    ("[narrator, crew]", "press", True),
    ("[narrator, ann]", "press", False),
    ("[narrator, board]", "press", False),
    ("[narrator, the papers of South]", "press", False),
    ("[narrator]", "press", False),
    ("[]", "press", False),
    ("[narrator]", "south", True),
    ("[narrator, north]", "south", False),
    ("[narrator]", "mediator", False),
]


@pytest.mark.parametrize(("chain", "side", "own"), SPEAKERS)
def test_own_is_what_the_party_says_itself(tmp_path: Path, chain: str, side: str, own: bool) -> None:
    record = swap(RECORD, "attributed_to: [narrator, south]", f"attributed_to: {chain}")
    record = swap(record, "publisher: The Paper", f"publisher: The Paper\n    side: {side}")
    talks = swap(TALKS, "delegations:\n", "delegations:\n  crew: {of: south, head: cem, unsourced: x}\n")
    talks = swap(talks, "people:\n", "people:\n  bea: {name: Bea, of: south}\n  cem: {name: Cem}\n")
    problems = told(tmp_path, HEAD + order("best_first: [free, fee], own: [a6]"), talks, record)
    assert [p.level for p in problems] == ([] if own else ["error"])
    problems = told(tmp_path, HEAD + order("best_first: [free, fee], told: [a6]"), talks, record)
    assert [p.level for p in problems] == (["warning"] if own else [])


@pytest.mark.parametrize(("status", "draft", "levels"), [
    ("rejected", "false", ["error"]), ("proposed", "false", ["error"]), ("proposed", "true", ["warning"]), ("edited", "false", []),
])  # fmt: skip
def test_only_claims_that_count_carry_an_entry(tmp_path: Path, status: str, draft: str, levels: list[str]) -> None:
    record = swap(RECORD, "words: South wants no toll,", f"words: South wants no toll, status: {status},")
    talks = swap(
        swap(TALKS, "claims: [a6]}\n  - {id: p3", "unsourced: x}\n  - {id: p3"),
        "no toll, claims: [a6]",
        "no toll, unsourced: x",
    )
    talks = swap(talks, "title: Talks of two towns\n", f"title: Talks of two towns\ndraft: {draft}\n")
    problems = told(tmp_path, HEAD + order("best_first: [free, fee], own: [a6]"), talks, record)
    assert [p.level for p in problems] == levels
    assert all(status in p.found for p in problems)


def test_a_position_against_an_option_prefers_the_status_quo(tmp_path: Path) -> None:
    record = swap(RECORD, "subject: south, predicate: demands", "subject: south, predicate: opposes")
    talks = swap(TALKS, "option: free, stance: demands", "option: free, stance: opposes")
    assert told(tmp_path, HEAD + order("best_first: [fee, free], own: [a6]"), talks, record) == []
    (one,) = told(tmp_path, HEAD + order("best_first: [free, fee], own: [a6]"), talks, record)
    assert (one.level, one.expected.split(":")[0]) == ("warning", "[fee, free]")


# What is said of several issues may be said without naming one; what is said of another issue does not carry it.
@pytest.mark.parametrize(
    ("claim", "found"), [("a6", []), ("a7", []), ("a5", ["claim a5 (north demands), which does not concern south"])]
)
def test_what_carries_an_entry_on_several_issues(tmp_path: Path, claim: str, found: list[str]) -> None:
    text = f"{HEAD}  south:\n    packages: [{{accepts: {{water: half, tolls: free}}, told: [{claim}]}}]\n"
    assert [p.found for p in told(tmp_path, text) if p.level == "error"] == found


# Circles. Each row: the orders of one issue (`!` before what is only told), and the circle that is told, at which order.
CIRCLES = [
    (["x y z", "y z", "x z"], None, 0),
    (["x y", "y z", "z x"], "x over y over z over x", 2),
    (["x y", "y x"], "x over y over x", 1),
    (["x y", "!y x"], None, 0),
    (["x y", "y=x"], "x over y as good as x", 1),
    (["x=y", "y=z", "x=z"], None, 0),
    (["x=y z", "z w", "w y"], "x over z over w over y as good as x", 2),
    (["x y", "z w", "w z", "y x"], "z over w over z", 2),
]


@pytest.mark.parametrize(("orders", "circle", "at"), CIRCLES)
def test_circles_among_the_orders_of_one_issue(tmp_path: Path, orders: list[str], circle: str | None, at: int) -> None:
    talks = swap(TALKS, "tolls: {options: {free: no toll, fee: a toll}}",
        "tolls: {options: {free: no toll, fee: a toll}}\n  more: {options: {x: x, y: y, z: z, w: w}}")  # fmt: skip
    lines = [line(text) for text in orders]
    text = HEAD.replace("tolls: fee", "tolls: fee, more: w") + "  south:\n    orders:\n" + "".join(lines)
    found = [(p.line - 6, p.found) for p in told(tmp_path, text, talks) if p.found.startswith("a circle")]
    assert found[:1] == ([(at, f"a circle: {circle}")] if circle else [])


def line(text: str) -> str:
    ranks = ", ".join(f"[{rank.replace('=', ', ')}]" if "=" in rank else rank for rank in text.lstrip("!").split())
    return f"      - {{issue: more, best_first: [{ranks}], {'told: [a7]' if text.startswith('!') else A}}}\n"


ranks = st.permutations("abcdef").flatmap(
    lambda p: st.lists(st.integers(1, 3), min_size=2, max_size=4).map(
        lambda sizes: tuple(
            tuple(p[sum(sizes[:i]) : sum(sizes[: i + 1])]) for i in range(len(sizes)) if sum(sizes[:i]) < 6
        )
    )
)


@settings(max_examples=cases(60, 3_000))
@given(st.lists(ranks, min_size=1, max_size=4))
def test_a_circle_is_found_just_where_no_scores_fit(orders: list[tuple[tuple[str, ...], ...]]) -> None:
    # The oracle: lower the scores of what has to be worse until all fits; six options fit within six steps, or never.
    score = dict.fromkeys("abcdef", 0)
    for _ in range(50):
        for order_ in orders:
            for n, rank in enumerate(order_):
                top = min(score[o] for o in order_[n - 1]) - 1 if n else max(score.values())
                level = min(top, *(score[o] for o in rank), top)
                score |= dict.fromkeys(rank, level)
    fits = min(score.values()) >= -6
    circle = _circle(list(orders))
    assert bool(circle) is not fits
    assert not circle or circle[0] == circle[-1]


# As of a day: the press is known from 5 March on, the wire from 10 April on.
BEFORE, PRESS, BOTH = date(2025, 3, 4), date(2025, 3, 5), date(2025, 4, 10)


@pytest.mark.parametrize(("day", "north", "south"), [(BEFORE, 1, 0), (PRESS, 1, 1), (BOTH, 2, 1)])
def test_what_rests_on_claims_that_are_not_known_yet_drops_out(
    tmp_path: Path, day: date, north: int, south: int
) -> None:
    known = seen(read_case(put(tmp_path, PREFERENCES)), day)
    assert (len(wants(known, "north").orders), len(wants(known, "south").orders)) == (north, south)
    assert len(wants(known, "north").packages) == 2
    assert known.preferences is not None
    assert known.preferences.status_quo == {"water": "half", "tolls": "fee"}


def test_of_several_claims_those_that_are_known_stay(tmp_path: Path) -> None:
    text = PREFERENCES.replace("told: [b2]", "told: [a5, b2]")
    known = seen(read_case(put(tmp_path, text)), PRESS)
    assert [(o.told, o.basis) for o in wants(known, "north").orders] == [(("a5",), "adopted"), ((), "assumed")]


def test_a_no_deal_and_points_drop_out_too(tmp_path: Path) -> None:
    text = f"{HEAD}  north: {{no_deal: {{package: status_quo, told: [b2], adopted: {{by: me, why: x}}}}}}\n"
    assert wants(seen(read_case(put(tmp_path, text)), PRESS), "north").no_deal == "unknown"
    assert wants(seen(read_case(put(tmp_path, text)), BOTH), "north").no_deal != "unknown"
    text = POINTS.replace("weights: {water: 2}", "weights: {water: 2}, basis: {told: [b2]}")
    case = read_case(put(tmp_path, text))
    assert wants(seen(case, BOTH), "north").points is not None
    assert wants(seen(case, PRESS), "north") == PartyPreferences()
    assert wants(seen(case, BEFORE), "south").points is not None


def test_what_changed_is_told_with_preferences_as_without(tmp_path: Path) -> None:
    without = read_case(make(tmp_path / "without"))
    with_them = read_case(put(tmp_path / "with", PREFERENCES))
    told_without = changes(state_of(seen(without, PRESS)), without, "x")
    assert told_without == changes(state_of(seen(with_them, PRESS)), with_them, "x")
    assert told_without


# A case of bargaining alone, as `goodoffices convert` writes it: whatever texts the scenario had for issues and options.
WORDS = [
    "$10 billion",
    "Yes",
    "no",
    "1e3",
    "30 %",
    "a: b",
    "#x",
    "- [y]",
    "ünï 😀",
    "\\",
    '"',
    "null",
    "12",
    "true",
    " two  blanks ",
]


def test_a_case_of_bargaining_alone(tmp_path: Path) -> None:
    def quoted(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    options = "{" + ", ".join(f"{quoted(w)}: {quoted(w)}" for w in WORDS) + "}"
    points = "{" + ", ".join(f"{quoted(w)}: {n}/7" for n, w in enumerate(WORDS)) + "}"
    (tmp_path / "record.yaml").write_text("format: record/1\nsources: {}\nclaims: []\n", encoding="utf-8")
    (tmp_path / "talks.yaml").write_text(
        f"format: talks/1\ntitle: A scenario\nparties: {{Ag 1: {{name: Ag 1, kind: party}}, b: {{name: b, kind: party}}}}\n"
        f"issues: {{'the $ issue': {{options: {options}}}}}\n", encoding="utf-8")  # fmt: skip
    (tmp_path / "preferences.yaml").write_text(
        f"format: preferences/1\nparties: {{Ag 1: {{points: {{'the $ issue': {points}}}}}, "
        f"b: {{points: {{'the $ issue': {points}}}, no_deal: {{value: 0.5}}}}}}\n", encoding="utf-8")  # fmt: skip
    case = read_case(tmp_path)
    assert case.warnings == ()
    assert list(case.talks.issues["the $ issue"].options) == WORDS
    given = wants(case, "Ag 1").points
    assert given is not None
    assert list(given["the $ issue"].values()) == [Fraction(n, 7) for n in range(len(WORDS))]


# The example.


def test_the_example_has_all_that_shares_need_and_says_on_what_ground() -> None:
    case = read_case(TWO_VALLEYS)
    assert case.warnings == ()
    assert case.preferences is not None
    assert list(case.preferences.status_quo) == list(case.talks.issues)
    upper, lower = wants(case, "upper"), wants(case, "lower")
    assert {o.issue for o in upper.orders if o.basis in ("own", "adopted")} == set(case.talks.issues)
    assert [o.basis for o in upper.orders].count("adopted") == 1
    assert lower.points is not None
    assert set(lower.points) == set(case.talks.issues)
    assert lower.basis.basis == "own"
    assert {type(link.if_) for link in case.talks.links} == {dict}
    assert upper.red_lines


def test_no_real_party_has_preferences() -> None:
    for folder in (ISTANBUL, BLACK_SEA):
        case = read_case(folder)
        assert (case.preferences, case.conflict) == (None, None)


def excerpt(shared: Path, form: str) -> str:
    text = (shared / "DESIGN.md").read_text("utf-8")
    found = re.search(rf"^```yaml\n((?:#[^\n]*\n)?format: {form}/1\n.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


@pytest.mark.shared
def test_the_preferences_of_the_design_fit_the_example(tmp_path: Path, shared_folder: Path) -> None:
    folder = Path(shutil.copytree(TWO_VALLEYS, tmp_path / "valleys"))
    (folder / "preferences.yaml").write_text(excerpt(shared_folder, "preferences"), "utf-8")
    case = read_case(folder)
    # It leaves out two issues of which nobody there says anything.
    assert [p.found for p in case.warnings] == ["no option of crossing, fee"]
    assert [order.basis for order in wants(case, "upper").orders] == ["own"] * 2
    assert [order.basis for order in wants(case, "lower").orders] == ["adopted"]
    assert wants(case, "upper").red_lines[0].option == "sold"


@pytest.mark.shared
def test_the_talks_of_the_design_are_those_of_istanbul(tmp_path: Path, shared_folder: Path) -> None:
    (tmp_path / "talks.yaml").write_text(excerpt(shared_folder, "talks"), "utf-8")
    told, case = read_yaml(tmp_path / "talks.yaml").value, read_case(ISTANBUL)
    assert isinstance(told, dict)
    claims = re.findall(r"\b[AB]\d\d\b", str(told))
    assert len(set(claims)) > 10
    assert set(claims) <= {claim.id for claim in case.record.claims}
    for part in ("parties", "third_parties", "people", "delegations", "meetings", "issues"):
        part_told = told[part]
        assert isinstance(part_told, dict)
        assert set(part_told) <= set(getattr(case.talks, part)), part


REFUSED = {
    "it wants it": ("demands", "asserted", ("most", "half")),
    "it refuses it": ("refuses", "asserted", ("half", "most")),
    "it does not accept it": ("accepts", "negated", ("half", "most")),
    "it does not support it": ("supports", "negated", ("half", "most")),
    "it calls for it": ("calls_for", "asserted", ("most", "half")),
}


@pytest.mark.parametrize(("predicate", "modality", "pair"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("turned", [False, True])
def test_a_denied_position_ranks_its_option_below_the_status_quo(
    tmp_path: Path, predicate: str, modality: str, pair: tuple[str, str], turned: bool
) -> None:
    problems = ranked_by(tmp_path, predicate, modality, pair[::-1] if turned else pair)
    assert [p.level for p in problems] == (["warning"] if turned else [])


@pytest.mark.parametrize("pair", [("most", "half"), ("half", "most")])
def test_a_position_that_is_left_open_ranks_nothing(tmp_path: Path, pair: tuple[str, str]) -> None:
    assert ranked_by(tmp_path, "refuses", "negated", pair) == []


def ranked_by(folder: Path, predicate: str, modality: str, pair: tuple[str, str]) -> list[Problem]:
    """The problems of an order of North that rests on one claim, in this form."""
    old = "predicate: demands, value: most of it,"
    record = swap(RECORD, old, f"predicate: {predicate}, modality: {modality}, value: most of it,")
    order = f"{HEAD}  north:\n    orders: [{{issue: water, best_first: [{', '.join(pair)}], told: [b2]}}]\n"
    return [p for p in told(folder, order, record=record) if p.file.endswith("preferences.yaml")]
