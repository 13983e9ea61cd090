"""Which sentences of two reports are about one thing: by the words they share, rare words and pairs of words counting most.

A word counts 1 where each report has it in one sentence, and the less the more sentences have it: 1 / sqrt(n_a * n_b). Found by an
index over the words, never by trying all pairs of sentences.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from ..language.folding import Span
from .reading.parties import Parties, parties
from .reading.passages import Account, Passage

NEAREST = 6
"""Sentences of the other report that are looked at for one sentence."""
LEAST = 0.2
"""What two sentences must share at least to be looked at."""
PAIR = 0.5
"""What a pair of words counts beside its words."""
AROUND = 0.25
"""What a word shared with the sentence before or after counts."""
ORDER, REACH = 0.75, 0.15
"""What it counts that two sentences stand in one place of their reports, and the share of a report's length at which it counts nothing."""
MUTUAL = 0.65
"""What it counts that of one sentence no other shares more with it, on either side."""
NAMED = 0.3
"""What each name counts less that both have: of the same people much is told."""
_COMMON = 24
"""Sentences of a report from which on a word is no way to find one."""


class Weights:
    """What the words of two reports count."""

    def __init__(self, a: Account, b: Account) -> None:
        self._a, self._b = a.frequency, b.frequency

    def of(self, key: str) -> float:
        """What one shared word or pair of words counts."""
        return (PAIR if " " in key else 1.0) / sqrt(max(self._a.get(key, 0), 1) * max(self._b.get(key, 0), 1))

    def sum(self, keys: Iterable[str]) -> float:
        """What several count, in one order."""
        return sum(map(self.of, sorted(keys)))


@dataclass(frozen=True)
class Aligned:
    """Two reports and which of their sentences are near each other."""

    a: Account
    b: Account
    across: bool = False

    @cached_property
    def weights(self) -> Weights:
        """What their words count."""
        return Weights(self.a, self.b)

    @cached_property
    def parties(self) -> Parties:
        """Who is on whose side."""
        return parties(self.a, self.b)

    @cached_property
    def near(self) -> Mapping[tuple[int, int], float]:
        """How much two sentences share, of each sentence the nearest, from either side."""
        shared = shares(self.a, self.b, self.weights, self.across)
        kept: set[tuple[int, int]] = set()
        for side in (0, 1):
            rows: dict[int, list[tuple[float, int, tuple[int, int]]]] = defaultdict(list)
            for pair, weight in shared.items():
                rows[pair[side]].append((-weight, pair[1 - side], pair))
            for row in rows.values():
                kept.update(pair for weight, _, pair in sorted(row)[:NEAREST] if -weight >= LEAST)
        return {pair: shared[pair] for pair in sorted(kept)}

    def context(self, p: Passage, q: Passage, left: Span, right: Span) -> float:
        """What speaks for two answers' being answers to one question; across languages only names, days and numbers do."""
        return self.near.get((p.number, q.number), 0.0) if self.across else self._words(p, q, left, right)

    def _words(self, p: Passage, q: Passage, left: Span, right: Span) -> float:
        """How much the surroundings of two stretches share: their clauses most, then their sentences, then what stands around."""
        x, y = _but(p, p.clause_at(left.start), left), _but(q, q.clause_at(right.start), right)
        clause = x & y
        whole = (_but(p, Span(p.start, p.end), left) & _but(q, Span(q.start, q.end), right)) - clause
        shared = self.weights.sum(clause) + self.weights.sum(whole) / 2 + self.around(p, q) + self.beside(p, q)
        return shared + MUTUAL * self._nearest(p, q) - NAMED * len(p.names & q.names)

    def _nearest(self, p: Passage, q: Passage) -> int:
        """Of how many of two sentences the other is the nearest one."""
        near = self.near.get((p.number, q.number))
        return 0 if near is None else (near >= self._best[0, p.number]) + (near >= self._best[1, q.number])

    @cached_property
    def _best(self) -> Mapping[tuple[int, int], float]:
        """What the nearest sentence shares, by side and number of a sentence."""
        best: dict[tuple[int, int], float] = defaultdict(float)
        for pair, near in self.near.items():
            for side in (0, 1):
                best[side, pair[side]] = max(best[side, pair[side]], near)
        return best

    def beside(self, p: Passage, q: Passage) -> float:
        """What it speaks for two sentences that they stand in like places: most reports tell things in much the same order."""
        apart = abs(p.start / max(len(self.a.text), 1) - q.start / max(len(self.b.text), 1))
        return ORDER * max(0.0, 1 - apart / REACH)

    def around(self, p: Passage, q: Passage) -> float:
        """What a sentence shares with the sentences beside the other one."""
        near_p, near_q = _beside(self.a, p), _beside(self.b, q)
        return AROUND * self.weights.sum(((p.keys & near_q) | (near_p & q.keys)) - (p.keys & q.keys))


def _but(p: Passage, span: Span, value: Span) -> frozenset[str]:
    """What a stretch is about beside the answer that stands in it; an answer that is the whole clause is what it is about."""
    return p.keys_in(span, None if value in p.clauses else value)


def _beside(account: Account, p: Passage) -> frozenset[str]:
    before = account.passages[p.number - 1].keys if p.number else frozenset()
    return before


def shares(a: Account, b: Account, weights: Weights, names_only: bool = False) -> Mapping[tuple[int, int], float]:
    """What each two sentences share that share a word which is not common in both."""
    index: dict[str, list[int]] = defaultdict(list)
    for q in b.passages:
        for key in _sorted(q, names_only):
            index[key].append(q.number)
    found: dict[tuple[int, int], float] = defaultdict(float)
    for p in a.passages:
        for key in _sorted(p, names_only):
            others = index.get(key, ())
            if len(others) <= _COMMON or a.frequency[key] * len(others) <= _COMMON * 8:
                for number in others:
                    found[p.number, number] += weights.of(key)
    return found


def _sorted(p: Passage, names_only: bool) -> Iterator[str]:
    if p.heading:
        return iter(())
    return iter(sorted(p.names | _figures(p) if names_only else p.keys | p.pairs))


def _figures(p: Passage) -> frozenset[str]:
    """Days and numbers as words of their own, where two languages share no others."""
    return frozenset(f"#{d.day}" for d in p.days) | frozenset(f"#{t.folded}" for t in p.tokens if t.number)
