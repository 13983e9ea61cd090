"""Random conflicts of both forms, with all that makes them nasty: ties, one-way moves, infeasible states, idle makers."""

from itertools import product
from random import Random

from goodoffices.talks import Conflict, Option, PreferenceStatement


def conflict(random: Random) -> Conflict:
    """One of both forms, two to four decision makers."""
    return option_form(random) if random.random() < 0.6 else graph_form(random)


def graph_form(random: Random) -> Conflict:
    """Up to nine states whose ids are no run of numbers; moves both ways or one way, seldom transitive."""
    makers = {f"m{k}": f"Maker {k}" for k in range(random.randint(2, 4))}
    states = random.sample(range(1, 40), random.randint(2, 9))
    density = random.choice([0.1, 0.25, 0.5])
    moves = {
        maker: tuple((a, b) for a in states for b in states if a != b and random.random() < density) for maker in makers
    }
    return Conflict(
        decision_makers=makers,
        states={s: f"state {s}" for s in states},
        moves=moves,
        preferences={maker: _ranking(random, states) for maker in makers},
    )


def option_form(random: Random, most: int = 5) -> Conflict:
    """Up to five options, dealt at random: a decision maker may have none."""
    makers = {f"m{k}": f"Maker {k}" for k in range(random.randint(2, 4))}
    names = [f"o{k}" for k in range(random.randint(1, most))]
    one_way = random.random() < 0.5
    options = {
        name: Option(of=random.choice(list(makers)), moves=random.choice(["both", "up", "down"]) if one_way else "both")
        for name in names
    }
    infeasible = tuple(_pattern(random, names) for _ in range(random.choice([0, 0, 1, 2, 3])))
    states = [
        "".join(word)
        for word in product("NY", repeat=len(names))
        if not any(all((word[names.index(o)] == "Y") == v for o, v in p.items()) for p in infeasible)
    ]
    if not states:
        return option_form(random, most)
    told = {maker: _statements(random, names) for maker in makers if random.random() < 0.2}
    rankings = {maker: _ranking(random, states) for maker in makers if maker not in told}
    return Conflict(
        decision_makers=makers, options=options, infeasible=infeasible, preferences=rankings, statements=told
    )


def _pattern(random: Random, names: list[str]) -> dict[str, bool]:
    chosen = random.sample(names, random.randint(1, min(3, len(names))))
    return {name: random.random() < 0.5 for name in chosen}


def _statements(random: Random, names: list[str]) -> tuple[PreferenceStatement, ...]:
    kinds = [{}, {"if_": _pattern(random, names)}, {"iff": _pattern(random, names)}]
    return tuple(
        PreferenceStatement(options=_pattern(random, names), **random.choice(kinds))
        for _ in range(random.randint(1, 4))
    )


def _ranking(random: Random, states: list) -> tuple:
    shuffled = random.sample(states, len(states))
    levels: list[list] = [[shuffled[0]]]
    ties = random.choice([0.0, 0.2, 0.6])
    for state in shuffled[1:]:
        if random.random() < ties:
            levels[-1].append(state)
        else:
            levels.append([state])
    return tuple(level[0] if len(level) == 1 and random.random() < 0.5 else tuple(level) for level in levels)
