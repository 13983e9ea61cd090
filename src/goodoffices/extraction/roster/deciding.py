"""Who of those named talks and who helps: whom clauses set together, else who acts most; and whom a person named."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from .encounters import Encounter
from .lexicon import MEDIATORS
from .names import Names
from .phrase import WE, Group
from .prominence import APART, ENOUGH
from .side import Said, Side
from .third_parties import Helper

FIRST = 1.5
"""What the first sentence that tells of an encounter counts more than a later one."""
MOST = 200
"""Sets that are weighed."""
TOLD = 2.5
"""From which weight on clauses tell that some have to do with each other."""
ACTING = 0.5
"""What the prominence of its members adds to a set that clauses tell."""


def parties_of(
    met: Sequence[Encounter], acting: Counter[str], names: Names, helping: Sequence[Helper], said: Said
) -> dict[str, Side]:
    """Those of whom a person named that the text names, where they are two; else those who stand together with most weight."""
    keys = [names.key(Group(side.name, True)) for side in said.parties]
    given = {key: names.side(key) for key in keys if names.known(key)}
    if len(given) > 1:
        return given
    helps = {
        key
        for helper in helping
        if helper.sure and (key := names.key(helper.group)) not in given and not _itself(helper, key, met, names)
    }
    apart = helps | {WE} | {key for key in acting if said.role_of(names.side(key).names) in ("third", "nobody")}
    unsure = {names.key(one.group) for one in helping if not one.sure}
    found, weight = _heaviest(met, acting, names, apart)
    if weight < TOLD and unsure and (not found or unsure & set(found)):
        # No clause sets the judge against somebody: two others, where there are two.
        found = _heaviest(met, acting, names, apart | unsure)[0] or found
    if given and not given.keys() & set(found):
        found = ()
    return {**given, **{key: names.side(key) for key in found if key not in given}}


def _itself(helper: Helper, key: str, met: Sequence[Encounter], names: Names) -> bool:
    """Whether the host is one of those who met."""
    return helper.role == "hosts" and any(one.weight >= 2.5 and key in map(names.key, one.groups) for one in met)


def _heaviest(
    met: Sequence[Encounter], acting: Counter[str], names: Names, apart: set[str]
) -> tuple[tuple[str, ...], float]:
    votes: Counter[tuple[str, ...]] = Counter()
    first = min((one.sentence for one in met), default=0)
    for one in met:
        keys = [key for key in dict.fromkeys(map(names.key, one.groups)) if key not in apart]
        if len(keys) > 1:
            votes[tuple(keys)] += one.weight * (FIRST if one.sentence == first else 1.0)  # type: ignore[assignment]
    most = [key for key, _ in acting.most_common() if key not in apart]
    clear = len(most) < 3 or acting[most[2]] < APART * acting[most[1]]
    if len(most) > 1 and acting[most[1]] >= ENOUGH and clear:
        votes[tuple(sorted(most[:2], key=list(acting).index))] += 0
    # A set gains from what is told of a part of it.
    votes = Counter(dict(votes.most_common(MOST)))
    total = {some: sum(votes[other] for other in votes if set(other) <= set(some)) for some in votes}
    best = max(
        total,
        key=lambda some: (total[some] + ACTING * sum(acting[k] for k in some) / len(some), -len(some)),
        default=(),
    )
    return best, total.get(best, 0)


def third_of(
    helping: Sequence[Helper], names: Names, parties: dict[str, Side], said: Said, people: frozenset[str]
) -> dict[str, Side]:
    """Those whom a person named and the text names, and those who help by its words."""
    found: dict[str, Side] = {}
    does = {names.key(helper.group): helper.role for helper in reversed(helping) if helper.sure}
    for side in said.third:
        key = names.key(Group(side.name, True))
        if side.person or key in people:
            found[key] = replace(side, role=side.role or does.get(key, "mediates"), person=True)
        elif names.known(key):
            found[key] = replace(names.side(key), role=side.role or does.get(key, "mediates"))
    for helper in helping:
        key = names.key(helper.group)
        side = names.side(key, helper)
        if key not in parties and said.role_of(side.names) not in ("party", "nobody"):
            found.setdefault(key, side)
    proper = {key: side for key, side in found.items() if side.person or side.name[0].isupper()}
    if proper:
        # `the mediator` is whoever is named as one.
        return {key: side for key, side in found.items() if key in proper or not _office(side)}
    return {key: side for key, side in found.items() if not side.name.startswith("observer")}


def _office(side: Side) -> bool:
    return side.name.lower().split()[-1] in MEDIATORS
