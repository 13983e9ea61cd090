"""Whatever is done to the files of a case, it is read or its problems are told: never any other exception."""

import random
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices.case import changes, inspect, order_of, seen, state_of
from goodoffices.documents import copy_of, read_yaml, same
from goodoffices.errors import Problem

from .cases import CONFLICT, EXAMPLES, PREFERENCES, RECORD, TALKS, TWO_VALLEYS, make, yaml_of

TEXTS = {"talks.yaml": TALKS, "record.yaml": RECORD, "preferences.yaml": PREFERENCES, "conflict.yaml": CONFLICT}
FILES = tuple(TEXTS)
ODD: list[Any] = [
    None, True, False, 0, -1, 10**40, "", " ", "a", "north", "p1", "a1", "first", "?", "north?", "not said", "2025-02-30",
        "9999-12-31",
    "about 0001-01-01", "\x00", "\u202e", "😀", "x" * 5000, "../../x", [], {}, ["a"], [[]], [None], {"a": None}, {"": ""},
    {"claims": ["a1"]}, [{"id": "x"}], {"if": {}}, {"meeting": "first"}, "e\u0301\ud7ff\uffff",
]  # fmt: skip
few = settings(max_examples=settings().max_examples // 2, suppress_health_check=[HealthCheck.function_scoped_fixture])


def spots(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The steps to every value within."""
    for key, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*path, key)
        yield from spots(item, (*path, key))


def holder(root: Any, path: tuple[Any, ...]) -> Any:
    for step in path[:-1]:
        root = root[step]
    return root


def delete(root: Any, path: tuple[Any, ...], _: random.Random) -> None:
    del holder(root, path)[path[-1]]


def replace(root: Any, path: tuple[Any, ...], rng: random.Random) -> None:
    holder(root, path)[path[-1]] = copy_of(rng.choice(ODD))


def duplicate(root: Any, path: tuple[Any, ...], rng: random.Random) -> None:
    held = holder(root, path)
    if isinstance(held, list):
        held.insert(rng.randrange(len(held) + 1), copy_of(held[path[-1]]))
    else:
        held[rng.choice([f"{path[-1]}2", "x", "\U0001f600", "claims", "north"])] = copy_of(held[path[-1]])


def exchange(root: Any, path: tuple[Any, ...], rng: random.Random) -> None:
    other = rng.choice(list(spots(root)))
    value = copy_of(holder(root, other)[other[-1]])
    holder(root, path)[path[-1]] = value


CHANGES: list[Callable[[Any, tuple[Any, ...], random.Random], None]] = [delete, replace, duplicate, exchange]


def changed(root: Any, rng: random.Random) -> Any:
    root = copy_of(root)
    for _ in range(rng.choice([1, 1, 1, 2, 5])):
        if places := list(spots(root)):
            rng.choice(CHANGES)(root, rng.choice(places), rng)
    return root


def whole(folder: Path) -> Path:
    """The small case with a file of each kind."""
    make(folder)
    for name in ("preferences.yaml", "conflict.yaml"):
        (folder / name).write_text(TEXTS[name], encoding="utf-8")
    return folder


def is_told_or_read(folder: Path) -> None:
    case, problems = inspect(folder)
    assert all(isinstance(p, Problem) for p in problems)
    assert all(p.line >= 0 and p.column >= 0 and p.found and p.expected for p in problems)
    assert all(len(p.found) < 400 for p in problems)
    assert all(str(p) for p in problems)
    if case is None:
        assert problems
    elif not any(p.level == "error" for p in problems):
        # What is told to be sound can be used.
        order_of(case.talks.meetings)
        assert not changes(state_of(case), case, "now")
        for day in (date.min, date(2025, 3, 20), date(2025, 5, 20), date.max):
            seen(case, day)


@pytest.fixture(scope="module", params=["small", *(folder.name for folder in EXAMPLES)])
def sound(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound") / request.param
    if request.param == "small":
        return whole(folder)
    return Path(shutil.copytree(next(f for f in EXAMPLES if f.name == request.param), folder))


@few
@given(name=st.sampled_from(FILES), seed=st.integers(0, 2**32))
def test_values_deleted_doubled_replaced_and_exchanged(sound: Path, name: str, seed: int) -> None:
    path = sound / name
    if not path.exists():
        path = sound / "talks.yaml"
    before = path.read_bytes()
    value = changed(read_yaml(path).value, random.Random(seed))
    try:
        path.write_text(yaml_of(value), encoding="utf-8")
        is_told_or_read(sound)
    finally:
        path.write_bytes(before)


@given(name=st.sampled_from(FILES), data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_anywhere(tmp_path: Path, name: str, data: st.DataObject) -> None:
    text = TEXTS[name]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    new = data.draw(st.one_of(st.text(max_size=8), st.text("{}[],:- \n\t'\"#&*!|>%@`?~", max_size=8)))
    whole(tmp_path)
    (tmp_path / name).write_bytes((text[:start] + new + text[end:]).encode("utf-8", "surrogatepass"))
    is_told_or_read(tmp_path)


@given(name=st.sampled_from([*FILES, "sources/press.txt"]), data=st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_for_a_file(tmp_path: Path, name: str, data: bytes) -> None:
    (whole(tmp_path) / name).write_bytes(data)
    is_told_or_read(tmp_path)


@pytest.mark.parametrize("name", FILES)
def test_each_kind_of_value_for_each_key_at_the_top(tmp_path: Path, name: str) -> None:
    whole(tmp_path)
    root = read_yaml(tmp_path / name).value
    for key in root:
        for value in (None, True, 7, "x", [], {}, [None], {"a": None}, [{"id": "x"}]):
            (tmp_path / name).write_text(yaml_of({**root, key: value}), encoding="utf-8")  # type: ignore[dict-item]
            is_told_or_read(tmp_path)


def test_the_writer_of_these_tests_is_right(tmp_path: Path) -> None:
    for name in FILES:
        value = read_yaml(TWO_VALLEYS / name).value
        (tmp_path / name).write_text(yaml_of(value), encoding="utf-8")
        assert same(read_yaml(tmp_path / name).value, value)
