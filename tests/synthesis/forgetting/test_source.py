"""A source taken out: all that is its own goes, from every file, and what other sources tell stays as it was."""

import shutil
import zipfile
from pathlib import Path

import pytest

from goodoffices.case import read_case
from goodoffices.documents import sha256_of
from goodoffices.errors import DataError
from goodoffices.synthesis.forgetting import carry_out, plan_source, search

from .world import COURIER, POST, TALKS, litter, make, record, require_sound, traces

ROOT = Path(__file__).resolve().parents[3]
OWN = ("quillwort", "Brackenford", "Skeldale", "417", "Drumlin", "Quillan", "post-0", sha256_of(POST.encode()))
"""What the Drumlin Post alone has."""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make(tmp_path / "case")


def forget(folder: Path, source: str = "post") -> None:
    plan = plan_source(folder, source)
    carry_out(plan)
    assert not search(folder, plan.find).found


def test_nothing_of_it_is_left_and_the_case_is_sound(case: Path) -> None:
    assert traces(case, *OWN)
    forget(case)
    assert traces(case, *OWN) == []
    require_sound(case)


def test_what_others_tell_stays_as_it_was(case: Path) -> None:
    before = read_case(case)
    forget(case)
    after = read_case(case)
    assert after.texts == {"cour": COURIER}
    kept = [claim for claim in before.record.claims if claim.source == "cour"]
    assert [claim.id for claim in after.record.claims] == [claim.id for claim in kept]
    assert after.record.claims[1:] == tuple(kept[1:])
    assert after.record.claims[0].note == "the " + "█" * 12 + " has the same day (" + "█" * 7 + ")"


def test_entries_that_rest_on_it_alone_go_and_others_stay_without_what_only_it_gave(case: Path) -> None:
    forget(case)
    talks = read_case(case).talks
    assert [position.id for position in talks.positions] == ["p1"]
    assert set(talks.delegations) == {"hill-team"}
    assert talks.meetings["first"].claims == ("cour-01",)
    assert (talks.meetings["first"].place, str(talks.meetings["first"].date)) == (None, "2031-03-02")
    assert talks.meetings["first"].delegations == ("hill-team",)
    assert set(talks.issues["toll"].options) == {"higher"}


def test_whom_another_source_names_stays(case: Path) -> None:
    """The Courier tells of the envoy, too: she stays, without the spelling that only the other report has."""
    forget(case)
    assert "korvinova" in read_case(case).talks.people


def test_findings_on_its_claims_go(case: Path) -> None:
    forget(case)
    assert read_case(case).record.findings == ()


def test_comments_that_speak_of_it_go_and_others_stay(case: Path) -> None:
    forget(case)
    talks, record_ = (case / "talks.yaml").read_text("utf-8"), (case / "record.yaml").read_text("utf-8")
    assert "# The synthesis." in talks
    assert "# both have the day" in talks
    assert "# The evidence." in record_
    for gone in ("says the Post", "see post-05", "Drumlin", "quillwort", "417"):
        assert gone not in talks + record_


def test_litter_of_every_kind_goes(case: Path) -> None:
    for word in ("quillwort",):
        litter(case, word)
    forget(case)
    assert traces(case, *OWN) == []
    assert (case / "notes.md").read_text() == "# Notes\n\nand the ferry\n"
    assert (case / "apart.txt").read_text() == "first\nlast\n"
    assert not (case / ".progress").exists()


def test_caches_and_temporary_files_go_whatever_is_in_them(case: Path) -> None:
    (case / ".progress").mkdir()
    (case / ".progress" / "lines.jsonl").write_text("{}")
    (case / "sources" / ".x.txt.01234567.tmp").write_text("half")
    forget(case)
    assert not (case / ".progress").exists()
    assert not (case / "sources" / ".x.txt.01234567.tmp").exists()


def test_what_is_packed_is_looked_into_and_what_cannot_be_is_named(case: Path) -> None:
    with zipfile.ZipFile(case / "brief.docx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", "<w:t>417 barrels of quillwort</w:t>")
    (case / "brief.pdf").write_bytes(b"%PDF-1.7 packed")
    plan = plan_source(case, "post")
    assert "brief.docx" in plan.removals
    assert any(line.startswith("brief.pdf") for line in plan.out_of_reach)
    carry_out(plan)
    assert not (case / "brief.docx").exists()
    assert search(case, plan.find).closed == ("brief.pdf",)


def test_version_control_is_named_and_left_alone(case: Path) -> None:
    (case.parent / ".git").mkdir()
    (case / ".git").mkdir()
    (case / ".git" / "config").write_text("quillwort")
    plan = plan_source(case, "post")
    assert sum(line.startswith("version control") for line in plan.out_of_reach) == 2
    carry_out(plan)
    assert (case / ".git" / "config").read_text() == "quillwort"


def test_a_link_is_not_followed(case: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("quillwort")
    (case / "outside").symlink_to(tmp_path / "outside.txt")
    plan = plan_source(case, "post")
    carry_out(plan)
    assert (tmp_path / "outside.txt").read_text() == "quillwort"
    assert any(line.startswith("outside:") for line in plan.out_of_reach)


def test_nothing_is_changed_by_the_plan(case: Path) -> None:
    before = {path: path.read_bytes() for path in case.rglob("*") if path.is_file()}
    plan_source(case, "post")
    assert {path: path.read_bytes() for path in case.rglob("*") if path.is_file()} == before


def test_two_prints_of_one_wire_stay_one_witness(tmp_path: Path) -> None:
    third = "\n  echo:\n    publisher: The Echo\n    printed: 2031-03-05\n    derived_from: post\n    text: {kind: original, file: sources/echo.txt, sha256: %s}"  # noqa: E501
    echo = "The Echo, 5 March 2031. The Hill demands a higher toll.\n"
    text = record(origin="\n    derived_from: post").replace(
        "\nclaims:", (third % sha256_of(echo.encode())) + "\nclaims:"
    )
    (tmp_path / "case" / "sources").mkdir(parents=True)
    (tmp_path / "case" / "sources" / "echo.txt").write_text(echo)
    shutil.rmtree(tmp_path / "case" / "sources")
    folder = tmp_path / "case"
    folder.rmdir()
    with pytest.raises(AssertionError):  # the text of the echo is not there yet
        make(folder, record_=text)
    (folder / "sources" / "echo.txt").write_text(echo)
    require_sound(folder)
    forget(folder)
    sources = read_case(folder).record.sources
    assert (sources["cour"].derived_from, sources["echo"].derived_from) == (None, "cour")


def test_passages_and_the_assumed_roster_of_a_reading_go(case: Path) -> None:
    reading = """format: reading/1
by: plain 0.1.0
roster:
  parties: [{name: Hill}, {name: Marsh, other: [the Skeldale men]}]
  third_parties: [{name: Sava Quillan, role: mediates}]
passages:
  - {source: post, start: 0, end: 12, heading: met, confidence: 0.9}
  - {source: cour, start: 26, end: 40, heading: met, speaker: the envoy, confidence: 0.9}
"""
    (case / "reading.yaml").write_text(reading)
    require_sound(case)
    forget(case)
    read = read_case(case).reading
    assert read is not None
    assert [passage.source for passage in read.passages] == ["cour"]
    assert [one.name for one in (*read.roster.parties, *read.roster.third_parties)] == ["Hill", "Marsh"]
    assert read.roster.parties[1].other == ()


def test_preferences_on_its_ground_alone_go(case: Path) -> None:
    preferences = """format: preferences/1
status_quo: {toll: higher}
parties:
  marsh:
    orders:   # quillwort first
      - {issue: toll, best_first: [lower, higher], own: [post-06]}
      - {issue: toll, best_first: [none, higher], assumed: {by: analyst, why: as the Drumlin Post has it}}
    no_deal: unknown
  hill:
    orders:
      - {issue: toll, best_first: [higher, lower], told: [cour-03], adopted: {by: analyst, why: plain}}
"""
    (case / "preferences.yaml").write_text(preferences)
    require_sound(case)
    forget(case)
    assert traces(case, *OWN) == []
    kept = read_case(case).preferences
    assert kept is not None
    assert kept.parties["marsh"].orders[0].best_first == ("none", "higher")


def test_a_source_that_is_not_there_is_told(case: Path) -> None:
    with pytest.raises(DataError, match="a source of the case: post, cour"):
        plan_source(case, "nobody")


def test_a_case_with_mistakes_is_not_touched(case: Path) -> None:
    (case / "talks.yaml").write_text(TALKS.replace("[cour-03]", "[cour-99]"))
    with pytest.raises(DataError, match="cour-99"):
        plan_source(case, "post")


@pytest.mark.parametrize("source", ["A", "B", "C"])
def test_each_source_of_an_example(source: str, tmp_path: Path) -> None:
    folder = tmp_path / "two-valleys"
    shutil.copytree(ROOT / "examples" / "two-valleys", folder)
    text = read_case(folder).record.sources[source].text
    forget(folder, source)
    require_sound(folder)
    assert traces(folder, text.sha256, text.file) == []
    assert all(claim.source != source for claim in read_case(folder).record.claims)


def test_the_last_source_leaves_an_empty_case(case: Path) -> None:
    forget(case)
    forget(case, "cour")
    after = read_case(case)
    assert (after.record.sources, after.record.claims, after.talks.positions) == ({}, (), ())
    assert traces(case, "Fenn", "Courier", "cour-0") == []


EVE = (
    ("  first:\n", "  eve: {participants: [hill, marsh], place: Brackenford, claims: [post-08]}\n  first:\n"),
    ("    date: 2031-03-02\n", "    date: 2031-03-02\n    after: [eve]\n"
     "    same_as: {meeting: eve, certainty: possible, by: analyst, why: of one day}\n"),
)  # fmt: skip
EVE_CLAIM = """  - {id: post-08, source: post, type: meeting, subject: eve, predicate: place, value: Brackenford,
     words: at Brackenford, entered_by: analyst}
findings:
"""


def test_what_named_what_is_gone_names_it_no_more_and_what_cannot_be_without_it_goes(tmp_path: Path) -> None:
    talks = TALKS
    for old, new in EVE:
        assert talks.count(old) == 1, old
        talks = talks.replace(old, new)
    folder = make(tmp_path / "case", talks, record().replace("findings:\n", EVE_CLAIM))
    assert read_case(folder).talks.meetings["first"].after == ("eve",)
    forget(folder)
    require_sound(folder)
    meetings = read_case(folder).talks.meetings
    assert set(meetings) == {"first"}
    assert (meetings["first"].after, meetings["first"].same_as) == ((), None)
    assert "eve" not in (folder / "talks.yaml").read_text("utf-8").replace("Seven", "")


def with_claims(folder: Path, *claims: str, talks: str = TALKS, files: dict[str, str] | None = None) -> Path:
    """The case with more claims, of the Courier's or the Post's words."""
    more = "".join(f"  - {{{claim}, entered_by: analyst}}\n" for claim in claims)
    made = make(folder, TALKS, record().replace("findings:\n", f"{more}findings:\n"))
    for name, text in {"talks.yaml": talks, **(files or {})}.items():
        (made / name).write_text(text, "utf-8")
    require_sound(made)
    return made


WANTS = (
    "type: position, subject: marsh, issue: toll, option: lower, value: a lower toll, source: cour, words: of the Marsh"
)


def test_what_an_entry_cannot_be_without_stays_in_the_words_of_the_others(tmp_path: Path) -> None:
    """Both tell of one agreement, each in its own words: what was agreed cannot be left out, though only the Post has these."""
    entry = "{text: No toll on the Skeldale road, meeting: first, claims: [post-08, cour-05]}"
    agreed = f"outcome:\n  agreed:\n    - {entry}\nbackground:\n"
    told = "type: outcome, subject: first, predicate: agreed, meeting: first"
    folder = with_claims(
        tmp_path / "case",
        f"id: post-08, source: post, {told}, value: No toll on the Skeldale road, words: No toll on the Skeldale road",
        f"id: cour-05, source: cour, {told}, value: the Hill leads, words: Aldous Fenn led for the Hill",
        talks=TALKS.replace("background:\n", agreed),
    )
    forget(folder)
    require_sound(folder)
    (one,) = read_case(folder).talks.outcome.agreed
    assert (one.text, one.claims) == ("The Hill leads", ("cour-05",))


def test_an_entry_that_the_others_only_deny_goes(tmp_path: Path) -> None:
    talks = TALKS.replace("claims: [post-06]", "claims: [post-06, cour-05]")
    denied = f"id: cour-05, predicate: demands, modality: negated, {WANTS}"
    folder = with_claims(tmp_path / "case", denied, talks=talks)
    forget(folder)
    require_sound(folder)
    assert [one.party for one in read_case(folder).talks.positions] == ["hill"]


def test_points_go_with_their_ground_and_all_that_is_counted_in_them(tmp_path: Path) -> None:
    points = """format: preferences/1
status_quo: {toll: higher}
parties:
  marsh: {points: {toll: {lower: 5, higher: 0, none: 9}}, basis: {own: [post-06]}, no_deal: {value: 1}}
  hill:
    points: {toll: {lower: 0, higher: 3, none: 0}}
    basis: {told: [cour-03], adopted: {by: analyst, why: plain}}
    no_deal: {value: 1}
"""
    folder = with_claims(tmp_path / "case", files={"preferences.yaml": points})
    forget(folder)
    require_sound(folder)
    kept = read_case(folder).preferences
    assert kept is not None
    assert set(kept.parties) == {"hill"}
