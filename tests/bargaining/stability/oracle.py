"""The concepts once more, straight from their definitions: sets and loops over a file's words, slow, nothing shared.

Sequences of moves are played out one move at a time; what has been reached is remembered with who moved last, and nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from typing import Any, TypeAlias

from goodoffices.talks import Conflict

State: TypeAlias = Any


@dataclass(frozen=True)
class Oracle:
    """A conflict as its file tells it."""

    conflict: Conflict

    @cached_property
    def makers(self) -> list[str]:
        return list(self.conflict.decision_makers)

    @cached_property
    def states(self) -> list[State]:
        if not self.conflict.options:
            return list(self.conflict.states)
        words = ["".join(letters) for letters in product("NY", repeat=len(self.conflict.options))]
        return [word for word in words if not any(self._fits(word, p) for p in self.conflict.infeasible)]

    def _taken(self, word: str) -> dict[str, bool]:
        return {option: letter == "Y" for option, letter in zip(self.conflict.options, word, strict=True)}

    def _fits(self, word: str, pattern: dict[str, bool]) -> bool:
        return all(self._taken(word)[option] == value for option, value in pattern.items())

    @cached_property
    def rank(self) -> dict[str, dict[State, float]]:
        return {maker: self._rank(maker) for maker in self.makers}

    def _rank(self, maker: str) -> dict[State, float]:
        if maker in self.conflict.statements:
            return {state: -self._score(maker, state) for state in self.states}
        return {
            state: place
            for place, level in enumerate(self.conflict.preferences[maker])
            for state in (level if isinstance(level, tuple) else (level,))
        }

    def _score(self, maker: str, word: str) -> int:
        statements = self.conflict.statements[maker]
        score = 0
        for number, statement in enumerate(statements, 1):
            true = self._fits(word, statement.options)
            if statement.if_:
                true = true or not self._fits(word, statement.if_)
            if statement.iff:
                true = true == self._fits(word, statement.iff)
            score += 2 ** (len(statements) - number) * true
        return score

    @cached_property
    def moves(self) -> dict[str, dict[State, set[State]]]:
        return {
            maker: {s: {t for t in self.states if self._can(maker, s, t)} for s in self.states} for maker in self.makers
        }

    def _can(self, maker: str, s: State, t: State) -> bool:
        if not self.conflict.options:
            return (s, t) in self.conflict.moves.get(maker, ())
        if s == t:
            return False
        before, after = self._taken(s), self._taken(t)
        for name, option in self.conflict.options.items():
            if before[name] == after[name]:
                continue
            if (
                option.of != maker
                or (option.moves == "up" and before[name])
                or (option.moves == "down" and after[name])
            ):
                return False
        return True

    def prefers(self, maker: str, a: State, b: State) -> bool:
        return self.rank[maker][a] < self.rank[maker][b]

    def gains(self, maker: str, s: State) -> set[State]:
        return {t for t in self.moves[maker][s] if self.prefers(maker, t, s)}

    def reached(self, group: list[str], s: State, *, improving: bool) -> set[State]:
        """States that sequences of at least one move reach, nobody moving twice in a row."""
        places: set[tuple[State, str]] = set()
        new: set[tuple[State, str | None]] = {(s, None)}
        while new:
            ends = {
                (end, mover)
                for state, last in new
                for mover in group
                if mover != last
                for end in (self.gains(mover, state) if improving else self.moves[mover][state])
            }
            new = {place for place in ends if place not in places}
            places |= ends
        return {state for state, _ in places}

    def others(self, maker: str) -> list[str]:
        return [m for m in self.makers if m != maker]

    def stable(self, concept: str, maker: str, s: State) -> bool:
        return all(getattr(self, concept)(maker, s, s1) for s1 in self.gains(maker, s))

    def nash(self, maker: str, s: State, s1: State) -> bool:
        return False

    def gmr(self, maker: str, s: State, s1: State) -> bool:
        return any(not self.prefers(maker, s2, s) for s2 in self.reached(self.others(maker), s1, improving=False))

    def smr(self, maker: str, s: State, s1: State) -> bool:
        return any(
            not self.prefers(maker, s2, s) and not any(self.prefers(maker, s3, s) for s3 in self.moves[maker][s2])
            for s2 in self.reached(self.others(maker), s1, improving=False)
        )

    def seq(self, maker: str, s: State, s1: State) -> bool:
        return any(not self.prefers(maker, s2, s) for s2 in self.reached(self.others(maker), s1, improving=True))

    def sim(self, maker: str, s: State, s1: State) -> bool:
        others = self.others(maker)
        return any(
            not self.prefers(maker, end, s)
            for size in range(1, len(others) + 1)
            for group in combinations(others, size)
            for ends in product(*(self.gains(m, s) for m in group))
            for end in self._together(s, {maker: s1, **dict(zip(group, ends, strict=True))})
        )

    def _together(self, s: State, ends: dict[str, State]) -> Iterator[State]:
        """The state in which each mover's options are as in the end of his own move; none where it cannot be."""
        word = "".join(
            str(ends.get(option.of, s))[place] for place, option in enumerate(self.conflict.options.values())
        )
        if word in self.states:
            yield word

    def equilibria(self, concept: str) -> list[State]:
        return [s for s in self.states if all(self.stable(concept, m, s) for m in self.makers)]

    def coalition_moves(self) -> set[tuple[State, tuple[str, ...], State]]:
        found: dict[tuple[State, State], list[tuple[str, ...]]] = {}
        for s in self.equilibria("nash"):
            for size in range(2, len(self.makers) + 1):
                for group in combinations(self.makers, size):
                    for t in self.reached(list(group), s, improving=False):
                        if all(self.prefers(m, t, s) for m in group):
                            found.setdefault((s, t), []).append(group)
        return {
            (s, group, t)
            for (s, t), groups in found.items()
            for group in groups
            if not any(set(smaller) < set(group) for smaller in groups)
        }
