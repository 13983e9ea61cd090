"""What the pages show is what happens: every command, edit and snippet of the documentation is run."""

import doctest
import os
import shutil
import sys
import types
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter

import goodoffices
from goodoffices.case import FILES
from goodoffices.case.entries import fields_of
from goodoffices.documents import parse

from ..amount import some
from .console import Desk, changes, fits, steps
from .pages import ROOT, RUN, Block, blocks, name

LANGUAGES = {"console", "diff", "python", "yaml", "text", "json", "sh", ""}
SOON = [page for page in RUN if page.name == "README.md" or page.parent.name in ("tutorial", "explanation")]
"""What whoever comes first reads; the others are followed with the slow tests."""
_OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONUTF8", "1")
    return Desk(tmp_path)


@pytest.mark.parametrize("page", some(RUN, *SOON), ids=name)
def test_what_a_page_shows_is_what_happens(page: Path, desk: Desk) -> None:
    scope: dict[str, Any] = {"__name__": "example"}
    for block in blocks(page):
        assert block.language in LANGUAGES, f"line {block.line}: nothing is known of {block.language!r}"
        if block.language == "python":
            _run_python(block, page, scope)
        else:
            desk.follow(block)


def _run_python(block: Block, page: Path, scope: dict[str, Any]) -> None:
    """Run a block; what one block of a page defines, the next ones know, as at a reader's desk."""
    if ">>>" not in block.text:
        exec(compile(block.text, f"{name(page)}:{block.line}", "exec"), scope)
        return
    example = doctest.DocTestParser().get_doctest(block.text, scope, name(page), name(page), block.line - 1)
    example.globs = scope
    output: list[str] = []
    doctest.DocTestRunner(optionflags=_OPTIONS).run(example, out=output.append, clear_globs=False)
    assert not output, "".join(output)


YAML = [pytest.param(b, id=f"{name(p)}:{b.line}") for p in RUN for b in blocks(p) if b.language == "yaml"]


@pytest.mark.parametrize("block", YAML)
def test_yaml_on_a_page_is_read_without_a_problem(block: Block) -> None:
    value = parse("page", block.text)
    for cls in FILES.values():
        hints = {field.key: field.hint for field in fields_of(cls)}
        of_this = value.get("format") in (None, *get_args(hints["format"]))
        if of_this and value.keys() <= hints.keys():
            for key, part in value.items():
                TypeAdapter(hints[key]).validate_python(part)
            return
    assert "not of a case" in block.text, "keys that no file of a case has; say so in a comment"


def test_pages_hold_examples() -> None:
    found = [b.language for p in RUN for b in blocks(p)]
    assert found.count("console") >= 30
    assert {"python", "yaml", "diff"} <= set(found)


def modules() -> Iterator[str]:
    yield "goodoffices"
    yield from (m.name for m in walk_packages(goodoffices.__path__, "goodoffices.") if not m.name.endswith("__main__"))


@pytest.mark.parametrize("module", sorted(modules()))
def test_examples_in_docstrings_run(module: str) -> None:
    failed, _ = doctest.testmod(import_module(module), optionflags=_OPTIONS)
    assert failed == 0


def test_some_docstring_has_an_example() -> None:
    finder = doctest.DocTestFinder()
    found = [t for m in modules() for t in finder.find(_module(m)) if t.examples]
    assert len(found) >= 4


def _module(module: str) -> types.ModuleType:
    import_module(module)
    return sys.modules[module]


# The tools of these tests are tested themselves: one that cannot fail would let every page pass.


@pytest.mark.parametrize(
    ("shown", "printed", "whether"),
    [
        ("a\n", "a\n", True),
        ("a\n", "b\n", False),
        ("a\n", "a\nb\n", False),
        ("a\nb\n", "a\n", False),
        ("a\n...\n", "a\n", True),
        ("a\n...\n", "a\nb\nc\n", True),
        ("...\nc\n", "a\nb\nc\n", True),
        ("...\nb\n", "a\nb\nc\n", False),
        ("a.c\n", "abc\n", False),
        ("a\n...\nc\n...\n", "a\nb\nc\nd\n", True),
        ("a\n\nb\n", "a\n\nb\n", True),
        ("a\nb\n", "a\n\nb\n", False),
    ],
)
def test_dots_stand_for_lines_and_nothing_else_does(shown: str, printed: str, whether: bool) -> None:
    assert fits(shown, printed) is whether


def test_a_command_has_the_lines_below_it() -> None:
    assert steps("$ one\nx\n$ two\n$ three\ny\nz\n") == [("one", "x\n"), ("two", ""), ("three", "y\nz\n")]


def test_a_diff_is_what_goes_and_what_comes() -> None:
    assert changes(" a\n-b\n+c\n@@\n d\n+e\n") == [("a\nb\n", "a\nc\n"), ("d\n", "d\ne\n")]


def test_a_failing_command_must_show_its_message(desk: Desk) -> None:
    with pytest.raises(AssertionError, match="ended with 1"):
        desk.follow(Block("console", "", "$ goodoffices check nowhere\n", 1))
    desk.follow(
        Block("console", "", "$ goodoffices check nowhere\n...\n1 mistake; nothing was written\n$ echo $?\n1\n", 1)
    )


def test_a_wrong_output_is_seen(desk: Desk) -> None:
    with pytest.raises(AssertionError, match="but it prints"):
        desk.follow(Block("console", "", "$ goodoffices --version\ngoodoffices 99\n", 1))


def test_a_page_may_call_nothing_else(desk: Desk) -> None:
    with pytest.raises(AssertionError, match="may call"):
        desk.follow(Block("console", "", "$ curl example.org\n", 1))


def test_an_edit_of_what_is_not_there_is_seen(desk: Desk) -> None:
    with pytest.raises(AssertionError, match="stands 0 times"):
        desk.follow(Block("diff", "examples/istanbul-2025/talks.yaml", "-nowhere\n+here\n", 1))


def test_the_desk_is_the_folder_of_the_reader(desk: Desk) -> None:
    assert os.getcwd() == str(desk.folder.resolve())
