"""What is told of a state is so: departures, answers and smallest changes, checked against the definitions."""

from dataclasses import replace
from itertools import product
from random import Random

from goodoffices.bargaining.stability import Flip, Model, Stability, stability, told
from goodoffices.bargaining.stability.flips import flip
from goodoffices.bargaining.stability.verdicts import Departure, verdicts
from goodoffices.talks import Based, Conflict, Judgement
from tests.amount import Cases

from .cases import CHICKEN, PRISONERS, conflict, game
from .oracle import Oracle
from .random_conflicts import conflict as random_conflict
from .test_published import ELMIRA

_STANDING = {"nobody gains": "nash", "answered": "seq", "threats": "smr", "evaded": "gmr"}


def test_departures_and_answers_are_as_defined(cases: Cases) -> None:
    random = Random("verdicts")
    kinds = set()
    for _ in range(cases(quick=50, ci=1_000)):
        found = random_conflict(random)
        result, oracle = stability(found), Oracle(found)
        for verdict in verdicts(result.model, result.tables, list(range(result.model.states))):
            state = result.model.ids[verdict.state]
            strongest = next((n for n, c in _STANDING.items() if state in oracle.equilibria(c)), "open")
            assert verdict.standing == strongest
            for maker, name in enumerate(result.model.makers):
                leaving = [d for d in verdict.departures if d.maker == maker]
                assert len(leaving) + verdict.more[maker] == len(oracle.gains(name, state))
            for departure in verdict.departures:
                assert_departure(result, oracle, verdict.state, departure)
                kinds.add(departure.kind)
    assert kinds == {None, "seq", "smr", "gmr"}


def assert_departure(result: Stability, oracle: Oracle, state: int, departure: Departure) -> None:
    ids, who = result.model.ids, result.model.makers[departure.maker]
    s, s1 = ids[state], ids[departure.to]
    assert s1 in oracle.gains(who, s)
    kind = next((k for k in ("seq", "smr", "gmr") if getattr(oracle, k)(who, s, s1)), None)
    assert departure.kind == kind
    assert bool(departure.answer) == (kind is not None)
    here, last = s1, who
    for step in departure.answer:
        mover, end = result.model.makers[step.maker], ids[step.to]
        assert mover not in (who, last)
        assert end in oracle.moves[mover][here]
        assert step.gains == oracle.prefers(mover, end, here)
        assert step.gains or kind != "seq"
        here, last = end, mover
    if kind is not None:
        assert not oracle.prefers(who, here, s)
        ways_on = [t for t in oracle.moves[who][here] if oracle.prefers(who, t, s)]
        assert kind != "smr" or not ways_on
        if kind == "gmr":
            assert departure.escape is not None
            assert ids[departure.escape] in ways_on


def test_the_smallest_change_is_the_smallest(cases: Cases) -> None:
    random = Random("flips")
    sizes: list[int] = []
    while len(sizes) < cases(quick=20, ci=400):
        found = random_conflict(random)
        model, oracle = Model.of(found), Oracle(found)
        if found.statements or model.states > 6:
            continue
        for state in range(model.states):
            holds = model.ids[state] in oracle.equilibria("seq")
            smallest = min(turns(found, model.ids[state], holds), default=None)
            change = flip(model, state, holds)
            if smallest is None:
                assert change == "none"
            else:
                assert isinstance(change, Flip)
                assert change.size == smallest[0]
                sizes.append(change.size)
                assert sound(found, model, change, model.ids[state], holds)
    assert len(set(sizes)) >= 3


def turns(found: Conflict, state: int | str, holds: bool) -> list[tuple[int]]:
    """The sizes of all moves of one state in one ranking that turn the verdict, straight from the definition."""
    sizes = []
    for maker in found.decision_makers:
        levels = [list(x) if isinstance(x, tuple) else [x] for x in found.preferences[maker]]
        for moved in [s for level in levels for s in level]:
            rest = [[s for s in level if s != moved] for level in levels]
            rest = [level for level in rest if level]
            ways = [[*rest[:i], [moved], *rest[i:]] for i in range(len(rest) + 1)]
            ways += [[*rest[:i], [*rest[i], moved], *rest[i + 1 :]] for i in range(len(rest))]
            for way in ways:
                if (state in Oracle(ranked(found, maker, way)).equilibria("seq")) != holds:
                    sizes.append((compared(levels, way, moved),))
    return sizes


def ranked(found: Conflict, maker: str, levels: list[list[int | str]]) -> Conflict:
    return replace(found, preferences={**found.preferences, maker: tuple(tuple(level) for level in levels)})


def compared(before: list[list[int | str]], after: list[list[int | str]], moved: int | str) -> int:
    def sides(levels: list[list[int | str]]) -> dict[int | str, int]:
        place = {s: i for i, level in enumerate(levels) for s in level}
        return {s: (place[s] > place[moved]) - (place[s] < place[moved]) for s in place}

    old, new = sides(before), sides(after)
    return sum(old[s] != new[s] for s in old)


def sound(found: Conflict, model: Model, change: Flip, state: int | str, holds: bool) -> bool:
    """Whether doing what the flip says turns the verdict."""
    maker, moved, beside = model.makers[change.maker], model.ids[change.moved], model.ids[change.beside]
    levels = [list(x) if isinstance(x, tuple) else [x] for x in found.preferences[maker]]
    rest = [level for level in ([s for s in level if s != moved] for level in levels) if level]
    at = next(i for i, level in enumerate(rest) if beside in level)
    if change.place == "level with":
        rest[at].append(moved)
    else:
        rest.insert(at + (change.place == "just below"), [moved])
    return (state in Oracle(ranked(found, maker, rest)).equilibria("seq")) != holds


def lines(found: Conflict, state: str) -> tuple[str, ...]:
    return next(t.lines for t in told(stability(found)) if t.state.split()[0] == state)


def test_words_for_an_answer() -> None:
    assert lines(PRISONERS, "YY")[0] == (
        "Anna could go to NY (y), which it prefers; but Ben would not accept: Ben could then go to NN (nothing taken up), "
        "and Anna would be no better off than now"
    )


def test_words_for_a_threat() -> None:
    assert lines(CHICKEN, "YY")[0] == (
        "Anna could go to NY (y), which it prefers; only a threat holds it back: Ben could then go to NN (nothing taken up), "
        "by which Ben would gain nothing, and Anna would be no better off than now"
    )


def test_words_for_a_coalition() -> None:
    assert "Together Ministry and Uniroyal could go to 8, which each of them prefers" in lines(ELMIRA, "5")
    assert any(line.endswith("though Anna and Ben would gain by leaving that again") for line in lines(PRISONERS, "NN"))


def test_only_a_few_moves_together_are_told_those_that_last_first() -> None:
    """From NNNN, which nobody leaves alone, five states are better for both; from three of them somebody would go on."""
    options = {f"o{k}": {"of": "a" if k < 2 else "b"} for k in range(4)}
    a, b = ["NYYN", "NYNY", "YYYY", "YNYN", "YNNY"], ["YYYY", "NYNY", "NYYN", "YNNY", "YNYN"]
    states = ["".join(letters) for letters in product("NY", repeat=4)]
    rest = ["NNNN", [s for s in states if s not in a and s != "NNNN"]]
    text = lines(conflict(options=options, preferences={"a": [*a, *rest], "b": [*b, *rest]}), "NNNN")
    together = [line for line in text if line.startswith("Together")]
    assert [line.split(" to ")[1].split()[0] for line in together[:2]] == ["NYNY", "YYYY"]
    assert ["though" in line for line in together] == [False, False, True]
    assert "2 more moves that several could make together, each to prefer the end" in text


def test_words_where_nothing_holds_anybody_back() -> None:
    tempting = game(["YN", "YY", "NN", "NY"], ["YY", "YN", "NN", "NY"], status_quo="NN")
    first = told(stability(tempting))[0]
    assert first.status_quo
    assert first.verdict == "would not hold"
    assert "whatever the others could do then, Anna would stay better off than now" in first.lines[0]
    assert "It would hold if Anna ranked NN" in first.lines[-1]


def test_what_is_not_a_party_s_own_word_is_marked_where_it_is_used() -> None:
    judged = Judgement(by="analyst", why="a guess")
    marked = replace(PRISONERS, basis={"a": Based(assumed=judged), "b": Based(told=("A1",))})
    text = "\n".join(lines(marked, "YY"))
    assert "Anna [assumed] could go" in text
    assert "Ben [told, not adopted] would not accept: Ben could then" in text
    adopted = replace(PRISONERS, basis={"b": Based(told=("A1",), adopted=judged), "a": Based(own=("A2",))})
    text = "\n".join(lines(adopted, "YY"))
    assert "Ben [told, adopted] would not accept" in text
    assert "Anna could go" in text


def test_large_conflicts_are_not_searched_for_changes() -> None:
    options = {f"o{k}": {"of": "a" if k < 4 else "b"} for k in range(8)}
    wanted = {"a": [{"options": {"o0": True}}], "b": [{"options": {"o7": True}}]}
    found = stability(conflict(options=options, statements=wanted))
    assert set(found.flips.values()) == {"not computed"}
    assert "not computed" in told(found)[0].lines[-1]
