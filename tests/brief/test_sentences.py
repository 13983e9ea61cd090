"""The sentences of three cases, a labour dispute and three drafts: a table of what stood there, and what stands there now."""

import json
import re
from contextlib import chdir
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from typer.testing import CliRunner

from goodoffices.brief import build_outline
from goodoffices.brief.outline import Outline, Section, lines_of
from goodoffices.case import Case, read_case
from goodoffices.cli import app

ROOT = Path(__file__).parents[2]
_FOLDERS = {
    "istanbul": "examples/istanbul-2025", "black sea": "examples/black-sea-2022", "valleys": "examples/two-valleys",
    "labour": "tests/data/labour",
}  # fmt: skip
_DRAFTS = {"lome": 0, "luzara": 1, "quellomayo": 2}
_ROW = re.compile(r"^(.+) / (.+)\n- (.+)\n\+ (.+)$", re.M)
ROWS = _ROW.findall((Path(__file__).parent / "sentences.txt").read_text("utf-8"))
"""Case, section, what stood there, what stands there."""


@cache
def outline(case: str) -> Outline:
    return build_outline(_drafted(_DRAFTS[case]) if case in _DRAFTS else read_case(ROOT / _FOLDERS[case]))


def _drafted(number: int) -> Case:
    """The draft of two raw reports."""
    planted = json.loads((ROOT / "tests/data/planted/set1.json").read_text("utf-8"))
    accounts = [*planted["pairs"][number]["accounts"].values()]
    with TemporaryDirectory() as folder:
        files = []
        for letter, account in zip("ab", accounts, strict=True):
            file = Path(folder) / f"{letter}.txt"
            file.write_text(account if isinstance(account, str) else account["text"], "utf-8")
            files.append(str(file))
        with chdir(folder):  # a draft's brief is written beside it
            result = CliRunner().invoke(app, ["draft", *files, "--to", str(Path(folder) / "draft")])
        assert result.exit_code == 0, result.output
        return read_case(Path(folder) / "draft")


def _sections(case: str) -> list[Section]:
    """The sections as they are printed, and whole where they were cut."""
    return [*outline(case).sections, *(s for s in outline(case).annex if s.id.endswith("-whole"))]


def test_the_table_is_long_enough() -> None:
    assert len(ROWS) >= 80
    assert {row[0] for row in ROWS} == {*_FOLDERS, *_DRAFTS}


@pytest.mark.parametrize(("case", "section", "was", "now"), ROWS, ids=[f"{row[0]}: {row[3][:60]}" for row in ROWS])
def test_a_sentence(case: str, section: str, was: str, now: str) -> None:
    told = [line.text for s in _sections(case) if s.id.removesuffix("-whole") == section for line in lines_of(s)]
    # Of a draft neighbouring sentences of a report are quoted together.
    assert now in told or (case in _DRAFTS and any(now in text for text in told)), "\n".join(told)
    whole = "\n".join(
        f"{line.lead}: {line.text}" if line.lead else line.text for s in _sections(case) for line in lines_of(s)
    )
    assert was not in whole or was in now


@pytest.mark.parametrize("case", [*_FOLDERS, *_DRAFTS])
def test_no_id_no_key_and_no_predicate_stands_in_a_sentence(case: str) -> None:
    ours = [line.text for s in _sections(case) for line in lines_of(s) if line.words == "program"]
    for text in ours:
        assert not re.search(r"\b\w+_\w+\b|\b[A-Z]\d{2}\b|\b\d{4}-\d{2}\b", text), text
        assert not re.search(r"day not said|the the |\bnone\b|\.\.$| ,|\(\)|  ", text, re.I), text


@pytest.mark.parametrize("case", [*_FOLDERS, *_DRAFTS])
def test_a_sentence_begins_with_a_capital_and_ends_with_one_stop(case: str) -> None:
    for section in _sections(case):
        if section.id.startswith("stands"):
            continue  # cells are no sentences
        for line in lines_of(section):
            assert line.text[0].upper() == line.text[0], line.text
            assert re.search(r"(?:[.?!…]|[.?!…]”|[.)])$", line.text), line.text
