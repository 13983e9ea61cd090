"""The reference is complete: what the program has is documented, and what is documented the program has."""

import importlib.util
import inspect
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner

from goodoffices import errors
from goodoffices.accounts import KINDS, ONLY
from goodoffices.case import FILES, new_case, read_case, schema
from goodoffices.cli import app
from goodoffices.extraction.extractors import NAMES
from goodoffices.extraction.llm import settings
from goodoffices.marking import pages
from goodoffices.marking.review import KEYS
from goodoffices.record import NEGATIVE
from goodoffices.record.predicates import FAMILIES
from goodoffices.record.relation import Relation

from ..cli.towns import NONE_POSSIBLE, towns
from .pages import ROOT

REFERENCE = ROOT / "docs" / "reference"
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # a group, as the app has commands


def page(name: str) -> str:
    return (REFERENCE / f"{name}.md").read_text("utf-8")


def section(text: str, title: str) -> str:
    """The text under a heading, up to the next one of the same rank."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"no section {title}"
    return found[1]


def in_code(text: str) -> set[str]:
    # A bar inside a table's cell has a backslash before it.
    return set(re.findall(r"`([^`\n]+)`", text.replace("\\|", "|")))


# Commands.


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_and_option_of_a_command_is_documented(name: str) -> None:
    told = in_code(section(page("commands"), name))
    for parameter in COMMANDS[name].params:
        names = [parameter.metavar] if parameter.param_type_name == "argument" else parameter.opts
        for one in names:
            assert any(re.split(r"[ ,]", code)[0] == one or one in code.split(", ") for code in told), one


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_that_is_documented_exists(name: str) -> None:
    told = {w for c in in_code(section(page("commands"), name)) for w in re.findall(r"^--?[a-z][\w-]*", c)}
    assert told <= {o for p in COMMANDS[name].params for o in p.opts} | {"--help", "-h"}


def test_every_command_that_is_documented_exists() -> None:
    titles = re.findall(r"^## ([\w-]+)$", page("commands"), re.MULTILINE)
    assert [t for t in titles if t.islower()] == list(COMMANDS)


def test_the_environment_and_the_options_of_all_commands_are_documented() -> None:
    assert {"--version", "--help", "NO_COLOR"} <= in_code(page("commands"))


def test_the_environment_of_the_language_model_is_documented() -> None:
    names = {value for value in vars(settings).values() if isinstance(value, str) and value.startswith("GOODOFFICES_")}
    assert len(names) >= 5
    assert names <= in_code(section(page("commands"), "Environment"))
    assert names <= in_code((ROOT / "docs" / "how-to" / "use-a-model.md").read_text("utf-8"))


# Extractors and marking.


def test_every_extractor_and_no_other_has_a_section() -> None:
    titles = re.findall(r"^## (\w+)$", page("extractors"), re.MULTILINE)
    assert [t for t in titles if t.islower()] == list(NAMES)


def keys_told(title: str) -> set[str]:
    """The keys in the first column of a section's first table."""
    text = section((ROOT / "docs" / "how-to" / "mark-a-report.md").read_text("utf-8"), title)
    return in_code("".join(re.findall(r"^\|([^|]*)\|", text, re.MULTILINE)))


def test_every_key_of_the_marking_page_is_documented() -> None:
    assert pages.__file__ is not None
    templates = "".join(path.read_text("utf-8") for path in Path(pages.__file__).parent.glob("*.j2"))
    assert keys_told("In the browser") == set(re.findall(r'data-key="(\w+)"', templates))


def test_every_key_of_the_review_is_documented() -> None:
    assert keys_told("In the terminal") == {*re.findall(r"\[(\w)\]", KEYS), "y", "x"}


# Errors.


def error_classes() -> list[str]:
    return [n for n, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, Exception)]


def test_every_error_and_no_other_is_documented() -> None:
    drawn = re.search(r"^```text\n(GoodOfficesError.*?)^```", page("errors"), re.MULTILINE | re.DOTALL)
    assert drawn
    assert sorted(re.findall(r"\b[A-Z]\w+\b(?=\s{2,}|$)", drawn[1], re.MULTILINE)) == sorted(error_classes())


# Keys of files.


@pytest.mark.parametrize("name", FILES)
def test_every_key_of_a_file_is_documented(name: str) -> None:
    described = schema(name)
    for entry in (described, *described["$defs"].values()):
        title = FILES[name].__name__ if entry is described else entry["title"]
        rows = re.findall(r"^\| `(\w+)` \|", section(page(name), title), re.MULTILINE)
        assert sorted(rows) == sorted(entry["properties"])


def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "scripts" / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", sorted(REFERENCE.glob("*.md")), ids=lambda p: p.name)
def test_generated_parts_are_up_to_date(path: Path) -> None:
    text = path.read_text("utf-8")
    assert reference().renewed(text) == text, "run scripts/reference"


def test_a_stale_part_is_seen() -> None:
    text = page("predicates").replace("`attends`", "`attended`")
    assert reference().renewed(text) != text


# Predicates.


def test_every_predicate_and_relation_is_documented() -> None:
    told = in_code(page("predicates"))
    assert {p for f in FAMILIES for p in f.predicates} | {f.name for f in FAMILIES} | NEGATIVE <= told
    assert {r.value for r in Relation} <= told


# JSON.


IDS = {
    "only": "SOURCE", "package": "ISSUE", "packages[]": "ISSUE", "by_prior": "PRIOR", "priors": "PRIOR",
    "solutions": "CONCEPT", "shares_of_first": "ISSUE", "stable": "CONCEPT", "stable.CONCEPT": "DM", "equilibria": "CONCEPT",
}  # fmt: skip
"""Where the keys are ids of the case, or one of several words: what stands for them on the page."""


def paths(value: Any, path: str = "") -> Iterator[str]:
    """The keys of some JSON, as the page names them: `claims[]` for the items of a list."""
    if isinstance(value, dict):
        for key, inner in value.items():
            name = next((placeholder for end, placeholder in IDS.items() if path.endswith(end)), key)
            yield f"{path}.{name}".lstrip(".")
            yield from paths(inner, f"{path}.{name}".lstrip("."))
    elif isinstance(value, list):
        for inner in value:
            yield from paths(inner, f"{path}[]")


def output(*words: str) -> Any:
    return json.loads(CliRunner().invoke(app, [*words, "--json"]).stdout)


def documented(title: str) -> set[str]:
    return set(re.findall(r"^\| `([\w.\[\]]+)` \|", section(page("json"), title), re.MULTILINE))


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("json")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder / "examples"


def test_the_keys_of_a_brief_are_the_documented_ones(examples: Path) -> None:
    sea, istanbul = str(examples / "black-sea-2022"), str(examples / "istanbul-2025")
    valleys = str(examples / "two-valleys")
    seen = {*paths(output("brief", istanbul)), *paths(output("brief", sea))}
    assert not {"agreement", "solutions"} & seen
    seen |= set(paths(output("brief", valleys, "--with", "agreement")))
    seen |= set(paths(output("brief", sea, "--since", "2023-03-12")))
    # Entries that stand in the JSON as they stand in the files are documented there, key for key.
    as_in_the_files = tuple(f"{key}{mark}" for key in AS_IN_THE_FILES for mark in (".", "[]"))
    assert documented("goodoffices brief --json") == {p for p in seen if not p.startswith(as_in_the_files)}
    assert set(AS_IN_THE_FILES) <= seen


AS_IN_THE_FILES = (
    "agreement", "solutions",  # documented with the commands that print them
    "rounds", "people", "issues", "proposals", "said", "instruments", "assessments", "background", "links", "findings",
)  # fmt: skip


def test_the_keys_of_talking_points_are_the_documented_ones(examples: Path) -> None:
    cases = ("black-sea-2022", "istanbul-2025", "two-valleys")
    seen = {p for case in cases for p in paths(output("talking-points", str(examples / case)))}
    assert documented("goodoffices talking-points --json") == seen


def test_the_keys_of_a_comparison_are_the_documented_ones(examples: Path) -> None:
    seen = {p for case in ("black-sea-2022", "istanbul-2025") for p in paths(output("compare", str(examples / case)))}
    assert documented("goodoffices compare --json") == {p for p in seen if not p.startswith("passages.")}


def test_the_keys_of_passages_are_the_documented_ones(tmp_path: Path) -> None:
    told = (
        "Ada and Brun met in Lenn on 3 May 2031. A fee of 40 crowns a boat was agreed on. "
        "The mayor of Lenn, Ann Hay, led the talks."
    )
    for name, text in (("a", told), ("b", told.replace("40", "60") + " A dog barked all night outside."), ("c", told)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    seen = paths(output("compare", *(str(tmp_path / f"{name}.txt") for name in "abc")))
    assert documented("Passages") == {re.sub(r"\.[abc]\.txt", ".SOURCE", path) for path in seen}


def test_the_kinds_of_difference_are_the_documented_ones() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \|", page("differences").partition("\n## ")[0], re.MULTILINE)
    assert dict(rows) == dict(KINDS) | {"only": ONLY}


def test_the_keys_of_an_agreement_are_the_documented_ones(examples: Path) -> None:
    seen = set(paths(output("agree", str(examples / "two-valleys"), "--readings", "50")))
    # Ids of parties are keys here; a package is null where a share is about none.
    seen = {re.sub(r"^parties\..*", "parties.PARTY", path) for path in seen if not path.startswith("impossible[]")}
    assert documented("goodoffices agree --json") == seen


def test_the_keys_of_a_brief_s_agreement_are_those_of_agree(examples: Path) -> None:
    told = output("brief", str(examples / "two-valleys"), "--with", "agreement")["agreement"]
    keys = {path for path in documented("goodoffices agree --json") if not re.search(r"[.\[]", path)}
    assert set(told) == keys - {"exercise", "for", "stamp"}  # the brief says it for the whole of itself
    assert told["assumptions"] is None


def test_the_keys_of_the_stability_are_the_documented_ones(examples: Path) -> None:
    seen = set(paths(output("stability", str(examples / "two-valleys"))))
    assert documented("goodoffices stability --json") == seen


def test_the_keys_of_a_frontier_and_of_the_solutions_are_the_documented_ones(tmp_path: Path) -> None:
    possible = str(towns(tmp_path))
    assert documented("goodoffices frontier --json") == set(paths(output("frontier", possible)))
    (tmp_path / "other").mkdir()
    impossible = str(towns(tmp_path / "other", NONE_POSSIBLE))
    seen = {*paths(output("solve", possible)), *paths(output("solve", impossible))}
    assert documented("goodoffices solve --json") == seen


def test_the_keys_of_a_division_are_the_documented_ones(examples: Path) -> None:
    (file,) = (examples / "camp-david-1978").glob("*.yaml")
    assert documented("goodoffices divide --json") == set(paths(output("divide", str(file))))


def test_the_keys_of_an_agreement_of_readers_are_the_documented_ones(examples: Path) -> None:
    case = examples / "black-sea-2022"
    (case / "decisions").mkdir()
    ids = [claim.id for claim in read_case(case).record.claims if claim.type == "position"][:3]
    for name, statuses in (("ann", "accepted, on: 2023-01-01"), ("bo", "edited, values: {value: none}")):
        lines = [f"  {key}: {{status: {statuses}}}" for key in ids[:2]] + [f"  {ids[2]}: {{status: rejected}}"]
        (case / "decisions" / f"{name}.yaml").write_text(
            "\n".join(["format: decisions/1", f"by: {name}", "decisions:", *lines, ""])
        )
    seen = {re.sub(r"values\.\w+$", "values.KEY", path) for path in paths(output("agreement", str(case)))}
    assert documented("goodoffices agreement --json") == seen


def test_the_keys_of_minutes_are_the_documented_ones(tmp_path: Path) -> None:
    case = tmp_path / "case"
    shutil.copytree(ROOT / "examples" / "two-valleys", case)
    (case / "minutes.yaml").unlink(missing_ok=True)
    (tmp_path / "answer.txt").write_text("1 objects: no\n", "utf-8")
    for words in (["--set", "read-back"], ["--answer", "lower", str(tmp_path / "answer.txt")]):
        seen = set(paths(output("minutes", str(case), "--meeting", "session", *words)))
    assert documented("goodoffices minutes --json") == seen


def test_the_keys_of_papers_are_the_documented_ones(tmp_path: Path) -> None:
    new_case(tmp_path / "case")
    assert documented("goodoffices papers --json") == set(paths(output("papers", str(tmp_path / "case"))))


def test_the_keys_of_a_check_are_the_documented_ones(examples: Path) -> None:
    case = examples / "istanbul-2025"
    seen = {*paths(output("check", str(case))), *paths(output("check", str(case), "--write"))}
    record = case / "record.yaml"
    record.write_text(record.read_text("utf-8").replace("predicate: heads", "predikate: heads", 1), "utf-8")
    seen |= set(paths(output("check", str(case))))
    assert documented("goodoffices check --json") == seen
