"""`goodoffices brief`: what it prints, what it writes and where, and what it says when it cannot."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from pypdf import PdfReader
from typer.testing import CliRunner, Result

from goodoffices.case import read_case
from goodoffices.cli import app
from goodoffices.errors import DataError

from ..case.cases import EXAMPLES, ISTANBUL, make


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(*arguments: object) -> dict[str, Any]:
    result = run("brief", *arguments, "--json")
    assert result.exit_code == 0, result.output
    data: dict[str, Any] = json.loads(result.stdout)
    return data


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda c: c.name)
def test_it_prints_the_brief_and_writes_a_page_into_the_current_folder(case: Path, here: Path) -> None:
    result = run("brief", case)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "AT A GLANCE" in result.stdout
    assert [path.name for path in here.iterdir()] == [f"{read_case(case).stem}.html"]
    assert result.stdout.endswith(f"\n\nWritten: {here / read_case(case).stem}.html\n")


def test_a_case_named_by_a_dot_has_the_name_of_its_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "towns").mkdir()
    monkeypatch.chdir(make(here / "towns"))
    assert run("brief", ".").exit_code == 0
    assert Path("towns.html").is_file()


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.html", b"<!doctype html>"),
        ("x.docx", b"PK"),
        ("x.pdf", b"%PDF-"),
        ("x.md", b"**For the team only**\n\n# "),
        ("x.json", b"{"),
        ("X.HTML", b"<!doctype"),
        ("a.b.md", b"**For the team only**\n\n# "),
    ],
)
@pytest.mark.parametrize("option", ["--output", "-o"])
def test_the_ending_names_the_form(here: Path, name: str, begins: bytes, option: str) -> None:
    result = run("brief", make(here / "towns"), option, name)
    assert result.exit_code == 0
    assert (here / name).read_bytes().startswith(begins)
    assert {path.name for path in here.iterdir()} == {"towns", name}


def test_a_word_file_can_be_opened_and_tells_the_title(here: Path) -> None:
    run("brief", make(here / "towns"), "-o", "x.docx")
    assert docx.Document(str(here / "x.docx")).paragraphs[0].text == "Talks of two towns"


def test_json_in_a_file_is_the_json_that_is_printed(here: Path) -> None:
    case = make(here / "towns")
    printed = run("brief", case, "--json").stdout
    run("brief", case, "-o", "x.json")
    assert (here / "x.json").read_text(encoding="utf-8") == printed


@pytest.mark.parametrize("name", ["x.odt", "x", "x.html.txt", ".html", "x.htm", "html"])
def test_an_unknown_ending_is_wrong_usage(here: Path, name: str) -> None:
    result = run("brief", make(here / "towns"), "-o", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert ".html, .pdf, .docx, .md, .json" in result.stderr
    assert not (here / name).exists()


def test_json_and_a_file_are_wrong_usage(here: Path) -> None:
    result = run("brief", make(here / "towns"), "--json", "-o", "x.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--json" in result.stderr
    assert "--output" in result.stderr
    assert not (here / "x.json").exists()


def test_json_writes_no_file(here: Path) -> None:
    told(ISTANBUL)
    assert list(here.iterdir()) == []


SHAPE: dict[str, Any] = {
    "title": str,
    "statements": [
        {"section": str, "kind": str, "heading": str, "text": str, "words": str, "proposed": bool, "claims": [str],
         "passages": [dict]},
    ],
    "draft": bool,
    "as_of": None,
    "by": None,
    "parties": [{"id": str, "name": str}],
    "third_parties": [{"id": str, "name": str}],
    "delegations": [{"id": str, "of": str, "head": str, "members": [str], "others": str, "mandate": dict}],
    "absent": [{"who": str, "from": str, "claims": [str]}],
    "meetings": [
        {"id": str, "format": str, "participants": [str], "roles": [dict], "order": (int, type(None)), "date": str,
         "place": (str, type(None)), "venue": (str, type(None)), "same_as": (dict, type(None))},
    ],
    "positions": [
        {"id": str, "party": str, "issue": str, "option": str, "stance": str, "told_by": str, "said_on": str,
         "meeting": (str, type(None)), "claims": [str]},
    ],
    "silent": [{"party": str, "issue": str}],
    "conditions": [{"by": str, "claims": [str]}],
    "support": [{"by": str, "issue": str, "option": str, "claims": [str]}],
    "outcome": {"agreed": list, "not_agreed": [{"text": str, "claims": [str]}], "next": [{"text": str}], "contradicted": list},
    "accounts": {"slots": [{"slot": str, "pairs": [{"a": str, "b": str, "relation": str}]}], "only": {"A": [str], "B": [str]}},
    "claims": [str],
    "unknown": [str],
    "changes": None,
}  # fmt: skip


def fits(value: Any, shape: Any, where: str = "") -> list[str]:
    """Where a value has not at least this shape."""
    if isinstance(shape, dict):
        missing = [f"{where}/{key}" for key in shape if key not in value]
        return missing + [x for key in shape if key in value for x in fits(value[key], shape[key], f"{where}/{key}")]
    if isinstance(shape, list):
        assert value or where.count("/") > 1, f"{where} is empty: nothing would be tested"
        return [x for n, one in enumerate(value) for x in fits(one, shape[0], f"{where}/{n}")]
    if shape is None:
        return [] if value is None else [where]
    return [] if isinstance(value, shape) else [where]


def test_json_has_the_keys_that_are_promised() -> None:
    data = told(ISTANBUL)
    assert fits(data, SHAPE) == []
    assert data["as_of"] is None
    assert data["changes"] is None


def test_json_tells_the_talks_of_istanbul() -> None:
    data = told(ISTANBUL)
    assert [m["id"] for m in data["meetings"]] == ["us-tr-ua", "tr-ru-ua", "direct", "western-advisers"]
    assert [m["order"] for m in data["meetings"]] == [1, 2, 3, None]
    assert {a["who"] for a in data["absent"]} == {"putin"}
    assert {p["id"]: p["told_by"] for p in data["positions"] if p["party"] == "russia"} == dict.fromkeys(
        ("p6", "p7", "p8"), "zelensky?"
    )
    assert {"party": "russia", "issue": "ceasefire"} in data["silent"]
    assert not {(s["party"], s["issue"]) for s in data["silent"]} & {
        (p["party"], p["issue"]) for p in data["positions"]
    }
    assert data["meetings"][2]["same_as"]["certainty"] == "possible"
    assert data["delegations"][1]["mandate"]["disputed"][0]["by"] == "zelensky"
    assert len(data["claims"]) == len(set(data["claims"])) == 99


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda c: c.name)
def test_every_claim_named_in_the_json_is_a_claim(case: Path) -> None:
    data = told(case)
    known = set(data["claims"])
    named = {x for part in ("absent", "positions", "conditions", "support") for e in data[part] for x in e["claims"]}
    pairs = {x for s in data["accounts"]["slots"] for p in s["pairs"] for x in (p["a"], p["b"])}
    only = {x for claims in data["accounts"]["only"].values() for x in claims}
    stated = {x for statement in data["statements"] for x in statement["claims"]}
    assert stated
    assert named | pairs | only | stated <= known


# --by and --annex


def test_who_signs_for_the_brief_is_named_under_its_title(here: Path) -> None:
    case = make(here / "towns")
    assert run("brief", case, "--by", "Ann Lee <x>").stdout.splitlines()[2].endswith(" By Ann Lee <x>.")
    assert "By Ann Lee &lt;x&gt;." in Path("towns.html").read_text(encoding="utf-8")
    for name in ("x.md", "x.docx"):
        run("brief", case, "--by", "Ann Lee", "-o", name)
    assert "By Ann Lee." in Path("x.md").read_text(encoding="utf-8").splitlines()[4]
    assert docx.Document("x.docx").paragraphs[1].text.endswith("By Ann Lee")
    assert "By " not in run("brief", case).stdout.splitlines()[2]
    run("brief", case, "--by", "Ann Lee", "-o", "x.json")
    assert (
        json.loads(Path("x.json").read_text(encoding="utf-8"))["by"] == told(case, "--by", "Ann Lee")["by"] == "Ann Lee"
    )
    assert told(case)["by"] is None


def bookmarks(entries: Any) -> Iterator[str]:
    """The titles of the bookmarks of a PDF, which are its headings."""
    for entry in entries:
        yield from bookmarks(entry) if isinstance(entry, list) else [entry.title]


def headings(name: str) -> list[str]:
    """The headings of a file, whatever its form."""
    if name.endswith(".docx"):
        found = [p.text for p in docx.Document(name).paragraphs if p.style and p.style.name.startswith("Heading")]
    elif name.endswith(".pdf"):
        found = list(bookmarks(PdfReader(name).outline))
    else:
        found = re.findall(r"^##+ (.*)$", Path(name).read_text(encoding="utf-8"), re.M)
    return [text.removeprefix("Annex: ") for text in found]


@pytest.mark.parametrize("name", ["x.md", "x.docx", "x.pdf"])
def test_the_annex_is_printed_where_it_is_asked_for(here: Path, name: str) -> None:
    assert run("brief", ISTANBUL, "-o", name).exit_code == 0
    plain = headings(name)
    assert run("brief", ISTANBUL, "--annex", "-o", f"annex-{name}").exit_code == 0
    whole = headings(f"annex-{name}")
    assert {"Who sat at the table", "The sources", "Every pair of accounts", "Every claim"} <= set(whole)
    assert not {"Annex", "Who sat at the table", "The sources", "Every claim"} & set(plain)
    assert whole[: len(plain)] == plain


def test_a_page_has_its_annex_folded_in_and_unfolds_it_where_it_is_asked_for(here: Path) -> None:
    run("brief", ISTANBUL)
    assert '<details class="annex" id="annex">' in Path("istanbul-2025.html").read_text(encoding="utf-8")
    run("brief", ISTANBUL, "--annex")
    page = Path("istanbul-2025.html").read_text(encoding="utf-8")
    assert '<details class="annex" id="annex" open>' in page
    assert page.count('id="claim-') >= 99


def test_markdown_without_an_annex_links_to_nothing(here: Path) -> None:
    run("brief", ISTANBUL, "-o", "x.md")
    text = Path("x.md").read_text(encoding="utf-8")
    assert "](#" not in text
    assert "\\[A01 A02 A03 A06 +9\\]" in text


# what goes wrong


def test_a_case_that_does_not_exist_is_bad_data(here: Path) -> None:
    result = run("brief", "nowhere")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nowhere: found no such folder, expected a case folder" in result.stderr
    assert "goodoffices new DIR" in result.stderr
    assert list(here.iterdir()) == []


def test_a_case_with_mistakes_is_told_and_nothing_is_written(here: Path) -> None:
    case = make(here / "towns", talks="format: talks/1\n")
    result = run("brief", case)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "talks.yaml:1:1: found no key 'title'" in result.stderr
    assert result.stderr.endswith("nothing was written\n")
    assert {path.name for path in here.iterdir()} == {"towns"}


def test_with_json_mistakes_are_json_too(here: Path) -> None:
    result = run("brief", make(here / "towns", talks="format: talks/1\n"), "--json")
    assert (result.exit_code, result.stderr) == (1, "")
    data = json.loads(result.stdout)
    assert data["ok"] is False
    assert {"level", "file", "line", "column", "found", "expected", "nearest"} <= set(data["problems"][0])


@pytest.mark.parametrize("target", ["nowhere/x.html", "file/x.html", "folder.html"])
def test_a_place_that_cannot_be_written_is_told_and_nothing_is_printed_or_left(here: Path, target: str) -> None:
    (here / "file").touch()
    (here / "folder.html").mkdir()
    before = sorted(here.rglob("*"))
    result = run("brief", ISTANBUL, "-o", target)
    assert (result.exit_code, result.stdout) == (1, "")
    assert target in result.stderr
    assert sorted(here.rglob("*")) == before


def test_a_folder_without_permission_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(
        "goodoffices.documents.write._fresh", refuse
    )  # whoever runs the tests as root may write everywhere
    result = run("brief", ISTANBUL)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "may not be written" in result.stderr
    assert "istanbul-2025.html" in result.stderr
    assert list(here.iterdir()) == []


def test_an_earlier_word_file_is_kept_each_time(here: Path) -> None:
    case = make(here / "towns")
    (here / "x.docx").write_bytes(b"edited by a person")
    assert run("brief", case, "-o", "x.docx").stdout.endswith("(the earlier one is kept as x.1.docx)\n")
    (here / "x.docx").write_bytes(b"edited again")
    assert run("brief", case, "-o", "x.docx").stdout.endswith("(the earlier one is kept as x.2.docx)\n")
    assert (here / "x.1.docx").read_bytes() == b"edited by a person"
    assert (here / "x.2.docx").read_bytes() == b"edited again"
    assert (here / "x.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("name", ["x.html", "x.md", "x.json"])
def test_other_files_are_replaced(here: Path, name: str) -> None:
    (here / name).write_text("earlier", encoding="utf-8")
    assert "kept" not in run("brief", ISTANBUL, "-o", name).stdout
    assert [path.name for path in here.iterdir()] == [name]
    assert "earlier" not in (here / name).read_text(encoding="utf-8")[:7]


def test_nothing_is_kept_where_the_brief_cannot_be_made(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise DataError([])

    monkeypatch.setattr("goodoffices.cli.brief.brief_bytes", fail)
    (here / "x.docx").write_bytes(b"edited")
    assert run("brief", ISTANBUL, "-o", "x.docx").exit_code == 1
    assert [path.name for path in here.iterdir()] == ["x.docx"]


# --originals


@pytest.mark.shared
def test_with_the_originals_their_words_are_in_the_page(here: Path, shared_folder: Path) -> None:
    result = run("brief", ISTANBUL, "--originals", shared_folder / "seeds")
    assert result.exit_code == 0
    assert Path("istanbul-2025.html").read_text(encoding="utf-8").count("<blockquote") >= 99


def test_originals_that_are_not_there_are_told(here: Path) -> None:
    (here / "empty").mkdir()
    for folder, found in (("empty", "no file with this SHA-256"), ("nowhere", "no such folder")):
        result = run("brief", ISTANBUL, "--originals", folder)
        assert (result.exit_code, result.stdout) == (1, "")
        assert found in result.stderr
