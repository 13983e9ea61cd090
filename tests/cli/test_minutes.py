"""`goodoffices minutes`: what is read back, what each side answers, the states, and that no word of a version changes."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from goodoffices.brief.context import Context
from goodoffices.brief.minutes import changes_between, points_of
from goodoffices.case import inspect, read_case
from goodoffices.case.minutes import digest, sides_of
from goodoffices.cli import app
from goodoffices.documents import read_yaml
from goodoffices.marking.checks import named_beside
from goodoffices.talks import MinutesPoint

from ..case.cases import TALKS, make, swap

SECOND = "  second: {date: 2025-03-02, after: [first], delegations: [team], claims: [a4]}"
TEXT = "North answers.\n\n1. confirms\n2) Objects: we asked for\n   a half, no more\n"
P2 = "issue: tolls, option: free, stance: demands, told_by: "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small case, with both towns in the second meeting, and two positions taken there."""
    talks = swap(TALKS, SECOND, SECOND.replace("delegations", "participants: [south], delegations"))
    talks = swap(talks, "option: half, stance: demands", "option: half, stance: demands, meeting: second")
    return make(tmp_path / "case", talks=swap(talks, P2, f"meeting: second, {P2}"))


def run(folder: Path, *arguments: object, meeting: str = "second") -> Result:
    return CliRunner().invoke(app, ["minutes", str(folder), "--meeting", meeting, *map(str, arguments)])


def data(folder: Path, *arguments: object) -> dict[str, object]:
    result = run(folder, "--json", *arguments)
    assert result.exit_code == 0, result.output
    found: dict[str, object] = json.loads(result.stdout)
    return found


def write(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path


def edit(folder: Path, old: str, new: str, name: str = "talks.yaml") -> None:
    write(folder / name, swap((folder / name).read_bytes().decode(), old, new))


def read_back(folder: Path, *answers: tuple[str, str]) -> None:
    assert run(folder, "--set", "read-back", "--json").exit_code == 0
    for number, (party, text) in enumerate(answers):
        file = write(folder.parent / f"{party}{number}.txt", text)
        result = run(folder, "--answer", party, file, "--accept", "--by", "Ida", "--json")
        assert result.exit_code == 0, result.output


# The points.


def test_points_are_results_then_open_issues_then_what_is_next(folder: Path) -> None:
    edit(
        folder,
        "outcome:\n",
        "outcome:\n  next:\n    - {text: They meet again, date: 2025-04, meeting: second, unsourced: said at the end}\n",
    )
    found = points_of(Context.of(read_case(folder)), "second")
    assert [(p.number, p.kind, p.text, p.claims) for p in found.all] == [
        (1, "agreed", "Signed: The Paper.", ()),
        (2, "not agreed", "No deal.", ("a9",)),
        (3, "open", "Water: North demands a half.", ("a5",)),
        (4, "open", "Tolls: South demands no toll (as reported, apparently by The Board).", ("a6",)),
        (5, "next", "They meet again, April 2025.", ()),
    ]  # fmt: skip
    assert found.kept_back == ()


def test_an_issue_of_which_a_result_tells_is_not_open(folder: Path) -> None:
    edit(folder, "{text: No deal, meeting: second,", "{text: No deal, meeting: second, issue: tolls, option: free,")
    assert [p.text for p in points_of(Context.of(read_case(folder)), "second").all if p.kind == "open"] == [
        "Water: North demands a half."
    ]


@pytest.mark.parametrize(
    ("where", "old", "new", "whom"),
    [
        ("record.yaml", "issue: tolls,\n", "readers: [south], issue: tolls,\n", ("north",)),
        ("record.yaml", "issue: tolls,\n", "readers: [team], issue: tolls,\n", ("north", "south")),
        ("record.yaml", "issue: tolls,\n", "attribution: role, issue: tolls,\n", ("north", "south")),
        ("talks.yaml", 'told_by: "board?", claims: [a6]', 'told_by: "board?", claims: [a6], readers: [team]', ("north", "south")),
        ("talks.yaml", "no toll, claims: [a6]", "no toll, issue: tolls, claims: [a6], readers: [north]", ("south",)),
    ],
)  # fmt: skip
def test_what_a_side_may_not_read_is_no_point_and_the_team_is_told(
    folder: Path, where: str, old: str, new: str, whom: tuple[str, ...]
) -> None:
    edit(folder, "stance: demands, told_by", "stance: proposes, told_by")
    edit(folder, old, new, where)
    found = points_of(Context.of(read_case(folder)), "second")
    assert [p.number for p in found.all] == [1, 2, 3]
    assert found.kept_back == (("positions[1]", whom),)
    result = run(folder, "-o", folder.parent / "m.md")
    assert "Not in the minutes: talks.yaml, positions[1], which " in result.stderr
    assert "toll" not in (folder.parent / "m.md").read_text("utf-8").lower()


def test_of_a_case_that_a_side_may_not_read_there_are_no_points(folder: Path) -> None:
    edit(folder, "title: Talks of two towns\n", "title: T\nreaders: [north]\n")
    found = points_of(Context.of(read_case(folder)), "second")
    assert found.all == ()
    assert {sides for _, sides in found.kept_back} == {("south",)}


def test_the_page_says_for_whom_it_is_and_has_the_stamp(folder: Path) -> None:
    edit(folder, "title: Talks of two towns\n", "title: T\nstamp: TLP:AMBER\n")
    assert "! For North and South. TLP:AMBER\n" in run(folder, "-o", folder.parent / "m.md").stdout


def test_a_person_may_name_every_side_and_then_the_point_stands_without_the_claim(folder: Path) -> None:
    edit(folder, "issue: tolls,\n", "readers: [team], issue: tolls,\n", "record.yaml")
    edit(folder, 'told_by: "board?", claims: [a6]', 'told_by: "board?", claims: [a6], readers: [north, south]')
    point = points_of(Context.of(read_case(folder)), "second").all[3]
    assert (point.text[:30], point.claims) == ("Tolls: South demands no toll (", ())


def test_the_page_names_claims_by_numbers_of_its_own_and_shows_no_more_than_their_words(folder: Path) -> None:
    edit(folder, "    publisher: The Paper\n", "    publisher: The Paper\n    note: secret\n", "record.yaml")
    run(folder, "-o", folder.parent / "m.html")
    page = (folder.parent / "m.html").read_text("utf-8")
    assert "North wants a half" in page
    assert "South wants no toll" in page
    for hidden in ("Ann, mayor of North, led for North", "The towns met on 1 March", ">a5<", "a9"):
        assert hidden not in page


# Answers.


def test_an_answer_becomes_a_source_of_that_side_with_a_claim_for_each_point(folder: Path) -> None:
    assert run(folder, "--set", "read-back", "--json").exit_code == 0
    file = write(folder.parent / "n.txt", TEXT)
    assert run(folder, "--answer", "north", file, "--by", "Ida", "--json").exit_code == 0
    case = read_case(folder)
    source = case.record.sources["answer-north-1"]
    assert (source.side, source.publisher, source.readers) == ("north", "North on the minutes", ("north", "south"))
    assert source.title == "Answer to the minutes: meeting of South and North, version 1"
    assert case.texts["answer-north-1"] == TEXT
    claims = [claim for claim in case.record.claims if claim.source == "answer-north-1"]
    assert [(c.predicate, c.value, c.words, c.status, c.entered_by) for c in claims] == [
        ("confirmed", "Signed: The Paper.", "confirms", "proposed", "Ida"),
        ("objected", "we asked for a half, no more", "we asked for\n   a half, no more", "proposed", "Ida"),
    ]
    assert all(TEXT[case.anchors[c.id].start : case.anchors[c.id].end] == c.words for c in claims)
    assert [c.qualifiers for c in claims] == [{"point": 1, "version": 1}, {"point": 2, "version": 1}]


def test_the_page_has_a_column_for_each_side_and_who_has_not_answered(folder: Path) -> None:
    read_back(folder, ("north", TEXT))
    result = run(folder, "-o", folder.parent / "m.md")
    page = (folder.parent / "m.md").read_text("utf-8")
    assert "| Point | Read back | North | South |" in page
    assert "| 1. Agreed | Signed: The Paper. | Confirms. \\[1\\] | No answer. |" in page
    assert "Objects: “we asked for a half, no more” \\[3\\] | No answer. |" in page
    assert "**North:** confirms 1 point and objects to 1 point; has not answered points 3 and 4." in page
    assert "**South:** has not answered." in page
    assert "Not every point is answered by North and South. North objects to point 2." in page
    assert result.exit_code == 0


def test_a_later_answer_stands_in_place_of_an_earlier_one_point_by_point(folder: Path) -> None:
    read_back(folder, ("north", TEXT), ("north", "2 confirms"))
    points = data(folder)["points"]
    assert isinstance(points, list)
    assert [[a["says"] for a in p["answers"]] for p in points] == [["confirms"], ["confirms"], [], []]


def test_an_answer_whose_claim_is_rejected_is_none(folder: Path) -> None:
    read_back(folder, ("north", "2 objects: no"))
    text = (folder / "record.yaml").read_text("utf-8")
    write(
        folder / "record.yaml",
        text.replace("    predicate: objected\n", "    predicate: objected\n    status: rejected\n"),
    )
    assert data(folder)["not_answered"] == ["north", "south"]


def test_an_answer_that_a_side_may_not_read_is_not_printed_and_the_team_is_told(folder: Path) -> None:
    read_back(folder, ("north", TEXT))
    edit(folder, "readers: [north, south]", "readers: [north]", "record.yaml")
    result = run(folder, "-o", folder.parent / "m.md")
    assert "Not in the minutes: what north answers to point 1, which not every side may read." in result.stderr
    assert "a half, no more" not in (folder.parent / "m.md").read_text("utf-8")


def test_the_same_answer_is_taken_once_and_one_that_a_crash_left_is_gone_on_with(folder: Path) -> None:
    read_back(folder, ("north", TEXT))
    again = run(folder, "--answer", "north", write(folder.parent / "n.txt", TEXT))
    assert (again.exit_code, "in the case already, as the source answer-north-1" in again.stderr) == (2, True)
    minutes = (folder / "minutes.yaml").read_text("utf-8")
    write(folder / "minutes.yaml", minutes[: minutes.index("      answers:")])
    assert run(folder, "--answer", "north", folder.parent / "n.txt").exit_code == 0
    assert (folder / "minutes.yaml").read_text("utf-8") == minutes
    assert "answer-north-2" not in read_case(folder).record.sources


# The form.


def test_the_form_is_filled_in_and_read(folder: Path) -> None:
    read_back(folder)
    form = folder.parent / "form.yaml"
    assert run(folder, "--form", "south", "-o", form).exit_code == 0
    text = form.read_text("utf-8")
    assert "# Minutes of: meeting of South and North. Version 1, for South to confirm or to object to." in text
    first, *rest = text.split("    answer:\n    words:\n")
    filled = (
        first
        + "    answer: confirms\n    words:\n"
        + rest[0]
        + '    answer: objects\n    words: "It said: ja, \\u006eo."\n'
    )
    filled += (
        rest[1]
        + "    answer: objects\n    words: |\n      Two\n      lines.\n"
        + "    answer:\n    words:\n".join(rest[2:])
    )
    assert run(folder, "--answer", "south", write(form, filled), "--accept").exit_code == 0
    case = read_case(folder)
    claims = [claim for claim in case.record.claims if claim.source == "answer-south-1"]
    assert [c.words for c in claims] == ["confirms", '"It said: ja, \\u006eo."', "|\n      Two\n      lines."]
    assert case.texts["answer-south-1"] == filled


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("version: 1", "version: 2", "form.yaml:6:10: found '2', expected 1, to which"),
        ("party: south", "party: north", "form.yaml:7:8: found 'north', expected south"),
        ("meeting: second", "meeting: first", "form.yaml:5:10: found 'first', expected second"),
        ("number: 3", "number: 1", "found point 1 a second time, expected each of 1 to 4 once"),
        ("number: 3", "number: 9", "found point 9, expected each of 1 to 4 once"),
        ("Signed: The Paper.", "Signed: A Paper.", "found 'Agreed: Signed: A Paper.', expected the point as it was read back"),
        ("answer:\n    words:\n", "answer: objects\n    words: ' '\n", "found an objection to point 1 without words"),
        ("answer:\n    words:\n", "answer:\n    words: Yes.\n", "found words without an answer"),
        ("answer:\n    words:\n", "answer: agrees\n    words:\n", "found 'agrees', expected one of confirms or objects"),
        ("format: minutes-answer/1", "format: minutes-answer/2", "found 'minutes-answer/2'"),
        ("number: 3", "numbr: 3", "found the key 'numbr'"),
        ("number: 1", "number: 1", "found no answer, expected `answer: confirms`"),
    ],
)  # fmt: skip
def test_a_form_that_is_filled_in_wrongly_is_told_with_its_place(folder: Path, old: str, new: str, told: str) -> None:
    read_back(folder)
    form = folder.parent / "form.yaml"
    run(folder, "--form", "south", "-o", form)
    before = (folder / "record.yaml").read_bytes()
    result = run(folder, "--answer", "south", write(form, form.read_text("utf-8").replace(old, new, 1)))
    assert (result.exit_code, told in result.stderr) == (1, True), result.stderr
    assert (folder / "record.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We agree with all of it.\n", "n.txt:1:1: found no point that is answered"),
        ("1 confirms\n9 confirms\n", "n.txt:2:1: found point 9, expected each of 1 to 4 once"),
        ("1 confirms\n 1 objects: no\n", "n.txt:2:2: found point 1 a second time"),
        ("1 objects\n2 confirms\n", "n.txt:1:1: found an objection to point 1 without words"),
        ("1 objects:\n", "found an objection to point 1 without words"),
        ("1 confirms\n2. We do not like it.\n", "n.txt:2:1: found '2. We do not like it.', expected `N confirms`"),
        ("", "found an empty file"),
    ],
)  # fmt: skip
def test_a_text_that_cannot_be_read_is_told_with_its_place(folder: Path, text: str, told: str) -> None:
    read_back(folder)
    result = run(folder, "--answer", "north", write(folder.parent / "n.txt", text))
    assert (result.exit_code, told in result.stderr) == (1, True), result.stderr


# States and versions.


ALL = "1 confirms\n2 confirms\n3 confirms\n4 confirms\n"


def test_confirmed_is_what_every_side_has_confirmed(folder: Path) -> None:
    read_back(folder, ("north", ALL), ("south", "1 confirms\n2 confirms\n3 objects: no\n"))
    refused = run(folder, "--set", "confirmed")
    assert (refused.exit_code, "south objects to 3; south has not answered 4." in refused.stderr) == (2, True)
    run(folder, "--answer", "south", write(folder.parent / "s.txt", "3 confirms\n4 confirms\n"), "--json")
    assert data(folder, "--set", "confirmed")["state"] == "confirmed"
    assert data(folder, "--set", "final")["state"] == "final"
    assert inspect(folder)[1] == []


def test_who_rejects_the_claim_of_an_answer_is_warned_and_the_case_still_read(folder: Path) -> None:
    read_back(folder, ("north", ALL), ("south", ALL))
    assert run(folder, "--set", "confirmed", "--json").exit_code == 0
    text = (folder / "record.yaml").read_text("utf-8")
    rejected = "    predicate: confirmed\n    status: rejected\n"
    write(folder / "record.yaml", text.replace("    predicate: confirmed\n", rejected, 1))
    (problem,) = inspect(folder)[1]
    assert (problem.level, problem.found) == ("warning", "confirmed, without north on 1")


def test_an_id_that_minutes_or_papers_name_does_not_go(folder: Path) -> None:
    read_back(folder, ("north", ALL))
    write(folder / "papers.yaml", "format: papers/1\npapers:\n  - {id: a, title: T, from: team, to: [board]}\n")
    case = read_case(folder)
    named = {Path(p.file).name for key in ("north", "second", "board") for p in named_beside(case, key)}
    assert named == {"minutes.yaml", "papers.yaml"}
    assert named_beside(case, "ann") == []


def test_a_version_that_is_not_open_takes_no_answer(folder: Path) -> None:
    read_back(folder)
    assert run(folder, "--set", "final", "--json").exit_code == 0
    for arguments in (
        ["--form", "north"],
        ["--answer", "north", write(folder.parent / "n.txt", ALL)],
        ["--set", "final"],
        ["--set", "confirmed"],
    ):
        result = run(folder, *arguments)
        assert (result.exit_code, "--set corrected makes a new version" in result.stderr) == (2, True), arguments


def test_a_correction_is_a_new_version_and_the_old_one_stays_readable(folder: Path) -> None:
    read_back(folder, ("north", ALL))
    assert run(folder, "--set", "final", "--json").exit_code == 0
    old, before = data(folder), (folder / "minutes.yaml").read_text("utf-8")
    assert "tells what version 1 tells" in run(folder, "--set", "corrected").stderr
    edit(folder, "{text: No deal,", "{text: No deal on water,")
    assert "The case now tells it otherwise" in run(folder, "-o", folder.parent / "m.md").stderr
    new = data(folder, "--set", "corrected")
    assert (new["version"], new["state"], new["not_answered"]) == (2, "read back", ["north", "south"])
    assert new["changes"] == ["New, point 2 (not agreed): No deal on water.", "Gone, point 2 (not agreed): No deal."]
    assert data(folder, "--version", "1") == old
    assert (folder / "minutes.yaml").read_text("utf-8").startswith(before)
    page = run(folder, "--version", "1", "-o", folder.parent / "m.md").stdout
    assert "A later version stands in its place." in page


def test_a_word_changed_by_hand_is_found(folder: Path) -> None:
    read_back(folder)
    edit(folder, "text: No deal.", "text: A deal.", "minutes.yaml")
    (problem,) = inspect(folder)[1]
    assert problem.found == "points that are not those that were read back"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  second:", "  third:", "found 'third', expected an id of meetings"),
        ("version: 1\n      state", "version: 2\n      state", "found version 2, expected 1: versions have no gaps"),
        ("state: read back", "state: confirmed", "found confirmed, without north on 2, north on 3, north on 4, south on 1"),
        ("state: read back", "state: signed", "found 'signed', expected one of read back, confirmed or final"),
        ("source: answer-north-1", "source: press", "found a source of press, expected one with `side: north`"),
        ("{point: 2, says", "{point: 7, says", "found point 7, expected 1 to 4"),
        ("claim: answer-north-1-02", "claim: a5", "found a claim of press, expected one of answer-north-1"),
        ("format: minutes/1", "format: minutes/2", "found 'minutes/2'"),
    ],
)  # fmt: skip
def test_check_finds_what_does_not_hold_in_the_file(folder: Path, old: str, new: str, told: str) -> None:
    read_back(folder, ("north", TEXT))
    edit(folder, old, new, "minutes.yaml")
    assert any(told in str(problem) for problem in inspect(folder)[1]), list(map(str, inspect(folder)[1]))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--meeting", "frist"], "--meeting: found 'frist', expected a meeting: first, second; did you mean first?"),
        (["--form", "nroth"], "--form: found 'nroth', expected a party at the meeting: north, south; did you mean north?"),
        (["--form", "north"], "nothing was read back yet"),
        (["--form", "north", "-o", "f.html"], "expected a name that ends in .yaml, .yml"),
        (["--answer", "board", "x.txt"], "--answer: found 'board'"),
        (["--answer", "north", "x.txt"], "nothing was read back yet"),
        (["--set", "confirmed"], "nothing was read back yet"),
        (["--set", "corrected"], "nothing was read back yet"),
        (["--set", "done"], "--set: found 'done', expected one of: read-back"),
        (["--set", "final", "--form", "north"], "found --form and --set, expected one of them"),
        (["--version", "1"], "--version: found 1, expected none: nothing was read back yet"),
        (["--version", "1", "--set", "final"], "--version: found --set beside it"),
        (["--accept"], "--accept: found no --answer"),
        (["-o", "m.json"], "expected a name that ends in .html"),
        (["-o", "m.md", "--json"], "--json prints and --output writes"),
    ],
)  # fmt: skip
def test_wrong_usage_is_told_and_nothing_is_written(folder: Path, arguments: list[str], told: str) -> None:
    result = run(folder, *arguments)
    assert (result.exit_code, told in result.stderr) == (2, True), result.stderr
    assert not (folder / "minutes.yaml").exists()


def test_minutes_of_a_meeting_without_parties_are_refused(folder: Path) -> None:
    edit(folder, "issues:\n", "  other: {participants: [board], unsourced: x}\nissues:\n")
    assert "no party sat in other" in run(folder, meeting="other").stderr


def test_a_meeting_of_which_nothing_is_told_has_no_minutes_to_read_back(folder: Path) -> None:
    assert "every side may read" in run(folder, "-o", folder.parent / "m.md", meeting="first").stdout
    assert "there is no point" in run(folder, "--set", "read-back", meeting="first").stderr


def test_comments_in_the_file_stay_and_other_meetings_are_added(folder: Path) -> None:
    read_back(folder)
    edit(folder, "  second:", "  # ours\n  second:", "minutes.yaml")
    edit(folder, "  not_agreed:\n", "  not_agreed:\n    - {text: No day, meeting: first, unsourced: said so}\n")
    assert run(folder, "--set", "read-back", "--json", meeting="first").exit_code == 0
    document = read_yaml(folder / "minutes.yaml")
    assert "  # ours\n" in document.text
    assert list(document.value["meetings"]) == ["second", "first"]  # type: ignore[arg-type]


def test_every_form_is_printed_and_twice_the_same(folder: Path) -> None:
    read_back(folder, ("north", TEXT))
    for ending in ("html", "pdf", "docx", "md"):
        made = []
        for number in (1, 2):
            file = folder.parent / f"{number}.{ending}"
            assert run(folder, "-o", file).exit_code == 0
            made.append(file.read_bytes())
        assert made[0] == made[1]


def test_hostile_words_are_shown_and_do_nothing(folder: Path) -> None:
    read_back(folder, ("north", "1 objects: <script>alert(1)</script> \x1b[31m | **bold**\u202e\n"))
    run(folder, "-o", folder.parent / "m.html")
    assert "<script>alert(1)" not in (folder.parent / "m.html").read_text("utf-8")
    result = run(folder, "-o", folder.parent / "m.md")
    page = (folder.parent / "m.md").read_text("utf-8")
    assert "\\<script\\>" in page
    assert "\\*\\*bold" in page
    assert not {"\x1b", "\u202e"} & {*page, *result.stdout}


# Changes and sides.


def point(number: int, text: str, kind: str = "open") -> MinutesPoint:
    return MinutesPoint(number=number, text=text, kind=kind)  # type: ignore[arg-type]


def test_changes_tell_what_is_new_gone_moved_or_of_another_kind() -> None:
    old = (point(1, "A."), point(2, "B."), point(3, "C."))
    assert changes_between(old, old) == ()
    assert changes_between(old, (point(1, "A.", "agreed"), point(2, "D."), point(3, "C."))) == (
        "Point 1 was open and is agreed: A.", "New, point 2 (open): D.", "Gone, point 2 (open): B.",
    )  # fmt: skip
    assert changes_between(old, (point(1, "B."), point(2, "A."), point(3, "C.")))[0] == "Point 1 was point 2: B."


def test_the_digest_tells_every_word_apart() -> None:
    seen = {digest(p) for p in ((point(1, "A."),), (point(1, "a."),), (point(2, "A."),), (point(1, "A.", "next"),), ())}
    assert len(seen) == 5


def test_sides_are_parties_in_the_order_of_their_names(folder: Path) -> None:
    assert sides_of(read_case(folder).talks, "second") == ("north", "south")


def test_the_day_may_be_another_than_today(folder: Path) -> None:
    assert run(folder, "--set", "read-back", "--on", "2031-05-15", "--json").exit_code == 0
    file = write(folder.parent / "n.txt", ALL)
    for party, day in (("north", "2031-05-16"), ("south", "2031-05-17")):
        assert run(folder, "--answer", party, file, "--accept", "--on", day, "--json").exit_code == 0
        write(file, ALL + "\n")  # the same text is taken once
    assert run(folder, "--set", "confirmed", "--on", "2031-05-14").exit_code == 2
    assert run(folder, "--set", "confirmed", "--on", "2031-05-18", "--json").exit_code == 0
    page = run(folder, "-o", folder.parent / "m.md").stdout
    assert "Version 1, read back on 15 May 2031, confirmed on 18 May 2031." in page
    record = (folder / "record.yaml").read_text("utf-8")
    assert record.count("entered_on: 2031-05-16") == 5  # the source and its four claims
    for wrong in (["--on", "May", "--set", "final"], ["--on", "2031-05-15"]):
        result = run(folder, *wrong)
        assert (result.exit_code, "--on: found " in result.stderr) == (2, True)
