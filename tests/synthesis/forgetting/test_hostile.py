"""Nasty cases made by hand: places where something could be left, and things that must not go."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from goodoffices.case import read_case
from goodoffices.documents import sha256_of
from goodoffices.errors import DataError
from goodoffices.synthesis.forgetting import carry_out, plan_person, plan_source, search
from goodoffices.synthesis.forgetting.comments import spans, without
from goodoffices.synthesis.forgetting.other_files import holds
from goodoffices.synthesis.forgetting.person_terms import PersonTerms
from goodoffices.synthesis.forgetting.source_terms import SourceTerms, sparing
from goodoffices.synthesis.forgetting.tokens import blacked
from goodoffices.talks import Day

from .world import COURIER, POST, TALKS, make, record, require_sound, traces

TODAY = Day.parse("2031-04-01")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make(tmp_path / "case")


def forget(folder: Path, source: str = "post") -> None:
    plan = plan_source(folder, source)
    carry_out(plan)
    assert not search(folder, plan.find).found


def test_folders_whose_names_tell_go(case: Path) -> None:
    (case / "Brackenford" / "old").mkdir(parents=True)
    (case / "Brackenford" / "old" / "x.bin").write_bytes(b"nothing")
    (case / "quillwort").mkdir()
    (case / "empty").mkdir()
    forget(case)
    assert traces(case, "Brackenford", "quillwort") == []
    assert (case / "empty").is_dir()


def test_a_link_whose_path_tells_goes_and_what_it_leads_to_stays(case: Path, tmp_path: Path) -> None:
    (tmp_path / "quillwort.txt").write_text("mine")
    (case / "link").symlink_to(tmp_path / "quillwort.txt")
    forget(case)
    assert not os.path.lexists(case / "link")
    assert (tmp_path / "quillwort.txt").read_text() == "mine"


def test_a_text_that_two_sources_share_stays_for_the_other(tmp_path: Path) -> None:
    text = record().replace(
        "sources/courier.txt, sha256: " + sha256_of(COURIER.encode()),
        "sources/drumlin.txt, sha256: " + sha256_of(POST.encode()),
    )
    text = text[: text.index("  - {id: cour-01")] + text[text.index("findings:") :]
    text = text.replace("[cour-01, post-04]", "[post-04]")
    talks = TALKS
    for key in ("cour-01, ", ", cour-02", "cour-02"):
        talks = talks.replace(key, "")
    talks = talks.replace("  hill-team: {of: hill, head: fenn, claims: []}\n", "").replace("hill-team, ", "")
    talks = talks.replace(
        "  - {id: p1, party: hill, issue: toll, option: higher, stance: demands, claims: [cour-03]}\n", ""
    )
    folder = make(tmp_path / "case", talks, text)
    forget(folder)
    assert read_case(folder).texts == {"cour": POST}


@pytest.mark.parametrize(
    "line",
    [
        "QUILLWORT", "quill\u00adwort", "“Quillwort”", "quillwort_trade", "no toll on the Skel\u200bdale road", "post-07?",
        "(post-07)",
        "https://drumlin.example/QUILLWORT#x", "Sava\tQuillan", "Post: post", "417 of them",
        sha256_of(POST.encode()).upper(), "a # quillwort",
    ],
)  # fmt: skip
def test_comments_that_speak_of_it(line: str, tmp_path: Path) -> None:
    talks = TALKS.replace("# both have the day", f"# {line}").replace("\t", " ")
    folder = make(tmp_path / "case", talks)
    forget(folder)
    assert f"# {line}".replace("\t", " ") not in (folder / "talks.yaml").read_text()


@pytest.mark.parametrize(
    "line", ["the mayor of the Hill", "as printed", "Aldous Fenn led", "a higher toll", "2 March", "-----", "toll!"]
)
def test_comments_that_do_not(line: str, tmp_path: Path) -> None:
    folder = make(tmp_path / "case", TALKS.replace("# both have the day", f"# {line}"))
    forget(folder)
    assert f"# {line}" in (folder / "talks.yaml").read_text()


def test_a_name_over_the_end_of_a_comment_s_line(tmp_path: Path) -> None:
    talks = TALKS.replace(
        "    # both have the day\n", "    # as told at the Drumlin\n    # Post it was\n    # both have the day\n"
    )
    folder = make(tmp_path / "case", talks)
    forget(folder)
    text = (folder / "talks.yaml").read_text()
    assert "Post it was" not in text
    assert "# both have the day" in text


COMMENTS = {
    "own line": ("a: 1\n# x\nb: 2\n", "a: 1\nb: 2\n"),
    "behind a value": ("a: 1  # x\nb: 2 # y\n", "a: 1\nb: 2 # y\n"),
    "no comment in quotation marks": ("a: 'b # x'\n", "a: 'b # x'\n"),
    "no comment in a word": ("a: b#x\n", "a: b#x\n"),
    "no comment in a block": ("a: |\n  b\n  # x\nc: 1\n", "a: |\n  b\n  # x\nc: 1\n"),
    "on the head of a block": ("a: | # x\n  b\n", "a: |\n  b\n"),
    "behind a key": ("a: # x\n  b: 1\n", "a:\n  b: 1\n"),
    "in brackets": ("a: [1, # x\n  2]\n", "a: [1,\n  2]\n"),
    "at the end without a break": ("a: 1\n# x", "a: 1\n"),
    "carriage returns": ("a: 1\r\n# x\r\nb: 2\r\n", "a: 1\r\nb: 2\r\n"),
    "others about it stay": ("# y\n# x\n# y\na: 1\n", "# y\n# y\na: 1\n"),
}


@pytest.mark.parametrize(("text", "expected"), COMMENTS.values(), ids=COMMENTS)
def test_comments_are_told_from_values(text: str, expected: str) -> None:
    assert without(text, lambda body: "x" in body) == expected
    assert all(text[span.start] == "#" for span in spans(text))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8-r", "cp866"]
)
def test_bytes_in_any_encoding(encoding: str) -> None:
    find = PersonTerms("p1", ("Рустем Умєров", "Rustem Umerov")).find
    word = "Умєров" if encoding.startswith("utf") or encoding == "cp1251" else "Umerov"
    assert holds(f"и {word}\n".encode(encoding), find)
    assert not holds("и никто\n".encode(encoding), find)


def test_bytes_cut_off_in_the_middle_of_a_letter() -> None:
    find = PersonTerms("p1", ("Rustem Umerov",)).find
    assert holds("xx Umerov said".encode("utf-16-le")[1:], find)
    assert holds(b"\xff\xfe\x00" + b"Umerov said", find)


CHINESE = "王小明在青岛会见代表团。"


def test_a_script_without_spaces() -> None:
    terms = SourceTerms()
    terms.add_text(CHINESE)
    terms.add_name("王小明")
    terms = sparing(terms, ["代表团来了。"])
    assert terms.find("他说：王小明来了")
    assert terms.find("在青岛会见")
    assert not terms.find("代表团来了")
    person = PersonTerms("wang", ("王小明",))
    assert blacked(CHINESE, person.find(CHINESE)) == "███在青岛会见代表团。"
    assert person.find("王先生") == []


def test_a_person_named_like_a_party_s_word_goes_with_the_rest_of_the_name_only(tmp_path: Path) -> None:
    talks = (
        TALKS.replace("Ilka Korvínová", "Marsh Hill")
        .replace("Korvínová", "Hill")
        .replace('[Korvinova, "Ko\\u0301rvinova"]', "[]")
    )
    post, courier = (
        text.replace("Ilka Korvínová", "Marsh Hill").replace("Korvínová", "Hill").replace("Korvinova", "Hill")
        for text in (POST, COURIER)
    )
    text = (
        record(post, courier)
        .replace("Ilka Korvínová", "Marsh Hill")
        .replace("Korvínová", "Hill")
        .replace(", Korvinova", ", Hill")
    )
    folder = make(tmp_path / "case", talks, text, post, courier)
    plan = plan_person(folder, "korvinova", TODAY)
    assert any("another bears it" in line for group in plan.groups for line in group.lines)
    carry_out(plan)
    after = read_case(folder)
    assert "The Hill and the Marsh met" in after.texts["cour"]
    assert "Envoy █████ ████ of the Marsh met the Hill" in after.texts["post"]
    assert {party.name for party in after.talks.parties.values()} == {"Hill", "Marsh"}


def test_a_meeting_named_after_the_person_and_a_finding_on_it(tmp_path: Path) -> None:
    text = record().replace("first", "korvinova-visit")
    folder = make(tmp_path / "case", TALKS.replace("  first:\n", "  korvinova-visit:\n"), text)
    plan = plan_person(folder, "korvinova", TODAY)
    carry_out(plan)
    require_sound(folder)
    (finding,) = read_case(folder).record.findings
    assert finding.slot == f"date:{next(iter(read_case(folder).talks.meetings))}"
    assert traces(folder, "korvinova") == []


def test_a_person_who_is_nowhere_in_the_texts_goes(tmp_path: Path) -> None:
    talks = TALKS.replace("people:\n", "people:\n  ghost: {name: Ansel Drab, of: hill}\n").replace(
        "# the envoy", "# not Drab"
    )
    folder = make(tmp_path / "case", talks)
    plan = plan_person(folder, "ghost", TODAY)
    carry_out(plan)
    assert traces(folder, "Drab", "ghost") == []
    assert not any(source.redacted for source in read_case(folder).record.sources.values())


def test_a_text_that_cannot_be_taken_out_is_told_and_nothing_is_changed(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.read_bytes() for path in case.rglob("*") if path.is_file()}
    monkeypatch.setattr("goodoffices.synthesis.forgetting.comments.without", lambda text, speaks: text)
    with pytest.raises(DataError, match="in a place where it cannot be taken out"):
        plan_source(case, "post")
    assert {path: path.read_bytes() for path in case.rglob("*") if path.is_file()} == before


def test_permissions_stay(case: Path) -> None:
    (case / "talks.yaml").chmod(0o640)
    forget(case)
    assert (case / "talks.yaml").stat().st_mode & 0o777 == 0o640


def test_words_that_are_no_more_alone_once_they_are_blacked_out_keep_their_place(tmp_path: Path) -> None:
    post = POST + "Korvinova said so again.\n"
    text = record(post).replace("words: '\"No toll on the Skeldale road,\" Korvínová said'", "words: Korvínová said")
    folder = make(tmp_path / "case", record_=text, post=post)
    place = read_case(folder).anchors["post-07"]
    carry_out(plan_person(folder, "korvinova", TODAY))
    after = read_case(folder)
    assert after.texts["post"].count("█████████ said") == 2
    assert after.anchors["post-07"] == place


def test_words_on_an_entry_that_it_shared_become_those_of_the_other(tmp_path: Path) -> None:
    remark = "    remarks: [{text: They met for long or not so long, claims: [cour-01, post-04]}]\n"
    post = POST + "Not so long, it says.\n"
    folder = make(
        tmp_path / "case",
        TALKS.replace("    date: 2031-03-02\n", f"    date: 2031-03-02\n{remark}"),
        record(post),
        post,
    )
    forget(folder)
    assert read_case(folder).talks.meetings["first"].remarks[0].text == "2031-03-02"


def test_what_only_it_gave_goes_from_an_entry_that_stays(tmp_path: Path) -> None:
    """The place has no word of its own: only the table of claims tells that it was the source's."""
    post, courier = (text.replace("Brackenford", "Ford") for text in (POST, COURIER + "They like the Ford.\n"))
    folder = make(
        tmp_path / "case",
        TALKS.replace("Brackenford", "Ford"),
        record(post, courier).replace("Brackenford", "Ford"),
        post,
        courier,
    )
    forget(folder)
    meeting = read_case(folder).talks.meetings["first"]
    assert (meeting.place, meeting.claims) == (None, ("cour-01",))


def test_what_cannot_be_without_what_goes_goes_too(tmp_path: Path) -> None:
    more = "links:\n  - {if: {toll: [lower]}, then: {toll: [lower]}, why: so it is}\n"
    talks = TALKS + more + "proposals:\n  - {id: q1, by: korvinova, text: a vote, unsourced: all know}\n"
    folder = make(tmp_path / "case", talks)
    courier = read_case(folder)
    assert courier.talks.proposals
    carry_out(plan_person(folder, "korvinova", TODAY))
    require_sound(folder)
    assert read_case(folder).talks.proposals[0].by == "marsh"


def test_a_plan_that_would_break_the_case_changes_nothing(case: Path) -> None:
    before = {path: path.read_bytes() for path in case.rglob("*") if path.is_file()}
    plan = plan_source(case, "post")
    broken = {
        **plan.writes,
        "talks.yaml": b"format: talks/1\ntitle: x\nparties: {}\nmeetings: {a: {participants: [zz], unsourced: x}}\n",
    }
    with pytest.raises(DataError, match="after it: 'zz'"):
        carry_out(replace(plan, writes=broken))
    assert {path: path.read_bytes() for path in case.rglob("*") if path.is_file()} == before


INFLECTED = [
    ("Зеленський", "Зеленського", True),
    ("Зеленський", "Зеленському", True),
    ("Зеленський", "зелений", False),
    ("Marta Kowalska", "Kowalską", True),
    ("Marta Kowalska", "Martin", False),
    ("Ann Lee", "the Lees", True),
    ("Ann Lee", "Leeds", False),
    ("Zelensky", "Зеленський", True),
    ("Zelensky", "Зеленського", True),
    ("Mark Ober", "Market", False),
    ("Μητσοτάκης", "Μητσοτάκη", True),
]


@pytest.mark.parametrize(("name", "text", "found"), INFLECTED)
def test_inflected_names(name: str, text: str, found: bool) -> None:
    assert bool(PersonTerms("p7", (name,)).find(text)) == found


def test_words_of_a_claim_that_begin_within_a_word_are_no_name(tmp_path: Path) -> None:
    post = POST + "The xkor vote was short.\n"
    text = (
        record(post)
        .replace("words: The Marsh demands a lower toll", "words: kor vote was short")
        .replace("korvinova", "kor")
    )
    folder = make(tmp_path / "case", TALKS.replace("korvinova", "kor"), text, post)
    carry_out(plan_person(folder, "kor", TODAY))
    assert read_case(folder).claims["post-06"].words == "kor vote was short"
