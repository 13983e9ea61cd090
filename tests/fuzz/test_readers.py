"""Every reader takes any bytes: it reads them, or refuses them in good order. What else comes out is a fault of ours.

The corpus beside holds small files, most of them named after what is wrong with them; from these others are made by changes.
A file that once brought a reader down joins it.

    GOODOFFICES_FUZZ_SECONDS=600 python -m pytest tests/fuzz -m slow     as long as that, with a new seed
"""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from goodoffices.brief import brief_bytes
from goodoffices.case import inspect
from goodoffices.case.earlier import read_state
from goodoffices.case.template import template_files
from goodoffices.documents import read_yaml
from goodoffices.errors import DataError
from goodoffices.extraction.extractors import Named
from goodoffices.extraction.read import Given, read_one

from .mutations import mutated

CORPUS = Path(__file__).parent / "corpus"
SECONDS = float(os.environ.get("GOODOFFICES_FUZZ_SECONDS", "180"))
QUICK = 3
"""Changed files for each of the corpus in the quick tests."""
LONGEST = 60
"""Seconds after which a reader of such a small file hangs."""
SEEDS = {path.name: path.read_bytes() for path in sorted(CORPUS.iterdir())}
SEEDS |= {f"new-{name}": text.encode() for name, text in template_files().items() if name.endswith(".yaml")}
PLAIN = Named("plain")


@contextmanager
def ended_in_time() -> Iterator[None]:
    def end(*_: object) -> None:
        raise TimeoutError("a reader that does not end")

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def report(name: str, raw: bytes, folder: Path) -> None:
    read = read_one(PLAIN(), Given(name, raw))
    if read.problem is not None:
        assert read.problem.file == name
        assert read.problem.found
        assert read.problem.expected
        assert "makes its reader break down" not in read.problem.found
    else:
        assert read.text.strip()
        assert all(read.text[claim.start : claim.end] == claim.words for claim in read.claims)


def case(name: str, raw: bytes, folder: Path) -> None:
    """A YAML file in its place in a case: told with its mistakes, or good for a brief."""
    for path, text in template_files().items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(text.encode())
    place = name.removeprefix("new-") if name.startswith("new-") else "talks.yaml"
    (folder / place).write_bytes(raw)
    with suppress(DataError):
        read_yaml(folder / place).place(())
    found, problems = inspect(folder)
    if found is None:
        assert problems
    elif not any(problem.level == "error" for problem in problems):
        brief_bytes(".md", found)


def state(name: str, raw: bytes, folder: Path) -> None:
    (folder / "state.json").write_bytes(raw)
    with suppress(DataError):
        read_state(folder / "state.json")


KINDS: dict[str, Callable[[str, bytes, Path], None]] = {"yaml": case, "json": state}


def kind(name: str) -> Callable[[str, bytes, Path], None]:
    return KINDS.get(name.rpartition(".")[2], report)


def alike(name: str) -> list[bytes]:
    ending = name.rpartition(".")[2]
    return [raw for other, raw in SEEDS.items() if other.endswith(ending)]


def attempt(name: str, raw: bytes, folder: Path) -> None:
    """Read it; where that fails, keep the file, so that it can join the corpus."""
    try:
        with ended_in_time():
            kind(name)(name, raw, folder)
    except BaseException:
        kept = folder / f"failed-{name}"
        kept.write_bytes(raw)
        print(f"kept: {kept}")
        raise


@pytest.mark.parametrize("name", SEEDS)
def test_the_corpus_is_read_or_refused(name: str, tmp_path: Path) -> None:
    attempt(name, SEEDS[name], tmp_path)


@pytest.mark.parametrize("name", SEEDS)
def test_what_is_made_from_the_corpus_is_read_or_refused(name: str, tmp_path: Path) -> None:
    chance = random.Random(name)
    for _ in range(QUICK):
        attempt(name, mutated(SEEDS[name], alike(name), chance), tmp_path)


ENDINGS = sorted({name.rpartition(".")[2] for name in SEEDS})


@pytest.mark.slow
@pytest.mark.parametrize("ending", ENDINGS)
def test_for_minutes_whatever_is_made_is_read_or_refused(ending: str, tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed: {seed}")
    chance, names = random.Random(seed), [name for name in SEEDS if name.endswith(ending)]
    end = time.monotonic() + SECONDS / len(ENDINGS)
    tried = 0
    while time.monotonic() < end:
        name = chance.choice(names)
        attempt(name, mutated(SEEDS[name], alike(name), chance), tmp_path)
        tried += 1
    print(f"{tried} files")
    assert tried
