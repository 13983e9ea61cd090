"""The places of names that a person gave: they win over what the reading makes of the same words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from ...language.sentences import Sentence
from .phrase import Group, Phrase
from .side import Said, bare


def named_by(said: Said, sentence: Sentence, found: list[Phrase]) -> list[Phrase]:
    """The phrases of a sentence, with the names that a person gave in their places."""
    if not said:
        return found
    people = {(phrase.start, phrase.end) for phrase in found if phrase.person and not phrase.groups}
    places = list(_pattern(said).finditer(sentence.text))
    given = [
        _phrase(said, sentence, match, found)
        for match in places
        # A person whom the text names as one stays one: `Judge Ida Falk`.
        if not any(s <= sentence.start + match.start() and sentence.start + match.end() <= e for s, e in people)
    ]
    kept = [phrase for phrase in found if not any(g.start < phrase.end and phrase.start < g.end for g in given)]
    return sorted([*kept, *given], key=lambda phrase: phrase.start)


def _phrase(said: Said, sentence: Sentence, match: re.Match[str], found: Sequence[Phrase]) -> Phrase:
    """The name alone, or the whole phrase where it says who acts for it: `the Front's negotiators`."""
    start, end = sentence.start + match.start(), sentence.start + match.end()
    group = Group(_name(said, match[0]), True)
    for phrase in found:
        if phrase.start <= start and end <= phrase.end and phrase.agent and len(phrase.groups) < 2:
            return replace(phrase, groups=(group,))
    return Phrase(start, end, (group,))


def _name(said: Said, printed: str) -> str:
    wanted = bare(printed)
    for side in (*said.parties, *said.third):
        if any(bare(name) == wanted for name in side.names):
            return side.name
    return printed


@lru_cache(maxsize=8)
def _pattern(said: Said) -> re.Pattern[str]:
    names = {name for side in (*said.parties, *said.third) for name in side.names}
    forms = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{forms or '(?!)'})(?!\w)", re.I)
