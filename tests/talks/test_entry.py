"""What all entries share: frozen, keyword only, no unknown keys, ids that say of what they are, claims or a reason."""

import dataclasses
from typing import Annotated, get_args, get_type_hints

import pytest
from pydantic import TypeAdapter, ValidationError

from goodoffices import talks
from goodoffices.talks import ACTORS, Post, Ref, Sourced, Talks, entry, without_doubt
from goodoffices.talks import entry as entry_of_package

KINDS = {field.name for field in dataclasses.fields(Talks)} | {"claims", "sources"}


@entry
class Note(Sourced):
    """An entry of these tests."""

    text: str
    """What it says."""
    by: Annotated[str, Ref(("people",), doubtful=True)] | None = None
    """Who says it."""


def test_an_entry_is_frozen_without_a_dict_and_keyword_only() -> None:
    note = Note(text="a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        note.text = "b"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Note("a")  # type: ignore[call-arg,arg-type]
    assert not hasattr(note, "__dict__")
    assert entry_of_package is entry


def test_two_entries_of_the_same_fields_are_equal_and_can_be_kept_in_a_set() -> None:
    assert len({Note(text="a"), Note(text="a"), Note(text="b")}) == 2


def test_an_unknown_key_is_refused_and_named() -> None:
    with pytest.raises(ValidationError, match="texte"):
        TypeAdapter(Note).validate_python({"text": "a", "texte": "b"})


WRONG = [{}, {"text": None}, {"text": 5}, {"text": "a", "claims": "A1"}, {"text": "a", "claims": [1]}, [], "a"]


@pytest.mark.parametrize("value", WRONG, ids=str)
def test_a_wrong_value_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Note).validate_python(value)


def test_a_list_of_a_file_becomes_a_tuple() -> None:
    assert TypeAdapter(Note).validate_python({"text": "a", "claims": ["A1", "A2"]}).claims == ("A1", "A2")


def test_the_schema_tells_the_documentation_and_of_what_an_id_is() -> None:
    properties = TypeAdapter(Note).json_schema()["properties"]
    assert properties["text"]["description"] == "What it says."
    assert "An id of: people." in str(properties["by"])
    assert "An id of: claims." in str(properties["claims"])
    assert TypeAdapter(Note).json_schema()["additionalProperties"] is False


@pytest.mark.parametrize(
    ("told_by", "who"),
    [("zelensky?", "zelensky"), ("zelensky", "zelensky"), ("", ""), ("?", ""), ("a??", "a?"), ("a?b", "a?b")],
)
def test_one_question_mark_of_doubt_is_taken_off_the_end(told_by: str, who: str) -> None:
    assert without_doubt(told_by) == who


def refs(hint: object) -> list[Ref]:
    """Every Ref inside a type."""
    found = [m for m in getattr(hint, "__metadata__", ()) if isinstance(m, Ref)]
    return found + [ref for argument in get_args(hint) for ref in refs(argument)]


@pytest.mark.parametrize("name", [name for name in talks.__all__ if dataclasses.is_dataclass(getattr(talks, name))])
def test_an_id_is_of_a_kind_that_the_file_has(name: str) -> None:
    for hint in get_type_hints(getattr(talks, name), include_extras=True).values():
        for ref in refs(hint):
            assert ref.kinds
            assert set(ref.kinds) <= KINDS


def test_actors_are_those_who_can_act() -> None:
    assert ACTORS == ("parties", "third_parties", "people")
    assert [ref.kinds for ref in refs(get_type_hints(Post, include_extras=True)["of"])] == [
        ("parties", "third_parties")
    ]
