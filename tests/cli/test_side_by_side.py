"""`goodoffices compare FILE FILE`: reports of any form and any bytes, told in lines or as JSON."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from goodoffices.case import passages, read_case
from goodoffices.cli import app
from goodoffices.extraction.batches import Inline
from goodoffices.extraction.begin import begin
from goodoffices.extraction.extractors import Named
from goodoffices.talks import Day

from ..case.cases import ISTANBUL
from ..extraction.llm.server import always, says, serving

LENN = "The fee is 40 crowns a herd.\nIvo Maren signed the paper for the herders.\n"
POST = "For each herd a fee of 60 crowns is due.\nThe paper for the herders was signed by Dag Osk.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "post.txt").write_text(POST, "utf-8", newline="")
    return tmp_path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["compare", *map(str, arguments)])


def beside(here: Path, raw: bytes, name: str = "lenn.txt") -> Result:
    (here / name).write_bytes(raw)
    return run(name, "post.txt")


def test_the_differing_words_stand_in_brackets(here: Path) -> None:
    assert beside(here, LENN.encode()).stdout.splitlines() == [
        "Side by side: 2 passages told differently", "",
        "Who it was", "  lenn.txt: [Ivo Maren] signed the paper for the herders.",
        "  post.txt: The paper for the herders was signed by [Dag Osk].", "",
        "A number", "  lenn.txt: The fee is [40] crowns a herd.", "  post.txt: For each herd a fee of [60] crowns is due.",
    ]  # fmt: skip


@pytest.mark.parametrize("raw", [LENN.encode(), LENN.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + LENN.encode()])
def test_offsets_of_a_plain_text_are_the_file_s_own(here: Path, raw: bytes) -> None:
    (here / "lenn.txt").write_bytes(raw)
    data = json.loads(run("lenn.txt", "post.txt", "--json").stdout)
    assert data["texts"]["lenn.txt"] == raw.decode("utf-8")
    told = [[raw.decode()[slice(*d["a"])] for d in pair["differences"]] for pair in data["pairs"]]
    assert told == [["Ivo Maren"], ["40"]]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("latin.txt", LENN.replace("herders", "café herders").encode("cp1252")),
        ("wide.txt", LENN.encode("utf-16")),
        ("page.html", f"<html><body><p>{LENN}</p></body></html>".encode()),
    ],
)
def test_other_encodings_and_forms_are_read_as_draft_reads_them(here: Path, name: str, raw: bytes) -> None:
    assert "[40]" in beside(here, raw, name).stdout


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "an empty file"),
        (b" \n\t\n", "nothing but white space"),
        (b"\x00\x01\x02\xff", "a binary file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "expected"),
        (b"The fee is 40 crowns a herd. " * 800_000, "expected at most 20,971,520 bytes"),
    ],
)
def test_what_is_no_report_is_told_in_a_line_with_its_name(here: Path, raw: bytes, told: str) -> None:
    result = beside(here, raw)
    assert (result.exit_code, result.stdout) == (1, "")
    assert told in result.stderr
    assert result.stderr.startswith("lenn.txt: found ")
    assert "Traceback" not in result.output


def test_nothing_of_a_report_steers_the_terminal_or_turns_the_line(here: Path) -> None:
    nasty = "The fee is 40 \x1b[31mcrowns a herd\x07. \u202eIvo Maren\u2066 signed the paper for the herders.\n"
    told = beside(here, nasty.encode()).stdout
    assert not set(told) & set("\x1b\x07\u202e\u2066")
    assert "[U+202E]" in told
    assert "[40]" in told


def test_a_name_of_a_file_is_shown_and_not_obeyed(here: Path) -> None:
    name = "a[red]b\x1b.txt"
    (here / name).write_text(LENN, "utf-8")
    told = run(name, "post.txt").stdout
    assert "\x1b" not in told
    assert "a[red]b[U+001B].txt: " in told


def test_two_files_of_one_name_and_one_file_twice_are_told_apart(here: Path) -> None:
    (here / "x").mkdir()
    (here / "x" / "post.txt").write_text(LENN, "utf-8")
    assert json.loads(run("x/post.txt", "post.txt", "--json").stdout)["sources"] == ["x/post.txt", "post.txt"]
    data = json.loads(run("post.txt", "post.txt", "--json").stdout)
    assert (len(data["sources"]), data["pairs"]) == (2, [])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("post.txt",), "found one report"),
        (("post.txt", "."), "found the folder"),
        (("post.txt", "post.txt", "--as-of", "2031-05-01"), "--as-of: found reports"),
    ],
)
def test_wrong_usage_is_told_with_what_is_right(here: Path, arguments: tuple[str, ...], told: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert "expected" in result.stderr


def test_a_file_that_does_not_exist_is_bad_data(here: Path) -> None:
    result = run("nowhere.txt", "post.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nowhere.txt: found no such file" in result.stderr


def test_of_a_case_the_passages_follow_the_typed_comparison() -> None:
    told = run(ISTANBUL).stdout
    assert told.index(" pairs: ") < told.index("Side by side: ")
    data = json.loads(run(ISTANBUL, "--json").stdout)["passages"]
    found = passages(read_case(ISTANBUL))
    assert data["sources"] == list(found.sources) == ["A", "B"]
    assert len(data["pairs"]) == len(found.pairs)


class TestByAModel:
    FEE = '{"differences": [{"kind": "number", "a": 1, "a_words": "40 crowns", "b": 1, "b_words": "60 crowns"}, {"kind": "day"}]}'

    @pytest.fixture
    def model(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
        (here / "lenn.txt").write_text(LENN, "utf-8")
        with serving(always(says(self.FEE))) as served:
            monkeypatch.setenv("GOODOFFICES_LLM_ADDRESS", served.address)
            monkeypatch.setenv("GOODOFFICES_LLM_MODEL", "reader-3")
            yield served.address

    def test_it_says_where_the_texts_go_and_whose_judgement_it_is(self, model: str) -> None:
        result = run("lenn.txt", "post.txt", "--extractor", "llm")
        assert result.exit_code == 0
        assert result.stdout.splitlines()[:6] == [
            "Side by side: 1 passage told differently",
            "That two of these passages differ is the judgement of a language model (llm 0.1.0, reader-3); only that the "
            "words stand there is proved.",
            "",
            "A number",
            "  lenn.txt: The fee is [40 crowns] a herd.",
            "  post.txt: For each herd a fee of [60 crowns] is due.",
        ]
        told = " ".join(result.stderr.split())
        assert f"The texts are sent to {model}/chat/completions, two at a time." in told
        assert "1 difference told by the model, 1 thrown away (1 not of the asked form)." in told

    def test_json_names_it(self, model: str) -> None:
        found = json.loads(run("lenn.txt", "post.txt", "--extractor", "llm", "--json").stdout)
        assert [pair["by"] for pair in found["pairs"]] == ["llm 0.1.0, reader-3"]
        assert {pair["by"] for pair in json.loads(run("lenn.txt", "post.txt", "--json").stdout)["pairs"]} == {None}

    def test_nothing_is_sent_where_no_model_is_named(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("GOODOFFICES_LLM_ADDRESS", raising=False)
        result = beside(here, LENN.encode())
        assert result.exit_code == 0
        refused = run("lenn.txt", "post.txt", "--extractor", "llm")
        assert refused.exit_code == 2
        assert "no address is named" in refused.stderr

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("lenn.txt", "post.txt", "--extractor", "nlp"), "expected one of plain, llm"),
            (("lenn.txt", "--extractor", "llm"), "expected a case folder or two or more reports"),
        ],
    )
    def test_what_cannot_be_asked(self, model: str, arguments: tuple[object, ...], told: str) -> None:
        refused = run(*arguments)
        assert refused.exit_code == 2
        assert told in " ".join(refused.stderr.split())

    def test_a_model_that_is_not_there_is_an_error_and_no_pair(
        self, model: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GOODOFFICES_LLM_ADDRESS", "http://127.0.0.1:9/v1")
        refused = run("lenn.txt", "post.txt", "--extractor", "llm")
        assert refused.exit_code == 1
        assert "no server there" in refused.stderr
        assert refused.stdout == ""


def test_what_was_found_in_one_alone_is_not_said_to_be_told_by_it_alone(here: Path) -> None:
    told = beside(here, LENN.encode() + b"A brass band played outside the hall.\n").stdout.splitlines()
    assert "Found in lenn.txt alone (1)" in told
    assert told[-1] == "What was found in one alone may stand in another one in other words."
    assert "in other words" not in beside(here, LENN.encode()).stdout


def test_what_is_only_proposed_is_not_said_to_be_missing(here: Path) -> None:
    begin(
        here / "draft",
        [write(here / "lenn.txt"), write(here / "post.txt")],
        Named("plain"),
        Inline(),
        Day.parse("2031-05-10"),
    )
    assert "proposed, and not compared until accepted." in run("draft").stdout
    record = here / "draft" / "record.yaml"
    record.write_text(
        record.read_text("utf-8").replace("status: proposed", "status: accepted\n    decided_by: lee", 1), "utf-8"
    )
    told = run("draft").stdout
    assert "Of what is accepted, only " in told
    assert "\nOnly " not in told


def write(path: Path) -> Path:
    path.write_text("The Harbour Union and the Lenn Port Company met in Torvik on 3 June 2030.\n" + LENN, "utf-8")
    return path
