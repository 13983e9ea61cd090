"""The files of a case as they are read for forgetting, and what becomes of the values in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ...case import Case, read_case
from ...case.entries import Steps
from ...case.read import TYPES
from ...case.unfinished import STAGING
from ...case.validate import value_at
from ...documents import Document, Plain, files_below, read_yaml
from ...errors import DataError
from .going import Going
from .other_files import VERSIONS

LISTS_OF_NAMES = frozenset({"spellings", "names", "other"})
"""Keys under which a name that is looked for goes whole; elsewhere it is blacked out."""


@dataclass
class CaseFiles:
    """The case, its YAML files, and what becomes of each."""

    folder: Path
    case: Case
    documents: dict[str, Document]
    going: dict[str, Going] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> "CaseFiles":
        """Read the case, and whatever else is YAML in its folder; DataError where the case has mistakes."""
        case = read_case(folder)
        documents = {}
        for name in _yaml_files(folder):
            try:
                documents[name] = read_yaml(folder / name)
            except DataError:
                continue  # it is searched, and treated, as any other file
        return cls(folder, case, documents, {name: Going() for name in documents})

    def values(self, name: str) -> Iterator[tuple[Steps, str]]:
        """The texts that stay in a file, keys apart, each with its place."""
        yield from ((s, v) for s, v in texts(self.documents[name].value) if not self.going[name].has(s))

    def keys(self, name: str) -> Iterator[tuple[Steps, str]]:
        """The keys that stay in a file, each with the place of its value."""
        yield from ((s, k) for s, k in keys(self.documents[name].value) if not self.going[name].has(s))

    def gone(self, name: str) -> Iterator[str]:
        """The texts, and the keys, of all that goes from a file."""
        document, going = self.documents[name], self.going[name]
        for steps in going.gone:
            value = value_at(document.value, steps)
            yield from (text for _, text in texts(value))
            yield from (key for _, key in keys(value))


def _yaml_files(folder: Path) -> list[str]:
    found = (path.relative_to(folder) for path in files_below(folder, without=VERSIONS | {STAGING, "sources"}))
    names = [one.as_posix() for one in found if one.suffix in (".yaml", ".yml") and not one.name.startswith(".")]
    return [*(name for name in TYPES if name in names), *(name for name in names if name not in TYPES)]


def texts(value: Plain, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """All texts within a value."""
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*steps, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts(inner, (*steps, number))


def keys(value: Plain, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """All keys within a value, each with the place of what it holds."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*steps, key), key
            yield from keys(inner, (*steps, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from keys(inner, (*steps, number))


def take_seats(value: Plain, going: Going) -> None:
    """In an exercise: take out wherever a seat is named that goes with whom it sat for."""
    seats = frozenset(str(steps[1]) for steps in going.gone if len(steps) == 2 and steps[0] == "seats")
    if seats and isinstance(value, dict):
        for part in ("meetings", "injections"):
            for steps, text in texts(value.get(part), (part,)):
                if text in seats and steps[-2:-1] in (("seats",), ("to",)):
                    going.gone.add(steps)


def take_ids(value: Plain, going: Going, ids: frozenset[str]) -> None:
    """In a file of no known form: take out what is kept under these ids, listed by them, or told of them."""
    for steps, key in keys(value):
        if key in ids:
            going.gone.add(steps)
    for steps, text in texts(value):
        if text.removesuffix("?") in ids and steps:
            # A value under a key tells of what holds the key; one of a list is only listed.
            going.gone.add(steps if isinstance(steps[-1], int) or len(steps) < 3 else steps[:-1])
