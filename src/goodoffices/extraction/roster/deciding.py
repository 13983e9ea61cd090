"""Who of those named talks and who helps: whom clauses set together, else who acts most; and whom a person named."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from .encounters import Encounter
from .evidence import Evidence, Signs
from .lexicon import MEDIATORS
from .names import Names
from .phrase import Group
from .side import PERHAPS, Said, Side
from .third_evidence import likely
from .third_parties import Helper
from .weighing import chosen

LEAST = 0.45
"""How likely somebody must be to help, to be told."""


def parties_of(told: Evidence, met: Sequence[Encounter], names: Names, said: Said) -> dict[str, Side]:
    """Those of whom a person named that the text names, where they are two; else the two of whom most is told that parties do."""
    keys = [names.key(Group(side.name, True)) for side in said.parties]
    given = {key: names.side(key) for key in keys if names.known(key)}
    if len(given) > 1:
        return given
    others = {key for key in told.alone if said and said.role_of(names.side(key).names) in ("third", "nobody")}
    found = chosen(told, met, names, tuple(given), others)
    return {**given, **{key: names.side(key) for key in found if key not in given}}


def third_of(
    helping: Sequence[Helper],
    might: Mapping[str, tuple[Helper, Signs]],
    names: Names,
    parties: dict[str, Side],
    said: Said,
    people: frozenset[str],
) -> dict[str, Side]:
    """Those whom a person named and the text names, and those who more likely than not help by its words."""
    found: dict[str, Side] = {}
    does = {
        names.key(helper.group): helper.role for helper in reversed(helping) if helper.sure and helper.role != PERHAPS
    }
    for side in said.third:
        key = names.key(Group(side.name, True))
        if side.person or key in people:
            found[key] = replace(side, role=side.role or does.get(key, "mediates"), person=True)
        elif names.known(key):
            found[key] = replace(names.side(key), role=side.role or does.get(key, "mediates"))
    clearest = sorted(helping, key=lambda helper: helper.role == PERHAPS)
    told = {names.key(helper.group): helper for helper in reversed(clearest)}
    for key, (helper, signs) in might.items():
        side = names.side(key, told.get(key, helper))
        if likely(signs) < LEAST:
            continue
        if helper.by is not None and helper.by not in side.names:
            side = replace(side, other=(*side.other, helper.by))
        if key not in parties and said.role_of(side.names) not in ("party", "nobody"):
            found.setdefault(key, side)
    proper = {key: side for key, side in found.items() if side.person or side.name[0].isupper()}
    if proper:
        # `the mediator` is whoever is named as one.
        return {key: side for key, side in found.items() if key in proper or not _office(side)}
    return {key: side for key, side in found.items() if not side.name.startswith("observer")}


def _office(side: Side) -> bool:
    return side.name.lower().split()[-1] in MEDIATORS
