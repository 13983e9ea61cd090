"""What each reader sees of a case with confidences, and of small cases with one thing kept back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from goodoffices.case import Case, label, read_case, seen, seen_twice
from goodoffices.case.rights import known_readers

from ..case.cases import PREFERENCES, make, small_case, swapped
from .confided import confided

READERS = ("team", "upper", "lower", "public")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return read_case(confided(tmp_path_factory.mktemp("seen") / "tavnis"))


def told(case: Case) -> set[tuple[str, str]]:
    """Whose stance on what is told."""
    talks = case.talks
    return {
        (talks.parties[p.party].name, f"{p.stance} {talks.issues[p.issue].options[p.option]}") for p in talks.positions
    }


HALF = ("Upper Tavnis", "accepts an even split of the summer water")
FEE = ("Lower Tavnis", "supports a fixed fee each year")


@pytest.mark.parametrize(
    ("reader", "line", "half", "fee", "sources"),
    [
        ("team", "EXERCISE · For the team only · TLP:AMBER", True, True, 9),
        ("upper", "EXERCISE · For Upper Tavnis · TLP:AMBER", True, False, 6),
        ("lower", "EXERCISE · For Lower Tavnis · TLP:AMBER", False, False, 5),
        ("public", "EXERCISE · For everybody · TLP:AMBER", False, False, 4),
    ],
)  # fmt: skip
def test_four_readers(case: Case, reader: str, line: str, half: bool, fee: bool, sources: int) -> None:
    shown = seen(case, None, reader)
    assert (label(shown), HALF in told(shown), FEE in told(shown)) == (line, half, fee)
    assert len(shown.record.sources) == sources


@pytest.mark.parametrize("reader", ["upper", "lower", "public"])
def test_who_may_not_be_named_is_nowhere_and_his_words_are_told_as_ours(case: Case, reader: str) -> None:
    shown = seen(case, None, reader)
    (key,) = [key for key, source in shown.record.sources.items() if source.publisher == "a source that is not named"]
    assert shown.record.sources[key].text.kind == "restatement"
    assert shown.texts[key] == "a participant who is not named: said: no paper will be signed this year\n"
    (statement,) = [s for s in shown.talks.statements if "paper" in s.text]
    assert statement.text == "no paper will be signed this year"
    who = shown.talks.people[statement.by]
    assert (who.name, who.of, who.posts) == ("a participant who is not named", None, ())


def test_of_what_rests_also_on_a_hidden_claim_there_is_what_the_others_give(case: Case) -> None:
    known = {m.title for m in seen(case).talks.meetings.values()}
    shown = [m for m in seen(case, None, "lower").talks.meetings.values() if m.title not in known]
    assert [(m.venue, m.format, len(m.participants)) for m in shown] == [(None, "not said", 2)]


def test_who_is_named_on_an_entry_sees_the_team_s_words_there(tmp_path: Path) -> None:
    swap = ("    venue: the mill at Hask\n", "    venue: the mill at Hask\n    readers: [lower]\n")
    case = read_case(confided(tmp_path / "tavnis", swap))
    venues = {r: "the mill at Hask" in [m.venue for m in seen(case, None, r).talks.meetings.values()] for r in READERS}
    assert venues == {"team": True, "lower": True, "upper": False, "public": False}


def test_what_anybody_sees_hangs_together(case: Case) -> None:
    for reader in known_readers(case.talks)[1:]:
        shown = seen(case, None, reader)
        for claim in shown.record.claims:
            anchor = shown.anchors[claim.id]
            assert shown.texts[claim.source][anchor.start : anchor.end] == claim.words
        assert [claim.id for claim in shown.record.claims] == [str(n + 1) for n in range(len(shown.record.claims))]
        assert [*shown.record.sources] == ["A", "B", "C", "D", "E", "F"][: len(shown.record.sources)]
        assert shown.warnings == ()
        assert seen(shown, None, "team") is shown


def test_two_states_of_a_case_bear_the_same_numbers(case: Case) -> None:
    before, now = seen_twice(case, date(2031, 5, 15), None, "upper")
    words = {claim.id: claim.words for claim in now.record.claims}
    assert len(before.record.claims) < len(now.record.claims)
    assert all(words[claim.id] == claim.words for claim in before.record.claims)


def options(case: Case) -> list[str]:
    return [label for issue in case.talks.issues.values() for label in issue.options.values()]


def positions(case: Case) -> int:
    return len(case.talks.positions)


WIRE = ("    publisher: The Wire\n", "    publisher: The Wire\n    readers: [team]\n")
PASSAGE = "passages:\n  - {source: press, words: ' The Board — grün — chaired.', readers: [south]}\n"
Row = tuple[tuple[tuple[str, str], ...], str, Callable[[Case], object], object]
ROWS: dict[str, Row] = {
    "a hidden source takes its claims, positions, links and findings along": (
        (WIRE,), "north", lambda c: (positions(c), len(c.talks.links), len(c.record.findings), len(c.record.claims)), (2, 0, 0, 9)),
    "an answer goes of which only a hidden source tells": ((WIRE,), "north", options, ["a half", "no toll"]),
    "the source's own readers see it": (
        (("    publisher: The Wire\n", "    publisher: The Wire\n    readers: [south]\n"),), "south", positions, 3),
    "everybody's case is for a third party, too": ((), "board", positions, 3),
    "what rests on no claim is the team's": ((), "public", lambda c: c.talks.support, ()),
    "but for who is named on it": (
        (("text: the talks, unsourced", "readers: [public], text: the talks, unsourced"),), "south",
        lambda c: len(c.talks.support), 1),
    "an instrument that nothing names is not there": ((), "public", lambda c: c.talks.instruments, {}),
    "a party that is kept back goes with all that names it": (
        (("kind: company}", "kind: company, readers: [team]}"),), "north",
        lambda c: (c.talks.third_parties, positions(c), len(c.record.claims)), ({}, 3, 10)),
    "a case for one party is nothing for another": (
        (("title: Talks of two towns", "readers: [south]\ntitle: Talks of two towns"),), "north",
        lambda c: (c.talks.title, c.talks.meetings, c.record.claims, c.texts), ("Not shown", {}, (), {})),
    "a passage is cut out, with the claims on it": (
        (("reason: the two differ}\n", f"reason: the two differ}}\n{PASSAGE}"),),
        "north", lambda c: ("grün" in c.texts["A"], "it said. No deal came" in c.texts["A"], len(c.record.claims)),
        (False, True, 10)),
    "the role of a speaker is told": (
        (("attributed_to: [narrator, south],", "attributed_to: [narrator, ann], attribution: role,"),), "south",
        lambda c: [p.name for p in c.talks.people.values()], ["Ann", "a representative of North"]),
    "a finding for the team is not for others": (
        (("verdict: disputed,", "verdict: disputed, readers: [team],"),), "south", lambda c: c.record.findings, ()),
    "the position that a hidden one replaced stands": (
        (WIRE,), "north", lambda c: [p.supersedes for p in c.talks.positions], [None, None]),
}  # fmt: skip


@pytest.mark.parametrize(("swaps", "reader", "look", "there"), ROWS.values(), ids=ROWS)
def test_one_thing_kept_back(
    tmp_path: Path, swaps: tuple[tuple[str, str], ...], reader: str, look: Callable[[Case], object], there: object
) -> None:
    assert look(seen(small_case(tmp_path, *swaps), None, reader)) == there


def test_wishes_that_somebody_assumes_are_the_team_s_and_what_is_hidden_carries_none(tmp_path: Path) -> None:
    folder = make(tmp_path, **swapped((WIRE,)))
    (folder / "preferences.yaml").write_text(PREFERENCES)
    shown = seen(read_case(folder), None, "north").preferences
    assert shown is not None
    wants = {key: (len(w.orders), len(w.red_lines), len(w.packages)) for key, w in shown.parties.items()}
    assert wants == {"party-2": (1, 0, 0)}  # South's own order; of North's one rests on the wire, the rest is assumed
    (folder / "preferences.yaml").write_text(PREFERENCES.replace("status_quo:", "readers: [north]\nstatus_quo:"))
    shown = seen(read_case(folder), None, "north").preferences
    assert shown is not None
    assert len(shown.parties["party-1"].packages) == 2
    assert len(shown.parties["party-1"].orders) == 1


def test_points_and_what_was_adopted_are_seen_by_whom_readers_name(tmp_path: Path) -> None:
    """That a claim says that there are points does not say the numbers; an adopted order is the team's judgement."""
    folder = make(tmp_path)
    points = "points: {water: {half: 1, most: 5}, tolls: {free: 2, fee: 0}}, no_deal: {value: 3}"
    for readers, there in (("", False), (", readers: [south]", True), (", readers: [north]", False)):
        wants = PREFERENCES.partition("  north:\n")[0] + f"  south: {{{points}, basis: {{own: [a6]{readers}}}}}\n"
        (folder / "preferences.yaml").write_text(wants)
        shown = seen(read_case(folder), None, "south").preferences
        assert (shown is not None and any(w.points is not None for w in shown.parties.values())) is there, readers
        assert there or "Fraction(3, 1)" not in repr(shown)
    (folder / "preferences.yaml").write_text(PREFERENCES)
    shown = seen(read_case(folder), None, "public").preferences
    assert shown is not None
    assert [order.basis for wants in shown.parties.values() for order in wants.orders] == ["own"]
    assert "it was seen so" not in repr(shown)


def test_where_somebody_who_is_not_named_said_a_thing_is_not_told(tmp_path: Path) -> None:
    swap = ("attributed_to: [narrator, south],", "attributed_to: [narrator, ann], attribution: HOW,")
    for how in ("none", "role"):
        case = small_case(tmp_path / how, (swap[0], swap[1].replace("HOW", how)))
        shown = seen(case, None, "south")
        told = [claim for claim in shown.record.claims if {*claim.attributed_to} & {*shown.talks.people}]
        assert told
        assert how == "role" or all(claim.meeting is None for claim in told)
