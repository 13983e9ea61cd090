"""Which words begin with a capital wherever they stand: those of names, and what texts and labels print so in mid-sentence."""

import re
from collections.abc import Iterator, Mapping

from ..talks import Talks

_WORD = re.compile(r"[^\W\d_][\w'’]*")
_INNER = re.compile(r"(?<=[\w,;:)] )[^\W\d_][\w'’]*")


def proper_words(talks: Talks, texts: Mapping[str, str]) -> frozenset[str]:
    """The words; one that the same texts print with a small letter as well is none, unless it belongs to a name."""
    printed = {word for text in (*texts.values(), *_labels(talks)) for word in _INNER.findall(text)}
    small = {word.capitalize() for word in printed if word[0].islower()}
    capitals = {word for word in printed if word[0].isupper()}
    return frozenset(
        (capitals - small) | {word for name in _names(talks) for word in _WORD.findall(name) if word[0].isupper()}
    )


def _names(talks: Talks) -> Iterator[str]:
    """Names of who talks and of where."""
    for named in (*talks.parties.values(), *talks.third_parties.values()):
        yield from (named.name, *named.spellings)
        yield named.adjective or ""
    for person in talks.people.values():
        yield from (person.name, *person.spellings)
    for meeting in talks.meetings.values():
        yield meeting.place or ""


def _labels(talks: Talks) -> Iterator[str]:
    for issue in talks.issues.values():
        yield from (issue.title or "", *issue.options.values())
    yield from (meeting.title or "" for meeting in talks.meetings.values())
    yield from (result.text for result in (*talks.outcome.agreed, *talks.outcome.not_agreed))
    yield from (step.text for step in talks.outcome.next)
    yield from (statement.text for statement in talks.statements)
