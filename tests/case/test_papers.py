"""The register of papers: what is open on a day, what each may see of it, and what is wrong in it."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from goodoffices.case import inspect, read_case
from goodoffices.case.papers import OpenPaper, kept_from, open_papers, seen_papers
from goodoffices.cli import app
from goodoffices.talks import Day, Paper, Papers

from ..amount import cases
from .cases import TALKS, make, swap

OWN = {"ann": "north"}
PAPERS = """format: papers/1
papers:
  - {id: a, title: Draft, version: "2", from: team, to: [north, south], day: 2025-03-10, answer_due: 2025-03-12, note: Slow.}
  - {id: b, title: Remarks, from: ann, to: [team], day: 2025-03-12, answers: a, source: press}
  - {id: c, title: Offer, from: south, to: [north], day: 2025-03-11, handed_over_by: board, awaits_answer: true}
  - {id: d, title: Later, from: north, to: [south], day: 2025-04-01, answer_due: 2025-04-05}
"""


def paper(key: str, giver: str, to: str, day: str = "2025-03-10", **more: object) -> Paper:
    return Paper(id=key, title=key.upper(), from_=giver, to=tuple(to.split()), day=Day.parse(day), **more)  # type: ignore[arg-type]


def register(*papers: Paper) -> Papers:
    return Papers(format="papers/1", papers=papers)


def on(day: int, *papers: Paper) -> list[tuple[str, tuple[str, ...], int | None]]:
    found = open_papers(register(*papers), date(2025, 3, day), OWN)
    return [(one.paper.id, one.awaiting, one.overdue) for one in found]


DUE: dict[str, Any] = {"answer_due": Day.parse("2025-03-15")}


def test_a_paper_is_open_for_each_who_got_it_until_he_or_one_of_his_answers() -> None:
    first = paper("a", "team", "north south", **DUE)
    assert on(12, first) == [("a", ("north", "south"), -3)]
    assert on(15, first, paper("b", "ann", "team", "2025-03-14", answers="a")) == [("a", ("south",), 0)]
    assert on(16, first, paper("b", "ann", "team", "2025-03-14", answers="x")) == [("a", ("north", "south"), 1)]
    both = (
        paper("b", "ann", "team", "2025-03-14", answers="a"),
        paper("c", "south", "team", "2025-03-14", answers="a"),
    )
    assert on(20, first, *both) == []


def test_what_comes_after_the_day_is_left_out() -> None:
    first, answer = paper("a", "team", "north", **DUE), paper("b", "north", "team", "2025-03-18", answers="a")
    assert on(9, first) == []
    assert on(17, first, answer) == [("a", ("north",), 2)]
    assert on(18, first, answer) == []
    settled = paper("a", "team", "north", **DUE, settled=Day.parse("2025-03-17"))
    assert (on(16, settled), on(17, settled)) == ([("a", ("north",), 1)], [])


def test_without_a_day_it_is_open_only_if_an_answer_is_awaited() -> None:
    assert on(20, paper("a", "team", "north")) == []
    assert on(20, paper("a", "team", "north", awaits_answer=True)) == [("a", ("north",), None)]
    assert on(20, paper("a", "team", "north", "not said", awaits_answer=True)) == [("a", ("north",), None)]


def test_a_month_is_due_until_its_last_day() -> None:
    assert on(31, paper("a", "team", "north", answer_due=Day.parse("2025-03"))) == [("a", ("north",), 0)]


def test_the_longest_overdue_comes_first_and_what_has_no_day_last() -> None:
    papers = (
        paper("none", "team", "north", awaits_answer=True),
        paper("soon", "team", "north", answer_due=Day.parse("2025-03-25")),
        paper("late", "team", "north", answer_due=Day.parse("2025-03-11")),
        paper("now", "team", "north", answer_due=Day.parse("2025-03-20")),
    )
    assert [key for key, _, _ in on(20, *papers)] == ["late", "now", "soon", "none"]


# What a reader may see.


def test_the_team_sees_all_of_it() -> None:
    papers = register(paper("a", "north", "south", note="x", readers=("north",)))
    assert seen_papers(papers, "team") is papers


def test_a_reader_sees_what_he_gave_or_got_and_of_it_no_more_than_that() -> None:
    papers = register(
        paper("hidden", "team", "south"),
        paper("all", "team", "north south board", note="They are slow.", source="press"),
        paper("reply", "south", "team", answers="all"),
        paper("ours", "ann", "south board", answers="all"),
    )
    seen = seen_papers(papers, "north", OWN).papers
    assert [(p.id, p.title, p.from_, p.to, p.answers, p.note, p.source) for p in seen] == [
        ("1", "ALL", "team", ("north",), None, None, None),
        ("2", "OURS", "ann", ("south", "board"), "1", None, None),
    ]
    assert seen_papers(papers, "public", OWN).papers == ()


def test_an_answer_to_a_paper_that_he_does_not_see_is_no_answer_to_him() -> None:
    papers = register(paper("a", "team", "south"), paper("b", "south", "north", answers="a"))
    assert [(p.id, p.answers) for p in seen_papers(papers, "north").papers] == [("1", None)]


def test_readers_narrow_it_and_never_widen_it() -> None:
    papers = register(
        paper("a", "south", "north", readers=("south",)), paper("b", "south", "board", readers=("public", "north"))
    )
    assert seen_papers(papers, "north").papers == ()
    assert [p.title for p in seen_papers(papers, "south").papers] == ["A", "B"]
    assert [p.readers for p in seen_papers(papers, "south").papers] == [(), ()]


def test_whom_the_talks_keep_from_him_no_paper_names_to_him() -> None:
    papers = register(
        paper("borne", "south", "north", handed_over_by="spy"),
        paper("given", "spy", "north south"),
        paper("got", "north", "spy south"),
        paper("alone", "north", "spy"),
        paper("reply", "north", "south", answers="given"),
    )
    seen = seen_papers(papers, "north", OWN, frozenset({"spy"})).papers
    assert [(p.id, p.title, p.to, p.handed_over_by, p.answers) for p in seen] == [
        ("1", "BORNE", ("north",), None, None),
        ("2", "GOT", ("south",), None, None),
        ("3", "REPLY", ("south",), None, None),
    ]
    assert len(seen_papers(papers, "team", OWN).papers) == 5


def test_who_is_kept_from_whom_stands_with_the_parties_and_the_people(folder: Path) -> None:
    talks = swap(TALKS, "ann: {name: Ann", "ann: {readers: [north], name: Ann")
    (folder / "talks.yaml").write_bytes(swap(talks, "title: Talks of two towns\n", "title: T\n").encode())
    case = read_case(folder)
    assert [kept_from(case.talks, reader) for reader in ("team", "north", "south", "public")] == [
        frozenset(), frozenset(), frozenset({"ann"}), frozenset({"ann"}),
    ]  # fmt: skip


HOLDERS = ("team", "north", "south", "board", "ann")
HIDDEN = ("spy", "league")
READERS = st.lists(st.sampled_from(("team", "public", "north", "south", "board")), max_size=2, unique=True).map(tuple)


@st.composite
def registers(draw: st.DrawFn) -> Papers:
    made: list[Paper] = []
    for number in range(draw(st.integers(0, 6))):
        to = draw(st.lists(st.sampled_from(HOLDERS), min_size=1, max_size=3, unique=True))
        earlier = draw(st.sampled_from([None, *(one.id for one in made)]))
        due = draw(st.sampled_from(["not said", "2025-03-12", "2025-03-20"]))
        day = (date(2025, 3, 1) + timedelta(draw(st.integers(0, 20)))).isoformat()
        more = {"answers": earlier, "answer_due": Day.parse(due), "note": draw(st.sampled_from([None, "x"]))}
        more["handed_over_by"] = draw(st.sampled_from([None, *HOLDERS]))
        giver, readers = draw(st.sampled_from(HOLDERS)), draw(READERS)
        made.append(paper(f"p{number}", giver, " ".join(to), day, readers=readers, **more))
    return register(*made)


@given(papers=registers(), reader=st.sampled_from(("north", "south", "board", "public")))
@settings(max_examples=cases(100, 2000))
def test_what_a_reader_sees_is_as_if_the_rest_had_never_been_entered(papers: Papers, reader: str) -> None:
    theirs = [p for p in papers.papers if reader in {OWN.get(k, k) for k in (p.from_, *p.to)} | {p.from_, *p.to}]
    theirs = [p for p in theirs if not p.readers or {"public", reader} & {*p.readers}]
    alone = seen_papers(register(*theirs), reader, OWN)
    assert alone == seen_papers(papers, reader, OWN)
    told = json.dumps([repr(p) for p in alone.papers])
    assert not any(f"'{p.id}'" in told for p in papers.papers)
    assert open_papers(alone, date(2025, 3, 15), OWN) == open_papers(
        seen_papers(papers, reader, OWN), date(2025, 3, 15), OWN
    )


@st.composite
def confided(draw: st.DrawFn) -> tuple[Papers, Papers]:
    """A register as a reader would have it, and the same with those named in it who are kept from him."""
    plain, full = draw(registers()).papers, []
    for one in plain:
        others = draw(st.lists(st.sampled_from(HIDDEN), max_size=2, unique=True))
        bearer = (
            draw(st.sampled_from(HIDDEN)) if one.handed_over_by is None and draw(st.booleans()) else one.handed_over_by
        )
        full.append(replace(one, to=tuple(draw(st.permutations([*one.to, *others]))), handed_over_by=bearer))
        if draw(st.booleans()):
            giver = draw(st.sampled_from((*HIDDEN, *HOLDERS)))
            to = " ".join(HIDDEN if giver not in HIDDEN else HOLDERS[1:])
            full.append(paper(f"h{len(full)}", giver, to, answers=draw(st.sampled_from([None, one.id]))))
    order = {one.id: [key for key in next(f for f in full if f.id == one.id).to if key not in HIDDEN] for one in plain}
    return register(*(replace(one, to=tuple(order[one.id])) for one in plain)), register(*full)


@given(both=confided(), reader=st.sampled_from(("north", "south", "board", "public")))
@settings(max_examples=cases(100, 2000))
def test_nothing_tells_that_somebody_is_kept_from_him(both: tuple[Papers, Papers], reader: str) -> None:
    plain, full = both
    seen = seen_papers(full, reader, OWN, frozenset(HIDDEN))
    assert seen == seen_papers(plain, reader, OWN)
    assert not [key for key in HIDDEN if key in repr(seen)]


@given(papers=registers(), day=st.integers(1, 31))
@settings(max_examples=cases(50, 1000))
def test_what_is_open_waits_for_somebody_who_got_it_and_has_not_answered(papers: Papers, day: int) -> None:
    for one in open_papers(papers, date(2025, 3, day), OWN):
        assert isinstance(one, OpenPaper)
        assert {*one.awaiting} <= {*one.paper.to}
        assert (one.overdue is None) == (not one.paper.answer_due.said)
        by = [p for p in papers.papers if p.answers == one.paper.id and (p.day.first or date.max) <= date(2025, 3, day)]
        answering = {OWN.get(p.from_, p.from_) for p in by}
        assert not {OWN.get(key, key) for key in one.awaiting} & answering


# The file and the command.


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = make(tmp_path / "case")
    (folder / "papers.yaml").write_bytes(PAPERS.encode())
    return folder


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["papers", str(folder), *arguments], env={"COLUMNS": "400"})


def test_the_file_is_sound(folder: Path) -> None:
    assert inspect(folder)[1] == []
    papers = read_case(folder).papers
    assert papers is not None
    assert [p.from_ for p in papers.papers] == ["team", "ann", "south", "north"]


def test_what_is_open_is_printed(folder: Path) -> None:
    assert run(folder, "--as-of", "2025-03-13").stdout == (
        "Papers: Talks of two towns. As of 13 March 2025. For the team only.\n\n"
        "Overdue by 1 day: Draft (version 2), from the team to North and South, 10 March 2025. "
        "Not answered by South; due 12 March 2025\n"
        "No day set: Offer, from South to North, 11 March 2025, by the hand of The Board. Not answered by North\n\n"
        "No answer awaited to 1 paper:\n"
        "  Remarks, from Ann to the team, 12 March 2025; answers Draft (version 2).\n"
    )


def test_another_reader_gets_only_his(folder: Path) -> None:
    for form in ([], ["--json"]):
        told = run(folder, "--as-of", "2025-03-13", "--for", "south", *form).stdout
        assert "Remarks" not in told
        assert "Slow" not in told
        assert "Draft" in told
    data = json.loads(run(folder, "--as-of", "2025-03-13", "--for", "south", "--json").stdout)
    assert [(p["id"], p["to"], p["not_answered_by"], p["overdue_days"]) for p in data["papers"]] == [
        ("1", ["South"], ["South"], 1), ("2", ["North"], ["North"], None),
    ]  # fmt: skip
    assert (data["for"], data["papers"][1]["from"], data["papers"][1]["handed_over_by"]) == (
        "South",
        "South",
        "The Board",
    )
    own = json.loads(run(folder, "--as-of", "2025-03-13", "--json").stdout)
    assert (own["for"], own["papers"][2]["handed_over_by"]) == ("team", "board")


def test_of_a_case_that_is_for_the_team_nobody_else_sees_a_paper(folder: Path) -> None:
    (folder / "talks.yaml").write_bytes(
        swap(TALKS, "title: Talks of two towns\n", "title: T\nreaders: [team, north]\n").encode()
    )
    refused = run(folder, "--as-of", "2025-03-13", "--for", "south")
    assert (refused.stdout, "expected one of team, north: `readers` of talks.yaml" in refused.stderr) == ("", True)
    assert "Draft" in run(folder, "--as-of", "2025-03-13", "--for", "north").stdout


def test_a_case_without_the_file_has_no_papers(tmp_path: Path) -> None:
    result = run(make(tmp_path / "case"))
    assert (result.exit_code, "No answer is awaited." in result.stdout) == (0, True)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: b", "id: a", "papers.yaml:4:10: found the id 'a' a second time, expected each id once"),
        ("from: ann", "from: anna", "papers.yaml:4:35: found 'anna', expected team, or an id of parties"),
        ("from: ann", "from: anna", "third_parties or people, did you mean ann?"),
        ("to: [north, south]", "to: [north, sooth]", "found 'sooth'"),
        ("to: [north, south]", "to: []", "found nobody, expected who got it"),
        ("handed_over_by: board", "handed_over_by: Bord", "found 'Bord'"),
        ("answers: a", "answers: aa", "found 'aa', expected an id of papers, did you mean a?"),
        ("answers: a", "answers: b", "expected an earlier paper"),
        ("answers: a", "answers: d", "found an answer to d, handed over 2025-04-01, expected an earlier paper"),
        ("answer_due: 2025-03-12", "answer_due: 2025-03-09", "found 2025-03-09, before it was handed over (2025-03-10)"),
        ("answer_due: 2025-03-12", "settled: 2025-03-09", "found 2025-03-09, before it was handed over"),
        ("answer_due: 2025-03-12", "answer_due: soon", "found 'soon'"),
        ("source: press", "source: pres", "found 'pres', expected an id of sources, did you mean press?"),
        ("answer_due: 2025-03-12", "readers: [nobody]", "found 'nobody', expected team, public or an id of a party"),
        ("title: Draft", "titel: Draft", "found the key 'titel'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(folder: Path, old: str, new: str, told: str) -> None:
    (folder / "papers.yaml").write_bytes(swap(PAPERS, old, new).encode())
    assert any(told in str(problem) for problem in inspect(folder)[1]), list(map(str, inspect(folder)[1]))


def test_wrong_usage_is_told(folder: Path) -> None:
    assert "--for: found 'nroth', expected one of team, public, north" in run(folder, "--for", "nroth").stderr
    assert "--as-of: found 'today'" in run(folder, "--as-of", "today").stderr


def test_hostile_words_steer_no_terminal(folder: Path) -> None:
    (folder / "papers.yaml").write_bytes(swap(PAPERS, "title: Draft", 'title: "Dr\\e[31maft"').encode())
    assert "\x1b" not in run(folder).stdout
