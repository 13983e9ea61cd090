"""The schemas of the files: what is sound passes, what is not known is refused, and every key is explained."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from goodoffices.case import FILES, schema
from goodoffices.case.entries import fields_of
from goodoffices.documents import copy_of, read_yaml
from goodoffices.documents.reader import parse
from goodoffices.extraction.reading import reading_text
from goodoffices.record import Assumed, AssumedRoster, Reading, ReadPassage
from goodoffices.talks import exact

from .cases import EXAMPLES, ISTANBUL, ROOT, TWO_VALLEYS

NEW = ROOT / "src" / "goodoffices" / "case" / "template"


def plain(folder: Any, name: str) -> Any:
    return read_yaml(folder / f"{name}.yaml").value


@pytest.mark.parametrize("name", FILES)
def test_the_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["title"] == f"{name}.yaml"
    assert schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


THERE = [(folder, name) for folder in (*EXAMPLES, NEW) for name in FILES if (folder / f"{name}.yaml").exists()]


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_shown_somewhere(name: str) -> None:
    assert name in {n for _, n in THERE} or name in (
        "reading",
        "decisions",
        "minutes",
    )  # made by programs: see the tests of those


def test_what_a_program_writes_as_its_reading_is_sound() -> None:
    passage = ReadPassage(source="A", start=0, end=9, heading="met", speaker="Ivo Maren", confidence=Decimal("0.9"))
    roster = AssumedRoster(parties=(Assumed(name="Lenn", other=("the islanders",)),))
    made = Reading(format="reading/1", by="plain 0.1.0", roster=roster, passages=(passage,))
    written = parse("reading.yaml", reading_text(made))
    Draft202012Validator(schema("reading")).validate(written)


@pytest.mark.parametrize(("folder", "name"), THERE, ids=lambda f: f if isinstance(f, str) else f.name)
def test_sound_files_pass(folder: Any, name: str) -> None:
    value = plain(folder, name)
    assert value
    Draft202012Validator(schema(name)).validate(value)


# Each row: a file, where something is put, and what.
WRONG: list[tuple[str, tuple[Any, ...], Any]] = [
    ("talks", ("unknown",), 1),
    ("talks", ("format",), "talks/2"),
    ("talks", ("parties", "ukraine", "nam"), "x"),
    ("talks", ("positions", 0, "stnce"), "x"),
    ("talks", ("positions", 0, "stance"), "wants"),
    ("talks", ("meetings", "direct", "date"), 2025),
    ("talks", ("meetings", "direct", "roles", 0, "rol"), "host"),
    ("talks", ("links",), [{"iff": {}, "then": {}}]),
    ("talks", ("links",), [{"if_": {}, "then": {}}]),
    ("talks", ("people",), []),
    ("record", ("unknown",), 1),
    ("record", ("sources", "A", "unknown"), 1),
    ("record", ("sources", "A", "text", "unknown"), 1),
    ("record", ("claims", 0, "unknown"), 1),
    ("record", ("claims", 0, "words"), None),
    ("record", ("claims", 0, "status"), "agreed"),
    ("record", ("claims", 0, "original", "start"), "first"),
    ("preferences", ("unknown",), 1),
    ("preferences", ("status_quo", "water"), ["half"]),
    ("preferences", ("parties", "lower", "no_deal"), "status_quo"),
    ("preferences", ("parties", "lower", "no_deal"), {"package": "other"}),
    ("preferences", ("parties", "lower", "no_deal"), {"value": "five"}),
    ("preferences", ("parties", "lower", "points"), {"water": {"half": "1/0x"}}),
    ("preferences", ("parties", "upper", "orders", 0, "own"), "A40"),
    ("preferences", ("parties", "upper", "orders", 0, "assumed"), {"by": "analyst"}),
    ("preferences", ("parties", "upper", "orders", 0, "best_first"), [1, 2]),
    ("preferences", ("parties", "upper", "importance"), [{"swing": ["water", "a"], "over": ["water", "a", "b"]}]),
    ("conflict", ("unknown",), 1),
    ("conflict", ("options", "guard", "moves"), "sideways"),
    ("conflict", ("options", "guard", "of"), None),
    ("conflict", ("preferences", "upper"), "NY"),
    ("conflict", ("infeasible",), [{"guard": "Y"}]),
]


@pytest.mark.parametrize(("name", "steps", "value"), WRONG)
def test_what_the_reader_refuses_the_schema_refuses(name: str, steps: tuple[Any, ...], value: Any) -> None:
    root: Any = copy_of(plain(TWO_VALLEYS if name in ("preferences", "conflict") else ISTANBUL, name))
    held = root
    for step in steps[:-1]:
        held = held[step]
    held[steps[-1]] = value
    with pytest.raises(ValidationError):
        Draft202012Validator(schema(name)).validate(root)


def fields(made: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for entry, shape in [("the file", made), *made["$defs"].items()]:
        for key, field in shape.get("properties", {}).items():
            yield entry, key, field


@pytest.mark.parametrize("name", FILES)
def test_every_key_is_explained(name: str) -> None:
    found = list(fields(schema(name)))
    assert len(found) > 10
    assert [(entry, key) for entry, key, field in found if not field.get("description")] == []
    assert [(entry, key) for entry, key, field in found if "  " in field["description"]] == []


@pytest.mark.parametrize("name", FILES)
def test_every_entry_refuses_unknown_keys(name: str) -> None:
    made = schema(name)
    shapes = [made, *made["$defs"].values()]
    assert [
        shape["title"]
        for shape in shapes
        if shape.get("type") == "object" and shape.get("additionalProperties") is not False
    ] == []


DEFAULTS = {
    "talks": (("Meeting", "date"), "not said"),
    "record": (("Source", "printed"), "not said"),
    "preferences": (("PartyPreferences", "no_deal"), "unknown"),
    "conflict": (("Option", "moves"), "both"),
    "reading": (("ReadPassage", "speaker"), None),
    "decisions": (("OneDecision", "on"), "not said"),
    "minutes": (("MinutesVersion", "final"), "not said"),
    "papers": (("Paper", "day"), "not said"),
    "exercise": (("Seat", "of"), None),
}


# Each row: points as a person may write them.
@pytest.mark.parametrize("points", [3, -1, 0.5, Decimal("2.25"), "5/7", "-5/7", "2.5", "1e3"])
def test_a_number_is_one_for_the_editor_as_for_the_reader(points: Any) -> None:
    exact(points if not isinstance(points, float) else Decimal(str(points)))
    root = {"format": "preferences/1", "parties": {"a": {"points": {"i": {"o": points}}}}}
    Draft202012Validator(schema("preferences")).validate(root)


@pytest.mark.parametrize("points", [True, None, [], "five", "1/", "", "0x10", "NaN"])
def test_what_is_no_number_is_none_for_either(points: Any) -> None:
    with pytest.raises(ValueError, match="a number such as"):
        exact(points)
    root = {"format": "preferences/1", "parties": {"a": {"points": {"i": {"o": points}}}}}
    with pytest.raises(ValidationError):
        Draft202012Validator(schema("preferences")).validate(root)


@pytest.mark.parametrize("name", FILES)
def test_defaults_are_as_one_would_write_them(name: str) -> None:
    found = {(entry, key): field["default"] for entry, key, field in fields(schema(name)) if "default" in field}
    assert not [where for where, default in found.items() if isinstance(default, dict) and "first" in default]
    where, default = DEFAULTS[name]
    assert found[where] == default


@pytest.mark.parametrize("name", FILES)
def test_the_keys_of_the_schema_are_those_of_the_types(name: str) -> None:
    made = schema(name)
    assert set(made["properties"]) == {field.key for field in fields_of(FILES[name])}
    assert "if" in schema("talks")["$defs"]["Link"]["properties"]
