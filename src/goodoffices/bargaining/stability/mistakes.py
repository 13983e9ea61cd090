"""What is wrong with a conflict as data: names that nothing stands for, rankings that miss states, moves that cannot be.

Each mistake says where in the file it stands, by keys and list numbers, so that whoever read the file can name line and column.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ...talks import Conflict, PreferenceStatement
from .letters import MOST_OPTIONS, TooManyStates, as_letters, code, feasible

Steps = tuple[str | int, ...]
_NAMED = 10
"""So many states are named one by one in a message."""


class Mistake(NamedTuple):
    """One mistake: keys and list numbers that lead to it, what stands there, what should."""

    steps: Steps
    found: str
    expected: str


def mistakes(conflict: Conflict) -> list[Mistake]:
    """Every mistake of a conflict, in the order of its keys; none means that it can be analysed."""
    found = [*_makers(conflict), *_form(conflict), *_options(conflict)]
    found += [*_moves(conflict), *_grounds(conflict), *_statements(conflict)]
    if any(m.steps[0] in ("options", "infeasible") for m in found):
        return found  # which states there are is not known
    if not conflict.options:
        return [*found, *_of_states(conflict, set(conflict.states))]
    try:
        codes = feasible(tuple(conflict.options), conflict.infeasible)
    except TooManyStates as error:
        return [*found, Mistake(("options",), str(error), "fewer options, or more combinations that cannot be")]
    if not len(codes):
        return [*found, Mistake(("infeasible",), "no state that can be", "at least one state")]
    # Only those states are put into letters that are asked for: a million texts would be made for nothing.
    named = codes if conflict.preferences else [c for c in _today(conflict) if c in codes]
    return [*found, *_of_states(conflict, set(as_letters(named, len(conflict.options))))]


def _today(conflict: Conflict) -> list[int]:
    today = conflict.status_quo
    return [code(today)] if isinstance(today, str) and _is_state(conflict, today) else []


def _is_state(conflict: Conflict, state: int | str) -> bool:
    return isinstance(state, str) and len(state) == len(conflict.options) and set(state) <= {"Y", "N"}


def _of_states(conflict: Conflict, states: set[int | str]) -> Iterator[Mistake]:
    """What names states: rankings and the status quo."""
    for maker in conflict.decision_makers:
        if maker in conflict.preferences:
            yield from _ranking(conflict, maker, states)
        elif maker not in conflict.statements:
            yield Mistake(("preferences",), f"no ranking of {maker}", f"`preferences` or `statements` of {maker}")
    today = conflict.status_quo
    if today is not None and today not in states:
        yield Mistake(("status_quo",), f"the state {today}", _expected(conflict, today, states))


def _makers(conflict: Conflict) -> Iterator[Mistake]:
    if not conflict.decision_makers:
        yield Mistake(("decision_makers",), "no decision makers", "at least one, as `id: name`")
    for key in ("moves", "preferences", "statements", "basis"):
        for maker in getattr(conflict, key):
            yield from _maker(conflict, maker, (key, maker))
    for name, option in conflict.options.items():
        yield from _maker(conflict, option.of, ("options", name, "of"))


def _maker(conflict: Conflict, maker: str, steps: Steps) -> Iterator[Mistake]:
    if maker not in conflict.decision_makers:
        yield Mistake(steps, maker, f"a decision maker: {', '.join(conflict.decision_makers)}")


def _form(conflict: Conflict) -> Iterator[Mistake]:
    if conflict.options:
        for key in ("states", "moves"):
            if getattr(conflict, key):
                yield Mistake((key,), f"`{key}` beside `options`", "options, or states with moves, not both")
    elif not conflict.states:
        yield Mistake(("states",), "neither options nor states", "`options`, or `states` with `moves`")
    elif conflict.infeasible:
        yield Mistake(("infeasible",), "`infeasible` beside `states`", "`infeasible` with `options` only")


def _options(conflict: Conflict) -> Iterator[Mistake]:
    if len(conflict.options) > MOST_OPTIONS:
        yield Mistake(("options",), f"{len(conflict.options)} options", f"at most {MOST_OPTIONS}")
    for number, pattern in enumerate(conflict.infeasible):
        if not pattern:
            yield Mistake(("infeasible", number), "a combination of no options", "at least one option")
        yield from _known(conflict, pattern, ("infeasible", number))


def _known(conflict: Conflict, pattern: Mapping[str, bool], steps: Steps) -> Iterator[Mistake]:
    for option in pattern:
        if option not in conflict.options:
            yield Mistake((*steps, option), option, f"an option: {', '.join(conflict.options) or 'there is none'}")


def _moves(conflict: Conflict) -> Iterator[Mistake]:
    if conflict.options:
        return
    for maker, moves in conflict.moves.items():
        for number, (start, end) in enumerate(moves):
            steps = ("moves", maker, number)
            if start == end:
                yield Mistake(steps, f"a move from {start} to itself", "two different states")
            for place, state in enumerate((start, end)):
                if state not in conflict.states:
                    yield Mistake((*steps, place), f"the state {state}", f"a state: {_some(conflict.states)}")


def _grounds(conflict: Conflict) -> Iterator[Mistake]:
    for maker, ground in conflict.basis.items():
        given = sum((bool(ground.own), bool(ground.told), ground.assumed is not None))
        if given != 1:
            yield Mistake(("basis", maker), f"{given} grounds", "exactly one of `own`, `told` and `assumed`")
        if ground.adopted is not None and not ground.told:
            yield Mistake(("basis", maker, "adopted"), "`adopted` without `told`", "what is told, to be adopted")


def _statements(conflict: Conflict) -> Iterator[Mistake]:
    for maker, wanted in conflict.statements.items():
        if not conflict.options:
            yield Mistake(("statements", maker), "statements about options in graph form", "a ranking in `preferences`")
            continue
        if maker in conflict.preferences:
            yield Mistake(
                ("statements", maker), "statements beside a ranking", "one of the two for each decision maker"
            )
        if not wanted:
            yield Mistake(("statements", maker), "no statement", "at least one statement")
        for number, statement in enumerate(wanted):
            yield from _statement(conflict, statement, ("statements", maker, number))


def _statement(conflict: Conflict, statement: PreferenceStatement, steps: Steps) -> Iterator[Mistake]:
    if not statement.options:
        yield Mistake((*steps, "options"), "a statement about no option", "at least one option")
    if statement.if_ and statement.iff:
        yield Mistake(steps, "`if` beside `iff`", "one of the two")
    for key, pattern in (("options", statement.options), ("if", statement.if_), ("iff", statement.iff)):
        yield from _known(conflict, pattern, (*steps, key))


def _ranking(conflict: Conflict, maker: str, states: set[int | str]) -> Iterator[Mistake]:
    seen: set[int | str] = set()
    for state, steps in ranked(conflict, maker):
        if state in seen:
            yield Mistake(steps, f"the state {state} a second time", "each state once")
        elif state not in states:
            yield Mistake(steps, f"the state {state}", _expected(conflict, state, states))
        seen.add(state)
    if missing := states - seen:
        yield Mistake(("preferences", maker), f"a ranking without {_some(missing)}", "every state, best first")


def ranked(conflict: Conflict, maker: str) -> Iterator[tuple[int | str, Steps]]:
    """The states of a ranking, best first, each with the place where it stands."""
    for number, level in enumerate(conflict.preferences[maker]):
        if isinstance(level, tuple):
            yield from ((state, ("preferences", maker, number, place)) for place, state in enumerate(level))
        else:
            yield level, ("preferences", maker, number)


def _expected(conflict: Conflict, state: int | str, states: set[int | str]) -> str:
    if not conflict.options:
        return f"a state: {_some(states)}"
    size = len(conflict.options)
    if not isinstance(state, str) or not _is_state(conflict, state):
        return f"{size} {'letter' if size == 1 else 'letters'} Y or N, for {', '.join(conflict.options)}"
    return f"a state that can be ({_ruled_out(conflict, code(state))} cannot)"


def _ruled_out(conflict: Conflict, state: int) -> str:
    taken = {option: bool(state >> place & 1) for place, option in enumerate(reversed(conflict.options))}
    pattern = next(p for p in conflict.infeasible if all(taken[option] == value for option, value in p.items()))
    return ", ".join(f"{option}: {'true' if value else 'false'}" for option, value in pattern.items())


def _some(states: Iterable[int | str]) -> str:
    ordered = sorted(states, key=lambda s: (isinstance(s, str), s))
    more = f" and {len(ordered) - _NAMED} more" if len(ordered) > _NAMED else ""
    return ", ".join(map(str, ordered[:_NAMED])) + more
