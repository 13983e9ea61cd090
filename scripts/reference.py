"""Writes the tables of docs/reference that come from the code: file keys, predicates, relations.

    scripts/reference            writes what is out of date
    scripts/reference --check    writes nothing; fails where something is out of date

Only what stands between `<!-- begin NAME -->` and `<!-- end NAME -->` is replaced; the rest of a page is a person's.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from goodoffices.case import FILES, schema
from goodoffices.case.entries import fields_of
from goodoffices.case.kinds import KINDS, SAID, By
from goodoffices.record import DENIALS
from goodoffices.record.predicates import ANY_VERB, FAMILIES, PREDICATES, Family
from goodoffices.record.relation import DEFINITIONS
from goodoffices.talks import Day, Ref

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "docs" / "reference"
_PART = re.compile(r"(<!-- begin (?P<name>[\w-]+) -->\n).*?(<!-- end (?P=name) -->)", re.DOTALL)


def table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    """A Markdown table; a bar inside a cell would end it."""
    lines = [head, ("---",) * len(head), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def keys(name: str) -> str:
    """Every key of every entry of one file, a section for each kind of entry."""
    described = schema(name)
    sections = []
    for cls, places in entries(FILES[name]).items():
        of = described if cls is FILES[name] else described["$defs"][cls.__name__]
        rows = (key_row(field.key, field.hint, of) for field in fields_of(cls))
        where = "The whole file." if not places[0] else f"Stands at {words(places)}."
        text = table(("key", "what it holds", "without it", "meaning"), rows)
        sections.append(f"## {cls.__name__}\n\n{of['description']} {where}\n\n{text}")
    return "\n" + "\n".join(sections) + "\n"


def entries(root: type[Any]) -> dict[type[Any], list[str]]:
    """The kinds of entries of a file in the order of its keys, each with the places at which it stands."""
    found: dict[type[Any], list[str]] = {}

    def walk(cls: type[Any], path: str) -> None:
        if path not in (places := found.setdefault(cls, [])):
            places.append(path)
        for field in fields_of(cls):
            for inner, suffix in holds(field.hint):
                walk(inner, f"{path}.{field.key}{suffix}".lstrip("."))

    walk(root, "")
    return found


def holds(hint: Any, suffix: str = "") -> Iterator[tuple[type[Any], str]]:
    if isinstance(hint, type) and is_dataclass(hint) and hint is not Day:
        yield hint, suffix
    for argument in get_args(hint):
        yield from holds(argument, suffix + {tuple: "[]", dict: ".ID"}.get(get_origin(hint), ""))


def key_row(key: str, hint: Any, described: dict[str, Any]) -> tuple[str, ...]:
    field = described["properties"][key]
    without = "**an error**" if key in described.get("required", ()) else default(field)
    return f"`{key}`", kind(hint), without, " ".join(field["description"].split())


def default(field: dict[str, Any]) -> str:
    value = field.get("default")
    if value in (None, "", [], {}) or isinstance(value, dict):
        return "nothing"
    if isinstance(value, list):
        return f"`[{', '.join(map(str, value))}]`"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


_PLAIN = {str: "text", int: "whole number", bool: "true or false", Day: "day"}


def kind(hint: Any) -> str:
    """A type in words."""
    arguments = [a for a in get_args(hint) if a is not NoneType]
    match get_origin(hint):
        case None if isinstance(hint, type) and is_dataclass(hint) and hint is not Day:
            return f"[{hint.__name__}](#{hint.__name__.lower()})"
        case None:
            return _PLAIN.get(hint, "number")
        case origin if origin is Literal:
            return words(arguments)
        case origin if origin is Annotated:
            # What is marked with anything but a reference is a number that is kept exact.
            return reference(mark) if isinstance(mark := hint.__metadata__[0], Ref) else "number, or a fraction as text"
        case origin if origin in (UnionType, Union):
            return " or ".join(kind(a) for a in arguments)
        case origin if origin is tuple:
            return (
                f"list of ({inner})"
                if " or " in (inner := kind(arguments[0])) and "id of" not in inner
                else f"list of {inner}"
            )
        case _:
            # Plain keys of plain values are words (a language, a qualifier); keys of entries are ids.
            by = "id" if any(holds(arguments[1])) else "key" if arguments[0] is str else kind(arguments[0])
            return f"mapping of {by} to {kind(arguments[1])}"


def reference(ref: Ref) -> str:
    named = [f"`{one}`" for one in ref.kinds]
    return f"id of {' or '.join(named)}{', with or without `?`' if ref.doubtful else ''}"


def families() -> str:
    """The table of predicate families."""
    head = ("family", "question", "predicates", "asked about", "values compare as", "pairing")
    rows = (
        (f"`{f.name}`", f.question, words(f.predicates) or "any, by type", f.about, f.kind, f.pairing) for f in FAMILIES
    )
    return "\n" + table(head, rows) + "\n"


def words(some: Iterable[str]) -> str:
    return ", ".join(f"`{one}`" for one in some)


def orders() -> str:
    """Which predicate says more than which, and which two exclude each other."""
    rows = ((f"`{f.name}`", pairs(f, "order", " < "), pairs(f, "excludes", " and ")) for f in FAMILIES if f.order)
    return "\n" + table(("family", "weaker < stronger", "exclude each other"), rows) + "\n"


def pairs(family: Family, which: Literal["order", "excludes"], between: str) -> str:
    return "; ".join(f"`{a}`{between}`{b}`" for a, b in getattr(family, which)) or "none"


def denials() -> str:
    """What denies what, and how a denial is written."""
    rows = (
        (
            f"`{row.denying}`",
            f"`{row.asserting}`",
            f"`type: {row.type}, predicate: {row.denying}`" if row.type else "read only",
            "asserted" if row.back else "denied" if row.type == "outcome" else "open",
        )
        for row in DENIALS
    )
    head = ("predicate", "denies", "written as", "with `modality: negated` it is")
    return "\n" + table(head, rows) + "\n"


def types() -> str:
    """Which predicates go with a type of claim."""
    rows = (
        (f"`{type_}`", f"any verb, such as {names}" if type_ in ANY_VERB else names)
        for type_, row in PREDICATES.items()
        for names in [", ".join(f"`{one}`" for one in row)]
    )
    return "\n" + table(("type", "predicates"), rows) + "\n"


def relations() -> str:
    """The definitions of the relations, the gravest last as they are published."""
    return "\n" + table(("relation", "definition"), ((f"`{r.value}`", text) for r, text in DEFINITIONS.items())) + "\n"


def kinds() -> str:
    """What a claim becomes in the talks."""
    rows = (
        (
            f"`{'.'.join(kind.place)}`"
            + "".join(f", `{key}` one of {words(values)}" for key, values in kind.where.items()),
            "<br>".join(made_by(by) for by in kind.made_by),
            words(kind.same_by) or "its id",
        )
        for kind in KINDS
    )
    return "\n" + table(("entry", "made by claims", "the same by"), rows) + "\n"


def made_by(by: By) -> str:
    """One kind of claim that makes an entry."""
    which = words(by.predicates) or "any predicate"
    sign = {"asserts": "", "denies": ", denied", "as written": ", as written"}.get(by.sign, "")
    ways = "said to be so" if by.modalities == SAID else ", ".join(sorted(by.modalities))
    return f"{' or '.join(by.types)}: {which}{sign} ({ways})"


def part(name: str) -> str:
    """The text of one generated part."""
    made = {
        "families": families,
        "orders": orders,
        "denials": denials,
        "types": types,
        "relations": relations,
        "kinds": kinds,
    }
    return made[name]() if name in made else keys(name.removesuffix("-keys"))


def renewed(text: str) -> str:
    """A page with its generated parts made anew."""
    return _PART.sub(lambda found: found[1] + part(found["name"]) + found[3], text)


def main(check: bool) -> int:
    stale = [p for p in sorted(PAGES.glob("*.md")) if renewed(p.read_text("utf-8")) != p.read_text("utf-8")]
    for page in stale:
        print(f"{page.relative_to(ROOT)}: {'out of date: run scripts/reference' if check else 'written'}")
        if not check:
            page.write_text(renewed(page.read_text("utf-8")), "utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
