"""The file talks.yaml: what may be left out, what it then is, and that every key is documented."""

import ast
import dataclasses
import importlib
import inspect
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

import goodoffices.record
import goodoffices.talks
from goodoffices.talks import UNSAID, Delegation, Link, Mandate, Meeting, Outcome, Party, Person, Position, Talks

LEAST = {"format": "talks/1", "title": "Talks", "parties": {"a": {"name": "A", "kind": "state"}}}


def read(**more: Any) -> Talks:
    return TypeAdapter(Talks).validate_python({**LEAST, **more})


def test_the_least_file_is_read_and_everything_else_is_empty() -> None:
    talks = read()
    assert talks.parties == {"a": Party(name="A", kind="state")}
    assert talks.draft is False
    assert talks.outcome == Outcome() == Outcome(agreed=(), not_agreed=(), next=())
    given = set(LEAST) | {"draft", "exercise", "outcome", "stamp"}
    for field in dataclasses.fields(Talks):
        if field.name not in given:
            assert getattr(talks, field.name) in ({}, ())


@pytest.mark.parametrize("key", LEAST)
def test_what_must_be_there_is_missed(key: str) -> None:
    with pytest.raises(ValidationError, match=key):
        TypeAdapter(Talks).validate_python({k: v for k, v in LEAST.items() if k != key})


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": "talks/2"},
        {"format": "record/1"},
        {"title": None},
        {"parties": []},
        {"parties": {"a": {"name": "A"}}},
        {"parties": {"a": {"name": "A", "kind": "state", "color": "red"}}},
        {"draft": "perhaps"},
        {"people": {"p": {"posts": []}}},
        {"meetings": {"m": {"format": "summit"}}},
        {"meetings": {"m": {"date": "yesterday"}}},
        {"meetings": {"m": {"date": "2025-02-30"}}},
        {"meetings": {"m": {"roles": [{"who": "a", "role": "king"}]}}},
        {"delegations": {"d": {"of": "a", "mandate": {"level": "some"}}}},
        {"positions": [{"id": "p", "party": "a", "issue": "i", "option": "o", "stance": "likes"}]},
        {"issues": {"i": {}}},
        {"links": [{"if": {"i": ["o"]}}]},
        {"meetings": {"m": {"same_as": {"meeting": "n", "certainty": "likely", "by": "x", "why": "y"}}}},
        {"unknown": 1},
    ],
    ids=str,
)
def test_what_no_file_may_hold_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        read(**wrong)


def test_defaults_say_that_nothing_is_said() -> None:
    meeting = Meeting()
    assert (meeting.format, meeting.date, meeting.same_as) == ("not said", UNSAID, None)
    assert (meeting.participants, meeting.roles, meeting.claims, meeting.unsourced) == ((), (), (), None)
    assert Delegation(of="a").mandate == Mandate() == Mandate(level="unknown", text=None, disputed=())
    assert Person(name="P") == Person(name="P", names={}, spellings=(), posts=(), of=None)
    position = Position(id="p", party="a", issue="i", option="o", stance="demands")
    assert (position.told_by, position.said_on, position.supersedes) == (None, UNSAID, None)


def test_defaults_are_nobodys_to_share() -> None:
    assert read().people is not read().people
    assert Person(name="P").names is not Person(name="P").names


def test_a_link_is_written_with_the_words_if_and_then() -> None:
    link = read(links=[{"if": {"i": ["o"]}, "then": {}}]).links[0]
    assert link == Link(if_={"i": ("o",)}, then={})
    with pytest.raises(ValidationError):
        read(links=[{"if_": {"i": ["o"]}, "then": {}}])


def test_the_order_of_a_file_is_kept() -> None:
    meetings: dict[str, Any] = {key: {} for key in ("z", "a", "m")}
    assert list(read(meetings=meetings).meetings) == ["z", "a", "m"]


def undocumented(module: ModuleType) -> list[str]:
    """The fields of a module's entries under which no text stands."""
    found = []
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.ClassDef) and any(
            isinstance(d, ast.Name) and d.id == "entry" for d in node.decorator_list
        ):
            for field, below in zip(node.body, [*node.body[1:], None], strict=True):
                text = (
                    below.value.value if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) else None
                )
                if isinstance(field, ast.AnnAssign) and not (isinstance(text, str) and text.strip()):
                    found.append(f"{node.name}.{ast.unparse(field.target)}")
    return found


def modules() -> list[ModuleType]:
    names = [
        f"{package.__name__}.{path.stem}"
        for package in (goodoffices.talks, goodoffices.record)
        for path in sorted(Path(str(package.__file__)).parent.glob("[a-z]*.py"))
    ]
    return [importlib.import_module(name) for name in names]


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.__name__)
def test_every_key_of_every_entry_is_documented(module: ModuleType) -> None:
    assert undocumented(module) == []


def entries(package: ModuleType) -> list[type[Any]]:
    found = (getattr(package, name) for name in package.__all__)
    return [x for x in found if isinstance(x, type) and hasattr(x, "__pydantic_config__")]


def described(cls: type[Any]) -> dict[str, str]:
    """The keys of a class and of its parents with the text that the schema shows; pydantic reads a class's own texts only."""
    found: dict[str, str] = {}
    for base in reversed([base for base in cls.__mro__ if "__pydantic_config__" in vars(base)]):
        schema = TypeAdapter(base).json_schema()
        fields = schema if "properties" in schema else schema["$defs"][base.__name__]
        found |= {
            key: told["description"]
            for key, told in fields["properties"].items()
            if told.get("description", "").strip()
        }
    return found


@pytest.mark.parametrize(
    "cls", [*entries(goodoffices.talks), *entries(goodoffices.record)], ids=lambda cls: cls.__name__
)
def test_the_documentation_of_every_key_reaches_the_schema(cls: type[Any]) -> None:
    assert set(described(cls)) == {field.metadata.get("alias", field.name) for field in dataclasses.fields(cls)}


def test_a_key_without_documentation_would_be_found(tmp_path: Path) -> None:
    source = '@entry\nclass A:\n    x: str\n    """Told."""\n    y: str\n    z: str\n    """ """\n'
    module = ModuleType("a")
    (tmp_path / "a.py").write_text(source)
    module.__file__ = str(tmp_path / "a.py")
    assert undocumented(module) == ["A.y", "A.z"]
