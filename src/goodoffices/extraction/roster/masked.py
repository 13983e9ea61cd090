"""A sentence with its phrases masked: `<G>` stands for who can be a party, `<P>` for a person or office of no side, `<A>` for either, `<M>` for people of several,
`<D>` for an article before, `<~>` for a letter of no phrase that could be a party, `<^>` for a letter of the same clause, `<T>` for anything up to a comma.
"""

import re
from dataclasses import dataclass
from functools import cache

from ...language.sentences import Sentence
from .phrase import Group, Phrase

GROUP, PERSON, MANY, HELPER = "\ue000", "\ue001", "\ue002", "\ue003"
_IN_RULE = {"<W>": f"[{GROUP}{MANY}{PERSON}{HELPER}]", "<H>": HELPER, "<G>": f"[{GROUP}{MANY}]", "<P|H>": f"[{PERSON}{HELPER}]", "<P>": PERSON, "<M>": MANY, "<A>": f"[{GROUP}{MANY}{PERSON}]", "<D>": "(?:the |The |both |its |their |his |her |a |an |all )", "<~>": f"[^.;{GROUP}{MANY}]",
            "<^>": "[^.;]", "<T>": "[^.;,]{1,20}"}  # fmt: skip
_FOREIGN = re.compile("[\ue000-\ue0ff]")


@cache
def rule(pattern: str) -> re.Pattern[str]:
    """A pattern in which `<G>` and the like stand for masked phrases."""
    for sign, letters in _IN_RULE.items():
        pattern = pattern.replace(sign, letters)
    return re.compile(pattern)


@dataclass(frozen=True)
class Masked:
    """The masked text, and where each of its letters comes from."""

    number: int
    text: str
    at: dict[int, Phrase]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    source: str
    base: int

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The place in the whole text of a stretch of the masked one."""
        return (self.starts[first], self.ends[last - 1]) if last > first else (0, 0)

    def words(self, place: int) -> str:
        """The words of the phrase at a place."""
        return self.source[self.starts[place] - self.base : self.ends[place] - self.base]

    def phrases(self, first: int, last: int) -> list[tuple[int, Phrase]]:
        """The phrases in a stretch."""
        return [(place, self.at[place]) for place in sorted(self.at) if first <= place < last]

    def groups(
        self, *spans: tuple[int, int], without: frozenset[int] = frozenset(), heads: bool = False
    ) -> tuple[Group, ...]:
        """Those named in some stretches, each once; one alone with the employer that is named beside it; `heads`: persons as well."""
        found: list[Group] = []
        employers: list[Group] = []
        for place, phrase in (one for span in spans for one in self.phrases(*span)):
            if place not in without and not phrase.helper:
                found += phrase.groups
                if heads and phrase.person and not phrase.groups:
                    found.append(Group(phrase.person, True))
                employers += phrase.employer
        names = dict.fromkeys(found)
        return tuple(names if len(names) != 1 else dict.fromkeys([*names, *employers]))


def masked(sentence: Sentence, found: list[Phrase]) -> Masked:
    """Mask the phrases of a sentence."""
    text, base = sentence.text, sentence.start
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at: dict[int, Phrase] = {}
    place = 0
    for phrase in found:
        first, last = phrase.start - base, phrase.end - base
        if first < place:
            continue
        pieces.append(_FOREIGN.sub(" ", text[place:first]))
        starts += range(base + place, base + first)
        ends += range(base + place + 1, base + first + 1)
        at[len(starts)] = phrase
        pieces.append(_sign(phrase))
        starts.append(phrase.start)
        ends.append(phrase.end)
        place = last
    pieces.append(_FOREIGN.sub(" ", text[place:]))
    starts += range(base + place, base + len(text))
    ends += range(base + place + 1, base + len(text) + 1)
    return Masked(sentence.number, "".join(pieces), at, tuple(starts), tuple(ends), text, base)


def _sign(phrase: Phrase) -> str:
    if phrase.helper and not phrase.person and not phrase.groups:
        return HELPER
    if not phrase.groups or phrase.helper:
        return PERSON
    return MANY if len(phrase.groups) > 1 else GROUP
