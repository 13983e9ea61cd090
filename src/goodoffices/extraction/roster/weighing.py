"""Which two talk: what each sign counts (`weights.txt`), added up for each body and each pair; the heaviest pair, and who else is told to meet both."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files

from .encounters import Encounter
from .evidence import Evidence, Signs
from .names import Names

STRONG = 2.5
"""From which weight on a clause can tell of three who talk."""
ALSO = 4.0
"""How much lighter than the lighter of the two a third may be, where one clause names all three."""


@cache
def weights() -> Mapping[str, float]:
    """What a sign of a body counts, and under `pair ...` one of a pair."""
    lines = files(__package__).joinpath("weights.txt").read_text("utf-8").splitlines()
    told = (line.rsplit(" ", 1) for line in lines if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in told}


def weight(signs: Signs, of: str = "") -> float:
    """What signs count together."""
    table = weights()
    return sum(table.get(of + name, 0.0) * share for name, share in signs.items() if share)


def chosen(
    told: Evidence, met: Sequence[Encounter], names: Names, given: Collection[str], apart: Collection[str]
) -> tuple[str, ...]:
    """The pair with most weight, with whom one clause sets beside both; with a party that is given, whoever has most with it."""
    alone = {key: weight(signs) for key, signs in told.alone.items() if key not in apart}
    pairs = {
        (one, two): alone[one] + alone[two] + weight(signs, "pair ")
        for (one, two), signs in told.together.items()
        if one in alone and two in alone and (not given or one in given or two in given)
    }
    if not pairs or (max(pairs.values()) < weights()["none"] and not given):
        return ()
    best: tuple[str, ...] = max(pairs.items(), key=lambda one: one[1])[0]
    least = min(alone[key] for key in best) - ALSO
    also = {key for key, weighs in alone.items() if weighs >= least and not _stands_by(told.alone[key])}
    for one in met:
        keys = tuple(dict.fromkeys(map(names.key, one.groups)))
        if len(keys) > 2 and one.weight >= STRONG and set(best) < set(keys):
            best = tuple(key for key in keys if key in best or key in also)
    near = {key for key in also - set(best) if any(_beside(told, key, one) for one in best)}
    more = sorted(near, key=lambda key: -alone[key])[: max(told.many - len(best), 0)]
    best = (*best, *more)
    return tuple(sorted(best, key=list(told.alone).index))


def _beside(told: Evidence, one: str, other: str) -> bool:
    signs = told.together.get((min(one, other), max(one, other)), {})
    return (
        bool(signs.get("one sentence") or signs.get("in turn"))
        and not told.alone[one].get("office")
        and not told.alone[one].get("first office")
    )


def _stands_by(signs: Signs) -> bool:
    return any(map(signs.get, _NO_THIRD)) or signs.get("likely helps", 0) > HELPS


HELPS = 0.4
"""From which likelihood on somebody rather helps two others than talks with them."""
_NO_THIRD = ("helps", "of helpers", "person", "leader")
"""Signs of who stands beside two others and is no third party to their talks."""
